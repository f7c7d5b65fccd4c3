import Testing

@testable import Estimation

/// Intervals printed in papers, from the replicates that made them.
struct PublishedIntervalsTests {
  @Test func `UKdat_5 over all models is 25,311 [11,168, 56,052]`() async throws {
    let all = try await Self.bootstrap("UKdat_5", order: 4)
    let interval = all.bcaInterval(level: 0.95)
    #expect([all.estimate, interval.lower, interval.upper].map { $0.rounded() } == [25_311, 11_168, 56_052])
  }

  @Test func `Kosovo over all models is 10,357 [6,947, 18,010]`() async throws {
    let all = try await Self.bootstrap("Kosovo", order: 3)
    let interval = all.bcaInterval(level: 0.95)
    #expect([all.estimate, interval.lower, interval.upper].map { $0.rounded() } == [10_357, 6_947, 18_010])
  }

  @Test func `UKdat_5 over pairs is printed as [11,456, 43,894], with the acceleration of all models`() async throws {
    let pairs = try await Self.bootstrap("UKdat_5", order: 2)
    let own = pairs.bcaInterval(level: 0.95)
    // The estimate and the upper limit are those printed: 22,991 and 43,894. The lower limit is not.
    #expect([pairs.estimate, own.lower, own.upper].map { $0.rounded() } == [22_991, 11_754, 43_894])
    #expect(abs(pairs.correction.acceleration - 0.1113) < 5e-5)
    // With the jackknife of all models beside the replicates of pairs, every printed digit comes out: the acceleration
    // was not computed again for pairs.
    let table = try Fixture.table("UKdat_5")
    let estimator = try RuleEstimator(.best(.bic, order: 4), lists: 5)
    let mixed = Bootstrap(
      estimate: pairs.estimate, replicates: pairs.replicates.map(Optional.some),
      jackknife: table.jackknifeRows { [estimator.estimate($0)] }.map { ($0.weight, $0.estimates[0]) })
    #expect(abs(mixed.correction.acceleration - 0.0313) < 5e-5)
    let printed = mixed.bcaInterval(level: 0.95)
    #expect([printed.lower, printed.upper].map { $0.rounded() } == [11_456, 43_894], "\(printed)")
  }

  @Test func `New Orleans by stepwise selection is 1,184, and 717 is within what seeds give for its lower limit`()
    async throws
  {
    let table = try Fixture.table("NewOrl_185")
    var lower: [Double] = []
    for seed in 1...20 {
      let drawn = try await table.bootstrap(
        .stepwise(threshold: 0.02), replicates: 1000, seed: UInt64(seed), threads: 2)
      #expect(drawn.estimate.rounded() == 1184)
      let interval = drawn.bcaInterval(level: 0.95)
      lower.append(interval.lower)
      #expect(interval.upper > 1450 && interval.upper < 1850)
      #expect(drawn.isSaturated(.bca, level: 0.95))
    }
    // z0 is -1.1: the printed limit is near the smallest of 1,000 replicates, so it moves with the seed.
    #expect((lower.min() ?? 0) < 640 && (lower.max() ?? 0) > 660, "\(lower)")
    let fit = try table.stepwiseFit(threshold: 0.02)
    #expect(fit.model.terms.count { $0.nonzeroBitCount == 2 } == 1)
  }

  private static func bootstrap(_ name: String, order: Int) async throws -> Bootstrap {
    let table = try Fixture.table(name)
    let tables = try ReplicateTables(parsing: Fixture.text("vectors/bic_\(name).csv"), lists: table.lists.count)
    return try await table.bootstrap(.best(.bic, order: order), tables: tables, threads: 2)
  }
}

struct ExtendedBootstrapTests {
  @Test func `replicates that are added to others make the bootstrap they would have made together`() async throws {
    let table = try Fixture.table("NewOrl_185")
    let rule = SelectionRule.stepwise(threshold: 0.02)
    let few = try await table.bootstrap(rule, replicates: 350, seed: 8).counting(ties: .notBelow)
    let more = try await table.bootstrap(rule, replicates: 900, seed: 8, threads: 2, extending: few)
    #expect(more == (try await table.bootstrap(rule, replicates: 900, seed: 8).counting(ties: .notBelow)))
  }
}
