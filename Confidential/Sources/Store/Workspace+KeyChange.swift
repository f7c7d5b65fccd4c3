public import Cryptography
internal import Foundation
internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which key each of the two files of a workspace asks for, by its fingerprint.
public struct AskedKeys: Equatable, Sendable {
  /// Nil when the file is not there, or has not been given a key.
  public var store: String?
  public var vault: String?

  /// Whether a change of key stopped halfway.
  public var isHalfway: Bool { store != nil && vault != nil && store != vault }
}

extension Workspace {
  /// Which key opens the workspace in a folder; reading it takes none.
  public static func askedKeys(in folder: String) throws(StoreError) -> AskedKeys {
    func fingerprint(_ name: String, _ table: String) throws(StoreError) -> String? {
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return try translatingErrors(in: folder) {
        try reader(of: path, isWritable: access(folder, W_OK | X_OK) == 0).read { database in
          guard try database.tableExists(table) else { return nil }
          return try Data.fetchOne(database, sql: "SELECT keyCheck FROM \(table)").map { hexadecimal($0) }
        }
      }
    }
    return AskedKeys(
      store: try fingerprint("zicht.sqlite", "workspace"), vault: try fingerprint("identities.sqlite", "vault"))
  }

  /// The subkeys that outlived earlier keys; an empty ring when the key is not the workspace's, which is told later.
  static func keyRing(of database: DatabaseQueue, openedBy key: WorkspaceKey) throws -> KeyRing {
    try database.read { database in
      guard try database.tableExists("keyRing"),
        let known = try Data.fetchOne(database, sql: "SELECT keyCheck FROM workspace"),
        constantTimeEqual(Array(known), try key.checkValue())
      else { return KeyRing() }
      let rows = try Row.fetchAll(database, sql: "SELECT purpose, sealed FROM keyRing")
      return KeyRing(
        Dictionary(uniqueKeysWithValues: rows.map { ($0["purpose"] as String, Array($0["sealed"] as Data)) }))
    }
  }

  /// Makes a new key the key of the workspace in a folder, and the old one useless there.
  ///
  /// First the vault, in one transaction: the key of every person is wrapped anew. Then the store, in one transaction:
  /// the subkeys that cannot change are handed over. Stopped in between, the two ask for different keys; the same call
  /// again goes on from there. Nothing is lost as long as both keys are kept until this returns.
  ///
  /// What was made with the old key for good stays so: who had it and has a copy of the store can still test guesses
  /// against its blind indexes.
  ///
  /// - Precondition: Nobody else has the workspace open for writing.
  /// - Throws: `wrongKey` when the old key is not the workspace's.
  public static func changeKey(
    in folder: String, from old: WorkspaceKey, to new: WorkspaceKey
  ) throws(StoreError) {
    try translatingErrors(in: folder) {
      let (oldCheck, newCheck) = (Data(try old.checkValue()), Data(try new.checkValue()))
      let vault = try DatabaseQueue(path: folder + "/identities.sqlite", configuration: configuration)
      let store = try DatabaseQueue(path: folder + "/zicht.sqlite", configuration: configuration)
      guard try store.read({ try Data.fetchOne($0, sql: "SELECT keyCheck FROM workspace") }) == oldCheck else {
        throw StoreError.wrongKey(path: folder)
      }
      let asked = try vault.read { try Data.fetchOne($0, sql: "SELECT keyCheck FROM vault") }
      guard asked == oldCheck || asked == newCheck else { throw StoreError.wrongKey(path: folder) }
      if asked == oldCheck {
        try inFullTransaction(vault) { try rewrapPersons($0, from: old.vaultKey(), to: new.vaultKey(), newCheck) }
      }
      let ring = try KeyRing(of: old, keyRing(of: store, openedBy: old), handedOverTo: new)
      try inFullTransaction(store) { try handOver(ring, in: $0, newCheck) }
    }
  }

  /// All or nothing, on the disk before it returns, and no copy of what was replaced in the log beside the file.
  private static func inFullTransaction(_ file: DatabaseQueue, _ body: (Database) throws -> Void) throws {
    try file.inDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      try database.inTransaction(.immediate) {
        try body(database)
        return .commit
      }
      _ = try database.checkpoint(.truncate)
    }
  }

  private static func rewrapPersons(
    _ vault: Database, from old: SealingKey, to new: SealingKey, _ newCheck: Data
  ) throws {
    let slot = try KeySlot()
    let update = try RawStatement(vault, sql: "UPDATE person SET wrappedKey = ? WHERE id = ?")
    var last: Int64 = 0
    while true {
      // In pages, so that a cursor never runs over what it changes.
      let rows = try Row.fetchAll(
        vault,
        sql: """
          SELECT id, blindIndex, wrappedKey FROM person WHERE id > ? AND wrappedKey IS NOT NULL ORDER BY id LIMIT 4096
          """, arguments: [last])
      guard let end = rows.last else { break }
      for row in rows {
        let index = Array(row["blindIndex"] as Data)
        try slot.take(Array(row["wrappedKey"] as Data), wrappedWith: old, for: index)
        let wrapped = slot.wrapped(with: new, for: index)
        try update.run {
          $0.bind(wrapped, at: 1)
          $0.bind(row["id"] as Int64, at: 2)
        }
      }
      last = end["id"]
    }
    try vault.execute(sql: "UPDATE vault SET keyCheck = ?", arguments: [newCheck])
  }

  private static func handOver(_ ring: KeyRing, in store: Database, _ newCheck: Data) throws {
    for (purpose, sealed) in ring.sealed.sorted(by: { $0.key < $1.key }) {
      try store.execute(
        sql: """
          INSERT INTO keyRing (purpose, sealed) VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed
          """, arguments: [purpose, Data(sealed)])
    }
    try store.execute(sql: "UPDATE workspace SET keyCheck = ?", arguments: [newCheck])
  }
}
