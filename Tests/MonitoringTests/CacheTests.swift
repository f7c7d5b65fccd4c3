import Cryptography
import Foundation
import Invented
import Model
import Store
import Testing

@testable import Monitoring

/// What a workspace keeps to be quick: the snapshot of the records and the digests of files.
@Suite struct CacheTests {
  private let monitor: MonitorOnDisk

  init() throws { monitor = try MonitorOnDisk(SmallMonitor.files) }

  private static let caches = ["snapshot.columns", "files.json"]

  /// Receives rows with keys and names, and fills both caches.
  private func fill() throws {
    let care = try monitor.opened.source(named: "zorg")
    let rows = (0..<30).map { "P-00\($0)-Merkteken;2018;sexual;\(20 + $0);NL;given;Merknaam\($0);Merkzin" }
    let file = try monitor.send(
      "Merkbestand.csv", ["nummer;jaar;vorm;leeftijd;land;toestemming;achternaam;opmerking"] + rows)
    #expect(try monitor.receiving().receive(file, from: care, period: nil).outcome != nil)
    // Digests of files that were just changed are not remembered.
    let kept = try monitor.opened.deliveriesFolder.appending(path: "zorg-2018.sealed")
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: kept.path)
    _ = try monitor.workspace.open().notifications(for: monitor.opened.monitor)
    let known = KnownFiles(in: monitor.workspace.folder)
    _ = known.sha256(of: kept)
    known.remember()
  }

  private func caches() throws -> [Data] {
    try Self.caches.compactMap {
      FileManager.default.contents(atPath: monitor.workspace.folder.appending(path: $0).path)
    }
  }

  @Test func `hold no person, no key of a person and no word of a delivery, and are their owner's only`() throws {
    try fill()
    let workspace = try monitor.workspace.open()
    let caches = try caches()
    #expect(!caches.isEmpty && caches.allSatisfy { !$0.isEmpty })
    for cache in caches {
      for mark in ["Merk", "P-00", "merk"] { #expect(cache.range(of: Data(mark.utf8)) == nil, "\(mark)") }
      for number in 0..<30 {
        let index = workspace.blindIndex(ofPersonKey: "P-00\(number)-Merkteken")
        #expect(cache.range(of: Data(index.bytes)) == nil)
      }
    }
    for name in Self.caches {
      let place = monitor.workspace.folder.appending(path: name).path
      guard FileManager.default.fileExists(atPath: place) else { continue }
      let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(name)")
    }
  }

  @Test func `can be thrown away, and nothing that is read changes`() throws {
    try fill()
    let (all, before) = (
      try monitor.opened.monitor, try monitor.workspace.open().notifications(for: monitor.opened.monitor)
    )
    for name in Self.caches {
      try? FileManager.default.removeItem(at: monitor.workspace.folder.appending(path: name))
    }
    #expect(try monitor.receiving().receiveNew() == 0)
    #expect(try monitor.workspace.open().notifications(for: all) == before)
  }

  /// What was gathered for a person who is erased goes with the person.
  @Test func `are made anew when a person is erased`() throws {
    try fill()
    let place = monitor.workspace.folder.appending(path: "snapshot.columns").path
    #expect(FileManager.default.fileExists(atPath: place))
    _ = try monitor.receiving().erase(personKey: "P-003-Merkteken")
    #expect(!FileManager.default.fileExists(atPath: place))
  }
}
