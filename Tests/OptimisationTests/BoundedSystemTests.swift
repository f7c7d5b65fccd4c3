import Invented
import Optimisation
import Testing

@Suite struct `A system of numbers within bounds` {
  private static let effort = BoundedSystem.Effort(nodes: 200, mostColumns: 1000)

  private func column(_ lower: Int?, _ upper: Int?, isWhole: Bool = true) -> BoundedSystem.Column {
    .init(lower: lower, upper: upper, isWhole: isWhole)
  }

  /// `[1, 1]` are coefficients of columns 0 and 1.
  private func row(_ coefficients: [Int], _ lower: Int?, _ upper: Int?) -> BoundedSystem.Row {
    let terms = coefficients.enumerated().filter { $0.element != 0 }
    return .init(terms: terms.map { .init(column: $0.offset, coefficient: $0.element) }, lower: lower, upper: upper)
  }

  @Test func `is possible where a solution is`() {
    let system = BoundedSystem(columns: [column(0, 5), column(0, 5)], rows: [row([1, 1], 7, 7), row([1, -1], 1, 1)])
    #expect(system.verdict(effort: Self.effort) == .possible)
    #expect(system.range(of: 0, effort: Self.effort) == 4...4)
  }

  @Test func `is refuted with the rows and bounds that are needed, and no others`() {
    let system = BoundedSystem(
      columns: [column(0, 4), column(0, 4), column(0, nil)],
      rows: [row([0, 0, 1], 3, 9), row([1, 1], 9, 9)])
    #expect(system.verdict(effort: Self.effort) == .impossible(.init(rows: [1], columns: [0, 1])))
  }

  @Test func `is refuted by the sum of rows that hold each by itself`() {
    // Two rows say that the four are 15 together, two columns that they are 16.
    let rows = [row([1, 1, 0, 0], 7, 7), row([0, 0, 1, 1], 8, 8), row([1, 0, 1, 0], 9, 9), row([0, 1, 0, 1], 7, 7)]
    let system = BoundedSystem(columns: (0..<4).map { _ in column(0, nil) }, rows: rows)
    #expect(refutedRows(of: system.verdict(effort: Self.effort)) == [0, 1, 2, 3])
    for left in rows.indices {
      #expect(system.verdict(among: rows.indices.filter { $0 != left }, effort: Self.effort) == .possible)
    }
  }

  @Test func `is refuted in whole numbers where broken ones would do`() {
    let rows = [row([1, 1, 0], 1, 1), row([0, 1, 1], 1, 1), row([1, 0, 1], 1, 1)]
    let whole = BoundedSystem(columns: (0..<3).map { _ in column(0, 1) }, rows: rows)
    let broken = BoundedSystem(columns: (0..<3).map { _ in column(0, 1, isWhole: false) }, rows: rows)
    #expect(refutedRows(of: whole.verdict(effort: Self.effort)) == [0, 1, 2])
    #expect(broken.verdict(effort: Self.effort) == .possible)
    #expect(whole.verdict(effort: .init(nodes: 0, mostColumns: 1000)) == .undecided)
  }

  @Test func `has no answer from a programme that is too large, and a range as far as rows pass it on`() {
    let rows = [row([1, 1, 0], 1, 1), row([0, 1, 1], 1, 1), row([1, 0, 1], 1, 1)]
    let system = BoundedSystem(columns: (0..<3).map { _ in column(0, 1, isWhole: false) }, rows: rows)
    #expect(system.verdict(effort: .init(nodes: 9, mostColumns: 2)) == .undecided)
    #expect(system.range(of: 0, effort: .init(nodes: 9, mostColumns: 2)) == 0...1)
    #expect(system.range(of: 0, effort: Self.effort) == 0.5...0.5)
  }

  private func refutedRows(of verdict: BoundedSystem.Verdict) -> Set<Int>? {
    if case .impossible(let refutation) = verdict { refutation.rows } else { nil }
  }

  /// The slow, obvious version: every whole number within the bounds is tried.
  private func hasSolution(_ system: BoundedSystem) -> Bool {
    func tried(_ column: Int, _ values: [Int]) -> Bool {
      guard column < system.columns.count else {
        return system.rows.allSatisfy { row in
          let sum = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.column] }
          return row.lower.map { sum >= $0 } ?? true && row.upper.map { sum <= $0 } ?? true
        }
      }
      return ((system.columns[column].lower ?? 0)...(system.columns[column].upper ?? 0)).contains {
        tried(column + 1, values + [$0])
      }
    }
    return tried(0, [])
  }

  @Test(arguments: 0..<300)
  func `agrees with trying everything`(_ seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let count = Int.random(in: 2...4, using: &generator)
    let columns = (0..<count).map { _ in
      let low = Int.random(in: -2...2, using: &generator)
      return column(low, low + Int.random(in: 0...3, using: &generator))
    }
    let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let coefficients = (0..<count).map { _ in Int.random(in: -3...3, using: &generator) }
      let middle = Int.random(in: -6...6, using: &generator)
      let room = Int.random(in: 0...2, using: &generator)
      return row(coefficients, Bool.random(using: &generator) ? middle - room : nil, middle + room)
    }
    let system = BoundedSystem(columns: columns, rows: rows)
    let expected = hasSolution(system)
    switch system.verdict(effort: Self.effort) {
    case .possible: #expect(expected || rows.count == 1)
    case .impossible(let refutation):
      #expect(!expected)
      // What was named is enough: other rows and bounds take no part.
      var alone = system
      alone.rows = refutation.rows.sorted().map { system.rows[$0] }
      #expect(!hasSolution(alone))
    case .undecided: Issue.record("so small a system has an answer")
    }
  }
}
