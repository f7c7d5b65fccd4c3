/// A sentence with its numbers, and the labels that it and what stands before it name.
struct TextSentenceReading {
  let sentence: TextSentence
  let tokens: [TextToken]
  let numbers: [TextNumber]
  /// Shares and factors in words, which are no numbers.
  let quantities: [SpokenQuantity]
  let mentions: [TextTables.Mention]
  /// Labels named in the heading and the sentences before.
  let context: Set<TextTables.Name>
  /// Numbers of the sentence before.
  let earlier: [TextNumber]
  /// Years that the sentence names; both ends of a range and what lies between.
  let years: Set<Int>
  /// Years of the sentences before, where this one names none.
  let contextYears: Set<Int>
  /// `2.1` of *Figure 2.1*
  let references: Set<String>
  /// The tokens of these.
  let referencePlaces: [Int]

  init(
    _ sentence: TextSentence, tables: TextTables, decimal: Character?, after before: [TextSentenceReading]
  ) {
    self.sentence = sentence
    let tokens = TextToken.tokens(of: sentence.text)
    let known = before.last { !$0.years.isEmpty }?.years ?? []
    let relative = RelativeYears(tokens: tokens).found(after: known)
    let mentions = tables.mentions(in: tokens) + relative.flatMap { tables.mentions(of: $0) }
    (self.tokens, self.mentions) = (tokens, mentions)
    let named = mentions.filter { !tables.label($0.name).years.isEmpty || tables.label($0.name).words.count > 1 }
    let withDigits = mentions.filter { mention in
      mention.tokens.contains { tokens[$0].kind == .digits } && !named.contains(mention)
    }
    let taken = Set((named + withDigits).flatMap(\.tokens) + relative.flatMap(\.tokens))
    let quantities = SpokenQuantities(tokens: tokens).all()
    self.quantities = quantities
    numbers = SentenceNumbers(tokens: tokens, taken: taken, decimal: decimal).numbers().filter { number in
      !quantities.contains { $0.tokens.overlaps(number.tokens) }
    }
    context = before.reduce(into: []) { $0.formUnion($1.mentions.map(\.name)) }
    earlier = before.last?.numbers ?? []
    let own = Self.years(in: tokens).union(relative.map(\.year))
    years = own
    contextYears = own.isEmpty ? known : []
    referencePlaces = Self.references(in: tokens)
    references = Set(referencePlaces.map { tokens[$0].folded })
  }

  private static func years(in tokens: [TextToken]) -> Set<Int> {
    var result: Set<Int> = []
    for token in tokens where token.kind != .mark {
      let found = TextLabel.years(in: token.text)
      guard let first = found.first, let last = found.last else { continue }
      result.formUnion(first < last && last - first < 40 ? Array(first...last) : found)
    }
    return result
  }

  private static func references(in tokens: [TextToken]) -> [Int] {
    var result: [Int] = []
    for (index, token) in tokens.enumerated()
    where index > 0 && token.text.first?.isNumber == true && token.text.count <= 4 {
      let before = tokens[index - 1].text == "." && index > 1 ? tokens[index - 2] : tokens[index - 1]
      if TextWords.tables.contains(before.folded) { result.append(index) }
    }
    return result
  }

  /// Whether it holds more than one number, or words that set one thing against another.
  var compares: Bool {
    numbers.count > 1 || tokens.contains { Self.comparing.contains($0.folded) }
  }

  private static let comparing: Set<String> = [
    "than", "against", "compared", "from", "previous", "earlier", "before", "after", "again", "also", "dan", "tegen",
    "tegenover", "vergeleken", "vergelijking", "vorige", "eerder", "ook", "opnieuw", "ten", "als", "gegen", "gegenuber",
    "vergleich", "vorjahr", "zuvor", "auch", "wieder", "contre", "comparaison", "aussi", "encore", "frente",
    "comparacion", "tambien", "there", "er", "still", "nog", "noch", "not", "no", "niet", "geen", "nicht", "kein",
    "keine", "pas", "other", "others", "rest", "remaining", "overige", "andere",
    "ubrigen", "anderen", "autres", "otros", "without", "zonder", "ohne", "sans", "sin",
    "rose", "fell", "grew", "risen", "fallen", "grown", "increased", "decreased", "increase", "decrease", "rise",
    "fall",
    "growth", "dropped", "gained", "lost", "won", "steeg", "daalde", "gestegen", "gedaald", "stijging", "daling",
    "groei",
    "toename", "afname", "groeide", "verloor", "stieg", "sank", "gestiegen", "gesunken", "anstieg", "ruckgang",
    "zunahme",
    "abnahme", "wuchs", "verlor", "hausse", "baisse", "augmentation", "diminution", "augmente", "diminue", "perdu",
    "aumento", "descenso", "subio", "bajo", "crecio", "perdio", "more", "fewer", "less", "meer", "minder", "mehr",
    "weniger", "plus", "moins", "mas", "menos", "difference", "verschil",
  ]

  func word(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

  /// Folded words of the part of the sentence between two marks or turns that holds a place.
  func clause(around place: Int) -> Range<Int> {
    func parts(_ index: Int) -> Bool {
      let token = tokens[index]
      return token.kind == .mark && ",;:()–—".contains(token.text) || TextWords.turns.contains(token.folded)
    }
    var (start, end) = (place, place)
    while start > 0, !parts(start - 1) { start -= 1 }
    while end < tokens.count, !parts(end) { end += 1 }
    return start..<max(end, min(place + 1, tokens.count))
  }
}
