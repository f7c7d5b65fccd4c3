/// Columns that rank another column: whole numbers from one on, of which each tells how many rows have more, or less.
///
/// Which column ranks which is found by trying: nearly all rows have to be in the order of their ranks, more than chance gives.
struct RankColumns {
  let table: ColumnTable
  let cells: [TableCell]

  /// Rows at least, columns at most. Decisions.
  private static let (leastRows, mostColumns, leastDigits) = (6, 40, 2.5)

  /// A column of ranks and what it ranks, the rows in the order of their ranks.
  struct Ranking {
    var ranks: Int
    var values: Int
    /// Cells of a row, the first rank first.
    var rows: [(rank: Int, value: Int)]
    /// 1 where the first has most, -1 where it has least.
    var direction: Double
    /// How many rows are in order when as few as can be are left out.
    var ordered: Int
    /// The only two rows whose numbers, in each other's place, are all in order.
    var swap: (one: Int, other: Int)?
  }

  /// For each column of ranks the column that it fits best; nothing where two fit alike and not wholly.
  func rankings() -> [Ranking] {
    guard table.rows.count >= Self.leastRows, table.columns.count <= Self.mostColumns else { return [] }
    let candidates = table.columns.indices.filter(isRank)
    let tries = Logarithm.decimal(Double(max(2, 2 * candidates.count * table.columns.count)))
    return candidates.compactMap { ranks -> Ranking? in
      let found = table.columns.indices.filter { $0 != ranks && !candidates.contains($0) }
        .flatMap { values in [1.0, -1.0].compactMap { ranking(ranks, values, $0) } }
      guard let best = found.max(by: { $0.ordered < $1.ordered }), Self.digits(best) - tries >= Self.leastDigits,
        best.ordered == best.rows.count || found.count(where: { $0.ordered == best.ordered }) == 1
      else { return nil }
      return best
    }
  }

  /// Of two neighbours in rank the one that is not printed is no more than the one above, and no less than the one below.
  func open() -> [Equation] {
    guard table.hasOpenCells(cells) else { return [] }
    return rankings().filter { $0.ordered == $0.rows.count }.flatMap { ranking -> [Equation] in
      let all = rowsInOrder(ranking.ranks).compactMap { row -> Int? in table.columns[ranking.values].cells[row] }
      return zip(all, all.dropFirst()).compactMap { higher, lower in
        guard cells[higher].value == nil || cells[lower].value == nil else { return nil }
        return ranking.direction > 0
          ? Equation(ranked: lower, below: higher) : Equation(ranked: higher, below: lower)
      }
    }
  }

  func value(_ cell: Int) -> Double { cells[cell].value ?? 0 }

  // MARK: - Trying

  /// Whole numbers from one to the number of rows, nearly all of them there.
  private func isRank(_ index: Int) -> Bool {
    let column = table.columns[index]
    let numbers = column.cells.compactMap { $0.flatMap { cells[$0].value } }
    guard column.decimals == 0, !column.isShare, numbers.count >= Self.leastRows, numbers.count == table.rows.count,
      numbers.allSatisfy({ $0 == $0.rounded() && $0 >= 1 && $0 <= Double(numbers.count) }), numbers.contains(1)
    else { return false }
    // Ranks are taken once, but for ties.
    return 5 * Set(numbers).count >= 4 * numbers.count
  }

  private func rowsInOrder(_ ranks: Int) -> [Int] {
    let rank = { (row: Int) in table.columns[ranks].cells[row].flatMap { cells[$0].value } ?? 0 }
    return table.rows.indices.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  private func ranking(_ ranks: Int, _ values: Int, _ direction: Double) -> Ranking? {
    let rows = rowsInOrder(ranks).compactMap { row -> (rank: Int, value: Int)? in
      guard let rank = table.columns[ranks].cells[row], let value = table.columns[values].cells[row],
        cells[value].value != nil
      else { return nil }
      return (rank, value)
    }
    guard rows.count >= Self.leastRows, 2 * Set(rows.map { value($0.value) }).count > rows.count else { return nil }
    let ordered = Self.longestOrdered(rows.map { -direction * value($0.value) })
    return Ranking(
      ranks: ranks, values: values, rows: rows, direction: direction, ordered: ordered,
      swap: (1...2).contains(rows.count - ordered) ? Self.swap(rows.map { -direction * value($0.value) }) : nil)
  }

  private static func swap(_ numbers: [Double]) -> (Int, Int)? {
    var found: [(Int, Int)] = []
    for one in numbers.indices {
      for other in (one + 1)..<max(one + 1, numbers.count) where numbers[one] > numbers[other] {
        var tried = numbers
        tried.swapAt(one, other)
        if zip(tried, tried.dropFirst()).allSatisfy({ $0 <= $1 }) { found.append((one, other)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The length of the longest part of a list that does not fall, its other numbers left out.
  static func longestOrdered(_ numbers: [Double]) -> Int {
    var ends: [Double] = []
    for number in numbers {
      let place = ends.firstIndex { $0 > number } ?? ends.count
      if place == ends.count { ends.append(number) } else { ends[place] = number }
    }
    return ends.count
  }

  /// Decimal digits of surprise that `n` rows are in order but for one of them, or for two that changed places: n! orders, of which
  /// no more than n² and n² / 2 have that; and n^2d where `d` are left out.
  private static func digits(_ ranking: Ranking) -> Double {
    let (count, left) = (ranking.rows.count, ranking.rows.count - ranking.ordered)
    let orders = (1...count).reduce(0) { $0 + Logarithm.decimal(Double($1)) }
    let places = ranking.swap == nil ? 2 * Double(left) : 2
    return orders - places * Logarithm.decimal(Double(count))
  }
}
