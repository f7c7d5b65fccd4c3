/// Logarithms without a library of the platform: only their size matters here.
enum Logarithm {
  /// log₁₀ x for x > 0; 0 for what is not.
  static func decimal(_ x: Double) -> Double { natural(x) / 2.302585092994046 }

  /// ln x for x > 0; 0 for what is not.
  static func natural(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return 0 }
    // x = significand · 2^exponent; log₂ of the significand by the series of atanh.
    let s = x.significand
    let t = (s - 1) / (s + 1)
    let t2 = t * t
    let natural = 2 * t * (1 + t2 * (1 / 3 + t2 * (1 / 5 + t2 * (1 / 7 + t2 / 9))))
    return Double(x.exponent) * 0.693147180559945 + natural
  }
  /// e^x, by the series of a 1024th part of it.
  static func power(_ x: Double) -> Double {
    let part = x / 1024
    var power = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
    for _ in 0..<10 { power *= power }
    return power
  }
}
