import Model

/// The posterior of the number of persons under latent classes, from several runs that know nothing of each other.
///
/// Runs that disagree are not summarised: they have then not found the same modes with the same masses, and any single
/// number would be an accident of the seed.
struct LatentClassPosterior: Equatable, Sendable {
  let observed: Int
  /// Draws of N, by run.
  let runs: [[Double]]
  /// The log evidence of each run, up to one constant: apart by no more than chance when they found the same.
  let logEvidence: [Double]
  /// Of log(N − n + 1).
  let diagnostics: ChainDiagnostics
  /// A decision.
  static let evidenceLimit = 0.5

  /// The log evidence of the run that has most less that of the run that has least.
  var evidenceApart: Double { (logEvidence.max() ?? 0) - (logEvidence.min() ?? 0) }

  /// Whether the runs may be summarised together: draws that agree, and evidence within a factor e^½.
  ///
  /// A mode that few places of a run find leaves draws that may agree; the runs that find it have more evidence. Four
  /// runs that are ½ apart know it to about a quarter each.
  var agree: Bool { diagnostics.agree && evidenceApart < Self.evidenceLimit }

  /// The posterior quantile; nil when the runs disagree.
  func quantile(_ share: Double) -> Double? {
    agree ? sampleQuantile(runs.flatMap { $0 }.sorted(), share) : nil
  }
}

extension CaptureHistories {
  /// Samples the latent class model of Manrique-Vallier 2016.
  ///
  /// Assumes that persons fall into classes within which the lists are independent. Each run is a population of places
  /// of its own (`LatentClassRun`), with a stream seeded by the seed and its number.
  ///
  /// - Parameters:
  ///   - classes: The most classes there can be; those that are not needed stay empty. At least two.
  ///   - shape: Of the gamma prior of α; 0.25, as its rate, in Manrique-Vallier 2016.
  ///   - rate: Of that prior.
  ///   - places: Draws of each run.
  ///   - moves: Rounds of moves of each place at each power of the likelihood.
  func latentClassPosterior(
    classes: Int = 10, shape: Double = 0.25, rate: Double = 0.25, places: Int = 1000, moves: Int = 4, runs: Int = 4,
    seed: UInt64, threads: Int = 1, progress: ProgressSink? = nil
  ) async -> LatentClassPosterior {
    let density = LatentClassDensity(self, classes: max(2, classes), shape: shape, rate: rate)
    let done = await mapConcurrently(Array(0..<max(2, runs)), threads: threads, progress: progress) { run in
      LatentClassRun(density, places: places, moves: moves, seed: seed, run: run)
    }
    let logs = done.map { run in run.persons.map { log($0 - Double(observed) + 1) } }
    return LatentClassPosterior(
      observed: observed, runs: done.map(\.persons), logEvidence: done.map(\.logEvidence),
      diagnostics: ChainDiagnostics(logs))
  }

  /// The posterior as an estimate: a place in each of four runs for each replicate asked for, at least five hundred, and
  /// five times the moves when the runs do not agree after that and replicates may be raised.
  func latentClassEstimate(_ settings: EstimationSettings) async -> PopulationEstimate {
    let sampled = { (moves: Int) in
      await self.latentClassPosterior(
        places: max(500, settings.replicates), moves: moves, seed: settings.seed, threads: settings.threads,
        progress: settings.progress)
    }
    var posterior = await sampled(4)
    if !posterior.agree, settings.maximumReplicates > settings.replicates { posterior = await sampled(20) }
    let apart = posterior.evidenceApart
    let summary = ChainSummary(
      posterior.runs, posterior.diagnostics, observed: observed, offset: 1, levels: settings.levels,
      objection: apart < LatentClassPosterior.evidenceLimit ? nil : .evidenceDisagrees(apart: apart))
    return PopulationEstimate(
      method: .latentClasses, observed: observed, estimate: summary.median, intervals: summary.intervals,
      model: "10 classes", warnings: warnings + summary.warnings, seed: settings.seed,
      replicates: posterior.runs.reduce(0) { $0 + $1.count })
  }
}
