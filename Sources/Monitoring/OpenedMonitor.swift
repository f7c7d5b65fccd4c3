package import Foundation
package import Model
import MonitorFolder

/// A monitor folder, read and found good enough to work with.
package struct OpenedMonitor {
  package let folder: URL
  package let monitor: Monitor
  /// What is worth a look although the folder can be worked with.
  package let warnings: [Finding]

  /// - Throws: `MonitoringError.findings` with everything that is wrong when one finding is more than a warning.
  package init(_ path: String) throws(MonitoringError) {
    folder = URL(filePath: path).standardizedFileURL
    let (loaded, findings) = FolderReading.load(path: path)
    guard let loaded, !findings.contains(where: { $0.severity <= .error }) else { throw .findings(findings) }
    monitor = loaded
    warnings = findings.filter { $0.severity <= .warning }
  }

  package var deliveriesFolder: URL { folder.appending(path: "deliveries") }

  /// - Throws: `MonitoringError.data` with the nearest name.
  package func source(named name: String) throws(MonitoringError) -> Source {
    if let source = monitor.source(named: name) { return source }
    let names = monitor.sources.map(\.name)
    throw .unknown(
      LocalizedText(
        nl: "De bron '\(name)' staat niet in sources.yaml", en: "The source '\(name)' is not in sources.yaml"),
      among: names, nearest: suggestion(for: name, among: names))
  }

  /// The source of two codings: the one named, or the only one that delivers records.
  package func codedSource(named name: String?) throws(MonitoringError) -> Source {
    if let name { return try source(named: name) }
    let records = monitor.sources.filter { !$0.deliversCounts }
    guard records.count == 1 else {
      throw .data(
        nl: "Deze monitor heeft meer dan één bron; noem er een met --source.",
        en: "This monitor has more than one source; name one with --source.")
    }
    return records[0]
  }
}
