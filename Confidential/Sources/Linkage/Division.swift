internal import Glibc

/// A division of a large component into persons, made better step by step.
struct Division {
  let graph: ComponentGraph
  private(set) var person: [Int]
  private(set) var sizes: [Int]
  /// Persons without records, the next to use last; some may have got records since.
  private var vacant: [Int] = []
  /// For each person its option plus one while options are weighed, else 0.
  private var marks: [Int]

  /// Every record a person.
  init(_ graph: ComponentGraph) {
    self.graph = graph
    person = Array(0..<graph.count)
    sizes = [Int](repeating: 1, count: graph.count)
    marks = [Int](repeating: 0, count: graph.count)
  }

  /// Puts records together that have the same label.
  mutating func gather(_ labels: [Int]) {
    var firsts: [Int: Int] = [:]
    for record in labels.indices {
      let first = firsts[labels[record]] ?? record
      firsts[labels[record]] = first
      if first != person[record] { move(record, to: first) }
    }
  }

  /// The persons from 0, by their first record.
  var numbered: [Int] {
    var numbers = [Int](repeating: -1, count: graph.count)
    var next = 0
    return person.map { each in
      if numbers[each] < 0 { (numbers[each], next) = (next, next + 1) }
      return numbers[each]
    }
  }

  /// Joins the two persons between whom the sum of the weights is largest, while it is above 0.
  mutating func join() {
    var links = graph.edges.map { edges in
      Dictionary(edges.map { ($0.to, Link(sum: $0.weight, pairs: 1)) }, uniquingKeysWith: { first, _ in first })
    }
    var members = (0..<graph.count).map { [$0] }
    var heap = JoinHeap()
    for (a, edges) in graph.edges.enumerated() {
      for edge in edges where edge.to > a { heap.push(.init(gain: edge.weight, a: a, b: edge.to)) }
    }
    while let best = heap.pop() {
      let (a, b) = (best.a, best.b)
      guard sizes[a] > 0, sizes[b] > 0, let link = links[a][b], gain(link, a, b) == best.gain else { continue }
      sizes[a] += sizes[b]
      sizes[b] = 0
      vacant.append(b)
      links[a][b] = nil
      for (other, link) in links[b].sorted(by: { $0.key < $1.key }) where other != a {
        links[a][other, default: Link(sum: 0, pairs: 0)].add(link)
        links[other][b] = nil
      }
      links[b] = [:]
      for (other, link) in links[a].sorted(by: { $0.key < $1.key }) {
        links[other][a] = link
        heap.push(.init(gain: gain(link, a, other), a: min(a, other), b: max(a, other)))
      }
      for record in members[b] { person[record] = a }
      members[a] += members[b]
      members[b] = []
    }
  }

  private struct Link {
    var sum: Double
    var pairs: Int
    mutating func add(_ other: Link) { (sum, pairs) = (sum + other.sum, pairs + other.pairs) }
  }

  private func gain(_ link: Link, _ a: Int, _ b: Int) -> Double {
    link.sum + Double(sizes[a] * sizes[b] - link.pairs) * graph.unscored
  }

  /// Moves single records to where they fit better, until none does or ten rounds are over.
  mutating func improve() {
    var options = Options()
    for _ in 0..<10 {
      var isBetter = false
      for record in 0..<graph.count {
        weigh(record, &options)
        var best = 0
        for option in options.places.indices where options.gains[option] > options.gains[best] + 1e-9 { best = option }
        if options.places[best] != person[record] {
          move(record, to: options.places[best])
          isBetter = true
        }
      }
      if !isBetter { return }
    }
  }

  /// Where a record can be, its own person first, with the weight of being there; the last is a person of its own.
  struct Options {
    fileprivate(set) var places: [Int] = []
    fileprivate(set) var gains: [Double] = []
    fileprivate var pairs: [Int] = []
  }

  /// Fills the options of a record.
  mutating func weigh(_ record: Int, _ options: inout Options) {
    options.places.removeAll(keepingCapacity: true)
    options.gains.removeAll(keepingCapacity: true)
    options.pairs.removeAll(keepingCapacity: true)
    options.places.append(person[record])
    options.gains.append(0)
    options.pairs.append(0)
    marks[person[record]] = 1
    for edge in graph.edges[record] {
      let at = person[edge.to]
      if marks[at] == 0 {
        options.places.append(at)
        options.gains.append(0)
        options.pairs.append(0)
        marks[at] = options.places.count
      }
      let option = marks[at] - 1
      options.gains[option] += edge.weight
      options.pairs[option] += 1
    }
    for option in options.places.indices {
      let others = sizes[options.places[option]] - (option == 0 ? 1 : 0)
      options.gains[option] += Double(others - options.pairs[option]) * graph.unscored
      marks[options.places[option]] = 0
    }
    guard sizes[person[record]] > 1 else { return }
    while let last = vacant.last, sizes[last] > 0 { vacant.removeLast() }
    guard let empty = vacant.last else { return }
    options.places.append(empty)
    options.gains.append(0)
  }

  mutating func move(_ record: Int, to place: Int) {
    sizes[person[record]] -= 1
    if sizes[person[record]] == 0 { vacant.append(person[record]) }
    sizes[place] += 1
    person[record] = place
  }

  var personCount: Int { sizes.count { $0 > 0 } }
}

/// The joins that can be made, the best first; of equal ones that of the lower records.
private struct JoinHeap {
  struct Join {
    var gain: Double
    var a, b: Int

    func isBefore(_ other: Join) -> Bool {
      if gain != other.gain { return gain > other.gain }
      return (a, b) < (other.a, other.b)
    }
  }

  private var joins: [Join] = []

  mutating func push(_ join: Join) {
    guard join.gain > 0 else { return }
    joins.append(join)
    var place = joins.count - 1
    while place > 0, joins[place].isBefore(joins[(place - 1) / 2]) {
      joins.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Join? {
    guard let top = joins.first else { return nil }
    let last = joins.removeLast()
    if joins.isEmpty { return top }
    joins[0] = last
    var place = 0
    while true {
      var next = place
      for child in [2 * place + 1, 2 * place + 2] where child < joins.count && joins[child].isBefore(joins[next]) {
        next = child
      }
      if next == place { return top }
      joins.swapAt(place, next)
      place = next
    }
  }
}

/// Draws of divisions by their weight (Gibbs: each record in turn goes where it fits, by chance), from the best one on.
struct DivisionDraws {
  private var division: Division
  private let persons: [Int]
  private var numbers: SeededNumbers
  private var together: [Double]
  private var counts: [Int: Int] = [:]
  private var draws = 0
  private var options = Division.Options()
  private var shares: [Double] = []
  private let mates: [[Int]]

  init(_ division: Division, persons: [Int], seed: UInt64) {
    self.division = division
    self.persons = persons
    numbers = SeededNumbers(seed: seed)
    together = [Double](repeating: 0, count: persons.count)
    var members: [Int: [Int]] = [:]
    for (record, person) in persons.enumerated() { members[person, default: []].append(record) }
    mates = persons.enumerated().map { record, person in (members[person] ?? []).filter { $0 != record } }
  }

  mutating func run(sweeps: Int) {
    for _ in 0..<sweeps {
      sweep()
      draws += 1
      counts[division.personCount, default: 0] += 1
      for record in persons.indices {
        if mates[record].isEmpty {
          together[record] += division.sizes[division.person[record]] == 1 ? 1 : 0
        } else {
          let same = mates[record].count { division.person[$0] == division.person[record] }
          together[record] += Double(same) / Double(mates[record].count)
        }
      }
    }
  }

  private mutating func sweep() {
    for record in persons.indices {
      division.weigh(record, &options)
      let count = options.places.count
      guard count > 1, let top = options.gains.max() else { continue }
      shares.removeAll(keepingCapacity: true)
      var sum = 0.0
      for gain in options.gains {
        let share = gain - top > -40 ? exp(gain - top) : 0
        shares.append(share)
        sum += share
      }
      var draw = numbers.unit() * sum
      var option = 0
      while option < count - 1, draw >= shares[option] {
        draw -= shares[option]
        option += 1
      }
      if options.places[option] != division.person[record] { division.move(record, to: options.places[option]) }
    }
  }

  /// The division drawn last: the person of each record.
  var drawn: [Int] { division.numbered }

  var certainty: [Double] { together.map { $0 / Double(max(1, draws)) } }

  var chances: [Double] {
    let most = counts.keys.max() ?? 1
    return (1...most).map { Double(counts[$0] ?? 0) / Double(max(1, draws)) }
  }
}
