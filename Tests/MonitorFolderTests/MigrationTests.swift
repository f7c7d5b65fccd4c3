import Invented
@testable import MonitorFolder
@testable import Model
import Testing

/// A codebook that grew: what it says about earlier versions, and which series break.
@Suite struct `Earlier versions of the codebook` {
  private static func monitor(_ change: String) -> (monitor: Monitor?, findings: [Finding]) {
    SmallMonitor.broken(
      "codebook.yaml", "version: \"1\"\n",
      """
      version: "2"
      earlier:
        - version: "1"
          until: 2018
          reason: { nl: Het codeboek groeide., en: The codebook grew. }
          changes:
            - \(change)

      """)
  }

  @Test(arguments: [
    "{ variable: form, change: added }", "{ variable: country, change: split, from: [EU], to: [PL] }",
    "{ variable: form, change: merged, from: [sex, other], to: [sexual] }", "{ variable: form, change: redefined }",
  ])
  func `break a series of years that uses what changed, also by way of a rule`(_ change: String) throws {
    let (monitor, findings) = Self.monitor(change)
    #expect(findings.isEmpty)
    let figures = try #require(monitor).figures
    let reason = LocalizedText(nl: "Het codeboek groeide.", en: "The codebook grew.")
    #expect(figures[0].breaks == [.init(year: 2019, reason: reason)])
    #expect(figures[1].breaks.isEmpty, "a figure without years crosses nothing")
  }

  @Test(arguments: [
    "{ variable: form, change: added, recoded: true }", "{ variable: country, change: renamed, from: [P], to: [PL] }",
    "{ variable: consent, change: redefined }",
  ])
  func `break nothing when earlier years were recoded, a code was renamed, or a figure does not use it`(
    _ change: String
  ) throws {
    let (monitor, findings) = Self.monitor(change)
    #expect(findings.isEmpty)
    #expect(try #require(monitor).figures.allSatisfy(\.breaks.isEmpty))
    #expect(monitor?.codebook.migrations.first?.version == "1")
  }

  @Test(arguments: [
    ("{ variable: forms, change: added }", "onbekende variabele `forms`"),
    ("{ variable: form, change: grown }", "onbekende waarde `grown` bij `change`"),
    ("{ variable: form, change: split, from: [a], to: [crime] }", "onbekende categorie `crime` van `form`"),
  ])
  func `name what they do not know`(_ change: String, _ sentence: String) {
    let findings = Self.monitor(change).findings
    #expect(findings.contains { $0.message.nl.contains(sentence) }, "\(findings.map(\.message.nl))")
  }
}

/// Rows of a series with a base, a unit or a number of their own.
@Suite struct `Series of a figure` {
  private static func series(_ rows: String) -> (series: [Figure.Series], findings: [Finding]) {
    let (monitor, findings) = SmallMonitor.broken(
      "figures.yaml", "- { label: { nl: Jong, en: Young }, when: minor is minor }", rows)
    guard case .counted(let counted) = monitor?.figure(named: "fig-2")?.numbers, case .series(let series) = counted.rows
    else { return ([], findings) }
    return (Array(series.dropFirst()), findings)
  }

  @Test func `may be shares over what is known, with a key and an axis`() throws {
    let (series, findings) = Self.series(
      "- { key: young, name: { nl: leeftijd, en: age }, label: { nl: Jong, en: Young }, when: minor is minor, of: minor is known, decimals: 1 }"
    )
    #expect(findings.isEmpty)
    let row = try #require(series.first)
    #expect(row.key == "young")
    #expect(row.name?.en == "age")
    #expect(row.value == .share(of: .isKnown(variable: "minor"), decimals: 1))
  }

  @Test(arguments: Figure.SummaryRow.Kind.allCases) func `may be a mean, median, lowest or highest value`(
    _ kind: Figure.SummaryRow.Kind
  ) throws {
    let (series, findings) = Self.series(
      "- { label: { nl: Leeftijd, en: Age }, when: always, \(kind.rawValue): age, value-unit: { nl: jaar, en: years }, decimals: 0 }"
    )
    #expect(findings.isEmpty)
    let unit = RowUnit.named(LocalizedText(nl: "jaar", en: "years"))
    #expect(series.first?.value == .summary(kind, variable: "age", unit: unit, decimals: 0))
  }

  @Test func `may count in a unit of their own`() throws {
    let (series, findings) = Self.series("- { label: { nl: Mensen, en: People }, when: always, unit: victim }")
    #expect(findings.isEmpty)
    #expect(series.first?.unit?.name == "victim")
  }

  @Test(arguments: [
    ("- { label: { nl: A, en: A }, when: always, unit: person }", "onbekende eenheid `person`"),
    ("- { label: { nl: A, en: A }, when: always, of: always }", "`decimals`"),
    (
      "- { label: { nl: A, en: A }, when: always, mean: form, value-unit: { nl: jaar, en: years }, decimals: 0 }",
      "een gemiddelde vraagt een getal"
    ),
    ("- { when: always }", "`label`"),
  ])
  func `say what is missing or unknown`(_ row: String, _ sentence: String) {
    let findings = Self.series(row).findings
    #expect(findings.contains { $0.message.nl.contains(sentence) }, "\(findings.map(\.message.nl))")
  }
}
