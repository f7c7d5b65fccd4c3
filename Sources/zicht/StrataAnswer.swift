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
    var borrowed: Double?
    var warnings: [String]?
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
    strata = value.strata.map { stratum in
      Stratum(
        stratum: stratum.name, observed: stratum.observed, estimate: stratum.estimate,
        intervals: stratum.intervals.map(EstimateAnswer.Interval.init), model: stratum.model,
        warnings: stratum.warnings.map { $0.text[language] })
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
