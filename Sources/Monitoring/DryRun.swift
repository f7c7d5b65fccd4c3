import Cryptography
package import Deliveries
package import Foundation
package import Model
package import Store

/// What receiving a file would come to, tried without keeping anything.
///
/// Receiving begins with following the log of the folder. Where the workspace has followed it, the file is laid beside
/// the workspace, opened to look; where it has not, or is not there, the log is followed in memory.
package struct DryRun {
  private let opened: OpenedMonitor
  private let progress: ProgressSink
  /// What was received before; nil where nothing was.
  package let store: Workspace?
  private let log: DeliveryLog

  /// How receiving would end.
  package struct Outlook {
    package var report: DeliveryReport
    /// Nil when the file cannot be used.
    package var outcome: ReceiveOutcome?
    /// The version that would be replaced.
    package var replaces: Int?
  }

  /// - Parameters:
  ///   - store: The workspace, opened to look; nil where there is none.
  ///   - place: Where it lies or would lie: the key with which the deliveries are sealed is that of the workspace.
  /// - Throws: What following the log throws, see `Receiving.receiveNew()`.
  package init(
    in opened: OpenedMonitor, beside store: Workspace?, at place: WorkspacePlace, progress: @escaping ProgressSink
  ) throws {
    (self.opened, self.progress) = (opened, progress)
    log = try DeliveryLog(in: opened.deliveriesFolder)
    if let store, try log.entries(notIn: store).isEmpty {
      try FolderOfDeliveries(opened, beside: store).check(log)
      self.store = store
    } else if log.entries.isEmpty {
      self.store = store
    } else {
      let memory = try Workspace.inMemory(key: place.keyOfDeliveries() ?? .random())
      let occasion = Occasion(moment: "2000-01-01T00:00:00Z", actor: "zicht", reason: "dry run")
      try Receiving(opened, into: memory, on: occasion, progress: progress).follow(log)
      self.store = memory
    }
  }

  /// Reads the file as receiving would.
  package func outlook(
    of file: URL, from source: Source, period: Int?, size: SizeQuestion
  ) throws -> Outlook {
    let report = try DeliveryReading(
      file, from: source, period: period, size: size, in: opened, beside: store, progress: progress
    ).report { _, _ in try Task.checkCancellation() }
    guard report.isUsable, let year = report.period else { return Outlook(report: report) }
    let digest = KnownFiles(in: nil).sha256(of: file) ?? ""
    let sealed = store.map { SealedDeliveries(in: opened.deliveriesFolder, openedBy: $0.deliveryOpener) }
    let checksum = log.knownDigest(
      of: digest, marks: try sealed?.keys()?.marks(of: digest) ?? [], source: source.name, period: year)
    if let before = try store?.received(checksum: checksum, source: source.name, period: year) {
      return Outlook(report: report, outcome: .alreadyReceived(before))
    }
    let history = try store?.deliveries(of: source.name, period: year) ?? []
    let version = (history.map(\.summary.version).max() ?? 0) + 1
    return Outlook(
      report: report, outcome: .taken(report.summary(checksum: checksum, version: version)),
      replaces: history.first { $0.status == .complete }?.summary.version)
  }
}
