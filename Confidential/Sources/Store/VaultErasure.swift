internal import Cryptography
internal import Foundation
internal import GRDB

/// Takes details, or persons with their keys, out of the vault, inside one transaction.
struct VaultErasure {
  private let vault: Database
  /// How many details went, by filing.
  private var gone: [Int64: Int] = [:]

  init(_ vault: Database) { self.vault = vault }

  /// Removes the key and the details of a person. Doing it twice is harmless.
  mutating func forget(_ index: BlindIndex, on day: String) throws {
    let arguments: StatementArguments = [Data(index.bytes)]
    let persons = "SELECT id FROM person WHERE blindIndex = ?"
    let counts = try Row.fetchAll(
      vault,
      sql: "SELECT filingId, count(*) AS details FROM identity WHERE personId IN (\(persons)) GROUP BY filingId",
      arguments: arguments)
    for row in counts { gone[row["filingId"], default: 0] += row["details"] as Int }
    try vault.execute(sql: "DELETE FROM identity WHERE personId IN (\(persons))", arguments: arguments)
    try vault.execute(
      sql: "UPDATE person SET wrappedKey = NULL, erasedOn = ? WHERE blindIndex = ? AND wrappedKey IS NOT NULL",
      arguments: [day, Data(index.bytes)])
  }

  /// Removes the details of a person that one row of a delivery brought.
  mutating func removeDetails(of person: BlindIndex, row: Int, receipt: Data) throws {
    guard let filing = try Int64.fetchOne(vault, sql: "SELECT id FROM filing WHERE receipt = ?", arguments: [receipt])
    else { return }
    try vault.execute(
      sql: """
        DELETE FROM identity
        WHERE filingId = ? AND sourceRow = ? AND personId IN (SELECT id FROM person WHERE blindIndex = ?)
        """, arguments: [filing, row, Data(person.bytes)])
    gone[filing, default: 0] += vault.changesCount
  }

  /// Writes down how many details are left.
  func finish() throws {
    for (filing, details) in gone {
      try vault.execute(
        sql: "UPDATE filing SET identities = identities - ? WHERE id = ?", arguments: [details, filing])
    }
  }
}
