import Foundation
import Deliveries
import MonitorFolder
import Sheets
import Model

/// A monitor folder, read and found good enough to work with.
struct OpenedMonitor {
  let folder: URL
  let monitor: Monitor

  /// Reads the folder; shows every finding and stops when one of them is more than a warning.
  init(_ path: String, language: Language) throws {
    folder = URL(filePath: path).standardizedFileURL
    let (loaded, findings) = FolderReading.load(path: path)
    let isUsable = !findings.contains { $0.severity <= .error }
    for finding in findings where !isUsable || finding.severity <= .warning {
      Shell.complain(finding.sentence(in: language))
    }
    guard isUsable, let loaded else { throw Failure.findingsShown }
    monitor = loaded
  }

  var deliveriesFolder: URL { folder.appending(path: "deliveries") }

  func source(named name: String) throws -> Source {
    if let source = monitor.source(named: name) { return source }
    let names = monitor.sources.map(\.name)
    let nearest = suggestion(for: name, among: names)
    throw Failure.data(
      nl: "De bron '\(name)' staat niet in sources.yaml; "
        + (nearest.map { "bedoelt u '\($0)'?" } ?? "kies uit: \(names.joined(separator: ", "))."),
      en: "The source '\(name)' is not in sources.yaml; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "choose from: \(names.joined(separator: ", "))."))
  }
}
