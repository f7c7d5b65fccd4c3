import Charts
import Disclosure
import Model
import Narrative

/// The first page: what the edition is, and a card for each figure with its finding and a miniature.
struct OverviewPage {
  struct Card {
    let label, title, path, finding: String
    let thumbnail: String?
  }

  let t: [String: String]
  let title, introduction: String
  let facts: [Term]
  let texts: [TextCard]
  let hasTexts: Bool
  let cards: [Card]

  struct TextCard {
    let title, lead, path: String
  }
}

extension Pages {
  func overviewPage(in language: Language) -> OverviewPage {
    let root = EditionPath.root(from: EditionPath.overview(language))
    let cards = publication.figures.map { table in
      let chart = Chart(of: table, in: language, colours: colours)
      let shape = table.shape
      return OverviewPage.Card(
        label: labels[shape.figure][language], title: shape.title[language],
        path: root + EditionPath.figure(shape.figure, language),
        finding: publication.estimate(named: shape.figure)?.card.headlineSentence[language] ?? chart?.finding
          ?? enumeration(of: table, language),
        thumbnail: Thumbnail(of: table, colours: colours)?.markup.rendered)
    }
    let written = texts.filter { $0.language == language }.map { text in
      OverviewPage.TextCard(
        title: text.plainTitle, lead: text.lead, path: root + EditionPath.text(text.name, language))
    }
    return OverviewPage(
      t: phrases.named(in: language), title: monitor.title[language], introduction: monitor.introduction[language],
      facts: overviewFacts(language), texts: written, hasTexts: !written.isEmpty, cards: cards)
  }

  /// The first numbers of a table without a chart.
  private func enumeration(of table: PublishedTable, _ language: Language) -> String {
    guard table.shape.columns.count == 1 else { return table.shape.notes.first?[language] ?? "" }
    let sharesMeasure = table.shape.rows.allSatisfy { $0.measure == table.shape.rows[0].measure }
    return zip(table.shape.rows, table.cells).prefix(2)
      .map { row, cells in
        let text = CellText(cells[0], in: language)
        let value = cells[0].value.quantity == nil ? text.meaning?[language] ?? text.mark : text.mark
        let unit = row.unit == .perCent && cells[0].value.quantity != nil ? "%" : ""
        let label = row.name == nil || !sharesMeasure ? row.measure[language] : row.label[language]
        return "\(label): \(value)\(unit)".capitalizedFirst
      }
      .joined(separator: "; ") + "."
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
