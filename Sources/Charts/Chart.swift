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
  /// For a picture of 52rem and more, and for print.
  package let wide: Markup
  /// How high `wide` is, in units of which it is `Paper.wide` across.
  let wideHeight: Double
  /// For telephones.
  package let narrow: Markup
  /// What the signs in it say.
  package let signs: [ChartSign]
  /// Whether letters stand at its columns, which refer to explanations.
  package let hasLetters: Bool
  /// Whether its numbers are shares in per cent.
  package let isInPerCent: Bool

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
    guard table.shape.chart != .none, data.isDrawable else { return nil }
    finding = Headline(data).text
    summary = description(of: data)
    (signs, isInPerCent) = (data.signs, data.isInPerCent)
    hasLetters = Self.hasPlaceForLetters(data) && data.columns.contains { data.letters(at: $0) != nil }
    let words = (finding ?? table.shape.title[language], summary)
    let prefix = table.shape.figure.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    func frame(_ drawing: Drawing, _ width: String) -> Markup {
      drawing.framed(
        title: words.0, description: words.1, id: "\(prefix)-\(width)", language: language)
    }
    let drawings = Self.drawings(of: data, prefix: prefix)
    (wide, narrow) = (frame(drawings.wide, "wide"), frame(drawings.narrow, "narrow"))
    wideHeight = drawings.wide.height
  }

  /// Whether the picture of a table has an axis of columns, at which letters can stand.
  package static func hasPlaceForLetters(_ table: PublishedTable, colours: CategoryColours? = nil) -> Bool {
    let data = ChartData(table, in: .nl, colours: colours)
    return table.shape.chart != .none && data.isDrawable && hasPlaceForLetters(data)
  }

  private static func hasPlaceForLetters(_ data: ChartData) -> Bool {
    data.form == .stackedBars || data.form == .lines
  }

  /// The wide and the narrow drawing. What has no room in the form that was asked for takes a form that always has.
  private static func drawings(
    of data: ChartData, prefix: String
  ) -> (wide: Drawing, narrow: Drawing) {
    switch data.form {
    case .stackedBars:
      let bars = StackedBars(data, prefix: "\(prefix)-wide")
      let wide =
        bars.hasRoom
        ? bars.drawing : StackedRows(data, prefix: "\(prefix)-wide", width: Paper.wide).drawing
      return (wide, StackedRows(data, prefix: "\(prefix)-narrow").drawing)
    case .lines: return (Lines(data).drawing, LineMultiples(data).drawing)
    case .rankedBars, .none: return (RankedBars(data).drawing, RankedBars(data, isNarrow: true).drawing)
    case .topTable: return (TopTable(data).drawing, TopList(data).drawing)
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
