import Invented
import Model
import Testing

@testable import Disclosure
@testable import Estimation

/// The card of a small table: 162 persons on three lists, of whom 31 on more than one.
@Suite struct PublishedEstimateTests {
  private let policy = Policy.publishAsIs(reason: LocalizedText(nl: "Om.", en: "For."))

  private func card() async throws -> EstimateCard {
    let table = "A,B,C,count\n1,0,0,41\n0,1,0,63\n0,0,1,27\n1,1,0,12\n1,0,1,7\n0,1,1,9\n1,1,1,3\n"
    return try await CaptureHistories(parsing: table).card(
      using: EstimationSettings(replicates: 100, maximumReplicates: 100, seed: 7, threads: 2))
  }

  private func published(_ card: EstimateCard) throws -> PublishedCard {
    let publication = Publication(of: [], estimates: [ConfidentialEstimate(card, named: "card")], under: policy)
    #expect(publication.tables.isEmpty && publication.estimate(named: "fig-1") == nil)
    return try #require(publication.estimate(named: "card")).card
  }

  private func exact(_ counts: [Int]) -> [CellValue] { counts.map { .exact(Quantity($0)) } }

  @Test func `publishing as is keeps every count of persons`() async throws {
    let card = try await published(card())
    #expect(card.subject == nil && [card.observed, card.onSeveral] == exact([162, 31]))
    #expect(card.lists.map(\.name) == ["A", "B", "C"])
    #expect(card.lists.map(\.persons) == exact([63, 87, 46]) && card.lists.map(\.onlyHere) == exact([41, 63, 27]))
    #expect(card.pairs.map { $0.first + $0.second } == ["AB", "AC", "BC"])
    #expect(card.pairs.map(\.persons) == exact([15, 10, 12]))
    #expect(card.combinations.map(\.members) == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
    #expect(card.combinations.map(\.persons) == exact([41, 63, 27, 12, 7, 9, 3]))
    #expect(card.sensitivity?.consistency.map(\.known) == exact([63, 87, 46]))
    #expect(card.sensitivity?.neededOverlap?.now == .exact(Quantity(31)))
  }

  @Test func `publishing as is keeps every estimate with its limits, its model and its words`() async throws {
    let confidential = try await card()
    let card = try published(confidential)
    let names = ListNames(["A", "B", "C"])
    #expect(card.estimates.map(\.method.code) == confidential.estimates.map(\.method.rawValue))
    for (shown, value) in zip(card.estimates, confidential.estimates) {
      #expect(shown.observed == .exact(Quantity(162)) && shown.estimate == value.estimate)
      #expect(shown.standardError == value.standardError && shown.model == value.model)
      #expect(shown.intervals.map(\.lower) == value.intervals.map(\.lower))
      #expect(shown.intervals.map(\.upper) == value.intervals.map(\.upper))
      #expect(shown.intervals.map(\.level) == value.intervals.map(\.level))
      #expect(shown.intervals.map(\.kind) == value.intervals.map(\.kind.rawValue))
      #expect(
        [shown.logLikelihood, shown.deviance, shown.aic, shown.bic]
          == [value.logLikelihood, value.deviance, value.aic, value.bic])
      #expect(shown.parameters == value.parameters && shown.existence == value.existence.rawValue)
      #expect(shown.identifiable == value.identifiable)
      #expect(shown.warnings == value.warnings.filter { !$0.isTechnical }.map { $0.text(naming: names) })
      #expect(shown.remarks == value.warnings.filter(\.isTechnical).map { $0.text(naming: names) })
      #expect(shown.doubt == value.doubt?.text && shown.seed == value.seed && shown.replicates == value.replicates)
      #expect(shown.method.label == value.method.label && shown.method.assumption == value.method.assumption)
    }
    #expect(card.missing.map(\.reason) == confidential.missing.map(\.reason))
    #expect(card.warnings == confidential.warnings.map(\.text))
    #expect(card.spread?.smallest == confidential.spread?.smallest)
    #expect(card.spread?.largest == confidential.spread?.largest)
    #expect(card.spread?.methods == confidential.credible.count)
  }

  @Test func `publishing as is keeps the models, the curve and what moves the estimate`() async throws {
    let confidential = try await card()
    let card = try published(confidential)
    let models = try #require(confidential.models)
    #expect(card.models?.best.map(\.notation) == models.best.map(\.notation) && card.models?.all == 8)
    #expect(card.models?.best.map(\.bic) == models.best.map(\.bic) && card.models?.valid == models.valid)
    #expect(card.models?.best.map(\.estimate) == models.best.map(\.estimate))
    #expect(card.models?.best.map(\.weight) == models.best.map(\.weight))
    #expect(card.curve.map(\.top) == [1, 2, 4, 8] && card.curve.map(\.estimate) == confidential.curve.map(\.estimate))
    #expect(card.curve.map { $0.intervals.map(\.upper) } == confidential.curve.map { $0.intervals.map(\.upper) })
    let (shown, report) = try (#require(card.sensitivity), #require(confidential.sensitivity))
    #expect(shown.estimate == report.estimate)
    #expect(shown.groups.map(\.name) == ["highest-order", "without-list", "merged", "linkage"])
    for (group, other) in zip(shown.groups, confidential.sensitivityGroups(naming: .plain)) {
      #expect(group.changes.map(\.change) == other.rows.map(\.change))
      #expect(group.changes.map(\.estimate) == other.rows.map(\.estimate))
    }
    #expect(shown.consistency.map(\.estimate) == report.consistency.map(\.estimate))
    #expect(shown.neededOverlap?.needed == report.neededOverlap?.needed)
  }

  @Test func `a policy can withhold each count by itself`() async throws {
    let card = PublishedCard(ConfidentialEstimate(try await card(), named: "card")) {
      $0 < 10 ? .suppressed(.primary) : .exact(Quantity($0))
    }
    #expect(
      card.combinations.map(\.persons.quantity?.numerator) == [41, 63, 27, 12, nil, nil, nil]
        && card.pairs.map(\.persons) == exact([15, 10, 12]))
  }

  @Test func `before that its numbers are in no description and no mirror`() async throws {
    let card = try await card()
    let estimate = ConfidentialEstimate(card, named: "card")
    let texts: [String] = [
      "\(card)", "\(estimate)", String(reflecting: card), String(reflecting: estimate),
      "\(Mirror(reflecting: card).children.map { "\($0)" })",
      "\(Mirror(reflecting: estimate).children.map { "\($0)" })",
    ]
    for text in texts { #expect(!text.contains("162") && !text.contains("63"), "\(text)") }
  }
}
