/// Between what the true number behind a cell lies, in units of `10^-places`.
struct TrueNumber: Equatable {
  var lower: Int?
  var upper: Int?
  var places: Int
  var isWhole: Bool

  /// Nothing known but its kind: from zero on, or from anywhere.
  func freed(isSigned: Bool) -> TrueNumber {
    TrueNumber(lower: isSigned ? nil : 0, upper: nil, places: places, isWhole: isWhole)
  }

  var isFixed: Bool { lower != nil && lower == upper }

  /// What is printed with more decimals was computed, and nobody knows from what. A decision.
  private static let mostDecimals = 6
  /// Larger numbers are no longer exact in a `Double`.
  private static let largest = 4e15

  /// - Parameters:
  ///   - half: How far it may be from what is printed; infinite where nothing tells.
  ///   - isSigned: Whether numbers of its kind may be below zero.
  ///   - isCount: Whether it counts things.
  init?(_ cell: TableCell, half: Double, isSigned: Bool, isCount: Bool) {
    guard cell.decimals <= Self.mostDecimals else { return nil }
    let (low, high): (Double, Double)
    if let value = cell.value {
      (low, high) = (value - half, value + half)
    } else if let bounds = cell.bounds {
      (low, high) = (bounds.lowerBound, bounds.upperBound)
    } else {
      return nil
    }
    // Where whole numbers are rounded to whole numbers, what was counted is no whole number.
    isWhole =
      isCount && cell.decimals == 0 && (half == 0 || half >= 1) && (cell.value.map { $0 == $0.rounded() } ?? true)
    places = isWhole ? 0 : cell.decimals + (half == 0 ? 0 : 1)
    var unit = 1.0
    for _ in 0..<places { unit *= 10 }
    let least = isSigned ? low : max(low, min(0, cell.value ?? 0))
    guard abs(least) * unit < Self.largest || !least.isFinite else { return nil }
    // A count lies inside its interval; what is measured may lie at its ends.
    lower = least.isFinite ? Int((least * unit - Printed.slack).rounded(.up)) : nil
    upper = high.isFinite && high * unit < Self.largest ? Int((high * unit + Printed.slack).rounded(.down)) : nil
    if cell.value == nil, isSigned, cell.bounds?.upperBound == .infinity { lower = nil }
  }

  private init(lower: Int?, upper: Int?, places: Int, isWhole: Bool) {
    (self.lower, self.upper, self.places, self.isWhole) = (lower, upper, places, isWhole)
  }
}
