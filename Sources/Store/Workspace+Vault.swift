public import Cryptography
internal import Foundation
internal import GRDB

/// A personal detail, opened for one reader on one occasion. Only `value` gives it away.
public struct RevealedDetail: Sendable, CustomStringConvertible, CustomReflectable {
  public let field: String
  public let value: String
  /// The row of the delivery that brought it.
  public let sourceRow: Int

  public var description: String { "a confidential \(field)" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Workspace {
  /// The index under which a person is known, from the key a source gave.
  public func blindIndex(ofPersonKey key: String) -> BlindIndex { blindIndexKey.index(of: key) }

  /// The personal details of one person, by field and row. The reading is in the audit log before anything is opened.
  ///
  /// Details that were sealed before an erasure stay sealed, also when the same person is reported anew.
  public func identity(of index: BlindIndex, occasion: Occasion) throws(StoreError) -> [RevealedDetail] {
    guard occasion.isWellFormed else { throw .invalidMoment }
    return try translatingErrors(in: path) {
      try outsideDelivery { database in
        let subject = hexadecimal(index.bytes)
        try append(AuditLine(action: .identityRead, subject: subject, occasion: occasion), to: database)
      }
      return try vault.read { try open(index, in: $0) }
    }
  }

  private func open(_ index: BlindIndex, in vault: Database) throws -> [RevealedDetail] {
    guard let person = try VaultPerson.known(index.bytes, in: vault, key: vaultKey) else {
      let isErased = try Bool.fetchOne(
        vault, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE blindIndex = ?)", arguments: [Data(index.bytes)])
      throw isErased == true ? StoreError.erasedPerson : StoreError.unknownPerson
    }
    let rows = try Row.fetchAll(
      vault,
      sql: """
        SELECT receipt, sourceRow, field, sealed FROM identity WHERE personId = ? ORDER BY field, receipt, sourceRow
        """, arguments: [person.id])
    return try rows.map { row in
      let place = SealedField(
        index: index.bytes, receipt: Array(row["receipt"] as Data), sourceRow: row["sourceRow"], field: row["field"])
      let value = try person.key.open(Array(row["sealed"] as Data), for: place.bytes)
      return RevealedDetail(
        field: place.field, value: String(decoding: value, as: UTF8.self), sourceRow: place.sourceRow)
    }
  }

  /// Forgets the key of one person, so that the details can never be opened again, and clears it from the file.
  ///
  /// Doing it twice is harmless, and finishes a clearing that another reader held up.
  public func erasePerson(_ index: BlindIndex, occasion: Occasion) throws(StoreError) {
    guard occasion.isWellFormed else { throw .invalidMoment }
    try translatingErrors(in: path) {
      let isKnown = try vault.read {
        try Bool.fetchOne(
          $0, sql: "SELECT EXISTS (SELECT 1 FROM person WHERE blindIndex = ?)", arguments: [Data(index.bytes)])
      }
      guard isKnown == true else { throw StoreError.unknownPerson }
      try outsideDelivery { database in
        let subject = hexadecimal(index.bytes)
        try append(AuditLine(action: .personErased, subject: subject, occasion: occasion), to: database)
      }
      try vault.inDatabase { vault in
        try vault.inTransaction(.immediate) {
          try vault.execute(
            sql: """
              UPDATE person SET wrappedKey = NULL, erasedOn = ? WHERE blindIndex = ? AND wrappedKey IS NOT NULL
              """, arguments: [occasion.day, Data(index.bytes)])
          return .commit
        }
        // The write-ahead log still holds the page with the key until it is written back and cut off.
        if snapshotPath != nil { _ = try vault.checkpoint(.truncate) }
      }
    }
  }

  /// Clears details from the vault whose delivery was never completed: what a kill between the two commits leaves.
  ///
  /// Does nothing while another program is receiving, because then nothing can be told to be left over.
  func forgetUnfinishedDeliveries() throws(StoreError) {
    try translatingErrors(in: path) {
      guard try !reading(leftovers).isEmpty else { return }
      do {
        try outsideDelivery { try clear(try leftovers($0)) }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return
      }
    }
  }

  private func leftovers(_ database: Database) throws -> Set<Data> {
    let filed = try filings()
    return filed.isEmpty ? [] : filed.subtracting(try Data.fetchSet(database, sql: "SELECT receipt FROM delivery"))
  }

  private func filings() throws -> Set<Data> {
    try vault.read { try Set(Data.fetchAll($0, sql: "SELECT receipt FROM filing")) }
  }

  private func clear(_ receipts: Set<Data>) throws {
    try vault.write { vault in
      for receipt in receipts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        try vault.execute(sql: "DELETE FROM identity WHERE receipt = ?", arguments: [receipt])
        try vault.execute(sql: "DELETE FROM filing WHERE receipt = ?", arguments: [receipt])
      }
      try vault.execute(
        sql: """
          DELETE FROM person
          WHERE wrappedKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity WHERE personId = person.id)
          """)
    }
  }
}
