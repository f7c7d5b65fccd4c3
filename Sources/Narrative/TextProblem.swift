internal import Model

/// Something wrong at a place in a text, before it becomes a finding.
struct TextProblem: Error, Equatable {
  var rule: FindingRule
  /// Index into the characters of the file.
  var at: Int
  var message: LocalizedText
  var remedy: LocalizedText?

  init(_ rule: FindingRule, at: Int, nl: String, en: String, remedy: LocalizedText? = nil) {
    self.rule = rule
    self.at = at
    message = LocalizedText(nl: nl, en: en)
    self.remedy = remedy
  }
}

/// `; bedoelt u …?`, or a full stop when nothing known is near.
func meant(_ word: String, among known: [String]) -> LocalizedText {
  guard let near = suggestion(for: word, among: known) else { return LocalizedText(".") }
  return LocalizedText(nl: "; bedoelt u `\(near)`?", en: "; did you mean `\(near)`?")
}
