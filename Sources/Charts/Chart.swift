package import Disclosure
package import Model

/// A table drawn: the same picture for a wide and for a narrow place, with its finding and a description in words.
///
/// Pure: the same table and language give the same bytes. Every number that is drawn is one of the table, and every cell
/// without a number is shown with its mark; colour never tells anything that form, place or words do not.
package struct Chart: Equatable, Sendable {
  /// What the picture shows, in one or two sentences computed from the table; nil where nothing can be said. The title
  /// of the drawings, which otherwise have that of the table.
  package let finding: String?
  /// What is drawn and the main numbers, for who cannot see it.
  package let summary: String
  /// For a picture of 44rem and more, and for print.
  package let wide: Markup
  /// For telephones.
  package let narrow: Markup

  /// Draws the table in the way its shape asks for; nil when it asks for no chart or has nothing to draw.
  ///
  /// - Parameters:
  ///   - colours: Those of the edition; nil for a table on its own.
  ///   - letters: What stands at a column to refer to an explanation, by its key.
  package init?(
    of table: PublishedTable, in language: Language, colours: CategoryColours? = nil,
    letters: [String: String] = [:]
  ) {
    let data = ChartData(table, in: language, colours: colours, letters: letters)
    guard table.shape.chart != .none, data.hasNumbers else { return nil }
    finding = Headline(data).text
    summary = description(of: data)
    let words = (finding ?? table.shape.title[language], summary)
    let prefix = table.shape.figure.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    func frame(_ drawing: Drawing, _ width: String) -> Markup {
      drawing.framed(
        title: words.0, description: words.1, id: "\(prefix)-\(width)", language: language)
    }
    (wide, narrow) = Self.drawings(of: data, prefix: prefix, framed: frame)
  }

  /// The wide and the narrow drawing. What has no room in the form that was asked for takes a form that always has.
  private static func drawings(
    of data: ChartData, prefix: String, framed: (Drawing, String) -> Markup
  ) -> (wide: Markup, narrow: Markup) {
    var kind = data.table.shape.chart
    if data.needsColours, !data.isColoured { kind = .rankedBars }
    if kind == .topTable, !TopTable(data).hasRoom { kind = .rankedBars }
    switch kind {
    case .stackedBars:
      let bars = StackedBars(data, prefix: "\(prefix)-wide")
      let wide =
        bars.hasRoom
        ? bars.drawing : StackedRows(data, prefix: "\(prefix)-wide", width: Paper.wide).drawing
      return (
        framed(wide, "wide"),
        framed(StackedRows(data, prefix: "\(prefix)-narrow").drawing, "narrow")
      )
    case .lines:
      return (framed(Lines(data).drawing, "wide"), framed(LineMultiples(data).drawing, "narrow"))
    case .rankedBars, .none:
      return (
        framed(RankedBars(data).drawing, "wide"),
        framed(RankedBars(data, isNarrow: true).drawing, "narrow")
      )
    case .topTable:
      return (framed(TopTable(data).drawing, "wide"), framed(TopList(data).drawing, "narrow"))
    }
  }
}

/// What has been drawn, before it gets its frame.
struct Drawing: Equatable {
  var width: Double
  var height: Double
  /// Patterns the drawing refers to.
  var definitions: [Markup] = []
  var pieces: [Markup]

  /// An SVG document that also stands inside a page.
  ///
  /// The title and the description are its accessible name and description, by `id`, which must be unique in the page.
  /// Letters without a size are 14 units; the faces are those of `base.css`, with the fallbacks of a lone file.
  func framed(title: String, description: String, id: String, language: Language) -> Markup {
    let head: [Markup] = [
      .element("title", ["id": "\(id)-title"], text: title),
      .element("desc", ["id": "\(id)-desc"], text: description),
    ]
    let defs: [Markup] = definitions.isEmpty ? [] : [.element("defs", [:], definitions)]
    let paper = Pen.rect(
      x: 0, y: 0, width: width, height: height, classes: "paper", fill: Palette.page)
    let body = Markup.element("g", ["class": "drawing", "fill": Palette.ink], pieces)
    return .element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "lang": language.rawValue,
        "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
        "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-desc",
        "font-family":
          "'Source Sans 3','Segoe UI',Roboto,'Noto Sans','Helvetica Neue',Arial,sans-serif",
        "font-size": "14",
      ], head + defs + [paper, body])
  }
}
