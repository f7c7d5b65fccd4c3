/// The multinomial bootstrap of an estimate, with everything that made the estimate repeated on each replicate.
///
/// Replicates are tables of the persons seen, as many as chance makes them, drawn over the observed histories with
/// probabilities N_w / n (`ReplicatePlan`). Assumes that persons are independent. What is not observed stays unobserved, so a bootstrap sees the uncertainty of the counts
/// and of the selection, not of the assumption that makes the hidden people estimable.
struct Bootstrap: Equatable, Sendable {
  /// The estimate on the data themselves.
  let estimate: Double
  /// One estimate for each replicate, in order; infinite where the replicate has none (no overlap was drawn).
  let replicates: [Double]
  private(set) var correction: BiasCorrection
  /// Replicates without an estimate.
  var failed: Int { replicates.count { $0 == .infinity } }
  /// Histories whose removal leaves no estimate; they are left out of the acceleration.
  let failedJackknife: Int
  private let sorted: [Double]
  private var ties = TieRule.midRank
  private let jackknife: [Jackknifed]

  private struct Jackknifed: Equatable {
    var weight: Double
    var estimate: Double
  }

  init(estimate: Double, replicates: [Double?], jackknife: [(weight: Double, estimate: Double?)]) {
    self.estimate = estimate
    self.replicates = replicates.map { $0 ?? .infinity }
    sorted = self.replicates.sorted()
    let usable = jackknife.compactMap { point in point.estimate.map { (weight: point.weight, estimate: $0) } }
    failedJackknife = jackknife.count - usable.count
    self.jackknife = usable.map { Jackknifed(weight: $0.weight, estimate: $0.estimate) }
    correction = BiasCorrection(estimate: estimate, replicates: self.replicates, jackknife: usable)
  }

  /// The same replicates with another rule for ties.
  func counting(ties: TieRule) -> Bootstrap {
    var copy = self
    copy.ties = ties
    copy.correction = BiasCorrection(
      estimate: estimate, replicates: replicates, jackknife: jackknife.map { ($0.weight, $0.estimate) }, ties: ties)
    return copy
  }

  /// With more replicates, ties counted as before.
  func extended(by added: [Double?]) -> Bootstrap {
    Bootstrap(
      estimate: estimate, replicates: replicates.map(Optional.some) + added,
      jackknife: jackknife.map { ($0.weight, $0.estimate) } + (0..<failedJackknife).map { _ in (1, nil) }
    ).counting(ties: ties)
  }

  /// The replicate at this share, as type 8 of Hyndman & Fan.
  func quantile(_ share: Double) -> Double { sampleQuantile(sorted, share) }

  func percentileInterval(level: Double) -> EstimateInterval {
    EstimateInterval(
      kind: .percentile, level: level, lower: quantile(0.5 - level / 2), upper: quantile(0.5 + level / 2))
  }

  func bcaInterval(level: Double) -> EstimateInterval {
    EstimateInterval(
      kind: .bca, level: level, lower: quantile(correction.adjusted(0.5 - level / 2)),
      upper: quantile(correction.adjusted(0.5 + level / 2)))
  }

  /// Whether fewer than five replicates lie beyond a limit: then it is an extreme of the sample and not a quantile. Five by
  /// decision.
  func isSaturated(_ kind: EstimateInterval.Kind, level: Double) -> Bool {
    Double(replicates.count) * smallestTail(kind, level: level) < 5
  }

  /// So many replicates that five and a half are expected beyond each limit, in thousands; at least a quarter more than
  /// there are and at most four times as many, since a tail that is hardly seen says badly how far it is.
  func enoughReplicates(_ kind: EstimateInterval.Kind, level: Double) -> Int {
    let now = Double(replicates.count)
    let needed = min(max(5.5 / max(smallestTail(kind, level: level), 1e-9), 1.25 * now), 4 * now)
    return Int((needed / 1000).rounded(.up)) * 1000
  }

  private func smallestTail(_ kind: EstimateInterval.Kind, level: Double) -> Double {
    let shares = [0.5 - level / 2, 0.5 + level / 2].map { kind == .bca ? correction.adjusted($0) : $0 }
    return shares.map { min($0, 1 - $0) }.min() ?? 0
  }
}

/// Why there is no bootstrap.
enum BootstrapError: Error, Equatable, Sendable {
  case ranking(RankingError)
  /// The rule gives no estimate on the data themselves.
  case noEstimate
  /// A replicate table has a history that the data do not have.
  case unknownHistory
  /// Fewer than one replicate.
  case noReplicates
}
