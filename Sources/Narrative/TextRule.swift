public import Model

/// What can be wrong with a text: an entry a kind of finding, from which the reference is written.
public enum TextRule: String, CaseIterable, Sendable {
  case title = "text-title"
  case structure = "text-structure"
  case unclosed = "text-unclosed"
  case syntax = "text-syntax"
  case unknownFunction = "text-unknown-function"
  case arguments = "text-arguments"
  case unknownFilter = "text-unknown-filter"
  case filter = "text-filter"
  case unknownFigure = "text-unknown-figure"
  case unknownRow = "text-unknown-row"
  case unknownColumn = "text-unknown-column"
  case notACount = "text-not-a-count"
  case kinds = "text-kinds"
  case literal = "text-literal"
  case divisionByZero = "text-division-by-zero"
  case tooLarge = "text-too-large"
  case estimate = "text-estimate"
  case missing = "text-missing"
  case noVerdict = "text-no-verdict"
  case claim = "text-claim"
  case verdictWord = "text-verdict-word"
  case digit = "text-digit"
  case numberWord = "text-number-word"
  case quotation = "text-quotation"
  case link = "text-link"
  case note = "text-note"
  case placement = "text-placement"
  case languages = "text-languages"

  public var severity: Finding.Severity {
    switch self {
    case .numberWord, .languages: .warning
    default: .error
    }
  }

  /// What is checked, and why it matters.
  public var explanation: LocalizedText { entry.explanation }
  /// What to do when a message says nothing better.
  public var remedy: LocalizedText { entry.remedy }
  /// A message as a user would see it.
  public var example: LocalizedText { entry.example }

  struct Entry {
    var explanation: LocalizedText
    var remedy: LocalizedText
    var example: LocalizedText

    init(_ explanation: (String, String), _ remedy: (String, String), _ example: (String, String)) {
      self.explanation = LocalizedText(nl: explanation.0, en: explanation.1)
      self.remedy = LocalizedText(nl: remedy.0, en: remedy.1)
      self.example = LocalizedText(nl: example.0, en: example.1)
    }
  }
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
