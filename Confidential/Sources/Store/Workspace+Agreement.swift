internal import Foundation
internal import GRDB

extension Workspace {
  /// Whether the two files of a workspace belong to the same moment, and hold what was put in them.
  ///
  /// Looked at whenever a workspace is opened. A file that was put back from a backup without the other, or that a disk
  /// lost the end of, is told here and not by a wrong number.
  /// - Throws: `.filesDisagree`, `.damaged`, `.auditBroken`, `.auditCut`.
  func checkAgreement() throws(StoreError) {
    try translatingErrors(in: path) {
      let before = try reading {
        (receipts: try Workspace.receiptsWithDetails(in: $0), hasSeals: try ContentsSeal.isOnAny(in: $0))
      }
      let vault = try vault.read { (filings: try Filing.receipts(in: $0), head: try AuditHead.kept(in: $0)) }
      // What was received while the vault was looked at is in the second look only.
      let after = try reading { database in
        try checkSeals(in: database)
        try checkAudit(in: database, against: vault.head)
        return try Workspace.receiptsWithDetails(in: database)
      }
      // A head is noted before the first seal is made, or right after it in a workspace of before there were any.
      guard vault.head != nil || !before.hasSeals, before.receipts.isSubset(of: vault.filings.all) else {
        throw StoreError.filesDisagree(path: path, older: .vault)
      }
      guard vault.filings.confirmed.isSubset(of: after) else {
        throw StoreError.filesDisagree(path: path, older: .database)
      }
    }
  }

  private static func receiptsWithDetails(in database: Database) throws -> Set<Data> {
    try Data.fetchSet(
      database, sql: "SELECT receipt FROM delivery NOT INDEXED WHERE status <> 'receiving' AND identities > 0")
  }
}

extension Filing {
  /// The receipts of deliveries that brought details, and which of them were confirmed.
  fileprivate static func receipts(in vault: Database) throws -> (all: Set<Data>, confirmed: Set<Data>) {
    (
      try Data.fetchSet(vault, sql: "SELECT receipt FROM filing"),
      try Data.fetchSet(vault, sql: "SELECT receipt FROM filing WHERE isConfirmed = 1")
    )
  }
}
