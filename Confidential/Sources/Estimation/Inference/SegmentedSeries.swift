/// A monthly series of counts with a possible break: Poisson regression with a trend, a step, a change of trend and one
/// annual wave.
///
///     log mu_t = b0 + b1 t + b2 post + b3 (t − T) post + b4 sin(2πt/12) + b5 cos(2πt/12)
///
/// with post = 1 from month T on. Standard errors are scaled by the Pearson dispersion where that is above one. Assumes
/// that nothing else changed at T: a change in who reports is a covariate, not a trend.
public struct SegmentedSeries: Equatable, Sendable {
  /// b0 .. b5, in the order of the formula.
  let coefficients: [Double]
  /// Poisson standard errors.
  let standardErrors: [Double]
  /// Σ (y − mu)² / mu over months less parameters.
  public let dispersion: Double
  public let means: [Double]
  /// Standard errors that allow for months next to each other moving together (Newey & West 1987), with a lag of
  /// floor(4 (n / 100)^(2/9)) months.
  let neweyWestErrors: [Double]

  /// A factor by which counts change, with its interval and the two-sided probability of one as large without a break.
  public struct Factor: Equatable, Sendable {
    public let ratio: Double
    public let limits: Limits
    public let probability: Double
  }

  /// exp(b2), the level just after the break over what it would have been.
  public func step(level: Double = 0.95) -> Factor { factor(2, level) }

  /// exp(b3), by how much more a month multiplies counts after the break than before it.
  public func turn(level: Double = 0.95) -> Factor { factor(3, level) }

  /// exp(b1), by how much a month multiplies counts before the break.
  public func trend(level: Double = 0.95) -> Factor { factor(1, level) }

  /// exp(b ± z se), with the larger of the scaled Poisson and the Newey-West error.
  private func factor(_ index: Int, _ level: Double) -> Factor {
    let error = max(standardErrors[index] * max(1, dispersion).squareRoot(), neweyWestErrors[index])
    let half = NormalDistribution.quantile(0.5 + level / 2) * error
    let b = coefficients[index]
    return Factor(
      ratio: exp(b), limits: Limits(lower: exp(b - half), upper: exp(b + half)),
      probability: 2 * NormalDistribution.cumulative(-abs(b) / error))
  }

  /// - Parameters:
  ///   - counts: One count a month, the first month being t = 1.
  ///   - breakAt: The month T at which the level may change.
  /// - Returns: nil when the series has fewer than nine months (six parameters and three to spare), when the break is not
  ///   after its first month and before its last, and when there is no fit.
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
    neweyWestErrors = Self.neweyWest(design, counts.map(Double.init), fit)
    dispersion =
      zip(counts, fit.means).reduce(0) { $0 + power(Double($1.0) - $1.1, 2) / $1.1 } / Double(counts.count - 6)
  }

  /// sqrt of the diagonal of V (Γ_0 + Σ w_l (Γ_l + Γ_l')) V, with Γ_l = Σ u_t u_t−l', u = x (y − mu) and Bartlett's
  /// weights w_l = 1 − l / (L + 1).
  private static func neweyWest(_ design: [[Double]], _ counts: [Double], _ fit: PoissonRegression) -> [Double] {
    let scores = design.indices.map { t in design[t].map { $0 * (counts[t] - fit.means[t]) } }
    let width = design[0].count
    let most = Int(4 * power(Double(counts.count) / 100, 2.0 / 9))
    var middle = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for lag in 0...most {
      let weight = 1 - Double(lag) / Double(most + 1)
      for t in lag..<scores.count {
        for i in 0..<width {
          for j in 0..<width {
            let product = scores[t][i] * scores[t - lag][j]
            middle[i][j] += lag == 0 ? product : weight * product
            if lag > 0 { middle[j][i] += weight * product }
          }
        }
      }
    }
    return (0..<width).map { k in
      var sum = 0.0
      for i in 0..<width {
        for j in 0..<width { sum += fit.covariance[k][i] * middle[i][j] * fit.covariance[j][k] }
      }
      return max(0, sum).squareRoot()
    }
  }
}
