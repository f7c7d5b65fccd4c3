import Consistency
import Disclosure
import Foundation
import Model
import Reporting

/// The numbers of an edition beside those that were released before: what differs has to have a reason.
struct EarlierNumbers {
  private struct Number: Sendable {
    /// As it stands in the open data; empty where there was none.
    var text: String
    var status: String
    var edition: String

    var quantity: Quantity? {
      PublishedCell.parse(value: text).map {
        var scale = 1
        for _ in 0..<$0.decimals { scale *= 10 }
        return Quantity(numerator: $0.scaled, denominator: scale, decimals: $0.decimals)
      }
    }
  }

  /// What was shown of each number, by what tells it from every other: in the last release of an earlier edition, and then in
  /// every one of this edition.
  private var numbers: [[String]: [Number]] = [:]
  /// The tables of all releases.
  private var tables: [EarlierTable] = []

  /// - Parameters:
  ///   - edition: The one that is made.
  ///   - years: What it is about.
  init(_ ledger: ReleaseLedger, before edition: String, about years: ClosedRange<Int>) {
    for entry in ledger.entries {
      let span = Self.years(of: entry, in: ledger) ?? years
      for path in entry.files.keys.sorted() where path.hasPrefix("tables/") && path.hasSuffix(".csv") {
        let file = ledger.folder.appending(path: entry.folder).appending(path: path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        if let table = EarlierTable(text, name: path, about: span == years ? [] : Array(span)) { tables.append(table) }
        for (key, number) in Self.numbers(in: TidyText(text).records, of: entry.edition) {
          // What names no year is about those of its edition.
          if span != years, !Self.namesYears(key) { continue }
          if entry.edition != edition { numbers[key] = [] }
          numbers[key, default: []].append(number)
        }
      }
    }
  }

  /// What an edition was about, as it said.
  static func years(of entry: ReleaseLedger.Entry, in ledger: ReleaseLedger) -> ClosedRange<Int>? {
    struct Described: Decodable {
      struct Years: Decodable { var from, to: Int }
      var years: Years
    }
    let file = ledger.folder.appending(path: entry.folder).appending(path: "edition.json")
    guard let data = FileManager.default.contents(atPath: file.path),
      let years = try? JSONDecoder().decode(Described.self, from: data).years, years.from <= years.to
    else { return nil }
    return years.from...years.to
  }

  private static func namesYears(_ key: [String]) -> Bool {
    zip(CellKey.columns, key).contains { $0.hasSuffix("_value") && Consistency.years(of: $1) != nil }
  }

  private static func numbers(in records: [[String]], of edition: String) -> [[String]: Number] {
    guard let header = records.first else { return [:] }
    let columns = CellKey.columns.compactMap(header.firstIndex)
    guard columns.count == CellKey.columns.count, let value = header.firstIndex(of: "value"),
      let status = header.firstIndex(of: "status")
    else { return [:] }
    // What stands in one table twice cannot be told apart.
    var fresh: [[String]: Number?] = [:]
    for record in records.dropFirst() where record.count == header.count {
      let key = columns.map { record[$0] }
      let number = Number(text: record[value], status: record[status], edition: edition)
      fresh[key] = fresh[key] == nil ? .some(number) : .some(nil)
    }
    return fresh.compactMapValues { $0 }
  }

  /// What became of each cell before, for who protects the tables.
  var fates: EarlierCells {
    let hidden = CellState.absent(.suppressed).code
    let fates = numbers.compactMapValues { known -> EarlierCells.Fate? in
      if known.last?.status == hidden { return .hidden }
      return known.last { !$0.text.isEmpty }?.quantity.map { .shown($0) }
    }
    return EarlierCells(tables: tables) { shape, row, column in fates[CellKey.key(of: shape, row, column)] }
  }

  /// What is other in a publication than it was, with the reason that the folder gives.
  /// - Throws: `MonitoringError.data` with the first number that has none, and for what was hidden and is now shown.
  func revisions(in publication: Publication, explainedBy reasons: [Revision]) throws -> [RevisedNumber] {
    var found: [RevisedNumber] = []
    var unexplained: [(place: String, was: Number, now: String)] = []
    for (index, table) in publication.tables.enumerated() {
      for (row, keys) in CellKey.keys(of: table.shape).enumerated() {
        for (column, key) in keys.enumerated() {
          let now = table.cells[row][column].value.quantity?.plain ?? ""
          guard let last = numbers[key]?.last else { continue }
          if last.status == CellState.absent(.suppressed).code, !now.isEmpty { throw shown(key, last.edition) }
          guard let before = numbers[key]?.last(where: { !$0.text.isEmpty && $0.text != now }) else { continue }
          guard let reason = reasons.first(where: { $0.explains(table.shape.dataset, since: before.edition) }) else {
            unexplained.append((CellKey.label(key), before, now))
            continue
          }
          found.append(
            RevisedNumber(
              table: index, row: row, column: column, before: before.quantity, edition: before.edition, reason: reason))
        }
      }
    }
    if let first = unexplained.first { throw unreasoned(first, others: unexplained.count - 1) }
    return found
  }

  private func unreasoned(_ change: (place: String, was: Number, now: String), others: Int) -> MonitoringError {
    let (was, edition) = (change.was.text, change.was.edition)
    let more = others == 0 ? ("", "") : (" Zo zijn er nog \(others).", " There are \(others) more of them.")
    return .data(
      nl: "\(change.place): in editie \(edition) stond \(was), nu \(change.now.isEmpty ? "niets" : change.now), en "
        + "`revisions` in monitor.yaml zegt niet waarom.\(more.0)",
      en: "\(change.place): edition \(edition) said \(was), now \(change.now.isEmpty ? "nothing" : change.now), and "
        + "`revisions` in monitor.yaml does not say why.\(more.1)")
  }

  private func shown(_ key: [String], _ edition: String) -> MonitoringError {
    let place = CellKey.label(key)
    return .data(
      nl: "\(place): dit getal was in editie \(edition) weggelaten en zou er nu staan. Wat eens is weggelaten, blijft "
        + "weggelaten: het verschil tussen twee edities verraadt het anders.",
      en:
        "\(place): this number was hidden in edition \(edition) and would now be shown. What was hidden once stays hidden: "
        + "the difference between two editions would give it away.")
  }
}

extension EarlierTable {
  /// The counts of a table of the open data; nil for one that has none.
  ///
  /// - Parameter years: What its edition was about, where that is something else than the edition that is made.
  init?(_ text: String, name: String, about years: [Int]) {
    guard let file = try? CountFile(text, name: name) else { return nil }
    var labels: [String: Set<String>] = [:]
    for category in file.rows.flatMap(\.categories) { labels[category.dimension, default: []].insert(category.name) }
    let dimension = labels.filter { $0.value.allSatisfy { Consistency.years(of: $0) != nil } }.keys.sorted().first
    let window = (dimension.flatMap { labels[$0] } ?? []).flatMap { Consistency.years(of: $0) ?? [] }
    let rows = file.rows.compactMap { row -> Row? in
      var count: Int?
      switch row.value {
      case .none, .near: return nil
      case .hidden: count = nil
      case .count(let number): count = number
      }
      let named = row.categories.compactMap { Consistency.years(of: $0.name) }.first
      return Row(
        unit: row.unit, measure: row.measure,
        categories: row.categories.filter { Consistency.years(of: $0.name) == nil }.map {
          Category(dimension: $0.dimension, name: $0.name, isSubtotal: row.subtotals.contains($0.dimension))
        }, years: named ?? (window.isEmpty ? years : Set(window).sorted()), count: count)
    }
    guard !rows.isEmpty else { return nil }
    self.init(
      dataset: URL(filePath: name).deletingPathExtension().lastPathComponent, yearsName: dimension ?? "jaar", rows: rows
    )
  }
}
