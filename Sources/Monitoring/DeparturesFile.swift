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

/// A line of `departures.csv`: a departure with the names by which its cell is found.
package struct DepartureLine: Equatable {
  package var departure: Departure
  /// As the open data names them; an axis without a name is empty.
  var measure, rowAxis, row, columnAxis, column: String
  /// From 1, the header included.
  var line: Int

  /// The departures of a monitor; none when there is no such file.
  package static func read(from folder: URL) throws -> [DepartureLine] {
    let path = folder.appending(path: DeparturesFile.name).path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    var lines: [DepartureLine] = []
    var isHeader = true
    try CSVReader(contentsOf: path).forEachRow { row in
      let fields = (0..<row.count).map { row[$0].string }
      defer { isHeader = false }
      if isHeader {
        guard fields == DeparturesFile.header else { throw unreadable(path, line: 1) }
        return
      }
      guard fields.count == DeparturesFile.header.count else { throw unreadable(path, line: row.number) }
      let departure = Departure(
        figure: fields[0], place: LocalizedText([fields[3], fields[5]].filter { !$0.isEmpty }.joined(separator: ", ")),
        published: fields[6], here: fields[7], reason: LocalizedText(nl: fields[8], en: fields[9]))
      lines.append(
        DepartureLine(
          departure: departure, measure: fields[1], rowAxis: fields[2], row: fields[3], columnAxis: fields[4],
          column: fields[5], line: row.number))
    }
    return lines
  }

  private static func unreadable(_ path: String, line: Int) -> MonitoringError {
    let columns = DeparturesFile.header.joined(separator: ", ")
    return .data(
      nl: "\(path), rij \(line): hier horen de kolommen \(columns). Maak het bestand opnieuw met zicht reconstruct.",
      en: "\(path), row \(line): the columns are \(columns). Make the file again with zicht reconstruct.")
  }
}

extension Departure {
  /// The departures of a monitor, without the names of their cells.
  package static func read(from folder: URL) throws -> [Departure] {
    try DepartureLine.read(from: folder).map(\.departure)
  }
}
