extension CaptureHistories {
  /// The best model by BIC or AIC, with intervals from replicates that choose among the best `top` models of the table
  /// (Silverman, Chan & Vincent 2024).
  ///
  /// With 1 the model is as good as given; with all valid models the selection is wholly repeated.
  ///
  /// - Throws: `EstimationError`; `settingOutOfRange("top")` for a method that ranks no models.
  public func estimate(
    by method: EstimationMethod, choosingAmong top: Int, using settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    guard top >= 1, method == .bic || method == .aic else { throw .settingOutOfRange("top") }
    var plain = settings
    plain.intervals = settings.intervals.filter { $0 == .logNormal || $0 == .profile }
    var result = try await estimate(by: method, using: plain)
    let kinds = settings.intervals.filter { $0 == .bca || $0 == .percentile }
    guard result.estimate != nil, !kinds.isEmpty else { return result }
    guard let bootstrap = try await replicates(method == .bic ? .bic : .aic, top, settings) else { return result }
    for level in settings.levels {
      result.intervals += kinds.map { bootstrap.interval($0, level: level) }
      if kinds.contains(where: { bootstrap.isSaturated($0, level: level) }) {
        result.warnings.append(.saturatedInterval(level: level, replicates: bootstrap.replicates.count))
      }
    }
    if bootstrap.failed > 0 {
      result.warnings.append(.failedReplicates(count: bootstrap.failed, of: bootstrap.replicates.count))
    }
    if bootstrap.failedJackknife > 0 { result.warnings.append(.failedJackknife(count: bootstrap.failedJackknife)) }
    result.seed = settings.tables == nil ? settings.seed : nil
    result.replicates = bootstrap.replicates.count
    return result
  }

  private func replicates(
    _ criterion: InformationCriterion, _ top: Int, _ settings: EstimationSettings
  ) async throws(EstimationError) -> Bootstrap? {
    do {
      return try await topModelsCurve(
        order: settings.order, criterion: criterion, tops: [top], replicates: settings.replicates,
        seed: settings.seed, tables: settings.tables, threads: settings.threads, progress: settings.progress
      ).points.last?.bootstrap.counting(ties: settings.ties)
    } catch {
      switch error {
      case .unknownHistory: throw .unknownReplicateHistory
      case .ranking(.tooManyModels(let lists, let order)): throw .tooManyModels(lists: lists, order: order)
      case .ranking(.noModel), .noEstimate: return nil
      case .noReplicates: throw .settingOutOfRange("replicates")
      }
    }
  }
}

extension Bootstrap {
  /// The interval of a kind that a bootstrap makes; BCa unless percentiles are asked for.
  func interval(_ kind: EstimateInterval.Kind, level: Double) -> EstimateInterval {
    kind == .percentile ? percentileInterval(level: level) : bcaInterval(level: level)
  }
}

extension EstimationSettings {
  /// What a bootstrap makes when intervals of another kind were asked for.
  var bootstrapKind: EstimateInterval.Kind { intervals.contains(.percentile) ? .percentile : .bca }
}
