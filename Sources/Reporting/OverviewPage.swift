import Charts
import Disclosure
import Model
import Narrative

/// The first page: what a reader came for, what the texts say, the figures with a picture, and a list of all tables.
struct OverviewPage {
  struct Card {
    let label, title, path: String
    let finding: String?
    let thumbnail: String?
  }
  struct TextCard {
    let title, lead, path: String
  }

  let t: [String: String]
  let title, introduction: String
  let keyNumbers: [KeyNumberCard]
  let hasKeyNumbers: Bool
  let texts: [TextCard]
  let hasTexts: Bool
  let cards: [Card]
  let hasCards: Bool
  let tables: String?
  let facts: [Term]
}

extension Pages {
  func overviewPage(in language: Language) -> OverviewPage {
    let root = EditionPath.root(from: EditionPath.overview(language))
    let written = texts.filter { $0.language == language }.map { text in
      OverviewPage.TextCard(
        title: text.plainTitle, lead: text.lead, path: root + EditionPath.text(text.name, language))
    }
    let cards = publication.figures.compactMap { overviewCard($0, root: root, language) }
    let numbers = keyNumbers(root: root, language)
    return OverviewPage(
      t: phrases.named(in: language), title: monitor.title[language], introduction: monitor.introduction[language],
      keyNumbers: numbers, hasKeyNumbers: !numbers.isEmpty, texts: written, hasTexts: !written.isEmpty, cards: cards,
      hasCards: !cards.isEmpty, tables: tableList(root: root, language)?.rendered, facts: overviewFacts(language))
  }

  /// A figure with a picture, or an estimate with its headline; nil for a table, which stands in the list.
  private func overviewCard(_ table: PublishedTable, root: String, _ language: Language) -> OverviewPage.Card? {
    let shape = table.shape
    let chart = Chart(of: table, in: language, colours: colours)
    let headline = publication.estimate(named: shape.figure)?.card.headlineSentence[language]
    guard chart != nil || headline != nil else { return nil }
    return OverviewPage.Card(
      label: labels[shape.figure][language], title: shape.title[language],
      path: root + EditionPath.figure(shape.figure, language), finding: headline ?? chart?.finding,
      thumbnail: Thumbnail(of: table, colours: colours)?.markup.rendered
        ?? publication.estimate(named: shape.figure)?.card.iceberg?.thumbnail.rendered)
  }

  /// Every figure and table in a line, with what it counts, over which period, and where anything was not delivered,
  /// how much of it.
  private func tableList(root: String, _ language: Language) -> Markup? {
    let tables = publication.figures
    guard !tables.isEmpty else { return nil }
    let isLacking = tables.contains { !lacking(in: $0, language).isEmpty }
    let headers =
      [phrases.figureOrTable, phrases.subject, phrases.counted, phrases.period].map { $0[language] }
      + (isLacking ? [phrases.lacking[language]] : [])
    let rows = tables.map { table -> [TableEntry] in
      let shape = table.shape
      return [
        .text(labels[shape.figure][language]),
        .link(shape.title[language], to: root + EditionPath.figure(shape.figure, language)),
        .text(shape.unit.label[language]), .text(period(of: shape, language)),
      ] + (isLacking ? [.text(lacking(in: table, language))] : [])
    }
    return listTable(
      caption: phrases.allFigures[language], headers: headers, figures: [], rows: rows, language)
  }

  /// `2015–2019`, or the one year; empty where columns are no years.
  private func period(of shape: TableShape, _ language: Language) -> String {
    let years = shape.columns.indices.filter(shape.isYear).map { shape.columns[$0].key }.sorted()
    guard let first = years.first, let last = years.last else {
      return shape.columns.count == 1 ? shape.columns[0].label[language] : ""
    }
    return first == last ? first : "\(first)–\(last)"
  }

  /// `3 van de 9`; empty where all was delivered.
  private func lacking(in table: PublishedTable, _ language: Language) -> String {
    let cells = table.cells.joined()
    let count = cells.count { $0.value == .notDelivered }
    guard count > 0 else { return "" }
    return LocalizedText(
      nl: "\(number(count, .nl)) van de \(number(cells.count, .nl))",
      en: "\(number(count, .en)) of \(number(cells.count, .en))")[
        language]
  }

  private func overviewFacts(_ language: Language) -> [Term] {
    func term(_ name: LocalizedText, _ value: String) -> Term { Term(name: name[language], value: value) }
    var terms = [
      term(phrases.years, "\(monitor.years.lowerBound)–\(monitor.years.upperBound)"),
      term(phrases.referenceDate, date(monitor.referenceDate, language)),
    ]
    if !account.deliveries.isEmpty {
      let rows = account.rows.taken
      terms.append(term(phrases.deliveries, number(account.deliveries.count, language)))
      terms.append(term(deliversOnlyCounts ? phrases.numbersTaken : phrases.rowsTaken, number(rows, language)))
    }
    if !account.cases.isNought { terms.append(term(phrases.cases, number(account.cases, language))) }
    terms.append(term(phrases.figures, number(publication.figures.count, language)))
    return terms
  }
}
