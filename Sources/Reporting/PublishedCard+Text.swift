public import Disclosure
public import Model

extension PublishedCard {
  /// The card as plain text, for a terminal: what a reader takes along, then the account.
  public func text(in language: Language) -> String {
    let words = CardWords(language)
    let parts =
      [headlineLines(words), words(Self.account).uppercased(), assumptionLines(words), heading(words)]
      + [listLines(words), pairLines(words), estimateLines(words), words(spreadSentence)]
      + modelLines(words) + sensitivityLines(words) + technicalLines(words)
    return parts.joined(separator: "\n\n")
  }

  private func headlineLines(_ words: CardWords) -> String {
    let doubt = headline.doubt.map { words.say(nl: "Twijfel: ", en: "Doubt: ") + words($0) }
    let help = words(overlapSentence)
    let sentences = [
      words(headlineSentence), averageSentence.map { words($0) }, words(widthSentence),
      help.isEmpty ? nil : words.say(nl: "Wat het meest zou helpen: ", en: "What would help most: ") + help, doubt,
    ]
    return (sentences.compactMap(\.self) + [words(Self.unreachable)]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func assumptionLines(_ words: CardWords) -> String {
    ([words.say(nl: "Waar elk getal hier op rust:", en: "What every number here rests on:")]
      + assumptions.map { "  " + words($0) }).joined(separator: "\n")
  }

  private func heading(_ words: CardWords) -> String {
    words.say(
      nl: "\(words.number(observed)) personen op ten minste een van \(lists.count) lijsten",
      en: "\(words.number(observed)) persons on at least one of \(lists.count) lists")
  }

  private func listLines(_ words: CardWords) -> String {
    textTable(
      heads: [
        words.say(nl: "Lijst", en: "List"), words.say(nl: "personen", en: "persons"),
        words.say(nl: "alleen hier", en: "only here"),
      ],
      rows: lists.map { [words($0.label), words.number($0.persons), words.number($0.onlyHere)] })
  }

  private func pairLines(_ words: CardWords) -> String {
    textTable(
      heads: [words.say(nl: "Op beide lijsten", en: "On both lists"), words.say(nl: "personen", en: "persons")],
      rows: pairs.map { [label(of: $0, words), words.number($0.persons)] })
  }

  private func estimateLines(_ words: CardWords) -> String {
    let heads = [
      words.say(nl: "Methode", en: "Method"), words.say(nl: "geschat totaal", en: "estimated total"), "80%", "95%",
    ]
    let rows = estimates.map { value in
      [
        "\(value.method.code)\(value.doubt == nil ? "" : " *")", words.estimate(value.estimate),
        words.range(value.shownInterval(level: 0.8)), words.range(value.shownInterval(level: 0.95)),
      ]
    }
    let notes = estimates.flatMap { value -> [String] in
      let doubt = value.doubt.map { ["* " + words.say(nl: "telt niet mee: ", en: "does not count: ") + words($0)] }
      let model = words(value.modelInWords) == value.model ? [] : ["Model: " + words(value.modelInWords)]
      let assumption = words.say(nl: "Aanname: ", en: "Assumption: ") + words(value.method.assumption)
      let warnings = ownWarnings(of: value).map { words.say(nl: "Let op: ", en: "Note: ") + words($0) }
      return ["\(value.method.code), \(words(value.method.label))"]
        + (model + [assumption] + (doubt ?? []) + warnings).map { "  " + $0 }
    }
    let absent = missing.map { "\($0.method.code): \(words($0.reason))" }
    let bound = [boundSentence].compactMap { $0.map { words($0) } }
    return ([textTable(heads: heads, rows: rows), ""] + warnings.map { words($0) } + bound + notes + absent).joined(
      separator: "\n")
  }

  private func modelLines(_ words: CardWords) -> [String] {
    guard let models else { return [] }
    let heads = [
      "BIC", words.say(nl: "gewicht", en: "weight"), words.say(nl: "geschat totaal", en: "estimated total"),
    ]
    let best = models.best.prefix(10)
    let numbers = textTable(
      heads: heads,
      rows: best.map { model in
        [words.decimal(model.bic, 2), words.decimal(100 * model.weight, 1) + "%", words.estimate(model.estimate)]
      })
    let names = [words.say(nl: "wat er samenhangt", en: "what hangs together")] + best.map { inWords($0, words) }
    let table = zip(numbers.split(separator: "\n"), names).map { "\($0)  \($1)" }.joined(separator: "\n")
    let curveHeads = [words.say(nl: "Keuze uit", en: "Choice among"), "80%", "95%"]
    let points = curve.map { point in
      [words.number(point.top)] + [0.8, 0.95].map { level in words.range(point.interval(level)) }
    }
    return [table] + (points.isEmpty ? [] : [textTable(heads: curveHeads, rows: points)])
  }

  private func sensitivityLines(_ words: CardWords) -> [String] {
    (sensitivity?.groups ?? []).map { group in
      textTable(
        heads: [words(group.title), words.say(nl: "geschat totaal", en: "estimated total")],
        rows: group.changes.map { [words($0.change), words.estimate($0.estimate)] })
    } + consistencyLines(words)
  }

  private func consistencyLines(_ words: CardWords) -> [String] {
    guard let rows = sensitivity?.consistency, !rows.isEmpty else { return [] }
    let heads = [
      words.say(nl: "Elke lijst als waarheid, uit de andere geschat", en: "Each list as truth, from the others"),
      words.say(nl: "bekend", en: "known"), words.say(nl: "geschat totaal", en: "estimated total"),
    ]
    return [
      textTable(
        heads: heads,
        rows: rows.map { [words(label(of: $0.list)), words.number($0.known), words.estimate($0.estimate)] })
    ]
  }

  /// What nobody has to read, last.
  private func technicalLines(_ words: CardWords) -> [String] {
    let remarks = estimates.flatMap { value in value.remarks.map { "\(value.method.code): \(words($0))" } }
    let lines = [drawingSentence].compactMap { $0.map { words($0) } } + remarks
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }
}
