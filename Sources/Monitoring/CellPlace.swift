import Foundation
package import Model

/// A cell as a user points to it.
package struct CellPlace {
  package let row: TableShape.RowHeader
  package let column: TableShape.ColumnHeader

  /// `ROW,COLUMN`; rows and columns may hold commas themselves, so every split is tried.
  ///
  /// - Throws: `MonitoringError.data` with the rows and columns there are, and the nearest cell.
  package init(_ text: String, in shape: TableShape) throws(MonitoringError) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    for split in parts.indices.dropFirst() {
      let rowText = parts[..<split].joined(separator: ", ")
      let columnText = parts[split...].joined(separator: ", ")
      if let row = shape.rows.first(where: { $0.isCalled(rowText) }),
        let column = Self.column(columnText, in: shape)
      {
        (self.row, self.column) = (row, column)
        return
      }
    }
    throw Self.notFound(parts, in: shape)
  }

  private static func column(_ text: String, in shape: TableShape) -> TableShape.ColumnHeader? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, let panel = Int(parts[0]) {
      return shape.columns.first { $0.panel == panel - 1 && $0.isCalled(parts[1]) }
    }
    return shape.columns.first { $0.isCalled(text) }
  }

  private static func notFound(_ parts: [String], in shape: TableShape) -> MonitoringError {
    let rows = shape.rows.map(\.key)
    let columns = shape.columns.map(\.key)
    let nearRow = suggestion(for: parts.first ?? "", among: rows)
    let nearColumn = suggestion(for: parts.last ?? "", among: columns)
    return .data(
      nl: "Deze cel staat niet in \(shape.figure). "
        + (nearRow.flatMap { row in nearColumn.map { "Bedoelt u '\(row),\($0)'? " } } ?? "")
        + "Rijen: \(rows.joined(separator: ", ")). Kolommen: \(columns.joined(separator: ", ")).",
      en: "This cell is not in \(shape.figure). "
        + (nearRow.flatMap { row in nearColumn.map { "Did you mean '\(row),\($0)'? " } } ?? "")
        + "Rows: \(rows.joined(separator: ", ")). Columns: \(columns.joined(separator: ", ")).")
  }
}

extension TableShape.RowHeader {
  fileprivate func isCalled(_ text: String) -> Bool { key == text || label.nl == text || label.en == text }
}

extension TableShape.ColumnHeader {
  fileprivate func isCalled(_ text: String) -> Bool { key == text || label.nl == text || label.en == text }
}
