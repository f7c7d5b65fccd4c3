import Disclosure
import Model

@testable import Tabulation

@testable import Charts

/// Small tables for tests, in a few words.
struct InventedTable {
  var chart: ChartKind = .stackedBars
  var rows: [(key: String, cells: [Cell])]
  var columns = ["2020", "2021"]
  /// The last column is the total over the others.
  var hasTotalColumn = false
  /// Panel of each column, for tables with several; a column without one is the total over all.
  var panelOf: [Int?]?
  var panels = [LocalizedText(nl: "jaar", en: "year")]
  var breaks: [Figure.SeriesBreak] = []
  var open: Set<OpenChange> = []
  var title = "Bezoekers"
  var unit = RowUnit.named(LocalizedText("bezoekers"))

  /// A row named `Totaal` is the total.
  var published: PublishedTable {
    let headers = rows.map { row in
      TableShape.RowHeader(
        key: row.key, name: LocalizedText(nl: "soort", en: "kind"), label: LocalizedText(row.key),
        measure: LocalizedText(nl: "bezoekers naar soort", en: "visitors by kind"),
        unit: unit, isTotal: row.key == "Totaal")
    }
    let columnHeaders = columns.enumerated().map { index, column in
      let isTotal = hasTotalColumn && index == columns.count - 1
      return TableShape.ColumnHeader(
        key: column, name: LocalizedText(nl: "jaar", en: "year"), label: LocalizedText(column),
        panel: panelOf.map { $0[index] } ?? (isTotal ? nil : 0), isTotal: isTotal)
    }
    let shape = TableShape(
      figure: "fig-1", title: LocalizedText(title),
      unit: UnitOfCount(name: "visitor", label: LocalizedText(nl: "bezoekers", en: "visitors"), repeats: .everyTime),
      rows: headers, columns: columnHeaders, panels: panels, chart: chart, sourceLine: LocalizedText(""),
      notes: [], breaks: breaks)
    return Self.table(shape, cells: rows.map(\.cells), open: open)
  }

  /// A table of a shape made elsewhere.
  static func table(_ shape: TableShape, cells: [[Cell]], open: Set<OpenChange> = []) -> PublishedTable {
    var table = ConfidentialTable(shape: shape, cells: cells)
    table.openChanges = open
    return Publication(of: [table], under: .publishAsIs(reason: LocalizedText("verzonnen"))).tables[0]
  }

  /// Two kinds with a total row and a total column; every number checkable by eye.
  static func plain(_ chart: ChartKind) -> InventedTable {
    InventedTable(
      chart: chart,
      rows: [
        ("Kinderen", counts(10, 20, 30)), ("Ouderen", counts(30, 40, 70)), ("Totaal", counts(40, 60, 100)),
      ], columns: ["2020", "2021", "2020-2021"], hasTotalColumn: true)
  }

  /// The table as a chart sees it.
  func data(in language: Language = .nl) -> ChartData { ChartData(published, in: language) }

  static func counts(_ numbers: Int...) -> [Cell] { numbers.map { Cell(.exact(Quantity($0)), rung: .observed) } }

  /// Cells with these values.
  static func cells(_ values: CellValue...) -> [Cell] { values.map { Cell($0, rung: .observed) } }

  /// 100, between 80 and 130.
  static let estimate = CellValue.estimate(Quantity(100), lower: Quantity(80), upper: Quantity(130), percent: 95)
}
