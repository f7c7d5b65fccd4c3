import Deliveries
import Foundation
import Invented
import Model
import Monitoring
import Store
import Testing

/// Trying a delivery out says what receiving it would come to.
@Suite struct `A dry run` {
  private let monitor: MonitorOnDisk
  private let care: Source

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    care = try monitor.opened.source(named: "zorg")
  }

  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"

  private func file(_ name: String, persons: Int) throws -> URL {
    try monitor.send(
      name, [Self.header] + (1...persons).map { "P\($0);2018;sexual;\(20 + $0);NL;given;;" })
  }

  /// The answers of a dry run, with the workspace as it is and without it, and of receiving.
  private func answers(to file: URL) throws -> (tried: DeliveryAnswer, received: DeliveryAnswer) {
    let before = try monitor.contents
    let opened = try monitor.opened
    let tried = try [monitor.workspace.openForReading(), nil].map { store in
      try DeliveryAnswer(
        DryRun(in: opened, beside: store, at: monitor.workspace, progress: { _ in })
          .outlook(of: file, from: care, period: nil, size: .open), language: .nl)
    }
    #expect(tried[0] == tried[1])
    #expect(try monitor.contents == before)
    let receipt = try monitor.receiving().receive(file, from: care, period: nil)
    return (tried[0], DeliveryAnswer(receipt, language: .nl))
  }

  @Test func `says what receiving says, whether the workspace is there or not`() throws {
    for (name, persons) in [("a.csv", 31), ("a.csv", 31), ("b.csv", 30), ("c.csv", 3), ("d.csv", 32)] {
      let (tried, received) = try answers(to: file(name, persons: persons))
      #expect(tried.version == received.version && tried.replaces == received.replaces, "\(name)")
      #expect(tried.wasReceivedBefore == received.wasReceivedBefore && tried.isUsable == received.isUsable)
      #expect(tried.findings == received.findings && tried.groups == received.groups)
      #expect(!tried.isReceived && tried.rowsTaken == persons)
    }
    #expect(try monitor.workspace.openForReading()?.deliveries().map(\.summary.rowsTaken) == [31, 30, 32])
  }

  @Test func `tells versions in words`() throws {
    let first = try answers(to: file("a.csv", persons: 12))
    #expect(first.tried.sentence(in: .nl).hasSuffix("0 apart gehouden."))
    let second = try answers(to: file("b.csv", persons: 13))
    #expect(second.tried.sentence(in: .nl).hasSuffix("apart gehouden. Dit wordt versie 2 en vervangt versie 1."))
    #expect(second.received.sentence(in: .en).hasSuffix("set aside. This is version 2 and replaces version 1."))
    try monitor.receiving().withdraw(care, period: "2018")
    let third = try answers(to: file("c.csv", persons: 14))
    #expect(third.tried.sentence(in: .nl).hasSuffix("Dit wordt versie 3; wat er eerder was, telde al niet meer mee."))
    #expect(third.tried.replaces == nil && third.tried.version == 3)
  }

  @Test func `stops where receiving would: a file of the log that is gone or changed`() throws {
    _ = try answers(to: file("a.csv", persons: 12))
    let kept = monitor.url.appending(path: "deliveries/zorg-2018.sealed")
    try Data("iets anders".utf8).write(to: kept)
    let next = try file("b.csv", persons: 13)
    let tried = Result {
      try DryRun(
        in: monitor.opened, beside: monitor.workspace.openForReading(), at: monitor.workspace, progress: { _ in })
    }
    let received = Result { try monitor.receiving().receive(next, from: care, period: nil) }
    #expect(tried.error as? MonitoringError != nil)
    #expect(tried.error as? MonitoringError == received.error as? MonitoringError)
  }
}
