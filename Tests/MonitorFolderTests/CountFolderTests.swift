import Invented
@testable import MonitorFolder
@testable import Model
import Testing

@Suite struct `A folder with counts` {
  @Test func `needs no rules, grounds or groups`() throws {
    let (monitor, findings) = FolderReading.load(files: SmallCounts.files)
    #expect(findings == [])
    let source = try #require(monitor?.sources.first)
    #expect(source.deliversCounts && source.tables.map(\.name) == ["by-kind", "by-age", "means", "share"])
    #expect(source.tables[0].axes[0].words.map(\.word) == ["seks", "arbeid", "onbekend"])
    #expect(source.tables[0].axes[0].words.map(\.code) == ["sexual", "labour", "unknown"])
    #expect(source.tables[0].years == [2023, 2024] && source.tables[1].years == [2024])
    #expect(source.tables[1].axes[0].words.map(\.word) == ["<18", "18-22", "18-25"])
    #expect(source.tables[2].answers == .several && source.tables[2].asksTotal)
    #expect(source.tables[3].kind == .percentage(decimals: 1) && source.tables[3].axes.isEmpty)
    #expect(monitor?.units.first?.repeats == .asDelivered)
    #expect(monitor?.rules == [] && monitor?.link.combinations == [])
  }

  @Test func `needs rules, grounds and groups as soon as a source delivers records`() {
    var files = SmallCounts.files
    files["sources.yaml"] = files["sources.yaml"]?.replacing("delivers: counts", with: "delivers: records")
    let messages = FolderReading.load(files: files).findings.map(\.message.nl)
    for message in [
      "in sources.yaml ontbreekt `grounds`.",
      "`tables` hoort niet bij melder centrum, die meldingen levert.",
      "in melder centrum ontbreken `group`, `lane`, `columns` en `grounds`.",
    ] {
      #expect(messages.contains(message), "\(message)")
    }
    // Whether there have to be rules is asked when the sources are right.
    files = SmallMonitor.files
    files["rules.yaml"] = nil
    #expect(
      FolderReading.load(files: files).findings.map(\.message.nl) == ["dit bestand ontbreekt in de map van de monitor."]
    )
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String { new }
    var rule: String
    var line: Int
    var old: String
    var new: String
    var message: String
    init(_ rule: String, _ line: Int, _ old: String, _ new: String, _ message: String) {
      (self.rule, self.line, self.old, self.new, self.message) = (rule, line, old, new, message)
    }
  }

  static let mistakes: [Mistake] = [
    .init(
      "unknown-variable", 13, "variable: contactKind", "variable: contactKin",
      "onbekende variabele `contactKin` in kenmerk soort van tabel by-kind; bedoelt u `contactKind`?"),
    .init(
      "unknown-category", 13, "arbeid: labour", "arbeid: labor",
      "onbekende categorie `labor` van `contactKind` in kenmerk soort van tabel by-kind; bedoelt u `labour`?"),
    .init(
      "unsuitable-variable", 13, "variable: contactKind, words", "variable: height, words",
      "`height` is een getal; in kenmerk soort van tabel by-kind past bij `variable` alleen een categorie of een "
        + "verzameling."),
    .init(
      "unsuitable-variable", 13, "variable: contactKind, words", "variable: year, words",
      "`year` in kenmerk soort van tabel by-kind bestaat hier niet: elke rij noemt haar jaar al."),
    .init(
      "unknown-reference", 10, "unit: contact", "unit: contacten",
      "onbekende eenheid `contacten` in tabel by-kind; bedoelt u `contact`?"),
    .init(
      "duplicate-name", 13, "arbeid: labour", "SEKS: labour", "het woord `seks` staat er al, op regel 13."),
    .init(
      "count-table", 13, "arbeid: labour", "Totaal: labour",
      "`Totaal` in kenmerk soort van tabel by-kind is het woord voor het totaal."),
    .init(
      "count-table", 13, "- { header: soort,",
      "- { header: a, variable: means }\n          - { header: b, variable: ageClass }\n          "
        + "- { header: c, variable: contactKind }\n          - { header: soort,",
      "tabel by-kind heeft 4 kenmerken; het zijn er ten hoogste 3."),
    .init(
      "out-of-range", 18, "years: [2024]", "years: [2022, 2024]",
      "`2022` bij `years` in tabel by-age is geen jaar van 2023 tot en met 2024."),
    .init(
      "duplicate-name", 14, "table: by-age", "table: by-kind", "de tabel `by-kind` staat er al, op regel 7."),
    .init(
      "duplicate-name", 15, "label: { nl: Contacten naar leeftijd", "label: { nl: contacten naar soort",
      "de tabel `contacten naar soort` staat er al, op regel 8."),
    .init(
      "unknown-word", 26, "answers: several", "answers: many",
      "onbekende waarde `many` bij `answers` in tabel means; mogelijk zijn one, several."),
    .init(
      "unknown-key", 5, "delivers: counts", "lane: identified\n    delivers: counts",
      "`lane` hoort niet bij melder centrum, die tellingen levert."),
    .init(
      "unknown-word", 5, "delivers: counts", "delivers: tellingen",
      "onbekende waarde `tellingen` bij `delivers` in melder centrum; mogelijk zijn records, counts."),
    .init(
      "count-table", 34, "kind: { percentage: 1 }", "total: true",
      "tabel share vraagt een totaal, maar heeft geen kenmerken."),
  ]

  @Test(arguments: mistakes)
  func `names a mistake with its line`(_ mistake: Mistake) throws {
    var files = SmallCounts.files
    let parts = files["sources.yaml", default: ""].components(around: mistake.old)
    #expect(parts.count == 2)
    files["sources.yaml"] = parts.joined(separator: mistake.new)
    let findings = FolderReading.load(files: files).findings
    let found = findings.first { $0.message.nl == mistake.message }
    #expect(found != nil, "\(findings.map(\.message.nl))")
    #expect(found?.rule == mistake.rule)
    #expect(found?.place.row == mistake.line)
  }
}
