/// A log-linear model fitted to a table, with the evidence for it.
struct LoglinearFit: Equatable, Sendable {
  let model: HierarchicalModel
  let observed: Int
  /// Parameters by term, in the order of `model.terms`; minus infinity where the lists of a term have nobody in common. On
  /// a face the constant is that of the limit, and nought stands for terms that cannot be told from others there.
  let parameters: [Double]
  /// Σ (N_w log m_w − m_w − log N_w!).
  let logLikelihood: Double
  /// Twice the distance to the model with a mean for every cell.
  let deviance: Double
  /// Variance of the constant, from the inverse information.
  let interceptVariance: Double
  let iterations: Int
  /// The cells the model leaves in the limit; nil where the maximum is at finite parameters.
  var face: FacialFit.Face?

  /// Expected number of hidden persons, exp(a_∅).
  var hidden: Double { exp(parameters[0]) }
  /// n + exp(a_∅).
  var estimate: Double { Double(observed) + hidden }
  /// sqrt(e^b + e^2b var b), b = a_∅: the standard error with the Poisson variation of the hidden number itself.
  var standardError: Double { (hidden + hidden * hidden * interceptVariance).squareRoot() }
  /// e^b sd(b): the delta method for the expected number.
  var deltaStandardError: Double { hidden * interceptVariance.squareRoot() }
  /// 2|Q| − 2l; parameters at minus infinity count.
  var aic: Double { 2 * Double(model.terms.count) - 2 * logLikelihood }
  /// |Q| log n − 2l; n is persons, and parameters at minus infinity count.
  var bic: Double { Double(model.terms.count) * log(Double(observed)) - 2 * logLikelihood }

  /// n + exp(b ± z sd(b)).
  func logNormalInterval(level: Double) -> EstimateInterval {
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let spread = exp(z * interceptVariance.squareRoot())
    return EstimateInterval(
      kind: .logNormal, level: level, lower: Double(observed) + hidden / spread,
      upper: Double(observed) + hidden * spread)
  }
}

/// Why a model was not fitted.
public enum LoglinearError: Error, Equatable, Sendable {
  /// The likelihood has no maximum at finite values.
  case noMaximum(model: String)
  /// Different parameters give the same means, so the hidden number can be anything.
  case notIdentifiable(model: String)
  /// The model is about another number of lists.
  case wrongNumberOfLists(model: Int, table: Int)
}

extension HierarchicalModel {
  /// Fits the model to a table by maximum likelihood.
  ///
  /// Assumes that persons are independent, nobody joins or leaves the population, every person is recognised on every
  /// list, and the model holds for the hidden persons too. Newton's method from m = N + 0.1 until the step is at
  /// rounding; existence and identifiability are decided exactly where that does not settle. A maximum on a face is the
  /// fit where the total is determined there (`FacialFit`).
  ///
  /// - Throws: `LoglinearError`.
  /// - SeeAlso: Cormack 1989; Fienberg & Rinaldo 2012.
  func fitted(to histories: CaptureHistories) throws(LoglinearError) -> LoglinearFit {
    guard lists == histories.lists.count else {
      throw .wrongNumberOfLists(model: lists, table: histories.lists.count)
    }
    return try fitted(to: CountTable(histories), with: LoglinearSolver(lists: lists))
  }

  func fitted(to table: CountTable, with solver: LoglinearSolver) throws(LoglinearError) -> LoglinearFit {
    switch solver.fit(terms, to: table, warm: false, precision: .reporting) {
    case .noMaximum:
      guard let fit = FacialFit(terms: terms, table: table) else { throw .noMaximum(model: notation) }
      return onFace(fit, table)
    case .notIdentifiable:
      guard let fit = FacialFit(terms: terms, table: table) else { throw .notIdentifiable(model: notation) }
      return onFace(fit, table)
    case .converged(let maximum):
      return fit(
        maximum, table,
        terms.map { $0 == 0 || table.margins[Int($0)] > 0 ? solver.coefficients[Int($0)] : -.infinity })
    }
  }

  private func onFace(_ facial: FacialFit, _ table: CountTable) -> LoglinearFit {
    let values = Dictionary(uniqueKeysWithValues: facial.parameters.map { (UInt32($0.term), $0.value) })
    var result = fit(
      facial.maximum, table,
      terms.map { $0 == 0 || table.margins[Int($0)] > 0 ? values[$0] ?? 0 : -.infinity })
    result.face = facial.face
    return result
  }

  private func fit(
    _ maximum: LoglinearSolver.Maximum, _ table: CountTable, _ parameters: [Double]
  ) -> LoglinearFit {
    let logLikelihood = maximum.logLikelihood - table.logFactorials
    return LoglinearFit(
      model: self, observed: Int(table.observed), parameters: parameters, logLikelihood: logLikelihood,
      deviance: max(0, 2 * (table.saturatedLogLikelihood - logLikelihood)),
      interceptVariance: maximum.interceptVariance, iterations: maximum.iterations)
  }
}

extension HierarchicalModel {
  /// Whether the model has an estimate on this table, and a unique one, decided without fitting it.
  func existence(on histories: CaptureHistories) -> (existence: Existence, identifiable: Bool) {
    let problem = ExistenceProblem(terms: terms, table: CountTable(histories))
    return (problem.hasMaximum ? .exists : .doesNotExist, problem.isIdentifiable)
  }
}
