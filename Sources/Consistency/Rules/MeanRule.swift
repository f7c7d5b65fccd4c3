internal import Model

/// Means that no whole numbers have: of `n` whole numbers a mean is a multiple of 1/n.
///
/// Which column is the `n` of which mean is learned: a column of counts with which nearly all means are possible, though
/// chance would leave many impossible.
///
/// - SeeAlso: Brown and Heathers 2017 (the GRIM test).
struct MeanRule {
  let base: FigureRule
  /// Cells that a formula gives: their mean was computed from what is printed.
  let computed: Set<Int>

  /// Decimal digits of surprise that the other means are all possible, after as many pairs of columns as were tried. A
  /// decision: one in a hundred.
  private static let leastDigits = 2.0

  /// So many means have to be possible, whole numbers left out. A decision; chance is weighed by `leastDigits`.
  private static let leastPassing = 3
  /// So many of all means may be possible with a size. A decision.
  private static let mostChance = 0.5

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    var seen: Set<Int> = []
    for table in base.figure.tables {
      guard table.columns.count <= 40 else { continue }
      let sizes = table.columns.count { $0.isCount && $0.half == 0 }
      let tries = sizes * table.columns.count { $0.decimals > 0 && !isShare($0) }
      for mean in table.columns where mean.decimals > 0 && !isShare(mean) {
        for size in table.columns where size.isCount && size.half == 0 {
          for pair in failing(mean, size, tries: tries) where seen.insert(pair.mean).inserted {
            found.append(contradiction(pair))
          }
        }
      }
    }
    return found
  }

  private func isShare(_ column: ColumnTable.Column) -> Bool {
    base.figure.grid.blocks[column.block].unit.contains("%")
  }

  private struct Pair {
    var mean: Int
    var size: Int
  }

  private func failing(_ mean: ColumnTable.Column, _ size: ColumnTable.Column, tries: Int) -> [Pair] {
    var (passing, digits, failing): (Int, Double, [Pair]) = (0, 0, [])
    var seen: Set<[Double]> = []
    for (one, other) in zip(mean.cells, size.cells) {
      guard let one, let other, !computed.contains(one), let x = base.cells[one].value, let n = base.cells[other].value,
        n >= 2
      else { continue }
      let unit = Printed.unit(mean.decimals)
      let chance = n * unit
      // Where most means are possible, that one is says nothing.
      guard chance <= Self.mostChance else { continue }
      if Self.isPossible(x, n, unit) {
        // A whole number is possible with any size, and what is met again says nothing new.
        guard x != x.rounded() else { continue }
        passing += 1
        if seen.insert([x, n]).inserted { digits -= Logarithm.decimal(chance) }
      } else {
        failing.append(Pair(mean: one, size: other))
      }
    }
    guard passing >= Self.leastPassing, !failing.isEmpty, failing.count == 1 || 10 * failing.count <= passing,
      digits >= Self.leastDigits + Logarithm.decimal(Double(max(1, tries)))
    else { return [] }
    return failing
  }

  private static func isPossible(_ mean: Double, _ n: Double, _ unit: Double) -> Bool {
    abs((mean * n).rounded() / n - mean) <= unit / 2 + Printed.slack
      || abs(((mean * n).rounded() + 1) / n - mean) <= unit / 2 + Printed.slack
      || abs(((mean * n).rounded() - 1) / n - mean) <= unit / 2 + Printed.slack
  }

  private func contradiction(_ pair: Pair) -> Contradiction {
    let (x, n) = (base.cells[pair.mean].value ?? 0, base.cells[pair.size].value ?? 1)
    let decimals = base.cells[pair.mean].decimals
    let sum = (x * n).rounded()
    let (below, above) = (min(sum, (x * n).rounded(.down)) / n, (x * n).rounded(.up) / n)
    let (low, high) = (NumberText.printed(below, decimals: decimals), NumberText.printed(above, decimals: decimals))
    let (mean, size) = (base.printed(pair.mean), base.printed(pair.size))
    return base.contradiction(
      .mean, [pair.mean, pair.size], expected: NumberText.plain(sum / n, decimals: decimals),
      "het gemiddelde \(mean.nl) kan niet van \(size.nl) hele getallen zijn; het dichtst bij zijn \(low.nl) en \(high.nl).",
      "the mean \(mean.en) cannot be that of \(size.en) whole numbers; the nearest are \(low.en) and \(high.en).")
  }
}
