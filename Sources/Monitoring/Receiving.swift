import Cryptography
package import Deliveries
package import Foundation
package import Model
package import Store

/// Takes delivered files into the workspace of a monitor.
package struct Receiving {
  let opened: OpenedMonitor
  let workspace: Workspace
  let occasion: Occasion
  private let progress: ProgressSink

  /// - Parameter occasion: When, by whom and why, for the audit log and the date of receipt.
  package init(
    _ opened: OpenedMonitor, into workspace: Workspace, on occasion: Occasion, progress: @escaping ProgressSink
  ) {
    self.opened = opened
    self.workspace = workspace
    self.occasion = occasion
    self.progress = progress
  }

  /// How one file was received.
  package struct Receipt {
    package var report: DeliveryReport
    /// Nil when the file could not be used; then nothing has changed.
    package var outcome: ReceiveOutcome?
    /// The version that no longer counts since.
    package var replaces: Int?
    /// The file as it came, when it lies in the deliveries folder and a sealed copy took its place there; see `letGo`.
    package var unsealed: URL?

    /// What becomes of that file.
    package var remark: LocalizedText? {
      unsealed.map { file in
        let name = file.lastPathComponent
        return LocalizedText(
          nl: "\(name) wordt uit deliveries/ verwijderd: wat eruit is gelezen, is verzegeld bewaard.",
          en: "\(name) is removed from deliveries/: what was read of it is kept, sealed.")
      }
    }
  }

  /// Of a file that cannot be used at most so many findings are told.
  private static let toldFindings = 20

  /// Follows the log of the folder: takes in what it names and the workspace does not have, in its order.
  ///
  /// Every file that the log names has to be there and unchanged, those that were replaced or withdrawn as well: what a
  /// monitor was is part of what it is.
  /// - Returns: How many files were taken in.
  /// - Throws: `MonitoringError.findings` about a file that cannot be used any more, what makes it unusable first: that
  ///   may stand below any number of lesser remarks. `MonitoringError.data` for a file that is gone or changed, and for
  ///   a folder with files of which none was ever received.
  package func receiveNew() throws -> Int {
    try alone {
      let log = try DeliveryLog(in: opened.deliveriesFolder)
      try log.check(against: workspace)
      try FolderOfDeliveries(opened, beside: workspace).refuseUnreceived(log)
      return try follow(log)
    }
  }

  @discardableResult
  func follow(_ log: DeliveryLog) throws -> Int {
    let folder = FolderOfDeliveries(opened, beside: workspace)
    try log.check(against: workspace)
    try folder.check(log)
    folder.remember()
    let entries = try log.entries(notIn: workspace)
    guard entries.isEmpty || !workspace.isReading else { throw StoreError.folderReadOnly(path: workspace.path) }
    let received = entries.filter { $0.action == .received }
    let progress = ReceiveProgress(received.compactMap { folder.url(of: $0, in: log) }, to: progress)
    for entry in entries {
      try Task.checkCancellation()
      switch entry.action {
      case .withdrawn:
        try workspace.withdraw(source: entry.source, period: entry.period, occasion: entry.occasion)
      case .received:
        guard let file = folder.url(of: entry, in: log), let checksum = entry.sha256, let name = entry.file else {
          continue
        }
        let taking = Receiving(opened, into: workspace, on: entry.occasion, progress: self.progress)
        let receipt = try taking.take(
          file, from: opened.source(named: entry.source), period: Int(entry.period), size: .answered,
          progress: progress, name: { _ in name }, known: { _ in checksum }, commit: { _ in (checksum, nil) })
        progress.finished(file)
        guard receipt.outcome != nil else { throw Self.unusable(receipt.report) }
      // What was erased is no longer in the files that were just read, and pairs are read when persons are recognised.
      case .erased, .paired: break
      }
    }
    return received.count
  }

  private static func unusable(_ report: DeliveryReport) -> MonitoringError {
    .findings(Array(report.groups.map(\.finding).prefix(toldFindings)))
  }

  /// Checks a file and, when it can be used, takes it in, keeps what was read of it in the deliveries folder and adds it
  /// to the log of the folder. Of counts the file is kept as it came; of records what was read, sealed.
  ///
  /// The copy is on disk before the log names it, and the log before the workspace has it: what is cut off halfway was
  /// either not received, or is taken in by whoever follows the log next.
  /// - Parameters:
  ///   - period: The year asked for; nil: what the file says, see `DeliveryReading`.
  ///   - size: `answered` where the reason of the occasion says why the delivery is much smaller than the one before.
  package func receive(
    _ file: URL, from source: Source, period: Int?, size: SizeQuestion = .open
  ) throws -> Receipt {
    try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      _ = try follow(log)
      return try receive(file, from: source, period: period, size: size, adding: &log)
    }
  }

  private func receive(
    _ file: URL, from source: Source, period: Int?, size: SizeQuestion, adding log: inout DeliveryLog
  ) throws -> Receipt {
    let folder = FolderOfDeliveries(opened, beside: workspace)
    let digest = Beside { KnownFiles.read(file) ?? SHA256.digest(of: []).hex }
    let copy = try folder.sealedCopy(of: file, from: source)
    var receipt = try folder.translatingKeepingFailed {
      try take(
        file, from: source, period: period, size: size, progress: ReceiveProgress([file], to: progress),
        keeping: copy?.kept, name: { folder.name(for: file, from: source, year: $0) },
        known: { year in
          let marks = copy?.marks(of: digest.value) ?? []
          return log.knownDigest(of: digest.value, marks: marks, source: source.name, period: String(year))
        },
        commit: { year in
          let name = folder.name(for: file, from: source, year: year)
          let kept = try folder.keep(file, as: name, copy) ?? digest.value
          try log.append(
            .received(file: name, sha256: kept, original: copy?.marks(of: digest.value).first), source: source.name,
            period: String(year), on: occasion, in: opened.deliveriesFolder)
          return (kept, log.head)
        })
    }
    let isNamed = log.entries.contains { log.kept(of: $0)?.file == file.lastPathComponent }
    if copy != nil, receipt.outcome != nil, !isNamed, DeliveredFile.isKept(file, in: opened) { receipt.unsealed = file }
    return receipt
  }

  /// Removes a file of the deliveries folder of which a sealed copy was kept. Until then it can be shown to somebody.
  package func letGo(_ receipt: Receipt) throws {
    guard let file = receipt.unsealed else { return }
    try FileManager.default.removeItem(at: file)
    try DurableFolder(opened.deliveriesFolder).flush()
  }

  /// Receives every file of the deliveries folder that the log does not name, in the order of source, period and version
  /// as their names say: for a folder that was made by hand. A workspace that an earlier program made without a log is
  /// written into the log first.
  /// - Parameters:
  ///   - size: As with `receive`, for all of them.
  ///   - tell: Told of every file that was taken in, when it was.
  /// - Returns: How many files were taken in.
  /// - Throws: as `receiveNew()`; stops at the first file that cannot be used.
  @discardableResult
  package func receiveAll(
    size: SizeQuestion = .open, _ tell: (URL, Receipt) throws -> Void = { _, _ in }
  ) throws -> Int {
    try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      let folder = FolderOfDeliveries(opened, beside: workspace)
      if log.entries.isEmpty {
        try workspace.noteLogWritten(on: occasion)
        try folder.adopt(workspace, into: &log, on: occasion)
      }
      _ = try follow(log)
      let files = try folder.unnamed(by: log)
      for file in files {
        let receipt = try receive(file.url, from: file.source, period: file.period, size: size, adding: &log)
        guard receipt.outcome != nil else { throw Self.unusable(receipt.report) }
        try tell(file.url, receipt)
        try letGo(receipt)
      }
      return files.count
    }
  }

  /// Takes the current version of a source and period out of the counting. Its history stays, and no earlier version
  /// comes back by itself.
  package func withdraw(_ source: Source, period: String) throws {
    try alone {
      var log = try DeliveryLog(in: opened.deliveriesFolder)
      _ = try follow(log)
      let versions = DeliveryLog.versions(
        after: log.entries.filter { $0.source == source.name && $0.period == period })
      guard versions.contains(where: { $0.status == .complete }) else {
        throw StoreError.noCurrentDelivery(source: source.name, period: period)
      }
      try log.append(.withdrawn, source: source.name, period: period, on: occasion, in: opened.deliveriesFolder)
      try workspace.withdraw(source: source.name, period: period, occasion: occasion)
    }
  }

  /// While nobody else changes this workspace or log. A workspace in memory is nobody else's.
  func alone<Result>(_ work: () throws -> Result) throws -> Result {
    guard let place = workspace.folder, !workspace.isReading else { return try work() }
    let lock = try WriterLock(on: place)
    return try withExtendedLifetime(lock) {
      let log = try DeliveryLog(in: opened.deliveriesFolder)
      // Nothing is removed by the word of a log that was changed; who follows it tells.
      if (try? log.check(against: workspace)) != nil {
        try FolderOfDeliveries(opened, beside: workspace).removeLeftovers(log)
      }
      try RefusedOpenings(in: place).enter(in: workspace, on: occasion)
      let result = try work()
      try workspace.noteFollowed(DeliveryLog(in: opened.deliveriesFolder).head, on: occasion)
      return result
    }
  }

  /// The store wants the year of records before the first of them: the first batch tells it. A receiver that is let go
  /// without `finish` leaves the store as it was, also when the task is cancelled; from `commit` on it goes on to the end.
  /// - Parameters:
  ///   - kept: What keeps what is read.
  ///   - name: What the file of a year is called in the deliveries folder, and so in the store.
  ///   - known: Under which digest the store has the file if it was received before.
  ///   - commit: Called when the file can be used and is new, with its year, before the store has it. Gives the digest
  ///     under which the store is to know it, and how far the log of the folder has come with it.
  private func take(
    _ file: URL, from source: Source, period: Int?, size: SizeQuestion, progress: ReceiveProgress,
    keeping kept: KeptDelivery? = nil, name: (_ year: Int) -> String, known: (_ year: Int) -> String,
    commit: (_ year: Int) throws -> (digest: String, followed: AuditAnchor?)
  ) throws -> Receipt {
    func begin(about year: Int) throws -> DeliveryReceiver {
      try workspace.beginDelivery(
        of: source.name, period: String(year), fileName: name(year), monitor: opened.monitor, occasion: occasion)
    }
    let reading = DeliveryReading(
      file, from: source, period: period, size: size, in: opened, beside: workspace, progress: progress.sink)
    var receiver: DeliveryReceiver?
    let report = try reading.report(keeping: kept) { batch, year in
      try Task.checkCancellation()
      let open = try receiver ?? begin(about: year)
      receiver = open
      try open.append(batch)
    }
    guard report.isUsable, let year = report.year else {
      receiver?.abandon()
      return Receipt(report: report, outcome: nil)
    }
    if let before = try workspace.received(checksum: known(year), source: source.name, period: String(year)) {
      receiver?.abandon()
      return Receipt(report: report, outcome: .alreadyReceived(before))
    }
    let fileName = name(year)
    let replaces = try workspace.deliveries(of: source.name, period: String(year))
      .first { $0.status == .complete }?.summary.version
    try Task.checkCancellation()
    let (digest, followed) = try commit(year)
    var summary = report.summary(checksum: digest)
    summary.fileName = fileName
    if let counts = report.reported {
      let outcome = try workspace.receive(
        counts, summary: summary, findings: report.findingsOfFile, monitor: opened.monitor, occasion: occasion)
      return Receipt(report: report, outcome: outcome, replaces: replaces)
    }
    // A file without a record that can be taken is a delivery too.
    let open = try receiver ?? begin(about: year)
    let outcome = try open.finish(summary, findings: report.findingsOfFile, followed: followed)
    return Receipt(report: report, outcome: outcome, replaces: replaces)
  }
}
