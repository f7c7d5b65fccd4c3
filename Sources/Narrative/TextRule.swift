internal import Model

/// What can be wrong with a text: an entry a kind of finding, from which the reference is written.
struct TextRule: Equatable, Sendable {
  /// Stable code, also the `rule` of a finding: `text-digit`.
  let id: String
  let severity: Finding.Severity
  /// What is checked, and why it matters.
  let explanation: LocalizedText
  /// What to do when a message says nothing better.
  let remedy: LocalizedText
  /// A message as a user would see it.
  let example: LocalizedText

  init(
    _ id: String, _ severity: Finding.Severity, explanation: LocalizedText, remedy: LocalizedText,
    example: LocalizedText
  ) {
    self.id = id
    self.severity = severity
    self.explanation = explanation
    self.remedy = remedy
    self.example = example
  }

  /// Every rule there is, in the order in which it is explained.
  static let all: [TextRule] = formRules + expressionRules + wordRules
}

/// Something wrong at a place in a text, before it becomes a finding.
struct TextProblem: Error, Equatable {
  var rule: TextRule
  /// Index into the characters of the file.
  var at: Int
  var message: LocalizedText
  var remedy: LocalizedText?

  init(_ rule: TextRule, at: Int, nl: String, en: String, remedy: LocalizedText? = nil) {
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
