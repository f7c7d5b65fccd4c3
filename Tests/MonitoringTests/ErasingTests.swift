import Cryptography
import Deliveries
import Foundation
import Invented
@testable import Model
@testable import Monitoring
import Sheets
@testable import Store
import Testing

/// A person who is erased is nowhere any more, and no number has changed.
@Suite struct `Erasing a person` {
  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking;vrij veld"
  private static let marks = ["Zoekwoord", "P-7781", "Opmerkelijk", "Losse"]

  private let monitor: MonitorOnDisk
  private let care: Source

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    care = try monitor.opened.source(named: "zorg")
  }

  private static func lines(_ age: Int) -> [String] {
    [
      header, "P-0002;2018;arbeid;31;PL;given;Anders;;",
      "P-7781;2018;arbeid;\(age);NL;given;Zoekwoord;Opmerkelijk;Losse",
      "", "P-7781;2018;;onbekend;;given;Zoekwoord;;", "\"P-0003\";2018;arbeid;17;NL;;\"Van; Dam\";\"met\nregel\";",
    ]
  }

  private func receive(_ file: URL) throws {
    let receipt = try monitor.receiving().receive(file, from: care, period: nil, size: .answered)
    #expect(receipt.outcome != nil)
  }

  /// The names of the files in which one of the marks can be read.
  private func places() throws -> [String] {
    try monitor.contents.filter { _, bytes in Self.marks.contains { bytes.range(of: Data($0.utf8)) != nil } }.keys
      .sorted()
  }

  /// The names of the sealed files that hold one of the marks, opened with the key.
  private func opened() throws -> [String] {
    let folder = try monitor.opened.deliveriesFolder
    let key = try #require(try monitor.workspace.keyOfDeliveries())
    let keys = try #require(try SealedDeliveries(in: folder, openedBy: key.deliveryOpener()).keys())
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { name in
      guard name.hasSuffix(".sealed") else { return false }
      let plain = Data(try keys.plainText(of: folder.appending(path: name).path))
      return Self.marks.contains { plain.range(of: Data($0.utf8)) != nil }
    }
  }

  /// What is counted, in the living workspace and in one that is made anew from the folder.
  private func columns() throws -> Columns {
    try #require(try monitor.workspace.openForReading()).notifications(for: monitor.opened.monitor).columns
  }

  private func erase(_ key: String = "P-7781") throws -> Receiving.Erased {
    try monitor.receiving().erase(personKey: key)
  }

  @Test func `nothing is left of the person, nothing else is gone, and a rebuild brings nothing back`() throws {
    try receive(try monitor.send("een.csv", Self.lines(30)))
    try receive(try monitor.send("twee.csv", Self.lines(33)))
    try monitor.receiving().withdraw(care, period: "2018")
    try receive(try monitor.send("drie.csv", Self.lines(34)))
    let before = try columns()
    _ = try monitor.workspace.open().notifications(for: monitor.opened.monitor)
    // Nothing can be read from outside, before as little as after; what is sealed is looked into with the key.
    #expect(try places() == [])
    #expect(try opened().count == 3)

    let erased = try erase()
    #expect(erased.rows.map(\.sourceRow) == [3, 5, 3, 5, 3, 5])
    #expect(
      erased.files == ["zorg-2018-gewist-1.sealed", "zorg-2018-v2-gewist-1.sealed", "zorg-2018-v3-gewist-1.sealed"])
    #expect(try places() == [] && opened() == [])
    #expect(try columns() == before)
    let index = try monitor.workspace.open().blindIndex(ofPersonKey: "P-7781")
    let raw = Data(index.bytes)
    for (name, bytes) in try monitor.contents where name.hasPrefix("workspace/") && !name.contains("identities") {
      #expect(bytes.range(of: raw) == nil, "\(name)")
    }
    _ = try Verification(of: monitor.opened).found(in: monitor.workspace.openForReading(), against: [])

    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    _ = try monitor.receiving().receiveNew()
    #expect(try columns() == before)
    #expect(try places() == [])
    #expect(throws: StoreError.unknownPerson) { try erase() }
  }

  @Test func `nothing is left where the person stood in a wrong place, and as much is told as before`() throws {
    let header = "# titel over Zoekwoord\r\n" + Self.header.replacing("vrij veld", with: "Losse tekst")
    let wrong = [
      "P-7781;2018;Zoekwoord;30;NL;given;Zoekwoord;Zoekwoord;Losse", "P-7781;2018;arbeid;Zoekwoord;NL;given;;;",
      "P-7781;2018;arbeid;30;Zoekwoord;given;;;", "P-7781;Zoekwoord;arbeid;30;NL;given;;;",
      "Zoekwoord;2018;arbeid;30;NL;given;Zoekwoord;;", "P-7781;2018;arbeid;30;NL;given;;;;;Zoekwoord",
      "P-0009;2018;arbeid;30;NL;given;Anders;kent Zoekwoord;ook Losse", "onbekend;2018;arbeid;30;NL;given;Zoekwoord;;",
    ]
    let rows = (0..<20).map { "P-1\($0);2018;arbeid;30;NL;given;Anders;;" }
    let file = try monitor.send(
      "Zoekwoord.csv", [header] + wrong + rows + ["P-7781;2018;arbeid;30;NL;given;Zoekwoord;;"])
    try receive(file)
    let before = try columns()
    let told = try tally()
    #expect(try erase().rows.count == 2)
    #expect(try places() == [] && opened() == [])
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    _ = try monitor.receiving().receiveNew()
    #expect(try columns() == before)
    #expect(try tally() == told)
    #expect(try places() == [])
  }

  /// How often which rule was told of the current delivery.
  private func tally() throws -> [String: Int] {
    let workspace = try #require(try monitor.workspace.openForReading())
    let delivery = try #require(try workspace.deliveries().last)
    return Dictionary(
      try workspace.findings(of: delivery.summary).map { ($0.rule + " " + ($0.place.column ?? ""), 1) },
      uniquingKeysWith: +)
  }

  @Test func `a workbook is replaced as well`() throws {
    let place = monitor.beside("boek.xlsx")
    let rows: [[WorkbookCell]] = Self.lines(30).filter { !$0.isEmpty && !$0.contains("\n") }.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
        Int(cell).map { WorkbookCell(.integer($0)) } ?? (cell.isEmpty ? .empty : .text(String(cell)))
      }
    }
    let sheet = WorkbookSheet(
      name: "Gegevens", columns: Self.header.split(separator: ";").map { _ in .init(width: 12) }, rows: rows,
      frozenRows: 1)
    try WorkbookWriter(title: "x").write([sheet], to: place.path)
    try receive(place)
    let before = try columns()
    #expect(try erase().files == ["zorg-2018-gewist-1.sealed"])
    #expect(try columns() == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: monitor.opened.deliveriesFolder.path).sorted() == [
        "keys.txt", "log.jsonl", "zorg-2018-gewist-1.sealed",
      ])
  }

  @Test func `a key that a pattern would refuse is taken when it stands for an erased person`() throws {
    let pattern = try MonitorOnDisk(
      SmallMonitor.files.mapValues { $0.replacing("person: true,", with: "person: true, pattern: P-9999,") })
    let source = try pattern.opened.source(named: "zorg")
    let file = try pattern.send("a.csv", Self.lines(30))
    #expect(try pattern.receiving().receive(file, from: source, period: nil).outcome != nil)
    _ = try pattern.receiving().erase(personKey: "P-7781")
    try FileManager.default.removeItem(at: pattern.url.appending(path: "workspace"))
    #expect(try pattern.receiving().receiveNew() == 1)
    let stored = try #require(try pattern.workspace.openForReading()?.deliveries().first)
    #expect((stored.summary.rowsTaken, stored.summary.fileName) == (4, "zorg-2018.sealed"))
  }

  @Test func `a second erasure follows the first`() throws {
    try receive(try monitor.send("een.csv", Self.lines(30)))
    _ = try erase()
    #expect(try erase("P-0002").files == ["zorg-2018-gewist-2.sealed"])
    #expect(try erase("P-0002").rows.isEmpty)
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    #expect(try monitor.receiving().receiveNew() == 1)
  }

  @Test func `cut off before the old files went, the next command lets them go`() throws {
    try receive(try monitor.send("een.csv", Self.lines(30)))
    let old = try monitor.opened.deliveriesFolder.appending(path: "zorg-2018.sealed")
    let bytes = try Data(contentsOf: old)
    _ = try erase()
    try bytes.write(to: old)
    // As left by a stop before the log named it.
    try bytes.write(to: monitor.opened.deliveriesFolder.appending(path: "zorg-2018-gewist-2.sealed"))
    _ = try monitor.receiving().receiveNew()
    #expect(try opened() == [])
  }

  @Test func `what is kept of a person is found, shown and exported, and each look is in the audit log`() throws {
    try receive(try monitor.send("een.csv", Self.lines(30)))
    let workspace = try monitor.workspace.open()
    let asked = Occasion(moment: "2025-03-02T09:00:00Z", actor: "test", reason: "verzoek 12")
    let found = try PersonFile(ofPersonKey: "P-7781", in: workspace, revealing: false, on: asked)
    #expect(found.rows.map(\.row) == [3, 5] && found.details.isEmpty)
    let shown = try PersonFile(ofPersonKey: "P-7781", in: workspace, revealing: true, on: asked)
    #expect(shown.details.map(\.value) == ["Zoekwoord"])
    // Without a ground for names there is nothing in the vault.
    let nameless = try PersonFile(ofPersonKey: "P-0003", in: workspace, revealing: true, on: asked)
    #expect(nameless.rows.count == 1 && nameless.details.isEmpty)
    #expect(throws: StoreError.unknownPerson) {
      try PersonFile(ofPersonKey: "P-1", in: workspace, revealing: true, on: asked)
    }
    let actions = try workspace.auditEntries().filter { $0.occasion == asked }.map(\.action)
    #expect(
      actions == [
        .personSought, .personSought, .identityRead, .personSought, .identityRead, .personSought, .identityRead,
      ])
    let file = monitor.beside("inzage.json")
    try shown.write(to: file)
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    #expect(throws: MonitoringError.self) { try shown.write(to: file) }
  }
}
