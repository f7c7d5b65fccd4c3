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

  /// The number with this share of the mixture below it.
  func mixtureQuantile(_ share: Double) -> Double {
    let hidden = LogNormalMixture(
      models.map { .init(weight: $0.weight, mean: $0.intercept, deviation: $0.interceptVariance.squareRoot()) })
    return Double(observed) + hidden.quantile(share)
  }
}

extension ModelRanking {
  /// The average of the ranked models by their weights, with mixture intervals at these levels.
  func average(levels: [Double] = [0.8, 0.95]) -> ModelAverage { ModelAverage(self, levels: levels) }
}
