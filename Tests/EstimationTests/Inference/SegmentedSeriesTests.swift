import Testing

@testable import Estimation

struct SegmentedSeriesTests {
  private static let broken = 14
  private static let counts = [
    22, 25, 31, 30, 28, 24, 19, 17, 15, 18, 20, 24, 25, 12, 15, 16, 14, 11, 9, 8, 7, 10, 11, 13, 14, 17, 19,
  ]

  /// The design of the documentation, written out once more.
  private static let design = (1...27).map { month -> [Double] in
    let t = Double(month)
    let post = month >= 14 ? 1.0 : 0
    return [1, t, post, post * (t - 14), sine(.pi * t / 6), cosine(.pi * t / 6)]
  }

  private let series = SegmentedSeries(Self.counts, breakAt: Self.broken)

  @Test func `the gradient is zero at the fit and the means are those of the formula`() throws {
    let fit = try #require(series)
    for column in 0..<6 {
      let gradient = zip(Self.design, zip(Self.counts, fit.means)).reduce(0) {
        $0 + $1.0[column] * (Double($1.1.0) - $1.1.1)
      }
      #expect(abs(gradient) < 1e-7, "\(column)")
    }
    for (row, mean) in zip(Self.design, fit.means) {
      #expect(relativeError(exp(zip(row, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 }), mean) < 1e-12)
    }
  }

  @Test func `errors are the roots of the inverse information, dispersion is Pearson's`() throws {
    let fit = try #require(series)
    let covariance = try #require(SymmetricMatrix.inverse(Self.information(fit)))
    for index in 0..<6 {
      #expect(relativeError(fit.standardErrors[index], covariance[index][index].squareRoot()) < 1e-8)
    }
    let pearson = zip(Self.counts, fit.means).reduce(0) { $0 + power(Double($1.0) - $1.1, 2) / $1.1 } / 21
    #expect(relativeError(fit.dispersion, pearson) < 1e-12)
  }

  @Test func `Newey and West's errors are those of the sandwich, multiplied out as matrices`() throws {
    let fit = try #require(series)
    let covariance = try #require(SymmetricMatrix.inverse(Self.information(fit)))
    let scores = Self.design.indices.map { t in Self.design[t].map { $0 * (Double(Self.counts[t]) - fit.means[t]) } }
    // floor(4 (27 / 100)^(2/9)) = floor(2.99) = 2.
    var middle = [[Double]](repeating: [Double](repeating: 0, count: 6), count: 6)
    for s in scores.indices {
      for t in scores.indices where abs(s - t) <= 2 {
        let weight = 1 - Double(abs(s - t)) / 3
        for i in 0..<6 { for j in 0..<6 { middle[i][j] += weight * scores[s][i] * scores[t][j] } }
      }
    }
    let product = { (a: [[Double]], b: [[Double]]) in
      (0..<6).map { i in (0..<6).map { j in (0..<6).reduce(0) { $0 + a[i][$1] * b[$1][j] } } }
    }
    let sandwich = product(product(covariance, middle), covariance)
    for index in 0..<6 {
      #expect(relativeError(fit.neweyWestErrors[index], max(0, sandwich[index][index]).squareRoot()) < 1e-6)
    }
  }

  @Test func `the step is the exponent of its coefficient, its probability that of the larger error`() throws {
    let fit = try #require(series)
    let error = max(fit.standardErrors[2] * max(1, fit.dispersion).squareRoot(), fit.neweyWestErrors[2])
    let step = fit.step(level: 0.9)
    #expect(step.ratio == exp(fit.coefficients[2]))
    #expect(relativeError(log(step.limits.upper / step.ratio), 1.6448536269514722 * error) < 1e-10)
    #expect(relativeError(log(step.ratio / step.limits.lower), 1.6448536269514722 * error) < 1e-10)
    let z = abs(fit.coefficients[2]) / error
    #expect(relativeError(step.probability, 2 * NormalDistribution.cumulative(-z)) < 1e-12)
    #expect(step.probability > 0 && step.probability < 0.2)
    #expect(fit.trend().ratio == exp(fit.coefficients[1]) && fit.turn().ratio == exp(fit.coefficients[3]))
  }

  @Test func `counts that vary more than by chance widen the step, counts that vary less do not narrow it`() throws {
    let noisy = try #require(SegmentedSeries(Self.counts.enumerated().map { $1 * ($0 % 2 == 0 ? 3 : 1) }, breakAt: 14))
    #expect(noisy.dispersion > 1)
    let error = { (fit: SegmentedSeries) in log(fit.step().limits.upper / fit.step().ratio) / 1.9599639845400545 }
    let scaled = noisy.standardErrors[2] * noisy.dispersion.squareRoot()
    #expect(relativeError(error(noisy), max(scaled, noisy.neweyWestErrors[2])) < 1e-9)
    let calm = try #require(series)
    #expect(calm.dispersion < 1)
    #expect(relativeError(error(calm), max(calm.standardErrors[2], calm.neweyWestErrors[2])) < 1e-9)
  }

  @Test(arguments: [(8, 4), (27, 1), (27, 27), (27, 30)])
  func `a series that is short, or broken at its ends, has no fit`(_ months: Int, _ breakAt: Int) {
    #expect(SegmentedSeries(Array(Self.counts.prefix(months)), breakAt: breakAt) == nil)
  }

  private static func information(_ fit: SegmentedSeries) -> [[Double]] {
    (0..<6).map { i in
      (0..<6).map { j in zip(design, fit.means).reduce(0) { $0 + $1.0[i] * $1.0[j] * $1.1 } }
    }
  }
}
