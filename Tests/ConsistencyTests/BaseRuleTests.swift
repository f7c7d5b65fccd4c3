import Model
import Testing

@testable import Consistency

@Suite struct `The rule of the n in a title` {
  private func found(_ lines: [String], base: Double?, figure: String = "fig-1") -> [Contradiction] {
    let entry = FigureEntry(report: "verzonnen", figure: figure, title: "Slachtoffers", base: base, isFull: true)
    return BaseRule(tables: Invented.tables(lines, figures: [entry])).contradictions()
  }

  private static let lines = [
    "fig-1 | slachtoffers | geslacht=Vrouw | 1000 slachtoffers",
    "fig-1 | slachtoffers | geslacht=Man | 476 slachtoffers",
    "fig-1 | slachtoffers | geslacht=Totaal | 1476 slachtoffers | total",
  ]

  @Test func `finds an n that is none of the numbers of its table`() {
    let contradictions = found(Self.lines, base: 1467)
    #expect(contradictions.map(\.summary) == ["base error fig-1: 1476 for 1467"])
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["fig-1|Totaal"]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "fig-1: de titel noemt n = 1.467, maar in de tabel staat 1.476 (fig-1, Totaal).",
          en: "fig-1: the title says n = 1,467, but the table has 1,476 (fig-1, Totaal).")
      ])
  }

  @Test func `finds nothing where the n is in the table, or there is none`() {
    #expect(found(Self.lines, base: 1476).isEmpty)
    #expect(found(Self.lines, base: 476).isEmpty)
    #expect(found(Self.lines, base: nil).isEmpty)
    #expect(found(Self.lines, base: 1467, figure: "fig-2").isEmpty)
    #expect(found(Array(Self.lines.dropLast()), base: 1467).isEmpty)
    #expect(
      found(Self.lines.dropLast() + ["fig-1 | slachtoffers | geslacht=Totaal | 1476 slachtoffers"], base: 1467).isEmpty)
  }

  @Test func `takes the total of the whole period, and the nearest of several`() {
    let years = [
      "fig-1 | slachtoffers | jaar=2015 | 500 slachtoffers | total",
      "fig-1 | slachtoffers | jaar=2016 | 600 slachtoffers | total",
      "fig-1 | slachtoffers | jaar=2015-2016 | 1100 slachtoffers | total",
      "fig-1 | meldingen | jaar=2015-2016 | 1300 meldingen | total",
      "fig-1 | meldingen | jaar=2015 | 1300 meldingen | total",
    ]
    #expect(found(years, base: 1190).map(\.expected) == ["1100"])
    #expect(found(years, base: 1210).map(\.expected) == ["1300"])
    #expect(found(years, base: 1200).map(\.expected) == ["1100"])
    #expect(found(years, base: 510).map(\.expected) == ["1100"])
  }
}
