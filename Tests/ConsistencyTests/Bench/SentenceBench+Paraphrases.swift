@testable import Consistency
import Invented
import Model

/// Sentences as journalists write them: the order turned round, years counted from each other, numbers in brackets,
/// shares and factors in words.
extension SentenceBench {
  enum Turn: String, CaseIterable {
    case swapped = "two digits swapped, reworded"
    case direction = "a rise for a fall, reworded"
    case factor = "a factor in words"
    case share = "a share in words"
  }

  private static func order(_ language: Language) -> Int { Language.allCases.firstIndex(of: language) ?? 0 }

  /// `%b` in `%2` and `%a` in `%1`, `%k` years apart; `%r` row, `%u` noun, `%d` the word of the change.
  private static let pairs: [[String]] = [
    [
      "From %a in %1 to %b in %2: that is how the number of %u in %r %d.",
      "%b %u were counted in %r in %2; in %1 it was still %a.", "%r had %a %u in %1, and %k years later %b.",
      "For %r the number %d between %1 (%a) and %2 (%b).",
    ],
    [
      "Van %a in %1 naar %b in %2: zo is het aantal %u bij %r %d.",
      "In %2 waren het er bij %r %b; in %1 nog %a.", "%r telde %a %u in %1, %k jaar later waren het er %b.",
      "Bij %r is het aantal tussen %1 (%a) en %2 (%b) %d.",
    ],
    [
      "Von %a im Jahr %1 auf %b im Jahr %2: so ist die Zahl der %u bei %r %d.",
      "%2 waren es bei %r %b, %1 noch %a.", "%r zählte %1 %a %u, %k Jahre später %b.",
      "Bei %r ist die Zahl zwischen %1 (%a) und %2 (%b) %d.",
    ],
    [
      "De %a en %1 à %b en %2 : pour %r, le nombre de %u est en %d.",
      "En %2, %r comptait %b %u, contre %a en %1.", "%r avait %a %u en %1 et %b %k ans plus tard.",
    ],
    [
      "De %a en %1 a %b en %2: en %r el número de %u %d.", "En %2 %r contaba con %b %u, frente a %a en %1.",
      "%r tenía %a %u en %1 y %b %k años después.",
    ],
  ]

  private static let numerals = [
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
    ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"],
    ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
    ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
  ]

  /// `%f` a factor in words.
  private static let factors = [
    "The number of %u in %r %f between %1 and %2.", "Tussen %1 en %2 is het aantal %u bij %r %f.",
    "Die Zahl der %u bei %r hat sich zwischen %1 und %2 %f.", "Entre %1 et %2, le nombre de %u pour %r a %f.",
    "Entre %1 y %2 el número de %u en %r se %f.",
  ]

  private static let doubled = ["doubled", "verdubbeld", "verdoppelt", "doublé", "duplicó"]
  private static let halved = ["halved", "gehalveerd", "halbiert", "diminué de moitié", "redujo a la mitad"]

  /// `%f` a share in words, of a whole that the table has.
  private static let shares = [
    "%f of all %u went to %r in %2.", "In %2 ging %f van alle %u naar %r.", "%2 entfielen %f aller %u auf %r.",
    "En %2, %f des %u sont allés à %r.", "En %2 %f de los %u fueron para %r.",
  ]

  private static let fractions: [(Double, [String])] = [
    (0.1, ["a tenth", "een tiende", "ein Zehntel", "un dixième", "una décima parte"]),
    (0.2, ["a fifth", "een vijfde", "ein Fünftel", "un cinquième", "una quinta parte"]),
    (0.25, ["a quarter", "een kwart", "ein Viertel", "un quart", "una cuarta parte"]),
    (0.3333, ["a third", "een derde", "ein Drittel", "un tiers", "un tercio"]),
    (0.5, ["half", "de helft", "die Hälfte", "la moitié", "la mitad"]),
    (0.6667, ["two thirds", "twee derde", "zwei Drittel", "deux tiers", "dos tercios"]),
    (0.75, ["three quarters", "driekwart", "drei Viertel", "trois quarts", "tres cuartas partes"]),
  ]

  // MARK: - Drawing

  /// A true sentence of a kind, or a wrong one.
  mutating func paraphrase(_ language: Language, _ turn: Turn, isWrong: Bool) -> Sentence? {
    switch turn {
    case .swapped, .direction: pair(language, turn, isWrong: isWrong)
    case .factor: factor(language, isWrong: isWrong)
    case .share: share(language, isWrong: isWrong)
    }
  }

  private struct Drawn {
    var row, noun, first, last: String
    var one, other: Double
  }

  private mutating func drawn(_ language: Language) -> Drawn? {
    let usable = Self.sources.filter { $0.hasYears && $0.rows.isEmpty }
    let source = usable[Int.random(in: 0..<usable.count, using: &dice)]
    let rows = Set((cells[source.file] ?? []).compactMap { $0.dimensions.first?.value }).sorted()
    let row = rows[Int.random(in: 0..<rows.count, using: &dice)]
    let (first, last) = (source.columns[0], source.columns[source.columns.count - 1])
    guard let one = value(source, row, first), let other = value(source, row, last), one != other, min(one, other) >= 10
    else { return nil }
    return Drawn(row: row, noun: source.nouns[Self.order(language)], first: first, last: last, one: one, other: other)
  }

  private mutating func pair(_ language: Language, _ turn: Turn, isWrong: Bool) -> Sentence? {
    guard let drawn = drawn(language),
      let years = Int(drawn.last).flatMap({ last in Int(drawn.first).map { last - $0 } })
    else { return nil }
    let order = Self.order(language)
    let template = Self.pairs[order][Int.random(in: 0..<Self.pairs[order].count, using: &dice)]
    let isTurned = isWrong && turn == .direction
    guard !isTurned || template.contains("%d"), years >= 2 || !template.contains("%k") else { return nil }
    var said = drawn.other
    if isWrong, turn == .swapped {
      guard let digits = wrong(said, .swapped, Self.sources[0], drawn.row, drawn.last) else { return nil }
      said = digits
    }
    let rises = (drawn.other > drawn.one) != isTurned
    let text = filled(
      template,
      [
        "%r": drawn.row, "%u": drawn.noun, "%1": drawn.first, "%2": drawn.last, "%a": printed(drawn.one, language),
        "%b": printed(said, language), "%k": Self.numerals[order][max(0, min(8, years - 2))],
        "%d": Self.word(language, rises: rises),
      ])
    return Sentence(language: language, text: text, error: nil)
  }

  private mutating func factor(_ language: Language, isWrong: Bool) -> Sentence? {
    guard let drawn = drawn(language) else { return nil }
    let ratio = drawn.other / drawn.one
    let (isDoubled, isHalved) = ((1.8...2.3).contains(ratio), (0.43...0.56).contains(ratio))
    if isWrong ? (1.6...2.6).contains(ratio) || (0.38...0.63).contains(ratio) : !isDoubled && !isHalved { return nil }
    let isUp = isWrong ? Bool.random(using: &dice) : isDoubled
    let order = Self.order(language)
    let words = isUp ? Self.doubled[order] : Self.halved[order]
    let template = Self.factors[order]
    let text = filled(
      template, ["%r": drawn.row, "%u": drawn.noun, "%1": drawn.first, "%2": drawn.last, "%f": words])
    return Sentence(language: language, text: text, error: nil)
  }

  /// Of what the tables of seats and of Canada have as their totals.
  private mutating func share(_ language: Language, isWrong: Bool) -> Sentence? {
    guard let drawn = drawn(language) else { return nil }
    let wholes: [String: Double] = ["zetels": 150, "inwoners": 36_991_981]
    let source = Self.sources.first { $0.nouns[Self.order(language)] == drawn.noun && $0.file != "us-census-2020" }
    guard let source, source.file != "fbi-murders", source.file != "cbs-donorregister",
      value(source, drawn.row, drawn.last) == drawn.other, let whole = wholes[source.nouns[1]]
    else { return nil }
    let part = drawn.other / whole
    let fitting = Self.fractions.filter { fraction, _ in
      let room = min(fraction, 1 - fraction)
      return isWrong ? abs(part - fraction) > 0.5 * room + 0.05 : abs(part - fraction) < 0.15 * room
    }
    guard let words = fitting.randomElement(using: &dice) else { return nil }
    let text = filled(
      Self.shares[Self.order(language)],
      ["%r": drawn.row, "%u": drawn.noun, "%2": drawn.last, "%f": words.1[Self.order(language)]])
    return Sentence(language: language, text: text, error: nil)
  }
}
