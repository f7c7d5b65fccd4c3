import Charts
import Disclosure
import Model
import Testing

@testable import Reporting

/// Words, paths and labels: the small parts of every page, in both languages.
struct WordsTests {
  @Test(arguments: [
    (
      RepeatScope.oncePerYear, "Iedere persoon telt in een jaar één keer.", "Each person counts once in a year."
    ),
    (
      .oncePerYearPer(variable: "kind"), "Iedere persoon telt in een jaar één keer per soort.",
      "Each person counts once in a year for each kind."
    ),
    (
      .oncePerYearPer(variable: "reporterGroup"), "Iedere persoon telt in een jaar één keer per groep melders.",
      "Each person counts once in a year for each group of reporters."
    ),
    (
      .oncePerYearTogether(variable: "age"), "Wie dezelfde waarde heeft bij leeftijd, telt in een jaar samen één keer.",
      "Those with the same age count once together in a year."
    ),
    (.everyTime, "Iedere melding telt.", "Every notification counts."),
    (
      .everyTimeAgain, "Iedere melding na de eerste over dezelfde persoon in een jaar telt.",
      "Every notification after the first about the same person in a year counts."
    ),
    (.asDelivered, "Geteld zoals de partner telt.", "Counted as the partner counts."),
  ])
  func `when the same person counts again is a sentence`(_ scope: RepeatScope, _ nl: String, _ en: String) {
    #expect(scope.words(in: InventedEdition.monitor()) == LocalizedText(nl: nl, en: en))
  }

  @Test(arguments: [
    (Rung.observed, "Zo gemeld.", "As it was reported."),
    (
      .linked, "Geteld nadat meldingen over dezelfde persoon zijn samengenomen.",
      "Counted after notifications about the same person were taken together."
    ),
    (
      .imputed, "Onbekende waarden zijn verdeeld naar wat in gelijke groepen wel bekend is.",
      "Unknown values were allotted by what is known in like groups."
    ),
    (
      .estimated, "Berekend met een model; het interval hoort erbij.",
      "Computed with a model; read it with its interval."
    ),
    (
      .apportioned, "Een deel van een groter geheel, toegedeeld naar een verdeelsleutel.",
      "A part of a larger whole, allotted by a key."
    ),
    (.judged, "Het oordeel van deskundigen.", "The judgement of experts."),
  ])
  func `each rung is explained`(_ rung: Rung, _ nl: String, _ en: String) {
    #expect(rung.explanation == LocalizedText(nl: nl, en: en))
  }

  @Test func `lanes, consequences and ways of combining have their words, in their order`() {
    #expect(
      [Lane.identified, .pseudonymous, .countOnly].map(\.label.nl) == [
        "met naam", "onder een sleutel", "alleen als aantal",
      ])
    #expect(
      [Lane.identified, .pseudonymous, .countOnly].map(\.label.en) == ["with a name", "under a key", "as a count only"])
    #expect(
      Finding.Severity.allCases.map(\.label.nl)
        == ["bestand geweigerd", "rij terzijde gelegd", "opgenomen, wel nagaan", "opmerking"])
    #expect(
      Finding.Severity.allCases.map(\.label.en)
        == ["file refused", "row set aside", "taken in, worth a look", "note"])
    let methods: [LinkPlan.Method] = [.firstKnown, .union, .minimum, .maximum, .count]
    #expect(
      methods.map(\.label.nl) == [
        "de eerste bekende waarde", "alle waarden samen", "de laagste waarde", "de hoogste waarde",
        "het aantal meldingen",
      ])
    #expect(
      methods.map(\.label.en) == [
        "the first known value", "all values together", "the lowest value", "the highest value",
        "the number of notifications",
      ])
  }

  static let english: [(Condition, String)] = [
    (.always, "always"), (.isIn(variable: "kind", values: ["child", "old"]), "kind is ‘Children’ or ‘Elderly’"),
    (.isIn(variable: "kind", values: []), "kind is "), (.isKnown(variable: "kind"), "kind is known"),
    (.hasAny(variable: "kind", values: ["child", "old", "unknown"]), "kind has ‘Children’, ‘Elderly’ or ‘Unknown’"),
    (.hasAll(variable: "kind", values: ["child", "old"]), "kind has both ‘Children’ and ‘Elderly’"),
    (.hasOnly(variable: "kind", values: ["none"]), "kind has only ‘none’"),
    (.compares(variable: "age", .less, 18), "age < 18 years"),
    (.compares(variable: "age", .atMost, 18), "age ≤ 18 years"),
    (.compares(variable: "age", .equal, 18), "age = 18 years"),
    (.compares(variable: "age", .atLeast, 1000), "age ≥ 1,000 years"),
    (.compares(variable: "age", .more, 18), "age > 18 years"),
    (.compares(variable: "year", .more, 2020), "year > 2020"),
    (.not(.always), "not (always)"),
    (.any([.isKnown(variable: "age"), .not(.always)]), "age is known or not (always)"),
    (.all([.any([.always]), .all([.always, .always])]), "(always) and (always and always)"),
    (.isIn(variable: "weather", values: ["wet"]), "weather is ‘wet’"),
  ]

  @Test(arguments: english) func `a condition reads as English too`(_ condition: Condition, _ words: String) {
    #expect(condition.words(in: InventedEdition.monitor(), .en) == words)
  }

  @Test func `a value goes by its label, by the words for why it is missing, or by itself`() {
    let monitor = InventedEdition.monitor()
    #expect(monitor.label(ofValue: "child", in: "kind").nl == "Kinderen")
    #expect(monitor.label(ofValue: "notAsked", in: "kind").nl == "Niet gevraagd")
    #expect(monitor.label(ofValue: "none", in: "kind") == SmallTable.text("geen enkele", "none"))
    #expect(monitor.label(ofValue: "gate", in: "source").en == "Gate")
    #expect(monitor.label(ofValue: "2020", in: "year").nl == "2020")
    #expect(monitor.label(ofValue: "unknown", in: "weather").en == "Unknown")
    #expect(monitor.label(ofValue: "wet", in: "weather").en == "wet")
    #expect(monitor.label(ofVariable: "weather").nl == "weather")
  }

  @Test func `every path is spelled once, and the way back has a step for each folder`() {
    #expect([EditionPath.overview(.nl), EditionPath.overview(.en)] == ["index.html", "en/index.html"])
    #expect([EditionPath.method(.nl), EditionPath.method(.en)] == ["verantwoording.html", "en/method.html"])
    #expect([EditionPath.text("a", .nl), EditionPath.text("a", .en)] == ["teksten/a.html", "en/texts/a.html"])
    #expect([EditionPath.figure("f", .nl), EditionPath.figure("f", .en)] == ["figuren/f.html", "en/figures/f.html"])
    #expect([EditionPath.chart("f", .nl), EditionPath.chart("f", .en)] == ["figuren/f.svg", "en/figures/f.svg"])
    #expect([EditionPath.card(.nl), EditionPath.card(.en)] == ["card.html", "card.en.html"])
    #expect(EditionPath.estimateData(of: "f") == "cards/f.json")
    #expect(EditionPath.table("t") == "tables/t.csv" && EditionPath.tableMetadata("t") == "tables/t.csv-metadata.json")
    #expect(["a", "a/b", "a/b/c"].map(EditionPath.root) == ["", "../", "../../"])
  }

  @Test(arguments: [
    ("fig-2.4a", "Figuur 2.4a", "Figure 2.4a"), ("tab-2.1", "Tabel 2.1", "Table 2.1"),
    ("fig-3", "Figuur 3", "Figure 3"),
    ("fig-a", "Tabel 1", "Table 1"), ("fig-2A", "Tabel 1", "Table 1"), ("fig-2ab", "Tabel 1", "Table 1"),
    ("fig-.5", "Tabel 1", "Table 1"), ("fig-", "Tabel 1", "Table 1"), ("map-2", "Tabel 1", "Table 1"),
    ("fig2", "Tabel 1", "Table 1"), ("schatting-x", "Schatting", "Estimate"),
    ("afgeleid-x", "Afgeleid getal", "Derived number"),
  ])
  func `a figure goes by the number in its name, or is counted`(_ id: String, _ nl: String, _ en: String) {
    let labels = FigureLabels([SmallTable.table([[]], figure: id)])
    #expect(labels[id] == LocalizedText(nl: nl, en: en))
    #expect(labels.isNumbered(id) == (nl != "Tabel 1" && !id.hasPrefix("schatting") && !id.hasPrefix("afgeleid")))
  }

  @Test func `only figures without a number are counted, in the order of the edition`() {
    let labels = FigureLabels(["b", "fig-2", "schatting-x", "a"].map { SmallTable.table([[]], figure: $0) })
    #expect(["a", "b", "fig-2"].map { labels[$0].nl } == ["Tabel 2", "Tabel 1", "Figuur 2"])
    #expect(labels["fig-9"].en == "Figure 9" && labels["elders"].nl == "elders")
    #expect(!labels.isNumbered("fig-9"))
  }

  @Test(arguments: [
    (Double?.none, "geen", "none"), (0, "0", "0"), (1184.5, "1.185", "1,185"), (1184.49, "1.184", "1,184"),
    (.infinity, "geen", "none"), (.nan, "geen", "none"), (1e12, "geen", "none"),
    (999_999_999_999, "999.999.999.999", "999,999,999,999"),
  ])
  func `an estimate is a whole number of persons, or none`(_ value: Double?, _ nl: String, _ en: String) {
    #expect(CardWords(.nl).estimate(value) == nl && CardWords(.en).estimate(value) == en)
  }

  @Test func `a range has both its limits, and says so when it has no upper one`() {
    let (dutch, english) = (CardWords(.nl), CardWords(.en))
    #expect(dutch.range((lower: 1183.6, upper: 2310.4)) == "1.184 – 2.310")
    #expect(english.range((lower: 1183.6, upper: 2310.4)) == "1,184 – 2,310")
    #expect(dutch.range((lower: 5, upper: .infinity)) == "5 – onbegrensd")
    #expect(english.range((lower: 5, upper: 1e12)) == "5 – unbounded")
    #expect(dutch.range((lower: .infinity, upper: .infinity)) == "–" && dutch.range((lower: 1e12, upper: 2e12)) == "–")
    #expect(
      dutch.decimal(24.65, 1) == "24,7" && english.decimal(-0.25, 1) == "-0.3" && english.decimal(1234.5, 0) == "1,235")
    #expect(english.decimal(.nan, 2) == "–" && english.decimal(-1e12, 0) == "–")
    #expect(dutch.number(.suppressed(.primary)) == "×" && dutch.number(.exact(Quantity(1234))) == "1.234")
  }

  @Test func `a table of text sets the first column left and the others right`() {
    #expect(
      textTable(heads: ["lijst", "n"], rows: [["A", "1"], ["langer", "1000"]])
        == "lijst      n\nA          1\nlanger  1000")
    #expect(textTable(heads: ["a"], rows: []) == "a")
  }

  @Test func `of a number in an account it is told whether it is nought or one`() {
    #expect(CellValue.exact(Quantity(0)).isNought && !CellValue.exact(Quantity(1)).isNought)
    #expect(CellValue.exact(Quantity(1)).isOne && !CellValue.exact(Quantity(2)).isOne)
    #expect(!CellValue.suppressed(.primary).isNought && !CellValue.suppressed(.primary).isOne)
  }
}

struct ListTableTests {
  private func table(_ rows: [[TableEntry]], figures: Set<Int> = [1], total: [TableEntry]? = nil) -> String {
    listTable(caption: "C & c", headers: ["h", "n"], figures: figures, rows: rows, total: total, .nl).rendered
  }

  @Test(arguments: ["1", String(repeating: "woord ", count: 12)])
  func `a corner without a name is no head`(_ entry: String) {
    let list = listTable(caption: "c", headers: ["", "n"], figures: [], rows: [[.text("a"), .text(entry)]], .nl)
      .rendered
    #expect(list.contains(entry == "1" ? "<thead><tr><td></td><th" : "<td role=\"cell\"></td><th"))
  }

  @Test func `a list is these bytes`() {
    #expect(
      table([[.code("a<b"), .text("1")], [.link("x", to: "#y"), .text("2")]], total: [.text("Samen"), .text("3")])
        == [
          "<div class=\"scroller\" role=\"region\" aria-label=\"Tabel: C &amp; c\" tabindex=\"0\">",
          "<table class=\"list compact\"><caption><span>C &amp; c</span></caption>",
          "<thead><tr><th scope=\"col\">h</th><th scope=\"col\" class=\"figure\">n</th></tr></thead><tbody>",
          "<tr><th scope=\"row\"><code>a&lt;b</code></th><td class=\"figure\">1</td></tr>",
          "<tr><th scope=\"row\"><a href=\"#y\">x</a></th><td class=\"figure\">2</td></tr>",
          "<tr class=\"total\"><th scope=\"row\">Samen</th><td class=\"figure\">3</td></tr></tbody></table></div>",
        ].joined())
  }

  /// Widths of columns are added: 1 and 59 make 60, which is compact; one more is not.
  @Test func `a list of a few words is compact up to sixty signs`() {
    func text(_ count: Int) -> TableEntry { .text(String(repeating: "x", count: count)) }
    #expect(table([[text(1), text(59)]]).contains("<table class=\"list compact\">"))
    #expect(table([[text(1), text(60)]]).contains("<table class=\"list stacked\" role=\"table\">"))
    #expect(
      table([[text(40), text(1)], [text(1), text(21)]]).contains("<table class=\"list stacked\" role=\"table\">"))
    #expect(
      table([[text(1), text(1)]], total: [text(60), text(1)]).contains("<table class=\"list stacked\" role=\"table\">"))
  }

  @Test func `the rows of a wide list stand below each other on a telephone and remain a table to who hears it`() {
    let long = String(repeating: "x", count: 70)
    let rows = table([[.text("a"), .text("1")], [.text("b"), .text("")]], total: [.text(long), .text("3")])
    #expect(rows.contains("<thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">h</th>"))
    #expect(rows.contains("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">a</th>"))
    #expect(rows.contains("<td class=\"figure\" role=\"cell\" data-label=\"n\">1</td>"))
    #expect(rows.contains("<td class=\"figure\" role=\"cell\" data-label=\"n\"></td>"))
    #expect(rows.contains("<tr role=\"row\" class=\"total\">"))
  }

  @Test func `a column gets room when an entry of it is longer than sixty signs`() {
    func text(_ count: Int) -> TableEntry { .text(String(repeating: "x", count: count)) }
    #expect(!table([[.text("a"), text(60)]], figures: []).contains("long"))
    #expect(
      table([[.text("a"), text(61)], [.text("b"), text(1)]], figures: []).matches(of: /<td class="long" role="cell"/)
        .count == 2)
    #expect(!table([[.text("a"), text(61)]], figures: [1]).contains("long"))
    #expect(!table([[text(61), .text("a")]], figures: []).contains("long"))
  }

  @Test func `figures in the first column are headers that are figures`() {
    #expect(
      table([[.text("1"), .text("a")]], figures: [0]).contains(
        [
          "<th scope=\"col\" class=\"figure\">h</th><th scope=\"col\">n</th></tr></thead>",
          "<tbody><tr><th scope=\"row\" class=\"figure\">1</th><td>a</td></tr>",
        ].joined()))
  }
}
