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
      let copies = try Dictionary(grouping: rows) { [$0.source, $0.period, String($0.version)] }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .map { try copy(of: $0.value, in: log, as: stranger) }
      for copy in copies {
        try log.append(
          .erased(file: copy.old, replacedBy: copy.new, sha256: copy.sha256), source: copy.source, period: copy.period,
          on: occasion, in: opened.deliveriesFolder)
      }
      let erased = try workspace.erasePerson(index, occasion: occasion)
      try FolderOfDeliveries(opened, beside: workspace).removeLeftovers(log)
      return Erased(rows: erased, files: copies.map(\.new))
    }
  }

  private struct Copy {
    var source, period, old, new, sha256: String
  }

  /// Writes the kept file of one delivery anew, without the person.
  private func copy(of rows: [ReportedRow], in log: DeliveryLog, as stranger: String) throws -> Copy {
    let first = rows[0]
    let source = try opened.source(named: first.source)
    let received = log.entries.filter {
      $0.action == .received && $0.source == first.source && $0.period == first.period
    }
    guard received.indices.contains(first.version - 1), let old = log.kept(of: received[first.version - 1])?.file else {
      throw MonitoringError.data(
        nl:
          "Het logboek noemt geen bestand voor \(first.source) \(first.period) v\(first.version); er is niets gewist.",
        en: "The log names no file for \(first.source) \(first.period) v\(first.version); nothing was erased.")
    }
    let folder = FolderOfDeliveries(opened, beside: workspace)
    let new = folder.freeName(replacing: old)
    let from = opened.deliveriesFolder.appending(path: old)
    let copy = try folder.copy(erasing: ErasedRows(Set(rows.map(\.sourceRow)), as: stranger))
    let before = try folder.translatingKeepingFailed {
      try records(of: from, source, first.period, keeping: copy.kept)
    }
    let digest = try folder.keep(copy, as: new)
    let to = opened.deliveriesFolder.appending(path: new)
    guard try records(of: to, source, first.period) == before else {
      try? FileManager.default.removeItem(at: to)
      throw MonitoringError.data(
        nl:
          "\(old) kan niet opnieuw worden geschreven zonder dat er iets anders uit wordt gelezen; er is niets gewist. "
          + "Vraag de partner om een nieuwe levering zonder deze persoon.",
        en:
          "\(old) cannot be written anew without something else being read from it; nothing was erased. Ask the partner "
          + "for a new delivery without this person.")
    }
    return Copy(source: first.source, period: first.period, old: old, new: new, sha256: digest)
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
      atPath: folder.appending(path: "\(stem)-gewist-\(number).\(SealedDeliveries.ending)").path)
    {
      number += 1
    }
    return "\(stem)-gewist-\(number).\(SealedDeliveries.ending)"
  }
}
