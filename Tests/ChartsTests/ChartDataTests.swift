import Disclosure
import Model
import Testing

@testable import Charts

@Suite struct ChartDataTests {
  private func labels(_ series: [ChartData.Series]) -> [String] { series.map(\.label) }

  @Test func `series are the rows but for totals, the total is the last of these`() {
    let data = InventedTable.plain(.lines).data()
    #expect(labels(data.series) == ["Kinderen", "Ouderen"])
    #expect(data.series.map(\.row) == [0, 1] && data.series.map(\.key) == ["Kinderen", "Ouderen"])
    #expect(data.total?.label == "Totaal" && data.total?.row == 2 && data.total?.style.role == .total)
    #expect(data.columns.map(\.label) == ["2020", "2021"] && data.columns.map(\.index) == [0, 1])
    #expect(data.totalColumn?.label == "2020-2021" && data.totalColumn?.index == 2 && data.mainColumn?.index == 2)
    let twice = InventedTable(
      rows: [
        ("Totaal", InventedTable.counts(1, 1)), ("A", InventedTable.counts(2, 2)),
        ("Totaal", InventedTable.counts(3, 3)),
      ])
    #expect(twice.data().total?.row == 2)
  }

  @Test func `a table of nothing but totals draws them, and has no total beside them`() {
    let data = InventedTable(rows: [("Totaal", InventedTable.counts(1, 2))]).data()
    #expect(labels(data.series) == ["Totaal"] && data.total == nil)
    let columns = InventedTable(rows: [("A", InventedTable.counts(1))], columns: ["alle"], hasTotalColumn: true).data()
    #expect(columns.columns.map(\.label) == ["alle"] && columns.totalColumn == nil)
  }

  @Test func `means and rows of another unit are not drawn`() {
    var shape = InventedTable.plain(.lines).published.shape
    shape.rows[0].isSummary = true
    shape.rows[2].unit = .named(LocalizedText("uren"))
    let table = InventedTable.table(shape, cells: InventedTable.plain(.lines).published.cells)
    let data = ChartData(table, in: .nl)
    #expect(labels(data.series) == ["Ouderen"] && data.total == nil && data.unit == "bezoekers")
  }

  @Test func `colours go from the foot up, and what is unknown is grey`() {
    let rows = ["A", "unknown", "B", "unknown-age", "notAsked", "C", "unbekend"].map { ($0, InventedTable.counts(1)) }
    let data = InventedTable(rows: rows, columns: ["2020"]).data()
    #expect(
      data.series.map(\.style.role) == [.series(3), .unknown, .series(2), .unknown, .unknown, .series(1), .series(0)])
  }

  @Test func `a rank goes by number, ties by the table, missing numbers before unknown last`() throws {
    let data = InventedTable(
      rows: [
        ("nul", InventedTable.counts(0)), ("unknown", InventedTable.counts(9)),
        ("weg", InventedTable.cells(.suppressed(.primary))), ("vijf", InventedTable.counts(5)),
        ("ook vijf", InventedTable.counts(5)), ("zes", InventedTable.counts(6)),
      ], columns: ["2020"]
    ).data()
    let column = try #require(data.mainColumn)
    #expect(labels(data.ranked(by: column)) == ["Zes", "Vijf", "Ook vijf", "Nul", "Weg", "Unknown"])
  }

  @Test func `a value reaches to the head of its interval`() {
    let data = InventedTable(
      rows: [("A", InventedTable.cells(InventedTable.estimate, .exact(Quantity(7)), .notDelivered))],
      columns: ["a", "b", "c"]
    ).data()
    #expect(data.columns.map { data.reach(data.series[0], $0) } == [130, 7, 0])
    #expect(data.columns.map { data.value(data.series[0], $0) } == [100, 7, nil])
    #expect(data.columns.map { data.mark(data.series[0], $0) } == ["100", "7", "?"])
  }

  @Test(
    arguments: [
      ([3, 4], nil, 7), ([3, 4], 7, 7), ([3, 4], 9, 9), ([3, 4], 5, 7), ([-3, 4], nil, 4), ([-3, -4], nil, 0),
    ] as [([Int], Int?, Double)])
  func `a stack is as high as its parts, or as its total when that is more`(
    _ parts: [Int], _ total: Int?, _ height: Double
  ) {
    var rows = parts.enumerated().map { ("r\($0.offset)", InventedTable.counts($0.element)) }
    if let total { rows.append(("Totaal", InventedTable.counts(total))) }
    let data = InventedTable(rows: rows, columns: ["2020"]).data()
    #expect(data.stackHeight(data.columns[0]) == height)
  }

  @Test func `a stack reaches to the head of an interval in it or on its total`() {
    let inPart = InventedTable(
      rows: [("A", InventedTable.cells(InventedTable.estimate)), ("B", InventedTable.counts(20))], columns: ["2020"])
    #expect(inPart.data().stackHeight(inPart.data().columns[0]) == 130)
    let onTotal = InventedTable(
      rows: [("A", InventedTable.counts(20)), ("Totaal", InventedTable.cells(InventedTable.estimate))],
      columns: ["2020"])
    #expect(onTotal.data().stackHeight(onTotal.data().columns[0]) == 130)
  }

  @Test func `panels are drawn when they have columns, one without a name too`() {
    let rows = [("A", InventedTable.counts(1, 2, 3))]
    let table = InventedTable(
      rows: rows, columns: ["a", "b", "c"], panelOf: [0, 2, 2],
      panels: [LocalizedText("een"), LocalizedText("twee"), LocalizedText("drie")])
    let data = table.data()
    #expect(data.drawnPanels.map(\.name) == ["een", "drie"])
    #expect(data.drawnPanels.map { $0.columns.map(\.label) } == [["a"], ["b", "c"]])
    #expect(data.mainColumn?.label == "a" && data.totalColumn == nil)
    let bare = InventedTable(rows: rows, columns: ["a", "b", "c"], panelOf: [nil, nil, nil], panels: []).data()
    #expect(bare.drawnPanels.map(\.name) == [""] && bare.drawnPanels[0].columns.count == 3)
    #expect(bare.mainColumn?.label == "c")
  }

  @Test(
    arguments: [
      (ChartKind.lines, [CellValue.notDelivered, .exact(Quantity(1))], true),
      (.lines, [.notDelivered, .undefined], false),
      (.none, [.exact(Quantity(1)), .exact(Quantity(1))], true),
    ])
  func `a table has numbers when one cell that is drawn has one`(
    _ kind: ChartKind, _ values: [CellValue], _ isDrawable: Bool
  ) {
    let table = InventedTable(chart: kind, rows: [("A", values.map { Cell($0, rung: .observed) })])
    #expect(table.data().isDrawable == isDrawable)
    #expect((Chart(of: table.published, in: .nl) != nil) == (isDrawable && kind != .none))
    #expect((Thumbnail(of: table.published) != nil) == (isDrawable && kind != .none))
  }

  @Test func `numbers in the total column alone are numbers too`() {
    let table = InventedTable(
      rows: [("A", InventedTable.cells(.notDelivered, .exact(Quantity(1))))], columns: ["2020", "alle"],
      hasTotalColumn: true)
    #expect(table.data().isDrawable)
  }

  @Test func `the drawings of a figure have names of their own, whatever its id`() throws {
    var shape = InventedTable.plain(.stackedBars).published.shape
    shape.figure = "fig 2.3/a"
    let table = InventedTable.table(shape, cells: InventedTable.plain(.stackedBars).published.cells)
    let chart = try #require(Chart(of: table, in: .nl))
    #expect(chart.wide.rendered.contains("<title id=\"fig-2-3-a-wide-title\">"))
    #expect(chart.wide.rendered.contains("<pattern id=\"fig-2-3-a-wide-s0-0\""))
    #expect(chart.narrow.rendered.contains("<title id=\"fig-2-3-a-narrow-title\">"))
    #expect(chart.narrow.rendered.contains("<pattern id=\"fig-2-3-a-narrow-s0-0\""))
  }
}
