/// A sheet to be written to a workbook.
public struct WorkbookSheet: Equatable, Sendable {
  /// At most 31 characters, none of `[ ] : * ? / \`.
  public var name: String
  public var columns: [Column]
  public var rows: [[WorkbookCell]]
  /// Rows at the top that stay in sight.
  package var frozenRows: Int
  package var dropDowns: [DropDown]
  /// What may be filled in, in words and as a formula.
  package var checks: [Check] = []
  /// Columns, counted from 1, that can be filled in below the frozen rows; nil: the whole sheet can. What is kept from
  /// changes has no password: it guards against slips.
  package var openColumns: Set<Int>?
  package var isHidden: Bool

  /// How a column looks.
  public struct Column: Equatable, Sendable {
    /// In characters of the standard font.
    public var width: Double

    public init(width: Double) { self.width = width }
  }

  /// A list from which the cells of a column are filled in.
  public struct DropDown: Equatable, Sendable {
    /// Counted from 1, as are the rows; both rows included.
    public var column: Int
    package var firstRow: Int
    package var lastRow: Int
    public var choices: [String]
    /// Whether the program refuses what is not on the list, or only warns.
    package var isStrict: Bool
    /// What the program says about a value that is not on the list.
    package var errorTitle: String
    package var errorMessage: String

    public init(
      column: Int, firstRow: Int, lastRow: Int, choices: [String], isStrict: Bool, errorTitle: String,
      errorMessage: String
    ) {
      self.column = column
      self.firstRow = firstRow
      self.lastRow = lastRow
      self.choices = choices
      self.isStrict = isStrict
      self.errorTitle = errorTitle
      self.errorMessage = errorMessage
    }
  }

  /// A condition on the cells of a column.
  package struct Check: Equatable, Sendable {
    /// Counted from 1, as are the rows; both rows included.
    package var column: Int
    package var firstRow: Int
    package var lastRow: Int
    /// Holds for what may be filled in, written for the first of the cells.
    package var formula: String
    /// What the program says when the cell is chosen, and about a value that may not be filled in.
    package var title: String
    package var message: String

    package init(column: Int, firstRow: Int, lastRow: Int, formula: String, title: String, message: String) {
      (self.column, self.firstRow, self.lastRow) = (column, firstRow, lastRow)
      (self.formula, self.title, self.message) = (formula, title, message)
    }
  }

  public init(
    name: String, columns: [Column] = [], rows: [[WorkbookCell]], frozenRows: Int = 0, dropDowns: [DropDown] = [],
    isHidden: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenRows = frozenRows
    self.dropDowns = dropDowns
    self.isHidden = isHidden
  }
}

/// A cell to be written to a workbook. Never a formula: text that looks like one stays text.
public struct WorkbookCell: Equatable, Sendable {
  /// What stands in a cell, by its kind.
  public enum Value: Equatable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
  }

  /// How a cell looks; `error`, `warning` and `note` mark what a finding is about.
  public enum Style: String, CaseIterable, Sendable {
    case plain
    case header
    case title
    /// Text that runs on over several lines.
    case wrapped
    case error
    case warning
    case note
  }

  public var value: Value
  public var style: Style
  /// A note that shows when the pointer is on the cell.
  package var comment: String?

  public init(_ value: Value, style: Style = .plain, comment: String? = nil) {
    self.value = value
    self.style = style
    self.comment = comment
  }

  /// A cell of text without a comment.
  public static func text(_ text: String, style: Style = .plain) -> WorkbookCell {
    WorkbookCell(.text(text), style: style)
  }

  public static let empty = WorkbookCell(.empty)
}
