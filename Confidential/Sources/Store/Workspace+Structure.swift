internal import GRDB

extension Workspace {
  /// Whether the files are built as this program builds them and hold values of the kinds it expects: what is read
  /// after this can be read without a thought for damage.
  ///
  /// The tables that grow with the records and with the persons are left to what reads them.
  /// - Throws: `.corrupt`.
  func checkStructure() throws(StoreError) {
    try translatingErrors(in: path) {
      for (file, plan) in [(database, Self.databasePlan), (vault, Self.vaultPlan)] {
        try file.read { database in
          guard try Self.schema(of: database) == plan.schema.get() else { throw StoreError.corrupt(path: path) }
          for table in plan.tables {
            guard try String.fetchOne(database, sql: "PRAGMA quick_check(\(table))") == "ok" else {
              throw StoreError.corrupt(path: path)
            }
          }
        }
      }
    }
  }

  /// How a file is built, and which of its tables are looked at whenever it is opened.
  private struct Plan: Sendable {
    var schema: Result<[String], any Error>
    var tables: [String]

    init(_ migrator: DatabaseMigrator, _ tables: [String]) {
      self.tables = tables
      schema = Result {
        let fresh = try DatabaseQueue()
        try migrator.migrate(fresh)
        return try fresh.read { try Workspace.schema(of: $0) }
      }
    }
  }

  private static let databasePlan = Plan(
    WorkspaceSchema.migrator,
    [
      "workspace", "delivery", "chunk", "columnSeal", "setAsideRow", "finding", "reportedCell", "auditEntry", "erasing",
      "keyRing",
    ])
  private static let vaultPlan = Plan(VaultSchema.migrator, ["vault", "filing", "auditHead"])

  fileprivate static func schema(of database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")
  }
}
