/// A computed number against a printed one, at the last digit that was printed.
enum Printed {
  enum Match { case exact, rounding, different }

  /// One in the last printed digit.
  static func unit(_ decimals: Int) -> Double {
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return unit
  }

  /// Exact: the computed number, rounded to the printed decimals, is the printed one (halves either way). Rounding: it
  /// lies within one in the last digit.
  static func match(_ computed: Double, printed: Double, decimals: Int) -> Match {
    let difference = abs(computed - printed)
    let unit = unit(decimals)
    if difference <= unit / 2 + 1e-9 { return .exact }
    return difference <= unit + 1e-9 ? .rounding : .different
  }
}
