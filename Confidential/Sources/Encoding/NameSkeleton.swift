/// What is left of a name when the ways of writing one sound are made one and the vowels are dropped: equal for most
/// spellings of one name.
package enum NameSkeleton {
  /// In the order in which they are done; from the literature on romanised names (`docs/without-names.md`).
  private static let rules: [(from: [UInt8], to: [UInt8])] = [
    ("ph", "f"), ("kh", "h"), ("ch", "h"), ("sh", "s"), ("sj", "s"), ("sz", "s"), ("cz", "c"), ("zh", "j"),
    ("dj", "j"), ("ts", "c"), ("th", "t"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"), ("j", "i"),
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("x", "h"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// - Parameter token: Letters a to z.
  package static func of(_ token: String) -> String {
    var letters = Array(token.utf8)
    for rule in rules { letters = replaced(rule.from, by: rule.to, in: letters) }
    var skeleton: [UInt8] = []
    for letter in letters where letter != skeleton.last {
      if skeleton.isEmpty || !"aeiou".utf8.contains(letter) { skeleton.append(letter) }
    }
    return String(decoding: skeleton, as: UTF8.self)
  }

  private static func replaced(_ from: [UInt8], by to: [UInt8], in letters: [UInt8]) -> [UInt8] {
    guard letters.contains(from[0]) else { return letters }
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      if letters[index...].starts(with: from) {
        result += to
        index += from.count
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }
}
