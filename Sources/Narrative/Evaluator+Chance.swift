internal import Disclosure

/// Whether two counts differ by more than chance.
extension Evaluator {
  /// Both are counts, they differ, and the test that figures use (`TableStatistics`) does not find that clear.
  func isUnclear(_ first: Number, _ second: Number) -> Bool {
    guard first.isCounted, second.isCounted, first.value != second.value, first.value.denominator == 1,
      second.value.denominator == 1, first.value.numerator >= 0, second.value.numerator >= 0
    else { return false }
    return !TableStatistics.isClear(from: first.value.numerator, to: second.value.numerator)
  }
}
