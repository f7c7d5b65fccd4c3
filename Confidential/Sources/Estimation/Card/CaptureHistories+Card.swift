import Model

extension CaptureHistories {
  /// The card of this table: every method the table allows, with the sensitivity of stepwise selection.
  ///
  /// To stay within a minute on two cores for five lists, replicates are not raised for methods that fit every model in
  /// each replicate, and above about a thousand models these choose among the best 64 models of the table instead of
  /// among all. Its parts are computed beside each other, as many as there are threads.
  ///
  /// - Parameters:
  ///   - chosen: Only these methods; the card says that the others were not asked for. Nil: all but latent classes.
  ///   - order: The largest number of lists in a term of the models that are ranked. Nil: what each method ranks when it is
  ///     asked by itself, so that a method says the same on the card and alone.
  /// - Throws: `EstimationError.settingOutOfRange` and `unreadableModel`. A method that is not for this table is no
  ///   error: the card says so.
  public func card(
    using settings: EstimationSettings, methods chosen: [EstimationMethod]? = nil, order: Int? = nil
  ) async throws(EstimationError) -> EstimateCard {
    var card = EstimateCard(
      observed: observed, lists: cardLists, pairs: cardPairs, combinations: cardCombinations, warnings: warnings,
      headline: headline(), estimates: [], missing: [], models: nil, curve: [],
      sensitivity: nil)
    let all = EstimationMethod.allCases.filter { $0 != .model || settings.model != nil }
    let methods = all.filter { chosen?.contains($0) ?? !Self.byThemselves.contains($0) }
    card.missing = all.filter { !methods.contains($0) }.map { .init(method: $0, reason: Self.notAsked) }
    let ranked = order ?? EstimationMethod.bic.rankedOrder(lists: lists.count)
    let isRanked = isRankable(order: ranked)
    let parts = (isRanked ? [CardPart.curve, .models] : []) + [.sensitivity] + methods.map { .method($0) }
    for (part, answer) in zip(parts, await answers(to: parts, settings, order)) {
      switch (part, answer) {
      case (_, .models(let models)): card.models = models
      case (_, .curve(let curve)): card.curve = curve
      case (_, .sensitivity(let report)): card.sensitivity = report
      case (_, .estimate(let estimate)): card.estimates.append(estimate)
      case (.method(let method), .refused(let error)):
        switch error {
        case .tooManyModels, .unsupportedLists, .tooLongForCard:
          card.missing.append(.init(method: method, reason: error.text))
        case .unreadableModel, .modelMissing, .settingOutOfRange, .unknownReplicateHistory, .needsExactCounts,
          .unsupportedStrata, .impossibleLinkage, .unreadableFormula, .noCovariateModel:
          throw error
        }
      case (_, .refused(let error)): throw error
      }
    }
    return card
  }

  /// Methods that take longer than all others together: on a card only when asked for.
  private static let byThemselves: Set<EstimationMethod> = [.latentClasses]

  private static let notAsked = LocalizedText(nl: "voor deze kaart niet gevraagd.", en: "not asked for on this card.")

  private enum CardPart: Sendable {
    case models, curve, sensitivity
    case method(EstimationMethod)

    /// The method itself, or the one whose models are ranked.
    var method: EstimationMethod {
      switch self {
      case .models, .curve, .sensitivity: .bic
      case .method(let method): method
      }
    }
  }

  private enum CardAnswer: Sendable {
    case models(EstimateCard.RankedModels?)
    case curve([EstimateCard.CurvePoint])
    case sensitivity(SensitivityReport?)
    case estimate(PopulationEstimate)
    case refused(EstimationError)
  }

  /// The answers in the order of the parts, computed at most `threads` at a time.
  private func answers(to parts: [CardPart], _ settings: EstimationSettings, _ order: Int?) async -> [CardAnswer] {
    var answers = [CardAnswer?](repeating: nil, count: parts.count)
    await withTaskGroup(of: (Int, CardAnswer).self) { group in
      var next = 0
      while next < min(max(1, settings.threads), parts.count) {
        let index = next
        group.addTask { (index, await answer(to: parts[index], place: index + 1, of: parts.count, settings, order)) }
        next += 1
      }
      for await (finished, answer) in group {
        answers[finished] = answer
        guard next < parts.count else { continue }
        let index = next
        group.addTask {
          (index, await self.answer(to: parts[index], place: index + 1, of: parts.count, settings, order))
        }
        next += 1
      }
    }
    return answers.compactMap(\.self)
  }

  private func answer(
    to part: CardPart, place: Int, of all: Int, _ settings: EstimationSettings, _ order: Int?
  ) async -> CardAnswer {
    var own = settings
    own.order = order ?? part.method.rankedOrder(lists: lists.count)
    switch part {
    case .models:
      own.progress = named(settings.progress, .rankedModels, place, of: all)
      return .models(await cardModels(own))
    case .curve:
      own.progress = named(settings.progress, .topModels, place, of: all)
      return .curve(await cardCurve(own))
    case .sensitivity: return .sensitivity(try? sensitivity(of: .weighed))
    case .method(let method):
      own.progress = named(settings.progress, method.label, place, of: all)
      do {
        return .estimate(try await cardEstimate(by: method, own))
      } catch {
        return .refused(error)
      }
    }
  }

  /// Ranking two million models is no part of a card.
  private func isRankable(order: Int) -> Bool { lists.count <= 6 && (order <= 2 || lists.count <= 5) }

  /// Up to about a thousand models, each replicate may choose among all.
  private func isReselectable(order: Int) -> Bool { lists.count <= 4 || (lists.count == 5 && order <= 2) }

  private func cardEstimate(
    by method: EstimationMethod, _ settings: EstimationSettings
  ) async throws(EstimationError) -> PopulationEstimate {
    var settings = settings
    switch method.procedure {
    case .oneModel(.best):
      guard isRankable(order: settings.order) else {
        throw .tooManyModels(lists: lists.count, order: settings.order)
      }
      guard isReselectable(order: settings.order) else {
        return try await estimate(by: method, choosingAmong: 64, using: settings)
      }
      settings.maximumReplicates = settings.replicates
    case .modelAverage:
      guard isRankable(order: settings.order) else {
        throw .tooManyModels(lists: lists.count, order: settings.order)
      }
    case .oneModel(.akaikeStepwise):
      guard lists.count <= 8 else { throw .tooLongForCard(lists: lists.count, method: method) }
    case .latentClasses:
      guard entries.count <= 150 else { throw .tooLongForCard(lists: lists.count, method: method) }
      settings.replicates = min(settings.replicates, 200)
      settings.maximumReplicates = settings.replicates
    case .weighed, .oneModel(.mainEffects), .oneModel(.allPairs), .oneModel(.given), .oneModel(.stepwise), .chaoBound,
      .heterogeneity, .decomposableGraphs, .interactionThreshold:
      settings.maximumReplicates = min(settings.maximumReplicates, 4 * settings.replicates)
    }
    return try await estimate(by: method, using: settings)
  }

  private func cardModels(_ settings: EstimationSettings) async -> EstimateCard.RankedModels? {
    let ranking = try? await rankedModels(
      order: settings.order, window: 20, threads: settings.threads, progress: settings.progress)
    return ranking.map { ranking in
      EstimateCard.RankedModels(
        valid: ranking.estimated, all: ranking.all,
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

extension LocalizedText {
  fileprivate static let rankedModels = LocalizedText(nl: "Modellen ordenen", en: "Ranking models")
  fileprivate static let topModels = LocalizedText(
    nl: "Kiezen uit de beste modellen", en: "Choosing among the best models")
}
