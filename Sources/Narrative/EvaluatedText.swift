package import Model

/// A text in one language with its numbers filled in: a value to be rendered, safe to show.
///
/// It holds no number that is not in the publication it was read over, and no markup: words are plain text, and links lead
/// only to the places of `TextLink`. Only a `TextReading` makes one, and it is meant to be shown when that reading
/// `isUsable`.
public struct EvaluatedText: Equatable, Sendable {
  /// As in `MonitorText`: `01-summary`.
  package var name: String
  package var language: Language
  package var title: [TextPiece]
  /// The first paragraph, as plain text; empty without one.
  package var lead: String
  package var blocks: [TextBlock]
  /// In order of first mention; `TextPiece.note` counts from 1.
  package var notes: [[TextPiece]]
  /// Every number printed, in order, with the cells it came from.
  package var numbers: [NumberOrigin]

  /// The title without marks, for lists and the head of a page.
  package var plainTitle: String { title.map(\.plain).joined() }

  /// The headings of the second level, for a list of contents.
  package var contents: [(id: String, title: String)] {
    blocks.compactMap { block in
      guard case .heading(let level, let id, let pieces) = block, level == 2 else { return nil }
      return (id, pieces.map(\.plain).joined())
    }
  }
}

/// What a printed number was computed from.
package struct NumberOrigin: Equatable, Sendable {
  package var printed: String
  /// The expression as its author wrote it.
  package var expression: String
  package var cells: [CitedCell]
}

/// A block to be rendered. Choices have been made, claims are gone.
package indirect enum TextBlock: Equatable, Sendable {
  /// `level` is 2 to 4; `id` is unique in the text and none of the page's own.
  case heading(level: Int, id: String, [TextPiece])
  case paragraph([TextPiece])
  case list(ordered: Bool, [[TextBlock]])
  case quote([TextBlock])
  case table(header: [[TextPiece]], rows: [[[TextPiece]]])
  case callout(CalloutKind, title: [TextPiece], [TextBlock])
  /// Chart and table of a figure, by id.
  case figure(String)
}

/// Words to be rendered.
package indirect enum TextPiece: Equatable, Sendable {
  case text(String)
  case emphasis([TextPiece])
  case strong([TextPiece])
  case link(TextLink, [TextPiece])
  /// A number from the figures; `origin` is an index into `EvaluatedText.numbers`.
  case number(String, origin: Int)
  /// Words of someone else; `note` names the source.
  case quotation(String, isMarked: Bool, note: Int)
  case note(Int)
  /// The name of a figure, as a link to it.
  case reference(figure: String)

  /// Without marks, notes and links.
  package var plain: String {
    switch self {
    case .text(let text), .number(let text, _): text
    case .emphasis(let pieces), .strong(let pieces), .link(_, let pieces): pieces.map(\.plain).joined()
    case .quotation(let words, let isMarked, _): isMarked ? "‘\(words)’" : words
    case .note: ""
    case .reference(let figure): figure
    }
  }
}

/// Where a link may lead. Nothing else is ever rendered as a link.
package enum TextLink: Equatable, Sendable {
  /// `https` or `mailto`.
  case outside(String)
  /// A place on the same page, by heading.
  case heading(String)
  case figure(String)
  case text(String)
  case method
}
