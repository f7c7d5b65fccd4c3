public import Cryptography
internal import Foundation
internal import GRDB
public import Model

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

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
    let deliveries = try deliveries(withReceipts: Set(try rows.map { try $0.decode(Data.self, forColumn: "receipt") }))
    return try rows.map { row in
      let receipt = try row.decode(Data.self, forColumn: "receipt")
      let place = SealedField(
        index: index.bytes, receipt: Array(receipt), sourceRow: try row.decode(Int.self, forColumn: "sourceRow"),
        field: try row.decode(String.self, forColumn: "field"))
      let value = try slot.open(Array(try row.decode(Data.self, forColumn: "sealed")), for: place.bytes)
      return RevealedDetail(
        field: place.field, value: String(decoding: value, as: UTF8.self),
        delivery: deliveries[receipt], sourceRow: place.sourceRow)
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

  /// Erases one person: the key, the details and the encoding by which the person was known. Nothing leads from the
  /// person to the records any more, and no number changes.
  ///
  /// What the vault could not follow is finished at the next opening. Doing it twice is harmless.
  /// - Parameter stranger: The key that stands in the person's place in what is kept of the deliveries; see `ErasedKey`.
  /// - Returns: The rows of the delivered files that are about the person: what is kept of those files is not ours.
  @discardableResult
  public func erasePerson(
    _ index: BlindIndex, as stranger: String = ErasedKey.fresh(), occasion: Occasion
  ) throws(StoreError) -> [ReportedRow] {
    guard occasion.isWellFormed else { throw .invalidMoment }
    return try translatingErrors(in: path) {
      var rows: [ReportedRow] = []
      let stranger = blindIndex(ofPersonKey: stranger)
      let isFiled = try vault.read { try hasPerson(index, in: $0) }
      try outsideDelivery(notingHead: false) { database in
        try database.execute(sql: "INSERT INTO erasing (id) VALUES (1)")
        rows = try PersonErasure(in: database, seal: contentsSeal).replace(index, with: stranger)
        try database.execute(sql: "DELETE FROM erasing")
        guard isFiled || !rows.isEmpty else { throw StoreError.unknownPerson }
        let subject = hexadecimal(index.bytes)
        try append(AuditLine(action: .personErased, subject: subject, occasion: occasion), to: database)
      }
      try forget(index, on: occasion.day)
      try cutOffRecords()
      // Only now: what the vault has not followed is followed at the next opening.
      try noteAuditHead()
      return rows
    }
  }

  /// Nothing that was in the records before is left in their files.
  func cutOffRecords() throws {
    guard let snapshotPath else { return }
    // The write-ahead log still holds the pages of before until it is written back and cut off.
    _ = try database.inDatabase { try $0.checkpoint(.truncate) }
    unlink(snapshotPath)
  }

  /// Removes the key and the details of a person from the vault, and every trace of them from its files.
  private func forget(_ index: BlindIndex, on day: String) throws {
    try vault.inDatabase { vault in
      try vault.inTransaction(.immediate) {
        var erasure = VaultErasure(vault)
        try erasure.forget(index, on: day)
        try erasure.finish()
        return .commit
      }
      // The write-ahead log still holds the pages with the key until it is written back and cut off.
      if snapshotPath != nil { _ = try vault.checkpoint(.truncate) }
    }
  }

  /// Erases again whom the audit log says was erased after the vault last looked: the vault was cut off before it could,
  /// or was put back from a backup of before.
  func repeatErasures() throws(StoreError) {
    try translatingErrors(in: path) {
      guard let known = try vault.read({ try AuditHead.kept(in: $0)?.entry }) else { return }
      let erased = try reading { database in
        try Row.fetchAll(
          database,
          sql: "SELECT action, subject, moment FROM auditEntry WHERE id > ? AND action IN (?, ?) ORDER BY id",
          arguments: [known, AuditAction.personErased.rawValue, AuditAction.retentionApplied.rawValue])
      }
      for row in erased {
        if row["action"] == AuditAction.retentionApplied.rawValue {
          try forgetPersonsWithoutRecords(on: String((row["moment"] as String).prefix(10)))
        }
        guard let bytes = bytes(ofHexadecimal: row["subject"]), bytes.count == BlindIndex.count else { continue }
        try forget(BlindIndex(bytes: bytes), on: String((row["moment"] as String).prefix(10)))
      }
    }
  }
}
