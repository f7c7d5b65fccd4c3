import Disclosure
import Model

extension Pages {
  /// How the numbers of a figure over counts came about: whose table, what was counted, and who is a victim there.
  func countSteps(_ delivered: Figure.Delivered, root: String, _ language: Language) -> [FigurePage.Step] {
    let method = root + EditionPath.method(language)
    func step(_ text: LocalizedText, _ anchor: String, _ link: String) -> FigurePage.Step {
      FigurePage.Step(text: text[language], path: method + "#" + anchor, link: link)
    }
    let tables = countTables(delivered.tables)
    var steps: [FigurePage.Step] = []
    for (source, table) in tables {
      steps.append(step(origin(of: table, by: source), "deliveries", phrases.deliveries[language]))
    }
    for source in tables.map(\.source).uniqued() where !source.definition[language].isEmpty {
      let definition = LocalizedText(
        nl: "Wie is volgens \(source.label.nl) slachtoffer? \(source.definition.nl)",
        en: "Who is a victim according to \(source.label.en)? \(source.definition.en)")
      let section = deliversOnlyCounts ? phrases.reporters : phrases.lanes
      steps.append(step(definition, "lanes", section[language]))
    }
    return steps + [step(publication.policy.label, "colophon", phrases.policy[language])]
  }

  /// What each table of a figure counts, as the partner was told.
  func countTerms(_ figure: Figure, _ language: Language) -> [Term] {
    countTables(figure.countTables).filter { !$0.table.explanation[language].isEmpty }.map { source, table in
      Term(
        name: "\(table.label[language]) (\(source.label[language]))", value: table.explanation[language])
    }
  }

  private func countTables(_ references: [Figure.TableReference]) -> [(source: Source, table: CountTable)] {
    references.compactMap { reference in
      guard let source = monitor.source(named: reference.source), let table = source.table(named: reference.table)
      else { return nil }
      return (source, table)
    }
  }

  /// `De aantallen komen uit de tabel … van …, in 2 leveringen.`
  private func origin(of table: CountTable, by source: Source) -> LocalizedText {
    let deliveries = account.deliveries.filter { $0.source == source.name }
    let unit = monitor.units.first { $0.name == table.unit }?.label ?? LocalizedText(table.unit)
    guard let first = deliveries.first else {
      return LocalizedText(
        nl: "De tabel ‘\(table.label.nl)’ (\(unit.nl)) van \(source.label.nl) is niet geleverd.",
        en: "The table ‘\(table.label.en)’ (\(unit.en)) of \(source.label.en) was not delivered.")
    }
    let files = deliveries.count == 1 ? first.fileName : deliveries.map(\.period).joined(separator: ", ")
    return LocalizedText(
      nl: "De getallen komen uit de tabel ‘\(table.label.nl)’ (\(unit.nl)) van \(source.label.nl), "
        + (deliveries.count == 1 ? "geleverd in \(files)." : "geleverd over \(files)."),
      en: "The numbers come from the table ‘\(table.label.en)’ (\(unit.en)) of \(source.label.en), "
        + (deliveries.count == 1 ? "delivered in \(files)." : "delivered for \(files)."))
  }
}

extension [Source] {
  /// Each source once, in order.
  fileprivate func uniqued() -> [Source] {
    var names: [String] = []
    return filter { source in
      defer { names.append(source.name) }
      return !names.contains(source.name)
    }
  }
}
