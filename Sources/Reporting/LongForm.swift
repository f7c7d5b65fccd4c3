public import Disclosure
public import Model

/// The table as open data in long form: one line a number, UTF-8, LF, with Dutch words.
///
/// `dim1` is the row axis and `dim2` the column axis; a row without an axis of its own is told apart by its measure and
/// leaves `dim1` to the columns. Ranks follow as lines of their own after the number they belong to.
public func longForm(of table: PublishedTable) -> String {
  let header = "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note"
  var lines = [header]
  for (row, cells) in zip(table.shape.rows, table.cells) {
    for (column, cell) in zip(table.shape.columns, cells) {
      let isTotal = row.isTotal || column.isTotal
      lines.append(
        line(
          table, row, column, measure: row.measure.nl, value: cell.value.quantity?.plain ?? "", unit: row.unitLabel.nl,
          isTotal: isTotal, cell))
      guard let rank = cell.rank, let measures = table.shape.rankMeasures else { continue }
      let measure = column.isTotal ? measures.inTotal : measures.inColumn
      lines.append(
        line(
          table, row, column, measure: measure.nl, value: String(rank), unit: "rang", isTotal: isTotal, cell))
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func line(
  _ table: PublishedTable, _ row: TableShape.RowHeader, _ column: TableShape.ColumnHeader, measure: String,
  value: String, unit: String, isTotal: Bool, _ cell: Cell
) -> String {
  var dimensions: [String] = []
  if let name = row.name { dimensions += [name.nl, row.label.nl] }
  if !column.name.nl.isEmpty { dimensions += [column.name.nl, column.label.nl] }
  while dimensions.count < 6 { dimensions.append("") }
  let fields =
    [table.shape.figure, measure] + dimensions
    + [value, unit, isTotal ? "1" : "0", cell.value.status, "", cell.rung.code]
  return fields.map(quoted).joined(separator: ",")
}

private func quoted(_ field: String) -> String {
  guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return field }
  return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}

extension CellValue {
  /// The word for this kind of value in the open data.
  public var status: String {
    switch self {
    case .exact: "exact"
    case .rounded: "rounded"
    case .suppressed: "suppressed"
    case .notDelivered: "notDelivered"
    case .notApplicable: "notApplicable"
    case .undefined: "undefined"
    case .provisional: "provisional"
    case .revised: "revised"
    case .estimate: "estimate"
    }
  }
}
