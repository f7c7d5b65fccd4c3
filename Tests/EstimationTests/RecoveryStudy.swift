import Foundation
import Testing

@testable import Estimation

/// How often 95% intervals hold the truth, by method and population: the table in the documentation.
///
/// Takes minutes, so it runs only when asked for: `ESTIMATION_STUDY=500 swift test --filter RecoveryStudy`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ESTIMATION_STUDY"] != nil))
struct RecoveryStudy {
  private static let chances = [0.2, 0.15, 0.1, 0.12]
  private static let populations: [(String, SimulatedPopulation)] = [
    ("independent lists", SimulatedPopulation(persons: 3000, chances: chances)),
    (
      "two pairs attract",
      SimulatedPopulation(persons: 3000, chances: chances, interactions: [0b0011: 1.0, 0b1100: 0.8])
    ),
    (
      "three lists attract together",
      SimulatedPopulation(persons: 3000, chances: chances, interactions: [0b0111: 2.0, 0b0011: 0.5])
    ),
    (
      "half are seen a third as often",
      SimulatedPopulation(persons: 3000, chances: [0.3, 0.25, 0.2, 0.2], others: [0.1, 0.08, 0.07, 0.07])
    ),
    (
      "half are hardly ever seen",
      SimulatedPopulation(persons: 3000, chances: [0.3, 0.25, 0.2, 0.2], others: [0.02, 0.02, 0.01, 0.01])
    ),
  ]

  private static let methods: [(String, EstimationMethod, EstimateInterval.Kind, Int)] = [
    ("main effects, profile", .mainEffects, .profile, 2), ("all pairs, profile", .allPairs, .profile, 2),
    ("stepwise, log-normal", .stepwise, .logNormal, 2), ("stepwise, BCa", .stepwise, .bca, 2),
    ("BIC, pairs, BCa", .bic, .bca, 2), ("BIC, triples, BCa", .bic, .bca, 3),
    ("BIC average", .bicAverage, .mixture, 3), ("Mth Chao", .chaoListEffects, .logNormal, 2),
    ("Mth Darroch", .darrochListEffects, .logNormal, 2), ("graphs", .decomposableGraphs, .credible, 2),
  ]

  @Test func `coverage by method and population`() async throws {
    let samples = Int(ProcessInfo.processInfo.environment["ESTIMATION_STUDY"] ?? "") ?? 100
    print("| population | method | holds the truth | median estimate | median width |")
    for (population, simulated) in Self.populations {
      for (name, method, kind, order) in Self.methods {
        var held = 0
        var estimates: [Double] = []
        var widths: [Double] = []
        for index in 0..<samples {
          let table = try simulated.sample(index)
          let settings = EstimationSettings(
            levels: [0.95], intervals: [kind], order: order, replicates: 400, maximumReplicates: 400,
            seed: UInt64(index), threads: 2)
          let result = try await table.estimate(by: method, using: settings)
          guard let estimate = result.estimate, let interval = result.interval(kind, level: 0.95) else { continue }
          estimates.append(estimate)
          widths.append(interval.upper - interval.lower)
          if interval.lower <= 3000, interval.upper >= 3000 { held += 1 }
        }
        let share = fixed(100 * Double(held) / Double(max(1, estimates.count)), 1)
        let middle = fixed(sampleQuantile(estimates.sorted(), 0.5), 0)
        print("| \(population) | \(name) | \(share)% | \(middle) | \(fixed(sampleQuantile(widths.sorted(), 0.5), 0)) |")
      }
    }
  }
}
