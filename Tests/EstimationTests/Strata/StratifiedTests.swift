import Invented
import Testing

@testable import Estimation

struct StratifiedTests {
  static let text =
    "A,B,C,sex,count\n1,0,0,f,60\n0,1,0,f,45\n0,0,1,f,50\n1,1,0,f,14\n1,0,1,f,12\n0,1,1,f,9\n1,1,1,f,3\n"
    + "1,0,0,m,30\n0,1,0,m,21\n0,0,1,m,25\n1,1,0,m,7\n1,0,1,m,6\n0,1,1,m,4\n1,1,1,m,1\n"

  @Test func `groups are estimated as if each were a table, and add up`() async throws {
    let table = try StratifiedHistories(parsing: Self.text, by: "sex")
    let settings = EstimationSettings(replicates: 300, seed: 4)
    let result = try await table.estimate(by: .mainEffects, using: settings)
    let women = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,60\n0,1,0,45\n0,0,1,50\n1,1,0,14\n1,0,1,12\n0,1,1,9\n1,1,1,3\n")
    let alone = try await women.estimate(by: .mainEffects, using: settings)
    #expect(result.strata[0].estimate == alone.estimate && result.strata[0].intervals == alone.intervals)
    #expect(relativeError(try #require(result.estimate), result.strata.reduce(0) { $0 + ($1.estimate ?? 0) }) < 1e-12)
    let limits = try #require(result.intervals.last)
    // Independent groups: the total is less uncertain than its parts together.
    let widths = result.strata.compactMap(\.intervals.last).map { $0.upper - $0.lower }
    #expect(limits.upper - limits.lower < widths[0] + widths[1])
    var threaded = settings
    threaded.threads = 2
    #expect(try await table.estimate(by: .mainEffects, using: threaded) == result)
  }

  @Test func `one group is the total, with the same intervals`() async throws {
    let women = Self.text.split(separator: "\n").filter { !$0.contains(",m,") }.joined(separator: "\n")
    let result = try await StratifiedHistories(parsing: women, by: "sex").estimate(
      by: .mainEffects, using: EstimationSettings(replicates: 200, seed: 4))
    #expect(result.strata.count == 1)
    #expect(relativeError(try #require(result.estimate), try #require(result.strata[0].estimate)) < 1e-12)
    #expect(result.intervals == result.strata[0].intervals && result.intervals.count == 2)
  }

  @Test func `a group without overlap has no estimate, unless it borrows one`() async throws {
    let text = Self.text + "1,0,0,x,20\n0,1,0,x,9\n"
    let table = try StratifiedHistories(parsing: text, by: "sex")
    let result = try await table.estimate(by: .stepwise, pooling: true, using: .init(replicates: 200, seed: 4))
    #expect(result.estimate == nil && result.strata[2].estimate == nil && result.strata[2].warnings == [.noOverlap])
    let pooled = try #require(result.pooled)
    #expect(pooled.strata[2].borrowed > 0.999_999 && pooled.strata[2].estimate > 29)
    #expect(relativeError(pooled.estimate, pooled.strata.reduce(0) { $0 + $1.estimate }) < 1e-12)
  }

  @Test func `a row without its group, and a method without a model, are refused`() async throws {
    #expect(throws: CaptureHistoryError.missingStratum(.init(row: 3, column: "sex"))) {
      try StratifiedHistories(parsing: "A,B,sex,count\n1,0,f,3\n1,1,,4\n", by: "sex")
    }
    let table = try StratifiedHistories(parsing: Self.text, by: "sex")
    await #expect(throws: EstimationError.unsupportedStrata(.latentClasses)) {
      try await table.estimate(by: .latentClasses, using: .init(seed: 1))
    }
  }

  @Test func `groups that say the same are pooled wholly, groups that surely differ hardly`() throws {
    let same = (0..<8).map { PooledStrata.Evidence(name: "\($0)", observed: 100, own: (0.7, 0.04)) }
    let alike = try #require(PooledStrata(same, levels: [0.95], seed: 1))
    #expect(alike.strata.allSatisfy { $0.borrowed > 0.5 && relativeError($0.estimate, 100 * (1 + exp(0.7))) < 1e-9 })
    let apart = (0..<8).map { PooledStrata.Evidence(name: "\($0)", observed: 100, own: (Double($0) - 3, 0.001)) }
    let different = try #require(PooledStrata(apart, levels: [0.95], seed: 1))
    #expect(different.strata.allSatisfy { $0.borrowed < 0.01 })
    #expect(PooledStrata([same[0]], levels: [0.95], seed: 1) == nil)
  }

  @Test func `the eight schools of Rubin 1981 come out as in the literature`() throws {
    // Effects and standard errors, divided by 10 so that the prior of the spread is wide beside them.
    let schools = [(28, 15), (8, 10), (-3, 16), (7, 11), (-1, 9), (1, 11), (18, 10), (12, 18)].map {
      (logOdds: Double($0.0) / 10, variance: power(Double($0.1) / 10, 2))
    }
    let pooled = try #require(
      PooledStrata(
        schools.enumerated().map { .init(name: "\($0)", observed: 1, own: $1) }, levels: [0.95], seed: 1,
        smoothing: false))
    // With a flat prior the mean of mu is about 8 (Gelman et al. 2013, chapter 5); school A about 11, school C about 6.
    #expect(abs(pooled.mean - 0.78) < 0.05, "\(pooled.mean)")
    let centres = pooled.strata.map { log($0.estimate - 1) }
    #expect(centres[0] > centres[6] - 0.1 && centres[0] < 1.2 && centres[2] > 0.5, "\(centres)")
  }

  /// Ten groups of 300 to 480, or 600 to 1,140 persons, whose chances of being listed differ by this much; where they differ
  /// most there is little to borrow, and pooling does no harm.
  @Test(arguments: [(300, 20, 0.1, 0.6), (600, 60, 0.3, 1.05)])
  func `pooling brings estimates nearer the truth, and its intervals hold it`(
    _ smallest: Int, _ step: Int, _ spread: Double, _ gain: Double
  ) async throws {
    var held = 0
    var errors = (separate: 0.0, pooled: 0.0)
    for sample in 0..<40 {
      var generator = ReplicateGenerator(seed: 99, replicate: sample)
      var truths: [Double] = []
      var evidence: [PooledStrata.Evidence] = []
      for group in 0..<10 {
        let shift = spread * generator.normal()
        let chances = [0.15, 0.12, 0.2].map { 1 / (1 + exp(-(log($0 / (1 - $0)) + shift))) }
        let population = SimulatedPopulation(persons: smallest + step * group, chances: chances)
        let table = try population.sample(100 * sample + group)
        let bootstrap = try await table.bootstrap(
          .model(.mainEffects(lists: 3)), replicates: 200, seed: UInt64(sample), threads: 2)
        truths.append(Double(population.persons))
        errors.separate += power(log(bootstrap.estimate / Double(population.persons)), 2)
        evidence.append(.init(name: "\(group)", observed: table.observed, bootstrap: bootstrap))
      }
      let pooled = try #require(PooledStrata(evidence, levels: [0.95], seed: 1))
      for (truth, stratum) in zip(truths, pooled.strata) {
        errors.pooled += power(log(stratum.estimate / truth), 2)
        if stratum.intervals[0].lower <= truth, truth <= stratum.intervals[0].upper { held += 1 }
      }
    }
    #expect(errors.pooled < gain * errors.separate, "\(errors)")
    #expect(held > 368 && held < 396, "\(held) of 400")
  }
}
