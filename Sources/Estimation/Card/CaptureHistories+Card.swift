import Model

extension CaptureHistories {
  /// The card of this table: every method the table allows, with the sensitivity of stepwise selection.
  ///
  /// To stay within a minute on two cores for five lists, replicates are not raised for methods that fit every model in
  /// each replicate, and above about a thousand models these choose among the best 64 models of the table instead of among all.
  ///
  /// - Throws: `EstimationError.settingOutOfRange` and `unreadableModel`. A method that is not for this table is no
  ///   error: the card says so.
  public func card(using settings: EstimationSettings) async throws(EstimationError) -> EstimateCard {
    var card = EstimateCard(
      observed: observed, lists: cardLists, pairs: cardPairs, combinations: cardCombinations, warnings: warnings,
      estimates: [],
      missing: [], models: nil, curve: [], sensitivity: nil, threshold: settings.threshold)
    let methods = EstimationMethod.allCases.filter { $0 != .model || settings.model != nil }
    for (index, method) in methods.enumerated() {
      var own = settings
      own.progress = named(settings.progress, method.label, index + 1, of: methods.count)
      do {
        card.estimates.append(try await cardEstimate(by: method, own))
      } catch {
        switch error {
        case .tooManyModels, .unsupportedLists:
          card.missing.append(.init(method: method, reason: error.text))
        default: throw error
        }
      }
    }
    if isRankable(order: settings.order) {
      card.models = await cardModels(settings)
      card.curve = await cardCurve(settings)
    }
    card.sensitivity = try? sensitivity(of: .stepwise(threshold: settings.threshold))
    return card
  }

  /// Ranking two million models is no part of a card.
  private func isRankable(order: Int) -> Bool { lists.count <= 6 && (order <= 2 || lists.count <= 5) }

  /// Up to about a thousand models, each replicate may choose among all.
  private func isReselectable(order: Int) -> Bool { lists.count <= 4 || (lists.count == 5 && order <= 2) }

  private func cardEstimate(
    by method: EstimationMethod, _ settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    var settings = settings
    switch method {
    case .bic, .aic:
      guard isRankable(order: settings.order) else {
        throw .tooManyModels(lists: lists.count, order: settings.order)
      }
      guard isReselectable(order: settings.order) else {
        return try await estimate(by: method, choosingAmong: 64, using: settings)
      }
      settings.maximumReplicates = settings.replicates
    case .bicAverage:
      guard isRankable(order: settings.order) else {
        throw .tooManyModels(lists: lists.count, order: settings.order)
      }
    case .decomposableGraphs:
      guard lists.count <= 5 else { throw .unsupportedLists(lists.count, method: method) }
    case .latentClasses: settings.replicates = min(settings.replicates, 200)
    default: settings.maximumReplicates = min(settings.maximumReplicates, 4 * settings.replicates)
    }
    return try await estimate(by: method, using: settings)
  }

  private func cardModels(_ settings: EstimationSettings) async -> EstimateCard.RankedModels? {
    let ranking = try? await rankedModels(
      order: settings.order, window: 20, threads: settings.threads, progress: settings.progress)
    return ranking.map { ranking in
      EstimateCard.RankedModels(
        valid: ranking.valid, all: ranking.all,
        best: ranking.ranked.prefix(EstimateCard.shownModels).map { model in
          .init(
            notation: model.model.notation, bic: model.value, estimate: model.estimate, weight: model.weight)
        })
    }
  }

  private func cardCurve(_ settings: EstimationSettings) async -> [EstimateCard.CurvePoint] {
    let tops = [1, 2, 4, 8, 16, 32, 64]
    let curve = try? await topModelsCurve(
      order: settings.order, tops: tops, replicates: settings.replicates, seed: settings.seed,
      tables: settings.tables, threads: settings.threads, progress: settings.progress)
    return (curve?.points ?? []).map { point in
      EstimateCard.CurvePoint(
        top: point.top, estimate: point.bootstrap.estimate,
        intervals: settings.levels.map { point.bootstrap.interval(settings.bootstrapKind, level: $0) })
    }
  }

  private var cardLists: [EstimateCard.List] {
    lists.indices.map { list in
      let bit: UInt32 = 1 << UInt32(list)
      return EstimateCard.List(name: lists[list], persons: margin(of: bit), onlyHere: count(of: bit))
    }
  }

  private var cardPairs: [EstimateCard.Pair] {
    listSets(of: 2, among: lists.count).map { pair in
      let names = lists.indices.filter { pair & (1 << UInt32($0)) != 0 }.map { lists[$0] }
      return EstimateCard.Pair(first: names[0], second: names[1], persons: margin(of: pair))
    }
  }

  private var cardCombinations: [EstimateCard.Combination] {
    entries.map { entry in
      EstimateCard.Combination(
        members: lists.indices.filter { entry.history & (1 << UInt32($0)) != 0 }, persons: entry.count)
    }
  }
}

/// The same progress under the name of a method and its place among all.
private func named(_ sink: ProgressSink?, _ method: LocalizedText, _ place: Int, of all: Int) -> ProgressSink? {
  guard let sink else { return nil }
  let stage = LocalizedText(nl: "\(method.nl) (\(place) van \(all))", en: "\(method.en) (\(place) of \(all))")
  return { progress in
    var progress = progress
    progress.stage = stage
    sink(progress)
  }
}
