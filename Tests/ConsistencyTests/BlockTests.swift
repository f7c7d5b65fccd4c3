import Model
import Testing

@testable import Consistency

@Suite struct `A block of cells` {
  private func block(_ cells: [(String?, String?)]) -> Block {
    var block = Block(figure: "fig-1", measure: Label("slachtoffers"), unit: "slachtoffers")
    for (number, (period, sex)) in cells.enumerated() {
      let categories = sex.map { [Place.Category(dimension: "geslacht", label: $0)] } ?? []
      block.insert(number, at: Place(period: period.flatMap { Period($0) }, categories: categories))
    }
    block.settlePeriods()
    return block
  }

  @Test func `has one cell at a place, or cannot say which`() {
    let block = block([("2015", "vrouw"), ("2015", "man"), ("2015", "man")])
    let year = Place(period: Period("2015"), categories: [])
    #expect(block.only(year.adding(.init(dimension: "geslacht", label: "vrouw"))) == 0)
    #expect(block.only(year.adding(.init(dimension: "geslacht", label: "man"))) == nil)
    #expect(block.only(year) == nil)
  }

  @Test func `moves cells without a year to the period that covers all others`() {
    let block = block([(nil, "vrouw"), ("2015", "vrouw"), ("2015-2016", "man"), ("2015-2016", "vrouw"), (nil, nil)])
    #expect(block.wholePeriod?.printed.nl == "2015-2016")
    #expect(
      block.places.map(\.text)
        == ["2015 geslacht=vrouw", "2015-2016", "2015-2016 geslacht=man", "2015-2016 geslacht=vrouw"])
    #expect(block.cells.values.sorted { $0[0] < $1[0] } == [[0, 3], [1], [2], [4]])
  }

  @Test(arguments: [["2015", "2016"], ["2015"], ["2015-2016", "2016-2017"], []])
  func `leaves them where no period covers all`(_ periods: [String]) {
    let block = block([(nil, "vrouw")] + periods.map { ($0, "vrouw") })
    #expect(block.wholePeriod == nil)
    #expect(block.places.first?.text == "- geslacht=vrouw")
    #expect(block.places.count == periods.count + 1)
  }

  @Test func `has the dimensions of its categories, in order, and its gaps`() {
    var block = block([("2015", nil)])
    #expect(block.dimensions.isEmpty && block.gaps.isEmpty)
    block.insert(
      1,
      at: Place(
        period: nil, categories: [.init(dimension: "vorm", label: "a"), .init(dimension: "geslacht", label: "b")]))
    block.noteGap(in: "vorm")
    #expect(block.dimensions == ["geslacht", "vorm"])
    #expect(block.gaps == ["vorm"])
  }

  @Test(arguments: [
    ("slachtoffers", "slachtoffers", true), ("meldingen", "meldingen per jaar", true), ("%", "aandeel", false),
    ("Jaar", "leeftijd", false), ("rang", "positie", false), ("rank", "positie", false),
    ("procentpunt", "verschil", false),
    ("factor", "verschil", false), ("years", "age", false), ("", "slachtoffers", false), ("index", "cijfer", false),
    ("Euro", "bedrag", false), ("slachtoffers per maand", "slachtoffers", false), ("meldingen per 100.000", "x", false),
    ("persoon", "x", true), ("% van het totaal", "x", false), ("slachtoffers", "gemiddeld aantal", false),
    ("slachtoffers", "Gemiddelde", false), ("victims", "mean number", false), ("slachtoffers", "mediaan", false),
    ("slachtoffers", "geschat aantal", false), ("slachtoffers", "geschatte omvang", false),
    ("slachtoffers", "ongeschatte omvang", true),
    ("personen", "aantal personen, ondergrens van het 95%-interval door het herkennen van personen", false),
    ("personen", "aantal personen, bovengrens van het 95%-interval", false),
  ])
  func `may be added up or not, by its unit and its measure`(_ unit: String, _ measure: String, _ isCount: Bool) {
    #expect(Block.isCount(unit: unit, measure: measure) == isCount)
  }
}
