import Model

/// The tables of a bootstrap, drawn or given, and how they are divided over tasks.
///
/// How many persons are seen is itself a matter of chance: of N̂ persons n* ~ Bin(N̂, n / N̂) are seen in a replicate, and
/// these are drawn over the histories (Buckland & Garthwaite 1991; Norris & Pollock 1996). With n* = n in every replicate
/// intervals come out too narrow, the more so the larger the share that was seen.
struct ReplicatePlan: Sendable {
  let lists: Int
  let histories: [UInt32]
  let count: Int
  /// Replicates before this one have been made already.
  private let first: Int
  private let persons: Int
  /// Persons in all, of whom those seen are drawn; nil where tables are given.
  private let population: Int?
  private let weights: [Double]
  private let seed: UInt64
  private let given: [[Int]]?

  /// - Parameter estimate: Of all persons; beyond `largest` as many are seen in every replicate as in the data, since
  ///   their variation is nothing beside that of the histories.
  init(
    _ data: CaptureHistories, tables: ReplicateTables?, estimate: Double?, replicates: Int, seed: UInt64,
    after first: Int = 0
  ) {
    lists = data.lists.count
    histories = tables?.histories ?? data.entries.map(\.history)
    count = tables?.counts.count ?? replicates
    self.first = first
    persons = data.observed
    population = estimate.flatMap { $0 < Self.largest ? max(data.observed, Int($0.rounded())) : nil }
    weights = data.entries.map { Double($0.count) }
    self.seed = seed
    given = tables?.counts
  }

  private static let largest = 1e9

  /// What `estimate` makes of each replicate, in order; tasks take parts of 20 replicates, whatever their number, so that
  /// memory is made once a part and progress is heard often.
  func estimates<Result: Sendable>(
    threads: Int, progress: ProgressSink?, _ estimate: @escaping @Sendable (CountTable, RuleEstimator) -> Result
  ) async throws(BootstrapError) -> [Result] {
    try await estimates(.stepwise(threshold: 0), threads: threads, progress: progress, estimate)
  }

  func estimates<Result: Sendable>(
    _ rule: SelectionRule, threads: Int, progress: ProgressSink?,
    _ estimate: @escaping @Sendable (CountTable, RuleEstimator) -> Result
  ) async throws(BootstrapError) -> [Result] {
    try await numberedEstimates(rule, threads: threads, progress: progress) { estimate($1, $2) }
  }

  /// The same, for what also depends on the number of the replicate.
  func numberedEstimates<Result: Sendable>(
    _ rule: SelectionRule, threads: Int, progress: ProgressSink?,
    _ estimate: @escaping @Sendable (Int, CountTable, RuleEstimator) -> Result
  ) async throws(BootstrapError) -> [Result] {
    guard count > first else { throw .noReplicates }
    _ = try Self.estimator(rule, lists: lists)
    let starts = Array(stride(from: first, to: count, by: 20))
    let parts = await mapConcurrently(starts, threads: threads, progress: progress) { start -> [Result] in
      guard let estimator = try? RuleEstimator(rule, lists: lists) else { return [] }
      var table = CountTable(lists: lists)
      var counts = [Int](repeating: 0, count: histories.count)
      return (start..<min(start + 20, count)).map { index in
        draw(index, into: &counts)
        table.load(histories, counts)
        return estimate(index, table, estimator)
      }
    }
    return parts.flatMap { $0 }
  }

  static func estimator(_ rule: SelectionRule, lists: Int) throws(BootstrapError) -> RuleEstimator {
    do { return try RuleEstimator(rule, lists: lists) } catch { throw .ranking(error) }
  }

  private func draw(_ index: Int, into counts: inout [Int]) {
    if let given {
      counts = given[index]
    } else {
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      let seen =
        population.map { all in
          Multinomial.binomial(all, Double(persons) / Double(all), using: &generator)
        } ?? persons
      Multinomial.draw(seen, weights: weights, using: &generator, into: &counts)
    }
  }
}
