/// The discrete Gaussian distribution, drawn exactly: no number in it is rounded.
///
/// On the whole numbers,
///
///     P(X = x) ∝ exp(−x² / 2σ²)
///
/// A draw is a discrete Laplace number of scale t = ⌊σ⌋ + 1 that is kept with probability exp(−(|x| − σ²/t)² / 2σ²), and
/// every choice is made by comparing whole numbers (Canonne, Kamath & Steinke 2020, algorithms 1 to 3). Noise of
/// floating point would show in its last bits what it was added to (Mironov 2012).
///
/// σ² is a whole number of sixteenths, at most `largestVariance`, so that no product leaves 64 bits. A variance is
/// therefore rounded up, which spends less than was allowed.
package struct DiscreteGaussian: Equatable, Sendable {
  /// σ² in sixteenths.
  package let sixteenths: Int
  private let scale: Int

  /// In sixteenths: σ up to 1,000.
  package static let largestVariance = 16_000_000

  /// - Precondition: above 0 and at most `largestVariance`.
  package init(sixteenths: Int) {
    precondition(sixteenths > 0 && sixteenths <= Self.largestVariance, "a variance is above nought and not too large")
    self.sixteenths = sixteenths
    var root = 0
    while 16 * (root + 1) * (root + 1) <= sixteenths { root += 1 }
    scale = root + 1
  }

  package var variance: Double { Double(sixteenths) / 16 }

  package func draw(using generator: inout some RandomNumberGenerator) -> Int {
    while true {
      let number = Self.laplace(scale: scale, &generator)
      // (|x| − p/16t)² / (2p/16) = (16t|x| − p)² / 32pt², with σ² = p/16.
      let distance = 16 * scale * abs(number) - sixteenths
      let (square, overflows) = distance.multipliedReportingOverflow(by: distance)
      // So far out that it is kept less than once in e^1000 times.
      if overflows { continue }
      if Self.happens(exp: square, over: 32 * sixteenths * scale * scale, &generator) { return number }
    }
  }

  /// P(X = x) ∝ exp(−|x| / t).
  static func laplace(scale: Int, _ generator: inout some RandomNumberGenerator) -> Int {
    while true {
      let rest = Int(below(UInt128(scale), &generator))
      guard happens(exp: rest, over: scale, &generator) else { continue }
      var whole = 0
      while happens(exp: 1, over: 1, &generator) { whole += 1 }
      let size = rest + scale * whole
      let isNegative = generator.next() & 1 == 1
      if isNegative, size == 0 { continue }
      return isNegative ? -size : size
    }
  }

  /// True with probability exp(−n/d).
  static func happens(exp numerator: Int, over denominator: Int, _ generator: inout some RandomNumberGenerator) -> Bool
  {
    var rest = numerator
    while rest > denominator {
      guard happensBelowOne(denominator, denominator, &generator) else { return false }
      rest -= denominator
    }
    return happensBelowOne(rest, denominator, &generator)
  }

  /// True with probability exp(−n/d), n ≤ d: how many times in a row something of chance n/(dk) happens, k = 1, 2, …, is even
  /// with that probability.
  private static func happensBelowOne(
    _ numerator: Int, _ denominator: Int, _ generator: inout some RandomNumberGenerator
  ) -> Bool {
    var k = 1
    // The first does not happen at once: k is odd at the first failure with probability exp(−γ).
    while true {
      let chosen = below(UInt128(denominator) * UInt128(k), &generator)
      guard chosen < UInt128(numerator) else { return k % 2 == 1 }
      k += 1
    }
  }

  /// A number from 0 to below the bound, each as likely: so many bits as it has, drawn again until they are below it. The same
  /// bits give the same number whatever a library does, since noise that came out otherwise would be another draw for free.
  static func below(_ bound: UInt128, _ generator: inout some RandomNumberGenerator) -> UInt128 {
    let mask = bound <= 1 ? 0 : UInt128.max >> UInt128((bound - 1).leadingZeroBitCount)
    while true {
      var bits = UInt128(generator.next())
      if mask > UInt128(UInt64.max) { bits |= UInt128(generator.next()) << 64 }
      if bits & mask < bound { return bits & mask }
    }
  }

  /// P(X = x) for x from 0 to as far as a Double tells it from nought; both signs are as likely.
  package var probabilities: [Double] {
    var weights: [Double] = [1]
    // w(x + 1) = w(x) · exp(−(2x + 1)/2σ²), whose factors are powers of one number.
    let base = ExponentialTable.exp(-1 / (2 * variance))
    var factor = base
    while let last = weights.last, last > 1e-18 {
      weights.append(last * factor)
      factor *= base * base
    }
    let sum = weights.reversed().reduce(0) { $0 + $1 } * 2 - 1
    return weights.map { $0 / sum }
  }

  /// P(X ≥ x).
  package func tail(from number: Int) -> Double {
    guard number > 0 else { return 1 - tail(from: 1 - number) }
    return probabilities.dropFirst(number).reversed().reduce(0, +)
  }

  /// The smallest number that noise alone reaches in at most `chance` of the cells.
  package func threshold(chance: Double) -> Int {
    let probabilities = probabilities
    var tail = 0.0
    for number in probabilities.indices.reversed() {
      tail += probabilities[number]
      if tail > chance { return number + 1 }
    }
    return 0
  }
}

/// Exponentials by arithmetic alone, so that they are the same on every machine.
enum ExponentialTable {
  /// e^x for x ≤ 0, by halving the argument until the series of Taylor settles it and squaring back.
  static func exp(_ x: Double) -> Double {
    precondition(x <= 0, "only exponentials of what is not above nought are asked")
    var (halves, argument) = (0, x)
    while argument < -0.25 {
      argument /= 2
      halves += 1
      if halves > 60 { return 0 }
    }
    var (term, sum) = (1.0, 1.0)
    for k in 1...16 {
      term *= argument / Double(k)
      sum += term
    }
    for _ in 0..<halves { sum *= sum }
    return sum
  }
}
