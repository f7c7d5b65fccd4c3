import Foundation
import GRDB
import Invented
@testable import Model
import Testing

@testable import Store

/// What is read is what was received, or it is said that it is not.
@Suite struct SealTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try SealedWorkspace.make()
  }

  private func open() throws -> Workspace { try Workspace(at: folder.path, key: Tiny.key()) }

  /// Changes a value behind the back of the program, and every index with it.
  @Test(arguments: [
    "UPDATE chunkColumn SET bytes = zeroblob(length(bytes)) WHERE variable = 'colour'",
    "UPDATE chunkColumn SET bytes = zeroblob(length(bytes)) WHERE variable = '@person'",
    "DELETE FROM columnSeal WHERE variable = 'colour'",
    "UPDATE delivery SET codebookVersion = 'other' WHERE period = '2019'",
    "UPDATE delivery SET rowsTaken = rowsTaken - 1 WHERE period = '2019'",
    "UPDATE delivery SET seal = NULL WHERE period = '2019'",
    "UPDATE reportedCell SET number = number + 1 WHERE answer = 'number'",
    "UPDATE reportedCell SET answer = 'notDelivered' WHERE answer = 'notRecorded'",
    "DELETE FROM reportedCell WHERE sourceRow = (SELECT max(sourceRow) FROM reportedCell)",
    "UPDATE chunk SET firstSourceRow = firstSourceRow + 1",
  ])
  func `what was changed in the database is told when it is opened or read`(change: String) throws {
    try folder.tamper("zicht", change)
    guard case .failure(let error) = SealedWorkspace.answer(in: folder) else {
      Issue.record("nobody noticed: \(change)")
      return
    }
    let isTold =
      switch error {
      case .damaged, .corrupt: true
      default: false
      }
    #expect(isTold, "\(error)")
  }

  @Test(arguments: [
    "DELETE FROM identity WHERE personId = 3", "UPDATE identity SET sealed = zeroblob(60) WHERE personId = 3",
    "UPDATE identity SET sourceRow = sourceRow + 100 WHERE personId = 3",
    "UPDATE person SET wrappedKey = zeroblob(72) WHERE id = 3", "UPDATE filing SET identities = 39",
  ])
  func `what was changed in the vault is told when all is looked at`(change: String) throws {
    try folder.tamper("identities", change)
    #expect(throws: StoreError.damagedDetails(path: folder.path)) { try open().verify(against: []) }
  }

  @Test func `a seal that was taken away is not made again for what lies there now`() throws {
    try folder.tamper("zicht", "UPDATE reportedCell SET number = number + 1 WHERE answer = 'number'")
    try folder.tamper("zicht", "UPDATE delivery SET seal = NULL WHERE source = 'west'")
    #expect(throws: StoreError.damaged(path: folder.path, delivery: "west 2019 v1")) { try open() }
    try folder.tamper("identities", "DELETE FROM auditHead")
    #expect(throws: StoreError.damaged(path: folder.path, delivery: "west 2019 v1")) { try open() }
  }

  @Test func `one file of an earlier moment than the other is told, whichever it is`() throws {
    let before = try folder.asLeftByAKill()
    try open().receive(
      [TinyRow(person: "q", lane: .identified, names: ["surname": "Later"])], of: "south", checksum: "d")
    for (name, older) in [("identities.sqlite", StoreFile.vault), ("zicht.sqlite", .database)] {
      let mixed = try folder.asLeftByAKill()
      try before.bytes(of: name).write(to: URL(filePath: mixed.path(of: name)))
      let error = older == .vault ? StoreError.filesDisagree(path: mixed.path, older: older) : nil
      if let error {
        #expect(throws: error) { try Workspace(at: mixed.path, key: Tiny.key()) }
      } else {
        // The vault knows a later head of the audit log than this database has.
        #expect(throws: StoreError.auditCut(path: mixed.path, entries: 4, known: 5)) {
          try Workspace(at: mixed.path, key: Tiny.key())
        }
      }
    }
  }

  @Test func `a clock that was set back is told`() throws {
    let earlier = Occasion(moment: "2019-12-31T23:59:59Z", actor: "tester", reason: "a test")
    try open().record(.published, of: "edition", on: earlier)
    #expect(try open().verify(against: []).earlierThanBefore == [5])
  }

  @Test func `a head is written and read back, and nothing else is taken for one`() {
    let anchor = AuditAnchor(entry: 12, head: String(repeating: "0a", count: 32))
    #expect(AuditAnchor(anchor.description) == anchor)
    for text in ["", "12", "12:", "x:" + anchor.head, "-1:" + anchor.head, "12:" + anchor.head + "0", anchor.head] {
      #expect(AuditAnchor(text) == nil)
    }
  }

  @Test func `an erasure is repeated on a vault from before it`() throws {
    let before = try folder.asLeftByAKill()
    let index = try open().blindIndex(ofPersonKey: "p4")
    try open().erasePerson(index, occasion: Tiny.noon)
    try before.bytes(of: "identities.sqlite").write(to: URL(filePath: folder.path(of: "identities.sqlite")))
    let workspace = try open()
    #expect(throws: StoreError.erasedPerson) { try workspace.identity(of: index, occasion: Tiny.noon) }
    #expect(try workspace.verify(against: []).details == 78)
  }

  @Test func `a whole workspace verifies, with what it holds`() throws {
    let contents = try open().verify(against: [])
    #expect((contents.deliveries, contents.rows, contents.details) == (3, 84, 80))
    #expect(contents.anchor.entry == 4)
    #expect(try open().verify(against: [contents.anchor]) == contents)
  }

  @Test func `what others could read is closed to them`() throws {
    chmod(folder.path, 0o755)
    chmod(folder.path(of: "zicht.sqlite"), 0o644)
    _ = try open()
    for (place, mode) in [(folder.path, 0o700), (folder.path(of: "zicht.sqlite"), 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: place)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }

  @Test func `a commit is on the disk before it is answered`() throws {
    let workspace = try open()
    for file in [workspace.database, workspace.vault] {
      #expect(try file.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
      #expect(try file.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }
  }

  @Test func `a medium that is only read is read, and what was left half on it is told`() throws {
    let workspace = try Workspace(reading: folder.path, isWritable: false, key: Tiny.key())
    #expect(try workspace.deliveries().count == 3)
    #expect(folder.names == ["identities.sqlite", "zicht.sqlite"])
    let writer = try open()
    let receiver = try writer.begin()
    try writer.database.inDatabase { try $0.execute(sql: "PRAGMA user_version = 0") }
    receiver.abandon()
    try writer.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    let killed = try folder.asLeftByAKill()
    #expect(throws: StoreError.unfinished(path: killed.path)) {
      try Workspace(reading: killed.path, isWritable: false, key: Tiny.key())
    }
  }
}
