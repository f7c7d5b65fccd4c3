import Model
import Testing

@testable import Consistency

@Suite struct `The rule of whole numbers behind a share` {
  private func found(_ lines: [String]) -> [Contradiction] {
    IntegerShareRule(tables: Invented.tables(lines)).contradictions()
  }

  private func lines(_ share: String, of base: String, _ rest: String = "personen | total") -> [String] {
    ["fig-1 | aandeel meisjes | jaar=2019 | \(share) %", "fig-1 | meisjes en jongens | jaar=2019 | \(base) \(rest)"]
  }

  @Test(arguments: [
    ("30", "10", []), ("33", "10", ["30% for 33%"]), ("36", "10", ["40% for 36%"]), ("31", "10", ["30% for 31%"]),
    ("33", "3", []),
    ("33.3", "3", []), ("33.4", "3", ["33.3% for 33.4%"]), ("12", "8", []), ("13", "8", []),
    ("12.4", "8", ["12.5% for 12.4%"]),
    ("83.5", "283", ["83.4% for 83.5%"]), ("83.4", "283", []), ("50", "0", []), ("0", "10", []), ("100", "10", []),
    ("99", "10", ["100% for 99%"]), ("0.4", "300", ["0.3% for 0.4%"]), ("0.3", "300", []),
    ("35", "10", ["40% for 35%"]),
  ])
  func `rejects a share that no whole number of the base gives`(_ share: String, _ base: String, _ found: [String]) {
    #expect(self.found(lines(share, of: base)).map { "\($0.expected) for \($0.published)" } == found)
  }

  @Test func `says the nearest that there is`() {
    let contradictions = found(lines("33.4", of: "1500"))
    #expect(contradictions.isEmpty)
    let coarse = found(lines("33.44", of: "1500"))
    #expect(coarse.map(\.summary) == ["percentage error fig-1: 33.47% for 33.44%"])
    #expect(coarse.map { $0.cells.map(\.value) } == [[33.44, 1500]])
    #expect(
      coarse.map(\.sentence) == [
        LocalizedText(
          nl: "fig-1, aandeel meisjes: geen heel aantal van 1.500 geeft 33,44%; het dichtst bij is 33,47%.",
          en: "fig-1, aandeel meisjes: no whole number out of 1,500 gives 33.44%; the nearest is 33.47%.")
      ])
  }

  @Test func `says the shares of one measure and base together`() {
    let contradictions = found([
      "fig-1 | aandeel bezoekers naar kanaal | kanaal=Chat; jaar=2020 | 83.5 %",
      "fig-1 | aandeel bezoekers naar kanaal | kanaal=Mail; jaar=2020 | 16.5 %",
      "fig-1 | unieke bezoekers | jaar=2020 | 283 personen | total",
      "fig-1 | aandeel unieke meldingen | jaar=2020 | 17 %",
      "fig-1 | alle unieke meldingen | jaar=2020 | 10 meldingen | total",
    ])
    #expect(
      contradictions.map(\.summary)
        == ["percentage error fig-1: 83.4%; 16.6% for 83.5%; 16.5%", "percentage error fig-1: 20% for 17%"])
    #expect(
      contradictions.map(\.sentence.nl) == [
        "fig-1, aandeel bezoekers naar kanaal: geen heel aantal van 283 geeft 83,5% of 16,5%; het dichtst bij is "
          + "83,4% en 16,6%.",
        "fig-1, aandeel unieke meldingen: geen heel aantal van 10 geeft 17%; het dichtst bij is 20%.",
      ])
    #expect(
      contradictions.first?.sentence.en
        == "fig-1, aandeel bezoekers naar kanaal: no whole number out of 283 gives 83.5% or 16.5%; the nearest is "
        + "83.4% and 16.6%."
    )
  }

  @Test(arguments: [
    "fig-2 | meisjes en jongens | jaar=2019 | 10 personen | total",
    "fig-1 | meisjes en jongens | jaar=2019 | 10 personen",
    "fig-1 | meisjes en jongens | jaar=2018 | 10 personen | total",
    "fig-1 | meisjes en jongens | jaar=2019 | 10 personen | total, absent",
    "fig-1 | meisjes en jongens | jaar=2019 | 10 euro | total", "fig-1 | jongens | jaar=2019 | 10 personen | total",
    "fig-1 | meisjes | jaar=2019 | 10 personen | total", "fig-1 | meisjes en jongens | jaar=2019 | - personen | total",
  ])
  func `needs a total of the figure and years that names it, and is not its numerator`(_ base: String) {
    #expect(found(["fig-1 | aandeel meisjes | jaar=2019 | 33 %", base]).isEmpty)
  }

  @Test(arguments: [
    ["fig-1 | aandeel meisjes | | 33 %", "fig-1 | meisjes en jongens | jaar=2019 | 10 personen | total"],
    ["fig-1 | aandeel meisjes | jaar=2019 | 33 %", "fig-1 | meisjes en jongens | | 10 personen | total"],
    [
      "fig-1 | share meisjes | jaar=2019 | 33 %",
      "fig-1 | kinderen | groep=Alle meisjes; jaar=2019 | 10 personen | total",
    ],
  ])
  func `takes a base without years, or for a share without years`(_ lines: [String]) {
    #expect(found(lines).map(\.expected) == ["30%"])
  }

  @Test func `needs a word that says whose share it is`() {
    #expect(found(["fig-1 | percentage | groep=a | 33 %", "fig-1 | alle | | 10 personen | total"]).isEmpty)
  }

  @Test func `does not choose between two bases`() {
    #expect(found(lines("33", of: "10") + ["fig-1 | meisjes thuis | jaar=2019 | 20 personen | total"]).isEmpty)
  }

  @Test(arguments: ["| 33 procent", "| 33 % | inferred", "| - %"])
  func `leaves alone what is no sure share`(_ number: String) {
    #expect(
      found([
        "fig-1 | aandeel meisjes | jaar=2019 \(number)", "fig-1 | meisjes en jongens | jaar=2019 | 10 personen | total",
      ]).isEmpty)
  }
}
