extension Figure {
  /// What a row of a series states about the cases for which its condition holds.
  public enum SeriesValue: Equatable, Hashable, Sendable {
    /// How many there are.
    case count
    /// Per cent of the cases for which `base` holds, the row's condition among them.
    ///
    /// A base such as "the perpetrator is known" makes it a share over known values; its size is printed beside it.
    case share(of: Condition, decimals: Int)
    /// A mean, median, lowest or highest value of a number variable, over known values; their number is printed beside.
    case summary(SummaryRow.Kind, variable: String, unit: RowUnit, decimals: Int)

    /// The number variable it takes together.
    public var variable: String? {
      if case .summary(_, let variable, _, _) = self { variable } else { nil }
    }
  }
}
