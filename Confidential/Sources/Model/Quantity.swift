/// A number kept exactly, as a ratio of integers, with the decimals it is printed in.
///
/// A count is `n / 1`, a share of `k` in `n` is `100·k / n` per cent, a mean is `sum / n`.
public struct Quantity: Equatable, Hashable, Sendable {
  public var numerator: Int
  /// Positive.
  public var denominator: Int
  public var decimals: Int

  /// - Precondition: `denominator > 0`.
  public init(numerator: Int, denominator: Int, decimals: Int) {
    precondition(denominator > 0, "a quantity needs a positive denominator")
    self.numerator = numerator
    self.denominator = denominator
    self.decimals = decimals
  }

  /// A whole number.
  public init(_ count: Int) { self.init(numerator: count, denominator: 1, decimals: 0) }

  /// For drawing and estimating; printed numbers come from `scaled`.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// The printed value as an integer scaled by 10^decimals, rounded half away from zero. Exact.
  public var scaled: Int {
    var power = 1
    for _ in 0..<decimals { power *= 10 }
    let (quotient, remainder) = (abs(numerator) * power).quotientAndRemainder(dividingBy: denominator)
    let rounded = 2 * remainder >= denominator ? quotient + 1 : quotient
    return numerator < 0 ? -rounded : rounded
  }

  /// Machine form: decimal point, no thousands separator. `24.7`, `1334`.
  public var plain: String { text(decimalMark: ".", thousandsMark: "") }

  /// For readers: Dutch `1.334` and `24,7`; English `1,334` and `24.7`.
  public func formatted(in language: Language) -> String {
    switch language {
    case .nl: text(decimalMark: ",", thousandsMark: ".")
    case .en: text(decimalMark: ".", thousandsMark: ",")
    }
  }

  private func text(decimalMark: String, thousandsMark: String) -> String {
    let scaled = self.scaled
    var digits = Array(String(abs(scaled)))
    while digits.count <= decimals { digits.insert("0", at: 0) }
    let whole = digits.dropLast(decimals)
    var grouped = ""
    for (offset, digit) in whole.enumerated() {
      if offset > 0, (whole.count - offset) % 3 == 0 { grouped += thousandsMark }
      grouped.append(digit)
    }
    let fraction = decimals > 0 ? decimalMark + String(digits.suffix(decimals)) : ""
    return (scaled < 0 ? "-" : "") + grouped + fraction
  }
}
