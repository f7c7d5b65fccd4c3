import Testing

@testable import Consistency

@Suite struct `The bound rule within a figure` {
  private func relations(_ lines: [String]) -> [String] {
    BoundRule(tables: Invented.tables(lines)).relations(among: []).map(\.text)
  }

  @Test func `keeps what leaves something out below what does not, at each place`() {
    #expect(
      relations([
        "fig-1 | x | reeks=Slachtoffers; jaar=2015 | 10 slachtoffers",
        "fig-1 | x | reeks=Slachtoffers; jaar=2016 | 11 slachtoffers",
        "fig-1 | x | reeks=Slachtoffers, exclusief EMM; jaar=2015 | 9 slachtoffers",
        "fig-1 | x | reeks=Slachtoffers, exclusief EMM; jaar=2016 | 8 slachtoffers",
        "fig-1 | x | reeks=Slachtoffers, exclusief EMM; jaar=2017 | 8 slachtoffers",
        "fig-1 | x | reeks=Daders; jaar=2015 | 1 slachtoffers",
      ]) == ["bound: +2 -0 <= 0", "bound: +3 -1 <= 0"])
  }

  @Test func `keeps a part below the line before it`() {
    #expect(
      relations([
        "fig-1 | x | groep=Volwassen; jaar=2015 | 9 slachtoffers",
        "fig-1 | x | groep=Minderjarig; jaar=2015 | 10 slachtoffers",
        "fig-1 | x | groep=waarvan meisjes; jaar=2015 | 7 slachtoffers",
        "fig-1 | x | groep=waarvan jongens; jaar=2015 | 3 slachtoffers",
      ]) == ["bound: +2 -1 <= 0", "bound: +3 -1 <= 0"])
    #expect(
      relations(["fig-1 | meldingen | jaar=2015 | 10 meldingen", "fig-1 | waarvan online | jaar=2015 | 7 meldingen"])
        == ["bound: +1 -0 <= 0"])
  }

  @Test(arguments: [
    "fig-2 | x | groep=a; jaar=2015 | 10 slachtoffers", "fig-1 | x | groep=a; jaar=2016 | 10 slachtoffers",
    "fig-1 | x | groep=a; jaar=2015 | 10 meldingen", "fig-1 | x | groep=a; jaar=2015 | 10 slachtoffers | inferred",
    "fig-1 | x | groep=a; jaar=2015 | - slachtoffers", "fig-1 | x | groep=wv a; jaar=2015 | 10 slachtoffers",
  ])
  func `knows no line before it in another figure, year or unit, or without a sure number`(_ before: String) {
    #expect(relations([before, "fig-1 | x | groep=waarvan b; jaar=2015 | 7 slachtoffers"]).isEmpty)
  }

  @Test(arguments: [
    "fig-1 | x | groep=waarvan b; jaar=2015 | 7 slachtoffers | inferred",
    "fig-1 | x | groep=waarvan b; jaar=2015 | - slachtoffers",
  ])
  func `bounds no part that is not sure`(_ part: String) {
    #expect(relations(["fig-1 | x | groep=a; jaar=2015 | 10 slachtoffers", part]).isEmpty)
  }

  @Test(arguments: [
    ("laagste", "gemiddelde", "hoogste"), ("ondergrens", "mediaan", "bovengrens"), ("minimum", "mean", "maximum"),
    ("jongste", "median", "oudste"), ("lowest", "mean", "highest"), ("youngest", "median", "oldest"),
  ])
  func `keeps the lowest below the mean and the mean below the highest`(_ low: String, _ mean: String, _ high: String) {
    #expect(
      relations([
        "fig-1 | leeftijd (\(high)) | | 40 jaar", "fig-1 | leeftijd, \(mean) | | 20 jaar",
        "fig-1 | leeftijd | soort=\(low) | 12 jaar",
      ]).sorted() == ["bound: +1 -0 <= 0", "bound: +2 -0 <= 0", "bound: +2 -1 <= 0"])
  }

  @Test(arguments: [
    "fig-2 | leeftijd (hoogste) | | 40 jaar", "fig-1 | leeftijd (hoogste) | | 40 maanden",
    "fig-1 | lengte (hoogste) | | 40 jaar",
    "fig-1 | leeftijd (laagste) | | 13 jaar", "fig-1 | leeftijd | | 40 jaar",
    "fig-1 | leeftijd (hoogste) | | 40 jaar | absent",
    "fig-1 | leeftijd (hoogste) | | - jaar",
  ])
  func `compares limits of one figure, unit and wording only`(_ other: String) {
    #expect(relations(["fig-1 | leeftijd (laagste) | | 12 jaar", other]).isEmpty)
  }
}

@Suite struct `The bound rule across figures` {
  private static let years = 2015...2019

  /// One number a year in each of two figures.
  private func relations(
    _ small: [Int], _ large: [Int], measures: (String, String) = ("slachtoffers", "meldingen van slachtoffers"),
    units: (String, String) = ("slachtoffers", "meldingen")
  ) -> [String] {
    let lines =
      zip(Self.years, small).map { "fig-1 | \(measures.0) | jaar=\($0) | \($1) \(units.0)" }
      + zip(Self.years, large).map { "fig-2 | \(measures.1) | jaar=\($0) | \($1) \(units.1)" }
    let tables = Invented.tables(lines)
    return BoundRule(tables: tables).relations(among: tables.allSeries).map(\.text)
  }

  private static let everyYear = (0..<5).map { "bound: +\($0) -\($0 + 5) <= 0" }

  @Test func `keeps persons below their reports, in each year`() {
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16]) == Self.everyYear)
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: ("slachtoffers", "meldingen")).isEmpty)
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], units: ("personen", "meldingen")).isEmpty)
  }

  @Test func `asks for five places`() { #expect(relations([10, 11, 12, 13], [12, 13, 14, 15]).isEmpty) }

  @Test func `asks that it holds in four of five, and strictly in half`() {
    #expect(relations([10, 11, 12, 13, 17], [12, 13, 14, 15, 16]) == Self.everyYear)
    #expect(relations([10, 11, 12, 16, 17], [12, 13, 14, 15, 16]).isEmpty)
    #expect(relations([10, 11, 12, 13, 14], [10, 11, 13, 14, 15]) == Self.everyYear)
    #expect(relations([10, 11, 12, 13, 14], [10, 11, 12, 14, 15]).isEmpty)
  }

  @Test func `asks that the whole is at most twice the part, and the part at least five`() {
    #expect(relations([10, 11, 12, 13, 14], [20, 13, 14, 15, 16]) == Self.everyYear)
    #expect(relations([10, 11, 12, 13, 14], [21, 13, 14, 15, 16]).isEmpty)
    #expect(relations([2, 11, 12, 13, 14], [10, 13, 14, 15, 16]) == Self.everyYear)
    #expect(relations([2, 11, 12, 13, 14], [11, 13, 14, 15, 16]).isEmpty)
  }

  @Test func `keeps a narrower measure of one unit below the wider that begins alike`() {
    let measures = ("slachtoffers van handel met letsel", "slachtoffers van handel")
    let units = ("slachtoffers", "slachtoffers")
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: measures, units: units) == Self.everyYear)
    let siblings = ("slachtoffers in Noord", "slachtoffers in Zuid")
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: siblings, units: units).isEmpty)
    let others = ("letsel van slachtoffers", "slachtoffers van handel")
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: others, units: units).isEmpty)
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: ("x", "x"), units: units).isEmpty)
    let same = ("slachtoffers", "slachtoffers")
    #expect(relations([10, 11, 12, 13, 14], [12, 13, 14, 15, 16], measures: same, units: units).isEmpty)
  }

  /// Two forms and their combination, four of each in every year: eight with at least the one, and eight with the
  /// other.
  private func forms(_ measure: String, below numbers: [Int]) -> [String] {
    let lines =
      zip(Self.years, numbers).map { "fig-1 | \(measure) | jaar=\($0) | \($1) slachtoffers" }
      + Self.years.flatMap { year in
        ["Arbeid", "Handel", "Arbeid en handel"].map {
          "fig-2 | vormen | vorm=\($0); jaar=\(year) | 4 slachtoffers"
        }
      }
    let tables = Invented.tables(lines)
    return BoundRule(tables: tables).relations(among: tables.allSeries).map(\.text)
  }

  @Test func `keeps a narrower count below everyone with at least that form`() {
    #expect(
      forms("minderjarigen arbeidsuitbuiting elders", below: [5, 6, 7, 8, 8]) == [
        "bound: +0 -5 -7 <= 0", "bound: +1 -8 -10 <= 0", "bound: +2 -11 -13 <= 0", "bound: +3 -14 -16 <= 0",
        "bound: +4 -17 -19 <= 0",
      ])
    #expect(forms("minderjarigen arbeidsuitbuiting", below: [5, 6, 7, 8, 8]).isEmpty)
    #expect(forms("minderjarigen handarbeid elders", below: [5, 6, 7, 8, 8]).isEmpty)
  }
}
