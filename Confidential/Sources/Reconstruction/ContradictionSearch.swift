internal import Model

/// Finds which published numbers cannot all be true of any records, and the cheapest set to depart from.
///
/// Every item gets slack; a set of items contradicts itself when no solution makes all its slack zero. The search keeps
/// a list of *irreducible* contradictions (leave out any one item and the rest agree) and the cheapest set of items that
/// hits each of them. When what is left agrees, that set is the cheapest there is: every contradiction found must be
/// hit, and no cheaper set hits them all.
///
/// - SeeAlso: Reiter 1987 and Ignatiev et al. 2015 (hitting sets and smallest explanations), `docs/references.md`.
struct ContradictionSearch {
  private let system: ConstraintSystem
  private let session: SimplexSession
  private let columnCount: Int
  /// Slack columns of each item.
  private let slack: [[Int]]
  /// Item of each row of the programme, nil for rows that hold by construction.
  private let itemOfRow: [Int?]

  /// Slack below this is rounding of the solver.
  private static let tolerance = 1e-5

  struct Outcome {
    /// Irreducible contradictions, each a list of items in the order of the system: together they prove the departures.
    var contradictions: [[Int]]
    /// The cheapest items to depart from.
    var departures: [Int]
    /// For each departure the shortest contradiction found between it and what was kept.
    var explanations: [[Int]]
  }

  init(_ system: ConstraintSystem) {
    self.system = system
    var program = LinearProgram()
    for _ in 0..<system.cellCount { _ = program.addColumn() }
    var slack: [[Int]] = Array(repeating: [], count: system.items.count)
    for row in system.rows {
      var row = row
      if let item = row.item {
        let largest = row.terms.map { abs($0.coefficient) }.max() ?? 1
        row = row.divided(by: max(largest, 1))
        let (up, down) = (program.addColumn(), program.addColumn())
        slack[item] += [up, down]
        row.terms += [
          LinearProgram.Term(column: up, coefficient: 1), LinearProgram.Term(column: down, coefficient: -1),
        ]
      }
      program.addRow(lower: row.lower, upper: row.upper, terms: row.terms)
    }
    self.slack = slack
    itemOfRow = system.rows.map(\.item)
    columnCount = program.columns.count
    session = SimplexSession(program)
  }

  /// Looks within each figure first, then within each two, then at everything together, so that what is found is as
  /// small as it can be understood.
  ///
  /// - Throws: `solverFailed` when what holds by construction cannot hold, or the solver gives up.
  func outcome(progress: (Int) -> Void) throws(ReconstructionError) -> Outcome {
    var contradictions: [[Int]] = []
    var departures: Set<Int> = []
    for group in groups {
      while true {
        guard let certificate = try examine(group.subtracting(departures)) else { break }
        contradictions.append(try irreducible(certificate))
        departures = try cheapestHittingSet(of: contradictions)
        progress(contradictions.count)
      }
    }
    let sorted = departures.sorted()
    var explanations: [[Int]] = []
    for departure in sorted {
      explanations.append(try explanation(of: departure, besides: departures, known: contradictions))
    }
    return Outcome(contradictions: contradictions, departures: sorted, explanations: explanations)
  }

  /// Looks among the numbers of the same column of the figure, of its row, of the figure, of that column in two figures,
  /// and of everything.
  private func explanation(
    of departure: Int, besides departures: Set<Int>, known: [[Int]]
  ) throws(ReconstructionError) -> [Int] {
    let kept = system.items.indices.filter { $0 == departure || !departures.contains($0) }
    for group in near(departure, among: kept) {
      if let certificate = try examine(Set(group)) { return try irreducible(certificate) }
    }
    let alone = known.filter { $0.contains(departure) && $0.allSatisfy { $0 == departure || !departures.contains($0) } }
    if let shortest = alone.min(by: { $0.count < $1.count }) { return shortest }
    return try irreducible(try examine(Set(kept)) ?? [departure])
  }

  private func near(_ departure: Int, among kept: [Int]) -> [[Int]] {
    let item = system.items[departure]
    let figure = kept.filter { system.items[$0].part == item.part }
    let column = kept.filter { system.items[$0].column == item.column }
    var parts: [String] = []
    for index in column where !parts.contains(system.items[index].part) { parts.append(system.items[index].part) }
    let pairs = parts.map { part in
      column.filter { [item.part, part].contains(system.items[$0].part) }
    }
    return [
      figure.filter { system.items[$0].column == item.column }, figure.filter { system.items[$0].row == item.row },
      figure,
    ] + pairs
  }

  private var groups: [Set<Int>] {
    var parts: [(name: String, items: Set<Int>)] = []
    for (index, item) in system.items.enumerated() {
      if let known = parts.firstIndex(where: { $0.name == item.part }) {
        parts[known].items.insert(index)
      } else {
        parts.append((item.part, [index]))
      }
    }
    var groups = parts.map(\.items)
    for first in parts.indices {
      for second in parts.indices where second > first {
        groups.append(parts[first].items.union(parts[second].items))
      }
    }
    return groups + [Set(system.items.indices)]
  }

  /// Whether these items contradict each other; if so, a subset that does (the items with a price in the dual).
  private func examine(_ active: Set<Int>) throws(ReconstructionError) -> Set<Int>? {
    var costs = Array(repeating: 0.0, count: columnCount)
    for item in active { for column in slack[item] { costs[column] = 1 } }
    guard let optimum = session.optimum(costs: costs) else { throw .solverFailed(part: "tables") }
    guard optimum.objective > Self.tolerance else { return nil }
    var certificate: Set<Int> = []
    // The tolerance on dual values of the solver (Clp, by default).
    for (row, price) in optimum.prices.enumerated() where abs(price) > 1e-7 {
      if let item = itemOfRow[row], active.contains(item) { certificate.insert(item) }
    }
    return certificate
  }

  /// A contradiction within these items that no longer is one when any item is left out: the smaller of two, found by
  /// leaving out dear items first and cheap items first.
  private func irreducible(_ items: Set<Int>) throws(ReconstructionError) -> [Int] {
    let dearFirst = try reduced(items) { (-system.items[$0].cost, $0) < (-system.items[$1].cost, $1) }
    let cheapFirst = try reduced(items) { (system.items[$0].cost, $0) < (system.items[$1].cost, $1) }
    return (cheapFirst.count < dearFirst.count ? cheapFirst : dearFirst).sorted()
  }

  private func reduced(_ items: Set<Int>, by order: (Int, Int) -> Bool) throws(ReconstructionError) -> Set<Int> {
    var candidate = items
    for item in items.sorted(by: order) where candidate.contains(item) {
      if let smaller = try examine(candidate.subtracting([item])) { candidate = smaller }
    }
    return candidate
  }

  private func cheapestHittingSet(of contradictions: [[Int]]) throws(ReconstructionError) -> Set<Int> {
    let items = Set(contradictions.joined()).sorted()
    var program = LinearProgram()
    for (rank, item) in items.enumerated() {
      // The last digits prefer earlier items among equals, so that the choice is always the same.
      _ = program.addColumn(upper: 1, cost: system.items[item].cost + Double(rank) * 1e-5, isInteger: true)
    }
    for contradiction in contradictions {
      let terms = contradiction.compactMap { item in
        items.firstIndex(of: item).map { LinearProgram.Term(column: $0, coefficient: 1) }
      }
      program.addRow(lower: 1, upper: .infinity, terms: terms)
    }
    // The smallest set, proven; beyond so many nodes the search is given up. A decision.
    guard let values = program.integerOptimum(effort: .init(gap: 0, nodes: 100_000)) else {
      throw .solverFailed(part: "contradictions")
    }
    return Set(zip(items, values).filter { $0.1 > 0.5 }.map(\.0))
  }
}

extension ConstraintSystem.Row {
  func divided(by scale: Double) -> Self {
    var row = self
    row.lower /= scale
    row.upper /= scale
    for index in row.terms.indices { row.terms[index].coefficient /= scale }
    return row
  }
}
