import Disclosure
import Model
import Tabulation
import Testing

@testable import Charts

private func published(_ chart: ChartKind, onlyTotals: Bool = false) -> PublishedTable {
  let year = LocalizedText(nl: "jaar", en: "year")
  let columns = ["2022", "2023", "2024"].map {
    TableShape.ColumnHeader(key: $0, name: year, label: LocalizedText($0), panel: 0)
  }
  let row = TableShape.RowHeader(
    key: "calls", name: nil, label: LocalizedText("meldingen"), measure: LocalizedText("meldingen"),
    unitLabel: LocalizedText("meldingen"), isTotal: onlyTotals)
  let reason = LocalizedText(nl: "Nu voor de hele regio.", en: "Now for the whole region.")
  let shape = TableShape(
    figure: "fig-1", title: LocalizedText("Meldingen"),
    unit: UnitOfCount(name: "call", label: LocalizedText("meldingen"), repeats: .asDelivered), rows: [row],
    columns: columns, panels: [year], chart: chart, sourceLine: LocalizedText(""), notes: [],
    breaks: [.init(year: 2024, reason: reason)])
  let cells: [CellValue] = [.notDelivered, .exact(Quantity(130)), .exact(Quantity(179))]
  let table = ConfidentialTable(shape: shape, cells: [cells.map { Cell($0, rung: .observed) }])
  return Publication(of: [table], under: .publishAsIs(reason: LocalizedText("verzonnen"))).tables[0]
}

@Suite struct SeriesBreakTests {
  @Test(arguments: [ChartKind.lines, .stackedBars])
  func `a break is a dashed line with its reason as text, and in the description`(_ kind: ChartKind) throws {
    let chart = try #require(Chart(of: published(kind), in: .nl))
    let wide = chart.wide.rendered
    #expect(wide.contains("<g class=\"break\"><title>Vanaf 2024 niet vergelijkbaar met eerder: Nu voor de hele regio."))
    #expect(wide.contains("stroke-dasharray=\"5 4\""))
    #expect(chart.summary.contains("Vanaf 2024 niet vergelijkbaar met eerder: Nu voor de hele regio."))
    #expect(kind == .stackedBars || chart.narrow.rendered.contains("class=\"break\""))
  }

  @Test func `years on both sides of a break are not compared in the finding`() throws {
    let chart = try #require(Chart(of: published(.lines), in: .nl))
    #expect(chart.finding == "Meldingen: 130 in 2023, 179 in 2024; deze jaren zijn niet te vergelijken.")
  }

  @Test func `a number that was not delivered is a gap with a mark, never a zero`() throws {
    let chart = try #require(Chart(of: published(.lines), in: .nl))
    #expect(chart.wide.rendered.matches(of: /class="line/).count == 1)
    #expect(chart.wide.rendered.contains(">?</text>"))
    #expect(chart.summary.contains("2022: ?"))
  }

  @Test func `a table without a single number has no chart`() {
    let table = InventedTable(
      chart: .lines, rows: [("Kinderen", [CellValue.notDelivered, .notDelivered].map { Cell($0, rung: .observed) })])
    #expect(Chart(of: table.published, in: .nl) == nil)
    #expect(Thumbnail(of: table.published) == nil)
  }

  @Test func `a table of nothing but totals is drawn all the same`() throws {
    let chart = try #require(Chart(of: published(.lines, onlyTotals: true), in: .nl))
    #expect(chart.wide.rendered.contains(">179</text>"))
  }

  @Test func `a series breaks between the years around it, in whichever order they stand`() {
    var shape = published(.lines).shape
    #expect(shape.columnBreaks.map(\.before) == [2])
    #expect(shape.columnBreaks.map(\.marked) == [2])
    shape.columns.reverse()
    #expect(shape.columnBreaks.map(\.before) == [1])
    #expect(shape.columnBreaks.map(\.marked) == [0])
    shape.breaks[0].year = 2022
    #expect(shape.columnBreaks.isEmpty)
  }
}
