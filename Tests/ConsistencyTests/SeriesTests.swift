import Testing

@testable import Consistency

@Suite struct `A series` {
  @Test func `is a whole block, or one category of it with its dimension taken away`() {
    let tables = Invented.tables([
      "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2019 | 1 slachtoffers",
      "fig-1 | slachtoffers | geslacht=Man; jaar=2019 | 2 slachtoffers",
      "fig-1 | slachtoffers | geslacht=Vrouw; jaar=2020 | 3 slachtoffers",
      "fig-1 | slachtoffers | geslacht=Totaal; jaar=2019 | 3 slachtoffers | total",
      "fig-2 | meldingen | jaar=2019 | 9 meldingen", "fig-2 | aandeel | jaar=2019 | 9 %",
    ])
    let series = tables.readSeries()
    #expect(
      series.map(\.text)
        == [
          "slachtoffers 2019: +3; 2019 geslacht=man: +1; 2019 geslacht=vrouw: +0; 2020 geslacht=vrouw: +2",
          "slachtoffers Man [Man] 2019: +1", "slachtoffers Vrouw [Vrouw] 2019: +0; 2020: +2", "meldingen 2019: +4",
        ])
    #expect(series.map(\.figure) == ["fig-1", "fig-1", "fig-1", "fig-2"])
    #expect(series.map(\.block) == [0, 0, 0, 1])
    #expect(series.map(\.unit) == ["slachtoffers", "slachtoffers", "slachtoffers", "meldingen"])
    #expect(series.allSatisfy { $0.origin == .read })
  }

  @Test func `adds up cells that differ in brackets only, and keeps other dimensions`() {
    let tables = Invented.tables([
      "fig-1 | x | vorm=GO (Afrika); geslacht=Man | 1 slachtoffers",
      "fig-1 | x | vorm=GO (rest); geslacht=Man | 2 slachtoffers",
    ])
    #expect(
      tables.readSeries().map(\.text)
        == [
          "x - geslacht=man vorm=go: +0 +1", "x Man [Man] - vorm=go: +0 +1",
          "x GO (Afrika) [GO (Afrika)] - geslacht=man: +0 +1",
        ])
  }

  @Test func `is labelled as printed, in the order of its folded labels`() {
    let tables = Invented.tables([
      "fig-1 | x | land=Zweden | 1 slachtoffers", "fig-1 | x | land=België (EU) | 2 slachtoffers",
      "fig-1 | x | land=BELGIË; jaar=2015 | 3 slachtoffers", "fig-1 | x | geslacht=Man | 4 slachtoffers",
    ])
    let labels = tables.labels(of: "land", in: tables.counts[0])
    #expect(labels.map(\.folded) == ["belgie", "zweden"])
    #expect(labels.map(\.printed) == ["België (EU)", "Zweden"])
    #expect(tables.labels(of: "vorm", in: tables.counts[0]).isEmpty)
  }

  @Test func `adds up years where their period is not printed`() throws {
    let tables = Invented.tables([
      "fig-1 | x | jaar=2015 | 1 slachtoffers", "fig-1 | x | jaar=2016 | 2 slachtoffers",
      "fig-1 | x | jaar=2018-2019 | 9 slachtoffers", "fig-1 | x | jaar=2018 | 4 slachtoffers",
      "fig-1 | x | jaar=2019 | 4 slachtoffers",
    ])
    let series = try #require(tables.readSeries().first)
    func cells(_ period: String?) -> [Int]? {
      series.terms(at: Place(period: period.flatMap { Period($0) }, categories: []))?.map(\.cell)
    }
    #expect(cells("2015") == [0])
    #expect(cells("2015-2016") == [0, 1])
    #expect(cells("2018-2019") == [2])
    #expect(cells("2015-2017") == nil)
    #expect(cells("2017") == nil)
    #expect(cells(nil) == nil)
  }

  @Test(
    arguments: [
      ("fig-2.3", []), ("tab-A", ["a"]), ("tekst-melders", ["melders"]), ("Tekst_Overig", []), ("tekst-3e", []),
      ("ouders.als.pleger", ["ouders", "als", "pleger"]), ("other-text-overige", []),
    ] as [(String, Set<String>)])
  func `is about what the name of its figure says`(_ figure: String, _ subject: Set<String>) {
    let series = Invented.tables(["\(figure) | x | jaar=2015 | 1 slachtoffers"]).readSeries()
    #expect(series.map(\.subject) == [subject])
  }
}
