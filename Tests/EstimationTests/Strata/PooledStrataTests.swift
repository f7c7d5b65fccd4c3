import Testing

@testable import Estimation

struct PooledStrataTests {
  private static let own: [(logOdds: Double, variance: Double)] = [(0.2, 0.04), (1.1, 0.09), (0.6, 0.02), (-0.3, 0.16)]
  private static let evidence = own.enumerated().map {
    PooledStrata.Evidence(name: "\($0)", observed: 100 + 50 * $0, own: $1)
  }

  /// E of something over τ ~ half-Cauchy(0, 1), with μ integrated out, by the midpoint rule on u = (2/π) atan τ.
  private func mean(_ value: (Double) -> Double) -> Double {
    var (sum, total) = (0.0, 0.0)
    for index in 0..<20_000 {
      let angle = (Double(index) + 0.5) / 20_000 * Double.pi / 2
      let tau = sine(angle) / cosine(angle)
      var (precision, weighted, squares, logs) = (0.0, 0.0, 0.0, 0.0)
      for (y, v) in Self.own {
        let w = 1 / (v + tau * tau)
        (precision, weighted, squares, logs) = (precision + w, weighted + w * y, squares + w * y * y, logs + log(w))
      }
      let weight = exp(0.5 * (logs - log(precision) - squares + weighted * weighted / precision))
      (sum, total) = (sum + weight * value(tau), total + weight)
    }
    return sum / total
  }

  private func centre(_ tau: Double) -> Double {
    let weights = Self.own.map { 1 / ($0.variance + tau * tau) }
    return zip(Self.own, weights).reduce(0) { $0 + $1.0.logOdds * $1.1 } / weights.reduce(0, +)
  }

  @Test func `mean, spread, estimates and what is borrowed are their integrals over the prior`() throws {
    let pooled = try #require(PooledStrata(Self.evidence, levels: [0.95], seed: 1, smoothing: false))
    #expect(abs(pooled.mean - mean(centre)) < 1e-6 && relativeError(pooled.spread, mean { $0 }) < 1e-5)
    for (index, stratum) in pooled.strata.enumerated() {
      let (y, v) = Self.own[index]
      let theta = mean { tau in (tau * tau * y + v * centre(tau)) / (tau * tau + v) }
      #expect(relativeError(stratum.estimate, Double(100 + 50 * index) * (1 + exp(theta))) < 1e-6)
      #expect(relativeError(stratum.borrowed, mean { v / ($0 * $0 + v) }) < 1e-6)
    }
    #expect(relativeError(pooled.estimate, pooled.strata.reduce(0) { $0 + $1.estimate }) < 1e-14)
  }

  @Test func `intervals hold the estimates, widen with the level and hang on the seed alone`() throws {
    let pooled = try #require(PooledStrata(Self.evidence, levels: [0.8, 0.95], seed: 1))
    for stratum in pooled.strata {
      let (narrow, wide) = (stratum.intervals[0], stratum.intervals[1])
      #expect(wide.lower < narrow.lower && narrow.lower < stratum.estimate && stratum.estimate < narrow.upper)
      #expect(narrow.upper < wide.upper && wide.lower >= Double(stratum.observed) && wide.kind == .credible)
    }
    #expect(pooled.intervals[1].lower > pooled.strata.reduce(0) { $0 + $1.intervals[1].lower })
    #expect(PooledStrata(Self.evidence, levels: [0.8, 0.95], seed: 1) == pooled)
    #expect(PooledStrata(Self.evidence, levels: [0.8, 0.95], seed: 2)?.intervals != pooled.intervals)
  }

  @Test func `the interval of a group that keeps to itself is that of its own error and of counting`() throws {
    // Groups this far apart borrow nothing: log odds y ± sd, and a negative binomial on top.
    let far = [-6.0, 0, 6].enumerated().map { index, y in
      PooledStrata.Evidence(name: "\(index)", observed: 10_000, own: (y, 0.01))
    }
    let pooled = try #require(PooledStrata(far, levels: [0.95], seed: 3, smoothing: false))
    let middle = pooled.strata[1]
    #expect(middle.borrowed < 0.001 && relativeError(middle.estimate, 20_000) < 0.001)
    let half = 1.96 * (0.01 + 2 / 10_000.0).squareRoot()
    #expect(abs(log((middle.intervals[0].upper - 10_000) / 10_000) - half) < 0.01)
    #expect(abs(log((middle.intervals[0].lower - 10_000) / 10_000) + half) < 0.01)
  }

  @Test func `groups that say the same have narrower limits together than each by itself`() throws {
    // So many persons that only the error of the log odds, 0.2 for a group by itself, is left.
    let same = (0..<8).map { PooledStrata.Evidence(name: "\($0)", observed: 1_000_000, own: (0.7, 0.04)) }
    let pooled = try #require(PooledStrata(same, levels: [0.95], seed: 5, smoothing: false))
    for stratum in pooled.strata {
      let limits = [stratum.intervals[0].lower, stratum.intervals[0].upper].map { log($0 / 1e6 - 1) }
      #expect(limits[1] - limits[0] < 0.9 * 2 * 1.96 * 0.2 && limits[1] - limits[0] > 2 * 1.96 * 0.2 / 8.0.squareRoot())
    }
  }

  @Test func `variances are smoothed to a constant over the persons seen`() {
    // Mean of 100 · 0.04 and 300 · 0.02 is 5.
    let smooth = PooledStrata.smoothed([
      .init(name: "a", observed: 100, own: (0.1, 0.04)), .init(name: "b", observed: 300, own: (0.2, 0.02)),
      .init(name: "c", observed: 7, own: nil),
    ])
    #expect(
      abs((smooth[0].own?.variance ?? 0) - 0.05) < 1e-15 && abs((smooth[1].own?.variance ?? 0) - 5.0 / 300) < 1e-15)
    #expect(smooth[0].own?.logOdds == 0.1 && smooth[2].own == nil && smooth.map(\.name) == ["a", "b", "c"])
  }

  @Test func `a bootstrap says its log odds and the variance its 95% are worth`() throws {
    // Replicates n + 100 exp(z): the width of 95% of log(replicate − n) is that of z.
    let replicates = (1...999).map { 200 + 100 * exp(0.3 * NormalDistribution.quantile(Double($0) / 1000)) }
    let bootstrap = Bootstrap(estimate: 300, replicates: replicates, jackknife: [])
    let own = try #require(PooledStrata.Evidence(name: "a", observed: 200, bootstrap: bootstrap).own)
    #expect(abs(own.logOdds - log(0.5)) < 1e-14 && relativeError(own.variance, 0.09) < 0.02)
    #expect(PooledStrata.Evidence(name: "a", observed: 200, bootstrap: nil).own == nil)
    for estimate in [200, Double.infinity] {
      let none = Bootstrap(estimate: estimate, replicates: replicates, jackknife: [])
      #expect(PooledStrata.Evidence(name: "a", observed: 200, bootstrap: none).own == nil)
    }
    let open = Bootstrap(estimate: 300, replicates: replicates.map { $0 > 305 ? nil : $0 }, jackknife: [])
    #expect(PooledStrata.Evidence(name: "a", observed: 200, bootstrap: open).own == nil)
  }

  @Test func `a group without evidence takes the mean, and one without persons has none`() throws {
    let with = Self.evidence + [.init(name: "x", observed: 40, own: nil), .init(name: "y", observed: 0, own: nil)]
    let pooled = try #require(PooledStrata(with, levels: [0.95], seed: 1, smoothing: false))
    #expect(abs(pooled.strata[4].borrowed - 1) < 1e-12)
    #expect(relativeError(pooled.strata[4].estimate, 40 * (1 + exp(pooled.mean))) < 1e-12)
    #expect(pooled.strata[5].estimate == 0 && pooled.strata[5].intervals[0].upper == 0)
    #expect(PooledStrata([], levels: [0.95], seed: 1) == nil)
  }
}
