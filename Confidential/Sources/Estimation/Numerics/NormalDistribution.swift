/// The standard normal distribution.
enum NormalDistribution {
  /// Φ(x), accurate in both tails.
  static func cumulative(_ x: Double) -> Double { 0.5 * complementaryErrorFunction(-x / 2.0.squareRoot()) }

  static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

  /// Φ⁻¹(p): infinite at 0 and 1.
  ///
  /// Acklam's rational approximation (relative error 1.15e-9) followed by two Halley steps on Φ, which leaves an
  /// error near the rounding of Φ itself. The upper half is mirrored, so that Φ⁻¹(1 − p) = −Φ⁻¹(p).
  static func quantile(_ p: Double) -> Double {
    guard p > 0 else { return -.infinity }
    guard p < 1 else { return .infinity }
    if p > 0.5 { return -quantile(1 - p) }
    var x = p < 0.02425 ? tailApproximation(p) : centralApproximation(p)
    for _ in 0..<2 {
      let error = (cumulative(x) - p) / density(x)
      x -= error / (1 + 0.5 * x * error)
    }
    return x
  }

  private static func tailApproximation(_ p: Double) -> Double {
    let q = (-2 * log(p)).squareRoot()
    let top = polynomial(
      q,
      [
        -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
        2.938163982698783,
      ])
    return top
      / polynomial(
        q, [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1])
  }

  private static func centralApproximation(_ p: Double) -> Double {
    let q = p - 0.5
    let r = q * q
    let top = polynomial(
      r,
      [
        -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.383577518672690e2, -3.066479806614716e1,
        2.506628277459239,
      ])
    return top * q
      / polynomial(
        r,
        [
          -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
          1,
        ])
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }
}
