internal import Model

/// Quantiles out of order: a first quartile above the third, a median above the maximum.
///
/// Two labels that differ in their number alone, and those numbers being 25 and 75, 10 and 90, 5 and 95, 20 and 80, or 1 and 3
/// without a 2, name two quantiles in any language, where the lower is the smaller in all rows but one. What else lies between
/// them, or beyond them, in all other rows should in that row too.
struct QuantileRule {
  let base: FigureRule

  /// Rows that have to fit, and how many columns are looked at. Decisions.
  private static let (leastRows, mostColumns) = (4, 40)
  private static let pairs: [[Int]] = [[25, 75], [10, 90], [5, 95], [20, 80], [1, 3]]

  func contradictions() -> [Contradiction] {
    base.figure.tables.flatMap { table -> [Contradiction] in
      guard (3...Self.mostColumns).contains(table.columns.count) else { return [] }
      return quantiles(table).compactMap { contradiction(table, low: $0.low, high: $0.high) }
    }
  }

  // MARK: - Which columns

  private func quantiles(_ table: ColumnTable) -> [(low: Int, high: Int)] {
    var found: [(Int, Int)] = []
    for other in base.figure.grid.axes.indices
    where other != table.axis && !base.figure.grid.axes[other].periods.isTime {
      let named = table.columns.map { column in
        column.rest[other] > 0
          ? Self.numbered(base.figure.grid.axes[other].labels[Int(column.rest[other])]) : nil
      }
      for low in named.indices {
        for high in named.indices {
          guard let one = named[low], let two = named[high], one.text == two.text,
            Self.pairs.contains([one.number, two.number])
          else { continue }
          // First and third of three, and no parts of a year.
          let isOfThree = named.contains { $0?.text == one.text && $0?.number == 2 }
          if !hasMiddle(table, low, high) || one.number == 1 && isOfThree { continue }
          found.append((low, high))
        }
      }
    }
    return found
  }

  /// The one number of a label, and the label without it.
  private static func numbered(_ label: String) -> (text: String, number: Int)? {
    let digits = label.filter(\.isDigit)
    guard let number = Int(digits), label.split(whereSeparator: { !$0.isDigit }).count == 1 else {
      return nil
    }
    return (Label.folded(String(label.filter { !$0.isDigit })), number)
  }

  private func hasMiddle(_ table: ColumnTable, _ low: Int, _ high: Int) -> Bool {
    table.columns.indices.contains { other in
      other != low && other != high && isBefore(table, low, other).fits
        && isBefore(table, other, high).fits
    }
  }

  /// Whether one column is at most another in all rows but one, and which that is.
  private func isBefore(_ table: ColumnTable, _ one: Int, _ other: Int) -> (fits: Bool, odd: Int?) {
    var (fitting, odd): (Int, Int?) = (0, nil)
    for row in table.rows.indices {
      guard let a = value(table, one, row), let b = value(table, other, row) else { continue }
      if a <= b {
        fitting += 1
      } else if odd == nil {
        odd = row
      } else {
        return (false, nil)
      }
    }
    return (fitting >= Self.leastRows, odd)
  }

  private func value(_ table: ColumnTable, _ column: Int, _ row: Int) -> Double? {
    table.columns[column].cells[row].flatMap { base.cells[$0].value }
  }

  // MARK: - Judging

  private func contradiction(_ table: ColumnTable, low: Int, high: Int) -> Contradiction? {
    let order = isBefore(table, low, high)
    guard order.fits else { return nil }
    if let row = order.odd { return swapped(table, low, high, row) }
    for middle in table.columns.indices where middle != low && middle != high {
      let (above, below) = (isBefore(table, low, middle), isBefore(table, middle, high))
      guard above.fits, below.fits else { continue }
      // A mean may lie outside the quartiles; beyond what lies beyond them nothing of the kind does.
      if let row = below.odd,
        let beyond = column(table, beyond: high, isAbove: true, row, middle)
      {
        return outside(table, middle, beyond, row, isAbove: true)
      }
      if let row = above.odd,
        let beyond = column(table, beyond: low, isAbove: false, row, middle)
      {
        return outside(table, middle, beyond, row, isAbove: false)
      }
    }
    return nil
  }

  /// A column that lies beyond a quantile in all rows, and in this one is passed by the middle.
  private func column(_ table: ColumnTable, beyond: Int, isAbove: Bool, _ row: Int, _ middle: Int)
    -> Int?
  {
    table.columns.indices.first { other in
      guard other != beyond, other != middle,
        table.columns[other].block == table.columns[middle].block
      else { return false }
      let (outer, inner) =
        isAbove
        ? (isBefore(table, beyond, other), isBefore(table, middle, other))
        : (isBefore(table, other, beyond), isBefore(table, other, middle))
      return outer.fits && outer.odd == nil && inner.fits && inner.odd == row
    }
  }

  private func swapped(_ table: ColumnTable, _ low: Int, _ high: Int, _ row: Int) -> Contradiction? {
    guard let one = table.columns[low].cells[row], let other = table.columns[high].cells[row],
      let first = value(table, low, row), let second = value(table, high, row),
      table.columns.indices.contains(where: { column in
        // What lies between them elsewhere lies between them here too, the other way round.
        let (above, below) = (isBefore(table, low, column), isBefore(table, column, high))
        return above.fits && below.fits
          && value(table, column, row).map { second < $0 && $0 < first } ?? false
      })
    else { return nil }
    let (a, b) = (base.printed(one), base.printed(other))
    return base.contradiction(
      .bound, [one, other],
      expected: "<= "
        + NumberText.plain(base.cells[other].value ?? 0, decimals: base.cells[other].decimals),
      "hier staat \(a.nl), meer dan het hogere kwantiel \(b.nl); in alle andere rijen is het minder.",
      "this says \(a.en), more than the higher quantile \(b.en); in all other rows it is less.")
  }

  private func outside(
    _ table: ColumnTable, _ middle: Int, _ beyond: Int, _ row: Int, isAbove: Bool
  ) -> Contradiction? {
    guard let cell = table.columns[middle].cells[row], let other = table.columns[beyond].cells[row]
    else { return nil }
    let (a, b) = (base.printed(cell), base.printed(other))
    let name = base.place(base.cells[other])
    return base.contradiction(
      .bound, [cell, other],
      expected: (isAbove ? "<= " : ">= ")
        + NumberText.plain(base.cells[other].value ?? 0, decimals: base.cells[other].decimals),
      "hier staat \(a.nl), \(isAbove ? "meer" : "minder") dan \(b.nl) (\(name)); in alle andere rijen is dat andersom.",
      "this says \(a.en), \(isAbove ? "more" : "less") than \(b.en) (\(name)); in all other rows it is the other way round."
    )
  }
}
