public import Model

/// A text in one language with its numbers filled in: a value to be rendered, safe to show.
public struct EvaluatedText: Equatable, Sendable {
  /// As in `MonitorText`: `01-summary`.
  public var name: String
  public var language: Language
  public var title: [TextPiece]
  /// The first paragraph, as plain text.
  public var lead: String
  public var blocks: [TextBlock]
  /// In order of first mention; `TextPiece.note` counts from 1.
  public var notes: [[TextPiece]]
  /// Every number printed, in order, with the cells it came from.
  public var numbers: [NumberOrigin]

  public var plainTitle: String { title.map(\.plain).joined() }

  /// The headings of the second level, for a list of contents.
  public var contents: [(id: String, title: String)] {
    blocks.compactMap { block in
      guard case .heading(let level, let id, let pieces) = block, level == 2 else { return nil }
      return (id, pieces.map(\.plain).joined())
    }
  }
}

/// What a printed number was computed from.
public struct NumberOrigin: Equatable, Sendable {
  public var printed: String
  /// The expression as its author wrote it.
  public var expression: String
  public var cells: [CitedCell]
}

public indirect enum TextBlock: Equatable, Sendable {
  case heading(level: Int, id: String, [TextPiece])
  case paragraph([TextPiece])
  case list(ordered: Bool, [[TextBlock]])
  case quote([TextBlock])
  case table(header: [[TextPiece]], rows: [[[TextPiece]]])
  case callout(CalloutKind, title: [TextPiece], [TextBlock])
  /// Chart and table of a figure, by id.
  case figure(String)
}

public indirect enum TextPiece: Equatable, Sendable {
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
  public var plain: String {
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
public enum TextLink: Equatable, Sendable {
  /// `https` or `mailto`.
  case outside(String)
  /// A place on the same page, by heading.
  case heading(String)
  case figure(String)
  case text(String)
  case method
}
