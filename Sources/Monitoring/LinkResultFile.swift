import Foundation
import Linkage
import Model
import Sheets

/// Who is who in truth: the files that were linked, with the column that says it.
struct TrueRecords {
  /// For each record the number of its person, from 0.
  private(set) var persons: [Int] = []
  private var places: [String: Int] = [:]
  let isSeveral: Bool

  init(_ paths: [String], column: String) throws(MonitoringError) {
    isSeveral = paths.count > 1
    var numbers: [String: Int] = [:]
    for path in paths {
      try LinkResultFile.forEachRow(path) { (header, row, number) throws(MonitoringError) in
        guard let truth = header.firstIndex(of: column) else {
          throw .unknown(
            LocalizedText(
              nl: "\(path) heeft geen kolom '\(column)'", en: "\(path) has no column '\(column)'"),
            among: header, nearest: suggestion(for: column, among: header))
        }
        let record = header.firstIndex { LinkRole(header: Array($0.utf8)) == .record }
        let name = record.map { row[$0] } ?? String(number)
        let person = row[truth].isEmpty ? "\u{0}\(path)\(number)" : row[truth]
        let code = numbers[person] ?? numbers.count
        numbers[person] = code
        places[key(path, name)] = persons.count
        persons.append(code)
      }
    }
  }

  private func key(_ file: String, _ name: String) -> String { isSeveral ? file + "\u{0}" + name : name }

  /// The place of a record; nil for one that the truth does not have.
  func place(file: String?, name: String) -> Int? { places[key(file ?? "", name)] }
}

/// The persons that `zicht link` wrote, beside a truth.
struct LinkResultFile {
  /// Places in the truth.
  private(set) var records: [Int] = []
  private(set) var persons: [Int] = []
  private(set) var certainty: [Double] = []

  init(_ path: String, _ truth: TrueRecords) throws(MonitoringError) {
    var numbers: [String: Int] = [:]
    try Self.forEachRow(path) { (header, row, number) throws(MonitoringError) in
      guard let record = header.firstIndex(of: "record_id"), let person = header.firstIndex(of: "person_id") else {
        throw Self.noResult(path)
      }
      let file = header.firstIndex(of: "file").map { row[$0] }
      let place = try Self.place(truth, file, row[record], path, number)
      let code = numbers[row[person]] ?? numbers.count
      numbers[row[person]] = code
      records.append(place)
      persons.append(code)
      certainty.append(header.firstIndex(of: "probability").flatMap { Double(row[$0]) } ?? 1)
    }
    // A record without a person would be a pair that nobody missed.
    let missing = truth.persons.count - Set(records).count
    guard missing == 0, records.count == truth.persons.count else {
      throw .data(
        nl:
          "\(path) heeft niet elk record van de waarheid precies één keer (\(missing) ontbreken). Meet wat zicht link over "
          + "dezelfde bestanden schreef.",
        en:
          "\(path) does not have each record of the truth exactly once (\(missing) are missing). Measure what zicht link "
          + "wrote of the same files.")
    }
  }

  /// The pairs that `zicht link` wrote with `--pairs`, as places in the truth.
  static func pairs(
    _ path: String, _ truth: TrueRecords
  ) throws(MonitoringError) -> [(first: Int, second: Int, probability: Double)] {
    var pairs: [(first: Int, second: Int, probability: Double)] = []
    try forEachRow(path) { (header, row, number) throws(MonitoringError) in
      guard let first = header.firstIndex(of: "record_id_1"), let second = header.firstIndex(of: "record_id_2"),
        let chance = header.firstIndex(of: "probability")
      else { throw noResult(path) }
      let files = ["file_1", "file_2"].map { name in header.firstIndex(of: name).map { row[$0] } }
      pairs.append(
        (
          try place(truth, files[0], row[first], path, number), try place(truth, files[1], row[second], path, number),
          Double(row[chance]) ?? 0
        ))
    }
    return pairs
  }

  private static func noResult(_ path: String) -> MonitoringError {
    .data(
      nl: "\(path) is niet door zicht link geschreven: de kolommen daarvan ontbreken.",
      en: "\(path) was not written by zicht link: its columns are missing.")
  }

  private static func place(
    _ truth: TrueRecords, _ file: String?, _ name: String, _ path: String, _ number: Int
  ) throws(MonitoringError) -> Int {
    if let place = truth.place(file: file, name: name) { return place }
    throw .data(
      nl:
        "\(path), rij \(number): dit record staat niet in de waarheid. Noem met --truth elk bestand dat is gekoppeld, "
        + "met hetzelfde pad.",
      en: "\(path), row \(number): this record is not in the truth. Name every file that was linked by --truth, by the "
        + "same path.")
  }

  /// The headers of a file, also of one without rows; none of an empty file.
  static func header(_ path: String) throws(MonitoringError) -> [String] {
    var header: [String]?
    try read(path) { row in
      if header == nil { header = row.strings() }
    }
    return header ?? []
  }

  /// The rows of a file, the header with each; rows that are too short are filled up.
  static func forEachRow(
    _ path: String, _ body: ([String], [String], Int) throws(MonitoringError) -> Void
  ) throws(MonitoringError) {
    var header: [String]?
    try read(path) { row in
      let cells = row.strings()
      guard let header else {
        header = cells
        return
      }
      let missing = max(0, header.count - cells.count)
      try body(header, cells + [String](repeating: "", count: missing), row.number)
    }
  }

  private static func read(_ path: String, _ body: (borrowing SheetRow) throws -> Void) throws(MonitoringError) {
    do {
      try SheetSource(contentsOf: path).forEachRow(body)
    } catch let error as MonitoringError {
      throw error
    } catch let error as SheetError {
      throw .data(nl: "\(path): \(error.message.nl)", en: "\(path): \(error.message.en)")
    } catch {
      throw .data(nl: "\(path) kan niet worden gelezen.", en: "\(path) cannot be read.")
    }
  }
}
