/// A positive number whose logarithm is a mixture of normal distributions.
struct LogNormalMixture: Equatable, Sendable {
  struct Part: Equatable, Sendable {
    /// The weights of all parts add up to 1.
    var weight: Double
    /// Of the logarithm.
    var mean: Double
    var deviation: Double
  }

  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// The number with this share of the mixture below it, by bisection on its logarithm down to 1e-13 of that.
  ///
  /// The mixture lies within 40 deviations of its parts: beyond 38 a normal tail is no double any more.
  func quantile(_ share: Double) -> Double {
    var low = parts.map { $0.mean - 40 * $0.deviation }.min() ?? 0
    var high = parts.map { $0.mean + 40 * $0.deviation }.max() ?? 0
    while high - low > 1e-13 * max(1, abs(low)) {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if cumulative(middle) < share { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }

  private func cumulative(_ logarithm: Double) -> Double {
    parts.reduce(0) { sum, part in
      let below =
        part.deviation > 0
        ? NormalDistribution.cumulative((logarithm - part.mean) / part.deviation) : (logarithm < part.mean ? 0 : 1)
      return sum + part.weight * below
    }
  }
}
