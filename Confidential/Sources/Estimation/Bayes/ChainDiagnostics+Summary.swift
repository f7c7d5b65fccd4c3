/// What several chains say together: the median, credible intervals and what must be said with them. Nothing but the
/// warnings when the chains disagree.
struct ChainSummary {
  let median: Double?
  let intervals: [EstimateInterval]
  let warnings: [EstimationWarning]

  /// - Parameters:
  ///   - chains: Draws of the number of persons.
  ///   - diagnostics: Of log(N − n + `offset`).
  ///   - objection: What else stands in the way of a summary.
  init(
    _ chains: [[Double]], _ diagnostics: ChainDiagnostics, observed: Int, offset: Double = 0, levels: [Double],
    objection: EstimationWarning? = nil
  ) {
    let persons = { (value: Double) in Double(observed) + exp(value) - offset }
    var notes: [EstimationWarning] = []
    if diagnostics.modes.count > 1 {
      notes.append(
        .severalModes(
          centres: diagnostics.modes.map { persons($0.centre) }, shares: diagnostics.modes.map(\.share)))
    }
    notes.append(
      .effectiveDraws(min(diagnostics.effectiveDraws, diagnostics.effectiveTailDraws), rHat: diagnostics.rHat))
    let apart: [EstimationWarning] =
      diagnostics.agree
      ? [] : [.chainsDisagree(rHat: diagnostics.rHat, medians: diagnostics.medians.map(persons))]
    let objections = apart + [objection].compactMap(\.self)
    guard objections.isEmpty else {
      median = nil
      intervals = []
      warnings = objections + notes
      return
    }
    let sorted = chains.flatMap { $0 }.sorted()
    median = sampleQuantile(sorted, 0.5)
    intervals = levels.map { level in
      EstimateInterval(
        kind: .credible, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
        upper: sampleQuantile(sorted, 0.5 + level / 2))
    }
    warnings = notes
  }
}
