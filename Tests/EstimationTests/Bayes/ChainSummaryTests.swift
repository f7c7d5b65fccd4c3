import Testing

@testable import Estimation

struct ChainSummaryTests {
  private func noise(_ chains: Int, _ length: Int, seed: UInt64 = 51) -> [[Double]] {
    (0..<chains).map { index in
      var generator = ReplicateGenerator(seed: seed, replicate: index)
      return (0..<length).map { _ in generator.normal() }
    }
  }

  /// R-hat of half-chains as in Gelman et al. 2013, chapter 11.
  private func plainRHat(_ chains: [[Double]]) -> Double {
    let parts = chains.flatMap { [Array($0.prefix($0.count / 2)), Array($0.suffix($0.count / 2))] }
    let n = Double(parts[0].count)
    let means = parts.map { $0.reduce(0, +) / n }
    let variances = zip(parts, means).map { part, mean in part.reduce(0) { $0 + power($1 - mean, 2) } / (n - 1) }
    let grand = means.reduce(0, +) / Double(means.count)
    let between = n * means.reduce(0) { $0 + power($1 - grand, 2) } / Double(means.count - 1)
    let within = variances.reduce(0, +) / Double(variances.count)
    return (((n - 1) / n * within + between / n) / within).squareRoot()
  }

  @Test func `on draws that are normal scores already R-hat is the textbook's`() {
    // Chains of the same spread around different levels, in ranks 1 .. 400.
    let scores = (1...400).map { NormalDistribution.quantile((Double($0) - 0.375) / 400.25) }
    var chains = [[Double]](repeating: [], count: 4)
    for (index, score) in scores.enumerated() { chains[(index / 3 + index * 7) % 4].append(score) }
    let length = (chains.map(\.count).min() ?? 0) / 2 * 2
    chains = chains.map { Array($0.prefix(length)) }
    let all = chains.flatMap { $0 }.sorted()
    let ranked = chains.map { chain in
      chain.map { value in
        NormalDistribution.quantile((Double((all.firstIndex(of: value) ?? 0) + 1) - 0.375) / (Double(all.count) + 0.25))
      }
    }
    let middle = sampleQuantile(all, 0.5)
    let distances = chains.map { chain in chain.map { abs($0 - middle) } }
    let order = distances.flatMap { $0 }.sorted()
    let spread = distances.map { chain in
      chain.map { value in
        let first = order.firstIndex(of: value) ?? 0
        let last = order.lastIndex(of: value) ?? 0
        return NormalDistribution.quantile((Double(first + last) / 2 + 1 - 0.375) / (Double(all.count) + 0.25))
      }
    }
    #expect(abs(ChainDiagnostics(chains).rHat - max(plainRHat(ranked), plainRHat(spread))) < 1e-9)
  }

  @Test func `chains that stand still agree when they stand at one place, and not when they do not`() {
    let still = ChainDiagnostics([[2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2]])
    #expect(still.rHat == 1 && still.effectiveDraws == 12 && still.medians == [2, 2])
    #expect(still.modes == [.init(centre: 2, share: 1)] && !still.agree)
    let apart = ChainDiagnostics([[1, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2, 2]])
    #expect(apart.rHat == .infinity && apart.medians == [1, 2] && !apart.agree)
  }

  @Test func `independent draws are worth about themselves, each with a median of its own`() {
    let chains = noise(4, 2000)
    let diagnostics = ChainDiagnostics(chains)
    #expect(abs(diagnostics.effectiveDraws / 8000 - 1) < 0.1 && abs(diagnostics.effectiveTailDraws / 8000 - 1) < 0.15)
    #expect(diagnostics.medians == chains.map { sampleQuantile($0.sorted(), 0.5) } && diagnostics.rHat < 1.01)
    #expect(diagnostics.effectiveTailDraws != diagnostics.effectiveDraws)
  }

  @Test(arguments: [(1.049, 100.0, 100.0, true), (1.051, 900, 900, false), (1, 99, 900, false), (1, 900, 99, false)])
  func `agreement asks for R-hat, draws and draws in the tails`(
    _ rHat: Double, _ draws: Double, _ tails: Double, _ agree: Bool
  ) {
    let made = ChainDiagnostics(
      rHat: rHat, effectiveDraws: draws, effectiveTailDraws: tails, medians: [], modes: [])
    #expect(made.agree == agree)
  }

  @Test func `a summary has quantiles of all draws, on the scale of persons`() {
    let chains = noise(4, 1000).map { chain in chain.map { 100 + exp(3 + 0.2 * $0) } }
    let diagnostics = ChainDiagnostics(chains.map { chain in chain.map { log($0 - 100) } })
    let summary = ChainSummary(chains, diagnostics, observed: 100, levels: [0.8, 0.95])
    let sorted = chains.flatMap { $0 }.sorted()
    #expect(summary.median == sampleQuantile(sorted, 0.5) && summary.intervals.map(\.level) == [0.8, 0.95])
    #expect(summary.intervals[0].lower == sampleQuantile(sorted, 0.1) && summary.intervals[0].kind == .credible)
    #expect(summary.intervals[1].upper == sampleQuantile(sorted, 0.975))
    let least = min(diagnostics.effectiveDraws, diagnostics.effectiveTailDraws)
    #expect(summary.warnings == [.effectiveDraws(least, rHat: diagnostics.rHat)])
  }

  @Test func `where chains disagree the medians are told in persons`() {
    let levels = [1.0, 1, 5, 5]
    let logs = zip(noise(4, 500), levels).map { chain, level in chain.map { level + 0.1 * $0 } }
    let diagnostics = ChainDiagnostics(logs)
    let summary = ChainSummary(
      logs.map { chain in chain.map { 50 + exp($0) - 1 } }, diagnostics, observed: 50, offset: 1, levels: [0.95])
    #expect(summary.median == nil && summary.intervals.isEmpty)
    let persons = diagnostics.medians.map { 50 + exp($0) - 1 }
    #expect(summary.warnings.first == .chainsDisagree(rHat: diagnostics.rHat, medians: persons))
    #expect(abs(persons[0] - (49 + exp(1))) < 0.1 && abs(persons[3] - (49 + exp(5))) < 3)
    let modes = diagnostics.modes
    #expect(
      summary.warnings.dropFirst().first
        == .severalModes(centres: modes.map { 50 + exp($0.centre) - 1 }, shares: modes.map(\.share)))
  }

  @Test func `modes have the share between their valleys, and a bump of one in a hundred is noise`() {
    let body = noise(1, 9900)[0]
    let bump = noise(1, 100, seed: 52)[0].map { 30 + 0.1 * $0 }
    let alone = DensityModes.of((body + bump).sorted(), effectiveDraws: 10_000)
    #expect(alone.count == 1 && alone[0].share > 0.98)
    let heap = noise(1, 1100, seed: 53)[0].map { 30 + 0.5 * $0 }
    let modes = DensityModes.of((body + heap).sorted(), effectiveDraws: 10_000)
    #expect(modes.count == 2 && abs(modes[0].share - 0.9) < 0.001 && abs(modes[1].share - 0.1) < 0.001)
    #expect(abs(modes[0].centre) < 0.3 && abs(modes[1].centre - 30) < 0.3)
    // Two heaps that run into each other: the valley is above half of the lower.
    let close = noise(1, 5000)[0] + noise(1, 5000, seed: 54)[0].map { $0 + 2.2 }
    #expect(DensityModes.of(close.sorted(), effectiveDraws: 10_000).count == 1)
    #expect(DensityModes.of([], effectiveDraws: 1).isEmpty)
  }
}
