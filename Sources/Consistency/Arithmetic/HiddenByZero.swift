/// Zeros that stand for numbers too small to be printed.
enum HiddenByZero {
  /// Some offices print a zero for what they withhold. Then sums with a zero in them fall short, many of them, and
  /// others do not; within what rounding would explain too, which would make as many of them too large.
  ///
  /// - Parameter half: How far a printed number may be from the true one.
  /// - Returns: How much one zero may stand for; nil where zeros are zeros.
  static func most(in lines: [WeighedLine], half: Double, _ value: (Int) -> Double?) -> Double? {
    let full = lines.filter(\.isFull)
    let failing = full.filter { abs($0.excess) > half * Double($0.count) + Printed.slack * max(1, $0.size) }
    let short = shortOfZero(failing, value)
    if short.count >= 3, 10 * short.count >= 7 * failing.count { return twiceMost(short) }
    let open = full.filter { line in line.parts.contains { value($0) == 0 } }
    let all = shortOfZero(open, value)
    guard all.count >= leastShort else { return nil }
    let over = open.count { $0.excess < -Printed.slack * max(1, $0.size) }
    let isOneSided = 2 * all.count >= open.count && 10 * over <= all.count
    return isOneSided || growsWithZeros(full, value) ? twiceMost(all) : nil
  }

  /// Whether sums fall shorter the more zeros are in them, by the correlation of ranks (Spearman 1904).
  private static func growsWithZeros(_ lines: [WeighedLine], _ value: (Int) -> Double?) -> Bool {
    guard lines.count >= leastRanked else { return false }
    let zeros = ranks(lines.map { line in Double(line.parts.count { value($0) == 0 }) })
    let misses = ranks(lines.map(\.excess))
    let middle = Double(lines.count - 1) / 2
    func product(_ one: [Double], _ other: [Double]) -> Double {
      zip(one, other).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - middle) }
    }
    let spread = (product(zeros, zeros) * product(misses, misses)).squareRoot()
    guard spread > 0 else { return false }
    let correlation = product(zeros, misses) / spread
    // As Student's t.
    let freedom = Double(lines.count - 2)
    return correlation > 0 && correlation * correlation * freedom > leastT * leastT * (1 - correlation * correlation)
  }

  /// Each number's place among all, the mean place of those that are equal.
  private static func ranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
      let end = order[start...].firstIndex { numbers[$0] != numbers[order[start]] } ?? order.count
      // `end` is one past the last that equals the first.
      for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }

  /// Lines at least, and how far beyond chance: once in thirty thousand. Decisions.
  private static let (leastRanked, leastT) = (12, 4.0)

  /// So many sums all on one side are no rounding: once in 64 times. A decision.
  private static let leastShort = 6

  /// How much each zero leaves out, in order, of sums that fall short.
  private static func shortOfZero(_ lines: [WeighedLine], _ value: (Int) -> Double?) -> [Double] {
    lines.compactMap { line in
      let zeros = line.parts.filter { value($0) == 0 }.count
      return zeros > 0 && line.excess > Printed.slack * max(1, line.size) ? line.excess / Double(zeros) : nil
    }.sorted()
  }

  /// Twice what nine of ten zeros leave out.
  private static func twiceMost(_ short: [Double]) -> Double { 2 * short[(9 * (short.count - 1)) / 10] }
}
