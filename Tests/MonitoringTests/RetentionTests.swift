import Cryptography
import Foundation
import Invented
@testable import Model
@testable import Monitoring
@testable import Store
import Testing

/// What is past the term of its ground is erased: from the records, the vault and every kept file. No number changes.
@Suite struct `Keeping no longer than the grounds allow` {
  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"

  /// Care keeps for five years, of which consent has to be given for names; the police keep for eight.
  private static var files: [String: String] {
    var files = SmallMonitor.files
    let sources = files["sources.yaml", default: ""]
    let care = sources.components(around: "  - source: zorg")[1]
    let police = care.replacing("group: care", with: "group: police").replacing("[consent]", with: "[statute]")
    files["sources.yaml"] =
      sources.replacing("lane: identified\n    holds", with: "lane: identified\n    retention: 5\n    holds")
      .replacing(
        "\nsources:",
        with: """

            - ground: statute
              label: { nl: Wet, en: Statute }
              article: Wpg art. 8
              lane: identified
              retention: 8
          sources:
          """) + "\n  - source: politie" + police
    return files
  }

  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(Self.files) }

  private func occasion(_ day: String) -> Occasion {
    Occasion(moment: "\(day)T12:00:00Z", actor: "test", reason: "test (+ ander)")
  }

  private func receive(_ lines: [String], _ source: String) throws {
    let file = try monitor.send("\(UUID().uuidString).csv", [Self.header] + lines)
    let receipt = try Receiving(
      monitor.opened, into: monitor.workspace.open(), on: occasion("2020-02-01"), progress: { _ in }
    ).receive(file, from: monitor.opened.source(named: source), period: nil, size: .answered)
    #expect(receipt.outcome != nil)
  }

  private func retain(_ day: String) throws -> RetentionReport {
    try Receiving(monitor.opened, into: monitor.workspace.open(), on: occasion(day), progress: { _ in })
      .applyRetention()
  }

  private func look(_ day: String) throws -> RetentionReport {
    let opened = try monitor.opened
    return try RetentionReport(
      of: opened, in: monitor.workspace.openForReading(), RetentionTerms(of: opened.monitor, on: day), on: day)
  }

  private func columns() throws -> Columns {
    try #require(try monitor.workspace.openForReading()).notifications(for: monitor.opened.monitor).columns
  }

  /// The text of every kept file, opened with the key.
  private func kept() throws -> [String: String] {
    let folder = try monitor.opened.deliveriesFolder
    let key = try #require(try monitor.workspace.keyOfDeliveries())
    let keys = try #require(try SealedDeliveries(in: folder, openedBy: key.deliveryOpener()).keys())
    var kept: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".sealed") {
      kept[name] = String(decoding: try keys.plainText(of: folder.appending(path: name).path), as: UTF8.self)
    }
    return kept
  }

  private func rebuild() throws {
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    _ = try monitor.receiving().receiveNew()
  }

  /// A row as a partner delivered it, of whose person the name is the key with another letter before it.
  private struct Row {
    var person, year, term: Int
    var hasName: Bool
    var key: String { "P-77\(person)" }
    var name: String { "N\(person)y\(year)" }

    func line(_ age: Int) -> String {
      "\(key);\(year);arbeid;\(age);NL;\(hasName ? "given" : "");\(name);"
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `exactly what is past its term goes, and no number changes, wherever persons were reported`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    var rows: [Row] = []
    for year in [2018, 2019] {
      for (source, term) in [("zorg", 5), ("politie", 8)] {
        for version in 1...2 {
          // The first version is replaced by the second one.
          let delivered = (0..<12).map { _ in
            Row(
              person: .random(in: 100..<130, using: &random), year: year, term: term,
              hasName: source == "politie" || .random(using: &random))
          }
          rows += delivered
          try receive(delivered.map { $0.line(20 + version) }, source)
        }
      }
    }
    let before = try columns()
    for day in ["2023-12-31", "2024-01-01", "2025-01-01", "2026-12-31", "2027-01-01", "2028-01-01"] {
      let past = rows.filter { $0.year + $0.term < Int(day.prefix(4)) ?? 0 }
      let living = Set(rows.filter { $0.year + $0.term >= Int(day.prefix(4)) ?? 0 }.map(\.person))
      let gone = Set(past.map(\.person)).subtracting(living)
      let report = try retain(day)
      #expect(try look(day).isEmpty, "\(day)")
      let text = try kept().values.joined()
      for row in rows {
        #expect(text.contains(row.key) != gone.contains(row.person), "\(day) \(row.key)")
        let named = rows.contains {
          $0.name == row.name && $0.hasName && living.contains($0.person)
            && $0.year + $0.term >= Int(day.prefix(4)) ?? 0
        }
        #expect(text.contains(row.name) == named, "\(day) \(row.name)")
      }
      #expect(report.persons > 0 || gone.isEmpty || day == "2026-12-31", "\(day)")
      let workspace = try monitor.workspace.open()
      for person in gone {
        let index = workspace.blindIndex(ofPersonKey: "P-77\(person)")
        #expect(try workspace.rows(about: index, occasion: occasion(day)).isEmpty)
        #expect(throws: StoreError.self) { try workspace.identity(of: index, occasion: occasion(day)) }
      }
      #expect(try columns() == before)
      _ = try Verification(of: monitor.opened).found(in: monitor.workspace.openForReading(), against: [])
      if day != "2024-01-01" {
        try rebuild()
        #expect(try columns() == before)
        #expect(try look(day).isEmpty)
      }
    }
    #expect(try kept().values.allSatisfy { !$0.contains("P-77") })
  }

  @Test func `what was not taken in goes with the shortest term of its source`() throws {
    try receive(
      ["P-771;2018;arbeid;20;NL;given;Een;", "P-772;2018;arbeid;Zoekwoord;NL;given;Twee;"]
        + (0..<30).map { "P-78\($0);2018;arbeid;20;NL;given;Drie;" }, "politie")
    #expect(try look("2026-12-31").isEmpty)
    let report = try look("2027-01-01")
    #expect(report.deliveries.map(\.rowsSetAside) == [1] && report.persons == 31)
    _ = try retain("2027-01-01")
    #expect(try kept().values.allSatisfy { !$0.contains("Zoekwoord") && !$0.contains("P-77") })
    #expect(try kept().keys.sorted() == ["politie-2018-gewist-1.sealed"])
  }

  @Test func `cut off after the log, it is done again`() throws {
    try receive(["P-771;2018;arbeid;20;NL;given;Een;", "P-772;2018;arbeid;21;NL;given;Twee;"], "zorg")
    try receive(["P-772;2019;arbeid;22;NL;given;Twee;"], "zorg")
    let before = try columns()
    let (workspace, old) = (monitor.url.appending(path: "workspace"), monitor.beside("old"))
    try FileManager.default.copyItem(at: workspace, to: old)
    let report = try retain("2024-01-01")
    #expect(report.persons == 1 && report.deliveries.map(\.detailRows) == [1])
    try FileManager.default.removeItem(at: workspace)
    try FileManager.default.copyItem(at: old, to: workspace)
    #expect(try look("2024-01-01").persons == 1)
    _ = try retain("2024-01-01")
    #expect(try look("2024-01-01").isEmpty && columns() == before)
    try rebuild()
    #expect(try columns() == before)
    #expect(try kept().keys.sorted() == ["zorg-2018-gewist-2.sealed", "zorg-2019.sealed"])
  }

  @Test func `a vault that is put back forgets again whom nothing is kept of`() throws {
    try receive(["P-771;2018;arbeid;20;NL;given;Een;", "P-772;2018;arbeid;21;NL;given;Twee;"], "zorg")
    let (vault, old) = (monitor.url.appending(path: "workspace/identities.sqlite"), monitor.beside("old"))
    try FileManager.default.copyItem(at: vault, to: old)
    _ = try retain("2024-01-01")
    try FileManager.default.removeItem(at: vault)
    try FileManager.default.copyItem(at: old, to: vault)
    let workspace = try monitor.workspace.open()
    let index = workspace.blindIndex(ofPersonKey: "P-771")
    #expect(throws: StoreError.erasedPerson) { try workspace.identity(of: index, occasion: occasion("2024-01-02")) }
  }

  @Test func `whoever builds is told when a term has ended, once it has`() throws {
    func remark(_ day: String) throws -> LocalizedText? {
      try Receiving(monitor.opened, into: monitor.workspace.open(), on: occasion(day), progress: { _ in })
        .retentionRemark()
    }
    try receive(["P-771;2018;arbeid;20;NL;given;Een;"], "zorg")
    #expect(try remark("2023-12-31") == nil)
    #expect(
      try remark("2024-01-01")?.nl
        == "Over de bewaartermijn: 1 persoon, 1 rij. Bekijk en wis met zicht retain.")
    _ = try retain("2024-01-01")
    #expect(try remark("2024-01-01") == nil)
    // What comes in late is looked at, also on the same day.
    try receive(["P-772;2018;arbeid;20;NL;given;Een;", "P-773;2018;arbeid;20;NL;given;Twee;"], "zorg")
    #expect(try remark("2024-01-01")?.nl.contains("2 personen, 2 rijen") == true)
    _ = try retain("2024-01-01")
    #expect(try remark("2024-12-31") == nil)
    try rebuild()
    #expect(try remark("2024-12-31") == nil)
    let applied = try monitor.workspace.open().auditEntries().filter { $0.action == .retentionApplied }
    #expect(applied.map(\.subject) == ["0 persons, 0 rows, 0 rows of details"])
  }

  @Test func `what was applied is in the audit log, with how much and nothing of whom`() throws {
    try receive(["P-771;2018;arbeid;20;NL;given;Een;"], "zorg")
    _ = try retain("2024-01-01")
    let entries = try monitor.workspace.open().auditEntries().filter { $0.action == .retentionApplied }
    #expect(entries.map(\.subject) == ["1 persons, 1 rows, 0 rows of details"])
    #expect(entries.map(\.occasion.reason) == ["test (+ ander)"])
  }
}
