/// Whether several chains of draws tell the same story.
public struct ChainDiagnostics: Equatable, Sendable {
  /// Split R-hat (Gelman et al. 2013): near 1 when half-chains agree on level and spread.
  public let rHat: Double
  /// Draws that are worth an independent one, over all chains (Geyer's initial positive pairs).
  public let effectiveDraws: Double
  /// Median of each chain.
  public let medians: [Double]

  /// - Parameter chains: At least two chains of equal length, on a scale where the target is not too skew.
  public init(_ chains: [[Double]]) {
    let half = (chains.first?.count ?? 0) / 2
    let parts = chains.flatMap { [Array($0.prefix(half)), Array($0.suffix(half))] }
    let means = parts.map { $0.reduce(0, +) / Double(half) }
    let variances = zip(parts, means).map { part, mean in
      part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, half - 1))
    }
    let mean = means.reduce(0, +) / Double(means.count)
    let within = variances.reduce(0, +) / Double(variances.count)
    let between = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
    let pooled = within * Double(half - 1) / Double(half) + between
    rHat = within > 0 ? (pooled / within).squareRoot() : (between > 0 ? .infinity : 1)
    effectiveDraws = Self.effective(parts, means, pooled: pooled, within: within)
    medians = chains.map { sampleQuantile($0.sorted(), 0.5) }
  }

  private static func effective(_ parts: [[Double]], _ means: [Double], pooled: Double, within: Double) -> Double {
    let length = parts.first?.count ?? 0
    guard pooled > 0, length > 4 else { return Double(parts.count * length) }
    let autocorrelation = { (lag: Int) -> Double in
      var sum = 0.0
      for (part, mean) in zip(parts, means) {
        for index in 0..<(length - lag) { sum += (part[index] - mean) * (part[index + lag] - mean) }
      }
      let covariance = sum / Double(parts.count * length)
      return 1 - (within - covariance) / pooled
    }
    var total = 1 + 2 * autocorrelation(1)
    var lag = 2
    while lag + 1 < min(length, 1000) {
      let pair = autocorrelation(lag) + autocorrelation(lag + 1)
      guard pair > 0 else { break }
      total += 2 * pair
      lag += 2
    }
    return Double(parts.count * length) / max(total, 1e-3)
  }
}
