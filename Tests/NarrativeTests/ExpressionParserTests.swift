import Model
import Testing

@testable import Narrative

/// What stands between the braces, as a tree, and each mistake at its place. Places count from the start of the tag.
@Suite struct ExpressionParserTests {
  private func tag(_ text: String) throws(TextProblem) -> Narrative.Tag { try ExpressionParser.tag(PlacedText(text)) }

  private func problem(_ text: String) -> TextProblem? {
    do {
      _ = try tag(text)
      return nil
    } catch { return error }
  }

  /// `a`, `b` and `c` stand for `count(f,a)` and so on: the shape of the tree as it computes.
  private func shape(_ term: Term) -> String {
    switch term {
    case .call(let call): call.keys.map(\.text).joined(separator: "/") + call.terms.map(shape).joined(separator: ",")
    case .literal(let number, let explanation, _):
      "\(number.numerator)/\(number.denominator)" + (explanation.map { " “\($0)”" } ?? "")
    case .negated(let inner): "-(\(shape(inner)))"
    case .operation(let operation, let left, let right, let at):
      "(\(shape(left)) \(operation.rawValue)@\(at) \(shape(right)))"
    }
  }

  private func shape(_ text: String) throws -> String {
    guard case .expression(let expression) = try tag(text) else { return "no expression" }
    return shape(expression.term)
  }

  @Test(
    arguments: [
      ("count(f,a) + count(f,b) - count(f,c)", "((f/a +@11 f/b) -@24 f/c)"),
      ("count(f,a) + count(f,b) * 2 \"x\"", "(f/a +@11 (f/b *@24 2/1 “x”))"),
      ("(count(f,a) + count(f,b)) / 2.5 \"x\"", "((f/a +@12 f/b) /@26 5/2 “x”)"),
      ("count(f,a) / 2 / 3", "((f/a /@11 2/1) /@15 3/1)"), ("- -count(f,a)", "-(-(f/a))"),
      ("-count(f,a) - count(f,b)", "(-(f/a) -@12 f/b)"), ("sum(count(f,a), max(count(f,b), 3 “y”))", "f/a,f/b,3/1 “y”"),
      ("share(f, a, \"b, c (d)\")", "f/a/\"b, c (d)\""), ("count( f , a + b , 2017..2019 )", "f/a + b/2017..2019"),
    ])
  func `a tree follows precedence, from left to right, and the places of its signs`(_ text: String, _ tree: String)
    throws
  {
    #expect(try shape(text) == tree)
  }

  @Test func `an expression keeps its source, its filters and its place`() throws {
    let text = PlacedText("  count(f, a)  | decimals(2) | words ", from: 10)
    guard case .expression(let expression) = try ExpressionParser.tag(text) else { return }
    #expect(expression.source == "count(f, a)" && expression.at == 12)
    #expect(
      expression.filters == [
        FilterUse(filter: .decimals, argument: "2", at: 27), FilterUse(filter: .words, argument: nil, at: 41),
      ])
    guard case .call(let call) = expression.term else { return }
    #expect(call.source == "count(f, a)" && call.at == 12 && call.keys.map(\.at) == [18, 21])
  }

  @Test func `the words of choices and claims`() throws {
    #expect(try tag(" else ") == .otherwise)
    #expect(try tag("end") == .end)
    guard case .opening(let condition) = try tag("if not delivered(f, a) and count(f,a) >= 0") else { return }
    #expect(condition.source == "not delivered(f, a) and count(f,a) >= 0" && condition.at == 3)
    #expect(condition.parts.count == 2)
    if case .delivered(let call, let isNegated) = condition.parts[0] { #expect(isNegated && call.at == 7) }
    if case .comparison(_, let comparison, _, let at) = condition.parts[1] {
      #expect(comparison == .atLeast && at == 27)
    } else {
      Issue.record("no comparison")
    }
    guard case .claim(let claim) = try tag("claim: change(f,a,b,c) is \"x\"") else { return }
    #expect(
      claim.parts == [.verdict(try term("change(f,a,b,c)", from: 7), words: "x", source: "change(f,a,b,c)", at: 7)])
    guard case .say(let words, let because) = try tag("say “much more” because ratio(count(f,a), count(f,b))") else {
      return
    }
    #expect(words == "much more")
    guard case .bare(_, let source, let at) = because.parts[0] else { return }
    #expect(source == "ratio(count(f,a), count(f,b))" && at == 24)
  }

  private func term(_ text: String, from start: Int) throws -> Term {
    guard case .expression(let expression) = try ExpressionParser.tag(PlacedText(text, from: start)) else {
      return .literal(.zero, explanation: nil, at: 0)
    }
    return expression.term
  }

  @Test(
    arguments: [
      ("<=", .atMost), (">=", .atLeast), ("<", .less), (">", .more), ("=", .equal),
    ] as [(String, ParsedCondition.Comparison)])
  func `a comparison is read whole`(_ sign: String, _ comparison: ParsedCondition.Comparison) throws {
    guard case .opening(let condition) = try tag("if count(f,a)\(sign)0"),
      case .comparison(_, let read, let right, _) = condition.parts[0]
    else {
      Issue.record("no comparison")
      return
    }
    #expect(read == comparison && shape(right) == "0/1")
  }

  struct Mistake: Sendable {
    let text: String
    let rule: String
    let at: Int
    let nl, en: String
    init(_ text: String, _ rule: String = "text-syntax", at: Int, _ nl: String, _ en: String) {
      (self.text, self.rule, self.at, self.nl, self.en) = (text, rule, at, nl, en)
    }
  }

  static let mistakes = [
    Mistake("", at: 0, "hier staat een lege uitdrukking.", "this expression is empty."),
    Mistake("   ", at: 3, "hier staat een lege uitdrukking.", "this expression is empty."),
    Mistake("claim count(f,a)", at: 6, "na `claim` hoort een dubbele punt.", "`claim` takes a colon."),
    Mistake(
      "say much because x", at: 4, "na `say` horen woorden tussen aanhalingstekens.",
      "`say` takes words between quotation marks."),
    Mistake(
      "say \"much\" when x", at: 15, "na de woorden van `say` hoort `because`.",
      "the words of `say` are followed by `because`."),
    Mistake(
      "say \"much", at: 4, "deze aanhalingstekens worden niet gesloten.", "these quotation marks are never closed."),
    Mistake(
      "elseif count(f,a)", at: 6, "`elseif` bestaat niet; er zijn `if`, `else` en `end`.",
      "there is no `elseif`; there are `if`, `else` and `end`."),
    Mistake(
      "endif", at: 5, "`endif` bestaat niet; er zijn `if`, `else` en `end`.",
      "there is no `endif`; there are `if`, `else` and `end`."),
    Mistake("end nu", at: 4, "na de uitdrukking staat nog `nu`.", "after the expression there still is `nu`."),
    Mistake(
      "count(f,a) count(f,b)", at: 11, "na de uitdrukking staat nog `count(f,b)`.",
      "after the expression there still is `count(f,b)`."),
    Mistake("(count(f,a)", at: 11, "hier ontbreekt `)`.", "`)` is missing here."),
    Mistake("count(f,a) * 1.2.3", at: 18, "dit getal is niet te lezen.", "this number cannot be read."),
    Mistake(
      "count(f,a) + ", at: 13, "hier hoort een functie, zoals `count(…)`.", "this takes a function, such as `count(…)`."
    ),
    Mistake(
      "cuont(f,a)", "text-unknown-function", at: 0, "de functie `cuont` bestaat niet; bedoelt u `count`?",
      "there is no function `cuont`; did you mean `count`?"),
    Mistake(
      "somethingelse(f,a)", "text-unknown-function", at: 0, "de functie `somethingelse` bestaat niet.",
      "there is no function `somethingelse`."),
    Mistake(
      "count f", at: 6, "na `count` hoort een haakje openen.", "`count` is followed by an opening parenthesis."),
    Mistake("count(f,a", at: 6, "`count(` heeft geen haakje sluiten.", "`count(` has no closing parenthesis."),
    Mistake(
      "count(f, \"a)\"", at: 6, "`count(` heeft geen haakje sluiten.", "`count(` has no closing parenthesis."),
    Mistake(
      "count()", "text-arguments", at: 0,
      "`count` krijgt 0 gegevens; het is count(figure, row, column[, panel]).",
      "`count` is given 0 arguments; it is count(figure, row, column[, panel])."),
    Mistake(
      " count(f)", "text-arguments", at: 1, "`count` krijgt 1 gegeven; het is count(figure, row, column[, panel]).",
      "`count` is given 1 argument; it is count(figure, row, column[, panel])."),
    Mistake(
      "count(f,,a)", "text-arguments", at: 0,
      "`count` heeft een leeg gegeven; het is count(figure, row, column[, panel]).",
      "`count` has an empty argument; it is count(figure, row, column[, panel])."),
    Mistake(
      "sum(count(f,a), count(f,b) x)", at: 27, "na de uitdrukking staat nog `x`.",
      "after the expression there still is `x`."),
    Mistake(
      "count(f,a) |", at: 12, "na `|` hoort een filter, zoals `percent`.",
      "`|` is followed by a filter, such as `percent`."),
    Mistake(
      "count(f,a) | wrods", "text-unknown-filter", at: 13, "het filter `wrods` bestaat niet; bedoelt u `words`?",
      "there is no filter `wrods`; did you mean `words`?"),
    Mistake(
      "count(f,a) | decimals(2", at: 22, "`decimals(` heeft geen haakje sluiten.",
      "`decimals(` has no closing parenthesis."),
    Mistake(
      "count(f,a) | decimals", "text-arguments", at: 13, "het filter is te schrijven als decimals(1).",
      "the filter is written as decimals(1)."),
    Mistake(
      "count(f,a) | percent(4)", "text-arguments", at: 13, "het filter is te schrijven als percent, percent(1).",
      "the filter is written as percent, percent(1)."),
    Mistake(
      "count(f,a) | words(1)", "text-arguments", at: 13, "het filter is te schrijven als words.",
      "the filter is written as words."),
    Mistake(
      "count(f,a) | verdict()", "text-arguments", at: 13,
      "het filter is te schrijven als verdict, verdict(trend).", "the filter is written as verdict, verdict(trend)."),
    Mistake(
      "if not count(f,a) > 0", at: 6, "`not` staat alleen voor `delivered(…)`.",
      "`not` stands before `delivered(…)` only."),
    Mistake(
      "if count(f,a) is much", at: 17, "na `is` horen woorden tussen aanhalingstekens.",
      "`is` takes words between quotation marks."),
    Mistake(
      "if count(f,a) > ", at: 16, "hier hoort een functie, zoals `count(…)`.",
      "this takes a function, such as `count(…)`."),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told in one sentence at its place`(_ mistake: Mistake) {
    let found = problem(mistake.text)
    #expect(found?.rule.id == mistake.rule)
    #expect(found?.message == LocalizedText(nl: mistake.nl, en: mistake.en))
    #expect(found?.at == mistake.at, "\(mistake.text)")
  }

  @Test(arguments: ["0", "1", "2", "3"])
  func `decimals are a digit up to three`(_ digit: String) {
    for filter in ["decimals", "percent", "number", "per-thousand"] {
      #expect(problem("count(f,a) | \(filter)(\(digit))") == nil)
    }
    #expect(problem("count(f,a) | decimals(4)")?.rule == .arguments)
    #expect(problem("count(f,a) | decimals(-1)")?.rule == .arguments)
    #expect(problem("count(f,a) | decimals(01)")?.rule == .arguments)
  }

  /// Thirty-nine deep is read, forty is told: the fortieth factor is refused.
  @Test(arguments: [(38, true), (39, false)])
  func `parentheses go forty deep`(_ depth: Int, _ isRead: Bool) {
    let text = String(repeating: "(", count: depth) + "count(f,a)" + String(repeating: ")", count: depth)
    #expect((problem(text) == nil) == isRead)
    if !isRead {
      #expect(
        problem(text)?.message
          == LocalizedText(nl: "deze uitdrukking is te diep genest.", en: "this expression is nested too deeply."))
    }
    let signs = String(repeating: "-", count: depth) + "count(f,a)"
    #expect((problem(signs) == nil) == isRead)
  }

  @Test func `a name has inner hyphens and digits, and no hyphen at its end`() throws {
    #expect(try shape("first-year(f) - last-year(g)") == "(f -@14 g)")
    #expect(problem("first-year-(f)")?.message.en == "`first-year` is followed by an opening parenthesis.")
    #expect(problem("if(f)")?.message.en == "there is no function `if`.")
  }

  @Test(
    arguments: FunctionName.allCases.map { name -> (FunctionName, ClosedRange<Int>?, ClosedRange<Int>?) in
      switch name {
      case .count, .value, .rank, .delivered: (name, 2...4, nil)
      case .total: (name, 1...3, nil)
      case .share: (name, 3...4, 2...2)
      case .change, .difference: (name, 4...4, 2...2)
      case .ratio: (name, nil, 2...2)
      case .sum, .mean, .min, .max: (name, nil, 2...60)
      case .firstYear, .lastYear, .figure, .reference, .constant: (name, 1...1, nil)
      case .seriesBreak: (name, 1...2, nil)
      case .lowest, .highest, .lowestSince, .highestSince, .names: (name, 3...4, nil)
      case .years: (name, 2...3, nil)
      case .rate: (name, 3...4, 2...2)
      }
    })
  func `a function takes so many keys or terms`(
    _ name: FunctionName, _ keys: ClosedRange<Int>?, _ terms: ClosedRange<Int>?
  ) {
    for count in 0...61 {
      let isKeys = keys?.contains(count) ?? false
      let isTerms = terms?.contains(count) ?? false
      let argument = isTerms ? "count(f,a)" : "k"
      let text = "\(name.rawValue)(" + Array(repeating: argument, count: count).joined(separator: ",") + ")"
      #expect((problem(text) == nil) == (isKeys || isTerms), "\(name.rawValue) with \(count)")
    }
    #expect(!FunctionName.Form(keys: nil, terms: nil).accepts(0))
  }
}
