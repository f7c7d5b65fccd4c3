import Cryptography
import Foundation
import Invented
import Model
import Store
import Testing

@testable import Monitoring

/// The history of a folder, from which a workspace is made again.
@Suite struct `The log of deliveries` {
  private let monitor: MonitorOnDisk
  private let care: Source
  /// Read once: its files do not change here.
  private let opened: OpenedMonitor

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    opened = try monitor.opened
    care = try opened.source(named: "zorg")
  }

  private func receiving() throws -> Receiving {
    Receiving(opened, into: try monitor.workspace.open(), on: MonitorOnDisk.noon, progress: { _ in })
  }

  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"

  private func receive(_ year: Int, _ persons: String...) throws {
    let lines = [Self.header] + persons.map { "\($0);\(year);sexual;20;NL;given;;" }
    let file = try monitor.send("cijfers def.csv", lines)
    #expect(try receiving().receive(file, from: care, period: nil).outcome != nil)
  }

  private var place: URL { opened.deliveriesFolder.appending(path: "log.jsonl") }

  private func lines() throws -> [String] {
    String(decoding: try Data(contentsOf: place), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func kept() throws -> [String] {
    try monitor.workspace.open().deliveries().map {
      "\($0.summary.period) v\($0.summary.version) \($0.status) \($0.summary.fileName) \($0.summary.rowsTaken)"
    }
  }

  private func forget() throws { try FileManager.default.removeItem(at: monitor.workspace.folder) }

  private func refusal(_ work: () throws -> Void) throws -> String {
    let error = try #require(Result { try work() }.error as? MonitoringError)
    return try #require(error.sentences(.en).first)
  }

  @Test func `has a line for each event, chained to the one before`() throws {
    try receive(2018, "P1")
    try receiving().withdraw(care, period: "2018")
    let lines = try lines()
    let digest = SHA256.digest(
      of: try Data(contentsOf: opened.deliveriesFolder.appending(path: "zorg-2018.sealed")).map { $0 })
    let original = try #require(try DeliveryLog(in: opened.deliveriesFolder).entries[0].original)
    #expect(
      lines == [
        #"{"action":"received","actor":"test","file":"zorg-2018.sealed","#
          + #""moment":"2025-03-01T12:00:00Z","number":1,"original":""# + original
          + #"","period":"2018","previous":""#
          + String(repeating: "0", count: 64)
          + #"","reason":"test","sha256":""# + digest.hex + #"","source":"zorg"}"#,
        #"{"action":"withdrawn","actor":"test","moment":"2025-03-01T12:00:00Z","number":2,"period":"2018","previous":""#
          + SHA256.digest(of: Array(lines[0].utf8)).hex + #"","reason":"test","source":"zorg"}"#,
      ])
  }

  @Test func `brings back what was corrected and withdrawn, and nothing else`() throws {
    try receive(2018, "P1")
    try receive(2018, "P1", "P2", "P3")
    try receive(2019, "P4")
    try receiving().withdraw(care, period: "2019")
    try receive(2019, "P4", "P7")
    try receiving().withdraw(care, period: "2018")
    let before = try kept()
    #expect(
      before == [
        "2018 v1 superseded zorg-2018.sealed 1", "2018 v2 withdrawn zorg-2018-v2.sealed 3",
        "2019 v1 withdrawn zorg-2019.sealed 1", "2019 v2 complete zorg-2019-v2.sealed 2",
      ])
    try forget()
    #expect(try receiving().receiveNew() == 4)
    #expect(try kept() == before)
    #expect(try receiving().receiveNew() == 0)
    #expect(try monitor.workspace.open().deliveries().map(\.receivedOn) == Array(repeating: "2025-03-01", count: 4))
  }

  /// Whatever happened, a workspace made from the log is the one that lived through it, at every moment.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `makes the same workspace from any history`(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    for step in 0..<8 {
      let year = 2018 + Int.random(in: 0...1, using: &random)
      let current = try kept().contains { $0.hasPrefix("\(year) ") && $0.contains(" complete ") }
      if current, Int.random(in: 0...2, using: &random) == 0 {
        try receiving().withdraw(care, period: String(year))
      } else {
        try receive(year, "P\(step)", "Q\(Int.random(in: 0...2, using: &random))")
      }
      if Int.random(in: 0...3, using: &random) == 0 { try forget() }
      _ = try receiving().receiveNew()
    }
    let lived = try kept()
    try forget()
    _ = try receiving().receiveNew()
    #expect(try kept() == lived)
  }

  @Test func `that was changed, cut or shuffled is refused at its line`() throws {
    try receive(2018, "P1")
    try receive(2019, "P2")
    try receive(2019, "P3")
    let good = try lines()
    func sentence(_ lines: [String]) throws -> String {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place)
      return try refusal { _ = try receiving().receiveNew() }
    }
    let end = " The log was changed after it was written; put it back from a backup."
    let path = place.path
    #expect(
      try sentence([good[0].replacing("zorg-2018", with: "zorg-2019"), good[1], good[2]])
        == "\(path), line 1: this line or the next is not what was written." + end)
    #expect(
      try sentence([good[0], good[2]]) == "\(path), line 2: this line does not follow the one before it." + end)
    #expect(
      try sentence([good[1], good[0], good[2]])
        == "\(path), line 1: this line does not follow the one before it." + end)
    #expect(
      try sentence([good[0], "", good[1]]) == "\(path), line 2: this line cannot be read." + end)
    try Data((good.joined(separator: "\n") + "\n").utf8).write(to: place)
    #expect(try receiving().receiveNew() == 0)
  }

  @Test func `of which the last line was cut off while it was written goes on before it`() throws {
    try receive(2018, "P1")
    let good = try Data(contentsOf: place)
    try receive(2019, "P2")
    let both = try Data(contentsOf: place)
    for length in good.count..<both.count {
      let log = try { () -> DeliveryLog in
        try both.prefix(length).write(to: place)
        return try DeliveryLog(in: opened.deliveriesFolder)
      }()
      #expect(log.entries.count == 1)
    }
    try forget()
    try both.prefix(both.count - 1).write(to: place)
    try receive(2019, "P2", "P3")
    #expect(try lines().count == 2)
    #expect(try kept() == ["2018 v1 complete zorg-2018.sealed 1", "2019 v1 complete zorg-2019-v2.sealed 2"])
  }

  @Test func `was put back to before what the workspace knows, and that is told`() throws {
    try receive(2018, "P1")
    let early = try Data(contentsOf: place)
    try receive(2018, "P2")
    try early.write(to: place)
    let workspace = monitor.workspace.folder.path
    #expect(
      try refusal { _ = try receiving().receiveNew() }
        == "log.jsonl, line 2: this line is not there, and the workspace \(workspace) followed 2 lines. Put the log back "
        + "from a backup; if it was put back on purpose, set the workspace apart and build again.")
    try forget()
    #expect(try receiving().receiveNew() == 1)
  }

  @Test func `names files that have to be there, as they were`() throws {
    try receive(2018, "P1")
    let file = opened.deliveriesFolder.appending(path: "zorg-2018.sealed")
    let good = try Data(contentsOf: file)
    try FileManager.default.removeItem(at: file)
    #expect(
      try refusal { _ = try receiving().receiveNew() }
        == "\(file.path) is in log.jsonl as received and is not there. Put the file back from a backup.")
    try (good + Data("\n".utf8)).write(to: file)
    #expect(
      try refusal { _ = try receiving().receiveNew() }
        == "\(file.path) was changed after it was received. Put the file back as it was; if it is a correction, save it "
        + "elsewhere and receive it with zicht receive.")
    try good.write(to: file)
    #expect(try receiving().receiveNew() == 0)
  }

  @Test func `of a folder made by hand is asked for before anything is built`() throws {
    let lines = [Self.header, "P1;2018;sexual;20;NL;given;;"]
    try monitor.put("deliveries/zorg-2018.csv", lines)
    let folder = opened
    #expect(
      try refusal { _ = try receiving().receiveNew() }
        == "Of the files in \(folder.deliveriesFolder.path), such as zorg-2018.csv, none was received yet. Receive them "
        + "all with: zicht receive --all --monitor \(folder.folder.path)")
    #expect(try receiving().receiveAll() == 1)
    #expect(try receiving().receiveNew() == 0)
    try monitor.put("deliveries/zorg-2018-v2.csv", lines)
    #expect(try receiving().receiveAll() == 0)
    #expect(
      try PendingDeliveries(in: folder, besides: monitor.workspace.open()).remarks.map(\.en) == [
        "Received and kept sealed, and still readable in deliveries/: zorg-2018-v2.csv. Remove what lies there."
      ])
  }

  @Test func `says whose a file is, whatever it is called`() throws {
    let place = try monitor.put("deliveries/Cijfers zorg.csv", [Self.header, "P1;2018;sexual;20;NL;given;;"])
    let receipt = try receiving().receive(place, from: care, period: nil)
    #expect(receipt.outcome != nil && receipt.unsealed == place)
    try receiving().letGo(receipt)
    #expect(try kept() == ["2018 v1 complete zorg-2018.sealed 1"])
    #expect(try PendingDeliveries(in: opened, besides: monitor.workspace.open()).remarks == [])
    #expect(try receiving().receiveAll() == 0)
  }

  /// A program of before the log kept the order in the workspace alone.
  @Test func `is written from a workspace that has none`() throws {
    try receive(2018, "P1")
    try receive(2018, "P2", "P3")
    try receive(2019, "P4")
    try receiving().withdraw(care, period: "2019")
    let before = try kept()
    try FileManager.default.removeItem(at: place)
    #expect(try receiving().receiveAll() == 0)
    #expect(try kept() == before)
    try forget()
    _ = try receiving().receiveNew()
    #expect(try kept() == before)
  }

  @Test func `takes one writer at a time, and the next has patience to an end`() throws {
    let folder = monitor.workspace.folder
    _ = try monitor.workspace.open()
    var first: WriterLock? = try WriterLock(on: folder)
    #expect(first != nil)
    #expect(
      try refusal { _ = try WriterLock(on: folder, patience: 0) }
        == "Another program has been at work on this monitor for 0 seconds; nothing was changed. Try again later.")
    first = nil
    _ = try WriterLock(on: folder, patience: 0)
  }

  @Test func `that somebody else added to meanwhile is not written over`() throws {
    try receive(2018, "P1")
    let folder = opened.deliveriesFolder
    var (one, other) = (try DeliveryLog(in: folder), try DeliveryLog(in: folder))
    try one.append(.withdrawn, source: "zorg", period: "2018", on: MonitorOnDisk.noon, in: folder)
    #expect(
      try refusal { try other.append(.withdrawn, source: "zorg", period: "2018", on: MonitorOnDisk.noon, in: folder) }
        == "Another program received a delivery meanwhile; nothing was changed. Try again.")
    #expect(try DeliveryLog(in: folder) == one && one.entries.count == 2)
  }
}
