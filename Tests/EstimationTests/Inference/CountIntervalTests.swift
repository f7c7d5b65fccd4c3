import Testing

@testable import Estimation

struct CountIntervalTests {
  @Test(arguments: [0.5, 0.8, 0.95, 0.998])
  func `the exact limit of nobody is where the chance of nobody is the tail`(_ level: Double) {
    let tail = (1 - level) / 2
    let limits = CountInterval.exact(0, level: level)
    #expect(limits.lower == 0 && relativeError(limits.upper, -log(tail)) < 1e-12)
    // Of n, nobody: (1 − p)^n = tail; everybody is the mirror image.
    let none = ShareInterval.exact(0, of: 7, level: level)
    let all = ShareInterval.exact(7, of: 7, level: level)
    #expect(none.lower == 0 && relativeError(none.upper, 1 - power(tail, 1.0 / 7)) < 1e-12)
    #expect(all.upper == 1 && relativeError(all.lower, power(tail, 1.0 / 7)) < 1e-12)
  }

  @Test(arguments: [1, 2, 5, 17, 60])
  func `the tails of the exact Poisson limits, summed term by term, are half of what is left`(_ count: Int) {
    let limits = CountInterval.exact(count, level: 0.9)
    let below = { (k: Int, mean: Double) in
      (0...k).reduce(0.0) { $0 + exp(Double($1) * log(mean) - mean - logFactorial($1)) }
    }
    #expect(abs(1 - below(count - 1, limits.lower) - 0.05) < 1e-11)
    #expect(abs(below(count, limits.upper) - 0.05) < 1e-11)
  }

  @Test(arguments: [(1, 9), (4, 9), (8, 9), (3, 40)])
  func `the tails of the exact limits of a share are half of what is left`(_ count: Int, _ total: Int) {
    let limits = ShareInterval.exact(count, of: total, level: 0.9)
    let below = { (k: Int, p: Double) in
      (0...k).reduce(0.0) { sum, i in
        sum
          + exp(
            logFactorial(total) - logFactorial(i) - logFactorial(total - i) + Double(i) * log(p)
              + Double(total - i) * log(1 - p))
      }
    }
    #expect(abs(1 - below(count - 1, limits.lower) - 0.05) < 1e-11)
    #expect(abs(below(count, limits.upper) - 0.05) < 1e-11)
  }

  @Test(arguments: [(1, 9, 0.95), (4, 9, 0.8), (8, 9, 0.95), (244, 1334, 0.99)])
  func `at Wilson's limits the share lies z standard deviations away`(_ count: Int, _ total: Int, _ level: Double) {
    let limits = ShareInterval.wilson(count, of: total, level: level)
    let z = NormalDistribution.quantile(0.5 + level / 2)
    let share = Double(count) / Double(total)
    for p in [limits.lower, limits.upper] {
      #expect(relativeError(abs(share - p), z * (p * (1 - p) / Double(total)).squareRoot()) < 1e-11)
    }
    #expect(limits.lower < share && share < limits.upper)
  }

  @Test func `Wilson's limits are exactly 0 and 1 at the ends, and mirror each other`() {
    #expect(ShareInterval.wilson(0, of: 5, level: 0.95).lower == 0)
    #expect(ShareInterval.wilson(5, of: 5, level: 0.95).upper == 1)
    for count in 0...5 {
      let (one, other) = (
        ShareInterval.wilson(count, of: 5, level: 0.95), ShareInterval.wilson(5 - count, of: 5, level: 0.95)
      )
      #expect(abs(one.lower - (1 - other.upper)) < 1e-14)
    }
  }

  @Test func `of nothing any share may be true`() {
    #expect(ShareInterval.wilson(0, of: 0, level: 0.95) == Limits(lower: 0, upper: 1))
    #expect(ShareInterval.exact(0, of: 0, level: 0.95) == Limits(lower: 0, upper: 1))
  }

  /// Summed over all counts, so the claim is checked and not sampled.
  @Test(arguments: [0.7, 3.2, 11, 40])
  func `exact Poisson intervals hold the rate at least as often as they say`(_ mean: Double) {
    var held = 0.0
    for count in 0...150 {
      let limits = CountInterval.exact(count, level: 0.8)
      if limits.lower <= mean, mean <= limits.upper {
        held += exp(Double(count) * log(mean) - mean - logFactorial(count))
      }
    }
    #expect(held >= 0.8 && held < 0.98)
  }

  @Test(arguments: [0.03, 0.2, 0.5])
  func `exact intervals of a share hold it at least as often as they say, Wilson's about as often`(_ p: Double) {
    var held = (exact: 0.0, wilson: 0.0)
    for count in 0...60 {
      let mass = exp(
        logFactorial(60) - logFactorial(count) - logFactorial(60 - count) + Double(count) * log(p)
          + Double(60 - count) * log(1 - p))
      let exact = ShareInterval.exact(count, of: 60, level: 0.9)
      let wilson = ShareInterval.wilson(count, of: 60, level: 0.9)
      if exact.lower <= p, p <= exact.upper { held.exact += mass }
      if wilson.lower <= p, p <= wilson.upper { held.wilson += mass }
    }
    #expect(held.exact >= 0.9 && abs(held.wilson - 0.9) < 0.05, "\(held)")
  }
}
