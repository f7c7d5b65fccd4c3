import Consistency
import Foundation
import Model

/// A CSV file of counts: a tidy table, or inner cells of which the margins follow.
struct CountFile {
  /// As it was named.
  var name: String
  var header: [String]
  /// As read, the header left out.
  var records: [[String]]
  var rows: [Row] = []
  /// The columns of the dimensions where the file has inner cells only; their count is in `countColumn`.
  var innerColumns: [Int]?
  var countColumn: Int?
  /// Dimensions over which the parts are known not to come to their total, as where people give several answers.
  var unsummed: Set<String> = []

  struct Row {
    /// The place in `records`; nil for a margin that was computed.
    var record: Int?
    /// Name and category; a total over a dimension leaves it out.
    var categories: [Category]
    var value: Value
    var unit: String
    var measure: String
    var figure = ""
    var share: Share?
    /// Dimensions in which it is a subtotal.
    var subtotals: [String] = []
    /// Whether it is no count but an amount, and what that comes from.
    var isAmount = false
    var contributions: Contributions?

    /// As a person counts rows, the header first.
    var number: Int? { record.map { $0 + 2 } }
  }

  struct Category: Equatable {
    var dimension: String
    var name: String
  }

  enum Value: Equatable {
    case count(Int)
    /// Rounded or perturbed.
    case near(NearCount)
    /// Left out on purpose.
    case hidden
    /// Not printed, or no count: a share, a rank.
    case none
  }

  private static let known: Set<String> = [
    "figure", "measure", "value", "unit", "is_total", "status", "line", "note", "rounding", "contributors", "largest",
    "second",
  ]
  private static let counts = ["freq", "count", "n", "aantal"]

  /// - Throws: `MonitoringError.data` for a file that cannot be read, has no counts, or holds what is no count.
  init(_ path: String) throws(MonitoringError) {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw .data(
        nl: "\(path) kan niet worden gelezen. Noem een CSV-bestand in UTF-8.",
        en: "\(path) cannot be read. Name a CSV file in UTF-8.")
    }
    try self.init(text, name: path)
  }

  /// - Throws: The same, of a text that was read or made already.
  init(_ text: String, name path: String) throws(MonitoringError) {
    let table = TidyText(text)
    name = path
    header = (table.records.first ?? []).enumerated().map {
      $0.offset == 0 && $0.element.hasPrefix("\u{FEFF}") ? String($0.element.dropFirst()) : $0.element
    }
    records = Array(table.records.dropFirst())
    if let value = header.firstIndex(of: "value") {
      try readTidy(value)
    } else if let count = Self.counts.lazy.compactMap({ [header] in header.firstIndex(of: $0) }).first {
      try readInner(count)
    } else {
      throw .data(
        nl: "\(path) heeft geen kolom value of freq. Geef een tabel in de lange vorm of binnencellen.",
        en: "\(path) has no column value or freq. Give a table in the long form or inner cells.")
    }
  }

  private func field(_ record: [String], _ column: String) -> String {
    guard let index = header.firstIndex(of: column), index < record.count else { return "" }
    return record[index]
  }

  // MARK: - Tidy

  private mutating func readTidy(_ valueColumn: Int) throws(MonitoringError) {
    let numbered = (1...9).filter { header.contains("dim\($0)") && header.contains("dim\($0)_value") }
    let named = header.filter { name in
      !Self.known.contains(name) && !numbered.contains { name == "dim\($0)" || name == "dim\($0)_value" }
    }
    let hasUnits = header.contains("unit")
    for (index, record) in records.enumerated() {
      var categories = numbered.map {
        Category(dimension: field(record, "dim\($0)"), name: field(record, "dim\($0)_value"))
      }
      if numbered.isEmpty { categories += named.map { Category(dimension: $0, name: field(record, $0)) } }
      let (unit, measure) = (field(record, "unit"), field(record, "measure"))
      let isCount = !hasUnits || unit.isEmpty || countsThings(unit: unit, measure: measure)
      let text = valueColumn < record.count ? record[valueColumn] : ""
      let place = LocalizedText(nl: "\(name), rij \(index + 2)", en: "\(name), row \(index + 2)")
      let value: Value =
        !isCount
        ? .none
        : try Self.value(
          text, status: field(record, "status"), rounding: field(record, "rounding"), at: place)
      rows.append(
        Row(
          record: index, categories: categories.filter { !$0.name.isEmpty && !$0.dimension.isEmpty }, value: value,
          unit: unit, measure: measure, figure: field(record, "figure"),
          share: isCount ? nil : Share(text, unit: unit)))
    }
    leaveTotalsOut()
  }

  private static func value(
    _ text: String, status: String, rounding: String = "", at place: LocalizedText
  ) throws(MonitoringError) -> Value {
    if text.isEmpty { return status == "suppressed" ? .hidden : .none }
    guard let number = Double(text), number >= 0, number == number.rounded(), number < 1e9 else {
      throw .data(
        nl: "\(place.nl), kolom value: hier hoort een geheel aantal van 0 of meer, zonder punten.",
        en: "\(place.en), column value: a whole count of 0 or more belongs here, without separators.")
    }
    if ["rounded", "perturbed"].contains(status) {
      return .near(try NearCount(Int(number), isRounded: status == "rounded", bound: rounding, at: place))
    }
    return .count(Int(number))
  }

  /// A total over a dimension leaves it out: where the label says so, or where only rows marked as totals have it and it is
  /// the only such label. Other labels that only totals have are subtotals, and no part of the total.
  private mutating func leaveTotalsOut() {
    var labels: [String: (parts: Set<String>, totals: Set<String>)] = [:]
    for row in rows {
      let isTotal = row.record.map { field(records[$0], "is_total") == "1" } ?? false
      for category in row.categories {
        if isTotal {
          labels[category.dimension, default: ([], [])].totals.insert(category.name)
        } else {
          labels[category.dimension, default: ([], [])].parts.insert(category.name)
        }
      }
    }
    let wholes = labels.mapValues { found -> Set<String> in
      let named = found.totals.union(found.parts).filter { isWholeLabel($0) }
      let only = found.totals.subtracting(found.parts).filter { !isPeriod($0) }
      return !named.isEmpty ? named : only.count == 1 ? only : []
    }
    for index in rows.indices {
      rows[index].categories.removeAll { wholes[$0.dimension]?.contains($0.name) ?? false }
      rows[index].subtotals = rows[index].categories.filter {
        !isPeriod($0.name) && !(labels[$0.dimension]?.parts.contains($0.name) ?? true)
      }.map(\.dimension)
    }
  }

  // MARK: - Inner cells

  private mutating func readInner(_ count: Int) throws(MonitoringError) {
    let columns = header.indices.filter { $0 != count && header[$0] != "status" }
    (innerColumns, countColumn) = (columns, count)
    for (index, record) in records.enumerated() {
      let place = LocalizedText(nl: "\(name), rij \(index + 2)", en: "\(name), row \(index + 2)")
      let categories = columns.map { Category(dimension: header[$0], name: $0 < record.count ? record[$0] : "") }
      if let hole = categories.first(where: { $0.name.isEmpty }) {
        throw .data(
          nl: "\(place.nl), kolom \(hole.dimension): hier staat niets; een binnencel heeft van elke kolom een waarde. "
            + "Vul de cel in, anders heeft de indeling een gat.",
          en: "\(place.en), column \(hole.dimension): this is empty; an inner cell has a value of every column. "
            + "Fill it in, or the hierarchy has a hole.")
      }
      let text = count < record.count ? record[count] : ""
      let value = try Self.value(text, status: text.isEmpty ? "suppressed" : "", at: place)
      rows.append(Row(record: index, categories: categories, value: value, unit: "", measure: ""))
    }
  }
}

/// CSV as RFC 4180 writes it.
enum CommaSeparated {
  static func line(_ fields: [String]) -> String {
    fields.map { field in
      field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }.joined(separator: ",") + "\n"
  }
}
