internal import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// Seals on what a workspace keeps, so that what is read is what was received: keyed checksums that neither a worn disk
/// nor somebody without the key can make fit.
///
/// Every column of every chunk has a seal of its own, looked at when the column is read. Every delivery has one over all
/// else that is kept of it, the seals of its columns included, looked at whenever the workspace is opened. The status of
/// a delivery is not in it, because that changes: it has to agree with the log of the folder.
struct ContentsSeal {
  private let key: AuthenticationKey
  /// Of the workspace, for complaints.
  private let path: String

  init(_ key: AuthenticationKey, path: String) { (self.key, self.path) = (key, path) }

  /// - Parameter receipt: of the delivery.
  func ofColumn(
    _ variable: String, ordinal: Int, receipt: [UInt8], _ bytes: UnsafeRawBufferPointer
  ) -> [UInt8] {
    key.seal(on: bytes, at: receipt + Array("\(ordinal) \(variable)".utf8))
  }

  /// - Throws: `.damaged` when the bytes are not those that were sealed.
  func check(_ chunk: ReadingPlan.Chunk, _ variable: String, _ bytes: UnsafeRawBufferPointer, seal: [UInt8]) throws {
    let right = ofColumn(variable, ordinal: chunk.ordinal, receipt: chunk.delivery.receipt, bytes)
    guard constantTimeEqual(right, seal) else { throw damage(to: chunk.delivery.summary) }
  }

  func damage(to delivery: DeliverySummary) -> StoreError {
    .damaged(path: path, delivery: delivery.place)
  }

  /// The seal on a delivery as it now stands in the database.
  func ofDelivery(_ id: Int64, in database: Database) throws -> [UInt8] {
    var hash = SHA256()
    for query in ContentsSeal.parts {
      hash.update(Array("\(query)\n".utf8))
      let rows = try Row.fetchCursor(database, sql: query, arguments: [id])
      while let row = try rows.next() {
        for value in row.databaseValues { hash.update(ContentsSeal.bytes(of: value)) }
      }
    }
    return hash.digest.bytes.withUnsafeBytes { key.seal(on: $0, at: Array("delivery".utf8)) }
  }

  /// Whether any delivery has a seal.
  static func isOnAny(in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM delivery NOT INDEXED WHERE seal IS NOT NULL)") ?? false
  }

  /// Seals a delivery of which everything is kept.
  /// - Parameter identities: How many personal details the vault got with it.
  func put(on id: Int64, identities: Int, in database: Database) throws {
    try database.execute(sql: "UPDATE delivery SET identities = ? WHERE id = ?", arguments: [identities, id])
    try database.execute(
      sql: "UPDATE delivery SET seal = ? WHERE id = ?", arguments: [Data(try ofDelivery(id, in: database)), id])
  }

  /// Everything that is kept of a delivery, in an order that does not depend on how it is stored.
  private static let parts = [
    """
    SELECT receipt, source, period, version, fileName, checksum, receivedOn, delivers, isDeclaredComplete, rowsRead,
      rowsTaken, rowsSetAside, rowsMovedDown, codebookVersion, layout, identities
    FROM delivery WHERE id = ?
    """,
    "SELECT ordinal, rowCount, firstSourceRow FROM chunk WHERE deliveryId = ? ORDER BY ordinal",
    "SELECT ordinal, variable, seal FROM columnSeal WHERE deliveryId = ? ORDER BY ordinal, variable",
    """
    SELECT sourceRow, countTable, year, words, answer, number, decimals FROM reportedCell
    WHERE deliveryId = ? ORDER BY sourceRow
    """,
    """
    SELECT ordinal, sourceRow, columnName, rule, severity, messageNl, messageEn, remedyNl, remedyEn FROM finding
    WHERE deliveryId = ? ORDER BY ordinal
    """,
    "SELECT sourceRow, rule, columnName FROM setAsideRow WHERE deliveryId = ? ORDER BY sourceRow",
  ]

  /// A value behind a byte for its kind and its length, so that values cannot run into each other.
  private static func bytes(of value: DatabaseValue) -> [UInt8] {
    switch value.storage {
    case .null: [0]
    case .int64(let number): [1] + Array("\(number);".utf8)
    case .double(let number): [2] + Array("\(number.bitPattern);".utf8)
    case .string(let text): [3] + Array("\(text.utf8.count);".utf8) + Array(text.utf8)
    case .blob(let data): [4] + Array("\(data.count);".utf8) + Array(data)
    }
  }
}

extension Workspace {
  /// Looks at the seal of every delivery.
  /// - Throws: `.damaged` for the first one that is not as it was received.
  func checkSeals(in database: Database) throws {
    let deliveries = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM delivery NOT INDEXED WHERE status <> 'receiving' ORDER BY id
        """)
    for row in deliveries {
      let seal = (row["seal"] as Data?).map { Array($0) } ?? []
      guard DeliveryStatus(rawValue: row["status"]) != nil,
        constantTimeEqual(seal, try contentsSeal.ofDelivery(row["id"], in: database))
      else { throw contentsSeal.damage(to: DeliverySummary(row)) }
    }
  }

  /// Looks at every column of every delivery.
  /// - Throws: `.damaged`.
  func checkColumns(in database: Database) throws {
    let deliveries = try Row.fetchAll(
      database,
      sql: "SELECT * FROM delivery NOT INDEXED WHERE status <> 'receiving' AND delivers = 'records' ORDER BY id")
    for row in deliveries {
      let plan = try ReadingPlan(database, only: DeliverySummary(row), seal: contentsSeal)
      let statement = try plan.columnStatement(database)
      for chunk in plan.chunks {
        for (variable, width) in chunk.delivery.layout.kept {
          try plan.read(variable, width: width, of: chunk, with: statement) { _ in }
        }
      }
    }
  }

  /// Seals what an earlier version of the program kept without. That was so before the vault knew a head of the audit
  /// log, and for all deliveries alike; a seal that is gone since was taken away, and what lies there now gets no other.
  func sealOlderDeliveries() throws(StoreError) {
    try translatingErrors(in: path) {
      guard try vault.read({ try AuditHead.kept(in: $0) }) == nil else { return }
      guard try database.read({ try !ContentsSealing.isDone(in: $0) && !ContentsSeal.isOnAny(in: $0) }) else { return }
      try outsideDelivery { try ContentsSealing(contentsSeal, counting: vault).sealAll(in: $0) }
    }
  }
}

/// Seals deliveries that were received before there were seals.
private struct ContentsSealing {
  private let seal: ContentsSeal
  private let vault: DatabaseQueue

  init(_ seal: ContentsSeal, counting vault: DatabaseQueue) { (self.seal, self.vault) = (seal, vault) }

  static func isDone(in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: "SELECT NOT EXISTS (SELECT 1 FROM delivery NOT INDEXED WHERE status <> 'receiving' AND seal IS NULL)")
      ?? true
  }

  func sealAll(in database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT id, receipt FROM delivery WHERE seal IS NULL ORDER BY id")
    for row in rows {
      let (id, receipt): (Int64, Data) = (row["id"], row["receipt"])
      try sealColumns(of: id, receipt: Array(receipt), in: database)
      let identities = try vault.read { try Filing.count(receipt, in: $0) }
      try seal.put(on: id, identities: identities, in: database)
    }
  }

  private func sealColumns(of id: Int64, receipt: [UInt8], in database: Database) throws {
    let columns = try Row.fetchCursor(
      database, sql: "SELECT ordinal, variable, bytes FROM chunkColumn WHERE deliveryId = ?", arguments: [id])
    while let row = try columns.next() {
      let (ordinal, variable): (Int, String) = (row["ordinal"], row["variable"])
      let bytes = (row["bytes"] as Data).withUnsafeBytes {
        seal.ofColumn(variable, ordinal: ordinal, receipt: receipt, $0)
      }
      try database.execute(
        sql: "INSERT INTO columnSeal (deliveryId, ordinal, variable, seal) VALUES (?, ?, ?, ?)",
        arguments: [id, ordinal, variable, Data(bytes)])
    }
  }
}
