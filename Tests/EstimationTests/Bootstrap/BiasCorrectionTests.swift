import Invented
import Testing

@testable import Estimation

/// Four replicates and three histories: every number by hand.
struct BiasCorrectionTests {
  private static let jackknife = [(weight: 2.0, estimate: 10.0), (3, 14), (5, 12)]

  @Test func `bias and acceleration are those of the formula`() {
    let correction = BiasCorrection(estimate: 12, replicates: [9, 11, 13, 20], jackknife: Self.jackknife)
    // Two of four below: Φ⁻¹(1/2). T̄ = (20 + 42 + 60) / 10 = 12.2; d = 2.2, −1.8, 0.2.
    #expect(correction.bias == 0)
    let squares = 2 * 2.2 * 2.2 + 3 * 1.8 * 1.8 + 5 * 0.2 * 0.2
    let cubes = 2 * 2.2 * 2.2 * 2.2 - 3 * 1.8 * 1.8 * 1.8 + 5 * 0.2 * 0.2 * 0.2
    #expect(relativeError(correction.acceleration, cubes / (6 * squares * squares.squareRoot())) < 1e-12)
    let low = BiasCorrection(estimate: 12, replicates: [9, 13, 13, 20], jackknife: Self.jackknife)
    #expect(relativeError(low.bias, -0.6744897501960817) < 1e-14)
    let all = BiasCorrection(estimate: 30, replicates: [9, 13, 13, 20], jackknife: Self.jackknife)
    #expect(all.bias == .infinity)
  }

  @Test func `a replicate at the estimate counts for one half, or not at all`() {
    let replicates = [9, 12 * (1 + 5e-10), 13, 20]
    let middle = BiasCorrection(estimate: 12, replicates: replicates, jackknife: Self.jackknife)
    let strict = BiasCorrection(estimate: 12, replicates: replicates, jackknife: Self.jackknife, ties: .notBelow)
    #expect(relativeError(middle.bias, NormalDistribution.quantile(0.375)) < 1e-14)
    #expect(relativeError(strict.bias, NormalDistribution.quantile(0.25)) < 1e-14)
    // A person among a thousand million is a billionth: still a tie.
    let edge = BiasCorrection(estimate: 1e9, replicates: [1e9 + 1, 1e9 + 2], jackknife: Self.jackknife)
    #expect(relativeError(edge.bias, NormalDistribution.quantile(0.25)) < 1e-14)
    let apart = BiasCorrection(estimate: 12, replicates: [9, 12 * (1 - 2e-9), 13, 20], jackknife: Self.jackknife)
    #expect(apart.bias == 0)
  }

  @Test func `a jackknife that never moves has no acceleration`() {
    let correction = BiasCorrection(estimate: 5, replicates: [4, 6], jackknife: [(1, 7), (4, 7)])
    #expect(correction.acceleration == 0 && correction.bias == 0)
    for share in [0.025, 0.1, 0.5, 0.9] { #expect(abs(correction.adjusted(share) - share) < 1e-15) }
    #expect(BiasCorrection(estimate: 5, replicates: [4, 6], jackknife: []).acceleration == 0)
  }

  @Test func `shares are adjusted by the formula of Efron and rise with the share`() {
    let correction = BiasCorrection(estimate: 12, replicates: [9, 13, 13, 20], jackknife: Self.jackknife)
    var previous = 0.0
    for share in [0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999] {
      let z = correction.bias + NormalDistribution.quantile(share)
      let expected = NormalDistribution.cumulative(correction.bias + z / (1 - correction.acceleration * z))
      #expect(abs(correction.adjusted(share) - expected) < 1e-15)
      #expect(correction.adjusted(share) > previous)
      previous = correction.adjusted(share)
    }
  }

  @Test func `where the formula has no number, the limit is the extreme it goes to`() {
    let all = BiasCorrection(estimate: 30, replicates: [9, 20], jackknife: Self.jackknife)
    let none = BiasCorrection(estimate: 3, replicates: [9, 20], jackknife: Self.jackknife)
    #expect(all.adjusted(0.025) == 1 && none.adjusted(0.975) == 0)
    // One person of a thousand far off gives an acceleration near its largest, 1/6; with all but one of 2,000 replicates
    // on one side, 1 − a z is negative.
    let many = [Double](repeating: 0, count: 1999)
    let skewed = BiasCorrection(estimate: 1, replicates: many + [2], jackknife: [(1, -100), (1000, 0)])
    #expect(skewed.acceleration > 0.16 && skewed.adjusted(0.9995) == 1 && skewed.adjusted(0.025) < 1)
    let other = BiasCorrection(estimate: 1, replicates: [0] + many.map { $0 + 2 }, jackknife: [(1, 100), (1000, 0)])
    #expect(other.acceleration < -0.16 && other.adjusted(0.0005) == 0 && other.adjusted(0.975) > 0)
  }
}

struct BootstrapSummaryTests {
  private static func bootstrap(_ count: Int, failed: Int = 0) -> Bootstrap {
    Bootstrap(
      estimate: Double(count + 1) / 2,
      replicates: (1...count).reversed().map { $0 > count - failed ? nil : Double($0) },
      jackknife: [(1, 10), (1, 12), (2, nil), (1, 14)])
  }

  @Test func `limits are quantiles of the replicates in order`() {
    let bootstrap = Self.bootstrap(999)
    #expect(bootstrap.replicates.first == 999 && bootstrap.estimate == 500)
    // h = (999 + 1/3) p + 1/3.
    #expect(relativeError(bootstrap.quantile(0.025), 999.3333333333333 * 0.025 + 1.0 / 3) < 1e-12)
    let interval = bootstrap.percentileInterval(level: 0.95)
    #expect(interval.kind == .percentile && interval.level == 0.95)
    #expect(abs(interval.lower + interval.upper - 1000) < 1e-9 && interval.lower == bootstrap.quantile(0.5 - 0.95 / 2))
    // Half of the replicates are below, and the jackknife is symmetric: BCa is the percentile interval.
    let corrected = bootstrap.bcaInterval(level: 0.95)
    #expect(corrected.kind == .bca && abs(corrected.lower - interval.lower) < 1e-9)
    #expect(abs(corrected.upper - interval.upper) < 1e-9)
    #expect(bootstrap.interval(.percentile, level: 0.8) == bootstrap.percentileInterval(level: 0.8))
    #expect(bootstrap.interval(.bca, level: 0.8) == bootstrap.bcaInterval(level: 0.8))
  }

  @Test func `replicates and histories without an estimate are counted`() {
    let bootstrap = Self.bootstrap(40, failed: 3)
    #expect(bootstrap.failed == 3 && bootstrap.failedJackknife == 1 && bootstrap.replicates.count == 40)
    #expect(bootstrap.quantile(0.99) == .infinity && bootstrap.quantile(0.5).isFinite)
    let more = bootstrap.extended(by: [1, nil])
    #expect(more.failed == 4 && more.failedJackknife == 1 && more.replicates.count == 42)
    #expect(more.correction.acceleration == bootstrap.correction.acceleration)
  }

  @Test(arguments: [(199, true), (200, false), (201, false)])
  func `an interval is saturated below five replicates beyond a limit`(_ count: Int, _ isSaturated: Bool) {
    // 2.5% of 200 is 5.
    #expect(Self.bootstrap(count).isSaturated(.percentile, level: 0.95) == isSaturated)
    #expect(Self.bootstrap(count).isSaturated(.percentile, level: 0.5) == false)
  }

  @Test func `enough replicates are five and a half beyond each limit, a quarter more and at most four times as many`()
  {
    #expect(Self.bootstrap(1000).enoughReplicates(.percentile, level: 0.998) == 4000)
    // 5.5 / 0.0025 = 2200, up to whole thousands.
    #expect(Self.bootstrap(1000).enoughReplicates(.percentile, level: 0.995) == 3000)
    #expect(Self.bootstrap(1000).enoughReplicates(.percentile, level: 0.5) == 2000)
    #expect(Self.bootstrap(8000).enoughReplicates(.percentile, level: 0.5) == 10_000)
    let far = Bootstrap(estimate: 0, replicates: (1...1000).map(Double.init), jackknife: [(1, 1)])
    #expect(far.isSaturated(.bca, level: 0.8) && far.enoughReplicates(.bca, level: 0.8) == 4000)
  }
}

struct RuleEstimatorTests {
  private static func table() throws -> CaptureHistories { try Fixture.table("Kosovo") }

  @Test func `every rule gives the estimate and the model of its selection`() async throws {
    let table = try Self.table()
    let ranking = try await table.rankedModels(order: 3)
    let best = ranking.ranked[0].model
    let cases: [(SelectionRule, HierarchicalModel)] = [
      (.model(.mainEffects(lists: 4)), .mainEffects(lists: 4)),
      (.stepwise(threshold: 0.02), try table.stepwiseFit(threshold: 0.02).model),
      (.akaikeStepwise(threshold: 0.05), try table.akaikeStepwiseFit(threshold: 0.05).model),
      (.best(.bic, order: 3), best),
    ]
    for (rule, model) in cases {
      let estimator = try RuleEstimator(rule, lists: 4)
      #expect(estimator.model(CountTable(table)) == model, "\(rule)")
      let estimate = try #require(estimator.estimate(CountTable(table)))
      #expect(relativeError(estimate, try model.fitted(to: table).estimate) < 1e-9, "\(rule)")
    }
    let among = try RuleEstimator(.bestOf([.mainEffects(lists: 4), best], .bic), lists: 4)
    #expect(relativeError(try #require(among.estimate(CountTable(table))), ranking.ranked[0].estimate) < 1e-9)
    #expect(among.model(CountTable(table)) == nil)
  }

  @Test func `of the first k models the best so far is kept, and those without an estimate are passed over`() throws {
    let table = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,80\n0,1,0,50\n0,0,1,50\n1,1,0,31\n1,0,1,31\n0,1,1,9\n1,1,1,12\n")
    let counts = CountTable(table)
    let models = ["[12,3]", "[1,2,3]", "[12,13]", "[13,2]", "[12,13,23]"].compactMap {
      HierarchicalModel(lists: 3, notation: $0)
    }
    let estimator = try RuleEstimator(.bestOf(models, .aic), lists: 3)
    let fits = try models.map { try $0.fitted(to: table) }
    let expected = models.indices.map { last -> Double in
      // 12 and 13 mirror each other: the earlier name stays.
      let best = fits[...last].min { $0.aic < $1.aic - 1e-9 }
      return best?.estimate ?? 0
    }
    for (one, other) in zip(estimator.bestPrefixes(counts, models, .aic), expected) {
      #expect(relativeError(try #require(one), other) < 1e-9)
    }
    let none = try RuleEstimator(.bestOf([], .aic), lists: 3)
    #expect(none.estimate(counts) == nil)
    var apart = CountTable(lists: 3)
    apart.load([1, 2, 4, 3], [9, 6, 4, 2])
    let pair = [HierarchicalModel(lists: 3, generators: [0b011]), .mainEffects(lists: 3)]
    let prefixes = try RuleEstimator(.bestOf(pair, .bic), lists: 3).bestPrefixes(apart, pair, .bic)
    #expect(prefixes[0] == nil && prefixes[1] != nil)
  }

  @Test func `a tie goes to fewer parameters, whichever comes first`() throws {
    // Saturated against itself by another name is no tie; main effects twice are.
    let table = CountTable(try Self.table())
    let model = HierarchicalModel.mainEffects(lists: 4)
    let twice = try RuleEstimator(.bestOf([model, model], .bic), lists: 4)
    let prefixes = twice.bestPrefixes(table, [model, model], .bic)
    #expect(prefixes[0] == prefixes[1])
  }

  @Test func `too many models are refused before anything is fitted`() async throws {
    #expect(throws: RankingError.tooManyModels(lists: 8, order: 2)) {
      try RuleEstimator(.best(.aic, order: 2), lists: 8)
    }
    await #expect(throws: BootstrapError.ranking(.tooManyModels(lists: 8, order: 2))) {
      try await Fixture.table("NewOrl_185").bootstrap(.best(.bic, order: 2), replicates: 5, seed: 1)
    }
  }
}

struct ReplicateTests {
  private static func table() throws -> CaptureHistories {
    try CaptureHistories(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,10\n")
  }

  @Test func `the jackknife leaves one person of each history out, weighted by how many have it`() throws {
    let rows = try Self.table().jackknifeRows { [$0.observed, $0.margins[1], $0.margins[2], $0.margins[3]] }
    #expect(rows.map(\.weight) == [30, 20, 10])
    #expect(rows.map(\.estimates) == [[59, 39, 30, 10], [59, 40, 29, 10], [59, 39, 29, 9]])
  }

  @Test func `replicate by replicate the estimate is that of Lincoln and Petersen on the drawn table`() async throws {
    let table = try Self.table()
    let bootstrap = try await table.bootstrap(.model(.mainEffects(lists: 2)), replicates: 45, seed: 77)
    #expect(relativeError(bootstrap.estimate, 40.0 * 30 / 10) < 1e-12)
    for (index, estimate) in bootstrap.replicates.enumerated() {
      var counts = [0, 0, 0]
      var generator = ReplicateGenerator(seed: 77, replicate: index)
      // Of 120 persons half are seen on average, and these are drawn over the histories.
      let seen = Multinomial.binomial(120, 0.5, using: &generator)
      Multinomial.draw(seen, weights: [30, 20, 10], using: &generator, into: &counts)
      let drawn = counts.map(Double.init)
      #expect(relativeError(estimate, (drawn[0] + drawn[2]) * (drawn[1] + drawn[2]) / drawn[2]) < 1e-10)
    }
    let again = try await table.bootstrap(.model(.mainEffects(lists: 2)), replicates: 45, seed: 77, threads: 3)
    #expect(again == bootstrap)
    let more = try await table.bootstrap(.model(.mainEffects(lists: 2)), replicates: 60, seed: 77)
    #expect(Array(more.replicates.prefix(45)) == bootstrap.replicates && more.replicates.count == 60)
  }

  @Test func `without replicates there is no bootstrap, nor with histories the data do not have`() async throws {
    let table = try Self.table()
    await #expect(throws: BootstrapError.noReplicates) {
      try await table.bootstrap(.model(.mainEffects(lists: 2)), replicates: 0, seed: 1)
    }
    let three = try CaptureHistories(parsing: "A,B,C,count\n1,0,0,30\n0,1,0,20\n1,1,0,10\n0,0,1,3\n1,0,1,1\n")
    await #expect(throws: BootstrapError.unknownHistory) {
      try await three.bootstrap(
        .stepwise(threshold: 0.02), tables: ReplicateTables(histories: [1, 7], counts: [[5, 6]]))
    }
  }

  @Test(
    arguments: [
      ("h100", 3, 0b001), ("h011", 3, 0b110), ("h111", 3, 0b111), ("h01", 2, 0b10), ("h000", 3, nil), ("h10", 3, nil),
      ("x100", 3, nil), ("h102", 3, nil), ("", 0, nil),
    ] as [(String, Int, UInt32?)])
  func `a heading names a history, list 1 first`(_ name: String, _ lists: Int, _ history: UInt32?) {
    #expect(ReplicateTables.history(named: name, lists: lists) == history)
  }

  @Test func `replicates without an estimate have none each`() {
    #expect(ReplicateTables(histories: [1], counts: [[2], [3]]).estimates == [nil, nil])
  }

  @Test func `the curve of one model is the bootstrap of that model, and larger choices stop at all models`()
    async throws
  {
    let table = try Fixture.table("Kosovo")
    let curve = try await table.topModelsCurve(order: 2, tops: [500, 1, 2, 0], replicates: 60, seed: 4, threads: 2)
    let ranking = try await table.rankedModels(order: 2, window: .infinity)
    #expect(curve.points.map(\.top) == [1, 2, ranking.ranked.count] && curve.models == ranking.valid)
    let one = try await table.bootstrap(.model(ranking.ranked[0].model), replicates: 60, seed: 4)
    let first = curve.points[0].bootstrap
    #expect(first.replicates == one.replicates && first.correction == one.correction)
    #expect(curve.points.allSatisfy { relativeError($0.bootstrap.estimate, ranking.ranked[0].estimate) < 1e-9 })
    let all = try await table.bootstrap(.best(.bic, order: 2), replicates: 60, seed: 4)
    for (one, other) in zip(curve.points[2].bootstrap.replicates, all.replicates) {
      #expect(one == other || relativeError(one, other) < 1e-9)
    }
    await #expect(throws: BootstrapError.noReplicates) {
      try await table.topModelsCurve(order: 2, tops: [], replicates: 60, seed: 4)
    }
  }
}
