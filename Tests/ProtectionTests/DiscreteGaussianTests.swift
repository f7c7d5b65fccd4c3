import Foundation
import Invented
import Testing

@testable import Protection

@Suite struct `Discrete Gaussian noise` {
  /// Words in the order given.
  private struct Words: RandomNumberGenerator {
    var words: [UInt64]
    mutating func next() -> UInt64 { words.removeFirst() }
  }

  @Test func `takes so many bits as a bound has, and again until they are below it`() {
    var words = Words(words: [7, 13, 6 + 8 * 9, 4 + 8, 1, 0, .max, 3])
    #expect(DiscreteGaussian.below(5, &words) == 4)
    #expect(DiscreteGaussian.below(1, &words) == 0)
    let wide = UInt128(UInt64.max) + 2
    #expect(DiscreteGaussian.below(wide, &words) == UInt128(1) << 64 && words.words == [3])
  }

  /// By the formula, with the exponentials of the system.
  private func exact(_ sixteenths: Int, upTo limit: Int) -> [Double] {
    let variance = Double(sixteenths) / 16
    let weights = (-400...400).map { Foundation.exp(-Double($0 * $0) / (2 * variance)) }
    let sum = weights.reduce(0, +)
    return (0...limit).map { Foundation.exp(-Double($0 * $0) / (2 * variance)) / sum }
  }

  @Test(arguments: [1, 16, 40, 144, 1_600])
  func `is given out with the chances of the formula`(_ sixteenths: Int) {
    let noise = DiscreteGaussian(sixteenths: sixteenths)
    let (own, exact) = (noise.probabilities, exact(sixteenths, upTo: 12))
    for (number, chance) in exact.enumerated() where chance > 1e-15 {
      #expect(abs(own[number] - chance) <= 1e-12 * chance, "P(\(number))")
    }
    #expect(abs(noise.tail(from: 3) - (1 - exact[0] - 2 * exact[1] - 2 * exact[2]) / 2) < 1e-12)
    #expect(abs(noise.tail(from: -2) + noise.tail(from: 3) - 1) < 1e-12)
  }

  /// χ² of 200,000 draws over the whole numbers that are expected ten times or more; the bound is passed once in 10⁵ seeds.
  @Test(arguments: [1, 5, 16, 40, 144, 1_600])
  func `is drawn with those chances`(_ sixteenths: Int) {
    let noise = DiscreteGaussian(sixteenths: sixteenths)
    let (chances, draws) = (noise.probabilities, 200_000)
    var generator = SplitMix(seed: UInt64(sixteenths))
    var counts: [Int: Int] = [:]
    for _ in 0..<draws { counts[noise.draw(using: &generator), default: 0] += 1 }
    var (square, cells, rest, seen) = (0.0, 0, 1.0, 0)
    for number in -200...200 where abs(number) < chances.count && chances[abs(number)] * Double(draws) >= 10 {
      let (expected, count) = (chances[abs(number)] * Double(draws), counts[number] ?? 0)
      square += (Double(count) - expected) * (Double(count) - expected) / expected
      (cells, rest, seen) = (cells + 1, rest - chances[abs(number)], seen + count)
    }
    // Wilson and Hilferty 1931, at 4.27 standard deviations.
    let freedom = Double(max(1, cells - 1))
    let bound = freedom * pow(1 - 2 / (9 * freedom) + 4.27 * (2 / (9 * freedom)).squareRoot(), 3)
    #expect(square < bound, "\(square) of \(cells) cells")
    #expect(abs(Double(draws - seen) - rest * Double(draws)) < 60)
  }

  @Test(arguments: [(1, 2), (3, 2), (7, 1), (1, 1_000)])
  func `rests on events of an exact exponential chance`(_ numerator: Int, _ denominator: Int) {
    var generator = SplitMix(seed: 3)
    let draws = 200_000
    let happened = (0..<draws).count { _ in
      DiscreteGaussian.happens(exp: numerator, over: denominator, &generator)
    }
    let chance = Foundation.exp(-Double(numerator) / Double(denominator))
    let deviation = (Double(draws) * chance * (1 - chance)).squareRoot()
    #expect(abs(Double(happened) - Double(draws) * chance) < 4.5 * deviation + 1)
  }

  @Test func `is the same for the same seed, and drawn at its largest variance`() {
    let largest = DiscreteGaussian(sixteenths: DiscreteGaussian.largestVariance)
    func draws() -> [Int] {
      var generator = SplitMix(seed: 1)
      return (0..<2_000).map { _ in largest.draw(using: &generator) }
    }
    let numbers = draws()
    #expect(numbers == draws())
    let variance = numbers.reduce(0.0) { $0 + Double($1 * $1) } / Double(numbers.count)
    #expect(abs(variance / 1_000_000 - 1) < 0.15)
  }
}

@Suite struct `What noise costs` {
  /// Bun and Steinke 2016, proposition 1.3: ρ = 0.5 and δ = 10⁻⁶ make ε = 0.5 + 2√(0.5 · ln 10⁶).
  @Test func `is told by the formula of Bun and Steinke`() {
    let budget = ZeroConcentratedBudget(millionths: 500_000)
    #expect(abs(budget.simpleEpsilon(delta: 1e-6) - 5.7565) < 0.0005)
  }

  /// The minimum over a grid of 14,000 orders, worked out apart: 5.2215, 17.1583 and 2.3873.
  @Test(arguments: [(500_000, 1e-6, 5.23), (2_560_000, 1e-10, 17.16), (70_000, 1e-10, 2.39)])
  func `is told by the tighter formula of Canonne, Kamath and Steinke`(
    _ millionths: Int, _ delta: Double, _ epsilon: Double
  ) {
    #expect(abs(ZeroConcentratedBudget(millionths: millionths).epsilon(delta: delta) - epsilon) < 1e-9)
  }

  @Test(arguments: [1_000, 50_000, 500_000, 3_000_000], [1e-10, 1e-6, 1e-3])
  func `is at most that, and enough for the Gaussian`(_ millionths: Int, _ delta: Double) {
    let budget = ZeroConcentratedBudget(millionths: millionths)
    let epsilon = budget.epsilon(delta: delta)
    #expect(epsilon <= budget.simpleEpsilon(delta: delta) + 0.01)
    // Balle and Wang 2018: δ = Φ(μ/2 − ε/μ) − e^ε Φ(−μ/2 − ε/μ) with μ = √(2ρ), for what Gaussian noise does.
    let mu = (2 * budget.rho).squareRoot()
    func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
    #expect(normal(mu / 2 - epsilon / mu) - exp(epsilon) * normal(-mu / 2 - epsilon / mu) <= delta)
  }

  @Test func `is never more than the budget, whatever was rounded`() throws {
    let domain = MarginalDomain(sizes: [3, 4, 2, 5], order: 3)
    for millionths in [1_000, 123_457, 500_000, 2_000_001] {
      for records in 1...3 {
        let budget = ZeroConcentratedBudget(millionths: millionths)
        let noise = try #require(NoisyMarginals.noise(in: domain, budget: budget, recordsPerPerson: records))
        let cost = noise.reduce(0.0) { $0 + Double(records * records) / (2 * $1.variance) }
        #expect(cost <= budget.rho * (1 + 1e-12) && cost > budget.rho * 0.8)
      }
    }
  }
}
