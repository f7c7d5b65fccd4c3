import Model

/// The posterior of the number of persons under a log-linear model from which weak interactions have been dropped.
///
/// All pairs of lists start in the model. Interactions have independent priors, normal with mean 0 and variance 1, or
/// flat; the constant and the main effects have precision 10⁻⁴ (or 0 when flat). A pair whose posterior mean is less
/// than `cutoff` posterior standard deviations from zero is dropped, and the model is sampled again. With order 3,
/// triples whose three pairs survived then enter, are held to the same rule, and the model is sampled once more.
///
///     N = n + exp(a_∅)
///
/// Assumes that persons are independent, the population is closed, every person is recognised on every list and the
/// surviving model holds for the hidden persons. The interval is given the surviving model: it does not carry the
/// uncertainty of having chosen it.
///
/// The priors, the precision of 10⁻⁴ and the two standard deviations are those of Silverman 2020.
///
/// - SeeAlso: Silverman 2020.
struct InteractionThreshold: Equatable, Sendable {

  /// What is believed of an interaction beforehand.
  enum Prior: String, Equatable, Sendable {
    /// Normal with mean 0 and variance 1: lists that have nobody in common keep a finite parameter.
    case normal
    /// All values alike: proper afterwards only where the likelihood has a unique maximum, which is checked. A pair of
    /// lists without a person in common is at minus infinity and stays in the model.
    case flat

    func precision(order: Int) -> Double {
      switch self {
      case .normal: order < 2 ? 1e-4 : 1
      case .flat: 0
      }
    }
  }

  /// An interaction that was held to the rule.
  struct Term: Equatable, Sendable {
    /// The lists as bits.
    let lists: UInt32
    /// Posterior mean; minus infinity where the lists have nobody in common and the prior is flat.
    let mean: Double
    let deviation: Double
    let isRetained: Bool
    /// |mean| / deviation.
    var ratio: Double { mean == -.infinity ? .infinity : abs(mean) / deviation }
  }

  let observed: Int
  let prior: Prior
  let cutoff: Double
  /// Pairs, then triples, in canonical order.
  let terms: [Term]
  /// The model that survived.
  let model: HierarchicalModel
  /// Draws of N by chain.
  let chains: [[Double]]
  /// Of log(N − n).
  let diagnostics: ChainDiagnostics
  /// Terms within 0.1 of the rule, where a few persons more or less decide, each with the number the other choice gives.
  let alternatives: [Alternative]

  /// What would have been said had one interaction been kept that was dropped, or dropped that was kept.
  struct Alternative: Equatable, Sendable {
    let term: Term
    let model: HierarchicalModel
    /// Posterior median of N under the other model; nil where that has no proper posterior.
    let median: Double?
  }

  /// The posterior quantile; nil when the chains disagree.
  func quantile(_ share: Double) -> Double? {
    diagnostics.agree ? sampleQuantile(chains.flatMap { $0 }.sorted(), share) : nil
  }
}

extension CaptureHistories {
  /// The most lists the interaction threshold is for: 56 terms on 1,024 cells.
  static let maximumThresholdLists = 10

  /// Samples the model with weak interactions dropped.
  ///
  /// Each chain has a stream of its own, seeded by the seed, the stage and its number; the first tenth of its draws is
  /// left out. A term within 0.1 of the rule is close: with 20,000 draws worth a tenth of themselves the error of a ratio
  /// of two, sqrt((1 + 2² / 2) / 2,000), is 0.04.
  ///
  /// - Parameters:
  ///   - order: 2 for pairs, 3 for triples too.
  ///   - cutoff: How many standard deviations an interaction must be from zero to stay.
  ///   - draws: Draws kept by chain.
  /// - Throws: `LoglinearError` when the prior is flat and the likelihood of a model has no unique maximum.
  /// - Precondition: At most ten lists.
  func interactionThreshold(
    prior: InteractionThreshold.Prior = .normal, order: Int = 2, cutoff: Double = 2, draws: Int = 5000,
    chains: Int = 4, seed: UInt64, threads: Int = 1, progress: ProgressSink? = nil
  ) async throws(LoglinearError) -> InteractionThreshold {
    precondition(lists.count <= Self.maximumThresholdLists, "The interaction threshold is for at most ten lists.")
    var search = InteractionThresholdSearch(
      table: CountTable(self), prior: prior, draws: max(100, draws), chains: max(4, chains), seed: seed,
      threads: threads, progress: progress)
    var terms = try await search.judgedPairs(cutoff: cutoff)
    if order >= 3 { terms += try await search.judgedTriples(after: terms, cutoff: cutoff) }
    let kept = terms.filter(\.isRetained).map(\.lists)
    let model = HierarchicalModel(lists: lists.count, generators: kept)
    let sample = try await search.sample(model)
    let alternatives = await search.alternatives(to: kept, near: terms.filter { abs($0.ratio - cutoff) < 0.1 })
    let persons = sample.chains.map { chain in chain.map { Double(observed) + exp($0) } }
    return InteractionThreshold(
      observed: observed, prior: prior, cutoff: cutoff, terms: terms, model: model, chains: persons,
      diagnostics: ChainDiagnostics(sample.chains), alternatives: alternatives)
  }
}
