@testable import Model
import Testing

@testable import Tabulation

struct QuotedTests {
  @Test func `quoted numbers stand in one column, which a column total may name; some are totals`() throws {
    func row(_ label: String, _ value: Int, total: Bool = false) -> Figure.QuotedRow {
      Figure.QuotedRow(
        measure: LocalizedText("onderzoeken"), dimension: LocalizedText("vorm"), label: LocalizedText(label),
        value: Quantity(value), unit: LocalizedText("onderzoeken"), source: "Dadermonitor", isTotal: total)
    }
    var figure = Figure(
      id: "fig-1", title: LocalizedText("Onderzoeken"), measure: LocalizedText("onderzoeken"),
      unit: UnitOfCount(name: "case", label: LocalizedText("onderzoeken"), repeats: .asDelivered),
      rows: .quoted([row("alle", 893, total: true), row("arbeid", 54)]), panels: [])
    let cases = Cases(columns: Columns(rowCount: 0), offsets: [0], members: [])
    let plain = try figure.tabulated(over: cases).shape
    #expect(plain.rows.map(\.isTotal) == [true, false])
    #expect(plain.columns == [.init(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)])
    figure.columnTotal = .init(label: LocalizedText("2017-2021"), name: LocalizedText("periode"))
    let named = try figure.tabulated(over: cases).shape.columns
    #expect(
      named == [.init(key: "value", name: LocalizedText("periode"), label: LocalizedText("2017-2021"), panel: nil)])
  }
}
