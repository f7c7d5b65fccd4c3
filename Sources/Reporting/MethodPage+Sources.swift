import Charts
import Disclosure
import Model

extension Pages {
  /// A line a source and a column a year, with the reasons that the folder gives below.
  func expected(_ language: Language) -> Markup {
    let grid = account.grid
    let rows = monitor.sources.map { source in
      [TableEntry.text(source.label[language])]
        + grid.years.map { .text(grid[source.name, $0]?.state.label[language] ?? "") }
    }
    let table = listTable(
      caption: phrases.expected[language],
      headers: [LocalizedText(nl: "Melder", en: "Reporter")[language]] + grid.years.map { String($0) }, figures: [],
      rows: rows, language)
    let reasons = grid.entries.filter { $0.reason != nil }.grouped().map { gap in
      Markup.element("li", [:], text: gap.sentence(in: monitor)[language])
    }
    return reasons.isEmpty ? table : .group([table, .element("ul", ["class": "notes"], reasons)])
  }

  /// A line a delivery, with a line of totals a source.
  func deliveries(_ language: Language) -> Markup {
    guard !account.deliveries.isEmpty else { return .element("p", [:], text: phrases.noDeliveries[language]) }
    let headers =
      [
        LocalizedText(nl: "Melder", en: "Reporter"), LocalizedText(nl: "Periode", en: "Period"),
        LocalizedText(nl: "Versie", en: "Version"), LocalizedText(nl: "Gelezen", en: "Read"),
        LocalizedText(nl: "Opgenomen", en: "Taken in"), LocalizedText(nl: "Terzijde", en: "Set aside"),
        LocalizedText(nl: "Met minder gegevens", en: "With fewer details"),
      ].map { $0[language] }
    var rows: [[TableEntry]] = []
    for delivery in account.deliveries {
      let label = monitor.source(named: delivery.source)?.label[language] ?? delivery.source
      let counts = delivery.rows.inOrder
      rows.append(
        [.text(label), .text(delivery.period), .text(String(delivery.version))]
          + counts.map { .text(number($0, language)) })
    }
    let total = [TableEntry.text(LocalizedText(nl: "Samen", en: "Together")[language]), .text(""), .text("")]
    return listTable(
      caption: phrases.deliveries[language], headers: headers, figures: [2, 3, 4, 5, 6],
      rows: rows, total: total + account.rows.inOrder.map { .text(number($0, language)) }, language)
  }

  /// The grounds in law, then each source with its definition, lane and grounds.
  ///
  /// Counts need neither: nobody can be recognised by a lane or a ground where no persons are delivered.
  func lanes(_ language: Language) -> Markup {
    deliversOnlyCounts ? countingSources(language) : .group([grounds(language), sources(language)])
  }

  private func countingSources(_ language: Language) -> Markup {
    listTable(
      caption: LocalizedText(nl: "Melders", en: "Reporters")[language],
      headers: [
        LocalizedText(nl: "Melder", en: "Reporter"),
        LocalizedText(nl: "Wie is volgens deze melder slachtoffer", en: "Whom this reporter calls a victim"),
        LocalizedText(nl: "Wat geteld wordt", en: "What is counted"),
      ].map { $0[language] },
      figures: [],
      rows: monitor.sources.map { source in
        let tables = source.tables.map { $0.label[language] }
        return [
          .text(source.label[language]), .text(source.definition[language]), .text(tables.joined(separator: "; ")),
        ]
      }, language)
  }

  private func grounds(_ language: Language) -> Markup {
    let haveTerms = monitor.grounds.contains { $0.retention != nil }
    let headers = [
      LocalizedText(nl: "Grond", en: "Ground"), LocalizedText(nl: "Hoe gemeld", en: "How reported"),
      LocalizedText(nl: "Wanneer", en: "When"), LocalizedText(nl: "Artikel", en: "Article"),
    ]
    let term = LocalizedText(nl: "Bewaartermijn", en: "Kept for")
    return listTable(
      caption: LocalizedText(nl: "Wettelijke gronden", en: "Legal grounds")[language],
      headers: (haveTerms ? headers + [term] : headers).map { $0[language] },
      figures: [],
      rows: monitor.grounds.map { ground in
        let always = LocalizedText(nl: "altijd", en: "always")[language]
        let row: [TableEntry] = [
          .text(ground.label[language]), .text(ground.lane.label[language]),
          .text(ground.condition?.words(in: monitor, language) ?? always), .text(ground.article),
        ]
        return haveTerms ? row + [.text(ground.term[language])] : row
      }, language)
  }

  private func sources(_ language: Language) -> Markup {
    listTable(
      caption: LocalizedText(nl: "Melders", en: "Reporters")[language],
      headers: [
        LocalizedText(nl: "Melder", en: "Reporter"),
        LocalizedText(nl: "Wie is volgens deze melder slachtoffer", en: "Whom this reporter calls a victim"),
        LocalizedText(nl: "Hoe gemeld", en: "How reported"), LocalizedText(nl: "Gronden", en: "Grounds"),
      ].map { $0[language] },
      figures: [],
      rows: monitor.sources.map { source in
        let names = source.grounds.map { name in
          monitor.grounds.first { $0.name == name }?.label[language] ?? name
        }
        let lane = source.deliversCounts ? Lane.countOnly.label : source.lane.label
        return [
          .text(source.label[language]), .text(source.definition[language]), .text(lane[language]),
          .text(names.joined(separator: "; ")),
        ]
      }, language)
  }

  /// How notifications become cases, and where they contradicted each other.
  func linking(_ language: Language) -> Markup {
    let plan = monitor.link
    let combinations = listTable(
      caption: LocalizedText(nl: "Wat meldingen samen zeggen", en: "What notifications say together")[language],
      headers: [LocalizedText(nl: "Kenmerk", en: "Characteristic"), LocalizedText(nl: "Genomen wordt", en: "Taken is")]
        .map { $0[language] }, figures: [],
      rows: plan.combinations.map { combination in
        [
          .text(monitor.label(ofVariable: combination.variable)[language].capitalizedFirst),
          .text(combination.method.label[language]),
        ]
      }, language)
    return .group(
      [.element("p", [:], text: plan.reason[language]), source(plan.source, language)]
        + (account.persons.map { persons($0, language) } ?? []) + [combinations, conflicts(language)])
  }

  /// How sure it is who is who, where that was worked out and not given.
  private func persons(_ persons: PublishedAccount.Persons, _ language: Language) -> [Markup] {
    let shown = { (value: CellValue) in number(value, language) }
    let text = LocalizedText(
      nl:
        "Wie wie is, hebben melders niet gezegd; dat is afgeleid uit \(evidence(.nl)). Zo zijn in alle jaren "
        + "samen \(shown(persons.recognised)) personen herkend. "
        + (persons.isWithinInterval
          ? "Dat is niet zeker: naar verwachting zijn het er "
            + "\(shown(persons.expected)), met een 95%-interval van \(shown(persons.lower)) tot \(shown(persons.upper))."
          : "Dat is niet zeker: het ligt buiten wat te verwachten is."),
      en:
        "Reporters did not say who is who; that was worked out from \(evidence(.en)). In all years together "
        + "\(shown(persons.recognised)) persons were recognised. "
        + (persons.isWithinInterval
          ? "That is not certain: \(shown(persons.expected)) are expected, "
            + "with a 95% interval from \(shown(persons.lower)) to \(shown(persons.upper))."
          : "That is not certain: it lies outside what is to be expected."))
    let errors = LocalizedText(
      nl:
        "Van de \(shown(persons.links)) paren van meldingen die voor één persoon zijn gehouden, gaan er naar "
        + "verwachting "
        + "\(shown(persons.falseLinks)) over twee personen. Ten minste \(shown(persons.missedLinks)) paren over één "
        + "persoon zijn "
        + "naar verwachting niet gevonden.",
      en:
        "Of the \(shown(persons.links)) pairs of notifications that were taken for one person, "
        + "\(shown(persons.falseLinks)) are "
        + "expected to be of two. At least \(shown(persons.missedLinks)) pairs of one person are expected to be missed."
    )
    let lacking = LocalizedText(
      nl:
        "Van \(shown(persons.withoutEvidence)) van de \(shown(persons.records)) meldingen over iemand is niets "
        + "bekend waaraan te "
        + "herkennen is wie het is; elk van die meldingen telt als een persoon.",
      en:
        "Of \(shown(persons.withoutEvidence)) of the \(shown(persons.records)) notifications about somebody nothing "
        + "is known that "
        + "could tell who it is; each of those counts as a person.")
    let few = LocalizedText(
      nl:
        "Van enkele van de \(shown(persons.records)) meldingen over iemand is niets bekend waaraan te herkennen is "
        + "wie het is; "
        + "elk van die meldingen telt als een persoon.",
      en:
        "Of a few of the \(shown(persons.records)) notifications about somebody nothing is known that could tell "
        + "who it is; "
        + "each of those counts as a person.")
    let rest = persons.withoutEvidence.isNought ? [] : [persons.withoutEvidence.absence == nil ? lacking : few]
    var sentences = [text]
    if let standing = standing(of: persons) { sentences.append(standing) }
    sentences += [errors] + rest + (persons.reviews.map { [$0.sentence] } ?? [])
    sentences += persons.encoded.map { encodings($0, language) } ?? []
    let paragraphs = sentences.map { Markup.element("p", [:], text: $0[language]) }
    return [howItCame(language)] + paragraphs + recall(persons, language)
  }

  private func conflicts(_ language: Language) -> Markup {
    guard !account.conflicts.isEmpty else { return .element("p", [:], text: phrases.noConflicts[language]) }
    return listTable(
      caption: LocalizedText(nl: "Meldingen die elkaar tegenspraken", en: "Notifications that contradicted each other")[
        language],
      headers: [LocalizedText(nl: "Kenmerk", en: "Characteristic"), LocalizedText(nl: "Personen", en: "Persons")].map {
        $0[language]
      }, figures: [1],
      rows: account.conflicts.map {
        [.text(monitor.label(ofVariable: $0.variable)[language].capitalizedFirst), .text(number($0.cases, language))]
      }, language)
  }

  func source(_ text: String, _ language: Language) -> Markup {
    .element("p", ["class": "source"], text: "\(phrases.source[language]): \(text)")
  }
}

extension PublishedAccount.Rows {
  /// In the order of the columns of the table.
  fileprivate var inOrder: [CellValue] { [read, taken, setAside, movedDown] }
}

extension LegalGround {
  /// How long records may lead to persons.
  fileprivate var term: LocalizedText {
    switch retention {
    case nil: LocalizedText(nl: "geen einde", en: "no end")
    case 0: LocalizedText(nl: "tot het einde van het jaar", en: "until the end of the year")
    case 1: LocalizedText(nl: "1 jaar na het jaar van melden", en: "1 year after the reporting year")
    case .some(let years):
      LocalizedText(nl: "\(years) jaar na het jaar van melden", en: "\(years) years after the reporting year")
    }
  }
}
