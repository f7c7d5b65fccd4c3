/// A share of persons of whom some have an unknown value: always three lines, never one.
///
/// `count` persons of the `known` have it; of `unknown` others it is not known. Counts of persons, none negative,
/// `count` at most `known`; shares are not a number when nobody is left to divide by.
struct UnknownShare: Equatable, Sendable {
  let count: Int
  let known: Int
  let unknown: Int

  init(count: Int, known: Int, unknown: Int) {
    self.count = count
    self.known = known
    self.unknown = unknown
  }

  /// k / known: right when unknowns are like the known.
  var ofKnown: Double { Double(count) / Double(known) }
  /// k / all: right when none of the unknowns have it.
  var ofAll: Double { Double(count) / Double(known + unknown) }
  /// [k / all, (k + unknown) / all]: right whatever the unknowns are.
  var bounds: Limits {
    let all = Double(known + unknown)
    return Limits(lower: Double(count) / all, upper: Double(count + unknown) / all)
  }

  /// The share when the odds of the unknowns are `factor` times those of the known: (k + u o f / (1 + o f)) / all with
  /// o = k / (known − k). One for all the unknowns when every known person has it. A factor of 1 gives `ofKnown`.
  func share(oddsFactor factor: Double) -> Double {
    guard known > count else { return Double(count + unknown) / Double(known + unknown) }
    let odds = Double(count) / Double(known - count) * factor
    return (Double(count) + Double(unknown) * odds / (1 + odds)) / Double(known + unknown)
  }

  /// Multiple imputation of the unknowns, with the parameter drawn too: the share from its posterior under a uniform
  /// prior, Beta(k + 1, known − k + 1), then the unknowns from the binomial. Assumes that values are missing at random.
  /// Imputation i is drawn from (seed, i) alone; fewer than two become two, for a variance needs them.
  func imputed(times: Int, seed: UInt64) -> PooledEstimate {
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
struct PooledEstimate: Equatable, Sendable {
  let estimate: Double
  let variance: Double
  let degreesOfFreedom: Double
  let fractionMissing: Double
  var standardError: Double { variance.squareRoot() }

  /// - Parameter draws: At least two.
  init(_ draws: [(estimate: Double, variance: Double)]) {
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
