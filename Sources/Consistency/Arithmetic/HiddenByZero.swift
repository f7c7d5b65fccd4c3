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
    let over = open.count { $0.excess < -Printed.slack * max(1, $0.size) }
    return all.count >= leastShort && 2 * all.count >= open.count && 10 * over <= all.count ? twiceMost(all) : nil
  }

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
