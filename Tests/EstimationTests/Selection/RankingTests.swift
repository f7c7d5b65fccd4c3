import Invented
import Testing

@testable import Estimation

/// Three lists: eight models, seven of them with a closed form.
struct RankingTests {
  private static func table() throws -> CaptureHistories {
    try CaptureHistories(
      lists: ["A", "B", "C"],
      entries: [90, 60, 20, 41, 15, 11, 7].enumerated().map { .init(history: UInt32($0 + 1), count: $1) })
  }

  @Test(arguments: InformationCriterion.allCases)
  func `all eight models are there, in order, with weights that add up to one`(_ criterion: InformationCriterion)
    async throws
  {
    let table = try Self.table()
    let ranking = try await table.rankedModels(order: 2, criterion: criterion)
    #expect(ranking.all == 8 && ranking.valid == 8 && ranking.observed == 244 && ranking.criterion == criterion)
    #expect(Set(ranking.ranked.map(\.model)).count == 8)
    #expect(zip(ranking.ranked, ranking.ranked.dropFirst()).allSatisfy { $0.value <= $1.value })
    #expect(abs(ranking.ranked.reduce(0) { $0 + $1.weight } - 1) < 1e-14)
    for row in ranking.ranked {
      let fit = try row.model.fitted(to: table)
      #expect(relativeError(row.value, criterion == .bic ? fit.bic : fit.aic) < 1e-11)
      #expect(relativeError(row.logLikelihood, fit.logLikelihood) < 1e-11)
      #expect(relativeError(row.estimate, fit.estimate) < 1e-10)
      #expect(relativeError(row.intercept, log(fit.hidden)) < 1e-10)
      #expect(relativeError(row.interceptVariance, fit.interceptVariance) < 1e-6)
      let weight = exp((ranking.ranked[0].value - row.value) / 2)
      #expect(relativeError(row.weight / ranking.ranked[0].weight, weight) < 1e-11)
    }
  }

  @Test func `models further behind than the window are counted but not kept`() async throws {
    let table = try Self.table()
    let whole = try await table.rankedModels(order: 2)
    let window = whole.ranked[3].value - whole.ranked[0].value
    let part = try await table.rankedModels(order: 2, window: window + 1e-9)
    #expect(part.ranked.map(\.model) == whole.ranked.prefix(4).map(\.model) && part.valid == 8 && part.all == 8)
    #expect(abs(part.ranked.reduce(0) { $0 + $1.weight } - 1) < 1e-14)
    let one = try await table.rankedModels(order: 2, window: 0)
    #expect(one.ranked.count == 1 && one.ranked[0].weight == 1)
    let order = try await table.rankedModels(order: 1)
    #expect(order.all == 1 && order.ranked[0].model == .mainEffects(lists: 3))
  }

  @Test func `models that tie go by fewer parameters, then by name`() {
    let lattice = ModelLattice(lists: 3, order: 2)
    let score = { (model: UInt64, parameters: Int, value: Double) in
      LatticeScore(
        model: model, parameters: parameters, value: value, logLikelihood: 0, intercept: 0, variance: 0,
        isOnFace: false)
    }
    // [23,1], [12,3] and [13,2] within rounding, [12,13] with a parameter more, [1,2,3] clearly behind.
    let sorted = lattice.inOrder([
      score(0b000, 4, 10 + 3e-9), score(0b011, 6, 10), score(0b100, 5, 10 + 4e-10), score(0b001, 5, 10 + 9e-10),
      score(0b010, 5, 10 + 2e-10),
    ])
    #expect(sorted.map(\.model) == [0b001, 0b010, 0b100, 0b011, 0b000])
    let apart = lattice.inOrder([score(0b011, 6, 1), score(0b001, 5, 1 + 2e-9)])
    #expect(apart.map(\.model) == [0b011, 0b001])
  }

  @Test func `two lists that mirror each other leave a tie, which the name settles`() async throws {
    let table = try CaptureHistories(
      parsing: "A,B,C,count\n1,0,0,80\n0,1,0,50\n0,0,1,50\n1,1,0,31\n1,0,1,31\n0,1,1,9\n1,1,1,12\n")
    let ranking = try await table.rankedModels(order: 2)
    let names = ranking.ranked.map(\.model.notation)
    let (first, second) = (names.firstIndex(of: "[12,23]"), names.firstIndex(of: "[13,23]"))
    #expect(try #require(first) + 1 == (try #require(second)))
    let rule = try RuleEstimator(.best(.bic, order: 2), lists: 3)
    #expect(rule.model(CountTable(table)) == ranking.ranked[0].model)
  }

  @Test func `a ranking warns of what it left out and of a close runner-up`() async throws {
    let ranking = try await Self.table().rankedModels(order: 2)
    let gap = ranking.ranked[1].value - ranking.ranked[0].value
    let expected = EstimationWarning.nearTie(
      chosen: ranking.ranked[0].model.notation, other: ranking.ranked[1].model.notation, difference: gap,
      otherEstimate: ranking.ranked[1].estimate)
    #expect(ranking.warnings == (gap < 2 ? [expected] : []))
    let alone = try await Self.table().rankedModels(order: 1)
    #expect(alone.warnings.isEmpty)
  }

  @Test func `a parameter costs two, or the logarithm of the persons`() {
    #expect(InformationCriterion.aic.penalty(observed: 244) == 2)
    #expect(InformationCriterion.bic.penalty(observed: 244) == log(244.0))
  }

  @Test func `a table on which no model has an estimate is not ranked`() async throws {
    // Everybody on list B is on list A too: whoever is on B alone, and so who is on neither, runs off to nought.
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,8\n1,1,3\n")
    await #expect(throws: RankingError.noModel) { try await table.rankedModels(order: 2) }
    await #expect(throws: BootstrapError.noEstimate) {
      try await table.bootstrap(.best(.bic, order: 2), replicates: 10, seed: 1)
    }
  }
}

struct ModelLatticeTests {
  @Test(arguments: [(3, 2, 8), (4, 2, 64), (4, 3, 113), (5, 2, 1024), (5, 3, 6_892), (2, 5, 1), (4, 1, 1), (4, 9, 113)])
  func `every model occurs once and holds the subsets of its terms`(_ lists: Int, _ order: Int, _ models: Int) {
    let lattice = ModelLattice(lists: lists, order: order)
    #expect(lattice.count() == models || (lists, order) == (5, 3))
    guard models < 200 else { return }
    let all = lattice.allModels
    #expect(all.count == models && Set(all).count == models && all.first == .mainEffects(lists: lists))
    for model in all { #expect(model.order <= max(1, min(order, lists - 1))) }
  }

  @Test func `a triple needs its three pairs`() throws {
    let lattice = ModelLattice(lists: 4, order: 3)
    #expect(lattice.interactions == [3, 5, 9, 6, 10, 12, 7, 11, 13, 14])
    #expect(lattice.needs.prefix(6).allSatisfy { $0 == 0 })
    // 7 = {1, 2, 3} needs 12 (bit 0), 13 (bit 1) and 23 (bit 3).
    #expect(lattice.needs[6] == 0b001011 && lattice.needs[9] == 0b111000)
    #expect(lattice.terms(0b1001011) == [3, 5, 6, 7] && lattice.model(0b1001011).notation == "[123,4]")
  }

  @Test(arguments: [
    (2, 2, true), (5, 4, true), (6, 2, true), (6, 3, true), (6, 4, false), (7, 2, true), (7, 3, false), (8, 2, false),
  ])
  func `lattices of more than a few million models are refused`(_ lists: Int, _ order: Int, _ isMade: Bool) {
    if isMade {
      #expect(throws: Never.self) { try ModelLattice.make(lists: lists, order: order) }
    } else {
      #expect(throws: RankingError.tooManyModels(lists: lists, order: order)) {
        try ModelLattice.make(lists: lists, order: order)
      }
    }
  }

  @Test func `the parts of the tree hold every model once, and each fit is that of the model by itself`() throws {
    let table = CountTable(try Fixture.table("Kosovo"))
    let lattice = ModelLattice(lists: 4, order: 3)
    let parts = lattice.parts
    #expect(parts.fixed == 6 && parts.prefixes == Array(0..<64))
    var seen: Set<UInt64> = []
    let solver = LoglinearSolver(lists: 4)
    for prefix in parts.prefixes {
      LatticeWalk(lattice).visit(table, prefix: prefix, fixed: parts.fixed) { visit in
        #expect(seen.insert(visit.model).inserted && visit.model & 63 == prefix)
        let terms = lattice.model(visit.model).terms
        #expect(visit.parameters == terms.count)
        switch (visit.outcome, solver.fit(terms, to: table, warm: false)) {
        case (.converged(let one), .converged(let other)):
          #expect(relativeError(one.logLikelihood, other.logLikelihood) < 1e-11)
          #expect(relativeError(one.intercept, other.intercept) < 1e-8)
        case (let one, let other): #expect(one == other)
        }
      }
    }
    #expect(seen.count == 113)
    let three = ModelLattice(lists: 3, order: 2).parts
    #expect(three.fixed == 3 && three.prefixes.count == 8)
  }
}

struct ModelAverageTests {
  private static func ranking(_ rows: [(intercept: Double, variance: Double, weight: Double)]) -> ModelRanking {
    ModelRanking(
      criterion: .bic, observed: 100,
      ranked: rows.map { row in
        .init(
          model: .mainEffects(lists: 2), logLikelihood: 0, value: 0, intercept: row.intercept,
          interceptVariance: row.variance, estimate: 100 + exp(row.intercept), weight: row.weight,
          isOnFace: false)
      }, valid: rows.count, faces: 0, all: rows.count)
  }

  @Test(arguments: [0.5, 0.8, 0.95, 0.999])
  func `the mixture of one model is its log-normal distribution`(_ level: Double) {
    let average = Self.ranking([(5, 0.09, 1)]).average(levels: [level])
    let spread = 0.3 * NormalDistribution.quantile(0.5 + level / 2)
    #expect(relativeError(average.intervals[0].lower, 100 + exp(5 - spread)) < 1e-11)
    #expect(relativeError(average.intervals[0].upper, 100 + exp(5 + spread)) < 1e-11)
    #expect(average.intervals[0].kind == .mixture && average.intervals[0].level == level)
    #expect(
      relativeError(average.mean, 100 + exp(5.0)) < 1e-14 && relativeError(average.geometricMean, average.mean) < 1e-13)
  }

  @Test func `the mixture of several has each share of its weight below each quantile`() {
    let rows = [(4.0, 0.04, 0.5), (6.0, 0.25, 0.3), (5.0, 0.0, 0.2)]
    let average = Self.ranking(rows).average()
    var previous = 100.0
    for share in [0.01, 0.2, 0.4, 0.55, 0.72, 0.9, 0.99] {
      let quantile = average.mixtureQuantile(share)
      let x = log(quantile - 100)
      // The third model is a point: its weight counts from there on.
      let below =
        0.5 * NormalDistribution.cumulative((x - 4) / 0.2) + 0.3 * NormalDistribution.cumulative((x - 6) / 0.5)
      let jumps = abs(x - 5) < 1e-9
      #expect(jumps || abs(below + (x > 5 ? 0.2 : 0) - share) < 1e-9, "\(share)")
      #expect(quantile > previous)
      previous = quantile
    }
    #expect(relativeError(average.mixtureQuantile(0.6), 100 + exp(5.0)) < 1e-9)
    #expect(average.intervals.map(\.level) == [0.8, 0.95])
  }

  @Test func `means lie between the smallest and the largest model, weighted`() {
    let rows = [(4.0, 0.04, 0.5), (6.0, 0.25, 0.3), (5.0, 0.0, 0.2)]
    let average = Self.ranking(rows).average(levels: [])
    let estimates = rows.map { 100 + exp($0.0) }
    #expect(relativeError(average.mean, 0.5 * estimates[0] + 0.3 * estimates[1] + 0.2 * estimates[2]) < 1e-14)
    let logs = 0.5 * log(estimates[0]) + 0.3 * log(estimates[1]) + 0.2 * log(estimates[2])
    #expect(relativeError(average.geometricMean, exp(logs)) < 1e-14)
    #expect(average.geometricMean > estimates[0] && average.geometricMean < average.mean && average.mean < estimates[1])
    let quantiles = [0.1, 0.5, 0.500001, 0.7, 0.71, 1, 1.1].map(average.modelQuantile)
    #expect(quantiles == [0, 0, 2, 2, 1, 1, 1].map { estimates[$0] })
    #expect(average.intervals.isEmpty && average.observed == 100)
    #expect(Self.ranking([]).average(levels: []).modelQuantile(0.5) == 100)
  }
}
