package import Foundation
import Model
import MonitorFolder
import Store

/// The files of an invented register of notifications, in which Zicht works out itself who is who.
package struct NewRegister {
  /// Name of the monitor.
  package var name: String
  /// The last of two reporting years.
  package var year: Int
  package var persons: Int
  /// From which people and notifications are invented.
  package var seed: UInt64

  package init(name: String, year: Int, persons: Int, seed: UInt64) {
    (self.name, self.year, self.persons, self.seed) = (name, year, persons, seed)
  }

  /// Every file of the folder, in the order in which to read them.
  ///
  /// - Throws: `MonitoringError` when the monitor that ships with the program has a mistake in it.
  package func files() throws -> [NewFolder.File] {
    let marks = [
      ("@MONITOR@", name), ("@YEAR@", String(year)), ("@PREVIOUS@", String(year - 1)), ("@NEXT@", String(year + 1)),
      ("@SEED@", String(seed)),
    ]
    let texts: [(path: String, text: [UInt8])] = [
      ("monitor.yaml", PackageResources.register_monitor_yaml),
      ("codebook.yaml", PackageResources.register_codebook_yaml),
      ("sources.yaml", PackageResources.register_sources_yaml),
      ("linkage.yaml", PackageResources.register_linkage_yaml),
      ("rules.yaml", PackageResources.register_rules_yaml), ("figures.yaml", PackageResources.register_figures_yaml),
      ("text/01-in-het-kort.nl.md", PackageResources.register_summary_nl_md),
      ("text/01-in-het-kort.en.md", PackageResources.register_summary_en_md),
    ]
    let files = texts.map { NewFolder.File(path: $0.path, text: $0.text, filling: marks) }
    let read = FolderReading.load(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    guard let monitor = read.monitor else {
      throw MonitoringError.data(read.findings.first?.message ?? LocalizedText(""))
    }
    var register = InventedRegister(persons: persons, years: [year - 1, year], seed: seed)
    let links = try register.encode(seed: seed)
    let deliveries = monitor.sources.flatMap { source in
      [year - 1, year].map { year in
        let header = source.columns.map(\.header).joined(separator: ";")
        let lines = [header] + register.lines[.init(source: source.name, year: year), default: []]
        let bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
        return (name: "\(source.name)-\(year).csv", bytes: bytes, source: source.name, period: String(year))
      }
    }
    let occasion = Occasion(moment: "\(year + 1)-02-01T09:00:00Z", actor: "zicht new register", reason: "verzonnen")
    let pairs = (name: "paren-1.txt", bytes: links.text)
    let log = NewFolder.File(
      path: "deliveries/" + DeliveryLog.name,
      bytes: try DeliveryLog.bytes(receiving: deliveries, pairs: pairs, on: occasion))
    return files
      + (deliveries.map { ($0.name, $0.bytes) } + [pairs]).map { name, bytes in
        NewFolder.File(path: "deliveries/" + name, bytes: bytes)
      } + [log]
  }

  /// Writes the files into a folder that does not exist yet or is empty.
  ///
  /// - Returns: What was written, in the order in which to read it.
  /// - Throws: `MonitoringError.data`; where something stands in the way nothing was changed.
  package func write(to folder: URL, called name: String) throws -> [NewFolder.File] {
    try NewFolder.write(files(), to: folder, called: name)
  }
}
