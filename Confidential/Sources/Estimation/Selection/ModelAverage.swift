/// The models of a ranking averaged by their weights.
///
/// Each model says that N − n is log-normal around exp(a_∅) with variance var(a_∅); the average is the mixture of these
/// with weights exp(−BIC/2), Σ = 1. Assumes that one of the models is true and all were equally likely beforehand; the
/// interval holds both the uncertainty within models and that between them.
struct ModelAverage: Equatable, Sendable {
  let observed: Int
  /// Weighted mean of the models' estimates.
  let mean: Double
  /// exp of the weighted mean of their logarithms.
  let geometricMean: Double
  /// Quantiles of the mixture.
  private(set) var intervals: [EstimateInterval]
  private let models: [ModelRanking.RankedModel]

  init(_ ranking: ModelRanking, levels: [Double]) {
    observed = ranking.observed
    models = ranking.ranked
    mean = models.reduce(0) { $0 + $1.weight * $1.estimate }
    geometricMean = exp(models.reduce(0) { $0 + $1.weight * log($1.estimate) })
    intervals = []
    intervals = levels.map { level in
      EstimateInterval(
        kind: .mixture, level: level, lower: mixtureQuantile(0.5 - level / 2), upper: mixtureQuantile(0.5 + level / 2))
    }
  }

  /// The smallest model estimate with at least this share of the weight at or below it.
  func modelQuantile(_ share: Double) -> Double {
    var sum = 0.0
    for model in models.sorted(by: { $0.estimate < $1.estimate }) {
      sum += model.weight
      if sum >= share { return model.estimate }
    }
    return models.map(\.estimate).max() ?? Double(observed)
  }

  /// The number with this share of the mixture below it, by bisection on log(N − n) down to 1e-13 of it.
  ///
  /// The mixture lies within 40 deviations of its components: beyond 38 a normal tail is no double any more.
  func mixtureQuantile(_ share: Double) -> Double {
    let spread = { (model: ModelRanking.RankedModel) in 40 * model.interceptVariance.squareRoot() }
    var low = models.map { $0.intercept - spread($0) }.min() ?? 0
    var high = models.map { $0.intercept + spread($0) }.max() ?? 0
    while high - low > 1e-13 * max(1, abs(low)) {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if cumulative(middle) < share { low = middle } else { high = middle }
    }
    return Double(observed) + exp((low + high) / 2)
  }

  private func cumulative(_ logHidden: Double) -> Double {
    models.reduce(0) { sum, model in
      let deviation = model.interceptVariance.squareRoot()
      let below =
        deviation > 0
        ? NormalDistribution.cumulative((logHidden - model.intercept) / deviation)
        : (logHidden < model.intercept ? 0 : 1)
      return sum + model.weight * below
    }
  }
}

extension ModelRanking {
  /// The average of the ranked models by their weights, with mixture intervals at these levels.
  func average(levels: [Double] = [0.8, 0.95]) -> ModelAverage { ModelAverage(self, levels: levels) }
}
