import Foundation
import Model
import Sheets

/// A table that somebody asks statistics of: its columns by what they hold, and what is wrong in them by row.
///
/// A number is never echoed in a complaint, for a cell may hold anything.
package struct StatisticsSheet {
  private let file: String
  private let heading: [String]
  private let rows: [(number: Int, cells: [String])]
  private let chosen: [StatisticsColumn: String]

  /// - Parameters:
  ///   - path: CSV with any separator, XLSX or ODS; the first row is the heading.
  ///   - chosen: Names of columns that are not recognised by themselves.
  /// - Throws: `MonitoringError.data` for a file without rows or one that cannot be read.
  package init(contentsOf path: String, choosing chosen: [StatisticsColumn: String] = [:]) throws {
    var heading: [String] = []
    var rows: [(number: Int, cells: [String])] = []
    try naming(path) {
      _ = try SheetSource(contentsOf: path).forEachRow { row in
        let cells = row.strings().map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        if heading.isEmpty { heading = cells } else { rows.append((row.number, cells)) }
      }
    }
    (file, self.heading, self.rows, self.chosen) = (
      URL(filePath: path).lastPathComponent, heading, rows, chosen
    )
    guard !rows.isEmpty else {
      throw MonitoringError.data(
        nl:
          "\(file) heeft geen rijen met gegevens. Zet in de eerste rij de namen van de kolommen en daaronder de gegevens.",
        en: "\(file) has no rows of data. Put the names of the columns in the first row and the data below it.")
    }
  }

  package var count: Int { rows.count }

  package func has(_ column: StatisticsColumn) -> Bool { index(of: column) != nil }

  /// The texts of a column; nil when the file has no such column.
  func texts(_ column: StatisticsColumn) -> [String]? {
    index(of: column).map { index in rows.map { cell(index, in: $0.cells) } }
  }

  /// The counts of a column: whole numbers, 0 or more.
  func counts(_ column: StatisticsColumn) throws -> [Int] {
    try values(column) { text in
      if let digits = Self.ungrouped(text), let count = Int(digits), count <= Self.largest { return .success(count) }
      if let number = Self.decimal(text), number < 0 {
        return .failure(
          nl: "hier staat een negatief getal. Een aantal is 0 of meer",
          en: "this number is negative. A count is 0 or more")
      }
      return .failure(
        nl: "hier staat geen heel getal. Vul een aantal in, zoals 12",
        en: "this is no whole number. Fill in a count, such as 12")
    }
  }

  /// The numbers of a column, from `lowest` to `highest`, with a point or a comma before the decimals.
  func numbers(_ column: StatisticsColumn, from lowest: Double = -.infinity, to highest: Double = .infinity) throws
    -> [Double]
  {
    try values(column) { text in
      guard let number = Self.decimal(text), number.isFinite else {
        return .failure(
          nl: "hier staat geen getal. Vul een getal in, zoals 0,25", en: "this is no number. Fill in one, such as 0.25")
      }
      guard number >= lowest, number <= highest else {
        return highest == .infinity
          ? .failure(
            nl: "hier staat een negatief getal; dat kan hier niet", en: "this number is negative; it cannot be")
          : .failure(nl: "een kans ligt van 0 tot en met 1", en: "a probability lies from 0 to 1")
      }
      return .success(number)
    }
  }

  /// Stops with the rows of which something does not hold.
  func require(
    _ column: StatisticsColumn, _ holds: (Int) -> Bool, nl: String, en: String
  ) throws {
    let wrong = rows.indices.filter { !holds($0) }
    try complain(wrong.map { (rows[$0].number, nl, en) }, about: column)
  }

  /// What is wrong with the table as a whole.
  func refused(nl: String, en: String) -> MonitoringError { .data(nl: "\(file): \(nl)", en: "\(file): \(en)") }

  /// Where a column stands.
  private func index(of column: StatisticsColumn) -> Int? {
    let names = chosen[column].map { [$0] } ?? column.names
    let lowered = heading.map { $0.lowercased() }
    return names.lazy.compactMap { lowered.firstIndex(of: $0.lowercased()) }.first
  }

  private func cell(_ index: Int, in cells: [String]) -> String { index < cells.count ? cells[index] : "" }
}

extension StatisticsSheet {
  /// What became of a cell.
  private enum Reading<Value> {
    case success(Value)
    case failure(nl: String, en: String)
  }

  /// The most persons that a cell may count: sums of ten thousand rows still fit.
  private static let largest = 1_000_000_000_000

  private func values<Value>(_ column: StatisticsColumn, _ read: (String) -> Reading<Value>) throws -> [Value] {
    guard let index = index(of: column) else {
      let names = heading.joined(separator: ", ")
      let known = column.names.prefix(3).joined(separator: ", ")
      throw MonitoringError.data(
        nl:
          "\(file) heeft geen kolom '\(chosen[column] ?? column.names[0])'. De kolommen zijn: \(names). Geef de kolom een "
          + "van de namen \(known), of wijs hem aan met --column \(column.rawValue)=NAAM.",
        en:
          "\(file) has no column '\(chosen[column] ?? column.names[1])'. The columns are: \(names). Give the column one "
          + "of the names \(known), or point at it with --column \(column.rawValue)=NAME.")
    }
    var values: [Value] = []
    var mistakes: [(row: Int, nl: String, en: String)] = []
    for row in rows {
      let text = cell(index, in: row.cells)
      guard !text.isEmpty else {
        mistakes.append(
          (
            row.number, "deze cel is leeg. Vul haar in of haal de rij weg",
            "this cell is empty. Fill it in or remove the row"
          ))
        continue
      }
      switch read(text) {
      case .success(let value): values.append(value)
      case .failure(let nl, let en): mistakes.append((row.number, nl, en))
      }
    }
    try complain(mistakes, about: column)
    return values
  }

  /// One sentence a row, ten at most.
  private func complain(_ mistakes: [(row: Int, nl: String, en: String)], about column: StatisticsColumn) throws {
    guard !mistakes.isEmpty else { return }
    let name = index(of: column).map { heading[$0] } ?? column.rawValue
    var nl = mistakes.prefix(10).map { "\(file), rij \($0.row), kolom \(name): \($0.nl)." }
    var en = mistakes.prefix(10).map { "\(file), row \($0.row), column \(name): \($0.en)." }
    if mistakes.count > 10 {
      nl.append("En nog \(mistakes.count - 10) rijen.")
      en.append("And \(mistakes.count - 10) more rows.")
    }
    throw MonitoringError.data(nl: nl.joined(separator: "\n"), en: en.joined(separator: "\n"))
  }

  /// `1234`, `1.234` and `1 234`; nil for anything else, `1,234` too, which is one and a bit to a Dutch reader.
  private static func ungrouped(_ text: String) -> String? {
    guard text.wholeMatch(of: /[0-9]+|[0-9]{1,3}(?:[. \u{a0}\u{202f}][0-9]{3})+/) != nil else { return nil }
    return text.filter(\.isWholeNumber)
  }

  private static func decimal(_ text: String) -> Double? {
    Double(text.replacing(",", with: ".").replacing("\u{2212}", with: "-"))
  }
}
