import Testing

@testable import Estimation

struct LatentClassTests {
  @Test func `chains that agree are summarised`() async throws {
    let table = try Fixture.table("MadiganYork_5")
    let posterior = await table.latentClassPosterior(sweeps: 20_000, seed: 1, threads: 2)
    #expect(posterior.agree && posterior.diagnostics.effectiveDraws > 100)
    let quantiles = try [0.025, 0.5, 0.975].map { try #require(posterior.quantile($0)) }
    #expect(quantiles == quantiles.sorted() && quantiles[0] > 537 && quantiles[2] < 800)
    #expect(posterior == (await table.latentClassPosterior(sweeps: 20_000, seed: 1, threads: 1)))
  }

  @Test func `the level is that of other software within its error`() async throws {
    // Medians 10,409 and 10,520 in two runs of 100,000 sweeps, worth 120 to 210 draws each.
    let table = try Fixture.table("Kosovo")
    let posterior = await table.latentClassPosterior(sweeps: 30_000, seed: 1, threads: 2)
    let median = sampleQuantile(posterior.chains.flatMap { $0 }.sorted(), 0.5)
    #expect(relativeError(median, 10_460) < 0.06)
  }

  @Test func `chains that disagree are not summarised`() async throws {
    // Another program gives 147,000 or 50,700 for the six Dutch lists, by seed and number of classes, without a word.
    let table = try Fixture.table("Ned")
    let posterior = await table.latentClassPosterior(sweeps: 3000, seed: 1, threads: 2)
    #expect(!posterior.agree && posterior.diagnostics.rHat > 1.2)
    #expect(posterior.quantile(0.5) == nil)
    let settings = EstimationSettings(levels: [0.95], replicates: 30, seed: 1, threads: 2)
    let result = try await table.estimate(by: .latentClasses, using: settings)
    #expect(result.estimate == nil && result.intervals.isEmpty)
    let isSaid = result.warnings.contains { warning in
      if case .chainsDisagree(_, let medians) = warning { medians.count == 4 } else { false }
    }
    #expect(isSaid)
  }

  @Test func `chains that differ in level have a large R-hat, chains that do not have one near 1`() {
    let wave = { (level: Double) in (0..<400).map { level + sine(Double($0 * $0)) } }
    #expect(ChainDiagnostics([wave(0), wave(0), wave(0), wave(0)]).rHat < 1.02)
    #expect(ChainDiagnostics([wave(0), wave(5), wave(0), wave(0)]).rHat > 2)
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
