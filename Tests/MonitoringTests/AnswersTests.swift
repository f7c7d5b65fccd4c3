import Deliveries
import Foundation
import Invented
@testable import Model
import Monitoring
import Store
import Testing

/// What is answered to whoever asks, in words and for programs.
@Suite struct `Answers` {
  private static let register = AreaRegister([
    Area(
      code: "A", name: "Aam", region: "R", part: "north", to: "2018-12-31", successors: [.init(code: "V")]),
    Area(code: "C", name: "Ceel", region: "R", part: "south"),
    Area(code: "V", name: "Veld", region: "R", part: "north", from: "2019-01-01"),
    Area(code: "S", name: "Stad"),
  ])

  @Test func `about areas name the members of a day by part, and what changed`() {
    let answer = AreasAnswer(Self.register, on: "2018-06-01", language: .nl)
    #expect(answer.regions.map(\.region) == ["R"])
    #expect(answer.regions[0].members.map(\.code) == ["A", "C"])
    #expect(
      answer.lines(in: .nl) == [
        "R op 2018-06-01: 2 gebieden.", "  north (1)", "    A  Aam", "  south (1)", "    C  Ceel",
        "Vanaf 2019 is Aam opgegaan in Veld.",
      ])
    #expect(
      AreasAnswer(Self.register, on: "2019-01-01", language: .en).lines(in: .en).prefix(3) == [
        "R on 2019-01-01: 2 areas.", "  south (1)", "    C  Ceel",
      ])
  }

  @Test func `about areas that a monitor does not have, or a day that does not exist, are refused`() throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let file = monitor.url.appending(path: "areas.csv").path
    #expect(
      throws: MonitoringError.data(
        nl: "Deze monitor heeft geen gebieden. Zet ze in \(file).",
        en: "This monitor has no areas. Put them in \(file).")
    ) { try AreasAnswer(try monitor.opened, on: nil, language: .nl) }
    let regional = try OpenedMonitor(ShippedMonitor.root + "/monitors/regio-rotterdam-2022")
    #expect(
      throws: MonitoringError.data(
        nl: "'2023-02-30' is geen bestaande dag. Schrijf die als 2019-01-01 of 1-1-2019.",
        en: "'2023-02-30' is no existing day. Write it as 2019-01-01 or 1-1-2019.")
    ) { try AreasAnswer(regional, on: "2023-02-30", language: .nl) }
    #expect(try AreasAnswer(regional, on: nil, language: .nl).on == "2023-01-01")
    #expect(try AreasAnswer(regional, on: "2015-01-01", language: .nl).regions.map(\.count) == [32])
  }

  // MARK: Deliveries

  private func report(_ lines: [String], of files: [String: String], _ source: String) throws -> DeliveryReport {
    let monitor = try MonitorOnDisk(files)
    let opened = try monitor.opened
    return try DeliveryReading(
      try monitor.send("a.csv", lines), from: try opened.source(named: source), in: opened, beside: nil
    ).report()
  }

  @Test func `about records count lanes as well`() throws {
    let report = try report(
      [
        "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking", "P1;2018;sexual;20;NL;given;;",
        "P2;2018;sexual;15;NL;given;;", "P3;2018;sexuel;20;NL;given;;",
      ], of: SmallMonitor.files, "zorg")
    let answer = DeliveryAnswer(report, outcome: nil, language: .nl)
    #expect(
      answer.sentence(in: .nl)
        == "a.csv is gecontroleerd: 3 rijen gelezen, 2 in orde, 1 apart gehouden, 1 met minder gegevens opgenomen.")
    #expect(
      answer.sentence(in: .en)
        == "a.csv was checked: 3 rows read, 2 in order, 1 set aside, 1 taken in with fewer details.")
    #expect(answer.rowsByLane == ["identified": 1, "pseudonymous": 1, "countOnly": 0])
    #expect(!answer.findings.isGood)
    #expect(answer.findings.findings.map(\.rule) == report.findings.map(\.rule))
    let summary = report.summary(checksum: "a", version: 2)
    #expect(
      DeliveryAnswer(report, outcome: .taken(summary), language: .nl).sentence(in: .en)
        == "a.csv was received: 3 rows read, 2 in order, 1 set aside, 1 taken in with fewer details. This is version 2; what was "
        + "there before counted no longer.")
    let replacing = DeliveryAnswer(report, outcome: .taken(summary), replaces: 1, language: .nl)
    #expect(
      replacing.sentence(in: .nl).hasSuffix(" met minder gegevens opgenomen. Dit is versie 2 en vervangt versie 1."))
    let again = DeliveryAnswer(report, outcome: .alreadyReceived(summary), language: .nl)
    #expect(
      again.sentence(in: .nl)
        == "a.csv is gecontroleerd: 3 rijen gelezen, 2 in orde, 1 apart gehouden, 1 met minder gegevens opgenomen. Dit bestand was al "
        + "ontvangen (versie 2); er is niets gewijzigd.")
    #expect(again.wasReceivedBefore && !again.isReceived && again.version == 2)
  }

  @Test func `about counts leave lanes out`() throws {
    let report = try report(SmallCounts.lines, of: SmallCounts.files, "centrum")
    let answer = DeliveryAnswer(report, outcome: nil, language: .nl)
    #expect(answer.sentence(in: .nl) == "a.csv is gecontroleerd: 14 rijen gelezen, 14 in orde, 0 apart gehouden.")
    #expect(answer.findings.isGood && answer.findings.findings.isEmpty)
  }

  @Test func `about what is refused promise that nothing changed`() throws {
    let answer = DeliveryAnswer(
      try report(SmallCounts.changed(16, nil), of: SmallCounts.files, "centrum"), outcome: nil, language: .en)
    #expect(!answer.isUsable)
    #expect(answer.sentence(in: .en) == "a.csv cannot be received like this; nothing has changed.")
    #expect(answer.sentence(in: .nl) == "a.csv kan zo niet worden ontvangen; er is niets gewijzigd.")
    let finding = try #require(answer.findings.findings.first)
    #expect([finding.rule, finding.severity, finding.file] == ["no-period", "fatal", "a.csv"])
    #expect(finding.remedy == "Give the year with --period.")
  }

  // MARK: A dry run

  @Test func `of a dry run of counts lay them beside the year before`() throws {
    let monitor = try MonitorOnDisk(SmallCounts.files)
    let opened = try monitor.opened
    let centre = try opened.source(named: "centrum")
    let first = Array(SmallCounts.lines.prefix(5)) + ["Deze levering is volledig;2023;;;;;;;ja;;"]
    try monitor.put("deliveries/centrum-2023.csv", first)
    let file = try monitor.send("a.csv", SmallCounts.lines)
    let before = try DeliveryReading(file, from: centre, in: opened, beside: nil).report()
    let alone = try before.comparison(of: centre, beside: nil, in: opened)
    #expect(
      alone.text.nl.split(separator: "\n").first?.hasSuffix("niets eerder        2024") == true, "\(alone.text.nl)")
    #expect(alone.text.en.split(separator: "\n").first?.hasSuffix("nothing before        2024") == true)
    #expect(try monitor.receiving().receiveAll() == 1)
    let store = try monitor.workspace.openForReading()
    let report = try DeliveryReading(file, from: centre, in: opened, beside: store).report()
    let lines = try report.comparison(of: centre, beside: store, in: opened).text.nl.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(
      lines.prefix(6) == [
        "2023 2024", "Contacten naar soort", "2023 seks 30 30", "2023 arbeid 10 10", "2023 onbekend 0 0",
        "2023 Totaal 40 40",
      ])
    #expect(lines.contains("2024 seks 30 35"))
  }

  @Test func `of a dry run of records lay their totals beside the year before`() throws {
    let monitor = try MonitorOnDisk(SmallMonitor.files)
    let opened = try monitor.opened
    let care = try opened.source(named: "zorg")
    let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
    try monitor.put(
      "deliveries/zorg-2018.csv",
      [header, "P1;2018;sexual;20;NL;given;;", "P2;2018;arbeid;20;NL;given;;", "P3;2018;sexual;20;PL;given;;"])
    #expect(try monitor.receiving().receiveAll() == 1)
    let store = try monitor.workspace.openForReading()
    let file = try monitor.send("a.csv", [header, "P1;2019;sexual;21;NL;given;;"])
    let report = try DeliveryReading(file, from: care, in: opened, beside: store).report()
    let lines = try report.comparison(of: care, beside: store, in: opened).text.en.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.prefix(5) == ["2018 2019", "rows 3 1", "year", "2018 3 0", "2019 0 1"])
    #expect(lines.contains("Sexual 2 1") && lines.contains("Labour 1 0"))
    #expect(lines.contains("Poland 1 0"))
    let other = try report.comparison(of: care, beside: nil, in: opened)
    #expect(
      other.text.nl.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }[1] == "rijen - 1")
  }
}
