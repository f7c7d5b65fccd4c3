/// Forward stepwise selection of pairs by the Poisson tail (Chan, Silverman & Vincent 2021).
///
/// From main effects on, with o = N*_pair and e the sum of the fitted means over the cells containing the pair, every
/// pair outside the model gets p = min(P(X <= o), P(X >= o)), X Poisson(e). The pair with the smallest p whose model
/// exists and is identifiable enters if p is below the threshold; ties go to the first pair in order 12, 13, .., 23.
///
/// Assumes that only pairs of lists depend on each other. Nothing is refitted for a candidate: its e is a sum the last
/// fit already holds, and its existence is checked only when it would enter.
struct StepwiseSelection: Sendable {
  let lists: Int
  let pairs: [UInt32]
  let singles: [UInt32]
  let logThreshold: Double

  init(lists: Int, threshold: Double) {
    self.lists = lists
    pairs = listSets(of: 2, among: lists)
    singles = HierarchicalModel.mainEffects(lists: lists).terms
    logThreshold = log(threshold)
  }

  /// The selected terms and their fit; nil when not even the main effects have an estimate.
  func select(
    _ table: CountTable, _ solver: LoglinearSolver, precision: LoglinearSolver.Precision = .ranking
  ) -> (terms: [UInt32], maximum: LoglinearSolver.Maximum)? {
    var terms = singles
    guard case .converged(var best) = solver.fit(terms, to: table, warm: false, precision: precision) else {
      return nil
    }
    var candidates = pairs
    while let entering = enteringPair(terms, candidates, table, solver, precision) {
      best = entering.maximum
      terms.append(entering.pair)
      candidates.removeAll { $0 == entering.pair }
    }
    return (terms, best)
  }

  /// The pair that enters, with the solver left at its fit; at the fit without it when none enters.
  private func enteringPair(
    _ terms: [UInt32], _ candidates: [UInt32], _ table: CountTable, _ solver: LoglinearSolver,
    _ precision: LoglinearSolver.Precision
  ) -> (pair: UInt32, maximum: LoglinearSolver.Maximum)? {
    var ranked: [(pair: UInt32, logTail: Double, start: Double)] = []
    for pair in candidates {
      let observed = table.margins[Int(pair)]
      let expected = solver.sums[Int(pair)]
      let logTail = PoissonTail.logSmaller(observed: Int(observed), mean: expected)
      if logTail < logThreshold { ranked.append((pair, logTail, observed > 0 ? log(observed / expected) : 0)) }
    }
    guard !ranked.isEmpty else { return nil }
    let saved = solver.active.map { solver.coefficients[$0] }
    let active = solver.active
    while let next = ranked.indices.min(by: { ranked[$0].logTail < ranked[$1].logTail }) {
      let candidate = ranked.remove(at: next)
      solver.coefficients[Int(candidate.pair)] = candidate.start
      let outcome = solver.fit(terms + [candidate.pair], to: table, warm: true, precision: precision)
      if case .converged(let maximum) = outcome {
        return (candidate.pair, maximum)
      }
      for (index, term) in active.enumerated() { solver.coefficients[term] = saved[index] }
    }
    return nil
  }
}
