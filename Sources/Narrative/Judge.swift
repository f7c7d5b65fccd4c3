internal import Disclosure
internal import Model

/// Decides whether conditions hold, and says with both values why a claim does not.
struct Judge {
  private(set) var evaluator: Evaluator
  let verdicts: Verdicts
  let language: Language

  init(evaluator: Evaluator, verdicts: Verdicts, language: Language) {
    self.evaluator = evaluator
    self.verdicts = verdicts
    self.language = language
  }

  /// For `if`: a comparison with a number that is not there does not hold.
  mutating func holds(_ condition: ParsedCondition) throws(TextProblem) -> Bool {
    var holds = true
    for part in condition.parts {
      // Every part is read, so that a mistake in any of them is found.
      if try !self.holds(part) { holds = false }
    }
    return holds
  }

  private mutating func holds(_ part: ParsedCondition.Part) throws(TextProblem) -> Bool {
    switch part {
    case .delivered(let call, let isNegated): return try evaluator.isDelivered(call) != isNegated
    case .comparison(let left, let comparison, let right, let at):
      switch try operands(left, right, at: at) {
      case .numbers(let first, let second): return try compare(first, comparison, second, at: at)
      case .lacking: return false
      }
    case .verdict(let term, let words, _, let at):
      guard case .number(let number) = try evaluator.outcome(of: term) else { return false }
      switch try verdicts.judgement(of: words, for: number, in: language, at: at) {
      case .borne: return true
      case .notBorne: return false
      case .unknown(let near): throw unknownWords(words, near: near, at: at)
      }
    case .bare(_, _, let at): throw incomplete(at: at)
    }
  }

  /// For `claim` and `say`: every part has to hold, about numbers that are there.
  mutating func require(_ condition: ParsedCondition, says words: String?) throws(TextProblem) {
    for part in condition.parts {
      switch part {
      case .bare(let term, let source, let at):
        guard let words else { throw incomplete(at: at) }
        try require(words, of: term, at: at, source: source)
      case .verdict(let term, let claimed, let source, let at):
        try require(claimed, of: term, at: at, source: source)
      case .comparison(let left, let comparison, let right, let at):
        try require(left, comparison, right, at: at, condition)
      case .delivered:
        guard try !holds(part) else { continue }
        throw TextProblem(
          .claim, at: condition.at, nl: "`\(condition.source)` klopt niet.", en: "`\(condition.source)` does not hold.")
      }
    }
  }

  private mutating func require(
    _ words: String, of term: Term, at: Int, source: String
  ) throws(TextProblem) {
    let outcome = try evaluator.outcome(of: term)
    guard case .number(let number) = outcome else { throw NumberWording.nothingToJudge(outcome, at: at) }
    switch try verdicts.judgement(of: words, for: number, in: language, at: at) {
    case .borne: return
    case .unknown(let near): throw unknownWords(words, near: near, at: at)
    case .notBorne(let instead):
      let (nl, en) = (try wording(number, .nl), try wording(number, .en))
      throw TextProblem(
        .claim, at: at, nl: "hier staat “\(words)”, maar `\(source)` is \(nl)\(evidence(.nl)): “\(instead.nl)”.",
        en: "this says “\(words)”, but `\(source)` is \(en)\(evidence(.en)): “\(instead.en)”.")
    }
  }

  private mutating func require(
    _ left: Term, _ comparison: ParsedCondition.Comparison, _ right: Term, at: Int, _ condition: ParsedCondition
  ) throws(TextProblem) {
    let (first, second): (Number, Number)
    switch try operands(left, right, at: at) {
    case .numbers(let left, let right): (first, second) = (left, right)
    case .lacking(let outcome): throw NumberWording.nothingToJudge(outcome, at: at)
    }
    guard try !compare(first, comparison, second, at: at) else { return }
    guard !leavesOpen(first, comparison, second) else {
      throw TextProblem(
        .claim, at: at,
        nl:
          "`\(condition.source)` staat niet vast: door het herkennen van personen kan ook het andere getal groter zijn.",
        en: "`\(condition.source)` is not certain: as it is not sure who is who, the other number may be larger.")
    }
    let (nl, en) = (
      (try wording(first, .nl), try wording(second, .nl)), (try wording(first, .en), try wording(second, .en))
    )
    throw TextProblem(
      .claim, at: at,
      nl: "`\(condition.source)` klopt niet: links staat \(nl.0), rechts \(nl.1)\(evidence(.nl)).",
      en: "`\(condition.source)` does not hold: left is \(en.0), right is \(en.1)\(evidence(.en)).")
  }

  // MARK: Numbers to compare

  private enum Operands {
    case numbers(Number, Number)
    /// One of them is not there, or both.
    case lacking(Outcome)
  }

  /// Both sides. A bare bound takes the kind of the other side.
  private mutating func operands(_ left: Term, _ right: Term, at: Int) throws(TextProblem) -> Operands {
    if case .literal(let bound, let explanation, let place) = right {
      let outcome = try evaluator.outcome(of: left)
      guard case .number(let number) = outcome else { return .lacking(outcome) }
      guard bound == .zero || explanation != nil else {
        let written = bound.quantity(decimals: bound.denominator == 1 ? 0 : 2)?.plain ?? ""
        throw TextProblem(
          .literal, at: place, nl: "het getal \(written) heeft geen uitleg.",
          en: "the number \(written) has no explanation.")
      }
      var other = number
      other.value = bound
      return .numbers(number, other)
    }
    let outcomes = (try evaluator.outcome(of: left), try evaluator.outcome(of: right))
    guard case .number(let first) = outcomes.0, case .number(let second) = outcomes.1 else {
      return .lacking(.lacking([outcomes.0, outcomes.1]))
    }
    guard first.kind == second.kind else { throw evaluator.mixed(first, second, at: at) }
    return .numbers(first, second)
  }

  private func compare(
    _ left: Number, _ comparison: ParsedCondition.Comparison, _ right: Number, at: Int
  ) throws(TextProblem) -> Bool {
    try evaluator.refuseEstimates([left, right], at: at)
    guard !leavesOpen(left, comparison, right) else { return false }
    let difference = try evaluator.exact(left.value.subtracting(right.value), at: at).numerator
    switch comparison {
    case .less: return difference < 0
    case .atMost: return difference <= 0
    case .equal: return difference == 0
    case .atLeast: return difference >= 0
    case .more: return difference > 0
    }
  }

  /// Whether it is asked which of two years has more, and that is open.
  private func leavesOpen(_ left: Number, _ comparison: ParsedCondition.Comparison, _ right: Number) -> Bool {
    switch comparison {
    case .less, .atMost, .atLeast, .more: evaluator.isOpen(left, right)
    case .equal: false
    }
  }

  // MARK: What was wrong

  private func wording(_ number: Number, _ language: Language) throws(TextProblem) -> String {
    var number = number
    if number.kind != .count, number.decimals == 0 { number.decimals = 1 }
    return try NumberWording(language: language).plain(number, at: 0)
  }

  /// The cells read, with their values: ` (essm, total, 2023 is 130; essm, total, 2024 is 179)`.
  private func evidence(_ language: Language) -> String {
    let cells = evaluator.cited.prefix(6).compactMap { cell -> String? in
      let table = evaluator.lookup.tables.first { $0.shape.figure == cell.figure }
      guard let value = table?.cell(row: cell.row, column: cell.column, panel: cell.panel)?.value else { return nil }
      let text = value.quantity?.formatted(in: language) ?? value.absence?.label[language] ?? ""
      return cell.place + " is " + text
    }
    return cells.isEmpty ? "" : " (" + cells.joined(separator: "; ") + ")"
  }

  private func unknownWords(_ words: String, near: String?, at: Int) -> TextProblem {
    let near =
      near.map { LocalizedText(nl: "; bedoelt u “\($0)”?", en: "; did you mean “\($0)”?") } ?? LocalizedText(".")
    return TextProblem(
      .noVerdict, at: at, nl: "“\(words)” staat in geen enkele set verdictwoorden voor zo'n getal\(near.nl)",
      en: "“\(words)” is in no set of verdict words for such a number\(near.en)")
  }

  private func incomplete(at: Int) -> TextProblem {
    TextProblem(
      .syntax, at: at, nl: "hier hoort een vergelijking, `is \"…\"` of `delivered(…)`.",
      en: "this takes a comparison, `is \"…\"` or `delivered(…)`.")
  }
}
