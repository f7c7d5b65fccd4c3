import Testing

@testable import Estimation

/// Expected values are computed in forty digits by another program (mpmath), unless a closed form stands beside them.
struct NormalDistributionTests {
  @Test(arguments: [
    (-10.0, 7.619853024160525e-24), (-5, 2.866515718791939e-7), (-2, 0.02275013194817921),
    (-1.96, 0.024997895148220435), (-0.5, 0.3085375387259869), (0, 0.5), (0.5, 0.6914624612740131),
    (1, 0.8413447460685429), (3, 0.9986501019683699), (6, 0.9999999990134123),
  ])
  func `the share below a number is right in both tails`(_ x: Double, _ expected: Double) {
    #expect(relativeError(NormalDistribution.cumulative(x), expected) < 1e-14)
  }

  @Test(arguments: [
    (-3.0, 0.0044318484119380075), (0, 0.3989422804014327), (1, 0.24197072451914334), (2.5, 0.017528300493568537),
  ])
  func `the density is that of the bell curve`(_ x: Double, _ expected: Double) {
    #expect(relativeError(NormalDistribution.density(x), expected) < 1e-14)
  }

  @Test(arguments: [
    (1e-100, -21.273453560965326), (1e-20, -9.262340089798407), (0.001, -3.0902323061678136),
    (0.0242, -1.9738394633131993), (0.0243, -1.9720841590292884), (0.1, -1.2815515655446004),
    (0.25, -0.6744897501960817), (0.4999, -2.506628300880351e-4), (0.9, 1.2815515655446004),
  ])
  func `quantiles are right on both sides of where the approximation changes`(_ share: Double, _ expected: Double) {
    #expect(relativeError(NormalDistribution.quantile(share), expected) < 1e-12)
  }

  @Test func `quantiles rise, mirror and undo the distribution`() {
    var previous = -Double.infinity
    for step in 1..<2000 {
      let share = Double(step) / 2000
      let x = NormalDistribution.quantile(share)
      #expect(x > previous && abs(NormalDistribution.cumulative(x) - share) < 1e-15)
      #expect(abs(NormalDistribution.quantile(1 - share) + x) < 1e-13)
      previous = x
    }
    #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1) == -.infinity && NormalDistribution.quantile(1.1) == .infinity)
  }
}

struct IncompleteGammaTests {
  @Test(arguments: [
    (0.5, 0.1, 0.34527915398142295, 0.654720846018577), (0.5, 2, 0.9544997361036416, 0.04550026389635842),
    (1, 1, 0.6321205588285577, 0.36787944117144233), (2.5, 3.4, 0.7640554623054786, 0.2359445376945214),
    (2.5, 3.6, 0.7938140802904441, 0.20618591970955588), (10, 3, 0.0011024881301154798, 0.9988975118698845),
    (10, 30, 0.9999928782491372, 7.121750862815577e-6), (100, 90, 0.15822098918643016, 0.8417790108135699),
    (100, 140, 0.9998389428252874, 1.6105717471255585e-4), (0.01, 1e-5, 0.8963367982671973, 0.1036632017328028),
  ])
  func `both tails have their digits`(_ a: Double, _ x: Double, _ lower: Double, _ upper: Double) {
    #expect(relativeError(IncompleteGamma.lower(a, x), lower) < 2e-13)
    #expect(relativeError(IncompleteGamma.upper(a, x), upper) < 2e-13)
  }

  @Test(arguments: [
    (0.5, 0.95, 1.920729410347063), (0.5, 0.05, 0.001966070000009761), (5, 0.975, 10.241588675403698),
    (5, 0.025, 1.6234863901184204), (1.5, 0.5, 1.182986942187669),
  ])
  func `quantiles are half those of chi-squared with twice the degrees`(_ a: Double, _ p: Double, _ expected: Double) {
    #expect(relativeError(IncompleteGamma.quantile(a, p), expected) < 1e-13)
  }

  @Test(arguments: [1e-12, 1e-6, 0.3, 1 - 1e-6, 1 - 1e-12])
  func `a quantile far in a tail keeps the digits of that tail`(_ p: Double) {
    for a in [0.5, 3, 40] {
      let x = IncompleteGamma.quantile(a, p)
      let error =
        p < 0.5 ? relativeError(IncompleteGamma.lower(a, x), p) : relativeError(IncompleteGamma.upper(a, x), 1 - p)
      #expect(error < 1e-10)
    }
  }

  @Test func `nothing lies below nought and all below infinity`() {
    #expect(IncompleteGamma.lower(2, 0) == 0 && IncompleteGamma.upper(2, 0) == 1)
    #expect(IncompleteGamma.lower(2, -1) == 0 && IncompleteGamma.upper(2, -1) == 1)
    #expect(IncompleteGamma.quantile(3, 0) == 0 && IncompleteGamma.quantile(3, 1) == .infinity)
  }

  @Test func `the tails are those of counts of events`() {
    // P(X < k) for X Poisson(x) is Q(k, x): summed term by term.
    for k in 1...30 {
      for x in [0.3, 4, 25] {
        var term = exp(-x)
        var sum = 0.0
        for j in 0..<k {
          sum += term
          term *= x / Double(j + 1)
        }
        #expect(relativeError(IncompleteGamma.upper(Double(k), x), sum) < 1e-13)
      }
    }
  }
}

struct IncompleteBetaTests {
  @Test(arguments: [
    (0.3, 2, 5, 0.579825), (0.5, 0.5, 0.5, 0.5), (0.9, 10, 3, 0.889130022255), (0.01, 1.5, 80, 0.34356818202982203),
    (0.999, 50, 0.7, 0.8677917920369153), (0.62, 30, 20, 0.6062821728711946),
  ])
  func `values have their digits, and mirror`(_ x: Double, _ a: Double, _ b: Double, _ expected: Double) {
    #expect(relativeError(IncompleteBeta.regularised(x, a, b), expected) < 1e-13)
    #expect(abs(IncompleteBeta.regularised(1 - x, b, a) - (1 - expected)) < 1e-13)
    #expect(relativeError(IncompleteBeta.quantile(expected, a, b), x) < 1e-12)
  }

  @Test func `whole parameters give the tail of the binomial distribution`() {
    // P(X >= 3) for X binomial(7, 0.4), by hand: 1 − 0.6^7 − 7 0.4 0.6^6 − 21 0.4² 0.6^5.
    #expect(abs(IncompleteBeta.regularised(0.4, 3, 5) - 0.580096) < 1e-15)
  }

  @Test func `outside nought and one there is nothing, or all`() {
    #expect(IncompleteBeta.regularised(0, 2, 3) == 0 && IncompleteBeta.regularised(1, 2, 3) == 1)
    #expect(IncompleteBeta.regularised(-1, 2, 3) == 0 && IncompleteBeta.regularised(2, 2, 3) == 1)
    // I_x(1, b) = 1 − (1 − x)^b, of which the quantile is a root.
    #expect(relativeError(IncompleteBeta.quantile(0.3, 1, 4), 1 - 0.7.squareRoot().squareRoot()) < 1e-14)
  }
}

struct PoissonTailTests {
  @Test(arguments: [
    (1, 0.001, -6.908255237315471), (2, 1.9, -0.5687178286688354), (2, 2.1, -0.4774149091946385),
    (10, 10.0, -0.6123596078537547), (1000, 900, -7.5057699942338925), (1000, 1100, -6.746290922434927),
    (0, 0.5, -0.5), (40, 0.01, -294.53720322351006),
  ])
  func `the smaller tail has its digits, near the median too`(_ observed: Int, _ mean: Double, _ expected: Double) {
    #expect(relativeError(PoissonTail.logSmaller(observed: observed, mean: mean), expected) < 1e-13)
  }

  @Test func `it is the smaller of two sums, for every count and mean`() {
    for mean in [0.05, 0.7, 1.5, 3, 8.3, 20] {
      let points = (0..<120).map { exp(Double($0) * log(mean) - mean - logGamma(Double($0) + 1)) }
      for observed in 0..<40 {
        let smaller = min(points[...observed].reduce(0, +), points[observed...].reduce(0, +))
        let value = exp(PoissonTail.logSmaller(observed: observed, mean: mean))
        #expect(relativeError(value, smaller) < 1e-12, "\(observed) \(mean)")
      }
    }
  }

  @Test func `a mean of nought allows nobody`() {
    #expect(PoissonTail.logSmaller(observed: 0, mean: 0) == 0)
    #expect(PoissonTail.logSmaller(observed: 1, mean: 0) == -.infinity)
  }
}

struct SampleQuantileTests {
  // R: quantile(c(1, 4, 9, 16), p, type = 8).
  @Test(arguments: [
    (0.0, 1.0), (0.1, 1), (0.15384615384615385, 1), (0.25, 2.25), (0.5, 6.5), (0.6, 8.666666666666667),
    (0.75, 13.083333333333334), (0.9, 16), (1, 16),
  ])
  func `quantiles are linear between ranks, and the extremes outside`(_ share: Double, _ expected: Double) {
    #expect(abs(sampleQuantile([1, 4, 9, 16], share) - expected) < 1e-12)
  }

  @Test func `quantiles rise with the share and stay within the sample`() {
    let sample = [-3.0, -1, 0, 0, 2, 7, .infinity]
    var previous = -Double.infinity
    for step in 0...200 {
      let value = sampleQuantile(sample, Double(step) / 200)
      #expect(value >= previous && value >= -3)
      previous = value
    }
    #expect(previous == .infinity)
  }

  @Test func `nothing has no quantile and one number is all of them`() {
    #expect(sampleQuantile([], 0.5).isNaN)
    #expect([0, 0.3, 0.5, 1].allSatisfy { sampleQuantile([5], $0) == 5 })
    // h is 4 at 11/13, where the largest of four begins; rounding may put it on either side.
    for share in [(11.0 / 13).nextDown, 11.0 / 13, (11.0 / 13).nextUp] {
      #expect(abs(sampleQuantile([1, 4, 9, 16], share) - 16) < 1e-12)
    }
    // Between two infinite replicates lies infinity, not a difference of infinities.
    #expect(sampleQuantile([1, .infinity, .infinity], 0.7) == .infinity)
  }
}

struct MathematicsTests {
  @Test(arguments: [
    (0, 0.0), (1, 0), (2, 0.6931471805599453), (5, 4.787491742782046), (20, 42.335616460753485),
    (1023, 6071.28041294445), (1024, 6078.211884750051), (100_000, 1_051_299.2218991218),
  ])
  func `logarithms of factorials are right in the table and beyond it`(_ n: Int, _ expected: Double) {
    #expect(abs(logFactorial(n) - expected) <= 1e-14 * expected)
  }

  @Test func `the elementary functions are those of their names`() {
    #expect(abs(exp(1.0) - 2.718281828459045) < 1e-15 && log(8.0) / log(2.0) == 3)
    #expect(log1p(1e-18) == 1e-18 && expm1(1e-18) == 1e-18)
    #expect(abs(sine(Double.pi / 6) - 0.5) < 1e-15 && abs(cosine(Double.pi / 3) - 0.5) < 1e-15)
    #expect(power(2, 0.5) == 2.0.squareRoot() && complementaryErrorFunction(0) == 1)
    #expect(relativeError(logGamma(0.5), log(Double.pi) / 2) < 1e-15)
  }
}
