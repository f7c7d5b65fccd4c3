import Model

/// What is said of the mistakes people make in YAML: what stands there, and what to type instead.
enum YAMLWords {
  static let remedy = LocalizedText(nl: "Verbeter deze regel.", en: "Mend this line.")

  static let tab = LocalizedText(
    nl: "hier staat een tab in de inspringing; spring in met spaties.",
    en: "here is a tab in the indentation; indent with spaces.")

  static let wideBlankInIndentation = LocalizedText(
    nl: "in de inspringing staat een vaste spatie (uit Word of een webpagina); typ gewone spaties.",
    en: "there is a no-break space in the indentation (from Word or a web page); type plain blanks.")

  static let mergeConflict = LocalizedText(
    nl: "hier staat een merkteken van git (<<<<<<<, ======= of >>>>>>>): twee versies zijn niet samengevoegd.",
    en: "here is a mark of git (<<<<<<<, ======= or >>>>>>>): two versions were not merged.")

  static let deeperThanText = LocalizedText(
    nl: "deze regel springt verder in dan de regel erboven, die al een waarde heeft.",
    en: "this line is indented deeper than the one above, which has a value already.")

  static let indentation = LocalizedText(
    nl: "deze regel springt anders in dan de regels waar zij bij hoort.",
    en: "this line is indented otherwise than the lines it belongs to.")

  static let textNotIndented = LocalizedText(
    nl: "deze regel heeft geen sleutel; hoort zij bij de tekst erboven, spring dan even ver in.",
    en: "this line has no key; if it belongs to the text above, indent it as far.")

  static let colonInText = LocalizedText(
    nl: "hier staat een dubbele punt te veel; zet een tekst met een dubbele punt tussen aanhalingstekens.",
    en: "here is one colon too many; put a text with a colon between quotes.")

  static let cutInBrackets = LocalizedText(
    nl: "na ` #` leest Zicht niet verder op deze regel; zet een tekst met een # tussen aanhalingstekens.",
    en: "after ` #` Zicht reads no further on this line; put a text with a # between quotes.")

  static let cut = LocalizedText(
    nl: "wat na ` #` staat, is een opmerking en hoort niet bij de tekst.",
    en: "what stands after ` #` is a remark and no part of the text.")

  static func dash(_ sign: Unicode.Scalar) -> LocalizedText {
    sign == "-"
      ? LocalizedText(
        nl: "na het streepje van de lijst staat een vaste spatie; typ een gewone spatie.",
        en: "a no-break space follows the hyphen of the list; type a plain blank.")
      : LocalizedText(
        nl: "deze regel van de lijst begint met `\(sign)`; typ een gewoon streepje (-) en een spatie.",
        en: "this line of the list begins with `\(sign)`; type a plain hyphen (-) and a blank.")
  }

  static func sign(_ sign: Unicode.Scalar) -> LocalizedText {
    let shown = sign == "`" ? "`" : "`\(sign)`"
    return LocalizedText(
      nl: "een tekst die met \(shown) begint, hoort tussen aanhalingstekens.",
      en: "a text that begins with \(shown) belongs between quotes.")
  }

  static func behindQuote(_ quote: Unicode.Scalar) -> LocalizedText {
    quote == "'"
      ? LocalizedText(
        nl: "na het sluitende teken ' staat nog tekst; zet een tekst met een apostrof tussen dubbele aanhalingstekens.",
        en: "more text follows the closing '; put a text with an apostrophe between double quotes.")
      : LocalizedText(
        nl: "na het sluitende aanhalingsteken staat nog tekst; zet de hele tekst tussen enkele aanhalingstekens (').",
        en: "more text follows the closing quote; put the whole text between single quotes (').")
  }

  static func unclosed(_ quote: Unicode.Scalar, in line: [Unicode.Scalar]) -> LocalizedText {
    if quote == "\"", line.contains("”") || line.contains("“") { return wordQuotes }
    return quote == "'"
      ? LocalizedText(
        nl: "het teken ' dat hier opent, wordt niet gesloten; zet een tekst die met een apostrof begint tussen \".",
        en: "the ' that opens here is not closed; put a text that begins with an apostrophe between \".")
      : LocalizedText(
        nl: "het aanhalingsteken dat hier opent, wordt niet gesloten.", en: "the quote that opens here is not closed.")
  }

  static func unclosedBracket(_ bracket: Unicode.Scalar) -> LocalizedText {
    LocalizedText(
      nl: "de haak `\(bracket)` die hier opent, wordt niet gesloten.",
      en: "the `\(bracket)` that opens here is not closed.")
  }

  static let wordQuotes = LocalizedText(
    nl: "hier staan aanhalingstekens uit Word (“ ”); typ rechte (\"), of zet er rechte omheen als zij moeten blijven.",
    en: "here are quotes of Word (“ ”); type straight ones (\"), or put straight ones around them to keep them.")

  private static let missingColon = LocalizedText(
    nl: "na de sleutel ontbreekt een dubbele punt.", en: "a colon is missing after the key.")

  /// What is wrong with a line that has no key, by what stands where its colon should be.
  static func missingColon(in line: [Unicode.Scalar]) -> LocalizedText {
    let text = line.drop { $0 == " " || $0 == "-" }
    let key = text.prefix {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
    }
    let rest = text.dropFirst(key.count).drop { $0 == " " }
    guard !key.isEmpty, let sign = rest.first else { return missingColon }
    let next = rest.dropFirst().first
    switch sign {
    case ":" where next?.isWideBlank == true:
      return LocalizedText(
        nl: "na de dubbele punt staat een vaste spatie (uit Word of een webpagina); typ een gewone spatie.",
        en: "a no-break space follows the colon (from Word or a web page); type a plain blank.")
    case ":":
      return LocalizedText(nl: "na de dubbele punt hoort een spatie.", en: "a blank belongs after the colon.")
    case "=", ";", "：", "→":
      return LocalizedText(
        nl: "na de sleutel staat `\(sign)`; typ een dubbele punt en een spatie.",
        en: "`\(sign)` follows the key; type a colon and a blank.")
    default: return missingColon
    }
  }

  // MARK: Keys and texts that the parser takes

  static let knownKeys = Set(FolderKeys.all.flatMap(\.names) + ["nl", "en", "from", "to", "policy", "reconstructed"])

  /// A key with a dash or an invisible sign in it that is known without, and the key that merges.
  static func wrongKey(_ key: String) -> LocalizedText? {
    if key == "<<" {
      return LocalizedText(
        nl: "samenvoegen met `<<` leest Zicht niet; schrijf de sleutels uit.",
        en: "Zicht does not read merging with `<<`; write the keys out.")
    }
    guard !knownKeys.contains(key) else { return nil }
    var plain = String.UnicodeScalarView()
    for scalar in key.unicodeScalars
    where !scalar.isInvisible && !scalar.isWideBlank && !"“”„\"".unicodeScalars.contains(scalar) {
      plain.append("–—−‑‐".unicodeScalars.contains(scalar) ? "-" : scalar)
    }
    let meant = String(plain)
    guard meant != key, knownKeys.contains(meant) else { return nil }
    return LocalizedText(
      nl: "in deze sleutel staat een teken uit Word of een onzichtbaar teken; typ `\(meant)`.",
      en: "this key holds a sign of Word or an invisible one; type `\(meant)`.")
  }

  /// A text between quotes of a word processor, one that ends with a quote nobody opened, one with a blank that is none.
  static func wrongText(_ text: String) -> LocalizedText? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return nil }
    let inner = scalars.dropFirst()
    if "“„”".unicodeScalars.contains(first), !inner.contains("”"), !inner.contains("“") { return wordQuotes }
    if "“„”".unicodeScalars.contains(first), "”“\"".unicodeScalars.contains(last), scalars.count > 1 {
      return wordQuotes
    }
    if "‘‚".unicodeScalars.contains(first), "’‘".unicodeScalars.contains(last), scalars.count > 1 { return wordQuotes }
    if last == "\"", scalars.count(where: { $0 == "\"" }) == 1 {
      return LocalizedText(
        nl: "deze tekst eindigt met een aanhalingsteken dat nergens opent.",
        en: "this text ends with a quote that opens nowhere.")
    }
    if first.isWideBlank || last.isWideBlank {
      return LocalizedText(
        nl: "aan het begin of einde van deze waarde staat een vaste spatie; typ een gewone spatie.",
        en: "there is a no-break space at the start or end of this value; type a plain blank.")
    }
    return nil
  }
}
