import Charts
import Disclosure
import Model

/// The data table under a chart: caption, headers with scope, figures that align, and the meaning of every mark.
func dataTable(_ table: PublishedTable, caption: String, in language: Language) -> Markup {
  let shape = table.shape
  let rowBreaks = shape.rowBreaks
  let shares = columnShares(of: table)
  let rows = zip(shape.rows, table.cells).enumerated().map { index, line in
    let (row, cells) = line
    let line = index
    let words =
      [row.isTotal ? "total" : row.isSummary ? "summary" : nil]
      + [rowBreaks.contains { $0.before == index } ? "break" : nil]
    let classes = words.compactMap(\.self).joined(separator: " ")
    let isMarked = rowBreaks.contains { $0.marked == index }
    return Markup.element(
      "tr", classes.isEmpty ? [:] : ["class": classes],
      [.element("th", ["scope": "row"], heading(rowLabel(row, in: shape, language), isBreak: isMarked, language))]
        + zip(shape.columns, cells).enumerated().map { index, pair in
          dataCell(
            pair.1, unit: row.unit == .perCent ? "%" : "", classes: columnClasses(index, shape),
            isTop: shape.rankMeasures != nil, share: shares[line][index].map { $0.formatted(in: language) + "%" },
            language)
        })
  }
  return .element(
    "table", ["class": "data"],
    [
      .element("caption", [:], [.element("span", [:], text: caption)]), .element("thead", [:], heads(shape, language)),
      .element("tbody", [:], rows),
    ])
}

private func rowLabel(_ row: TableShape.RowHeader, in shape: TableShape, _ language: Language) -> String {
  let counted = shape.rows.filter { !$0.isSummary }
  var label = row.reading(in: language)
  // A total of another measure, such as the base of several answers, says so itself.
  let peers = row.isTotal ? counted : counted.filter { !$0.isTotal }
  if row.name != nil, !row.isSummary, peers.contains(where: { $0.measure != row.measure }) {
    label = row.measure[language].capitalizedFirst + ": " + row.label[language]
  }
  let first = counted.first?.unit
  let unit = row.unit.label[language]
  return row.unit == first || unit.isEmpty || row.unit == .perCent ? label : "\(label) (\(unit))"
}

/// A row of panel names, when there are several, above a row of column names.
private func heads(_ shape: TableShape, _ language: Language) -> [Markup] {
  let corner = shape.rows.first { $0.name != nil }?.name?[language] ?? ""
  let isGrouped = shape.panels.count > 1
  let cornerAttributes: KeyValuePairs<String, String> =
    isGrouped ? ["scope": "col", "class": "corner", "rowspan": "2"] : ["scope": "col", "class": "corner"]
  let first: Markup =
    corner.isEmpty
    ? .element("td", isGrouped ? ["class": "corner", "rowspan": "2"] : ["class": "corner"])
    : .element("th", cornerAttributes, text: corner)
  let names = shape.columns.enumerated().map { index, column in
    let label =
      column.label[language].isEmpty ? LocalizedText(nl: "Waarde", en: "Value")[language] : column.label[language]
    return (index, column, label)
  }
  guard isGrouped else {
    return [
      .element(
        "tr", [:],
        [first]
          + names.map { index, _, label in
            columnHead(index, label, shape, language)
          })
    ]
  }
  var groups: [Markup] = []
  for (panel, name) in shape.panels.enumerated() {
    let members = shape.columns.indices.filter { shape.columns[$0].panel == panel }
    guard let start = members.first else { continue }
    groups.append(
      .element(
        "th", ["scope": "colgroup", "colspan": String(members.count), "class": columnClasses(start, shape) + " panel"],
        text: name[language]))
  }
  let whole = names.filter { $0.1.panel == nil }
  groups += whole.map {
    .element("th", ["scope": "col", "rowspan": "2", "class": columnClasses($0.0, shape)], text: $0.2)
  }
  let second = names.filter { $0.1.panel != nil }
    .map { columnHead($0.0, $0.2, shape, language) }
  return [.element("tr", [:], [first] + groups), .element("tr", [:], second)]
}

private func columnHead(_ index: Int, _ label: String, _ shape: TableShape, _ language: Language) -> Markup {
  let isBreak = shape.columnBreaks.contains { $0.marked == index }
  return .element(
    "th", ["scope": "col", "class": columnClasses(index, shape)], heading(label, isBreak: isBreak, language))
}

/// The words of a header, with a mark when the series breaks there.
private func heading(_ label: String, isBreak: Bool, _ language: Language) -> [Markup] {
  guard isBreak else { return [.text(label)] }
  let words = LocalizedText(nl: ", hier breekt de reeks", en: ", the series breaks here")
  return [
    .text(label), .element("span", ["class": "break-mark", "aria-hidden": "true"], text: " ≠"),
    .element("span", ["class": "hidden"], text: words[language]),
  ]
}

/// What a break means, for the words below the table.
func breakWords(_ one: Figure.SeriesBreak) -> LocalizedText {
  LocalizedText(
    nl: "Vanaf \(one.year) niet vergelijkbaar met eerder. \(one.reason.nl)",
    en: "From \(one.year) not comparable with before. \(one.reason.en)")
}

private func columnClasses(_ index: Int, _ shape: TableShape) -> String {
  let column = shape.columns[index]
  let starts = index > 0 && column.panel != shape.columns[index - 1].panel
  let breaks = shape.columnBreaks.contains { $0.before == index }
  return "figure" + (column.isTotal ? " total" : "") + (starts ? " start" : "") + (breaks ? " break" : "")
}

extension CellState {
  /// What a partner did not give, or was not asked, is told in words and not by a mark.
  fileprivate var isSaidInWords: Bool {
    switch self {
    case .absent(.notDelivered), .absent(.notRecorded), .absent(.notAsked), .absent(.notDerivable): true
    case .absent(.notApplicable), .absent(.undefined), .absent(.notEstimable), .absent(.notShown), .absent(.suppressed),
      .exact, .rounded, .provisional, .revised, .estimate, .derived:
      false
    }
  }
}

/// - Parameter isTop: In a top list a number that is not there is the rule; elsewhere it is said in words.
private func dataCell(
  _ cell: Cell, unit: String, classes: String, isTop: Bool, share: String?, _ language: Language
) -> Markup {
  var text = CellText(cell, in: language)
  if cell.value.quantity != nil { text.mark += unit }
  if cell.state.isSaidInWords, !isTop {
    return .element("td", ["class": classes + " absent"], text: cell.state.label[language])
  }
  var parts: [Markup] = []
  if let rank = cell.rank {
    let place = LocalizedText(nl: "plaats \(rank): ", en: "place \(rank): ")[language]
    parts += [
      .element("span", ["class": "rank", "aria-hidden": "true"], text: String(rank)),
      .element("span", ["class": "hidden"], text: place),
    ]
  }
  guard let meaning = text.meaning else {
    let inside = parts + [.text(text.mark)] + known(cell, language)
    guard let share, inside.count == 1 else { return .element("td", ["class": classes], inside) }
    return .element("td", ["class": classes, "data-share": share], inside)
  }
  if let interval = cell.value.interval {
    let range = interval.lower.formatted(in: language) + "–" + interval.upper.formatted(in: language)
    parts += [.text(text.mark), .element("span", ["class": "range"], text: range)]
  } else {
    parts += [
      .element("span", ["aria-hidden": "true"], text: text.mark),
      .element("span", ["class": "hidden"], text: spoken(cell, meaning, language)),
    ]
  }
  return .element("td", ["class": classes], parts)
}

/// Over how many a share or a mean was taken, below the number itself.
private func known(_ cell: Cell, _ language: Language) -> [Markup] {
  guard let base = cell.base else { return [] }
  return [.element("span", ["class": "range"], text: "n = " + Quantity(base).formatted(in: language))]
}

private func spoken(_ cell: Cell, _ meaning: LocalizedText, _ language: Language) -> String {
  guard let quantity = cell.value.quantity else { return meaning[language] }
  return quantity.formatted(in: language) + ", " + meaning[language]
}

/// The marks this table uses, each once, in order of appearance, with what they mean.
func marks(in table: PublishedTable, _ language: Language) -> [(mark: String, meaning: String)] {
  var found: [(mark: String, meaning: String)] = []
  for cell in table.cells.joined() where !cell.state.isSaidInWords || table.shape.rankMeasures != nil {
    guard let mark = cell.state.mark, !found.contains(where: { $0.mark == mark }) else { continue }
    // Cells may be rounded to different multiples; a legend that says one is that of the first.
    let words = if case .rounded = cell.value { cell.meaning ?? cell.state.explanation } else { cell.state.explanation }
    found.append((mark, words[language]))
  }
  return found
}

/// What part of the total of its column each number is, in whole per cent, for readers who ask for shares.
///
/// Only of counts that stand there exactly, above a total that they do not exceed together: parts of several answers, which
/// add up to more than their base, have no share here. Made of what the table shows and of nothing else.
func columnShares(of table: PublishedTable) -> [[Quantity?]] {
  let shape = table.shape
  let none = shape.rows.map { _ in shape.columns.map { _ in Quantity?.none } }
  guard shape.rankMeasures == nil, let total = shape.rows.lastIndex(where: { $0.isTotal && !$0.isSummary }),
    shape.rows[total].unit != .perCent
  else { return none }
  let parts = shape.rows.indices.filter {
    !shape.rows[$0].isTotal && !shape.rows[$0].isSummary && shape.rows[$0].unit == shape.rows[total].unit
      && shape.rows[$0].measure == shape.rows[total].measure
  }
  var shares = none
  for column in shape.columns.indices {
    guard let whole = exactCount(table.cells[total][column]), whole > 0, parts.count > 1 else { continue }
    let counts = parts.map { exactCount(table.cells[$0][column]) }
    guard counts.compactMap(\.self).reduce(0, +) <= whole else { continue }
    for (row, count) in zip(parts + [total], counts + [whole]) {
      shares[row][column] = count.map { Quantity(numerator: 100 * $0, denominator: whole, decimals: 0) }
    }
  }
  return shares
}

private func exactCount(_ cell: Cell) -> Int? {
  guard case .exact(let quantity) = cell.value, quantity.denominator == 1, quantity.numerator >= 0 else { return nil }
  return quantity.numerator
}
