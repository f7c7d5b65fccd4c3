import Foundation

/// A text of an old Windows program, of which the page of codes is not said: that of Western Europe, or that of Central Europe
/// where the letters only make sense there.
enum WindowsText {
  /// - Returns: Nil for what is no text in either.
  static func read(_ data: Data) -> String? {
    guard let western = String(data: data, encoding: .windowsCP1252) else {
      return String(data: data, encoding: .windowsCP1250)
        ?? String(data: data, encoding: .isoLatin1)
    }
    guard isCentral(western), let central = String(data: data, encoding: .windowsCP1250) else {
      return western
    }
    return central
  }

  /// Whether a text read as Western has signs within its words, or letters together that no language of the West has.
  private static func isCentral(_ text: String) -> Bool {
    let letters = Array(text.lowercased())
    var counts: [Character: Int] = [:]
    var signs = 0
    for (place, letter) in letters.enumerated() where !letter.isASCII {
      counts[letter, default: 0] += 1
      // `wed³ug`: a sign between two letters.
      let next = place + 1 < letters.count ? letters[place + 1] : " "
      if "£¥ª¯³¹º¼¾¿".contains(letter), next.isLetter, place > 0, letters[place - 1].isLetter {
        signs += 1
      }
    }
    func has(_ some: String) -> Bool { some.contains { (counts[$0] ?? 0) > 0 } }
    // Czech and Slovak, Polish, Hungarian, and Romanian, as they look in the West.
    let isCzech = has("ø") && has("ìù") || has("šž") && has("èìï")
    let isHungarian = has("õû") && has("á") && has("é") && has("öü") && !has("ãç")
    let isRomanian = has("þ") && has("ã") && !has("ð")
    return signs > 1 || isCzech || isHungarian || isRomanian
  }
}
