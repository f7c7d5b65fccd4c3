import Model
import Testing

@testable import Disclosure
@testable import Narrative
@testable import Tabulation

/// What is said over years and rows: the lowest and the highest, since when, in how many years, names, rates, round numbers.
@Suite struct `Over years and rows` {
  /// Deliveries of invented parties; the sizes of two are known.
  ///
  ///            2015  2016  2017  2018  2019
  ///     a        10    12     9    11    12
  ///     b         8    15    15     4     6
  ///     c         …     1     1     1     1
  ///     total    18    28    25    16    19
  private static let tables: [PublishedTable] = {
    func row(_ key: String, _ label: String, total: Bool = false) -> TableShape.RowHeader {
      TableShape.RowHeader(
        key: key, name: LocalizedText("melder"), label: LocalizedText(label), measure: LocalizedText(label),
        unit: .named(Invented.victims), isTotal: total)
    }
    var shape = Invented.shape(
      "reeks", [row("a", "Anna"), row("b", "Bert"), row("c", "Cas"), row("total", "Totaal", total: true)],
      (2015...2019).map {
        TableShape.ColumnHeader(
          key: String($0), name: LocalizedText("jaar"), label: LocalizedText(String($0)), panel: 0)
      }, panels: [LocalizedText("jaar")])
    shape.statistics.funnel = FigureStatistics.Funnel(
      name: LocalizedText(nl: "inwoners", en: "inhabitants"), sizes: ["a": 100_000, "b": 240_000])
    let table = ConfidentialTable(
      shape: shape,
      cells: [
        Invented.exact(10, 12, 9, 11, 12), Invented.exact(8, 15, 15, 4, 6), Invented.exact(nil, 1, 1, 1, 1),
        Invented.exact(18, 28, 25, 16, 19),
      ])
    return Publication(of: [table], under: .publishAsIs(reason: LocalizedText("Verzonnen."))).tables
  }()

  private func printed(_ expression: String, _ language: Language = .nl) -> String {
    do throws(TextProblem) {
      guard case .expression(let parsed) = try ExpressionParser.tag(PlacedText(expression)) else { return "?" }
      var evaluator = Evaluator(FigureLookup(tables: Self.tables))
      let outcome = try evaluator.outcome(of: parsed.term)
      return try NumberWording(language: language).text(outcome, parsed.filters, Verdicts(VerdictSet.house))
    } catch {
      return "! " + error.message[language]
    }
  }

  @Test(
    arguments: [
      ("lowest(reeks, a, 2015..2019)", "9"), ("highest(reeks, a, 2015..2019)", "12"),
      ("highest(reeks, b, 2018..2019)", "6"),
      ("highest(reeks, c, 2015..2019)", "! over `c` in `2015` is geen getal: niet geleverd."),
      ("highest-since(reeks, a, 2019)", "2016"), ("highest-since(reeks, total, 2019)", "2017"),
      ("lowest-since(reeks, b, 2019)", "! een jaar eerder was het al zo weinig of minder."),
      ("lowest-since(reeks, a, 2017)", "! geen eerder jaar van reeks was zo; schrijf een claim met `lowest(…)`."),
      ("highest-since(reeks, b, 2017)", "! een jaar eerder was het al zo veel of meer."),
      ("highest-since(reeks, b, 2016)", "! geen eerder jaar van reeks was zo; schrijf een claim met `highest(…)`."),
      ("years(reeks, 2015..2019) | words", "vijf"), ("years(reeks, a > b, 2015..2019) | words", "drie"),
      ("years(reeks, total rises, 2015..2019)", "2"), ("years(reeks, total falls, 2015..2019)", "2"),
      (
        "years(reeks, a bijna, 2015..2019)",
        "! `a bijna` is geen vraag per jaar; schrijf `RIJ > RIJ`, `RIJ rises` of `RIJ falls`."
      ),
      ("names(reeks, 2019, 2)", "Anna en Bert"), ("names(reeks, 2016, 3)", "Bert, Anna en Cas"),
      ("names(reeks, 2017, 1)", "Bert"),
      ("names(reeks, 2019, 4)", "! er zijn maar 3 rijen met een plaats."),
      ("names(reeks, 2015, 2)", "! de volgorde is niet bekend, want `c` is niet geleverd."),
      ("names(reeks, 2019, 2) | words", "! `words` past niet bij namen."),
      ("rate(reeks, a, 2019)", "12,0 per 100.000 inwoners"),
      ("rate(reeks, b, 2019) | decimals(0)", "3 per 100.000 inwoners"),
      ("rate(count(reeks, a, 2019), count(reeks, total, 2019))", "63.157,9 per 100.000 slachtoffers"),
      ("count(reeks, total, 2016) | rounded(10)", "ongeveer 30"), ("count(reeks, a, 2015) | rounded(10)", "10"),
      ("count(reeks, c, 2016) | rounded(100)", "! `rounded` past niet bij een aantal van deze grootte."),
      ("share(count(reeks, c, 2018), count(reeks, b, 2018)) | one-in", "een op de vier"),
      ("share(reeks, a, 2019) | one-in", "! dit aandeel ligt bij geen eenvoudige verhouding; gebruik `percent`."),
      ("share(reeks, a, 2018) | one-in", "ongeveer zeven op de tien"),
      ("share(reeks, b, 2019) | one-in", "ongeveer drie op de tien"),
    ])
  func `prints`(_ expression: String, _ expected: String) { #expect(printed(expression) == expected, "\(expression)") }

  @Test func `names and rates are said in both languages`() {
    #expect(printed("names(reeks, 2016, 3)", .en) == "Bert, Anna and Cas")
    #expect(printed("rate(reeks, a, 2019)", .en) == "12.0 per 100,000 inhabitants")
    #expect(printed("share(count(reeks, c, 2018), count(reeks, b, 2018)) | one-in", .en) == "one in four")
    #expect(printed("count(reeks, total, 2016) | rounded(10)", .en) == "about 30")
  }

  @Test(
    arguments: [
      (
        "min(2.3, total, 2015..2019)",
        "`min` neemt getallen, en hier staan een figuur, een rij en een kolom; schrijf `lowest(2.3, total, 2015..2019)`."
      ),
      (
        "max(2.3, total, 2015..2019)",
        "`max` neemt getallen, en hier staan een figuur, een rij en een kolom; schrijf `highest(2.3, total, 2015..2019)`."
      ),
      (
        "sum(2.3, total, 2015..2019)",
        "`sum` neemt getallen, en hier staan een figuur, een rij en een kolom; schrijf `count(2.3, total, 2015..2019)`."
      ),
    ])
  func `a row where numbers are asked for is told what to write instead`(_ expression: String, _ expected: String) {
    #expect(printed(expression) == "! " + expected)
  }

  @Test func `what is blank by design leaves a place`() {
    #expect(!Absence.undefined.mayHideNumber && !Absence.notAsked.mayHideNumber && !Absence.notApplicable.mayHideNumber)
    #expect(Absence.suppressed.mayHideNumber && Absence.notDelivered.mayHideNumber && Absence.notShown.mayHideNumber)
  }

  @Test func `the first, the highest and since when are borne by what finds them`() {
    func rules(_ body: String) -> [String] { Evasions.errors(body, .nl).map(\.rule) }
    #expect(
      rules("Het hoogste aantal ooit. {{ claim: count(1.1, adult, 2020) = highest(1.1, adult, 2018..2020) }}") == [])
    #expect(
      rules("Het hoogste aantal ooit. {{ claim: count(1.1, adult, 2019) = highest(1.1, adult, 2018..2020) }}") == [
        "text-claim"
      ])
    #expect(rules("Het hoogste aantal ooit: {{ highest(broken, total, 2018..2020) }}.").contains("text-break"))
    #expect(rules("Het hoogste aantal ooit: {{ highest(broken, total, 2018..2019) }}.") == [])
  }
}
