internal import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// Seals the personal details of a delivery and files them in the vault, in one transaction a delivery.
final class IdentityWriter {
  private let vault: DatabaseQueue
  private let key: SealingKey
  private let receipt: [UInt8]
  private var isOpen = false
  private(set) var isCommitted = false

  init(_ vault: DatabaseQueue, key: SealingKey, receipt: [UInt8]) throws {
    self.vault = vault
    self.key = key
    self.receipt = receipt
    try vault.inDatabase { vault in
      try vault.execute(sql: "BEGIN IMMEDIATE")
      isOpen = true
      try vault.execute(sql: "INSERT INTO filing (receipt) VALUES (?)", arguments: [Data(receipt)])
    }
  }

  /// - Parameter persons: the blind indexes of the batch, 16 bytes a row.
  func write(_ details: [IdentityDetail], of batch: DeliveryBatch, persons: [UInt8]) throws {
    let identified = UInt8(Lane.allCases.firstIndex(of: .identified) ?? 0)
    try vault.inDatabase { vault in
      var last: (row: Int, person: VaultPerson)?
      for detail in details {
        let sourceRow = Int(batch.sourceRow[detail.row])
        let start = detail.row * BlindIndex.count
        let index = Array(persons[start..<start + BlindIndex.count])
        guard batch.lane[detail.row] == identified, index.contains(where: { $0 != 0 }) else {
          throw StoreError.misplacedIdentity(row: sourceRow)
        }
        let isSamePerson = last?.row == detail.row
        let person = try (isSamePerson ? last?.person : nil) ?? VaultPerson.knownOrNew(index, in: vault, key: key)
        last = (detail.row, person)
        let place = SealedField(index: index, receipt: receipt, sourceRow: sourceRow, field: detail.field)
        try vault.execute(
          sql: """
            INSERT INTO identity (personId, receipt, sourceRow, field, sealed) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET sealed = excluded.sealed
            """,
          arguments: [
            person.id, Data(receipt), sourceRow, detail.field, Data(person.key.seal(detail.value, for: place.bytes)),
          ])
      }
    }
  }

  func commit() throws {
    guard isOpen else { return }
    try vault.inDatabase { try $0.execute(sql: "COMMIT") }
    isOpen = false
    isCommitted = true
  }

  deinit { rollBack() }

  func rollBack() {
    guard isOpen else { return }
    isOpen = false
    try? vault.inDatabase { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
  }
}

/// A person in the vault whose key is at hand.
struct VaultPerson {
  var id: Int64
  var key: SealingKey

  static func knownOrNew(_ index: [UInt8], in vault: Database, key: SealingKey) throws -> VaultPerson {
    if let known = try known(index, in: vault, key: key) { return known }
    let person = try SealingKey.random()
    try vault.execute(
      sql: "INSERT INTO person (blindIndex, wrappedKey) VALUES (?, ?)",
      arguments: [Data(index), Data(key.wrap(person, for: index))])
    return VaultPerson(id: vault.lastInsertedRowID, key: person)
  }

  static func known(_ index: [UInt8], in vault: Database, key: SealingKey) throws -> VaultPerson? {
    let row = try Row.fetchOne(
      vault, sql: "SELECT id, wrappedKey FROM person WHERE blindIndex = ? AND wrappedKey IS NOT NULL",
      arguments: [Data(index)])
    guard let row else { return nil }
    return VaultPerson(id: row["id"], key: try key.unwrap(Array(row["wrappedKey"] as Data), for: index))
  }
}

/// Where a sealed field belongs: it opens nowhere else.
struct SealedField {
  var index: [UInt8]
  var receipt: [UInt8]
  var sourceRow: Int
  var field: String

  var bytes: [UInt8] { index + receipt + Array("\(sourceRow) \(field)".utf8) }
}
