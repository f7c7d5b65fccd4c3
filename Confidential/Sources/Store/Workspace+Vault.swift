public import Cryptography
internal import Foundation
internal import GRDB
public import Model

/// A personal detail, opened for one reader on one occasion. Only `value` gives it away.
public struct RevealedDetail: Sendable, CustomStringConvertible, CustomReflectable {
  public let field: String
  public let value: String
  /// The delivery that brought it, whatever became of that, and the row.
  public let delivery: DeliverySummary?
  public let sourceRow: Int

  public var description: String { "a confidential \(field)" }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Workspace {
  /// The index under which a person is known, from the key a source gave.
  package func blindIndex(ofPersonKey key: String) -> BlindIndex { blindIndexKey.index(of: key) }

  /// The personal details of one person, by field and row. The reading is in the audit log before anything is opened.
  ///
  /// Details that were sealed before an erasure stay sealed, also when the same person is reported anew.
  package func identity(of index: BlindIndex, occasion: Occasion) throws(StoreError) -> [RevealedDetail] {
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
    let slot = try KeySlot()
    guard let person = try VaultPersons(vault, key: vaultKey).find(index.bytes, into: slot) else {
      throw try hasPerson(index, in: vault) ? StoreError.erasedPerson : StoreError.unknownPerson
    }
    let rows = try Row.fetchAll(
      vault,
      sql: """
        SELECT receipt, sourceRow, field, sealed
        FROM identity JOIN filing ON filing.id = identity.filingId
        WHERE personId = ?
        ORDER BY field, filingId, sourceRow
        """, arguments: [person])
    let deliveries = try deliveries(withReceipts: Set(rows.map { $0["receipt"] as Data }))
    return try rows.map { row in
      let place = SealedField(
        index: index.bytes, receipt: Array(row["receipt"] as Data), sourceRow: row["sourceRow"], field: row["field"])
      let value = try slot.open(Array(row["sealed"] as Data), for: place.bytes)
      return RevealedDetail(
        field: place.field, value: String(decoding: value, as: UTF8.self),
        delivery: deliveries[row["receipt"]], sourceRow: place.sourceRow)
    }
  }

  /// The deliveries that brought a person's details: few, however many there are.
  private func deliveries(withReceipts receipts: Set<Data>) throws -> [Data: DeliverySummary] {
    try reading { database in
      var deliveries: [Data: DeliverySummary] = [:]
      for receipt in receipts {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM delivery WHERE receipt = ?", arguments: [receipt])
        deliveries[receipt] = row.map(DeliverySummary.init)
      }
      return deliveries
    }
  }

  private func hasPerson(_ index: BlindIndex, in vault: Database) throws -> Bool {
    try Bool.fetchOne(
      vault,
      sql: """
        SELECT EXISTS (SELECT 1 FROM person WHERE blindIndex = :index AND wrappedKey IS NOT NULL)
          OR EXISTS (SELECT 1 FROM person WHERE blindIndex = :index AND wrappedKey IS NULL)
        """, arguments: ["index": Data(index.bytes)]) ?? false
  }

  /// Forgets the key of one person, so that the details can never be opened again, and clears it from the file.
  ///
  /// Doing it twice is harmless, and finishes a clearing that another reader held up.
  package func erasePerson(_ index: BlindIndex, occasion: Occasion) throws(StoreError) {
    guard occasion.isWellFormed else { throw .invalidMoment }
    try translatingErrors(in: path) {
      guard try vault.read({ try hasPerson(index, in: $0) }) else { throw StoreError.unknownPerson }
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
}
