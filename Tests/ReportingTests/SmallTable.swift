import Disclosure
@testable import Model
@testable import Tabulation

/// A published table of given headers and cells, to see single parts of a page by.
enum SmallTable {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let visitors = text("bezoekers", "visitors")

  static func row(
    _ key: String, _ label: LocalizedText, axis: LocalizedText? = text("soort", "kind"),
    measure: LocalizedText = text("naar soort", "by kind"), unit: LocalizedText = visitors, total: Bool = false,
    summary: Bool = false
  ) -> TableShape.RowHeader {
    .init(
      key: key, name: axis, label: label, measure: measure, unit: RowUnit(written: unit), isTotal: total,
      isSummary: summary)
  }

  static func column(
    _ key: String, _ label: String? = nil, axis: LocalizedText = text("jaar", "year"), panel: Int? = 0,
    total: Bool = false
  ) -> TableShape.ColumnHeader {
    .init(key: key, name: axis, label: LocalizedText(label ?? key), panel: panel, isTotal: total)
  }

  static func table(
    _ cells: [[Cell]], rows: [TableShape.RowHeader]? = nil, columns: [TableShape.ColumnHeader]? = nil,
    panels: [LocalizedText] = [text("jaar", "year")], ranks: TableShape.RankMeasures? = nil,
    constants: [TableShape.Constant] = [], breaks: [Figure.SeriesBreak] = [], figure: String = "fig-1",
    dataset: String? = nil, title: LocalizedText = text("Bezoek", "Visits"), notes: [LocalizedText] = []
  ) -> PublishedTable {
    let width = cells.first?.count ?? 0
    let shape = TableShape(
      figure: figure, title: title, unit: InventedEdition.unit,
      rows: rows ?? cells.indices.map { row("r\($0)", LocalizedText("r\($0)")) },
      columns: columns ?? (0..<width).map { column("c\($0)") }, panels: panels, chart: .none,
      sourceLine: text("Bron", "Source"), notes: notes, rankMeasures: ranks, dataset: dataset, constants: constants,
      breaks: breaks)
    let publication = Publication(
      of: [ConfidentialTable(shape: shape, cells: cells)], under: .publishAsIs(reason: text("Om.", "For.")))
    return publication.tables[0]
  }

  static func exact(_ count: Int) -> Cell { Cell(.exact(Quantity(count)), rung: .linked) }
}
