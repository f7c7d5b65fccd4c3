/// How the model of lists and covariates is found.
public enum CovariateChoice: Equatable, Sendable {
  /// Stepwise from main effects, the term with the lowest criterion first.
  case stepwise(InformationCriterion)
  case mainEffects
  /// Every pair of variables.
  case allPairs
  /// `S1*S2 + S3*region`.
  case formula(String)
}

/// The persons in every stratum by a model of lists and covariates, with intervals.
public struct CovariateEstimate: Equatable, Sendable {
  public let lists: [String]
  public let covariates: [CovariateTable.Covariate]
  public let fit: CovariateFit
  /// The terms that entered stepwise, in order; empty for a model that was given.
  public let entered: [String]
  public let levels: [Double]
  public let intervals: [EstimateInterval]
  /// For each part of `fit.breakdown`, an interval at each level.
  public let partIntervals: [[EstimateInterval]]
  /// For each of `fit.strata`, an interval at each level.
  public let stratumIntervals: [[EstimateInterval]]
  /// Without the model of dependence, for two lists and known covariates.
  public let doublyRobust: DoublyRobustEstimate?
  public let warnings: [EstimationWarning]
  public let replicates: Int
  public let seed: UInt64
}

extension CovariateTable {
  /// Chooses a model, fits it and bootstraps it.
  ///
  /// - Throws: `EstimationError.unreadableFormula`, and `noCovariateModel` when the model has no unique estimate.
  public func estimate(
    choosing choice: CovariateChoice, using settings: EstimationSettings
  ) async throws(EstimationError) -> CovariateEstimate {
    try settings.check()
    do {
      let (model, entered) = try await chosen(choice, settings)
      let bootstrap = try await model.parametricBootstrap(
        on: self, replicates: settings.replicates, seed: settings.seed, threads: settings.threads,
        progress: settings.progress)
      let levels = settings.levels
      let byLevel = { (intervals: (Double) -> [EstimateInterval], count: Int) -> [[EstimateInterval]] in
        let columns = levels.map(intervals)
        return (0..<count).map { row in columns.map { $0[row] } }
      }
      return CovariateEstimate(
        lists: lists, covariates: covariates, fit: bootstrap.fit, entered: entered, levels: levels,
        intervals: levels.map(bootstrap.interval),
        partIntervals: byLevel(bootstrap.partIntervals, bootstrap.parts.count),
        stratumIntervals: byLevel(bootstrap.stratumIntervals, bootstrap.strata.count),
        doublyRobust: try? doublyRobustEstimate(seed: settings.seed),
        warnings: warnings(bootstrap, settings), replicates: settings.replicates, seed: settings.seed)
    } catch let error as LoglinearError {
      throw .noCovariateModel(error.model)
    } catch let error as EstimationError {
      throw error
    } catch {
      throw .noCovariateModel("")
    }
  }

  private func chosen(
    _ choice: CovariateChoice, _ settings: EstimationSettings
  ) async throws -> (model: CovariateModel, entered: [String]) {
    switch choice {
    case .mainEffects: return (CovariateModel(mainEffectsOf: self), [])
    case .allPairs: return (.allPairs(of: self), [])
    case .formula(let formula):
      guard let model = CovariateModel(formula, for: self) else { throw EstimationError.unreadableFormula(formula) }
      return (model, [])
    case .stepwise(let criterion):
      let selection = try await selection(
        criterion, stopsAtBest: true, threads: settings.threads, progress: settings.progress)
      guard let best = selection.best(criterion) else { throw LoglinearError.noMaximum(model: "") }
      return (best.model, selection.entered)
    }
  }

  private func warnings(_ bootstrap: CovariateBootstrap, _ settings: EstimationSettings) -> [EstimationWarning] {
    var notes: [EstimationWarning] = []
    let atLimit = bootstrap.fit.coefficients.count { $0 == -.infinity }
    if atLimit > 0 { notes.append(.parametersAtLimit(count: atLimit)) }
    if bootstrap.failed > 0 { notes.append(.failedReplicates(count: bootstrap.failed, of: settings.replicates)) }
    return notes
  }
}
