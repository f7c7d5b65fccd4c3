extension CaptureHistories {
  /// Estimates the number of persons by a method, with the intervals asked for.
  ///
  /// The same table, method, settings and seed give the same bits for any number of threads.
  ///
  /// - Throws: `EstimationError`. A model whose estimate does not exist or is not unique is no error: the value says so
  ///   and has no number.
  public func estimate(
    by method: EstimationMethod, using settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    try settings.check()
    switch method.procedure {
    case .weighed(let family): return weighedEstimate(method, family, settings)
    case .oneModel(let choice):
      return try await estimate(method, choice.rule(lists: lists.count, settings), settings)
    case .modelAverage: return try await averageEstimate(settings)
    case .chaoBound: return chaoEstimate(settings)
    case .heterogeneity(let model): return heterogeneityEstimate(method, model, settings)
    case .decomposableGraphs: return try graphEstimate(settings)
    case .latentClasses: return await latentClassEstimate(settings)
    case .interactionThreshold(let prior): return try await thresholdEstimate(method, prior: prior, settings)
    }
  }

  /// The middle of the mixture of models, with its quantiles.
  private func weighedEstimate(
    _ method: EstimationMethod, _ family: WeighedModels.Family, _ settings: EstimationSettings
  ) -> PopulationEstimate {
    let used = withoutEmptyLists
    guard used.lists.count > 1, let models = WeighedModels(family, of: CountTable(used)) else {
      return withoutEstimate(method, "[]", .noMaximum(model: ""))
    }
    let hidden = models.hidden
    let seen = Double(observed)
    return PopulationEstimate(
      method: method, observed: observed, estimate: seen + hidden.quantile(0.5),
      intervals: settings.levels.map { level in
        EstimateInterval(
          kind: .credible, level: level, lower: seen + hidden.quantile(0.5 - level / 2),
          upper: seen + hidden.quantile(0.5 + level / 2))
      }, model: "\(models.models.count) models", warnings: warnings)
  }

  /// Chao's lower bound as an estimate.
  private func chaoEstimate(_ settings: EstimationSettings) -> PopulationEstimate {
    let bound = chaoBound
    let isFinite = bound.corrected.isFinite
    return PopulationEstimate(
      method: .chao, observed: observed, estimate: isFinite ? bound.corrected : nil,
      standardError: isFinite ? bound.standardError : nil,
      intervals: isFinite ? settings.levels.map(bound.interval) : [], model: "Chao (t - 1)/t",
      existence: isFinite ? .exists : .doesNotExist, warnings: warnings)
  }

  private func heterogeneityEstimate(
    _ method: EstimationMethod, _ model: HeterogeneityModel, _ settings: EstimationSettings
  ) -> PopulationEstimate {
    do {
      let fit = try model.fitted(to: self)
      var warnings = warnings
      if fit.dropped > 0 { warnings.append(.negativeParametersDropped(count: fit.dropped)) }
      return PopulationEstimate(
        method: method, observed: observed, estimate: fit.estimate, standardError: fit.standardError,
        intervals: settings.levels.map(fit.logNormalInterval), model: model.name, parameters: fit.parameters,
        logLikelihood: fit.logLikelihood, deviance: fit.deviance, aic: fit.aic, bic: fit.bic, warnings: warnings)
    } catch {
      return withoutEstimate(method, model.name, error)
    }
  }

  private func averageEstimate(_ settings: EstimationSettings) async throws(EstimationError) -> PopulationEstimate {
    let ranking: ModelRanking
    do {
      ranking = try await rankedModels(
        order: settings.order, threads: settings.threads, progress: settings.progress)
    } catch {
      switch error {
      case .noModel: return withoutEstimate(.bicAverage, "[]", .noMaximum(model: ""))
      case .tooManyModels(let lists, let order): throw .tooManyModels(lists: lists, order: order)
      }
    }
    let average = ranking.average(levels: settings.levels)
    return PopulationEstimate(
      method: .bicAverage, observed: observed, estimate: average.mean, intervals: average.intervals,
      model: "\(ranking.estimated) models", bic: ranking.ranked.first?.value, warnings: warnings + ranking.warnings)
  }

  /// An estimate without a number, and why.
  func withoutEstimate(_ method: EstimationMethod, _ model: String, _ error: LoglinearError) -> PopulationEstimate {
    let isUnique: Bool
    if case .notIdentifiable = error { isUnique = false } else { isUnique = true }
    return PopulationEstimate(
      method: method, observed: observed, estimate: nil, model: model,
      existence: isUnique ? .doesNotExist : .exists, identifiable: isUnique, warnings: warnings)
  }
}

extension ModelRanking {
  /// What to say about a choice by this ranking.
  public var warnings: [EstimationWarning] {
    var warnings: [EstimationWarning] = []
    if estimated < all { warnings.append(.modelsWithoutEstimate(count: all - estimated, of: all)) }
    if faces > 0 { warnings.append(.modelsOnFace(count: faces, of: all)) }
    if ranked.count > 1, ranked[1].value - ranked[0].value < 2 {
      warnings.append(
        .nearTie(
          chosen: ranked[0].model.notation, other: ranked[1].model.notation,
          difference: ranked[1].value - ranked[0].value, otherEstimate: ranked[1].estimate))
    }
    return warnings
  }
}

extension EstimationSettings {
  /// Shares lie strictly between 0 and 1, an order is at least 1, and replicates at most ten million: numbers from there on
  /// seed other draws (`LinkageErrors`).
  ///
  /// - Throws: `EstimationError.settingOutOfRange`.
  func check() throws(EstimationError) {
    guard threshold > 0, threshold < 1 else { throw .settingOutOfRange("threshold") }
    guard levels.allSatisfy({ $0 > 0 && $0 < 1 }) else { throw .settingOutOfRange("level") }
    guard order >= 1 else { throw .settingOutOfRange("max-order") }
    guard replicates >= 1, replicates <= 10_000_000 else { throw .settingOutOfRange("replicates") }
  }
}
