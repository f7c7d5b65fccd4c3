internal import Foundation
internal import GRDB

/// What ties the details in the vault to the delivery that brought them.
///
/// The vault is committed before the delivery and confirmed after it. What a kill in between leaves is unconfirmed, and
/// is settled at the next opening: confirmed when the delivery is there, cleared when it is not. What was confirmed is
/// never cleared, whatever becomes of the other file.
enum Filing {
  static func confirm(_ receipt: Data, in vault: Database) throws {
    try vault.execute(sql: "UPDATE filing SET isConfirmed = 1 WHERE receipt = ?", arguments: [receipt])
  }

  static func clear(_ receipt: Data, in vault: Database) throws {
    try vault.execute(
      sql: "DELETE FROM identity WHERE filingId = (SELECT id FROM filing WHERE receipt = ?)", arguments: [receipt])
    try vault.execute(sql: "DELETE FROM filing WHERE receipt = ?", arguments: [receipt])
    try vault.execute(
      sql: """
        DELETE FROM person
        WHERE wrappedKey IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity WHERE personId = person.id)
        """)
  }

  /// How many details came with a delivery and are still there.
  static func count(_ receipt: Data, in vault: Database) throws -> Int {
    try Int.fetchOne(
      vault,
      sql: "SELECT count(*) FROM identity WHERE filingId = (SELECT id FROM filing WHERE receipt = ?)",
      arguments: [receipt]) ?? 0
  }

  static func unconfirmed(in vault: Database) throws -> [Data] {
    try Data.fetchAll(vault, sql: "SELECT receipt FROM filing WHERE isConfirmed = 0 ORDER BY receipt")
  }
}

extension Workspace {
  /// Settles what a kill between the two commits left in the vault.
  ///
  /// Does nothing while another program is writing, because then nothing can be told to be left over.
  func settleFilings() throws(StoreError) {
    try translatingErrors(in: path) {
      guard try !vault.read(Filing.unconfirmed).isEmpty else { return }
      do {
        try outsideDelivery { database in
          let received = try Data.fetchSet(database, sql: "SELECT receipt FROM delivery")
          try vault.write { vault in
            for receipt in try Filing.unconfirmed(in: vault) {
              if received.contains(receipt) {
                try Filing.confirm(receipt, in: vault)
              } else {
                try Filing.clear(receipt, in: vault)
              }
            }
          }
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return
      }
    }
  }
}
