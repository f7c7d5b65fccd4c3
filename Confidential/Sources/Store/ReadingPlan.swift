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
  }

  struct Chunk {
    var delivery: Delivery
    var ordinal: Int
    var rowCount: Int
    /// First row of the chunk in the result.
    var start: Int
  }

  private let seal: ContentsSeal
  private(set) var deliveries: [Delivery] = []
  /// Chunks of each delivery, as places in `chunks`.
  private var places: [Range<Int>] = []
  private(set) var chunks: [Chunk] = []
  private(set) var rowCount = 0

  /// Current deliveries of records of the monitor's sources, in the order of the sources and then of the periods.
  init(_ database: Database, monitor: Monitor, seal: ContentsSeal) throws {
    self.seal = seal
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT * FROM delivery NOT INDEXED WHERE status = 'complete' AND delivers = 'records' ORDER BY period")
    for source in monitor.sources {
      for row in rows where row["source"] == source.name { try add(row, from: database) }
    }
    try guardCount()
  }

  /// One version of a delivery of records, current or not; of counts, nothing.
  init(_ database: Database, only summary: DeliverySummary, seal: ContentsSeal) throws {
    self.seal = seal
    let row = try Row.fetchOne(
      database,
      sql:
        "SELECT * FROM delivery NOT INDEXED WHERE source = ? AND period = ? AND version = ? AND delivers = 'records'",
      arguments: [summary.source, summary.period, summary.version])
    if let row { try add(row, from: database) }
  }

  private func guardCount() throws {
    guard deliveries.count <= Int(UInt16.max) else { throw StoreError.tooManyDeliveries(limit: Int(UInt16.max)) }
  }

  private mutating func add(_ row: Row, from database: Database) throws {
    let id: Int64 = row["id"]
    let first = chunks.count
    let delivery = Delivery(
      id: id, summary: DeliverySummary(row), receipt: Array(row["receipt"] as Data),
      layout: try DeliveryLayout(json: row["layout"]))
    let sizes = try Row.fetchAll(
      database, sql: "SELECT ordinal, rowCount FROM chunk WHERE deliveryId = ? ORDER BY ordinal", arguments: [id])
    for size in sizes {
      chunks.append(Chunk(delivery: delivery, ordinal: size["ordinal"], rowCount: size["rowCount"], start: rowCount))
      rowCount += size["rowCount"]
    }
    deliveries.append(delivery)
    places.append(first..<chunks.count)
  }

  func chunks(ofDelivery index: Int) -> ArraySlice<Chunk> { chunks[places[index]] }

  func rows(ofDelivery index: Int) -> Range<Int> {
    let chunks = chunks(ofDelivery: index)
    guard let first = chunks.first, let last = chunks.last else { return 0..<0 }
    return first.start..<last.start + last.rowCount
  }

  func columnStatement(_ database: Database) throws -> RawStatement {
    try RawStatement(
      database,
      sql: """
        SELECT bytes, seal FROM chunkColumn NATURAL JOIN columnSeal
        WHERE deliveryId = ? AND ordinal = ? AND variable = ?
        """)
  }

  /// Hands over the bytes of one column of one chunk where SQLite keeps them.
  /// - Throws: `StoreError.damaged` when they are not there, or not the bytes that were received.
  func read(
    _ variable: String, width: Int, of chunk: Chunk, with statement: RawStatement,
    _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let isThere = try statement.run {
      $0.bind(chunk.delivery.id, at: 1)
      $0.bind(Int64(chunk.ordinal), at: 2)
      $0.bind(variable, at: 3)
    } read: {
      let bytes = $0.bytes(0)
      guard bytes.count == chunk.rowCount * width else { throw seal.damage(to: chunk.delivery.summary) }
      try seal.check(chunk, variable, bytes, seal: Array($0.bytes(1)))
      try body(bytes)
    }
    guard isThere else { throw seal.damage(to: chunk.delivery.summary) }
  }
}
