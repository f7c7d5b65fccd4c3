import Model

/// The posterior of the number of persons under latent classes, from several dispersed chains.
///
/// Chains that disagree are not summarised: the posterior then has more than one mode, or the chains have not found it,
/// and any single number would be an accident of the seed.
struct LatentClassPosterior: Equatable, Sendable {
  let observed: Int
  /// Draws of N after the first half, thinned, by chain.
  let chains: [[Double]]
  /// Of log(N − n + 1).
  let diagnostics: ChainDiagnostics
  /// Whether the chains may be summarised together.
  var agree: Bool { diagnostics.agree }

  /// The posterior quantile; nil when the chains disagree.
  func quantile(_ share: Double) -> Double? {
    agree ? sampleQuantile(chains.flatMap { $0 }.sorted(), share) : nil
  }
}

extension CaptureHistories {
  /// Samples the latent class model of Manrique-Vallier 2016.
  ///
  /// Assumes that persons fall into classes within which the lists are independent. Chains start with 0.1, 1, 10 and 100
  /// hidden persons for each one seen, so that agreement means something, each with a stream seeded by the seed and its
  /// number, and each with chains on fewer persons beside it (`LatentClassLadder`). In the first quarter α is held up, to
  /// let classes open; in the second the chain settles. Draws are thinned to some 5,000 a chain.
  ///
  /// - Parameters:
  ///   - classes: The most classes there can be; those that are not needed stay empty. At least two.
  ///   - shape: Of the gamma prior of α; 0.25, as its rate, in Manrique-Vallier 2016.
  ///   - rate: Of that prior.
  ///   - sweeps: Sweeps of each chain; the first half is left out.
  func latentClassPosterior(
    classes: Int = 10, shape: Double = 0.25, rate: Double = 0.25, sweeps: Int = 20_000, chains: Int = 4, seed: UInt64,
    threads: Int = 1, progress: ProgressSink? = nil
  ) async -> LatentClassPosterior {
    let starts = [0.1, 1, 10, 100]
    let thin = max(1, sweeps / 2 / 5000)
    let draws = await mapConcurrently(Array(0..<max(4, chains)), threads: threads, progress: progress) { index in
      var chain = LatentClassLadder(
        self, classes: max(2, classes), shape: shape, rate: rate, start: starts[index % 4], seed: seed, chain: index)
      var kept: [Double] = []
      for sweep in 0..<sweeps {
        let persons = chain.step(concentrationAtLeast: Self.openness(sweep, of: sweeps))
        if sweep >= sweeps / 2, sweep % thin == 0 { kept.append(Double(persons)) }
      }
      return kept
    }
    let logs = draws.map { chain in chain.map { log($0 - Double(observed) + 1) } }
    return LatentClassPosterior(observed: observed, chains: draws, diagnostics: ChainDiagnostics(logs))
  }

  /// The floor of α while chains look for their place: from 20, which keeps every class open,
  /// geometrically down to 0.02, which keeps none, over the first quarter; then none. Decisions.
  private static func openness(_ sweep: Int, of sweeps: Int) -> Double {
    let part = 4 * Double(sweep) / Double(sweeps)
    return part < 1 ? 20 * power(1e-3, part) : 0
  }

  /// The posterior as an estimate: forty sweeps for each replicate asked for, and four times as many when the chains are
  /// on their way to each other after that (R-hat below 1.4: a decision) and replicates may be raised.
  func latentClassEstimate(_ settings: EstimationSettings) async -> PopulationEstimate {
    let sweeps = max(2000, 40 * settings.replicates)
    let sampled = { (sweeps: Int) in
      await self.latentClassPosterior(
        sweeps: sweeps, seed: settings.seed, threads: settings.threads, progress: settings.progress)
    }
    var posterior = await sampled(sweeps)
    let isNear = posterior.diagnostics.rHat < 1.4
    if !posterior.agree, isNear, settings.maximumReplicates > settings.replicates {
      posterior = await sampled(4 * sweeps)
    }
    let summary = ChainSummary(
      posterior.chains, posterior.diagnostics, observed: observed, offset: 1, levels: settings.levels)
    return PopulationEstimate(
      method: .latentClasses, observed: observed, estimate: summary.median, intervals: summary.intervals,
      model: "10 classes", warnings: warnings + summary.warnings, seed: settings.seed,
      replicates: posterior.chains.reduce(0) { $0 + $1.count })
  }
}
