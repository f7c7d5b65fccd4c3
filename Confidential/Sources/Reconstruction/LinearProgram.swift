/// A linear programme: minimise `cost · x` with bounds on the columns `x` and on the rows `A x`.
struct LinearProgram {
  struct Column {
    var lower: Double
    var upper: Double
    var cost: Double
    var isInteger: Bool
  }

  struct Row {
    var lower: Double
    var upper: Double
    var terms: [Term]
  }

  struct Term: Equatable {
    var column: Int
    var coefficient: Double
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []

  /// Adds a column and returns its index.
  mutating func addColumn(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, isInteger: Bool = false
  ) -> Int {
    columns.append(Column(lower: lower, upper: upper, cost: cost, isInteger: isInteger))
    return columns.count - 1
  }

  mutating func addRow(lower: Double, upper: Double, terms: [Term]) {
    rows.append(Row(lower: lower, upper: upper, terms: terms))
  }

  /// The matrix in the column-wise form solvers read; terms on the same place are added together.
  func compressed() -> (starts: [Int32], indices: [Int32], values: [Double]) {
    var byColumn: [[(row: Int32, value: Double)]] = Array(repeating: [], count: columns.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms {
        if byColumn[term.column].last?.row == Int32(index) {
          byColumn[term.column][byColumn[term.column].count - 1].value += term.coefficient
        } else {
          byColumn[term.column].append((Int32(index), term.coefficient))
        }
      }
    }
    var starts: [Int32] = [0]
    var indices: [Int32] = []
    var values: [Double] = []
    for entries in byColumn {
      for entry in entries where entry.value != 0 {
        indices.append(entry.row)
        values.append(entry.value)
      }
      starts.append(Int32(indices.count))
    }
    return (starts, indices, values)
  }
}
