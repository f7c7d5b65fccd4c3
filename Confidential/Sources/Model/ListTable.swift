/// Persons by the lists they were on, as a file gives them: one row for each combination of lists.
public struct ListTable: Equatable, Sendable {
  /// As findings name it; within a monitor folder `lists/ned-2010-2015.csv`.
  public var file: String
  public var lists: [String]
  /// Columns that describe the persons: a region, a year. In a table without them no combination occurs twice.
  public var traits: [String]
  package var rows: [Row]

  /// Persons on exactly these lists, and alike in every trait.
  public struct Row: Equatable, Sendable {
    /// The row of the file, counted from 1 with the heading included.
    public var number: Int
    /// Bit `j` is list `j`; never empty.
    public var lists: UInt32
    /// What the number of persons lies between: a count that is known is a range of one.
    public var persons: ClosedRange<Int>
    /// The value of each trait; nil where it is not known.
    public var traits: [String?]

    public init(number: Int, lists: UInt32, persons: ClosedRange<Int>, traits: [String?] = []) {
      self.number = number
      self.lists = lists
      self.persons = persons
      self.traits = traits
    }
  }

  /// Which columns of the file are lists and which describe persons.
  public enum Columns: Sendable {
    case allLists
    /// These describe persons and all others are lists.
    case traits([String])
    /// These are the lists, and all others describe persons.
    case lists([String])
    /// A cut of a larger table: columns that are named nowhere are not looked at, and persons on none of these lists
    /// are left out.
    case cut(lists: [String], traits: [String])
  }

  package init(file: String, lists: [String], traits: [String] = [], rows: [Row]) {
    self.file = file
    self.lists = lists
    self.traits = traits
    self.rows = rows
  }

  /// The first row of which the count is a range; nil when all are known.
  package var firstRange: Row? { rows.first { $0.persons.count > 1 } }

  /// A history is a word of bits; after merging an estimate takes far fewer lists.
  package static let mostLists = 32
}
