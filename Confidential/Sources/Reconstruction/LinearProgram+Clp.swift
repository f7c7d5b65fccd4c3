internal import CCbc
internal import Optimisation

/// One linear programme kept in the simplex solver Clp, so that it can be solved again with other costs from where the
/// last solution was. Single-threaded: the same sequence of costs gives the same sequence of solutions.
final class SimplexSession {
  private let model: UnsafeMutableRawPointer?
  private let columnCount: Int
  private let rowCount: Int

  struct Optimum {
    var objective: Double
    var columns: [Double]
    /// Dual values of the rows.
    var prices: [Double]
  }

  /// Integrality of columns is left out of account.
  init(_ program: LinearProgram) {
    columnCount = program.columns.count
    rowCount = program.rows.count
    model = takingSolverTurn {
      let session = Clp_newModel()
      Clp_setLogLevel(session, 0)
      let matrix = program.compressed()
      Clp_loadProblem(
        session, Int32(program.columns.count), Int32(program.rows.count), matrix.starts, matrix.indices, matrix.values,
        program.columns.map(\.lower), program.columns.map(\.upper), program.columns.map(\.cost),
        program.rows.map(\.lower), program.rows.map(\.upper))
      return session
    }
  }

  deinit { takingSolverTurn { Clp_deleteModel(model) } }

  /// The optimum under these costs, or nil when there is none.
  func optimum(costs: [Double]) -> Optimum? {
    precondition(costs.count == columnCount, "one cost a column")
    return takingSolverTurn { solved(costs) }
  }

  private func solved(_ costs: [Double]) -> Optimum? {
    Clp_chgObjCoefficients(model, costs)
    guard Clp_primal(model, 0) == 0, Clp_status(model) == 0 else { return nil }
    return Optimum(
      objective: Clp_getObjValue(model),
      columns: Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: columnCount)),
      prices: Array(UnsafeBufferPointer(start: Clp_getRowPrice(model), count: rowCount)))
  }
}
