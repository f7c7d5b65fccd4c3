/// All log-linear models of pairs of lists, weighed by how probable they make the table.
///
/// Every pair of lists hangs together with a prior probability of `inclusion`, and then by an interaction with a prior
/// deviation of 2 (`PosteriorSolver`). The posterior of the hidden number is a mixture over models of log-normal
/// distributions, each with the variance of the model's intercept and that of the Poisson number itself.
///
/// Where persons differ (`.differing`), the variance s between them on the logit scale has a half-normal prior of
/// scale 2, on a grid from 0.1 to 6.9. Pairs are rarer there beforehand, because differences already make lists
/// hang together.
///
/// Of 2^p models most have no weight. They are searched from the one without pairs, always going on from the best model
/// that has not been gone on from; the search ends when that one is e^4 times less probable than the best, or after
/// `limit` models. No draws: the same table gives the same answer.
///
/// Bayesian averaging of log-linear models: Madigan & York 1997; King & Brooks 2001. The search: Madigan & Raftery 1994.
struct WeighedModels: Equatable, Sendable {
  let family: Family
  let observed: Double
  /// log of the probability of the table under the whole family, but for what both families share. For this, and for this
  /// only, pairs are as probable in both: else a family would lose by its prior where many pairs hang together.
  let evidence: Double
  let models: [Weighed]
  /// Whether the search ended before the models that count were exhausted.
  let isCut: Bool

  enum Family: String, CaseIterable, Sendable {
    /// All persons have the same chance of being on a list.
    case alike
    /// Persons differ in their chance of being on any list.
    case differing

    /// Prior probability that two lists hang together. Chosen, as the other priors, by the simulations of
    /// `docs/estimation.md`: with 0.3 and a deviation of 1.5 chains of referral were held in 92% of tables.
    var inclusion: Double {
      switch self {
      case .alike: 0.4
      case .differing: 0.1
      }
    }

    /// Variances between persons with the logarithm of their prior probability.
    var differences: [(variance: Double, logPrior: Double)] {
      switch self {
      case .alike: return [(0, 0)]
      case .differing:
        let variances = (0..<18).map { 0.1 + 0.4 * Double($0) }
        let weights = variances.map { exp(-$0 * $0 / 8) }
        let total = weights.reduce(0, +)
        return zip(variances, weights).map { ($0, log($1 / total)) }
      }
    }
  }

  struct Weighed: Equatable, Sendable {
    /// Of all models searched, 0 to 1.
    var weight: Double
    /// As sets of lists, in canonical order.
    var pairs: [UInt32]
    /// Variance between persons on the logit scale.
    var differences: Double
    /// log of the expected number of hidden persons, and its variance.
    var intercept: Double
    var variance: Double
  }

  /// The hidden number: a mixture of log-normal distributions.
  var hidden: LogNormalMixture {
    LogNormalMixture(
      models.map { model in
        .init(
          weight: model.weight, mean: model.intercept,
          deviation: (model.variance + 1 / max(exp(model.intercept), 0.5)).squareRoot())
      })
  }
}

extension WeighedModels {
  /// - Parameter table: Of two lists or more, with somebody on every list and somebody on two.
  /// - Returns: nil when no model could be fitted.
  init?(_ family: Family, of table: CountTable) {
    var search = ModelSearch(family, table)
    search.run()
    let found = search.found
    guard let best = found.map(\.score).max() else { return nil }
    let total = found.reduce(0) { $0 + exp($1.score - best) }
    self.family = family
    observed = table.observed
    let shared = log(Family.alike.inclusion / (1 - Family.alike.inclusion)) - search.logOdds
    let evidences = found.map { $0.score + Double($0.key.pairs.nonzeroBitCount) * shared }
    let highest = evidences.max() ?? best
    evidence = highest + log(evidences.reduce(0) { $0 + exp($1 - highest) })
    isCut = search.isCut
    models = found.map { model in
      Weighed(
        weight: exp(model.score - best) / total, pairs: search.pairs(of: model.key),
        differences: search.grid[model.key.step].variance, intercept: model.mode.intercept,
        variance: model.mode.variance)
    }
    .filter { $0.weight > 1e-9 }
    .sorted { ($1.weight, $0.pairs.count) < ($0.weight, $1.pairs.count) }
  }
}
