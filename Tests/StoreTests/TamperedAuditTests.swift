import Cryptography
import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

/// Ways to change an audit log of fourteen entries, by somebody who can write in the files. Each is told at the next
/// opening, with the first entry that is wrong and what to do.
@Suite struct TamperedAuditTests {
  let folder: TemporaryFolder

  init() throws { folder = try SealedWorkspace.make(published: 10) }

  private static let copied = "moment, actor, action, subject, reason, previousHash"

  @Test(arguments: [
    ("who did it", "UPDATE auditEntry SET actor = 'nobody' WHERE id = 5", 5),
    ("a letter that looks the same", "UPDATE auditEntry SET actor = 't' || char(1077) || 'ster' WHERE id = 9", 9),
    (
      "the same letter, written otherwise", "UPDATE auditEntry SET subject = 'edition 3 e' || char(769) WHERE id = 8", 8
    ),
    (
      "what nobody sees behind the end of a text", "UPDATE auditEntry SET actor = actor || char(0, 120) WHERE id = 7", 7
    ),
    ("why, emptied", "UPDATE auditEntry SET reason = '' WHERE id = 6", 6),
    ("when", "UPDATE auditEntry SET moment = '2020-01-02T12:00:01Z' WHERE id = 14", 14),
    ("to what", "UPDATE auditEntry SET subject = replace(subject, '2018', '2017') WHERE id = 1", 1),
    ("what was done", "UPDATE auditEntry SET action = 'withdrawn' WHERE id = 3", 3),
    ("two words changed places", "UPDATE auditEntry SET actor = subject, subject = actor WHERE id = 11", 11),
    ("its link", "UPDATE auditEntry SET previousHash = zeroblob(32) WHERE id = 10", 10),
    ("its hash", "UPDATE auditEntry SET hash = randomblob(32) WHERE id = 10", 10),
    ("its seal", "UPDATE auditEntry SET seal = zeroblob(32) WHERE id = 10", 10),
    ("the seal of another", "UPDATE auditEntry SET seal = (SELECT seal FROM auditEntry WHERE id = 4) WHERE id = 5", 5),
    ("the first is gone", "DELETE FROM auditEntry WHERE id = 1", 1),
    ("one is gone", "DELETE FROM auditEntry WHERE id = 8", 8),
    ("some are gone", "DELETE FROM auditEntry WHERE id BETWEEN 5 AND 9", 5),
    ("the last has another number", "UPDATE auditEntry SET id = 15 WHERE id = 14", 14),
    (
      "the last twice",
      "INSERT INTO auditEntry SELECT 15, \(copied), randomblob(32), seal FROM auditEntry WHERE id = 14", 15
    ),
    (
      "one of before again",
      "INSERT INTO auditEntry SELECT 15, \(copied), randomblob(32), seal FROM auditEntry WHERE id = 4", 15
    ),
  ])
  func `what was changed is told with its entry`(what: String, change: String, entry: Int) throws {
    try folder.tamper("zicht", change)
    try expectTold(.auditBroken(path: folder.path, entry: entry), says: ["Entry \(entry) of the audit log"])
  }

  @Test func `entries that changed places, or were numbered anew around a gap, are told`() throws {
    let before = try folder.bytes(of: "zicht.sqlite")
    try folder.tamper("zicht") {
      for (from, to) in [(5, 99), (6, 5), (99, 6)] {
        try $0.execute(sql: "UPDATE auditEntry SET id = ? WHERE id = ?", arguments: [to, from])
      }
    }
    try expectTold(.auditBroken(path: folder.path, entry: 5), says: ["Entry 5"])
    try before.write(to: URL(filePath: folder.path(of: "zicht.sqlite")))
    try folder.tamper("zicht") {
      try $0.execute(sql: "DELETE FROM auditEntry WHERE id = 8")
      for id in 9...14 {
        try $0.execute(sql: "UPDATE auditEntry SET id = ? WHERE id = ?", arguments: [id - 1, id])
      }
    }
    try expectTold(.auditBroken(path: folder.path, entry: 8), says: ["Entry 8"])
  }

  @Test(arguments: [("the last", 13), ("the last ten", 4), ("all", 0)])
  func `an end that was cut off is told`(what: String, left: Int) throws {
    try folder.tamper("zicht", "DELETE FROM auditEntry WHERE id > \(left)")
    try expectTold(
      .auditCut(path: folder.path, entries: left, known: 14), says: ["has \(left) entries", "head of entry 14"])
  }

  @Test(arguments: [
    "UPDATE auditHead SET entry = 4", "UPDATE auditHead SET seal = zeroblob(32)",
    "UPDATE auditHead SET entry = 4, hash = (SELECT hash FROM log.auditEntry WHERE id = 4)",
  ])
  func `a head that was changed with the log is told`(change: String) throws {
    try folder.tamper("zicht", "DELETE FROM auditEntry WHERE id > 4")
    // Another file cannot be attached from within a transaction.
    let queue = try DatabaseQueue(path: folder.path(of: "identities.sqlite"))
    try queue.inDatabase {
      try $0.execute(sql: "ATTACH DATABASE ? AS log", arguments: [folder.path(of: "zicht.sqlite")])
      try $0.execute(sql: change)
    }
    try queue.close()
    let error = try #require(throws: StoreError.self) { try Workspace(reading: folder.path, key: Tiny.key()) }
    guard case .auditCut(_, entries: 4, _) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(error.message.en.contains("put the whole workspace back from a backup"))
  }

  @Test func `a head that was taken away with the end of the log is told`() throws {
    try folder.tamper("zicht", "DELETE FROM auditEntry WHERE id > 4")
    try folder.tamper("identities", "DELETE FROM auditHead")
    try expectTold(
      .filesDisagree(path: folder.path, older: .vault), says: ["identities.sqlite is of an earlier moment"],
      remedy: "Put the whole workspace back from a backup")
  }

  /// The seal on an earlier head fits: it was made with the key.
  @Test func `an earlier head that was put back with a log cut to fit is told by what was received since`() throws {
    let earlier = try DatabaseQueue(path: folder.path(of: "identities.sqlite")).read {
      try Row.fetchOne($0, sql: "SELECT * FROM auditHead")
    }
    try Workspace(at: folder.path, key: Tiny.key()).receive([TinyRow(person: "q")], of: "south", checksum: "d")
    try folder.tamper("zicht", "DELETE FROM auditEntry WHERE id > 14")
    try folder.tamper("identities") {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO auditHead VALUES (?, ?, ?, ?)",
        arguments: StatementArguments(try #require(earlier).databaseValues))
    }
    try expectTold(
      .auditSilent(path: folder.path, delivery: "south 2019 v1"), says: ["does not say that the delivery south 2019 v1"]
    )
  }

  @Test func `a log that was made anew without the key is told at its first changed entry`() throws {
    try remake(from: 3, sealedWith: nil)
    try expectTold(.auditBroken(path: folder.path, entry: 3), says: ["Entry 3"])
  }

  @Test func `a log that was made anew with the key is told by the head in the other file`() throws {
    try remake(from: 6, sealedWith: Workspace(at: folder.path, key: Tiny.key()).auditKey)
    try expectTold(.auditCut(path: folder.path, entries: 14, known: 14), says: ["made anew"])
  }

  @Test func `a log and its head that were made anew with the key are told by a head that was kept elsewhere`() throws {
    let kept = try Workspace(at: folder.path, key: Tiny.key()).verify(against: []).anchor
    let key = try Workspace(at: folder.path, key: Tiny.key()).auditKey
    try remake(from: 6, sealedWith: key)
    try folder.tamper("identities", "DELETE FROM auditHead")
    try folder.tamper("identities") { vault in
      let head = try DatabaseQueue(path: folder.path(of: "zicht.sqlite")).read { try AuditHead.current(in: $0) }
      let seal = key.tag(of: head.message)
      try vault.execute(
        sql: "INSERT INTO auditHead VALUES (1, ?, ?, ?)", arguments: [head.entry, Data(head.hash), Data(seal)])
    }
    let made = try Workspace(reading: folder.path, key: Tiny.key())
    #expect(throws: StoreError.auditCut(path: folder.path, entries: 14, known: 14)) { try made.verify(against: [kept]) }
    let later = AuditAnchor(entry: 19, head: kept.head)
    #expect(throws: StoreError.auditCut(path: folder.path, entries: 14, known: 19)) {
      try made.verify(against: [later])
    }
  }

  @Test(arguments: [1, 14, 15], ["1", "9"])
  func `an entry of the log of another workspace is told`(place: Int, key: String) throws {
    let stranger = try TemporaryFolder()
    try Workspace(at: stranger.path, key: Tiny.key(key)).record(.published, of: "edition", on: Tiny.noon)
    try folder.tamper("zicht") {
      let queue = try DatabaseQueue(path: stranger.path(of: "zicht.sqlite"))
      let row = try #require(try queue.read { try Row.fetchOne($0, sql: "SELECT * FROM auditEntry") })
      try $0.execute(sql: "DELETE FROM auditEntry WHERE id = ?", arguments: [place])
      try $0.execute(
        sql: "INSERT INTO auditEntry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: StatementArguments([place.databaseValue] + row.databaseValues.dropFirst()))
    }
    // A first entry that was sealed with this key is a first entry; the second does not follow it.
    let told = place == 1 && key == "1" ? 2 : place
    try expectTold(.auditBroken(path: folder.path, entry: told), says: ["Entry \(told)"])
  }

  /// Changes who did an entry, and makes every link from there on anew.
  private func remake(from entry: Int, sealedWith key: AuthenticationKey?) throws {
    try folder.tamper("zicht") { database in
      try database.execute(sql: "UPDATE auditEntry SET actor = 'nobody' WHERE id = ?", arguments: [entry])
      var previous = try Data.fetchOne(
        database, sql: "SELECT hash FROM auditEntry WHERE id = ?", arguments: [entry - 1]
      ).map { Array($0) }
      for row in try Row.fetchAll(
        database, sql: "SELECT * FROM auditEntry WHERE id >= ? ORDER BY id", arguments: [entry])
      {
        let hash = AuditLine(row).hash(number: row["id"], after: previous ?? AuditLine.firstLink)
        try database.execute(
          sql: "UPDATE auditEntry SET previousHash = ?, hash = ?, seal = coalesce(?, seal) WHERE id = ?",
          arguments: [
            Data(previous ?? AuditLine.firstLink), Data(hash), key.map { Data($0.tag(of: hash)) }, row["id"] as Int,
          ])
        previous = hash
      }
    }
  }

  private func expectTold(
    _ error: StoreError, says parts: [String], remedy: String = "put the whole workspace back from a backup",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(throws: error, sourceLocation: sourceLocation) { try Workspace(reading: folder.path, key: Tiny.key()) }
    #expect(throws: error, sourceLocation: sourceLocation) { try Workspace(at: folder.path, key: Tiny.key()) }
    for part in parts + [remedy] {
      #expect(error.message.en.contains(part), "\(error.message.en)", sourceLocation: sourceLocation)
    }
  }
}
