import Model
import Testing

@testable import Consistency

@Suite struct `The share rule` {
  private func found(_ lines: [String]) -> [Contradiction] {
    let tables = Invented.tables(lines)
    return ShareRule(tables: tables, series: tables.allSeries).contradictions()
  }

  /// Thirty minors of a hundred victims, and the share that is printed of them.
  private func minors(_ share: String, of total: Int = 100, count: Int = 30) -> [String] {
    [
      "fig-1 | aandeel minderjarig | jaar=2019 | \(share) %", "fig-1 | minderjarig | jaar=2019 | \(count) slachtoffers",
      "fig-1 | slachtoffers | jaar=2019 | \(total) slachtoffers | total",
    ]
  }

  @Test(arguments: [
    ("30", []), ("29.5", ["percentage error fig-1: 30.0% for 29.5%"]),
    ("31", ["percentage rounding fig-1: 30.0% for 31%"]),
    ("29", ["percentage rounding fig-1: 30.0% for 29%"]), ("32", ["percentage error fig-1: 30.0% for 32%"]),
    ("33", ["percentage error fig-1: 30.0% for 33%"]), ("34", ["percentage error fig-1: 30.0% for 34%"]),
    ("3", ["percentage error fig-1: 30.0% for 3%"]), ("36", ["percentage error fig-1: 30.0% for 36%"]),
    ("60", ["percentage error fig-1: 30.0% for 60%"]), ("90", ["percentage error fig-1: 30.0% for 90%"]),
    ("30.1", ["percentage rounding fig-1: 30.0% for 30.1%"]),
    ("30.05", ["percentage error fig-1: 30.0% for 30.05%"]),
  ])
  func `compares a share with the count beside it, however far it is off`(_ share: String, _ summaries: [String]) {
    #expect(found(minors(share)).map(\.summary) == summaries)
  }

  @Test func `takes the nearest of several bases, the first of two as near`() {
    let other = ["fig-1 | personen | jaar=2019 | 120 slachtoffers | total"]
    #expect(found(minors("27.5") + other).map(\.expected) == ["30.0%"])
    #expect(found(minors("27.4") + other).map(\.expected) == ["25.0%"])
    #expect(found(minors("27.6") + other).map(\.expected) == ["30.0%"])
  }

  @Test func `gives a share below one the reach of a whole one, where there are several bases`() {
    let other = ["fig-1 | personen | jaar=2019 | 10000 slachtoffers | total"]
    #expect(
      found(minors("0.4", of: 200, count: 1) + other).map(\.summary) == ["percentage rounding fig-1: 0.5% for 0.4%"])
    #expect(found(minors("0.3", of: 200, count: 1) + other).isEmpty)
  }

  @Test func `says what the counts give`() {
    let contradictions = found(minors("32.5", of: 3000, count: 1000))
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["fig-1|2019", "fig-1|2019", "fig-1|2019"]])
    #expect(contradictions.map { $0.cells.map(\.value) } == [[32.5, 1000, 3000]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "fig-1, aandeel minderjarig, 2019: hier staat 32,5%, maar 1.000 / 3.000 (fig-1) = 33,3%.",
          en: "fig-1, aandeel minderjarig, 2019: this says 32.5%, but 1,000 / 3,000 (fig-1) = 33.3%.")
      ])
  }

  @Test(arguments: [" | inferred", " | unassigned"])
  func `leaves a share alone that is not sure`(_ status: String) {
    var lines = minors("32")
    lines[0] += status
    #expect(found(lines).isEmpty)
  }

  @Test func `leaves alone what is not in per cent`() {
    var lines = minors("32")
    lines[0] = "fig-1 | aandeel minderjarig | jaar=2019 | 32 procent"
    #expect(found(lines).isEmpty)
  }

  /// Forty of a hundred are Dutch in figure 2, and the share that the text prints of them.
  private func origin(_ share: String, _ measure: String = "aandeel Nederlandse slachtoffers") -> [String] {
    [
      "tekst | \(measure) | jaar=2015 | \(share) %",
      "fig-2 | slachtoffers | herkomst=Nederland; jaar=2015 | 40 slachtoffers",
      "fig-2 | slachtoffers | herkomst=Azië; jaar=2015 | 60 slachtoffers",
      "fig-2 | slachtoffers | herkomst=Totaal; jaar=2015 | 100 slachtoffers | total",
    ]
  }

  @Test(arguments: [
    ("40", []), ("30", ["percentage error tekst: 40.0% for 30%"]), ("29", []),
    ("41", ["percentage rounding tekst: 40.0% for 41%"]),
    ("61", ["percentage error tekst: 40.0% for 61%"]), ("62", []),
  ])
  func `finds the category that a share names in another figure, within a third`(_ share: String, _ summaries: [String])
  {
    #expect(found(origin(share)).map(\.summary) == summaries)
  }

  @Test func `says which other population does give the share`() {
    let contradictions = found(origin("32") + ["fig-3 | personen | jaar=2015 | 125 personen"])
    #expect(contradictions.map(\.summary) == ["percentage definition tekst: 40.0% for 32%"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "tekst, aandeel Nederlandse slachtoffers, 2015: hier staat 32%, maar 40 / 100 (fig-2) = 40,0% (40 / 125 "
            + "(fig-2, "
            + "fig-3) = 32,0% geeft het wel).",
          en:
            "tekst, aandeel Nederlandse slachtoffers, 2015: this says 32%, but 40 / 100 (fig-2) = 40.0% (40 / 125 "
            + "(fig-2, "
            + "fig-3) = 32.0% does give it).")
      ])
  }

  @Test func `takes the population that most figures agree on`() {
    let others = [125, 124, 126, 124].enumerated().map { "fig-\(3 + $0) | personen | jaar=2015 | \($1) personen" }
    #expect(
      found(origin("32") + others).map(\.sentence.en) == [
        "tekst, aandeel Nederlandse slachtoffers, 2015: this says 32%, but 40 / 100 (fig-2) = 40.0% (40 / 124 "
          + "(fig-2, fig-4) = "
          + "32.3% does give it)."
      ])
  }

  @Test func `puts the shares of one measure into one contradiction, of the gravest kind`() {
    func year(_ year: Int, _ share: String) -> [String] {
      minors(share).map { $0.split(separator: "2019").joined(separator: "\(year)") }
    }
    let both = found(minors("31") + year(2020, "32"))
    #expect(both.map(\.summary) == ["percentage error fig-1: 30.0%; 30.0% for 31%; 32%"])
    #expect(
      both.map(\.sentence.nl) == [
        "fig-1, aandeel minderjarig, 2019: hier staat 31%, maar 30 / 100 (fig-1) = 30,0%; fig-1, aandeel "
          + "minderjarig, 2020: hier "
          + "staat 32%, maar 30 / 100 (fig-1) = 30,0%."
      ])
    #expect(
      found(minors("31") + year(2020, "29")).map(\.summary) == ["percentage rounding fig-1: 30.0%; 30.0% for 31%; 29%"])
    let other = origin("32").map { $0.split(separator: "fig-2").joined(separator: "fig-9") }
    #expect(
      found(minors("31") + other).map(\.summary)
        == ["percentage rounding fig-1: 30.0% for 31%", "percentage error tekst: 40.0% for 32%"])
  }

  /// `18-20%` of three years is a lowest and a highest year, and not the years together.
  private func range(_ lowest: Int, _ highest: Int) -> [Contradiction] {
    let years = [("2015", 16, 100), ("2016", 19, 100), ("2017", 21, 100)]
    return found(
      years.flatMap { year, part, whole in
        [
          "fig-1 | slachtoffers naar herkomst | herkomst=Afrika; jaar=\(year) | \(part) slachtoffers",
          "fig-1 | slachtoffers naar herkomst | herkomst=Europa; jaar=\(year) | \(whole - part) slachtoffers",
          "fig-1 | slachtoffers naar herkomst | herkomst=Totaal; jaar=\(year) | \(whole) slachtoffers | total",
        ]
      } + [
        "tekst | aandeel Afrika (laagste) | jaar=2015-2017 | \(lowest) %",
        "tekst | aandeel Afrika | jaar=2015-2017 (hoogste) | \(highest) %",
      ])
  }

  @Test func `takes a range over years for its lowest and its highest year`() {
    #expect(range(16, 21).isEmpty)
    #expect(range(18, 21).map(\.summary) == ["percentage error tekst: 16.0% for 18%"])
    #expect(range(16, 19).map(\.summary) == ["percentage error tekst: 21.0% for 19%"])
  }
}

@Suite struct `A quotient` {
  private func plus(_ cells: Int...) -> [LinearRelation.Term] { cells.map { .init(cell: $0, sign: 1) } }

  @Test(
    arguments: [
      (30, 100, 30), (100, 100, 100), (0, 5, 0), (101, 100, nil), (0, 0, nil), (-1, 0, nil), (1, 0, nil), (1, -2, nil),
    ] as [(Double, Double, Double?)])
  func `is a part of a whole above zero, in per cent`(_ part: Double, _ whole: Double, _ percentage: Double?) {
    #expect(Quotient(plus(0), over: plus(1)) { [part, whole][$0] }?.percentage == percentage)
  }

  @Test func `sums signed cells`() {
    #expect(Quotient.sum(plus(0, 1) + [.init(cell: 2, sign: -1)]) { [5, 7, 4][$0] } == 8)
    #expect(Quotient.sum([]) { _ in 1 } == 0)
  }

  @Test func `is written with its cells' figures, each once`() throws {
    let tables = Invented.tables([
      "fig-1 | x | jaar=2015 | 833 slachtoffers", "fig-2 | x | jaar=2015 | 1310 slachtoffers",
      "fig-1 | x | jaar=2016 | 0 slachtoffers",
    ])
    let quotient = try #require(Quotient(plus(0, 2), over: plus(1), tables.value))
    #expect(
      quotient.text(tables)
        == LocalizedText(nl: "833 / 1.310 (fig-1, fig-2) = 63,6%", en: "833 / 1,310 (fig-1, fig-2) = 63.6%"))
  }
}
