internal import Model

/// A total in which something counts twice: all of its parts, a subtotal beside the parts that make it, or one row.
///
/// Said only where every column misses by that, to the last digit: what is too much in each column is what one row, or the rows
/// below a subtotal, have there.
struct CountedTwiceRule {
  let base: FigureRule

  /// Columns at least, and decimal digits of what is too much. Decisions.
  private static let (leastColumns, leastDigits) = (2, 5.0)

  func contradictions() -> [Contradiction] {
    let axes = base.figure.grid.axes
    return axes.indices.filter { axes[$0].isVaried && !axes[$0].periods.isTime }.flatMap { axis -> [Contradiction] in
      let rows = TotalRows(base: base, axis: axis)
      guard let first = rows.labels.first, let last = rows.labels.last, rows.labels.count > 3 else { return [] }
      return [first, last].compactMap { contradiction($0, rows) }
    }
  }

  private func contradiction(_ whole: Int, _ rows: TotalRows) -> Contradiction? {
    let top = rows.top(besides: whole)
    let columns = rows.columns(of: whole, parts: top).filter(\.isLargest)
    guard top.count > 1, columns.count >= Self.leastColumns,
      columns.allSatisfy({ -$0.excess > $0.room || $0.excess > $0.room })
    else { return nil }
    // What is too much, as often as it could be thought of.
    let tries = Logarithm.decimal(Double(top.count + 2))
    guard columns.allSatisfy({ $0.excess > $0.room }), digits(columns) - tries >= Self.leastDigits else { return nil }
    if columns.allSatisfy({ abs($0.excess - ($0.total - $0.excess)) <= 2 * $0.room }) {
      return said(
        whole, columns, rows,
        "dit is in alle \(columns.count) kolommen precies twee keer de som van de delen; die tellen dubbel mee.",
        "in all \(columns.count) columns this is exactly twice the sum of the parts; they count double.")
    }
    let below = top.filter { rows.accepted[$0] != nil }
    if !below.isEmpty, isExplained(columns, top, by: Set(below)) {
      let names = LocalizedText.list(below.map { LocalizedText(rows.name($0)) })
      return said(
        whole, columns, rows,
        "hierin tellen delen dubbel: behalve \(names.nl) ook de regels waaruit die bestaan; in alle \(columns.count) kolommen is het totaal zoveel te hoog.",
        "parts count double here: besides \(names.en) also the rows that it is made of; in all \(columns.count) columns the total is too high by that."
      )
    }
    let twice = top.filter { isExplained(columns, top, by: [$0]) }
    guard twice.count == 1, let row = twice.first else { return nil }
    return said(
      whole, columns, rows,
      "hierin telt \(rows.name(row)) dubbel; in alle \(columns.count) kolommen is het totaal zoveel te hoog.",
      "\(rows.name(row)) counts double here; in all \(columns.count) columns the total is too high by that.")
  }

  /// Whether these rows together are what is too much in each column.
  private func isExplained(_ columns: [TotalRows.Column], _ top: [Int], by labels: Set<Int>) -> Bool {
    columns.allSatisfy { column in
      let much = zip(top, column.values).reduce(0) { labels.contains($1.0) ? $0 + $1.1 : $0 }
      return abs(column.excess - much) <= column.room
    }
  }

  /// Digits in which what is too much says something.
  private func digits(_ columns: [TotalRows.Column]) -> Double {
    var surprise = Surprise()
    for column in columns { surprise.meet(column.excess, room: max(column.room, Printed.slack)) }
    return surprise.digits
  }

  private func said(
    _ whole: Int, _ columns: [TotalRows.Column], _ rows: TotalRows, _ nl: String, _ en: String
  ) -> Contradiction {
    let sums = columns.map { NumberText.plain($0.total - $0.excess) }
    var found = base.contradiction(
      .sum, columns.map(\.whole) + columns.flatMap(\.parts), expected: sums.joined(separator: "; "), nl, en)
    found.sentence = LocalizedText(
      nl: "\(base.figure.grid.figure), \(rows.name(whole)): \(nl)",
      en: "\(base.figure.grid.figure), \(rows.name(whole)): \(en)")
    found.certainty = .only
    return found
  }
}
