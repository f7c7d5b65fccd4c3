import Deliveries
package import Foundation
package import Model
import Sheets

/// One coding out of two: where they agree what both wrote, where they differ what was decided; records that one of them
/// has, as that coder wrote them.
package struct FinalCoding {
  private let rows: [[String]]
  private let headers: [String]
  private let decided: Int

  /// - Throws: `MonitoringError` when a disagreement was not decided, or the files changed since.
  package init(_ coding: DoubleCoding, decisions path: String, source: Source) throws {
    headers = source.columns.map(\.header)
    let name = URL(filePath: path).lastPathComponent
    let decisions = try AdjudicationFile.read(path)
    let places = Set(coding.disagreements.map { coding.place(ofPair: $0.pair, column: $0.column) })
    var byPlace: [DoubleCoding.Place: String] = [:]
    for decision in decisions {
      guard places.contains(decision.place) else {
        throw MonitoringError.data(
          nl:
            "\(name), rij \(decision.line): op deze plaats verschillen de codeurs niet (meer). Maak het bestand opnieuw "
            + "met --adjudicate.",
          en: "\(name), row \(decision.line): the coders do not differ here (any more). Make the file again with "
            + "--adjudicate.")
      }
      byPlace[decision.place] = decision.text
    }
    let open = decisions.filter { $0.text.allSatisfy(\.isWhitespace) }.map(\.line)
    guard open.isEmpty, byPlace.count == places.count else {
      throw Self.undecided(name, lines: open, missing: places.count - byPlace.count)
    }
    decided = byPlace.count
    let headers = headers
    var rows = coding.pairs.map { pair in
      let numbers = (coding.first.rows[pair.first].number, coding.second.rows[pair.second].number)
      return headers.map { header -> String in
        let texts = (
          coding.first.text(row: numbers.0, header: header), coding.second.text(row: numbers.1, header: header)
        )
        let place = DoubleCoding.Place(
          rowA: numbers.0, rowB: numbers.1, header: header, textA: texts.0, textB: texts.1)
        return byPlace[place] ?? texts.0
      }
    }
    for (file, alone) in [(coding.first, coding.onlyFirst), (coding.second, coding.onlySecond)] {
      rows += alone.map { place in headers.map { file.text(row: file.rows[place].number, header: $0) } }
    }
    self.rows = rows
  }

  private static func undecided(_ name: String, lines: [Int], missing: Int) -> MonitoringError {
    guard let first = lines.first else {
      return .data(
        nl: "\(name): er ontbreken \(missing) verschillen. Maak het bestand opnieuw met --adjudicate.",
        en: "\(name): \(missing) disagreements are missing. Make the file again with --adjudicate.")
    }
    return .data(
      nl: "\(name), rij \(first), kolom besluit: hier is nog niets besloten; \(lines.count) rijen zijn leeg.",
      en: "\(name), row \(first), column besluit: nothing was decided here yet; \(lines.count) rows are empty.")
  }

  package func write(to file: URL) throws {
    let writer = try CSVWriter(to: file.path, encoder: CSVEncoder(delimiter: .semicolon), hasByteOrderMark: true)
    try writer.write(headers)
    for row in rows { try writer.write(row) }
    try writer.finish()
  }

  /// The same for a program to read.
  package struct Answer: Encodable {
    package var output: String
    package var records, decisions: Int
  }

  package func answer(named file: String) -> Answer { Answer(output: file, records: rows.count, decisions: decided) }

  package func sentence(named file: String) -> LocalizedText {
    LocalizedText(
      nl:
        "\(file) is geschreven: \(rows.count) gesprekken, \(decided) besluiten verwerkt. Controleer het bestand met zicht "
        + "check-delivery.",
      en: "\(file) was written: \(rows.count) records, \(decided) decisions applied. Check the file with zicht "
        + "check-delivery.")
  }
}
