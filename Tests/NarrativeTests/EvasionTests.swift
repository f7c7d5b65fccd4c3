import Model
import Testing

@testable import Narrative

/// A text that says a number without a figure is stopped, whatever the spelling, and the finding names the place.
@Suite struct `Ways around the language` {
  @Test func `digits are found in every guise`() {
    for row in Evasions.digitsNL { #expect(Evasions.isFound(row, .nl), "\(row.text)") }
    for row in Evasions.digitsEN { #expect(Evasions.isFound(row, .en), "\(row.text)") }
  }

  @Test func `numbers in words are found in every guise`() {
    for row in Evasions.wordsNL { #expect(Evasions.isFound(row, .nl), "\(row.text)") }
    for row in Evasions.wordsEN { #expect(Evasions.isFound(row, .en), "\(row.text)") }
  }

  @Test func `words of change stand beside nothing that bears them`() {
    for row in Evasions.directionsNL { #expect(Evasions.isFound(row, .nl), "\(row.text)") }
    for row in Evasions.directionsEN { #expect(Evasions.isFound(row, .en), "\(row.text)") }
  }

  @Test func `words of change that the numbers beside them do not bear are found, and no others`() {
    for (text, language) in Evasions.contradictions {
      #expect(Evasions.errors(text, language).contains { $0.rule == "text-verdict-word" }, "\(text)")
    }
    for (text, language) in Evasions.borne { #expect(Evasions.errors(text, language).isEmpty, "\(text)") }
  }

  @Test func `kinds of words that say a number or a verdict are found, and are free where the numbers bear them`() {
    for (language, list) in [(Language.nl, Evasions.kindsNL), (.en, Evasions.kindsEN)] {
      let texts = Evasions.rows(list)
      #expect(texts.count >= 80 && Set(texts).count == texts.count)
      for text in texts { #expect(!Evasions.errors(text, language).isEmpty, "\(text)") }
    }
    for (text, language) in Evasions.kindsBorne { #expect(Evasions.errors(text, language).isEmpty, "\(text)") }
  }

  @Test func `numbers of another row, or that say the opposite, bear nothing`() {
    for (text, language) in Evasions.kindsContradicted {
      #expect(Evasions.errors(text, language).contains { $0.rule == "text-verdict-word" }, "\(text)")
    }
  }

  @Test func `what is said follows from what is asked`() {
    for (text, language) in Evasions.laundering { #expect(!Evasions.errors(text, language).isEmpty, "\(text)") }
  }

  @Test func `sentences that say nothing of numbers raise no alarm, but for one in fifty`() {
    for (language, sentences) in [(Language.nl, Innocents.dutch), (.en, Innocents.english)] {
      #expect(Set(sentences).count == sentences.count && sentences.count >= 100)
      let alarms = sentences.filter { !Evasions.errors($0, language).isEmpty }
      #expect(alarms.count * 50 <= sentences.count, "\(alarms)")
    }
  }

  /// Spelled by the test, from the number, and read by the code: every number to a thousand, and a thousand beyond.
  @Test(arguments: Language.allCases)
  func `every whole number in words is read as that number`(_ language: Language) {
    var random = Dice(seed: 44)
    let numbers = Array(13...1000) + (0..<1000).map { _ in random.below(900_000_000) + 1001 }
    for number in numbers {
      let written = Spelling.words(number, language)
      #expect(Numeral(language).value(written.filter { $0 != " " }) == number, "\(written)")
    }
    #expect(Numeral(language).value(language == .nl ? "kwartaal" : "ornament") == nil)
    for word in ["achterstand", "zevenklapper", "tiener", "eenheid", "vierkant", "honderdje", "onehundredish"] {
      #expect(Numeral(language).value(word) == nil, "\(word)")
    }
  }

  /// A number in one of many spellings within one of many sentences.
  @Test(arguments: Language.allCases)
  func `a number in any spelling is found in any sentence`(_ language: Language) {
    var random = Dice(seed: 14)
    for _ in 0..<1500 {
      let number = random.below(2) == 0 ? random.below(990) + 13 : random.below(90_000) + 13
      let spelling = Spelling.any(number, language, &random)
      let frame = language == .nl ? random.one(of: Spelling.framesNL) : random.one(of: Spelling.framesEN)
      let text = frame.replacing("#", with: spelling)
      #expect(!Evasions.errors(text, language).isEmpty, "\(text)")
    }
  }

  @Test func `Roman numerals are read as they are written, and nothing else`() {
    let numbers: [(String, Int?)] = [
      ("I", 1), ("IV", 4), ("XII", 12), ("XCIX", 99), ("MCMLXXXIV", 1984), ("IIII", nil), ("VX", nil), ("IC", nil),
      ("XIIX", nil), ("", nil), ("MIJ", nil),
    ]
    for (text, number) in numbers { #expect(Numeral.roman(text) == number, "\(text)") }
  }
}

/// A generator of its own, so that a failure comes back.
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func one<Element>(of list: [Element]) -> Element { list[below(list.count)] }
}

/// Numbers as people write them.
enum Spelling {
  static func words(_ number: Int, _ language: Language) -> String {
    switch language {
    case .nl: dutch(number)
    case .en: english(number)
    }
  }

  private static let dutchSmall = [
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
  ]
  private static let dutchTens = [
    "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
  ]

  private static func dutch(_ number: Int) -> String {
    switch number {
    case ..<20: return dutchSmall[number]
    case ..<100:
      let unit = number % 10
      return (unit == 0 ? "" : dutchSmall[unit] + "en") + dutchTens[number / 10 - 2]
    case ..<1000:
      return (number < 200 ? "" : dutch(number / 100)) + "honderd" + (number % 100 == 0 ? "" : dutch(number % 100))
    case ..<1_000_000:
      return (number < 2000 ? "" : dutch(number / 1000)) + "duizend"
        + (number % 1000 == 0 ? "" : " " + dutch(number % 1000))
    default:
      return dutch(number / 1_000_000) + " miljoen" + (number % 1_000_000 == 0 ? "" : " " + dutch(number % 1_000_000))
    }
  }

  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static func english(_ number: Int) -> String {
    func rest(_ rest: Int, and: Bool) -> String { rest == 0 ? "" : (and ? " and " : " ") + english(rest) }
    switch number {
    case ..<20: return englishSmall[number]
    case ..<100: return englishTens[number / 10 - 2] + (number % 10 == 0 ? "" : "-" + englishSmall[number % 10])
    case ..<1000: return english(number / 100) + " hundred" + rest(number % 100, and: true)
    case ..<1_000_000: return english(number / 1000) + " thousand" + rest(number % 1000, and: number % 1000 < 100)
    default: return english(number / 1_000_000) + " million" + rest(number % 1_000_000, and: number % 1_000_000 < 100)
    }
  }

  /// In digits or in words, in one of the ways that get past a reader who looks for `450`.
  static func any(_ number: Int, _ language: Language, _ dice: inout Dice) -> String {
    let (digits, words) = (String(number), words(number, language))
    switch dice.below(10) {
    case 0: return digits
    case 1: return mapped(digits, from: 0x0660)
    case 2: return mapped(digits, from: 0xFF10)
    case 3: return digits.map(String.init).joined(separator: dice.one(of: ["\u{AD}", "\u{200B}", "\u{2060}"]))
    case 4: return String(digits.prefix(1)) + "**" + digits.dropFirst() + "**"
    case 5: return words.uppercased()
    case 6: return words.prefix(1).uppercased() + words.dropFirst()
    case 7: return words.map(String.init).joined(separator: "\u{AD}")
    case 8: return words.replacing("e", with: dice.one(of: ["é", "ë", "è", "е"]))
    default: return words
    }
  }

  private static func mapped(_ digits: String, from zero: UInt32) -> String {
    String(String.UnicodeScalarView(digits.unicodeScalars.compactMap { Unicode.Scalar($0.value - 48 + zero) }))
  }

  static let framesNL = [
    "Er waren # slachtoffers.", "In dat jaar kwamen # meldingen binnen.", "Het aantal is #.", "Van hen waren # jong.",
    "Ruim # mensen vroegen hulp.", "De inspectie (#) en de politie.", "Dat zijn er #, samen.", "## Bijna # in een jaar",
    "- Over # ging het niet.", "> Het waren er #!", "Zie [de # dossiers](#a).", "“#”, zei de agent.", "Een *#* keer.",
  ]
  static let framesEN = [
    "There were # victims.", "That year # reports came in.", "The count is #.", "Of them # were young.",
    "Over # people asked for help.", "The inspectorate (#) and the police.", "That makes #, in all.",
    "## Nearly # in a year", "- It was not about #.", "> There were #!", "See [the # files](#a).",
    "“#”, said the officer.",
    "An *#* times.",
  ]
}
