extension Figure {
  /// Numbers read elsewhere, in one column.
  public struct Quoted: Equatable, Sendable {
    public var rows: [QuotedRow]
    /// Nil: the column has no words.
    public var column: Column?

    /// The words of the column.
    public struct Column: Equatable, Sendable {
      public var label: LocalizedText
      /// The axis name in the open data (`periode`).
      public var name: LocalizedText?
      public init(label: LocalizedText, name: LocalizedText? = nil) {
        self.label = label
        self.name = name
      }
    }

    public init(rows: [QuotedRow], column: Column? = nil) {
      self.rows = rows
      self.column = column
    }
  }

  /// A quoted number.
  public struct QuotedRow: Equatable, Sendable {
    public var measure: LocalizedText
    public var dimension: LocalizedText
    public var label: LocalizedText
    public var value: Quantity
    public var unit: RowUnit
    /// Where it was read.
    public var source: String
    public var isTotal: Bool
    public init(
      measure: LocalizedText, dimension: LocalizedText, label: LocalizedText, value: Quantity, unit: RowUnit,
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
}
