public import Cryptography
internal import Foundation
internal import GRDB
public import Model

/// What a row says of itself whose partner delivers the number under which it was encoded.
public enum EncodedRow: Equatable, Sendable {
  /// The place of its number among those that were asked for.
  case known(Int)
  case unknown
  /// Whoever it was about was erased, and with that its number.
  case erased
}

extension Workspace {
  /// Which of these numbers each notification has of the sources that deliver the number of an encoded row in the place of
  /// a person. The numbers are not kept as they came: they are looked for by their keyed encodings.
  ///
  /// - Parameter numbers: Each of one source, with the name of that source.
  /// - Returns: By row of the notifications.
  public func encodedRows(
    of notifications: Notifications, in sources: [Source], among numbers: [(source: String, number: String)]
  ) throws(StoreError) -> [Int: EncodedRow] {
    var known: [BlindIndex: Int] = [:]
    for source in sources {
      for (place, row) in numbers.enumerated() where row.source == source.name {
        known[blindIndex(ofPersonKey: source.keptKey(row.number))] = place
      }
    }
    let names = Set(sources.map(\.name))
    let rowOf = places(of: notifications) { names.contains($0.source) }
    return try translatingErrors(in: path) {
      try reading { database in
        var result: [Int: EncodedRow] = [:]
        for (delivery, summary) in notifications.deliveries.enumerated() where names.contains(summary.source) {
          try forEachPerson(of: summary, in: database) { sourceRow, person in
            guard let row = rowOf[UInt64(delivery) << 32 | UInt64(sourceRow)] else { return }
            result[row] = known[person].map { .known($0) } ?? (person.isErased ? .erased : .unknown)
          }
        }
        return result
      }
    }
  }

  /// Which of these numbers a record has in any delivery, replaced and withdrawn ones included.
  public func placesOfRecords(
    in sources: [Source], among numbers: [(source: String, number: String)]
  ) throws(StoreError) -> Set<Int> {
    var known: [BlindIndex: Int] = [:]
    for source in sources {
      for (place, row) in numbers.enumerated() where row.source == source.name {
        known[blindIndex(ofPersonKey: source.keptKey(row.number))] = place
      }
    }
    return try translatingErrors(in: path) {
      try reading { database in
        var result: Set<Int> = []
        let rows = try Row.fetchAll(
          database, sql: "SELECT * FROM delivery NOT INDEXED WHERE status <> 'receiving' AND delivers = 'records'")
        for summary in rows.map(DeliverySummary.init) where sources.contains(where: { $0.name == summary.source }) {
          try forEachPerson(of: summary, in: database) { _, person in
            if let place = known[person] { result.insert(place) }
          }
        }
        return result
      }
    }
  }

  /// The row of each notification of some deliveries, by delivery and row of the file.
  private func places(of notifications: Notifications, _ isWanted: (DeliverySummary) -> Bool) -> [UInt64: Int] {
    let wanted = notifications.deliveries.map(isWanted)
    var result: [UInt64: Int] = [:]
    for row in notifications.sourceRow.indices where wanted[Int(notifications.delivery[row])] {
      result[UInt64(notifications.delivery[row]) << 32 | UInt64(notifications.sourceRow[row])] = row
    }
    return result
  }

  private func forEachPerson(
    of summary: DeliverySummary, in database: Database, _ body: (UInt32, BlindIndex) -> Void
  ) throws {
    let plan = try ReadingPlan(database, only: summary, seal: contentsSeal)
    let statement = try plan.columnStatement(database)
    for chunk in plan.chunks {
      var rows = [UInt32](repeating: 0, count: chunk.rowCount)
      try plan.read(OwnColumn.sourceRow, width: 4, of: chunk, with: statement) {
        ColumnReading.copy($0, into: &rows, at: 0)
      }
      var persons: [UInt8] = []
      try plan.read(OwnColumn.person, width: BlindIndex.count, of: chunk, with: statement) { persons = Array($0) }
      for place in 0..<chunk.rowCount {
        let person = BlindIndex(in: persons, at: place)
        if person != .none { body(rows[place], person) }
      }
    }
  }
}
