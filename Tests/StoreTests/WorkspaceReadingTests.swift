import Foundation
import GRDB
import Model
import Testing

@testable import Store

/// Looking into a workspace changes nothing in it.
@Suite struct `A workspace opened to look` {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Workspace(at: folder.path, key: Tiny.key()).receive(
      [TinyRow(person: "p1", lane: .identified, names: ["surname": "Kade"]), TinyRow(person: "p2", colour: "blue")])
  }

  private func look(at path: String? = nil) throws -> Workspace {
    try Workspace(reading: path ?? folder.path, key: Tiny.key())
  }

  private func contents(of folder: TemporaryFolder) throws -> [String: Data] {
    Dictionary(uniqueKeysWithValues: try folder.names.map { ($0, try folder.bytes(of: $0)) })
  }

  @Test func `says what was received and leaves every byte alone, snapshot included`() throws {
    let before = try contents(of: folder)
    #expect(before.keys.sorted() == ["identities.sqlite", "zicht.sqlite"])
    do {
      let workspace = try look()
      #expect(try workspace.deliveries().map(\.summary.period) == ["2019"])
      #expect(try workspace.notifications(for: Tiny.monitor()).columns["colour"] == .category([4, 6]))
    }
    #expect(try contents(of: folder) == before)
  }

  @Test func `reads a snapshot that a writer left, and leaves it alone`() throws {
    _ = try Workspace(at: folder.path, key: Tiny.key()).notifications(for: Tiny.monitor())
    let before = try contents(of: folder)
    #expect(before["snapshot.columns"] != nil)
    #expect(try look().notifications(for: Tiny.monitor()).columns["colour"] == .category([4, 6]))
    #expect(try contents(of: folder) == before)
  }

  @Test func `refuses whatever would write`() throws {
    let before = try contents(of: folder)
    do {
      let workspace = try look()
      let refusal = StoreError.folderReadOnly(path: folder.path)
      #expect(throws: refusal) { try workspace.receive([TinyRow(person: "p3")]) }
      #expect(throws: refusal) { try workspace.receive(Tiny.counts()) }
      #expect(throws: refusal) { try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon) }
      let person = workspace.blindIndex(ofPersonKey: "p1")
      #expect(throws: refusal) { try workspace.identity(of: person, occasion: Tiny.noon) }
      #expect(throws: refusal) { try workspace.erasePerson(person, occasion: Tiny.noon) }
      #expect(try workspace.deliveries().count == 1)
    }
    #expect(try contents(of: folder) == before)
  }

  @Test func `reads what a killed program left in its log, and leaves it there`() throws {
    let writer = try Workspace(at: folder.path, key: Tiny.key())
    try writer.receive([TinyRow(person: "p3", year: 2018)], period: "2018")
    let killed = try folder.asLeftByAKill()
    let before = try contents(of: killed)
    #expect(try #require(before["zicht.sqlite-wal"]).count > 0)
    #expect(try look(at: killed.path).deliveries().map(\.summary.period) == ["2018", "2019"])
    let after = try contents(of: killed).filter { !$0.key.hasSuffix("-shm") }
    #expect(after == before.filter { !$0.key.hasSuffix("-shm") })
    withExtendedLifetime(writer) {}
  }

  @Test func `while another receives sees the state before`() throws {
    let writer = try Workspace(at: folder.path, key: Tiny.key())
    let receiver = try writer.begin()
    try receiver.append(Tiny.batch([TinyRow(person: "p3")]))
    let reader = try look()
    #expect(try reader.deliveries().map(\.summary.version) == [1])
    _ = try receiver.finish(Tiny.summary(rows: 1, checksum: "b"), findings: [])
    #expect(try reader.deliveries().map(\.summary.version) == [1, 2])
  }

  @Test func `is not made where there is none, nor with another key`() throws {
    let empty = try TemporaryFolder()
    #expect(throws: StoreError.fileMissing(path: empty.path, name: "zicht.sqlite")) { try look(at: empty.path) }
    #expect(empty.names == [])
    #expect(throws: StoreError.wrongKey(path: folder.path)) {
      try Workspace(reading: folder.path, key: Tiny.key("2"))
    }
    try FileManager.default.removeItem(atPath: folder.path(of: "identities.sqlite"))
    #expect(throws: StoreError.fileMissing(path: folder.path, name: "identities.sqlite")) { try look() }
    #expect(folder.names == ["zicht.sqlite"])
  }

  @Test func `of an earlier version is not brought up to date by looking`() throws {
    for name in ["zicht.sqlite", "identities.sqlite"] {
      let file = try DatabaseQueue(path: folder.path(of: name))
      try file.write {
        try $0.execute(
          sql: "DELETE FROM grdb_migrations WHERE rowid = (SELECT max(rowid) FROM grdb_migrations)")
      }
      try file.close()
    }
    let before = try contents(of: folder)
    let refusal = StoreError.olderSchema(path: folder.path)
    #expect(throws: refusal) { try look() }
    #expect(try contents(of: folder) == before)
    #expect(
      refusal.message.en
        == "The store in \(folder.path) is of an earlier version of this program. Bring it up to date with zicht build."
    )
  }
}
