import Testing

@testable import Estimation

struct LatentClassTests {
  @Test func `runs that agree are summarised`() async throws {
    let table = try Fixture.table("MadiganYork_5")
    let posterior = await table.latentClassPosterior(places: 500, seed: 1, threads: 2)
    #expect(posterior.agree && posterior.diagnostics.effectiveDraws > 100)
    let quantiles = try [0.025, 0.5, 0.975].map { try #require(posterior.quantile($0)) }
    #expect(quantiles == quantiles.sorted() && quantiles[0] > 537 && quantiles[2] < 800)
  }

  @Test func `the number of threads reaches no draw`() async throws {
    let table = try Fixture.table("MadiganYork_5")
    let one = await table.latentClassPosterior(places: 50, seed: 1, threads: 1)
    #expect(one == (await table.latentClassPosterior(places: 50, seed: 1, threads: 2)))
  }

  /// Medians of other software, each of 100,000 sweeps worth 120 to 1,000 draws, with five and with ten classes.
  @Test(arguments: [
    ("Kosovo", 10_520.0, 10_409.0, 0.04), ("UKdat_5", 21_912, 21_402, 0.08),
  ])
  func `the level is that of other software within its error`(
    _ name: String, _ five: Double, _ ten: Double, _ error: Double
  ) async throws {
    let posterior = try await Fixture.table(name).latentClassPosterior(places: 300, seed: 1, threads: 2)
    let median = sampleQuantile(posterior.runs.flatMap { $0 }.sorted(), 0.5)
    #expect(relativeError(median, five) < error && relativeError(median, ten) < error)
  }

  @Test func `runs that disagree are not summarised`() async throws {
    // Forty places, moved once at each step, cannot find the modes of the six Dutch lists.
    let table = try Fixture.table("Ned")
    let posterior = await table.latentClassPosterior(places: 40, moves: 1, seed: 1, threads: 2)
    #expect(!posterior.agree && posterior.diagnostics.rHat > 1.05)
    #expect(posterior.quantile(0.5) == nil)
    let summary = ChainSummary(
      posterior.runs, posterior.diagnostics, observed: table.observed, offset: 1, levels: [0.95])
    #expect(summary.median == nil && summary.intervals.isEmpty)
    let isSaid = summary.warnings.contains { warning in
      if case .chainsDisagree(_, let medians) = warning { medians.count == 4 } else { false }
    }
    #expect(isSaid)
  }

  @Test func `runs whose draws agree but whose evidence does not are not summarised`() {
    var generator = ReplicateGenerator(seed: 1, replicate: 0)
    let logs: [[Double]] = (0..<4).map { _ in (0..<500).map { _ in 4 + 0.1 * generator.normal() } }
    let draws: [[Double]] = logs.map { run in run.map { 49 + exp($0) } }
    let posterior = { (evidence: [Double]) in
      LatentClassPosterior(
        observed: 50, runs: draws, logEvidence: evidence, diagnostics: ChainDiagnostics(logs))
    }
    #expect(posterior([-10.2, -10, -9.9, -10]).agree)
    #expect(!posterior([-10.2, -10, -9.4, -10]).agree && posterior([-10.2, -10, -9.4, -10]).quantile(0.5) == nil)
    let summary = ChainSummary(
      draws, ChainDiagnostics(logs), observed: 50, offset: 1, levels: [0.95],
      objection: .evidenceDisagrees(apart: 0.8))
    #expect(summary.median == nil && summary.intervals.isEmpty)
    #expect(summary.warnings.first == .evidenceDisagrees(apart: 0.8))
  }

  @Test func `with one class the posterior is that of independent lists, which is known exactly`() async throws {
    // α near zero leaves one class: p(N) ∝ (1/N) N! / (N − n)! Π_j B(n_j + 1, N − n_j + 1).
    let counts: [(UInt32, Int)] = [(1, 42), (2, 28), (4, 18), (3, 28), (5, 18), (6, 12), (7, 12)]
    let table = try CaptureHistories(
      lists: ["A", "B", "C"], entries: counts.map { CaptureHistories.Entry(history: $0.0, count: $0.1) })
    let posterior = await table.latentClassPosterior(
      classes: 2, shape: 1, rate: 1e6, places: 2000, seed: 2, threads: 2)
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
      classes: 2, shape: 1, rate: 1, places: 3000, seed: 4, threads: 2)
    #expect(posterior.agree)
    let drawn = posterior.runs.flatMap { $0 }.map { Int($0) - 9 }.filter { $0 <= limit }
    var (exactMass, drawnMass) = (0.0, 0.0)
    for hidden in 0...20 {
      exactMass += exact[hidden]
      drawnMass += Double(drawn.count { $0 == hidden }) / Double(drawn.count)
      #expect(abs(exactMass - drawnMass) < 0.02, "up to \(hidden)")
    }
  }

  @Test func `where the table shows no second class the posterior is next to that of independent lists`() async throws {
    // Independent lists give 715 [512, 1,068] on New Orleans, summed exactly.
    let table = try Fixture.table("NewOrl_185")
    let posterior = await table.latentClassPosterior(places: 500, seed: 1, threads: 2)
    #expect(posterior.agree)
    for (share, exact) in [(0.025, 512.0), (0.5, 715), (0.975, 1068)] {
      #expect(relativeError(try #require(posterior.quantile(share)), exact) < 0.05)
    }
  }

  @Test func `the density is the product over histories, and its gradient what differences give`() async throws {
    let table = try Fixture.table("MadiganYork_5")
    let density = LatentClassDensity(table, classes: 3, shape: 0.25, rate: 0.25)
    var walk = LatentClassWalk(density, ReplicateGenerator(seed: 5, replicate: 0))
    var room = LatentClassDensity.Workspace(density)
    for _ in 0..<5 {
      let point = walk.start()
      #expect(abs(point.value.logLikelihood - plainLogLikelihood(table, point.place)) < 1e-8)
      _ = density.value(at: point.place, &room, gradient: true)
      let (prior, likelihood) = (room.priorGradient, room.likelihoodGradient)
      for index in point.place.indices {
        var (above, below) = (point.place, point.place)
        above[index] += 1e-5
        below[index] -= 1e-5
        let upper = density.value(at: above, &room, gradient: false)
        let lower = density.value(at: below, &room, gradient: false)
        #expect(abs((upper.logPrior - lower.logPrior) / 2e-5 - prior[index]) < 1e-6)
        #expect(abs((upper.logLikelihood - lower.logLikelihood) / 2e-5 - likelihood[index]) < 1e-3)
      }
    }
  }

  /// Σ n_w log(p_w / (1 − p_∅)) of three classes, history by history from the definition.
  private func plainLogLikelihood(_ table: CaptureHistories, _ place: [Double]) -> Double {
    let sticks = place.suffix(2).map { 1 - exp(-exp($0)) }
    let weights = [sticks[0], (1 - sticks[0]) * sticks[1], (1 - sticks[0]) * (1 - sticks[1])]
    let chance = { (history: UInt32) in
      (0..<3).reduce(0.0) { sum, k in
        sum
          + table.lists.indices.reduce(weights[k]) { product, list in
            let seen = 1 / (1 + exp(-place[list * 3 + k]))
            return product * (history & (1 << UInt32(list)) != 0 ? seen : 1 - seen)
          }
      }
    }
    return table.entries.reduce(0) { $0 + Double($1.count) * log(chance($1.history) / (1 - chance(0))) }
  }

  @Test func `without data the moves leave the prior as it is`() throws {
    let table = try Fixture.table("Artificial_3")
    let density = LatentClassDensity(table, classes: 3, shape: 1, rate: 1)
    var walk = LatentClassWalk(density, ReplicateGenerator(seed: 6, replicate: 0))
    let fresh = (0..<4000).map { _ in walk.start() }
    let moved = fresh.map { start in
      var point = start
      for _ in 0..<20 { _ = walk.step(&point, power: 0, stepSize: 0.5) }
      return point
    }
    // Shares of the three classes and the chance of the first list in the first: within four standard errors.
    let summaries: [(LatentClassWalk.Point) -> Double] = [
      { 1 - exp(-exp($0.place[9])) }, { exp(-exp($0.place[9])) * (1 - exp(-exp($0.place[10]))) },
      { 1 / (1 + exp(-$0.place[0])) },
    ]
    for summary in summaries {
      let (before, after) = (fresh.map(summary), moved.map(summary))
      let mean = { (values: [Double]) in values.reduce(0, +) / 4000 }
      let variance = mean(before.map { ($0 - mean(before)) * ($0 - mean(before)) })
      #expect(abs(mean(before) - mean(after)) < 4 * (2 * variance / 4000).squareRoot())
      let squares = mean(after.map { ($0 - mean(after)) * ($0 - mean(after)) })
      #expect(relativeError(squares, variance) < 0.15)
    }
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
