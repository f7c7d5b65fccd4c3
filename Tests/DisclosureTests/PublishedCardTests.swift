import Testing

@testable import Disclosure
@testable import Estimation
@testable import Model

/// The card of an edition, part by part.
struct PublishedCardTests {
  private func card(_ estimate: ConfidentialEstimate) throws -> PublishedCard {
    let publication = Publication(of: [], estimates: [estimate], under: Invented.policy)
    return try #require(publication.estimates.first).card
  }

  @Test func `a subject says what the plan and the edition say`() throws {
    let subject = try #require(card(Invented.ofEdition()).subject)
    #expect(subject.name == "x" && subject.title == Invented.text("Wie er zijn", "Who there are"))
    #expect(subject.years == 2018...2019 && subject.period == "2018-2019")
    #expect(subject.population == Invented.text("Ieder.", "Everyone."))
    #expect(
      subject.countedOnce.nl
        == "Geteld zoals in de tabel van de bron: personen op precies deze lijsten, over de hele periode 2018-2019 samen."
    )
    #expect(subject.origin == .table(file: "lists/x.csv"))
    #expect(subject.stratum.isEmpty)
    #expect(
      subject.merged
        == [.init(name: "B", lists: ["b1", "b2"], label: LocalizedText("B"), members: LocalizedText("b1, b2"))])
    #expect(subject.dropped == ["D"] && subject.droppedLabels == LocalizedText("D"))
    #expect(subject.leftOut == .exact(Quantity(4)))
    #expect(subject.replicates == 250 && subject.seed == 99)
    #expect(subject.notes == [Invented.text("Een noot.", "A note.")])
  }

  @Test func `of the names of lists those on the card are kept`() throws {
    #expect(try card(Invented.ofEdition()).subject?.listLabels == ["A": Invented.text("Politie", "Police")])
  }

  @Test func `a year is told to two figures, and without its sum where a combination is too small to show`() {
    let year = YearHeadline(
      year: "2019", observed: 120, combinations: [80, 36, 4],
      headline: PopulationHeadline(observed: 120, estimate: 1_234.5, lower: 567.8, upper: 23_456, doubts: [], parts: [])
    )
    let shown = PublishedCard.Year(year) { .exact(Quantity($0)) }
    #expect(shown.observed == .exact(Quantity(120)))
    #expect(shown.estimate == 1_200 && shown.lower == 560 && shown.upper == 24_000)
    let guarded = PublishedCard.Year(year) { $0 < 5 ? .suppressed(.primary) : .exact(Quantity($0)) }
    #expect(guarded.observed == .suppressed(.secondary) && guarded.upper == 24_000)
    let open = YearHeadline(
      year: "2018", observed: 9, combinations: [9],
      headline: PopulationHeadline(withoutEstimateOf: 9))
    let told = PublishedCard.Year(open) { .exact(Quantity($0)) }
    #expect(told.estimate == nil && told.lower == 9 && told.upper == nil)
  }

  @Test(arguments: [(0.4, 0, 1), (99.5, 99, 100), (128_256.2, 120_000, 130_000), (36_375.3, 36_000, 37_000)])
  func `two figures, down and up`(_ value: Double, _ down: Int, _ up: Int) {
    #expect(value.twoFigures(.down) == down && value.twoFigures(.up) == up)
  }

  @Test func `a variable of lists goes by its label, and by its name when there is none`() throws {
    let known = try card(Invented.ofEdition(.cases(variable: "sex", filter: nil))).subject?.origin
    #expect(known == .cases(variable: "sex", label: Invented.text("geslacht", "sex")))
    let unknown = try card(Invented.ofEdition(.cases(variable: "nobody", filter: nil))).subject?.origin
    #expect(unknown == .cases(variable: "nobody", label: LocalizedText("nobody")))
  }

  @Test func `a stratum keeps the code of each of its variables`() throws {
    let estimate = try Invented.ofEdition(
      .cases(variable: "lists", filter: nil), strata: ["sex", "year"], stratum: ["f", "2018"])
    #expect(estimate.figure == "schatting-x-f-2018")
    let subject = try #require(card(estimate).subject)
    #expect(subject.stratum == ["sex": "f", "year": "2018"])
    #expect(subject.title == Invented.text("Wie er zijn: Vrouwen, 2018", "Who there are: Women, 2018"))
    #expect(
      subject.countedOnce.en
        == "Each person counts once in this part; whoever was seen in several parts counts in each of them.")
  }

  @Test func `the spread names the methods at its ends, the smaller first`() throws {
    let spread = try #require(card(Invented.ofEdition()).spread)
    #expect([spread.smallest, spread.largest] == [155, 600] && spread.methods == 2)
    #expect([spread.smallestMethod.code, spread.largestMethod.code] == ["main-effects", "stepwise"])
    #expect(spread.smallestMethod.label == Invented.text("Onafhankelijke lijsten", "Independent lists"))
    #expect(spread.largestMethod.label == Invented.text("Stapsgewijs, zoals gepubliceerd", "Stepwise, as published"))
  }

  @Test func `estimates stay in their order, each with its own numbers`() throws {
    let card = try card(Invented.ofEdition())
    #expect(card.estimates.map(\.method.code) == ["stepwise", "main-effects"])
    #expect(
      card.estimates.map(\.estimate) == [600, 155]
        && card.estimates.map(\.observed) == [81, 81].map { .exact(Quantity($0)) })
    let first = card.estimates[0]
    #expect(first.standardError == 2.5 && first.model == "[1,2]" && first.parameters == 3)
    #expect([first.logLikelihood, first.deviance, first.aic, first.bic] == [-4.5, 1.5, 15.5, 12.5])
    #expect(first.existence == "exists" && first.identifiable && first.doubt == nil)
    #expect(first.seed == 7 && first.replicates == 400)
    #expect(first.intervals == [.init(kind: "bca", level: 0.95, lower: 100, upper: 900)])
    #expect(
      first.warnings.map(\.en) == [
        "Without one person with some combination of lists there is no estimate (2 times): it hangs on a few persons."
      ])
    #expect(
      card.warnings.map(\.nl) == [
        "Volgens dit model is er niemand buiten de lijsten; dat is een teken dat het model niet past."
      ])
    #expect(card.missing.map(\.method.code) == ["lcm"] && card.missing[0].reason.nl == "Niet gevraagd.")
  }

  @Test func `models, curve and sensitivity keep their own estimates apart`() throws {
    let card = try card(Invented.ofEdition())
    let models = try #require(card.models)
    #expect(models.valid == 1 && models.all == 2 && models.best.count == 1 && models.best[0].notation == "[1,2]")
    #expect(models.best[0].bic == 12.5 && models.best[0].estimate == 601 && models.best[0].weight == 0.75)
    #expect(models.best[0].inWords.en == "no lists hang together" && models.best[0].besideBest == nil)
    #expect(
      card.curve == [.init(top: 3, estimate: 602, intervals: [.init(kind: "bca", level: 0.8, lower: 500, upper: 700)])])
    let sensitivity = try #require(card.sensitivity)
    #expect(sensitivity.estimate == 603)
    #expect(sensitivity.groups.flatMap(\.changes).map(\.estimate) == [750, nil])
    #expect(sensitivity.consistency == [.init(list: "A", known: .exact(Quantity(62)), estimate: 64.5)])
    #expect(sensitivity.neededOverlap == .init(now: .exact(Quantity(11)), needed: 22.5))
  }

  /// Numbers that are not the same count differ, so that one that passes beside the policy is missed in the list.
  @Test func `every count of persons goes through the policy, and each once`() throws {
    var asked: [Int] = []
    let card = PublishedCard(try Invented.ofEdition()) { count in
      asked.append(count)
      return .suppressed(.primary)
    }
    #expect(asked.sorted() == [4, 10, 10, 10, 11, 19, 19, 29, 51, 51, 61, 62, 80, 81, 81])
    #expect(Self.quantities(in: card) == 0)
    #expect(card.observed == .suppressed(.primary) && card.onSeveral == .suppressed(.primary))
    #expect(card.lists.map(\.onlyHere) == [.suppressed(.primary), .suppressed(.primary)])
  }

  @Test func `published as is, a card shows as many numbers of persons as went through the policy`() throws {
    #expect(Self.quantities(in: try card(Invented.ofEdition())) == 15)
  }

  @Test func `on several lists are those of every combination of two or more`() throws {
    var wide = Invented.card
    wide.combinations = [
      .init(members: [], persons: 1000), .init(members: [0], persons: 100), .init(members: [0, 1], persons: 10),
      .init(members: [0, 1, 2], persons: 1),
    ]
    let card = try card(ConfidentialEstimate(wide, named: "card"))
    #expect(card.onSeveral == .exact(Quantity(11)))
    #expect(card.subject == nil)
  }

  @Test func `what a card lacks is not there either when it is published`() throws {
    var bare = Invented.card
    (bare.models, bare.sensitivity, bare.curve) = (nil, nil, [])
    bare.estimates = [PopulationEstimate(method: .chao, observed: 80, estimate: nil, model: "")]
    let card = try card(ConfidentialEstimate(bare, named: "card"))
    #expect(card.models == nil && card.sensitivity == nil && card.curve.isEmpty && card.spread == nil)
    #expect(card.estimates[0].estimate == nil && card.estimates[0].doubt == EstimateDoubt.noEstimate.text)
  }

  /// How many quantities a value holds, however deep.
  private static func quantities(in value: Any) -> Int {
    value is Quantity ? 1 : Mirror(reflecting: value).children.reduce(0) { $0 + quantities(in: $1.value) }
  }
}
