/// Estimates by one log-linear model, given or chosen.
extension CaptureHistories {
  /// The fit of the rule on the table, with the intervals asked for.
  ///
  /// Fewer than a millionth hidden person is nobody: the model says that all were seen, and a warning says so.
  func estimate(
    _ method: EstimationMethod, _ rule: SelectionRule, _ settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    var notes = warnings
    let fit: LoglinearFit
    do {
      switch rule {
      case .model(let model): fit = try model.fitted(to: self)
      case .stepwise(let threshold): fit = try stepwiseFit(threshold: threshold)
      case .akaikeStepwise(let threshold): fit = try akaikeStepwiseFit(threshold: threshold)
      case .best(let criterion, let order):
        let ranking = try await ranking(criterion, order, settings)
        notes += ranking?.warnings ?? []
        guard let best = ranking?.ranked.first else { return withoutEstimate(method, "[]", .noMaximum(model: "")) }
        fit = try best.model.fitted(to: self)
      case .bestOf, .weighed: return withoutEstimate(method, "[]", .noMaximum(model: ""))
      }
    } catch let error as LoglinearError {
      return withoutEstimate(method, error.model, error)
    } catch let error as EstimationError {
      throw error
    } catch {
      return withoutEstimate(method, "[]", .noMaximum(model: ""))
    }
    if let face = fit.face { notes.append(.maximumOnFace(excluded: face.all - face.cells)) }
    if fit.hidden < 1e-6 { notes.append(.nothingHidden) }
    var result = PopulationEstimate(
      method: method, observed: observed, estimate: fit.estimate, standardError: fit.standardError,
      model: fit.model.notation, parameters: fit.model.terms.count, logLikelihood: fit.logLikelihood,
      deviance: fit.deviance, aic: fit.aic, bic: fit.bic, warnings: notes)
    result.addModelIntervals(of: fit, on: self, settings)
    try await addBootstrap(rule, settings, to: &result)
    return result
  }

  private func ranking(
    _ criterion: InformationCriterion, _ order: Int, _ settings: EstimationSettings
  ) async throws(EstimationError) -> ModelRanking? {
    do {
      return try await rankedModels(
        order: order, criterion: criterion, threads: settings.threads, progress: settings.progress)
    } catch {
      switch error {
      case .noModel: return nil
      case .tooManyModels(let lists, let order): throw .tooManyModels(lists: lists, order: order)
      }
    }
  }

  /// Bootstrap intervals, with more replicates while a limit is saturated.
  private func addBootstrap(
    _ rule: SelectionRule, _ settings: EstimationSettings, to result: inout PopulationEstimate
  ) async throws(EstimationError) {
    let kinds = settings.intervals.filter { $0 == .bca || $0 == .percentile }
    guard !kinds.isEmpty else { return }
    var count = settings.replicates
    var drawn = try await bootstrap(rule, settings, count)
    let isSaturated = { (drawn: Bootstrap, level: Double) in kinds.contains { drawn.isSaturated($0, level: level) } }
    while settings.tables == nil, count < settings.maximumReplicates,
      settings.levels.contains(where: { isSaturated(drawn, $0) })
    {
      let enough = settings.levels.flatMap { level in kinds.map { drawn.enoughReplicates($0, level: level) } }
      count = min(max(enough.max() ?? 0, count + 1), settings.maximumReplicates)
      drawn = try await bootstrap(rule, settings, count, extending: drawn)
    }
    for level in settings.levels {
      for kind in kinds {
        result.intervals.append(kind == .bca ? drawn.bcaInterval(level: level) : drawn.percentileInterval(level: level))
      }
      if isSaturated(drawn, level) {
        result.warnings.append(.saturatedInterval(level: level, replicates: drawn.replicates.count))
      }
    }
    if count > settings.replicates { result.warnings.append(.replicatesRaised(from: settings.replicates, to: count)) }
    if drawn.failed > 0 {
      result.warnings.append(.failedReplicates(count: drawn.failed, of: drawn.replicates.count))
    }
    if drawn.failedJackknife > 0 { result.warnings.append(.failedJackknife(count: drawn.failedJackknife)) }
    result.seed = settings.tables == nil ? settings.seed : nil
    result.replicates = drawn.replicates.count
  }

  private func bootstrap(
    _ rule: SelectionRule, _ settings: EstimationSettings, _ count: Int, extending smaller: Bootstrap? = nil
  ) async throws(EstimationError) -> Bootstrap {
    do {
      guard let tables = settings.tables else {
        return try await bootstrap(
          rule, replicates: count, seed: settings.seed, threads: settings.threads, extending: smaller,
          progress: settings.progress
        ).counting(ties: settings.ties)
      }
      return try await bootstrap(rule, tables: tables, threads: settings.threads).counting(ties: settings.ties)
    } catch BootstrapError.unknownHistory {
      throw .unknownReplicateHistory
    } catch BootstrapError.ranking(.tooManyModels(let lists, let order)) {
      throw .tooManyModels(lists: lists, order: order)
    } catch {
      throw .settingOutOfRange("replicates")
    }
  }
}

extension PopulationEstimate {
  /// Intervals given the model: log-normal and profile likelihood.
  fileprivate mutating func addModelIntervals(
    of fit: LoglinearFit, on table: CaptureHistories, _ settings: EstimationSettings
  ) {
    if settings.intervals.contains(.logNormal) { intervals += settings.levels.map(fit.logNormalInterval) }
    guard settings.intervals.contains(.profile),
      let profile = try? fit.model.profileLikelihood(on: table, levels: settings.levels)
    else { return }
    intervals += profile.intervals
    warnings += profile.intervals.filter { $0.upper == .infinity }.map { .unboundedInterval(level: $0.level) }
  }
}

extension LoglinearError {
  /// The model that has no estimate.
  var model: String {
    switch self {
    case .noMaximum(let model), .notIdentifiable(let model): model
    case .wrongNumberOfLists: "[]"
    }
  }
}
