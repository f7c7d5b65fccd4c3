internal import Model

/// What is wrong with computations whatever the numbers are: those that say nothing of the cells they name, and numbers of
/// the author's own in them.
struct TermCheck {
  /// Of everything between `{{` and `}}` in a document.
  func problems(in document: Document) -> [TextProblem] {
    var problems: [TextProblem] = []
    for spoken in document.computations {
      switch spoken {
      case .term(let term):
        if !term.isConstant { checkConstants(in: term, &problems) }
        check(term, &problems)
      case .condition(let condition): condition.parts.forEach { check($0, of: condition, &problems) }
      }
    }
    return problems
  }

  private func check(_ part: ParsedCondition.Part, of condition: ParsedCondition, _ problems: inout [TextProblem]) {
    switch part {
    case .delivered: return
    case .verdict(let term, _, _, _), .bare(let term, _, _):
      checkConstants(in: term, &problems)
      check(term, &problems)
    case .comparison(let left, let comparison, let right, let at):
      // A bound beside a number is no factor, and may be any number.
      for side in [left, right] { if case .literal = side { continue } else { check(side, &problems) } }
      for side in [left, right] { checkConstants(in: side, &problems) }
      guard let first = LinearForm(left), let second = LinearForm(right) else { return }
      let isIdle =
        first.isProportional(to: second) || isCount(left) && comparison == .atLeast && right.isZero
        || isCount(right) && comparison == .atMost && left.isZero
      guard isIdle else { return }
      problems.append(
        TextProblem(
          .hollow, at: at, nl: "`\(condition.source)` hangt niet af van de getallen.",
          en: "`\(condition.source)` does not depend on the numbers."))
    }
  }

  /// What is never below zero.
  private func isCount(_ term: Term) -> Bool {
    guard case .call(let call) = term else { return false }
    return [.count, .total, .share, .rank].contains(call.function)
  }

  private func check(_ term: Term, _ problems: inout [TextProblem]) {
    switch term {
    case .literal: return
    case .negated(let inner): check(inner, &problems)
    case .call(let call):
      call.terms.forEach { check($0, &problems) }
      checkCancelling(call, &problems)
    case .operation(let operation, let left, let right, let at):
      check(left, &problems)
      check(right, &problems)
      switch operation {
      case .multiply, .divide:
        for side in [left, right] {
          if case .literal(let number, let explanation, let place) = side {
            checkConstant(number, explanation, isDivisor: operation == .divide, at: place, &problems)
          }
        }
        if operation == .divide { hollow(left, right, at: at, &problems) }
      case .add, .subtract: break
      }
      if LinearForm(term)?.isConstant == true, !left.isLiteral, !right.isLiteral || operation == .multiply {
        report(term.signature, at: at, &problems)
      } else if operation == .multiply, left.isZero || right.isZero {
        report(term.signature, at: at, &problems)
      }
    }
  }

  private func checkCancelling(_ call: Call, _ problems: inout [TextProblem]) {
    switch call.function {
    case .ratio, .share, .change:
      if call.terms.count == 2 { hollow(call.terms[0], call.terms[1], at: call.at, &problems) }
      if call.function == .change, call.keys.count == 4, call.keys[2].text == call.keys[3].text {
        report(call.source, at: call.at, &problems)
      }
      if call.function == .share, call.keys.count == 4, call.keys[3].text == "of " + call.keys[1].text {
        report(call.source, at: call.at, &problems)
      }
    case .difference:
      let isItself = call.keys.count == 4 && call.keys[2].text == call.keys[3].text
      if isItself || LinearForm(.call(call))?.isConstant == true { report(call.source, at: call.at, &problems) }
    default: break
    }
  }

  private func hollow(_ left: Term, _ right: Term, at: Int, _ problems: inout [TextProblem]) {
    guard !right.isLiteral, !left.isLiteral, let first = LinearForm(left), let second = LinearForm(right),
      first.isProportional(to: second)
    else { return }
    report("\(left.signature) / \(right.signature)", at: at, &problems)
  }

  private func report(_ source: String, at: Int, _ problems: inout [TextProblem]) {
    let problem = TextProblem(
      .hollow, at: at, nl: "`\(source)` hangt niet af van de getallen.",
      en: "`\(source)` does not depend on the numbers.")
    if !problems.contains(where: { $0.at == at && $0.rule == .hollow }) { problems.append(problem) }
  }

  // MARK: Constants of the monitor

  /// A constant stands behind a sign that divides or multiplies, or as what a rate is of; anywhere else it is told.
  private func checkConstants(in term: Term, _ problems: inout [TextProblem]) {
    switch term {
    case .literal: return
    case .negated(let inner): checkConstants(in: inner, &problems)
    case .operation(let operation, let left, let right, _):
      let scales = operation == .multiply || operation == .divide
      if !(left.isConstant && operation == .multiply && !right.isConstant) { checkConstants(in: left, &problems) }
      if !(right.isConstant && scales && !left.isConstant) { checkConstants(in: right, &problems) }
    case .call(let call) where call.function == .constant:
      problems.append(
        TextProblem(
          .literal, at: call.at,
          nl: "`\(call.source)` is een maat: die deelt of vermenigvuldigt een aantal, of staat alleen.",
          en: "`\(call.source)` is a measure: it divides or multiplies a count, or stands alone."))
    case .call(let call):
      for (index, inner) in call.terms.enumerated() {
        if !(call.function == .rate && index == 1 && inner.isConstant) { checkConstants(in: inner, &problems) }
      }
    }
  }

  // MARK: Numbers of the author's own

  /// A factor is a constant that everybody knows, by the name it has.
  private func checkConstant(
    _ number: Fraction, _ explanation: String?, isDivisor: Bool, at: Int, _ problems: inout [TextProblem]
  ) {
    // Without an explanation it is told already, and zero is told as a computation of nothing.
    guard let explanation, !explanation.trimmingSpaces.isEmpty, number != .zero else { return }
    let words = ReadLetters.folded(explanation).split { !$0.isLetter }.map(String.init)
    let known = Constant.all.filter { Fraction($0.value) == number }
    guard !known.contains(where: { constant in words.contains { constant.names.contains($0) } }) else { return }
    let written = number.quantity(decimals: number.denominator == 1 ? 0 : 2)?.plain ?? ""
    problems.append(
      TextProblem(
        .literal, at: at, nl: "\(written) is geen bekende maat met de naam “\(explanation)”.",
        en: "\(written) is no known measure by the name “\(explanation)”.",
        remedy: LocalizedText(
          nl: "Factoren zijn \(Constant.list(.nl)). Een ander getal hoort in een figuur.",
          en: "Factors are \(Constant.list(.en)). Any other number belongs in a figure.")))
  }
}

/// A factor that may stand in a text, with its names.
struct Constant {
  let value: Int
  let nl: [String]
  let en: [String]

  var names: [String] { nl + en }

  static let all: [Constant] = [
    Constant(value: 4, nl: ["kwartalen"], en: ["quarters"]), Constant(value: 7, nl: ["dagen"], en: ["days"]),
    Constant(value: 12, nl: ["maanden"], en: ["months"]), Constant(value: 24, nl: ["uren"], en: ["hours"]),
    Constant(value: 52, nl: ["weken"], en: ["weeks"]), Constant(value: 60, nl: ["minuten"], en: ["minutes"]),
    Constant(value: 365, nl: ["dagen"], en: ["days"]),
    Constant(
      value: 100, nl: ["procent", "honderd", "inwoners"], en: ["per", "cent", "percent", "hundred", "inhabitants"]),
    Constant(value: 1000, nl: ["duizend", "inwoners", "promille"], en: ["thousand", "inhabitants"]),
    Constant(value: 10_000, nl: ["inwoners", "tienduizend"], en: ["inhabitants"]),
    Constant(value: 100_000, nl: ["inwoners", "honderdduizend"], en: ["inhabitants"]),
    Constant(value: 1_000_000, nl: ["inwoners", "miljoen"], en: ["inhabitants", "million"]),
  ]

  /// `12 "maanden", 52 "weken"`, each with its first name.
  static func list(_ language: Language) -> String {
    all.map { "\($0.value) \"\((language == .nl ? $0.nl : $0.en)[0])\"" }.joined(separator: ", ")
  }
}

extension Term {
  /// A constant of the monitor.
  var isConstant: Bool { if case .call(let call) = self { call.function == .constant } else { false } }

  /// Names of the constants of the monitor in it.
  var constants: Set<String> {
    Set(everyCall.filter { $0.function == .constant }.compactMap { $0.keys.first?.text })
  }

  var isLiteral: Bool { if case .literal = self { true } else { false } }
  var isZero: Bool { if case .literal(let number, _, _) = self { number == .zero } else { false } }
}
