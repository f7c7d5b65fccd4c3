/// One chain of the Gibbs sampler for latent classes (Manrique-Vallier 2016).
///
/// Persons fall in K classes with probabilities π from stick breaking, V_k ~ Beta(1, α), α ~ Gamma(a, b); within a class
/// the lists are independent, λ_jk ~ Beta(1, 1). Everything is drawn for the distinct histories at once, and in
/// logarithms. The hidden number has prior 1/N and no cap.
///
/// Two steps are not in the paper. α is drawn with the sticks integrated out, and classes change places; without them
/// a chain in which α has become small stays in one class, and reports the posterior of independent lists.
struct LatentClassChain {
  private let lists: Int
  private let classes: Int
  private let histories: [(bits: UInt32, count: Int)]
  private let observed: Int
  private let shape: Double
  private let rate: Double
  private var generator: ReplicateGenerator
  private var logWeights: [Double]
  /// By class and list, class by class.
  private var logSeen: [Double]
  private var logMissed: [Double]
  private var alpha = 1.0
  private var shares: [Double]
  private var counts: [Int]
  private var sizes: [Int]
  private var caught: [Int]
  private(set) var hidden: Int

  /// - Parameters:
  ///   - start: The hidden number for each person seen, from which the chain starts.
  ///   - share: The share of the persons of every history that the chain takes in, rounded.
  init(
    _ data: CaptureHistories, classes: Int, shape: Double, rate: Double, start: Double, share: Double = 1,
    seed: UInt64, chain: Int
  ) {
    lists = data.lists.count
    self.classes = classes
    self.shape = shape
    self.rate = rate
    let taken = data.entries.map { (bits: $0.history, count: Int((share * Double($0.count)).rounded())) }
    histories = taken.filter { $0.count > 0 }
    observed = max(1, histories.reduce(0) { $0 + $1.count })
    var stream = ReplicateGenerator(seed: seed, replicate: chain)
    let draws = (0..<(classes * data.lists.count)).map { _ in stream.logBetaDraw(1, 1) }
    generator = stream
    hidden = Int(start * Double(observed))
    logWeights = (0..<classes).map { _ in -log(Double(classes)) }
    logSeen = draws.map(\.log)
    logMissed = draws.map(\.logComplement)
    shares = [Double](repeating: 0, count: classes)
    counts = [Int](repeating: 0, count: classes)
    sizes = counts
    caught = [Int](repeating: 0, count: classes * lists)
  }

  /// One sweep over all unknowns; returns the number of persons.
  ///
  /// - Parameter floor: While a chain looks for its place, α is kept above this, so that classes stay open.
  mutating func step(concentrationAtLeast floor: Double = 0) -> Int {
    for k in sizes.indices { sizes[k] = 0 }
    for index in caught.indices { caught[index] = 0 }
    for index in 0...histories.count {
      let (bits, count) = index < histories.count ? histories[index] : (0, hidden)
      guard count > 0 else { continue }
      fillShares(bits)
      Multinomial.draw(count, weights: shares, using: &generator, into: &counts)
      for k in 0..<classes where counts[k] > 0 {
        sizes[k] += counts[k]
        var left = bits
        while left != 0 {
          caught[k * lists + left.trailingZeroBitCount] += counts[k]
          left &= left - 1
        }
      }
    }
    swapClasses()
    drawChances()
    drawConcentration()
    alpha = max(alpha, floor)
    drawWeights()
    drawHidden()
    return observed + hidden
  }

  /// The classes of a chain: all that decides where it goes next.
  struct Classes: Sendable {
    fileprivate var logWeights, logSeen, logMissed: [Double]
    fileprivate var alpha: Double
  }

  var parameters: Classes {
    Classes(logWeights: logWeights, logSeen: logSeen, logMissed: logMissed, alpha: alpha)
  }

  /// Goes on from these classes; the hidden number is drawn anew from them.
  mutating func take(_ other: Classes) {
    (logWeights, logSeen, logMissed, alpha) = (other.logWeights, other.logSeen, other.logMissed, other.alpha)
    drawHidden()
  }

  /// Σ n_w log(p_w / (1 − p_∅)) of the persons of this chain for its own classes: the likelihood with the hidden number,
  /// under its prior 1/N, integrated out.
  mutating func logLikelihood() -> Double {
    let none = min(fillShares(0), -1e-300)
    return histories.reduce(0) { $0 + Double($1.count) * fillShares($1.bits) }
      - Double(observed) * log(-expm1(none))
  }

  /// The same for other classes.
  mutating func logLikelihood(_ other: Classes) -> Double {
    let own = parameters
    (logWeights, logSeen, logMissed) = (other.logWeights, other.logSeen, other.logMissed)
    defer { (logWeights, logSeen, logMissed) = (own.logWeights, own.logSeen, own.logMissed) }
    return logLikelihood()
  }

  /// Puts the probabilities of the classes given a history in `shares`; returns the log of their sum before scaling. A
  /// class less likely than e⁻⁵⁰ beside the likeliest gets nobody: no table has 10²¹ persons.
  @discardableResult
  private mutating func fillShares(_ bits: UInt32) -> Double {
    var largest = -Double.infinity
    for k in 0..<classes {
      var sum = logWeights[k]
      for list in 0..<lists {
        let isCaught = bits & (1 << UInt32(list)) != 0
        sum += isCaught ? logSeen[k * lists + list] : logMissed[k * lists + list]
      }
      shares[k] = sum
      largest = max(largest, sum)
    }
    var total = 0.0
    for k in 0..<classes {
      let difference = shares[k] - largest
      shares[k] = difference > -50 ? exp(difference) : 0
      total += shares[k]
    }
    return largest + log(total)
  }

  /// Lets neighbouring classes change places, by Metropolis with the sticks integrated out: sizes n_j and n_j+1 change
  /// with chance min(1, (α + n_>j) / (α + n_>j after)). Without it a large class stays behind a small one for ever.
  private mutating func swapClasses() {
    var after = sizes.reduce(0, +)
    for j in 0..<(classes - 2) {
      after -= sizes[j]
      let swapped = after - sizes[j + 1] + sizes[j]
      guard generator.uniform() * (alpha + Double(swapped)) < alpha + Double(after) else { continue }
      sizes.swapAt(j, j + 1)
      for list in 0..<lists { caught.swapAt(j * lists + list, (j + 1) * lists + list) }
      after = swapped
    }
  }

  private mutating func drawChances() {
    for k in 0..<classes {
      for index in (k * lists)..<((k + 1) * lists) {
        let seen = Double(caught[index])
        let draw = generator.logBetaDraw(1 + seen, 1 + Double(sizes[k]) - seen)
        logSeen[index] = draw.log
        logMissed[index] = draw.logComplement
      }
    }
  }

  /// α given the sizes of the classes, the sticks integrated out, by slice sampling of log α (Neal 2003).
  ///
  ///     p(n | α) ∝ Π_{k<K} α Γ(α + n_>k) / Γ(1 + α + n_≥k)
  ///
  /// Given the sticks, α can only creep once it is small, because the sticks of empty classes carry it.
  ///
  /// The slice is stepped out by 2 on the scale of log α, about the width of its prior; beyond e^±600 α is at the limits
  /// of a double.
  private mutating func drawConcentration() {
    let start = log(alpha)
    let level = logConcentration(start) + log(generator.openUniform())
    var low = start - 2 * generator.uniform()
    var high = low + 2
    while logConcentration(low) > level, low > -600 { low -= 2 }
    while logConcentration(high) > level, high < 600 { high += 2 }
    while high - low > 1e-9 {
      let point = low + (high - low) * generator.uniform()
      if logConcentration(point) > level {
        alpha = exp(point)
        return
      }
      if point < start { low = point } else { high = point }
    }
  }

  /// The log density of log α, without constants.
  private func logConcentration(_ logAlpha: Double) -> Double {
    let value = exp(logAlpha)
    var sum = shape * logAlpha - rate * value
    var after = sizes.reduce(0, +)
    for k in 0..<(classes - 1) {
      let here = after
      after -= sizes[k]
      // An empty tail: Γ(α) α / Γ(1 + α) is one.
      guard here > 0 else { break }
      sum += logAlpha + logGamma(value + Double(after)) - logGamma(1 + value + Double(here))
    }
    return sum
  }

  private mutating func drawWeights() {
    var left = 0.0
    var after = sizes.reduce(0, +)
    for k in 0..<(classes - 1) {
      after -= sizes[k]
      let draw = generator.logBetaDraw(1 + Double(sizes[k]), alpha + Double(after))
      logWeights[k] = left + draw.log
      left += draw.logComplement
    }
    logWeights[classes - 1] = left
  }

  /// N0 ~ NegBin(n, 1 − p0).
  private mutating func drawHidden() {
    let logNone = min(fillShares(0), -1e-300)
    hidden = generator.negativeBinomial(observed, logOdds: logNone - log(-expm1(logNone)))
  }
}
