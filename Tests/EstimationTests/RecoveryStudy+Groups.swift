import Foundation
import Invented
import Testing

@testable import Estimation

/// How often 95% intervals hold the truth for groups of persons, for ranges and for bounds, where the model holds.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ESTIMATION_STUDY"] != nil))
struct GroupsRecoveryStudy {
  private static let samples = Int(ProcessInfo.processInfo.environment["ESTIMATION_STUDY"] ?? "") ?? 100

  @Test func `coverage with covariates, strata and ranges`() async throws {
    var held: [String: (hits: Int, all: Int)] = [:]
    let note = { (name: String, interval: EstimateInterval?, truth: Double) in
      guard let interval else { return }
      held[name, default: (0, 0)].all += 1
      if interval.lower <= truth, truth <= interval.upper { held[name, default: (0, 0)].hits += 1 }
    }
    for index in 0..<Self.samples {
      // Two groups of 1,500 and 1,000 persons, the second seen less often.
      let groups = [
        SimulatedPopulation(persons: 1500, chances: [0.2, 0.15, 0.1, 0.12]),
        SimulatedPopulation(persons: 1000, chances: [0.15, 0.12, 0.1, 0.1]),
      ]
      let tables = try groups.enumerated().map { try $1.sample(10 * index + $0) }
      let rows = zip(["a", "b"], tables).flatMap { name, table -> [[String]] in
        table.entries.map { entry -> [String] in
          (0..<4).map { entry.history & (1 << UInt32($0)) != 0 ? "1" : "0" } + [name, "\(entry.count)"]
        }
      }
      let text = ([tables[0].lists + ["group", "count"]] + rows).map { $0.joined(separator: ",") }
      let covariates = try CovariateTable(
        parsing: text.joined(separator: "\n"), lists: tables[0].lists)
      let settings = EstimationSettings(levels: [0.95], replicates: 400, seed: UInt64(index), threads: 2)
      var model = CovariateModel(mainEffectsOf: covariates)
      for list in 0..<4 { model.add(1 << UInt32(list) | 1 << 4) }
      let bootstrap = try await model.parametricBootstrap(
        on: covariates, replicates: 400, seed: UInt64(index), threads: 2)
      note("covariates, all", bootstrap.interval(level: 0.95), 2500)
      note("covariates, smaller group", bootstrap.partIntervals(level: 0.95).last, 1000)
      let strata = try await StratifiedHistories(covariates).estimate(by: .mainEffects, using: settings)
      note("strata, BCa, all", strata.intervals.last, 2500)
      note("strata, BCa, smaller group", strata.strata.last?.intervals.last, 1000)
      let counts = tables[0].entries.map { entry in
        (entry.history, entry.count < 5 ? 0...4 : entry.count / 5 * 5...(entry.count / 5 * 5 + 4))
      }
      let ranges = try CensoredHistories(
        lists: tables[0].lists, entries: counts.map { .init(history: $0.0, count: $0.1) })
      let censored = try await ranges.estimate(by: .mainEffects, using: settings)
      note("counts in ranges of five", censored.intervals.last, 1500)
      note("Chao's bound, log-normal", tables[0].chaoBound.interval(level: 0.95), 1500)
    }
    for (name, count) in held.sorted(by: { $0.key < $1.key }) {
      print("| \(name) | \(fixed(100 * Double(count.hits) / Double(count.all), 1))% |")
    }
  }
}
