/// A log-linear model fitted to counts of which some are only known to lie in a range.
struct CensoredFit: Equatable, Sendable {
  let model: HierarchicalModel
  /// Expected persons on the lists, given the ranges and the model.
  let observed: Double
  /// `observed` and the expected hidden persons.
  let estimate: Double
  /// Σ log P(count in its range).
  let logLikelihood: Double
  let iterations: Int
  /// The fitted mean of each entry of the table, in its order.
  let means: [Double]

  var aic: Double { 2 * Double(model.terms.count) - 2 * logLikelihood }
  /// With the expected persons on the lists.
  var bic: Double { Double(model.terms.count) * log(observed) - 2 * logLikelihood }
}

extension HierarchicalModel {
  /// Fits the model to ranges by EM: the E-step takes the mean of a Poisson count given that it lies in its range, the
  /// M-step fits the model to those means. Stops when no expected count moves by more than 1e-10 persons, or after
  /// 10,000 rounds: EM of a range of a few persons takes tens.
  ///
  /// A history that is not in the table counts as nought. The likelihood never falls from one round to the next
  /// (Dempster, Laird & Rubin 1977). Starts in the middle of each range.
  ///
  /// - Throws: `LoglinearError`.
  func fitted(to histories: CensoredHistories) throws(LoglinearError) -> CensoredFit {
    guard lists == histories.lists.count else {
      throw .wrongNumberOfLists(model: lists, table: histories.lists.count)
    }
    let solver = LoglinearSolver(lists: lists)
    let sets = histories.entries.map(\.history)
    var counts = histories.entries.map { Double($0.count.lowerBound + $0.count.upperBound) / 2 }
    var table = CountTable(lists: lists)
    for iteration in 1...10_000 {
      table.load(sets, fractional: counts)
      let fit = try fitted(to: table, with: solver)
      let means = sets.map { mean(of: $0, fit) }
      let next = zip(histories.entries, means).map { CensoredPoisson.mean($0.count, $1) }
      let change = zip(counts, next).map { abs($0 - $1) }.max() ?? 0
      counts = next
      guard change < 1e-10 || iteration == 10_000 else { continue }
      let observed = counts.reduce(0, +)
      let missing = (1..<(UInt32(1) << UInt32(lists))).filter { !sets.contains($0) }
      let logLikelihood =
        zip(histories.entries, means).reduce(0) { $0 + CensoredPoisson.logProbability($1.0.count, $1.1) }
        - missing.reduce(0) { $0 + mean(of: $1, fit) }
      return CensoredFit(
        model: self, observed: observed, estimate: observed + fit.hidden, logLikelihood: logLikelihood,
        iterations: iteration, means: means)
    }
    throw .noMaximum(model: notation)
  }

  private func mean(of history: UInt32, _ fit: LoglinearFit) -> Double {
    exp(zip(terms, fit.parameters).reduce(0) { $1.0 & history == $1.0 ? $0 + $1.1 : $0 })
  }
}

/// The Poisson distribution on a range of counts, summed count by count from its largest point down, so that nothing
/// underflows. For means up to about 1e15, beyond which a count no longer moves the exponent.
enum CensoredPoisson {
  /// The mean of a count given that it lies in the range.
  static func mean(_ range: ClosedRange<Int>, _ mean: Double) -> Double {
    guard range.lowerBound < range.upperBound, mean > 0 else { return Double(range.lowerBound) }
    let top = logPoint(peak(range, mean), mean)
    var sum = 0.0
    var weighted = 0.0
    for count in range {
      let value = exp(logPoint(count, mean) - top)
      sum += value
      weighted += value * Double(count)
    }
    return weighted / sum
  }

  static func logProbability(_ range: ClosedRange<Int>, _ mean: Double) -> Double {
    guard mean > 0 else { return range.lowerBound == 0 ? 0 : -.infinity }
    let top = logPoint(peak(range, mean), mean)
    return top + log(range.reduce(0) { $0 + exp(logPoint($1, mean) - top) })
  }

  /// A count drawn from the distribution given that it lies in the range.
  static func draw(_ range: ClosedRange<Int>, _ mean: Double, using generator: inout ReplicateGenerator) -> Int {
    guard range.lowerBound < range.upperBound, mean > 0 else { return range.lowerBound }
    let top = logPoint(peak(range, mean), mean)
    let total = range.reduce(0) { $0 + exp(logPoint($1, mean) - top) }
    var left = generator.uniform() * total
    for count in range {
      left -= exp(logPoint(count, mean) - top)
      if left < 0 { return count }
    }
    return range.upperBound
  }

  private static func peak(_ range: ClosedRange<Int>, _ mean: Double) -> Int {
    min(max(Int(min(mean, 1e15)), range.lowerBound), range.upperBound)
  }

  private static func logPoint(_ count: Int, _ mean: Double) -> Double {
    Double(count) * log(mean) - mean - logFactorial(count)
  }
}
