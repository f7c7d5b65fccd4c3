import Model
import Testing

@testable import Narrative

/// Each mistake, with the exact sentence it gets.
@Suite struct FindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var body: String
    var rule: String
    var nl: String
    var en: String
    var testDescription: String { body }
    init(_ body: String, _ rule: String, _ nl: String, _ en: String) {
      (self.body, self.rule, self.nl, self.en) = (body, rule, nl, en)
    }
  }

  static let cases = [
    Case(
      "Zie {{ coutn(1.1, minor, 2019) }}.", "text-unknown-function",
      "de functie `coutn` bestaat niet; bedoelt u `count`?",
      "there is no function `coutn`; did you mean `count`?"),
    Case(
      "{{ count(1.1) }}", "text-arguments",
      "`count` krijgt 1 gegeven; het is count(figure, row, column[, panel]).",
      "`count` is given 1 argument; it is count(figure, row, column[, panel])."),
    Case(
      "{{ change(1.1, minor, 2019) }}", "text-arguments",
      "`change` krijgt 3 gegevens; het is change(figure, row, from, to) or change(a, b).",
      "`change` is given 3 arguments; it is change(figure, row, from, to) or change(a, b)."),
    Case(
      "{{ count(1.11, minor, 2019) }}", "text-unknown-figure", "er is geen figuur `1.11`; bedoelt u `1.1`?",
      "there is no figure `1.11`; did you mean `1.1`?"),
    Case(
      "{{ count(essm-melding, total, 2019) }}", "text-unknown-figure",
      "er is geen figuur `essm-melding`; bedoelt u `essm-meldingen`?",
      "there is no figure `essm-melding`; did you mean `essm-meldingen`?"),
    Case(
      "{{ count(1.1, minro, 2019) }}", "text-unknown-row", "figuur fig-1.1 heeft geen rij `minro`; bedoelt u `minor`?",
      "figure fig-1.1 has no row `minro`; did you mean `minor`?"),
    Case(
      "{{ count(1.1, minor, juni) }}", "text-unknown-column",
      "figuur fig-1.1 heeft geen kolom `juni`; de kolommen zijn 2018, 2019, 2020, labour, sexual, total.",
      "figure fig-1.1 has no column `juni`; the columns are 2018, 2019, 2020, labour, sexual, total."),
    Case(
      "{{ count(1.1, mean-age, 2018) }}", "text-not-a-count", "rij `mean-age` van fig-1.1 is geen aantal.",
      "row `mean-age` of fig-1.1 is no count."),
    Case(
      "{{ change(1.1, unknown, 2018, 2019) }}", "text-division-by-zero",
      "in `change(1.1, unknown, 2018, 2019)` wordt gedeeld door nul.",
      "`change(1.1, unknown, 2018, 2019)` divides by zero."),
    Case(
      "{{ count(1.1, minor, 2019) + share(1.1, minor, 2019) }}", "text-kinds",
      "een aantal en een aandeel gaan hier niet samen.",
      "a count and a share do not go together here."),
    Case(
      "{{ count(1.1, minor, 2019) + count(essm-meldingen, total, 2019) }}", "text-kinds",
      "hier komen twee eenheden samen: slachtoffers en meldingen.", "two units meet here: victims and reports."),
    Case(
      "{{ count(essm-meldingen, sexual + criminal, 2019) }}", "text-kinds",
      "`sexual + criminal` is samen 220, meer dan het totaal 179: deze rijen overlappen.",
      "`sexual + criminal` is 220 together, more than the total 179: these rows overlap."),
    Case(
      "{{ count(1.1, minor, 2019) / 12 }}", "text-literal", "het getal 12 heeft geen uitleg.",
      "the number 12 has no explanation."),
    Case(
      "{{ count(1.1, minor, 2019) + 3 \"bij\" }}", "text-literal",
      "een los getal is alleen een factor: `count(…) / 12 \"maanden\"`.",
      "a bare number is a factor only: `count(…) / 12 \"months\"`."),
    Case(
      "{{ count(2.1, all) / 12 \"maanden\" }}", "text-estimate", "met een schatting wordt in een tekst niet gerekend.",
      "a text does not compute with an estimate."),
    Case(
      "{{ count(1.1, minor, 2019) | procent }}", "text-unknown-filter",
      "het filter `procent` bestaat niet; bedoelt u `percent`?", "there is no filter `procent`; did you mean `percent`?"
    ),
    Case(
      "{{ count(1.1, minor, 2019) | percent }}", "text-filter", "`percent` past niet bij een aantal.",
      "`percent` does not suit a count."),
    Case(
      "{{ share(1.1, minor, 2019) | percent | words }}", "text-filter", "na `percent` kan `words` niet meer.",
      "`words` cannot follow `percent`."),
    Case(
      "{{ count(1.1, minor, 2019) | verdict }}", "text-no-verdict",
      "bij een aantal hoort geen verdict; vergelijk eerst met change, share of ratio.",
      "a count has no verdict; compare first, with change, share or ratio."),
    Case(
      "{{ change(1.1, total, 2018, 2019) | verdict(trent) }}", "text-no-verdict",
      "er is geen set verdictwoorden `trent`; bedoelt u `trend`?",
      "there is no set of verdict words `trent`; did you mean `trend`?"),
    Case(
      "{{ change(1.1, minor, 2019, 2020) | verdict }}", "text-missing", "er is geen getal: niet geleverd.",
      "there is no number: not delivered."),
    Case(
      "{{ claim: count(top, CN, 2019) > count(top, NG, 2019) }}", "text-missing", "er is geen getal: niet getoond.",
      "there is no number: not shown."),
    Case(
      "De {{ rank(top, NG, 2019) | ordinal }} plaats.", "text-missing",
      "`NG` staat bij `2019` niet in de lijst van tab-top, die dus niet zegt op welke plaats.",
      "`NG` is not in the list of tab-top at `2019`, which so does not tell its place."),
    Case(
      "{{ claim: rank(top, CN, total) = 3 \"derde\" }}", "text-missing",
      "`CN` staat bij `total` niet in de lijst van tab-top, die dus niet zegt op welke plaats.",
      "`CN` is not in the list of tab-top at `total`, which so does not tell its place."),
    Case(
      "De {{ rank(1.1, adult, 2020) }}e plaats.", "text-missing",
      "de plaats van `adult` is niet bekend, want `minor` is niet geleverd.",
      "the place of `adult` is not known, as `minor` is not delivered."),
    Case(
      "{{ difference(rank(1.1, adult, 2020), rank(1.1, adult, 2019)) }}", "text-missing",
      "de plaats van `adult` is niet bekend, want `minor` is niet geleverd.",
      "the place of `adult` is not known, as `minor` is not delivered."),
    Case(
      "{{ count(2.1, bare) / 12 \"maanden\" }}", "text-estimate", "met een schatting wordt in een tekst niet gerekend.",
      "a text does not compute with an estimate."),
    Case(
      "Er waren 130 meldingen. Meer niet.", "text-digit", "het getal 130 staat los in de zin “Er waren 130 meldingen.”",
      "the number 130 stands by itself in the sentence “Er waren 130 meldingen.”"),
    Case(
      "[[ 5.000 ]] mensen.", "text-quotation", "dit citaat heeft geen bron.", "this quotation has no source."),
    Case(
      "Een {{ count(1.1, minor, 2019).", "text-unclosed", "deze uitdrukking wordt niet afgesloten met `}}`.",
      "this expression is not closed with `}}`."),
    Case(
      "[klik](javascript:alert)", "text-link", "naar `javascript:alert` wordt niet verwezen.",
      "`javascript:alert` is not linked to."),
    Case("[klik](text:02-x)", "text-link", "er is geen tekst `02-x`.", "there is no text `02-x`."),
    Case("Zie dit.[^bron]", "text-note", "de noot `bron` bestaat niet.", "there is no note `bron`."),
    Case(
      "Midden {{ figure(1.1) }} in.", "text-placement", "{{ figure(1.1) }} staat midden in een zin.",
      "{{ figure(1.1) }} stands in the middle of a sentence."),
    Case(
      "::: definitie Iets\nWat.\n:::", "text-structure", "een blok `definitie` bestaat niet; bedoelt u `definition`?",
      "there is no block `definitie`; did you mean `definition`?"),
    Case(
      "::: box Iets\n\nWat.", "text-structure", "het blok `box` wordt niet afgesloten met `:::`.",
      "the block `box` is not closed with `:::`."),
    Case(
      "{{ if delivered(1.1, minor, 2019) }}Wel.", "text-structure", "bij deze {{ if }} hoort nog een {{ end }}.",
      "this {{ if }} still needs an {{ end }}."),
    Case(
      "{{ count(1.1, minor, 2019) extra }}", "text-syntax", "na de uitdrukking staat nog `extra`.",
      "after the expression there still is `extra`."),
    Case(
      "# Nog een titel", "text-title", "een tekst heeft één titel.", "a text has one title."),
  ]

  @Test(arguments: cases) func `is told in one sentence`(_ example: Case) {
    let findings = Invented.reading(example.body).findings.filter { $0.place.file == "text/01-tekst.nl.md" }
    #expect(findings.map(\.rule) == [example.rule])
    #expect(findings.map(\.message.nl) == [example.nl])
    #expect(findings.map(\.message.en) == [example.en])
  }

  @Test func `a claim that the numbers do not bear says both values`() {
    let body = "{{ claim: change(essm-meldingen, total, 2018, 2019) is \"lichte stijging\" }} Zin."
    #expect(
      Invented.messages(body) == [
        "hier staat “lichte stijging”, maar `change(essm-meldingen, total, 2018, 2019)` is 37,7% "
          + "(essm-meldingen, total, 2018 is 130; essm-meldingen, total, 2019 is 179): “sterke stijging”."
      ])
  }

  @Test func `chosen words that the numbers do not bear stop as well`() {
    let body = "Een {{ say \"lichte stijging\" because change(essm-meldingen, total, 2018, 2019) }}."
    #expect(Invented.messages(body).count == 1)
    #expect(Invented.messages(body)[0].hasPrefix("hier staat “lichte stijging”, maar"))
    #expect(
      Invented.messages("Een {{ say \"lichte steiging\" because change(essm-meldingen, total, 2018, 2019) }}.")
        == [
          "“lichte steiging” staat in geen enkele set verdictwoorden voor zo'n getal; bedoelt u “lichte stijging”?"
        ])
    #expect(
      Invented.messages("{{ say \"veel\" because count(1.1, minor, 2018) > count(1.1, minor, 2019) }}") == [
        "`count(1.1, minor, 2018) > count(1.1, minor, 2019)` klopt niet: links staat 2, rechts 4 "
          + "(fig-1.1, minor, 2018 is 2; fig-1.1, minor, 2019 is 4)."
      ])
  }

  @Test func `a verdict word by itself is found whatever stands around it`() {
    for body in ["Een lichte stijging.", "Een **lichte** stijging!", "Lichte stijging", "Het is bijna verdubbeld."] {
      #expect(Invented.reading(body, en: "x").findings.map(\.rule) == ["text-verdict-word"], "\(body)")
    }
    for body in ["[[ \"lichte stijging\" | VAR 2024 ]] stond er.", "Onverdubbeldheid", "alle mensen"] {
      #expect(Invented.reading(body, en: "x").findings == [], "\(body)")
    }
  }

  @Test func `place is file, line and column`() {
    let finding = Invented.reading("Een zin.\n\nEn {{ count(1.1, minro, 2019) }}.", en: "x").findings[0]
    #expect(
      finding.sentence(in: .nl)
        == "text/01-tekst.nl.md, regel 5, kolom 18: figuur fig-1.1 heeft geen rij `minro`; bedoelt u `minor`? "
        + "Gebruik de code of het opschrift van de rij.")
  }

  @Test func `all findings come at once, in the order of the text`() {
    let body = "Er zijn 5 dingen.\n\n{{ count(1.1, x, y) }} en {{ nix() }}.\n\nEen lichte daling."
    #expect(
      Invented.reading(body, en: "x").findings.filter { $0.rule != "text-languages" }.map(\.rule) == [
        "text-digit", "text-unknown-row", "text-unknown-function", "text-verdict-word",
      ])
  }

  @Test func `a number in words before what is counted is an error`() {
    let findings = Invented.reading("Er waren drie meldingen.", en: "There were three young victims.").findings
    #expect(findings.map(\.severity) == [.error, .error])
    #expect(findings.map(\.message.nl)[0] == "“drie meldingen” lijkt een aantal in woorden.")
    #expect(findings.map(\.message.en)[1] == "“three … victims” looks like a number in words.")
    #expect(Invented.reading("De drie bladzijden.", en: "x").findings == [])
  }

  @Test func `a cell that only one language cites is a warning`() {
    let reading = Invented.reading("{{ count(1.1, minor, 2019) }}", en: "{{ count(1.1, minor, 2018) }}")
    #expect(reading.isUsable)
    #expect(
      reading.findings.map(\.message.en) == [
        "fig-1.1, minor, 2019 is not in text/01-tekst.en.md.", "fig-1.1, minor, 2018 is not in text/01-tekst.nl.md.",
      ])
  }

  @Test func `a text without a title is told so`() {
    let reading = TextReading(
      [MonitorText(name: "01-a", source: LocalizedText(nl: "Zomaar.", en: "# Title\n\nText."))],
      over: Invented.publication, period: 2018...2020)
    #expect(reading.findings.map(\.message.nl) == ["deze tekst heeft geen titel."])
  }
}
