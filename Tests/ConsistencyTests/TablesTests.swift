import Testing

@testable import Consistency

@Suite struct `The tables of a report` {
  @Test func `are blocks of one figure, measure and unit, in the order of the files`() {
    let tables = Invented.tables([
      "fig-2 | slachtoffers | geslacht=Vrouw | 1 Slachtoffers",
      "fig-1 | slachtoffers | geslacht=Vrouw | 2 slachtoffers",
      "fig-2 | slachtoffers | geslacht=Man | 3 slachtoffers", "fig-2 | aandeel | geslacht=Vrouw | 60 %",
      "fig-2 | meldingen | geslacht=Vrouw | 4 slachtoffers", "fig-2 | slachtoffers | geslacht=Man | 5 meldingen",
    ])
    #expect(
      tables.counts.map { "\($0.figure) \($0.measure.text) \($0.unit)" }
        == [
          "fig-2 slachtoffers slachtoffers", "fig-1 slachtoffers slachtoffers", "fig-2 meldingen slachtoffers",
          "fig-2 slachtoffers meldingen",
        ])
    #expect(tables.counts[0].cells.values.sorted { $0[0] < $1[0] } == [[0], [2]])
    #expect(tables.rates.map(\.measure.text) == ["aandeel"])
  }

  @Test func `leave out what is not sure, and remember where`() {
    let tables = Invented.tables([
      "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2019 | 1 slachtoffers",
      "fig-1 | slachtoffers | leeftijd=jong; jaar=2019 | 2 slachtoffers | inferred",
      "fig-1 | slachtoffers | herkomst=Azië; jaar=2019 | - slachtoffers",
    ])
    #expect(tables.counts.map { $0.places.map(\.text) } == [["2019 geslacht=vrouw"]])
    #expect(tables.counts[0].gaps == ["leeftijd", "jaar", "herkomst"])
    #expect([0, 1, 2].map(tables.value) == [1, 2, 0])
  }

  @Test(arguments: [
    ("dwangmiddelen (meer antwoorden mogelijk)", "", true), ("dwang", "Meerdere antwoorden", true),
    ("dwang", "multi-response", true), ("means", "several answers", true), ("dwang", "één antwoord", false),
  ])
  func `know that several answers may be given`(_ measure: String, _ note: String, _ isSeveral: Bool) {
    let tables = Invented.tables([
      "fig-1 | \(measure) | middel=geweld | 1 slachtoffers | | \(note)",
      "fig-1 | \(measure) | middel=dreiging | 1 slachtoffers",
    ])
    #expect(tables.counts.map(\.hasSeveralAnswers) == [isSeveral])
  }

  @Test(arguments: [
    ("jaar=2019; geslacht=Vrouw", "2019 geslacht=vrouw"), ("vorm=AU; geslacht=Totaal", "- vorm=arbeidsuitbuiting"),
    ("geslacht=n", "-"), ("groep=x; geslacht=y", "- geslacht=y groep=x"), ("jaar=2015-2017 (laagste)", "2015-2017"),
    ("jaar=2015(1)", "2015"), ("jaar=begin 2015 (x)", "- jaar=begin 2015"), ("", "-"), ("jaar=2015; tijd=2016", "2016"),
    ("Vorm=Arbeidsuitbuiting (alle)", "- vorm=arbeidsuitbuiting"),
  ])
  func `give each cell its place, without totals and brackets`(_ dimensions: String, _ place: String) {
    let tables = Invented.tables([
      "fig-1 | slachtoffers | \(dimensions) | 1 slachtoffers",
      "fig-1 | slachtoffers | vorm=Arbeidsuitbuiting | 1 slachtoffers",
    ])
    #expect(tables.place(of: tables.cells[0]).text == place)
  }

  @Test func `put what has no year in the whole period of its block`() {
    let tables = Invented.tables([
      "fig-1 | slachtoffers | geslacht=Vrouw | 3 slachtoffers", "fig-1 | slachtoffers | jaar=2015 | 1 slachtoffers",
      "fig-1 | slachtoffers | jaar=2015-2016 | 3 slachtoffers",
    ])
    #expect(tables.counts[0].places.map(\.text) == ["2015", "2015-2016", "2015-2016 geslacht=vrouw"])
  }
}
