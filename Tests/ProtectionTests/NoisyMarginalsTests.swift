import Foundation
import Invented
import Testing

@testable import Protection

@Suite struct `Records from noisy margins` {
  /// 1,200 people in 5 years, 3 sexes, 7 ages and 6 forms, unevenly; the fourth form does not exist before the third year.
  private static let sizes = [5, 3, 7, 6]
  private static func domain(order: Int = 3) -> MarginalDomain {
    MarginalDomain(sizes: sizes, order: order) { !($0[0] < 2 && $0[3] == 3) }
  }

  private static func register(seed: UInt64, people: Int = 1_200) -> [Int] {
    var generator = SplitMix(seed: seed)
    let domain = domain()
    var table = [Int](repeating: 0, count: domain.cellCount)
    var left = people
    while left > 0 {
      let form = min(5, Int.random(in: 0...7, using: &generator) * Int.random(in: 0...7, using: &generator) / 8)
      let sex = form < 2 ? min(1, Int.random(in: 0...3, using: &generator)) : Int.random(in: 0...1, using: &generator)
      let age = min(6, form + Int.random(in: 0...3, using: &generator) * Int.random(in: 0...1, using: &generator))
      let cell = domain.cell(of: [Int.random(in: 0..<5, using: &generator), sex, age, form])
      if domain.isPossible[cell] { (table[cell], left) = (table[cell] + 1, left - 1) }
    }
    return table
  }

  private static func noisy(_ table: [Int], rho: Int = 500_000, seed: UInt64 = 1, order: Int = 3) throws
    -> NoisyMarginals
  {
    var generator = SplitMix(seed: seed)
    return try #require(
      NoisyMarginals(
        of: table, in: domain(order: order), budget: ZeroConcentratedBudget(millionths: rho), recordsPerPerson: 1,
        using: &generator))
  }

  @Test func `numbers and sums of a domain fit each other`() {
    let domain = Self.domain()
    for cell in 0..<domain.cellCount { #expect(domain.cell(of: domain.categories(of: cell)) == cell) }
    #expect(domain.margins.count == 4 + 6 + 4)
    let table = Self.register(seed: 1)
    for margin in domain.marginals(of: table) { #expect(margin.reduce(0, +) == 1_200) }
  }

  @Test(arguments: 1...8)
  func `are nowhere where nobody can be, nor where no margin has support`(_ seed: Int) throws {
    let noisy = try Self.noisy(Self.register(seed: UInt64(seed)), seed: UInt64(seed))
    let fitted = FittedTable(noisy)
    let domain = noisy.domain
    for (cell, count) in fitted.records.enumerated() where count != 0 {
      #expect(count > 0 && domain.isPossible[cell])
      for margin in noisy.longest {
        #expect(noisy.counts[margin][Int(domain.places[margin][cell])] >= noisy.threshold)
      }
    }
    for margin in domain.margins.indices {
      for cell in noisy.counts[margin].indices where !domain.isPossibleInMargin[margin][cell] {
        #expect(noisy.counts[margin][cell] == 0)
      }
    }
    #expect(fitted.records.reduce(0, +) == Int(fitted.total.rounded()))
    #expect(FittedTable(noisy) == fitted)
  }

  /// Every margin is one of the same records; a fit without noise gives the margins back.
  @Test func `fit margins without noise`() throws {
    let table = Self.register(seed: 5)
    let noisy = try Self.noisy(table, rho: 99_000_000)
    let fitted = FittedTable(noisy)
    let (truth, own) = (noisy.domain.marginals(of: table), noisy.domain.marginals(of: fitted.records))
    for margin in noisy.longest {
      let errors = zip(truth[margin], own[margin]).map { abs($0 - $1) }
      #expect(Double(errors.reduce(0, +)) / Double(errors.count) < 0.5)
    }
  }

  /// Three quarters of the error of independent noise on the full cross or less, and no more combinations invented than is said.
  @Test func `are nearer to the register than noise on every cell`() throws {
    var (ours, others, invented, bound) = (0.0, 0.0, 0, 0.0)
    for seed in 1...6 {
      let table = Self.register(seed: UInt64(seed))
      let noisy = try Self.noisy(table, seed: UInt64(seed))
      let domain = noisy.domain
      let records = domain.marginals(of: FittedTable(noisy).records)
      let baseline = domain.marginals(of: Self.baseline(table, domain, seed: UInt64(seed)))
      let truth = domain.marginals(of: table)
      for margin in noisy.longest {
        for cell in truth[margin].indices {
          ours += abs(Double(records[margin][cell] - truth[margin][cell]))
          others += abs(Double(baseline[margin][cell] - truth[margin][cell]))
          if records[margin][cell] > 0, truth[margin][cell] == 0 { invented += 1 }
        }
      }
      bound += noisy.inventedBound
    }
    #expect(ours < 0.75 * others, "\(ours) against \(others)")
    #expect(Double(invented) <= bound + 3 * bound.squareRoot(), "\(invented) invented, at most \(bound) expected")
  }

  /// Two-sided geometric noise with α = e^−1, nought below: ε = 1, and so ρ = 0.5 (Bun and Steinke 2016, proposition 1.4).
  private static func baseline(_ table: [Int], _ domain: MarginalDomain, seed: UInt64) -> [Int] {
    var generator = SplitMix(seed: seed)
    return table.indices.map { cell in
      guard domain.isPossible[cell] else { return 0 }
      func geometric() -> Int {
        var count = 0
        while DiscreteGaussian.happens(exp: 1, over: 1, &generator) { count += 1 }
        return count
      }
      return max(0, table[cell] + geometric() - geometric())
    }
  }

  /// Of two registers that differ by one person the attacker who knows both guesses by the likelihood of what was measured. How
  /// often that is right bounds ε from below: it may not be above the one that is claimed. With half of the noise it is.
  @Test func `do not tell one person apart better than is claimed`() throws {
    let domain = MarginalDomain(sizes: [2, 2], order: 2)
    let (one, other) = ([3, 0, 1, 2], [3, 1, 1, 2])
    let budget = ZeroConcentratedBudget(millionths: 500_000)
    let delta = 1e-3
    func epsilon(asIf budget: ZeroConcentratedBudget) throws -> Double {
      let noise = try #require(NoisyMarginals.noise(in: domain, budget: budget, recordsPerPerson: 1))
      let truths = [one, other].map { domain.marginals(of: $0) }
      func score(_ noisy: NoisyMarginals) -> Double {
        var score = 0.0
        for margin in domain.margins.indices {
          for cell in noisy.counts[margin].indices {
            let (a, b) = (
              noisy.counts[margin][cell] - truths[0][margin][cell], noisy.counts[margin][cell] - truths[1][margin][cell]
            )
            score += Double(a * a - b * b) / (2 * noise[margin].variance)
          }
        }
        return score
      }
      let draws = 20_000
      let scores = try [one, other].map { table in
        var generator = SplitMix(seed: 11)
        return try (0..<draws).map { _ in
          score(
            try #require(
              NoisyMarginals(of: table, in: domain, budget: budget, recordsPerPerson: 1, using: &generator)))
        }
      }
      var best = 0.0
      for limit in stride(from: -3.0, through: 4.0, by: 0.25) {
        let right = Double(scores[1].count { $0 > limit }) / Double(draws)
        let wrong = Double(scores[0].count { $0 > limit }) / Double(draws)
        // Three standard deviations to the side of the claim.
        let low = right - 3 * (right / Double(draws)).squareRoot() - delta
        let high = wrong + 3 * (wrong / Double(draws)).squareRoot() + 9 / Double(draws)
        if low > 0 { best = max(best, log(low / high)) }
      }
      return best
    }
    let claimed = budget.epsilon(delta: delta)
    let attained = try epsilon(asIf: budget)
    #expect(attained > 0.5 && attained <= claimed, "\(attained) of \(claimed)")
    #expect(try epsilon(asIf: ZeroConcentratedBudget(millionths: 12_000_000)) > claimed)
  }
}
