internal import Cryptography
internal import GRDB

extension StoreError {
  /// What an SQLite error means for a workspace.
  init(_ error: DatabaseError, in path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    // Our statements fit the structure that this program makes: one that has an error meets another structure.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR: self = .corrupt(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .folderReadOnly(path: path)
    case .SQLITE_CANTOPEN: self = .cannotOpen(path: path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path: path)
    // SQLite's own words for a broken constraint name tables, columns and our sentences, never values.
    case .SQLITE_CONSTRAINT: self = .refused(rule: error.message ?? "constraint")
    default: self = .unexpected(code: Int(error.extendedResultCode.rawValue), path: path)
    }
  }
}

/// Runs a passage that talks to SQLite and translates what it throws.
func translatingErrors<Result>(in path: String, _ body: () throws -> Result) throws(StoreError) -> Result {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch let error as DatabaseError {
    throw StoreError(error, in: path)
  } catch is RowDecodingError {
    throw .corrupt(path: path)
  } catch let error as CryptographyError {
    throw StoreError(error)
  } catch {
    throw .unexpected(code: 0, path: path)
  }
}
