package import Deliveries
package import Foundation
package import Model
package import Store

/// Takes delivered files into the workspace of a monitor.
package struct Receiving {
  private let opened: OpenedMonitor
  private let workspace: Workspace
  private let occasion: Occasion
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
  }

  /// Of a file that cannot be used at most so many findings are told.
  private static let toldFindings = 20

  /// Receives every file of the deliveries folder that the workspace has not seen, in the order of source, period and
  /// version. Stops at the first file that cannot be used.
  /// - Returns: How many files were taken in.
  /// - Throws: `MonitoringError.findings` about a file that cannot be used, what makes it unusable first: that may stand
  ///   below any number of lesser remarks.
  package func receiveNew() throws -> Int {
    let files = try DeliveredFile.notReceived(in: opened, by: workspace)
    let progress = ReceiveProgress(files.map(\.file.url), to: progress)
    for (file, checksum) in files {
      let receipt = try receive(
        file.url, from: file.source, period: file.period, checksum: checksum, keepsCopy: false, progress: progress)
      progress.finished(file.url)
      guard receipt.outcome == nil else { continue }
      let grave = receipt.report.findings.filter { $0.severity == .fatal }
      let others = receipt.report.findings.filter { $0.severity != .fatal }
      throw MonitoringError.findings(Array((grave + others).prefix(Self.toldFindings)))
    }
    return files.count
  }

  /// Checks a file and, when it can be used, takes it in and keeps a copy of it in the deliveries folder.
  /// - Parameter period: The year asked for; nil: what the file says, see `DeliveryReading`.
  package func receive(_ file: URL, from source: Source, period: Int?) throws -> Receipt {
    try receive(
      file, from: source, period: period, checksum: DeliveredFile.checksum(of: file), keepsCopy: true,
      progress: ReceiveProgress([file], to: progress))
  }

  /// The store wants the year of records before the first of them: the first batch tells it. A receiver that is let go
  /// without `finish` leaves the store as it was.
  private func receive(
    _ file: URL, from source: Source, period: Int?, checksum: String, keepsCopy: Bool, progress: ReceiveProgress
  ) throws -> Receipt {
    let reading = DeliveryReading(
      file, from: source, period: period, in: opened, beside: workspace, progress: progress.sink)
    var receiver: DeliveryReceiver?
    let report = try reading.report { batch, year in
      let open = try receiver ?? begin(file, from: source, about: year)
      receiver = open
      try open.append(batch)
    }
    guard report.isUsable, let year = report.year else {
      receiver?.abandon()
      return Receipt(report: report, outcome: nil)
    }
    let summary = report.summary(checksum: checksum)
    return try keepingCopy(of: file, from: source, year: keepsCopy ? year : nil, report) {
      if let counts = report.reported {
        return try workspace.receive(
          counts, summary: summary, findings: report.findings, monitor: opened.monitor, occasion: occasion)
      }
      // A file without a record that can be taken is a delivery too.
      let open = try receiver ?? begin(file, from: source, about: year)
      return try open.finish(summary, findings: report.findings)
    }
  }

  private func begin(_ file: URL, from source: Source, about year: Int) throws -> DeliveryReceiver {
    try workspace.beginDelivery(
      of: source.name, period: String(year), fileName: file.lastPathComponent, monitor: opened.monitor,
      occasion: occasion)
  }

  /// - Parameter year: The year under which a copy is kept; nil: none is.
  private func keepingCopy(
    of file: URL, from source: Source, year: Int?, _ report: DeliveryReport, _ finish: () throws -> ReceiveOutcome
  ) throws -> Receipt {
    let copy = try year.flatMap { try keepCopy(of: file, from: source, year: $0) }
    do {
      let outcome = try finish()
      switch outcome {
      case .taken: break
      case .alreadyReceived: if let copy { try FileManager.default.removeItem(at: copy) }
      }
      return Receipt(report: report, outcome: outcome)
    } catch {
      if let copy { try? FileManager.default.removeItem(at: copy) }
      throw error
    }
  }

  /// Puts the file as received beside the others, under the next free version; nil when it lies there already.
  private func keepCopy(of file: URL, from source: Source, year: Int) throws -> URL? {
    let folder = opened.deliveriesFolder
    guard !DeliveredFile.isKept(file, in: opened) else { return nil }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      var version = 1
      var place: URL
      repeat {
        let suffix = version == 1 ? "" : "-v\(version)"
        place = folder.appending(path: "\(source.name)-\(year)\(suffix).\(file.pathExtension.lowercased())")
        version += 1
      } while FileManager.default.fileExists(atPath: place.path)
      let partial = folder.appending(path: ".\(place.lastPathComponent).part")
      try? FileManager.default.removeItem(at: partial)
      try FileManager.default.copyItem(at: file, to: partial)
      try FileManager.default.moveItem(at: partial, to: place)
      return place
    } catch {
      throw MonitoringError.data(
        nl: "Het bestand kan niet worden bewaard in \(folder.path); er is niets ontvangen. Maak ruimte of pas de "
          + "rechten van de map aan.",
        en: "The file cannot be kept in \(folder.path); nothing was received. Make room or change the folder's "
          + "permissions.")
    }
  }
}
