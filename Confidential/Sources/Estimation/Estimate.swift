public import Model

/// What one method says about how many people there are, seen and unseen.
///
/// An estimate carries its evidence: the model, how well it fits, whether its maximum exists and is unique, what it
/// assumes, and everything a reader should be warned about. `estimate` is nil where there is no finite estimate; a
/// number is never printed in its place.
public struct PopulationEstimate: Equatable, Sendable {
  public var method: EstimationMethod
  /// Persons on at least one list.
  public var observed: Int
  /// Persons in all, on a list or not; unrounded.
  public var estimate: Double?
  /// Standard error of `estimate`, given the model.
  public var standardError: Double?
  public var intervals: [EstimateInterval]
  /// The generators of the model, `[12,13,4]`, or the name of a model that is not log-linear.
  public var model: String
  /// Free parameters, those at minus infinity included.
  public var parameters: Int?
  public var logLikelihood: Double?
  public var deviance: Double?
  public var aic: Double?
  public var bic: Double?
  public var existence: Existence
  public var identifiable: Bool
  public var warnings: [EstimationWarning]
  /// The seed of the drawn replicates, nil when nothing was drawn.
  public var seed: UInt64?
  public var replicates: Int?

  public init(
    method: EstimationMethod, observed: Int, estimate: Double?, standardError: Double? = nil,
    intervals: [EstimateInterval] = [], model: String, parameters: Int? = nil, logLikelihood: Double? = nil,
    deviance: Double? = nil, aic: Double? = nil, bic: Double? = nil, existence: Existence = .exists,
    identifiable: Bool = true, warnings: [EstimationWarning] = [], seed: UInt64? = nil, replicates: Int? = nil
  ) {
    self.method = method
    self.observed = observed
    self.estimate = estimate
    self.standardError = standardError
    self.intervals = intervals
    self.model = model
    self.parameters = parameters
    self.logLikelihood = logLikelihood
    self.deviance = deviance
    self.aic = aic
    self.bic = bic
    self.existence = existence
    self.identifiable = identifiable
    self.warnings = warnings
    self.seed = seed
    self.replicates = replicates
  }

  /// The interval of a kind at a level, if it was made.
  public func interval(_ kind: EstimateInterval.Kind, level: Double) -> EstimateInterval? {
    intervals.first { $0.kind == kind && abs($0.level - level) < 1e-12 }
  }
}

/// A range for the number of persons, at a level of confidence.
public struct EstimateInterval: Equatable, Sendable {
  /// How the limits were made.
  public enum Kind: String, CaseIterable, Sendable {
    /// n + N̂₀ exp(± z sd(log N̂₀)): given the model, as if it had been chosen beforehand.
    case logNormal = "log-normal"
    /// Profile likelihood of the multinomial, given the model (Cormack 1992).
    case profile
    /// Quantiles of the bootstrap replicates.
    case percentile
    /// Bias-corrected and accelerated quantiles of the replicates (Efron 1987).
    case bca
    /// Quantiles of a mixture of the models' log-normal distributions.
    case mixture
    /// Posterior probability.
    case credible
  }

  public var kind: Kind
  /// Between 0 and 1: 0.95.
  public var level: Double
  public var lower: Double
  /// Infinite when the data put no limit on the number.
  public var upper: Double

  public init(kind: Kind, level: Double, lower: Double, upper: Double) {
    self.kind = kind
    self.level = level
    self.lower = lower
    self.upper = upper
  }

  /// The interval with its estimate in it and nothing below the persons who were seen.
  ///
  /// Quantiles of replicates need not do either: replicates see other persons than the table, and where an estimator is
  /// biased the estimate itself is a tail of its own replicates. Nobody who was seen can be missing from a total.
  func holding(_ estimate: Double, notBelow seen: Int) -> EstimateInterval {
    var copy = self
    copy.lower = max(min(lower, estimate), min(Double(seen), estimate))
    copy.upper = max(upper, estimate)
    return copy
  }
}

/// Whether the likelihood of a model has a maximum at finite values (Fienberg & Rinaldo 2012).
public enum Existence: String, Equatable, Sendable {
  case exists
  /// The likelihood keeps rising as some mean goes to zero or the total to infinity, and the limit does not determine the
  /// total.
  case doesNotExist

  public var text: LocalizedText {
    switch self {
    case .exists:
      LocalizedText(
        nl: "De schatting bestaat: de waarschijnlijkheid heeft een maximum bij eindige waarden.",
        en: "The estimate exists: the likelihood has its maximum at finite values.")
    case .doesNotExist:
      LocalizedText(
        nl: "Dit model heeft bij deze telling geen schatting: de waarschijnlijkheid blijft stijgen zonder maximum, "
          + "omdat te veel combinaties van lijsten leeg zijn.",
        en: "This model has no estimate on this table: the likelihood keeps rising without a maximum, because too "
          + "many combinations of lists are empty.")
    }
  }
}
