import Model
import Testing

@testable import Narrative

/// Which digits may stand in a text, and which may not.
@Suite struct ProseTests {
  static let allowed = [
    "In 2019 en 2015-2019.", "De 2018/2019-editie, sinds 2000.",
    "Artikel 273f Sr, artikel 6 lid 1 onder a en artikel 9.",
    "Zie art. 5, de artikelen 6 en 9.", "Article 273f and article 4.", "Zie figuur 2.3 en tabel 2.1.",
    "Op 1 juli 2020, dus 2020-07-01.", "On January 1 and the 2nd of March 2020.", "COVID-19 en de B8-regeling.",
    "[[ 5.000 | Onderzoek uit 1993 ]] mensen.", "[[ \"twaalf van de 20\" | Bron ]]", "Geen cijfers.",
    "[Wet](https://wetten.overheid.nl/BWBR0001854/2020-01-01)", "1. eerste\n2. tweede",
  ]

  static let refused = [
    "Er zijn 130 meldingen.", "Er zijn 2000 slachtoffers.", "Het is 44%.", "Ruim 1.334 mensen.", "In 1850.", "Een ½.",
    "Wel 5x zo veel.", "[5](https://example.org)", "**12**", "Kop 3", "Artikel 6 telt 130 mensen.", "€5.000",
    "Figuur 2.3 toont 12 slachtoffers.", "de 4 juristen", "Zie artikel 9. En 130.",
  ]

  @Test(arguments: allowed) func `may stand`(_ body: String) {
    #expect(Invented.reading(body, en: "x").findings.map(\.message.nl) == [])
  }

  @Test(arguments: refused) func `may not stand`(_ body: String) {
    #expect(Invented.reading(body, en: "x").findings.map(\.rule) == ["text-digit"])
  }

  @Test(arguments: [
    "# 3 kop", "- punt 4", "> citaat 5", "::: box Kop 6\nx\n:::", "| a | b |\n|---|---|\n| 7 | x |",
    "x[^n]\n\n[^n]: noot van 88", "{{ if delivered(1.1, minor, 2019) }}9{{ else }}y{{ end }}",
    "{{ if delivered(1.1, minor, 2019) }}y{{ else }}9{{ end }}",
  ]) func `are found in every kind of block`(_ body: String) {
    let rules = Invented.reading(body, en: "x").findings.filter { $0.severity <= .error && $0.rule != "text-title" }
    #expect(rules.map(\.rule) == ["text-digit"])
  }
}
