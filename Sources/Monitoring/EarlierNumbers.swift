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

  /// - Parameter edition: The one that is made.
  init(_ ledger: ReleaseLedger, before edition: String) {
    for entry in ledger.entries {
      for path in entry.files.keys.sorted() where path.hasPrefix("tables/") && path.hasSuffix(".csv") {
        let file = ledger.folder.appending(path: entry.folder).appending(path: path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
        for (key, number) in Self.numbers(in: TidyText(text).records, of: entry.edition) {
          if entry.edition != edition { numbers[key] = [] }
          numbers[key, default: []].append(number)
        }
      }
    }
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
    return EarlierCells { shape, row, column in fates[CellKey.key(of: shape, row, column)] }
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
