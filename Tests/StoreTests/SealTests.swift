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
    folder = try TemporaryFolder()
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    for (period, digit) in [("2018", "a"), ("2019", "b")] {
      try workspace.receive(
        (0..<40).map {
          TinyRow(
            person: "p\($0)", colour: $0.isMultiple(of: 3) ? "red" : "blue", lane: .identified,
            names: ["surname": "Naam\($0)"])
        }, period: period, checksum: digit)
    }
    try workspace.receive(Tiny.counts())
    try workspace.withdraw(source: "north", period: "2018", occasion: Tiny.noon)
  }

  private func open() throws -> Workspace { try Workspace(at: folder.path, key: Tiny.key()) }

  /// Everything that can be read of a workspace, or the error that says why it cannot.
  private func answer(in folder: TemporaryFolder) -> Result<String, StoreError> {
    Result { () throws(StoreError) in
      let workspace = try Workspace(reading: folder.path, key: try! Tiny.key())
      _ = try workspace.verify(against: [])
      let notifications = try workspace.notifications(for: Tiny.monitor())
      let deliveries = try workspace.deliveries()
      let counts = try workspace.reportedCounts(for: Tiny.countMonitor())
      let entries = try workspace.auditEntries()
      return "\(notifications.columns) \(notifications.deliveries) \(deliveries) \(counts) \(entries)"
    }
  }

  @Test(arguments: ["zicht.sqlite", "identities.sqlite"])
  func `a flipped bit is told, or nothing that is read has changed`(name: String) throws {
    let right = try answer(in: folder).get()
    var generator = SplitMix(seed: 41)
    let bytes = try folder.bytes(of: name)
    let rows = try open().database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM chunkColumn") ?? 0 }
    #expect(rows > 0)
    var told = 0
    for _ in 0..<150 {
      let copy = try folder.asLeftByAKill()
      var flipped = bytes
      flipped[Int.random(in: 0..<flipped.count, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try flipped.write(to: URL(filePath: copy.path(of: name)))
      switch answer(in: copy) {
      case .success(let answer): #expect(answer == right)
      case .failure: told += 1
      }
    }
    #expect(told > 0)
  }

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
    try tamper("zicht", change)
    guard case .failure(let error) = answer(in: folder) else {
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
    try tamper("identities", change)
    #expect(throws: StoreError.damagedDetails(path: folder.path)) { try open().verify(against: []) }
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

  @Test(arguments: [
    ("DELETE FROM auditEntry WHERE id = 4", StoreError.auditCut(path: "", entries: 3, known: 4)),
    ("DELETE FROM auditEntry WHERE id > 1", .auditCut(path: "", entries: 1, known: 4)),
    ("DELETE FROM auditEntry", .auditCut(path: "", entries: 0, known: 4)),
    ("DELETE FROM auditEntry WHERE id = 2", .auditBroken(path: "", entry: 2)),
    ("UPDATE auditEntry SET actor = 'nobody' WHERE id = 3", .auditBroken(path: "", entry: 3)),
    ("UPDATE auditEntry SET moment = '2020-01-02T12:00:01Z' WHERE id = 4", .auditBroken(path: "", entry: 4)),
  ])
  func `a log that was changed or cut short is told at the next opening`(change: String, error: StoreError) throws {
    try tamper("zicht", change)
    #expect(throws: error.at(folder.path)) { try open() }
    #expect(throws: error.at(folder.path)) { try Workspace(reading: folder.path, key: Tiny.key()) }
  }

  @Test func `a log that was made anew with the key is told by a head that was kept elsewhere`() throws {
    let kept = try open().verify(against: []).anchor
    let other = try TemporaryFolder()
    do {
      let workspace = try Workspace(at: other.path, key: Tiny.key())
      for digit in ["1", "2", "3", "4", "5"] { try workspace.receive([TinyRow(person: "p")], checksum: digit) }
    }
    let made = try Workspace(at: other.path, key: Tiny.key())
    #expect(throws: StoreError.auditCut(path: other.path, entries: 5, known: 4)) { try made.verify(against: [kept]) }
    let later = AuditAnchor(entry: 9, head: kept.head)
    #expect(throws: StoreError.auditCut(path: other.path, entries: 5, known: 9)) { try made.verify(against: [later]) }
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

  /// Does what the triggers forbid, with an open file of its own.
  private func tamper(_ file: String, _ change: String) throws {
    let queue = try DatabaseQueue(path: folder.path(of: "\(file).sqlite"))
    try queue.inDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try database.execute(sql: change)
      #expect(database.changesCount > 0, "the test changes nothing")
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }
}

extension StoreError {
  /// The same error about another workspace.
  fileprivate func at(_ path: String) -> StoreError {
    switch self {
    case .auditCut(_, let entries, let known): .auditCut(path: path, entries: entries, known: known)
    case .auditBroken(_, let entry): .auditBroken(path: path, entry: entry)
    default: self
    }
  }
}
