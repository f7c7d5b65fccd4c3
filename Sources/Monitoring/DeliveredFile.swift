import Cryptography
package import Foundation
package import Model
package import Store

/// A file in the deliveries folder: `politie-2018.csv`, `politie-2018-v2.xlsx`.
package struct DeliveredFile {
  package var url: URL
  package var source: Source
  package var period: Int
  package var version: Int

  /// All delivered files of a monitor, by source, period and version.
  /// - Throws: `MonitoringError.data` when a name does not say whose the file is.
  package static func all(in opened: OpenedMonitor) throws(MonitoringError) -> [DeliveredFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: opened.deliveriesFolder.path)) ?? []
    let order = opened.monitor.sources.map(\.name)
    var files: [DeliveredFile] = []
    for name in names.sorted() where !name.hasPrefix(".") && !name.lowercased().hasSuffix(".md") {
      let url = opened.deliveriesFolder.appending(path: name)
      guard let file = DeliveredFile(url, in: opened.monitor) else { throw unnamed(url) }
      files.append(file)
    }
    return files.sorted {
      (order.firstIndex(of: $0.source.name) ?? 0, $0.period, $0.version)
        < (order.firstIndex(of: $1.source.name) ?? 0, $1.period, $1.version)
    }
  }

  /// The files that a workspace has not seen, each with its checksum. Withdrawn and superseded files were seen too: what
  /// was decided about them stays.
  package static func notReceived(
    in opened: OpenedMonitor, by workspace: Workspace
  ) throws -> [(file: DeliveredFile, checksum: String)] {
    let known = Set(try workspace.deliveries().map { [$0.summary.source, $0.summary.period, $0.summary.checksum] })
    return try all(in: opened).compactMap { file in
      let checksum = checksum(of: file.url)
      return known.contains([file.source.name, String(file.period), checksum]) ? nil : (file, checksum)
    }
  }

  /// The year that the name of a file in the deliveries folder says it is about; nil for any other file, and for one of
  /// another source.
  static func year(of file: URL, from source: Source, in opened: OpenedMonitor) -> Int? {
    guard isKept(file, in: opened), let named = DeliveredFile(file, in: opened.monitor) else { return nil }
    return named.source.name == source.name ? named.period : nil
  }

  /// Whether a file lies in the deliveries folder itself.
  static func isKept(_ file: URL, in opened: OpenedMonitor) -> Bool {
    let folder = file.standardizedFileURL.deletingLastPathComponent().resolvingSymlinksInPath().path
    return folder == opened.deliveriesFolder.standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Nil when the name is not that of a delivery of one of the sources.
  private init?(_ url: URL, in monitor: Monitor) {
    let stem = url.deletingPathExtension().lastPathComponent
    let match = monitor.sources.filter { stem.hasPrefix($0.name + "-") }.max { $0.name.count < $1.name.count }
    let rest = match.map { stem.dropFirst($0.name.count + 1).split(separator: "-") } ?? []
    let version = rest.count < 2 ? 1 : rest[1].hasPrefix("v") ? Int(rest[1].dropFirst()) : nil
    guard let match, let period = rest.first.flatMap({ Int($0) }), let version, rest.count <= 2 else { return nil }
    (self.url, source, self.period, self.version) = (url, match, period, version)
  }

  /// SHA-256 of a file, read in pieces.
  package static func checksum(of file: URL) -> String {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return SHA256.digest(of: []).hex }
    defer { try? handle.close() }
    var hash = SHA256()
    // A folder opens and cannot be read: the reader finds the words for that.
    while let piece = try? handle.read(upToCount: 1 << 20), !piece.isEmpty { piece.withUnsafeBytes { hash.update($0) } }
    return hash.digest.hex
  }

  private static func unnamed(_ url: URL) -> MonitoringError {
    .data(
      nl: "\(url.path): uit de naam van dit bestand blijkt niet van wie en waarover het is. Noem het BRON-JAAR.csv, "
        + "met een bron uit sources.yaml, of ontvang het met zicht receive.",
      en: "\(url.path): the name of this file does not say whose it is and about which year. Call it "
        + "SOURCE-YEAR.csv, with a source of sources.yaml, or receive it with zicht receive.")
  }
}
