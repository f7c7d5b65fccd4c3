import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

@Suite struct NotificationsTests {
  let workspace: Workspace

  init() throws { workspace = try Workspace.inMemory(key: Tiny.key()) }

  @Test func `deliveries come in the order of the sources and then of the periods, rows in that of the file`() throws {
    try workspace.receive([TinyRow(person: "a"), TinyRow(person: "b")], of: "south", period: "2019", checksum: "1")
    try workspace.receive([TinyRow(person: "c")], of: "north", period: "2019", checksum: "2")
    try workspace.receive([TinyRow(person: "b"), TinyRow(person: "d")], of: "north", period: "2018", checksum: "3")
    let notifications = try workspace.notifications(for: Tiny.monitor())
    #expect(notifications.deliveries.map { "\($0.source) \($0.period)" } == ["north 2018", "north 2019", "south 2019"])
    #expect(notifications.delivery == [0, 0, 1, 2, 2])
    #expect(notifications.sourceRow == [2, 3, 2, 2, 3])
    #expect(notifications.person == [0, 1, 2, 3, 0])
    #expect(notifications.columns["source"] == .category([4, 4, 4, 5, 5]))
    #expect(notifications.columns["reporterGroup"] == .category([4, 4, 4, 5, 5]))
    let turned = Tiny.monitor(sources: [("south", "care"), ("north", "police")])
    #expect(try workspace.notifications(for: turned).delivery == [0, 0, 1, 1, 2])
    #expect(try workspace.notifications(for: turned).person == [0, 1, 1, 2, 3])
  }

  @Test func `every variable of the codebook that is not derived is there, and what is not asked says so`() throws {
    try workspace.receive([TinyRow(person: "a", colour: "green"), TinyRow(person: "b", colour: "unknown")])
    var derived = Tiny.category("verdict", ["yes", "no"])
    derived.isDerived = true
    let wide = Tiny.category("wide", (0..<300).map { "w\($0)" })
    let columns = try workspace.notifications(
      for: Tiny.monitor(variables: [Tiny.group, Tiny.colour, Tiny.signs, derived, Tiny.age, wide])
    ).columns
    #expect(columns.variables.map(\.name) == ["year", "source", "reporterGroup", "colour", "signs", "age", "wide"])
    #expect(columns["year"] == .category([5, 5]))
    #expect(columns["colour"] == .category([5, 0]))
    #expect(columns["signs"] == .set([SetMask(.notAsked).packed, SetMask(.notAsked).packed]))
    #expect(columns["age"] == .number([NumberValue(.notAsked).packed, NumberValue(.notAsked).packed]))
    #expect(columns["wide"] == .wideCategory([1, 1]))
  }

  @Test func `records without a person have no number and do not use one up`() throws {
    try workspace.receive([
      TinyRow(person: "x", lane: .countOnly), TinyRow(person: "a"), TinyRow(person: "x", lane: .countOnly),
      TinyRow(person: "b"), TinyRow(person: ""),
    ])
    let none = Notifications.noPerson
    #expect(try workspace.notifications(for: Tiny.monitor()).person == [none, 0, none, 1, none])
  }

  @Test func `the workspace's key does not show in the result`() throws {
    let rows = (0..<500).map { TinyRow(person: "p\($0 * $0 % 97)") }
    let other = try Workspace.inMemory(key: Tiny.key("7"))
    try workspace.receive(rows)
    try other.receive(rows)
    #expect(try workspace.notifications(for: Tiny.monitor()) == other.notifications(for: Tiny.monitor()))
  }

  @Test func `categories keep their meaning when the codebook changes their order or adds some`() throws {
    try workspace.receive([
      TinyRow(person: "a", colour: "red"), TinyRow(person: "b", colour: "blue"),
      TinyRow(person: "c", colour: "notDelivered"),
    ])
    let longer = Tiny.category("colour", ["red", "green", "blue", "grey"])
    let turned = Tiny.category("colour", ["blue", "grey", "red"])
    let wide = Tiny.category("colour", (0..<300).map { "w\($0)" } + ["blue", "red"])
    let colours = { (variable: Variable) in
      try workspace.notifications(for: Tiny.monitor(variables: [Tiny.group, variable])).columns["colour"]
    }
    #expect(try colours(Tiny.colour) == .category([4, 6, 3]))
    #expect(try colours(longer) == .category([4, 6, 3]))
    #expect(try colours(turned) == .category([6, 4, 3]))
    #expect(try colours(wide) == .wideCategory([305, 304, 3]))
  }

  @Test func `a category that was used and is gone is an error, and one that was not used is none`() throws {
    try workspace.receive([TinyRow(person: "a", colour: "red")])
    let withoutGreen = Tiny.monitor(variables: [Tiny.group, Tiny.category("colour", ["blue", "red"])])
    #expect(try workspace.notifications(for: withoutGreen).columns["colour"] == .category([5]))
    let withoutRed = Tiny.monitor(variables: [Tiny.group, Tiny.category("colour", ["green", "blue"])])
    #expect(throws: StoreError.unknownCategory(source: "north", period: "2019", variable: "colour", code: "red")) {
      try workspace.notifications(for: withoutRed)
    }
  }

  @Test func `a variable that became another kind is an error`() throws {
    try workspace.receive([TinyRow(person: "a")])
    var colour = Tiny.age
    colour.name = "colour"
    #expect(throws: StoreError.changedKind(source: "north", period: "2019", variable: "colour")) {
      try workspace.notifications(for: Tiny.monitor(variables: [colour]))
    }
  }

  @Test func `years and sources outside the monitor's are left out`() throws {
    let wide = Tiny.monitor(years: 2015...2019)
    try workspace.receive(
      [TinyRow(person: "a", year: 2016), TinyRow(person: "b", year: 2018), TinyRow(person: "c", year: 2019)],
      monitor: wide)
    try workspace.receive([TinyRow(person: "d", year: 2018)], of: "elsewhere", monitor: wide)
    let notifications = try workspace.notifications(for: Tiny.monitor(years: 2018...2020))
    #expect(notifications.columns["year"] == .category([4, 5]))
    #expect(notifications.sourceRow == [3, 4])
    #expect(notifications.person == [0, 1])
    #expect(notifications.delivery == [0, 0])
    #expect(notifications.deliveries.map(\.source) == ["north"])
  }

  @Test func `sets and numbers come back as they were given, sets under the codebook of today`() throws {
    let receiver = try workspace.begin()
    var batch = Tiny.batch((0..<3).map { TinyRow(person: "p\($0)") })
    batch.columns.set(.set([0b01, 0b11, SetMask(.unknown).packed]), for: Tiny.signs)
    batch.columns.set(.number([0, 17, NumberValue(.notApplicable).packed]), for: Tiny.age)
    try receiver.append(batch)
    _ = try receiver.finish(Tiny.summary(rows: 3), findings: [])
    var turned = Tiny.signs
    turned.categories.reverse()
    turned.categories.insert(Model.Category(code: "c", label: LocalizedText("c")), at: 0)
    let columns = try workspace.notifications(for: Tiny.monitor(variables: [turned, Tiny.age])).columns
    #expect(columns["signs"] == .set([0b100, 0b110, SetMask(.unknown).packed]))
    #expect(columns["age"] == .number([0, 17, NumberValue(.notApplicable).packed]))
  }

  /// Puts the seal on a column that belongs to the bytes it holds now.
  private func seal(_ variable: String, in database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT ordinal, bytes, receipt FROM chunkColumn JOIN delivery ON id = deliveryId WHERE variable = ?",
      arguments: [variable])
    for row in rows {
      let seal = (row["bytes"] as Data).withUnsafeBytes {
        workspace.contentsSeal.ofColumn(
          variable, ordinal: row["ordinal"], receipt: Array(row["receipt"] as Data), $0)
      }
      try database.execute(
        sql: "UPDATE columnSeal SET seal = ? WHERE variable = ? AND ordinal = ?",
        arguments: [Data(seal), variable, row["ordinal"] as Int])
    }
  }

  @Test func `bytes that cannot have been stored are damage, not categories`() throws {
    let receiver = try workspace.begin()
    var batch = Tiny.batch((0..<3).map { TinyRow(person: "p\($0)") })
    batch.columns.set(.set([0b01, 0b11, 0]), for: Tiny.signs)
    try receiver.append(batch)
    _ = try receiver.finish(Tiny.summary(rows: 3), findings: [])
    try workspace.database.write {
      try $0.execute(sql: "DROP TRIGGER chunkColumnNeverChanges; DROP TRIGGER columnSealNeverChanges")
    }
    let turned = Tiny.monitor(variables: [Tiny.category("colour", ["blue", "green", "red"]), Tiny.signs])
    var signs = Tiny.signs
    signs.categories.reverse()
    let turnedSigns = Tiny.monitor(variables: [Tiny.colour, signs])
    for (variable, good, bad) in [
      ("colour", "x'040406'", "x'040407'"), ("year", "x'040504'", "x'04FF04'"),
      ("signs", "zeroblob(24)", "x'0000000000000004' || zeroblob(16)"),
    ] {
      let replace = { (bytes: String) in
        try workspace.database.write {
          try $0.execute(
            sql: "UPDATE chunkColumn SET bytes = CAST(\(bytes) AS BLOB) WHERE variable = '\(variable)'")
          try seal(variable, in: $0)
        }
      }
      try replace(good)
      for monitor in [Tiny.monitor(), turned, turnedSigns] { _ = try workspace.notifications(for: monitor) }
      try replace(bad)
      for monitor in [Tiny.monitor(), turned, turnedSigns] {
        #expect(throws: StoreError.corrupt(path: "memory")) { try workspace.notifications(for: monitor) }
      }
      try replace(good)
    }
  }

  @Test func `a delivery of many batches is one run of rows`() throws {
    let receiver = try workspace.begin()
    for batch in 0..<5 {
      try receiver.append(Tiny.batch((0..<7).map { TinyRow(person: "p\(batch * 7 + $0)") }, from: 2 + 7 * batch))
    }
    _ = try receiver.finish(Tiny.summary(rows: 35), findings: [])
    let notifications = try workspace.notifications(for: Tiny.monitor())
    #expect(notifications.sourceRow == (2..<37).map(UInt32.init))
    #expect(notifications.person == (0..<35).map(UInt32.init))
  }

  @Test func `a workspace without deliveries gives no rows`() throws {
    let notifications = try workspace.notifications(for: Tiny.monitor())
    #expect(notifications.columns.rowCount == 0 && notifications.columns.variables.count == 6)
    #expect(notifications.deliveries.isEmpty)
  }
}
