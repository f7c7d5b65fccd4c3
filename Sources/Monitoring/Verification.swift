package import Foundation
package import Model
package import Store

/// The whole of what a monitor keeps, looked at byte by byte: every delivered file against the log, everything in the
/// workspace against its seals, and the audit log against heads that were kept elsewhere.
package struct Verification {
  private let opened: OpenedMonitor

  package init(of opened: OpenedMonitor) { self.opened = opened }

  package struct Found {
    /// Delivered files that are what the log says.
    package var files: Int
    /// Releases of which every file is what was released.
    package var releases: Int
    /// Lines of what people said of pairs.
    package var reviews: Int
    /// Nil when there is no workspace yet.
    package var workspace: VerifiedContents?
    /// In the folder, and not in any number.
    package var remarks: [LocalizedText]
  }

  /// - Parameters:
  ///   - workspace: Opened to look; nil when there is none.
  ///   - anchors: Heads of the audit log that were kept elsewhere.
  /// - Throws: `MonitoringError.data` or `StoreError` for the first thing that is not what was written.
  package func found(in workspace: Workspace?, against anchors: [AuditAnchor]) throws -> Found {
    let log = try DeliveryLog(in: opened.deliveriesFolder)
    if let workspace { try log.check(against: workspace) }
    let folder = FolderOfDeliveries(opened, rememberingNothing: ())
    try folder.check(log)
    // Without a workspace nothing opens; whether the keys are there can be seen.
    _ = try SealedDeliveries.ring(in: opened.deliveriesFolder)
    if let workspace {
      try SealedDeliveries(in: opened.deliveriesFolder, openedBy: workspace.deliveryOpener)
        .check(log.entries.compactMap { folder.url(of: $0, in: log) })
    }
    let reviews = try ReviewLog(of: opened.folder)
    if let workspace { try reviews.check(against: workspace) }
    let ledger = try ReleaseLedger(of: opened.folder)
    try ledger.check()
    var remarks: [LocalizedText] = []
    var anchors = anchors
    if let workspace {
      remarks = try PendingDeliveries(in: opened, besides: workspace).remarks
      let released = try ledger.anchors(of: workspace)
      anchors += released.own
      if released.others > 0 { remarks.append(Self.otherWorkspace(released.others)) }
    } else {
      guard anchors.isEmpty else { throw Self.nothingToHold }
    }
    let contents = try workspace?.verify(against: anchors)
    remarks += contents?.earlierThanBefore.map(Self.setBack) ?? []
    return Found(
      files: log.entries.count { $0.action == .received }, releases: ledger.entries.count,
      reviews: reviews.entries.count, workspace: contents, remarks: remarks)
  }

  private static func otherWorkspace(_ releases: Int) -> LocalizedText {
    LocalizedText(
      nl:
        "Van \(releases) vrijgaven is het controlelogboek een ander: deze werkmap werd daarna opnieuw gemaakt. Bewaar de "
        + "werkmap van toen, of wat u er elders van hebt.",
      en:
        "Of \(releases) releases the audit log is another one: this workspace was made anew afterwards. Keep the workspace "
        + "of that time, or what you have of it elsewhere.")
  }

  private static let nothingToHold = MonitoringError.data(
    nl:
      "Er is geen werkmap, dus ook geen controlelogboek om de stand mee te vergelijken. Wijs haar aan met --workspace.",
    en: "There is no workspace, so no audit log to hold the head against. Point to it with --workspace.")

  private static func setBack(_ entry: Int) -> LocalizedText {
    LocalizedText(
      nl:
        "Regel \(entry) van het controlelogboek is van een eerder moment dan de regel ervoor: een klok is teruggezet.",
      en: "Entry \(entry) of the audit log is of an earlier moment than the one before it: a clock was set back.")
  }
}
