import Testing

@testable import Estimation

struct ChainDiagnosticsTests {
  /// Draws x' = ρ x + sqrt(1 − ρ²) z of a standard normal, by chain.
  private func chains(_ rho: Double, levels: [Double], length: Int = 4000) -> [[Double]] {
    levels.enumerated().map { index, level in
      var generator = ReplicateGenerator(seed: 21, replicate: index)
      var x = generator.normal()
      return (0..<length).map { _ in
        x = rho * x + (1 - rho * rho).squareRoot() * generator.normal()
        return level + x
      }
    }
  }

  @Test(arguments: [0.0, 0.5, 0.9])
  func `the effective number of draws of an autoregression is its length times (1 - ρ) / (1 + ρ)`(_ rho: Double) {
    let diagnostics = ChainDiagnostics(chains(rho, levels: [0, 0, 0, 0]))
    #expect(relativeError(diagnostics.effectiveDraws, 16_000 * (1 - rho) / (1 + rho)) < 0.15)
    #expect(diagnostics.rHat < 1.02 && diagnostics.agree && diagnostics.modes.count == 1)
  }

  @Test func `ranks make the diagnostics the same on any scale`() {
    let plain = chains(0.5, levels: [0, 0, 0.3, 0], length: 1000)
    let stretched = plain.map { chain in chain.map { exp(3 * $0) } }
    let (first, second) = (ChainDiagnostics(plain), ChainDiagnostics(stretched))
    #expect(abs(first.effectiveDraws - second.effectiveDraws) < 1e-6 * first.effectiveDraws)
    #expect(first.effectiveTailDraws == second.effectiveTailDraws)
  }

  @Test func `chains of the same level but another spread do not agree`() {
    var draws = chains(0, levels: [0, 0, 0, 0])
    draws[2] = draws[2].map { 4 * $0 }
    let diagnostics = ChainDiagnostics(draws)
    #expect(diagnostics.rHat > 1.1 && !diagnostics.agree)
  }

  @Test func `modes are found where chains stick and where they mix, and noise is no mode`() throws {
    let stuck = ChainDiagnostics(chains(0.5, levels: [0, 8, 0, 0]))
    #expect(!stuck.agree && stuck.modes.count == 2)
    #expect(abs(stuck.modes[0].centre) < 0.5 && abs(stuck.modes[1].centre - 8) < 0.5)
    #expect(abs(stuck.modes[0].share - 0.75) < 0.02)
    var generator = ReplicateGenerator(seed: 5, replicate: 0)
    let mixed = (0..<4).map { _ in (0..<2000).map { _ in generator.normal() + (generator.uniform() < 0.3 ? 6 : 0) } }
    let both = ChainDiagnostics(mixed)
    #expect(both.agree && both.modes.count == 2 && abs(both.modes[1].share - 0.3) < 0.03)
    let summary = ChainSummary(mixed, both, observed: 0, levels: [0.95])
    let isSaid = summary.warnings.contains { if case .severalModes = $0 { true } else { false } }
    #expect(summary.median != nil && isSaid)
  }

  @Test func `nothing is summarised when chains disagree`() {
    let draws = chains(0, levels: [0, 8, 0, 0])
    let summary = ChainSummary(draws, ChainDiagnostics(draws), observed: 100, levels: [0.8, 0.95])
    #expect(summary.median == nil && summary.intervals.isEmpty && summary.warnings.count == 3)
  }
}
