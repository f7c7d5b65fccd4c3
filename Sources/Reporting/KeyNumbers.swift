import Charts
import Disclosure
import Model

/// A number the overview begins with: what it is, where it stands, how it moved, and what to keep in mind.
struct KeyNumberCard: Equatable {
  /// `1.334`, or in words what is in its place.
  let number: String
  let isWords: Bool
  /// `vermoedelijke slachtoffers gemeld in 2019`
  let label: String
  /// `In 2018: 668. Dat is een stijging van 100%.`; nil where there is no earlier year.
  let change: String?
  /// Why it cannot be compared, or that it is not final; nil where nothing is known.
  let caveat: String?
  /// A link to what was going on in its year; nil where nothing is known.
  let explained: String?
  let path, source: String
}

extension Pages {
  /// Those of the folder; without them the totals of the first figures with a chart, four at most.
  func keyNumbers(root: String, _ language: Language) -> [KeyNumberCard] {
    let asked = monitor.keyNumbers.isEmpty ? foundKeyNumbers : monitor.keyNumbers
    return asked.compactMap { card($0, root: root, language) }
  }

  /// The total, or the only row, of each of the first figures that have a chart and a number in their last year.
  private var foundKeyNumbers: [KeyNumber] {
    let found = publication.figures.compactMap { table -> KeyNumber? in
      let shape = table.shape
      let rows = shape.rows.indices.filter { !shape.rows[$0].isSummary }
      guard shape.chart != .none, let row = rows.last(where: { shape.rows[$0].isTotal }) ?? rows.first,
        rows.count == 1 || shape.rows[row].isTotal, let column = column(of: nil, in: shape),
        table.cells[row][column].value.quantity != nil
      else { return nil }
      return KeyNumber(
        figure: shape.figure, row: shape.rows[row].key, label: shape.rows.count == 1 ? shape.title : shape.unit.label)
    }
    return Array(found.prefix(4))
  }

  /// The place of a column: the one that is named, else the last year, else the only one.
  private func column(of key: String?, in shape: TableShape) -> Int? {
    if let key { return shape.columns.firstIndex { $0.key == key } }
    if let year = shape.columns.indices.last(where: { shape.isYear($0) && shape.columns[$0].panel ?? 0 == 0 }) {
      return year
    }
    return shape.columns.count == 1 ? 0 : nil
  }

  private func card(_ key: KeyNumber, root: String, _ language: Language) -> KeyNumberCard? {
    guard let table = publication.table(named: key.figure),
      let row = table.shape.rows.firstIndex(where: { $0.key == key.row }),
      let column = column(of: key.column, in: table.shape)
    else { return nil }
    let cell = table.cells[row][column]
    let unit = table.shape.rows[row].unit == .perCent ? "%" : ""
    let mark = cell.value.quantity == nil ? cell.state.label[language] : CellText(cell, in: language, unit: unit).mark
    let place = name(of: table.shape.columns[column], language)
    return KeyNumberCard(
      number: mark, isWords: cell.value.quantity == nil,
      label: key.label[language] + (place.isEmpty ? "" : " in \(place)"),
      change: change(in: table, row: row, column, unit: unit, language),
      caveat: caveat(of: table, row: row, column, language),
      explained: explanationNotes(of: table, language).contains { $0.year == table.shape.columns[column].key }
        ? LocalizedText(nl: "Wat er speelde in \(place)", en: "What was going on in \(place)")[language] : nil,
      path: root + EditionPath.figure(key.figure, language), source: labels[key.figure][language])
  }

  /// `2019`, or `totaal` for what is taken together and says no year.
  private func name(of column: TableShape.ColumnHeader, _ language: Language) -> String {
    let label = column.label[language]
    return column.isTotal && !label.isEmpty && !label.contains(where: \.isNumber)
      ? LocalizedText(nl: "totaal", en: "total")[language] : label
  }

  /// The number of the year before it in the table, and what can be said of the two.
  private func change(
    in table: PublishedTable, row: Int, _ column: Int, unit: String, _ language: Language
  ) -> String? {
    let shape = table.shape
    guard shape.isYear(column), column > 0, shape.isYear(column - 1),
      shape.columns[column - 1].panel == shape.columns[column].panel,
      let change = YearChange(of: table, row: row, from: column - 1, to: column)
    else { return nil }
    let before = table.cells[row][column - 1]
    let text =
      before.value.quantity == nil ? before.state.label[language] : CellText(before, in: language, unit: unit).mark
    let year = shape.columns[column - 1].label[language]
    let words: LocalizedText =
      switch change {
      case .unsettled:
        LocalizedText(
          nl: "In \(year): \(text). Deze jaren zijn nog niet te vergelijken.",
          en: "In \(year): \(text). These years cannot be compared yet.")
      case .broken:
        LocalizedText(
          nl: "In \(year): \(text). Deze jaren zijn niet te vergelijken.",
          en: "In \(year): \(text). These years cannot be compared.")
      case .open:
        LocalizedText(
          nl: "In \(year): \(text). Dat is geen duidelijke verandering.",
          en: "In \(year): \(text). That is no clear change.")
      case .same: LocalizedText(nl: "In \(year) was dat ook \(text).", en: "In \(year) it was \(text) too.")
      case .moved:
        LocalizedText(
          nl: "In \(year): \(text). Dat is \(change.verdict?.nl ?? "").",
          en: "In \(year): \(text). That is \(change.verdict?.en ?? "").")
      }
    return words[language]
  }

  /// Why the years cannot be compared, or that the number is not final or has limits.
  private func caveat(of table: PublishedTable, row: Int, _ column: Int, _ language: Language) -> String? {
    let cell = table.cells[row][column]
    if let interval = cell.value.interval {
      let (lower, upper) = (interval.lower.formatted(in: language), interval.upper.formatted(in: language))
      return LocalizedText(
        nl: "Het ligt waarschijnlijk tussen \(lower) en \(upper).",
        en: "It probably lies between \(lower) and \(upper).")[
          language]
    }
    if case .broken(let breaks) = column > 0 ? YearChange(of: table, row: row, from: column - 1, to: column) : nil {
      return breaks.map { $0.reason[language] }.joined(separator: " ")
    }
    if cell.state == .provisional {
      return LocalizedText(nl: "Dit cijfer is voorlopig.", en: "This figure is provisional.")[language]
    }
    return nil
  }
}
