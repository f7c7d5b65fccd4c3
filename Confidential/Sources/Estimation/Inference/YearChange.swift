/// The change of a count between two periods, by the binomial distribution given their sum.
///
/// With equal rates, given a + b, b is binomial with chance r / (1 + r), r the second period's exposure over the
/// first's. Assumes that persons come independently; where counts vary more than that (and registers do), the
/// dispersion widens the interval and raises p.
public struct YearChange: Equatable, Sendable {
  public let first: Int
  public let second: Int
  /// Rate of the second period over that of the first; infinite when the first is zero.
  public let ratio: Double
  /// Two-sided: the probability of all outcomes that are at most as likely as this one; with a dispersion above one no
  /// smaller than that of z = log(ratio) / sqrt(dispersion (1/a + 1/b)).
  public let probability: Double
  /// Clopper & Pearson's limits of the share of the second period, as a ratio of rates; with a dispersion above one and
  /// somebody in both periods no narrower than ratio · exp(± z sqrt(dispersion (1/a + 1/b))).
  public let ratioLimits: Limits

  /// - Parameter dispersion: How many times more counts vary than independent persons do; what is below one counts as one.
  public init(
    from first: Int, to second: Int, exposureRatio: Double = 1, level: Double = 0.95, dispersion: Double = 1
  ) {
    let total = first + second
    let chance = exposureRatio / (1 + exposureRatio)
    self.first = first
    self.second = second
    ratio = first == 0 ? .infinity : Double(second) / Double(first) / exposureRatio
    let exact = Self.binomialTest(second, of: total, chance: chance)
    let share = ShareInterval.exact(second, of: total, level: level)
    let odds = { (p: Double) in p >= 1 ? Double.infinity : p / (1 - p) / exposureRatio }
    let limits = Limits(lower: odds(share.lower), upper: odds(share.upper))
    guard dispersion > 1, first > 0, second > 0 else {
      (probability, ratioLimits) = (exact, limits)
      return
    }
    let error = ((1 / Double(first) + 1 / Double(second)) * dispersion).squareRoot()
    let spread = exp(NormalDistribution.quantile(0.5 + level / 2) * error)
    probability = max(exact, 2 * NormalDistribution.cumulative(-abs(log(ratio)) / error))
    ratioLimits = Limits(lower: min(limits.lower, ratio / spread), upper: max(limits.upper, ratio * spread))
  }

  /// The probability of all outcomes not more likely than this one, within a relative 1e-7: the tolerance of `binom.test`
  /// in R, so that outcomes that are as likely but for rounding count. One when there is nobody.
  static func binomialTest(_ count: Int, of total: Int, chance: Double) -> Double {
    guard total > 0 else { return 1 }
    let logPoint = { (k: Int) in
      logFactorial(total) - logFactorial(k) - logFactorial(total - k) + Double(k) * log(chance)
        + Double(total - k) * log1p(-chance)
    }
    let reference = logPoint(count)
    var sum = 0.0
    for k in 0...total {
      let value = logPoint(k)
      if value <= reference + 1e-7 { sum += exp(value) }
    }
    return min(1, sum)
  }
}
