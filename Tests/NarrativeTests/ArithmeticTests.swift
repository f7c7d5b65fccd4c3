import Disclosure
import Model
import Testing

@testable import Narrative

/// Numbers from figures, computed: their value, kind, decimals and certainty, and what is refused.
@Suite struct ArithmeticTests {
  private func evaluated(_ text: String) throws(TextProblem) -> (outcome: Outcome, evaluator: Evaluator) {
    guard case .expression(let expression) = try ExpressionParser.tag(PlacedText(text)) else {
      throw TextProblem(.syntax, at: 0, nl: "", en: "")
    }
    var evaluator = Evaluator(FigureLookup(tables: Invented.publication.tables))
    let outcome = try evaluator.outcome(of: expression.term)
    return (outcome, evaluator)
  }

  private func number(_ text: String) throws -> Number {
    guard case .number(let number) = try evaluated(text).outcome else {
      throw TextProblem(.missing, at: 0, nl: text, en: text)
    }
    return number
  }

  private func problem(_ text: String) -> TextProblem? {
    do {
      _ = try evaluated(text)
      return nil
    } catch { return error }
  }

  @Test(
    arguments: [
      ("count(1.1, minor, 2019)", 4, 1, .count, 0), ("-count(1.1, minor, 2019)", -4, 1, .count, 0),
      ("count(1.1, minor + adult, 2018..2019)", 30, 1, .count, 0), ("value(1.1, mean-age, 2018)", 43, 2, .measure, 1),
      ("-value(1.1, mean-age, 2018)", -43, 2, .measure, 1), ("total(1.1, labour, \"vorm\")", 26, 1, .count, 0),
      ("total(1.1, 2018 + 2019)", 30, 1, .count, 0), ("share(1.1, minor, 2018)", 20, 1, .share, 0),
      ("share(1.1, minor, 2018 + 2019)", 20, 1, .share, 0), ("share(1.1, minor, 2018, of row)", 100, 3, .share, 0),
      ("share(1.1, minor, 2018, of all)", 200, 51, .share, 0), ("share(1.1, minor, 2018, of adult)", 25, 1, .share, 0),
      ("share(1.1, minor + adult, 2018, of row)", 20, 1, .share, 0),
      ("share(count(1.1, minor, 2018), count(1.1, adult, 2019))", 25, 2, .share, 0),
      ("change(1.1, adult, 2018, 2019)", 100, 1, .change, 0), ("change(1.1, adult, 2019, 2018)", -50, 1, .change, 0),
      ("change(count(1.1, adult, 2018), count(1.1, minor, 2018))", -75, 1, .change, 0),
      ("ratio(count(1.1, adult, 2018), count(1.1, minor, 2018))", 4, 1, .ratio, 1),
      ("ratio(count(1.1, minor, 2018), count(essm-meldingen, total, 2018))", 1, 65, .ratio, 1),
      ("count(1.1, minor, 2018) / count(1.1, adult, 2018)", 1, 4, .ratio, 1),
      ("difference(1.1, adult, 2018, 2019)", 8, 1, .count, 0), ("difference(1.1, adult, 2019, 2018)", -8, 1, .count, 0),
      ("difference(count(1.1, adult, 2018), count(1.1, adult, 2019))", -8, 1, .count, 0),
      ("share(1.1, adult, 2019) - share(1.1, minor, 2019)", 60, 1, .points, 0),
      ("change(1.1, adult, 2018, 2019) - change(1.1, minor, 2018, 2019)", 0, 1, .points, 0),
      ("value(1.1, mean-age, 2019) - value(1.1, mean-age, 2018)", 1, 2, .measure, 1),
      ("count(1.1, minor, 2018) + count(1.1, adult, 2018)", 10, 1, .count, 0),
      ("sum(count(1.1, minor, 2018), count(1.1, adult, 2018), count(1.1, adult, 2019))", 26, 1, .count, 0),
      ("mean(count(1.1, minor, 2018), count(1.1, minor, 2019))", 3, 1, .measure, 0),
      ("mean(count(1.1, minor, 2018), count(1.1, minor, 2019), count(1.1, minor, 2019))", 10, 3, .measure, 1),
      ("mean(share(1.1, minor, 2018), share(1.1, adult, 2018))", 50, 1, .share, 0),
      ("min(count(1.1, adult, 2018), count(1.1, minor, 2018), count(1.1, adult, 2019))", 2, 1, .count, 0),
      ("max(count(1.1, minor, 2018), count(1.1, adult, 2019), count(1.1, adult, 2018))", 16, 1, .count, 0),
      ("count(1.1, minor, 2018) * 3 \"keer\"", 6, 1, .count, 0),
      ("3 \"keer\" * count(1.1, minor, 2018)", 6, 1, .count, 0),
      ("count(1.1, minor, 2018) / 2 \"helft\"", 1, 1, .count, 0),
      ("count(1.1, minor, 2018) / 4 \"kwart\"", 1, 2, .measure, 1),
      ("count(1.1, minor, 2018) * 0 \"niets\"", 0, 1, .count, 0),
      ("share(1.1, minor, 2018) / 2 \"helft\"", 10, 1, .share, 0),
      ("value(1.1, mean-age, 2018) * 2 \"keer\"", 43, 1, .measure, 1), ("first-year(1.1)", 2018, 1, .year, 0),
      ("last-year(1.1)", 2020, 1, .year, 0), ("last-year(1.1) - first-year(1.1)", 2, 1, .year, 0),
      ("rank(1.1, adult, 2018)", 1, 1, .place, 0), ("rank(1.1, minor, labour, 2)", 2, 1, .place, 0),
      ("rank(1.1, unknown, 2018)", 0, 0, .place, 0), ("rank(essm-meldingen, criminal, 2019)", 2, 1, .place, 0),
    ] as [(String, Int, Int, Number.Kind, Int)])
  func `computes exactly, in the right kind`(
    _ text: String, _ top: Int, _ bottom: Int, _ kind: Number.Kind, _ decimals: Int
  ) throws {
    guard bottom > 0 else {
      #expect(problem(text)?.rule == .arguments)
      return
    }
    let number = try number(text)
    #expect(number.value == Fraction(top, bottom))
    #expect(number.kind == kind && number.decimals == decimals && number.certainty == .exact)
  }

  @Test func `equal numbers share a place`() throws {
    #expect(try number("rank(essm-meldingen, sexual, 2018)").value == Fraction(1))
    #expect(try number("rank(1.1, minor, 2019)").value == Fraction(2))
    #expect(try number("rank(1.1, minor, sexual, 2)").value == Fraction(2))
  }

  @Test func `a sum keeps the most decimals and the least certainty`() throws {
    #expect(try number("count(2.1, rough) + count(2.1, early)").certainty == .rounded)
    #expect(try number("count(1.1, minor, 2018) + count(2.1, early)").certainty == .provisional)
    #expect(try number("count(2.1, early) + count(1.1, minor, 2018)").certainty == .provisional)
    #expect(try number("share(count(2.1, early), count(2.1, rough))").certainty == .rounded)
    #expect(try number("count(2.1, rough) / 2 \"helft\"").certainty == .rounded)
    #expect(try number("count(1.1, minor, 2018) + count(1.1, adult, 2018)").unit == Invented.victims)
    #expect(try number("share(1.1, minor, 2018)").unit == nil)
  }

  @Test func `explanations and cells are kept in order, each cell once`() throws {
    let (_, evaluator) = try evaluated(
      "count(1.1, minor, 2018) * 3 \"keer\" / 1.5 \"deel\" + count(1.1, minor, 2018) + count(1.1, adult, 2018)")
    #expect(evaluator.explanations.map(\.number.nl) == ["3", "1.50"])
    #expect(evaluator.explanations.map(\.text.nl) == ["keer", "deel"])
    #expect(evaluator.cited.map(\.place) == ["fig-1.1, minor, 2018", "fig-1.1, adult, 2018"])
    #expect(evaluator.cited.map(\.panel) == [0, 0])
  }

  struct Refusal: Sendable {
    let text: String
    let rule: String
    let at: Int
    let nl, en: String
    init(_ text: String, _ rule: String, at: Int, _ nl: String, _ en: String) {
      (self.text, self.rule, self.at, self.nl, self.en) = (text, rule, at, nl, en)
    }
  }

  static let refusals = [
    Refusal(
      "3 \"x\"", "text-literal", at: 0, "een los getal is alleen een factor: `count(…) / 12 \"maanden\"`.",
      "a bare number is a factor only: `count(…) / 12 \"months\"`."),
    Refusal(
      "count(1.1, minor, 2018) * 3 \" \"", "text-literal", at: 26, "het getal 3 heeft geen uitleg.",
      "the number 3 has no explanation."),
    Refusal(
      "3 \"x\" / count(1.1, minor, 2018)", "text-literal", at: 0,
      "een los getal is alleen een factor: `count(…) / 12 \"maanden\"`.",
      "a bare number is a factor only: `count(…) / 12 \"months\"`."),
    Refusal(
      "count(1.1, minor, 2018) / count(1.1, unknown, 2018)", "text-division-by-zero", at: 24,
      "hier wordt gedeeld door nul.",
      "this divides by zero."),
    Refusal(
      "ratio(count(1.1, minor, 2018), count(1.1, unknown, 2018))", "text-division-by-zero", at: 0,
      "in `ratio(count(1.1, minor, 2018), count(1.1, unknown, 2018))` wordt gedeeld door nul.",
      "`ratio(count(1.1, minor, 2018), count(1.1, unknown, 2018))` divides by zero."),
    Refusal(
      "count(1.1, minor, 2018) / share(1.1, minor, 2018)", "text-kinds", at: 24,
      "een aantal en een aandeel gaan hier niet samen.", "a count and a share do not go together here."),
    Refusal(
      "share(count(1.1, minor, 2018), count(essm-meldingen, total, 2018))", "text-kinds", at: 0,
      "hier komen twee eenheden samen: slachtoffers en meldingen.", "two units meet here: victims and reports."),
    Refusal(
      "sum(first-year(1.1), rank(1.1, minor, 2018))", "text-kinds", at: 0,
      "een jaar en een plaats gaan hier niet samen.",
      "a year and a place do not go together here."),
    Refusal(
      "total(essm-meldingen)", "text-arguments", at: 0,
      "figuur essm-meldingen heeft geen totaalkolom; noem een kolom.",
      "figure essm-meldingen has no column of totals; name a column."),
    Refusal(
      "total(2.1)", "text-unknown-row", at: 0,
      "figuur tab-2.1 heeft geen rij met totalen; noem zelf het geheel, met `of RIJ` of share(a, b).",
      "figure tab-2.1 has no row of totals; name the whole yourself, with `of ROW` or share(a, b)."),
    Refusal(
      "share(essm-meldingen, sexual, 2018, of row)", "text-unknown-column", at: 36,
      "figuur essm-meldingen heeft geen totaalkolom.", "figure essm-meldingen has no column of totals."),
    Refusal(
      "share(1.1, minor, 2018, total)", "text-arguments", at: 24,
      "het vierde gegeven van `share` is `of row`, `of all` of `of RIJ`.",
      "the fourth argument of `share` is `of row`, `of all` or `of ROW`."),
    Refusal(
      "rank(1.1, minor + adult, 2018)", "text-arguments", at: 0, "`rank` gaat over één rij in één kolom.",
      "`rank` is about one row in one column."),
    Refusal(
      "rank(1.1, minor, 2018..2019)", "text-arguments", at: 0, "`rank` gaat over één rij in één kolom.",
      "`rank` is about one row in one column."),
    Refusal(
      "rank(1.1, mean-age, 2018)", "text-arguments", at: 0, "rij `mean-age` heeft geen plaats in een rangorde.",
      "row `mean-age` has no place in a ranking."),
    Refusal(
      "rank(1.1, total, 2018)", "text-arguments", at: 0, "rij `total` heeft geen plaats in een rangorde.",
      "row `total` has no place in a ranking."),
    Refusal(
      "first-year(2.1)", "text-unknown-column", at: 0, "figuur tab-2.1 heeft geen kolommen met jaren.",
      "figure tab-2.1 has no columns of years."),
    Refusal(
      "sum(delivered(1.1, minor, 2018), count(1.1, minor, 2018))", "text-arguments", at: 4,
      "`delivered` is geen getal.",
      "`delivered` is no number."),
    Refusal(
      "figure(1.1) + count(1.1, minor, 2018)", "text-arguments", at: 0, "`figure` is geen getal.",
      "`figure` is no number."),
    Refusal(
      "value(1.1, mean-age, 2018..2019)", "text-not-a-count", at: 0, "rij `mean-age` van fig-1.1 is geen aantal.",
      "row `mean-age` of fig-1.1 is no count."),
    Refusal(
      "change(1.1, adult, 2018, 2019) * 95000000000000000 \"x\"", "text-too-large", at: 31,
      "de uitkomst is te groot om exact te zijn.", "the result is too large to be exact."),
    Refusal(
      "mean(count(2.1, all), count(2.1, early))", "text-estimate", at: 0,
      "met een schatting wordt in een tekst niet gerekend.", "a text does not compute with an estimate."),
    Refusal(
      "count(essm-meldingen, sexual + criminal, 2018)", "text-kinds", at: 0,
      "`sexual + criminal` is samen 190, meer dan het totaal 130: deze rijen overlappen.",
      "`sexual + criminal` is 190 together, more than the total 130: these rows overlap."),
  ]

  @Test(arguments: refusals)
  func `what cannot be computed is told at its place`(_ refusal: Refusal) {
    let found = problem(refusal.text)
    #expect(found?.rule.id == refusal.rule)
    #expect(found?.at == refusal.at)
    #expect(found?.message == LocalizedText(nl: refusal.nl, en: refusal.en))
  }

  @Test func `rows that reach their total exactly do not overlap`() throws {
    #expect(try number("count(1.1, minor + adult + unknown, 2019)").value == Fraction(20))
    #expect(try number("count(1.1, total + minor, 2019)").value == Fraction(24))
  }

  private func judge(_ condition: String) throws(TextProblem) -> Bool {
    guard case .opening(let parsed) = try ExpressionParser.tag(PlacedText("if " + condition)) else { return false }
    var judge = Judge(
      evaluator: Evaluator(FigureLookup(tables: Invented.publication.tables)), verdicts: Verdicts(VerdictSet.house),
      language: .nl)
    return try judge.holds(parsed)
  }

  /// Four minors in 2019, sixteen adults.
  @Test(
    arguments: [
      ("count(1.1, minor, 2019) < 4 \"x\"", false), ("count(1.1, minor, 2019) < 5 \"x\"", true),
      ("count(1.1, minor, 2019) <= 4 \"x\"", true), ("count(1.1, minor, 2019) <= 3 \"x\"", false),
      ("count(1.1, minor, 2019) = 4 \"x\"", true), ("count(1.1, minor, 2019) = 5 \"x\"", false),
      ("count(1.1, minor, 2019) >= 4 \"x\"", true), ("count(1.1, minor, 2019) >= 5 \"x\"", false),
      ("count(1.1, minor, 2019) > 4 \"x\"", false), ("count(1.1, minor, 2019) > 3 \"x\"", true),
      ("count(1.1, minor, 2019) > 0", true), ("count(1.1, unknown, 2019) > 0", false),
      ("count(1.1, minor, 2019) < count(1.1, adult, 2019)", true),
      ("count(1.1, minor, 2019) > count(1.1, adult, 2019)", false),
      ("count(1.1, minor, 2019) > 0 and count(1.1, adult, 2019) > 0", true),
      ("count(1.1, minor, 2019) > 0 and count(1.1, adult, 2019) > 20 \"x\"", false),
      ("count(1.1, minor, 2019) > 20 \"x\" and count(1.1, adult, 2019) > 0", false),
      ("delivered(1.1, minor, 2019)", true), ("delivered(1.1, minor, 2020)", false),
      ("not delivered(1.1, minor, 2019)", false),
      ("not delivered(1.1, minor, 2020)", true), ("count(1.1, minor, 2020) > 0", false),
      ("count(1.1, minor, 2020) <= 0", false),
      ("count(1.1, minor, 2019) > count(1.1, minor, 2020)", false),
      ("change(broken, total, 2018, 2019) is \"verdubbeling\"", true),
      ("change(broken, total, 2018, 2019) is \"stijging\"", true),
      ("change(1.1, total, 2018, 2019) is \"verdubbeling\"", false),
      ("change(1.1, total, 2018, 2019) is \"geen duidelijke verandering\"", true),
      ("change(1.1, total, 2018, 2019) is \"lichte stijging\"", false),
      ("change(1.1, minor, 2019, 2020) is \"verdubbeling\"", false),
    ])
  func `a condition holds or does not`(_ condition: String, _ holds: Bool) throws {
    #expect(try judge(condition) == holds)
  }

  @Test func `a condition with a mistake in any part is told`() {
    func message(_ condition: String) -> String? {
      do {
        _ = try judge(condition)
        return nil
      } catch { return "\(error.at): \(error.message.en)" }
    }
    #expect(message("count(1.1, minor, 2019) > 3") == "29: the number 3 has no explanation.")
    #expect(message("count(1.1, minor, 2019) > 2.5") == "29: the number 2.50 has no explanation.")
    #expect(
      message("count(1.1, minor, 2019) > share(1.1, minor, 2019)") == "3: a count and a share do not go together here.")
    #expect(message("count(1.1, minor, 2019)") == "3: this takes a comparison, `is \"…\"` or `delivered(…)`.")
    #expect(
      message("count(1.1, minor, 2019) > 9 \"x\" and count(1.1, minr, 2019) > 0")
        == "50: figure fig-1.1 has no row `minr`; did you mean `minor`?")
    #expect(
      message("change(1.1, total, 2018, 2019) is \"sharply\"")
        == "3: “sharply” is in no set of verdict words for such a number.")
    #expect(message("count(2.1, all) > 0") == "3: a text does not compute with an estimate.")
  }

  @Test func `a claim that does not hold says both sides with one decimal more than whole per cents`() {
    #expect(
      Invented.messages("{{ claim: share(1.1, unknown, 2020) > 5 \"vijf\" }} Zin.") == [
        "`share(1.1, unknown, 2020) > 5 \"vijf\"` klopt niet: links staat 4,8%, rechts 5,0% (fig-1.1, unknown, 2020 is 1; "
          + "fig-1.1, total, 2020 is 21)."
      ])
    #expect(
      Invented.messages("{{ claim: value(1.1, mean-age, 2018) > value(1.1, mean-age, 2019) }} Zin.") == [
        "`value(1.1, mean-age, 2018) > value(1.1, mean-age, 2019)` klopt niet: links staat 21,5, rechts 22,0 (fig-1.1, "
          + "mean-age, 2018 is 21,5; fig-1.1, mean-age, 2019 is 22,0)."
      ])
    let reading = Invented.reading(
      "x", en: "{{ claim: ratio(total(broken, 2019), total(broken, 2018)) is \"tripled\" }} Text.")
    #expect(
      reading.findings.filter { $0.rule == "text-claim" }.map(\.message.en) == [
        "this says “tripled”, but `ratio(total(broken, 2019), total(broken, 2018))` is 2.0 (broken, total, 2019 is 100; "
          + "broken, total, 2018 is 50): “doubled”."
      ])
  }

  @Test func `the evidence of a claim is at most six cells`() throws {
    let sum = "sum(count(1.1, minor + adult + unknown, 2018..2019), count(1.1, minor, labour, 2))"
    let message = try #require(Invented.messages("{{ claim: \(sum) > 99 \"x\" }} Zin.").first)
    #expect(message.matches(of: /\ is \d+/).count == 6)
    #expect(message.hasSuffix("fig-1.1, unknown, 2019 is 0)."))
  }
}
