internal import Dispatch
internal import Glibc

/// Records as persons, with how sure each is of its place, and how many persons there are.
package struct LinkedPersons: Sendable {
  /// The person of each record: numbers from 0, by first record.
  package private(set) var persons: [Int32]
  /// For a record with others: how likely it is of one person with each of them, on average over them. For a record
  /// alone: how likely it is alone.
  package private(set) var certainty: [Double]
  package private(set) var personCount = 0
  private let kinds: [ComponentGraph.Kind]?
  /// Mean and variance of the number of persons over all divisions of the components.
  package private(set) var mean = 0.0
  package private(set) var variance = 0.0

  /// The weight of a pair that was not compared. A decision: what no pass found is seldom a link.
  package static let unscored = -3.0

  /// Links of at least this log-odds hold a component together: a chance of .02.
  static let floor: Float = -3.9

  /// - Parameters:
  ///   - threshold: From which chance on two records are put together.
  ///   - files: Where each file has a person once, the file of each record.
  ///   - kinds: Where records are encoded, how each is known.
  init(
    _ pairs: ScoredPairs, recordCount: Int, seed: UInt64, threshold: Double = 0.5, files: [UInt8]? = nil,
    unscored: Double = Self.unscored, kinds: [ComponentGraph.Kind]? = nil
  ) {
    self.kinds = kinds
    let shift = log(threshold / (1 - threshold))
    let floor = min(Self.floor, Float(shift))
    let components = LinkComponents(pairs, recordCount: recordCount, floor: floor)
    var results = [ComponentPersons?](repeating: nil, count: components.count)
    let share = 256
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: (components.count + share - 1) / share) { number in
        for component in number * share..<min(components.count, (number + 1) * share) {
          if let weight = components.onlyWeight(component), files == nil {
            places[component] = ComponentPersons(pairOf: weight - shift)
            continue
          }
          let graph = ComponentGraph(
            components, component, unscored: unscored, shift: shift, files: files, kinds: kinds)
          let first = components.members(component).first ?? 0
          places[component] = ComponentPersons(graph, seed: Hash.combined(seed, UInt64(first)))
        }
      }
    }
    persons = [Int32](repeating: -1, count: recordCount)
    certainty = [Double](repeating: 1, count: recordCount)
    number(components, results)
    for pair in 0..<pairs.count {
      let (a, b) = (Int(pairs.first[pair]), Int(pairs.second[pair]))
      guard components.component[a] < 0 || components.component[a] != components.component[b] else { continue }
      let p = pairs.probability(pair)
      unlikelyLinks += p
      for record in [a, b] where components.component[record] < 0 { certainty[record] *= 1 - p }
    }
  }

  private mutating func number(_ components: LinkComponents, _ results: [ComponentPersons?]) {
    var firsts = [UInt32](repeating: .max, count: persons.count)
    for (component, result) in results.enumerated() {
      guard let result else { continue }
      let members = Array(components.members(component))
      var first = [UInt32](repeating: .max, count: members.count)
      for (place, person) in result.persons.enumerated() {
        first[person] = min(first[person], members[place])
        firsts[Int(members[place])] = first[person]
        certainty[Int(members[place])] = result.certainty[place]
      }
      var (mean, square) = (0.0, 0.0)
      for (place, chance) in result.chances.enumerated() {
        mean += chance * Double(place + 1)
        square += chance * Double(place + 1) * Double(place + 1)
      }
      self.mean += mean
      variance += max(0, square - mean * mean)
    }
    for record in persons.indices {
      if firsts[record] == .max || firsts[record] == UInt32(record) {
        if firsts[record] == .max { mean += 1 }
        persons[record] = Int32(personCount)
        personCount += 1
      } else {
        persons[record] = persons[Int(firsts[record])]
      }
    }
  }

  /// Links expected among the pairs that hold no component together.
  package private(set) var unlikelyLinks = 0.0

  /// What is taken off the log-odds, so that 0 is where records are put together.
  func shift(threshold: Double) -> Double { log(threshold / (1 - threshold)) }

  /// The components in which persons were looked for.
  func components(_ pairs: ScoredPairs, threshold: Double) -> LinkComponents {
    LinkComponents(pairs, recordCount: persons.count, floor: min(Self.floor, Float(shift(threshold: threshold))))
  }

  /// A person for each record, drawn from the likely divisions: numbers from 0, in no order that means anything.
  func drawn(_ pairs: ScoredPairs, threshold: Double, files: [UInt8]?, seed: UInt64) -> [Int32] {
    let shift = shift(threshold: threshold)
    let components = components(pairs, threshold: threshold)
    var result = [Int32](repeating: -1, count: persons.count)
    var next: Int32 = 0
    for component in 0..<components.count {
      let graph = ComponentGraph(
        components, component, unscored: Self.unscored, shift: shift, files: files, kinds: kinds)
      let members = Array(components.members(component))
      var division = Division(graph)
      division.gather(members.map { Int(persons[Int($0)]) })
      var draws = DivisionDraws(
        division, persons: division.numbered, seed: Hash.combined(seed, UInt64(members.first ?? 0)))
      draws.run(sweeps: 30)
      let drawn = draws.drawn
      for (place, record) in members.enumerated() { result[Int(record)] = next + Int32(drawn[place]) }
      next += Int32((drawn.max() ?? -1) + 1)
    }
    for record in result.indices where result[record] < 0 { (result[record], next) = (next, next + 1) }
    return result
  }
}
