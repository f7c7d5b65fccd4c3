/// Draws from the binomial and multinomial distributions, exact for any size.
enum Multinomial {
  /// How `total` persons fall over cells with these probabilities: one binomial for each cell, given the cells before.
  ///
  /// - Parameter weights: Not negative; need not add up to one.
  static func draw(
    _ total: Int, weights: [Double], using generator: inout ReplicateGenerator, into counts: inout [Int]
  ) {
    var left = total
    var weight = weights.reduce(0, +)
    for index in weights.indices {
      let share = weight > 0 ? min(1, weights[index] / weight) : 0
      let isLast = index == weights.count - 1
      counts[index] = isLast ? left : binomial(left, share, using: &generator)
      left -= counts[index]
      weight -= weights[index]
    }
  }

  /// A binomial number of successes in `trials`.
  static func binomial(_ trials: Int, _ chance: Double, using generator: inout ReplicateGenerator) -> Int {
    guard trials > 0, chance > 0 else { return 0 }
    guard chance < 1 else { return trials }
    if chance > 0.5 { return trials - binomial(trials, 1 - chance, using: &generator) }
    return Double(trials) * chance < 10
      ? byInversion(trials, chance, &generator) : byRejection(trials, chance, &generator)
  }

  /// Walks up the distribution from zero; for means below ten, as Hörmann advises. Where rounding has left nothing of the
  /// distribution (probabilities below 1e-300), draws again.
  private static func byInversion(_ trials: Int, _ chance: Double, _ generator: inout ReplicateGenerator) -> Int {
    let odds = chance / (1 - chance)
    let start = exp(Double(trials) * log1p(-chance))
    while true {
      var left = generator.uniform()
      var probability = start
      for successes in 0...trials {
        if left < probability { return successes }
        left -= probability
        probability *= odds * Double(trials - successes) / Double(successes + 1)
        if probability < 1e-300, successes > 20 { break }
      }
    }
  }

  /// Transformed rejection with squeeze (Hörmann 1993, BTRS); for means of ten and more. The constants are those of the
  /// paper.
  private static func byRejection(_ trials: Int, _ chance: Double, _ generator: inout ReplicateGenerator) -> Int {
    let n = Double(trials)
    let deviation = (n * chance * (1 - chance)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * chance
    let centre = n * chance + 0.5
    let vr = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * deviation
    let mode = ((n + 1) * chance).rounded(.down)
    let logOdds = log(chance / (1 - chance))
    let height = logFactorial(Int(mode)) + logFactorial(trials - Int(mode))
    while true {
      let u = generator.uniform() - 0.5
      var v = generator.uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + centre).rounded(.down)
      guard k >= 0, k <= n else { continue }
      if us >= 0.07, v <= vr { return Int(k) }
      v = log(v * alpha / (a / (us * us) + b))
      let bound = height - logFactorial(Int(k)) - logFactorial(trials - Int(k)) + (k - mode) * logOdds
      if v <= bound { return Int(k) }
    }
  }
}
