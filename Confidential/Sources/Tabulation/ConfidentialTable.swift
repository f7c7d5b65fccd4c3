public import Model

/// A table as counted, before disclosure control.
///
/// Its shape may be shown to anyone. Its numbers may not: they can be read inside this package only, they are left out
/// of every description and mirror, and the stages that render accept a `PublishedTable` and nothing else.
public struct ConfidentialTable: Equatable, Sendable {
  /// Headers, titles and notes, without a number.
  public let shape: TableShape
  /// One list a row, one cell a column, in the order of the shape's headers.
  package let cells: [[Cell]]
  /// Changes from year to year whose direction is open, because it is not sure who is who.
  package internal(set) var openChanges: Set<OpenChange> = []

  /// - Precondition: as many rows and columns as the shape has headers.
  package init(shape: TableShape, cells: [[Cell]]) {
    precondition(cells.count == shape.rows.count, "a table has one list of cells for each row header")
    precondition(cells.allSatisfy { $0.count == shape.columns.count }, "a row has one cell for each column header")
    self.shape = shape
    self.cells = cells
  }
}

extension ConfidentialTable: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// How large the table is; never what it holds.
  public var description: String {
    "confidential table \(shape.figure), \(shape.rows.count) rows by \(shape.columns.count) columns"
  }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: ["shape": shape]) }
}
