internal import Model

/// The words of a block as a reader meets them, without expressions, quotations and marks.
struct Prose {
  let text: PlacedText
  let words: [Word]
  /// What is computed, asserted or chosen beside these words, in order.
  let evidence: [Evidence]
  /// Conditions under which the whole block is printed.
  let conditions: [Evidence.Branch]

  /// Stands where an expression, a quotation or a note was.
  static let gap: Character = "\u{FFFC}"

  struct Word {
    /// Positions in the prose.
    var range: Range<Int>
    /// Without punctuation at either end, in lower case.
    var core: String
    /// As written, without punctuation at either end.
    var written: String
    /// As `ReadLetters` has it, for comparing.
    var folded: String
    var endsSentence: Bool
    /// A sentence, or a part of one up to a comma, a colon, a bracket or a dash.
    var endsClause: Bool
    /// Stands for what is computed or quoted.
    var isGap = false
    /// How many signs of punctuation stand before it.
    var lead = 0
  }

  /// - Parameter conditions: Under which the block is printed at all.
  init(_ inlines: [Inline], under conditions: [Evidence.Branch] = []) {
    var reader = EvidenceReader()
    reader.append(inlines)
    text = reader.text
    words = Self.words(in: reader.text)
    evidence = reader.evidence
    self.conditions = conditions
  }

  /// All prose of a document, a part for each block of words.
  static func parts(of document: Document) -> [Prose] {
    let notes = document.notes.keys.sorted().compactMap { document.notes[$0] }
    return document.blocks.flatMap { parts(of: $0, under: []) } + notes.map { Prose($0) }
  }

  private static func parts(of block: Block, under conditions: [Evidence.Branch]) -> [Prose] {
    func inner(_ blocks: [Block]) -> [Prose] { blocks.flatMap { parts(of: $0, under: conditions) } }
    switch block {
    case .heading(_, let words, _), .paragraph(let words): return [Prose(words, under: conditions)]
    case .list(_, let items): return items.flatMap(inner)
    case .quote(let blocks): return inner(blocks)
    case .table(let header, let rows, _): return (header + rows.flatMap { $0 }).map { Prose($0, under: conditions) }
    case .callout(_, let title, let blocks, _): return [Prose(title, under: conditions)] + inner(blocks)
    case .choice(let condition, let then, let otherwise):
      let holds = Evidence.Branch(condition: condition, isNegated: false)
      let fails = Evidence.Branch(condition: condition, isNegated: true)
      return then.flatMap { parts(of: $0, under: conditions + [holds]) }
        + otherwise.flatMap { parts(of: $0, under: conditions + [fails]) }
    }
  }

  /// Runs of characters between white space and gaps; a gap is a word of its own, with an empty core.
  private static func words(in text: PlacedText) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < text.count {
      guard !isBreak(text[index]) else {
        if text[index] == gap {
          words.append(
            Word(
              range: index..<index + 1, core: "", written: "", folded: "", endsSentence: false, endsClause: false,
              isGap: true))
        }
        index += 1
        continue
      }
      let start = index
      while index < text.count, !isBreak(text[index]) { index += 1 }
      let punctuation: (Character) -> Bool = { ",.;:!?()[]{}<>'\"“”‘’„‚«»…–—*`".contains($0) }
      let written = text[start..<index].characters.drop(while: punctuation).reversed().drop(while: punctuation)
        .reversed()
      let last = text[index - 1]
      let endsSentence = last == "." || last == "!" || last == "?" || last == ";"
      words.append(
        Word(
          range: start..<index, core: String(written).lowercased(), written: String(written),
          folded: ReadLetters.folded(String(written)), endsSentence: endsSentence,
          endsClause: endsSentence || ",:)]–—".contains(last),
          lead: text[start..<index].characters.prefix(while: punctuation).count))
    }
    return words
  }

  private static func isBreak(_ character: Character) -> Bool { character.isWhitespace || character == gap }

  /// The sentence around a place, for a message: from the full stop before it to the next, at most 140 characters, so that
  /// a message stays readable in a terminal; gaps become an ellipsis.
  func sentence(around place: Int) -> String {
    func isEnd(_ index: Int) -> Bool {
      ".!?".contains(text[index]) && (index + 1 >= text.count || text[index + 1].isWhitespace)
    }
    var (start, end) = (place, place)
    while start > 0, !isEnd(start - 1) { start -= 1 }
    while end < text.count, !isEnd(end) { end += 1 }
    let sentence = text[start..<min(end + 1, text.count)].trimmed.string.replacing(Self.gap, with: "…")
    return sentence.count <= 140 ? sentence : String(sentence.prefix(139)) + "…"
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
