import Disclosure

@testable import Estimation
@testable import Model

/// A card with one method, two lists and every part filled, checkable by eye.
enum InventedCard {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let policy = Policy.publishAsIs(reason: text("Verzonnen.", "Invented."))

  static let card = EstimateCard(
    observed: 80,
    lists: [
      .init(name: "A", persons: 60, onlyHere: 50), .init(name: "<i>", persons: 30, onlyHere: 20),
    ],
    pairs: [.init(first: "A", second: "<i>", persons: 10)],
    combinations: [
      .init(members: [0], persons: 50), .init(members: [1], persons: 20), .init(members: [0, 1], persons: 10),
    ],
    warnings: [], headline: headline, estimates: [estimate],
    missing: [.init(method: .latentClasses, reason: text("niet gevraagd.", "not asked for."))],
    models: .init(valid: 1, all: 2, best: [.init(notation: "[1,2]", bic: 12.5, estimate: 600, weight: 1)]),
    curve: [point(1), point(2)], sensitivity: sensitivity)

  static let headline = PopulationHeadline(
    observed: 80, estimate: 610, lower: 310, upper: 1_250, doubts: [.fewOverlaps(persons: 10)],
    parts: [
      .init(personsDiffer: false, estimate: 590, lower: 310, upper: 800, weight: 0.75, stays: true),
      .init(personsDiffer: true, estimate: 700, lower: 350, upper: 1_250, weight: 0.25, stays: true),
    ])

  static let estimate = PopulationEstimate(
    method: .stepwise, observed: 80, estimate: 600, standardError: 2.5,
    intervals: [interval(0.8, 500...700), interval(0.95, 480...900)], model: "[1,2]", parameters: 3,
    logLikelihood: -4.5, deviance: 1.5, aic: 15.5, bic: 12.5, warnings: [.failedJackknife(count: 2)], seed: 7,
    replicates: 400)

  static let sensitivity = SensitivityReport(
    estimate: 600, highestOrder: [.init(change: "xi = 0.5", estimate: 750)],
    withoutList: [.init(change: "- A", estimate: nil, lists: ["A"])], merged: [], thresholds: [], linkage: [],
    consistency: [.init(list: "A", known: 60, estimate: 64.5)], neededOverlap: .init(now: 10, needed: 22.5))

  static func interval(_ level: Double, _ limits: ClosedRange<Double>) -> EstimateInterval {
    .init(kind: .bca, level: level, lower: limits.lowerBound, upper: limits.upperBound)
  }

  static func point(_ top: Int) -> EstimateCard.CurvePoint {
    .init(top: top, estimate: 600, intervals: [interval(0.8, 500...700), interval(0.95, 480...900)])
  }

  /// The card of a table that someone brought.
  static let brought = ConfidentialEstimate(card, named: "card")

  /// The same card as the estimate of an edition over `lists/x.csv`.
  static func ofEdition() throws -> ConfidentialEstimate {
    var card = Self.card
    card.years = [
      YearHeadline(
        year: "2020", observed: 45, combinations: [45],
        headline: PopulationHeadline(observed: 45, estimate: 330, lower: 120, upper: 800, doubts: [], parts: [])),
      YearHeadline(
        year: "2021", observed: 50, combinations: [50], headline: PopulationHeadline(withoutEstimateOf: 50)),
    ]
    let histories = try CaptureHistories(
      lists: card.lists.map(\.name),
      entries: [.init(history: 1, count: 50), .init(history: 2, count: 20), .init(history: 3, count: 10)],
      allowingRounded: true)
    return ConfidentialEstimate(
      EditionCard(
        plan: plan, listed: ListedPersons(stratum: [], histories: histories, leftOut: 0), card: card, seed: 7,
        monitor: InventedEdition.monitor()))
  }

  static let plan = EstimatePlan(
    name: "x", title: text("Gezien <b>", "Gezien <b>"), unit: InventedEdition.unit,
    population: text("Wie er kwam.", "Who came."), years: 2020...2021,
    lists: .table(ListTable(file: "lists/x.csv", lists: ["A", "<i>"], rows: [])),
    listLabels: ["A": text("Politie", "Police")],
    sourceLine: text("Bron: twee lijsten", "Source: two lists"),
    comparisons: [
      .init(
        label: text("Eerder", "Before"), years: 2019...2020, persons: 200...250, source: "Een rapport",
        difference: text("Anders gerekend.", "Computed otherwise."))
    ])
}
