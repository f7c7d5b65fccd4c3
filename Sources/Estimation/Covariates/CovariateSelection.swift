/// The models on the way from main effects up, each with the two-way term that helps most.
public struct CovariateSelection: Equatable, Sendable {
  /// In the order in which terms entered, main effects first.
  public let path: [CovariateFit]
  /// The names of the terms that entered, in order.
  public let entered: [String]

  /// The fit on the path with the lowest value of a criterion.
  public func best(_ criterion: InformationCriterion) -> CovariateFit? {
    let value = { (fit: CovariateFit) in criterion == .bic ? fit.bic : fit.aic }
    return path.min { value($0) < value($1) - 1e-9 }
  }
}

extension CovariateTable {
  /// Forward selection of two-way terms among lists, among covariates, and between the two (Cruyff, van Dijk & van der
  /// Heijden 2017): at each step the term with the lowest criterion enters, as long as it lowers the AIC.
  ///
  /// A term whose model has no unique estimate does not enter.
  ///
  /// - Throws: `LoglinearError` when the main effects have no estimate.
  public func selection(_ criterion: InformationCriterion = .bic) throws(LoglinearError) -> CovariateSelection {
    var model = CovariateModel(mainEffectsOf: self)
    var path = [try model.fitted(to: self)]
    var entered: [String] = []
    let pairs = listSets(of: 2, among: model.variables.count)
    while true {
      var best: (term: UInt32, fit: CovariateFit)?
      for pair in pairs where !model.terms.contains(pair) {
        var candidate = model
        candidate.add(pair)
        guard let fit = try? candidate.fitted(to: self) else { continue }
        let isBetter = best.map { value(fit, criterion) < value($0.fit, criterion) - 1e-9 } ?? true
        if isBetter { best = (pair, fit) }
      }
      guard let best, let last = path.last, best.fit.aic < last.aic else { break }
      model = best.fit.model
      path.append(best.fit)
      entered.append(model.name(of: best.term))
    }
    return CovariateSelection(path: path, entered: entered)
  }

  private func value(_ fit: CovariateFit, _ criterion: InformationCriterion) -> Double {
    criterion == .bic ? fit.bic : fit.aic
  }
}
