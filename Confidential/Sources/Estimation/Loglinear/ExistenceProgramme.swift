import CCbc
internal import Optimisation

/// The linear programme behind the existence of a maximum: maximise s subject to A'x = A'y, x >= s, s <= 1.
enum ExistenceProgramme {
  /// The largest s, for columns given by row; nil when the solver gives no optimum.
  ///
  /// Variables are x − s >= 0 and 0 <= s <= 1. With small integers in A and y, s > 0 is a vertex with small rational
  /// coordinates, which a tolerance of 1e-7 separates from 0.
  static func slack(rows: [[(column: Int, value: Double)]], columns: Int, target: [Double]) -> Double? {
    takingSolverTurn { solvedSlack(rows, columns, target) }
  }

  private static func solvedSlack(
    _ rows: [[(column: Int, value: Double)]], _ columns: Int, _ target: [Double]
  ) -> Double? {
    guard let model = Clp_newModel() else { return nil }
    defer { Clp_deleteModel(model) }
    Clp_setLogLevel(model, 0)
    var variables = Variables()
    var totals = [Double](repeating: 0, count: columns)
    for row in rows {
      variables.append(row)
      for entry in row { totals[entry.column] += entry.value }
    }
    variables.append(totals.enumerated().map { (column: $0, value: $1) })
    let lower = [Double](repeating: 0, count: rows.count + 1)
    let upper = [Double](repeating: .infinity, count: rows.count) + [1]
    let objective = [Double](repeating: 0, count: rows.count) + [1]
    Clp_loadProblem(
      model, Int32(rows.count + 1), Int32(columns), variables.starts, variables.indices, variables.values, lower, upper,
      objective, target, target)
    Clp_setOptimizationDirection(model, -1)
    guard Clp_primal(model, 0) == 0, Clp_status(model) == 0 else { return nil }
    return Clp_objectiveValue(model)
  }

  /// The cells that can have a mean above nought when all sums are as observed: the smallest face that holds the table.
  ///
  /// With x = y + z, maximise the sum of y subject to A'x = c A's, 0 <= y <= 1, z >= 0, c >= 1, where s is 1 for cells with
  /// persons. Since c is free, every cell that can be positive reaches y = 1, and the others have y = 0.
  ///
  /// - Returns: For each row whether it is on the face; nil when the solver gives no optimum.
  static func face(rows: [[(column: Int, value: Double)]], columns: Int, target: [Double]) -> [Bool]? {
    takingSolverTurn { solvedFace(rows, columns, target) }
  }

  private static func solvedFace(
    _ rows: [[(column: Int, value: Double)]], _ columns: Int, _ target: [Double]
  ) -> [Bool]? {
    guard let model = Clp_newModel() else { return nil }
    defer { Clp_deleteModel(model) }
    Clp_setLogLevel(model, 0)
    var variables = Variables()
    for row in rows + rows { variables.append(row) }
    variables.append(target.enumerated().map { (column: $0, value: -$1) })
    let nought = [Double](repeating: 0, count: rows.count)
    let one = [Double](repeating: 1, count: rows.count)
    let unbounded = [Double](repeating: .infinity, count: rows.count)
    let none = [Double](repeating: 0, count: columns)
    Clp_loadProblem(
      model, Int32(2 * rows.count + 1), Int32(columns), variables.starts, variables.indices, variables.values,
      nought + nought + [1], one + unbounded + [.infinity], one + nought + [0], none, none)
    Clp_setOptimizationDirection(model, -1)
    guard Clp_primal(model, 0) == 0, Clp_status(model) == 0, let solution = Clp_primalColumnSolution(model) else {
      return nil
    }
    return rows.indices.map { solution[$0] > 0.5 }
  }
}

/// The variables of a programme, each by the equations it stands in, as the solver takes them.
private struct Variables {
  private(set) var starts: [Int32] = [0]
  private(set) var indices: [Int32] = []
  private(set) var values: [Double] = []

  mutating func append(_ entries: [(column: Int, value: Double)]) {
    indices += entries.map { Int32($0.column) }
    values += entries.map(\.value)
    starts.append(Int32(indices.count))
  }
}

/// Existence of the maximum for a Poisson regression on any design: some x > 0 with A'x = A'y, as for log-linear models.
///
/// Columns are divided by their largest entry, so that the tolerance of 1e-7 means the same for each. As before only which
/// counts are nought matters. False for a design without columns.
enum DesignExistence {
  static func hasMaximum(design: [[Double]], counts: [Double]) -> Bool {
    let columns = design.first?.count ?? 0
    let scales = (0..<columns).map { j in design.map { abs($0[j]) }.max() ?? 1 }
    var target = [Double](repeating: 0, count: columns)
    let rows = design.enumerated().map { index, x -> [(column: Int, value: Double)] in
      let entries = (0..<columns).filter { x[$0] != 0 }.map { (column: $0, value: x[$0] / scales[$0]) }
      if counts[index] > 0 { for entry in entries { target[entry.column] += entry.value } }
      return entries
    }
    return (ExistenceProgramme.slack(rows: rows, columns: columns, target: target) ?? 0) > 1e-7
  }
}
