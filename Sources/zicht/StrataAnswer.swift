import Estimation
import Model

/// What groups say, each by itself and together, for programs.
struct StrataAnswer: Encodable {
  struct Stratum: Encodable {
    var stratum: String
    var observed: Int
    var estimate: Double?
    var intervals: [EstimateAnswer.Interval]
    var model: String?
    var modelInWords: String?
    var borrowed: Double?
    var warnings: [String]?
    /// About how many there are in the group, by itself; nil for a pooled group.
    var headline: Headline?
  }

  /// Numbers that are not there are null.
  struct Headline: Encodable {
    var estimate: Double?
    var lower: Double
    var upper: Double?
    var doubt: String?

    private enum Key: String, CodingKey { case estimate, lower, upper, doubt }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(estimate, forKey: .estimate)
      try container.encode(lower, forKey: .lower)
      try container.encode(upper, forKey: .upper)
      try container.encode(doubt, forKey: .doubt)
    }
  }

  struct Pooled: Encodable {
    var estimate: Double
    var intervals: [EstimateAnswer.Interval]
    var strata: [Stratum]
    var meanLogOdds, spread: Double
  }

  var method, column, assumption: String
  var observed: Int
  var estimate: Double?
  var intervals: [EstimateAnswer.Interval]
  var strata: [Stratum]
  var pooled: Pooled?
  var replicates: Int
  var seed: UInt64
  var seconds: Double

  init(_ value: StratifiedEstimate, seconds: Double, language: Language) {
    (method, column, assumption) = (value.method.rawValue, value.column, value.method.assumption[language])
    (observed, estimate, replicates) = (value.observed, value.estimate, value.replicates)
    intervals = value.intervals.map(EstimateAnswer.Interval.init)
    let names = ListNames(value.lists)
    strata = value.strata.map { stratum in
      let (headline, doubts) = (stratum.headline, stratum.headline.doubts.map { $0.text(naming: names)[language] })
      return Stratum(
        stratum: stratum.name, observed: stratum.observed, estimate: stratum.estimate,
        intervals: stratum.intervals.map(EstimateAnswer.Interval.init), model: stratum.model,
        modelInWords: names.model(stratum.model)[language],
        warnings: stratum.warnings.map { $0.text(naming: names)[language] },
        headline: Headline(
          estimate: headline.estimate, lower: headline.lower, upper: headline.upper,
          doubt: doubts.isEmpty ? nil : doubts.joined(separator: " ")))
    }
    pooled = value.pooled.map { pooled in
      Pooled(
        estimate: pooled.estimate, intervals: pooled.intervals.map(EstimateAnswer.Interval.init),
        strata: pooled.strata.map { stratum in
          Stratum(
            stratum: stratum.name, observed: stratum.observed, estimate: stratum.estimate,
            intervals: stratum.intervals.map(EstimateAnswer.Interval.init), borrowed: stratum.borrowed)
        }, meanLogOdds: pooled.mean, spread: pooled.spread)
    }
    (seed, self.seconds) = (value.seed, seconds)
  }
}
