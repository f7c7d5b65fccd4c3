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

  /// Decimal digits of surprise that a number of this size is met within so much room.
  ///
  /// Zeros behind the decimal point are none: that 1.000000 is met says as little as that 1 is.
  static func digits(_ value: Double, room: Double) -> Double {
    let size = abs(value)
    var step = 1.0
    while step > 2 * room, abs(size / step - (size / step).rounded()) > slack * max(1, size / step) { step /= 10 }
    return max(0, Logarithm.decimal(size / max(2 * room, step)))
  }

  /// Half of the distance between the largest of numbers and the next, where they were kept in single precision (IEEE 754
  /// binary32) and printed as if in double: more digits than that holds. Nil for other numbers.
  static func singlePrecision(_ values: [Double]) -> Double? {
    let broken = values.filter { $0 != 0 && $0 * 1_000_000 != ($0 * 1_000_000).rounded() }
    guard broken.count >= 4, 2 * broken.count >= values.count,
      10 * broken.count(where: { Double(Float($0)) == $0 }) >= 9 * broken.count
    else { return nil }
    return (values.map { abs($0) }.max() ?? 0) * Double(Float.ulpOfOne)
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
