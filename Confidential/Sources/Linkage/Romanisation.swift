/// Letters of other alphabets in plain Latin ones.
///
/// Latin letters by their Unicode names: `LATIN SMALL LETTER O WITH STROKE` is an o. Cyrillic after ISO 9 without marks
/// where two letters would be lost, as passports have it (ICAO Doc 9303); Greek after ELOT 743; Arabic consonants as
/// they are mostly written, without vowels.
enum Romanisation {
  /// The plain letters of a character; empty for a mark that is dropped, nil for what separates words.
  static func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
    let value = scalar.value
    switch value {
    case 0x30...0x39, 0x61...0x7A: return [UInt8(value)]
    case 0x41...0x5A: return [UInt8(value) | 0x20]
    case 0x27, 0x2BC, 0x2018, 0x2019, 0x60, 0xB4, 0xAD: return []
    case ..<0x80: return nil
    default: break
    }
    if let known = table[value] { return known }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format, .enclosingMark, .modifierLetter, .modifierSymbol: return []
    default: break
    }
    return plainLatin(scalar)
  }

  private static func plainLatin(_ scalar: Unicode.Scalar) -> [UInt8]? {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard let place = words.firstIndex(of: "LETTER"), place + 1 < words.count else { return nil }
    var letter = words[place + 1]
    if letter == "DOTLESS" || letter == "LONG" || letter == "SHARP" || letter == "TURNED" || letter == "OPEN",
      place + 2 < words.count
    {
      letter = words[place + 2]
    }
    switch letter {
    case "ETH": return [0x64]
    case "THORN": return [0x74, 0x68]
    case "SCHWA": return [0x61]
    case "ENG": return [0x6E, 0x67]
    default: return letter.utf8.count <= 2 ? letter.lowercased().utf8.map { $0 } : nil
    }
  }

  private static let table: [UInt32: [UInt8]] = {
    var result: [UInt32: [UInt8]] = [0xDF: Array("ss".utf8), 0x1E9E: Array("ss".utf8)]
    for line in [cyrillic, greek, arabic] {
      for entry in line.split(separator: " ") {
        let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
        for scalar in parts[0].unicodeScalars {
          let letters = Array(parts[1].utf8)
          result[scalar.value] = letters
          for upper in scalar.properties.uppercaseMapping.unicodeScalars where scalar.value < 0x600 {
            result[upper.value] = letters
          }
        }
      }
    }
    return result
  }()

  private static let cyrillic =
    "а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f х:kh "
    + "ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:g ќ:k ѕ:dz"
  private static let greek =
    "α:a ά:a β:v γ:g δ:d ε:e έ:e ζ:z η:i ή:i θ:th ι:i ί:i ϊ:i ΐ:i κ:k λ:l μ:m ν:n ξ:x ο:o ό:o π:p ρ:r σ:s ς:s τ:t υ:y "
    + "ύ:y ϋ:y ΰ:y φ:f χ:ch ψ:ps ω:o ώ:o"
  private static let arabic =
    "ا:a أ:a إ:i آ:a ب:b ت:t ث:th ج:j ح:h خ:kh د:d ذ:dh ر:r ز:z س:s ش:sh ص:s ض:d ط:t ظ:z ع:a غ:gh ف:f ق:q ك:k ل:l م:m "
    + "ن:n ه:h و:w ي:y ى:a ة:a ء: ئ:y ؤ:w پ:p چ:ch ژ:zh گ:g ک:k ی:y"
}
