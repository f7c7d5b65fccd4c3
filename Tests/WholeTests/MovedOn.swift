import Foundation
import Sheets

/// A copy of a shipped monitor, moved on by a year with invented deliveries.
///
/// All years in its files become a year later, as an editor with *replace all* would have it. The deliveries are those of
/// the monitor with the years of its period in reverse and, in each table or column, every category with the numbers of
/// the next: sums and totals stay right, so that partners have nothing to mend, and what texts say of them does not.
struct MovedOn {
  let folder: TemporaryFolder
  private let years: ClosedRange<Int>
  /// Tables of which the categories cannot trade places: one has a base that the others must not exceed.
  private let fixed: Set<String>

  /// - Parameter columns: Columns of records in which categories trade places.
  init(_ monitor: String, years: ClosedRange<Int>, fixed: Set<String> = [], columns: Set<String> = []) throws {
    (self.years, self.fixed, folder) = (years, fixed, try TemporaryFolder())
    let source = BuiltProgram.root.appending(path: "monitors/\(monitor)")
    let left: Set<String> = ["workspace", "edition", "published"]
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) where !left.contains(name) {
      try FileManager.default.copyItem(at: source.appending(path: name), to: folder.url.appending(path: name))
    }
    try moveFiles()
    try moveDeliveries(columns)
  }

  // MARK: - Files

  private func moveFiles() throws {
    let files = FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: nil)
    for case let file as URL in files.map(Array.init) ?? [] where !file.path.contains("/deliveries/") {
      guard ["yaml", "md", "csv"].contains(file.pathExtension) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      try later(text).write(to: file, atomically: true, encoding: .utf8)
      let name = later(file.lastPathComponent)
      if name != file.lastPathComponent {
        try FileManager.default.moveItem(at: file, to: file.deletingLastPathComponent().appending(path: name))
      }
    }
  }

  private func later(_ text: String) -> String {
    text.replacing(/(?<before>^|[^0-9.])(?<year>20[012][0-9])(?![0-9])/.anchorsMatchLineEndings()) { match in
      "\(match.before)\((Int(match.year) ?? 0) + 1)"
    }
  }

  // MARK: - Deliveries

  private struct Delivery {
    var source: String
    var year: Int
    /// Lines before the heading that say where the rows come from.
    var preface: [String]
    var heading: [String]
    var rows: [[String]]
    var isTables: Bool { heading.first == "tabel" }
  }

  private func moveDeliveries(_ columns: Set<String>) throws {
    let place = folder.url.appending(path: "deliveries")
    try FileManager.default.removeItem(at: place.appending(path: "log.jsonl"))
    var deliveries: [Delivery] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
      let file = place.appending(path: name)
      if let delivery = try read(file) {
        deliveries.append(delivery)
        try FileManager.default.removeItem(at: file)
      }
    }
    let next = neighbours(deliveries, columns)
    for delivery in deliveries {
      var moved = delivery
      moved.rows = delivery.rows.map { row in
        delivery.isTables ? table(row, of: delivery, next) : record(row, of: delivery, next)
      }
      let year = (delivery.isTables ? delivery.year : reversed(delivery.year)) + 1
      try write(moved, to: place.appending(path: "\(delivery.source)-\(year).csv"))
    }
  }

  private func read(_ file: URL) throws -> Delivery? {
    let parts = file.deletingPathExtension().lastPathComponent.split(separator: "-")
    guard let year = parts.last.flatMap({ Int($0) }), ["csv", "xlsx"].contains(file.pathExtension) else { return nil }
    var preface: [String] = []
    var readable = file
    if file.pathExtension == "csv" {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        omittingEmptySubsequences: true, whereSeparator: \.isNewline)
      preface = lines.filter { $0.hasPrefix("#") }.map(String.init)
      readable = folder.url.appending(path: "readable.csv")
      try lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n").write(
        to: readable, atomically: true, encoding: .utf8)
    }
    var rows: [[String]] = []
    try SheetSource(contentsOf: readable.path).forEachRow { rows.append($0.strings()) }
    let width = rows.map(\.count).max() ?? 0
    rows = rows.map { $0 + [String](repeating: "", count: width - $0.count) }
    return Delivery(
      source: parts.dropLast().joined(separator: "-"), year: year, preface: preface, heading: rows.removeFirst(),
      rows: rows)
  }

  private func write(_ delivery: Delivery, to file: URL) throws {
    let quoted = { (cell: String) in
      cell.contains(where: { ";\"\n".contains($0) }) ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
    let lines = delivery.preface + ([delivery.heading] + delivery.rows).map { $0.map(quoted).joined(separator: ";") }
    try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
  }

  // MARK: - Rows

  /// Where a category stands: of which source and table, under which heading.
  private struct Place: Hashable {
    var source, table, name: String
    var column: Int
  }

  /// By place, what each category becomes.
  private func neighbours(_ deliveries: [Delivery], _ columns: Set<String>) -> [Place: [String: String]] {
    var found: [Place: [String]] = [:]
    for delivery in deliveries {
      for row in delivery.rows {
        for (place, category) in categories(row, of: delivery, columns)
        where !(found[place] ?? []).contains(category) {
          found[place, default: []].append(category)
        }
      }
    }
    return found.mapValues { labels in
      Dictionary(uniqueKeysWithValues: zip(labels, labels.dropFirst() + labels.prefix(1)))
    }
  }

  private func categories(_ row: [String], of delivery: Delivery, _ columns: Set<String>) -> [(Place, String)] {
    guard delivery.isTables else {
      return delivery.heading.indices.compactMap { column in
        let name = delivery.heading[column]
        guard columns.contains(name), !row[column].isEmpty, Int(row[column]) == nil else { return nil }
        return (Place(source: delivery.source, table: "", name: name, column: column), row[column])
      }
    }
    guard !fixed.contains(row[0]) else { return [] }
    return [2, 4, 6].compactMap { column in
      guard !row[column].isEmpty, !row[column + 1].isEmpty, row[column + 1] != "Totaal" else { return nil }
      return (Place(source: delivery.source, table: row[0], name: row[column], column: column), row[column + 1])
    }
  }

  private func reversed(_ year: Int) -> Int { years.contains(year) ? years.lowerBound + years.upperBound - year : year }

  private func table(_ row: [String], of delivery: Delivery, _ next: [Place: [String: String]]) -> [String] {
    var row = row
    for (place, category) in categories(row, of: delivery, []) {
      row[place.column + 1] = next[place]?[category] ?? category
    }
    let ofTable = Set(delivery.rows.filter { $0[0] == row[0] }.map { $0[1] })
    if let year = Int(row[1]) { row[1] = "\((ofTable.count == years.count ? reversed(year) : year) + 1)" }
    for column in [0, 3, 5, 7] { row[column] = later(row[column]) }
    if let before = delivery.heading.firstIndex(of: "vorige levering") { row[before] = "" }
    return row
  }

  private func record(_ row: [String], of delivery: Delivery, _ next: [Place: [String: String]]) -> [String] {
    var row = row
    for (place, category) in categories(row, of: delivery, Set(next.keys.map(\.name))) {
      row[place.column] = next[place]?[category] ?? category
    }
    for (column, name) in delivery.heading.enumerated() where ["jaar", "meldjaar", "opgenomen"].contains(name) {
      row[column] = row[column].replacing(/20[0-9]{2}/) { "\(reversed(Int($0.output) ?? 0) + 1)" }
    }
    return row
  }
}
