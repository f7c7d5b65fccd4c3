import Model
import Testing

@testable import Narrative

/// Every rule with a text that breaks it: the whole sentence a reader gets, with file, line, column and remedy.
///
/// The body stands below `# Titel` and an empty line, so its first character is line 3, column 1.
@Suite struct RulePlaceTests {
  struct Broken: Sendable, CustomTestStringConvertible {
    let rule, body, nl, en: String
    var testDescription: String { rule }
    init(_ rule: String, _ body: String, _ nl: String, _ en: String) {
      (self.rule, self.body, self.nl, self.en) = (rule, body, nl, en)
    }
  }

  static let broken = [
    Broken(
      "text-title", "Een zin.\n\n# Nog een",
      "regel 5, kolom 1: een tekst heeft één titel. Begin het bestand met een regel `# Titel`.",
      "line 5, column 1: a text has one title. Begin the file with a line `# Title`."),
    Broken(
      "text-structure", "Een zin.\n\n:::",
      "regel 5, kolom 1: bij deze `:::` hoort geen blok dat open is. Zet het ontbrekende begin of einde erbij.",
      "line 5, column 1: this `:::` closes no block. Add the missing beginning or end."),
    Broken(
      "text-unclosed", "Een [[ citaat",
      "regel 3, kolom 5: dit citaat wordt niet afgesloten met `]]`. Sluit de uitdrukking of het citaat af.",
      "line 3, column 5: this quotation is not closed with `]]`. Close the expression or the quotation."),
    Broken(
      "text-syntax", "Een {{ }} zin.",
      "regel 3, kolom 8: hier staat een lege uitdrukking. De functies en filters staan in docs/narrative.md.",
      "line 3, column 8: this expression is empty. The functions and filters are in docs/narrative.md."),
    Broken(
      "text-quotation", "Een [[ | bron ]] zin.",
      "regel 3, kolom 5: dit citaat heeft geen bron. Schrijf [[ woorden | bron ]].",
      "line 3, column 5: this quotation has no source. Write [[ words | source ]]."),
    Broken(
      "text-link", "Een [zin](http://example.org).",
      "regel 3, kolom 11: naar `http://example.org` wordt niet verwezen. Gebruik https://…, mailto:…, figure:2.3, text:naam, method: of #kop.",
      "line 3, column 11: `http://example.org` is not linked to. Use https://…, mailto:…, figure:2.3, text:name, method: or #heading."
    ),
    Broken(
      "text-note", "Een zin.[^a]\n\n[^a]: Een noot.\n\n[^a]: Nog een.",
      "regel 7, kolom 1: de noot `a` is al omschreven. Schrijf `[^naam]: tekst` op een regel van zijn eigen.",
      "line 7, column 1: the note `a` was written before. Write `[^name]: text` on a line of its own."),
    Broken(
      "text-placement", "{{ figure(1.1) }}\n\n{{ figure(1.1) }}",
      "regel 5, kolom 4: figuur fig-1.1 staat al in deze tekst. Zet er een lege regel voor en na.",
      "line 5, column 4: figure fig-1.1 stands in this text already. Put an empty line before and after it."),
    Broken(
      "text-unknown-function", "Een {{ median(1.1, minor) }}.",
      "regel 3, kolom 8: de functie `median` bestaat niet; bedoelt u `mean`? Kies een functie uit docs/narrative.md.",
      "line 3, column 8: there is no function `median`; did you mean `mean`? Choose a function from docs/narrative.md."),
    Broken(
      "text-arguments", "Een {{ count(1.1, minor) }}.",
      "regel 3, kolom 8: figuur fig-1.1 heeft meer kolommen; noem er een. Geef de functie wat zij vraagt.",
      "line 3, column 8: figure fig-1.1 has several columns; name one. Give the function what it asks for."),
    Broken(
      "text-unknown-filter", "{{ count(1.1, minor, 2019) | capital }}",
      "regel 3, kolom 30: het filter `capital` bestaat niet. Kies een filter uit docs/narrative.md.",
      "line 3, column 30: there is no filter `capital`. Choose a filter from docs/narrative.md."),
    Broken(
      "text-filter", "{{ share(1.1, minor, 2019) | ordinal }}",
      "regel 3, kolom 30: `ordinal` past niet bij een aandeel. Kies een filter dat past, of bereken het getal dat u bedoelt.",
      "line 3, column 30: `ordinal` does not suit a share. Choose a filter that suits, or compute the number you mean."),
    Broken(
      "text-unknown-figure", "{{ total(2.2) }}",
      "regel 3, kolom 10: er is geen figuur `2.2`; bedoelt u `2.1`? Kies een figuur uit figures.yaml.",
      "line 3, column 10: there is no figure `2.2`; did you mean `2.1`? Choose a figure from figures.yaml."),
    Broken(
      "text-unknown-constant", "{{ constant(inwoner) }}",
      "regel 3, kolom 13: er is geen constante `inwoner`. Zet de constante met haar bron bij `constants`, of kies er een die er staat.",
      "line 3, column 13: there is no constant `inwoner`. Put the constant with its source at `constants`, or choose one that is there."
    ),
    Broken(
      "text-unknown-row", "{{ count(2.1, none) }}",
      "regel 3, kolom 15: figuur tab-2.1 heeft geen rij `none`; de rijen zijn all, rough, early, bare. Gebruik de code of het opschrift van de rij.",
      "line 3, column 15: figure tab-2.1 has no row `none`; the rows are all, rough, early, bare. Use the code or the label of the row."
    ),
    Broken(
      "text-unknown-column", "{{ count(essm-meldingen, total, 2021) }}",
      "regel 3, kolom 33: figuur essm-meldingen heeft geen kolom `2021`; bedoelt u `2020`? Gebruik de code of het opschrift van de kolom.",
      "line 3, column 33: figure essm-meldingen has no column `2021`; did you mean `2020`? Use the code or the label of the column."
    ),
    Broken(
      "text-not-a-count", "{{ count(1.1, mean-age, 2019) }}",
      "regel 3, kolom 4: rij `mean-age` van fig-1.1 is geen aantal. Gebruik `value` voor een gemiddelde, een percentage of een ander getal.",
      "line 3, column 4: row `mean-age` of fig-1.1 is no count. Use `value` for a mean, a percentage or another number."
    ),
    Broken(
      "text-kinds", "{{ count(1.1, minor, 2019) * count(1.1, minor, 2018) }}",
      "regel 3, kolom 28: twee getallen uit figuren worden niet met elkaar vermenigvuldigd. Reken met getallen van dezelfde soort.",
      "line 3, column 28: two numbers from figures are not multiplied. Compute with numbers of the same kind."),
    Broken(
      "text-literal", "{{ count(1.1, minor, 2019) / 2.5 }}",
      "regel 3, kolom 30: het getal 2.50 heeft geen uitleg. Schrijf achter het getal tussen aanhalingstekens wat het is: `12 \"maanden in een jaar\"`.",
      "line 3, column 30: the number 2.50 has no explanation. Write behind the number, between quotation marks, what it is: `12 \"months in a year\"`."
    ),
    Broken(
      "text-hollow", "Een {{ ratio(total(1.1, 2019), total(1.1, 2019)) }}.",
      "regel 3, kolom 8: `total(1.1,2019) / total(1.1,2019)` hangt niet af van de getallen. Noem twee verschillende getallen, of laat de uitdrukking weg.",
      "line 3, column 8: `total(1.1,2019) / total(1.1,2019)` does not depend on the numbers. Name two different numbers, or leave the expression out."
    ),
    Broken(
      "text-break", "Een {{ change(broken, total, 2019, 2020) | verdict }}.",
      "regel 3, kolom 8: `change(broken, total, 2019, 2020)` vergelijkt over een breuk heen: broken is vanaf 2020 niet te vergelijken met eerder. In 2020 telde een andere partner. Zet {{ break(figuur, jaar) }} in de zin, of laat de vergelijking weg.",
      "line 3, column 8: `change(broken, total, 2019, 2020)` compares across a break: from 2020 broken is not comparable with before. In 2020 another partner counted. Put {{ break(figure, year) }} in the sentence, or leave the comparison out."
    ),
    Broken(
      "text-division-by-zero", "{{ count(1.1, minor, 2019) / 0 \"niets\" }}",
      "regel 3, kolom 28: hier wordt gedeeld door nul. Zeg het met aantallen, of maak de zin voorwaardelijk met {{ if … }}.",
      "line 3, column 28: this divides by zero. Say it in counts, or make the sentence conditional with {{ if … }}."),
    Broken(
      "text-too-large",
      "{{ count(1.1, minor, 2019) * 1000000 \"inwoners\" * 1000000 \"inwoners\" * 1000000 \"inwoners\" * 1000000 \"inwoners\" }}",
      "regel 3, kolom 91: de uitkomst is te groot om exact te zijn. Reken in kleinere stappen.",
      "line 3, column 91: the result is too large to be exact. Compute in smaller steps."),
    Broken(
      "text-estimate", "{{ share(count(2.1, all), count(2.1, early)) }}",
      "regel 3, kolom 4: met een schatting wordt in een tekst niet gerekend. Noem de schatting zelf, of laat de berekening een figuur worden.",
      "line 3, column 4: a text does not compute with an estimate. Tell the estimate itself, or make the computation a figure."
    ),
    Broken(
      "text-missing", "{{ claim: change(1.1, minor, 2019, 2020) is \"daling\" }} Zin.",
      "regel 3, kolom 11: er is geen getal: niet geleverd. Zet de zin tussen {{ if delivered(…) }} en {{ end }}.",
      "line 3, column 11: there is no number: not delivered. Put the sentence between {{ if delivered(…) }} and {{ end }}."
    ),
    Broken(
      "text-no-verdict", "{{ claim: count(1.1, minor, 2019) is \"veel\" }} Zin.",
      "regel 3, kolom 11: bij een aantal hoort geen verdict; vergelijk eerst met change, share of ratio. Kies een set of woorden uit docs/narrative.md.",
      "line 3, column 11: a count has no verdict; compare first, with change, share or ratio. Choose a set or words from docs/narrative.md."
    ),
    Broken(
      "text-claim", "{{ claim: not delivered(1.1, minor, 2019) }} Zin.",
      "regel 3, kolom 11: `not delivered(1.1, minor, 2019)` klopt niet. Verander de woorden, of kijk of de getallen kloppen.",
      "line 3, column 11: `not delivered(1.1, minor, 2019)` does not hold. Change the words, or see whether the numbers are right."
    ),
    Broken(
      "text-verdict-word", "Het is een Lichte daling, denk ik.",
      "regel 3, kolom 12: “Lichte daling” staat los in de zin “Het is een Lichte daling, denk ik.” Schrijf {{ change(…) | verdict }} of {{ say \"…\" because … }}; woorden van een ander tussen [[ en ]].",
      "line 3, column 12: “Lichte daling” stands by itself in the sentence “Het is een Lichte daling, denk ik.” Write {{ change(…) | verdict }} or {{ say \"…\" because … }}; words of someone else between [[ and ]]."
    ),
    Broken(
      "text-digit", "Eerst iets. Dan (ruim 44%) en meer.",
      "regel 3, kolom 23: het getal 44% staat los in de zin “Dan (ruim 44%) en meer.” Haal het getal uit een figuur, of citeer het met zijn bron: [[ … | bron ]].",
      "line 3, column 23: the number 44% stands by itself in the sentence “Dan (ruim 44%) en meer.” Take the number from a figure, or quote it with its source: [[ … | source ]]."
    ),
    Broken(
      "text-number-word", "Dat zijn drie jonge slachtoffers.",
      "regel 3, kolom 10: “drie … slachtoffers” lijkt een aantal in woorden. Schrijf {{ … | words }} voor een aantal, {{ share(…) | verdict }} voor een deel, {{ say \"…\" because … }} voor eigen woorden; een getal van een ander tussen [[ en ]] met zijn bron.",
      "line 3, column 10: “drie … slachtoffers” looks like a number in words. Write {{ … | words }} for a count, {{ share(…) | verdict }} for a part, {{ say \"…\" because … }} for words of your own; a number of someone else between [[ and ]] with its source."
    ),
    Broken(
      "text-languages", "Een {{ count(1.1, minor, 2019) }}.",
      "regel 3, kolom 8: fig-1.1, minor, 2019 staat niet in text/01-tekst.en.md. Zet het getal ook in de andere taal, of haal het weg.",
      "line 3, column 8: fig-1.1, minor, 2019 is not in text/01-tekst.en.md. Add the number to the other language, or take it away."
    ),
  ]

  @Test(arguments: broken)
  func `a broken rule is one sentence at its place`(_ broken: Broken) throws {
    let findings = Invented.reading(broken.body, en: "x").findings.filter { $0.place.file == "text/01-tekst.nl.md" }
    #expect(findings.map(\.rule) == [broken.rule])
    let finding = try #require(findings.first)
    let (row, column) = (try #require(finding.place.row), try #require(finding.place.column))
    #expect("regel \(row), kolom \(column): \(finding.message.nl) \(finding.remedy.nl)" == broken.nl)
    #expect("line \(row), column \(column): \(finding.message.en) \(finding.remedy.en)" == broken.en)
    let rule = try #require(FindingRule.textRules.first { $0.id == broken.rule })
    #expect(finding.severity == rule.severity && finding.remedy == rule.remedy)
  }

  @Test func `no rule is without a text that breaks it`() {
    #expect(Self.broken.map(\.rule) == FindingRule.textRules.map(\.id))
    let warnings = FindingRule.textRules.filter { $0.severity == .warning }.map(\.id)
    #expect(warnings == ["text-languages"])
    #expect(FindingRule.textRules.filter { $0.severity == .error }.count == FindingRule.textRules.count - 1)
  }

  @Test func `texts may be shown unless a finding is an error`() {
    let warned = Invented.reading("Dat zijn {{ count(1.1, minor, 2019) }} slachtoffers.", en: "x")
    #expect(warned.isUsable && warned.findings.map(\.severity) == [.warning])
    #expect(!Invented.reading("Dat zijn 3 slachtoffers.", en: "x").isUsable)
    #expect(Invented.reading("x").isUsable)
  }
}
