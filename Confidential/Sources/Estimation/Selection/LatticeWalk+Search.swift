/// Finding the best model without fitting all, with the same result as if all had been fitted.
extension LatticeWalk {
  /// Visits every model that can be the best, parents before children.
  ///
  /// Below a node, no model has a higher likelihood than the one that holds the node and every term that may still be
  /// added, and none has fewer parameters than the node and one more. Where even that cannot reach the best value so
  /// far, the models below are passed over. The bound is a likelihood, not a guess, so nothing that could win, or tie
  /// within a millionth, is lost. Where the large model has no maximum there is no bound and nothing is passed over.
  ///
  /// A bound costs a fit, so it is asked for on entering a node and where at least three terms, eight models, may follow:
  /// by decision, measured on five lists. Ties are within 1e-9, so a margin of 1e-6 loses none to rounding.
  ///
  /// - Parameter visit: Takes a model that was fitted; returns the best value so far.
  func search(_ table: CountTable, penalty: Double, _ visit: (Visit) -> Double) {
    bounds.removeAll(keepingCapacity: true)
    terms.removeLast(terms.count - base)
    let outcome = solver.fit(terms, to: table, warm: false)
    store(depth: 0, outcome)
    let best = visit(Visit(model: 0, parameters: terms.count, outcome: outcome))
    _ = descend(table, 0, next: 0, depth: 0, penalty: penalty, best: best, visit)
  }

  private func descend(
    _ table: CountTable, _ model: UInt64, next: Int, depth: Int, penalty: Double, best: Double,
    _ visit: (Visit) -> Double
  ) -> Double {
    var best = best
    for index in next..<lattice.interactions.count where lattice.needs[index] & ~model == 0 {
      if index == next || lattice.interactions.count - index >= 3 {
        let bound = upperBound(table, model, from: index)
        let least = penalty * Double(terms.count + 1) - 2 * bound
        // Passing over a further term makes the large model smaller, so all that follow fall with it.
        if least > best + 1e-6 { break }
      }
      terms.append(lattice.interactions[index])
      let child = model | 1 << UInt64(index)
      best = visit(Visit(model: child, parameters: terms.count, outcome: fitChild(table, depth: depth)))
      best = descend(table, child, next: index + 1, depth: depth + 1, penalty: penalty, best: best, visit)
      terms.removeLast()
    }
    return best
  }

  /// The log-likelihood of the model with every term from `index` on that it can hold; infinite without a maximum.
  private func upperBound(_ table: CountTable, _ model: UInt64, from index: Int) -> Double {
    var large = model
    for later in index..<lattice.interactions.count where lattice.needs[later] & ~large == 0 {
      large |= 1 << UInt64(later)
    }
    if let known = bounds[large] { return known }
    var bound = Double.infinity
    let all = Array(terms.prefix(base)) + lattice.terms(large)
    if case .converged(let maximum) = solver.fit(all, to: table, warm: false) { bound = maximum.logLikelihood }
    bounds[large] = bound
    return bound
  }
}
