/// Whether several chains of draws tell the same story.
///
/// Every chain is cut in halves. Draws are replaced by normal scores of their ranks over all chains, so that neither
/// heavy tails nor a skew scale hide a difference.
///
/// - SeeAlso: Vehtari, Gelman, Simpson, Carpenter & Bürkner 2021; Geyer 1992.
struct ChainDiagnostics: Equatable, Sendable {
  /// The larger of R-hat of the level (rank-normalised draws) and of the spread (rank-normalised distances from the
  /// median): near 1 when the half-chains agree.
  let rHat: Double
  /// Draws that are worth an independent one, over all chains, for the level.
  let effectiveDraws: Double
  /// The same for the 5% and 95% quantiles, the lesser of the two.
  let effectiveTailDraws: Double
  /// Median of each chain, on the scale of the draws.
  let medians: [Double]
  /// Where the pooled draws heap up, lowest first, on the scale of the draws.
  let modes: [Mode]

  /// A heap of draws.
  struct Mode: Equatable, Sendable {
    let centre: Double
    /// The share of the draws between the valleys beside it.
    let share: Double
  }

  /// R-hat below 1.05 and at least 100 effective draws for the level and for the tails.
  ///
  /// A decision. Vehtari et al. advise 1.01 and 100 draws for each chain, so that quantiles have two digits; here it is
  /// decided whether chains may be summarised at all, and both numbers are told with the summary.
  var agree: Bool { rHat < 1.05 && min(effectiveDraws, effectiveTailDraws) >= 100 }
}

extension ChainDiagnostics {
  /// - Parameter chains: At least two chains of equal length.
  init(_ chains: [[Double]]) {
    let half = (chains.first?.count ?? 0) / 2
    let parts = chains.flatMap { [Array($0.prefix(half)), Array($0.suffix(half))] }
    let sorted = parts.flatMap { $0 }.sorted()
    let middle = sampleQuantile(sorted, 0.5)
    let level = HalfChains(NormalScores.of(parts))
    let spread = HalfChains(NormalScores.of(parts.map { part in part.map { abs($0 - middle) } }))
    rHat = max(level.rHat, spread.rHat)
    effectiveDraws = level.effectiveDraws
    effectiveTailDraws =
      [0.05, 0.95].map { share in
        let limit = sampleQuantile(sorted, share)
        return HalfChains(parts.map { part in part.map { $0 <= limit ? 1 : 0 } }).effectiveDraws
      }.min() ?? 0
    medians = chains.map { sampleQuantile($0.sorted(), 0.5) }
    modes = DensityModes.of(sorted, effectiveDraws: effectiveDraws)
  }
}

/// Normal scores of ranks: Φ⁻¹((r − 3/8) / (S + 1/4)), ties at their mean rank.
private enum NormalScores {
  static func of(_ parts: [[Double]]) -> [[Double]] {
    let all = parts.flatMap { $0 }
    let order = all.indices.sorted { all[$0] < all[$1] }
    var scores = [Double](repeating: 0, count: all.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, all[order[end]] == all[order[start]] { end += 1 }
      let rank = Double(start + end + 1) / 2
      let score = NormalDistribution.quantile((rank - 0.375) / (Double(all.count) + 0.25))
      for position in start..<end { scores[order[position]] = score }
      start = end
    }
    let length = parts.first?.count ?? 0
    return parts.indices.map { Array(scores[($0 * length)..<(($0 + 1) * length)]) }
  }
}

/// Variances between and within parts of chains of the same length.
private struct HalfChains {
  private let parts: [[Double]]
  private let means: [Double]
  private let within: Double
  private let pooled: Double
  private let between: Double

  init(_ parts: [[Double]]) {
    let length = Double(parts.first?.count ?? 0)
    let means = parts.map { $0.reduce(0, +) / length }
    let variances = zip(parts, means).map { part, mean in
      part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, length - 1)
    }
    let mean = means.reduce(0, +) / Double(means.count)
    self.parts = parts
    self.means = means
    within = variances.reduce(0, +) / Double(variances.count)
    between = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
    pooled = within * (length - 1) / length + between
  }

  var rHat: Double { within > 0 ? (pooled / within).squareRoot() : (between > 0 ? .infinity : 1) }

  /// Draws over 1 + 2 Σ autocorrelation, summed in pairs of lags while these are positive and made not to rise
  /// (Geyer's initial monotone sequence). Chains that alternate are worth more than independent draws; as in Stan, no more
  /// than draws · log10(draws).
  var effectiveDraws: Double {
    let length = parts.first?.count ?? 0
    let draws = Double(parts.count * length)
    guard pooled > 0, length > 4 else { return draws }
    var total = 1 + 2 * autocorrelation(1)
    var least = Double.infinity
    var lag = 2
    while lag + 1 < length {
      let pair = autocorrelation(lag) + autocorrelation(lag + 1)
      guard pair > 0 else { break }
      least = min(least, pair)
      total += 2 * least
      lag += 2
    }
    return min(draws / max(total, 1e-3), draws * log10(draws))
  }

  private func autocorrelation(_ lag: Int) -> Double {
    var sum = 0.0
    for (part, mean) in zip(parts, means) {
      for index in 0..<(part.count - lag) { sum += (part[index] - mean) * (part[index + lag] - mean) }
    }
    let covariance = sum / Double(parts.count * (parts.first?.count ?? 1))
    return 1 - (within - covariance) / pooled
  }

  private func log10(_ value: Double) -> Double { log(value) / log(10) }
}
