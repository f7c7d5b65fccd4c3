import Model
import Testing

@testable import Consistency

@Suite struct `The rule of one base for every period` {
  private func found(_ lines: [String]) -> [Contradiction] {
    let tables = Invented.tables(lines)
    return SharedBaseRule(tables: tables, series: tables.allSeries).contradictions()
  }

  /// 30 of 100 in the first years, and 40 of 80 or of 160 in the last.
  private func shares(
    named: Int = 80, all: Int = 160, printed: String = "50", denominator: String = "noemer van het aandeel"
  ) -> [String] {
    [
      "tekst | aandeel met bekende leeftijd | jaar=2015-2016 | 30 %",
      "tekst | aandeel met bekende leeftijd | jaar=2017-2019 | \(printed) %",
      "tekst | aantal met bekende leeftijd | jaar=2015-2016 | 30 slachtoffers",
      "tekst | aantal met bekende leeftijd | jaar=2017-2019 | 40 slachtoffers",
      "tekst | \(denominator) | jaar=2017-2019 | \(named) slachtoffers",
      "tekst | aantal slachtoffers | jaar=2015-2016 | 100 slachtoffers",
      "tekst | aantal slachtoffers | jaar=2017-2019 | \(all) slachtoffers",
    ]
  }

  @Test func `finds a share that takes another base in one period than in the others`() {
    let contradictions = found(shares())
    #expect(contradictions.map(\.summary) == ["percentage definition tekst: 25.0% for 50%"])
    #expect(contradictions.map { $0.cells.map(\.value) } == [[50, 40, 80, 160]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "tekst, aandeel met bekende leeftijd, 2017-2019: hier staat 50%, van 80, maar bij ‘tekst, aantal "
            + "slachtoffers, "
            + "2017-2019’ staat 160, en daarvan is het 25,0%.",
          en: "tekst, aandeel met bekende leeftijd, 2017-2019: this says 50%, of 80, but ‘tekst, aantal slachtoffers, "
            + "2017-2019’ says 160, and of that it is 25.0%.")
      ])
  }

  @Test func `says where else the other base is printed as a total`() {
    let total = "fig-2 | slachtoffers | groep=Totaal; jaar=2017-2019 | 80 slachtoffers | total"
    #expect(
      found(shares() + [total]).map(\.sentence) == [
        LocalizedText(
          nl:
            "tekst, aandeel met bekende leeftijd, 2017-2019: hier staat 50%, van 80, maar bij ‘tekst, aantal "
            + "slachtoffers, "
            + "2017-2019’ staat 160, en daarvan is het 25,0%; 80 is fig-2, Totaal, 2017-2019.",
          en: "tekst, aandeel met bekende leeftijd, 2017-2019: this says 50%, of 80, but ‘tekst, aantal slachtoffers, "
            + "2017-2019’ says 160, and of that it is 25.0%; 80 is fig-2, Totaal, 2017-2019.")
      ])
  }

  @Test(arguments: [
    "fig-2 | slachtoffers | jaar=2017-2019 | 80 slachtoffers",
    "fig-2 | slachtoffers | jaar=2017-2019 | 81 slachtoffers | total",
    "fig-2 | slachtoffers | jaar=2017 | 80 slachtoffers | total",
    "fig-2 | slachtoffers | jaar=2017-2019 | 80 slachtoffers | total, inferred",
  ])
  func `says so of the same sure total of the same years only`(_ other: String) {
    #expect(found(shares() + [other]).map { $0.sentence.nl.hasSuffix("daarvan is het 25,0%.") } == [true])
  }

  @Test(arguments: ["denominator of the share", "noemer"])
  func `knows a denominator by its name`(_ name: String) { #expect(found(shares(denominator: name)).count == 1) }

  @Test func `finds nothing where the bases are one, or the share is of neither`() {
    #expect(found(shares(named: 80, all: 80)).isEmpty)
    #expect(found(shares(printed: "49.5")).isEmpty)
    #expect(found(shares(printed: "49")).isEmpty)
    #expect(found(shares(denominator: "basis")).isEmpty)
    #expect(found(shares(named: 0)).isEmpty)
  }

  @Test func `does not take a number below the numerator for a whole`() {
    #expect(found(shares(all: 40)).map(\.expected) == ["100.0%"])
    #expect(found(shares(all: 39)).isEmpty)
  }

  @Test func `needs one other count at every period of the share, and more than one period`() {
    #expect(found(shares().filter { !$0.contains("aantal slachtoffers | jaar=2015-2016") }).isEmpty)
    #expect(found(shares().filter { !$0.contains("2015-2016") }).isEmpty)
    let second = ["2015-2016", "2017-2019"].map { "tekst | personen | jaar=\($0) | 200 slachtoffers" }
    #expect(found(shares() + second).isEmpty)
    let otherUnit = ["2015-2016", "2017-2019"].map { "tekst | personen | jaar=\($0) | 200 meldingen" }
    #expect(found(shares() + otherUnit).count == 1)
    let otherFigure = ["2015-2016", "2017-2019"].map { "fig-2 | personen | jaar=\($0) | 200 slachtoffers" }
    #expect(found(shares() + otherFigure).count == 1)
  }

  @Test func `needs the count that is the share's numerator`() {
    #expect(found(shares().filter { !$0.contains("aantal met bekende leeftijd") }).isEmpty)
    let twice =
      shares().map { line in line.hasPrefix("tekst | aantal met") ? line + " | | x" : line }
      + ["tekst | aantallen met bekende leeftijd | jaar=2017-2019 | 40 meldingen"]
    #expect(found(twice).isEmpty)
  }

  @Test func `looks at shares in per cent of the denominator's own figure`() {
    let elsewhere = shares().filter { $0.contains("noemer") }.map { "fig-9" + $0.dropFirst("tekst".count) }
    #expect(found(shares().filter { !$0.contains("noemer") } + elsewhere).isEmpty)
    #expect(found(shares().map { $0.hasSuffix("%") ? $0.dropLast() + "index" : $0 }).isEmpty)
  }

  @Test func `takes no denominator that is not sure, or in per cent`() {
    #expect(found(shares().map { $0.contains("noemer") ? $0 + " | inferred" : $0 }).isEmpty)
    #expect(found(shares().map { $0.contains("noemer") ? "tekst | noemer | jaar=2017-2019 | 80 %" : $0 }).isEmpty)
  }
}
