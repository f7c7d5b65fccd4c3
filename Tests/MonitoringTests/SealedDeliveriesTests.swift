@testable import Cryptography
import Deliveries
import Foundation
import Invented
import Model
@testable import Monitoring
import Store
import Testing

@Suite struct `Sealed deliveries` {
  private static let header = "nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking;eigen"

  private let monitor: MonitorOnDisk
  private let care: Source

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    care = try monitor.opened.source(named: "zorg")
  }

  private func file(_ persons: String..., name: String = "Zoekwoord.csv") throws -> URL {
    try monitor.send(
      name, [Self.header] + persons.map { "\($0);2018;arbeid;30;NL;given;Zoekwoord;Zoekwoord;Zoekwoord" })
  }

  private func receive(_ file: URL) throws {
    #expect(try monitor.receiving().receive(file, from: care, period: nil, size: .answered).outcome != nil)
  }

  private func forget() throws { try FileManager.default.removeItem(at: monitor.workspace.folder) }

  private func kept() throws -> [String] {
    try monitor.workspace.open().deliveries().map { "v\($0.summary.version) \($0.status) \($0.summary.rowsTaken)" }
  }

  private func sentence(_ work: () throws -> Void) throws -> String {
    let error = try #require(Result { try work() }.error as? MonitoringError)
    return try #require(error.sentences(.nl).first)
  }

  private var keyCare: KeyCare { KeyCare(monitor.workspace, keys: monitor.keys, on: MonitorOnDisk.noon) }

  @Test func `leave nothing of a person to be read, in no file and no name`() throws {
    try receive(file("P-7781", "P-7782"))
    try receive(file("P-7781"))
    for (name, bytes) in try monitor.contents {
      #expect(!name.contains("Zoekwoord"))
      for mark in ["Zoekwoord", "P-778"] { #expect(bytes.range(of: Data(mark.utf8)) == nil, "\(name)") }
    }
  }

  @Test func `open with the key of the workspace before, wherever that went`() throws {
    try receive(file("P1", "P2"))
    let before = try kept()
    try forget()
    #expect(try monitor.receiving().receiveNew() == 1)
    #expect(try kept() == before)
    let elsewhere = monitor.place(monitor.beside("elders"), .keys(monitor.keys))
    let other = try Receiving(monitor.opened, into: elsewhere.open(), on: MonitorOnDisk.noon, progress: { _ in })
    #expect(try other.receiveNew() == 1)
  }

  @Test func `ask for their key when it is gone, and for theirs when it is another`() throws {
    try receive(file("P1"))
    try forget()
    let deliveries = try monitor.opened.deliveriesFolder
    let ring = try #require(try SealedDeliveries.ring(in: deliveries))
    let key = monitor.keys.file(ring.fingerprints[0])
    let away = monitor.beside("weg.key")
    try FileManager.default.moveItem(at: key, to: away)
    #expect(
      try sentence { _ = try monitor.workspace.open() }
        == "De leveringen in \(deliveries.path) zijn verzegeld, en de sleutel \(key.path) ontbreekt. Zet hem terug uit een "
        + "reservekopie of wijs hem aan met --key-file.")
    #expect(!monitor.workspace.isThere("zicht.sqlite"))
    let file = monitor.beside("ander.key")
    try WorkspaceKey.random().write(to: file.path)
    let strange = monitor.place(monitor.workspace.folder, .file(file.path))
    let receiving = try Receiving(monitor.opened, into: strange.open(), on: MonitorOnDisk.noon, progress: { _ in })
    #expect(
      try sentence { _ = try receiving.receiveNew() }
        == "De leveringen in \(deliveries.path) zijn verzegeld met een andere sleutel dan die van deze werkmap. Wijs met "
        + "--key-file de sleutel aan met vingerafdruk \(ring.fingerprints[0]), en verwijder een werkmap die met een andere "
        + "is gemaakt.")
    try forget()
    let right = monitor.place(monitor.workspace.folder, .file(away.path))
    let again = try Receiving(monitor.opened, into: right.open(), on: MonitorOnDisk.noon, progress: { _ in })
    #expect(try again.receiveNew() == 1)
  }

  @Test func `with damaged keys say so`() throws {
    try receive(file("P1"))
    let keys = try monitor.opened.deliveriesFolder.appending(path: "keys.txt")
    let good = try Data(contentsOf: keys)
    try forget()
    for bytes in [Data(), good.prefix(40), Data("iets".utf8)] {
      try bytes.write(to: keys)
      #expect(
        try sentence { _ = try monitor.workspace.open() }.hasPrefix("\(keys.path) is niet te lezen of veranderd. "))
    }
    // One digit of the wrapped key.
    var other = good
    other[other.count - 2] = other[other.count - 2] == 0x30 ? 0x31 : 0x30
    try other.write(to: keys)
    #expect(throws: CryptographyError.cannotOpen) { try monitor.receiving().receiveNew() }
  }

  @Test func `are looked at by who verifies, with their keys`() throws {
    try receive(file("P1"))
    let workspace = try monitor.workspace.open()
    func verify() throws { _ = try Verification(of: monitor.opened).found(in: workspace, against: []) }
    try verify()
    let keys = try monitor.opened.deliveriesFolder.appending(path: "keys.txt")
    let good = try Data(contentsOf: keys)
    try (good + Data("x\n".utf8)).write(to: keys)
    #expect(try sentence(verify).hasPrefix("\(keys.path) is niet te lezen of veranderd. "))
    #expect(try sentence { _ = try Verification(of: monitor.opened).found(in: nil, against: []) }.hasPrefix(keys.path))
    // Keys that are whole, and of another time.
    let other = try DeliveryKeyRing(for: workspace.deliveryOpener)
    try Data(other.text).write(to: keys)
    let place = try monitor.opened.deliveriesFolder.appending(path: "zorg-2018.sealed").path
    #expect(
      try sentence(verify)
        == "\(place) gaat niet open met de sleutels in keys.txt. Zet beide terug uit dezelfde reservekopie.")
    try FileManager.default.removeItem(at: keys)
    #expect(try sentence(verify).hasPrefix("\(place) gaat niet open"))
    try good.write(to: keys)
    try verify()
  }

  @Test func `go along with a change of key, and know what they had`() throws {
    let first = try file("P1", "P2")
    try receive(first)
    let old = try #require(try monitor.workspace.keyOfDeliveries())
    _ = try keyCare.rotate(into: nil)
    let ring = try #require(try SealedDeliveries.ring(in: monitor.opened.deliveriesFolder))
    #expect(ring.fingerprints == [try keyCare.description().fingerprint])
    guard case .alreadyReceived = try monitor.receiving().receive(first, from: care, period: nil).outcome else {
      Issue.record("the file was not recognised")
      return
    }
    try receive(file("P1", "P2", "P3"))
    let before = try kept()
    try forget()
    #expect(try monitor.receiving().receiveNew() == 2)
    #expect(try kept() == before)
    #expect(throws: CryptographyError.cannotOpen) { try ring.keys(openedBy: old.deliveryOpener()) }
  }

  @Test func `open with either key when a change was stopped, and with one when it is finished`() throws {
    try receive(file("P1", "P2"))
    let deliveries = try monitor.opened.deliveriesFolder
    let ring = try #require(try SealedDeliveries.ring(in: deliveries))
    let old = try #require(try monitor.workspace.keyOfDeliveries())
    let new = try WorkspaceKey.random()
    let shared = try ring.shared(by: old.deliveryOpener(), with: new.deliveryOpener())
    let place = deliveries.appending(path: "keys.txt").path
    // Stopped before the workspace changed: the old key goes on, and the new one opens nothing any more.
    try PrivateFile.replace(place, with: shared.text)
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try #require(try SealedDeliveries.ring(in: deliveries)) == ring)
    // Stopped after the workspace changed.
    try PrivateFile.replace(place, with: shared.text)
    try monitor.keys.add(new)
    try Workspace.changeKey(in: monitor.workspace.folder.path, from: old, to: new)
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try #require(try SealedDeliveries.ring(in: deliveries)) == shared.only(for: new.deliveryOpener()))
  }

  @Test func `are followed in memory by who tries a file out where there is no workspace`() throws {
    let first = try file("P1", "P2")
    try receive(first)
    try forget()
    let trial = try DryRun(in: monitor.opened, beside: nil, at: monitor.workspace, progress: { _ in })
    guard case .alreadyReceived = try trial.outlook(of: first, from: care, period: nil, size: .open).outcome else {
      Issue.record("the file was not recognised")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: monitor.workspace.folder.path))
  }

  @Test func `can be received once more when the log was lost`() throws {
    try receive(file("P1", "P2"))
    try receive(file("P1", "P2", "P3"))
    let before = try kept()
    try forget()
    try FileManager.default.removeItem(at: monitor.opened.deliveriesFolder.appending(path: "log.jsonl"))
    let names = try monitor.contents.keys.filter { $0.hasSuffix(".sealed") }.sorted()
    #expect(try monitor.receiving().receiveAll(size: .answered) == 2)
    #expect(try kept() == before)
    #expect(try monitor.contents.keys.filter { $0.hasSuffix(".sealed") }.sorted() == names)
  }

  @Test func `keep what an earlier version kept as it came, until somebody is erased from it`() throws {
    let place = try monitor.put(
      "deliveries/zorg-2018.csv", [Self.header, "P1;2018;arbeid;30;NL;given;Zoekwoord;;", "P2;2018;arbeid;31;NL;;;;"])
    let digest = SHA256.digest(of: [UInt8](try Data(contentsOf: place))).hex
    var log = try DeliveryLog(in: monitor.opened.deliveriesFolder)
    try log.append(
      .received(file: "zorg-2018.csv", sha256: digest, original: nil), source: "zorg", period: "2018",
      on: MonitorOnDisk.noon, in: monitor.opened.deliveriesFolder)
    #expect(try monitor.receiving().receiveNew() == 1)
    let receipt = try monitor.receiving().receive(place, from: care, period: nil)
    guard case .alreadyReceived = receipt.outcome, receipt.unsealed == nil else {
      Issue.record("the file was not recognised, or would be removed")
      return
    }
    #expect(try monitor.receiving().erase(personKey: "P1").files == ["zorg-2018-gewist-1.sealed"])
    #expect(!FileManager.default.fileExists(atPath: place.path))
    try forget()
    #expect(try monitor.receiving().receiveNew() == 1)
    #expect(try kept() == ["v1 complete 2"])
  }

  @Test func `leave nothing behind of a file that is refused`() throws {
    try receive(file("P1"))
    let before = try monitor.contents.filter { $0.key.hasPrefix("deliveries/") }
    let bad = try monitor.send(
      "b.csv", [Self.header, "P1;2018;arbeid;30;NL;given;;;", "P2;2019;arbeid;30;NL;given;;;"])
    #expect(try monitor.receiving().receive(bad, from: care, period: nil).outcome == nil)
    #expect(try monitor.contents.filter { $0.key.hasPrefix("deliveries/") } == before)
  }

  @Test func `a file in the folder goes when its sealed copy is received`() throws {
    try monitor.put("deliveries/zorg-2018.csv", [Self.header, "P1;2018;arbeid;30;NL;given;Zoekwoord;;"])
    #expect(try monitor.receiving().receiveAll() == 1)
    #expect(
      try monitor.contents.keys.filter { $0.hasPrefix("deliveries/") }.sorted() == [
        "deliveries/keys.txt", "deliveries/log.jsonl", "deliveries/zorg-2018.sealed",
      ])
  }
}
