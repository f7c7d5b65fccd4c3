import Deliveries
import MonitorFolder
import Sheets
import Model
import Reconstruction

/// The files of a small regional monitor: its texts filled in, and a delivery of each of its three invented partners.
struct NewRegion {
  /// A file with its place in the folder.
  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// Name of the monitor.
  var name: String
  /// What the region is called.
  var region: String
  /// The last reporting year.
  var year: Int
  /// From which the deliveries are invented.
  var seed: UInt64

  /// The name of a folder as the name of a monitor: ASCII letters, digits and hyphens.
  static func monitorName(for folder: String) -> String {
    let letters = folder.lowercased().map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    let name = String(letters).split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "regio" : name
  }

  /// Every file of the folder, in the order in which to read them.
  ///
  /// - Throws: `Failure` when the monitor that ships with the program has a mistake in it.
  func files() throws -> [File] {
    let texts: [(path: String, text: [UInt8])] = [
      ("monitor.yaml", PackageResources.monitor_yaml), ("codebook.yaml", PackageResources.codebook_yaml),
      ("sources.yaml", PackageResources.sources_yaml), ("figures.yaml", PackageResources.figures_yaml),
      ("text/01-in-het-kort.nl.md", PackageResources.summary_nl_md),
      ("text/01-in-het-kort.en.md", PackageResources.summary_en_md),
    ]
    let files = texts.map { File(path: $0.path, bytes: filledIn($0.text)) }
    let read = FolderReading.load(files: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
    guard let monitor = read.monitor else { throw Failure.data(read.findings.first?.message ?? LocalizedText("")) }
    var generator = SeededGenerator(seed: seed)
    return files
      + monitor.sources.map { source in
        let template = DeliveryTemplate.csv(for: source, in: monitor)
        let delivery = InventedDelivery(source: source, template: template, generator: &generator)
        return File(path: "deliveries/\(source.name)-\(year).csv", bytes: delivery.bytes)
      }
  }

  private func filledIn(_ text: [UInt8]) -> [UInt8] {
    var text = String(decoding: text, as: UTF8.self)
    let words = [
      ("@MONITOR@", name), ("@REGION@", region), ("@YEAR@", String(year)), ("@PREVIOUS@", String(year - 1)),
      ("@NEXT@", String(year + 1)), ("@SEED@", String(seed)),
    ]
    for (mark, word) in words { text = text.replacing(mark, with: word) }
    return Array(text.utf8)
  }
}
