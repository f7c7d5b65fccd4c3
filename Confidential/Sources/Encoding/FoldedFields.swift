import Foundation

/// Brings the text of cells into the form of a `StandardRecord`: simple, the same for every partner, and to be replaced
/// by the standardisation of the stage `Linkage`.
package enum FoldedFields {
  /// What is written where a name is not known.
  private static let unknown: Set<String> = [
    "onbekend", "unknown", "unkown", "nn", "nb", "nvt", "geen", "none", "onb", "anoniem", "anonymous", "xx", "xxx",
  ]
  private static let letters: [Character: String] = [
    "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
  ]
  /// A name of more words than this is a sentence.
  private static let mostTokens = 4

  /// The words of a name, of a to z, without words that stand for unknown; at most four.
  package static func tokens(_ text: String) -> [String] {
    var words: [String] = [""]
    for character in text.lowercased().decomposedStringWithCanonicalMapping {
      let plain = letters[character] ?? String(character)
      var hasLetter = false
      for scalar in plain.unicodeScalars {
        if ("a"..."z").contains(scalar) {
          words[words.count - 1].unicodeScalars.append(scalar)
          hasLetter = true
        } else if scalar == "'" || scalar == "’" || scalar == "."
          || scalar.properties.canonicalCombiningClass != .notReordered
        {
          hasLetter = true
        }
      }
      if !hasLetter, !words[words.count - 1].isEmpty { words.append("") }
    }
    return Array(words.filter { !$0.isEmpty && !unknown.contains($0) }.prefix(mostTokens))
  }

  /// One word of a to z and digits, for a place or a country; nil when nothing is left.
  package static func word(_ text: String) -> String? {
    let folded = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    let word = String(String.UnicodeScalarView(folded))
    return word.isEmpty || unknown.contains(word) ? nil : word
  }

  /// A number without what is between its signs: letters and digits, capitals. Nil below four signs.
  package static func identifier(_ text: String) -> String? {
    let signs = text.uppercased().unicodeScalars.filter { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
    return signs.count >= 4 ? String(String.UnicodeScalarView(signs)) : nil
  }

  /// A telephone number in international form without its plus, with the country of a national number given. Nil below
  /// seven digits.
  package static func phone(_ text: String, country: String = "31") -> String? {
    let isInternational = text.unicodeScalars.first { !$0.properties.isWhitespace } == "+"
    var digits = text.filter { $0.isASCII && $0.isNumber }
    if isInternational {
    } else if digits.hasPrefix("00") {
      digits.removeFirst(2)
    } else if digits.hasPrefix("0") {
      digits = country + digits.dropFirst()
    } else if digits.count == 9, digits.hasPrefix("6") {
      digits = country + digits
    }
    if digits.hasPrefix(country + "0") { digits = country + digits.dropFirst(country.count + 1) }
    return digits.count >= 7 ? digits : nil
  }

  /// A name on a platform, without its at sign and without case.
  package static func userName(_ text: String) -> String? {
    let name = text.lowercased().filter { !$0.isWhitespace && $0 != "@" }
    return name.count >= 2 && !unknown.contains(name) ? name : nil
  }

  package static func email(_ text: String) -> String? {
    let address = text.lowercased().filter { !$0.isWhitespace }
    return address.contains("@") ? address : nil
  }

  /// A date written as year, month and day or as day, month and year, with any sign between, or a year alone. What is no
  /// date of the calendar keeps its year.
  package static func date(_ text: String) -> StandardDate {
    let parts = text.split { !($0.isASCII && $0.isNumber) }.map(String.init)
    if parts.count == 1, parts[0].count == 8 {
      return date(parts[0].prefix(4), parts[0].dropFirst(4).prefix(2), parts[0].suffix(2))
    }
    if parts.count >= 3, parts[0].count == 4 { return date(parts[0], parts[1], parts[2]) }
    if parts.count >= 3, parts[2].count == 4 { return date(parts[2], parts[1], parts[0]) }
    if parts.count == 1, parts[0].count == 4 { return date(parts[0], "", "") }
    return StandardDate()
  }

  private static func date(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol)
    -> StandardDate
  {
    guard let year = Int(year), (1880...2100).contains(year) else { return StandardDate() }
    guard let month = Int(month), (1...12).contains(month), let day = Int(day), (1...days(month, year)).contains(day)
    else { return StandardDate(year: year) }
    return StandardDate(year: year, month: month, day: day)
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
