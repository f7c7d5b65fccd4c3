/// Forward selection of pairs by AIC with a Wald test (Bales, Hesketh & Silverman 2015).
///
/// From main effects on, of all pairs that give an estimate the one with the lowest AIC enters, as long as it lowers the
/// AIC and its parameter differs from zero by the normal test, p below the threshold. A pair of lists without anybody
/// in common has no such test; where it has the lowest AIC, selection stops, as in the published analyses. The estimate
/// that belongs to it is the maximum of the profile likelihood.
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
    while let next = nextPair(terms, table, solver) {
      // 2l has to rise by more than the 2 that a parameter costs.
      guard next.maximum.logLikelihood > best.logLikelihood + 1, next.probability < threshold else { break }
      terms.append(next.pair)
      best = next.maximum
    }
    return (terms, best)
  }

  private func nextPair(
    _ terms: [UInt32], _ table: CountTable, _ solver: LoglinearSolver
  ) -> (pair: UInt32, maximum: LoglinearSolver.Maximum, probability: Double)? {
    var best: (pair: UInt32, maximum: LoglinearSolver.Maximum, probability: Double)?
    for pair in pairs where !terms.contains(pair) {
      guard case .converged(let maximum) = solver.fit(terms + [pair], to: table, warm: false) else { continue }
      if let best, maximum.logLikelihood <= best.maximum.logLikelihood + 1e-9 { continue }
      var probability = 1.0
      if let variance = solver.variance(of: pair) {
        let z = abs(solver.coefficients[Int(pair)]) / variance.squareRoot()
        probability = 2 * NormalDistribution.cumulative(-z)
      }
      best = (pair, maximum, probability)
    }
    return best
  }
}
