internal import Model

/// Ranks that are not the order of the numbers they rank: two that changed places, or a number that is out of its place.
///
/// All other rows have to be in order. A row that is a place or two off may be ranked by digits that are not printed, or by another
/// column, and is left alone.
struct RankOrderRule {
  let base: FigureRule

  /// Places that a number is off at least. A decision.
  private static let least = 3

  func contradictions() -> [Contradiction] {
    base.figure.tables.flatMap { table in
      RankColumns(table: table, cells: base.cells).rankings().compactMap(contradiction)
    }
  }

  private func contradiction(_ ranking: RankColumns.Ranking) -> Contradiction? {
    let numbers = ranking.rows.map { -ranking.direction * (base.cells[$0.value].value ?? 0) }
    let (count, ordered) = (numbers.count, ranking.ordered)
    if ordered == count { return nil }
    if let (one, other) = ranking.swap {
      return other - one >= Self.least ? swapped(ranking, one, other) : nil
    }
    guard ordered == count - 1 else { return nil }
    let culprits = numbers.indices.filter { index in
      var rest = numbers
      rest.remove(at: index)
      return RankColumns.longestOrdered(rest) == count - 1
    }
    // Two neighbours of which either may be wrong are told apart by nothing.
    guard culprits.count == 1, let culprit = culprits.first, distance(culprit, numbers) >= Self.least else {
      return nil
    }
    return displaced(ranking, culprit, numbers)
  }

  /// How many places a number is from where it would be in order.
  private func distance(_ index: Int, _ numbers: [Double]) -> Int {
    let others = numbers.indices.filter { $0 != index }.map { numbers[$0] }
    let (first, last) = (others.count { $0 < numbers[index] }, others.count { $0 <= numbers[index] })
    return index < first ? first - index : max(0, index - last)
  }

  private func swapped(_ ranking: RankColumns.Ranking, _ one: Int, _ other: Int) -> Contradiction {
    let (high, low) = (ranking.rows[one], ranking.rows[other])
    let (a, b) = (base.printed(high.rank), base.printed(low.rank))
    let (x, y) = (base.printed(high.value), base.printed(low.value))
    let there = base.place(base.cells[low.rank])
    return base.contradiction(
      .rank, [high.rank, low.rank, high.value, low.value],
      expected: NumberText.plain(base.cells[low.rank].value ?? 0) + "; "
        + NumberText.plain(base.cells[high.rank].value ?? 0),
      "rang \(a.nl) hoort bij \(x.nl) en rang \(b.nl) (\(there)) bij \(y.nl); andersom staan alle rangen in de goede volgorde.",
      "rank \(a.en) goes with \(x.en) and rank \(b.en) (\(there)) with \(y.en); the other way round all ranks are in order."
    )
  }

  private func displaced(_ ranking: RankColumns.Ranking, _ index: Int, _ numbers: [Double]) -> Contradiction {
    let row = ranking.rows[index]
    let (rank, value) = (base.printed(row.rank), base.printed(row.value))
    let above = index > 0 ? base.printed(ranking.rows[index - 1].value) : nil
    let below = index + 1 < numbers.count ? base.printed(ranking.rows[index + 1].value) : nil
    let (nl, en): (String, String)
    switch (above, below) {
    case (.some(let above), .some(let below)):
      (nl, en) = ("tussen \(above.nl) en \(below.nl)", "between \(above.en) and \(below.en)")
    case (.some(let above), .none): (nl, en) = ("na \(above.nl)", "after \(above.en)")
    case (.none, .some(let below)): (nl, en) = ("voor \(below.nl)", "before \(below.en)")
    case (.none, .none): (nl, en) = ("", "")
    }
    return base.contradiction(
      .rank, [row.value, row.rank], expected: "",
      "hier staat \(value.nl) met rang \(rank.nl), \(nl); alle andere rangen staan in de goede volgorde.",
      "this says \(value.en) with rank \(rank.en), \(en); all other ranks are in order.")
  }
}
