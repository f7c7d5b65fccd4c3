public import Cryptography
internal import Foundation
internal import GRDB
internal import Model

/// Takes the encodings of persons out of the records, wherever a delivery brought them and whatever became of that.
///
/// In the place of each comes one that nobody was ever given: the records are still those of one person, so that no number
/// changes, and nothing leads from the person to them any more. Only where `erasing` holds a row.
struct PersonErasure {
  private let database: Database
  private let seal: ContentsSeal

  init(in database: Database, seal: ContentsSeal) { (self.database, self.seal) = (database, seal) }

  /// Takes out one person.
  /// - Returns: The deliveries and rows that were about the person.
  func replace(_ index: BlindIndex, with stranger: BlindIndex) throws -> [ReportedRow] {
    let chunks = try PersonRows(index.bytes, in: database).chunks()
    for chunk in chunks {
      var persons = chunk.persons
      for place in chunk.places { persons.replace(at: place, with: stranger) }
      try put(persons, in: chunk.id, ordinal: chunk.ordinal, receipt: chunk.receipt)
    }
    for id in Set(chunks.map(\.id)).sorted() { try putSeal(on: id) }
    return chunks.flatMap(\.rows)
  }

  /// Takes persons out of one delivery.
  /// - Parameter stranger: What comes in the place of a person; nil for one who stays.
  func replace(in delivery: DeliverySummary, with stranger: (BlindIndex) -> BlindIndex?) throws {
    let plan = try ReadingPlan(database, only: delivery, seal: seal)
    let statement = try plan.columnStatement(database)
    for chunk in plan.chunks {
      var persons: [UInt8] = []
      try plan.read(OwnColumn.person, width: BlindIndex.count, of: chunk, with: statement) { persons = Array($0) }
      for place in 0..<chunk.rowCount {
        if let stranger = stranger(BlindIndex(in: persons, at: place)) { persons.replace(at: place, with: stranger) }
      }
      try put(persons, in: chunk.delivery.id, ordinal: chunk.ordinal, receipt: chunk.delivery.receipt)
    }
    for delivery in plan.deliveries { try putSeal(on: delivery.id) }
  }

  private func put(_ persons: [UInt8], in id: Int64, ordinal: Int, receipt: [UInt8]) throws {
    let column = persons.withUnsafeBytes {
      seal.ofColumn(OwnColumn.person, ordinal: ordinal, receipt: receipt, $0)
    }
    try database.execute(
      sql: "UPDATE chunkColumn SET bytes = ? WHERE deliveryId = ? AND ordinal = ? AND variable = ?",
      arguments: [Data(persons), id, ordinal, OwnColumn.person])
    try database.execute(
      sql: "UPDATE columnSeal SET seal = ? WHERE deliveryId = ? AND ordinal = ? AND variable = ?",
      arguments: [Data(column), id, ordinal, OwnColumn.person])
  }

  private func putSeal(on id: Int64) throws {
    try database.execute(
      sql: "UPDATE delivery SET seal = ? WHERE id = ?", arguments: [Data(try seal.ofDelivery(id, in: database)), id])
  }
}

extension [UInt8] {
  /// Puts another index in a place among those that lie one after the other.
  fileprivate mutating func replace(at place: Int, with index: BlindIndex) {
    replaceSubrange(place * BlindIndex.count..<(place + 1) * BlindIndex.count, with: index.bytes)
  }
}

/// A row of a delivery, by its place in the file.
public struct ReportedRow: Hashable, Sendable {
  public var source: String
  public var period: String
  public var version: Int
  public var status: DeliveryStatus
  public var fileName: String
  public var sourceRow: Int
}

/// Looks a person up in the records.
struct PersonRows {
  private let index: [UInt8]
  private let database: Database

  init(_ index: [UInt8], in database: Database) { (self.index, self.database) = (index, database) }

  struct Chunk {
    var id: Int64
    var ordinal: Int
    var receipt: [UInt8]
    var persons: [UInt8]
    /// Of the rows about the person, within the chunk.
    var places: [Int]
    var rows: [ReportedRow]
  }

  /// The chunks with rows about the person, in the order of deliveries and rows.
  func chunks() throws -> [Chunk] {
    var chunks: [Chunk] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT delivery.*, person.ordinal, person.bytes AS persons, sourceRow.bytes AS sourceRows
        FROM chunkColumn AS person
          JOIN delivery ON delivery.id = person.deliveryId AND delivery.status <> 'receiving'
          JOIN chunkColumn AS sourceRow ON sourceRow.deliveryId = person.deliveryId
            AND sourceRow.ordinal = person.ordinal AND sourceRow.variable = ?
        WHERE person.variable = ? AND instr(person.bytes, ?) > 0
        ORDER BY source, period, version, person.ordinal
        """, arguments: [OwnColumn.sourceRow, OwnColumn.person, Data(index)])
    while let row = try rows.next() {
      let persons = Array(row["persons"] as Data)
      // The bytes may also occur across two encodings.
      let places = (0..<persons.count / BlindIndex.count).filter {
        persons[$0 * BlindIndex.count..<($0 + 1) * BlindIndex.count].elementsEqual(index)
      }
      guard !places.isEmpty else { continue }
      chunks.append(
        Chunk(
          id: row["id"], ordinal: row["ordinal"], receipt: Array(row["receipt"] as Data), persons: persons,
          places: places, rows: places.map { ReportedRow(row, at: $0, of: row["sourceRows"]) }))
    }
    return chunks
  }
}

extension ReportedRow {
  fileprivate init(_ row: Row, at place: Int, of sourceRows: Data) {
    let number = sourceRows.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self) }
    self.init(
      source: row["source"], period: row["period"], version: row["version"],
      status: DeliveryStatus(rawValue: row["status"]) ?? .withdrawn, fileName: row["fileName"],
      sourceRow: Int(UInt32(littleEndian: number)))
  }
}

extension Workspace {
  /// The rows about one person in every delivery, replaced and withdrawn ones included. Looking is in the audit log.
  public func rows(about index: BlindIndex, occasion: Occasion) throws(StoreError) -> [ReportedRow] {
    guard occasion.isWellFormed else { throw .invalidMoment }
    return try translatingErrors(in: path) {
      try outsideDelivery { database in
        let subject = hexadecimal(index.bytes)
        try append(AuditLine(action: .personSought, subject: subject, occasion: occasion), to: database)
      }
      return try reading { try PersonRows(index.bytes, in: $0).chunks().flatMap(\.rows) }
    }
  }
}
