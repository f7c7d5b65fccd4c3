/// How a number of a text may have come to stand for another.
enum TextSlip: Equatable {
  /// Two digits changed places, one is another, one was lost or doubled, or the mark stands elsewhere.
  case swapped, digit, length, tenfold
  /// It is the number of another cell of the same line: another year, another row, the total.
  case elsewhere(cell: Int)
  /// The share of another whole.
  case otherBase

  /// Decimal digits of evidence that it is no chance: how few of all numbers of its length would be such a slip.
  ///
  /// - Parameters:
  ///   - digits: Of the number.
  ///   - candidates: Cells it may stand for.
  ///   - others: Cells that `elsewhere` was chosen from.
  func evidence(digits: Int, candidates: Int, others: Int) -> Double {
    var all = 0.9
    for _ in 0..<max(1, digits) { all *= 10 }
    let ways: Double =
      switch self {
      case .swapped: Double(max(1, digits - 1))
      case .digit: Double(9 * digits)
      case .length: Double(4 * digits)
      case .tenfold: 2
      case .elsewhere, .otherBase: Double(max(1, others))
      }
    return min(Self.most, max(0, -Logarithm.decimal(min(1, ways * Double(max(1, candidates)) / all))))
  }

  /// More evidence than this is none more. A decision.
  private static let most = 3.0

  /// The slip of the hand that makes one number of another; nil where it takes more than one.
  ///
  /// - Parameter unit: One in the last digit that is said.
  static func ofHand(from known: Double, to said: Double, unit: Double) -> TextSlip? {
    let (one, other) = ((known / unit).rounded(), (said / unit).rounded())
    return abs(one) < 9e15 && abs(other) < 9e15 ? ofHand(from: one, to: other, decimals: 0) : nil
  }

  private static func ofHand(from known: Double, to said: Double, decimals: Int) -> TextSlip? {
    let (old, new) = (NumberText.plain(known, decimals: decimals), NumberText.plain(said, decimals: decimals))
    let (left, right) = (old.filter(\.isDigit), new.filter(\.isDigit))
    guard left != right else { return nil }
    if abs(said - known * 10) <= Printed.slack * abs(said) || abs(said * 10 - known) <= Printed.slack * abs(known) {
      return .tenfold
    }
    guard right.count >= 2, Misprint.slips(from: known, to: said, decimals: decimals) == 1 else { return nil }
    if left.count != right.count { return .length }
    let differing = zip(left, right).count { $0 != $1 }
    return differing == 2 ? .swapped : .digit
  }
}
