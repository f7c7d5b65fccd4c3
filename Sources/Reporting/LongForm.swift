public import Disclosure
public import Model

/// The table as open data in long form: one line a number, UTF-8, LF, with Dutch words.
///
/// `dim1` is the row axis and `dim2` the column axis; a row without an axis of its own is told apart by its measure and
/// leaves `dim1` to the columns, as a column without a name leaves `dim2`. What is the same for the whole table, such as
/// its year, comes last. Ranks and the limits of an interval follow as lines of their own after the number they belong to.
/// A cell without a number has an empty value and a status that says why. The note names the rung and, for a share or a
/// mean, over how many it was taken.
public func longForm(of dataset: Dataset) -> String {
  let header = "figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note"
  return ([header] + dataset.tables.flatMap(lines)).joined(separator: "\n") + "\n"
}

/// The table by itself, as far as it is a table of the open data of its own.
public func longForm(of table: PublishedTable) -> String {
  longForm(of: Dataset(name: table.shape.dataset, tables: [table]))
}

private func lines(of table: PublishedTable) -> [String] {
  var lines: [String] = []
  for (row, cells) in zip(table.shape.rows, table.cells) {
    for (column, cell) in zip(table.shape.columns, cells) {
      let isTotal = row.isTotal || column.isTotal
      lines.append(
        line(
          table, row, column, measure: row.measure.nl, value: cell.value.quantity?.plain ?? "", unit: row.unit.label.nl,
          isTotal: isTotal, cell))
      if case .estimate(_, let lower, let upper, let percent) = cell.value {
        lines += [("ondergrens", lower), ("bovengrens", upper)].map { name, limit in
          line(
            table, row, column, measure: "\(row.measure.nl), \(name) van het \(percent)%-interval", value: limit.plain,
            unit: row.unit.label.nl, isTotal: isTotal, cell)
        }
      }
      guard let rank = cell.rank, let measures = table.shape.rankMeasures else { continue }
      let measure = column.isTotal ? measures.inTotal : measures.inColumn
      lines.append(
        line(
          table, row, column, measure: measure.nl, value: String(rank), unit: "rang", isTotal: isTotal, cell))
    }
  }
  return lines
}

private func line(
  _ table: PublishedTable, _ row: TableShape.RowHeader, _ column: TableShape.ColumnHeader, measure: String,
  value: String, unit: String, isTotal: Bool, _ cell: Cell
) -> String {
  var dimensions: [String] = []
  if let name = row.name { dimensions += [name.nl, row.label.nl] }
  if !column.name.nl.isEmpty { dimensions += [column.name.nl, column.label.nl] }
  for constant in table.shape.constants { dimensions += [constant.name.nl, constant.label.nl] }
  while dimensions.count < 6 { dimensions.append("") }
  let fields =
    [table.shape.dataset, measure] + dimensions.prefix(6)
    + [value, unit, isTotal ? "1" : "0", cell.state.code, "", note(on: cell)]
  return fields.map(quoted).joined(separator: ",")
}

/// The rung of the ladder, and for a share or a mean over how many it was taken.
private func note(on cell: Cell) -> String {
  cell.rung.code + (cell.base.map { "; n=\($0)" } ?? "")
}

private func quoted(_ field: String) -> String {
  guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return field }
  return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
