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
  /// - Parameter named: Files of which the log says whose they are; they may be called anything and are passed over.
  /// - Throws: `MonitoringError.data` when a name does not say whose the file is.
  package static func all(
    in opened: OpenedMonitor, besides named: Set<String> = []
  ) throws(MonitoringError) -> [DeliveredFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: opened.deliveriesFolder.path)) ?? []
    let order = opened.monitor.sources.map(\.name)
    var files: [DeliveredFile] = []
    for name in names.sorted() where isDelivery(name) && !named.contains(name) {
      let url = opened.deliveriesFolder.appending(path: name)
      guard let file = DeliveredFile(url, in: opened.monitor) else { throw unnamed(url) }
      files.append(file)
    }
    return files.sorted {
      (order.firstIndex(of: $0.source.name) ?? 0, $0.period, $0.version)
        < (order.firstIndex(of: $1.source.name) ?? 0, $1.period, $1.version)
    }
  }

  /// Whether a file of the folder is meant to be a delivery: not the log, a note, or what a program left half.
  private static func isDelivery(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.lowercased().hasSuffix(".md")
      && name != DeliveryLog.name && name != SealedDeliveries.keysName
  }

  /// The year that the name of a file in the deliveries folder says it is about; nil for any other file, and for one of
  /// another source.
  static func year(of file: URL, from source: Source, in opened: OpenedMonitor) -> Int? {
    guard isKept(file, in: opened), let named = DeliveredFile(file, in: opened.monitor) else { return nil }
    return named.source.name == source.name ? named.period : nil
  }

  /// The name without its ending of a file in the deliveries folder that is called after its source and year; nil for any
  /// other file.
  static func stem(of file: URL, from source: Source, in opened: OpenedMonitor) -> String? {
    year(of: file, from: source, in: opened).map { _ in file.deletingPathExtension().lastPathComponent }
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

  private static func unnamed(_ url: URL) -> MonitoringError {
    .data(
      nl: "\(url.path): uit de naam van dit bestand blijkt niet van wie en waarover het is. Noem het BRON-JAAR.csv, "
        + "met een bron uit sources.yaml, of ontvang het met zicht receive.",
      en: "\(url.path): the name of this file does not say whose it is and about which year. Call it "
        + "SOURCE-YEAR.csv, with a source of sources.yaml, or receive it with zicht receive.")
  }
}
