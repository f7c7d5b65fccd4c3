import Estimation
import Model

/// What a model with covariates says, for programs.
struct CovariateAnswer: Encodable {
  struct Part: Encodable {
    var covariate, level: String
    var observed, estimate: Double
    var intervals: [EstimateAnswer.Interval]
  }

  struct Stratum: Encodable {
    var levels: [String: String]
    var observed, estimate: Double
    var intervals: [EstimateAnswer.Interval]
  }

  struct DoublyRobust: Encodable {
    var estimate, standardError: Double
    var intervals: [EstimateAnswer.Interval]
  }

  let method = "covariates"
  var observed: Int
  var estimate: Double
  var intervals: [EstimateAnswer.Interval]
  var model: String
  var entered: [String]
  var parameters, iterations, replicates: Int
  var loglikelihood, aic, bic: Double
  let existence = Existence.exists.rawValue
  let identifiable = true
  var breakdown: [Part]
  var strata: [Stratum]
  var doublyRobust: DoublyRobust?
  var warnings: [String]
  var seed: UInt64
  var seconds: Double

  init(_ value: CovariateEstimate, seconds: Double, language: Language) {
    let fit = value.fit
    (observed, estimate, model, entered) = (fit.observed, fit.estimate, fit.model.formula, value.entered)
    intervals = value.intervals.map(EstimateAnswer.Interval.init)
    (parameters, iterations, replicates) = (fit.parameters, fit.iterations, value.replicates)
    (loglikelihood, aic, bic) = (fit.logLikelihood, fit.aic, fit.bic)
    breakdown = zip(fit.breakdown, value.partIntervals).map { part, limits in
      Part(
        covariate: part.covariate, level: part.level, observed: part.observed, estimate: part.estimate,
        intervals: limits.map(EstimateAnswer.Interval.init))
    }
    strata = zip(fit.strata, value.stratumIntervals).map { stratum, limits in
      Stratum(
        levels: Dictionary(zip(value.covariates.map(\.name), stratum.levels)) { first, _ in first },
        observed: stratum.observed, estimate: stratum.estimate, intervals: limits.map(EstimateAnswer.Interval.init))
    }
    doublyRobust = value.doublyRobust.map { robust in
      DoublyRobust(
        estimate: robust.estimate, standardError: robust.standardError,
        intervals: value.levels.map { EstimateAnswer.Interval(robust.interval(level: $0)) })
    }
    warnings = value.warnings.map { $0.text[language] }
    (seed, self.seconds) = (value.seed, seconds)
  }
}
