/// The words of a label, compared as a reader would: without case, accents, brackets and small words.
struct Label: Hashable {
  /// As printed.
  let text: String
  /// Folded, without what stands in brackets.
  let name: String
  /// The words that mean something, in order, brackets left out.
  let words: [String]
  /// The words in brackets.
  let qualifiers: [String]
  /// A total over its dimension.
  let isWhole: Bool
  /// Narrows what is counted: what carries such a word is not the same as what does not.
  let narrowing: Set<String>

  init(_ text: String) {
    self.text = text
    let folded = Label.folded(text)
    let (outside, inside) = Label.separated(folded)
    let all = Label.allWords(outside)
    name = all.joined(separator: " ")
    words = all.filter { $0.count > 1 && !Label.smallWords.contains($0) }
    qualifiers = Label.allWords(inside)
    let read = inside.isEmpty ? all : Label.allWords(folded)
    isWhole = read.first.map(Label.wholes.contains) ?? false
    narrowing = Label.narrowingWords.intersection(read)
  }

  private static let wholes: Set<String> = ["totaal", "total", "totalen", "alle", "all"]

  /// The base of a table with several answers.
  var isBase: Bool { name == "n" }

  /// A part of the line above it: never added to its neighbours.
  var isOfWhich: Bool {
    let all = Label.allWords(Label.folded(text))
    // By themselves they stand beside the whole, and its parts follow.
    if ["waarvan", "onderwie", "wv"].contains(all.first ?? "") { return all.count > 1 }
    return all.count > 2 && [["onder", "wie"], ["of", "whom"], ["of", "which"]].contains(Array(all.prefix(2)))
  }

  /// Whether one of its words, brackets left out, has the stem of the given one.
  func mentions(_ word: String) -> Bool { words.contains { Label.haveSameStem($0, word) } }

  /// Whether each word of this label has a counterpart in the other.
  func isContained(in other: Label) -> Bool { words.allSatisfy { other.mentions($0) } }

  // MARK: - Words

  /// Words with which a label counts less than the same label without. Dutch and English, as the reports print them.
  private static let narrowingWords: Set<String> = [
    "uitsluitend", "alleen", "exclusief", "excl", "waarvan", "ook", "overige", "only", "excluding",
  ]

  /// Words that say nothing about what is counted.
  static let smallWords: Set<String> = [
    "de", "het", "een", "en", "of", "van", "met", "in", "naar", "bij", "per", "op", "om", "te", "die", "dat", "is",
    "aan", "door", "voor", "t.o.v", "tov", "indien", "aantal", "aantallen", "zie", "tekst", "voetnoot", "noemer",
    "the", "a", "of", "by", "and", "number", "to",
  ]

  /// Lower case, without accents.
  static func folded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return isPlain
      ? text.lowercased()
      : String(text.lowercased().map { accents[$0] ?? $0 })
  }

  private static let accents: [Character: Character] = Dictionary(
    zip("àáâãäåçèéêëìíîïñòóôõöùúûü\u{2019}\u{2013}", "aaaaaaceeeeiiiinooooouuuu'-"),
    uniquingKeysWith: { first, _ in first })

  /// Runs of letters, digits and hyphens, hyphens at either end left out.
  static func allWords(_ folded: String) -> [String] {
    if let words = plainWords(folded) { return words }
    return folded.split { !($0.isLetter || $0.isNumber || $0 == "-") }.flatMap { word -> [String] in
      let trimmed = word.drop { $0 == "-" }.reversed().drop { $0 == "-" }.reversed()
      return trimmed.isEmpty ? [] : [String(trimmed)]
    }
  }

  /// The same of a text without accents or signs of other alphabets; nil of any other.
  private static func plainWords(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    var (words, start) = ([String](), 0)
    for place in 0...bytes.count {
      if place < bytes.count, isOfWord(bytes[place]) { continue }
      if place < bytes.count, bytes[place] >= 0x80 { return nil }
      var word = bytes[start..<place]
      while word.first == hyphen { word.removeFirst() }
      while word.last == hyphen { word.removeLast() }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      start = place + 1
    }
    return words
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
      true
    default: false
    }
  }

  /// What stands outside brackets and what inside, nested ones too; a label all in brackets counts as outside.
  private static func separated(_ folded: String) -> (outside: String, inside: String) {
    var (outside, inside, depth) = ("", "", 0)
    for character in folded {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth > 0 { inside.append(character) } else { outside.append(character) }
      }
      if character == "(" || character == ")" { inside.append(" ") }
    }
    return (outside.allSatisfy { !$0.isLetter && !$0.isNumber } ? inside : outside, inside)
  }

  /// `nederland` and `nederlandse`, `man` and `mannen`, `europa` and `europese`.
  ///
  /// Either the one begins the other, of three letters at least, with an ending of three (four from six letters on); or
  /// they share five letters and end differently, in two letters and three at most. Words with digits are codes and
  /// only equal themselves. The lengths are those of Dutch and English endings (-en, -se, -lijk); a decision, tried on
  /// the labels of five reports (`docs/check-tables.md`).
  static func haveSameStem(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard !one.contains(where: \.isNumber), !other.contains(where: \.isNumber) else { return false }
    let common = zip(one, other).prefix { $0 == $1 }.count
    let (short, long) = (min(one.count, other.count), max(one.count, other.count))
    if common == short { return short >= 3 && long - short <= (short < 6 ? 3 : 4) }
    return common >= 5 && short - common <= 2 && long - common <= 3
  }

  /// Whether a short code stands for a label: `BL-SU` for *binnenlandse seksuele uitbuiting*.
  ///
  /// The code's letters appear in the label in order, each part of the code starts a word, and the code is in capitals,
  /// two to six of them. The label has at least two letters for each of the code's: a word in capitals is no code for
  /// itself.
  static func isCode(_ code: String, for label: String) -> Bool {
    guard (2...6).contains(code.count), code.allSatisfy({ $0.isUppercase || $0 == "-" }) else { return false }
    let words = Label(label).words
    guard words.joined().count >= 2 * code.count else { return false }
    return matches(code.lowercased().split(separator: "-").map(Array.init)[...], words[...].map(Array.init)[...])
  }

  /// The parts of a code against words: a part is spread over one word or more, each from its first letter on.
  private static func matches(_ parts: ArraySlice<[Character]>, _ words: ArraySlice<[Character]>) -> Bool {
    guard let part = parts.first else { return words.isEmpty }
    guard !words.isEmpty else { return false }
    for count in 1...words.count where count <= part.count {
      if isSpread(part[...], over: words.prefix(count)), matches(parts.dropFirst(), words.dropFirst(count)) {
        return true
      }
    }
    return false
  }

  /// Whether the letters are those of the words in order, each word giving its first letter at least.
  private static func isSpread(_ letters: ArraySlice<Character>, over words: ArraySlice<[Character]>) -> Bool {
    guard let word = words.first else { return letters.isEmpty }
    guard let first = letters.first, word.first == first else { return false }
    for count in 1...letters.count {
      var rest = word[...]
      let fits = letters.prefix(count).allSatisfy { letter in
        guard let index = rest.firstIndex(of: letter) else { return false }
        rest = rest[(index + 1)...]
        return true
      }
      if fits, isSpread(letters.dropFirst(count), over: words.dropFirst()) { return true }
    }
    return false
  }
}
