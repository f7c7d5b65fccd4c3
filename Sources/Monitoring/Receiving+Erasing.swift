import Cryptography
import Deliveries
import Foundation
package import Model
package import Store

extension Receiving {
  /// What became of erasing a person.
  package struct Erased {
    /// The rows that were about the person.
    package var rows: [ReportedRow]
    /// The delivered files that took the place of those with the person in them.
    package var files: [String]
  }

  /// Erases one person: from the records and the vault of the workspace, and from every delivered file that is kept,
  /// replaced and withdrawn ones too. No number changes, and a workspace that is made anew does not bring the person back.
  ///
  /// The new files are on the disk before the log names them, and the log before the old ones go: cut off halfway, it can
  /// be done again.
  /// - Parameter key: As the source gave it; written nowhere.
  /// - Throws: `MonitoringError.data` for a file that cannot be written anew without changing what is read from it;
  ///   nothing was erased then.
  package func erase(personKey key: String) throws -> Erased {
    try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      _ = try follow(log)
      let index = workspace.blindIndex(ofPersonKey: key)
      let rows = try workspace.rows(about: index, occasion: occasion)
      let stranger = ErasedKey.fresh()
      let copies = try Dictionary(grouping: rows, by: VersionOfDelivery.init)
        .sorted { $0.key < $1.key }
        .map { version, rows in
          let changes = rows.map { ($0.sourceRow, ErasedRows.Change.person(stranger: stranger)) }
          return try copy(of: version, without: ErasedRows(Dictionary(changes) { first, _ in first }), in: log)
        }
      try eraseReviews(
        of: Dictionary(grouping: rows, by: VersionOfDelivery.init).mapValues { $0.map(\.sourceRow) }, in: log)
      try take(copies, into: &log)
      let erased = try forgettingPairs(&log) { log in
        let erased = try workspace.erasePerson(index, as: stranger, occasion: occasion)
        try FolderOfDeliveries(opened, beside: workspace).removeLeftovers(log)
        return erased
      }
      return Erased(rows: erased, files: copies.map(\.new))
    }
  }

  /// One version of what a source delivered about a period.
  struct VersionOfDelivery: Hashable, Comparable {
    var source, period: String
    var version: Int

    init(_ row: ReportedRow) { (source, period, version) = (row.source, row.period, row.version) }
    init(_ delivery: DeliverySummary) {
      (source, period, version) = (delivery.source, delivery.period, delivery.version)
    }

    static func < (one: Self, other: Self) -> Bool {
      (one.source, one.period, one.version) < (other.source, other.period, other.version)
    }
  }

  /// A kept file that is to take the place of another one.
  struct ErasedCopy {
    var source, period, old, new, sha256: String
  }

  /// The log names the new files from here on, all or none of them.
  func take(_ copies: [ErasedCopy], into log: inout DeliveryLog) throws {
    try log.append(
      copies.map { copy in
        (.erased(file: copy.old, replacedBy: copy.new, sha256: copy.sha256), copy.source, copy.period)
      }, on: occasion, in: opened.deliveriesFolder)
  }

  /// Writes the kept file of one delivery anew, without who or what is to go.
  func copy(of delivery: VersionOfDelivery, without erased: ErasedRows, in log: DeliveryLog) throws -> ErasedCopy {
    let source = try opened.source(named: delivery.source)
    guard let old = log.kept(of: delivery.source, delivery.period, version: delivery.version)?.file else {
      let place = "\(delivery.source) \(delivery.period) v\(delivery.version)"
      throw MonitoringError.data(
        nl: "Het logboek noemt geen bestand voor \(place); er is niets gewist.",
        en: "The log names no file for \(place); nothing was erased.")
    }
    let folder = FolderOfDeliveries(opened, beside: workspace)
    let new = folder.freeName(replacing: old)
    let from = opened.deliveriesFolder.appending(path: old)
    let copy = try folder.copy(erasing: erased)
    let before = try folder.translatingKeepingFailed {
      try records(of: from, source, delivery.period, keeping: copy.kept)
    }
    let digest = try folder.keep(copy, as: new)
    let to = opened.deliveriesFolder.appending(path: new)
    guard try records(of: to, source, delivery.period) == before else {
      try? FileManager.default.removeItem(at: to)
      throw MonitoringError.data(
        nl:
          "\(old) kan niet opnieuw worden geschreven zonder dat er iets anders uit wordt gelezen; er is niets gewist. "
          + "Vraag de partner om een nieuwe levering zonder deze persoon.",
        en:
          "\(old) cannot be written anew without something else being read from it; nothing was erased. Ask the "
          + "partner "
          + "for a new delivery without this person.")
    }
    return ErasedCopy(source: delivery.source, period: delivery.period, old: old, new: new, sha256: digest)
  }

  /// All that is read of a file but who the records are about.
  private struct Records: Equatable {
    var columns: [Columns] = []
    var rows: [[UInt32]] = []
    var lanes: [[UInt8]] = []
    var grounds: [[UInt8]] = []
    /// Rows that were not taken in; why may be told in other words.
    var setAside: Set<Int> = []
  }

  private func records(
    of file: URL, _ source: Source, _ period: String, keeping kept: KeptDelivery? = nil
  ) throws -> Records {
    var records = Records()
    let report = try DeliveryReading(
      file, from: source, period: Int(period), size: .answered, in: opened, beside: workspace
    ).report(keeping: kept) { batch, _ in
      records.columns.append(batch.columns)
      records.rows.append(batch.sourceRow)
      records.lanes.append(batch.lane)
      records.grounds.append(batch.ground)
    }
    records.setAside = Set(report.findings.filter { $0.severity == .error }.compactMap(\.place.row))
    return records
  }
}

extension FolderOfDeliveries {
  /// A name for what takes the place of a file from which a person was erased.
  fileprivate func freeName(replacing old: String) -> String {
    let stem = Self.stem(of: old)
    var number = 1
    while FileManager.default.fileExists(
      atPath: folder.appending(path: "\(stem)\(Self.erasedMark)\(number).\(SealedDeliveries.ending)").path)
    {
      number += 1
    }
    return "\(stem)\(Self.erasedMark)\(number).\(SealedDeliveries.ending)"
  }
}
