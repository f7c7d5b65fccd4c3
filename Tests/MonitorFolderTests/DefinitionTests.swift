import Invented
import Testing

@testable import Model
@testable import MonitorFolder

/// Definitions that hold for some years, and which series break where one changes.
@Suite struct `Definitions with years` {
  private static let reason = "reason: { nl: Ook wie alleen getuige is., en: Witnesses too. }"

  @Test func `are told behind their years`() throws {
    let (monitor, findings) = SmallMonitor.broken(
      "sources.yaml", "definition: { nl: Iedereen., en: Everyone. }",
      "definition: [{ to: 2018, nl: Iedereen., en: Everyone. }, { from: 2019, nl: Meer., en: More., \(Self.reason) }]")
    #expect(findings.isEmpty)
    let source = try #require(monitor?.sources.first)
    #expect(source.definition.nl == "Tot en met 2018: Iedereen. Vanaf 2019: Meer.")
    #expect(source.definition.en == "Up to 2018: Everyone. From 2019: More.")
    #expect(source.definitionChanges.map(\.year) == [2019])
    #expect(source.changesOfDefinition.map(\.en) == ["Witnesses too."])
  }

  @Test func `hold until the next where no end is given`() throws {
    let (monitor, findings) = SmallMonitor.broken(
      "sources.yaml", "definition: { nl: Iedereen., en: Everyone. }",
      "definition: [{ nl: A., en: A. }, { from: 2019, to: 2019, nl: B., en: B., \(Self.reason) }]")
    #expect(findings.isEmpty)
    #expect(monitor?.sources.first?.definition.nl == "Tot en met 2018: A. In 2019: B.")
  }

  @Test(arguments: [
    // Asked for by the filter, made into regions by a rule, and reached by no figure with years.
    ("{ code: labour, nl: Arbeid, en: Labour", true), ("{ code: PL, nl: Polen, en: Poland, group: abroad", true),
    ("{ code: sexual, nl: Seksueel, en: Sexual", false), ("{ code: given, nl: Gegeven, en: Given", false),
    // Decides which cases take part.
    ("{ code: police, nl: Politie, en: Police", true), ("{ code: care, nl: Zorg, en: Care", false),
  ])
  func `of a category break the series that count by it`(_ category: String, _ breaks: Bool) throws {
    let changed = "\(category), definition: [{ nl: A., en: A. }, { from: 2019, nl: B., en: B., \(Self.reason) }] }"
    let (monitor, findings) = SmallMonitor.broken("codebook.yaml", category + " }", changed)
    #expect(findings.isEmpty, "\(findings.map(\.message.nl))")
    let figures = try #require(monitor).figures
    #expect(figures[0].breaks.map(\.year) == (breaks ? [2019] : []))
    #expect(figures[1].breaks.isEmpty, "a figure without years crosses nothing")
  }

  @Test(arguments: [("", true), ("tables: [by-kind], ", true), ("tables: [share], ", false)])
  func `of a source of counts break the figures that show its tables`(_ tables: String, _ breaks: Bool) throws {
    var files = SmallCounts.files
    let definition = "definition: { nl: Ieder die zich meldt., en: Everyone who comes forward. }"
    files["sources.yaml"] = files["sources.yaml"]?.components(around: definition).joined(
      separator: "definition: [{ nl: A., en: A. }, { from: 2024, \(tables)nl: B., en: B., \(Self.reason) }]")
    let year = "{ variable: year, name: { nl: jaar, en: year } }"
    files["figures.yaml"] = """
      source: { nl: Bron, en: Source }
      figures:
        - figure: kinds
          title: { nl: Soorten, en: Kinds }
          measure: { nl: contacten, en: contacts }
          unit: contact
          counts: { source: centrum, table: by-kind }
          rows: { variable: contactKind, name: { nl: soort, en: kind } }
          columns: [\(year)]
      """
    let (monitor, findings) = FolderReading.load(files: files)
    let figure = try #require(monitor, "\(findings.map(\.message.nl))").figures[0]
    #expect(figure.breaks.map(\.year) == (breaks ? [2024] : []))
    let said = "De definitie die Centrum gebruikt, is veranderd. Ook wie alleen getuige is."
    #expect(figure.breaks.allSatisfy { $0.reason.nl == said })
  }

  @Test func `of one year stand behind each other`() {
    var breaks: [Figure.SeriesBreak] = []
    for reason in ["Eerst.", "Dan.", "Eerst."] {
      breaks.insert(Figure.SeriesBreak(year: 2019, reason: LocalizedText(reason)))
    }
    breaks.insert(Figure.SeriesBreak(year: 2018, reason: LocalizedText("Eerder.")))
    #expect(breaks.map(\.year) == [2018, 2019])
    #expect(breaks[1].reason.nl == "Eerst. Dan.")
  }
}

/// Measures of elsewhere that texts compute with.
@Suite struct `Constants of a monitor` {
  @Test func `have a value, a unit and a dated source`() throws {
    let (monitor, findings) = SmallMonitor.broken(
      "monitor.yaml", "provenance: registered",
      """
      provenance: registered
      constants:
        - constant: inwoners
          nl: inwoners van de regio
          en: inhabitants of the region
          value: 663900.5
          unit: { nl: inwoners, en: inhabitants }
          source: { nl: CBS StatLine, en: Statistics Netherlands }
          dated: 2019-01
      """)
    #expect(findings.isEmpty)
    let constant = try #require(monitor?.constants.first)
    #expect(constant.value == Quantity(numerator: 6_639_005, denominator: 10, decimals: 1))
    #expect(constant.note.nl == "inwoners van de regio. Bron: CBS StatLine, 2019-01.")
    #expect(constant.note.en == "inhabitants of the region. Source: Statistics Netherlands, 2019-01.")
  }
}
