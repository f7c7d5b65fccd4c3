import Model
import Testing

@testable import Disclosure
@testable import Narrative
@testable import Tabulation

/// Years between which, for all that is known of who is who, the number may have risen as well as fallen.
@Suite struct `A change that is open` {
  private static func evaluator(open: Bool) -> Evaluator {
    let tables = Invented.publication.tables.map { table in
      PublishedTable(
        shape: table.shape, cells: table.cells,
        open: open && table.shape.figure == "fig-1.1" ? Self.all(table.shape) : [])
    }
    return Evaluator(FigureLookup(tables: tables))
  }

  private static func all(_ shape: TableShape) -> Set<OpenChange> {
    Set(
      shape.rows.indices.flatMap { row in
        shape.columns.indices.flatMap { from in
          shape.columns.indices.filter { $0 > from }.map { OpenChange(row: row, from: from, to: $0) }
        }
      })
  }

  private func number(_ text: String, open: Bool = true) throws -> Number {
    guard case .expression(let expression) = try ExpressionParser.tag(PlacedText(text)) else {
      throw TextProblem(.syntax, at: 0, nl: "", en: "")
    }
    var evaluator = Self.evaluator(open: open)
    guard case .number(let number) = try evaluator.outcome(of: expression.term) else {
      throw TextProblem(.missing, at: 0, nl: text, en: text)
    }
    return number
  }

  private static let verdicts = Verdicts(VerdictSet.house)

  @Test(
    arguments: [
      "change(1.1, adult, 2018, 2019)", "change(1.1, adult, 2019, 2018)", "difference(1.1, adult, 2018, 2019)",
      "ratio(count(1.1, adult, 2018), count(1.1, adult, 2019))", "count(1.1, adult, 2018) / count(1.1, adult, 2019)",
      "count(1.1, adult, 2019) - count(1.1, adult, 2018)",
    ])
  func `says so wherever two years of a row meet`(_ text: String) throws {
    let number = try number(text)
    #expect(number.isOpen)
    #expect(try !self.number(text, open: false).isOpen)
    let wording = try NumberWording(language: .nl).text(.number(number), [], Self.verdicts)
    #expect(wording.hasSuffix("(geen duidelijke verandering)"))
  }

  @Test(
    arguments: [
      "change(count(1.1, adult, 2018), count(1.1, minor, 2018))", "share(1.1, minor, 2018)",
      "sum(count(1.1, minor, 2018), count(1.1, adult, 2018))",
    ])
  func `is of one row only`(_ text: String) throws { #expect(try !number(text).isOpen) }

  @Test func `has one verdict, whatever its size`() throws {
    let number = try number("change(1.1, adult, 2018, 2019)")
    #expect(number.value == Fraction(100))
    #expect(try Self.verdicts.words(for: number, set: nil, at: 0).nl == "geen duidelijke verandering")
    #expect(try Self.verdicts.words(for: number, set: "trend", at: 0).en == "not clearly changed")
    #expect(
      try Self.verdicts.judgement(of: "verdubbeld", for: number, in: .nl, at: 0)
        == .notBorne(LocalizedText(nl: "geen duidelijke verandering", en: "no clear change")))
    #expect(try Self.verdicts.judgement(of: "niet duidelijk veranderd", for: number, in: .nl, at: 0) == .borne)
  }

  @Test func `no text may say which of two such years has more`() throws {
    func judge(_ open: Bool) -> Judge {
      Judge(evaluator: Self.evaluator(open: open), verdicts: Self.verdicts, language: .nl)
    }
    let text = "claim: count(1.1, adult, 2019) > count(1.1, adult, 2018)"
    guard case .claim(let claim) = try ExpressionParser.tag(PlacedText(text)) else {
      Issue.record("no claim")
      return
    }
    var (open, settled) = (judge(true), judge(false))
    try settled.require(claim, says: nil)
    let problem = #expect(throws: TextProblem.self) { try open.require(claim, says: nil) }
    #expect(problem?.message.nl.contains("staat niet vast") == true)
  }
}
