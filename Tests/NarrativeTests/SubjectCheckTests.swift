import Model
import Testing

@testable import Narrative

/// What a sentence is about, and what stands beside it.
@Suite struct `The subject of a sentence` {
  private static func errors(_ body: String) -> [String] {
    let source = LocalizedText(nl: "# Titel\n\n" + body, en: "# Title\n\nx")
    return TextReading(
      [MonitorText(name: "01-tekst", source: source)], over: Invented.publication, period: 2018...2020,
      sources: [
        SourceFigures(label: LocalizedText(nl: "Nationale Politie", en: "Police"), figures: ["fig-1.1"]),
        SourceFigures(label: LocalizedText(nl: "Arbeidsinspectie", en: "Inspectorate"), figures: ["essm-meldingen"]),
      ]
    ).findings.filter { $0.place.file.hasSuffix(".nl.md") && $0.severity <= .error }.map(\.rule)
  }

  private static let risen = "{{ claim: total(essm-meldingen, 2019) > total(essm-meldingen, 2018) }}"

  @Test(arguments: [
    ("De Arbeidsinspectie kreeg meer meldingen. ", true), ("Er kwamen meer meldingen. ", true),
    ("De politie kreeg meer meldingen. ", false), ("De politie en de arbeidsinspectie kregen meer meldingen. ", true),
    ("Het aantal seksuele meldingen steeg. ", true), ("Het aantal criminele meldingen steeg. ", true),
  ])
  func `is a source that the numbers are of`(_ sentence: String, _ isBorne: Bool) {
    #expect(Self.errors(sentence + Self.risen).isEmpty == isBorne, "\(sentence)")
  }

  @Test(arguments: [
    ("Het aantal minderjarigen steeg. {{ claim: count(1.1, minor, 2019) > count(1.1, minor, 2018) }}", true),
    ("Het aantal minderjarigen steeg. {{ claim: count(1.1, adult, 2019) > count(1.1, adult, 2018) }}", false),
    (
      "Meer volwassenen dan minderjarigen: {{ count(1.1, adult, 2018) }}. {{ claim: count(1.1, adult, 2018) > count(1.1, minor, 2018) }}",
      true
    ),
    ("Het aantal volwassenen daalde van {{ count(1.1, minor, 2019) }} naar {{ count(1.1, minor, 2018) }}.", false),
    ("{{ if count(1.1, adult, 2019) > count(1.1, adult, 2018) }}Het aantal minderjarigen steeg.{{ end }}", false),
  ])
  func `is a row that the numbers are of`(_ sentence: String, _ isBorne: Bool) {
    #expect(Self.errors(sentence).isEmpty == isBorne, "\(sentence): \(Self.errors(sentence))")
  }
}
