/// Limits within which a unit's count is no news, given what is expected of it (Spiegelhalter 2005, *Statistics in
/// Medicine* 24). Units are regions, partners or years; what is expected is in persons and above zero.
public enum FunnelLimits {
  /// The Poisson quantiles at both tails: the counts outside happen less often than 1 − level.
  public static func poisson(expected: Double, level: Double) -> (lower: Int, upper: Int) {
    (quantile((1 - level) / 2, expected), quantile((1 + level) / 2, expected))
  }

  /// Limits when units vary more than chance: expected ± z sqrt(dispersion × expected), never below zero.
  ///
  /// - Parameter dispersion: The mean of (count − expected)² / expected over units, 10% trimmed at both ends.
  static func overdispersed(expected: Double, dispersion: Double, level: Double) -> Limits {
    let half = NormalDistribution.quantile(0.5 + level / 2) * (max(1, dispersion) * expected).squareRoot()
    return Limits(lower: max(0, expected - half), upper: expected + half)
  }

  /// The levels at which a unit is noted and called out.
  public static let steps = [0.95, 0.998]

  /// How far out a unit lies: 0 within, 1 outside the first step, 2 outside the second; below zero when it is low. By
  /// chance, and with limits as much wider as units vary.
  public static func places(
    of count: Int, expected: Double, dispersion: Double
  ) -> (chance: Int, dispersed: Int) {
    var places = (chance: 0, dispersed: 0)
    for (step, level) in steps.enumerated() {
      let limits = poisson(expected: expected, level: level)
      if count < limits.lower { places.chance = -step - 1 }
      if count > limits.upper { places.chance = step + 1 }
      let wide = overdispersed(expected: expected, dispersion: dispersion, level: level)
      if Double(count) < wide.lower { places.dispersed = -step - 1 }
      if Double(count) > wide.upper { places.dispersed = step + 1 }
    }
    return places
  }

  /// The mean squared Pearson residual with the outer tenth of units on each side pulled in (winsorised; the tenth is
  /// Spiegelhalter's). With fewer than ten units nothing is pulled in; of no units it is 1.
  public static func dispersion(counts: [Int], expected: [Double]) -> Double {
    let residuals = zip(counts, expected).map { (Double($0) - $1) / $1.squareRoot() }.sorted()
    guard !residuals.isEmpty else { return 1 }
    let cut = residuals.count / 10
    let (low, high) = (residuals[cut], residuals[residuals.count - 1 - cut])
    return residuals.reduce(0) { $0 + power(min(max($1, low), high), 2) } / Double(residuals.count)
  }

  /// The smallest k with P(X <= k) >= share; P(X <= k) = Q(k + 1, mean).
  private static func quantile(_ share: Double, _ mean: Double) -> Int {
    var k = 0
    while IncompleteGamma.upper(Double(k) + 1, mean) < share { k += 1 }
    return k
  }
}
