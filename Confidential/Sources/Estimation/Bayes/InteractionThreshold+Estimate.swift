extension CaptureHistories {
  /// The interaction threshold as an estimate, with everything a reader must know beside it.
  func thresholdEstimate(
    _ method: EstimationMethod, prior: InteractionThreshold.Prior, _ settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    guard lists.count <= Self.maximumThresholdLists else {
      throw .unsupportedLists(lists.count, method: method)
    }
    let posterior: InteractionThreshold
    do {
      posterior = try await interactionThreshold(
        prior: prior, order: min(3, settings.order), draws: max(1000, 5 * settings.replicates), seed: settings.seed,
        threads: settings.threads, progress: settings.progress)
    } catch {
      let model: String
      switch error {
      case .noMaximum(let notation), .notIdentifiable(let notation): model = notation
      case .wrongNumberOfLists: model = "[]"
      }
      return withoutEstimate(method, model, error)
    }
    let summary = ChainSummary(posterior.chains, posterior.diagnostics, observed: observed, levels: settings.levels)
    let borderline = posterior.alternatives.map { other in
      EstimationWarning.borderlineTerm(
        names(of: other.term.lists), ratio: other.term.ratio, isRetained: other.term.isRetained, otherwise: other.median
      )
    }
    // Under the normal prior a pair without anybody in common has a finite parameter.
    let notes = warnings.filter { warning in
      if case .emptyOverlaps = warning { prior == .flat } else { true }
    }
    return PopulationEstimate(
      method: method, observed: observed, estimate: summary.median, intervals: summary.intervals,
      model: posterior.model.notation, parameters: posterior.model.terms.count,
      warnings: notes + borderline + summary.warnings,
      seed: settings.seed, replicates: posterior.chains.reduce(0) { $0 + $1.count })
  }
}
