import Disclosure
import Model
import Testing

@testable import Charts
@testable import Tabulation

private func published(_ chart: ChartKind, onlyTotals: Bool = false) -> PublishedTable {
  let year = LocalizedText(nl: "jaar", en: "year")
  let columns = ["2022", "2023", "2024"].map {
    TableShape.ColumnHeader(key: $0, name: year, label: LocalizedText($0), panel: 0)
  }
  let row = TableShape.RowHeader(
    key: "calls", name: nil, label: LocalizedText("meldingen"), measure: LocalizedText("meldingen"),
    unit: .named(LocalizedText("meldingen")), isTotal: onlyTotals)
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
    #expect(
      chart.finding
        == "Het aantal kwam op 130 meldingen in 2023 en op 179 in 2024; deze jaren zijn niet te vergelijken.")
  }

  @Test func `a number that was not delivered is a gap with a mark, never a zero`() throws {
    let chart = try #require(Chart(of: published(.lines), in: .nl))
    #expect(chart.wide.rendered.matches(of: /class="line/).count == 1)
    #expect(chart.wide.rendered.contains(">?</text>"))
    #expect(chart.summary.contains("Meldingen: niet geleverd in 2022; 130 in 2023"))
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

  private func places(_ keys: [String], _ years: [Int], panels: [Int?]? = nil, rows: Bool = false) -> [BreakPlace] {
    let cells = InventedTable.counts(1)
    let table =
      rows
      ? InventedTable(rows: keys.map { ($0, cells) }, columns: ["x"])
      : InventedTable(
        rows: [("A", keys.flatMap { _ in cells })], columns: keys, panelOf: panels,
        panels: [LocalizedText("een"), LocalizedText("twee")])
    var shape = table.published.shape
    shape.breaks = years.map { .init(year: $0, reason: LocalizedText("\($0)")) }
    return rows ? shape.rowBreaks : shape.columnBreaks
  }

  /// The header before which it runs, the header of the later year, and the years of the breaks.
  @Test(
    arguments: [
      (["2019", "2020", "2021"], [2020], ["1 1 2020"]), (["2019", "2020", "2021"], [2021], ["2 2 2021"]),
      (["2019", "2020", "2021"], [2019], []), (["2019", "2020", "2021"], [2022], []),
      (["2021", "2020", "2019"], [2020], ["2 1 2020"]), (["2019", "2023"], [2020, 2022], ["1 1 2020 2022"]),
      (["2019", "x", "2020"], [2020], ["2 2 2020"]), (["2019", "20200"], [2020], []), (["2019", "202a"], [2020], []),
      (["2019", "2020", "2021"], [2020, 2021], ["1 1 2020", "2 2 2021"]), ([], [2020], []), (["2019", "2020"], [], []),
    ])
  func `a break lies between the years around it, among columns and among rows`(
    _ keys: [String], _ years: [Int], _ expected: [String]
  ) {
    for rows in [false, true] where !keys.isEmpty {
      let found = places(keys, years, panels: keys.map { _ in 0 }, rows: rows).map { place in
        ([place.before, place.marked] + place.breaks.map(\.year)).map(String.init).joined(separator: " ")
      }
      #expect(found == expected)
    }
  }

  @Test func `a break stays within its panel, and totals are no years`() {
    #expect(places(["2019", "2020", "2019", "2020"], [2020], panels: [0, 0, 1, 1]).map(\.before) == [1, 3])
    #expect(places(["2019", "2020"], [2020], panels: [0, 1]).isEmpty)
    #expect(places(["2019", "2020"], [2020], panels: [0, nil]).isEmpty)
    var shape = InventedTable(
      rows: ["2019", "2020", "2021"].map { ($0, InventedTable.counts(1)) }, columns: ["x"]
    ).published.shape
    shape.breaks = [.init(year: 2020, reason: LocalizedText("x"))]
    shape.rows[1].isTotal = true
    #expect(shape.rowBreaks.map(\.before) == [2])
    shape.rows[1].isTotal = false
    shape.rows[0].isSummary = true
    #expect(shape.rowBreaks.isEmpty)
  }

  @Test func `breaks at one place are told after each other`() {
    let table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(1, 2))], columns: ["2019", "2023"],
      breaks: [
        .init(year: 2020, reason: LocalizedText(nl: "Nieuwe wet.", en: "New law.")),
        .init(year: 2022, reason: LocalizedText(nl: "Nieuwe kring.", en: "New area.")),
      ])
    #expect(table.data().breakBefore(table.data().columns[0]) == nil)
    #expect(
      table.data().breakBefore(table.data().columns[1])
        == "Vanaf 2020 niet vergelijkbaar met eerder: Nieuwe wet. Vanaf 2022 niet vergelijkbaar met eerder: Nieuwe kring."
    )
    let english = table.data(in: .en)
    #expect(
      english.breakBefore(english.columns[1])
        == "From 2020 not comparable with before: New law. From 2022 not comparable with before: New area.")
  }
}
