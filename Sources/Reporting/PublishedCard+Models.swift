import Charts
import Disclosure
import Model

extension PublishedCard {
  func modelsSection(_ words: CardWords) -> EstimatePage.Section? {
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
            words.say(nl: "Wat er samenhangt", en: "What hangs together"), "BIC",
            words.say(nl: "Gewicht", en: "Weight"), words.say(nl: "Geschat totaal", en: "Estimated total"),
          ], figures: [1, 2, 3],
          rows: models.best.prefix(10).map { model in
            [
              inWords(model, words), words.decimal(model.bic, 2),
              words.decimal(100 * model.weight, 1) + "%", words.estimate(model.estimate),
            ]
          })
      ])
  }

  func curveSection(_ words: CardWords) -> EstimatePage.Section? {
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

  func sensitivitySection(_ words: CardWords) -> EstimatePage.Section? {
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
          rows: sensitivity.consistency.map {
            [words(label(of: $0.list)), words.number($0.known), words.estimate($0.estimate)]
          }))
    }
    return EstimatePage.Section(
      id: "sensitivity", title: words.say(nl: "Wat de schatting doet bewegen", en: "What moves the estimate"),
      text: [start], tables: tables)
  }
}

extension PublishedCard.CurvePoint {
  /// The interval of a level.
  func interval(_ level: Double) -> PublishedCard.Interval? { intervals.first { abs($0.level - level) < 1e-12 } }
}
