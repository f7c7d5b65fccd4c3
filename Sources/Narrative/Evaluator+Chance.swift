internal import Estimation

/// Whether two counts differ by more than chance.
extension Evaluator {
  /// Both are counts, they differ, and the test of the change of two counts (`YearChange`, as figures use it) does not
  /// find that clear at the level of figures, one in twenty.
  ///
  /// Assumes that people come into view independently, as that test does; where they do not, more is unclear than is said.
  func isUnclear(_ first: Number, _ second: Number) -> Bool {
    guard first.isCounted, second.isCounted, first.value != second.value, first.value.denominator == 1,
      second.value.denominator == 1, first.value.numerator >= 0, second.value.numerator >= 0
    else { return false }
    let (from, to) = (first.value.numerator, second.value.numerator)
    let (all, overflow) = from.addingReportingOverflow(to)
    guard !overflow, all <= Self.exactLimit else {
      // Counts this large are normal to within what a word can tell.
      let difference = Double(to) - Double(from)
      return difference * difference < Self.normalLimit * (Double(from) + Double(to))
    }
    return YearChange(from: from, to: to).probability >= Self.level
  }

  private static let level = 0.05
  /// The square of the standard normal at 97.5 per cent.
  private static let normalLimit = 3.841_458_820_694_124
  private static let exactLimit = 100_000
}
