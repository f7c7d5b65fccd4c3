import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct AuditLogTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.inMemory(key: Tiny.key())
    try workspace.receive([TinyRow(person: "p1")])
    try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    try workspace.record(.published, of: "edition 1", on: Tiny.noon)
  }

  /// Does what the triggers forbid.
  private func tamper(_ sql: String) throws {
    try workspace.database.write {
      try $0.execute(sql: "DROP TRIGGER auditEntryNeverChanges; DROP TRIGGER auditEntryStays")
      try $0.execute(sql: sql)
    }
  }

  @Test func `what happened is there in order, and the chain holds`() throws {
    let entries = try workspace.auditEntries()
    #expect(entries.map(\.number) == [1, 2, 3])
    #expect(entries.map(\.action) == [.received, .withdrawn, .published])
    #expect(entries[0].subject == "north 2019 v1 sha256:" + String(repeating: "a", count: 64))
    #expect(entries[2].subject == "edition 1")
    #expect(entries.allSatisfy { $0.occasion == Tiny.noon })
    guard case .intact(entries: 3, let head) = try workspace.verifyAuditLog() else {
      Issue.record("the chain does not hold")
      return
    }
    #expect(head.count == 64)
  }

  @Test(arguments: [
    "UPDATE auditEntry SET reason = 'another' WHERE id = 2", "DELETE FROM auditEntry",
    "INSERT INTO auditEntry SELECT 5, moment, actor, action, subject, reason, hash, randomblob(32), seal FROM auditEntry",
    "INSERT INTO auditEntry SELECT 4, moment, actor, action, subject, reason, hash, randomblob(32), seal FROM auditEntry",
  ])
  func `the database itself refuses changes, removals and entries out of line`(sql: String) throws {
    let before = try workspace.contents()
    #expect(throws: DatabaseError.self) { try workspace.database.write { try $0.execute(sql: sql) } }
    #expect(try workspace.contents() == before)
  }

  @Test(arguments: [
    ("UPDATE auditEntry SET reason = 'another' WHERE id = 2", 2),
    ("UPDATE auditEntry SET actor = 'another' WHERE id = 1", 1),
    ("UPDATE auditEntry SET moment = '2020-01-02T12:00:01Z' WHERE id = 3", 3),
    ("UPDATE auditEntry SET actor = subject, subject = actor WHERE id = 3", 3),
    ("DELETE FROM auditEntry WHERE id = 1", 1),
    ("DELETE FROM auditEntry WHERE id = 2", 2),
    ("UPDATE auditEntry SET seal = zeroblob(32) WHERE id = 2", 2),
  ])
  func `the first broken link is named`(sql: String, entry: Int) throws {
    try tamper(sql)
    #expect(try workspace.verifyAuditLog() == .broken(entry: entry))
  }

  @Test func `a chain that was made anew without the key is broken from its first link`() throws {
    let forger = try Workspace.inMemory(key: Tiny.key("9"))
    try forger.record(.published, of: "edition 1", on: Tiny.noon)
    let row = try #require(try forger.database.read { try Row.fetchOne($0, sql: "SELECT * FROM auditEntry") })
    try tamper("DELETE FROM auditEntry")
    try workspace.database.write {
      try $0.execute(
        sql: "INSERT INTO auditEntry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: StatementArguments(row.databaseValues))
    }
    #expect(try workspace.verifyAuditLog() == .broken(entry: 1))
  }

  @Test func `an empty log is intact`() throws {
    let verdict = try Workspace.inMemory(key: Tiny.key()).verifyAuditLog()
    #expect(verdict == .intact(entries: 0, head: String(repeating: "0", count: 64)))
  }

  @Test func `a day that does not exist is refused`() throws {
    for moment in ["2020-02-30T12:00:00Z", "2020-01-02T25:00:00Z"] {
      #expect(throws: StoreError.self) {
        try workspace.record(.published, of: "x", on: Occasion(moment: moment, actor: "a", reason: ""))
      }
    }
    for moment in ["2020-01-02", "2020-01-02 12:00:00", "2020-01-02T12:00:00+01:00", ""] {
      #expect(throws: StoreError.invalidMoment) {
        try workspace.record(.published, of: "x", on: Occasion(moment: moment, actor: "a", reason: ""))
      }
    }
  }
}
