/// Words for lists and suggestions in messages, in both languages at once.
package enum Wording {
  /// `; bedoelt u …?`, or a full stop when nothing known is near.
  package static func meant(_ word: String, among known: [String]) -> LocalizedText {
    guard let near = suggestion(for: word, among: known) else { return LocalizedText(".") }
    return LocalizedText(nl: "; bedoelt u `\(near)`?", en: "; did you mean `\(near)`?")
  }

  /// `a, b en c`.
  package static func list(_ words: [String]) -> LocalizedText {
    guard let last = words.last, words.count > 1 else { return LocalizedText(words.first ?? "") }
    let start = words.dropLast().joined(separator: ", ")
    return LocalizedText(nl: "\(start) en \(last)", en: "\(start) and \(last)")
  }

  package static func quoted(_ words: [String]) -> [String] { words.map { "`\($0)`" } }
}
