/// A computed number against a printed one, at the last digit that was printed.
enum Printed {
  enum Match { case exact, rounding, different }

  /// Room for sums of decimals that binary numbers do not hold exactly; far below any printed digit.
  static let slack = 1e-9

  /// One in the last printed digit: 10^-decimals.
  static func unit(_ decimals: Int) -> Double {
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return unit
  }

  /// How a computed number `c` stands to a number `p` that was printed with `d` decimals, with u = 10^-d:
  ///
  ///     exact      |c - p| <= u/2    `c` rounds to `p`, halves either way
  ///     rounding   |c - p| <= u      off by no more than one in the last digit: cut off, or rounded twice
  ///     different  otherwise
  static func match(_ computed: Double, printed: Double, decimals: Int) -> Match {
    let difference = abs(computed - printed)
    let unit = unit(decimals)
    if difference <= unit / 2 + slack { return .exact }
    return difference <= unit + slack ? .rounding : .different
  }
}
