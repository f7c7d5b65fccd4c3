internal import CCbc
internal import Optimisation

/// Which classes to hide at least cost, given cuts that every pattern that protects has to keep.
///
/// min Σ weight · y, Σ coefficient · y >= least for each cut, y of 0 or 1 (or between, relaxed). Cbc and Clp, one thread.
struct CoverProgramme {
  struct Cut {
    var terms: [(column: Int, coefficient: Double)]
    var least: Double
  }

  let weights: [Double]
  private(set) var cuts: [Cut] = []
  private var seen: Set<[Int]> = []

  init(weights: [Double]) { self.weights = weights }

  /// Whether it was not there yet.
  mutating func add(_ cut: Cut) -> Bool {
    let key = cut.terms.flatMap { [$0.column, Int(($0.coefficient * 1_000).rounded())] }
    guard seen.insert(key + [Int((cut.least * 1_000).rounded())]).inserted else { return false }
    cuts.append(cut)
    return true
  }

  /// Of the relaxation; nil when the solver gave up.
  func relaxed() -> [Double]? {
    takingSolverTurn {
      let model = Clp_newModel()
      defer { Clp_deleteModel(model) }
      Clp_setLogLevel(model, 0)
      let (starts, rows, values) = packed
      Clp_loadProblem(
        model, Int32(weights.count), Int32(cuts.count), starts, rows, values,
        [Double](repeating: 0, count: weights.count), [Double](repeating: 1, count: weights.count), weights,
        cuts.map(\.least), [Double](repeating: .infinity, count: cuts.count))
      Clp_dual(model, 0)
      guard Clp_status(model) == 0 else { return nil }
      return Array(UnsafeBufferPointer(start: Clp_getColSolution(model), count: weights.count))
    }
  }

  /// The cheapest choice found, and whether none is cheaper.
  func chosen(nodes: Int32) -> (isHidden: [Bool], isProven: Bool)? {
    takingSolverTurn { search(nodes) }
  }

  private func search(_ nodes: Int32) -> (isHidden: [Bool], isProven: Bool)? {
    guard let model = Cbc_newModel() else { return nil }
    defer { Cbc_deleteModel(model) }
    Cbc_setLogLevel(model, 0)
    Cbc_setParameter(model, "log", "0")
    Cbc_setParameter(model, "threads", "0")
    let (starts, rows, values) = packed
    Cbc_loadProblem(
      model, Int32(weights.count), Int32(cuts.count), starts, rows, values,
      [Double](repeating: 0, count: weights.count), [Double](repeating: 1, count: weights.count), weights,
      cuts.map(\.least), [Double](repeating: .infinity, count: cuts.count))
    for column in weights.indices { Cbc_setInteger(model, Int32(column)) }
    Cbc_setMaximumNodes(model, nodes)
    guard Cbc_solve(model) == 0, Cbc_numberSavedSolutions(model) > 0, let best = Cbc_bestSolution(model) else {
      return nil
    }
    return (weights.indices.map { best[$0] > 0.5 }, Cbc_isProvenOptimal(model) != 0)
  }

  /// Column by column, as the solvers want it.
  private var packed: (starts: [Int32], rows: [Int32], values: [Double]) {
    var columns = [[(row: Int32, value: Double)]](repeating: [], count: weights.count)
    for (index, cut) in cuts.enumerated() {
      for term in cut.terms { columns[term.column].append((Int32(index), term.coefficient)) }
    }
    var starts: [Int32] = [0]
    for entries in columns { starts.append(starts[starts.count - 1] + Int32(entries.count)) }
    return (starts, columns.flatMap { $0.map(\.row) }, columns.flatMap { $0.map(\.value) })
  }
}
