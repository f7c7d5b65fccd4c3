internal import GRDB
internal import GRDBSQLite

/// A prepared statement that is run many times with little between us and SQLite: values are bound one by one and
/// columns read where SQLite keeps them.
struct RawStatement {
  private let database: Database
  /// Kept, because it owns the statement.
  private let owner: Statement
  private var statement: SQLiteStatement { owner.sqliteStatement }

  init(_ database: Database, sql: String) throws {
    self.database = database
    owner = try database.makeStatement(sql: sql)
  }

  /// Binds the values, runs the statement to its first row or to its end, and makes it ready for the next time.
  /// - Parameter read: called with the first row, if there is one.
  /// - Returns: whether there was a row.
  @discardableResult
  func run(_ bind: (RawStatement) -> Void, read: (RawStatement) throws -> Void = { _ in }) throws -> Bool {
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    bind(self)
    switch sqlite3_step(statement) {
    case SQLITE_DONE: return false
    case SQLITE_ROW:
      try read(self)
      return true
    default:
      let connection = database.sqliteConnection
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
        message: String(cString: sqlite3_errmsg(connection)))
    }
  }

  // Binding: places are counted from 1.

  func bind(_ number: Int64, at place: Int32) { sqlite3_bind_int64(statement, place, number) }

  func bind(_ text: String, at place: Int32) {
    sqlite3_bind_text(statement, place, text, -1, RawStatement.copying)
  }

  func bind(_ bytes: [UInt8], at place: Int32) {
    sqlite3_bind_blob64(statement, place, bytes, UInt64(bytes.count), RawStatement.copying)
  }

  /// Binds bytes where they lie: they must stay there while the statement runs.
  func bind(inPlace bytes: UnsafeRawBufferPointer, at place: Int32) {
    sqlite3_bind_blob64(statement, place, bytes.baseAddress, UInt64(bytes.count), nil)
  }

  // Reading: columns are counted from 0.

  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// Where SQLite keeps the bytes, until the statement goes on.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    // The order matters to SQLite: first the place, then the length.
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// SQLite's word for "copy this before you return" (`SQLITE_TRANSIENT`), a macro that Swift does not import.
  private static let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
