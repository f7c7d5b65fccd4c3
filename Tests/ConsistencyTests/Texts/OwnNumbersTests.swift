import Model
import Testing

@testable import Consistency

/// Sentences that the numbers they give themselves make true or false.
@Suite struct OwnNumbersTests {
  private static func check(_ text: String, _ file: String = "meldingen.csv", _ csv: String = reports)
    -> [Contradiction]
  {
    let cells = TextReading.read(csv, file: file).cells
    let report = PublishedReport(name: "r", cells: cells)
    return TextCheck([ReportText("# ·\n\n\(text)\n", file: "r.md")], against: report).contradictions
  }

  private static let reports = """
    Meldingen naar soort;;;
    Soort;2021;2022;2023
    Geluidsoverlast;412;388;431
    Afvaldumping;1120;1151;1210
    Stank;70;61;58
    Totaal;1602;1600;1699
    """

  // MARK: - Ranks

  @Test func `the most with the number of another row is false`() {
    let found = Self.check("Het drukst was het bij geluidsoverlast, met 1.210 telefoontjes van bewoners.")
    #expect(found.map { $0.cells.map { $0.dimensions[0].value } } == [["Geluidsoverlast", "Afvaldumping"]])
  }

  @Test(arguments: [
    "Het drukst was het bij afvaldumping, met 1.210 telefoontjes van bewoners.",
    "Het drukst was het met 1.210 telefoontjes bij afvaldumping, meer dan bij geluidsoverlast.",
    "Het drukst was het met 1.210 telefoontjes, drie keer zoveel als bij geluidsoverlast.",
    "Bij geluidsoverlast steeg het aantal het sterkst, met 1.210 telefoontjes.",
    "Het drukst was het bij geluidsoverlast, met 1.300 telefoontjes van bewoners.",
    "De grootste groep telde 1.210 telefoontjes; geluidsoverlast bleef daar ver onder.",
  ])
  func `the most is left alone where the number may be of something else`(_ text: String) {
    #expect(Self.check(text).map(\.sentence.nl) == [])
  }

  @Test func `the number of the largest row may have two digits changed`() {
    let found = Self.check("Het drukst was het bij afvaldumping, met 1.201 telefoontjes van bewoners.")
    #expect(found.map(\.expected) == ["1210"])
  }

  // MARK: - Rows against each other

  @Test(arguments: [
    "Er waren in 2023 meer meldingen van stank dan van geluidsoverlast.",
    "Er zijn altijd minder meldingen van afvaldumping dan van stank.",
    "In 2023 waren er drie keer zoveel meldingen van geluidsoverlast als van stank.",
  ])
  func `a row that is not more than the other is found`(_ text: String) {
    #expect(Self.check(text).map { $0.passage?.quote } == [text])
  }

  @Test(arguments: [
    "Er waren in 2023 meer meldingen van geluidsoverlast dan van stank.",
    "Er waren in 2023 meer anonieme meldingen van stank dan van geluidsoverlast.",
    "Er waren in 2020 meer meldingen van stank dan van geluidsoverlast.",
    "Er waren niet meer meldingen van stank dan van geluidsoverlast.",
    "In 2023 waren er zeven keer zoveel meldingen van geluidsoverlast als van stank.",
  ])
  func `a row that may be more is left alone`(_ text: String) {
    #expect(Self.check(text).map(\.sentence.nl) == [])
  }

  // MARK: - Sizes of changes

  @Test(arguments: [
    ("Geluidsoverlast steeg in 2023 met 61 naar 431 meldingen.", "43"),
    ("Er kwamen 431 meldingen van geluidsoverlast binnen, 61 meer dan in 2022.", "43"),
    ("In 2023 waren er in totaal 1.699 meldingen. Dat zijn er 199 meer dan in 2022.", "99"),
    ("Afvaldumping steeg van 1.120 naar 1.250, een toename van 8,0%.", "1210"),
  ])
  func `a size that is not that of the step is computed`(_ text: String, _ expected: String) {
    #expect(Self.check(text).map(\.expected).prefix(1) == [expected])
  }

  @Test(arguments: [
    "Geluidsoverlast steeg in 2023 met 43 naar 431 meldingen.",
    "Geluidsoverlast steeg in de tweede helft van het jaar met 61 naar 431 meldingen.",
    "Er kwamen 431 meldingen van geluidsoverlast binnen, 61 meer dan in 2022 in de regio.",
    "Er kwamen 431 meldingen van geluidsoverlast binnen, 19 meer dan in 2021.",
    "De 431 meldingen van geluidsoverlast leidden tot boetes, 61 meer dan in 2022.",
    "In 2023 waren er in totaal 1.699 meldingen. Dat is gemiddeld 9% meer per jaar dan in 2021.",
    "In 2023 waren er in totaal 1.699 meldingen. Dat zijn er 99 meer dan in 2022.",
    "In 2023 waren er in totaal 1.699 meldingen. Bij de buren waren er 199 meer dan in 2022.",
  ])
  func `a size that may be of another step is left alone`(_ text: String) {
    #expect(Self.check(text).map(\.sentence.nl) == [])
  }

  @Test(arguments: [
    "In 2023 waren er in totaal 1.699 meldingen. Dat zijn er 99 minder dan in 2022.",
    "In 2023 waren er in totaal 1.699 meldingen. Dat is een afname van 6,2% ten opzichte van 2022.",
  ])
  func `a direction may be told of the number before`(_ text: String) {
    #expect(Self.check(text).count == 1)
  }

  // MARK: - Years and shares

  @Test func `the number of another year is found by the year behind it`() {
    let found = Self.check("Afvaldumping ging van 1.120 in 2022 naar 1.210 in 2023.")
    #expect(found.map(\.expected) == ["1151"])
    #expect(Self.check("Afvaldumping ging van 1.120 in 2021 naar 1.210 in 2023.") == [])
  }

  @Test(arguments: [
    ("In 2023 ging 52% van de meldingen over afvaldumping.", "71.2"),
    ("In 2023 ging ruim de helft van alle meldingen over afvaldumping.", "71.2"),
    ("Geluidsoverlast was goed voor 45% van alle meldingen.", "25.4"),
  ])
  func `a share of all is computed, in digits and in words`(_ text: String, _ expected: String) {
    #expect(Self.check(text).map(\.expected) == [expected])
  }

  @Test(arguments: [
    "In 2023 ging 71% van de meldingen over afvaldumping.",
    "In 2023 ging ruim twee derde van alle meldingen over afvaldumping.",
    "Geluidsoverlast was goed voor 26% van alle meldingen.",
    "In 2023 ging 52% van de meldingen van jongeren over afvaldumping.",
    "Over tien jaar gaat 52% van de meldingen over afvaldumping.",
    "Het aandeel van afvaldumping in de meldingen steeg met 3%.",
  ])
  func `a share that is true, or of something else, is left alone`(_ text: String) {
    #expect(Self.check(text).map(\.sentence.nl) == [])
  }

  // MARK: - Tables of years, and labels

  private static let visits = "Jaar;Bezoeken\n2020;17393\n2021;17884\n2022;19988\n2023;20571"

  @Test func `a table of years alone binds a number by what it counts`() {
    #expect(Self.check("In 2022 waren er 17.884 bezoeken.", "b.csv", Self.visits).map(\.expected) == ["19988"])
    #expect(
      Self.check("Er waren 20.571 bezoeken, tegen 19.488 in 2022 en 17.884 in 2021.", "b.csv", Self.visits).map(
        \.expected)
        == ["19988"])
    #expect(Self.check("In 2022 waren er 17.884 bellers.", "b.csv", Self.visits) == [])
  }

  @Test func `a column of which is named without those words, and a school year by its own`() {
    let pupils = """
      Leerlingen per school;;;
      School;2023;waarvan jongens (2023);waarvan meisjes (2023)
      De Regenboog;371;182;189
      De Klimop;404;208;196
      Het Kompas;192;99;93
      Totaal;967;489;478
      """
    let text = "Er waren 478 jongens en 489 meisjes; van 12 kinderen is het niet bekend."
    #expect(Self.check(text, "p.csv", pupils).map { $0.cells.count } == [2])
    let parcels = "Year;Parcels\n2019/20;3178\n2020/21;4244\n2021/22;3738\n2022/23;6618"
    #expect(Self.check("In 2021/22 there were 4,244 parcels.", "p.csv", parcels).map(\.expected) == ["3738"])
    #expect(Self.check("In 2021/22 there were 3,738 parcels.", "p.csv", parcels) == [])
  }
}
