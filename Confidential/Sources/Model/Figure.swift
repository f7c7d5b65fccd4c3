/// A table with its chart, as asked for in `figures.yaml`.
public struct Figure: Equatable, Sendable {
  /// `fig-2.4a`: page, anchor and reference.
  public var id: String
  /// The table of the open data its numbers are lines of; several figures may share one. Usually the `id`.
  public var dataset: String
  public var title: LocalizedText
  /// What the numbers are, as it stands in the `measure` column of the open data.
  public var measure: LocalizedText
  public var unit: UnitOfCount
  public var numbers: Numbers
  public var chart: ChartKind
  public var sourceLine: LocalizedText
  public var notes: [LocalizedText]
  /// Years from which the numbers are not comparable with those before.
  public var breaks: [SeriesBreak]
  /// Dimensions that are the same for every cell, where the filter holds them.
  public var constants: [TableShape.Constant] = []
  /// What it says of how sure its numbers are.
  public var statistics = FigureStatistics.none

  /// Where the numbers come from, with all that is to be known to get them there.
  public enum Numbers: Equatable, Sendable {
    /// Counted over cases.
    case counted(Counted)
    /// Taken from the tables of counts that sources deliver.
    case delivered(Delivered)
    /// Read elsewhere, and quoted with their source; nothing is counted.
    case quoted(Quoted)
  }

  /// A year from which a definition, a codebook or a boundary differs.
  public struct SeriesBreak: Equatable, Hashable, Sendable {
    public var year: Int
    public var reason: LocalizedText
    public init(year: Int, reason: LocalizedText) {
      self.year = year
      self.reason = reason
    }
  }

  public init(
    id: String, title: LocalizedText, measure: LocalizedText, unit: UnitOfCount, numbers: Numbers,
    chart: ChartKind = .none, sourceLine: LocalizedText = LocalizedText(""), notes: [LocalizedText] = [],
    dataset: String? = nil, breaks: [SeriesBreak] = []
  ) {
    self.id = id
    self.dataset = dataset ?? id
    self.title = title
    self.measure = measure
    self.unit = unit
    self.numbers = numbers
    self.chart = chart
    self.sourceLine = sourceLine
    self.notes = notes
    self.breaks = breaks
  }
}

/// How a table is drawn. Raw values are those of `figures.yaml`.
public enum ChartKind: String, CaseIterable, Sendable {
  /// One bar a column, rows stacked in it.
  case stackedBars
  /// One line a row, over the columns of the first panel.
  case lines
  /// One bar a row, by the total column, largest first as the table orders them.
  case rankedBars
  /// The ranks themselves, as a table with bars.
  case topTable
  case none
}
