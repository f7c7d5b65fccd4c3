import Model
import Testing

/// Reasons without a number, and what a monitor knows by name.
@Suite struct AbsenceTests {
  struct Reason: Sendable {
    var absence: Absence
    var code: String
    var mark: String
    var nl: String
    var en: String
    var enMore: String

    init(_ absence: Absence, _ code: String, _ mark: String, _ nl: String, _ en: String, _ enMore: String = "") {
      (self.absence, self.code, self.mark) = (absence, code, mark)
      (self.nl, self.en, self.enMore) = (nl, en, enMore)
    }
  }

  /// From the least grave to the gravest.
  static let reasons: [Reason] = [
    Reason(.notApplicable, "notApplicable", "–", "niet van toepassing", "not applicable"),
    Reason(.undefined, "undefined", "∅", "niet te berekenen", "undefined", ", there is nothing to compute over"),
    Reason(
      .notEstimable, "notEstimable", "∄", "niet te schatten", "not estimable", ", the method gives no number here"),
    Reason(
      .notShown, "notShown", "…", "niet getoond", "not shown", ", of this row the list gives the total only"),
    Reason(.notAsked, "notAsked", "○", "niet gevraagd", "not asked"),
    Reason(.notRecorded, "notRecorded", "·", "niet geregistreerd", "not recorded"),
    Reason(.notDelivered, "notDelivered", "?", "niet geleverd", "not delivered"),
    Reason(
      .notDerivable, "notDerivable", "∦", "niet af te leiden", "not derivable",
      ", what was delivered cannot be added up for this"),
    Reason(.suppressed, "suppressed", "×", "afgeschermd", "withheld", " to prevent recognition"),
  ]

  @Test(arguments: reasons)
  func `each reason has its code, sign and words`(_ reason: Reason) {
    #expect(reason.absence.code == reason.code && reason.absence.mark == reason.mark)
    #expect(reason.absence.label == LocalizedText(nl: reason.nl, en: reason.en))
    #expect(reason.absence.explanation.en == reason.en + reason.enMore)
    #expect(CellState.absent(reason.absence).code == reason.code)
    #expect(CellValue(reason.absence).state == .absent(reason.absence))
  }

  @Test func `all reasons are in the table, in the order of their gravity`() {
    #expect(Self.reasons.map(\.absence) == Absence.allCases)
    #expect(Absence.allCases.shuffled().sorted() == Absence.allCases)
    #expect(CellValue(.suppressed) == .suppressed(.primary))
  }

  private static let unit = UnitOfCount(name: "victim", label: LocalizedText("v"), repeats: .oncePerYear)

  private static func monitor(boundaryDate: String? = nil) -> Monitor {
    let sources = ["politie", "zorg"].map {
      Source(
        name: $0, label: LocalizedText($0.uppercased()), group: "", definition: LocalizedText(""), lane: .identified,
        grounds: [], columns: [])
    }
    return Monitor(
      name: "m", title: LocalizedText("t"), edition: "e", publisher: LocalizedText("p"), years: 2018...2020,
      referenceDate: "2021-07-01", seed: 1, units: [unit],
      publication: .init(policy: "publishAsIs", reason: LocalizedText("r")), provenance: .registered,
      introduction: LocalizedText("i"), codebook: Codebook(version: "1", variables: []), grounds: [], sources: sources,
      link: LinkPlan(reason: LocalizedText("l"), source: "", combinations: []), rules: [], figures: [],
      boundaryDate: boundaryDate)
  }

  @Test func `year and source are variables of every monitor`() {
    let monitor = Self.monitor()
    #expect(monitor.yearVariable.name == "year" && monitor.yearVariable.kind == .category)
    #expect(monitor.yearVariable.categories.map(\.code) == ["2018", "2019", "2020"])
    #expect(monitor.yearVariable.label == LocalizedText(nl: "jaar", en: "year"))
    #expect(monitor.sourceVariable.name == "source" && monitor.sourceVariable.kind == .category)
    #expect(monitor.sourceVariable.categories.map(\.code) == ["politie", "zorg"])
    #expect(monitor.sourceVariable.categories.map(\.label.nl) == ["POLITIE", "ZORG"])
    #expect(monitor.source(named: "zorg")?.label.nl == "ZORG")
    #expect(monitor.source(named: "kmar") == nil && monitor.figure(named: "fig") == nil)
  }

  @Test func `the borders of now are those of the reference date unless another day is given`() {
    #expect(Self.monitor().boundaryDate == "2021-07-01")
    #expect(Self.monitor(boundaryDate: "2019-01-01").boundaryDate == "2019-01-01")
  }

  @Test func `a variable may have its own words for what is missing`() {
    let variable = Variable(
      name: "v", kind: .category, label: LocalizedText("v"),
      categories: ["a", "b"].map { Category(code: $0, label: LocalizedText($0)) },
      missingLabels: [.unknown: LocalizedText("Geen opgave")])
    #expect(variable.label(of: .unknown) == LocalizedText("Geen opgave"))
    #expect(variable.label(of: .notAsked) == LocalizedText(nl: "Niet gevraagd", en: "Not asked"))
    #expect(variable.index(ofCategory: "b") == 1 && variable.index(ofCategory: "c") == nil)
    #expect(Category(code: "a", label: LocalizedText("lang")).short == LocalizedText("lang"))
    #expect(Category(code: "a", label: LocalizedText("lang"), short: LocalizedText("kort")).short.nl == "kort")
    #expect(Codebook(version: "1", variables: [variable]).variable(named: "v") == variable)
    #expect(Codebook(version: "1", variables: [variable]).variable(named: "w") == nil)
  }

  @Test func `a share is apportioned, and a part for a place is judged`() {
    let quoted = DerivedPlan.Operand.quoted(.init(label: LocalizedText("q"), value: Quantity(9), source: "s"))
    func plan(_ form: DerivedPlan.Form) -> DerivedPlan {
      DerivedPlan(
        name: "n", title: LocalizedText("t"), measure: LocalizedText("m"), unit: Self.unit, form: form, decimals: 0)
    }
    #expect(plan(.share(seen: quoted, whole: quoted, times: nil)).rung == .apportioned)
    #expect(plan(.apportionment(whole: quoted, factors: [], reason: LocalizedText("r"))).rung == .judged)
    #expect(plan(.share(seen: quoted, whole: quoted, times: nil)).figure == "afgeleid-n")
    #expect(MonitorText(name: "01-a", source: LocalizedText("")).file(in: .en) == "text/01-a.en.md")
  }

  @Test(
    arguments: [
      ("24.7", 247, 1), ("-5", -5, 0), ("12.50", 1250, 2), ("0", 0, 0), ("0.05", 5, 2), ("5.", 5, 0),
      ("1.-5", nil, nil),
      ("-", nil, nil), (".", nil, nil), ("1 2", nil, nil), ("1,5", nil, nil), ("1e3", nil, nil),
    ] as [(String, Int?, Int?)])
  func `a published number has the decimals that it shows`(_ text: String, _ scaled: Int?, _ decimals: Int?) {
    let value = PublishedCell.parse(value: text)
    #expect(value?.scaled == scaled && value?.decimals == decimals)
  }
}
