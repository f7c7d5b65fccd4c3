import Foundation
import GRDB
@testable import Model
import Testing

@testable import Store

/// What the database refuses by itself, whatever the program does.
@Suite struct SchemaTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace.inMemory(key: Tiny.key())
    try workspace.receive([TinyRow(person: "p1"), TinyRow(person: "p2")], period: "2018", checksum: "a")
    try workspace.receive([TinyRow(person: "p1")], checksum: "b")
    try workspace.withdraw(source: "north", period: "2018", occasion: Tiny.noon)
  }

  private static let newDelivery = """
    INSERT INTO delivery (
      receipt, source, period, version, fileName, checksum, receivedOn, status,
      rowsRead, rowsTaken, rowsSetAside, rowsMovedDown, codebookVersion, layout
    ) VALUES (randomblob(16), 'south', '2019', 1, 'f', '', '2020-01-02', 'receiving', 0, 0, 0, 0, '1', '{}');
    """
  private static let complete = "UPDATE delivery SET status = 'complete', checksum = hex(zeroblob(32))"

  @Test(arguments: [
    // Deliveries keep their history.
    "UPDATE delivery SET rowsTaken = 0, rowsMovedDown = 0 WHERE id = 1",
    "UPDATE delivery SET checksum = hex(zeroblob(32)) WHERE id = 2",
    "UPDATE delivery SET status = 'complete' WHERE id = 1",
    "UPDATE delivery SET status = 'receiving' WHERE id = 2", "UPDATE delivery SET status = 'superseded' WHERE id = 1",
    "DELETE FROM delivery", "UPDATE delivery SET status = 'lost' WHERE id = 2",
    // Records never change.
    "UPDATE chunk SET rowCount = 3", "DELETE FROM chunk", "UPDATE chunkColumn SET bytes = x'05'",
    "DELETE FROM chunkColumn",
    "INSERT INTO chunk VALUES (2, 1, 1, 1)", "INSERT INTO chunkColumn VALUES (2, 0, 'x', 1, 1, x'04')",
    // Days, checksums and layouts are what they say.
    newDelivery + "UPDATE delivery SET receivedOn = '2020-04-31' WHERE id = 3",
    newDelivery + "UPDATE delivery SET layout = '{' WHERE id = 3",
    newDelivery + "UPDATE delivery SET receipt = x'00' WHERE id = 3",
    newDelivery + "UPDATE delivery SET status = 'complete', layout = '{\"variables\":[]}' WHERE id = 3",
    // Complete means complete.
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 2, 1);" + complete + ", rowsRead = 1, rowsTaken = 1 WHERE id = 3",
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 2, 1);" + complete + ", rowsRead = 2, rowsTaken = 2 WHERE id = 3",
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 2, 1); INSERT INTO chunkColumn VALUES (3, 0, 'x', 2, 1, x'04')",
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 2, 1); INSERT INTO chunkColumn VALUES (3, 0, 'x', 1, 1, x'04')",
    newDelivery + "INSERT INTO chunk VALUES (3, 0, 1, 1); INSERT INTO chunkColumn VALUES (3, 0, 'x', 1, 3, x'040404')",
    newDelivery + "UPDATE delivery SET rowsRead = 1, rowsSetAside = 2 WHERE id = 3",
    newDelivery + "UPDATE delivery SET rowsMovedDown = 1 WHERE id = 3",
    // One current version of each source and period.
    newDelivery + "UPDATE delivery SET source = 'north', version = 9 WHERE id = 3;" + complete + " WHERE id = 3",
    newDelivery + "UPDATE delivery SET source = 'north' WHERE id = 3",
    // No record without a delivery.
    "INSERT INTO chunk VALUES (77, 0, 2, 1)",
    "INSERT INTO finding VALUES (77, 0, 1, 'c', 'r', 'error', '', '', '', '')",
    newDelivery + "INSERT INTO finding VALUES (3, 0, 1, 'c', 'r', 'severe', '', '', '', '')",
    newDelivery + "INSERT INTO setAsideRow VALUES (3, 0, 'r', 'c')",
  ])
  func `the database refuses what would make it say something untrue`(sql: String) throws {
    let before = try workspace.contents()
    #expect(throws: DatabaseError.self) {
      try workspace.database.write { try $0.execute(sql: sql) }
    }
    #expect(try workspace.contents() == before)
  }

  @Test func `the statements the refusals are built on are themselves allowed`() throws {
    try workspace.database.write { database in
      try database.execute(sql: Self.newDelivery)
      try database.execute(sql: Self.complete + ", layout = '{\"variables\":[]}' WHERE id = 3")
    }
    #expect(try workspace.deliveries().count == 3)
  }

  @Test func `an erased person cannot be given a key again`() throws {
    try workspace.vault.write {
      try $0.execute(
        sql: "INSERT INTO person (blindIndex, erasedOn) VALUES (zeroblob(16), '2020-01-02')")
    }
    #expect(throws: DatabaseError.self) {
      try workspace.vault.write {
        try $0.execute(sql: "UPDATE person SET wrappedKey = zeroblob(72), erasedOn = NULL")
      }
    }
  }

  @Test func `all tables are strict and foreign keys are on`() throws {
    for queue in [workspace.database, workspace.vault] {
      try queue.read { database in
        let loose = try String.fetchAll(
          database,
          sql: """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND NOT strict
              AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
            """)
        #expect(loose.isEmpty)
        #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
        #expect(try Int.fetchOne(database, sql: "PRAGMA secure_delete") == 1)
      }
    }
  }
}
