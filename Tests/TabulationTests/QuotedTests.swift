@testable import Model
import Testing

@testable import Tabulation

struct QuotedTests {
  private func row(_ label: String, _ value: Int, total: Bool = false) -> Figure.QuotedRow {
    Figure.QuotedRow(
      measure: LocalizedText("onderzoeken"), dimension: LocalizedText("vorm"), label: LocalizedText(label),
      value: Quantity(value), unit: .named(LocalizedText("onderzoeken")), source: "Dadermonitor, \(label)",
      isTotal: total)
  }

  private func figure(_ rows: [Figure.QuotedRow], _ column: Figure.Quoted.Column? = nil) -> Figure {
    Figure(
      id: "fig-1", title: LocalizedText("Onderzoeken"), measure: LocalizedText("onderzoeken"),
      unit: UnitOfCount(name: "case", label: LocalizedText("onderzoeken"), repeats: .asDelivered),
      numbers: .quoted(.init(rows: rows, column: column)))
  }

  private let cases = Cases(columns: Columns(rowCount: 0), offsets: [0], members: [])

  @Test func `quoted numbers stand in one column, which a column total may name; some are totals`() throws {
    let rows = [row("alle", 893, total: true), row("arbeid", 54)]
    let table = try figure(rows).tabulated(over: cases)
    let plain = table.shape
    #expect(
      table.cells == [893, 54].map { [Cell(.exact(Quantity($0)), rung: .judged)] })
    #expect(plain.rows.map(\.name) == [LocalizedText("vorm"), LocalizedText("vorm")])
    #expect(plain.rows.map(\.isTotal) == [true, false])
    #expect(plain.columns == [.init(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)])
    let column = Figure.Quoted.Column(label: LocalizedText("2017-2021"), name: LocalizedText("periode"))
    let named = try figure(rows, column).tabulated(over: cases).shape.columns
    #expect(
      named == [.init(key: "value", name: LocalizedText("periode"), label: LocalizedText("2017-2021"), panel: nil)])
  }

  @Test func `a trace says where a number was read, and that nothing was counted`() throws {
    let notifications = Notifications(
      columns: Columns(rowCount: 0), person: [], delivery: [], sourceRow: [], deliveries: [])
    let figure = figure([row("alle", 893, total: true), row("arbeid", 54)])
    func trace(_ row: String, _ panel: Int? = nil) throws -> CellTrace {
      try figure.trace(row: row, column: "value", panel: panel, in: cases, notifications: notifications)
    }
    let traced = try trace("quoted-2")
    #expect(traced.quotedFrom == "Dadermonitor, arbeid")
    #expect(traced.row.label == LocalizedText("arbeid"))
    #expect(traced.rung == .judged)
    #expect(traced.casesBeforeExclusion == 0 && traced.counted == 0 && traced.deliveries.isEmpty)
    #expect(throws: TabulationError.unknownCell(figure: "fig-1", row: "quoted-3", column: "value")) {
      try trace("quoted-3")
    }
    #expect(throws: TabulationError.unknownCell(figure: "fig-1", row: "quoted-1", column: "value")) {
      try trace("quoted-1", 0)
    }
  }

  @Test func `quoted and counted figures keep their order`() throws {
    var counted = figure([])
    counted.id = "fig-2"
    counted.numbers = .counted(.init(rows: .series([.init(label: nil, condition: .always)]), panels: []))
    let tables = try cases.tabulated(by: [figure([row("alle", 893)]), counted, figure([row("arbeid", 54)])])
    #expect(tables.map(\.shape.figure) == ["fig-1", "fig-2", "fig-1"])
    #expect(tables.map { $0.cells[0][0].value } == [893, 0, 54].map { .exact(Quantity($0)) })
  }
}
