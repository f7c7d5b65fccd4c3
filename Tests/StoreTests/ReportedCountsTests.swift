import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct `Counts in the store` {
  let workspace: Workspace
  let monitor = Tiny.countMonitor()

  init() throws { workspace = try Workspace.inMemory(key: Tiny.key()) }

  @Test func `come back as they were received`() throws {
    guard case .taken(let summary) = try workspace.receive(Tiny.counts()) else {
      Issue.record("the delivery was not taken")
      return
    }
    #expect(summary.source == "west" && summary.period == "2019" && summary.version == 1 && summary.rowsTaken == 4)
    let delivery = try #require(try workspace.reportedDeliveries(for: monitor).first)
    #expect(delivery.summary == summary)
    #expect(delivery.counts == Tiny.counts())
    #expect(try workspace.reportedCounts(for: monitor) == [Tiny.counts()])
  }

  @Test func `stand beside records without being taken for them`() throws {
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    try workspace.receive(Tiny.counts())
    let notifications = try workspace.notifications(for: monitor)
    #expect(notifications.columns.rowCount == 1)
    #expect(notifications.deliveries.map(\.source) == ["north"])
    #expect(try workspace.deliveries().map(\.summary.source) == ["north", "west"])
    #expect(try workspace.reportedCounts(for: Tiny.monitor()) == [])
  }

  @Test func `never touch the vault`() throws {
    try workspace.receive(Tiny.counts())
    let filings = try workspace.vault.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM filing") }
    #expect(filings == 0)
  }

  @Test func `have versions, and only the last one counts`() throws {
    try workspace.receive(Tiny.counts(red: 3), checksum: "c")
    try workspace.receive(Tiny.counts(red: 5, isComplete: false), checksum: "d")
    #expect(try workspace.deliveries().map(\.status) == [.superseded, .complete])
    #expect(try workspace.reportedCounts(for: monitor) == [Tiny.counts(red: 5, isComplete: false)])
    let before = try workspace.contents()
    guard case .alreadyReceived(let known) = try workspace.receive(Tiny.counts(red: 3), checksum: "c") else {
      Issue.record("the older file took the place of the newer")
      return
    }
    #expect(known.version == 1)
    #expect(try workspace.contents() == before)
  }

  @Test func `are in the order of their periods, and the one before can be asked for`() throws {
    try workspace.receive(Tiny.counts(period: "2019"), checksum: "d")
    try workspace.receive(Tiny.counts(period: "2018"), checksum: "c")
    #expect(try workspace.reportedCounts(for: monitor).map(\.period) == ["2018", "2019"])
    let source = Tiny.countSource()
    #expect(try workspace.previousCounts(of: source, before: 2019, in: monitor)?.period == "2018")
    #expect(try workspace.previousCounts(of: source, before: 2018, in: monitor) == nil)
    #expect(try workspace.previousCounts(of: monitor.sources[0], before: 2019, in: monitor) == nil)
  }

  @Test func `that are withdrawn count no more, and the log says so`() throws {
    try workspace.receive(Tiny.counts())
    try workspace.withdraw(source: "west", period: "2019", occasion: Tiny.noon)
    #expect(try workspace.reportedCounts(for: monitor) == [])
    #expect(try workspace.auditEntries().map(\.action) == [.received, .withdrawn])
    #expect(try workspace.auditEntries().last?.subject == "west 2019 v1")
    try workspace.receive(Tiny.counts())
    #expect(try workspace.deliveries().map(\.summary.version) == [1, 2])
    guard case .intact = try workspace.verifyAuditLog() else {
      Issue.record("the audit log does not hold")
      return
    }
  }

  @Test func `keep what was said about them`() throws {
    let finding = Finding(
      rule: "total-mismatch", severity: .error, place: Finding.Place(file: "f", row: 9, column: "aantal"),
      message: LocalizedText("m"), remedy: LocalizedText("r"))
    try workspace.receive(Tiny.counts(), findings: [finding])
    let summary = try #require(try workspace.deliveries().first?.summary)
    #expect(try workspace.findings(of: summary).map(\.rule) == ["total-mismatch"])
    #expect(try workspace.setAsideRows(of: summary).map(\.sourceRow) == [9])
    #expect(try workspace.grounds(of: summary) == [])
  }

  @Test func `that are fewer than announced change nothing`() throws {
    let before = try workspace.contents()
    #expect(throws: StoreError.incomplete(announced: 5, received: 4)) {
      try workspace.receive(Tiny.counts(), announced: 5)
    }
    #expect(try workspace.contents() == before)
  }

  @Test func `are found under another order of words, and coded anew`() throws {
    try workspace.receive(Tiny.counts())
    let moved = Tiny.countMonitor(Tiny.countSource(words: ["groen", "rood"]))
    let words = try #require(try workspace.reportedCounts(for: moved).first).cells.map(\.place.words)
    #expect(words == [[1], [0], [nil], []])
  }

  @Test func `under a word or an axis that is gone are named, and of a table that is gone left out`() throws {
    try workspace.receive(Tiny.counts())
    let other = Tiny.countMonitor(Tiny.countSource(words: ["rood", "blauw"]))
    #expect(throws: StoreError.unknownWord(source: "west", period: "2019", table: "by-colour", word: "groen")) {
      try workspace.reportedCounts(for: other)
    }
    let changed = Tiny.countMonitor(Tiny.countSource(axis: "signs"))
    #expect(throws: StoreError.changedTable(source: "west", period: "2019", table: "by-colour")) {
      try workspace.reportedCounts(for: changed)
    }
    let fewer = Tiny.countMonitor(Tiny.countSource(tables: 1))
    #expect(try workspace.reportedCounts(for: fewer).first?.cells.count == 3)
  }

  @Test(arguments: [
    "UPDATE reportedCell SET number = 9", "DELETE FROM reportedCell",
    "INSERT INTO reportedCell VALUES (1, 9, 't', 2019, '{}', 'number', 1, 0)",
    "INSERT INTO reportedCell VALUES (2, 9, 't', 2019, '{}', 'number', 1, 0)",
    "UPDATE delivery SET isDeclaredComplete = 0 WHERE id = 1",
    "UPDATE delivery SET delivers = 'records', isDeclaredComplete = NULL WHERE id = 1",
    "INSERT INTO chunk VALUES (1, 0, 1, 1)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '[]', 'number', 1, 0)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '{}', 'number', NULL, NULL)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '{}', 'number', -1, 0)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '{}', 'notRecorded', 1, 0)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '{}', 'unknown', NULL, NULL)",
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 1, 1)",
    newDelivery + "INSERT INTO reportedCell VALUES (3, 9, 't', 2019, '{}', 'number', 1, 0);" + complete,
    newDelivery + "UPDATE delivery SET isDeclaredComplete = NULL WHERE id = 3",
  ])
  func `are guarded by the database itself`(sql: String) throws {
    try workspace.receive(Tiny.counts())
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    let before = try workspace.contents()
    #expect(throws: DatabaseError.self) { try workspace.database.write { try $0.execute(sql: sql) } }
    #expect(try workspace.contents() == before)
  }

  private static let newDelivery = """
    INSERT INTO delivery (
      receipt, source, period, version, fileName, checksum, receivedOn, status, delivers, isDeclaredComplete,
      rowsRead, rowsTaken, rowsSetAside, rowsMovedDown, codebookVersion, layout
    ) VALUES (randomblob(16), 'east', '2019', 1, 'f', '', '2020-01-02', 'receiving', 'counts', 1,
      0, 0, 0, 0, '1', '{"variables":[]}');
    """
  private static let complete =
    "UPDATE delivery SET status = 'complete', checksum = lower(hex(zeroblob(32))) WHERE id = 3"

  @Test func `can be completed when they are all there`() throws {
    try workspace.receive(Tiny.counts())
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    try workspace.database.write { try $0.execute(sql: Self.newDelivery + Self.complete) }
    #expect(try workspace.deliveries().count == 3)
  }
}
