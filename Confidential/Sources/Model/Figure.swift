/// A table with its chart, as asked for in `figures.yaml`.
public struct Figure: Equatable, Sendable {
  /// `fig-2.4a`: page, anchor and reference.
  public var id: String
  /// The table of the open data its numbers are lines of; several figures may share one. Usually the `id`.
  public var dataset: String
  /// Where its numbers come from.
  public var origin: Origin
  public var title: LocalizedText
  /// What the numbers are, as it stands in the `measure` column of the open data.
  public var measure: LocalizedText
  public var unit: UnitOfCount
  public var population: Population
  public var filter: Condition?
  public var rows: Rows
  /// Beside each other over the same rows; none for a figure whose only column is its total.
  public var panels: [Dimension]
  public var rowTotal: Total?
  /// The last column, over all panels.
  public var columnTotal: Total?
  public var statistic: Statistic
  /// Rows below the counts, over the same columns: a mean, median, lowest or highest value of a number variable.
  public var summaries: [SummaryRow]
  public var chart: ChartKind
  public var sourceLine: LocalizedText
  public var notes: [LocalizedText]
  /// Years from which the numbers are not comparable with those before.
  public var breaks: [SeriesBreak]

  /// A year from which a definition, a codebook or a boundary differs.
  public struct SeriesBreak: Equatable, Hashable, Sendable {
    public var year: Int
    public var reason: LocalizedText
    public init(year: Int, reason: LocalizedText) {
      self.year = year
      self.reason = reason
    }
  }

  public enum Origin: Equatable, Sendable {
    /// Counted over cases.
    case records
    /// Taken from a table of counts a source delivers: the rows and panels are axes of that table, or `year`.
    case counts(source: String, table: String, fixed: [FixedValue])
  }

  /// An axis of a count table held at one value, or `year` at one year.
  public struct FixedValue: Equatable, Hashable, Sendable {
    public var variable: String
    /// A category code, a `Missing` word, a year, or `total` for all categories together as the partner gave it.
    public var code: String
    /// The axis name when the value is to stand in the open data as a last dimension; nil: it is not shown there.
    public var name: LocalizedText?
    /// Other words than the codebook's for the value in the open data: `2020-2021`.
    public var label: LocalizedText?
    public init(variable: String, code: String, name: LocalizedText? = nil, label: LocalizedText? = nil) {
      self.variable = variable
      self.code = code
      self.name = name
      self.label = label
    }
  }

  public init(
    id: String, title: LocalizedText, measure: LocalizedText, unit: UnitOfCount, population: Population = .remaining,
    filter: Condition? = nil, rows: Rows, panels: [Dimension], rowTotal: Total? = nil, columnTotal: Total? = nil,
    statistic: Statistic = .count, summaries: [SummaryRow] = [], chart: ChartKind = .none,
    sourceLine: LocalizedText = LocalizedText(""), notes: [LocalizedText] = [], dataset: String? = nil,
    origin: Origin = .records, breaks: [SeriesBreak] = []
  ) {
    self.id = id
    self.dataset = dataset ?? id
    self.origin = origin
    self.breaks = breaks
    self.title = title
    self.measure = measure
    self.unit = unit
    self.population = population
    self.filter = filter
    self.rows = rows
    self.panels = panels
    self.rowTotal = rowTotal
    self.columnTotal = columnTotal
    self.statistic = statistic
    self.summaries = summaries
    self.chart = chart
    self.sourceLine = sourceLine
    self.notes = notes
  }

  /// Which cases take part, before the filter.
  public enum Population: Hashable, Sendable {
    /// Cases no exclusion rule took out.
    case remaining
    /// All cases, excluded ones too.
    case all
    /// Cases left after this exclusion rule and those before it.
    case after(rule: String)
  }

  public enum Rows: Equatable, Sendable {
    case dimension(Dimension)
    /// Named conditions; they may overlap.
    case series([Series])
    /// The categories among the first `places` in at least one column, ties included, in order of the total column.
    case top(Dimension, places: Int, rankMeasure: LocalizedText, totalRankMeasure: LocalizedText)
    /// Numbers from elsewhere, quoted with their source; not counted here.
    case quoted([QuotedRow])
    /// Single numbers of count deliveries, each with words of its own.
    case delivered([DeliveredRow])
    /// The figure has one row: all categories of the axes that are not columns, together; for a count table.
    case whole
  }

  /// One number a column, from the count table of a source.
  public struct DeliveredRow: Equatable, Sendable {
    /// Code of the row, for the narrative and for `zicht explain`; nil: `row-1`, `row-2` and so on.
    public var key: String?
    public var measure: LocalizedText
    /// Axis name in the open data; nil: the row is told apart by its measure.
    public var name: LocalizedText?
    public var label: LocalizedText
    public var source: String
    public var table: String
    /// The value of every axis of the table; an axis left out is taken at its total.
    public var fixed: [FixedValue]
    /// Nil: the figure's unit.
    public var unit: LocalizedText?
    public var isTotal: Bool
    public init(
      measure: LocalizedText, name: LocalizedText?, label: LocalizedText, source: String, table: String,
      fixed: [FixedValue], unit: LocalizedText? = nil, isTotal: Bool = false, key: String? = nil
    ) {
      self.key = key
      self.measure = measure
      self.name = name
      self.label = label
      self.source = source
      self.table = table
      self.fixed = fixed
      self.unit = unit
      self.isTotal = isTotal
    }
  }

  /// A row or column axis: a category or set variable, its order and its words.
  public struct Dimension: Equatable, Sendable {
    public var variable: String
    /// Name of the axis for readers and in the open data (`dim1`): geslacht.
    public var name: LocalizedText
    /// Category codes and `Missing` words in the order shown; what is left out is not shown and not in a `shown` total.
    public var order: [String]
    public var usesShortLabels: Bool
    /// Other words than the codebook's, by code.
    public var labels: [String: LocalizedText]
    /// Categories taken together, such as years in periods; when not empty they replace `order`.
    public var pools: [Pool]
    /// For a top list: categories below its rows of which only the total is known or wanted.
    public var alsoInTotal: [String]
    /// For a count table: variables of classes, such as age classes of several partners, from whose categories those
    /// of `variable` may be made up.
    public var from: [String]
    /// The years in which a category exists, for areas as they were then; outside them a cell without a number does not
    /// apply. A code without years exists in all.
    public var existence: [String: ClosedRange<Int>]

    public init(
      variable: String, name: LocalizedText, order: [String], usesShortLabels: Bool = false,
      labels: [String: LocalizedText] = [:], pools: [Pool] = [], alsoInTotal: [String] = [],
      from: [String] = [], existence: [String: ClosedRange<Int>] = [:]
    ) {
      self.from = from
      self.alsoInTotal = alsoInTotal
      self.existence = existence
      self.variable = variable
      self.name = name
      self.order = order
      self.usesShortLabels = usesShortLabels
      self.labels = labels
      self.pools = pools
    }
  }

  public struct Pool: Equatable, Sendable {
    public var label: LocalizedText
    public var codes: [String]
    /// How `zicht explain` and the narrative name it; nil: by its place, `pool-1`.
    public var key: String?
    public init(label: LocalizedText, codes: [String], key: String? = nil) {
      self.label = label
      self.codes = codes
      self.key = key
    }
  }

  public struct Series: Equatable, Sendable {
    /// Code of the row, for the narrative and for `zicht explain`; nil: `series-1`, `series-2` and so on.
    public var key: String?
    /// Axis name in the open data; nil: that of the figure's series.
    public var name: LocalizedText?
    /// Nil: the series is told apart by its measure only.
    public var label: LocalizedText?
    /// Nil: the figure's measure.
    public var measure: LocalizedText?
    public var condition: Condition
    /// Nil: the figure's population.
    public var population: Population?
    /// Nil: the figure's unit.
    public var unit: UnitOfCount?
    public var value: SeriesValue
    public var isTotal: Bool
    public init(
      label: LocalizedText?, measure: LocalizedText? = nil, condition: Condition, population: Population? = nil,
      isTotal: Bool = false, key: String? = nil, name: LocalizedText? = nil, unit: UnitOfCount? = nil,
      value: SeriesValue = .count
    ) {
      self.key = key
      self.name = name
      self.label = label
      self.measure = measure
      self.condition = condition
      self.population = population
      self.unit = unit
      self.value = value
      self.isTotal = isTotal
    }
  }

  public struct QuotedRow: Equatable, Sendable {
    public var measure: LocalizedText
    public var dimension: LocalizedText
    public var label: LocalizedText
    public var value: Quantity
    public var unit: LocalizedText
    /// Where it was read.
    public var source: String
    public var isTotal: Bool
    public init(
      measure: LocalizedText, dimension: LocalizedText, label: LocalizedText, value: Quantity, unit: LocalizedText,
      source: String, isTotal: Bool = false
    ) {
      self.isTotal = isTotal
      self.measure = measure
      self.dimension = dimension
      self.label = label
      self.value = value
      self.unit = unit
      self.source = source
    }
  }

  public struct Total: Equatable, Sendable {
    public var label: LocalizedText
    /// For column totals: the axis name in the open data (`periode`); nil: that of the first panel (or the rows).
    public var name: LocalizedText?
    /// For row totals: what the total is, when that is not the figure's measure, such as the base of several answers.
    public var measure: LocalizedText?
    public var basis: Basis
    public enum Basis: String, CaseIterable, Sendable {
      /// What the rows (or the first panel's columns) show, taken together.
      case shown
      /// Everything the filter lets through, shown or not.
      case base
    }
    public init(
      label: LocalizedText, name: LocalizedText? = nil, measure: LocalizedText? = nil, basis: Basis = .shown
    ) {
      self.label = label
      self.measure = measure
      self.name = name
      self.basis = basis
    }
  }

  public enum Statistic: Equatable, Sendable {
    case count
    /// Per cent of the column's total.
    case shareOfColumn(decimals: Int)
    /// Per cent of the row's total.
    case shareOfRow(decimals: Int)
  }

  public struct SummaryRow: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable { case mean, median, minimum, maximum }
    public var kind: Kind
    /// A number variable; taken over known values.
    public var variable: String
    public var label: LocalizedText
    public var measure: LocalizedText
    public var unit: LocalizedText
    public var decimals: Int
    public init(
      kind: Kind, variable: String, label: LocalizedText, measure: LocalizedText, unit: LocalizedText, decimals: Int
    ) {
      self.kind = kind
      self.variable = variable
      self.label = label
      self.measure = measure
      self.unit = unit
      self.decimals = decimals
    }
  }
}

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
