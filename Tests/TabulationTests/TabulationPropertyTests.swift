@testable import Model
import Testing

@testable import Tabulation

struct TabulationPropertyTests {
  @Test(arguments: 0..<16)
  func `agrees with counting case by case`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let cases = RandomCases.cases(count: 80, using: &generator)
    let figures = (0..<8).map { _ in RandomCases.figure(using: &generator) }
    let tables = try cases.tabulated(by: figures)
    for (figure, table) in zip(figures, tables) {
      let expected = try SlowTabulation(figure: figure, cases: cases).quantities()
      #expect(table.cells.map { $0.map(\.value.quantity) } == expected, "\(figure)")
      #expect(try figure.tabulated(over: cases) == table)
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `the number of workers changes nothing`(_ workers: Int) async throws {
    var generator = SeededGenerator(seed: 11)
    let few = RandomCases.cases(count: 500, using: &generator)
    let cases = few.reordered((0..<140_000).map { $0 % 500 })
    let figures = (0..<6).map { _ in RandomCases.figure(using: &generator) }
    let together = try cases.tabulated(by: figures)
    #expect(try await cases.tabulated(by: figures, workers: workers) == together)
  }

  @Test(arguments: 0..<10)
  func `the order of the cases changes nothing`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 100)
    let cases = RandomCases.cases(count: 100, using: &generator)
    let figures = (0..<5).map { _ in RandomCases.figure(using: &generator) }
    let order = Array(0..<100).shuffled(using: &generator)
    #expect(try cases.reordered(order).tabulated(by: figures) == cases.tabulated(by: figures))
  }

  @Test(arguments: 0..<10)
  func `margins over one-answer variables add up`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 200)
    let cases = RandomCases.cases(count: 300, using: &generator)
    let words = Missing.allCases.map(\.word)
    let form = Figure.Dimension(
      variable: "form", name: LocalizedText("form"), order: ["sexual", "labour", "criminal", "organ"] + words)
    let year = Figure.Dimension(
      variable: "year", name: LocalizedText("year"), order: ["2015", "2016", "2017"] + words)
    var figure = RandomCases.figure(using: &generator)
    // Cases that count together may stand in several rows, and do not add up.
    if case .oncePerYearTogether = figure.unit.repeats { figure.unit.repeats = .everyTimeAgain }
    figure.counted.rows = .dimension(form)
    figure.counted.panels = [year]
    figure.counted.summaries = []
    figure.counted.rowTotal?.basis = .shown
    figure.counted.columnTotal?.basis = .shown
    let shown = try figure.tabulated(over: cases).counts
    for row in shown { #expect(row.dropLast().reduce(0, +) == row.last) }
    for column in shown[0].indices {
      #expect(shown.dropLast().reduce(0) { $0 + $1[column] } == shown[shown.count - 1][column])
    }
    figure.counted.rowTotal?.basis = .base
    figure.counted.columnTotal?.basis = .base
    #expect(try figure.tabulated(over: cases).counts == shown)
  }

  @Test func `categories taken together add up`() throws {
    var generator = SeededGenerator(seed: 5)
    let cases = RandomCases.cases(count: 300, using: &generator)
    var figure = RandomCases.figure(using: &generator)
    figure.unit.repeats = .oncePerYear
    figure.counted.summaries = []
    figure.counted.panels = []
    figure.counted.rows = .dimension(
      .init(variable: "form", name: LocalizedText("form"), order: ["sexual", "labour", "criminal"]))
    let apart = try figure.tabulated(over: cases).counts.map { $0[0] }
    figure.counted.rows = .dimension(
      .init(
        variable: "form", name: LocalizedText("form"), order: [],
        pools: [
          .init(label: LocalizedText("a"), codes: ["sexual", "criminal"]),
          .init(label: LocalizedText("b"), codes: ["labour"]),
        ]))
    let table = try figure.tabulated(over: cases)
    #expect(table.shape.rows.map(\.key) == ["pool-1", "pool-2", "total"])
    #expect(table.counts.map { $0[0] }.dropLast() == [apart[0] + apart[2], apart[1]])
  }

  @Test(arguments: 0..<4)
  func `a trace comes to the number in its cell`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 300)
    let cases = RandomCases.cases(count: 100, using: &generator)
    let figure = RandomCases.figure(using: &generator)
    let table = try figure.tabulated(over: cases)
    let rows = Int(cases.offsets[100])
    let notifications = Notifications(
      columns: Columns(rowCount: rows), person: Array(repeating: 0, count: rows),
      delivery: (0..<rows).map { UInt16($0 % 3) }, sourceRow: Array(repeating: 1, count: rows),
      deliveries: ["a", "b", "c"].map {
        DeliverySummary(
          source: $0, period: "2015", version: 1, fileName: "\($0).csv", checksum: "", rowsRead: rows, rowsTaken: rows,
          rowsSetAside: 0, rowsMovedDown: 0)
      })
    for (row, cells) in zip(table.shape.rows, table.cells) where !row.isSummary {
      for (column, cell) in zip(table.shape.columns, cells) {
        let trace = try figure.trace(
          row: row.key, column: column.key, panel: column.panel, in: cases, notifications: notifications)
        let stated = cell.value.quantity?.numerator ?? 0
        #expect(trace.counted == (cell.base == nil ? stated : stated / 100))
        #expect(trace.excluded.reduce(trace.casesCounted) { $0 + $1.cases } == trace.casesBeforeExclusion)
        #expect(trace.deliveries.reduce(0) { $0 + $1.notifications } == trace.notifications)
      }
    }
  }
}

extension ConfidentialTable {
  var counts: [[Int]] { cells.map { $0.map { $0.value.quantity?.numerator ?? -1 } } }
}

extension Cases {
  func reordered(_ order: [Int]) -> Cases {
    var columns = Columns(rowCount: order.count)
    for (variable, column) in zip(self.columns.variables, self.columns.columns) {
      let reordered: Column =
        switch column {
        case .category(let codes): .category(order.map { codes[$0] })
        case .wideCategory(let codes): .wideCategory(order.map { codes[$0] })
        case .set(let masks): .set(order.map { masks[$0] })
        case .number(let numbers): .number(order.map { numbers[$0] })
        }
      columns.set(reordered, for: variable)
    }
    var offsets: [UInt32] = [0]
    for index in order { offsets.append((offsets.last ?? 0) + self.offsets[index + 1] - self.offsets[index]) }
    var cases = Cases(columns: columns, offsets: offsets, members: Array(0..<(offsets.last ?? 0)))
    cases.exclusions = exclusions
    cases.excludedBy = order.map { excludedBy[$0] }
    return cases
  }
}
