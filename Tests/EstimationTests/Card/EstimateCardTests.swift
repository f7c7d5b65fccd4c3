import Invented
import Model
import Testing

@testable import Estimation

@Suite struct EstimateCardTests {
  private let settings = EstimationSettings(replicates: 100, maximumReplicates: 100, seed: 7, threads: 2)

  private func small() throws -> CaptureHistories {
    try CaptureHistories(parsing: "A,B,C,count\n1,0,0,41\n0,1,0,63\n0,0,1,27\n1,1,0,12\n1,0,1,7\n0,1,1,9\n1,1,1,3\n")
  }

  @Test func `a card has the lists, the overlaps and every method with its assumption`() async throws {
    let card = try await small().card(using: settings)
    #expect(card.observed == 162)
    #expect(card.lists.map(\.persons) == [63, 87, 46] && card.lists.map(\.onlyHere) == [41, 63, 27])
    #expect(card.pairs.map(\.persons) == [15, 10, 12])
    #expect(card.combinations.count == 7 && card.combinations.reduce(0) { $0 + $1.persons } == 162)
    let said = Set(card.estimates.map(\.method) + card.missing.map(\.method))
    #expect(said == Set(EstimationMethod.allCases.filter { $0 != .model }))
    #expect(card.curve.map(\.top) == [1, 2, 4, 8] && card.models?.all == 8)
    let groups = card.sensitivityGroups(naming: .plain).map(\.name)
    #expect(groups == ["highest-order", "without-list", "merged", "linkage"])
  }

  @Test func `the spread is that of estimates nothing speaks against, and never of a lower bound`() async throws {
    let card = try await small().card(using: settings)
    let spread = try #require(card.spread)
    #expect(spread.smallest > 162 && spread.smallest < spread.largest)
    #expect(card.credible.allSatisfy { !$0.method.isLowerBound })
    let bound = try #require(card.estimates.first { $0.method == .chao })
    #expect(bound.doubt == .lowerBound)
  }

  @Test func `a method gives the same number on a card and by itself`() async throws {
    let table = try Fixture.table("Kosovo")
    let card = try await table.card(
      using: settings, methods: [.weighed, .stepwise, .bic, .aic, .bicAverage, .interactionThreshold])
    for onCard in card.estimates {
      var own = settings
      own.order = onCard.method.rankedOrder(lists: table.lists.count)
      let alone = try await table.estimate(by: onCard.method, using: own)
      #expect(onCard.estimate == alone.estimate && onCard.model == alone.model, "\(onCard.method)")
    }
    #expect(card.models?.best.first?.notation == card.estimates.first { $0.method == .bic }?.model)
  }

  /// The bound is one only where lists do not avoid each other, which these do; the weighed models allow for that.
  @Test func `what the headline is made of counts below the bound with list effects too`() async throws {
    let table = try Fixture.table("UKdat_5")
    let card = try await table.card(using: settings, methods: [.weighed, .stepwise, .chaoListEffects])
    let limits = try #require(card.estimates.first { $0.method == .chaoListEffects }?.shownInterval(level: 0.95))
    for value in card.estimates where value.method != .chaoListEffects {
      #expect(try #require(value.estimate) < limits.lower)
      #expect(card.doubt(of: value) == (value.method == .weighed ? nil : .belowBound))
    }
  }

  @Test func `the same card comes from any number of threads`() async throws {
    var other = settings
    other.threads = 5
    #expect(try await small().card(using: settings) == small().card(using: other))
  }

  @Test func `choosing among one model is choosing none, and other methods choose from no list`() async throws {
    let table = try small()
    let best = try await table.estimate(by: .bic, choosingAmong: 1, using: settings)
    let plain = try await table.estimate(by: .bic, using: settings)
    #expect(best.estimate == plain.estimate && best.intervals.count == 2)
    var given = settings
    given.model = best.model
    let fixed = try await table.estimate(by: .model, using: given)
    #expect(zip(best.intervals, fixed.intervals).allSatisfy { abs($0.lower - $1.lower) < 1e-6 * $1.lower })
    await #expect(throws: EstimationError.settingOutOfRange("top")) {
      _ = try await table.estimate(by: .stepwise, choosingAmong: 3, using: settings)
    }
  }

  @Test(arguments: [
    (PopulationEstimate(method: .allPairs, observed: 10, estimate: nil, model: ""), EstimateDoubt?.some(.noEstimate)),
    (made(10.2, 10.1...10.4), .nobodyHidden), (made(50, 20...Double.infinity), .unbounded),
    (made(50, 11...900), .tooWide(factor: 100)), (made(50, 20...90), nil),
  ])
  func `an estimate counts unless something speaks against it`(_ value: PopulationEstimate, _ doubt: EstimateDoubt?) {
    #expect(value.doubt == doubt)
  }
}

private func made(_ estimate: Double, _ range: ClosedRange<Double>) -> PopulationEstimate {
  PopulationEstimate(
    method: .allPairs, observed: 10, estimate: estimate,
    intervals: [.init(kind: .bca, level: 0.95, lower: range.lowerBound, upper: range.upperBound)], model: "[12]")
}
