internal import CCbc
internal import Optimisation

/// Whole tables where the vertices of the linear programme are none (branch and cut with Cbc, one thread).
enum IntegerSearch {
  /// Nodes of the search tree; a count and not a time, so that every machine gives the same answer.
  private static let nodes: Int32 = 2_000

  /// The whole table in which a column is as small or as large as the search found, and whether it was proven that none
  /// goes further; nil when it found none.
  static func world(
    in block: HiddenBlock, column: Int, isHigh: Bool, horizon: Int
  ) -> (values: [Int], isProven: Bool)? {
    takingSolverTurn { search(block, column, isHigh, horizon) }
  }

  private static func search(
    _ block: HiddenBlock, _ column: Int, _ isHigh: Bool, _ horizon: Int
  ) -> (values: [Int], isProven: Bool)? {
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "threads", "0")
    let count = block.count
    var columns = [[(row: Int32, value: Double)]](repeating: [], count: count)
    for (index, row) in block.rows.enumerated() {
      for term in row.terms { columns[term.column].append((Int32(index), Double(term.coefficient))) }
    }
    var starts: [Int32] = [0]
    for entries in columns { starts.append(starts[starts.count - 1] + Int32(entries.count)) }
    var costs = [Double](repeating: 0, count: count)
    costs[column] = isHigh ? -1 : 1
    Cbc_loadProblem(
      model, Int32(count), Int32(block.rows.count), starts, columns.flatMap { $0.map(\.row) },
      columns.flatMap { $0.map(\.value) }, block.lowers.map(Double.init),
      block.uppers.map { Double($0 ?? horizon) }, costs, block.rows.map { $0.lower.map(Double.init) ?? -.infinity },
      block.rows.map { $0.upper.map(Double.init) ?? .infinity })
    for index in 0..<count { Cbc_setInteger(model, Int32(index)) }
    Cbc_setMaximumNodes(model, nodes)
    guard Cbc_solve(model) == 0, Cbc_numberSavedSolutions(model) > 0, let best = Cbc_bestSolution(model) else {
      return nil
    }
    return ((0..<count).map { Int(best[$0].rounded()) }, Cbc_isProvenOptimal(model) != 0)
  }
}
