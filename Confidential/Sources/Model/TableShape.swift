/// What a table looks like, without its numbers: safe to print, log and test.
public struct TableShape: Equatable, Hashable, Sendable {
  public var figure: String
  /// The table of the open data these cells are lines of. Figures with the same dataset share one file.
  public var dataset: String
  /// Dimensions that are the same for every cell, after those of row and column: `jaar`, `2024`.
  public var constants: [Constant]
  /// Years from which the numbers are not comparable with those before.
  public var breaks: [Figure.SeriesBreak]

  /// A dimension that is the same for every cell.
  public struct Constant: Equatable, Hashable, Sendable {
    public var name: LocalizedText
    public var label: LocalizedText
    public init(name: LocalizedText, label: LocalizedText) {
      self.name = name
      self.label = label
    }
  }

  public var title: LocalizedText
  public var unit: UnitOfCount
  /// When the same person counts again, where that is not what the unit says.
  public var countedOnce: LocalizedText?
  public var rows: [RowHeader]
  public var columns: [ColumnHeader]
  /// Names of the panels, in order: `jaar`, `mensenhandelvorm`. Columns point into it.
  public var panels: [LocalizedText]
  public var chart: ChartKind
  public var sourceLine: LocalizedText
  public var notes: [LocalizedText]
  /// For top-N tables: the measure of ranks in a column and over the whole period.
  public var rankMeasures: RankMeasures?

  /// What the table says of how sure its numbers are.
  public var statistics = FigureStatistics.none

  /// What the places of a ranking are called in the open data.
  public struct RankMeasures: Equatable, Hashable, Sendable {
    public var inColumn: LocalizedText
    public var inTotal: LocalizedText
    public init(inColumn: LocalizedText, inTotal: LocalizedText) {
      self.inColumn = inColumn
      self.inTotal = inTotal
    }
  }

  /// A row, without its numbers.
  public struct RowHeader: Equatable, Hashable, Sendable {
    /// Code of the row for `zicht explain` and anchors: a category code, `total`, `series-1`, `mean-age`.
    public var key: String
    /// Axis name in the open data; nil: the row is told apart by its measure.
    public var name: LocalizedText?
    public var label: LocalizedText
    public var measure: LocalizedText
    public var unit: RowUnit
    public var isTotal: Bool
    /// A mean or median: never stacked, never added.
    public var isSummary: Bool
    public init(
      key: String, name: LocalizedText?, label: LocalizedText, measure: LocalizedText, unit: RowUnit,
      isTotal: Bool = false, isSummary: Bool = false
    ) {
      self.key = key
      self.name = name
      self.label = label
      self.measure = measure
      self.unit = unit
      self.isTotal = isTotal
      self.isSummary = isSummary
    }
  }

  /// A column, without its numbers.
  public struct ColumnHeader: Equatable, Hashable, Sendable {
    public var key: String
    /// Axis name in the open data; empty text in a table of quoted numbers, which has one unnamed column.
    public var name: LocalizedText
    public var label: LocalizedText
    /// Index into `panels`; nil for the total over all panels.
    public var panel: Int?
    public var isTotal: Bool
    public init(key: String, name: LocalizedText, label: LocalizedText, panel: Int?, isTotal: Bool = false) {
      self.key = key
      self.name = name
      self.label = label
      self.panel = panel
      self.isTotal = isTotal
    }
  }

  public init(
    figure: String, title: LocalizedText, unit: UnitOfCount, rows: [RowHeader], columns: [ColumnHeader],
    panels: [LocalizedText], chart: ChartKind, sourceLine: LocalizedText, notes: [LocalizedText],
    rankMeasures: RankMeasures? = nil, dataset: String? = nil, constants: [Constant] = [],
    breaks: [Figure.SeriesBreak] = []
  ) {
    self.figure = figure
    self.dataset = dataset ?? figure
    self.constants = constants
    self.breaks = breaks
    self.title = title
    self.unit = unit
    self.rows = rows
    self.columns = columns
    self.panels = panels
    self.chart = chart
    self.sourceLine = sourceLine
    self.notes = notes
    self.rankMeasures = rankMeasures
  }
}

extension TableShape {
  /// Pairs of columns that are years of one panel, the earlier first.
  public var yearPairs: [(from: Int, to: Int)] {
    let years = columns.indices.filter { place in
      !columns[place].isTotal && columns[place].key.utf8.count == 4 && Int(columns[place].key) != nil
    }
    return years.flatMap { from in
      years.filter { $0 > from && columns[$0].panel == columns[from].panel }.map { (from, $0) }
    }
  }
}
