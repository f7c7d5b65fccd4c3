import Charts
import Disclosure
import Model

extension Pages {
  /// A line a delivery, with a line of totals a source.
  func deliveries(_ language: Language) -> Markup {
    guard !account.deliveries.isEmpty else { return .element("p", [:], text: phrases.noDeliveries[language]) }
    let headers =
      language == .nl
      ? ["Melder", "Periode", "Versie", "Gelezen", "Opgenomen", "Terzijde", "Lager spoor"]
      : ["Reporter", "Period", "Version", "Read", "Taken in", "Set aside", "Lower lane"]
    var rows: [[TableEntry]] = []
    for delivery in account.deliveries {
      let label = monitor.source(named: delivery.source)?.label[language] ?? delivery.source
      let counts = delivery.rows.inOrder
      rows.append(
        [.text(label), .text(delivery.period), .text(String(delivery.version))]
          + counts.map { .text(number($0, language)) })
    }
    let total = [TableEntry.text(language == .nl ? "Samen" : "Together"), .text(""), .text("")]
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
      caption: language == .nl ? "Melders" : "Reporters",
      headers: language == .nl
        ? ["Melder", "Wie is volgens deze melder slachtoffer", "Wat geteld wordt"]
        : ["Reporter", "Whom this reporter calls a victim", "What is counted"],
      figures: [],
      rows: monitor.sources.map { source in
        let tables = source.tables.map { $0.label[language] }
        return [
          .text(source.label[language]), .text(source.definition[language]), .text(tables.joined(separator: "; ")),
        ]
      }, language)
  }

  private func grounds(_ language: Language) -> Markup {
    listTable(
      caption: language == .nl ? "Wettelijke gronden" : "Legal grounds",
      headers: language == .nl ? ["Grond", "Spoor", "Wanneer", "Artikel"] : ["Ground", "Lane", "When", "Article"],
      figures: [],
      rows: monitor.grounds.map { ground in
        [
          .text(ground.label[language]), .text(ground.lane.label[language]),
          .text(ground.condition?.words(in: monitor, language) ?? (language == .nl ? "altijd" : "always")),
          .text(ground.article),
        ]
      }, language)
  }

  private func sources(_ language: Language) -> Markup {
    listTable(
      caption: language == .nl ? "Melders" : "Reporters",
      headers: language == .nl
        ? ["Melder", "Wie is volgens deze melder slachtoffer", "Spoor", "Gronden"]
        : ["Reporter", "Whom this reporter calls a victim", "Lane", "Grounds"],
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
      caption: language == .nl ? "Wat meldingen samen zeggen" : "What notifications say together",
      headers: language == .nl ? ["Kenmerk", "Genomen wordt"] : ["Characteristic", "Taken is"], figures: [],
      rows: plan.combinations.map { combination in
        [
          .text(monitor.label(ofVariable: combination.variable)[language].capitalizedFirst),
          .text(combination.method.label[language]),
        ]
      }, language)
    return .group([
      .element("p", [:], text: plan.reason[language]), source(plan.source, language), combinations, conflicts(language),
    ])
  }

  private func conflicts(_ language: Language) -> Markup {
    guard !account.conflicts.isEmpty else { return .element("p", [:], text: phrases.noConflicts[language]) }
    return listTable(
      caption: language == .nl ? "Meldingen die elkaar tegenspraken" : "Notifications that contradicted each other",
      headers: language == .nl ? ["Kenmerk", "Personen"] : ["Characteristic", "Persons"], figures: [1],
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
