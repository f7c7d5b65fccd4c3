import Testing

@testable import Estimation

/// Own samplers against the exact distributions: Pearson's chi-square over bins, limit five standard deviations.
struct SamplerTests {
  /// (X² − df) / sqrt(2 df) of draws against probabilities; bins with fewer than ten expected are joined to the next.
  private func excess(_ draws: [Int], _ probability: (Int) -> Double) -> Double {
    let highest = draws.max() ?? 0
    var counts = [Int](repeating: 0, count: highest + 2)
    for draw in draws { counts[draw] += 1 }
    var (statistic, bins, seen, expected, used) = (0.0, 0, 0, 0.0, 0.0)
    for value in 0...highest {
      seen += counts[value]
      expected += probability(value) * Double(draws.count)
      used += probability(value)
      let rest = (1 - used) * Double(draws.count)
      guard expected >= 10, rest >= 10 else { continue }
      statistic += (Double(seen) - expected) * (Double(seen) - expected) / expected
      (bins, seen, expected) = (bins + 1, 0, 0)
    }
    let counted = draws.count
    let last = expected + max(0, 1 - used) * Double(counted)
    statistic += (Double(seen) - last) * (Double(seen) - last) / max(last, 1e-9)
    return (statistic - Double(bins)) / (2 * Double(max(1, bins))).squareRoot()
  }

  @Test(arguments: [(1, 0.2), (3, 0.7), (12, 0.9), (40, 0.5), (300, 0.1)])
  func `negative binomial draws have their exact distribution`(_ size: Int, _ chance: Double) {
    var generator = ReplicateGenerator(seed: 31, replicate: size)
    let draws = (0..<40_000).map { _ in generator.negativeBinomial(size, logOdds: log(chance / (1 - chance))) }
    let n = Double(size)
    #expect(
      excess(draws) { k in
        exp(logGamma(n + Double(k)) - logGamma(n) - logFactorial(k) + Double(k) * log(chance) + n * log(1 - chance))
      } < 5)
  }

  @Test(arguments: [(5, 0.3), (60, 0.08), (60, 0.6), (2000, 0.4)])
  func `binomial draws have their exact distribution`(_ trials: Int, _ chance: Double) {
    var generator = ReplicateGenerator(seed: 32, replicate: trials)
    let draws = (0..<40_000).map { _ in Multinomial.binomial(trials, chance, using: &generator) }
    #expect(
      excess(draws) { k in
        k > trials
          ? 0
          : exp(
            logFactorial(trials) - logFactorial(k) - logFactorial(trials - k) + Double(k) * log(chance)
              + Double(trials - k) * log(1 - chance))
      } < 5)
  }

  @Test(arguments: [0.7, 11, 13, 90, 4000])
  func `Poisson draws have their exact distribution`(_ mean: Double) {
    var generator = ReplicateGenerator(seed: 33, replicate: Int(mean))
    let draws = (0..<40_000).map { _ in generator.poisson(mean) }
    #expect(excess(draws) { exp(Double($0) * log(mean) - mean - logFactorial($0)) } < 5)
  }

  @Test(arguments: [(1.0, 1.0), (0.3, 2.0), (40.0, 7.0), (1.0, 1e6)])
  func `beta draws have the moments of the distribution, also where they are tiny`(_ a: Double, _ b: Double) {
    var generator = ReplicateGenerator(seed: 34, replicate: Int(a + b))
    let draws = (0..<40_000).map { _ in generator.logBetaDraw(a, b) }
    let values = draws.map { exp($0.log) }
    let mean = values.reduce(0, +) / 40_000
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40_000
    let expected = a * b / ((a + b) * (a + b) * (a + b + 1))
    #expect(abs(mean - a / (a + b)) < 4.5 * (expected / 40_000).squareRoot())
    #expect(relativeError(variance, expected) < 0.08)
    #expect(
      draws.allSatisfy { $0.log < 0 && $0.logComplement <= 0 && abs(exp($0.log) + exp($0.logComplement) - 1) < 1e-12 })
  }

  @Test func `a multinomial draw by sticks has the means and covariances of the distribution`() {
    var generator = ReplicateGenerator(seed: 35, replicate: 0)
    let weights = [0.5, 0.3, 0.15, 0.05]
    var counts = [0, 0, 0, 0]
    var sums = [0.0, 0, 0, 0]
    var product = 0.0
    for _ in 0..<20_000 {
      Multinomial.draw(100, weights: weights, using: &generator, into: &counts)
      #expect(counts.reduce(0, +) == 100)
      for index in sums.indices { sums[index] += Double(counts[index]) / 20_000 }
      product += (Double(counts[0]) - 50) * (Double(counts[1]) - 30) / 20_000
    }
    for (sum, weight) in zip(sums, weights) { #expect(abs(sum - 100 * weight) < 0.2) }
    #expect(abs(product + 15) < 1.2)
  }
}
