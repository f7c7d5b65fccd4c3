import Cryptography
import Deliveries
import Foundation
import Model
import Store

/// The marks of records, read from the files that are kept: what was received of whom about which year, in whatever workspace.
struct RecordNames {
  private let opened: OpenedMonitor
  private let workspace: Workspace
  let keys: DeliveryKeys

  /// - Throws: `MonitoringError.data` when the keys of the folder are another's, or there are none.
  init(_ opened: OpenedMonitor, beside workspace: Workspace) throws {
    let sealed = SealedDeliveries(in: opened.deliveriesFolder, openedBy: workspace.deliveryOpener)
    guard let keys = try sealed.keys() else {
      let name = SealedDeliveries.keysName
      throw MonitoringError.data(
        nl:
          "Er zijn beoordelingen in \(ReviewLog.name), en deliveries/\(name), waarmee ze te lezen zijn, ontbreekt. Zet "
          + "beide terug uit dezelfde reservekopie.",
        en:
          "There are reviews in \(ReviewLog.name), and deliveries/\(name), with which they can be read, is missing. Put "
          + "both back from the same backup.")
    }
    (self.opened, self.workspace, self.keys) = (opened, workspace, keys)
  }

  /// The same for whoever is to review: makes the keys where there are none.
  init(making opened: OpenedMonitor, beside workspace: Workspace) throws {
    let sealed = SealedDeliveries(in: opened.deliveriesFolder, openedBy: workspace.deliveryOpener)
    (self.opened, self.workspace, keys) = (opened, workspace, try sealed.keysMade())
  }

  /// Of the version of a delivery that the log of the folder names.
  func marks(of source: String, _ period: String, version: Int, in log: DeliveryLog) throws -> RecordMarks {
    var marks = RecordMarks(of: source, period, keys: keys)
    guard let kept = log.kept(of: source, period, version: version) else { return marks }
    let file = opened.deliveriesFolder.appending(path: kept.file)
    let reading = DeliveryReading(
      file, from: try opened.source(named: source), period: Int(period), size: .answered, in: opened, beside: workspace)
    _ = try reading.report { batch, _ in marks.add(batch) }
    return marks
  }

  /// The newest mark of every row of the notifications, nil where nobody is named; and the rows by any of their marks.
  func all(of facts: Notifications) throws -> (newest: [RecordMark?], rows: [RecordMark: Int]) {
    var newest = [RecordMark?](repeating: nil, count: facts.sourceRow.count)
    var rows: [RecordMark: Int] = [:]
    try forEach(facts) { row, marks in
      newest[row] = marks.first
      for mark in marks { rows[mark] = row }
    }
    return (newest, rows)
  }

  /// The rows of records by any of their marks, of those that are looked for.
  func rows(of wanted: Set<RecordMark>, in facts: Notifications) throws -> [RecordMark: Int] {
    var result: [RecordMark: Int] = [:]
    try forEach(facts) { row, marks in
      for mark in marks where wanted.contains(mark) { result[mark] = row }
    }
    return result
  }

  private func forEach(_ facts: Notifications, _ body: (Int, ArraySlice<RecordMark>) -> Void) throws {
    let log = try DeliveryLog(in: opened.deliveriesFolder)
    let marks = try facts.deliveries.map { try self.marks(of: $0.source, $0.period, version: $0.version, in: log) }
    for row in facts.sourceRow.indices {
      let found = marks[Int(facts.delivery[row])].marks(ofRow: facts.sourceRow[row])
      if !found.isEmpty { body(row, found) }
    }
  }
}
