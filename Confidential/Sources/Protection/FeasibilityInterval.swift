/// The values that a hidden cell can have in the eyes of an intruder.
public struct FeasibilityInterval: Equatable, Sendable {
  /// The smallest value of which a table exists that fits everything published: a whole table in small blocks, one of the
  /// linear programme in larger ones.
  public var low: Int
  /// The largest; nil when nothing bounds the cell.
  public var high: Int?
  /// Whether `low` and `high` are known to be the ends. Otherwise the interval is at least this wide.
  public var isComplete: Bool
  /// Whether the solver left open how far the cell can go: what was not reached is not proven to be out of reach.
  public var isUnproven = false

  public init(low: Int, high: Int?, isComplete: Bool) {
    (self.low, self.high, self.isComplete) = (low, high, isComplete)
  }
}

/// What the audit has to show of a hidden cell: that it may be as small as `low` and as large as `high`.
public struct Requirement: Equatable, Sendable {
  public var cell: Int
  public var low: Int
  public var high: Int
  /// A cell that is at least this for sure is no matter of concern; nil where that is never so.
  public var harmlessFrom: Int?

  public init(cell: Int, low: Int, high: Int, harmlessFrom: Int? = nil) {
    (self.cell, self.low, self.high, self.harmlessFrom) = (cell, low, high, harmlessFrom)
  }

  /// The same, asking of a cell no less than it can be.
  public func raised(to floor: Int) -> Requirement {
    var result = self
    result.low = max(low, floor)
    return result
  }
}
