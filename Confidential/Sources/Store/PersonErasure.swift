public import Cryptography
internal import Foundation
internal import GRDB

/// Takes the encoding of a person out of the records, wherever a delivery brought it and whatever became of that.
///
/// In its place comes an encoding that nobody was ever given: the records are still those of one person, so that no
/// number changes, and nothing leads from the person to them any more.
struct PersonErasure {
  private let database: Database
  private let seal: ContentsSeal
  private let index: [UInt8]
  private let stranger = randomBytes(count: BlindIndex.count)

  init(of index: BlindIndex, in database: Database, seal: ContentsSeal) {
    (self.database, self.seal) = (database, seal)
    self.index = index.bytes
  }

  /// - Returns: The deliveries and rows that were about the person.
  func run() throws -> [ReportedRow] {
    try database.execute(sql: "INSERT INTO erasing (id) VALUES (1)")
    let rows = try replace()
    for id in Set(rows.map(\.id)).sorted() {
      try database.execute(
        sql: "UPDATE delivery SET seal = ? WHERE id = ?", arguments: [Data(try seal.ofDelivery(id, in: database)), id])
    }
    try database.execute(sql: "DELETE FROM erasing")
    return rows.map(\.row)
  }

  private func replace() throws -> [(id: Int64, row: ReportedRow)] {
    var found: [(id: Int64, row: ReportedRow)] = []
    for chunk in try PersonRows(index, in: database).chunks() {
      var bytes = chunk.persons
      for place in chunk.places {
        bytes.replaceSubrange(place * BlindIndex.count..<(place + 1) * BlindIndex.count, with: stranger)
      }
      let column = bytes.withUnsafeBytes {
        seal.ofColumn(OwnColumn.person, ordinal: chunk.ordinal, receipt: chunk.receipt, $0)
      }
      try database.execute(
        sql: "UPDATE chunkColumn SET bytes = ? WHERE deliveryId = ? AND ordinal = ? AND variable = ?",
        arguments: [Data(bytes), chunk.id, chunk.ordinal, OwnColumn.person])
      try database.execute(
        sql: "UPDATE columnSeal SET seal = ? WHERE deliveryId = ? AND ordinal = ? AND variable = ?",
        arguments: [Data(column), chunk.id, chunk.ordinal, OwnColumn.person])
      found += chunk.rows.map { (chunk.id, $0) }
    }
    return found
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
