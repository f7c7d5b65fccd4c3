internal import Model

/// A total of which a row seems to have been left out: every column is more than the sum of its rows, by what one more row would have.
///
/// Where all columns miss, no sum says that there is a total. That it is one has to follow from elsewhere: other rows of the same kind
/// are the sums of what stands below (or above) them, and together they make a total; or the label is that of a total. A total with
/// some of its parts printed, the largest, is common and no mistake: such lists are in order, or leave out more than a row.
struct MissingRowRule {
  let base: FigureRule
  /// Labels that are totals by arithmetic in some table of the report.
  let proven: Set<String>

  /// Columns and rows at least. Decisions.
  private static let (leastColumns, leastRows) = (2, 3)

  func contradictions() -> [Contradiction] {
    let axes = base.figure.grid.axes
    return axes.indices.filter { axes[$0].isVaried && !axes[$0].periods.isTime }.flatMap { axis -> [Contradiction] in
      let rows = TotalRows(base: base, axis: axis)
      guard rows.labels.count > Self.leastRows else { return [] }
      let found = amongKin(rows)
      return found.isEmpty ? named(rows) : found
    }
  }

  // MARK: - By the rows of its kind

  /// Subtotals beside which others are the sums of their rows.
  private func amongKin(_ rows: TotalRows) -> [Contradiction] {
    let directions = Set(
      rows.accepted.flatMap { whole, parts in parts.compactMap { direction(of: whole, $0, rows) } })
    let below = rows.accepted.values.joined().reduce(into: Set<Int>()) { $0.formUnion($1) }
    return rows.labels.filter { rows.accepted[$0] == nil }.flatMap { whole -> [Contradiction] in
      [1, -1].filter(directions.contains).compactMap { direction in
        let run = run(from: whole, direction, rows, below)
        guard run.count > 1, isPart(whole, without: run, rows) else { return nil }
        let columns = rows.columns(of: whole, parts: run).filter(\.isLargest)
        guard columns.count >= Self.leastColumns, columns.allSatisfy({ $0.excess > 2 * $0.room }) else { return nil }
        return said(whole, columns, rows, .likely)
      }
    }
  }

  /// 1 where parts stand right behind their total, -1 where they stand right before it.
  private func direction(of whole: Int, _ parts: Set<Int>, _ rows: TotalRows) -> Int? {
    guard let place = rows.labels.firstIndex(of: whole), parts.count > 1 else { return nil }
    let places = parts.compactMap { rows.labels.firstIndex(of: $0) }.sorted()
    guard let first = places.first, let last = places.last, last - first == places.count - 1 else { return nil }
    return first == place + 1 ? 1 : last == place - 1 ? -1 : nil
  }

  /// The rows from a label on, up to the next that is a total or the part of one.
  private func run(from whole: Int, _ direction: Int, _ rows: TotalRows, _ below: Set<Int>) -> [Int] {
    guard let place = rows.labels.firstIndex(of: whole) else { return [] }
    let beside = direction > 0 ? Array(rows.labels[(place + 1)...]) : rows.labels[..<place].reversed()
    let isWhole = base.figure.grid.axes[rows.axis].isWhole
    return beside.prefix { rows.accepted[$0] == nil && !below.contains($0) && !isWhole[$0] }.sorted()
  }

  /// Whether a total has this row among its parts and not those under it: one that is known, or the first or last row of all, in
  /// every column.
  private func isPart(_ whole: Int, without run: [Int], _ rows: TotalRows) -> Bool {
    let under = Set(run)
    let known = rows.accepted.contains { total, all in
      all.contains { parts in
        parts.contains(whole) && parts.isDisjoint(with: under)
          && parts.contains { part in rows.accepted[part] != nil } && !under.contains(total)
      }
    }
    if known { return true }
    return [rows.labels.first, rows.labels.last].compactMap { $0 }.contains { total in
      guard total != whole, !under.contains(total) else { return false }
      let parts = rows.top(besides: total).filter { !under.contains($0) }
      guard parts.contains(whole), parts.contains(where: { rows.accepted[$0] != nil }) else { return false }
      let columns = rows.columns(of: total, parts: parts)
      var surprise = Surprise()
      for column in columns { surprise.meet(column.total, room: max(column.room, Printed.slack)) }
      return columns.count >= Self.leastColumns && columns.allSatisfy(\.closes)
        && surprise.digits >= BlockStructure.digits
    }
  }

  // MARK: - By its name

  /// The first or the last row of a table, where it is called a total.
  private func named(_ rows: TotalRows) -> [Contradiction] {
    guard let first = rows.labels.first, let last = rows.labels.last else { return [] }
    return [last, first].filter { rows.accepted[$0] == nil && isTotal($0, rows) }.prefix(1).compactMap { whole in
      let top = rows.top(besides: whole)
      guard top.count >= Self.leastRows, whole == last || followsAtOnce(whole, top, rows),
        !top.contains(where: { Label(rows.name($0)).isOfWhich || isTotal($0, rows) })
      else { return nil }
      let all = rows.columns(of: whole, parts: top)
      let columns = all.filter(\.isLargest)
      guard columns.count >= Self.leastColumns, 2 * columns.count >= all.count,
        columns.allSatisfy({ $0.excess > 2 * $0.room }), 3 * columns.count(where: isOfOneRow) >= 2 * columns.count,
        !isInOrder(columns)
      else { return nil }
      return said(whole, columns, rows, .likely)
    }
  }

  private func isTotal(_ label: Int, _ rows: TotalRows) -> Bool {
    let name = rows.name(label)
    return base.figure.grid.axes[rows.axis].isWhole[label] || proven.contains(Label.folded(name))
      || TotalWords.contains(Label.folded(name))
  }

  /// Whether the parts follow right behind the total: a line between them says what they are, and *of which* may be all it says.
  private func followsAtOnce(_ whole: Int, _ top: [Int], _ rows: TotalRows) -> Bool {
    guard let own = rows.row(of: whole), let next = top.compactMap({ rows.row(of: $0) }).min() else { return true }
    return next == own + 1
  }

  /// Whether what is missing is of the size of a row: no less than a third of the smallest, not much more than the largest, and no
  /// more than a third of all. Less is what has no group, and more are several rows.
  private func isOfOneRow(_ column: TotalRows.Column) -> Bool {
    let (least, most) = (column.values.min() ?? 0, column.values.max() ?? 0)
    return 3 * column.excess >= least && column.excess <= 1.5 * most
      && 2 * column.excess <= column.total - column.excess
  }

  /// Whether rows are in the order of some column, the largest first, as where only the largest are printed.
  private func isInOrder(_ columns: [TotalRows.Column]) -> Bool {
    let looked = (columns.first?.values.count ?? 0) < 5 ? [columns.first, columns.last].compactMap { $0 } : columns
    return looked.contains { column in zip(column.values, column.values.dropFirst()).allSatisfy { $0 >= $1 } }
  }

  // MARK: - Saying so

  private func said(
    _ whole: Int, _ columns: [TotalRows.Column], _ rows: TotalRows, _ certainty: Contradiction.Certainty
  ) -> Contradiction {
    let misses = columns.map { column in
      NumberText.printed(column.excess, decimals: base.cells[column.whole].decimals)
    }
    let (several, these) = (misses.count > 4, LocalizedText.list(Array(misses.prefix(4))))
    let more = several ? LocalizedText(nl: " en zo voort", en: " and so on") : LocalizedText("")
    let sums = columns.map {
      NumberText.plain($0.total - $0.excess, decimals: base.cells[$0.whole].decimals)
    }
    var found = base.contradiction(
      .sum, columns.map(\.whole) + columns.flatMap(\.parts), expected: sums.joined(separator: "; "), "", "")
    let name = "\(base.figure.grid.figure), \(rows.name(whole))"
    found.sentence = LocalizedText(
      nl:
        "\(name): hier lijkt een regel te ontbreken; de totalen zijn \(these.nl)\(more.nl) hoger dan de som van de regels.",
      en: "\(name): a row seems to be missing here; the totals are \(these.en)\(more.en) above the sum of the rows.")
    found.certainty = certainty
    return found
  }
}
