import Cryptography
import Model
import Store

extension Receiving {
  /// Takes what people said of some records out of the log of reviews, and looks again whether anything is left.
  ///
  /// Done before the records themselves are erased: afterwards nobody can tell any more which lines were about them. The
  /// audit log names what is left before it is there: cut off in between, the same command does it again.
  ///
  /// - Parameter rows: Of delivered files, replaced and withdrawn ones too.
  func eraseReviews(of rows: [VersionOfDelivery: [Int]], in log: DeliveryLog) throws {
    var reviews = try ReviewLog(of: opened.folder)
    guard !reviews.entries.isEmpty, !rows.isEmpty else { return }
    let names = try RecordNames(opened, beside: workspace)
    var marks: Set<RecordMark> = []
    for (version, rows) in rows.sorted(by: { $0.key < $1.key }) {
      let found = try names.marks(of: version.source, version.period, version: version.version, in: log)
      for row in rows { marks.formUnion(found.marks(ofRow: UInt32(row))) }
    }
    guard let rest = try reviews.erasing(marks, on: occasion) else { return }
    try workspace.record(.reviewsErased, of: rest.log.head.description, on: occasion)
    try reviews.take(rest)
    guard try ReviewLog(of: opened.folder).erasing(marks, on: occasion) == nil else { throw Self.reviewsLeft }
  }

  private static let reviewsLeft = MonitoringError.data(
    nl:
      "Na het wissen staat er nog iets over deze persoon in \(ReviewLog.name). Voer de opdracht opnieuw uit; blijft het, "
      + "meld het dan.",
    en:
      "After erasing something about this person is still in \(ReviewLog.name). Run the command again; if it stays, report "
      + "it.")
}
