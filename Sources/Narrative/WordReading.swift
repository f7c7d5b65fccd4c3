internal import Model

/// The words of a block with what each of them may be: a number, a noun for what is counted, a small word.
struct WordReading {
  let language: Language
  let words: [Prose.Word]
  private let numbers: [Int?]
  private let counted: [Bool]
  private let plural: [Bool]
  private let labels: [Bool]
  private let quotations: Set<Int>

  init(_ prose: Prose, language: Language, counted: CountedNouns) {
    self.language = language
    words = prose.words
    let numeral = Numeral(language)
    numbers = words.map { word in
      if let value = numeral.value(word.folded) { return value }
      let bare = word.folded.trimmed { !$0.isLetter }
      if bare.utf8.count < word.folded.utf8.count, let value = numeral.value(bare) { return value }
      if let value = Self.severalNumbers(word.folded, numeral) { return value }
      return language == .nl && word.folded == "een" && ReadLetters.hasAccent(word.written) ? 1 : nil
    }
    self.counted = words.map { counted.contains($0.folded) }
    plural = words.map { counted.isPlural($0.folded) }
    labels = words.map { counted.isLabel($0.folded) }
    quotations = Set(
      prose.evidence.compactMap { item in
        if case .quotation = item.kind { item.at } else { nil }
      })
  }

  /// `drie/vier`, `fifty-fifty`, `vijfendertigtal`: the largest of several numbers, or what is made of one.
  private static func severalNumbers(_ folded: String, _ numeral: Numeral) -> Int? {
    let parts = folded.split { "/-".contains($0) }.map { numeral.value(String($0)) }
    if parts.count > 1, parts.allSatisfy({ $0 != nil }) { return parts.compactMap { $0 }.max() }
    let suffixes =
      numeral.language == .nl
      ? ["tallen", "tal", "jarigen", "jarige", "jarig", "voudig", "voudige", "maal"] : ["fold", "ish"]
    for suffix in suffixes where folded.hasSuffix(suffix) {
      if let value = numeral.value(String(folded.dropLast(suffix.count).filter { $0 != "-" })), value > 12 {
        return value
      }
    }
    return nil
  }

  var count: Int { words.count }

  func number(_ index: Int) -> Int? { numbers[index] }
  func isCounted(_ index: Int) -> Bool { words.indices.contains(index) && counted[index] }
  func isPlural(_ index: Int) -> Bool { plural[index] }
  func isGap(_ index: Int) -> Bool { words[index].core.isEmpty && words[index].isGap }
  /// Whether a gap is someone else's words.
  func isQuotation(_ index: Int) -> Bool { quotations.contains(words[index].range.lowerBound) }
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

  /// All sentences, as indices of words.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in words.indices where words[index].endsSentence || index == count - 1 {
      sentences.append(start..<index + 1)
      start = index + 1
    }
    return sentences
  }

  /// The characters of words, without the punctuation behind the last.
  func range(of indices: Range<Int>) -> Range<Int> {
    guard let first = indices.first, let last = indices.last else { return 0..<0 }
    let (start, end) = (words[first].range.lowerBound, words[last].range)
    let bare =
      words[last].isGap
      ? end.upperBound : max(end.lowerBound + words[last].lead + words[last].written.count, end.lowerBound + 1)
    return start..<max(start + 1, min(bare, end.upperBound))
  }

  /// The characters from the end of the sentence before to the beginning of the one behind: a claim between two sentences
  /// belongs to both.
  func bounds(of sentence: Range<Int>, in prose: Prose) -> ClosedRange<Int> {
    let start = sentence.lowerBound == 0 ? 0 : words[sentence.lowerBound - 1].range.upperBound
    let end = sentence.upperBound == count ? prose.text.count : words[sentence.upperBound].range.lowerBound
    return start...max(start, end)
  }

  /// Whether a part of a pattern fits a word.
  func fits(_ index: Int, _ wanted: String) -> Bool {
    let word = words[index].folded
    switch wanted {
    case "#": return numbers[index] != nil
    case "#+": return numbers[index] != nil || (language == .nl ? word == "een" : word == "a" || word == "an")
    case "@": return counted[index]
    case "&": return (language == .nl ? Self.quantitiesNL : Self.quantitiesEN).contains(word)
    case "=": return labels[index]
    case "/": return (language == .nl ? Self.denominatorsNL : Self.denominatorsEN).contains(word)
    case "_": return !isGap(index)
    case "%": return !isGap(index) && !isFunction(index)
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

  private static let quantitiesNL: Set<String> = [
    "aantal", "aantallen", "aandeel", "aandelen", "percentage", "percentages", "cijfer", "cijfers", "totaal",
    "instroom",
    "omvang", "meldcijfers", "teller", "gemiddelde", "getal", "getallen",
  ]

  private static let quantitiesEN: Set<String> = [
    "number", "numbers", "share", "shares", "percentage", "percentages", "figure", "figures", "total", "totals",
    "count",
    "counts", "proportion", "rate", "rates", "inflow", "mean", "average",
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

extension String {
  /// Without such characters at either end.
  fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isOuter($0) }), let last = lastIndex(where: { !isOuter($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
