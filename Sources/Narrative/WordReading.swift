internal import Model

/// The words of a block with what each of them may be: a number, a noun for what is counted, a small word.
struct WordReading {
  let language: Language
  let words: [Prose.Word]
  private let numbers: [Int?]
  private let counted: [Bool]

  init(_ prose: Prose, language: Language, counted: CountedNouns) {
    self.language = language
    words = prose.words
    let numeral = Numeral(language)
    numbers = words.map { word in
      if let value = numeral.value(word.folded) { return value }
      return language == .nl && word.folded == "een" && ReadLetters.hasAccent(word.written) ? 1 : nil
    }
    self.counted = words.map { counted.contains($0.folded) }
  }

  var count: Int { words.count }

  func number(_ index: Int) -> Int? { numbers[index] }
  func isCounted(_ index: Int) -> Bool { words.indices.contains(index) && counted[index] }
  func isGap(_ index: Int) -> Bool { words[index].core.isEmpty && words[index].isGap }
  func endsSentence(_ index: Int) -> Bool { words[index].endsSentence }
  func endsClause(_ index: Int) -> Bool { words[index].endsClause }

  /// Small words, behind which a number stands by itself.
  func isFunction(_ index: Int) -> Bool {
    switch language {
    case .nl: Self.functionsNL.contains(words[index].folded)
    case .en: Self.functionsEN.contains(words[index].folded)
    }
  }

  /// The sentence a word stands in, as indices of words.
  func sentence(around index: Int) -> Range<Int> {
    var (start, end) = (index, index)
    while start > 0, !words[start - 1].endsSentence { start -= 1 }
    while end < count - 1, !words[end].endsSentence { end += 1 }
    return start..<min(end + 1, count)
  }

  /// Whether a part of a pattern fits a word.
  func fits(_ index: Int, _ wanted: String) -> Bool {
    let word = words[index].folded
    switch wanted {
    case "#": return numbers[index] != nil
    case "#+": return numbers[index] != nil || (language == .nl ? word == "een" : word == "a" || word == "an")
    case "@": return counted[index]
    case "/": return (language == .nl ? Self.denominatorsNL : Self.denominatorsEN).contains(word)
    case "_": return !isGap(index)
    case "…": return isGap(index)
    default: break
    }
    if wanted.hasSuffix("*") { return word.hasPrefix(wanted.dropLast()) }
    if wanted.hasPrefix("*") { return word.hasSuffix(wanted.dropFirst()) }
    return word == wanted
  }

  private static let functionsNL: Set<String> = [
    "in", "van", "op", "en", "of", "maar", "tegen", "naar", "uit", "bij", "over", "voor", "dan", "om", "met", "meer",
    "minder", "daarvan", "ervan", "hiervan", "per", "sinds", "tot", "als", "die", "dat", "was", "waren", "werden", "is",
    "zijn", "toen", "nog", "ook", "terwijl", "tijdens", "volgens", "kwamen", "gingen", "hadden", "kregen",
  ]

  private static let functionsEN: Set<String> = [
    "in", "of", "on", "and", "or", "but", "against", "to", "from", "at", "for", "than", "with", "more", "fewer", "less",
    "per", "since", "until", "who", "which", "that", "was", "were", "are", "is", "when", "while", "also", "by", "had",
    "during", "came", "went", "got", "have",
  ]

  static let denominatorsNL: Set<String> = [
    "derde", "derden", "vierde", "vierden", "vijfde", "vijfden", "zesde", "zesden", "zevende", "zevenden", "achtste",
    "achtsten", "negende", "negenden", "tiende", "tienden", "twaalfde", "vijftiende", "twintigste", "vijftigste",
    "honderdste", "duizendste",
  ]

  static let denominatorsEN: Set<String> = [
    "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths", "sixth", "sixths", "seventh",
    "sevenths", "eighth", "eighths", "ninth", "ninths", "tenth", "tenths", "twelfth", "twentieth", "fiftieth",
    "hundredth", "thousandth",
  ]
}
