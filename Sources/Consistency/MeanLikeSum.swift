/// Tells a number that was never meant to be a sum from a sum that is wrong.
enum MeanLikeSum {
  /// Whether a whole lies between its parts, as a mean, a share of all or the growth of all does, and no slip of the hand in
  /// one of the numbers makes it their sum.
  ///
  /// Columns of means stand beside columns of counts, under one row of totals.
  static func isMean(_ whole: Double, of parts: [Double], decimals: Int) -> Bool {
    guard let least = parts.min(), let most = parts.max(), least < whole, whole < most else { return false }
    // Of two numbers, one far above the other is the one that is wrong.
    guard parts.count > 2 || 3 * least > most else { return false }
    // Growth goes both ways and has decimals; so has a balance, but what is left of all is seldom between what is left of each.
    if decimals > 0, least < 0, most > 0 { return true }
    let sum = parts.reduce(0, +)
    return ([(whole, sum)] + parts.map { ($0, $0 + whole - sum) }).allSatisfy { old, new in
      // Of a mean or growth of two digits any other is one slip away.
      decimals > 0 && max(abs(old), abs(new)) < 100 * Printed.unit(decimals)
        || Misprint.slips(from: old, to: new, decimals: decimals) > 1
    }
  }
}

extension MeanLikeSum {
  /// Whether some are less and some are more.
  static func isBetween(_ whole: Double, _ numbers: [Double]) -> Bool {
    numbers.contains { $0 < whole } && numbers.contains { $0 > whole }
  }
}

extension LinearRelation {
  /// Whether it is a sum that does not hold and was not meant to.
  func isMean(in cells: [TableCell]) -> Bool {
    guard kind == .sum, comparison == .zero, formula == nil, sign(of: subject) == 1, !others.contains(subject) else {
      return false
    }
    let value = { (cell: Int) in cells[cell].value ?? 0 }
    guard !holds(value), terms.allSatisfy({ $0.cell == subject || $0.sign == -1 }) else { return false }
    let parts = terms.filter { $0.cell != subject }.map { value($0.cell) }
    return MeanLikeSum.isMean(value(subject), of: parts, decimals: terms.map { cells[$0.cell].decimals }.max() ?? 0)
  }
}
