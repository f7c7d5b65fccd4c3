import Deliveries
package import Foundation
import Model
import Sheets

/// The disagreements of two coders as a file in which a third person decides.
///
/// Records stand in it by the rows of both files, never by their number. The file names what it was made of, so that
/// decisions cannot be applied to files that have changed since.
package enum AdjudicationFile {
  static let header = ["rij codeur A", "rij codeur B", "kolom", "codeur A", "codeur B", "besluit"]

  package static func write(_ coding: DoubleCoding, to file: URL) throws {
    let writer = try CSVWriter(to: file.path, encoder: CSVEncoder(delimiter: .semicolon), hasByteOrderMark: true)
    try writer.write(header)
    for (pair, column) in coding.disagreements {
      let place = coding.place(ofPair: pair, column: column)
      try writer.write([String(place.rowA), String(place.rowB), place.header, place.textA, place.textB, ""])
    }
    try writer.finish()
  }

  /// One decision: where, what both had written, and what it becomes.
  struct Decision: Equatable {
    var line: Int
    var place: DoubleCoding.Place
    var text: String
  }

  static func read(_ path: String) throws -> [Decision] {
    var decisions: [Decision] = []
    var isHeader = true
    let name = URL(filePath: path).lastPathComponent
    _ = try CSVReader(contentsOf: path).forEachRow { row in
      let fields = (0..<row.count).map { row[$0].string }
      if isHeader {
        isHeader = false
        guard fields == header else { throw unreadable(name, line: row.number) }
        return
      }
      guard fields.count == header.count, let rowA = Int(fields[0]), let rowB = Int(fields[1]) else {
        throw unreadable(name, line: row.number)
      }
      let place = DoubleCoding.Place(rowA: rowA, rowB: rowB, header: fields[2], textA: fields[3], textB: fields[4])
      decisions.append(Decision(line: row.number, place: place, text: fields[5]))
    }
    return decisions
  }

  private static func unreadable(_ name: String, line: Int) -> MonitoringError {
    let columns = header.joined(separator: ", ")
    return .data(
      nl: "\(name), rij \(line): hier horen de kolommen \(columns). Maak het bestand opnieuw met --adjudicate.",
      en: "\(name), row \(line): the columns are \(columns). Make the file again with --adjudicate.")
  }
}

extension DoubleCoding {
  /// Where two coders differ, by rows, with what each wrote.
  struct Place: Hashable {
    var rowA: Int
    var rowB: Int
    var header: String
    var textA: String
    var textB: String
  }

  func place(ofPair pair: Int, column: Int) -> Place {
    let rowA = first.rows[pairs[pair].first].number
    let rowB = second.rows[pairs[pair].second].number
    let header = columns[column].header
    return Place(
      rowA: rowA, rowB: rowB, header: header, textA: first.text(row: rowA, header: header),
      textB: second.text(row: rowB, header: header))
  }
}
