import Cryptography
import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model
import Store

/// Takes delivered files into the workspace of a monitor.
struct Receiving {
  private let opened: OpenedMonitor
  private let workspace: Workspace
  private let display: ProgressDisplay

  init(_ opened: OpenedMonitor, _ workspace: Workspace, display: ProgressDisplay) {
    self.opened = opened
    self.workspace = workspace
    self.display = display
  }

  /// How one file was received.
  struct Receipt {
    var report: DeliveryReport
    /// Nil when the file could not be used; then nothing has changed.
    var outcome: ReceiveOutcome?
  }

  /// Receives every file of the deliveries folder that the workspace has not seen, in the order of source, period and
  /// version. Stops at the first file that cannot be used.
  /// - Returns: How many files were taken in.
  func receiveNew() throws -> Int {
    // Withdrawn and superseded files were seen too: what was decided about them stays.
    let known = Set(try workspace.deliveries().map { [$0.summary.source, $0.summary.period, $0.summary.checksum] })
    let files = try DeliveredFile.all(in: opened)
    let progress = ReceiveProgress(files.map(\.url), on: display)
    var received = 0
    for file in files {
      let checksum = try Self.checksum(of: file.url)
      guard !known.contains([file.source.name, String(file.period), checksum]) else { continue }
      let receipt = try receive(
        file.url, from: file.source, period: file.period, checksum: checksum, keepsCopy: false, progress: progress)
      progress.finished(file.url)
      if receipt.outcome == nil {
        // What makes the file unusable first: it may stand below any number of lesser remarks.
        let grave = receipt.report.findings.filter { $0.severity == .fatal }
        let others = receipt.report.findings.filter { $0.severity != .fatal }
        for finding in (grave + others).prefix(20) { Shell.complain(finding.sentence(in: Shell.language)) }
        throw Failure.findingsShown
      }
      received += 1
    }
    return received
  }

  /// Checks a file and, when it can be used, takes it in and keeps a copy of it in the deliveries folder.
  /// - Parameter period: the year the file is about; nil: what its rows say.
  func receive(_ file: URL, from source: Source, period: Int?, keepsCopy: Bool = true) throws -> Receipt {
    try receive(
      file, from: source, period: period, checksum: try Self.checksum(of: file), keepsCopy: keepsCopy,
      progress: ReceiveProgress([file], on: display))
  }

  private func receive(
    _ file: URL, from source: Source, period: Int?, checksum: String, keepsCopy: Bool, progress: ReceiveProgress
  ) throws -> Receipt {
    if source.deliversCounts {
      return try receiveCounts(file, from: source, period: period, checksum: checksum, keepsCopy: keepsCopy)
    }
    let reader = DeliveryReader(
      monitor: opened.monitor, source: source, period: period, detailLimit: 100_000, progress: progress.sink)
    // The store wants the year before the first row: from the user, from the name of the file, or from its first rows.
    guard let year = period ?? Self.year(named: file, in: opened.monitor) ?? reader.firstYear(contentsOf: file.path)
    else {
      return Receipt(report: try reader.validate(contentsOf: file.path), outcome: nil)
    }
    let receiver = try workspace.beginDelivery(
      of: source.name, period: String(year), fileName: file.lastPathComponent, monitor: opened.monitor,
      occasion: .now(because: "zicht receive"))
    let report: DeliveryReport
    do {
      report = try reader.validate(contentsOf: file.path) { try receiver.append($0) }
    } catch {
      receiver.abandon()
      throw error
    }
    guard report.isUsable else {
      receiver.abandon()
      return Receipt(report: report, outcome: nil)
    }
    guard let told = report.period.flatMap({ Int($0) }), told == year else {
      receiver.abandon()
      guard let told = report.period.flatMap({ Int($0) }) else { return Receipt(report: report, outcome: nil) }
      return try receive(file, from: source, period: told, checksum: checksum, keepsCopy: keepsCopy, progress: progress)
    }
    return try keepingCopy(of: file, from: source, year: keepsCopy ? year : nil, report) {
      try receiver.finish(report.summary(checksum: checksum), findings: report.findings)
    }
  }

  /// A file of counts says in its closing row which year it is about; the name of the file comes second.
  private func receiveCounts(
    _ file: URL, from source: Source, period: Int?, checksum: String, keepsCopy: Bool
  ) throws -> Receipt {
    let checked = try CheckedCounts(
      file, from: source, period: period, hint: Self.year(named: file, in: opened.monitor), in: opened.monitor,
      store: workspace)
    let report = checked.report
    guard let counts = report.reported, let year = checked.year else { return Receipt(report: report, outcome: nil) }
    return try keepingCopy(of: file, from: source, year: keepsCopy ? year : nil, report) {
      try workspace.receive(
        counts, summary: report.summary(checksum: checksum), findings: report.findings, monitor: opened.monitor,
        occasion: .now(because: "zicht receive"))
    }
  }

  /// - Parameter year: The year under which a copy is kept; nil: none is.
  private func keepingCopy(
    of file: URL, from source: Source, year: Int?, _ report: DeliveryReport, _ finish: () throws -> ReceiveOutcome
  ) throws -> Receipt {
    let copy = try year.flatMap { try keepCopy(of: file, from: source, year: $0) }
    do {
      let outcome = try finish()
      if case .alreadyReceived = outcome, let copy { try FileManager.default.removeItem(at: copy) }
      return Receipt(report: report, outcome: outcome)
    } catch {
      if let copy { try? FileManager.default.removeItem(at: copy) }
      throw error
    }
  }

  /// The one reporting year that the name of a file holds.
  private static func year(named file: URL, in monitor: Monitor) -> Int? {
    let numbers = file.deletingPathExtension().lastPathComponent.split { !$0.isNumber }.compactMap { Int($0) }
    let years = numbers.filter(monitor.years.contains)
    return years.count == 1 ? years[0] : nil
  }

  /// Puts the file as received beside the others, under the next free version; nil when it lies there already.
  private func keepCopy(of file: URL, from source: Source, year: Int) throws -> URL? {
    let folder = opened.deliveriesFolder
    guard file.standardizedFileURL.deletingLastPathComponent().path != folder.standardizedFileURL.path else {
      return nil
    }
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
      throw Failure.data(
        nl: "Het bestand kan niet worden bewaard in \(folder.path); er is niets ontvangen. Maak ruimte of pas de "
          + "rechten van de map aan.",
        en: "The file cannot be kept in \(folder.path); nothing was received. Make room or change the folder's "
          + "permissions.")
    }
  }

  /// SHA-256 of a file, read in pieces.
  static func checksum(of file: URL) throws -> String {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return SHA256.digest(of: []).hex }
    defer { try? handle.close() }
    var hash = SHA256()
    // A folder opens and cannot be read: the reader finds the words for that.
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { piece.withUnsafeBytes { hash.update($0) } }
    return hash.digest.hex
  }
}

/// A file in the deliveries folder: `politie-2018.csv`, `politie-2018-v2.xlsx`.
struct DeliveredFile {
  var url: URL
  var source: Source
  var period: Int
  var version: Int

  /// All delivered files of a monitor, by source, period and version.
  static func all(in opened: OpenedMonitor) throws -> [DeliveredFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: opened.deliveriesFolder.path)) ?? []
    let order = opened.monitor.sources.map(\.name)
    let files = try names.filter { !$0.hasPrefix(".") && !$0.lowercased().hasSuffix(".md") }.sorted().map {
      try DeliveredFile(named: $0, in: opened)
    }
    return files.sorted {
      (order.firstIndex(of: $0.source.name) ?? 0, $0.period, $0.version)
        < (order.firstIndex(of: $1.source.name) ?? 0, $1.period, $1.version)
    }
  }

  private init(named name: String, in opened: OpenedMonitor) throws {
    let url = opened.deliveriesFolder.appending(path: name)
    let stem = url.deletingPathExtension().lastPathComponent
    let match = opened.monitor.sources.filter { stem.hasPrefix($0.name + "-") }.max { $0.name.count < $1.name.count }
    let rest = match.map { stem.dropFirst($0.name.count + 1).split(separator: "-") } ?? []
    let version = rest.count < 2 ? 1 : rest[1].hasPrefix("v") ? Int(rest[1].dropFirst()) : nil
    guard let match, let period = rest.first.flatMap({ Int($0) }), let version, rest.count <= 2 else {
      throw Failure.data(
        nl: "\(url.path): uit de naam van dit bestand blijkt niet van wie en waarover het is. Noem het BRON-JAAR.csv, "
          + "met een bron uit sources.yaml, of ontvang het met zicht receive.",
        en: "\(url.path): the name of this file does not say whose it is and about which year. Call it "
          + "SOURCE-YEAR.csv, with a source of sources.yaml, or receive it with zicht receive.")
    }
    (self.url, source, self.period, self.version) = (url, match, period, version)
  }
}
