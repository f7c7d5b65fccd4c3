/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), for a > 0 and x >= 0.
///
/// By its series below x = a + 1 and by Lentz's continued fraction above, so that the smaller of the two is hardly ever a
/// difference of larger numbers (Press et al. 2007, section 6.2). Terms are added until they are at rounding (1e-17 of the
/// sum, 1e-16 of the fraction); 10,000 are never reached for a below a million. 1e300 and 1e-300 stand for infinity and
/// nought in Lentz's recurrence. Accurate to about 1e-13 relative, which the common factor loses at large a.
enum IncompleteGamma {
  static func lower(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  static func upper(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// The x with P(a, x) = p, by bisection on a bracket that doubles.
  static func quantile(_ a: Double, _ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p < 1 else { return .infinity }
    let isBelow = { (x: Double) in p < 0.5 ? lower(a, x) < p : upper(a, x) > 1 - p }
    return bisection(from: a, isBelow)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var k = a
    while term > 1e-17 * sum {
      k += 1
      term *= x / k
      sum += term
    }
    return sum * exp(a * log(x) - x - logGamma(a))
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1...10_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / nonZero(an * d + b)
      c = nonZero(b + an / c)
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h * exp(a * log(x) - x - logGamma(a))
  }
}

/// The regularised incomplete beta function I_x(a, b), for a, b > 0, by its continued fraction on the side of its mean where
/// it converges fast (Press et al. 2007, section 6.4); 0 below x = 0 and 1 above x = 1.
enum IncompleteBeta {
  static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
    return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The x with I_x(a, b) = p, by bisection until no double lies between: 1,100 halvings reach the smallest.
  static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<1100 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if regularised(middle, a, b) < p { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1))
    var h = d
    for i in 1...10_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d)
      c = nonZero(1 + even / c)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d)
      c = nonZero(1 + odd / c)
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h
  }
}

private func nonZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }

/// Where a test on the positive numbers turns false, to the last digit.
private func bisection(from start: Double, _ isBelow: (Double) -> Bool) -> Double {
  var high = max(start, 1e-300)
  while isBelow(high) { high *= 2 }
  var low = high
  while low > 1e-300, !isBelow(low) { low /= 2 }
  while true {
    let middle = (low + high) / 2
    guard middle > low, middle < high else { return middle }
    if isBelow(middle) { low = middle } else { high = middle }
  }
}
