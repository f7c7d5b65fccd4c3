import Cryptography
import Foundation
import Invented
import Model
import Monitoring
import Store
import Testing

/// Where a workspace lies and where its key comes from.
@Suite struct `The place of a workspace` {
  static let digits = "8f1c3b5e7a90d2466f4b8e1d0c3a597be2d4f60718293a4b5c6d7e8f90a1b2c3"
  private static let otherDigits = "03d7a1f9c25b8e640f93b7d81a2c4e6f58b0e9d3c7a1465f2e8d90b3c4f1a276"
  private let monitor: MonitorOnDisk
  private let folder: URL

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    folder = monitor.url.appending(path: "workspace")
  }

  private func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private func keyFiles() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: monitor.keys.folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "key" }
  }

  private func permissions(_ place: URL) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int)
  }

  @Test func `makes a key with the workspace, once, apart from it and for its owner only`() throws {
    let place = monitor.place(folder, .keys(monitor.keys))
    _ = try place.open()
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
    let file = try #require(try keyFiles().first)
    #expect(try file.lastPathComponent == WorkspaceKey(contentsOf: file.path).fingerprint + ".key")
    #expect(try permissions(file) == 0o600)
    #expect(try permissions(monitor.keys.folder) == 0o700)
    #expect(try permissions(folder) == 0o700)
    let key = try Data(contentsOf: file)
    _ = try place.open()
    #expect(try keyFiles() == [file])
    #expect(try Data(contentsOf: file) == key)
  }

  @Test func `has a key of its own, beside those of others`() throws {
    _ = try monitor.place(folder, .keys(monitor.keys)).open()
    let other = monitor.place(monitor.url.appending(path: "other"), .keys(monitor.keys))
    _ = try other.open()
    #expect(try keyFiles().count == 2)
    #expect(try other.openForReading() != nil)
  }

  @Test func `that several make at once has one key`() async throws {
    let place = monitor.place(folder, .keys(monitor.keys))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 { group.addTask { _ = try place.open() } }
      try await group.waitForAll()
    }
    #expect(try keyFiles().count == 1)
  }

  @Test func `with its key beside the data still opens, and says how to put it apart`() throws {
    let place = monitor.place(folder, .keys(monitor.keys))
    _ = try monitor.place(folder, .digits(Self.digits, name: "ZICHT_KEY")).open()
    #expect(place.advice == nil)
    try WorkspaceKey(hex: Self.digits, place: "test").write(to: folder.appending(path: "zicht.key").path)
    #expect(try place.open().deliveries().isEmpty)
    #expect(try place.openForReading()?.deliveries().isEmpty == true)
    #expect(
      place.advice?.nl
        == "De sleutel van deze werkmap ligt naast de gegevens: wie de map heeft, heeft alles. Zet hem apart met: zicht "
        + "key move")
  }

  @Test(arguments: [
    String(repeating: "0", count: 64), String(repeating: "07", count: 32),
    String(repeating: "0123456789abcdef", count: 4),
    (0..<32).map { String(format: "%02x", $0) }.joined(),
    (0..<32).map { String(format: "%02x", 255 - 3 * $0) }.joined(),
    "Een sleutel van letters, zo maar.".utf8.prefix(32).map { String(format: "%02x", $0) }.joined(),
    "3141592653589793238462643383279502884197169399375105820974944592",
  ])
  func `refuses a key that somebody filled in`(_ digits: String) throws {
    let place = monitor.place(folder, .digits(digits, name: "ZICHT_KEY"))
    #expect(throws: CryptographyError.keyNotRandom(place: "ZICHT_KEY")) { try place.open() }
    #expect(names() == [])
  }

  @Test func `keeps no key that was given`() throws {
    _ = try monitor.place(folder, .digits(Self.digits, name: "ZICHT_KEY")).open()
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
    let file = monitor.beside("elders.key")
    try WorkspaceKey(hex: Self.digits, place: "test").write(to: file.path)
    #expect(try monitor.place(folder, .file(file.path)).open().deliveries().isEmpty)
    #expect(try monitor.place(folder, .file(file.path)).openForReading()?.deliveries().isEmpty == true)
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
  }

  @Test(arguments: [nil, KeyPlace.digits(digits, name: "ZICHT_KEY")])
  func `that is not there is not made by looking`(_ key: KeyPlace?) throws {
    let before = try monitor.contents
    #expect(try monitor.place(folder, key ?? .keys(monitor.keys)).openForReading() == nil)
    #expect(try monitor.contents == before)
  }

  @Test func `is not changed by looking`() throws {
    let place = monitor.place(folder, .keys(monitor.keys))
    _ = try place.open()
    let before = try monitor.contents
    do { #expect(try place.openForReading()?.deliveries().isEmpty == true) }
    #expect(try monitor.contents == before)
  }

  @Test func `without its key is refused by whoever opens it, and gets no other`() throws {
    let place = monitor.place(folder, .keys(monitor.keys))
    _ = try place.open()
    let file = try #require(try keyFiles().first)
    try FileManager.default.removeItem(at: file)
    let refusal = MonitoringError.data(
      nl: "De sleutel \(file.path) ontbreekt; zonder die sleutel gaat de werkmap niet open. Wijs de sleutel aan met "
        + "--key-file.",
      en: "The key \(file.path) is missing; without it the workspace does not open. Point to the key with --key-file.")
    #expect(throws: refusal) { try place.open() }
    #expect(throws: refusal) { try place.openForReading() }
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
    #expect(try keyFiles().isEmpty)
  }

  @Test func `that cannot be made is said to be so`() throws {
    let place = monitor.place(URL(filePath: "/sys/zicht"), .keys(monitor.keys))
    let error = try #require(Result { try place.open() }.error as? MonitoringError)
    #expect(
      error.sentences(.en) == ["The workspace /sys/zicht cannot be made. Choose another folder with --workspace."])
  }

  @Test func `with the key of another is refused`() throws {
    _ = try monitor.place(folder, .digits(Self.digits, name: "ZICHT_KEY")).open()
    let other = monitor.place(folder, .digits(Self.otherDigits, name: "ZICHT_KEY"))
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try other.open() }
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try other.openForReading() }
  }
}
