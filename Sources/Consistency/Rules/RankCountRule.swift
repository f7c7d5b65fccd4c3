internal import Model

/// A column that counts the rows, in which one number is not that of its row.
///
/// Ties share a place, and the row beside it has the same one: that is left alone where the two rows have a number in common.
struct RankCountRule {
  let base: FigureRule

  /// Rows at least. A decision.
  private static let least = 6

  func contradictions() -> [Contradiction] {
    let axes = base.figure.grid.axes
    return axes.indices.filter { axes[$0].isVaried && !axes[$0].periods.isTime }.flatMap { axis -> [Contradiction] in
      let table = ColumnTable(base.figure.grid, base.figure.structures, axis: axis, of: base.cells)
      guard table.rows.count >= Self.least, table.columns.count > 1 else { return [] }
      return table.columns.indices.compactMap { contradiction($0, table) }
    }
  }

  private func value(_ table: ColumnTable, _ column: Int, _ row: Int) -> Double? {
    table.columns[column].cells[row].flatMap { base.cells[$0].value }
  }

  private func contradiction(_ column: Int, _ table: ColumnTable) -> Contradiction? {
    let numbers = table.rows.indices.compactMap { value(table, column, $0) }
    guard numbers.count == table.rows.count else { return nil }
    let odd = numbers.indices.filter { numbers[$0] != Double($0 + 1) }
    guard odd.count == 1, let row = odd.first, let cell = table.columns[column].cells[row],
      !mayBeTied(row, with: numbers[row], column, table)
    else { return nil }
    let printed = base.printed(cell)
    return base.contradiction(
      .rank, [cell], expected: String(row + 1),
      "hier staat \(printed.nl), maar deze kolom telt de rijen, en dit is de \(row + 1)e.",
      "this says \(printed.en), but this column counts the rows, and this is number \(row + 1).")
  }

  /// Whether the row shares its place with one beside it that has a number of it too.
  private func mayBeTied(_ row: Int, with number: Double, _ column: Int, _ table: ColumnTable) -> Bool {
    let other = Int(number) - 1
    guard number == number.rounded(), abs(other - row) == 1, table.rows.indices.contains(other) else { return false }
    return table.columns.indices.contains { beside in
      guard beside != column, let one = value(table, beside, row) else { return false }
      return one == value(table, beside, other)
    }
  }
}
