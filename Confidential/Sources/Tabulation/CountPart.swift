public import Model

/// A cell of a count delivery that took part in a number.
public struct CountPart: Equatable, Sendable {
  public var source: String
  /// Name of the count table.
  public var table: String
  /// The delivery it was read from; nil when no delivery has the cell.
  public var period: String?
  public var year: Int
  /// One an axis of the table: what the partner calls the category; nil for all categories together.
  public var words: [String?]
  public var number: Quantity?
  /// Why there is no number; nil where there is one.
  public var absence: Absence?
  /// Row of the delivered file, counted from 1 as a spreadsheet shows it.
  public var sourceRow: Int?
  /// The number that an earlier delivery gave, when it is another one.
  public var earlier: Earlier?

  /// A number that was delivered before and is no longer counted.
  public struct Earlier: Equatable, Sendable {
    public var period: String
    public var number: Quantity
    public var sourceRow: Int
  }
}
