internal import Model

/// Collects what is wrong in one text while it is read; never stops at the first.
final class ProblemList {
  private(set) var problems: [TextProblem] = []

  var hasErrors: Bool { problems.contains { $0.rule.severity <= .error } }

  func report(_ problem: TextProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  func report(_ rule: FindingRule, at: Int, nl: String, en: String) {
    report(TextProblem(rule, at: at, nl: nl, en: en))
  }
}
