import Model
import Testing

@testable import Disclosure
@testable import Estimation
@testable import Tabulation

/// What the only policy there is does to each kind of cell, and where tables come to stand.
struct CellsPublishedTests {
  private static func number(_ count: Int) -> Quantity { Quantity(count) }

  static let values: [CellValue] =
    [
      .exact(number(0)), .exact(number(1)), .exact(number(4)), .exact(number(5)),
      .exact(Quantity(numerator: -7, denominator: 2, decimals: 1)), .rounded(number(10), base: 5),
      .provisional(number(3)), .revised(number(2), before: number(1)),
      .estimate(number(24), lower: number(20), upper: number(30), percent: 95), .estimateWithoutInterval(number(9)),
      .suppressed(.primary), .suppressed(.secondary),
    ] + Absence.allCases.map { CellValue($0) }

  @Test func `there is a value here of every state a cell can have`() {
    let states = Set(Self.values.map { Cell($0, rung: .linked).state })
    #expect(states.union([.derived]) == Set(CellState.allCases))
  }

  @Test(arguments: values, Rung.allCases)
  func `publishing as is changes no value, rung, rank or base`(_ value: CellValue, _ rung: Rung) {
    let cells = [
      [Cell(value, rung: rung), Cell(value, rung: rung, rank: 2)],
      [Cell(value, rung: rung, base: 3), Cell(value, rung: rung, rank: 1, base: 9)],
    ]
    let table = Publication(of: [Invented.table("fig-1", cells)], under: Invented.policy).tables[0]
    #expect(table.cells == cells)
    #expect(table.cell(row: "r1", column: "c0")?.base == 3)
    #expect(table.cell(row: "r0", column: "c1")?.rank == 2)
    #expect(table.cell(row: "r1", column: "c1")?.state == cells[1][1].state)
  }

  /// As is promises no more than that: what adds up before, adds up after, and what is withheld stays withheld.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `margins stay the sums they were and withheld cells stay without a number`(_ seed: UInt64) {
    var generator = SeededNumbers(state: seed)
    let inner = (0..<4).map { _ in (0..<3).map { _ in generator.below(50) } }
    let rows = inner.map { $0 + [$0.reduce(0, +)] }
    let all = rows + [(0..<4).map { column in rows.reduce(0) { $0 + $1[column] } }]
    var cells = all.map { $0.map { Cell(.exact(Quantity($0)), rung: .linked) } }
    let (row, column) = (generator.below(4), generator.below(3))
    cells[row][column].value = .suppressed(.primary)
    let shown = Publication(of: [Invented.table("fig-1", cells)], under: Invented.policy).tables[0].cells
    #expect(shown[row][column].value == .suppressed(.primary))
    for (line, numbers) in zip(shown, all) {
      #expect(line[3].value.quantity?.numerator == numbers[..<3].reduce(0, +))
    }
    for place in 0..<4 { #expect(shown[4][place].value.quantity?.numerator == all[..<4].reduce(0) { $0 + $1[place] }) }
  }

  @Test func `tables come first, then those of estimates, then what derives from them`() throws {
    let estimate = try Invented.ofEdition()
    let brought = ConfidentialEstimate(Invented.card, named: "card")
    let publication = Publication(
      of: [Invented.table("b", [[]]), Invented.table("a", [[]])], estimates: [brought, estimate],
      derived: [Invented.table("d", [[]]), Invented.table("c", [[]])], under: Invented.policy)
    #expect(publication.tables.map(\.shape.figure) == ["b", "a", "schatting-x", "d", "c"])
    #expect(publication.tables[2].shape == estimate.table?.shape)
    #expect(publication.tables[2].cells == estimate.table?.cells)
    #expect(publication.estimates.map(\.figure) == ["card", "schatting-x"])
    #expect(publication.estimate(named: "schatting-x") == publication.estimates[1])
    #expect(publication.estimate(named: "b") == nil)
    #expect(publication.table(named: "card") == nil)
    #expect(publication.table(named: "c") == publication.tables[4])
    #expect(publication.policy == Invented.policy)
  }

  @Test func `of two tables of one name the first is found`() {
    let (one, two) = (Cell(.exact(Quantity(1)), rung: .linked), Cell(.exact(Quantity(2)), rung: .linked))
    let publication = Publication(
      of: [Invented.table("a", [[one]]), Invented.table("a", [[two]])], under: Invented.policy)
    #expect(publication.table(named: "a")?.cells == [[one]])
  }

  @Test func `a cell needs both its row and its column, and a panel that has it`() {
    let cells = [[Cell(.exact(Quantity(1)), rung: .linked), Cell(.notAsked, rung: .linked)]]
    let table = Publication(of: [Invented.table("a", cells)], under: Invented.policy).tables[0]
    #expect(table.cell(row: "r0", column: "c1", panel: 0) == cells[0][1])
    #expect(table.cell(row: "r0", column: "c1", panel: 1) == nil)
    #expect(table.cell(row: "r0", column: "r0") == nil)
    #expect(table.cell(row: "c0", column: "c0") == nil)
    #expect(table.cell(row: "r1", column: "c0") == nil)
  }
}

/// Numbers with a seed (Knuth's linear congruence, the upper bits).
private struct SeededNumbers {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
