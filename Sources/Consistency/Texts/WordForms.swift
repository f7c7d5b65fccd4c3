/// Whether two folded words are forms of one: plurals, cases and who does or has what the other names, by the common
/// endings of English, Dutch, German, French and Spanish.
///
/// Without a list of words: endings decide, and the letters before them are the same.
enum WordForms {
  static func areSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard !one.contains(where: \.isNumber), !other.contains(where: \.isNumber) else { return false }
    let common = zip(one, other).prefix { $0 == $1 }.count
    guard common >= 3 else { return false }
    let (left, right) = (String(one.dropFirst(common)), String(other.dropFirst(common)))
    let isInflected = common >= min(one.count, other.count) - 1 && endings.contains(left) && endings.contains(right)
    return isInflected || arePlural(left, right, after: one.dropFirst(common - 1).first) || areOpenAndClosed(one, other)
      || common >= leastStem && doers.contains(left) && doers.contains(right) && (left.count > 2 || right.count > 2)
  }

  private static let endings: Set<String> = [
    "", "s", "es", "e", "en", "n", "er", "ern", "se", "nen", "ne", "sen", "te", "ies", "y", "'s", "’s", "x", "in",
    "innen",
    "a", "o", "as", "os", "m", "em", "s'",
  ]

  /// *kind* and *kinderen*, *hôpital* and *hôpitaux*, *kat* and *katten*.
  private static func arePlural(_ left: String, _ right: String, after last: Character?) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    if short == "l" { return long == "ux" }
    guard short.isEmpty else { return false }
    return long == "eren" || long.count == 3 && long.hasSuffix("en") && long.first == last
  }

  /// *bibliotheek* and *bibliotheken*: a vowel that is written twice in a closed syllable and once in an open one.
  private static func areOpenAndClosed(_ one: String, _ other: String) -> Bool {
    let (closed, open) = one.count <= other.count ? (one, other) : (other, one)
    guard closed.count >= 4, open.hasSuffix("en") || open.hasSuffix("e") else { return false }
    var stem = Array(open)
    stem.removeLast(open.hasSuffix("en") ? 2 : 1)
    guard stem.count >= 3, let last = stem.last, let vowel = stem.dropLast().last, "aeou".contains(vowel) else {
      return false
    }
    let written = String(stem.dropLast()) + String(vowel) + String(last)
    return written == closed
  }

  /// Letters before the ending of who does or has what a word names. A decision: *art* is not *artist*.
  private static let leastStem = 5

  /// *fiets* and *fietsers*, *motorcycle* and *motorcyclist*, *bicicleta* is left alone.
  private static let doers: Set<String> = [
    "", "e", "en", "er", "ers", "ern", "ist", "ists", "iste", "istes", "isten", "ista", "istas",
  ]

  /// Whether a long word ends in the other as its head: *verkeersdoden* in *doden*, *Verdachtsmeldungen* in *Meldungen*.
  static func isHead(_ head: String, of compound: String) -> Bool {
    head.count >= 5 && compound.count >= head.count + 3 && compound.hasSuffix(head)
  }

  /// Whether a word is a label's word with one of a figure's own behind it: *politiemeldingen* of *politie*.
  static func isCompound(_ word: String, of first: String, heads: Set<String>) -> Bool {
    guard first.count >= 5, word.count >= first.count + 4, word.hasPrefix(first) else { return false }
    let rest = String(word.dropFirst(first.count))
    return ["", "s", "-", "n", "en", "e"].contains { joint in
      rest.hasPrefix(joint)
        && heads.contains { head in
          head.count >= 4 && areSame(head, String(rest.dropFirst(joint.count)))
        }
    }
  }
}
