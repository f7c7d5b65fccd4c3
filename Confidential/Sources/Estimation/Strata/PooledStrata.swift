/// Groups that borrow from each other: the log odds of being unseen of each are drawn towards their mean.
///
/// With y_s = log(N̂0_s / n_s) the estimated log odds of being unseen in group s, and v_s its variance (from the
/// bootstrap, so that it holds the choice of the model too; smoothed over the groups),
///
///     y_s ~ N(θ_s, v_s),   θ_s ~ N(μ, τ²),   p(μ) flat,   τ ~ half-Cauchy(0, 1)
///
/// the normal model for parallel experiments of Rubin 1981 with the prior of Gelman 2006. τ is integrated over a grid of
/// 400 quantiles of its prior, so the interval holds how little a few groups say about how different groups are. The
/// estimate of a group is n_s (1 + exp E θ_s), and these add up to the total; intervals are quantiles of 20,000 draws of
/// the persons, negative binomial given θ_s.
///
/// Assumes that the groups are exchangeable: that nothing is known beforehand of which group is better seen. A group
/// without an estimate of its own gets one from the others. Where groups really differ, small groups are biased towards
/// the mean; that is the price of being less noisy.
public struct PooledStrata: Equatable, Sendable {
  public let strata: [Stratum]
  public let estimate: Double
  public let intervals: [EstimateInterval]
  /// Posterior mean of μ, the mean log odds of being unseen, and of τ, how far groups differ.
  public let mean: Double
  public let spread: Double

  /// The estimate of one group that borrows from the others.
  public struct Stratum: Equatable, Sendable {
    public let name: String
    public let observed: Int
    public let estimate: Double
    public let intervals: [EstimateInterval]
    /// How much of the estimate comes from the other groups: 0 for none, 1 for all.
    public let borrowed: Double
  }

  /// What one group says by itself.
  struct Evidence {
    var name: String
    var observed: Int
    /// log(N̂0 / n), and its variance; nil when there is no estimate.
    var own: (logOdds: Double, variance: Double)?

    init(name: String, observed: Int, bootstrap: Bootstrap?) {
      (self.name, self.observed) = (name, observed)
      let n = Double(observed)
      // Less than a millionth of a person unseen, or a variance below 1e-8, is rounding.
      guard let bootstrap, bootstrap.estimate - n > 1e-6, bootstrap.estimate.isFinite else { return }
      // The width of 95%, because the logarithm has heavier tails than the normal where overlap is small.
      let limits = [0.025, 0.975].map { log(max(bootstrap.quantile($0) - n, 1e-6) / n) }
      let deviation = (limits[1] - limits[0]) / (2 * 1.959964)
      if deviation.isFinite { own = (log((bootstrap.estimate - n) / n), max(deviation * deviation, 1e-8)) }
    }

    init(name: String, observed: Int, own: (logOdds: Double, variance: Double)?) {
      (self.name, self.observed, self.own) = (name, observed, own)
    }
  }

  /// Quantiles of the prior of τ: means are then right to 1e-6 and what is borrowed too, by the side of
  /// the integral over 20,000 of them.
  private static let points = 400
  /// A limit at 95% then has an error of a hundredth of its distance to the median.
  private static let draws = 20_000

  /// Nil when fewer than two groups have an estimate.
  ///
  /// - Parameter smoothing: Whether variances are smoothed over the groups.
  init?(_ evidence: [Evidence], levels: [Double], seed: UInt64, smoothing: Bool = true) {
    let evidence = smoothing ? Self.smoothed(evidence) : evidence
    let known = evidence.compactMap(\.own)
    guard known.count >= 2 else { return nil }
    let grid = Self.grid(known)
    mean = grid.reduce(0) { $0 + $1.weight * $1.mean }
    spread = grid.reduce(0) { $0 + $1.weight * $1.spread }
    let centres = evidence.map { group in
      grid.reduce(0) { sum, point in
        let own = point.share(of: group.own)
        return sum + point.weight * (own * (group.own?.logOdds ?? 0) + (1 - own) * point.mean)
      }
    }
    let persons = zip(evidence, centres).map { Double($0.observed) * (1 + exp($1)) }
    let drawn = Self.draw(evidence, grid, seed: seed)
    let intervals = { (values: [Double], estimate: Double, observed: Int) -> [EstimateInterval] in
      let sorted = values.sorted()
      return levels.map { level in
        EstimateInterval(
          kind: .credible, level: level, lower: sampleQuantile(sorted, 0.5 - level / 2),
          upper: sampleQuantile(sorted, 0.5 + level / 2)
        ).holding(estimate, notBelow: observed)
      }
    }
    estimate = persons.reduce(0, +)
    self.intervals = intervals(
      drawn.indices.map { drawn[$0].reduce(0, +) }, persons.reduce(0, +), evidence.reduce(0) { $0 + $1.observed })
    strata = evidence.indices.map { index in
      Stratum(
        name: evidence[index].name, observed: evidence[index].observed, estimate: persons[index],
        intervals: intervals(drawn.map { $0[index] }, persons[index], evidence[index].observed),
        borrowed: grid.reduce(0) { $0 + $1.weight * (1 - $1.share(of: evidence[index].own)) })
    }
  }

  /// Variances as c / n_s, with c the mean of n_s v_s (a generalised variance function; Wolter 2007, chapter 7).
  ///
  /// The variance that a small group reports for itself is small when its estimate happens to be low; weighted by it,
  /// the mean of the groups would be too low.
  static func smoothed(_ evidence: [Evidence]) -> [Evidence] {
    let terms = evidence.compactMap { group in group.own.map { Double(group.observed) * $0.variance } }
    let constant = terms.reduce(0, +) / Double(max(1, terms.count))
    return evidence.map { group in
      Evidence(
        name: group.name, observed: group.observed,
        own: group.own.map { ($0.logOdds, constant / Double(max(1, group.observed))) })
    }
  }

  /// τ at one quantile of its prior, with its posterior weight and the mean and variance of μ given it.
  private struct GridPoint {
    var spread, weight, mean, variance: Double

    /// How much of θ a group keeps for itself: τ² / (τ² + v).
    func share(of own: (logOdds: Double, variance: Double)?) -> Double {
      own.map { spread * spread / (spread * spread + $0.variance) } ?? 0
    }
  }

  private static func grid(_ known: [(logOdds: Double, variance: Double)]) -> [GridPoint] {
    var points: [GridPoint] = []
    for index in 0..<Self.points {
      let share = (Double(index) + 0.5) / Double(Self.points) * Double.pi / 2
      let spread = sine(share) / cosine(share)
      let precisions = known.map { 1 / ($0.variance + spread * spread) }
      let total = precisions.reduce(0, +)
      let mean = zip(known, precisions).reduce(0) { $0 + $1.0.logOdds * $1.1 } / total
      let logWeight =
        -0.5 * log(total)
        + zip(known, precisions).reduce(0) { sum, item in
          let distance = item.0.logOdds - mean
          return sum + 0.5 * log(item.1) - 0.5 * distance * distance * item.1
        }
      points.append(GridPoint(spread: spread, weight: logWeight, mean: mean, variance: 1 / total))
    }
    let largest = points.map(\.weight).max() ?? 0
    let total = points.reduce(0) { $0 + exp($1.weight - largest) }
    for index in points.indices { points[index].weight = exp(points[index].weight - largest) / total }
    return points
  }

  /// Persons by draw and group.
  private static func draw(_ evidence: [Evidence], _ grid: [GridPoint], seed: UInt64) -> [[Double]] {
    (0..<draws).map { index in
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      var left = generator.uniform()
      let point = grid.first { point in
        left -= point.weight
        return left < 0
      }
      guard let point = point ?? grid.last else { return evidence.map { Double($0.observed) } }
      let mean = point.mean + point.variance.squareRoot() * generator.normal()
      return evidence.map { group in
        let own = point.share(of: group.own)
        let centre = own * (group.own?.logOdds ?? 0) + (1 - own) * mean
        let deviation = point.spread * (1 - own).squareRoot()
        guard group.observed > 0 else { return 0 }
        let logOdds = centre + deviation * generator.normal()
        return Double(group.observed + generator.negativeBinomial(group.observed, logOdds: logOdds))
      }
    }
  }
}
