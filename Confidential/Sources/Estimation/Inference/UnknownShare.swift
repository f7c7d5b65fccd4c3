/// A share of persons of whom some have an unknown value: always three lines, never one.
///
/// `count` persons of the `known` have it; of `unknown` others it is not known. Counts of persons, none negative,
/// `count` at most `known`; shares are not a number when nobody is left to divide by.
public struct UnknownShare: Equatable, Sendable {
  public let count: Int
  public let known: Int
  public let unknown: Int

  public init(count: Int, known: Int, unknown: Int) {
    self.count = count
    self.known = known
    self.unknown = unknown
  }

  /// k / known: right when unknowns are like the known.
  public var ofKnown: Double { Double(count) / Double(known) }
  /// k / all: right when none of the unknowns have it.
  public var ofAll: Double { Double(count) / Double(known + unknown) }
  /// [k / all, (k + unknown) / all]: right whatever the unknowns are.
  public var bounds: Limits {
    let all = Double(known + unknown)
    return Limits(lower: Double(count) / all, upper: Double(count + unknown) / all)
  }

  /// Multiple imputation of the unknowns, with the parameter drawn too: the share from its posterior under a uniform
  /// prior, Beta(k + 1, known − k + 1), then the unknowns from the binomial. Assumes that values are missing at random.
  /// Imputation i is drawn from (seed, i) alone; fewer than two become two, for a variance needs them.
  public func imputed(times: Int, seed: UInt64) -> PooledEstimate {
    let all = Double(known + unknown)
    let draws = (0..<max(2, times)).map { index -> (estimate: Double, variance: Double) in
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      let share = IncompleteBeta.quantile(
        generator.uniform(), Double(count) + 1, Double(known - count) + 1)
      let extra = Multinomial.binomial(unknown, share, using: &generator)
      let p = Double(count + extra) / all
      return (p, p * (1 - p) / all)
    }
    return PooledEstimate(draws)
  }
}

/// Estimates from multiply imputed data, pooled by Rubin's rules (1987).
///
///     Q = mean of q,  T = U + (1 + 1/M) B,  df = (M − 1) (1 + U / ((1 + 1/M) B))²,  fraction missing = (1 + 1/M) B / T
///
/// with U the mean of the variances and B the variance of the estimates.
public struct PooledEstimate: Equatable, Sendable {
  public let estimate: Double
  public let variance: Double
  public let degreesOfFreedom: Double
  public let fractionMissing: Double
  public var standardError: Double { variance.squareRoot() }

  /// Q ± t sqrt(T), with the quantile of Student's distribution by its degrees of freedom: of t² / (t² + df), which is
  /// Beta(1/2, df/2).
  public func interval(level: Double) -> Limits {
    var t = NormalDistribution.quantile(0.5 + level / 2)
    if degreesOfFreedom < 1e6 {
      let share = IncompleteBeta.quantile(level, 0.5, degreesOfFreedom / 2)
      t = (degreesOfFreedom * share / (1 - share)).squareRoot()
    }
    return Limits(lower: estimate - t * standardError, upper: estimate + t * standardError)
  }

  /// - Parameter draws: At least two.
  public init(_ draws: [(estimate: Double, variance: Double)]) {
    let m = Double(draws.count)
    let mean = draws.reduce(0) { $0 + $1.estimate } / m
    let within = draws.reduce(0) { $0 + $1.variance } / m
    let between = draws.reduce(0) { $0 + ($1.estimate - mean) * ($1.estimate - mean) } / (m - 1)
    let extra = (1 + 1 / m) * between
    estimate = mean
    variance = within + extra
    degreesOfFreedom = extra > 0 ? (m - 1) * (1 + within / extra) * (1 + within / extra) : .infinity
    fractionMissing = variance > 0 ? extra / variance : 0
  }
}
