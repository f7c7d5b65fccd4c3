import Model
import Testing

@testable import Consistency

@Suite struct `Sums, agreements, bounds and ranks together` {
  private func found(_ lines: [String]) -> [Contradiction] {
    let tables = Invented.tables(lines)
    return CountCheck(tables, series: tables.allSeries).contradictions()
  }

  private func grid(women2020: Int = 12, total2020: Int = 20, whole: Int = 35) -> [String] {
    Invented.table(
      "fig-1", "slachtoffers", rows: "geslacht", columns: "jaar", ["2019", "2020", "2019-2020"],
      [("Vrouw", [10, women2020, 22]), ("Man", [5, 8, 13]), ("Totaal", [15, total2020, whole])])
  }

  @Test func `have nothing to say of a table that adds up`() { #expect(found(grid()).isEmpty) }

  @Test func `name a total that neither its column nor its row bears`() throws {
    let contradictions = found(grid(total2020: 1321))
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 20 for 1321"])
    let first = try #require(contradictions.first)
    #expect(first.report == "verzonnen" && first.claims.isEmpty)
    #expect(
      first.cells.map(\.reference)
        == ["fig-1|Totaal|2020", "fig-1|Man|2020", "fig-1|Vrouw|2020", "fig-1|Totaal|2019-2020", "fig-1|Totaal|2019"])
    #expect(
      first.sentence
        == LocalizedText(
          nl:
            "fig-1, Totaal, 2020: hier staat 1.321, maar de delen tellen op tot 20 en de som klopt niet met fig-1, "
            + "Totaal, "
            + "2019-2020; met 20 klopt dat alles.",
          en:
            "fig-1, Totaal, 2020: this says 1,321, but the parts add up to 20 and the sum does not meet fig-1, Totaal, "
            + "2019-2020; with 20 all of that agrees."))
  }

  @Test func `name the part whose two digits were swapped`() {
    let contradictions = found(grid(women2020: 21))
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 12 for 21"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, Vrouw, 2020: hier staat 21, maar de som klopt niet met fig-1, Totaal, 2020 en fig-1, Vrouw, "
            + "2019-2020; "
            + "met 12 klopt dat alles, twee cijfers verwisseld.",
          en:
            "fig-1, Vrouw, 2020: this says 21, but the sum does not meet fig-1, Totaal, 2020 and fig-1, Vrouw, "
            + "2019-2020; "
            + "with 12 all of that agrees, two digits swapped.")
      ])
  }

  @Test func `say what a lone column adds up to`() {
    let contradictions = found([
      "fig-1 | x | vorm=a; jaar=2019 | 60 slachtoffers", "fig-1 | x | vorm=b; jaar=2019 | 30 slachtoffers",
      "fig-1 | x | vorm=Totaal; jaar=2019 | 100 slachtoffers | total",
    ])
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 90 for 100"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "fig-1, Totaal, 2019: hier staat 100, maar over vorm tellen de cellen op tot 90.",
          en: "fig-1, Totaal, 2019: this says 100, but over vorm the cells add up to 90.")
      ])
  }

  @Test func `propose the only part of a lone sum that can change`() {
    let contradictions = found([
      "fig-1 | x | vorm=a; jaar=2019 | 10 slachtoffers", "fig-1 | x | vorm=a; jaar=2020 | 20 slachtoffers",
      "fig-1 | x | vorm=a; jaar=2019-2020 | 30 slachtoffers", "fig-1 | x | vorm=b; jaar=2019-2020 | 60 slachtoffers",
      "fig-1 | x | vorm=Totaal; jaar=2019 | 50 slachtoffers", "fig-1 | x | vorm=Totaal; jaar=2020 | 50 slachtoffers",
      "fig-1 | x | vorm=Totaal; jaar=2019-2020 | 100 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 90 for 100"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, Totaal, 2019-2020: hier staat 100, maar over vorm tellen de cellen op tot 90; als fig-1, b, "
            + "2019-2020 niet "
            + "60 maar 70 is, klopt alles.",
          en:
            "fig-1, Totaal, 2019-2020: this says 100, but over vorm the cells add up to 90; if fig-1, b, 2019-2020 "
            + "is 70 "
            + "rather than 60, everything agrees.")
      ])
  }

  @Test func `put two sums of one total into one sentence`() {
    let contradictions = found([
      "fig-1 | x | vorm=a; jaar=2019-2020 | 50 slachtoffers", "fig-1 | x | vorm=b; jaar=2019-2020 | 45 slachtoffers",
      "fig-1 | x | vorm=Totaal; jaar=2019 | 50 slachtoffers", "fig-1 | x | vorm=Totaal; jaar=2020 | 60 slachtoffers",
      "fig-1 | x | vorm=Totaal; jaar=2019-2020 | 100 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 95; 110 for 100"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, Totaal, 2019-2020: hier staat 100, maar over vorm tellen de cellen op tot 95 en over de jaren "
            + "tellen de "
            + "cellen op tot 110.",
          en:
            "fig-1, Totaal, 2019-2020: this says 100, but over vorm the cells add up to 95 and over the years the "
            + "cells add "
            + "up to 110.")
      ])
  }

  @Test func `say that two figures differ without choosing`() {
    let contradictions = found([
      "fig-1 | slachtoffers | jaar=2015 | 10 slachtoffers", "fig-1 | slachtoffers | jaar=2016 | 20 slachtoffers",
      "fig-2 | slachtoffers | jaar=2015 | 10 slachtoffers", "fig-2 | slachtoffers | jaar=2016 | 21 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["cross-figure error fig-1: 21 for 20"])
    #expect(contradictions.map { $0.cells.map(\.reference) } == [["fig-1|2016", "fig-2|2016"]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "Hetzelfde aantal staat er verschillend: 20 (fig-1, slachtoffers, 2016) tegenover 21 (fig-2, "
            + "slachtoffers, 2016).",
          en:
            "The same number is printed differently: 20 (fig-1, slachtoffers, 2016) against 21 (fig-2, slachtoffers, "
            + "2016)."
        )
      ])
  }

  @Test func `put several differences between two figures into one contradiction, each figure pair apart`() {
    func figure(_ name: String, _ numbers: [Int]) -> [String] {
      numbers.enumerated().map { "\(name) | slachtoffers | jaar=\(2015 + $0) | \($1) slachtoffers" }
    }
    let contradictions = found(figure("fig-1", [10, 20, 30]) + figure("fig-2", [10, 21, 31]))
    #expect(contradictions.map(\.summary) == ["cross-figure error fig-1: 21; 31 for 20; 30"])
    #expect(
      contradictions.map(\.sentence.nl) == [
        "Hetzelfde aantal staat er verschillend: 20 (fig-1, slachtoffers, 2016) tegenover 21 (fig-2, slachtoffers, "
          + "2016); "
          + "30 (fig-1, slachtoffers, 2017) tegenover 31 (fig-2, slachtoffers, 2017)."
      ])
    let three = found(figure("fig-1", [10, 20]) + figure("fig-2", [10, 21]) + figure("fig-3", [11, 20]))
    #expect(
      three.map(\.summary) == ["cross-figure error fig-2: 20 for 21", "cross-figure error fig-3: 10 for 11"])
    #expect(
      three.map(\.sentence.nl) == [
        "fig-2, slachtoffers, 2016: hier staat 21, maar fig-1 en fig-3 geven 20; met 20 klopt dat alles.",
        "fig-3, slachtoffers, 2015: hier staat 11, maar fig-1 en fig-2 geven 10; met 10 klopt dat alles.",
      ])
  }

  @Test func `let another figure witness for a total, in the singular`() {
    let contradictions = found([
      "fig-1 | gemelde slachtoffers | vorm=a; jaar=2019 | 60 slachtoffers",
      "fig-1 | gemelde slachtoffers | vorm=b; jaar=2019 | 30 slachtoffers",
      "fig-1 | gemelde slachtoffers | vorm=Totaal; jaar=2019 | 99 slachtoffers | total",
      "fig-1 | gemelde slachtoffers | vorm=Totaal; jaar=2018 | 80 slachtoffers | total",
      "tekst | gemelde slachtoffers in regio | jaar=2019 | 90 slachtoffers",
      "tekst | gemelde slachtoffers in regio | jaar=2018 | 80 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["sum error fig-1: 90 for 99"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, Totaal, 2019: hier staat 99, maar de delen tellen op tot 90 en tekst geeft 90; met 90 klopt dat "
            + "alles.",
          en:
            "fig-1, Totaal, 2019: this says 99, but the parts add up to 90 and tekst gives 90; with 90 all of that "
            + "agrees."
        )
      ])
  }

  @Test func `say that a part exceeds its whole, at the figure of the whole`() {
    let contradictions = found([
      "fig-1 | x | groep=Minderjarig; jaar=2015 | 10 slachtoffers",
      "fig-1 | x | groep=waarvan meisjes; jaar=2015 | 1200 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["bound error fig-1: >= 1200 for 10"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "1.200 (fig-1, waarvan meisjes, 2015) kan niet meer zijn dan 10 (fig-1, Minderjarig, 2015).",
          en: "1,200 (fig-1, waarvan meisjes, 2015) cannot exceed 10 (fig-1, Minderjarig, 2015).")
      ])
  }

  @Test func `say of several parts above one whole only the furthest`() {
    let contradictions = found([
      "fig-1 | x | groep=Minderjarig; jaar=2015 | 10 slachtoffers",
      "fig-1 | x | groep=waarvan meisjes; jaar=2015 | 12 slachtoffers",
      "fig-1 | x | groep=waarvan jongens; jaar=2015 | 14 slachtoffers",
    ])
    #expect(contradictions.map(\.summary) == ["bound error fig-1: >= 12 for 10"])
    #expect(
      contradictions.map(\.sentence.nl) == [
        "14 (fig-1, waarvan jongens, 2015) kan niet meer zijn dan 10 (fig-1, Minderjarig, 2015)."
      ])
    #expect(
      contradictions.map { $0.cells.map(\.reference) }
        == [["fig-1|waarvan meisjes|2015", "fig-1|Minderjarig|2015", "fig-1|waarvan jongens|2015"]])
  }

  @Test func `say which counts a ranking does not fit`() {
    let contradictions = found([
      "fig-1 | slachtoffers | land=Aa | 50 slachtoffers", "fig-1 | slachtoffers | land=Bb | 60 slachtoffers",
      "fig-1 | slachtoffers | land=Cc | 70 slachtoffers", "fig-1 | positie | land=Aa | 1 rang",
      "fig-1 | positie | land=Bb | 2 rang", "fig-1 | positie | land=Cc | 3 rang",
    ])
    #expect(contradictions.map(\.summary) == ["rank error fig-1: 50; 60 for 60; 70"])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl: "De rangorde past niet bij de aantallen: 60 (fig-1, Bb) staat lager in de rangorde dan 50 (fig-1, Aa); "
            + "70 (fig-1, Cc) staat lager in de rangorde dan 60 (fig-1, Bb).",
          en: "The ranking does not fit the counts: 60 (fig-1, Bb) is ranked below 50 (fig-1, Aa); "
            + "70 (fig-1, Cc) is ranked below 60 (fig-1, Bb).")
      ])
  }

  @Test func `know which cells were compared with another place`() {
    let tables = Invented.tables(
      [
        "fig-1 | slachtoffers | jaar=2015 | 10 slachtoffers", "fig-2 | slachtoffers | jaar=2015 | 10 slachtoffers",
        "fig-2 | slachtoffers | jaar=2016 | 10 slachtoffers",
      ]
        + grid().map {
          $0.split(separator: "slachtoffers", omittingEmptySubsequences: false).joined(separator: "meldingen")
        })
    #expect(CountCheck(tables, series: tables.allSeries).compared == [0, 1])
  }
}
