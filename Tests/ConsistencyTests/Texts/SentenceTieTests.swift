import Model
import Testing

@testable import Consistency

/// Sentences about one table of reports of nuisance by year, true of something that the table does not have.
@Suite struct SentenceTieTests {
  private static func check(_ texts: [String], _ tables: [(file: String, csv: String)] = [reports]) -> [Contradiction] {
    let cells = tables.flatMap { TextReading.read($0.csv, file: $0.file).cells }
    let text = texts.map { "# ·\n\n\($0)\n" }.joined(separator: "\n")
    let report = PublishedReport(name: "r", cells: cells)
    return TextCheck([ReportText(text, file: "r.md")], against: report).contradictions
  }

  private static let reports = (
    file: "meldingen.csv",
    csv: """
    Meldingen naar soort;;;
    Soort;2021;2022;2023
    Geluidsoverlast;412;388;431
    Afvaldumping;1120;1151;1210
    Stank;70;61;58
    Totaal;1602;1600;1699
    """
  )

  @Test(arguments: [
    "In de zomer van 2023 waren er 180 meldingen van geluidsoverlast.",
    "In de eerste helft van 2023 waren er 97 meldingen van geluidsoverlast.",
    "Eind 2023 waren er 127 meldingen van geluidsoverlast.",
    "Tot en met september 2023 waren er 137 meldingen van geluidsoverlast.",
    "Sinds 2021 waren er 1.231 meldingen van geluidsoverlast.",
    "In 2023 waren er in het centrum 130 meldingen van geluidsoverlast.",
    "De politie registreerde in 2023 380 meldingen van geluidsoverlast.",
    "In 2023 daalde nachtelijke geluidsoverlast tot 110 meldingen.",
    "In 2023 waren 27 meldingen van stank terecht.",
    "Inclusief dubbele meldingen waren er in 2023 455 meldingen van geluidsoverlast.",
    "In totaal kwamen er in 2023 1.785 meldingen en vragen binnen.",
    "In 2023 verwachtten we 380 meldingen van geluidsoverlast.",
    "Niet 413, maar 431 meldingen van geluidsoverlast waren er in 2023.",
    "In 2023 waren er hooguit 450 meldingen van geluidsoverlast.",
    "In 2023 waren er tussen de 400 en 450 meldingen van geluidsoverlast.",
    "In 2023 kwamen er 43 meldingen van geluidsoverlast bij.",
    "De stijging bij geluidsoverlast was in 2023 59 meldingen.",
    "Gemiddeld waren er in 2023 502 meldingen van geluidsoverlast per provincie.",
    "Het aantal boetes voor geluidsoverlast steeg van 98 in 2022 naar 131 in 2023.",
    "In 2023 waren er in totaal 1.699 meldingen, waarvan 431 over geluid.",
    "In 2023 waren er in totaal 1.699 meldingen, van 1.512 inwoners.",
    "In december 2023 ging driekwart van alle meldingen over geluidsoverlast.",
  ])
  func `a word that the table does not know makes that nothing is said`(_ text: String) {
    #expect(Self.check([text]).map(\.sentence.nl) == [])
  }

  @Test(arguments: [
    ("In 2023 waren er 451 meldingen van geluidsoverlast.", "431"),
    ("In 2023 kwamen er 1.201 meldingen van afvaldumping binnen.", "1210"),
    ("In 2023 waren er in totaal 1.669 meldingen.", "1699"),
  ])
  func `a sentence that says what the cell is and no more is held against it`(_ text: String, _ expected: String) {
    #expect(Self.check([text]).map(\.expected) == [expected])
  }

  @Test func `of tables with the same rows one has to be named`() {
    let regions = [("Noord", 1367), ("Zuid", 1742)].map { place, total in
      (
        file: "\(place).csv",
        csv: """
        Slachtoffers in regio \(place);;
        Vervoer;2022;2023
        Fietsers;\(total / 2);\(total / 3)
        Voetgangers;\(total / 5);\(total - total / 3)
        Totaal;\(total / 2 + total / 5);\(total)
        """
      )
    }
    #expect(Self.check(["In totaal vielen er in 2023 3.109 slachtoffers."], regions) == [])
    #expect(
      Self.check(["In totaal vielen er in 2023 in regio Noord 1.376 slachtoffers."], regions).map(\.expected) == [
        "1367"
      ])
  }

  // MARK: - Changes

  @Test(arguments: [
    "Geluidsoverlast nam af van 388 naar 431.", "Bij stank steeg het aantal van 61 naar 58.",
    "Er kwamen 431 meldingen van geluidsoverlast binnen, 43 minder dan in 2022.",
    "Geluidsoverlast daalde met 43 naar 431 meldingen.",
  ])
  func `a direction against both of its own numbers is found`(_ text: String) {
    #expect(Self.check([text]).map { $0.passage?.quote } == [text])
  }

  @Test(arguments: [
    "Geluidsoverlast nam toe van 388 naar 431.", "De prijs daalde van 12 naar 15 euro.",
    "Er kwamen 431 meldingen van geluidsoverlast binnen, 43 meer dan in 2022.",
    "Er kwamen 431 meldingen van geluidsoverlast binnen, 43 minder dan verwacht.",
    "Onder jongeren van 18 tot 24 jaar daalde de overlast.",
    "Geluidsoverlast steeg van 388 naar 431, een toename van 11%.",
    "Geluidsoverlast steeg van 388 naar 431, waarvan 43% in de zomer.",
  ])
  func `a direction with its own numbers is left alone`(_ text: String) {
    #expect(Self.check([text]).map(\.sentence.nl) == [])
  }

  @Test func `a percentage beside the two numbers that it is of is computed`() {
    let found = Self.check(["Geluidsoverlast steeg van 388 naar 431, een toename van 21%."])
    #expect(found.map(\.published) == ["21"])
    #expect(found.map(\.expected) == ["11.1"])
  }

  @Test func `a number beside another of its line may have two digits changed`() {
    let found = Self.check(["Afvaldumping: 1.210 tegen 1.511 een jaar eerder."])
    #expect(found.map(\.expected) == ["1151"])
  }

  @Test func `two rows together are added up`() {
    let found = Self.check([
      "Geluidsoverlast en afvaldumping telden in 2023 samen 1.741 meldingen.",
      "Geluidsoverlast en afvaldumping telden in 2023 samen 1.641 meldingen.",
      "Geluidsoverlast, afvaldumping en hinder telden in 2023 samen 1.741 meldingen.",
    ])
    #expect(found.map(\.expected) == ["1641"])
  }
}
