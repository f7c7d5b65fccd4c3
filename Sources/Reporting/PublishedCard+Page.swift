import Charts
import Disclosure
import Model

extension PublishedCard {
  /// The card as a page in one language; before everything else who and what it is about.
  func page(in language: Language) -> EstimatePage {
    let words = CardWords(language)
    let sections =
      [icebergSection(words), subject.map { $0.section(lists: lists, words) }, methodsSection(words)]
      + [overlapSection(words), modelsSection(words), curveSection(words), sensitivitySection(words)]
    return EstimatePage(
      title: words(title), lead: words(headlineSentence), facts: facts(words), sections: sections.compactMap(\.self))
  }

  private func facts(_ words: CardWords) -> [EstimatePage.Fact] {
    let years = subject.map { EstimatePage.Fact(name: words.say(nl: "Jaren", en: "Years"), value: $0.period) }
    return [years].compactMap(\.self) + [
      .init(name: words.say(nl: "Personen gezien", en: "Persons seen"), value: words.number(observed)),
      .init(name: words.say(nl: "Lijsten", en: "Lists"), value: words.number(lists.count)),
      .init(name: words.say(nl: "Op meer dan een lijst", en: "On more than one list"), value: words.number(onSeveral)),
      .init(
        name: words.say(nl: "Met 95% zekerheid", en: "With 95% confidence"),
        value: words.range((headline.lower, headline.upper ?? .infinity))),
    ]
  }

  /// Persons seen, for pictures; nil when the policy withholds it, and then there is no picture that shows it.
  private var seen: Int? { observed.persons }

  private func icebergSection(_ words: CardWords) -> EstimatePage.Section? {
    let text = [yearlySentence, widthSentence, headline.doubt, overlapSentence, Self.unreachable]
      .compactMap(\.self).map { words($0) }.filter { !$0.isEmpty }
    let iceberg = seen.flatMap { seen in
      headline.upper.flatMap { Iceberg(observed: seen, smallest: headline.lower, largest: $0) }
    }
    return EstimatePage.Section(
      id: "iceberg", title: words.say(nl: "Gezien en niet gezien", en: "Seen and unseen"), text: text,
      picture: iceberg.map { .iceberg($0) })
  }

  private func methodsSection(_ words: CardWords) -> EstimatePage.Section {
    let headers = [
      words.say(nl: "Methode", en: "Method"), words.say(nl: "Geschat totaal", en: "Estimated total"), "80%", "95%",
      words.say(nl: "Model", en: "Model"), words.say(nl: "Aanname", en: "Assumption"),
    ]
    let rows = estimates.map { value in
      [
        words(value.method.label), words.estimate(value.estimate), words.range(value.shownInterval(level: 0.8)),
        words.range(value.shownInterval(level: 0.95)), breakable(value.model), words(value.method.assumption),
      ]
    }
    let absent = missing.map { "\(words($0.method.label)): \(words($0.reason))" }
    return EstimatePage.Section(
      id: "methods", title: words.say(nl: "Wat elke methode zegt", en: "What each method says"),
      text: [
        words.say(
          nl: "Een schatting telt mee als zij bestaat, eenduidig is, meer is dan een ondergrens en een interval heeft "
            + "dat het verborgen aantal niet meer dan een factor 100 openlaat.",
          en: "An estimate counts when it exists, is unique, is more than a lower bound and has an interval that "
            + "leaves the hidden number open by no more than a factor of 100.")
      ] + [words(finding)] + warnings.map { words($0) } + absent, picture: forest(words),
      tables: [
        .init(
          caption: words.say(nl: "Schattingen met hun aanname", en: "Estimates with their assumption"),
          headers: headers, figures: [1, 2, 3], rows: rows), notesTable(words),
      ])
  }

  private func forest(_ words: CardWords) -> EstimatePage.Picture? {
    seen.map { seen in
      .methods(
        MethodForest(
          observed: seen,
          rows: estimates.map { value in
            MethodForest.Row(
              label: words(value.method.label), estimate: value.estimate,
              inner: value.shownInterval(level: 0.8)?.span, outer: value.shownInterval(level: 0.95)?.span,
              doubt: value.doubt.map { words($0) })
          }))
    }
  }

  /// The notation of a model, which may be broken after each comma.
  private func breakable(_ model: String) -> String {
    model.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",\u{200B}")
  }

  /// Why a method does not count, and what was found while it was computed.
  private func notesTable(_ words: CardWords) -> EstimatePage.Table {
    let rows = estimates.flatMap { value -> [[String]] in
      let doubt = value.doubt.map { [words.say(nl: "Telt niet mee: ", en: "Does not count: ") + words($0) + "."] }
      return ((doubt ?? []) + ownWarnings(of: value).map { words($0) }).map { [words(value.method.label), $0] }
    }
    return EstimatePage.Table(
      caption: words.say(nl: "Wat bij een methode te weten is", en: "What to know of a method"),
      headers: [words.say(nl: "Methode", en: "Method"), words.say(nl: "Let op", en: "Note")], figures: [], rows: rows)
  }

  private func overlapSection(_ words: CardWords) -> EstimatePage.Section {
    let persons = words.say(nl: "Personen", en: "Persons")
    return EstimatePage.Section(
      id: "overlaps", title: words.say(nl: "De overlap van de lijsten", en: "The overlap of the lists"),
      picture: .overlaps(overlapPlot),
      tables: [
        .init(
          caption: words.say(nl: "Personen per lijst", en: "Persons by list"),
          headers: [words.say(nl: "Lijst", en: "List"), persons, words.say(nl: "Alleen hier", en: "Only here")],
          figures: [1, 2], rows: lists.map { [$0.name, words.number($0.persons), words.number($0.onlyHere)] }),
        .init(
          caption: words.say(nl: "Personen op beide lijsten van een paar", en: "Persons on both lists of a pair"),
          headers: [words.say(nl: "Paar", en: "Pair"), persons], figures: [1],
          rows: pairs.map { ["\($0.first) + \($0.second)", words.number($0.persons)] }),
        .init(
          caption: words.say(nl: "Personen op precies deze lijsten", en: "Persons on exactly these lists"),
          headers: [words.say(nl: "Lijsten", en: "Lists"), persons], figures: [1],
          rows: combinations.map { combination in
            [combination.members.map { lists[$0].name }.joined(separator: " + "), words.number(combination.persons)]
          }),
      ])
  }

  /// Combinations that the policy withholds are left out.
  private var overlapPlot: OverlapPlot {
    let shown = combinations.compactMap { combination in
      combination.persons.persons.map { OverlapPlot.Combination(members: combination.members, persons: $0) }
    }
    return OverlapPlot(
      lists: lists.map { .init(name: $0.name, persons: $0.persons.persons) }, combinations: shown,
      withheld: combinations.count - shown.count)
  }

  private func modelsSection(_ words: CardWords) -> EstimatePage.Section? {
    guard let models, let best = models.best.first else { return nil }
    let plot = seen.map { seen in
      ModelPlot(
        observed: seen,
        points: models.best.map { .init(behind: $0.bic - best.bic, estimate: $0.estimate, weight: $0.weight) })
    }
    return EstimatePage.Section(
      id: "models", title: words.say(nl: "Modellen naast elkaar", en: "Models side by side"),
      text: [
        words.say(
          nl: "Van \(words.number(models.all)) modellen hebben er \(words.number(models.valid)) een eenduidige "
            + "schatting. Het gewicht is exp(-BIC/2), gedeeld door de som daarvan.",
          en: "Of \(words.number(models.all)) models \(words.number(models.valid)) have a unique estimate. The weight "
            + "is exp(-BIC/2) over its sum.")
      ], picture: plot.map { .models($0) },
      tables: [
        .init(
          caption: words.say(nl: "De tien beste modellen naar BIC", en: "The ten best models by BIC"),
          headers: [
            words.say(nl: "Model", en: "Model"), "BIC", words.say(nl: "Gewicht", en: "Weight"),
            words.say(nl: "Geschat totaal", en: "Estimated total"),
          ], figures: [1, 2, 3],
          rows: models.best.prefix(10).map { model in
            [
              breakable(model.notation), words.decimal(model.bic, 2), words.decimal(100 * model.weight, 1) + "%",
              words.estimate(model.estimate),
            ]
          })
      ])
  }

  private func curveSection(_ words: CardWords) -> EstimatePage.Section? {
    let points = curve.compactMap { point -> TopModelsPlot.Point? in
      guard let inner = point.interval(0.8)?.span, let outer = point.interval(0.95)?.span else { return nil }
      return TopModelsPlot.Point(top: point.top, inner: inner, outer: outer)
    }
    guard let estimate = curve.first?.estimate, points.count > 1 else { return nil }
    let plot = seen.map { TopModelsPlot(observed: $0, estimate: estimate, points: points) }
    return EstimatePage.Section(
      id: "top-models", title: words.say(nl: "Wat het kiezen van een model kost", en: "What choosing a model costs"),
      text: [
        words.say(
          nl: "Het model is op de telling zelf gekozen. Waar de band niet meer breder wordt, maken nog meer modellen "
            + "niet meer uit.",
          en: "The model was chosen on the table itself. Where the band stops widening, further models no longer "
            + "matter.")
      ], picture: plot.map { .topModels($0) },
      tables: [
        .init(
          caption: words.say(
            nl: "Intervallen naar het aantal modellen", en: "Intervals by the number of models"),
          headers: [words.say(nl: "Modellen", en: "Models"), "80%", "95%"], figures: [0, 1, 2],
          rows: curve.map { point in
            [words.number(point.top), words.range(point.interval(0.8)), words.range(point.interval(0.95))]
          })
      ])
  }

  private func sensitivitySection(_ words: CardWords) -> EstimatePage.Section? {
    guard let sensitivity else { return nil }
    let start = words.say(
      nl:
        "Met alle modellen gewogen schat deze telling \(words.estimate(sensitivity.estimate)) personen. Hieronder staat "
        + "wat dat wordt als iets anders was gekozen of als iets dat niet te toetsen is anders ligt.",
      en:
        "With all models weighed this table estimates \(words.estimate(sensitivity.estimate)) persons. Below is what that "
        + "becomes had something been decided otherwise, or if what cannot be tested lies otherwise.")
    let estimated = words.say(nl: "Geschat totaal", en: "Estimated total")
    var tables = sensitivity.groups.map { group in
      EstimatePage.Table(
        caption: "\(words(group.title)). \(words(group.explanation))",
        headers: [words.say(nl: "Verandering", en: "Change"), estimated], figures: [1],
        rows: group.changes.map { [words($0.change), words.estimate($0.estimate)] })
    }
    if !sensitivity.consistency.isEmpty {
      tables.append(
        .init(
          caption: words.say(
            nl: "Elke lijst als waarheid, geschat uit de andere",
            en: "Each list as the truth, estimated from the others"),
          headers: [words.say(nl: "Lijst", en: "List"), words.say(nl: "Bekend", en: "Known"), estimated],
          figures: [1, 2],
          rows: sensitivity.consistency.map { [$0.list, words.number($0.known), words.estimate($0.estimate)] }))
    }
    return EstimatePage.Section(
      id: "sensitivity", title: words.say(nl: "Wat de schatting doet bewegen", en: "What moves the estimate"),
      text: [start, words(overlapSentence)].filter { !$0.isEmpty }, tables: tables)
  }
}

extension CellValue {
  /// A count of persons that may be drawn; nil where the policy shows none.
  fileprivate var persons: Int? { quantity?.scaled }
}

extension PublishedCard.CurvePoint {
  /// The interval of a level.
  func interval(_ level: Double) -> PublishedCard.Interval? { intervals.first { abs($0.level - level) < 1e-12 } }
}

extension PublishedCard.Estimate {
  /// The interval of a level that stands beside the estimate: the first that was made.
  func shownInterval(level: Double) -> PublishedCard.Interval? { intervals.first { abs($0.level - level) < 1e-12 } }
}

extension PublishedCard.Interval {
  /// Its limits as a range, where there is one.
  fileprivate var span: ClosedRange<Double>? { lower.isFinite && lower <= upper ? lower...upper : nil }
}
