/// Whether sums that miss by one or two are slips of the hand in a table of counts, or those of numbers that were rounded each by
/// itself.
///
/// With n numbers in a line, each rounded by itself, the line misses by m steps about as often as a normal number with variance
/// n/12 lies within a half of m. In a table of counts it closes, and a slip that makes it miss by so little is rare. The two are
/// weighed as Bayes would, with what is known of tables beforehand.
struct MissEvidence {
  /// Natural logarithms of how well either explains the lines.
  private var (rounded, exact): (Double, Double) = (0, 0)
  private var misses = 0
  /// Whether no one cell is behind all of the misses, and whether these are of large sums.
  private var (isScattered, isLarge) = (false, false)

  /// Sums from which on a miss of one or two is often a matter of rounding. A decision, as those below.
  private static let large = 500.0
  /// How often tables with such sums, and with smaller ones, are rounded to whole numbers.
  private static let (roundedOfLarge, roundedOfSmall) = (0.3, 0.005)
  /// How often a table of counts has a slip of one or two, which of large numbers matters to nobody.
  private static let (slipOfLarge, slipOfSmall) = (0.0003, 0.003)
  /// How much surer it must be where another number of the table is far off: that a table has two slips is rarer still.
  private static let besidesAnother = 3.0
  /// So many sums of a column must miss before it is another than the columns beside it.
  private static let leastOfColumn = 3

  /// - Parameters:
  ///   - lines: Of everything that seems to be a sum.
  ///   - step: The distance between two numbers that can be printed.
  ///   - value: The printed number of a cell.
  init(_ lines: [WeighedLine], step: Double, value: (Int) -> Double?) {
    let telling = lines.filter { $0.isFull && $0.isTelling }
    let near = telling.filter { abs($0.excess) <= step * Double($0.count) / 2 + Printed.slack * max(1, $0.size) }
    let missing = near.filter { abs($0.excess) > Printed.slack * max(1, $0.size) }
    // What misses by a part of a step was not rounded to it.
    let isWhole = missing.allSatisfy { line in
      let steps = line.excess / step
      return abs(steps - steps.rounded()) <= Printed.slack * max(1, line.size)
    }
    guard let first = missing.first, isWhole else { return }
    misses = missing.count
    isLarge = missing.allSatisfy { $0.size >= Self.large }
    rounded = Logarithm.natural(isLarge ? Self.roundedOfLarge : Self.roundedOfSmall)
    for line in near { rounded += Self.chance(of: abs(line.excess / step).rounded(), numbers: line.count) }
    let shared = missing.reduce(Set(first.parts + [first.whole])) { $0.intersection($1.parts + [$1.whole]) }
    let isOne = !shared.isEmpty || missing.count == 2 && Self.areSwapped(missing[0], missing[1], value)
    let slip = isLarge ? Self.slipOfLarge : Self.slipOfSmall
    exact = Double(isOne ? 1 : missing.count) * Logarithm.natural(slip / Double(near.count))
    isScattered = !isOne
    if near.count < telling.count { exact -= Self.besidesAnother }
  }

  /// Whether two parts of one column in each other's place would close both lines.
  private static func areSwapped(_ one: WeighedLine, _ other: WeighedLine, _ value: (Int) -> Double?) -> Bool {
    guard one.parts.count == other.parts.count, abs(one.excess + other.excess) <= Printed.slack * max(1, one.size)
    else {
      return false
    }
    return zip(one.parts, other.parts).contains { first, second in
      guard let left = value(first), let right = value(second) else { return false }
      return abs(right - left - one.excess) <= Printed.slack * max(1, one.size)
    }
  }

  /// Of all sums of a table: two slips of the hand in large ones are hardly both so small.
  var speaksForRounding: Bool { misses > 0 && (isLarge && isScattered || rounded > exact) }

  /// Of the sums of one of many columns.
  var speaksForRoundingOfColumn: Bool { misses >= Self.leastOfColumn && isScattered && rounded > exact }

  /// The logarithm of the chance that so many rounded numbers miss by so many steps.
  private static func chance(of miss: Double, numbers: Int) -> Double {
    let variance = Double(numbers) / 12
    // The density in the middle, times a step: right to a few hundredths from three numbers on.
    return -miss * miss / (2 * variance) - 0.5 * Logarithm.natural(2 * Double.pi * variance + 0.6)
  }
}

/// Tables in which each number was moved at random, so that nothing can be told from anybody.
extension BlockStructure {
  /// So many lines at least, nine of ten of them off by little, one in five of them each way. Decisions.
  private static let (leastOfMoved, littleOfMoved) = (6, 0.02)

  /// How far each number may have been moved, where the sums of a total that a word marks are off everywhere, each way and by
  /// little; nil where they are not.
  func perturbation(_ judged: [[Judged]]) -> Double? {
    guard grain.step >= 1, !grain.isShownRounded else { return nil }
    let marked = axes.indices.compactMap { axis in
      judged[axis].filter { axes[axis].isWhole[$0.composition.whole] }.max { $0.parts.count < $1.parts.count }
    }
    let lines = marked.flatMap(\.fit.lines).filter { $0.isFull && $0.isTelling }
    guard lines.count >= Self.leastOfMoved else { return nil }
    let misses = lines.map { line in line.excess / Double(line.count).squareRoot() / grain.step }.sorted {
      abs($0) < abs($1)
    }
    let middle = 1.48 * abs(misses[misses.count / 2])
    // What is rounded by itself is off by 0.29 steps a number.
    guard middle > 0.6 else { return nil }
    let (higher, lower) = (misses.count { $0 > 0 }, misses.count { $0 < 0 })
    guard 5 * min(higher, lower) >= misses.count else { return nil }
    let spread = grain.step * 4 * middle / Double(lines.map(\.count).min() ?? 1).squareRoot()
    let little = lines.count { line in
      abs(line.excess) <= spread * Double(line.count) && spread * Double(line.count) <= Self.littleOfMoved * line.size
    }
    guard 10 * little >= 8 * lines.count else { return nil }
    // Few sums tell badly how far numbers were moved: a middle of n misses is off by about its own part of a root of n.
    return spread * (1 + 1.5 / Double(lines.count).squareRoot())
  }
}
