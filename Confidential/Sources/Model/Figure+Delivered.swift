extension Figure {
  /// Numbers taken from the count tables of sources.
  public struct Delivered: Equatable, Sendable {
    public var rows: Rows
    /// Axes of the tables, or `year`, beside each other over the same rows; none for a figure with one column.
    public var panels: [Dimension]
    /// The last column, over all panels.
    package var columnTotal: Total?
    package var statistic: Statistic

    /// What the rows are taken from.
    public enum Rows: Equatable, Sendable {
      /// The categories of an axis of the table, or its years.
      case dimension(Dimension, of: HeldTable, total: Total?)
      /// One row: all categories of the axes that are not columns, together. With a total it is shown as one.
      case whole(of: HeldTable, total: Total?)
      /// Single numbers, each of a table of its own and with words of its own.
      case each([DeliveredRow])

      /// Nil when the rows are no axis.
      public var axis: Dimension? {
        switch self {
        case .dimension(let dimension, _, _): dimension
        case .whole, .each: nil
        }
      }

      /// The table that all rows are of; nil when each has its own.
      public var held: HeldTable? {
        switch self {
        case .dimension(_, let held, _), .whole(let held, _): held
        case .each: nil
        }
      }

      /// Numbers of different tables are not added.
      public var total: Total? {
        switch self {
        case .dimension(_, _, let total), .whole(_, let total): total
        case .each: nil
        }
      }
    }

    public init(rows: Rows, panels: [Dimension], columnTotal: Total? = nil, statistic: Statistic = .count) {
      self.rows = rows
      self.panels = panels
      self.columnTotal = columnTotal
      self.statistic = statistic
    }

    /// The count tables the numbers are taken from, each once, in the order of the rows.
    public var tables: [TableReference] {
      switch rows {
      case .dimension(_, let held, _), .whole(let held, _): [held.reference]
      case .each(let rows):
        rows.map(\.held.reference).reduce(into: []) { tables, table in
          if !tables.contains(table) { tables.append(table) }
        }
      }
    }
  }

  /// A count table of a source, by name.
  public struct TableReference: Equatable, Hashable, Sendable {
    public var source: String
    public var table: String
    public init(source: String, table: String) {
      self.source = source
      self.table = table
    }
  }

  /// A count table, some of its axes held at one value.
  public struct HeldTable: Equatable, Sendable {
    public var reference: TableReference
    public var fixed: [FixedValue]
    public init(source: String, table: String, fixed: [FixedValue] = []) {
      reference = TableReference(source: source, table: table)
      self.fixed = fixed
    }
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

  /// One number a column, from the count table of a source.
  public struct DeliveredRow: Equatable, Sendable {
    /// Code of the row, for the narrative and for `zicht explain`; nil: `row-1`, `row-2` and so on.
    public var key: String?
    public var measure: LocalizedText
    /// Axis name in the open data; nil: the row is told apart by its measure.
    public var name: LocalizedText?
    public var label: LocalizedText
    /// The table, with the value of every axis; an axis left out is taken at its total.
    public var held: HeldTable
    /// Nil: the figure's unit.
    public var unit: RowUnit?
    public var isTotal: Bool
    public init(
      measure: LocalizedText, name: LocalizedText?, label: LocalizedText, held: HeldTable,
      unit: RowUnit? = nil, isTotal: Bool = false, key: String? = nil
    ) {
      self.key = key
      self.measure = measure
      self.name = name
      self.label = label
      self.held = held
      self.unit = unit
      self.isTotal = isTotal
    }
  }

  /// The count tables the numbers are taken from, each once; none for a figure that does not take its numbers there.
  public var countTables: [TableReference] {
    switch numbers {
    case .delivered(let delivered): delivered.tables
    case .counted, .quoted: []
    }
  }
}
