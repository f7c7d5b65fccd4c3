internal import Dispatch
internal import Glibc
public import Model

extension RecordLinking {
  /// Likely divisions of the records into persons, with the records numbered as in the table.
  ///
  /// The number of persons over the draws has the mean and the deviation of the summary: `further` moves each draw to its place
  /// among them. With `P` the persons of a draw, `R` the records and `T` the place,
  ///
  ///     further = (P - T) / (R - P),   T_k = mean + deviation Φ⁻¹((k - 1/3) / (count + 1/3))
  ///
  /// where `k` is the rank of the draw by `P` with what the summary adds to the deviation drawn beside it. Whoever counts something
  /// in a draw, `D` as it is and `U` with every record a person, takes `D - further (U - D)`: links that nobody could find, and
  /// what the chances may be wrong by, are spread as the links that were found.
  public func draws(_ count: Int, seed: UInt64) -> PersonDraws {
    var sets = PersonDraws(count: count, further: [Double](repeating: 0, count: count))
    let components = linked.components(pairs, threshold: settings.threshold)
    let sampler = ComponentSampler(
      linked: linked, components: components, count: count, seed: seed,
      shift: linked.shift(threshold: settings.threshold), files: settings.isOnePerFile ? files : nil)
    for found in sampler.allSets() {
      for one in found { sets.add(one.records.map { UInt32(order[Int($0)]) }.sorted(), one.members) }
    }
    sets.further = further(sets.differences, seed: Hash.combined(seed, 0xFA27))
    return sets
  }

  private func further(_ differences: [Int], seed: UInt64) -> [Double] {
    let (summary, count) = (summary, differences.count)
    let mean = summary.expectedPersons
    let deviation = max(summary.personsUpper - mean, mean - summary.personsLower) / 1.96
    let drawn = differences.map { Double(summary.persons + $0) }
    let average = drawn.reduce(0, +) / Double(count)
    let variance = drawn.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(count)
    let added = max(0, deviation * deviation - variance).squareRoot()
    var numbers = SeededNumbers(seed: seed)
    let moved = drawn.map { $0 + added * NormalScore.at(min(max(numbers.unit(), 1e-9), 1 - 1e-9)) }
    var result = [Double](repeating: 0, count: count)
    for (rank, draw) in moved.indices.sorted(by: { (moved[$0], $0) < (moved[$1], $1) }).enumerated() {
      let place = (Double(rank) + 2.0 / 3) / (Double(count) + 1.0 / 3)
      let wanted = min(max(mean + deviation * NormalScore.at(place), 1), Double(summary.records))
      let links = Double(summary.records) - drawn[draw]
      result[draw] = links > 0 ? (drawn[draw] - wanted) / links : 0
    }
    return result
  }
}

/// Φ⁻¹, by Newton's method from the middle, where Φ is convex towards the left end and concave towards the right.
enum NormalScore {
  static func at(_ p: Double) -> Double {
    precondition(p > 0 && p < 1, "a share of 0 or 1 has no normal score")
    if p > 0.5 { return -at(1 - p) }
    var x = 0.0
    for _ in 0..<100 {
      let step = (erfc(-x / 2.0.squareRoot()) / 2 - p) / (exp(-x * x / 2) / (2 * Double.pi).squareRoot())
      x -= step
      if abs(step) < 1e-13 { break }
    }
    return x
  }
}

/// The sets of records that are a person in some draws of their component.
private struct ComponentSampler {
  let linked: LinkedPersons
  let components: LinkComponents
  let count: Int
  let seed: UInt64
  let shift: Double
  let files: [UInt8]?

  struct DrawnSet: Sendable {
    /// In the order of content.
    var records: [UInt32]
    var members: PersonDraws.Members
  }

  /// By component. In shares of a fixed size, each component with a seed of its own: the number of threads changes nothing.
  func allSets() -> [[DrawnSet]] {
    let share = 256
    var results = [[DrawnSet]](repeating: [], count: components.count)
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let places = results
      DispatchQueue.concurrentPerform(iterations: (components.count + share - 1) / share) { number in
        for component in number * share..<min(components.count, (number + 1) * share) {
          places[component] = sets(of: component)
        }
      }
    }
    return results
  }

  private func sets(of component: Int) -> [DrawnSet] {
    let members = Array(components.members(component))
    let likeliest = members.map { Int(linked.persons[Int($0)]) }
    var sampler = DivisionSampler(count: count, seed: Hash.combined(seed, UInt64(members.first ?? 0)))
    if let weight = components.onlyWeight(component), files == nil {
      return pair(members, sampler.together(logOdds: weight - shift), isTogether: likeliest[0] == likeliest[1])
    }
    let graph = ComponentGraph(
      components, component, unscored: LinkedPersons.unscored, shift: shift, files: files)
    var found = SetCollection()
    found.take(likeliest, draw: nil)
    for (draw, division) in sampler.divisions(of: graph, likeliest: likeliest).enumerated() {
      found.take(division, draw: UInt16(draw))
    }
    return found.inDoubt(of: count).map { places, isIn in
      DrawnSet(records: places.map { members[Int($0)] }, members: isIn)
    }
  }

  private func pair(_ members: [UInt32], _ together: [Bool], isTogether: Bool) -> [DrawnSet] {
    let (joined, apart) = (draws { together[$0] }, draws { !together[$0] })
    guard !(isTogether ? apart : joined).isEmpty else { return [] }
    let isMostly = joined.count > apart.count
    func isIn(_ isPair: Bool) -> PersonDraws.Members {
      .init(draws: isMostly ? apart : joined, isExcept: isPair == isMostly, isLikeliest: isPair == isTogether)
    }
    return [
      DrawnSet(records: members, members: isIn(true)), DrawnSet(records: [members[0]], members: isIn(false)),
      DrawnSet(records: [members[1]], members: isIn(false)),
    ]
  }

  private func draws(_ isWanted: (Int) -> Bool) -> [UInt16] { (0..<count).filter(isWanted).map(UInt16.init) }
}

/// Sets of places within a component, with the draws in which each is a person.
private struct SetCollection {
  private var numbers: [[UInt32]: Int] = [:]
  private var sets: [[UInt32]] = []
  private var draws: [[UInt16]] = []
  private var isLikeliest: [Bool] = []

  /// - Parameter draw: Nil for the likeliest division.
  mutating func take(_ division: [Int], draw: UInt16?) {
    var persons: [Int: [UInt32]] = [:]
    var order: [Int] = []
    for (place, person) in division.enumerated() {
      if persons[person] == nil { order.append(person) }
      persons[person, default: []].append(UInt32(place))
    }
    for person in order {
      let set = persons[person] ?? []
      let number = numbers[set] ?? sets.count
      if number == sets.count {
        numbers[set] = number
        sets.append(set)
        draws.append([])
        isLikeliest.append(false)
      }
      if let draw { draws[number].append(draw) } else { isLikeliest[number] = true }
    }
  }

  /// Those that are a person in some divisions only.
  func inDoubt(of count: Int) -> [([UInt32], PersonDraws.Members)] {
    sets.indices.compactMap { number in
      let isIn = draws[number]
      guard !(isIn.count == count && isLikeliest[number]) else { return nil }
      guard 2 * isIn.count > count else {
        return (sets[number], .init(draws: isIn, isExcept: false, isLikeliest: isLikeliest[number]))
      }
      var isThere = [Bool](repeating: false, count: count)
      for draw in isIn { isThere[Int(draw)] = true }
      let except = (0..<count).filter { !isThere[$0] }.map(UInt16.init)
      return (sets[number], .init(draws: except, isExcept: true, isLikeliest: isLikeliest[number]))
    }
  }
}
