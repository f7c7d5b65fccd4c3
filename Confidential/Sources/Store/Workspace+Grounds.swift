internal import Foundation
internal import GRDB
public import Model

/// How many records of a delivery came in one lane on one legal ground.
public struct GroundTally: Equatable, Sendable {
  public var lane: Lane
  /// Name of the ground as it was when the delivery was received; nil: none was needed or found.
  public var ground: String?
  public var rows: Int
}

extension Workspace {
  /// The lanes and legal grounds of the records of one version, in the order of the lanes and then of the grounds;
  /// records without a ground come first in their lane.
  public func grounds(of delivery: DeliverySummary) throws(StoreError) -> [GroundTally] {
    try translatingErrors(in: path) {
      try reading { database in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT layout, lane.bytes AS lanes, ground.bytes AS grounds
            FROM delivery
              JOIN chunkColumn AS lane ON lane.deliveryId = delivery.id AND lane.variable = :lane
              JOIN chunkColumn AS ground ON ground.deliveryId = lane.deliveryId AND ground.ordinal = lane.ordinal
                AND ground.variable = :ground
            WHERE source = :source AND period = :period AND version = :version
            """,
          arguments: [
            "lane": OwnColumn.lane, "ground": OwnColumn.ground, "source": delivery.source,
            "period": delivery.period, "version": delivery.version,
          ])
        guard let first = rows.first else { return [] }
        let names = try DeliveryLayout(json: first["layout"]).grounds
        // One place a lane and a ground: grounds are one byte, lanes are fewer.
        var counts = [Int](repeating: 0, count: 256 * 256)
        for row in rows {
          for (lane, ground) in zip(row["lanes"] as Data, row["grounds"] as Data) {
            counts[Int(lane) << 8 | Int(ground)] += 1
          }
        }
        return try counts.enumerated().filter { $0.element > 0 }.map { place, rows in
          let (lane, ground) = (place >> 8, place & 255)
          guard lane < Lane.allCases.count, ground <= names.count else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
          }
          return GroundTally(
            lane: Lane.allCases[lane], ground: ground == 0 ? nil : names[ground - 1], rows: rows)
        }
      }
    }
  }
}
