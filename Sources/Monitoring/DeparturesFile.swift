package import Foundation
import Model
package import Reporting
import Sheets

/// `departures.csv` in a monitor folder: published numbers that the edition knowingly does not repeat.
package enum DeparturesFile {
  static let name = "departures.csv"
  static let header = [
    "figure", "measure", "row_axis", "row", "column_axis", "column", "published", "here", "reason_nl", "reason_en",
  ]
}

extension Departure {
  /// The departures of a monitor; none when there is no such file.
  package static func read(from folder: URL) throws -> [Departure] {
    let path = folder.appending(path: DeparturesFile.name).path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var departures: [Departure] = []
    var isHeader = true
    try CSVReader(contentsOf: path).forEachRow { row in
      let fields = (0..<row.count).map { row[$0].string }
      defer { isHeader = false }
      if isHeader {
        guard fields == DeparturesFile.header else { throw unreadable(path, line: 1) }
        return
      }
      guard fields.count == DeparturesFile.header.count else { throw unreadable(path, line: row.number) }
      departures.append(
        Departure(
          figure: fields[0],
          place: LocalizedText([fields[3], fields[5]].filter { !$0.isEmpty }.joined(separator: ", ")),
          published: fields[6], here: fields[7], reason: LocalizedText(nl: fields[8], en: fields[9])))
    }
    return departures
  }

  private static func unreadable(_ path: String, line: Int) -> MonitoringError {
    let columns = DeparturesFile.header.joined(separator: ", ")
    return .data(
      nl: "\(path), rij \(line): hier horen de kolommen \(columns). Maak het bestand opnieuw met zicht reconstruct.",
      en: "\(path), row \(line): the columns are \(columns). Make the file again with zicht reconstruct.")
  }
}
