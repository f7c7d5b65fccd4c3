/// Fits every model of a lattice below a root, each from the fit of its parent.
///
/// A child starts at its parent's parameters, with its own new one at log(N*_q / Z_q): one step of proportional
/// fitting. A model without an estimate passes its parent's parameters on. So a start depends on nothing but the way
/// down from the main effects, and the results not on how the tree is divided over tasks.
final class LatticeWalk {
  let lattice: ModelLattice
  let solver: LoglinearSolver
  var terms: [UInt32]
  /// By depth: parameters and sums of means of the last fit on the way down.
  private var memory: UnsafeMutablePointer<Double>
  let base: Int
  /// Log-likelihoods of large models, for the table that is being searched.
  var bounds: [UInt64: Double] = [:]

  init(_ lattice: ModelLattice) {
    self.lattice = lattice
    solver = LoglinearSolver(lists: lattice.lists)
    terms = HierarchicalModel.mainEffects(lists: lattice.lists).terms
    base = terms.count
    let size = 2 * (1 << lattice.lists) * (lattice.interactions.count + 2)
    memory = .allocate(capacity: size)
    memory.initialize(repeating: 0, count: size)
  }

  deinit { memory.deallocate() }

  /// A model that was fitted.
  struct Visit {
    var model: UInt64
    /// Parameters, those at minus infinity included.
    var parameters: Int
    var outcome: LoglinearSolver.Outcome
  }

  /// Visits the models that have exactly `prefix` of the first `fixed` interactions, parents before children.
  ///
  /// - Parameter visit: Called for every model.
  func visit(_ table: CountTable, prefix: UInt64 = 0, fixed: Int = 0, _ visit: (Visit) -> Void) {
    terms.removeLast(terms.count - base)
    var outcome = solver.fit(terms, to: table, warm: false)
    store(depth: 0, outcome)
    var depth = 0
    for index in 0..<fixed where prefix & (1 << UInt64(index)) != 0 {
      terms.append(lattice.interactions[index])
      outcome = fitChild(table, depth: depth)
      depth += 1
    }
    visit(Visit(model: prefix, parameters: terms.count, outcome: outcome))
    descend(table, prefix, next: fixed, depth: depth, visit)
  }

  private func descend(_ table: CountTable, _ model: UInt64, next: Int, depth: Int, _ visit: (Visit) -> Void) {
    for index in next..<lattice.interactions.count where lattice.needs[index] & ~model == 0 {
      terms.append(lattice.interactions[index])
      let child = model | 1 << UInt64(index)
      visit(Visit(model: child, parameters: terms.count, outcome: fitChild(table, depth: depth)))
      descend(table, child, next: index + 1, depth: depth + 1, visit)
      terms.removeLast()
    }
  }

  /// Fits the terms, the last of them new, from the parent's fit at `depth`; stores the fit one deeper.
  func fitChild(_ table: CountTable, depth: Int) -> LoglinearSolver.Outcome {
    let cells = solver.cells
    let parent = memory + 2 * cells * depth
    solver.coefficients.update(from: parent, count: cells)
    let new = Int(terms[terms.count - 1])
    let margin = table.margins[new]
    let mean = parent[cells + new]
    solver.coefficients[new] = margin > 0 && mean > 0 ? log(margin / mean) : 0
    let outcome = solver.fit(terms, to: table, warm: true)
    if case .converged = outcome {
      store(depth: depth + 1, outcome)
    } else {
      (parent + 2 * cells).update(from: parent, count: 2 * cells)
      (parent + 2 * cells)[new] = 0
    }
    return outcome
  }

  func store(depth: Int, _ outcome: LoglinearSolver.Outcome) {
    let place = memory + 2 * solver.cells * depth
    guard case .converged = outcome else {
      for index in 0..<(2 * solver.cells) { place[index] = 0 }
      return
    }
    place.update(from: solver.coefficients, count: solver.cells)
    (place + solver.cells).update(from: solver.sums, count: solver.cells)
  }
}
