internal import Cryptography
internal import GRDB
internal import Model

/// Writes batches as chunks of packed columns, with statements prepared once a delivery.
struct ChunkWriter {
  private let deliveryId: Int64
  private let chunk: RawStatement
  private let column: RawStatement
  private let columnSeal: RawStatement
  private let receipt: [UInt8]
  private let seal: ContentsSeal

  init(_ database: Database, deliveryId: Int64, receipt: [UInt8], seal: ContentsSeal) throws {
    self.deliveryId = deliveryId
    (self.receipt, self.seal) = (receipt, seal)
    chunk = try RawStatement(
      database, sql: "INSERT INTO chunk (deliveryId, ordinal, rowCount, firstSourceRow) VALUES (?, ?, ?, ?)")
    column = try RawStatement(
      database,
      sql: "INSERT INTO chunkColumn (deliveryId, ordinal, variable, rowCount, width, bytes) VALUES (?, ?, ?, ?, ?, ?)")
    columnSeal = try RawStatement(
      database, sql: "INSERT INTO columnSeal (deliveryId, ordinal, variable, seal) VALUES (?, ?, ?, ?)")
  }

  /// - Parameter persons: 16 bytes a row.
  func write(_ batch: DeliveryBatch, persons: [UInt8], ordinal: Int) throws {
    let count = batch.columns.rowCount
    try chunk.run { statement in
      statement.bind(deliveryId, at: 1)
      statement.bind(Int64(ordinal), at: 2)
      statement.bind(Int64(count), at: 3)
      statement.bind(Int64(batch.sourceRow.first ?? 1), at: 4)
    }
    let writeColumn = { (name: String, width: Int, bytes: UnsafeRawBufferPointer) in
      _ = try column.run { statement in
        statement.bind(deliveryId, at: 1)
        statement.bind(Int64(ordinal), at: 2)
        statement.bind(name, at: 3)
        statement.bind(Int64(count), at: 4)
        statement.bind(Int64(width), at: 5)
        statement.bind(inPlace: bytes, at: 6)
      }
      let seal = seal.ofColumn(name, ordinal: ordinal, receipt: receipt, bytes)
      try columnSeal.run { statement in
        statement.bind(deliveryId, at: 1)
        statement.bind(Int64(ordinal), at: 2)
        statement.bind(name, at: 3)
        statement.bind(seal, at: 4)
      }
    }
    for (variable, column) in zip(batch.columns.variables, batch.columns.columns) {
      try column.withPackedBytes { try writeColumn(variable.name, column.width, $0) }
    }
    try persons.withUnsafeBytes { try writeColumn(OwnColumn.person, BlindIndex.count, $0) }
    try batch.lane.withUnsafeBytes { try writeColumn(OwnColumn.lane, 1, $0) }
    try batch.ground.withUnsafeBytes { try writeColumn(OwnColumn.ground, 1, $0) }
    try batch.sourceRow.withUnsafeBytes { try writeColumn(OwnColumn.sourceRow, 4, $0) }
  }
}
