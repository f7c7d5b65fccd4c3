/// How counts are changed by the cell-key method: of each count a distribution of changes.
///
/// Row n gives p(j), the chance that a count n is shown as n + j. Of all distributions with
///
///     Σ p(j) = 1,  Σ j p(j) = 0,  Σ j² p(j) = V,  p(j) = 0 for |j| > D, n + j < 0 and 1 ≤ n + j ≤ unshown
///
/// it is the one with the largest entropy, p(j) ∝ exp(a j + b j²) (Giessing 2016; Fraser and Wooton 2005; Giessing and Tent
/// 2019). A nought stays nought. From D + unshown + 1 on all rows are the same. The numbers are arithmetic alone, and
/// rounded to 2⁻³², so that they are the same on every machine.
public struct PerturbationTable: Equatable, Sendable {
  /// D: no count is changed by more.
  public let largestChange: Int
  /// V, of every row but that of nought.
  public let variance: Double
  /// Counts from 1 to here are never shown.
  public let unshown: Int
  /// Of the counts from 0 on, the last one for all that are larger.
  public let rows: [Row]

  public struct Row: Equatable, Sendable {
    /// Ascending.
    public let changes: [Int]
    /// Of each change.
    public let chances: [Double]
    /// Σ of the chances up to and with each change, in 2⁻³²; the last one is 2³².
    let ends: [UInt64]

    init(changes: [Int], chances: [Double]) {
      (self.changes, self.chances) = (changes, chances)
      var sum = 0.0
      ends = chances.indices.map { index in
        sum += chances[index]
        return index == chances.count - 1 ? 1 << 32 : UInt64((sum * 4_294_967_296).rounded())
      }
    }
  }

  /// Why there is no such table.
  public enum Failure: Error, Equatable {
    /// Of a count no distribution has this variance; those that exist have more than `least` and less than `most`.
    case noVariance(count: Int, least: Int, most: Int)
    /// All counts up to `count` would only go up, and never be nought on average.
    case noDecrease(count: Int)
  }

  /// - Precondition: Change above 0, nothing negative.
  public init(largestChange: Int, variance: Double, unshown: Int) throws(Failure) {
    precondition(
      largestChange > 0 && variance >= 0 && unshown >= 0, "a change, a variance and a bound are not negative")
    (self.largestChange, self.variance, self.unshown) = (largestChange, variance, unshown)
    var rows = [Row(changes: [0], chances: [1])]
    for count in 1...largestChange + unshown + 1 {
      let changes = (-min(count, largestChange)...largestChange).filter { count + $0 == 0 || count + $0 > unshown }
      rows.append(try Self.row(of: count, changes, variance))
    }
    self.rows = rows
  }

  private static func row(of count: Int, _ changes: [Int], _ variance: Double) throws(Failure) -> Row {
    guard let first = changes.first, let last = changes.last, first < 0, last > 0 else {
      throw .noDecrease(count: count)
    }
    // Between the two changes nearest to nought lies the least variance, between the two ends the most.
    let below = changes.last { $0 <= 0 } ?? first
    let above = changes.first { $0 >= 0 } ?? last
    let (least, most) = (-below * above, -first * last)
    guard Double(least) < variance, variance < Double(most) else {
      throw .noVariance(count: count, least: least, most: most)
    }
    // The variance grows with b: 200 halvings leave nothing of the interval.
    var (low, high) = (-64.0, 64.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      let chances = centred(changes, square: middle)
      if moment(2, changes, chances) < variance { low = middle } else { high = middle }
    }
    return Row(changes: changes, chances: centred(changes, square: (low + high) / 2))
  }

  /// The distribution ∝ exp(a j + b j²) with a mean of nought, which grows with a.
  private static func centred(_ changes: [Int], square: Double) -> [Double] {
    let reach = Double(max(changes.last ?? 1, -(changes.first ?? -1)))
    var (low, high) = (-(128 * reach + 64), 128 * reach + 64)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if moment(1, changes, weighted(changes, middle, square)) < 0 { low = middle } else { high = middle }
    }
    return weighted(changes, (low + high) / 2, square)
  }

  private static func weighted(_ changes: [Int], _ linear: Double, _ square: Double) -> [Double] {
    let exponents = changes.map { linear * Double($0) + square * Double($0 * $0) }
    let top = exponents.max() ?? 0
    let weights = exponents.map { ExponentialTable.exp($0 - top) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  private static func moment(_ power: Int, _ changes: [Int], _ chances: [Double]) -> Double {
    zip(changes, chances).reduce(0) { $0 + Double(power == 1 ? $1.0 : $1.0 * $1.0) * $1.1 }
  }

  public func row(of count: Int) -> Row { rows[min(max(0, count), rows.count - 1)] }

  /// The change of a count whose cell has this key: by the highest 32 bits of the key.
  public func change(of count: Int, key: UInt64) -> Int {
    let row = row(of: count)
    let place = key >> 32
    return row.changes[row.ends.firstIndex { place < $0 } ?? row.changes.count - 1]
  }
}
