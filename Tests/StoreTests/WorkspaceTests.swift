import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct WorkspaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open() throws -> Workspace { try Workspace(at: folder.path, key: Tiny.key()) }

  @Test func `a workspace keeps what it received when it is opened again`() throws {
    let outcome = try open().receive([TinyRow(person: "p1")])
    let again = try open()
    guard case .taken(let summary) = outcome else {
      Issue.record("the delivery was not taken")
      return
    }
    #expect(try again.deliveries().map(\.summary) == [summary])
  }

  @Test func `the folder is made where it is missing and only its owner can read what is in it`() throws {
    let path = folder.path + "/deep/down"
    let workspace = try Workspace(at: path, key: Tiny.key())
    try workspace.receive([TinyRow(person: "p1", lane: .identified, names: ["surname": "Kade"])])
    _ = try workspace.notifications(for: Tiny.monitor())
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(Set(files).isSuperset(of: ["zicht.sqlite", "identities.sqlite", "snapshot.columns"]))
    for file in files {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
    }
  }

  @Test func `another key is refused and does no harm`() throws {
    try open().receive([TinyRow(person: "p1")])
    #expect(throws: StoreError.wrongKey(path: folder.path)) { try Workspace(at: folder.path, key: Tiny.key("2")) }
    #expect(try open().deliveries().count == 1)
  }

  @Test func `a file in the place of the folder is said to be one`() throws {
    let path = folder.path(of: "file")
    try Data().write(to: URL(filePath: path))
    #expect(throws: StoreError.notAFolder(path: path)) { try Workspace(at: path, key: Tiny.key()) }
    #expect(throws: StoreError.notAFolder(path: path)) { try Workspace(at: path + "/inside", key: Tiny.key()) }
  }

  @Test(arguments: ["zicht.sqlite", "identities.sqlite"])
  func `a file that is no database is said to be damaged`(name: String) throws {
    try Data(repeating: 7, count: 40_000).write(to: URL(filePath: folder.path(of: name)))
    #expect(throws: StoreError.corrupt(path: folder.path)) { try open() }
  }

  @Test(arguments: ["zicht.sqlite", "identities.sqlite"])
  func `a workspace with one of its files gone is refused, and nothing is made in its place`(name: String) throws {
    try open().receive([TinyRow(person: "p1", lane: .identified, names: ["surname": "Kade"])])
    for file in folder.names where file.hasPrefix(name) {
      try FileManager.default.removeItem(atPath: folder.path(of: file))
    }
    #expect(throws: StoreError.fileMissing(path: folder.path, name: name)) { try open() }
    #expect(throws: StoreError.fileMissing(path: folder.path, name: name)) { try open() }
  }

  @Test(arguments: ["zicht.sqlite", "identities.sqlite"])
  func `a store of a later version is left alone`(name: String) throws {
    _ = try open()
    try DatabaseQueue(path: folder.path(of: name)).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('A sentence of tomorrow')")
    }
    #expect(throws: StoreError.newerSchema(path: folder.path)) { try open() }
  }

  @Test func `while another program receives, this one is told to wait and can read`() throws {
    let (one, two) = (try open(), try open())
    try one.receive([TinyRow(person: "p1")], period: "2018")
    let receiver = try one.begin()
    try receiver.append(Tiny.batch([TinyRow(person: "p2")]))
    #expect(throws: StoreError.locked(path: folder.path)) { _ = try two.begin() }
    #expect(try two.deliveries().count == 1)
    _ = try receiver.finish(Tiny.summary(rows: 1), findings: [])
    #expect(try two.deliveries().count == 2)
  }

  @Test func `a full disk stops a delivery and leaves the last good state`() throws {
    let workspace = try open()
    try workspace.receive([TinyRow(person: "p1")], period: "2018")
    let before = try workspace.contents()
    try workspace.database.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 10)")
    }
    let rows = (0..<20_000).map { TinyRow(person: "p\($0)") }
    #expect(throws: StoreError.diskFull(path: folder.path)) { try workspace.receive(rows) }
    #expect(try workspace.contents() == before)
    try workspace.receive([TinyRow(person: "p2")])
    #expect(try open().deliveries().count == 2)
  }

  @Test func `a full disk in the vault stops the delivery as a whole`() throws {
    let workspace = try open()
    let before = try workspace.contents()
    try workspace.vault.inDatabase { vault in
      let pages = try Int.fetchOne(vault, sql: "PRAGMA page_count") ?? 0
      try vault.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let rows = (0..<2_000).map { TinyRow(person: "p\($0)", lane: .identified, names: ["surname": "Kade"]) }
    #expect(throws: StoreError.diskFull(path: folder.path)) { try workspace.receive(rows) }
    #expect(try workspace.contents() == before)
  }

  @Test func `a folder in which nobody may write is said to be so`() {
    // The kernel's own folder: not even the administrator makes folders in it.
    #expect(throws: StoreError.folderReadOnly(path: "/sys/zicht")) { try Workspace(at: "/sys/zicht", key: Tiny.key()) }
  }
}
