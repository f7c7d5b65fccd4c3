import Disclosure
import Foundation
import Model
import MonitorFolder
import Reporting
import Sheets

/// Cells as somebody published them, from the tables in the folder `published` of a monitor.
struct PublishedNumbers {
  /// By figure, measure and the dimensions in any order.
  private var values: [String: String] = [:]
  /// The same by what a reason calls the place: `fig-2.8, Man, AU`.
  private var told: [String: Set<String>] = [:]
  /// Whether the folder has such tables at all.
  private(set) var isThere = false

  init(in folder: URL) throws {
    let place = folder.appending(path: "published")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    for name in names.sorted() where name.hasSuffix(".csv") {
      try CSVReader(contentsOf: place.appending(path: name).path).forEachRow { row in
        guard row.count >= 9, row.number > 1 else { return }
        let fields = (0..<9).map { row[$0].string }
        isThere = true
        let places = [(fields[2], fields[3]), (fields[4], fields[5]), (fields[6], fields[7])].filter { !$0.1.isEmpty }
        values[Self.key(fields[0], fields[1], places)] = fields[8]
        for order in [places.map(\.1), places.map(\.1).reversed()] {
          told[([fields[0]] + order).joined(separator: ", "), default: []].insert(fields[8])
        }
      }
    }
  }

  private static func key(_ figure: String, _ measure: String, _ places: [(String, String)]) -> String {
    ([figure, measure] + places.map { "\($0.0)=\($0.1)" }.sorted()).joined(separator: "|")
  }

  func value(_ line: DepartureLine) -> String? {
    let places = [(line.rowAxis, line.row), (line.columnAxis, line.column)].filter { !$0.1.isEmpty }
    return values[Self.key(line.departure.figure, line.measure, places)]
  }

  /// Whether `fig-2.8, Man, AU` was published as this number; where there are no tables nothing can be said.
  func says(_ place: String, is number: String) -> Bool { told[place]?.contains(number) == true }
}

extension DepartureLine {
  /// What is no longer so in this line; nil when all of it is.
  ///
  /// The number of the edition is that of the cell, the published one that of the table in `published`, the two differ, and
  /// every number in the reason is one of the two or, behind the name of its place and `=`, one that was published there. A
  /// folder without such tables is held against its own cells only.
  func problem(in publication: Publication, beside published: PublishedNumbers) -> LocalizedText? {
    let (figure, place) = (departure.figure, departure.place.nl)
    guard let table = publication.table(named: figure) else {
      return LocalizedText(
        nl: "figuur \(figure) staat niet in de editie.", en: "figure \(figure) is not in the edition.")
    }
    guard let cell = cell(in: table) else {
      return LocalizedText(
        nl: "\(figure) heeft geen plaats ‘\(place)’.", en: "\(figure) has no place ‘\(place)’.")
    }
    let here = cell.value.quantity?.plain ?? ""
    guard here == departure.here else {
      let now = here.isEmpty ? cell.state.label : LocalizedText(here)
      return LocalizedText(
        nl: "bij ‘\(place)’ van \(figure) staat \(departure.here), maar de editie geeft \(now.nl).",
        en: "for ‘\(place)’ of \(figure) it says \(departure.here), but the edition gives \(now.en).")
    }
    guard here != departure.published else {
      return LocalizedText(
        nl: "bij ‘\(place)’ van \(figure) is er geen verschil meer: beide getallen zijn \(here).",
        en: "for ‘\(place)’ of \(figure) there is no difference any more: both numbers are \(here).")
    }
    if published.isThere, published.value(self) != departure.published {
      let now = published.value(self)
      return LocalizedText(
        nl:
          "bij ‘\(place)’ van \(figure) is niet \(departure.published) gepubliceerd\(now.map { " maar \($0)" } ?? "").",
        en: "for ‘\(place)’ of \(figure) not \(departure.published) was published\(now.map { " but \($0)" } ?? "").")
    }
    return problemOfReason(beside: published)
  }

  /// Whether the edition hides the number, so that the line must not tell it.
  func isHidden(in publication: Publication) -> Bool {
    publication.table(named: departure.figure).flatMap(cell)?.value.absence == .suppressed
  }

  /// The cell that row and column name, in either order of axes.
  private func cell(in table: PublishedTable) -> Cell? {
    func find(_ rowName: (String, String), _ columnName: (String, String)) -> Cell? {
      let rows = table.shape.rows.indices.filter { index in
        let header = table.shape.rows[index]
        return (header.name?.nl ?? "") == rowName.0 && (rowName.1.isEmpty || header.label.nl == rowName.1)
          && header.measure.nl == measure
      }
      let columns = table.shape.columns.indices.filter { index in
        let header = table.shape.columns[index]
        return header.name.nl == columnName.0 && (columnName.1.isEmpty || header.label.nl == columnName.1)
      }
      guard rows.count == 1, columns.count == 1 else { return nil }
      return table.cells[rows[0]][columns[0]]
    }
    return find((rowAxis, row), (columnAxis, column)) ?? find((columnAxis, column), (rowAxis, row))
  }

  private func problemOfReason(beside published: PublishedNumbers) -> LocalizedText? {
    for language in Language.allCases {
      var rest = departure.reason[language]
      for clause in published.isThere ? Self.clauses(of: rest) : [] {
        guard published.says(clause.place, is: clause.number) else {
          return LocalizedText(
            nl: "de reden zegt ‘\(clause.place) = \(clause.number)’, en dat is niet gepubliceerd.",
            en: "the reason says ‘\(clause.place) = \(clause.number)’, and that was not published.")
        }
      }
      // What is left is a plain sentence: the clauses stand behind its colon.
      if let colon = rest.range(of: ": ", options: .backwards), rest.contains(" = ") {
        rest = String(rest[..<(rest.range(of: ": ")?.lowerBound ?? colon.lowerBound)])
      }
      let allowed = [departure.here, departure.published]
      for number in StatedNumbers.numbers(in: rest) where !allowed.contains(number) {
        return LocalizedText(
          nl: "de reden noemt \(number), en dat is niet het gepubliceerde getal en niet dat van de editie.",
          en: "the reason says \(number), which is neither the published number nor that of the edition.")
      }
    }
    return nil
  }

  /// `fig-2.8, Man, AU = 654; fig-2.8, Vrouw, AU = 352.`
  private static func clauses(of text: String) -> [(place: String, number: String)] {
    guard text.contains(" = "), let colon = text.range(of: ": ") else { return [] }
    return text[colon.upperBound...].components(separatedBy: "; ").compactMap { part in
      guard let sign = part.range(of: " = ", options: .backwards) else { return nil }
      let number = part[sign.upperBound...].filter { !$0.isWhitespace }
      return (String(part[..<sign.lowerBound]), number.hasSuffix(".") ? String(number.dropLast()) : String(number))
    }
  }
}
