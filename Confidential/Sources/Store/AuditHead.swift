internal import Cryptography
internal import Foundation
internal import GRDB

/// How far the audit log has come, kept in the other file and sealed: whoever cuts the end off the log has to change
/// both, and needs the key for the second.
struct AuditHead {
  var entry: Int
  var hash: [UInt8]
  var seal: [UInt8] = []

  var hex: String { hexadecimal(hash) }

  /// What the seal is on.
  var message: [UInt8] { Array("\(entry) ".utf8) + hash }

  /// The last entry of the log as it stands.
  static func current(in database: Database) throws -> AuditHead {
    let row = try Row.fetchOne(database, sql: "SELECT id, hash FROM auditEntry ORDER BY id DESC LIMIT 1")
    return AuditHead(entry: row?["id"] ?? 0, hash: (row?["hash"] as Data?).map { Array($0) } ?? AuditLine.firstLink)
  }

  /// What the vault remembers; nil when it remembers nothing.
  static func kept(in vault: Database) throws -> AuditHead? {
    try Row.fetchOne(vault, sql: "SELECT entry, hash, seal FROM auditHead").map {
      AuditHead(entry: $0["entry"], hash: Array($0["hash"] as Data), seal: Array($0["seal"] as Data))
    }
  }
}

extension Workspace {
  /// Writes into the vault how far the audit log has come. It never goes back.
  /// - Parameter besides: What is written in the same transaction: each costs a flush.
  func noteAuditHead(_ besides: (Database) throws -> Void = { _ in }) throws {
    let head = try reading { try AuditHead.current(in: $0) }
    try vault.write { vault in
      try besides(vault)
      guard head.entry > (try AuditHead.kept(in: vault)?.entry ?? -1) else { return }
      try vault.execute(
        sql: "INSERT OR REPLACE INTO auditHead (id, entry, hash, seal) VALUES (1, ?, ?, ?)",
        arguments: [head.entry, Data(head.hash), Data(auditKey.tag(of: head.message))])
    }
  }
}
