import Charts
import Disclosure
import Model
import Narrative

/// An evaluated text as markup: the only way in which what an author wrote becomes HTML, and everything is escaped.
struct TextMarkup {
  let pages: Pages
  let language: Language
  /// From the page back to the folder of the edition.
  let root: String

  /// Notes that were referred to already: only the first reference can be returned to.
  private var seenNotes: Set<Int> = []
  private var callouts = 0

  init(pages: Pages, language: Language, root: String) {
    self.pages = pages
    self.language = language
    self.root = root
  }

  mutating func blocks(_ blocks: [TextBlock]) -> Markup {
    var parts: [Markup] = []
    for block in blocks { parts.append(self.block(block)) }
    return .group(parts)
  }

  private mutating func block(_ block: TextBlock) -> Markup {
    switch block {
    case .heading(let level, let id, let words): return .element("h\(level)", ["id": id], pieces(words))
    case .paragraph(let words): return .element("p", [:], pieces(words))
    case .list(let isOrdered, let items):
      var entries: [Markup] = []
      for item in items { entries.append(.element("li", [:], self.item(item))) }
      return .element(isOrdered ? "ol" : "ul", [:], entries)
    case .quote(let inner): return .element("blockquote", [:], [blocks(inner)])
    case .table(let header, let rows): return table(header, rows)
    case .callout(let kind, let title, let inner): return callout(kind, title, inner)
    case .figure(let id): return figure(id)
    }
  }

  /// A single paragraph stands in its item without a paragraph of its own.
  private mutating func item(_ blocks: [TextBlock]) -> [Markup] {
    guard case .paragraph(let words) = blocks.first else { return [self.blocks(blocks)] }
    return pieces(words) + [self.blocks(Array(blocks.dropFirst()))]
  }

  private mutating func table(_ header: [[TextPiece]], _ rows: [[[TextPiece]]]) -> Markup {
    var heads: [Markup] = []
    for cell in header { heads.append(.element("th", ["scope": "col"], pieces(cell))) }
    var lines: [Markup] = []
    for row in rows {
      var cells: [Markup] = []
      for (index, cell) in row.enumerated() {
        cells.append(.element(index == 0 ? "th" : "td", index == 0 ? ["scope": "row"] : [:], pieces(cell)))
      }
      lines.append(.element("tr", [:], cells))
    }
    let table = Markup.element(
      "table", ["class": "list"],
      [.element("thead", [:], [.element("tr", [:], heads)]), .element("tbody", [:], lines)])
    let label = phrases.tableScrolls[language]
    return .element("div", ["class": "scroller", "role": "region", "aria-label": label, "tabindex": "0"], [table])
  }

  /// Its kind in words, so that it is told by more than its colour.
  private mutating func callout(_ kind: CalloutKind, _ title: [TextPiece], _ inner: [TextBlock]) -> Markup {
    callouts += 1
    let id = "block-\(callouts)"
    let words = pieces(title)
    let head = Markup.element(
      "p", ["class": "callout-title", "id": id],
      [.element("span", ["class": "callout-kind"], text: kind.label[language])]
        + (words.isEmpty ? [] : [.text(" ")] + words))
    return .element(
      "div", ["class": "callout callout-\(kind.rawValue)", "role": "note", "aria-labelledby": id],
      [head, blocks(inner)])
  }

  // MARK: Figures

  private func figure(_ id: String) -> Markup {
    guard let table = pages.publication.table(named: id) else { return .group([]) }
    let shape = table.shape
    let label = pages.labels[id][language]
    let caption: [Markup] = [
      .element("a", ["href": root + EditionPath.figure(id, language)], text: "\(label): \(shape.title[language])"),
      .text(" (\(shape.unit.label[language])). \(ended(shape.sourceLine[language]))"),
    ]
    let numbers = dataTable(table, caption: "\(shape.title[language]) (\(shape.unit.label[language]))", in: language)
    let scroller = Markup.element(
      "div",
      ["class": "scroller", "role": "region", "aria-label": "\(phrases.numbers[language]): \(label)", "tabindex": "0"],
      [numbers])
    let meanings = marks(in: table, language)
    let legend: [Markup] =
      meanings.isEmpty
      ? []
      : [
        .element(
          "dl", ["class": "marks", "aria-label": phrases.marks[language]],
          meanings.map {
            .element("div", [:], [.element("dt", [:], text: $0.mark), .element("dd", [:], text: $0.meaning)])
          })
      ]
    let certainty = pages.certainty(of: table, language).map {
      Markup.element("p", ["class": "certainty"], text: $0)
    }
    guard
      let chart = Chart(of: table, in: language, colours: pages.colours, letters: pages.letters(of: table))
    else {
      return .element(
        "div", ["class": "embedded"], [.element("p", ["class": "source"], caption), scroller] + legend + certainty)
    }
    let picture = Markup.element(
      "figure", ["class": "picture"],
      [
        .element("div", ["class": "chart-wide"], [chart.wide]),
        .element("div", ["class": "chart-narrow"], [chart.narrow]),
        .element("figcaption", [:], caption + signs(in: chart, of: id)),
      ])
    let summary = "\(phrases.numbers[language]): \(label)"
    return .element(
      "div", ["class": "embedded"],
      [picture] + certainty
        + [.element("details", [:], [.element("summary", [:], text: summary), scroller] + legend)])
  }

  private func ended(_ line: String) -> String { line.isEmpty || line.hasSuffix(".") ? line : line + "." }

  /// What stands in the picture of a figure and is explained elsewhere: signs, and letters at years.
  private func signs(in chart: Chart, of figure: String) -> [Markup] {
    let words = chart.signsInWords(language)
    let signs: [Markup] = words.isEmpty ? [] : [.text(" " + words)]
    guard chart.hasLetters else { return signs }
    let text = LocalizedText(
      nl: "Wat er speelde in de jaren met een letter", en: "What was going on in the years with a letter")
    let path = root + EditionPath.figure(figure, language) + "#explanations"
    return signs + [.text(" "), .element("a", ["href": path], text: text[language]), .text(".")]
  }

  // MARK: Words

  mutating func pieces(_ pieces: [TextPiece]) -> [Markup] {
    var parts: [Markup] = []
    for piece in pieces { parts.append(self.piece(piece)) }
    return parts
  }

  private mutating func piece(_ piece: TextPiece) -> Markup {
    switch piece {
    case .text(let text), .number(let text, _): return .text(text)
    case .emphasis(let inner): return .element("em", [:], pieces(inner))
    case .strong(let inner): return .element("strong", [:], pieces(inner))
    case .link(let target, let inner): return .element("a", ["href": address(of: target)], pieces(inner))
    case .quotation(let words, let isMarked, let note):
      return .group([.text(isMarked ? "‘\(words)’" : words), reference(toNote: note)])
    case .note(let number): return reference(toNote: number)
    case .reference(let figure):
      let label = pages.publication.table(named: figure).map { name(of: $0.shape) } ?? figure
      return .element("a", ["href": root + EditionPath.figure(figure, language)], text: label)
    }
  }

  /// `figuur 2.3`; the title of a figure that has no number.
  private func name(of shape: TableShape) -> String {
    pages.labels.isNumbered(shape.figure)
      ? pages.labels[shape.figure][language].lowercased() : "‘\(shape.title[language])’"
  }

  private func address(of link: TextLink) -> String {
    switch link {
    case .outside(let address): address
    case .heading(let id): "#" + id
    case .figure(let id): root + EditionPath.figure(id, language)
    case .text(let name): root + EditionPath.text(name, language)
    case .method: root + EditionPath.method(language)
    }
  }

  private mutating func reference(toNote number: Int) -> Markup {
    let label = LocalizedText(nl: "Noot \(number)", en: "Note \(number)")[language]
    let isFirst = seenNotes.insert(number).inserted
    let attributes: KeyValuePairs<String, String> =
      isFirst
      ? ["href": "#note-\(number)", "id": "reference-\(number)", "aria-label": label]
      : ["href": "#note-\(number)", "aria-label": label]
    return .element("sup", ["class": "note-reference"], [.element("a", attributes, text: String(number))])
  }

  /// The notes in order, each with the way back to the text.
  mutating func notes(_ notes: [[TextPiece]]) -> Markup {
    var entries: [Markup] = []
    for (index, note) in notes.enumerated() {
      let back = LocalizedText(
        nl: "Terug naar de tekst bij noot \(index + 1)", en: "Back to the text at note \(index + 1)")[language]
      let words = pieces(note)
      let arrow: [Markup] =
        seenNotes.contains(index + 1)
        ? [.text(" "), .element("a", ["href": "#reference-\(index + 1)", "aria-label": back], text: "↑")] : []
      entries.append(.element("li", ["id": "note-\(index + 1)"], words + arrow))
    }
    return .element("ol", ["class": "text-notes"], entries)
  }
}
