public import Model

/// The posterior of the number of persons under latent classes, from several dispersed chains.
///
/// Chains that disagree are not summarised: the posterior then has more than one mode, or the chains have not found it,
/// and any single number would be an accident of the seed.
public struct LatentClassPosterior: Equatable, Sendable {
  public let observed: Int
  /// Draws of N after the first half, thinned, by chain.
  public let chains: [[Double]]
  /// Of log(N − n + 1).
  public let diagnostics: ChainDiagnostics
  /// R-hat below 1.05 and at least 100 effective draws.
  public var agree: Bool { diagnostics.rHat < 1.05 && diagnostics.effectiveDraws >= 100 }

  /// The posterior quantile; nil when the chains disagree.
  public func quantile(_ share: Double) -> Double? {
    agree ? sampleQuantile(chains.flatMap { $0 }.sorted(), share) : nil
  }
}

extension CaptureHistories {
  /// Samples the latent class model of Manrique-Vallier 2016.
  ///
  /// Assumes that persons fall into classes within which the lists are independent. Chains start with 0.1, 1, 10 and 100
  /// hidden persons for each one seen, so that agreement means something.
  ///
  /// - Parameters:
  ///   - classes: The most classes there can be; those that are not needed stay empty.
  ///   - sweeps: Sweeps of each chain; the first half is left out.
  public func latentClassPosterior(
    classes: Int = 10, shape: Double = 0.25, rate: Double = 0.25, sweeps: Int = 20_000, chains: Int = 4, seed: UInt64,
    threads: Int = 1, progress: ProgressSink? = nil
  ) async -> LatentClassPosterior {
    let starts = [0.1, 1, 10, 100]
    let thin = max(1, sweeps / 2 / 5000)
    let draws = await mapConcurrently(Array(0..<max(4, chains)), threads: threads, progress: progress) { index in
      var chain = LatentClassChain(
        self, classes: max(2, classes), shape: shape, rate: rate, start: starts[index % 4], seed: seed, chain: index)
      var kept: [Double] = []
      for sweep in 0..<sweeps {
        let persons = chain.step()
        if sweep >= sweeps / 2, sweep % thin == 0 { kept.append(Double(persons)) }
      }
      return kept
    }
    let logs = draws.map { chain in chain.map { log($0 - Double(observed) + 1) } }
    return LatentClassPosterior(observed: observed, chains: draws, diagnostics: ChainDiagnostics(logs))
  }

  func latentClassEstimate(_ settings: EstimationSettings) async -> PopulationEstimate {
    let posterior = await latentClassPosterior(
      sweeps: max(2000, 100 * settings.replicates), seed: settings.seed, threads: settings.threads,
      progress: settings.progress)
    var notes = warnings
    if !posterior.agree {
      let medians = posterior.diagnostics.medians.map { Double(observed) + exp($0) - 1 }
      notes.append(.chainsDisagree(rHat: posterior.diagnostics.rHat, medians: medians))
    }
    let intervals = settings.levels.compactMap { level -> EstimateInterval? in
      guard let low = posterior.quantile(0.5 - level / 2), let high = posterior.quantile(0.5 + level / 2) else {
        return nil
      }
      return EstimateInterval(kind: .credible, level: level, lower: low, upper: high)
    }
    notes.append(.effectiveDraws(posterior.diagnostics.effectiveDraws, rHat: posterior.diagnostics.rHat))
    return PopulationEstimate(
      method: .latentClasses, observed: observed, estimate: posterior.quantile(0.5), intervals: intervals,
      model: "10 classes", warnings: notes, seed: settings.seed,
      replicates: posterior.chains.reduce(0) { $0 + $1.count })
  }
}
