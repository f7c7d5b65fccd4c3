import Model

/// Sees which rows of the template a delivery of counts lacks.
struct CountGaps {
  private struct TableYear: Hashable {
    var table: Int
    var year: Int
  }

  private var seen: Set<CountPlace> = []
  /// Rows of which the words could not be read; what they were meant to be is not missing.
  private var unplaced: [TableYear: Int] = [:]

  mutating func sees(_ place: CountPlace) { seen.insert(place) }

  mutating func seesUnreadable(table: Int, year: Int) { unplaced[TableYear(table: table, year: year), default: 0] += 1 }

  /// One finding for each table and year with rows missing.
  func report(_ source: Source, _ codebook: Codebook, upTo period: Int, in findings: DeliveryFindings) {
    for (index, table) in source.tables.enumerated() {
      for year in table.years where year <= period {
        let rows = table.rows(in: year, codebook)
        let missing = rows.filter { !seen.contains(CountPlace(table: table.name, year: year, words: $0)) }
        guard missing.count > unplaced[TableYear(table: index, year: year), default: 0] else { continue }
        findings.add(.countMissing, Self.message(missing, rows.count, table, year))
      }
    }
  }

  private static func message(_ missing: [[Int?]], _ count: Int, _ table: CountTable, _ year: Int) -> LocalizedText {
    let label = table.label.nl
    if missing.count == count {
      return LocalizedText(nl: "`\(label)` over \(year) ontbreekt.", en: "`\(label)` for \(year) is missing.")
    }
    let names = missing.prefix(3).map { "`\(table.name(of: $0))`" }
    if missing.count <= 3 {
      let list = Wording.list(names)
      return missing.count == 1
        ? LocalizedText(
          nl: "van `\(label)` over \(year) ontbreekt de rij met \(list.nl).",
          en: "of `\(label)` for \(year) the row with \(list.en) is missing.")
        : LocalizedText(
          nl: "van `\(label)` over \(year) ontbreken de rijen met \(list.nl).",
          en: "of `\(label)` for \(year) the rows with \(list.en) are missing.")
    }
    return LocalizedText(
      nl: "van `\(label)` over \(year) ontbreken \(missing.count) rijen, de eerste met \(names[0]).",
      en: "of `\(label)` for \(year) \(missing.count) rows are missing, the first with \(names[0]).")
  }
}
