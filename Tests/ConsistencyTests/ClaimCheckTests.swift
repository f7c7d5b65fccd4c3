import Model
import Testing

@testable import Consistency

@Suite struct `Claims that the tables do not bear` {
  private static let cell = Invented.cell("fig-1 | slachtoffers | jaar=2019 | 1300 slachtoffers")

  private func result(
    _ verdict: ClaimVerdict = .no, value: Double = 1200, computed: Double? = 1300, decimals: Int = 0,
    comparison: Claim.Comparison = .equal, unit: String = "slachtoffers", line: String = "",
    cells: [TableCell] = [cell], id: String = "c1"
  ) -> ClaimResult {
    let claim = Claim(
      id: id, report: "verzonnen", paraphrase: "", value: value, decimals: decimals, comparison: comparison, unit: unit,
      formula: "x",
      line: line)
    return ClaimResult(claim: claim, verdict: verdict, computed: computed, cells: cells)
  }

  private func found(_ results: ClaimResult..., beside known: [Contradiction] = []) -> [Contradiction] {
    ClaimCheck(report: "verzonnen", results: results).added(to: known)
  }

  @Test func `are said with their line and their number`() {
    let contradictions = found(result(line: "12"))
    #expect(contradictions.map(\.summary) == ["claim error fig-1: 1300 for 1200"])
    #expect(contradictions.map(\.claims) == [["c1"]] && contradictions.map(\.cells) == [[Self.cell]])
    #expect(contradictions.map(\.report) == ["verzonnen"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "Bewering c1 (regel 12): de tekst zegt 1.200 slachtoffers, maar de tabellen geven 1.300 slachtoffers.",
          en: "Claim c1 (line 12): the text says 1,200 slachtoffers, but the tables give 1,300 slachtoffers.")
      ])
  }

  @Test(
    arguments: [
      (.equal, "24.0", "24,0%", "24.0%"), (.greater, "> 24.0", "meer dan 24,0%", "more than 24.0%"),
      (.less, "< 24.0", "minder dan 24,0%", "less than 24.0%"),
      (.atLeast, ">= 24.0", "ten minste 24,0%", "at least 24.0%"),
      (.atMost, "<= 24.0", "ten hoogste 24,0%", "at most 24.0%"), (.about, "~ 24.0", "ongeveer 24,0%", "about 24.0%"),
    ] as [(Claim.Comparison, String, String, String)])
  func `say what the text compares`(_ comparison: Claim.Comparison, _ published: String, _ nl: String, _ en: String) {
    let contradictions = found(result(value: 24, computed: 24.756, decimals: 1, comparison: comparison, unit: "%"))
    #expect(contradictions.map(\.published) == [published] && contradictions.map(\.expected) == ["24.76"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "Bewering c1: de tekst zegt \(nl), maar de tabellen geven 24,76%.",
          en: "Claim c1: the text says \(en), but the tables give 24.76%.")
      ])
  }

  @Test func `are no more than a note when a cell is not sure, and a rounding when they all but hold`() {
    let unsure = Invented.cell("fig-1 | slachtoffers | jaar=2019 | 1300 slachtoffers | inferred")
    let notes = found(result(cells: [Self.cell, unsure]))
    #expect(notes.map(\.severity) == [.note])
    #expect(
      notes.map(\.sentence) == [
        LocalizedText(
          nl:
            "Bewering c1: de tekst zegt 1.200 slachtoffers, maar de tabellen geven 1.300 slachtoffers; niet elke cel "
            + "daarvan is zeker.",
          en:
            "Claim c1: the text says 1,200 slachtoffers, but the tables give 1,300 slachtoffers; not every cell of "
            + "it is certain."
        )
      ])
    #expect(found(result(.rounding, cells: [unsure])).map(\.severity) == [.rounding])
    #expect(found(result(cells: [])).map(\.figure) == [""])
  }

  @Test func `are only those that fail`() {
    #expect(found(result(.yes), result(.implied), result(.notCheckable)).isEmpty)
    #expect(found(result(.no), result(.rounding, id: "c2")).map(\.claims) == [["c1"], ["c2"]])
  }

  private func known(
    _ expected: String, _ published: String, figure: String = "fig-1", kind: Contradiction.Kind = .sum,
    cells: [TableCell] = []
  ) -> Contradiction {
    Contradiction(
      report: "verzonnen", figure: figure, kind: kind, severity: .error, cells: cells, expected: expected,
      published: published,
      sentence: LocalizedText("x."))
  }

  @Test(arguments: [
    ("1300", "1200", true), ("5; 1300", "7; 1200", true), ("1300; 5", "7; 1200", false), ("1300%", "1200%", true),
    ("1300", "1201", false),
    ("1300.05", "1200", true), ("1299.95", "1200", true), ("1300.07", "1200", false), ("1299.93", "1200", false),
    ("", "1200", false),
    (">= 1300", "1200", true),
  ])
  func `are written with what says the same already`(_ expected: String, _ published: String, _ isSame: Bool) {
    let contradictions = found(result(), beside: [known(expected, published)])
    #expect(contradictions.map(\.claims) == (isSame ? [["c1"]] : [[], ["c1"]]))
  }

  @Test func `are written beside what is of another figure, or a claim itself`() {
    #expect(found(result(), beside: [known("1300", "1200", figure: "fig-2")]).count == 2)
    #expect(found(result(), beside: [known("1300", "1200", figure: "fig-2", cells: [Self.cell])]).count == 1)
    #expect(found(result(), beside: [known("1300", "1200", kind: .claim)]).count == 2)
    #expect(found(result(cells: []), beside: [known("1300", "1200")]).count == 2)
    #expect(found(result(), result(id: "c2")).map(\.claims) == [["c1"], ["c2"]])
    #expect(found(result(), result(id: "c2"), beside: [known("1300", "1200")]).map(\.claims) == [["c1", "c2"]])
  }
}
