internal import Cryptography
internal import GRDB
internal import GRDBSQLite
internal import Model

/// Writes batches as chunks of packed columns, with statements prepared once a delivery.
struct ChunkWriter {
  private let database: Database
  private let deliveryId: Int64
  private let chunk: Statement
  private let column: Statement

  init(_ database: Database, deliveryId: Int64) throws {
    self.database = database
    self.deliveryId = deliveryId
    chunk = try database.makeStatement(
      sql: "INSERT INTO chunk (deliveryId, ordinal, rowCount, firstSourceRow) VALUES (?, ?, ?, ?)")
    column = try database.makeStatement(
      sql: """
        INSERT INTO chunkColumn (deliveryId, ordinal, variable, rowCount, width, bytes) VALUES (?, ?, ?, ?, ?, ?)
        """)
  }

  /// - Parameter persons: 16 bytes a row.
  func write(_ batch: DeliveryBatch, persons: [UInt8], ordinal: Int) throws {
    let count = batch.columns.rowCount
    try chunk.execute(arguments: [deliveryId, ordinal, count, Int(batch.sourceRow.first ?? 1)])
    let writeColumn = { (name: String, width: Int, bytes: UnsafeRawBufferPointer) in
      try insert(name, width: width, rowCount: count, ordinal: ordinal, bytes: bytes)
    }
    for (variable, column) in zip(batch.columns.variables, batch.columns.columns) {
      try column.withPackedBytes { try writeColumn(variable.name, column.width, $0) }
    }
    try persons.withUnsafeBytes { try writeColumn(OwnColumn.person, BlindIndex.count, $0) }
    try batch.lane.withUnsafeBytes { try writeColumn(OwnColumn.lane, 1, $0) }
    try batch.ground.withUnsafeBytes { try writeColumn(OwnColumn.ground, 1, $0) }
    try batch.sourceRow.withUnsafeBytes { try writeColumn(OwnColumn.sourceRow, 4, $0) }
  }

  /// Binds the bytes where they lie; SQLite copies them while it steps, and never looks again.
  private func insert(_ name: String, width: Int, rowCount: Int, ordinal: Int, bytes: UnsafeRawBufferPointer) throws {
    let statement = column.sqliteStatement
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    sqlite3_bind_int64(statement, 1, deliveryId)
    sqlite3_bind_int64(statement, 2, Int64(ordinal))
    let isBound = name.withCString { text in
      sqlite3_bind_text(statement, 3, text, -1, nil)
      sqlite3_bind_int64(statement, 4, Int64(rowCount))
      sqlite3_bind_int64(statement, 5, Int64(width))
      sqlite3_bind_blob64(statement, 6, bytes.baseAddress, UInt64(bytes.count), nil)
      return sqlite3_step(statement) == SQLITE_DONE
    }
    guard isBound else {
      let code = sqlite3_extended_errcode(database.sqliteConnection)
      let message = String(cString: sqlite3_errmsg(database.sqliteConnection))
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}
