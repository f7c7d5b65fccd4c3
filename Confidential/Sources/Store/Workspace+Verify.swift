internal import Cryptography
internal import Foundation
internal import GRDB

/// What a workspace was found to hold, every byte of it looked at.
public struct VerifiedContents: Equatable, Sendable {
  public var deliveries: Int
  public var rows: Int
  /// Personal details in the vault; each was opened and none was shown.
  public var details: Int
  /// The head of the audit log, to be kept elsewhere.
  public var anchor: AuditAnchor
  /// The numbers of audit entries that say they are of an earlier moment than the one before: a clock was set back.
  public var earlierThanBefore: [Int]
}

extension Workspace {
  /// Reads everything and holds it against its seals: opening does that only for what lies beside the records.
  /// - Parameter anchors: Heads of the audit log that were kept elsewhere.
  /// - Throws: `.corrupt`, `.damaged`, `.damagedDetails`, `.auditBroken` or `.auditCut`, for the first thing that is wrong.
  public func verify(against anchors: [AuditAnchor]) throws(StoreError) -> VerifiedContents {
    try translatingErrors(in: path) {
      for file in [database, vault] { try checkIntegrity(of: file) }
      let details = try vault.read { try VaultProof(vaultKey, path: path).openAll(in: $0) }
      let known = try vault.read { try AuditHead.kept(in: $0) }
      return try reading { database in
        try checkSeals(in: database)
        try checkColumns(in: database)
        try checkAudit(in: database, against: known, anchors)
        let sizes = try Row.fetchOne(
          database, sql: "SELECT count(*) AS deliveries, coalesce(sum(rowsTaken), 0) AS rows FROM delivery")
        let head = try AuditHead.current(in: database)
        return VerifiedContents(
          deliveries: sizes?["deliveries"] ?? 0, rows: sizes?["rows"] ?? 0, details: details,
          anchor: AuditAnchor(entry: head.entry, head: head.hex), earlierThanBefore: try setBack(in: database))
      }
    }
  }

  private func checkIntegrity(of file: DatabaseQueue) throws {
    guard try file.read({ try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }) == ["ok"] else {
      throw StoreError.corrupt(path: path)
    }
  }

  private func setBack(in database: Database) throws -> [Int] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT id FROM (SELECT id, moment, lag(moment) OVER (ORDER BY id) AS before FROM auditEntry)
        WHERE moment < before ORDER BY id
        """)
  }
}

/// Opens every detail of a vault without showing any.
private struct VaultProof {
  private let key: SealingKey
  private let path: String

  init(_ key: SealingKey, path: String) { (self.key, self.path) = (key, path) }

  /// - Returns: How many details there are.
  func openAll(in vault: Database) throws -> Int {
    let slot = try KeySlot()
    var held: [Int64: Int] = [:]
    var person: Int64?
    let rows = try Row.fetchCursor(
      vault,
      sql: """
        SELECT personId, blindIndex, wrappedKey, filingId, receipt, sourceRow, field, sealed
        FROM identity LEFT JOIN person ON person.id = personId LEFT JOIN filing ON filing.id = filingId
        ORDER BY personId
        """)
    while let row = try rows.next() {
      guard let index = row["blindIndex"] as Data?, let wrapped = row["wrappedKey"] as Data?,
        let receipt = row["receipt"] as Data?
      else { throw damaged }
      if person != row["personId"] { try take(wrapped, of: index, into: slot) }
      person = row["personId"]
      let place = SealedField(
        index: Array(index), receipt: Array(receipt), sourceRow: row["sourceRow"], field: row["field"])
      guard (try? slot.open(Array(row["sealed"] as Data), for: place.bytes)) != nil else { throw damaged }
      held[row["filingId"], default: 0] += 1
    }
    try checkPersons(in: vault, slot)
    for row in try Row.fetchAll(vault, sql: "SELECT id, identities FROM filing") {
      guard held[row["id"], default: 0] == row["identities"] else { throw damaged }
    }
    return held.values.reduce(0, +)
  }

  /// The keys of persons of whom nothing is filed any more.
  private func checkPersons(in vault: Database, _ slot: KeySlot) throws {
    let rows = try Row.fetchCursor(
      vault,
      sql: """
        SELECT blindIndex, wrappedKey FROM person
        WHERE wrappedKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity WHERE personId = person.id)
        """)
    while let row = try rows.next() { try take(row["wrappedKey"], of: row["blindIndex"], into: slot) }
  }

  private func take(_ wrapped: Data, of index: Data, into slot: KeySlot) throws {
    guard (try? slot.take(Array(wrapped), wrappedWith: key, for: Array(index))) != nil else { throw damaged }
  }

  private var damaged: StoreError { .damagedDetails(path: path) }
}
