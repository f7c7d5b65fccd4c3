import Disclosure
@testable import Estimation
@testable import Model
@testable import Tabulation

/// Tables and cards of nothing that exists, checkable by eye.
enum Invented {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let policy = Policy.publishAsIs(reason: text("Verzonnen.", "Invented."))

  static let unit = UnitOfCount(name: "visitor", label: text("bezoekers", "visitors"), repeats: .oncePerYear)

  /// A table with one row and one column for each of these cells.
  static func table(_ figure: String, _ cells: [[Cell]]) -> ConfidentialTable {
    let width = cells.first?.count ?? 0
    let rows = cells.indices.map { index in
      TableShape.RowHeader(
        key: "r\(index)", name: nil, label: LocalizedText("r\(index)"), measure: LocalizedText("m"),
        unit: .named(unit.label))
    }
    let columns = (0..<width).map { index in
      TableShape.ColumnHeader(key: "c\(index)", name: LocalizedText("x"), label: LocalizedText("c\(index)"), panel: 0)
    }
    let shape = TableShape(
      figure: figure, title: LocalizedText("A title"), unit: unit, rows: rows, columns: columns, panels: [],
      chart: .none, sourceLine: LocalizedText(""), notes: [])
    return ConfidentialTable(shape: shape, cells: cells)
  }

  /// Two methods that differ, two lists, and every part of a card filled.
  static let card = EstimateCard(
    observed: 80,
    lists: [.init(name: "A", persons: 61, onlyHere: 51), .init(name: "B", persons: 29, onlyHere: 19)],
    pairs: [.init(first: "A", second: "B", persons: 10)],
    combinations: [
      .init(members: [0], persons: 51), .init(members: [1], persons: 19), .init(members: [0, 1], persons: 10),
    ],
    warnings: [.nothingHidden], headline: headline,
    estimates: [estimate(.stepwise, 600, upper: 900), estimate(.mainEffects, 155, upper: 240)],
    missing: [.init(method: .latentClasses, reason: text("Niet gevraagd.", "Not asked for."))],
    models: .init(valid: 1, all: 2, best: [.init(notation: "[1,2]", bic: 12.5, estimate: 601, weight: 0.75)]),
    curve: [.init(top: 3, estimate: 602, intervals: [interval(0.8, 500, 700)])], sensitivity: sensitivity)

  static let headline = PopulationHeadline(
    observed: 80, estimate: 615, lower: 320, upper: 1_260, doubts: [.fewOverlaps(persons: 10)],
    parts: [.init(personsDiffer: true, estimate: 625, lower: 330, upper: 1_270, weight: 1, stays: true)])

  static let sensitivity = SensitivityReport(
    estimate: 603, highestOrder: [.init(change: "xi = 0.5", estimate: 750)],
    withoutList: [.init(change: "- A", estimate: nil)], merged: [], thresholds: [], linkage: [],
    consistency: [.init(list: "A", known: 62, estimate: 64.5)], neededOverlap: .init(now: 11, needed: 22.5))

  static func estimate(_ method: EstimationMethod, _ number: Double, upper: Double) -> PopulationEstimate {
    PopulationEstimate(
      method: method, observed: 81, estimate: number, standardError: 2.5, intervals: [interval(0.95, 100, upper)],
      model: "[1,2]", parameters: 3, logLikelihood: -4.5, deviance: 1.5, aic: 15.5, bic: 12.5,
      warnings: [.failedJackknife(count: 2)], seed: 7, replicates: 400)
  }

  static func interval(_ level: Double, _ lower: Double, _ upper: Double) -> EstimateInterval {
    .init(kind: .bca, level: level, lower: lower, upper: upper)
  }

  static let sex = Variable(
    name: "sex", kind: .category, label: text("geslacht", "sex"),
    categories: [
      Category(code: "f", label: text("Vrouwen", "Women")), Category(code: "m", label: text("Mannen", "Men")),
    ])

  static let monitor = Monitor(
    name: "bezoek", title: text("Bezoek", "Visits"), edition: "2021", publisher: text("Wij", "We"),
    years: 2020...2021, referenceDate: "2022-03-01", seed: 7, units: [unit],
    publication: .init(policy: "publishAsIs", reason: text("Verzonnen.", "Invented.")), provenance: .registered,
    introduction: text("Wie er kwam.", "Who came."), codebook: Codebook(version: "1", variables: [sex]), grounds: [],
    sources: [], link: LinkPlan(reason: text("", ""), source: "", combinations: []), rules: [], figures: [])

  static func plan(_ lists: EstimatePlan.Lists, strata: [String] = []) -> EstimatePlan {
    EstimatePlan(
      name: "x", title: text("Wie er zijn", "Who there are"), unit: unit, population: text("Ieder.", "Everyone."),
      years: 2018...2019, lists: lists,
      listLabels: ["A": text("Politie", "Police"), "Z": text("Weg", "Gone")],
      merged: [.init(name: "B", lists: ["b1", "b2"])], dropped: ["D"], strata: strata, replicates: 250,
      sourceLine: text("Bron", "Source"), notes: [text("Een noot.", "A note.")])
  }

  /// The card as an estimate of an edition.
  static func ofEdition(
    _ lists: EstimatePlan.Lists = .table(ListTable(file: "lists/x.csv", lists: ["A", "B"], rows: [])),
    strata: [String] = [], stratum: [String] = []
  ) throws -> ConfidentialEstimate {
    let histories = try CaptureHistories(
      lists: ["A", "B"],
      entries: [.init(history: 1, count: 51), .init(history: 2, count: 19), .init(history: 3, count: 10)])
    return ConfidentialEstimate(
      EditionCard(
        plan: plan(lists, strata: strata),
        listed: ListedPersons(stratum: stratum, histories: histories, leftOut: 4), card: card, seed: 99,
        monitor: monitor))
  }
}
