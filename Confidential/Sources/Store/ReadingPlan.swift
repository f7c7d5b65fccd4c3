internal import Foundation
internal import GRDB
internal import Model

/// Which deliveries are read, in which order, and where their chunks land in the columns.
struct ReadingPlan {
  struct Delivery {
    var id: Int64
    var summary: DeliverySummary
    var receipt: [UInt8]
    var layout: DeliveryLayout
    /// Chunks of this delivery, as places in `chunks`.
    var chunks: Range<Int>
  }

  struct Chunk {
    var deliveryId: Int64
    var ordinal: Int
    var rowCount: Int
    /// First row of the chunk in the result.
    var start: Int
  }

  private(set) var deliveries: [Delivery] = []
  private(set) var chunks: [Chunk] = []
  private(set) var rowCount = 0

  /// Current deliveries of records of the monitor's sources, in the order of the sources and then of the periods.
  init(_ database: Database, monitor: Monitor) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT * FROM delivery WHERE status = 'complete' AND delivers = 'records' ORDER BY period")
    for source in monitor.sources {
      for row in rows where row["source"] == source.name { try add(row, from: database) }
    }
    try guardCount()
  }

  /// One version of a delivery of records, current or not; of counts, nothing.
  init(_ database: Database, only summary: DeliverySummary) throws {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT * FROM delivery WHERE source = ? AND period = ? AND version = ? AND delivers = 'records'",
      arguments: [summary.source, summary.period, summary.version])
    if let row { try add(row, from: database) }
  }

  private func guardCount() throws {
    guard deliveries.count <= Int(UInt16.max) else { throw StoreError.tooManyDeliveries(limit: Int(UInt16.max)) }
  }

  private mutating func add(_ row: Row, from database: Database) throws {
    let id: Int64 = row["id"]
    let first = chunks.count
    let sizes = try Row.fetchAll(
      database, sql: "SELECT ordinal, rowCount FROM chunk WHERE deliveryId = ? ORDER BY ordinal", arguments: [id])
    for size in sizes {
      chunks.append(Chunk(deliveryId: id, ordinal: size["ordinal"], rowCount: size["rowCount"], start: rowCount))
      rowCount += size["rowCount"]
    }
    deliveries.append(
      Delivery(
        id: id, summary: DeliverySummary(row), receipt: Array(row["receipt"] as Data),
        layout: try DeliveryLayout(json: row["layout"]), chunks: first..<chunks.count))
  }

  func chunks(ofDelivery index: Int) -> ArraySlice<Chunk> { chunks[deliveries[index].chunks] }

  func rows(ofDelivery index: Int) -> Range<Int> {
    let chunks = chunks(ofDelivery: index)
    guard let first = chunks.first, let last = chunks.last else { return 0..<0 }
    return first.start..<last.start + last.rowCount
  }

  func columnStatement(_ database: Database) throws -> RawStatement {
    try RawStatement(
      database, sql: "SELECT bytes FROM chunkColumn WHERE deliveryId = ? AND ordinal = ? AND variable = ?")
  }

  /// Hands over the bytes of one column of one chunk where SQLite keeps them.
  /// - Throws: an SQLite error of corruption when they are not there, or are more or fewer than the rows.
  func read(
    _ variable: String, width: Int, of chunk: Chunk, with statement: RawStatement,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let isThere = try statement.run {
      $0.bind(chunk.deliveryId, at: 1)
      $0.bind(Int64(chunk.ordinal), at: 2)
      $0.bind(variable, at: 3)
    } read: {
      let bytes = $0.bytes(0)
      guard bytes.count == chunk.rowCount * width else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      try body(bytes)
    }
    guard isThere else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
  }
}
