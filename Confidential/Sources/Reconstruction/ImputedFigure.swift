internal import Model

/// A figure over an imputed variable as a function of how many cases are known in each stratum.
///
/// Repeats the arithmetic documented on `Imputation` for one stratum at a time, so that the effect of an exchange is known
/// at once; the rules themselves have the last word when the exchanges are done.
struct ImputedFigure {
  private let minimumKnown: Int
  private let published: [Int]
  /// For each published number, stratum and category: how much one case with that value adds.
  private let weights: [[[Int]]]
  /// Known cases by stratum and category, and unknown cases by stratum.
  private(set) var known: [[Int]]
  private(set) var unknown: [Int]
  private var values: [Int]

  init(published: [Int], weights: [[[Int]]], known: [[Int]], unknown: [Int], minimumKnown: Int) {
    self.published = published
    self.weights = weights
    self.known = known
    self.unknown = unknown
    self.minimumKnown = minimumKnown
    values = published.map { _ in 0 }
    for stratum in known.indices { add(stratum, sign: 1) }
  }

  /// Sum of the differences from the published numbers.
  var distance: Int { zip(values, published).reduce(0) { $0 + abs($1.0 - $1.1) } }

  func isCovered(_ stratum: Int) -> Bool { known[stratum].reduce(0, +) >= minimumKnown }

  var leastKnown: Int { minimumKnown }

  /// A case of the stratum changes its code; nil is unknown.
  mutating func change(in stratum: Int, from old: Int?, to new: Int?) {
    add(stratum, sign: -1)
    if let old { known[stratum][old] -= 1 } else { unknown[stratum] -= 1 }
    if let new { known[stratum][new] += 1 } else { unknown[stratum] += 1 }
    add(stratum, sign: 1)
  }

  private mutating func add(_ stratum: Int, sign: Int) {
    let totals = totals(of: stratum)
    for cell in values.indices {
      for category in totals.indices { values[cell] += sign * weights[cell][stratum][category] * totals[category] }
    }
  }

  /// Known and imputed cases of each category.
  private func totals(of stratum: Int) -> [Int] {
    let counts = known[stratum]
    let all = counts.reduce(0, +)
    guard all >= minimumKnown, all > 0 else { return counts }
    let rest = unknown[stratum]
    var units = counts.map { rest * $0 / all }
    let remainders = counts.map { rest * $0 % all }
    let order = counts.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for category in order.prefix(rest - units.reduce(0, +)) { units[category] += 1 }
    return zip(counts, units).map { $0 + $1 }
  }
}
