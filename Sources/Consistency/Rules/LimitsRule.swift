internal import Model

/// An estimate outside its limits, or limits that changed places, where in all other rows the estimate lies in the middle.
///
/// Which columns are limits of which is learned, by no word: in all rows but one
///
///     l < m < u  and  |l + u - 2 m| <= 2 steps of the last digit
///
/// which numbers that have nothing to do with each other hardly ever do.
struct LimitsRule {
  let base: FigureRule

  /// Rows that have to fit, digits of surprise that they do besides as many triples as were tried, and how many columns are
  /// looked at. Decisions.
  private static let (leastRows, leastDigits, mostColumns) = (4, 3.0, 24)

  func contradictions() -> [Contradiction] {
    var (found, seen): ([Contradiction], Set<Int>) = ([], [])
    for table in base.figure.tables {
      let columns = table.columns
      guard columns.count > 2, columns.count <= Self.mostColumns else { continue }
      let tries = Logarithm.decimal(Double(columns.count * columns.count * columns.count))
      for middle in columns.indices {
        for low in columns.indices where low != middle {
          for high in columns.indices where high != middle && high != low {
            guard let odd = odd(columns[low], columns[middle], columns[high], tries: tries),
              odd.allSatisfy({ !seen.contains($0) })
            else { continue }
            seen.formUnion(odd)
            found.append(contradiction(odd[0], odd[1], odd[2]))
          }
        }
      }
    }
    return found
  }

  /// The one row that does not fit, as its low, middle and high cell.
  private func odd(
    _ low: ColumnTable.Column, _ middle: ColumnTable.Column, _ high: ColumnTable.Column, tries: Double
  ) -> [Int]? {
    let step = Printed.unit([low, middle, high].map(\.decimals).max() ?? 0)
    var (fitting, digits, odd): (Int, Double, [[Int]]) = (0, 0, [])
    for row in middle.cells.indices {
      guard let l = low.cells[row], let m = middle.cells[row], let u = high.cells[row],
        let (below, here, above) = values(l, m, u)
      else { continue }
      let isMiddle = abs(below + above - 2 * here) <= 2 * step + Printed.slack * max(1, abs(here))
      if below < here, here < above, isMiddle {
        fitting += 1
        digits += max(0, Logarithm.decimal((above - below) / (2 * step)))
      } else {
        odd.append([l, m, u])
        if odd.count > 1 { return nil }
      }
    }
    guard odd.count == 1, fitting >= Self.leastRows, digits >= Self.leastDigits + tries,
      let (below, here, above) = values(odd[0][0], odd[0][1], odd[0][2])
    else { return nil }
    // What lies within its limits, though not in their middle, may be as it should. And a mean of two columns lies in their
    // middle whichever is the larger: only a level says that those two are limits.
    if below > above { return hasLevel(odd[0][0]) && hasLevel(odd[0][2]) ? odd[0] : nil }
    return here < below || here > above ? odd[0] : nil
  }

  /// `95%`, `90 %`, `99%-KI` in a label: the level of an interval.
  private func hasLevel(_ cell: Int) -> Bool {
    base.cells[cell].dimensions.contains { dimension in
      let text = dimension.value.filter { !$0.isWhitespace }
      return ["90%", "95%", "99%"].contains { text.contains($0) }
    }
  }

  private func values(_ l: Int, _ m: Int, _ u: Int) -> (Double, Double, Double)? {
    guard let below = base.cells[l].value, let here = base.cells[m].value, let above = base.cells[u].value else {
      return nil
    }
    return (below, here, above)
  }

  private func contradiction(_ low: Int, _ middle: Int, _ high: Int) -> Contradiction {
    let (l, m, u) = (base.printed(low), base.printed(middle), base.printed(high))
    guard let (below, here, above) = values(low, middle, high), below <= above else {
      return base.contradiction(
        .bound, [low, high, middle],
        expected: NumberText.plain(base.cells[high].value ?? 0, decimals: base.cells[high].decimals),
        "de ondergrens \(l.nl) ligt boven de bovengrens \(u.nl); ze lijken verwisseld, want in alle andere rijen staan ze andersom.",
        "the lower limit \(l.en) is above the upper limit \(u.en); they seem to have changed places, for in all other rows they "
          + "stand the other way round.")
    }
    let half = (below + above) / 2
    let isAbove = here > above
    return base.contradiction(
      .bound, [middle, low, high], expected: NumberText.plain(half, decimals: base.cells[middle].decimals),
      "hier staat \(m.nl), \(isAbove ? "boven" : "onder") de grenzen \(l.nl) en \(u.nl); in alle andere rijen ligt dit getal er "
        + "midden tussen.",
      "this says \(m.en), \(isAbove ? "above" : "below") the limits \(l.en) and \(u.en); in all other rows this number lies in "
        + "the middle of them.")
  }
}
