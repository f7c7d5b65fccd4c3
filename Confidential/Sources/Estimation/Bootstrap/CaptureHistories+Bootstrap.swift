import Model

extension CaptureHistories {
  /// Bootstraps an estimate with drawn replicates, the same for any number of threads.
  ///
  /// - Parameters:
  ///   - replicates: How many tables are drawn.
  ///   - seed: Replicate i is drawn from (seed, i) alone.
  ///   - threads: How many tasks run at once.
  ///   - smaller: A bootstrap of the same rule and seed with fewer replicates, of which those are kept.
  ///   - progress: Hears how many parts of the work are done.
  /// - Throws: `BootstrapError`.
  func bootstrap(
    _ rule: SelectionRule, replicates: Int, seed: UInt64, threads: Int = 1, extending smaller: Bootstrap? = nil,
    progress: ProgressSink? = nil
  ) async throws(BootstrapError) -> Bootstrap {
    let estimate: Double
    if let smaller {
      estimate = smaller.estimate
    } else {
      guard let own = try ReplicatePlan.estimator(rule, lists: lists.count).estimate(CountTable(self)) else {
        throw .noEstimate
      }
      estimate = own
    }
    let plan = ReplicatePlan(
      self, tables: nil, estimate: estimate, replicates: replicates, seed: seed,
      after: smaller?.replicates.count ?? 0)
    guard let smaller else {
      return try await bootstrap(rule, plan, estimate: estimate, threads: threads, progress: progress)
    }
    let added = try await plan.estimates(rule, threads: threads, progress: progress) { $1.estimate($0) }
    return smaller.extended(by: added)
  }

  /// Bootstraps an estimate with replicates that are given.
  ///
  /// - Throws: `BootstrapError`.
  func bootstrap(
    _ rule: SelectionRule, tables: ReplicateTables, threads: Int = 1
  ) async throws(BootstrapError) -> Bootstrap {
    let observed = Set(entries.map(\.history))
    guard tables.histories.allSatisfy(observed.contains) else { throw .unknownHistory }
    guard let estimate = try ReplicatePlan.estimator(rule, lists: lists.count).estimate(CountTable(self)) else {
      throw .noEstimate
    }
    return try await bootstrap(
      rule, ReplicatePlan(self, tables: tables, estimate: nil, replicates: 0, seed: 0), estimate: estimate,
      threads: threads, progress: nil)
  }

  private func bootstrap(
    _ rule: SelectionRule, _ plan: ReplicatePlan, estimate: Double, threads: Int, progress: ProgressSink?
  ) async throws(BootstrapError) -> Bootstrap {
    let own = try ReplicatePlan.estimator(rule, lists: lists.count)
    let replicates = try await plan.estimates(rule, threads: threads, progress: progress) { $1.estimate($0) }
    let jackknife = jackknifeRows { [own.estimate($0)] }.map { (weight: $0.weight, estimate: $0.estimates[0]) }
    return Bootstrap(estimate: estimate, replicates: replicates, jackknife: jackknife)
  }

  /// The estimates without one person, for each observed history, weighted by the persons who have it.
  func jackknifeRows(_ estimates: (CountTable) -> [Double?]) -> [(weight: Double, estimates: [Double?])] {
    let histories = entries.map(\.history)
    var table = CountTable(lists: lists.count)
    return entries.indices.map { left in
      table.load(histories, entries.indices.map { entries[$0].count - ($0 == left ? 1 : 0) })
      return (Double(entries[left].count), estimates(table))
    }
  }
}
