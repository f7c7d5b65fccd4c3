internal import CCbc
internal import Optimisation

extension LinearProgram {
  /// Effort the branch-and-cut search may make, in terms that do not depend on the machine's clock.
  struct Effort {
    /// Stop when the best solution is within this fraction of the bound.
    var gap: Double
    var nodes: Int
  }

  /// Whole-number values of the columns that cost least, or nil when the search found none.
  ///
  /// Found by the branch-and-cut solver Cbc on one thread, without a time limit: the same programme gives the same
  /// solution.
  func integerOptimum(effort: Effort) -> [Double]? { takingSolverTurn { search(effort) } }

  private func search(_ effort: Effort) -> [Double]? {
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "threads", "0")
    let matrix = compressed()
    Cbc_loadProblem(
      model, Int32(columns.count), Int32(rows.count), matrix.starts, matrix.indices, matrix.values,
      columns.map(\.lower), columns.map(\.upper), columns.map(\.cost), rows.map(\.lower), rows.map(\.upper))
    for (index, column) in columns.enumerated() where column.isInteger { Cbc_setInteger(model, Int32(index)) }
    Cbc_setAllowableFractionGap(model, effort.gap)
    Cbc_setMaximumNodes(model, Int32(effort.nodes))
    guard Cbc_solve(model) == 0, Cbc_numberSavedSolutions(model) > 0, let best = Cbc_bestSolution(model) else {
      return nil
    }
    return (0..<columns.count).map { index in
      columns[index].isInteger ? best[index].rounded() : best[index]
    }
  }
}
