import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct DeliveryReceiverTests {
  let workspace: Workspace
  let monitor = Tiny.monitor()

  init() throws { workspace = try Workspace.inMemory(key: Tiny.key()) }

  @Test func `a finished delivery is there with its totals and its first version`() throws {
    let outcome = try workspace.receive([TinyRow(person: "p1"), TinyRow(person: "p2")], aside: 1)
    guard case .taken(let summary) = outcome else {
      Issue.record("the delivery was not taken")
      return
    }
    #expect(summary.version == 1)
    #expect(summary.source == "north")
    #expect(summary.rowsTaken == 2 && summary.rowsSetAside == 1)
    let history = try workspace.deliveries()
    #expect(history.map(\.summary) == [summary])
    #expect(history.map(\.status) == [.complete])
    #expect(history.map(\.receivedOn) == ["2020-01-02"])
  }

  @Test func `the same file again changes nothing`() throws {
    try workspace.receive([TinyRow(person: "p1")])
    let before = try workspace.contents()
    guard case .alreadyReceived(let first) = try workspace.receive([TinyRow(person: "p1")]) else {
      Issue.record("the file was taken twice")
      return
    }
    #expect(first.version == 1)
    #expect(try workspace.contents() == before)
  }

  @Test func `another file is a new version and the old one stays as superseded`() throws {
    try workspace.receive([TinyRow(person: "p1")])
    try workspace.receive([TinyRow(person: "p1"), TinyRow(person: "p2")], checksum: "b")
    let history = try workspace.deliveries()
    #expect(history.map(\.summary.version) == [1, 2])
    #expect(history.map(\.status) == [.superseded, .complete])
    #expect(try workspace.notifications(for: monitor).columns.rowCount == 2)
  }

  @Test func `an older file that was superseded does not come back by being sent again`() throws {
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    try workspace.receive([TinyRow(person: "p2")], checksum: "b")
    guard case .alreadyReceived(let old) = try workspace.receive([TinyRow(person: "p1")], checksum: "a") else {
      Issue.record("the older file took the place of the newer")
      return
    }
    #expect(old.version == 1)
  }

  @Test func `withdrawing keeps the history and brings no earlier version back`() throws {
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    try workspace.receive([TinyRow(person: "p2")], checksum: "b")
    try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    #expect(try workspace.deliveries().map(\.status) == [.superseded, .withdrawn])
    #expect(try workspace.notifications(for: monitor).columns.rowCount == 0)
    #expect(throws: StoreError.noCurrentDelivery(source: "north", period: "2019")) {
      try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    }
    try workspace.receive([TinyRow(person: "p1")], checksum: "a")
    #expect(try workspace.deliveries().map(\.status) == [.superseded, .withdrawn, .complete])
  }

  @Test func `other periods and sources are not touched by a new version`() throws {
    try workspace.receive([TinyRow(person: "p1")], period: "2018")
    try workspace.receive([TinyRow(person: "p1")], of: "south")
    try workspace.receive([TinyRow(person: "p2")], checksum: "b")
    #expect(try workspace.deliveries().allSatisfy { $0.status == .complete && $0.summary.version == 1 })
  }

  @Test func `an abandoned delivery leaves nothing`() throws {
    let before = try workspace.contents()
    let receiver = try workspace.begin()
    try receiver.append(Tiny.batch([TinyRow(person: "p1", lane: .identified, names: ["surname": "Kade"])]))
    receiver.abandon()
    #expect(try workspace.contents() == before)
  }

  @Test func `a receiver that is let go leaves nothing`() throws {
    let before = try workspace.contents()
    do {
      let receiver = try workspace.begin()
      try receiver.append(Tiny.batch([TinyRow(person: "p1")]))
    }
    #expect(try workspace.contents() == before)
  }

  @Test func `rows that were announced and did not come are an error and leave nothing`() throws {
    let before = try workspace.contents()
    let receiver = try workspace.begin()
    try receiver.append(Tiny.batch([TinyRow(person: "p1")]))
    #expect(throws: StoreError.incomplete(announced: 2, received: 1)) {
      try receiver.finish(Tiny.summary(rows: 2), findings: [])
    }
    #expect(try workspace.contents() == before)
  }

  @Test func `batches that do not carry the same columns are an error`() throws {
    let receiver = try workspace.begin()
    try receiver.append(Tiny.batch([TinyRow(person: "p1")]))
    #expect(throws: StoreError.uneven(variable: "shade")) {
      try receiver.append(
        Tiny.batch([TinyRow(person: "p2")], colour: Tiny.category("shade", ["red", "green", "blue"])))
    }
    #expect(try workspace.deliveries().isEmpty)
  }

  @Test func `only one delivery is received at a time`() throws {
    let receiver = try workspace.begin()
    #expect(throws: StoreError.alreadyReceiving) { _ = try workspace.begin() }
    #expect(throws: StoreError.alreadyReceiving) {
      try workspace.withdraw(source: "north", period: "2019", occasion: Tiny.noon)
    }
    receiver.abandon()
    _ = try workspace.begin()
  }

  @Test func `an empty delivery is a delivery`() throws {
    let receiver = try workspace.begin()
    _ = try receiver.finish(Tiny.summary(rows: 0), findings: [])
    #expect(try workspace.deliveries().map(\.summary.rowsTaken) == [0])
    #expect(try workspace.notifications(for: monitor).deliveries.count == 1)
  }

  @Test func `findings come back in order and rows set aside in the order of the file`() throws {
    let finding = { (row: Int?, severity: Finding.Severity) in
      Finding(
        rule: "year.digits", severity: severity, place: .init(file: "north-2019.csv", row: row, column: "jaar"),
        message: LocalizedText(nl: "vijf cijfers.", en: "five digits."), remedy: LocalizedText(nl: "vier.", en: "four.")
      )
    }
    let findings = [
      finding(9, .error), finding(4, .error), finding(nil, .note), finding(4, .error), finding(2, .warning),
    ]
    try workspace.receive([TinyRow(person: "p1")], findings: findings, aside: 2)
    let summary = try #require(try workspace.deliveries().first?.summary)
    #expect(try workspace.findings(of: summary) == findings)
    let rows = try workspace.setAsideRows(of: summary)
    #expect(rows == [4, 9].map { SetAsideRow(sourceRow: $0, rule: "year.digits", column: "jaar") })
  }

  @Test func `a moment that is none is refused before anything happens`() throws {
    #expect(throws: StoreError.invalidMoment) {
      _ = try workspace.beginDelivery(
        of: "north", period: "2019", fileName: "f", monitor: monitor,
        occasion: Occasion(moment: "yesterday", actor: "t", reason: ""))
    }
  }
}

extension Workspace {
  func begin() throws -> DeliveryReceiver {
    try beginDelivery(
      of: "north", period: "2019", fileName: "north-2019.csv", monitor: Tiny.monitor(), occasion: Tiny.noon)
  }

  /// Everything in both databases, as text.
  func contents() throws -> [String] {
    try [database, vault].flatMap { queue in
      try queue.read { database in
        try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
          .flatMap { table in try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" } }
      }
    }
  }
}
