public import Disclosure
public import Model

extension PublishedCard {
  /// The card as plain text, for a terminal.
  public func text(in language: Language) -> String {
    let words = CardWords(language)
    return [
      headlineLines(words), heading(words), listLines(words), pairLines(words), estimateLines(words),
      spreadLines(words),
    ]
    .joined(separator: "\n\n") + (modelLines(words) + sensitivityLines(words)).map { "\n\n" + $0 }.joined()
  }

  private func headlineLines(_ words: CardWords) -> String {
    let doubt = headline.doubt.map { words.say(nl: "Twijfel: ", en: "Doubt: ") + words($0) }
    let sentences = [words(headlineSentence), yearlySentence.map { words($0) }, words(widthSentence), doubt]
    return (sentences.compactMap(\.self) + [words(Self.unreachable)]).filter { !$0.isEmpty }.joined(separator: "\n")
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
      rows: lists.map { [$0.name, words.number($0.persons), words.number($0.onlyHere)] })
  }

  private func pairLines(_ words: CardWords) -> String {
    textTable(
      heads: [words.say(nl: "Op beide lijsten", en: "On both lists"), words.say(nl: "personen", en: "persons")],
      rows: pairs.map { ["\($0.first) + \($0.second)", words.number($0.persons)] })
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
      let assumption = words.say(nl: "Aanname: ", en: "Assumption: ") + words(value.method.assumption)
      let warnings = ownWarnings(of: value).map { words.say(nl: "Let op: ", en: "Note: ") + words($0) }
      return ["\(value.method.code), \(value.model)"] + ([assumption] + (doubt ?? []) + warnings).map { "  " + $0 }
    }
    let absent = missing.map { "\($0.method.code): \(words($0.reason))" }
    return ([textTable(heads: heads, rows: rows), ""] + warnings.map { words($0) } + notes + absent).joined(
      separator: "\n")
  }

  private func spreadLines(_ words: CardWords) -> String {
    words(finding)
  }

  private func modelLines(_ words: CardWords) -> [String] {
    guard let models else { return [] }
    let heads = [
      words.say(nl: "Model", en: "Model"), "BIC", words.say(nl: "gewicht", en: "weight"),
      words.say(nl: "geschat totaal", en: "estimated total"),
    ]
    let best = models.best.prefix(10).map { model in
      [
        model.notation, words.decimal(model.bic, 2), words.decimal(100 * model.weight, 1) + "%",
        words.estimate(model.estimate),
      ]
    }
    let curveHeads = [words.say(nl: "Keuze uit", en: "Choice among"), "80%", "95%"]
    let points = curve.map { point in
      [words.number(point.top)] + [0.8, 0.95].map { level in words.range(point.interval(level)) }
    }
    return [textTable(heads: heads, rows: best)] + (points.isEmpty ? [] : [textTable(heads: curveHeads, rows: points)])
  }

  private func sensitivityLines(_ words: CardWords) -> [String] {
    (sensitivity?.groups ?? []).map { group in
      textTable(
        heads: [words(group.title), words.say(nl: "geschat totaal", en: "estimated total")],
        rows: group.changes.map { [words($0.change), words.estimate($0.estimate)] })
    } + consistencyLines(words) + [words(overlapSentence)].filter { !$0.isEmpty }
  }

  private func consistencyLines(_ words: CardWords) -> [String] {
    guard let rows = sensitivity?.consistency, !rows.isEmpty else { return [] }
    let heads = [
      words.say(nl: "Elke lijst als waarheid, uit de andere geschat", en: "Each list as truth, from the others"),
      words.say(nl: "bekend", en: "known"), words.say(nl: "geschat totaal", en: "estimated total"),
    ]
    return [textTable(heads: heads, rows: rows.map { [$0.list, words.number($0.known), words.estimate($0.estimate)] })]
  }
}
