import Model
import Testing

@testable import Consistency

@Suite struct `The rule of an n that stayed behind` {
  /// The n of a figure about places where people met online, and how many did in two years.
  private func found(
    _ base: Int = 26, title: String = "Online ontmoetingsplaatsen", cell: String? = nil, others: [String]? = nil
  ) -> [Contradiction] {
    let lines =
      [cell ?? "fig-5 | slachtoffers met een plek | jaar=2020 | \(base) slachtoffers | total"]
      + (others ?? [
        "ontmoeting | dader online ontmoet | jaar=2020 | 34 gesprekken",
        "ontmoeting | dader online ontmoet | jaar=2019 | 26 gesprekken",
      ])
    let entry = FigureEntry(report: "verzonnen", figure: "fig-5", title: title, base: Double(base), isFull: true)
    let tables = Invented.tables(lines, figures: [entry])
    return StaleBaseRule(tables: tables, series: tables.allSeries).contradictions()
  }

  @Test func `asks whether the number of the year before is that of an earlier edition`() {
    let contradictions = found()
    #expect(contradictions.map(\.summary) == ["plausibility note fig-5: 34 for 26"])
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["fig-5|2020", "ontmoeting|2020", "ontmoeting|2019"]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-5, slachtoffers met een plek, 2020: hier staat 26, het getal van het jaar ervoor (ontmoeting, dader "
            + "online "
            + "ontmoet, 2019); voor 2020 staat daar 34. Is dit de n van een eerdere editie?",
          en:
            "fig-5, slachtoffers met een plek, 2020: this says 26, the number of the year before (ontmoeting, dader "
            + "online "
            + "ontmoet, 2019); for 2020 that says 34. Is this the n of an earlier edition?")
      ])
  }

  @Test func `has nothing to ask of this year's number, or of another`() {
    #expect(found(34).isEmpty)
    #expect(found(31).isEmpty)
    #expect(
      found(others: [
        "ontmoeting | dader online ontmoet | jaar=2020 | 26 gesprekken",
        "ontmoeting | dader online ontmoet | jaar=2019 | 26 gesprekken",
      ]).isEmpty)
  }

  @Test(arguments: [
    ("Online ontmoetingsplaatsen", true), ("Onlinedaders ontmoeting", true), ("Online gesprekken", false),
    ("Ontmoetingen", false),
    ("Onlin ontmoet", false), ("Leeftijd", false),
  ])
  func `asks two words in common, alike for six letters, the unit left out`(_ title: String, _ isFound: Bool) {
    #expect(found(title: title).isEmpty != isFound)
  }

  @Test func `does not take the unit for a word in common`() {
    let others = ["2020 | 34", "2019 | 26"].map { "ontmoeting | gesprekken online | jaar=\($0) gesprekken" }
    #expect(found(title: "Online gesprekken", others: others).isEmpty)
    let two = ["2020 | 34", "2019 | 26"].map { "ontmoeting | meldingen online | jaar=\($0) gesprekken" }
    #expect(found(title: "Online meldingen", others: two).count == 1)
  }

  @Test func `finds numbers below ten equal too easily`() {
    func small(_ base: Int) -> [Contradiction] {
      found(
        base,
        others: [
          "ontmoeting | dader online ontmoet | jaar=2020 | 34 gesprekken",
          "ontmoeting | dader online ontmoet | jaar=2019 | \(base) gesprekken",
        ])
    }
    #expect(small(10).count == 1)
    #expect(small(9).isEmpty)
  }

  @Test(arguments: [
    "fig-5 | plek | jaar=2020 | 26 slachtoffers", "fig-5 | plek | jaar=2020 | 26 slachtoffers | total, inferred",
    "fig-5 | plek | jaar=2020; groep=a | 26 slachtoffers | total",
    "fig-5 | plek | jaar=2019-2020 | 26 slachtoffers | total",
    "fig-5 | plek | | 26 slachtoffers | total", "fig-5 | plek | jaar=2021 | 26 slachtoffers | total",
    "fig-5 | plek | jaar=2020 | 26 euro | total", "fig-6 | plek | jaar=2020 | 26 slachtoffers | total",
  ])
  func `looks at the total of one year only`(_ cell: String) { #expect(found(cell: cell).isEmpty) }

  @Test func `looks at series of other figures, read and whole`() {
    #expect(
      found(others: [
        "fig-5 | dader online ontmoet | jaar=2020 | 34 gesprekken",
        "fig-5 | dader online ontmoet | jaar=2019 | 26 gesprekken",
      ]).isEmpty)
    #expect(
      found(others: [
        "ontmoeting | dader | wijze=online ontmoet; jaar=2020 | 34 gesprekken",
        "ontmoeting | dader | wijze=online ontmoet; jaar=2019 | 26 gesprekken",
      ]).isEmpty)
    #expect(found(others: ["ontmoeting | dader online ontmoet | jaar=2019 | 26 gesprekken"]).isEmpty)
  }
}
