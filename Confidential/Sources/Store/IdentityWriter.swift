internal import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// Seals the personal details of a delivery and files them in the vault, in one transaction a delivery.
final class IdentityWriter {
  private let vault: DatabaseQueue
  private let receipt: [UInt8]
  private let slot: KeySlot
  private let persons: VaultPersons
  private let insertion: RawStatement
  private let filing: Int64
  private var isOpen = false
  private(set) var isCommitted = false
  /// How many details were given.
  private(set) var written = 0

  init(_ vault: DatabaseQueue, key: SealingKey, receipt: [UInt8]) throws {
    self.vault = vault
    self.receipt = receipt
    slot = try KeySlot()
    (persons, insertion, filing) = try vault.inDatabase { vault in
      let persons = try VaultPersons(vault, key: key)
      let insertion = try RawStatement(
        vault,
        sql: """
          INSERT INTO identity (personId, filingId, sourceRow, field, sealed) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET sealed = excluded.sealed
          """)
      return (persons, insertion, try IdentityWriter.begin(receipt, in: vault))
    }
    isOpen = true
  }

  /// Opens the transaction; after an error there is none.
  private static func begin(_ receipt: [UInt8], in vault: Database) throws -> Int64 {
    try vault.execute(sql: "BEGIN IMMEDIATE")
    do {
      try vault.execute(
        sql: "INSERT INTO filing (receipt, isConfirmed, identities) VALUES (?, 0, 0)", arguments: [Data(receipt)])
    } catch {
      if vault.isInsideTransaction { try vault.execute(sql: "ROLLBACK") }
      throw error
    }
    return vault.lastInsertedRowID
  }

  deinit { rollBack() }

  /// - Parameter indexes: the blind indexes of the batch, 16 bytes a row.
  func write(_ details: [IdentityDetail], of batch: DeliveryBatch, indexes: [UInt8]) throws {
    let identified = UInt8(Lane.allCases.firstIndex(of: .identified) ?? 0)
    try vault.inDatabase { vault in
      var (lastRow, person) = (-1, Int64(0))
      written += details.count
      for detail in details {
        let sourceRow = Int(batch.sourceRow[detail.row])
        let index = Array(indexes[detail.row * BlindIndex.count..<(detail.row + 1) * BlindIndex.count])
        guard batch.lane[detail.row] == identified, index.contains(where: { $0 != 0 }) else {
          throw StoreError.misplacedIdentity(row: sourceRow)
        }
        if lastRow != detail.row { person = try persons.findOrAdd(index, into: slot, in: vault) }
        lastRow = detail.row
        let place = SealedField(index: index, receipt: receipt, sourceRow: sourceRow, field: detail.field)
        let sealed = slot.seal(detail.value, for: place.bytes)
        try insertion.run { statement in
          statement.bind(person, at: 1)
          statement.bind(filing, at: 2)
          statement.bind(Int64(sourceRow), at: 3)
          statement.bind(detail.field, at: 4)
          statement.bind(sealed, at: 5)
        }
      }
    }
  }

  func commit() throws {
    guard isOpen else { return }
    try vault.inDatabase { vault in
      let kept = try Filing.count(Data(receipt), in: vault)
      try vault.execute(sql: "UPDATE filing SET identities = ? WHERE id = ?", arguments: [kept, filing])
      try vault.execute(sql: "COMMIT")
    }
    isOpen = false
    isCommitted = true
  }

  /// The delivery itself is safe: the details are there to stay.
  func confirm(in vault: Database) throws {
    guard isCommitted else { return }
    try Filing.confirm(Data(receipt), in: vault)
  }

  func rollBack() {
    guard isOpen else { return }
    isOpen = false
    // A rollback that fails leaves an open transaction, which closing the file ends in the same way.
    try? vault.inDatabase { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
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
