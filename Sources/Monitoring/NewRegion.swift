import Deliveries
package import Foundation
import Model
import MonitorFolder
import Reconstruction
import Store

/// The files of a small regional monitor: its texts filled in, and a delivery of each of its three invented partners.
package struct NewRegion {
  package typealias File = NewFolder.File

  /// Name of the monitor.
  package var name: String
  /// What the region is called.
  package var region: String
  /// The last reporting year.
  package var year: Int
  /// From which the deliveries are invented.
  package var seed: UInt64

  package init(name: String, region: String, year: Int, seed: UInt64) {
    (self.name, self.region, self.year, self.seed) = (name, region, year, seed)
  }

  /// The name of a folder as the name of a monitor: ASCII letters, digits and hyphens.
  package static func monitorName(for folder: String) -> String {
    let letters = folder.lowercased().map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    let name = String(letters).split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "regio" : name
  }

  /// Whether a region can be called this.
  package static func isName(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && name.count <= 60
      && name.allSatisfy { $0.isLetter || " -'.".contains($0) }
  }

  /// What a region is called after its folder: `drie-rivieren-2025` is *Drie Rivieren*. A folder that is called after
  /// what it is, and not after where, makes an invented one.
  package static func region(for folder: String) -> String {
    let parts = folder.split { !$0.isLetter && $0 != "'" }.filter {
      !["regio", "region", "monitor"].contains($0.lowercased())
    }
    let name = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    return isName(name) ? name : "Lindemeer"
  }

  /// Every file of the folder, in the order in which to read them.
  ///
  /// - Throws: `MonitoringError` when the monitor that ships with the program has a mistake in it.
  package func files() throws -> [File] {
    let texts: [(path: String, text: [UInt8])] = [
      ("monitor.yaml", PackageResources.monitor_yaml), ("codebook.yaml", PackageResources.codebook_yaml),
      ("sources.yaml", PackageResources.sources_yaml), ("figures.yaml", PackageResources.figures_yaml),
      ("text/01-in-het-kort.nl.md", PackageResources.summary_nl_md),
      ("text/01-in-het-kort.en.md", PackageResources.summary_en_md),
    ]
    let marks = [
      ("@MONITOR@", name), ("@REGION@", region), ("@YEAR@", String(year)), ("@PREVIOUS@", String(year - 1)),
      ("@NEXT@", String(year + 1)), ("@SEED@", String(seed)),
    ]
    let files = texts.map { File(path: $0.path, text: $0.text, filling: marks) }
    let read = FolderReading.load(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    guard let monitor = read.monitor else {
      throw MonitoringError.data(read.findings.first?.message ?? LocalizedText(""))
    }
    var generator = SeededGenerator(seed: seed)
    let deliveries = monitor.sources.map { source in
      let template = DeliveryTemplate.csv(for: source, in: monitor)
      let delivery = InventedDelivery(source: source, template: template, generator: &generator)
      return (name: "\(source.name)-\(year).csv", bytes: delivery.bytes, source: source.name, period: String(year))
    }
    // The same from the same seed, so that the moment is not that of today.
    let occasion = Occasion(moment: "\(year + 1)-02-01T09:00:00Z", actor: "zicht new region", reason: "verzonnen")
    let log = File(
      path: "deliveries/" + DeliveryLog.name, bytes: try DeliveryLog.bytes(receiving: deliveries, on: occasion))
    return files + deliveries.map { File(path: "deliveries/" + $0.name, bytes: $0.bytes) } + [log]
  }

  /// Writes the files into a folder that does not exist yet or is empty.
  ///
  /// - Parameter name: What the folder is called to whoever asked for it.
  /// - Returns: What was written, in the order in which to read it.
  /// - Throws: `MonitoringError.data`; where something stands in the way nothing was changed.
  package func write(to folder: URL, called name: String) throws -> [File] {
    try NewFolder.write(files(), to: folder, called: name)
  }
}
