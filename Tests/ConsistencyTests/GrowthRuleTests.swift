import Model
import Testing

@testable import Consistency

@Suite struct `The growth rule` {
  private func found(_ change: String, _ lines: [String] = ["400", "700"]) -> [Contradiction] {
    let counts = zip(["2015", "2018"], lines).map { "fig-1 | incidenten | jaar=\($0) | \($1) incidenten" }
    let tables = Invented.tables([change] + counts)
    return GrowthRule(tables: tables, series: tables.allSeries).contradictions()
  }

  @Test(arguments: [
    ("75", []), ("75.0", []), ("76", ["percentage rounding tekst: 75.0% for 76%"]),
    ("77", ["percentage error tekst: 75.0% for 77%"]),
    ("100", ["percentage error tekst: 75.0% for 100%"]), ("101", []), ("60", ["percentage error tekst: 75.0% for 60%"]),
    ("59", []),
    ("75.2", ["percentage error tekst: 75.0% for 75.2%"]), ("75.1", ["percentage rounding tekst: 75.0% for 75.1%"]),
  ])
  func `compares a rise with the counts between which it is, within a quarter of it`(
    _ printed: String, _ summaries: [String]
  ) {
    #expect(found("tekst | stijging incidenten t.o.v. 2015 | jaar=2018 | \(printed) %").map(\.summary) == summaries)
  }

  @Test func `says from where to where`() {
    let contradictions = found("tekst | stijging incidenten sinds 2015 | jaar=2018 | 77.5 %", ["1000", "1750"])
    #expect(contradictions.isEmpty)
    let named = found("tekst | stijging incidenten t.o.v. 2015 | jaar=2018 | 77.5 %", ["1000", "1750"])
    #expect(
      named.map(\.sentence) == [
        LocalizedText(
          nl: "tekst, stijging incidenten t.o.v. 2015, 2018: hier staat 77,5%, maar van 1.000 naar 1.750 is 75,0%.",
          en: "tekst, stijging incidenten t.o.v. 2015, 2018: this says 77.5%, but from 1,000 to 1,750 is 75.0%.")
      ])
    #expect(named.map { $0.cells.map(\.value) } == [[77.5, 1000, 1750]])
  }

  @Test(arguments: ["stijging", "toename", "groei", "rise", "increase", "growth"])
  func `knows the words for a rise`(_ word: String) {
    #expect(found("tekst | \(word) incidenten | jaar=2015-2018 | 77 %").map(\.expected) == ["75.0%"])
  }

  @Test(arguments: ["afname", "daling", "fall", "decrease", "decline"])
  func `knows the words for a fall, of which the number has no sign`(_ word: String) {
    #expect(
      found("tekst | \(word) incidenten | jaar=2015-2018 | 24 %", ["400", "300"]).map(\.summary) == [
        "percentage rounding tekst: 25.0% for 24%"
      ])
    #expect(found("tekst | \(word) incidenten | jaar=2015-2018 | 24 %").isEmpty)
  }

  @Test(arguments: [
    "tekst | verschil incidenten | jaar=2015-2018 | 77 %", "tekst | stijging | jaar=2015-2018 | 77 %",
    "tekst | stijging aandeel incidenten | jaar=2015-2018 | 77 %", "tekst | stijging incidenten | jaar=2018 | 77 %",
    "tekst | stijging incidenten | | 77 %", "tekst | stijging incidenten | jaar=2015-2018 | 77 procentpunt",
    "tekst | stijging incidenten | jaar=2015-2018 | 77 % | inferred",
    "tekst | stijging meldingen | jaar=2015-2018 | 77 %",
    "tekst | stijging incidenten t.o.v. 2016 | jaar=2018 | 77 %",
    "tekst | stijging incidenten t.o.v. 2018 | jaar=2018 | 77 %",
    "tekst | stijging incidenten | jaar=2015-2018 | - %",
  ])
  func `leaves alone what is no rise between two years that are known`(_ line: String) { #expect(found(line).isEmpty) }

  @Test func `takes the first of two years that are named`() {
    #expect(found("tekst | stijging incidenten van 2015 naar 2018 | jaar=2018 | 77 %").map(\.expected) == ["75.0%"])
  }

  @Test func `knows no rise from nothing`() {
    #expect(found("tekst | stijging incidenten | jaar=2015-2018 | 77 %", ["0", "700"]).isEmpty)
    #expect(found("tekst | stijging incidenten | jaar=2015-2018 | 77 %", ["1", "1.75"]).map(\.expected) == ["75.0%"])
  }

  @Test func `gives a small change the reach of one per cent`() {
    #expect(
      found("tekst | stijging incidenten | jaar=2015-2018 | 0.3 %", ["1000", "1005"]).map(\.expected) == ["0.5%"])
    #expect(found("tekst | stijging incidenten | jaar=2015-2018 | 0.2 %", ["1000", "1005"]).isEmpty)
  }

  @Test(arguments: [(77, "80.0%"), (74, "70.0%"), (75, "70.0%")])
  func `takes the nearest of several series, the first of two as near`(_ printed: Int, _ expected: String) {
    let tables = Invented.tables([
      "tekst | stijging incidenten | jaar=2015-2018 | \(printed) %",
      "fig-1 | incidenten thuis | jaar=2015 | 100 incidenten",
      "fig-1 | incidenten thuis | jaar=2018 | 170 incidenten", "fig-2 | incidenten elders | jaar=2015 | 100 incidenten",
      "fig-2 | incidenten elders | jaar=2018 | 180 incidenten",
    ])
    #expect(
      GrowthRule(tables: tables, series: tables.allSeries).contradictions().map(\.expected) == [expected])
  }
}
