import Cryptography
import Foundation
import Invented
import Model
import Monitoring
import Testing

@testable import Store

/// What `zicht key` does.
@Suite struct `The care of a key` {
  private let monitor: MonitorOnDisk
  private let passphrase = "een lange zin van woorden"

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    _ = try monitor.workspace.open()
  }

  private func care(_ key: KeyPlace? = nil, passphrase: String? = nil) -> KeyCare {
    var place = monitor.workspace
    if let key { place.key = key }
    place.passphrase = PassphrasePrompt { _ in passphrase }
    return KeyCare(place, keys: monitor.keys, on: MonitorOnDisk.noon)
  }

  /// What the audit log says of keys.
  private func written(_ place: WorkspacePlace? = nil) throws -> [AuditEntry] {
    try (place ?? monitor.workspace).open().auditEntries()
  }

  private func putBesideData() throws -> URL {
    let file = monitor.keys.file(try care().description().fingerprint)
    let beside = monitor.workspace.folder.appending(path: "zicht.key")
    try FileManager.default.moveItem(at: file, to: beside)
    return beside
  }

  @Test func `shows the fingerprint and the place, and never the key`() throws {
    let description = try care().description()
    let file = monitor.keys.file(description.fingerprint)
    #expect(try description.fingerprint == WorkspaceKey(contentsOf: file.path).fingerprint)
    #expect(description.file == file.path && !description.isWrapped && !description.isBesideData)
    #expect(!"\(description)".contains(try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `moves a key from the data to the folder of keys, and writes that down`() throws {
    let beside = try putBesideData()
    #expect(try care().description().isBesideData)
    let file = try care().move()
    #expect(!FileManager.default.fileExists(atPath: beside.path))
    #expect(try written().map(\.action) == [.keyMoved])
    #expect(try care().description().file == file.path)
    #expect(throws: MonitoringError.self) { try care().move() }
  }

  @Test func `a moved key that did not arrive whole stays where it was`() throws {
    let beside = try putBesideData()
    let half = monitor.keys.file(try WorkspaceKey(contentsOf: beside.path).fingerprint)
    try PrivateFile.write(Array("iets anders".utf8), to: half.path)
    #expect(throws: CryptographyError.keyMalformed(place: half.path)) { try care().move() }
    #expect(FileManager.default.fileExists(atPath: beside.path))
  }

  @Test func `a wrapped key opens with its passphrase only`() throws {
    let file = try care().wrap(passphrase: passphrase, into: nil)
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("zicht-key-1 argon2id 3 268435456 "))
    #expect(try care().description().isWrapped)
    #expect(throws: CryptographyError.passphraseMissing(place: file.path)) { try monitor.workspace.open() }
    #expect(throws: CryptographyError.passphraseWrong(place: file.path)) {
      try care(passphrase: passphrase + ".").place.open()
    }
    #expect(try written(care(passphrase: passphrase).place).map(\.action) == [.keyWrapped])
    #expect(throws: CryptographyError.passphraseTooShort) {
      try care(passphrase: passphrase).wrap(passphrase: "veertien teken", into: nil)
    }
  }

  @Test func `two of three parts give the key back`() throws {
    let parts = try care().split(into: monitor.beside("parts"))
    #expect(try written().map(\.action) == [.keySplit])
    for (number, pair) in [[0, 1], [2, 0], [1, 2]].enumerated() {
      let file = monitor.beside("joined-\(number).key")
      try KeyCare.join(pair.map { parts[$0] }, into: file)
      #expect(try care(.file(file.path)).place.openForReading() != nil)
    }
    #expect(throws: CryptographyError.sharesDiffer) {
      try KeyCare.join([parts[0], parts[0]], into: monitor.beside("x.key"))
    }
    #expect(throws: CryptographyError.keyFileExists(path: parts[0].path)) {
      try care().split(into: monitor.beside("parts"))
    }
  }

  @Test func `a new key takes the place of the old, which opens nothing any more`() throws {
    let before = try care().description()
    let oldFile = try #require(before.file)
    let kept = monitor.beside("kept.key")
    try FileManager.default.copyItem(atPath: oldFile, toPath: kept.path)
    let after = try care().rotate(into: nil)
    #expect(after.fingerprint != before.fingerprint)
    #expect(!FileManager.default.fileExists(atPath: oldFile))
    #expect(throws: StoreError.wrongKey(path: monitor.workspace.folder.path)) {
      try care(.file(kept.path)).place.open()
    }
    let entry = try #require(try written().first)
    #expect(entry.action == .keyRotated)
    #expect(entry.subject == "\(before.fingerprint) \(after.fingerprint)")
    guard case .intact(1, _) = try monitor.workspace.open().verifyAuditLog() else {
      Issue.record("the log is sealed with a key that was handed over")
      return
    }
    #expect(try care().rotate(into: nil).fingerprint != after.fingerprint)
  }

  @Test func `a change of key that stopped between the two files is told, and finished by the same command`() throws {
    let folder = monitor.workspace.folder
    let oldFile = try #require(try care().description().file)
    let old = try WorkspaceKey(contentsOf: oldFile)
    let new = try WorkspaceKey.random()
    try monitor.keys.add(new)
    let store = try Data(contentsOf: folder.appending(path: "zicht.sqlite"))
    try Workspace.changeKey(in: folder.path, from: old, to: new)
    try store.write(to: folder.appending(path: "zicht.sqlite"))
    #expect(throws: MonitoringError.self) { try monitor.workspace.open() }
    #expect(throws: MonitoringError.self) { try monitor.workspace.openForReading() }
    #expect(try care().rotate(into: nil).fingerprint == new.fingerprint)
    #expect(try monitor.workspace.open().deliveries().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: oldFile))
  }

  @Test func `an old key that stays beside the data after a change is in nobody's way`() throws {
    let beside = try putBesideData()
    let old = try Data(contentsOf: beside)
    _ = try care().rotate(into: nil)
    #expect(!FileManager.default.fileExists(atPath: beside.path))
    try old.write(to: beside)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: beside.path)
    #expect(try monitor.workspace.open().deliveries().isEmpty)
  }

  @Test func `a key in a file of the user's own stays the user's`() throws {
    let own = monitor.beside("own.key")
    let oldFile = try #require(try care().description().file)
    try FileManager.default.moveItem(atPath: oldFile, toPath: own.path)
    let new = monitor.beside("new.key")
    #expect(try care(.file(own.path)).rotate(into: new).file == new.path)
    #expect(FileManager.default.fileExists(atPath: own.path))
    #expect(try care(.file(new.path)).place.openForReading() != nil)
  }

  @Test func `a key that was filled in can be replaced`() throws {
    let digits = String(repeating: "0", count: 64)
    let folder = monitor.url.appending(path: "old")
    _ = try Workspace(at: folder.path, key: WorkspaceKey(hex: digits, place: "test"))
    let place = monitor.place(folder, .digits(digits, name: "ZICHT_KEY"))
    #expect(throws: CryptographyError.keyNotRandom(place: "ZICHT_KEY")) { try place.open() }
    _ = try KeyCare(place, keys: monitor.keys, on: MonitorOnDisk.noon).rotate(into: nil)
    #expect(try monitor.place(folder, .keys(monitor.keys)).open().deliveries().isEmpty)
  }

  @Test func `without a workspace there is no key to look after`() throws {
    let place = monitor.place(monitor.url.appending(path: "none"), .keys(monitor.keys))
    let care = KeyCare(place, keys: monitor.keys, on: MonitorOnDisk.noon)
    #expect(throws: MonitoringError.self) { try care.description() }
    #expect(throws: MonitoringError.self) { try care.rotate(into: nil) }
    #expect(throws: MonitoringError.self) { try care.wrap(passphrase: passphrase, into: nil) }
    #expect(!FileManager.default.fileExists(atPath: place.folder.path))
  }
}
