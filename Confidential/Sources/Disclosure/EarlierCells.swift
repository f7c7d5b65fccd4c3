public import Model
public import Tabulation

/// What earlier editions did with cells: what was shown once stays shown, what was hidden once stays hidden.
public struct EarlierCells: Sendable {
  public enum Fate: Sendable {
    /// With the number that was shown last.
    case shown(Quantity)
    case hidden
  }

  let fate: @Sendable (_ shape: TableShape, _ row: Int, _ column: Int) -> Fate?
  /// Every table that was released, as an outsider has it.
  let tables: [EarlierTable]

  /// - Parameter fate: Nil for a cell that was in no earlier edition.
  public init(
    tables: [EarlierTable] = [],
    _ fate: @escaping @Sendable (_ shape: TableShape, _ row: Int, _ column: Int) -> Fate?
  ) {
    (self.tables, self.fate) = (tables, fate)
  }

  public static let none = EarlierCells { _, _, _ in nil }
}

/// A table of counts that was released.
public struct EarlierTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var unit: String
    public var measure: String
    /// Without years; a total over a dimension leaves it out.
    public var categories: [Category]
    /// One, or those that a total is about; empty where the edition is about the same years as the one that is made, and the
    /// row names none.
    public var years: [Int]
    /// Nil where it was hidden.
    public var count: Int?

    public init(unit: String, measure: String, categories: [Category], years: [Int], count: Int?) {
      (self.unit, self.measure, self.categories) = (unit, measure, categories)
      (self.years, self.count) = (years, count)
    }
  }

  public struct Category: Equatable, Sendable {
    public var dimension: String
    public var name: String
    /// Whether it is part of another category, and so no part of the total.
    public var isSubtotal: Bool

    public init(dimension: String, name: String, isSubtotal: Bool) {
      (self.dimension, self.name, self.isSubtotal) = (dimension, name, isSubtotal)
    }
  }

  /// The data set that it is in.
  public var dataset: String
  /// What the dimension of years is called.
  public var yearsName: String
  public var rows: [Row]

  public init(dataset: String, yearsName: String, rows: [Row]) {
    (self.dataset, self.yearsName, self.rows) = (dataset, yearsName, rows)
  }
}
