import Charts
import Disclosure
import Model

extension PublishedCard {
  /// The card as a page in one language: about how many, why so wide and what would narrow it; then the account.
  func page(in language: Language) -> EstimatePage {
    let words = CardWords(language)
    let sections =
      [assumptionSection(words), subject.map { $0.section(lists: lists, words) }, methodsSection(words)]
      + [overlapSection(words), modelsSection(words), curveSection(words), sensitivitySection(words)]
      + [technicalSection(words)]
    return EstimatePage(
      title: words(title), lead: words(headlineSentence), answers: answers(words),
      iceberg: iceberg.map { .iceberg($0) },
      yearly: yearlySection(words), account: words(Self.account), facts: facts(words),
      sections: sections.compactMap(\.self))
  }

  /// What a reader asks after the first sentence.
  private func answers(_ words: CardWords) -> [EstimatePage.Fact] {
    let answers: [(nl: String, en: String, text: LocalizedText?)] = [
      ("Hoeveel zijn er gezien?", "How many were seen?", seenSentence),
      ("Waarom zo ruim?", "Why so wide?", widthSentence),
      ("Wat zou het meest helpen?", "What would help most?", overlapSentence),
      ("Wat is er tegen het getal te zeggen?", "What speaks against the number?", headline.doubt),
      ("Wat laat geen lijst zien?", "What does no list show?", Self.unreachable),
    ]
    return answers.compactMap { answer in
      guard let text = answer.text, !words(text).isEmpty else { return nil }
      return EstimatePage.Fact(name: words.say(nl: answer.nl, en: answer.en), value: words(text))
    }
  }

  private func facts(_ words: CardWords) -> [EstimatePage.Fact] {
    let years = subject.map { EstimatePage.Fact(name: words.say(nl: "Jaren", en: "Years"), value: $0.printedPeriod) }
    return [years].compactMap(\.self) + [
      .init(name: words.say(nl: "Personen gezien", en: "Persons seen"), value: words.number(observed)),
      .init(name: words.say(nl: "Lijsten", en: "Lists"), value: words.number(lists.count)),
      .init(name: words.say(nl: "Op meer dan een lijst", en: "On more than one list"), value: words.number(onSeveral)),
      .init(
        name: words.say(nl: "95%-interval, onafgerond", en: "95% interval, not rounded"),
        value: words.range((headline.lower, headline.upper ?? .infinity))),
    ]
  }

  /// Persons seen, for pictures; nil when the policy withholds it, and then there is no picture that shows it.
  var seen: Int? { observed.persons }

  /// Hidden persons to two figures, as in the sentence above it.
  var iceberg: Iceberg? {
    guard let seen, let upper = headline.upper, headline.estimate != nil else { return nil }
    let whole = { (limit: Double) in
      Double(seen + max(0, limit - Double(seen)).twoFigures(.toNearestOrAwayFromZero))
    }
    return Iceberg(observed: seen, smallest: whole(headline.lower), largest: whole(upper))
  }

  private func assumptionSection(_ words: CardWords) -> EstimatePage.Section {
    EstimatePage.Section(
      id: "assumptions", title: words.say(nl: "Waar elk getal hier op rust", en: "What every number here rests on"),
      text: [
        words.say(
          nl:
            "Het getal bovenaan weegt alle modellen waarin paren van lijsten mogen samenhangen: een keer met mensen die "
            + "even makkelijk te vinden zijn, en een keer met mensen die daarin verschillen. Het interval van 95% is "
            + "wat beide samen beslaan.",
          en:
            "The number at the top weighs all models in which pairs of lists may hang together: once with people who are "
            + "equally easy to find, and once with people who differ in that. The 95% interval is what both cover "
            + "together.")
      ], list: assumptions.map { words($0) })
  }

  private func overlapSection(_ words: CardWords) -> EstimatePage.Section {
    let persons = words.say(nl: "Personen", en: "Persons")
    return EstimatePage.Section(
      id: "overlaps", title: words.say(nl: "De overlap van de lijsten", en: "The overlap of the lists"),
      picture: .overlaps(overlapPlot(words)),
      tables: [
        .init(
          caption: words.say(nl: "Personen per lijst", en: "Persons by list"),
          headers: [words.say(nl: "Lijst", en: "List"), persons, words.say(nl: "Alleen hier", en: "Only here")],
          figures: [1, 2],
          rows: lists.map { [words($0.label), words.number($0.persons), words.number($0.onlyHere)] }),
        .init(
          caption: words.say(nl: "Personen op beide lijsten van een paar", en: "Persons on both lists of a pair"),
          headers: [words.say(nl: "Paar", en: "Pair"), persons], figures: [1],
          rows: pairs.map { [label(of: $0, words), words.number($0.persons)] }),
        .init(
          caption: words.say(nl: "Personen op precies deze lijsten", en: "Persons on exactly these lists"),
          headers: [words.say(nl: "Lijsten", en: "Lists"), persons], figures: [1],
          rows: combinations.filter { $0.members.count > 1 }.map { combination in
            [
              combination.members.map { words(lists[$0].label) }.joined(separator: " × "),
              words.number(combination.persons),
            ]
          }),
      ])
  }

  /// Combinations that the policy withholds are left out.
  private func overlapPlot(_ words: CardWords) -> OverlapPlot {
    let shown = combinations.compactMap { combination in
      combination.persons.persons.map { OverlapPlot.Combination(members: combination.members, persons: $0) }
    }
    return OverlapPlot(
      lists: lists.map { .init(name: words($0.label), persons: $0.persons.persons) }, combinations: shown,
      withheld: combinations.count - shown.count)
  }
}

extension CellValue {
  /// A count of persons that may be drawn; nil where the policy shows none.
  fileprivate var persons: Int? { quantity?.scaled }
}
