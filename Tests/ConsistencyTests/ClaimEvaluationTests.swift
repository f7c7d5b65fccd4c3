import Testing

@testable import Consistency

@Suite struct `The evaluation of claims` {
  private static let report = Invented.report([
    "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2019 | 30 slachtoffers",
    "fig-1 | slachtoffers | geslacht=Totaal; jaar=2019 | 120 slachtoffers",
    "fig-1 | aandeel | geslacht=Vrouw; jaar=2019 | 25 %",
    "fig-1 | slachtoffers | geslacht=Man; jaar=2019 | - slachtoffers",
  ])

  private func claim(
    _ formula: String, _ value: Double?, _ comparison: Claim.Comparison = .equal, decimals: Int = 0,
    unit: String = "slachtoffers",
    report: String = "verzonnen", id: String = "c1"
  ) -> Claim {
    Claim(
      id: id, report: report, paraphrase: "", value: value, decimals: decimals, comparison: comparison, unit: unit,
      formula: formula)
  }

  private func result(_ claim: Claim, among reports: [PublishedReport] = [report]) -> ClaimResult {
    ClaimEvaluation([claim], among: reports).result(of: claim)
  }

  @Test(
    arguments: [
      (.greater, 99, .yes), (.greater, 100, .no), (.less, 101, .yes), (.less, 100, .no), (.atLeast, 100, .yes),
      (.atLeast, 100 + 5e-10, .yes), (.atLeast, 100 + 2e-9, .no), (.atLeast, 101, .no), (.atMost, 100, .yes),
      (.atMost, 100 - 5e-10, .yes),
      (.atMost, 100 - 2e-9, .no), (.atMost, 99, .no), (.about, 110, .yes), (.about, 112, .no), (.about, 91, .yes),
      (.about, 90, .no),
      (.equal, 100, .yes), (.equal, 101, .no), (.equal, 100.4, .no),
    ] as [(Claim.Comparison, Double, ClaimVerdict)])
  func `compares a hundred with the number of the text`(
    _ comparison: Claim.Comparison, _ value: Double, _ verdict: ClaimVerdict
  ) {
    let result = result(claim("100", value, comparison))
    #expect(result.verdict == verdict && result.computed == 100 && result.problem == nil)
  }

  @Test(arguments: [("90", ClaimVerdict.yes), ("110", .yes), ("89", .no), ("111", .no)])
  func `takes about a hundred for a tenth more or less at most`(_ formula: String, _ verdict: ClaimVerdict) {
    #expect(result(claim(formula, 100, .about)).verdict == verdict)
  }

  @Test func `compares about a negative number by its size`() {
    #expect(result(claim("-100", -110, .about)).verdict == .yes)
    #expect(result(claim("-100", -112, .about)).verdict == .no)
    #expect(result(claim("1/10", 0.1 + 1e-10, .about)).verdict == .yes)
  }

  @Test(
    arguments: [
      ("100", 100.4, 0, "%", .yes), ("100", 101, 0, "%", .rounding), ("100", 102, 0, "%", .no),
      ("49/2", 25, 0, "slachtoffers", .yes),
      ("49/2", 24, 0, "slachtoffers", .yes), ("49/2", 23.6, 0, "slachtoffers", .rounding),
      ("49/2", 26, 0, "slachtoffers", .no),
      ("pct(1,3)", 33.3, 1, "%", .yes), ("pct(1,3)", 33.4, 1, "%", .rounding), ("pct(1,3)", 33.5, 1, "%", .no),
    ] as [(String, Double, Int, String, ClaimVerdict)])
  func `compares what was divided at the last printed digit`(
    _ formula: String, _ value: Double, _ decimals: Int, _ unit: String, _ verdict: ClaimVerdict
  ) {
    #expect(result(claim(formula, value, decimals: decimals, unit: unit)).verdict == verdict)
  }

  @Test func `finds the cells that a formula names`() {
    let result = result(claim("pct({n:fig-1|Vrouw|2019@slacht},{n:fig-1|Totaal|2019})", 25, unit: "%"))
    #expect(result.verdict == .yes && result.computed == 25)
    #expect(result.cells.map(\.value) == [30, 120])
    #expect(self.result(claim("{n:fig-1|Vrouw|2019@aandeel}", 25, unit: "%")).cells.map(\.value) == [25])
  }

  @Test func `says that a base was implied, unless the number is not borne`() {
    #expect(result(claim("pct(30,known_n(30,25,0,200))", 25, unit: "%")).verdict == .implied)
    #expect(result(claim("pct(30,known_n(30,25,0,200))", 40, unit: "%")).verdict == .no)
  }

  @Test(
    arguments: [
      ("{n:fig-1|Kind|2019}+{n:fig-1|Vrouw|2019}", .missingCell("n:fig-1|Kind|2019"), [30]),
      ("{n:fig-1|Man|2019}", .missingCell("n:fig-1|Man|2019"), []),
      ("{x:fig-9|Vrouw}", .unknownReport("x"), []), ("1/0", .divisionByZero, []), ("1+", .unreadable(at: 2), []),
      (String(repeating: "9", count: 400), .divisionByZero, []),
    ] as [(String, FormulaProblem, [Double])])
  func `says why a claim cannot be checked`(_ formula: String, _ problem: FormulaProblem, _ cells: [Double]) {
    let result = result(claim(formula, 30))
    #expect(result.verdict == .notCheckable && result.computed == nil && result.problem == problem)
    #expect(result.cells.compactMap(\.value) == cells)
  }

  @Test func `does not check a claim without a number or a formula`() {
    #expect(
      result(claim("", 30))
        == ClaimResult(claim: claim("", 30), verdict: .notCheckable, computed: nil, cells: [], problem: nil))
    #expect(result(claim("30", nil)).verdict == .notCheckable)
  }

  @Test func `learns from all claims which report a code stands for`() {
    func report(_ name: String, _ figure: String, _ number: Int) -> PublishedReport {
      PublishedReport(name: name, cells: [Invented.cell("\(figure) | x | jaar=2019 | \(number) slachtoffers")])
    }
    let reports = [report("a", "fig-1", 1), report("b", "fig-1", 2), report("c", "fig-3", 3)]
    let own = [claim("{n:fig-1|2019}", 2, report: "b")]
    #expect(ClaimEvaluation(own, among: reports).result(of: own[0]).computed == 2)
    // A claim of the report counts three times, a figure of that name once; at an equal count the first name wins.
    let others = [claim("{n:fig-1|2019}", 2, report: "c"), claim("{n:fig-3|2019}", 2, report: "c")]
    #expect(ClaimEvaluation(others, among: reports).result(of: others[1]).computed == 3)
    #expect(ClaimEvaluation([others[0]], among: reports).result(of: others[0]).computed == 1)
    let mixed = [own[0], others[0], others[0]]
    #expect(ClaimEvaluation(mixed, among: reports).result(of: others[0]).computed == 2)
    let two = [claim("{n:fig-3|2019}", 2, report: "a"), claim("{n:fig-3|2019}", 2, report: "a"), own[0]]
    #expect(ClaimEvaluation(two, among: reports).result(of: own[0]).computed == 2)
    let three = [claim("{n:fig-3|2019}", 2, report: "c")] + two.dropLast() + [own[0]]
    #expect(ClaimEvaluation(three, among: reports).result(of: three[0]).computed == 3)
  }
}

@Suite struct `A reference to a cell` {
  @Test(arguments: [
    ("n:fig-2.10|Totaal|2015@gemelde", "n", "fig-2.10", ["Totaal", "2015"], "gemelde"),
    ("n:fig-1", "n", "fig-1", [], ""),
    ("fig-1", "fig-1", "", [], ""), ("n:fig-1||x", "n", "fig-1", ["", "x"], ""),
    ("n:a|b@c:d|e", "n", "a", ["b"], "c:d|e"), ("", "", "", [], ""),
  ])
  func `has a code, a figure, values and the start of a measure`(
    _ text: String, _ code: String, _ figure: String, _ values: [String], _ measure: String
  ) {
    let reference = CellReference(text)
    #expect(
      reference.code == code && reference.figure == figure && reference.values == values && reference.measure == measure
    )
  }

  @Test(arguments: [
    ("n:fig-1|Vrouw|2019", true), ("n:fig-1|Vrouw|2019@gemelde", true),
    ("n:fig-1|Vrouw|2019@gemelde slachtoffers", true),
    ("n:fig-1|Vrouw|2019@slachtoffers", false), ("n:fig-2|Vrouw|2019", false), ("n:fig-1|2019|Vrouw", false),
    ("n:fig-1|Vrouw", false),
  ])
  func `matches a cell with all its values in order`(_ text: String, _ matches: Bool) {
    let line = "fig-1 | gemelde slachtoffers | geslacht=Vrouw; jaar=2019 |"
    #expect(CellReference(text).matches(Invented.cell(line + " 30 slachtoffers")) == matches)
    #expect(!CellReference(text).matches(Invented.cell(line + " - slachtoffers")))
  }
}
