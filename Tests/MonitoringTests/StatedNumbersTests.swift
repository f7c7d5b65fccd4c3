import Foundation
import Invented
import Model
import Reporting
import Testing

@testable import Monitoring

/// What a folder says about a number and the edition does not have stops the build.
@Suite struct StatedNumbersTests {
  @Test(
    arguments: [
      ("In totaal 1.018 slachtoffers, 24,7% van 4119.", ["1018", "24.7", "4119"]),
      ("Sinds 25 mei 2018 geldt de wet; in 2015-2019 en 2019/2020 ook.", []),
      ("Artikel 273f, paragraaf 2.4.1, voetnoot 76 en figuur 2.3.", []), ("Klasse B8 in fig-2.3 en EUPL-1.2.", []),
      ("Jongeren onder 18 jaar, na 30 dagen.", []), ("Vier bezoekers; twee keer; tot honderd.", ["4"]),
      ("Er waren 31 in mei.", ["31"]), ("Elf meldingen, 12 later.", ["11", "12"]),
      ("Four visitors, up to a hundred, 1,018 in May.", ["4", "1018"]), ("", []), ("(450)", ["450"]),
    ] as [(String, [String])])
  func `numbers that claim something are found, and what names a time or a place is not`(
    _ text: String, _ numbers: [String]
  ) {
    #expect(StatedNumbers.numbers(in: text) == numbers)
  }

  /// A copy of a shipped monitor, changed, and what a build of it throws.
  private func findings(_ name: String, _ change: (URL) throws -> Void) async throws -> [String] {
    let temporary = try Invented.TemporaryFolder()
    let folder = URL(filePath: temporary.path).appending(path: name)
    try FileManager.default.copyItem(at: URL(filePath: ShippedMonitor.root + "/monitors/" + name), to: folder)
    try change(folder)
    do {
      _ = try await ShippedEditionTests.built(at: folder.path)
      return []
    } catch MonitoringError.findings(let findings) {
      return findings.map { $0.place.file + ": " + $0.message.nl }
    }
  }

  private func replace(_ old: String, _ new: String, in file: String, _ folder: URL) throws {
    let place = folder.appending(path: file)
    let text = try String(contentsOf: place, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new, maxReplacements: 1).write(to: place, atomically: true, encoding: .utf8)
  }

  @Test(
    arguments: [
      ("AU,1108,1018,", "AU,1108,989,", "bij ‘Totaal, AU’ van fig-2.8 staat 989, maar de editie geeft 1018."),
      ("AU,1108,1018,", "AU,1100,1018,", "bij ‘Totaal, AU’ van fig-2.8 is niet 1100 gepubliceerd maar 1108."),
      (
        "AU,1108,1018,", "AU,1018,1018,",
        "bij ‘Totaal, AU’ van fig-2.8 is er geen verschil meer: beide getallen zijn 1018."
      ),
      ("fig-2.8,gemelde", "fig-9.8,gemelde", "figuur fig-9.8 staat niet in de editie."),
      (
        "geslacht,Totaal,mensenhandelvorm,AU,1108", "geslacht,Totaal,mensenhandelvorm,XX,1108",
        "fig-2.8 heeft geen plaats ‘Totaal, XX’."
      ),
      (
        "fig-2.8, Man, AU = 654", "fig-2.8, Man, AU = 655",
        "de reden zegt ‘fig-2.8, Man, AU = 655’, en dat is niet gepubliceerd."
      ),
      (
        "tellen op tot 1018. Deze getallen kunnen niet alle waar zijn: fig-2.8",
        "tellen op tot 1019. Deze getallen kunnen niet alle waar zijn: fig-2.8",
        "de reden noemt 1019, en dat is niet het gepubliceerde getal en niet dat van de editie."
      ),
    ])
  func `a departure that is no longer so stops the build`(_ old: String, _ new: String, _ said: String) async throws {
    let findings = try await findings("landelijk-2015-2019") { folder in
      try self.replace(old, new, in: "departures.csv", folder)
    }
    #expect(findings == ["departures.csv: " + said])
  }

  @Test(
    arguments: [
      (
        "De partners tellen elk iets anders;", "De partners telden samen 431 mensen;",
        "een noot van minderjarigen staat 431"
      ),
      (
        "In 2022 legde de politie niet alle", "In 2022 legde de politie 61 van de",
        "een breuk van politie-gesprekken staat 61"
      ),
      (
        "nl: Sinds juni 2022 werkt het meld- en adviespunt voor alle gemeenten van de regio.\n      en",
        "nl: Sinds juni 2022 werkt het voor negentig of 91 gemeenten.\n      en",
        "een verklaring van essm-situaties staat 91"
      ),
    ])
  func `a sentence with a number that its figure does not have stops the build`(
    _ old: String, _ new: String, _ said: String
  ) async throws {
    let findings = try await findings("regio-rotterdam-2022") { folder in
      try self.replace(old, new, in: "figures.yaml", folder)
    }
    #expect(findings.contains { $0 == "figures.yaml: in \(said); dat getal staat niet in de figuur." }, "\(findings)")
  }

  @Test(
    arguments: [
      (
        "figures.yaml", "nl: Wie het meld- en adviespunt benaderde", "nl: Meldingen stijgen",
        "figures.yaml: in de titel van essm-melder staat “stijgen”; geen getal draagt dat woord."
      ),
      (
        "monitor.yaml", "nl: >-\n    Deze editie",
        "nl: >-\n    De meeste slachtoffers blijven buiten beeld. Deze editie",
        "monitor.yaml: in de inleiding staat “meeste slachtoffers”; geen getal draagt dat woord."
      ),
      (
        "monitor.yaml", "nl: >-\n    Deze editie", "nl: >-\n    Er waren tientallen meldingen. Deze editie",
        "monitor.yaml: in de inleiding staat “tientallen”; geen getal draagt dat woord."
      ),
      (
        "monitor.yaml", "nl: >-\n    Deze editie", "nl: >-\n    Zij zagen 98765 mensen. Deze editie",
        "monitor.yaml: in de inleiding staat 98765; dat getal staat in geen figuur."
      ),
    ])
  func `a number or a verdict in a title or an introduction stops the build`(
    _ file: String, _ old: String, _ new: String, _ said: String
  ) async throws {
    let findings = try await findings("regio-rotterdam-2022") { folder in try self.replace(old, new, in: file, folder) }
    #expect(findings.contains(said), "\(findings)")
  }

  @Test(
    arguments: [
      ("row: approaches", "row: approach", "rij `approach` van essm-benaderd", "approaches"),
      (
        "row: total, column: total", "row: total, column: all", "kolom `all` van essm-clienten", "continued, new, total"
      ),
    ])
  func `a key number that its figure does not have stops the build`(
    _ old: String, _ new: String, _ lacking: String, _ known: String
  ) async throws {
    let findings = try await findings("regio-rotterdam-2024") { folder in
      try self.replace(old, new, in: "figures.yaml", folder)
    }
    #expect(
      findings == ["figures.yaml: een kerngetal vraagt \(lacking), en die is er niet; kies uit \(known)."])
  }

  /// Every text and label in Dutch only: no English file, page or word is asked for.
  @Test func `a monitor that writes Dutch only is whole without English`() async throws {
    let temporary = try Invented.TemporaryFolder()
    let folder = URL(filePath: temporary.path).appending(path: "monitor")
    try FileManager.default.copyItem(
      at: URL(filePath: ShippedMonitor.root + "/monitors/regio-rotterdam-2024"), to: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "text").path)
    where name.hasSuffix(".en.md") {
      try FileManager.default.removeItem(at: folder.appending(path: "text/" + name))
    }
    for name in ["monitor.yaml", "codebook.yaml", "sources.yaml", "figures.yaml"] {
      let place = folder.appending(path: name)
      let text = try String(contentsOf: place, encoding: .utf8)
      try Self.withoutEnglish(text, isHeader: name == "monitor.yaml").write(
        to: place, atomically: true, encoding: .utf8)
    }
    let checked = await CheckedFolder(folder.path)
    #expect(checked.findings.map { "\($0.place.file) \($0.place.row ?? 0) \($0.message.nl)" } == [])
    let edition = try await ShippedEditionTests.built(at: folder.path).edition
    #expect(edition.file(at: "index.html") != nil && edition.file(at: "teksten/01-summary.html") != nil)
    #expect(!edition.files.contains { $0.path.hasPrefix("en/") })
  }

  /// The same YAML without its English: lines `en: …` with what is folded below them, and `, en: …` within braces.
  private static func withoutEnglish(_ text: String, isHeader: Bool) -> String {
    var lines: [String] = []
    var skipped: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let depth = line.prefix { $0 == " " }.count
      if let limit = skipped, depth > limit || line.isEmpty { continue }
      skipped = nil
      if line.dropFirst(depth).hasPrefix("en: ") {
        skipped = depth
        continue
      }
      lines.append(line.replacing(#/, en: ("[^"]*"|[^",}]*) ?(?=[,}])/#, with: " "))
    }
    return lines.joined(separator: "\n") + (isHeader ? "\nlanguages: [nl]\n" : "")
  }

  @Test func `a shipped monitor has nothing to complain of`() async throws {
    #expect(try await findings("regio-rotterdam-2024") { _ in } == [])
  }
}
