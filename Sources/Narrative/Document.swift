package import Model

/// A text as parsed: blocks whose words still know their place in the file.
///
/// Only what parses is here: what could not be read became a finding, and its words stay so that the rest is still checked.
struct Document: Equatable {
  var blocks: [Block]
  /// Notes by name, as `[^name]: …` defines them.
  var notes: [String: [Inline]]
}

/// A part of a text between empty lines, or what a fence, a list or a quotation takes together. `at` is the index of its
/// first character in the file.
indirect enum Block: Equatable {
  case heading(level: Int, [Inline], at: Int)
  case paragraph([Inline])
  case list(ordered: Bool, [[Block]])
  case quote([Block])
  case table(header: [[Inline]], rows: [[[Inline]]], at: Int)
  case callout(CalloutKind, title: [Inline], [Block], at: Int)
  case choice(ParsedCondition, then: [Block], otherwise: [Block])
}

/// Words within a block.
indirect enum Inline: Equatable {
  case text(PlacedText)
  case emphasis([Inline])
  case strong([Inline])
  case link(target: PlacedText, [Inline])
  case expression(Expression)
  /// Asserted, never printed.
  case claim(ParsedCondition)
  /// Words an author chose, with the numbers that have to bear them.
  case say(words: String, because: ParsedCondition, at: Int)
  case choice(ParsedCondition, then: [Inline], otherwise: [Inline])
  /// Words or numbers of someone else; `isMarked` when they were written between quotation marks.
  case quotation(words: String, source: String, isMarked: Bool, at: Int)
  case note(name: String, at: Int)
  /// A tag that could not be read; a finding was made.
  case nothing(at: Int)
}

/// Blocks set apart from the running text, each with a meaning of its own.
package enum CalloutKind: String, CaseIterable, Sendable {
  case definition, box, casestory, recommendation, bottleneck

  /// What the block is, for readers.
  package var label: LocalizedText {
    switch self {
    case .definition: LocalizedText(nl: "Begrip", en: "Definition")
    case .box: LocalizedText(nl: "Kader", en: "Box")
    case .casestory: LocalizedText(nl: "Casus", en: "Case story")
    case .recommendation: LocalizedText(nl: "Aanbeveling", en: "Recommendation")
    case .bottleneck: LocalizedText(nl: "Knelpunt", en: "Bottleneck")
    }
  }
}
