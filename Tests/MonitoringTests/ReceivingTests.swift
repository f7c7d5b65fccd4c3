import Cryptography
import Deliveries
import Foundation
import Invented
@testable import Model
@testable import Monitoring
@testable import Store
import Synchronization
import Testing

/// Taking files into the workspace of a monitor.
@Suite struct `Receiving deliveries` {
  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"
  private static func lines(_ year: Int, _ persons: String...) -> [String] {
    [header] + persons.map { "\($0);\(year);sexual;20;NL;given;;" }
  }

  private let monitor: MonitorOnDisk
  private let care: Source

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    care = try monitor.opened.source(named: "zorg")
  }

  private func kept() throws -> [String] {
    try #require(try monitor.workspace.openForReading()).deliveries().map {
      "\($0.summary.period) v\($0.summary.version) \($0.status) \($0.summary.fileName) \($0.summary.rowsTaken)"
    }
  }

  private func inFolder() throws -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: monitor.opened.deliveriesFolder.path)) ?? []).sorted()
  }

  @Test func `keeps a copy of a file under the name of its source and year`() throws {
    let file = try monitor.send("Zorg definitief.CSV", Self.lines(2018, "P1", "P2"))
    let receipt = try monitor.receiving().receive(file, from: care, period: nil)
    guard case .taken(let summary) = receipt.outcome else {
      Issue.record("the file was not taken")
      return
    }
    #expect(summary.rowsTaken == 2 && summary.version == 1)
    #expect(try inFolder() == ["keys.txt", "log.jsonl", "zorg-2018.sealed"])
    #expect(try kept() == ["2018 v1 complete zorg-2018.sealed 2"])
  }

  @Test func `the same file twice changes nothing`() throws {
    let file = try monitor.send("a.csv", Self.lines(2018, "P1"))
    let first = try monitor.receiving().receive(file, from: care, period: nil)
    let again = try monitor.receiving().receive(file, from: care, period: nil)
    guard case .taken(let summary) = first.outcome, case .alreadyReceived(let before) = again.outcome else {
      Issue.record("\(String(describing: first.outcome)), \(String(describing: again.outcome))")
      return
    }
    #expect(before == summary)
    #expect(try inFolder() == ["keys.txt", "log.jsonl", "zorg-2018.sealed"])
    #expect(try kept() == ["2018 v1 complete zorg-2018.sealed 1"])
  }

  @Test func `other contents make a next version and a next copy`() throws {
    for persons in [["P1"], ["P1", "P2"]] {
      let lines = [Self.header] + persons.map { "\($0);2018;sexual;20;NL;given;;" }
      let file = try monitor.send("a.csv", lines)
      #expect(try monitor.receiving().receive(file, from: care, period: nil).outcome != nil)
    }
    #expect(try inFolder() == ["keys.txt", "log.jsonl", "zorg-2018-v2.sealed", "zorg-2018.sealed"])
    #expect(try kept() == ["2018 v1 superseded zorg-2018.sealed 1", "2018 v2 complete zorg-2018-v2.sealed 2"])
  }

  @Test func `a correction that loses most of its rows is received with a reason, and rebuilt without being asked`()
    throws
  {
    let lines = { (count: Int) in
      [Self.header] + (1...count).map { "P\($0);2018;sexual;\(20 + $0);NL;given;;" }
    }
    let first = try monitor.send("a.csv", lines(31))
    #expect(try monitor.receiving().receive(first, from: care, period: nil).outcome != nil)
    let second = try monitor.send("b.csv", lines(3))
    let refused = try monitor.receiving().receive(second, from: care, period: nil)
    #expect(refused.outcome == nil)
    #expect(refused.report.findings.map(\.rule) == ["much-smaller"])
    #expect(try kept() == ["2018 v1 complete zorg-2018.sealed 31"])
    let store = try monitor.workspace.openForReading()
    let checked = try DeliveryReading(second, from: care, in: monitor.opened, beside: store).report()
    #expect(checked.findings == refused.report.findings)
    let taken = try monitor.receiving().receive(second, from: care, period: nil, size: .answered)
    #expect(taken.outcome != nil)
    #expect(taken.report.findings.map(\.rule) == ["smaller-answered"])
    let history = try kept()
    try FileManager.default.removeItem(at: monitor.url.appending(path: "workspace"))
    #expect(try monitor.receiving().receiveNew() == 2)
    #expect(try kept() == history)
  }

  @Test func `a file that cannot be used leaves folder and workspace as they were`() throws {
    let good = try monitor.send("a.csv", Self.lines(2018, "P1"))
    _ = try monitor.receiving().receive(good, from: care, period: nil)
    let (files, deliveries) = (try inFolder(), try kept())
    let bad = try monitor.send("b.csv", Self.lines(2018, "P1") + ["P2;2019;sexual;20;NL;given;;"])
    let receipt = try monitor.receiving().receive(bad, from: care, period: nil)
    #expect(receipt.outcome == nil)
    #expect(receipt.report.findings.map(\.rule) == ["several-years"])
    #expect(try inFolder() == files)
    #expect(try kept() == deliveries)
  }

  @Test func `a copy that cannot be kept means that nothing was received`() throws {
    try monitor.put("deliveries", [UInt8]("a file in the place of the folder".utf8))
    let file = try monitor.send("a.csv", Self.lines(2018, "P1"))
    let folder = try monitor.opened.deliveriesFolder.path
    #expect(
      throws: MonitoringError.data(
        nl: "Het bestand kan niet worden bewaard in \(folder); er is niets ontvangen. Maak ruimte of pas de "
          + "rechten van de map aan.",
        en: "The file cannot be kept in \(folder); nothing was received. Make room or change the folder's "
          + "permissions.")
    ) { try monitor.receiving().receive(file, from: care, period: nil) }
    #expect(try kept() == [])
  }

  @Test func `the moment and the account it was given stand in the history`() throws {
    let file = try monitor.send("a.csv", Self.lines(2018, "P1"))
    _ = try monitor.receiving().receive(file, from: care, period: nil)
    #expect(try monitor.workspace.open().deliveries().map(\.receivedOn) == ["2025-03-01"])
  }

  // MARK: The deliveries folder

  @Test func `all of the folder goes by period and version, once`() throws {
    try monitor.put("deliveries/zorg-2019.csv", Self.lines(2019, "P1"))
    try monitor.put("deliveries/zorg-2018-v2.csv", Self.lines(2018, "P1", "P2"))
    try monitor.put("deliveries/zorg-2018.csv", Self.lines(2018, "P1"))
    try monitor.put("deliveries/README.md", ["Geen levering."])
    try monitor.put("deliveries/.zorg-2018.csv.part", ["half"])
    #expect(try monitor.receiving().receiveAll() == 3)
    #expect(
      try kept() == [
        "2018 v1 superseded zorg-2018.sealed 1", "2018 v2 complete zorg-2018-v2.sealed 2",
        "2019 v1 complete zorg-2019.sealed 1",
      ])
    #expect(
      try inFolder() == [
        "README.md", "keys.txt", "log.jsonl", "zorg-2018-v2.sealed", "zorg-2018.sealed", "zorg-2019.sealed",
      ])
    #expect(try monitor.receiving().receiveNew() == 0)
  }

  @Test func `a withdrawn file does not come back by itself`() throws {
    try monitor.put("deliveries/zorg-2018.csv", Self.lines(2018, "P1"))
    #expect(try monitor.receiving().receiveAll() == 1)
    try monitor.receiving().withdraw(care, period: "2018")
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try monitor.receiving().receiveAll() == 0)
    #expect(try kept() == ["2018 v1 withdrawn zorg-2018.sealed 1"])
  }

  @Test func `stops at the first file that cannot be used, the gravest finding first and not more than twenty`() throws
  {
    try monitor.put("deliveries/zorg-2018.csv", Self.lines(2018, "P1"))
    let rows = (1...30).map { "P\($0);2019;sexuel;20;NL;given;;" }
    try monitor.put("deliveries/zorg-2019.csv", [Self.header] + rows + ["P31;2019;sexual;20;NL;given;;;te veel"])
    #expect(try monitor.receiving().receiveAll(size: .answered) == 2)
    try monitor.put("deliveries/zorg-2019-v2.csv", ["nummer;vorm"] + rows)
    let error = Result { try monitor.receiving().receiveAll() }.error
    guard case .findings(let findings) = error as? MonitoringError else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(findings.first?.rule == "missing-header")
    #expect(findings.count <= 20)
    #expect(try kept().last == "2019 v1 complete zorg-2019.sealed 1")
  }

  static let badNames = ["oud.csv", "politie-2018.csv", "zorg-x.csv", "zorg-2018-2.csv", "zorg-2018-v2-b.csv"]

  @Test(arguments: badNames) func `a name that does not say whose and about which year is refused`(
    _ name: String
  ) throws {
    let place = try monitor.put("deliveries/" + name, Self.lines(2018, "P1"))
    let error = try #require(Result { try monitor.receiving().receiveAll() }.error as? MonitoringError)
    #expect(
      error.sentences(.nl) == [
        "\(place.path): uit de naam van dit bestand blijkt niet van wie en waarover het is. Noem het BRON-JAAR.csv, "
          + "met een bron uit sources.yaml, of ontvang het met zicht receive."
      ])
  }

  @Test func `of two sources the longer name is meant`() throws {
    var files = SmallMonitor.files
    files["sources.yaml"] = files["sources.yaml"]?.replacing("source: zorg", with: "source: zorg-noord")
    let other = try MonitorOnDisk(files)
    try other.put("deliveries/zorg-noord-2018.csv", Self.lines(2018, "P1"))
    let found = try DeliveredFile.all(in: other.opened)
    #expect(found.map(\.source.name) == ["zorg-noord"] && found.map(\.period) == [2018])
  }

  @Test func `what has not been received is named, with the remedy`() throws {
    let store = try monitor.workspace.open()
    func remarks() throws -> [LocalizedText] { try PendingDeliveries(in: monitor.opened, besides: store).remarks }
    #expect(try remarks() == [])
    try monitor.put("deliveries/zorg-2018.csv", Self.lines(2018, "P1"))
    #expect(
      try remarks().map(\.nl) == [
        "Niet ontvangen, en dus in geen enkel getal: zorg-2018.csv. Ontvang ze met zicht receive."
      ])
    try monitor.put("deliveries/zorg-2019.csv", Self.lines(2019, "P1"))
    #expect(
      try remarks().map(\.en) == [
        "Not received, and so in no number: zorg-2018.csv, zorg-2019.csv. Receive them with zicht receive."
      ])
    #expect(try monitor.receiving().receiveAll() == 2)
    #expect(try remarks() == [])
    let other = try Workspace.inMemory(key: #require(try monitor.workspace.keyOfDeliveries()))
    #expect(
      try PendingDeliveries(in: monitor.opened, besides: other).remarks.map(\.en) == [
        "Received, and not counted here yet: zorg-2018.sealed, zorg-2019.sealed. Take them in with zicht build."
      ])
  }

  @Test func `progress counts on over files, and knows the end when a file is done`() throws {
    try monitor.put("deliveries/zorg-2018.csv", Self.lines(2018, "P1", "P2"))
    try monitor.put("deliveries/zorg-2019.csv", Self.lines(2019, "P1", "P2"))
    let seen = Mutex<[[Int?]]>([])
    let sink: ProgressSink = { progress in seen.withLock { $0.append([progress.done, progress.total]) } }
    #expect(try monitor.receiving().receiveAll() == 2)
    try FileManager.default.removeItem(at: monitor.workspace.folder)
    #expect(try monitor.receiving(progress: sink).receiveNew() == 2)
    #expect(seen.withLock(\.self) == [[2, nil], [4, 4]])
  }
}
