internal import Model

/// Whole numbers in words, up to the billions, as a reader may meet them in one word or in several.
///
///     below 100  = unit | teen | ten | unit "en" ten              (vijfendertig; thirty-five)
///     below 1000 = [below 100] "honderd" [["en"] below 100]       (tweehonderd, honderdtwintig; two hundred and five)
///     thousands  = [below 1000] "duizend" [["en"] below 1000]
///     millions   = [below 1000] "miljoen" [thousands]
///
/// Words are in the form of `ReadLetters`. `een` is an article and no number; who calls has to look for its accents.
struct Numeral {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// The number that one word is; nil for other words. Hyphens within it do not matter.
  func value(_ word: String) -> Int? {
    guard word.utf8.count >= 3, let first = word.utf8.first, (97...122).contains(first) else { return nil }
    let joined = word.contains("-") ? String(word.filter { $0 != "-" }) : word
    switch language {
    case .nl: return joined == "een" ? nil : Self.dutch(joined[...])
    case .en: return Self.english(joined[...])
    }
  }

  /// Words for large numbers, which multiply what stands before them.
  static let scales: [(nl: String, en: String, value: Int)] = [
    ("miljard", "billion", 1_000_000_000), ("miljoen", "million", 1_000_000), ("duizend", "thousand", 1000),
    ("honderd", "hundred", 100),
  ]

  // MARK: Dutch

  private static func dutch(_ word: Substring) -> Int? {
    if let plain = dutchPlain[String(word)] { return plain }
    for scale in scales {
      guard let place = range(of: scale.nl, in: word) else { continue }
      let (before, after) = (word[..<place.lowerBound], word[place.upperBound...])
      guard let times = before.isEmpty ? 1 : dutch(before), times > 0, times < 1000 || scale.value > 1000 else {
        return nil
      }
      guard let rest = after.isEmpty ? 0 : dutch(after) ?? withoutAnd(after), rest < scale.value else { return nil }
      return product(times, scale.value).map { $0 + rest }
    }
    for (ten, value) in dutchTens where word.hasSuffix(ten) {
      let unit = word.dropLast(ten.count)
      guard unit.hasSuffix("en"), let number = dutchUnits[String(unit.dropLast(2))] else { continue }
      return value + number
    }
    return nil
  }

  private static func withoutAnd(_ word: Substring) -> Int? { word.hasPrefix("en") ? dutch(word.dropFirst(2)) : nil }

  private static func product(_ times: Int, _ scale: Int) -> Int? {
    let (product, overflow) = times.multipliedReportingOverflow(by: scale)
    return overflow || product > Int.max / 2 ? nil : product
  }

  private static func range(of part: String, in word: Substring) -> Range<Substring.Index>? {
    var index = word.startIndex
    while index < word.endIndex {
      if word[index...].hasPrefix(part) { return index..<word.index(index, offsetBy: part.count) }
      index = word.index(after: index)
    }
    return nil
  }

  private static let dutchUnits = [
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
  ]

  private static let dutchTens = [
    ("twintig", 20), ("dertig", 30), ("veertig", 40), ("vijftig", 50), ("zestig", 60), ("zeventig", 70),
    ("tachtig", 80), ("negentig", 90),
  ]

  private static let dutchPlain: [String: Int] = {
    var words = dutchUnits
    for (word, value) in dutchTens { words[word] = value }
    let teens = [
      "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ]
    for (index, word) in teens.enumerated() { words[word] = 10 + index }
    words["nul"] = 0
    return words
  }()

  // MARK: English

  private static func english(_ word: Substring) -> Int? {
    if let plain = englishPlain[String(word)] { return plain }
    for scale in scales {
      guard let place = range(of: scale.en, in: word) else { continue }
      let (before, after) = (word[..<place.lowerBound], word[place.upperBound...])
      guard let times = before.isEmpty ? 1 : english(before), times > 0, times < 1000 else { return nil }
      guard let rest = after.isEmpty ? 0 : english(after) ?? withoutEnglishAnd(after), rest < scale.value else {
        return nil
      }
      return product(times, scale.value).map { $0 + rest }
    }
    for (ten, value) in englishTens where word.hasPrefix(ten) {
      if let unit = englishUnits[String(word.dropFirst(ten.count))] { return value + unit }
    }
    return nil
  }

  private static func withoutEnglishAnd(_ word: Substring) -> Int? {
    word.hasPrefix("and") ? english(word.dropFirst(3)) : nil
  }

  private static let englishUnits = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
  ]

  private static let englishTens = [
    ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70),
    ("eighty", 80), ("ninety", 90),
  ]

  private static let englishPlain: [String: Int] = {
    var words = englishUnits
    for (word, value) in englishTens { words[word] = value }
    let teens = [
      "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (index, word) in teens.enumerated() { words[word] = 10 + index }
    words["zero"] = 0
    return words
  }()

  // MARK: Roman numerals

  /// `XII`: a number of the Romans in capitals, written as they are written; nil for other words.
  static func roman(_ word: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    let digits = word.compactMap { values[$0] }
    guard !digits.isEmpty, digits.count == word.count else { return nil }
    var total = 0
    for (index, digit) in digits.enumerated() {
      total += index + 1 < digits.count && digit < digits[index + 1] ? -digit : digit
    }
    return total > 0 && romanForm(total) == word ? total : nil
  }

  private static func romanForm(_ number: Int) -> String {
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in steps {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
