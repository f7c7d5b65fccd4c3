import Model

/// The models on the way from main effects up, each with the two-way term that helps most.
struct CovariateSelection: Equatable, Sendable {
  /// In the order in which terms entered, main effects first.
  let path: [CovariateFit]
  /// The names of the terms that entered, in order.
  let entered: [String]

  /// The fit on the path with the lowest value of a criterion; the first of those that are the same within 1e-9.
  func best(_ criterion: InformationCriterion) -> CovariateFit? {
    path.min { $0.value(criterion) < $1.value(criterion) - 1e-9 }
  }
}

extension CovariateTable {
  /// Forward selection of two-way terms among lists, among covariates, and between the two (Cruyff, van Dijk & van der
  /// Heijden 2017): at each step the term with the lowest criterion enters, as long as it lowers the AIC.
  ///
  /// A term whose model has no unique estimate does not enter. The candidates of a step are fitted beside each other;
  /// the result is the same for any number of threads.
  ///
  /// - Parameters:
  ///   - stopsAtBest: Whether to stop as soon as no term lowers the criterion itself; the path is then shorter.
  ///   - progress: Hears how many candidates of a step are done.
  /// - Throws: `LoglinearError` when the main effects have no estimate.
  func selection(
    _ criterion: InformationCriterion = .bic, stopsAtBest: Bool = false, threads: Int = 1,
    progress: ProgressSink? = nil
  ) async throws(LoglinearError) -> CovariateSelection {
    let cells = CompleteCells(self)
    var fit = try CovariateModel(mainEffectsOf: self).fitted(to: self, cells)
    var path = [fit]
    var entered: [String] = []
    let pairs = listSets(of: 2, among: fit.model.variables.count)
    while true {
      let start = fit
      let candidates = pairs.filter { !start.model.terms.contains($0) }
      let fits = await mapConcurrently(candidates, threads: threads, progress: progress) { pair -> CovariateFit? in
        var candidate = start.model
        candidate.add(pair)
        return try? candidate.fitted(
          to: self, cells, start: start.coefficients(for: candidate, of: self))
      }
      var best: (term: UInt32, fit: CovariateFit)?
      for case (let pair, let fit?) in zip(candidates, fits) {
        if best.map({ fit.value(criterion) < $0.fit.value(criterion) - 1e-9 }) ?? true { best = (pair, fit) }
      }
      guard let best, best.fit.aic < start.aic else { break }
      if stopsAtBest, best.fit.value(criterion) >= start.value(criterion) { break }
      fit = best.fit
      path.append(fit)
      entered.append(fit.model.name(of: best.term))
    }
    return CovariateSelection(path: path, entered: entered)
  }
}

extension CovariateFit {
  func value(_ criterion: InformationCriterion) -> Double { criterion == .bic ? bic : aic }

  /// Where a larger model starts: the terms it shares as they are, the others at zero.
  func coefficients(for larger: CovariateModel, of table: CovariateTable) -> [Double] {
    let bases = table.lists.map { _ in 1 } + table.covariates.map { $0.basis.first?.count ?? 0 }
    let width = { (term: UInt32) in
      bases.indices.reduce(1) { term & (1 << UInt32($1)) != 0 ? $0 * bases[$1] : $0 }
    }
    var place = 0
    var own: [UInt32: ArraySlice<Double>] = [:]
    for term in model.terms {
      own[term] = coefficients[place..<(place + width(term))]
      place += width(term)
    }
    return larger.terms.flatMap { term in own[term].map(Array.init) ?? [Double](repeating: 0, count: width(term)) }
  }
}
