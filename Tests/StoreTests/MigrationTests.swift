import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

/// Every released schema opens with the program of today, with nothing lost.
@Suite struct MigrationTests {
  /// A workspace as the release with this schema left it.
  private func released(_ number: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["zicht", "identities"] {
      let dump = try #require(
        Bundle.module.url(forResource: "schema-\(number).\(name)", withExtension: "sql", subdirectory: "Fixtures"))
      let queue = try DatabaseQueue(path: folder.path(of: "\(name).sqlite"))
      try queue.inDatabase { try $0.execute(sql: String(contentsOf: dump, encoding: .utf8)) }
    }
    return folder
  }

  @Test(arguments: [1, 2, 3])
  func `a released schema opens and says what it said`(number: Int) throws {
    let folder = try released(number)
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    let history = try workspace.deliveries().map {
      "\($0.summary.source) \($0.summary.period) v\($0.summary.version) \($0.status)"
    }
    let counts = number > 1 ? ["west 2019 v1 complete"] : []
    #expect(
      history == [
        "north 2018 v1 superseded", "north 2018 v2 complete", "north 2019 v1 complete", "south 2018 v1 withdrawn",
        "south 2019 v1 complete",
      ] + counts)
    let notifications = try workspace.notifications(for: Tiny.monitor())
    #expect(notifications.columns["year"] == .category([4, 4, 4, 5, 5, 5]))
    #expect(notifications.columns["colour"] == .category([4, 6, 4, 0, 6, 6]))
    #expect(notifications.person == [0, 1, Notifications.noPerson, 1, 0, 2])
    #expect(notifications.sourceRow == [2, 3, 4, 2, 2, 3])
    let newest = try #require(notifications.deliveries.first)
    #expect(newest.version == 2 && newest.checksum == String(repeating: "b", count: 64))
    #expect(
      try workspace.findings(of: newest).map { $0.sentence(in: .nl) } == [
        "north-2018.csv, rij 9, kolom jaar: hier staan vijf cijfers. Verbeter de cel."
      ])
    #expect(try workspace.setAsideRows(of: newest).map(\.sourceRow) == [9])
    guard case .intact(entries: 6 + counts.count, _) = try workspace.verifyAuditLog() else {
      Issue.record("the audit log of schema \(number) does not hold")
      return
    }
    let index = workspace.blindIndex(ofPersonKey: "p1")
    #expect(try workspace.identity(of: index, occasion: Tiny.noon).map(\.value) == ["Kadebroek", "Kadebroek"])
  }

  @Test func `counts of a released schema are what they were`() throws {
    let folder = try released(2)
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    let counts = try #require(try workspace.reportedCounts(for: Tiny.countMonitor()).first)
    #expect(counts.isDeclaredComplete && counts.period == "2019")
    #expect(counts.cells.map(\.place.words) == [[0], [1], [nil]])
    #expect(counts.cells.map(\.value) == [.number(Quantity(3)), .notRecorded, .number(Quantity(7))])
  }

  @Test(arguments: [1, 2, 3])
  func `a released schema that was opened goes on like a new one`(number: Int) throws {
    let folder = try released(number)
    let workspace = try Workspace(at: folder.path, key: Tiny.key())
    try workspace.receive([TinyRow(person: "p1")], of: "south", checksum: "f")
    #expect(try workspace.deliveries(of: "south", period: "2019").map(\.status) == [.superseded, .complete])
    let (migrated, fresh) = (try schema(of: workspace), try schema(of: Workspace.inMemory(key: Tiny.key())))
    #expect(migrated == fresh)
  }

  @Test func `the newest schema is the last one of the fixtures`() throws {
    let workspace = try Workspace.inMemory(key: Tiny.key())
    let folder = try released(3)
    for (queue, name) in [(workspace.database, "zicht"), (workspace.vault, "identities")] {
      let kept = try DatabaseQueue(path: folder.path(of: "\(name).sqlite")).read { try Self.migrations($0) }
      #expect(try queue.read { try Self.migrations($0) } == kept)
    }
  }

  private static func migrations(_ database: Database) throws -> [String] {
    try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
  }

  private func schema(of workspace: Workspace) throws -> [String] {
    try [workspace.database, workspace.vault].flatMap { queue in
      try queue.read {
        try String.fetchAll(
          $0, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%' ORDER BY type, name")
      }
    }
  }
}
