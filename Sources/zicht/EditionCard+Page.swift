import Estimation
import Model

extension EditionCard {
  /// The card with, before everything else, who and what it is about.
  func page(in language: Language) -> EstimatePage {
    let words = CardWords(language)
    var page = card.page(in: language)
    page.title = words(title)
    page.facts.insert(
      .init(name: words.say(nl: "Jaren", en: "Years"), value: period), at: 0)
    page.sections.insert(about(words), at: 0)
    return page
  }

  private func about(_ words: CardWords) -> EstimatePage.Section {
    let text =
      [plan.population] + [periodNote].compactMap(\.self)
      + [countedOnce, originSentence] + operations + plan.notes + [drawing]
    return EstimatePage.Section(
      id: "about", title: words.say(nl: "Wie er geschat is", en: "Who was estimated"), text: text.map { words($0) },
      tables: [lists(words)].compactMap(\.self))
  }

  /// The table by its name, or the cases of the edition.
  private var originSentence: LocalizedText {
    switch plan.lists {
    case .table(let table):
      return LocalizedText(
        nl: "De lijsten staan in \(table.file) in de map van de monitor.",
        en: "The lists are in \(table.file) in the folder of the monitor.")
    case .cases(let variable, _):
      let label = monitor.codebook.variable(named: variable)?.label ?? LocalizedText(variable)
      let count = (nl: Quantity(listed.leftOut).formatted(in: .nl), en: Quantity(listed.leftOut).formatted(in: .en))
      let left =
        listed.leftOut == 0
        ? LocalizedText("")
        : LocalizedText(
          nl: " \(count.nl) gevallen zonder sleutel of met onbekende lijsten doen niet mee.",
          en: " \(count.en) cases without a key or with unknown lists take no part.")
      return LocalizedText(
        nl: "De lijsten zijn de categorieën van ‘\(label.nl)’ van de personen in deze editie.\(left.nl)",
        en: "The lists are the categories of ‘\(label.en)’ of the persons in this edition.\(left.en)")
    }
  }

  /// Merging and dropping move the estimate, so they are said.
  private var operations: [LocalizedText] {
    let merged = plan.merged.map { merge in
      LocalizedText(
        nl: "Samengenomen tot \(merge.name): \(merge.lists.joined(separator: ", ")).",
        en: "Merged into \(merge.name): \(merge.lists.joined(separator: ", ")).")
    }
    guard !plan.dropped.isEmpty else { return merged }
    let names = plan.dropped.joined(separator: ", ")
    return merged + [
      LocalizedText(
        nl: "Weggelaten: \(names). Wie alleen daar stond, hoort bij de mensen die niemand zag.",
        en: "Left out: \(names). Whoever was there only belongs to the people nobody saw.")
    ]
  }

  private var drawing: LocalizedText {
    LocalizedText(
      nl: "Intervallen uit \(Quantity(plan.replicates).formatted(in: .nl)) herhalingen of meer, startwaarde "
        + "\(settings.seed).",
      en: "Intervals from \(Quantity(plan.replicates).formatted(in: .en)) replicates or more, seed \(settings.seed).")
  }

  private func lists(_ words: CardWords) -> EstimatePage.Table? {
    guard !plan.listLabels.isEmpty else { return nil }
    return EstimatePage.Table(
      caption: words.say(nl: "De lijsten", en: "The lists"),
      headers: [words.say(nl: "Op deze kaart", en: "On this card"), words.say(nl: "Lijst", en: "List")], figures: [],
      rows: card.lists.map { [$0.name, plan.listLabels[$0.name].map { words($0) } ?? "–"] })
  }
}

/// The card of an edition for programs.
struct EditionCardAnswer: Encodable {
  struct Text: Encodable {
    var nl, en: String
    init(_ text: LocalizedText) { (nl, en) = (text.nl, text.en) }
  }

  struct Table: Encodable { var file: String }
  struct Years: Encodable { var from, to: Int }
  struct Merge: Encodable {
    var name: String
    var lists: [String]
  }

  var name, figure: String
  var title, population, countedOnce: Text
  var years: Years
  var table: Table?
  var variable: String?
  var stratum: [String: String]
  var merged: [Merge]
  var dropped: [String]
  var listLabels: [String: Text]
  var casesLeftOut: Int
  var replicates: Int
  var seed: String
  var version: String
  /// With Dutch words, as the open data.
  var card: EstimateCardAnswer

  init(_ edition: EditionCard) {
    let plan = edition.plan
    (name, figure) = (plan.name, edition.figure)
    (title, population) = (Text(edition.title), Text(plan.population))
    countedOnce = Text(edition.countedOnce)
    years = Years(from: plan.years.lowerBound, to: plan.years.upperBound)
    switch plan.lists {
    case .table(let lists): table = Table(file: lists.file)
    case .cases(let name, _): variable = name
    }
    stratum = Dictionary(zip(plan.strata, edition.listed.stratum)) { first, _ in first }
    merged = plan.merged.map { Merge(name: $0.name, lists: $0.lists) }
    dropped = plan.dropped
    listLabels = plan.listLabels.filter { name, _ in edition.card.lists.contains { $0.name == name } }
      .mapValues(Text.init)
    casesLeftOut = edition.listed.leftOut
    replicates = plan.replicates
    seed = String(edition.settings.seed)
    version = programVersion
    card = EstimateCardAnswer(edition.card, language: .nl)
  }
}
