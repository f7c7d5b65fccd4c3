import Model

/// What is wrong with one spelling in one column: found once, counted as often as it is met.
final class KnownProblem {
  let rule: FindingRule
  let message: LocalizedText
  /// The word that is not on the list, folded.
  let word: String?
  /// The code of the word that was probably meant.
  let code: String?
  /// Where it is counted, once it was.
  var place: DeliveryFindings.Place?
  var count = 0

  init(_ problem: FieldProblem) {
    (rule, message, word, code) = (problem.rule, problem.message, problem.word, problem.code)
  }
}
