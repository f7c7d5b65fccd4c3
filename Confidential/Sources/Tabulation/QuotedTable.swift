internal import Model

extension Figure.Quoted {
  /// The table of a figure that quotes: the numbers as they were read, in one column.
  func table(of figure: Figure) -> ConfidentialTable {
    var only = TableShape.ColumnHeader.only
    if let column {
      only.name = column.name ?? only.name
      only.label = column.label
    }
    let headers = rows.enumerated().map { index, row in
      TableShape.RowHeader(
        key: "quoted-\(index + 1)", name: row.dimension, label: row.label, measure: row.measure, unit: row.unit,
        isTotal: row.isTotal)
    }
    return ConfidentialTable(
      shape: TableShape(of: figure, rows: headers, columns: [only]),
      cells: rows.map { [Cell(.exact($0.value), rung: .judged)] })
  }
}
