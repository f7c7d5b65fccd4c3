/// Draws from continuous distributions, on the logarithmic scale where values can be too small for a double.
extension ReplicateGenerator {
  /// A uniform number above zero and below one: an odd multiple of 2^-53.
  mutating func openUniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A standard normal number (Marsaglia's polar method; the second of the pair is not kept).
  mutating func normal() -> Double {
    while true {
      let x = 2 * openUniform() - 1
      let y = 2 * openUniform() - 1
      let r = x * x + y * y
      if r < 1, r > 0 { return x * (-2 * log(r) / r).squareRoot() }
    }
  }

  /// The logarithm of a gamma number with this shape and scale one (Marsaglia & Tsang 2000).
  mutating func logGammaDraw(_ shape: Double) -> Double {
    guard shape >= 1 else { return logGammaDraw(shape + 1) + log(openUniform()) / shape }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      if log(openUniform()) < 0.5 * x * x + d - d * cube + d * log(cube) { return log(d) + log(cube) }
    }
  }

  /// The logarithms of a beta number and of what it leaves to one.
  mutating func logBetaDraw(_ a: Double, _ b: Double) -> (log: Double, logComplement: Double) {
    let first = logGammaDraw(a)
    let second = logGammaDraw(b)
    let largest = max(first, second)
    let sum = largest + log(exp(first - largest) + exp(second - largest))
    return (first - sum, second - sum)
  }

  /// A Poisson number, exact for any mean below 2^62: gamma waiting times bring a large mean down, then products of
  /// uniforms finish (Ahrens & Dieter 1974, who choose 7/8 of the mean for the event waited for; below 12 by decision).
  mutating func poisson(_ mean: Double) -> Int {
    var mean = mean
    var total = 0
    while mean > 12 {
      // The time of event m is gamma(m): either it is past the mean, or m events have happened and time is left.
      let m = Int((mean * 7 / 8).rounded(.down))
      let time = exp(logGammaDraw(Double(m)))
      if time > mean { return total + Multinomial.binomial(m - 1, mean / time, using: &self) }
      total += m
      mean -= time
    }
    let limit = exp(-mean)
    var product = openUniform()
    while product > limit {
      total += 1
      product *= openUniform()
    }
    return total
  }

  /// Failures before `successes` successes when failures have these odds, e^logOdds = p / (1 − p): Poisson with a gamma
  /// mean of shape `successes` and scale e^logOdds. A mean above 10^15 gives 10^15.
  mutating func negativeBinomial(_ successes: Int, logOdds: Double) -> Int {
    let mean = exp(logGammaDraw(Double(successes)) + logOdds)
    return mean < 1e15 ? poisson(mean) : Int(1e15)
  }
}
