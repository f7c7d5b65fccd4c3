import Model
import Testing

@testable import Narrative

/// What expressions print, in Dutch and in English.
@Suite struct EvaluationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var expression: String
    var nl: String
    var en: String
    var testDescription: String { expression }
    init(_ expression: String, _ nl: String, _ en: String? = nil) {
      (self.expression, self.nl, self.en) = (expression, nl, en ?? nl)
    }
  }

  static let cases = [
    Case("count(1.1, minor, 2019)", "4"),
    Case("count(fig-1.1, \"Minderjarig\", 2019)", "4"),
    Case("count(1.1, total, total)", "51"),
    Case("count(1.1, adult, labour, \"vorm\")", "24"),
    Case("count(1.1, adult, labour, 2)", "24"),
    Case("count(1.1, minor + adult, 2018)", "10"),
    Case("count(1.1, adult, 2018..2020)", "44"),
    Case("value(1.1, mean-age, 2018)", "21,5", "21.5"),
    Case("value(1.1, mean-age, 2018) | decimals(0)", "22"),
    Case("total(1.1, 2019)", "20"),
    Case("total(1.1)", "51"),
    Case("share(1.1, minor, 2019)", "20%"),
    Case("share(1.1, minor, 2019) | percent(1)", "20,0%", "20.0%"),
    Case("share(1.1, adult, 2018, of row) | percent(1)", "18,2%", "18.2%"),
    Case("share(1.1, adult, 2018, of all) | number(1)", "15,7", "15.7"),
    Case("share(1.1, minor, 2018, of minor + adult)", "20%"),
    Case("share(count(1.1, minor, 2018), count(1.1, adult, 2018))", "25%"),
    Case("share(1.1, minor, 2019) | per-thousand", "200 per 1.000", "200 per 1,000"),
    Case("change(1.1, total, 2018, 2019)", "100%"),
    Case("change(1.1, unknown + adult, 2019, 2020) | decimals(2)", "31,25%", "31.25%"),
    Case("change(essm-meldingen, total, 2019, 2018) | absolute | percent(1)", "27,4%", "27.4%"),
    Case("ratio(count(1.1, total, 2019), count(1.1, total, 2018))", "2,0", "2.0"),
    Case("difference(1.1, adult, 2018, 2019)", "8"),
    Case("difference(share(1.1, adult, 2019), share(1.1, minor, 2019))", "60"),
    Case("count(1.1, adult, 2019) - count(1.1, minor, 2019)", "12"),
    Case("sum(count(1.1, minor, 2018), count(1.1, adult, 2018), count(1.1, minor, 2019))", "14"),
    Case("mean(count(1.1, minor, 2018), count(1.1, minor, 2019))", "3"),
    Case("mean(count(1.1, minor, 2018), count(1.1, adult, 2018), count(1.1, total, 2019))", "10"),
    Case("max(count(1.1, minor, 2018), count(1.1, adult, 2018))", "8"),
    Case("min(count(1.1, minor, 2018), count(1.1, adult, 2018))", "2"),
    Case("rank(1.1, minor, 2019) | ordinal", "tweede", "second"),
    Case("last-year(1.1)", "2020"),
    Case("first-year(1.1)", "2018"),
    Case("count(1.1, minor, 2019) | words", "vier", "four"),
    Case("count(1.1, total, 2019) | words", "20"),
    Case("change(essm-meldingen, total, 2018, 2019) | verdict", "sterke stijging", "sharp rise"),
    Case("change(essm-meldingen, total, 2018, 2019) | verdict(trend)", "sterk gestegen", "risen sharply"),
    Case("change(essm-meldingen, total, 2019, 2020) | verdict", "geen verandering", "no change"),
    Case("share(1.1, adult, 2018) | verdict", "verreweg het grootste deel", "by far the largest part"),
    Case("count(2.1, all)", "5.000 (95%-interval van 4.000 tot 6.500)", "5,000 (95% interval from 4,000 to 6,500)"),
    Case("count(2.1, rough)", "ongeveer 20", "about 20"),
    Case("count(2.1, early)", "7 (voorlopig)", "7 (provisional)"),
    Case("count(1.1, minor, 2020)", "niet geleverd", "not delivered"),
    Case("share(1.1, minor, 2020)", "niet geleverd", "not delivered"),
    Case("count(essm-meldingen, sexual, 2020)", "afgeschermd", "withheld"),
    Case("value(1.1, mean-age, 2020)", "niet te berekenen", "undefined"),
    Case("count(2.1, bare)", "900 (schatting)", "900 (estimate)"),
    Case("count(top, CN, 2019)", "niet getoond", "not shown"),
    Case("count(top, CN, total)", "8"),
    Case("sum(count(top, CN, 2019), count(1.1, minor, 2020))", "niet geleverd", "not delivered"),
    Case("rank(top, NG, 2018) | ordinal", "eerste", "first"),
    Case("rank(top, NG, total)", "2"),
    Case("rank(top, PL, 2019)", "1"),
    Case("rank(1.1, minor, 2020)", "niet geleverd", "not delivered"),
    Case("rank(asked, labour, 2018)", "1"),
    Case("count(asked, online, 2018)", "niet gevraagd", "not asked"),
    Case("reference(1.1)", "fig-1.1"),
  ]

  @Test(arguments: cases) func `prints`(_ example: Case) {
    let body = "{{ \(example.expression) }}"
    #expect(Invented.paragraph(body, .nl) == example.nl, "\(Invented.messages(body))")
    #expect(Invented.paragraph(body, .en) == example.en)
  }

  @Test func `a place that the list does not tell makes a condition fail, and is never printed`() {
    let guarded = "{{ if rank(top, NG, 2019) = 1 \"eerste\" }}Voorop.{{ else }}Niet voorop.{{ end }}"
    #expect(Invented.paragraph(guarded) == "Niet voorop.")
    #expect(Invented.paragraph("{{ rank(top, NG, 2019) | ordinal }} plaats.") == nil)
  }

  @Test func `a factor with its explanation becomes a note`() throws {
    let reading = Invented.reading("{{ count(1.1, adult, 2019) / 12 \"maanden in een jaar\" }} per maand.")
    let text = try #require(reading.texts(in: .nl).first)
    #expect(text.lead == "1,3 per maand.")
    #expect(text.notes == [[.text("12: maanden in een jaar")]])
    #expect(text.numbers.map(\.cells) == [[CitedCell.cell("fig-1.1", "adult", "2019", 0)]])
  }

  @Test func `a number in words at the start of a sentence has a capital`() {
    let body =
      "{{ share(1.1, adult, 2018) | verdict }} is volwassen. {{ count(1.1, minor, 2019) | words }} niet: {{ count(1.1, minor, 2019) | words }}."
    #expect(Invented.paragraph(body) == "Verreweg het grootste deel is volwassen. Vier niet: vier.")
    let choice = "Dat zijn er {{ if delivered(1.1, minor, 2019) }}{{ count(1.1, minor, 2019) | words }} {{ end }}nu."
    #expect(Invented.paragraph(choice) == "Dat zijn er vier nu.")
  }

  @Test func `a choice prints one branch and an unprinted branch is still read`() {
    let guarded = """
      {{ if delivered(1.1, minor, 2020) }}Er waren {{ count(1.1, minor, 2020) }} minderjarigen, een \
      {{ change(1.1, minor, 2019, 2020) | verdict }}.{{ else }}Dat is {{ count(1.1, minor, 2020) }}.{{ end }}
      """
    #expect(Invented.paragraph(guarded) == "Dat is niet geleverd.")
    #expect(
      Invented.messages("{{ if delivered(1.1, minor, 2020) }}{{ count(1.1, minr, 2019) }}{{ end }} Zin.")
        == ["figuur fig-1.1 heeft geen rij `minr`; bedoelt u `minor`?"])
  }

  @Test func `a choice may hold whole blocks`() throws {
    let body = """
      {{ if not delivered(1.1, minor, 2020) }}

      ## Niet geleverd

      - een
      - twee

      {{ else }}

      Wel.

      {{ end }}

      Slot.
      """
    let blocks = try #require(Invented.reading(body).texts.first).blocks
    #expect(blocks.count == 3)
    #expect(blocks.first == .heading(level: 2, id: "niet-geleverd", [.text("Niet geleverd")]))
    #expect(blocks.last == .paragraph([.text("Slot.")]))
  }

  @Test func `words an author chose stand when the numbers bear them`() {
    let cases = [
      "{{ say \"sterke stijging\" because change(essm-meldingen, total, 2018, 2019) }}",
      "{{ say \"stijging\" because change(essm-meldingen, total, 2018, 2019) }}",
      "{{ say \"elk jaar meer\" because count(1.1, adult, 2019) > count(1.1, adult, 2018) and count(1.1, adult, 2020) > count(1.1, adult, 2019) }}",
      "{{ claim: change(broken, total, 2018, 2019) is \"verdubbeling\" }} {{ claim: share(1.1, adult, 2018) > 50 \"de helft\" }} x",
      "{{ claim: difference(1.1, adult, 2018, 2019) >= 0 }} {{ claim: delivered(1.1, minor, 2019) }} x",
    ]
    for body in cases {
      let messages = Invented.reading(body).findings.filter { $0.severity <= .error && $0.rule != "text-claim" }
        .map(\.message.nl).filter { !$0.contains("staat in geen enkele") }
      #expect(messages == [], "\(body)")
      #expect(!Invented.messages(body).contains { $0.contains("maar") }, "\(body)")
    }
  }
}

extension CitedCell {
  static func cell(_ figure: String, _ row: String, _ column: String, _ panel: Int?) -> CitedCell {
    CitedCell(figure: figure, row: row, column: column, panel: panel)
  }
}
