import Model

/// How the interval moves with the number of models among which each replicate may choose
/// (Silverman, Chan & Vincent 2024).
///
/// Models are ranked once, on the data; in each replicate the best of the first k is taken, for k = 1, 2, ... With
/// k = 1 the model is as good as given; with all models the selection is wholly repeated. Where the curve levels off,
/// further models no longer matter.
struct TopModelsCurve: Equatable, Sendable {
  let points: [Point]
  /// How many models were ranked.
  let models: Int

  struct Point: Equatable, Sendable {
    /// The number of models to choose from.
    let top: Int
    let bootstrap: Bootstrap
  }
}

extension CaptureHistories {
  /// The curve over the given numbers of models, all from the same replicates.
  ///
  /// - Parameters:
  ///   - tops: The values of k; those above the number of models with an estimate become that number.
  ///   - tables: Replicates that are given; otherwise `replicates` are drawn from `seed`.
  /// - Throws: `BootstrapError`.
  func topModelsCurve(
    order: Int, criterion: InformationCriterion = .bic, tops: [Int], replicates: Int, seed: UInt64,
    tables: ReplicateTables? = nil, threads: Int = 1, progress: ProgressSink? = nil
  ) async throws(BootstrapError) -> TopModelsCurve {
    let ranking: ModelRanking
    do {
      ranking = try await rankedModels(order: order, criterion: criterion, window: .infinity, threads: threads)
    } catch { throw .ranking(error) }
    let wanted = Array(Set(tops.map { min(max($0, 1), ranking.ranked.count) })).sorted()
    guard let largest = wanted.last else { throw .noReplicates }
    let models = ranking.ranked.prefix(largest).map(\.model)
    let plan = ReplicatePlan(
      self, tables: tables, estimate: tables == nil ? ranking.ranked.first?.estimate : nil, replicates: replicates,
      seed: seed)
    let rows = try await plan.estimates(threads: threads, progress: progress) { table, estimator in
      let prefixes = estimator.bestPrefixes(table, models, criterion)
      return wanted.map { prefixes[$0 - 1] }
    }
    let estimator = try ReplicatePlan.estimator(.bestOf(models, criterion), lists: lists.count)
    let own = estimator.bestPrefixes(CountTable(self), models, criterion)
    guard let estimate = own.first ?? nil else { throw .noEstimate }
    let jackknife = jackknifeRows { table in
      let prefixes = estimator.bestPrefixes(table, models, criterion)
      return wanted.map { prefixes[$0 - 1] }
    }
    let points = wanted.indices.map { index in
      TopModelsCurve.Point(
        top: wanted[index],
        bootstrap: Bootstrap(
          estimate: estimate, replicates: rows.map { $0[index] },
          jackknife: jackknife.map { ($0.weight, $0.estimates[index]) }))
    }
    return TopModelsCurve(points: points, models: ranking.estimated)
  }
}
