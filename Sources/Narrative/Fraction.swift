internal import Model

/// A number as an exact ratio of integers, so that a threshold is met or not met and never nearly.
///
/// Every operation gives nil when the exact result does not fit 64 bits; none rounds. `Int.min`, which has no opposite, is
/// outside the range.
struct Fraction: Equatable, Sendable {
  let numerator: Int
  /// Positive; the fraction is in its lowest terms.
  let denominator: Int

  static let zero = Fraction(0)

  init(_ whole: Int) { (numerator, denominator) = (whole, 1) }

  /// Nil for a denominator of zero.
  init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0, numerator != Int.min, denominator != Int.min else { return nil }
    let divisor = Self.greatestCommonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = abs(denominator) / divisor
  }

  /// A quantity without its decimals.
  init(_ quantity: Quantity) {
    let reduced = Fraction(quantity.numerator, quantity.denominator)
    self = reduced ?? .zero
  }

  /// `12`, `2.5`: decimal point, no thousands mark; at most nine decimals, as many as any power of ten within 32 bits.
  init?(decimal text: some StringProtocol) {
    guard let (scaled, decimals) = PublishedCell.parse(value: String(text)), decimals <= 9 else { return nil }
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    self.init(scaled, power)
  }

  func adding(_ other: Fraction) -> Fraction? {
    guard let left = numerator.times(other.denominator), let right = other.numerator.times(denominator),
      let sum = left.plus(right), let bottom = denominator.times(other.denominator)
    else { return nil }
    return Fraction(sum, bottom)
  }

  func subtracting(_ other: Fraction) -> Fraction? { adding(other.negated) }

  func multiplied(by other: Fraction) -> Fraction? {
    guard let left = Fraction(numerator, other.denominator), let right = Fraction(other.numerator, denominator),
      let top = left.numerator.times(right.numerator), let bottom = left.denominator.times(right.denominator)
    else { return nil }
    return Fraction(top, bottom)
  }

  /// Nil for a divisor of zero too.
  func divided(by other: Fraction) -> Fraction? {
    guard let turned = Fraction(other.denominator, other.numerator) else { return nil }
    return multiplied(by: turned)
  }

  var negated: Fraction { Fraction(-numerator, denominator) ?? self }
  var magnitude: Fraction { numerator < 0 ? negated : self }

  /// Nil when the comparison does not fit; the numbers are then too large to have come from a table.
  func isLess(than other: Fraction) -> Bool? { subtracting(other).map { $0.numerator < 0 } }

  /// As a quantity to print; nil when it does not fit: rounding to `d` decimals needs `2 · 10^d` times the numerator.
  func quantity(decimals: Int) -> Quantity? {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    guard numerator.times(2 * power) != nil else { return nil }
    return Quantity(numerator: numerator, denominator: denominator, decimals: decimals)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

extension Int {
  fileprivate func times(_ other: Int) -> Int? {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow || product == Int.min ? nil : product
  }

  fileprivate func plus(_ other: Int) -> Int? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow || sum == Int.min ? nil : sum
  }
}
