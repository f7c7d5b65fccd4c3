import Charts
import Disclosure
import Model
import Narrative

/// A page of running text, with its notes and the origin of its numbers.
struct TextPage {
  struct Heading {
    let id, title: String
  }
  struct Neighbour {
    let title, path: String
  }

  let t: [String: String]
  let plainTitle, summary, overviewPath, title, body: String
  let headings: [Heading]
  let hasHeadings: Bool
  let notes: String?
  let numbers: String?
  let previous, next: Neighbour?
}

extension Pages {
  func textPage(_ index: Int, among texts: [EvaluatedText]) -> TextPage {
    let text = texts[index]
    let language = text.language
    let root = EditionPath.root(from: EditionPath.text(text.name, language))
    var markup = TextMarkup(pages: self, language: language, root: root)
    let title = Markup.group(markup.pieces(text.title)).rendered
    let body = markup.blocks(text.blocks).rendered
    let notes = text.notes.isEmpty ? nil : markup.notes(text.notes).rendered
    let headings = text.contents.map { TextPage.Heading(id: $0.id, title: $0.title) }
    func neighbour(_ index: Int) -> TextPage.Neighbour? {
      guard texts.indices.contains(index) else { return nil }
      return TextPage.Neighbour(
        title: texts[index].plainTitle, path: root + EditionPath.text(texts[index].name, language))
    }
    return TextPage(
      t: phrases.named(in: language), plainTitle: text.plainTitle, summary: text.lead,
      overviewPath: root + EditionPath.overview(language), title: title, body: body, headings: headings,
      hasHeadings: headings.count > 1, notes: notes,
      numbers: text.numbers.contains { !$0.cells.isEmpty } ? origins(of: text, root: root).rendered : nil,
      previous: neighbour(index - 1), next: neighbour(index + 1))
  }

  /// Every number of the text with the cells it came from.
  private func origins(of text: EvaluatedText, root: String) -> Markup {
    let language = text.language
    var seen: [NumberOrigin] = []
    for number in text.numbers where !number.cells.isEmpty && !seen.contains(number) { seen.append(number) }
    let rows = seen.map { number in
      Markup.element(
        "tr", [:],
        [
          .element("th", ["scope": "row"], text: number.printed),
          .element("td", [:], [.element("code", [:], text: number.expression)]),
          .element(
            "td", [:], [.element("ul", [:], number.cells.map { .element("li", [:], [cell($0, root, language)]) })]),
        ])
    }
    let heads = [
      LocalizedText(nl: "In de tekst", en: "In the text"), LocalizedText(nl: "Berekening", en: "Computation"),
      LocalizedText(nl: "Uit", en: "From"),
    ].map { $0[language] }
    let caption = phrases.numbersOfText[language]
    let table = Markup.element(
      "table", ["class": "list origins"],
      [
        .element("caption", [:], [.element("span", [:], text: caption)]),
        .element("thead", [:], [.element("tr", [:], heads.map { .element("th", ["scope": "col"], text: $0) })]),
        .element("tbody", [:], rows),
      ])
    return .element("div", ["class": "scroller", "role": "region", "aria-label": caption, "tabindex": "0"], [table])
  }

  /// `Figuur 2.3: Seksuele uitbuiting, 2019 (1.334)`
  private func cell(_ cell: CitedCell, _ root: String, _ language: Language) -> Markup {
    let link = Markup.element(
      "a", ["href": root + EditionPath.figure(cell.figure, language)], text: labels[cell.figure][language])
    guard let table = publication.table(named: cell.figure),
      let row = table.shape.rows.first(where: { $0.key == cell.row }),
      let column = table.shape.columns.first(where: { $0.key == cell.column && $0.panel == cell.panel }),
      let value = table.cell(row: cell.row, column: cell.column, panel: cell.panel)
    else { return link }
    let place = [row.reading(in: language), column.label[language]].filter { !$0.isEmpty }.joined(separator: ", ")
    return .group([link, .text(": \(place) (\(CellText(value, in: language).mark))")])
  }
}
