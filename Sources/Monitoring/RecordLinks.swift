import Foundation
import Linkage
package import Model
import Sheets

/// Records of files, linked to persons.
package struct RecordLinks {
  private let files: LinkFiles
  private let linking: RecordLinking
  private let configuration: LinkConfiguration
  private let seconds: Double

  /// - Throws: `MonitoringError.data` when a file cannot be read or linked, and when memory would not suffice.
  package init(_ paths: [String], configuration: LinkConfiguration) throws(MonitoringError) {
    let start = ContinuousClock.now
    files = try LinkFiles(paths, configuration, memory: ResourceUse.availableBytes)
    self.configuration = configuration
    do {
      linking = try RecordLinking(files.table, configuration.settings)
    } catch {
      throw Self.told(error)
    }
    seconds = (ContinuousClock.now - start).inSeconds
  }

  private static func told(_ error: RecordLinkingError) -> MonitoringError {
    switch error {
    case .noRecords:
      .data(nl: "Er zijn geen records om te koppelen.", en: "There are no records to link.")
    case .nothingToCompare:
      .data(
        nl: "Geen enkele rij heeft een waarde in een kolom die iets over een persoon zegt. Vul ze, of noem in --config "
          + "andere kolommen.",
        en: "No row has a value in a column that says anything about a person. Fill them, or name other columns in "
          + "--config.")
    case .tooManyRecords(let limit):
      .data(
        nl: "Er zijn meer dan \(limit) records. Koppel ze in delen.",
        en: "There are more than \(limit) records. Link them in parts.")
    }
  }

  /// Writes a row for each record, in the order of the files: its name, its person and how sure it is there.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func write(to path: String) throws {
    let several = files.paths.count > 1
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    try writer.write((several ? ["file"] : []) + ["record_id", "person_id", "probability"])
    for (record, place) in linking.persons().enumerated() {
      let row = [files.name(record), String(place.person + 1), Self.decimals(place.probability)]
      try writer.write(several ? [files.file(record)] + row : row)
    }
    try writer.finish()
  }

  /// Writes the pairs of at least some chance, with what agreed.
  ///
  /// - Throws: `SheetError` when the file cannot be written.
  package func writePairs(to path: String) throws {
    let several = files.paths.count > 1
    let writer = try CSVWriter(to: path, encoder: CSVEncoder(delimiter: .comma), hasByteOrderMark: false)
    let names = several ? ["file_1", "record_id_1", "file_2", "record_id_2"] : ["record_id_1", "record_id_2"]
    try writer.write(names + ["probability", "levels"])
    try linking.forEachPair(from: configuration.pairsFrom) { pair in
      var row: [String] = []
      for record in [pair.first, pair.second] {
        if several { row.append(files.file(record)) }
        row.append(files.name(record))
      }
      let levels = pair.levels.map { "\($0.field) \($0.level)" }.joined(separator: "; ")
      try writer.write(row + [Self.decimals(pair.probability), levels])
    }
    try writer.finish()
  }

  /// Six decimals.
  private static func decimals(_ value: Double) -> String {
    let millionths = Int((min(1, max(0, value)) * 1_000_000).rounded())
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
  }

  package var answer: LinkAnswer { LinkAnswer(linking.summary, files.columns, seconds: seconds) }
}
