public import Cryptography
internal import Foundation
internal import GRDB
public import Model

extension Workspace {
  /// The personal details of notifications, for linking them to persons. The reading is in the audit log before anything is
  /// opened.
  ///
  /// Details of who was erased are gone, and so are those that a term took away: such records have nothing to be linked by
  /// but what they say of the case.
  public func linkingDetails(
    of notifications: Notifications, occasion: Occasion
  ) throws(StoreError) -> LinkingDetails {
    guard occasion.isWellFormed else { throw .invalidMoment }
    return try translatingErrors(in: path) {
      try outsideDelivery { database in
        try append(AuditLine(action: .identitiesLinked, subject: "", occasion: occasion), to: database)
      }
      let receipts = try receipts(of: notifications.deliveries)
      var rowOf: [UInt64: Int] = [:]
      for row in notifications.sourceRow.indices {
        rowOf[UInt64(notifications.delivery[row]) << 32 | UInt64(notifications.sourceRow[row])] = row
      }
      return try vault.read { LinkingDetails(try opened(in: $0, receipts: receipts, rowOf: rowOf)) }
    }
  }

  /// The place of each delivery by its receipt.
  private func receipts(of deliveries: [DeliverySummary]) throws -> [Data: Int] {
    try reading { database in
      var result: [Data: Int] = [:]
      for (place, summary) in deliveries.enumerated() {
        let receipt = try Data.fetchOne(
          database, sql: "SELECT receipt FROM delivery WHERE source = ? AND period = ? AND version = ?",
          arguments: [summary.source, summary.period, summary.version])
        if let receipt { result[receipt] = place }
      }
      return result
    }
  }

  private func opened(
    in vault: Database, receipts: [Data: Int], rowOf: [UInt64: Int]
  ) throws -> [LinkingDetails.Detail] {
    let (slot, key) = (try KeySlot(), vaultKey)
    var details: [LinkingDetails.Detail] = []
    var person: Int64?
    // By person, so that each key is unwrapped once.
    let rows = try Row.fetchCursor(
      vault,
      sql: """
        SELECT person.id, blindIndex, wrappedKey, receipt, sourceRow, field, sealed
        FROM identity JOIN person ON person.id = identity.personId JOIN filing ON filing.id = identity.filingId
        WHERE wrappedKey IS NOT NULL
        ORDER BY person.id, filing.id, sourceRow, field
        """)
    while let row = try rows.next() {
      let receipt = try row.decode(Data.self, forColumn: "receipt")
      let sourceRow = try row.decode(Int.self, forColumn: "sourceRow")
      guard let delivery = receipts[receipt], let place = rowOf[UInt64(delivery) << 32 | UInt64(sourceRow)] else {
        continue
      }
      let index = Array(try row.decode(Data.self, forColumn: "blindIndex"))
      let id = try row.decode(Int64.self, forColumn: "id")
      if person != id {
        try slot.take(Array(try row.decode(Data.self, forColumn: "wrappedKey")), wrappedWith: key, for: index)
        person = id
      }
      let field = try row.decode(String.self, forColumn: "field")
      let sealed = SealedField(index: index, receipt: Array(receipt), sourceRow: sourceRow, field: field)
      let value = try slot.open(Array(try row.decode(Data.self, forColumn: "sealed")), for: sealed.bytes)
      details.append(LinkingDetails.Detail(row: place, field: field, value: value))
    }
    return details
  }
}
