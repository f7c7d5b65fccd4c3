extension Figure {
  /// Numbers counted over cases.
  public struct Counted: Equatable, Sendable {
    public var population: Population
    public var filter: Condition?
    public var rows: Rows
    /// Beside each other over the same rows; none for a figure whose only column is its total.
    public var panels: [Dimension]
    package var rowTotal: Total?
    /// The last column, over all panels.
    package var columnTotal: Total?
    package var statistic: Statistic
    /// Rows below the counts, over the same columns: a mean, median, lowest or highest value of a number variable.
    public var summaries: [SummaryRow]

    /// What the rows are.
    public enum Rows: Equatable, Sendable {
      case dimension(Dimension)
      /// Named conditions; they may overlap.
      case series([Series])
      /// The categories among the first `places` in at least one column, ties included, in order of the total column.
      case top(Dimension, places: Int, rankMeasure: LocalizedText, totalRankMeasure: LocalizedText)

      /// Nil when the rows are no axis.
      public var axis: Dimension? {
        switch self {
        case .dimension(let dimension), .top(let dimension, _, _, _): dimension
        case .series: nil
        }
      }
    }

    public init(
      population: Population = .remaining, filter: Condition? = nil, rows: Rows, panels: [Dimension],
      rowTotal: Total? = nil, columnTotal: Total? = nil, statistic: Statistic = .count, summaries: [SummaryRow] = []
    ) {
      self.population = population
      self.filter = filter
      self.rows = rows
      self.panels = panels
      self.rowTotal = rowTotal
      self.columnTotal = columnTotal
      self.statistic = statistic
      self.summaries = summaries
    }
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

  /// A row with a condition of its own.
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

  /// A row that takes a number variable together.
  public struct SummaryRow: Equatable, Sendable {
    /// How it is taken together, over known values. Raw values are those of `figures.yaml`.
    public enum Kind: String, CaseIterable, Sendable { case mean, median, minimum, maximum }
    public var kind: Kind
    /// A number variable; taken over known values.
    public var variable: String
    public var label: LocalizedText
    public var measure: LocalizedText
    public var unit: RowUnit
    public var decimals: Int
    public init(
      kind: Kind, variable: String, label: LocalizedText, measure: LocalizedText, unit: RowUnit, decimals: Int
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
