import Cryptography
import Foundation
import Invented
import Model
import Monitoring
import Store
import Testing

/// Where a workspace lies and where its key comes from.
@Suite struct `The place of a workspace` {
  private static let digits = String(repeating: "1", count: 64)
  private let monitor: MonitorOnDisk
  private let folder: URL

  init() throws {
    monitor = try MonitorOnDisk(SmallMonitor.files)
    folder = monitor.url.appending(path: "workspace")
  }

  private func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test func `makes a key with the workspace, once`() throws {
    let place = WorkspacePlace(folder, key: .workspace)
    _ = try place.open()
    #expect(names() == ["identities.sqlite", "zicht.key", "zicht.sqlite"])
    let key = try Data(contentsOf: folder.appending(path: "zicht.key"))
    _ = try place.open()
    #expect(try Data(contentsOf: folder.appending(path: "zicht.key")) == key)
  }

  @Test func `keeps no key that was given`() throws {
    _ = try WorkspacePlace(folder, key: .digits(Self.digits, name: "ZICHT_KEY")).open()
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
    let file = monitor.beside("elders.key")
    try WorkspaceKey(hex: Self.digits, place: "test").write(to: file.path)
    #expect(try WorkspacePlace(folder, key: .file(file.path)).open().deliveries().isEmpty)
    #expect(try WorkspacePlace(folder, key: .file(file.path)).openForReading()?.deliveries().isEmpty == true)
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
  }

  @Test(arguments: [KeyPlace.workspace, .digits(String(repeating: "1", count: 64), name: "ZICHT_KEY")])
  func `that is not there is not made by looking`(_ key: KeyPlace) throws {
    let before = try monitor.contents
    #expect(try WorkspacePlace(folder, key: key).openForReading() == nil)
    #expect(try monitor.contents == before)
  }

  @Test func `is not changed by looking`() throws {
    let place = WorkspacePlace(folder, key: .workspace)
    _ = try place.open()
    let before = try monitor.contents
    do { #expect(try place.openForReading()?.deliveries().isEmpty == true) }
    #expect(try monitor.contents == before)
  }

  @Test func `without its key is refused by whoever opens it, and gets no other`() throws {
    let place = WorkspacePlace(folder, key: .workspace)
    _ = try place.open()
    let file = folder.appending(path: "zicht.key")
    try FileManager.default.removeItem(at: file)
    let refusal = MonitoringError.data(
      nl: "De sleutel \(file.path) ontbreekt; zonder die sleutel gaat de werkmap niet open. Wijs de sleutel aan met "
        + "--key-file.",
      en: "The key \(file.path) is missing; without it the workspace does not open. Point to the key with --key-file.")
    #expect(throws: refusal) { try place.open() }
    #expect(throws: refusal) { try place.openForReading() }
    #expect(names() == ["identities.sqlite", "zicht.sqlite"])
  }

  @Test func `that cannot be made is said to be so`() throws {
    let place = WorkspacePlace(URL(filePath: "/sys/zicht"), key: .workspace)
    let error = try #require(Result { try place.open() }.error as? MonitoringError)
    #expect(
      error.sentences(.en) == ["The workspace /sys/zicht cannot be made. Choose another folder with --workspace."])
  }

  @Test func `with the key of another is refused`() throws {
    _ = try WorkspacePlace(folder, key: .digits(Self.digits, name: "ZICHT_KEY")).open()
    let other = WorkspacePlace(folder, key: .digits(String(repeating: "2", count: 64), name: "ZICHT_KEY"))
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try other.open() }
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try other.openForReading() }
  }
}
