import Estimation
import Model
import Reporting

extension CovariateEstimate {
  /// Combinations of covariates that a text still shows; programs get all of them.
  private static let shownStrata = 24

  /// The estimate as plain text, for a terminal.
  func text(in language: Language) -> String {
    let words = CardWords(language)
    var parts = [heading(words)]
    if !entered.isEmpty {
      parts.append(
        words.say(nl: "Stapsgewijs toegevoegd: ", en: "Added stepwise: ") + entered.joined(separator: ", ") + ".")
    }
    parts += covariates.map { breakdown($0, words) }
    if covariates.count > 1 { parts.append(combinations(words)) }
    let notes = [assumption(words)] + warnings.map { words.say(nl: "Let op: ", en: "Note: ") + words($0.text) }
    return (parts + [doublyRobustLine(words)].compactMap { $0 } + [notes.joined(separator: "\n")])
      .joined(separator: "\n\n")
  }

  private func heading(_ words: CardWords) -> String {
    let limits = intervals.map { "\(Int((100 * $0.level).rounded()))%: \(words.range($0))" }.joined(separator: "; ")
    return words.say(
      nl: "\(words.number(fit.observed)) personen gezien, geschat totaal \(words.estimate(fit.estimate)) (\(limits))",
      en: "\(words.number(fit.observed)) persons seen, estimated total \(words.estimate(fit.estimate)) (\(limits))")
      + "\n" + words.say(nl: "Model: ", en: "Model: ") + fit.model.formula + ", BIC " + words.decimal(fit.bic, 2) + ", "
      + words.say(nl: "\(fit.parameters) parameters", en: "\(fit.parameters) parameters")
  }

  private func breakdown(_ covariate: CovariateTable.Covariate, _ words: CardWords) -> String {
    let rows = fit.breakdown.indices.filter { fit.breakdown[$0].covariate == covariate.name }.map { index in
      row(
        [fit.breakdown[index].level], fit.breakdown[index].observed, fit.breakdown[index].estimate,
        partIntervals[index], words)
    }
    return textTable(heads: heads([covariate.name], words), rows: rows + [total([], words)])
  }

  private func combinations(_ words: CardWords) -> String {
    guard fit.strata.count <= Self.shownStrata else {
      return words.say(
        nl:
          "De \(words.number(fit.strata.count)) combinaties van kenmerken staan in het antwoord van --json; ook zij tellen "
          + "op tot het totaal.",
        en:
          "The \(words.number(fit.strata.count)) combinations of covariates are in the answer of --json; they too add up "
          + "to the total.")
    }
    let rows = zip(fit.strata, stratumIntervals).map { stratum, limits in
      row([stratum.levels.joined(separator: ", ")], stratum.observed, stratum.estimate, limits, words)
    }
    let name = covariates.map(\.name).joined(separator: ", ")
    return textTable(heads: heads([name], words), rows: rows + [total([], words)])
  }

  private func heads(_ names: [String], _ words: CardWords) -> [String] {
    names + [words.say(nl: "gezien", en: "seen"), words.say(nl: "geschat totaal", en: "estimated total")]
      + levels.map { "\(Int((100 * $0).rounded()))%" }
  }

  private func row(
    _ names: [String], _ observed: Double, _ estimate: Double, _ limits: [EstimateInterval], _ words: CardWords
  ) -> [String] {
    names + [words.estimate(observed), words.estimate(estimate)] + limits.map { words.range($0) }
  }

  private func total(_ names: [String], _ words: CardWords) -> [String] {
    row(
      [words.say(nl: "Totaal", en: "Total")] + names, Double(fit.observed), fit.estimate, intervals, words)
  }

  private func doublyRobustLine(_ words: CardWords) -> String? {
    guard let doublyRobust else { return nil }
    let limits = levels.map { level in
      "\(Int((100 * level).rounded()))%: \(words.range(doublyRobust.interval(level: level)))"
    }
    return words.say(
      nl: "Dubbel robuust, de lijsten onafhankelijk gegeven de kenmerken: ",
      en: "Doubly robust, the lists independent given the covariates: ")
      + "\(words.estimate(doublyRobust.estimate)) (\(limits.joined(separator: "; ")))"
  }

  private func assumption(_ words: CardWords) -> String {
    words.say(
      nl:
        "Aanname: het model is het juiste, ook voor de mensen die op geen lijst staan; de intervallen dragen niet dat "
        + "het op deze telling is gekozen.",
      en:
        "Assumption: the model is the right one, for the people on no list too; the intervals do not carry that it was "
        + "chosen on this table.")
      + (fit.iterations > 1
        ? "\n"
          + words.say(
            nl: "Waar een kenmerk ontbreekt, hangt dat alleen af van de lijsten waarop iemand staat (EM, "
              + "\(fit.iterations) stappen).",
            en: "Where a covariate is missing, that depends only on the lists a person is on (EM, \(fit.iterations) "
              + "steps).") : "")
  }
}
