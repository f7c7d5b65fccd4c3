/// Forward selection of pairs by AIC with a Wald test (Bales, Hesketh & Silverman 2015).
///
/// From main effects on, of all pairs that give an estimate the one with the lowest AIC enters, as long as it lowers the
/// AIC and its parameter differs from zero by the normal test, p below the threshold. A pair of lists without anybody
/// in common has its parameter at minus infinity, where there is no normal test: there the likelihood ratio decides,
/// P(χ²₁ > 2 (l₁ − l₀)), which stays finite (Wilks 1938; at the edge of what a parameter can be it is, if anything, too
/// large: Self & Liang 1987). The published analyses stop there. The estimate that belongs to it is the maximum of the
/// profile likelihood.
struct AkaikeStepwise: Sendable {
  let pairs: [UInt32]
  let singles: [UInt32]
  let threshold: Double

  init(lists: Int, threshold: Double) {
    pairs = listSets(of: 2, among: lists)
    singles = HierarchicalModel.mainEffects(lists: lists).terms
    self.threshold = threshold
  }

  /// The selected terms and their fit; nil when not even the main effects have an estimate.
  func select(
    _ table: CountTable, _ solver: LoglinearSolver
  ) -> (terms: [UInt32], maximum: LoglinearSolver.Maximum)? {
    guard case .converged(var best) = solver.fit(singles, to: table, warm: false) else { return nil }
    var terms = singles
    while let next = nextPair(terms, best.logLikelihood, table, solver) {
      // 2l has to rise by more than the 2 that a parameter costs.
      guard next.maximum.logLikelihood > best.logLikelihood + 1, next.probability < threshold else { break }
      terms.append(next.pair)
      best = next.maximum
    }
    return (terms, best)
  }

  private func nextPair(
    _ terms: [UInt32], _ without: Double, _ table: CountTable, _ solver: LoglinearSolver
  ) -> (pair: UInt32, maximum: LoglinearSolver.Maximum, probability: Double)? {
    var best: (pair: UInt32, maximum: LoglinearSolver.Maximum, probability: Double)?
    for pair in pairs where !terms.contains(pair) {
      guard case .converged(let maximum) = solver.fit(terms + [pair], to: table, warm: false) else { continue }
      if let best, maximum.logLikelihood <= best.maximum.logLikelihood + 1e-9 { continue }
      let z =
        solver.variance(of: pair).map { abs(solver.coefficients[Int(pair)]) / $0.squareRoot() }
        ?? (2 * max(0, maximum.logLikelihood - without)).squareRoot()
      best = (pair, maximum, 2 * NormalDistribution.cumulative(-z))
    }
    return best
  }
}
