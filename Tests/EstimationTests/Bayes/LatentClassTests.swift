import Testing

@testable import Estimation

struct LatentClassTests {
  @Test func `chains that agree are summarised`() async throws {
    let table = try Fixture.table("MadiganYork_5")
    let posterior = await table.latentClassPosterior(sweeps: 4000, seed: 1, threads: 2)
    #expect(posterior.agree && posterior.diagnostics.effectiveDraws > 100)
    let quantiles = try [0.025, 0.5, 0.975].map { try #require(posterior.quantile($0)) }
    #expect(quantiles == quantiles.sorted() && quantiles[0] > 537 && quantiles[2] < 800)
    #expect(posterior == (await table.latentClassPosterior(sweeps: 4000, seed: 1, threads: 1)))
  }

  @Test func `the level is that of other software within its error`() async throws {
    // Medians 10,409 and 10,520 in two runs of 100,000 sweeps, worth 120 to 210 draws each.
    let table = try Fixture.table("Kosovo")
    let posterior = await table.latentClassPosterior(sweeps: 5000, seed: 1, threads: 2)
    let median = sampleQuantile(posterior.chains.flatMap { $0 }.sorted(), 0.5)
    #expect(relativeError(median, 10_460) < 0.06)
  }

  @Test func `chains that disagree are not summarised`() async throws {
    // Another program gives 147,000 or 50,700 for the six Dutch lists, by seed and number of classes, without a word.
    let table = try Fixture.table("Ned")
    let posterior = await table.latentClassPosterior(sweeps: 1500, seed: 1, threads: 2)
    #expect(!posterior.agree && posterior.diagnostics.rHat > 1.2)
    #expect(posterior.quantile(0.5) == nil)
    let settings = EstimationSettings(levels: [0.95], replicates: 20, seed: 1, threads: 2)
    let result = try await table.estimate(by: .latentClasses, using: settings)
    #expect(result.estimate == nil && result.intervals.isEmpty)
    let isSaid = result.warnings.contains { warning in
      if case .chainsDisagree(_, let medians) = warning { medians.count == 4 } else { false }
    }
    #expect(isSaid)
  }

  @Test func `with one class the posterior is that of independent lists, which is known exactly`() async throws {
    // α near zero leaves one class: p(N) ∝ (1/N) N! / (N − n)! Π_j B(n_j + 1, N − n_j + 1).
    let counts: [(UInt32, Int)] = [(1, 42), (2, 28), (4, 18), (3, 28), (5, 18), (6, 12), (7, 12)]
    let table = try CaptureHistories(
      lists: ["A", "B", "C"], entries: counts.map { CaptureHistories.Entry(history: $0.0, count: $0.1) })
    let posterior = await table.latentClassPosterior(
      classes: 2, shape: 1, rate: 1e6, sweeps: 5000, seed: 2, threads: 2)
    #expect(posterior.agree)
    let margins = (0..<3).map { table.margin(of: 1 << UInt32($0)) }
    let logs = (158..<2000).map { persons -> Double in
      margins.reduce(logFactorial(persons) - logFactorial(persons - 158) - log(Double(persons))) { sum, seen in
        sum + logFactorial(seen) + logFactorial(persons - seen) - logFactorial(persons + 1)
      }
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    for share in [0.025, 0.5, 0.975] {
      var mass = 0.0
      let exact =
        158
        + (weights.firstIndex { weight in
          mass += weight / total; return mass >= share
        } ?? 0)
      #expect(abs(try #require(posterior.quantile(share)) - Double(exact)) <= (share == 0.5 ? 1 : 2.5))
    }
  }

  @Test func `with two classes the posterior is the sum over all ways to divide the persons`() async throws {
    let counts: [(UInt32, Int)] = [(1, 2), (2, 2), (4, 1), (3, 2), (5, 1), (7, 1)]
    let table = try CaptureHistories(
      lists: ["A", "B", "C"], entries: counts.map { CaptureHistories.Entry(history: $0.0, count: $0.1) })
    let limit = 60
    let exact = TwoClasses(counts: counts, limit: limit).hiddenMasses
    let posterior = await table.latentClassPosterior(
      classes: 2, shape: 1, rate: 1, sweeps: 20_000, seed: 4, threads: 2)
    #expect(posterior.agree)
    let drawn = posterior.chains.flatMap { $0 }.map { Int($0) - 9 }.filter { $0 <= limit }
    var (exactMass, drawnMass) = (0.0, 0.0)
    for hidden in 0...20 {
      exactMass += exact[hidden]
      drawnMass += Double(drawn.count { $0 == hidden }) / Double(drawn.count)
      #expect(abs(exactMass - drawnMass) < 0.02, "up to \(hidden)")
    }
  }

  @Test func `one class is not mistaken for all there is`() async throws {
    // Another program gives 715 [507, 1,024] on New Orleans: to the digit what independent lists give (715 [512,
    // 1,068], summed exactly), because its chain cannot leave one class once the concentration is small. Ours can.
    let table = try Fixture.table("NewOrl_185")
    let posterior = await table.latentClassPosterior(sweeps: 4000, seed: 1, threads: 2)
    #expect(posterior.agree)
    #expect(relativeError(try #require(posterior.quantile(0.5)), 602) < 0.04)
  }

  @Test func `chains that differ in level have a large R-hat, chains that do not have one near 1`() {
    let wave = { (level: Double) in (0..<400).map { level + sine(Double($0 * $0)) } }
    #expect(ChainDiagnostics([wave(0), wave(0), wave(0), wave(0)]).rHat < 1.02)
    #expect(ChainDiagnostics([wave(0), wave(5), wave(0), wave(0)]).rHat > 1.4)
    let stuck = (0..<400).map { Double($0 / 100) }
    #expect(ChainDiagnostics([stuck, stuck, stuck, stuck]).effectiveDraws < 40)
  }

  @Test(arguments: [0.3, 2.0, 40.0, 5000.0])
  func `gamma and Poisson draws have the mean and variance of their distributions`(_ value: Double) {
    var generator = ReplicateGenerator(seed: 4, replicate: 0)
    var gamma = (sum: 0.0, squares: 0.0)
    var poisson = gamma
    let draws = 40_000
    for _ in 0..<draws {
      let g = exp(generator.logGammaDraw(value))
      let p = Double(generator.poisson(value))
      gamma = (gamma.sum + g, gamma.squares + g * g)
      poisson = (poisson.sum + p, poisson.squares + p * p)
    }
    for sums in [gamma, poisson] {
      let mean = sums.sum / Double(draws)
      let variance = sums.squares / Double(draws) - mean * mean
      #expect(abs(mean - value) < 4 * (value / Double(draws)).squareRoot())
      #expect(relativeError(variance, value) < 0.08)
    }
  }
}

/// The posterior of the hidden number under two classes and α ~ Gamma(1, 1), by summing over the number of persons of
/// every history, the hidden one too, that are in the first class, and over a grid of log α.
private struct TwoClasses {
  let counts: [(UInt32, Int)]
  let limit: Int

  var hiddenMasses: [Double] {
    let seen = counts.reduce(0) { $0 + $1.1 }
    let sticks = stickTable(upTo: seen + limit)
    var masses = [Double](repeating: 0, count: limit + 1)
    for split in splits {
      for hidden in 0...limit {
        for first in 0...hidden {
          let sizes = (split.size + first, seen - split.size + hidden - first)
          var sum = split.ways + sticks[sizes.0][sizes.1] - log(Double(seen + hidden))
          sum += logFactorial(seen + hidden) - logFactorial(first) - logFactorial(hidden - first)
          for (one, both) in zip(split.caught, margins) {
            sum += beta(one, sizes.0) + beta(both - one, sizes.1)
          }
          masses[hidden] += exp(sum)
        }
      }
    }
    let total = masses.reduce(0, +)
    return masses.map { $0 / total }
  }

  private var margins: [Int] {
    (0..<3).map { list in counts.reduce(0) { $0 + ($1.0 & (1 << UInt32(list)) != 0 ? $1.1 : 0) } }
  }

  /// log ∫ λ^c (1 − λ)^(n − c) dλ.
  private func beta(_ caught: Int, _ size: Int) -> Double {
    logFactorial(caught) + logFactorial(size - caught) - logFactorial(size + 1)
  }

  /// All ways to put the seen persons in two classes: persons and captures of the first, and log of 1 / Π a! b!.
  private var splits: [(size: Int, caught: [Int], ways: Double)] {
    counts.reduce([(size: 0, caught: [0, 0, 0], ways: 0.0)]) { ways, cell in
      ways.flatMap { way in
        (0...cell.1).map { first in
          let caught = (0..<3).map { way.caught[$0] + (cell.0 & (1 << UInt32($0)) != 0 ? first : 0) }
          return (way.size + first, caught, way.ways - logFactorial(first) - logFactorial(cell.1 - first))
        }
      }
    }
  }

  /// log ∫ B(1 + n1, α + n2) / B(1, α) exp(−α) dα.
  private func stickTable(upTo persons: Int) -> [[Double]] {
    let grid = stride(from: -16.0, through: 4, by: 0.25).map { $0 }
    return (0...persons).map { first in
      (0...(persons - first)).map { second in
        let sum = grid.reduce(0.0) { total, logAlpha in
          let alpha = exp(logAlpha)
          return total
            + exp(
              2 * logAlpha - alpha + logFactorial(first) + logGamma(alpha + Double(second))
                - logGamma(1 + alpha + Double(first + second)))
        }
        return log(sum)
      }
    }
  }
}
