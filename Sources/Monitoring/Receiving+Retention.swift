import Cryptography
import Deliveries
package import Model
package import Store

/// What is kept longer than the grounds allow, or was until it was erased.
package struct RetentionReport: Encodable {
  package struct Delivery: Encodable {
    package var source, period: String
    package var version: Int
    /// About persons of whom everything is past its term.
    package var rows: Int
    /// Of which only the personal details are: there are later records about the person.
    package var detailRows: Int
    /// Rows that were not taken in, in the file that is kept.
    package var rowsSetAside: Int
  }

  /// The day for which it holds.
  package var day: String
  package var deliveries: [Delivery]
  package var persons: Int
  /// The files that took the place of others; none when it was only looked.
  package var files: [String] = []

  package var isEmpty: Bool { deliveries.isEmpty && persons == 0 }

  package init(day: String, deliveries: [Delivery], persons: Int) {
    (self.day, self.deliveries, self.persons) = (day, deliveries, persons)
  }

  /// Looks, and changes nothing.
  /// - Parameter workspace: Nil when there is none: then nothing was received.
  package init(of opened: OpenedMonitor, in workspace: Workspace?, _ terms: RetentionTerms, on day: String) throws {
    self.init(day: day, deliveries: [], persons: 0)
    guard let workspace else { return }
    self = try RetentionSearch(in: workspace, terms, on: day, DeliveryLog(in: opened.deliveriesFolder)).report
  }
}

/// Finds what is past its term: in the records, in the vault and in the kept files.
package struct RetentionSearch {
  let expired: Expired
  /// Deliveries that are past the shortest term of their source, with rows in the kept file that were not taken in.
  let setAside: [DeliverySummary]
  private let day: String

  /// - Parameter log: Of the folder.
  package init(in workspace: Workspace, _ terms: RetentionTerms, on day: String, _ log: DeliveryLog) throws {
    self.day = day
    expired = try workspace.expired { terms.isPast($0, ground: $1) }
    setAside = try workspace.deliveries().map(\.summary).filter { delivery in
      guard delivery.rowsSetAside > 0, terms.isPast(delivery, ground: nil) else { return false }
      // Where somebody was erased before, nothing is left of rows that were not taken in.
      let kept = log.kept(of: delivery.source, delivery.period, version: delivery.version)
      return kept.map { !FolderOfDeliveries.isErased($0.file) } ?? false
    }
  }

  package var report: RetentionReport {
    var deliveries: [Receiving.VersionOfDelivery: RetentionReport.Delivery] = [:]
    for found in expired.deliveries {
      let whole = found.rows.count(where: \.isWhole)
      deliveries[.init(found.delivery)] = RetentionReport.Delivery(
        source: found.delivery.source, period: found.delivery.period, version: found.delivery.version, rows: whole,
        detailRows: found.rows.count - whole, rowsSetAside: 0)
    }
    for delivery in setAside {
      let none = RetentionReport.Delivery(
        source: delivery.source, period: delivery.period, version: delivery.version, rows: 0, detailRows: 0,
        rowsSetAside: 0)
      deliveries[.init(delivery), default: none].rowsSetAside = delivery.rowsSetAside
    }
    return RetentionReport(
      day: day, deliveries: deliveries.sorted { $0.key < $1.key }.map(\.value), persons: expired.persons.count)
  }

  /// What is to go from each kept file.
  func changes(as strangers: Strangers) -> [Receiving.VersionOfDelivery: ErasedRows] {
    var changes: [Receiving.VersionOfDelivery: ErasedRows] = [:]
    for delivery in setAside { changes[.init(delivery)] = ErasedRows([:]) }
    for found in expired.deliveries {
      let rows = found.rows.map { row in
        (row.number, row.isWhole ? .person(stranger: strangers.key(of: row.person)) : ErasedRows.Change.details)
      }
      changes[.init(found.delivery)] = ErasedRows(Dictionary(rows) { first, _ in first })
    }
    return changes
  }
}

extension RetentionReport {
  /// How much of it there is: `12 personen, 40 rijen, van 3 rijen alleen de persoonsgegevens`.
  package var amounts: LocalizedText {
    let rows = deliveries.reduce(0) { $0 + $1.rows }
    let details = deliveries.reduce(0) { $0 + $1.detailRows }
    let aside = deliveries.reduce(0) { $0 + $1.rowsSetAside }
    var (nl, en): ([String], [String]) = ([], [])
    func say(_ count: Int, _ dutch: (String, String), _ english: (String, String)) {
      guard count > 0 else { return }
      nl.append(Quantity(count).formatted(in: .nl) + " " + (count == 1 ? dutch.0 : dutch.1))
      en.append(Quantity(count).formatted(in: .en) + " " + (count == 1 ? english.0 : english.1))
    }
    say(persons, ("persoon", "personen"), ("person", "persons"))
    say(rows, ("rij", "rijen"), ("row", "rows"))
    say(details, ("rij met persoonsgegevens", "rijen met persoonsgegevens"), ("row of details", "rows of details"))
    say(
      aside, ("apart gelegde rij", "apart gelegde rijen"), ("row that was set aside", "rows that were set aside"))
    return LocalizedText(nl: nl.joined(separator: ", "), en: en.joined(separator: ", "))
  }
}

extension Receiving {
  /// What to tell whoever builds when something is past its term; nil when nothing is.
  ///
  /// The records are only gone through when a term ended since the last time. That there was nothing is written down, unless
  /// another program is writing.
  package func retentionRemark() throws -> LocalizedText? {
    let terms = RetentionTerms(of: opened.monitor, on: occasion.moment)
    guard try terms.areDue(in: workspace) else { return nil }
    let log = try DeliveryLog(in: opened.deliveriesFolder)
    let day = String(occasion.moment.prefix(10))
    let report = try RetentionSearch(in: workspace, terms, on: day, log).report
    if report.isEmpty {
      if !workspace.isReading { try? workspace.erase(Expired(), as: Strangers(), occasion: occasion) }
      return nil
    }
    let amounts = report.amounts
    return LocalizedText(
      nl: "Over de bewaartermijn: \(amounts.nl). Bekijk en wis met zicht retain.",
      en: "Past the term for keeping: \(amounts.en). See and erase with zicht retain.")
  }

  /// Erases what is past its term, from the records, the vault and every kept file, and looks again whether anything is
  /// left. No number changes.
  ///
  /// The new files are on the disk before the log names them, the log before the vault and the vault before the records:
  /// cut off halfway, it can be done again.
  /// - Throws: `MonitoringError.data` for a file that cannot be written anew; nothing was erased then.
  package func applyRetention() throws -> RetentionReport {
    try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      _ = try follow(log)
      let terms = RetentionTerms(of: opened.monitor, on: occasion.moment)
      let day = String(occasion.moment.prefix(10))
      let found = try RetentionSearch(in: workspace, terms, on: day, log)
      let strangers = try Strangers()
      let copies = try found.changes(as: strangers).sorted { $0.key < $1.key }.map { version, rows in
        try copy(of: version, without: rows, in: log)
      }
      try eraseReviews(
        of: Dictionary(found.expired.deliveries.map { (.init($0.delivery), $0.rows.map(\.number)) }) { $0 + $1 },
        in: log)
      try take(copies, into: &log)
      try forgettingPairs(&log) { log in
        try workspace.erase(found.expired, as: strangers, occasion: occasion)
        try FolderOfDeliveries(opened, beside: workspace).removeLeftovers(log)
      }
      guard try RetentionSearch(in: workspace, terms, on: day, log).report.isEmpty else { throw Self.somethingLeft }
      var report = found.report
      report.files = copies.map(\.new)
      return report
    }
  }

  private static let somethingLeft = MonitoringError.data(
    nl:
      "Na het wissen is er nog iets over zijn bewaartermijn. Voer zicht retain opnieuw uit; blijft het, meld het dan.",
    en: "After erasing something is still past its term. Run zicht retain again; if it stays, report it.")
}
