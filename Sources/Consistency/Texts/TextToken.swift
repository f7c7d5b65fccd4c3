/// A word, a number or a mark of a sentence.
struct TextToken: Equatable {
  /// As printed.
  var text: String
  /// As labels are compared.
  var folded: String
  var kind: Kind
  /// Whether white space stands before it.
  var isSpaced = true

  enum Kind: Equatable {
    case word, mark
    /// A number as printed in digits, with its marks.
    case digits
  }

  static func tokens(of sentence: String) -> [TextToken] {
    let characters = Array(sentence)
    var (result, index): ([TextToken], Int) = ([], 0)
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
        continue
      }
      let isSpaced = start == 0 || characters[start - 1].isWhitespace
      if character.isDigit {
        index = end(ofNumberAt: index, in: characters)
      } else if character.isLetter {
        index = end(ofWordAt: index, in: characters)
      } else {
        index += 1
      }
      let text = String(characters[start..<index])
      let isDigits = text.allSatisfy { $0.isDigit || !$0.isLetter && !"-–/".contains($0) }
      let kind: Kind = character.isDigit ? (isDigits ? .digits : .word) : character.isLetter ? .word : .mark
      result.append(TextToken(text: text, folded: Label.folded(text), kind: kind, isSpaced: isSpaced))
    }
    return result
  }

  /// Letters, digits, and hyphens and apostrophes between them.
  private static func end(ofWordAt start: Int, in text: [Character]) -> Int {
    var index = start
    while index < text.count {
      let character = text[index]
      let isInner = "-'’‑".contains(character) && index > start && index + 1 < text.count && text[index + 1].isLetter
      let isJoint = "-–".contains(character) && index > start && index + 1 < text.count && text[index + 1].isDigit
      // `l'année`, `d'habitants`: the article is a word of its own.
      if "'’".contains(character), index - start <= 2, index > start, isElided(text[start..<index]) {
        return index
      }
      guard character.isLetter || character.isDigit || isInner || isJoint else { break }
      index += 1
    }
    return max(index, start + 1)
  }

  /// *l'*, *d'*, *qu'*, also at the head of a sentence; not *O'Brien*.
  private static func isElided(_ word: ArraySlice<Character>) -> Bool {
    if word.count == 1 { return word.allSatisfy { $0.isLowercase || "LDJNSCM".contains($0) } }
    return word.last?.isLowercase == true && (word.first == "q" || word.first == "Q")
  }

  /// Digits with marks between groups, and periods such as `2015-2019` and `2016/17`; with letters it is a word.
  private static func end(ofNumberAt start: Int, in text: [Character]) -> Int {
    var index = start
    while index < text.count {
      let character = text[index]
      let next = index + 1 < text.count ? text[index + 1] : " "
      if character.isDigit {
        index += 1
      } else if ".,'’".contains(character), next.isDigit {
        index += 1
      } else if " \u{A0}\u{202F}\u{2009}".contains(character), isGroup(after: index, from: start, in: text) {
        index += 1
      } else if "-–/".contains(character), next.isDigit || next.isLetter && character == "-" {
        index += 1
      } else if character.isLetter {
        return max(end(ofWordAt: index, in: text), index + 1)
      } else {
        break
      }
    }
    return index
  }

  /// Whether what stands before a space is one to three digits or groups of three, and what follows is one more group.
  private static func isGroup(after space: Int, from start: Int, in text: [Character]) -> Bool {
    let before = text[start..<space]
    guard before.allSatisfy({ $0.isDigit || " \u{A0}\u{202F}\u{2009}".contains($0) }) else { return false }
    let first = before.prefix { $0.isDigit }.count
    guard (1...3).contains(first) else { return false }
    let group = text[(space + 1)...].prefix { $0.isDigit }
    return group.count == 3
  }
}
