import Model
import Testing

@testable import Narrative

/// Measures of the monitor in expressions. Of adults there were 8, 16 and 20; in all 10, 20 and 21.
@Suite struct `Constants in texts` {
  private static func constant(_ name: String, _ value: Int, _ unit: LocalizedText) -> NamedConstant {
    NamedConstant(
      name: name, value: Quantity(value), label: LocalizedText(nl: "\(unit.nl) van de regio", en: "\(unit.en) there"),
      unit: unit, source: LocalizedText(nl: "CBS", en: "Statistics Netherlands"), dated: "2019")
  }

  private static let constants = [
    constant("inwoners", 4000, LocalizedText(nl: "inwoners", en: "inhabitants")),
    constant("dagen", 5, LocalizedText(nl: "dagen", en: "days")),
  ]

  private static func reading(_ body: String, en: String = "x") -> TextReading {
    TextReading(
      [MonitorText(name: "01-tekst", source: LocalizedText(nl: "# Titel\n\n" + body, en: "# Title\n\n" + en))],
      over: Invented.publication, period: 2018...2020, constants: constants)
  }

  private static func errors(_ body: String) -> [String] {
    reading(body).findings.filter { $0.place.file.hasSuffix(".nl.md") && $0.severity <= .error }.map(\.message.nl)
  }

  @Test func `are printed with their unit, and everywhere with a note of their source`() throws {
    let text = try #require(
      Self.reading(
        "Van {{ constant(inwoners) }} en {{ count(1.1, adult, 2018) / constant(dagen) }} per dag.",
        en: "Of {{ constant(inwoners) }} and {{ count(1.1, adult, 2018) / constant(dagen) }} a day."
      )
      .texts(in: .nl).first)
    #expect(text.lead.contains("4.000 inwoners"))
    #expect(text.lead.contains("1,6"))
    #expect(
      text.notes.map { $0.map(\.plain).joined() } == [
        "4.000: inwoners van de regio. Bron: CBS, 2019.", "5: dagen van de regio. Bron: CBS, 2019.",
      ])
  }

  @Test(arguments: [
    ("{{ count(1.1, adult, 2018) / constant(dagen) }} meldingen per dag.", true),
    ("{{ rate(count(1.1, adult, 2018), constant(inwoners)) }}.", true),
    ("{{ count(1.1, adult, 2018) * constant(dagen) | decimals(1) }} in een week.", true),
    ("{{ change(count(1.1, adult, 2018) / constant(dagen), count(1.1, adult, 2019) / constant(dagen)) }}", true),
    // No count of the edition.
    ("{{ count(1.1, adult, 2018) * constant(dagen) }} slachtoffers.", false),
    ("{{ count(1.1, adult, 2018) / constant(dagen) }} jonge slachtoffers.", false),
    ("{{ constant(inwoners) }} slachtoffers.", false),
    // Divides and multiplies, and nothing else.
    ("{{ count(1.1, adult, 2018) + constant(dagen) }}", false),
    ("{{ sum(count(1.1, adult, 2018), constant(dagen)) }}", false),
    ("{{ constant(dagen) * constant(inwoners) }}", false),
    ("{{ share(count(1.1, adult, 2018), constant(inwoners)) }}", false),
    ("{{ claim: count(1.1, adult, 2018) > constant(dagen) }}", false),
    ("{{ constant(dagen) | words }}", false),
    ("{{ rank(1.1, adult, 2018) * constant(inwoners) }}", false),
    ("{{ count(1.1, adult, 2018) / count(1.1, adult, 2018) * constant(inwoners) }}", false),
    ("{{ constant(inwoner) }}", false),
    // Two measures may differ where the counts do not.
    (
      "Het aantal steeg. {{ claim: count(1.1, adult, 2018) / constant(dagen) > count(1.1, adult, 2018) / constant(inwoners) }}",
      false
    ),
  ])
  func `divide and multiply, and are no count of the edition`(_ body: String, _ isGood: Bool) {
    #expect(Self.errors(body).isEmpty == isGood, "\(body): \(Self.errors(body))")
  }

  @Test func `that are not there are named`() {
    #expect(Self.errors("{{ constant(inwoner) }}") == ["er is geen constante `inwoner`; bedoelt u `inwoners`?"])
    let form = TextReading.form(
      of: [MonitorText(name: "01-a", source: LocalizedText("# A\n\n{{ constant(x) }}"))], period: 2018...2020,
      figures: [], units: [], constants: Self.constants)
    #expect(form.contains { $0.rule == "text-unknown-constant" })
  }
}
