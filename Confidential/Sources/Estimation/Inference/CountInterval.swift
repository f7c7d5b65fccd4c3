/// A range between two limits, both of it; in the unit of what it is about: persons, a share or a ratio.
public struct Limits: Equatable, Sendable {
  public var lower: Double
  public var upper: Double
  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// Intervals for the rate behind a count.
///
/// A register is a full count: an interval is about the process that made it, as if the year could be lived again.
/// Never print one beside a suppressed or rounded figure: it is an equation that gives the figure away.
public enum CountInterval {
  /// The exact Poisson interval (Garwood 1936): the rates whose tails beyond the count hold half of what is left each.
  ///
  /// Assumes that persons come independently of each other. The chance that the limits hold the rate is at least the
  /// level, for any rate.
  ///
  /// - Parameters:
  ///   - count: Persons, from 0.
  ///   - level: Above 0 and below 1.
  /// - Returns: Rates in persons per period; the lower is 0 for nobody.
  public static func exact(_ count: Int, level: Double) -> Limits {
    let tail = (1 - level) / 2
    return Limits(
      lower: count == 0 ? 0 : IncompleteGamma.quantile(Double(count), tail),
      upper: IncompleteGamma.quantile(Double(count) + 1, 1 - tail))
  }
}

/// Intervals for the share behind k of n.
public enum ShareInterval {
  /// Wilson's score interval (1927): the shares p with |k/n − p| <= z sqrt(p (1 − p) / n).
  ///
  /// Assumes that persons are independent. Holds the share about as often as the level says, not always as often. Of
  /// nobody any share may be true: 0 to 1. Exactly 0 for k = 0 and 1 for k = n.
  public static func wilson(_ count: Int, of total: Int, level: Double) -> Limits {
    guard total > 0 else { return Limits(lower: 0, upper: 1) }
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let n = Double(total)
    let p = Double(count) / n
    let denominator = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / denominator
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / denominator
    return Limits(
      lower: count == 0 ? 0 : max(0, centre - half), upper: count == total ? 1 : min(1, centre + half))
  }

  /// The exact interval of Clopper & Pearson (1934): the shares whose binomial tails beyond k hold half of what is left
  /// each, by quantiles of the beta distribution. Holds the share at least as often as the level says; 0 to 1 of nobody.
  static func exact(_ count: Int, of total: Int, level: Double) -> Limits {
    guard total > 0 else { return Limits(lower: 0, upper: 1) }
    let tail = (1 - level) / 2
    let (k, n) = (Double(count), Double(total))
    return Limits(
      lower: count == 0 ? 0 : IncompleteBeta.quantile(tail, k, n - k + 1),
      upper: count == total ? 1 : IncompleteBeta.quantile(1 - tail, k + 1, n - k))
  }
}
