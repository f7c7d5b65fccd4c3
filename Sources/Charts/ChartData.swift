import Disclosure
package import Model

/// A sign in a picture, with what it says in a word or two.
package struct ChartSign: Equatable, Sendable {
  /// `×`
  package let sign: String
  /// `afgeschermd`
  package let meaning: LocalizedText
}

/// A table seen as a chart: which rows are series, which columns are bars, which are totals.
struct ChartData {
  struct Series {
    let row: Int
    let key: String
    let label: String
    let style: SeriesStyle
  }

  struct Column {
    let index: Int
    let key: String
    let label: String
    let panel: Int?
  }

  let language: Language
  let table: PublishedTable
  /// Whether colour tells the series apart: not where there are more than there are colours.
  private(set) var isColoured: Bool
  /// Letters that refer to explanations, by key of the column.
  let letters: [String: String]
  /// Rows to draw in table order, without totals and summaries, of the unit of the first of them.
  private(set) var series: [Series]
  /// The row of totals, if there is one.
  let total: Series?
  /// Columns to draw, in order, without totals.
  let columns: [Column]
  /// The total over all panels, if there is one.
  let totalColumn: Column?
  let panels: [String]

  /// - Parameters:
  ///   - colours: Those of the edition; nil for a table on its own, whose series take the colours in order.
  ///   - letters: What stands at a column to refer to an explanation, by its key.
  init(
    _ table: PublishedTable, in language: Language, colours: CategoryColours? = nil,
    letters: [String: String] = [:]
  ) {
    self.language = language
    self.table = table
    self.letters = letters
    let shape = table.shape
    let unit = shape.rows.first { !$0.isSummary }?.unit
    let drawn = shape.rows.indices.filter {
      !shape.rows[$0].isSummary && shape.rows[$0].unit == unit
    }
    let parts = drawn.filter { !shape.rows[$0].isTotal }
    // A table of nothing but totals, such as a number a year, is drawn all the same.
    let plain = Self.styled(parts.isEmpty ? drawn : parts, shape: shape, language: language)
    total =
      parts.isEmpty
      ? nil
      : drawn.last { shape.rows[$0].isTotal }.map { row in
        Series(
          row: row, key: shape.rows[row].key, label: shape.rows[row].reading(in: language),
          style: SeriesStyle(role: .total))
      }
    let all = shape.columns.enumerated().map { index, column in
      Column(index: index, key: column.key, label: column.label[language], panel: column.panel)
    }
    let parted = all.filter { !shape.columns[$0.index].isTotal }
    columns = parted.isEmpty ? all : parted
    totalColumn = parted.isEmpty ? nil : all.last { shape.columns[$0.index].isTotal }
    panels = shape.panels.map { $0[language] }
    let known = plain.filter { $0.style.role != .unknown }
    series = plain
    isColoured = known.count <= SeriesStyle.fills.count
    if let colours { (series, isColoured) = recoloured(by: colours) }
  }

  /// The same series in the colours of the edition; as they were, and not told apart by colour, where one has none.
  ///
  /// A chart that needs no colours takes that of its category when the edition gave it one.
  private func recoloured(by colours: CategoryColours) -> (series: [Series], isColoured: Bool) {
    var isComplete = true
    let styled = series.map { one -> Series in
      guard case .series = one.style.role else { return one }
      let colour = colours.colour(of: one, in: self)
      if colour == nil, needsColours { isComplete = false }
      return Series(
        row: one.row, key: one.key, label: one.label, style: SeriesStyle(role: .series(colour ?? 0))
      )
    }
    return isComplete ? (styled, isColoured) : (series, false)
  }

  /// Whether the chart tells two or more series apart by colour.
  var needsColours: Bool {
    switch table.shape.chart {
    case .stackedBars, .lines: series.count > 1 && isDrawable
    case .rankedBars, .topTable, .none: false
    }
  }

  /// Colours are handed out from the last row, the foot of a stack, upwards; unknown is always grey.
  private static func styled(_ rows: [Int], shape: TableShape, language: Language) -> [Series] {
    var next = 0
    var series: [Series] = []
    for row in rows.reversed() {
      let header = shape.rows[row]
      let role: SeriesStyle.Role
      if header.saysUnknown {
        role = .unknown
      } else {
        role = .series(next)
        next += 1
      }
      series.append(
        Series(
          row: row, key: header.key, label: header.reading(in: language),
          style: SeriesStyle(role: role)))
    }
    return series.reversed()
  }
}

extension ChartData {
  func cell(_ series: Series, _ column: Column) -> Cell { table.cells[series.row][column.index] }

  func mark(_ series: Series, _ column: Column) -> String {
    CellText(cell(series, column), in: language, unit: unit(of: series)).mark
  }

  /// What stands behind the numbers of a row: `%`, or nothing.
  func unit(of series: Series) -> String {
    table.shape.rows[series.row].unit == .perCent ? "%" : ""
  }

  /// Letters that refer to explanations at a column; nil where there are none.
  func letters(at column: Column) -> String? { letters[column.key] }

  /// Whether there is anything to draw, on a scale that begins at zero: a number below zero has no place on it.
  var isDrawable: Bool {
    let numbers = drawn.map { $0.value.quantity?.value }
    return numbers.contains { $0 != nil } && numbers.allSatisfy { ($0 ?? 0) >= 0 }
  }

  /// Every cell whose number, or the lack of it, can stand in a picture.
  private var drawn: [Cell] {
    series.flatMap { row in (columns + [totalColumn].compactMap { $0 }).map { cell(row, $0) } }
  }

  /// The signs in the picture with what they say, each once: of the cells of rows and totals, and of breaks.
  var signs: [ChartSign] {
    let rows = series + [total].compactMap { $0 }
    let cells = rows.flatMap { row in (columns + [totalColumn].compactMap { $0 }).map { cell(row, $0) } }
    var signs: [ChartSign] = []
    for state in cells.map(\.state).uniqued() {
      guard let sign = state.mark else { continue }
      signs.append(ChartSign(sign: sign, meaning: state.label))
    }
    if columns.contains(where: { breakBefore($0) != nil }) {
      signs.append(
        ChartSign(
          sign: "≠", meaning: LocalizedText(nl: "niet te vergelijken met eerder", en: "not comparable with before")))
    }
    return signs
  }

  /// How the table is drawn: as its shape asks, or in the form that always has room.
  var form: ChartKind {
    let asked = table.shape.chart
    if needsColours, !isColoured { return .rankedBars }
    return asked == .topTable && !TopTable(self).hasRoom ? .rankedBars : asked
  }

  /// The value to draw; nil where there is no number.
  func value(_ series: Series, _ column: Column) -> Double? {
    cell(series, column).value.quantity?.value
  }

  /// The number itself or the head of its interval, whichever is higher; zero where there is no number.
  func reach(_ series: Series, _ column: Column) -> Double {
    let value = cell(series, column).value
    return max(value.quantity?.value ?? 0, value.interval?.upper.value ?? 0)
  }

  /// Height of the stack: the sum of what is drawn, the total or an interval, whichever is highest.
  func stackHeight(_ column: Column) -> Double {
    let sum = series.reduce(0) { $0 + max(0, value($1, column) ?? 0) }
    return max(
      sum, total.map { reach($0, column) } ?? 0, series.reduce(0) { max($0, reach($1, column)) })
  }

  /// Of how many columns at most every number stands at its line. A decision: at more, the numbers hide the line.
  static let mostNumbers = 12

  /// Whether the number of a column stands at its line: all of few columns; of many the first, the last, the highest and the
  /// lowest (of equals the first).
  func isTold(_ line: Series, _ column: Column, among columns: [Column]) -> Bool {
    guard columns.count > Self.mostNumbers else { return true }
    let known = columns.compactMap { one in value(line, one).map { (index: one.index, value: $0) } }
    let ends = [known.first, known.last, known.max { $0.value < $1.value }, known.min { $0.value < $1.value }]
    return ends.contains { $0?.index == column.index }
  }

  /// Columns of one panel, in order.
  func columns(inPanel panel: Int) -> [Column] { columns.filter { ($0.panel ?? 0) == panel } }

  /// Panels that have columns, with their names; a single panel without a name has an empty one.
  var drawnPanels: [(name: String, columns: [Column])] {
    let indices = max(panels.count, 1)
    return (0..<indices).map {
      (panels.indices.contains($0) ? panels[$0] : "", columns(inPanel: $0))
    }
    .filter { !$0.columns.isEmpty }
  }

  /// The column by which rows are ordered: the total, else the last one of the first panel.
  var mainColumn: Column? { totalColumn ?? drawnPanels.first?.columns.last }

  /// Whether the numbers are shares in per cent: of these no share and no change in per cent is taken.
  var isInPerCent: Bool { series.first.map { table.shape.rows[$0.row].unit } == .perCent }

  /// Noun of what is counted: `slachtoffers`; for shares `%`.
  var unit: String { series.first.map { table.shape.rows[$0.row].unit.label[language] } ?? "" }

  /// Series with the largest first; ties stay in table order, series without a number come after those with one, and
  /// the unknown last.
  func ranked(by column: Column) -> [Series] {
    series.enumerated().sorted { left, right in
      let (a, b) = (rankingValue(left.element, column), rankingValue(right.element, column))
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private func rankingValue(_ series: Series, _ column: Column) -> Double {
    series.style.role == .unknown ? -2 : value(series, column) ?? -1
  }
}

extension TableShape.RowHeader {
  /// Whether the row is of what is not known, by its code or, where rows have no codes, by its name.
  fileprivate var saysUnknown: Bool {
    Missing(word: key) != nil || key.hasPrefix("unknown")
      || ["onbekend", "niet bekend"].contains(label.nl.lowercased())
  }
}
