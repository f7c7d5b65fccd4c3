import Foundation
import Testing

/// Counts as a partner delivers them: from the template that was sent to the edition of a year later.
@Suite struct `Deliveries of counts` {
  private static let files = [
    "monitor.yaml": """
    monitor: havenregio
    title: { nl: Havenregio, en: Harbour region }
    edition: "2024"
    publisher: { nl: Wij, en: We }
    period: { from: 2023, to: 2024 }
    reference-date: 2025-03-01
    seed: 7
    provenance: registered
    introduction: { nl: Inleiding., en: Introduction. }
    publication: { policy: publishAsIs, reason: { nl: Verzonnen., en: Invented. } }
    units:
      contact: { label: { nl: contacten, en: contacts }, repeats: as delivered }
    """,
    "codebook.yaml": """
    version: "1"
    variables:
      - variable: contactKind
        kind: category
        label: { nl: soort, en: kind }
        categories:
          - { code: sexual, nl: Seksueel, en: Sexual }
          - { code: labour, nl: Arbeid, en: Labour }
    """,
    "sources.yaml": """
    sources:
      - source: centrum
        label: { nl: Centrum, en: Centre }
        definition: { nl: Ieder die zich meldt., en: Everyone who comes forward. }
        delivers: counts
        tables:
          - table: by-kind
            label: { nl: Contacten naar soort, en: Contacts by kind }
            explanation: { nl: Elk contact telt opnieuw., en: Every contact counts again. }
            unit: contact
            total: true
            axes:
              - { header: soort, variable: contactKind }
    """,
    "figures.yaml": """
    source: { nl: Bron, en: Source }
    figures: []
    """,
  ]

  private let folder: TemporaryFolder
  private let monitor: URL

  init() throws {
    folder = try TemporaryFolder()
    monitor = folder.file("havenregio")
    try FileManager.default.createDirectory(at: monitor, withIntermediateDirectories: true)
    for (name, text) in Self.files { try Data((text + "\n").utf8).write(to: monitor.appending(path: name)) }
  }

  /// The template of a year, filled in with these counts in the order of its rows, and declared complete.
  private func delivery(of year: Int, _ counts: [String]) throws -> URL {
    let file = folder.file("levering-\(year)-\(counts.joined(separator: "-")).csv")
    let answer = try BuiltProgram.run([
      "template", "centrum", "--monitor", monitor.path, "--period", String(year), "--output", file.path,
    ])
    try #require(answer.exitCode == 0, "\(answer.complaints)")
    var left = (counts + ["ja"])[...]
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n").map { line in
      var cells = line.components(separatedBy: ";")
      guard cells.count == 11, cells[0] != "tabel" else { return line }
      cells[8] = left.popFirst() ?? ""
      return cells.joined(separator: ";")
    }
    try Data(lines.joined(separator: "\r\n").utf8).write(to: file)
    return file
  }

  private func run(_ arguments: String...) throws -> BuiltProgram.Answer {
    try BuiltProgram.run(arguments + ["--monitor", monitor.path])
  }

  @Test func `go from template to store, and the next template knows them`() throws {
    let first = try delivery(of: 2023, ["30", "12", "42"])
    #expect(try run("check-delivery", first.path, "--source", "centrum").exitCode == 0)
    let received = try run("receive", first.path, "--source", "centrum")
    #expect(received.exitCode == 0, "\(received.complaints)")
    #expect(received.output.contains("3 rijen gelezen, 3 in orde, 0 apart gehouden."))
    let second = try delivery(of: 2024, ["30", "12", "42", "66", "13", "79"])
    let text = try String(contentsOf: second, encoding: .utf8)
    #expect(text.contains("Contacten naar soort;2024;soort;Seksueel;;;;;66;30;"))
    let tried = try run("receive", second.path, "--source", "centrum", "--dry-run")
    #expect(tried.exitCode == 0)
    #expect(tried.complaints.contains("hier staat 66 en in de vorige levering 30; klopt dat?"), "\(tried.complaints)")
    #expect(tried.output.contains("2024 Totaal") && tried.output.contains("79"))
    let list = try BuiltProgram.run(["deliveries", monitor.path]).output
    #expect(list.contains("centrum 2023 v1") && !list.contains("2024 v1"))
  }

  @Test func `with a mistake leave the workspace as it was`() throws {
    let good = try delivery(of: 2023, ["30", "12", "42"])
    #expect(try run("receive", good.path, "--source", "centrum").exitCode == 0)
    let before = try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output
    let text = try String(contentsOf: good, encoding: .utf8)
    let bad = folder.file("kapot.csv")
    try Data(text.replacingOccurrences(of: ";aantal;", with: ";antal;").utf8).write(to: bad)
    let answer = try run("receive", bad.path, "--source", "centrum")
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("deze verplichte kolom ontbreekt: aantal."), "\(answer.complaints)")
    #expect(try BuiltProgram.run(["deliveries", monitor.path, "--json"]).output == before)
  }

  @Test func `that do not add up keep their total aside, with the sum and the total`() throws {
    let file = try delivery(of: 2023, ["30", "<5", "42"])
    let answer = try run("check-delivery", file.path, "--source", "centrum")
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains("kolom aantal: hier staat een grens in plaats van een aantal."))
    let other = try delivery(of: 2023, ["30", "12", "41"])
    let complaint = try run("check-delivery", other.path, "--source", "centrum").complaints
    #expect(complaint.contains("het totaal is 41, maar de categorieën van `soort` zijn samen 42."), "\(complaint)")
  }

  @Test func `with a number kept aside are named at every build, with file and row`() throws {
    let file = try delivery(of: 2024, ["30", "12", "42", "<5", "13", "niet geleverd"])
    let deliveries = monitor.appending(path: "deliveries")
    try FileManager.default.createDirectory(at: deliveries, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: file, to: deliveries.appending(path: "centrum-2024.csv"))
    let received = try run("receive", "--all")
    #expect(received.exitCode == 65 && received.complaints.contains("hier staat een grens in plaats van een aantal."))
    for _ in 1...2 {
      let answer = try BuiltProgram.run(["build", monitor.path])
      #expect(answer.exitCode == 0)
      #expect(answer.complaints.hasPrefix("centrum-2024.csv, rij "), "\(answer.complaints)")
      #expect(answer.complaints.contains("kolom aantal: hier staat een grens in plaats van een aantal."))
    }
  }

  @Test func `are asked for in a workbook, in ODS or in CSV, and in nothing else`() throws {
    let place = folder.file("centrum.odt")
    let answer = try run("template", "centrum", "--output", place.path)
    #expect(answer.exitCode == 65)
    #expect(answer.complaints.contains(".xlsx-, een .ods- of een .csv-bestand"), "\(answer.complaints)")
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test func `in the deliveries folder are received when asked, once, and taken in by a build`() throws {
    let file = try delivery(of: 2024, ["30", "12", "42", "31", "13", "44"])
    let deliveries = monitor.appending(path: "deliveries")
    try FileManager.default.createDirectory(at: deliveries, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: file, to: deliveries.appending(path: "centrum-2024.csv"))
    #expect(try BuiltProgram.run(["build", monitor.path]).exitCode == 65)
    for sentence in ["centrum-2024.csv", "Alle bestanden in deliveries/ waren al ontvangen."] {
      let answer = try run("receive", "--all")
      #expect(answer.exitCode == 0 && answer.output.contains(sentence), "\(answer.output) \(answer.complaints)")
    }
    try FileManager.default.removeItem(at: monitor.appending(path: "workspace"))
    for received in ["\"received\" : 1", "\"received\" : 0"] {
      let answer = try BuiltProgram.run(["build", monitor.path, "--json"])
      #expect(answer.exitCode == 0, "\(answer.complaints)")
      #expect(answer.output.contains(received), "\(answer.output)")
    }
    let withdrawn = try run("withdraw", "centrum", "2024", "--reason", "fout")
    #expect(withdrawn.exitCode == 0)
    #expect(try BuiltProgram.run(["deliveries", monitor.path]).output.contains("ingetrokken"))
  }
}
