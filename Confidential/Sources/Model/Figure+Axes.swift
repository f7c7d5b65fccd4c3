extension Figure {
  /// The axis of the rows; nil when they are no axis.
  package var rowDimension: Dimension? {
    switch numbers {
    case .counted(let counted): counted.rows.axis
    case .delivered(let delivered): delivered.rows.axis
    case .quoted: nil
    }
  }

  /// The axes of the columns, beside each other over the same rows.
  public var panels: [Dimension] {
    switch numbers {
    case .counted(let counted): counted.panels
    case .delivered(let delivered): delivered.panels
    case .quoted: []
    }
  }

  /// All axes, that of the rows first.
  public var dimensions: [Dimension] { [rowDimension].compactMap(\.self) + panels }

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
    package var alsoInTotal: [String]
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

  /// Categories taken together under one heading.
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

  /// The row or column of everything taken together.
  public struct Total: Equatable, Sendable {
    public var label: LocalizedText
    /// For column totals: the axis name in the open data (`periode`); nil: that of the first panel (or the rows).
    public var name: LocalizedText?
    /// For row totals: what the total is, when that is not the figure's measure, such as the base of several answers.
    public var measure: LocalizedText?
    public var basis: Basis
    /// What a total is the total of. Raw values are those of `figures.yaml`.
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

  /// What stands in the cells.
  public enum Statistic: Equatable, Sendable {
    case count
    /// Per cent of the column's total.
    case shareOfColumn(decimals: Int)
    /// Per cent of the row's total.
    case shareOfRow(decimals: Int)
  }
}
