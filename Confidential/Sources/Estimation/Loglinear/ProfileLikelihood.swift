/// The profile likelihood of the number of persons under a log-linear model (Cormack 1992).
///
/// For a trial number N put n0 = N − n persons in the cell of no list and fit the model to all 2^t cells; with L(n0)
/// the Poisson log-likelihood of that fit without factorials,
///
///     l_p(N) = L(n0) + n0 + log N! − N log N − log n0!
///
/// which is the multinomial likelihood maximised over everything but N. An interval at level c is where l_p is within
/// half the c-quantile of chi-squared(1) of its maximum. There is no cap: where l_p never falls that far, the upper
/// limit is infinite.
struct ProfileLikelihood: Equatable, Sendable {
  /// The N at which l_p is largest; not the same as the maximum of the Poisson likelihood, but close.
  let maximum: Double
  let intervals: [EstimateInterval]
}

/// How factorials of large numbers enter the profile likelihood.
enum FactorialRule: Sendable {
  /// log Γ.
  case exact
  /// Stirling's formula without its correction for N above 100, as in the R package Rcapture 1.4; for comparison only.
  case stirlingAboveHundred
}

extension HierarchicalModel {
  /// The profile likelihood intervals of N, given the model.
  ///
  /// Assumes what the model assumes, and that the model was not chosen on the same table.
  ///
  /// - Throws: `LoglinearError` when the model has no unique fit whatever N is.
  func profileLikelihood(
    on histories: CaptureHistories, levels: [Double], factorials: FactorialRule = .exact
  ) throws(LoglinearError) -> ProfileLikelihood {
    guard lists == histories.lists.count else {
      throw .wrongNumberOfLists(model: lists, table: histories.lists.count)
    }
    var profile = ProfileSearch(model: self, table: CountTable(histories), factorials: factorials)
    return try profile.search(levels: levels)
  }
}

/// Walks along the trial numbers with warm starts.
private struct ProfileSearch {
  let model: HierarchicalModel
  let table: CountTable
  let factorials: FactorialRule
  let solver: LoglinearSolver
  var started = false
  /// Beyond this many hidden persons for each one seen, nothing is a limit: by decision; more than any population, and
  /// still far from where doubles lose whole persons relative to it. Below 1e-9 hidden persons the limit is the number seen.
  let horizon = 1e13

  init(model: HierarchicalModel, table: CountTable, factorials: FactorialRule) {
    self.model = model
    self.table = table
    self.factorials = factorials
    solver = LoglinearSolver(lists: model.lists)
  }

  mutating func search(levels: [Double]) throws(LoglinearError) -> ProfileLikelihood {
    let top = try maximum()
    let height = try value(top).value
    var intervals: [EstimateInterval] = []
    for level in levels {
      let z = NormalDistribution.quantile(0.5 + level / 2)
      let bound = height - z * z / 2
      intervals.append(
        EstimateInterval(
          kind: .profile, level: level, lower: table.observed + (try lowerLimit(bound, from: top)),
          upper: table.observed + (try upperLimit(bound, from: top))))
    }
    return ProfileLikelihood(maximum: table.observed + top, intervals: intervals)
  }

  /// l_p up to a constant, and its slope: a_∅ − log n0 + g'(N) − g'(n0), with g(x) = log x! − x log x + x.
  private mutating func value(_ hidden: Double) throws(LoglinearError) -> (value: Double, slope: Double) {
    let outcome = solver.fit(model.terms, to: table, warm: started, hidden: hidden, precision: .reporting)
    guard case .converged(let fit) = outcome else {
      throw outcome == .notIdentifiable ? .notIdentifiable(model: model.notation) : .noMaximum(model: model.notation)
    }
    started = true
    let total = table.observed + hidden
    let exactly = factorials == .exact || total <= 100
    let value = fit.logLikelihood - hidden * log(hidden) + hidden
    return (
      value + Stirling.remainder(total, exactly) - Stirling.remainder(hidden, exactly),
      fit.intercept - log(hidden) + Stirling.slope(total, exactly) - Stirling.slope(hidden, exactly)
    )
  }

  private mutating func maximum() throws(LoglinearError) -> Double {
    var high = table.observed
    while try value(high).slope > 0 {
      high *= 4
      if high > horizon * table.observed { return high }
    }
    var low = high / 4
    while try value(low).slope <= 0 {
      low /= 4
      if low < 1e-9 { return low }
    }
    return try bisect(low, high) { (search: inout ProfileSearch, hidden: Double) throws(LoglinearError) in
      try search.value(hidden).slope > 0
    }
  }

  private mutating func lowerLimit(_ bound: Double, from top: Double) throws(LoglinearError) -> Double {
    var low = top / 2
    while try value(low).value > bound {
      low /= 2
      if low < 1e-9 { return 0 }
    }
    return try bisect(low, top) { (search: inout ProfileSearch, hidden: Double) throws(LoglinearError) in
      try search.value(hidden).value < bound
    }
  }

  private mutating func upperLimit(_ bound: Double, from top: Double) throws(LoglinearError) -> Double {
    var high = top * 2
    while try value(high).value > bound {
      high *= 2
      if high > horizon * table.observed { return .infinity }
    }
    return try bisect(top, high) { (search: inout ProfileSearch, hidden: Double) throws(LoglinearError) in
      try search.value(hidden).value > bound
    }
  }

  /// The number between `low` and `high` where `isBelow` turns false, on the scale of the logarithm.
  private mutating func bisect(
    _ low: Double, _ high: Double, _ isBelow: (inout ProfileSearch, Double) throws(LoglinearError) -> Bool
  ) throws(LoglinearError) -> Double {
    var low = low
    var high = high
    while high / low > 1 + 4e-15 {
      let middle = (low * high).squareRoot()
      guard middle > low, middle < high else { break }
      if try isBelow(&self, middle) { low = middle } else { high = middle }
    }
    return (low * high).squareRoot()
  }
}

/// g(x) = log x! − x log x + x and its derivative, by series where the terms of the definition cancel.
///
/// The series of Stirling: g = ½ log 2πx + 1/12x − 1/360x³ + 1/1260x⁵ − 1/1680x⁷, and of the digamma function
/// (Abramowitz & Stegun 1964, 6.1.41 and 6.3.18). Above x = 20 the first term left out is below 2e-15.
enum Stirling {
  static func remainder(_ x: Double, _ exactly: Bool) -> Double {
    guard exactly else { return 0.5 * log(2 * Double.pi * x) }
    guard x > 20 else { return logGamma(x + 1) - x * log(x) + x }
    let r = 1 / (x * x)
    return 0.5 * log(2 * Double.pi * x) + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r / 1680))) / x
  }

  static func slope(_ x: Double, _ exactly: Bool) -> Double {
    guard exactly else { return 1 / (2 * x) }
    // ψ(x + 1) = ψ(y + 1) − Σ 1 / (x + i), moved up to y > 20 where the series is exact to rounding.
    var shift = 0.0
    var y = x
    while y < 20 {
      y += 1
      shift -= 1 / y
    }
    let r = 1 / (y * y)
    let series = 0.5 / y - r * (1.0 / 12 - r * (1.0 / 120 - r / 252))
    return series + log(y / x) + shift
  }
}
