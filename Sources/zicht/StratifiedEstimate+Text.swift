import Disclosure
import Estimation
import Model
import Reporting

extension StratifiedEstimate {
  /// The groups and their total as plain text, for a terminal.
  func text(in language: Language) -> String {
    let words = CardWords(language)
    let names = ListNames(lists)
    let rows = strata.map { stratum in
      [stratum.name, words.number(stratum.observed), words.estimate(stratum.estimate)]
        + limits(stratum.intervals, words)
    }
    let total =
      [words.say(nl: "Totaal", en: "Total"), words.number(observed), words.estimate(estimate)]
      + limits(intervals, words)
    let heads = heads(words)
    let separate = words.say(
      nl: "Elke groep apart geschat met één methode (\(method.rawValue)); samen zijn zij het totaal.",
      en: "Each group estimated by itself by one method (\(method.rawValue)); together they are the total.")
    let notes = strata.flatMap { stratum in
      (stratum.model.isEmpty ? [] : ["\(stratum.name), model: \(words(names.model(stratum.model)))"])
        + stratum.warnings.map { "\(stratum.name): \(words($0.text(naming: names)))" }
    }
    let assumption = words.say(nl: "Aanname: ", en: "Assumption: ") + words(method.assumption)
    let whole =
      [headlineText(words, names), separate + "\n" + textTable(heads: heads, rows: rows + [total])]
      + [pooledText(words)].compactMap { $0 }
    return (whole + [([assumption] + notes).joined(separator: "\n")]).joined(separator: "\n\n")
  }

  /// What is said first: of each group about how many there are, and that groups may share people.
  private func headlineText(_ words: CardWords, _ names: ListNames) -> String {
    let heads = [
      column, words.say(nl: "gezien", en: "seen"), words.say(nl: "ongeveer", en: "about"),
      words.say(nl: "met 95% zekerheid", en: "with 95% confidence"),
    ]
    let rows = strata.map { stratum in
      let value = stratum.headline
      let low = value.lower.twoFigures(.down)
      let limits =
        value.upper.map { words.range((Double(low), Double($0.twoFigures(.up)))) }
        ?? words.say(nl: "ten minste \(words.number(low))", en: "at least \(words.number(low))")
      let about =
        value.estimate.map { words.number($0.twoFigures(.toNearestOrAwayFromZero)) }
        ?? words.say(nl: "niet te zeggen", en: "cannot tell")
      return [stratum.name, words.number(stratum.observed), about, limits]
    }
    let doubts = strata.flatMap { stratum in
      stratum.headline.doubts.map { "\(stratum.name): \(words($0.text(naming: names)))" }
    }
    let shared = words.say(
      nl:
        "Wie in meer groepen voorkomt, zoals in meer jaren, telt in elk daarvan: de groepen tellen dan niet op tot het "
        + "aantal mensen.",
      en:
        "Who is in several groups, such as in several years, counts in each of them: the groups then do not add up to "
        + "the number of people.")
    return ([textTable(heads: heads, rows: rows)] + doubts + [shared]).joined(separator: "\n")
  }

  private func heads(_ words: CardWords) -> [String] {
    [column, words.say(nl: "gezien", en: "seen"), words.say(nl: "geschat totaal", en: "estimated total"), "80%", "95%"]
  }

  /// At 80% and 95%.
  private func limits(_ intervals: [EstimateInterval], _ words: CardWords) -> [String] {
    [0.8, 0.95].map { level in words.range(intervals.first { abs($0.level - level) < 1e-12 }) }
  }

  private func pooledText(_ words: CardWords) -> String? {
    guard let pooled else { return nil }
    let rows = pooled.strata.map { stratum in
      [stratum.name, words.number(stratum.observed), words.estimate(stratum.estimate)]
        + limits(stratum.intervals, words) + [words.decimal(100 * stratum.borrowed, 0) + "%"]
    }
    let total =
      [words.say(nl: "Totaal", en: "Total"), words.number(observed), words.estimate(pooled.estimate)]
      + limits(pooled.intervals, words) + [""]
    let explanation = words.say(
      nl: "De groepen lenen van elkaar: de kans om door niemand gezien te worden is naar het gemiddelde van de groepen "
        + "getrokken. Aanname: van geen groep is vooraf bekend dat zij beter of slechter gezien wordt.",
      en:
        "The groups borrow from each other: the odds of being seen by nobody are drawn towards the mean of the groups. "
        + "Assumption: of no group is it known beforehand that it is seen better or worse.")
    return explanation + "\n"
      + textTable(heads: heads(words) + [words.say(nl: "geleend", en: "borrowed")], rows: rows + [total])
  }
}
