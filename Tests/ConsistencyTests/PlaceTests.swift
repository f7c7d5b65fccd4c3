import Testing

@testable import Consistency

@Suite struct `A place in a table` {
  private let sex = Place.Category(dimension: "geslacht", label: "vrouw")
  private let age = Place.Category(dimension: "leeftijd", label: "jong")

  @Test func `keeps its categories in the order of their dimensions`() {
    let place = Place(period: Period("2015"), categories: [age]).adding(sex)
    #expect(place.text == "2015 geslacht=vrouw leeftijd=jong")
    #expect(
      place.adding(.init(dimension: "geslacht", label: "man")).text == "2015 geslacht=man geslacht=vrouw leeftijd=jong")
  }

  @Test func `loses a dimension, or changes its years, and keeps the rest`() {
    let place = Place(period: Period("2015"), categories: [sex, age])
    #expect(place.removing("geslacht").text == "2015 leeftijd=jong")
    #expect(place.removing("herkomst") == place)
    #expect(place.during(Period("2016")).text == "2016 geslacht=vrouw leeftijd=jong")
    #expect(place.during(nil).text == "- geslacht=vrouw leeftijd=jong")
  }

  @Test func `has one label in a dimension, or none`() {
    let place = Place(period: nil, categories: [sex, age])
    #expect(place.label(in: "leeftijd") == "jong")
    #expect(place.label(in: "herkomst") == nil)
  }

  @Test func `comes before another by its years, then by its categories`() {
    let ordered = [
      Place(period: nil, categories: []), Place(period: nil, categories: [sex]),
      Place(period: Period("2015"), categories: []),
      Place(period: Period("2015"), categories: [.init(dimension: "geslacht", label: "man")]),
      Place(period: Period("2015"), categories: [sex]), Place(period: Period("2015"), categories: [age]),
      Place(period: Period("2015-2016"), categories: []), Place(period: Period("2016"), categories: []),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect(!(ordered[4] < ordered[4]))
  }
}

@Suite struct `The spelling of a report` {
  private func spelling(_ dimensions: [(String, String)]) -> Spelling {
    Spelling(of: dimensions.map { Invented.cell("fig-1 | slachtoffers | \($0.0)=\($0.1) | 1 slachtoffers") })
  }

  @Test func `writes out a code for which there is one label`() {
    let spelling = spelling([("vorm", "AU"), ("vorm", "Arbeidsuitbuiting (land)"), ("vorm", "Seksuele uitbuiting")])
    #expect(spelling.label("AU") == "arbeidsuitbuiting")
    #expect(spelling.label("au") == "arbeidsuitbuiting")
    #expect(spelling.label("Seksuele uitbuiting (x)") == "seksuele uitbuiting")
  }

  @Test func `leaves a code that may be two labels, or none`() {
    let two = spelling([("vorm", "AU"), ("vorm", "Arbeidsuitbuiting"), ("vorm", "Andere uitbuiting")])
    #expect(two.label("AU") == "au")
    #expect(spelling([("vorm", "AU"), ("vorm", "Diensten")]).label("AU") == "au")
    #expect(spelling([("vorm", "Au"), ("vorm", "Arbeidsuitbuiting")]).label("Au") == "au")
  }

  @Test func `takes one label with and without brackets for one`() {
    let spelling = spelling([("vorm", "AU"), ("vorm", "Arbeidsuitbuiting"), ("vorm", "Arbeidsuitbuiting (b)")])
    #expect(spelling.label("AU") == "arbeidsuitbuiting")
  }

  @Test func `takes a dimension for the only longer one that ends in it`() {
    let one = spelling([("Vorm", "a"), ("Mensenhandelvorm", "b")])
    #expect(one.dimension("vorm") == "mensenhandelvorm")
    #expect(one.dimension("Mensenhandelvorm") == "mensenhandelvorm")
    #expect(one.dimension("Herkomst") == "herkomst")
  }

  @Test func `keeps dimensions apart of which the end is short, or shared by two`() {
    #expect(spelling([("rol", "a"), ("daderrol", "b")]).dimension("rol") == "rol")
    #expect(spelling([("vorm", "a"), ("mensenhandelvorm", "b"), ("woonvorm", "c")]).dimension("vorm") == "vorm")
    #expect(spelling([("vorm", "a"), ("vormgeving", "b")]).dimension("vorm") == "vorm")
  }
}
