import Model
import Testing

struct CellStateTests {
  struct Value: Sendable {
    var value: CellValue
    var rung = Rung.linked
    var code: String
    var nl: String
    var en: String
    var mark: String?
    var meaning: String?
  }

  static let values: [Value] = [
    Value(value: .exact(Quantity(12)), code: "exact", nl: "exact", en: "exact"),
    Value(
      value: .rounded(Quantity(10), base: 5), code: "rounded", nl: "afgerond", en: "rounded", mark: "≈",
      meaning: "rounded to a multiple of 5"),
    Value(
      value: .provisional(Quantity(12)), code: "provisional", nl: "voorlopig", en: "provisional", mark: "*",
      meaning: "provisional figure"),
    Value(
      value: .revised(Quantity(12), before: Quantity(1100)), code: "revised", nl: "herzien", en: "revised", mark: "†",
      meaning: "revised, earlier 1,100"),
    Value(
      value: .estimate(Quantity(12), lower: Quantity(8), upper: Quantity(1500), percent: 95), rung: .estimated,
      code: "estimate", nl: "schatting", en: "estimate", meaning: "estimate, 95% interval 8 to 1,500"),
    Value(
      value: .estimate(Quantity(12), lower: Quantity(8), upper: Quantity(15), percent: 90), rung: .apportioned,
      code: "derived", nl: "afgeleid", en: "derived",
      meaning: "derived, with the 90% interval 8 to 15 of the estimate it derives from"),
    Value(
      value: .estimateWithoutInterval(Quantity(12)), rung: .estimated, code: "estimate", nl: "schatting",
      en: "estimate", meaning: "estimate without an interval"),
    Value(
      value: .estimateWithoutInterval(Quantity(12)), rung: .judged, code: "derived", nl: "afgeleid", en: "derived",
      meaning: "derived from an estimate without an interval"),
    Value(
      value: .suppressed(.secondary), code: "suppressed", nl: "afgeschermd", en: "withheld", mark: "×",
      meaning: "withheld to prevent recognition"),
    Value(
      value: .notShown, code: "notShown", nl: "niet getoond", en: "not shown", mark: "…",
      meaning: "not shown, of this row the list gives the total only"),
    Value(
      value: .notAsked, code: "notAsked", nl: "niet gevraagd", en: "not asked", mark: "○", meaning: "not asked"),
    Value(
      value: .notDelivered, code: "notDelivered", nl: "niet geleverd", en: "not delivered", mark: "?",
      meaning: "not delivered"),
    Value(
      value: .notRecorded, code: "notRecorded", nl: "niet geregistreerd", en: "not recorded", mark: "·",
      meaning: "not recorded"),
    Value(
      value: .notApplicable, code: "notApplicable", nl: "niet van toepassing", en: "not applicable", mark: "–",
      meaning: "not applicable"),
    Value(
      value: .notDerivable, code: "notDerivable", nl: "niet af te leiden", en: "not derivable", mark: "∦",
      meaning: "not derivable, what was delivered cannot be added up for this"),
    Value(
      value: .notEstimable, code: "notEstimable", nl: "niet te schatten", en: "not estimable", mark: "∄",
      meaning: "not estimable, the method gives no number here"),
    Value(
      value: .undefined, code: "undefined", nl: "niet te berekenen", en: "undefined", mark: "∅",
      meaning: "undefined, there is nothing to compute over"),
  ]

  @Test(arguments: values) func `each state has its own code, words and sign`(_ example: Value) {
    let cell = Cell(example.value, rung: example.rung)
    #expect(cell.state.code == example.code)
    #expect(cell.state.label == LocalizedText(nl: example.nl, en: example.en))
    #expect(cell.state.mark == example.mark)
    #expect(cell.meaning?.en == example.meaning)
  }

  @Test func `no two states share a code, a label or a sign`() {
    let states = CellState.allCases
    #expect(states.count == 15)
    #expect(Set(states.map(\.code)).count == 15)
    #expect(Set(states.map(\.label)).count == 15)
    #expect(Set(states.compactMap(\.mark)).count == 12)
    #expect(Set(Self.values.map(\.code)) == Set(states.map(\.code)))
  }

  @Test func `a cell has a number or the reason why it has none`() {
    for example in Self.values { #expect((example.value.quantity == nil) == (example.value.absence != nil)) }
    for absence in Absence.allCases {
      #expect(CellValue(absence).absence == absence)
      #expect(CellValue(absence).quantity == nil)
    }
  }

  @Test func `only an estimate has limits`() throws {
    let limits = try #require(Self.values[4].value.interval)
    #expect(limits.lower == Quantity(8))
    #expect(limits.upper == Quantity(1500))
    #expect(Self.values.count { $0.value.interval != nil } == 2)
  }

  @Test func `of several reasons the gravest is told`() {
    #expect([Absence.notDelivered, .notRecorded, .notAsked].max() == .notDelivered)
    #expect([Absence.notAsked, .notShown, .undefined, .notApplicable].max() == .notAsked)
    #expect([Absence.notDerivable, .notDelivered].max() == .notDerivable)
    #expect([Absence.suppressed, .notDerivable].max() == .suppressed)
    #expect(!(Absence.notAsked < .notAsked))
  }

  @Test func `records without an answer are headed by the words of cells without a number`() {
    #expect(
      Missing.allCases.map(\.label.nl) == ["Onbekend", "Niet gevraagd", "Niet van toepassing", "Niet geleverd"])
    #expect(Missing.allCases.map(\.label.en) == ["Unknown", "Not asked", "Not applicable", "Not delivered"])
    #expect(Missing.allCases.map(\.word) == ["unknown", "notAsked", "notApplicable", "notDelivered"])
    for missing in Missing.allCases { #expect(Missing(word: missing.word) == missing) }
    #expect(Missing(word: "none") == nil)
  }

  @Test func `the rungs of the ladder rise from observed to judged`() {
    #expect(Rung.allCases.sorted() == [.observed, .linked, .imputed, .estimated, .apportioned, .judged])
    #expect(
      Rung.allCases.map(\.label.nl)
        == ["waargenomen", "gekoppeld", "bijgeschat", "geschat", "toegedeeld", "beoordeeld"])
    #expect(Rung.allCases.map(\.code) == ["observed", "linked", "imputed", "estimated", "apportioned", "judged"])
    #expect(!(Rung.linked < Rung.linked))
  }
}

/// What a sign means, word for word in Dutch.
struct CellMeaningTests {
  static let meanings: [(CellValue, Rung, String?)] = [
    (.exact(Quantity(12)), .linked, nil), (.rounded(Quantity(10), base: 5), .linked, "afgerond op een veelvoud van 5"),
    (.provisional(Quantity(12)), .linked, "voorlopig cijfer"),
    (.revised(Quantity(12), before: Quantity(1100)), .linked, "herzien, eerder 1.100"),
    (
      .estimate(Quantity(12), lower: Quantity(8), upper: Quantity(1500), percent: 95), .estimated,
      "schatting, 95%-interval 8 tot 1.500"
    ),
    (
      .estimate(Quantity(12), lower: Quantity(8), upper: Quantity(15), percent: 90), .apportioned,
      "afgeleid, met het 90%-interval 8 tot 15 van de schatting waarvan het is afgeleid"
    ),
    (.estimateWithoutInterval(Quantity(12)), .estimated, "schatting zonder interval"),
    (.estimateWithoutInterval(Quantity(12)), .judged, "afgeleid van een schatting zonder interval"),
    (.suppressed(.primary), .linked, "afgeschermd om herkenning te voorkomen"),
    (.notShown, .linked, "niet getoond, van deze rij staat alleen het totaal in de lijst"),
    (.notAsked, .linked, "niet gevraagd"), (.notDelivered, .linked, "niet geleverd"),
    (.notRecorded, .linked, "niet geregistreerd"), (.notApplicable, .linked, "niet van toepassing"),
    (.notDerivable, .linked, "niet af te leiden, wat is geleverd mag hiervoor niet worden opgeteld"),
    (.notEstimable, .estimated, "niet te schatten, de methode geeft hier geen getal"),
    (.undefined, .linked, "niet te berekenen, er is niets om over te rekenen"),
  ]

  @Test(arguments: meanings)
  func `a sign is explained in Dutch`(_ value: CellValue, _ rung: Rung, _ meaning: String?) {
    #expect(Cell(value, rung: rung).meaning?.nl == meaning)
  }

  @Test(arguments: Rung.allCases)
  func `only above the rung of estimates is an estimate derived`(_ rung: Rung) {
    let cell = Cell(.estimateWithoutInterval(Quantity(1)), rung: rung)
    #expect(cell.state == ([.apportioned, .judged].contains(rung) ? .derived : .estimate))
    #expect(Cell(.exact(Quantity(1)), rung: rung).state == .exact)
  }

  @Test func `what a kind of value means without a cell is told in both languages`() {
    #expect(CellState.provisional.explanation == LocalizedText(nl: "voorlopig cijfer", en: "provisional figure"))
    #expect(CellState.revised.explanation == LocalizedText(nl: "herzien cijfer", en: "revised figure"))
    #expect(CellState.rounded.explanation == LocalizedText(nl: "afgerond", en: "rounded"))
    #expect(CellState.absent(.suppressed).explanation.en == "withheld to prevent recognition")
  }

  @Test func `reasons without a number rise in gravity in the order in which they are told`() {
    for (index, left) in Absence.allCases.enumerated() {
      for (other, right) in Absence.allCases.enumerated() { #expect((left < right) == (index < other)) }
    }
  }
}
