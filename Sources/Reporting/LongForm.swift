public import Disclosure
public import Model

/// The table as open data in long form: one line a number, UTF-8, LF, with Dutch words.
///
/// `dim1` is the row axis and `dim2` the column axis; a row without an axis of its own is told apart by its measure and
/// leaves `dim1` to the columns, as a column without a name leaves `dim2`. What is the same for the whole table, such as
/// its year, comes last. Ranks and the limits of an interval follow as lines of their own after the number they belong to.
/// A cell without a number has an empty value and a status that says why. The note names the rung, for a share or a mean
/// over how many it was taken, and of a revised number what it was.
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
  for (i, (row, cells)) in zip(table.shape.rows, table.cells).enumerated() {
    for (j, (column, cell)) in zip(table.shape.columns, cells).enumerated() {
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
      for (name, limit) in [("ondergrens", cell.spread?.limits?.lower), ("bovengrens", cell.spread?.limits?.upper)] {
        guard let limit else { continue }
        lines.append(
          line(
            table, row, column,
            measure:
              "\(row.measure.nl), \(name) van het \(LinkageSpread.percent)%-interval door het herkennen van personen",
            value: String(limit), unit: row.unit.label.nl, isTotal: isTotal, Cell(cell.value, rung: cell.rung),
            limit: linkageLimit))
      }
      lines += table.statistics.entries(row: i, column: j, of: row).map { entry in
        line(
          table, row, column, measure: entry.measure, value: entry.value.plain, unit: entry.unit, isTotal: isTotal,
          Cell(cell.value, rung: cell.rung), limit: cell.rung.code + "; limit")
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

/// The note of a limit of what a number could be, because it is not sure who is who. It counts nobody and is in no sum.
private let linkageLimit = "linked; limit"

extension TableStatistics {
  /// What stands in the open data behind a number: limits, and the share of the known with its bounds.
  fileprivate func entries(
    row: Int, column: Int, of header: TableShape.RowHeader
  ) -> [(measure: String, value: Quantity, unit: String)] {
    var entries: [(measure: String, value: Quantity, unit: String)] = []
    let (measure, isShare) = (header.measure.nl, asked.interval == .wilson)
    if let limits = limits[row][column] {
      let of = "van het \(Self.percent)%-interval " + (isShare ? "van het aandeel" : "door toeval")
      let unit = isShare ? "%" : header.unit.label.nl
      entries += [
        ("\(measure), ondergrens \(of)", limits.lower, unit), ("\(measure), bovengrens \(of)", limits.upper, unit),
      ]
    }
    if let known = known[row][column] {
      entries += [
        ("\(measure), aandeel van wie het bekend is", known.share, "%"),
        ("\(measure), ondergrens van dat aandeel wat de onbekenden ook zijn", known.bounds.lower, "%"),
        ("\(measure), bovengrens van dat aandeel wat de onbekenden ook zijn", known.bounds.upper, "%"),
      ]
    }
    return entries
  }
}

/// What tells a number from every other one in the open data of a monitor, edition after edition.
public enum CellKey {
  /// The columns that make it.
  public static let columns = [
    "figure", "measure", "dim1", "dim1_value", "dim2", "dim2_value", "dim3", "dim3_value", "unit",
  ]

  /// Of each cell of a table, by row and column.
  public static func keys(of shape: TableShape) -> [[[String]]] {
    shape.rows.indices.map { row in shape.columns.indices.map { key(of: shape, row, $0) } }
  }

  public static func key(of shape: TableShape, _ row: Int, _ column: Int) -> [String] {
    let (row, column) = (shape.rows[row], shape.columns[column])
    return [shape.dataset, row.measure.nl] + dimensions(of: shape, row, column) + [row.unit.label.nl]
  }

  /// `fig-2.11 (meldingen van slachtoffers naar melder; Politie, 2018)`
  public static func label(_ key: [String]) -> String {
    let categories = [key[3], key[5], key[7]].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(key[0]) (\(key[1])\(categories.isEmpty ? "" : "; " + categories))"
  }
}

private func line(
  _ table: PublishedTable, _ row: TableShape.RowHeader, _ column: TableShape.ColumnHeader, measure: String,
  value: String, unit: String, isTotal: Bool, _ cell: Cell, limit: String? = nil
) -> String {
  let (status, note) =
    limit.map { (CellState.estimate.code, $0) } ?? (cell.state.code, note(on: cell))
  let fields =
    [table.shape.dataset, measure] + dimensions(of: table.shape, row, column)
    + [value, unit, isTotal ? "1" : "0", status, "", note]
  return fields.map(quoted).joined(separator: ",")
}

/// Three names with their categories, empty where there are fewer.
private func dimensions(
  of shape: TableShape, _ row: TableShape.RowHeader, _ column: TableShape.ColumnHeader
) -> [String] {
  var dimensions: [String] = []
  if let name = row.name { dimensions += [name.nl, row.label.nl] }
  if !column.name.nl.isEmpty { dimensions += [column.name.nl, column.label.nl] }
  for constant in shape.constants { dimensions += [constant.name.nl, constant.label.nl] }
  while dimensions.count < 6 { dimensions.append("") }
  return Array(dimensions.prefix(6))
}

/// The rung of the ladder, for a share or a mean over how many it was taken, and of a revised number what it was.
private func note(on cell: Cell) -> String {
  var note = cell.rung.code + (cell.base.map { "; n=\($0)" } ?? "")
  if case .revised(_, let before) = cell.value { note += "; before=\(before.plain)" }
  return note
}

private func quoted(_ field: String) -> String {
  guard field.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return field }
  return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
