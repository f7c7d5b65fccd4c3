import Model

/// What was probably meant by words that are on no list: sought once for each word, and for a bounded number of them, so
/// that a delivery that is all wrong does not cost more than one that is right.
final class SuggestionMemory {
  private struct Question: Hashable {
    var word: String
    var list: String
  }

  private var answers: [Question: LocalizedText] = [:]
  private let budget = SuggestionBudget()

  /// `; bedoelt u …?`, or a full stop.
  /// - Parameter list: Tells one list of known words from another.
  func meant(_ word: String, in list: String, among known: @autoclosure () -> [String]) -> LocalizedText {
    let question = Question(word: word, list: list)
    if let answer = answers[question] { return answer }
    guard word.utf8.count <= 120, budget.take() else { return LocalizedText(".") }
    let answer = Wording.meant(word, among: known())
    answers[question] = answer
    return answer
  }
}

/// How many suggestions are still sought for one file: a thousand misspellings are more than anybody mends one by one.
final class SuggestionBudget {
  private var left = 1_000

  func take() -> Bool {
    left -= 1
    return left >= 0
  }
}
