import Testing

@testable import Estimation

/// Simulated lists with a known number of persons; the intervals must hold it as often as they say.
struct RecoveryTests {
  private static let independent = SimulatedPopulation(persons: 3000, chances: [0.2, 0.15, 0.1, 0.12])
  private static let dependent = SimulatedPopulation(
    persons: 3000, chances: [0.2, 0.15, 0.1, 0.12], interactions: [0b0011: 1.0, 0b1100: 0.8])

  @Test func `given the right model, log-normal and profile intervals hold the truth`() throws {
    let model = HierarchicalModel(lists: 4, generators: [0b0011, 0b1100])
    var held = (normal: 0, profile: 0)
    let samples = 600
    for index in 0..<samples {
      let table = try Self.dependent.sample(index)
      let normal = try model.fitted(to: table).logNormalInterval(level: 0.95)
      let profile = try model.profileLikelihood(on: table, levels: [0.95]).intervals[0]
      if (normal.lower...normal.upper).contains(3000) { held.normal += 1 }
      if (profile.lower...profile.upper).contains(3000) { held.profile += 1 }
    }
    #expect((0.93...0.97).contains(Double(held.normal) / Double(samples)))
    #expect((0.93...0.97).contains(Double(held.profile) / Double(samples)))
  }

  @Test func `where lists are independent, the selection and its bootstrap hold the truth`() async throws {
    var held = 0
    let samples = 150
    for index in 0..<samples {
      let table = try Self.independent.sample(index)
      let bootstrap = try await table.bootstrap(
        .model(.mainEffects(lists: 4)), replicates: 400, seed: UInt64(index), threads: 2)
      let interval = bootstrap.bcaInterval(level: 0.95)
      if (interval.lower...interval.upper).contains(3000) { held += 1 }
    }
    #expect(Double(held) / Double(samples) > 0.9)
  }

  @Test func `independence assumed where lists attract each other is wrong, and the intervals do not show it`() throws {
    let model = HierarchicalModel.mainEffects(lists: 4)
    let fit = try model.fitted(to: Self.dependent.sample(1))
    #expect(fit.logNormalInterval(level: 0.95).upper < 3000)
  }

  @Test func `Chao's bound stays below the truth when persons differ`() throws {
    // Two groups of persons, one of them hardly ever seen.
    let often = SimulatedPopulation(persons: 1500, chances: [0.3, 0.3, 0.3, 0.3])
    let seldom = SimulatedPopulation(persons: 1500, chances: [0.03, 0.03, 0.03, 0.03])
    var below = 0
    for index in 0..<100 {
      let both = try often.sample(index).entries + seldom.sample(index + 1000).entries
      let sums = Dictionary(both.map { ($0.history, $0.count) }, uniquingKeysWith: +)
      let table = try CaptureHistories(
        lists: ["A", "B", "C", "D"], entries: sums.map { .init(history: $0.key, count: $0.value) },
        allowingRounded: true)
      if table.chaoBound.corrected < 3000 { below += 1 }
    }
    #expect(below == 100)
  }
}
