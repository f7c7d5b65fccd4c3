/// A monthly series of counts with a possible break: Poisson regression with a trend, a step, a change of trend and one
/// annual wave.
///
///     log mu_t = b0 + b1 t + b2 post + b3 (t − T) post + b4 sin(2πt/12) + b5 cos(2πt/12)
///
/// with post = 1 from month T on. Standard errors are scaled by the Pearson dispersion where that is above one. Assumes
/// that nothing else changed at T: a change in who reports is a covariate, not a trend.
public struct SegmentedSeries: Equatable, Sendable {
  /// b0 .. b5, in the order of the formula.
  public let coefficients: [Double]
  /// Poisson standard errors.
  public let standardErrors: [Double]
  /// Σ (y − mu)² / mu over months less parameters.
  public let dispersion: Double
  public let means: [Double]

  /// exp(b2), the level just after the break over what it would have been, with its interval.
  public func step(level: Double = 0.95) -> (ratio: Double, limits: Limits) {
    let z = NormalDistribution.quantile(0.5 + level / 2) * standardErrors[2] * max(1, dispersion).squareRoot()
    return (exp(coefficients[2]), Limits(lower: exp(coefficients[2] - z), upper: exp(coefficients[2] + z)))
  }

  /// - Parameters:
  ///   - counts: One count a month, the first month being t = 1.
  ///   - breakAt: The month T at which the level may change.
  /// - Returns: nil when the series is too short or has no fit.
  public init?(_ counts: [Int], breakAt: Int) {
    guard counts.count > 8, (2..<counts.count).contains(breakAt) else { return nil }
    let design = (1...counts.count).map { month -> [Double] in
      let t = Double(month)
      let post = month >= breakAt ? 1.0 : 0.0
      let angle = 2 * Double.pi * t / 12
      return [1, t, post, (t - Double(breakAt)) * post, sine(angle), cosine(angle)]
    }
    guard let fit = try? PoissonRegression(design: design, counts: counts.map(Double.init)) else { return nil }
    coefficients = fit.coefficients
    standardErrors = fit.covariance.indices.map { fit.covariance[$0][$0].squareRoot() }
    means = fit.means
    dispersion =
      zip(counts, fit.means).reduce(0) { $0 + power(Double($1.0) - $1.1, 2) / $1.1 } / Double(counts.count - 6)
  }
}
