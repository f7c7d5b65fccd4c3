import Model
import Testing

@testable import Consistency

@Suite struct `The rule of a sudden zero` {
  private func found(_ numbers: [(String, Int)], unit: String = "slachtoffers") -> [Contradiction] {
    let lines = numbers.map { "fig-1 | slachtoffers | groep=Onbekend; jaar=\($0) | \($1) \(unit)" }
    return PlausibilityRule(tables: Invented.tables(lines)).contradictions()
  }

  @Test func `asks whether a zero was not measured`() {
    let contradictions = found([("2015", 121), ("2016", 0), ("2017", 146), ("2018", 50)])
    #expect(contradictions.map(\.summary) == ["plausibility note fig-1: 50-146 for 0"])
    #expect(contradictions.map { $0.cells.map(\.value) } == [[0, 121, 146, 50]])
    #expect(
      contradictions.map(\.sentence) == [
        LocalizedText(
          nl:
            "fig-1, Onbekend, 2016: hier staat 0, terwijl de andere jaren tussen 50 en 146 liggen; is dit niet "
            + "gemeten of niet geleverd?",
          en:
            "fig-1, Onbekend, 2016: this says 0, while the other years lie between 50 and 146; was it not measured "
            + "or not delivered?"
        )
      ])
  }

  @Test func `asks so where three other years have fifty or more`() {
    #expect(found([("2015", 50), ("2016", 0), ("2017", 50), ("2018", 50)]).count == 1)
    #expect(found([("2015", 50), ("2016", 0), ("2017", 151), ("2018", 50)]).isEmpty)
    #expect(found([("2015", 49), ("2016", 0), ("2017", 50), ("2018", 50)]).isEmpty)
    #expect(found([("2015", 50), ("2016", 0), ("2017", 50)]).isEmpty)
    #expect(found([("2015", 50), ("2016", 0), ("2017", 50), ("2018", 50), ("2019", 0)]).isEmpty)
    #expect(found([("2015", 50), ("2016", 1), ("2017", 50), ("2018", 50)]).isEmpty)
  }

  @Test func `looks at single years of one category only`() {
    #expect(found([("2015", 50), ("2016", 0), ("2017", 50), ("2017-2018", 50)]).isEmpty)
    #expect(found([("2015", 50), ("2016-2017", 0), ("2018", 50), ("2019", 50)]).isEmpty)
    let others = ["2015", "2017", "2018"].map { "fig-1 | slachtoffers | groep=Vrouw; jaar=\($0) | 60 slachtoffers" }
    let tables = Invented.tables(others + ["fig-1 | slachtoffers | groep=Onbekend; jaar=2016 | 0 slachtoffers"])
    #expect(PlausibilityRule(tables: tables).contradictions().isEmpty)
    #expect(found([("2015", 50), ("2016", 0), ("2017", 50), ("2018", 50)], unit: "%").isEmpty)
  }
}
