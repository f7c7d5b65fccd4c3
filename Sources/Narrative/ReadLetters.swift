/// Words as a reader takes them in, for comparing: small letters without accents, without signs that nobody sees, with
/// digits of any script as digits, and letters of other scripts that look like ours as ours.
///
/// So `Twee\u{AD}honderd`, `ｔｗｅｅhonderd` and `tweehónderd` are all `tweehonderd`, and `４５０` is `450`.
enum ReadLetters {
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  /// Whether the word carries an accent, as `één` does to tell a number from an article.
  static func hasAccent(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      isMark(scalar) && scalar.value != 0x20E3
        || scalar.value >= 0xC0 && accents[scalar.properties.lowercaseMapping] != nil
    }
  }

  /// Digits for letters that look like them, in a word that has a digit: `45O`, `l00`. Nil for other words.
  static func digitsByLook(_ folded: String) -> String? {
    var result = ""
    for character in folded {
      switch character {
      case "o": result.append("0")
      case "l", "i", "|": result.append("1")
      case "0"..."9": result.append(character)
      default: return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format || isMark(scalar) {
      return
    }
    if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
      result.append(contentsOf: String(Int(value)).unicodeScalars)
      return
    }
    let wide = 0xFF21...0xFF5A ~= scalar.value ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    let small = mathematical(wide) ?? wide.properties.lowercaseMapping
    result.append(contentsOf: (accents[small] ?? likenesses[small] ?? small).unicodeScalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The mathematical alphabets, 52 letters each: `𝐭𝐰𝐞𝐞`.
  private static func mathematical(_ scalar: Unicode.Scalar) -> String? {
    guard 0x1D400...0x1D6A3 ~= scalar.value else { return nil }
    let place = (scalar.value - 0x1D400) % 26
    return Unicode.Scalar(0x61 + place).map(String.init)
  }

  private static let accents: [String: String] = table([
    "a": "àáâãäåāăąǎ", "c": "çćčĉ", "d": "ďđ", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ",
    "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏőǒ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûüũūŭůűųǔ",
    "w": "ŵẁẃẅ", "y": "ýÿŷ", "z": "źżž", "ij": "ĳ", "ae": "æ", "oe": "œ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ",
    "-": "\u{2010}\u{2011}\u{2012}\u{2013}", "'": "\u{2019}\u{2018}\u{02BC}",
  ])

  /// Letters of the Greek and Cyrillic alphabets that cannot be told from ours in print.
  private static let likenesses: [String: String] = table([
    "a": "аα", "b": "в", "c": "с", "d": "ԁ", "e": "еε", "h": "һн", "i": "іι", "j": "ј", "k": "кκ", "m": "м", "n": "п",
    "o": "оο", "p": "рρ", "q": "ԛ", "r": "г", "s": "ѕ", "t": "тτ", "u": "υ", "v": "ѵν", "w": "ԝ", "x": "хχ", "y": "уγ",
    "z": "ᴢ",
  ])

  private static func table(_ groups: [String: String]) -> [String: String] {
    var table: [String: String] = [:]
    for (plain, forms) in groups { for form in forms { table[String(form)] = plain } }
    return table
  }
}
