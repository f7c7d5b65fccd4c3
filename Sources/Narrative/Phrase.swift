/// A pattern of words, for lists of what a text may not say by itself.
///
/// Parts stand between spaces; `a|b` is one of them, a part in parentheses may be left out: `van (de) #`.
///
///     #      a number in words, `één` too          #+     a number in words or the article (een, a, one)
///     @      what is counted                        /      a denominator: derde, vierde, fifths
///     _      any word                               …      an expression
///     %      any word but a small one, such as *voor*
///     abc*   a word that begins so, with a letter more or none    *abc   a word that ends so
///     $      the end of a clause, and nothing read  !a|b   another word than these, and nothing read
///     ^a|b   such a word before, and nothing read   ~a|b   no such word before
///
/// A phrase does not run on over the end of a sentence or a clause.
struct Phrase: Sendable {
  private let parts: [Part]

  private struct Part: Sendable {
    var words: [String]
    var kind: Kind
    var isOptional = false
  }

  private enum Kind: Sendable { case word, end, notNext, before, notBefore }

  init(_ text: String) {
    parts = text.split(separator: " ").map { piece in
      var part = Part(words: [], kind: .word)
      var text = piece
      if text.hasPrefix("("), text.hasSuffix(")") {
        part.isOptional = true
        text = text.dropFirst().dropLast()
      }
      switch text.first {
      case "!" where text.count > 1: part.kind = .notNext
      case "^": part.kind = .before
      case "~": part.kind = .notBefore
      case "$": part.kind = .end
      default: break
      }
      if part.kind != .word { text = text.dropFirst() }
      part.words = text.split(separator: "|").map(String.init)
      return part
    }
  }

  static func list(_ text: String) -> [Phrase] {
    text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.map { Phrase(String($0)) }
  }

  /// How many words from a place on the pattern takes; nil when it does not fit there.
  func length(at index: Int, in words: WordReading) -> Int? {
    end(of: 0, at: index, from: index, words).map { $0 - index }.flatMap { $0 > 0 ? $0 : nil }
  }

  private func end(of part: Int, at index: Int, from start: Int, _ words: WordReading) -> Int? {
    guard part < parts.count else { return index }
    let wanted = parts[part]
    switch wanted.kind {
    case .before:
      guard start > 0, wanted.words.contains(where: { words.fits(start - 1, $0) }) else { return nil }
      return end(of: part + 1, at: index, from: start, words)
    case .notBefore:
      if start > 0, !words.endsSentence(start - 1), wanted.words.contains(where: { words.fits(start - 1, $0) }) {
        return nil
      }
      return end(of: part + 1, at: index, from: start, words)
    case .end:
      guard index == words.count || index > start && words.endsClause(index - 1) || words.isFunction(index) else {
        return nil
      }
      return end(of: part + 1, at: index, from: start, words)
    case .notNext:
      if index < words.count, index == start || !words.endsClause(index - 1),
        wanted.words.contains(where: { words.fits(index, $0) })
      {
        return nil
      }
      return end(of: part + 1, at: index, from: start, words)
    case .word:
      if index < words.count, index == start || !words.endsClause(index - 1),
        wanted.words.contains(where: { words.fits(index, $0) }),
        let end = end(of: part + 1, at: index + 1, from: start, words)
      {
        return end
      }
      if wanted.words.contains("$"), index == words.count || index > start && words.endsClause(index - 1) {
        return end(of: part + 1, at: index, from: start, words)
      }
      return wanted.isOptional ? end(of: part + 1, at: index, from: start, words) : nil
    }
  }
}
