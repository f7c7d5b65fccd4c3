import Estimation
import Model

/// What one method says, for people and programs. Limits that are infinite are null in JSON.
struct EstimateAnswer: Encodable {
  struct Interval: Encodable {
    var kind: String
    var level: Double
    var lower: Double?
    var upper: Double?

    init(_ interval: EstimateInterval) {
      (kind, level) = (interval.kind.rawValue, interval.level)
      lower = interval.lower.isFinite ? interval.lower : nil
      upper = interval.upper.isFinite ? interval.upper : nil
    }
  }

  var method, model, modelInWords, existence, assumption: String
  var observed: Int
  var estimate: Double?
  var standardError: Double?
  var intervals: [Interval]
  var parameters: Int?
  var loglikelihood, deviance, aic, bic: Double?
  var identifiable: Bool
  /// What speaks against the number; nil when nothing does.
  var doubt: String?
  var warnings: [String]
  var seed: UInt64?
  var replicates: Int?
  /// Nil on a card, which is the same every time.
  var seconds: Double?

  /// - Parameter lists: As they are called in the table, in its order.
  init(_ value: PopulationEstimate, lists: [String], seconds: Double?, language: Language) {
    let names = ListNames(lists)
    modelInWords = names.model(value.model)[language]
    (method, model, observed) = (value.method.rawValue, value.model, value.observed)
    existence = value.existence.rawValue
    assumption = value.method.assumption[language]
    (estimate, standardError, parameters) = (value.estimate, value.standardError, value.parameters)
    (loglikelihood, deviance, aic, bic) = (value.logLikelihood, value.deviance, value.aic, value.bic)
    intervals = value.intervals.map(Interval.init)
    identifiable = value.identifiable
    doubt = value.doubt?.text[language]
    warnings = value.warnings.map { $0.text(naming: names)[language] }
    (seed, replicates, self.seconds) = (value.seed, value.replicates, seconds)
  }

  func text(in language: Language) -> String {
    let say = { (nl: String, en: String) in LocalizedText(nl: nl, en: en)[language] }
    let number = { (value: Double) in Quantity(Int(value.rounded())).formatted(in: language) }
    var lines = ["\(method), \(modelInWords)"]
    if let estimate, estimate.magnitude < 1e15 {
      lines.append(
        "  " + say("waargenomen", "observed") + " \(Quantity(observed).formatted(in: language)), "
          + say("geschat totaal", "estimated total") + " \(number(estimate))")
    } else {
      lines.append(
        "  " + say("waargenomen", "observed") + " \(Quantity(observed).formatted(in: language)), "
          + say("geen schatting", "no estimate"))
      if existence != Existence.exists.rawValue || !identifiable {
        lines.append(
          "  "
            + say(
              identifiable
                ? "Bij deze telling heeft het model geen eindig maximum."
                : "De telling legt dit model niet eenduidig vast.",
              identifiable
                ? "On this table the model has no finite maximum." : "The table does not determine this model uniquely."
            ))
      }
    }
    for interval in intervals {
      let upper = interval.upper.flatMap { $0 < 1e15 ? number($0) : nil } ?? say("onbegrensd", "unbounded")
      lines.append(
        "  \(Int((100 * interval.level).rounded()))% (\(interval.kind)): \(number(interval.lower ?? 0)) - \(upper)")
    }
    lines.append("  " + say("Aanname: ", "Assumption: ") + assumption)
    if let doubt { lines.append("  " + say("Telt niet mee: ", "Does not count: ") + doubt + ".") }
    for warning in warnings { lines.append("  " + say("Let op: ", "Note: ") + warning) }
    return lines.joined(separator: "\n")
  }
}
