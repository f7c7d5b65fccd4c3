import Disclosure
import Testing

@testable import Model
@testable import Reporting
@testable import Tabulation

/// What a figure says of how sure its numbers are: on its page, in the open data and on the method page.
@Suite struct `The statistics of a figure` {
  private static let asked = FigureStatistics(
    interval: .poisson, change: .holm, unknown: ["d"],
    funnel: .init(name: SmallTable.text("inwoners", "inhabitants"), sizes: ["a": 1000, "b": 1000, "c": 1000]))

  /// Three kinds and one that is not known, in two years; nobody's total.
  private func publication(_ asked: FigureStatistics = Self.asked) -> Publication {
    let counts = [[10, 12], [12, 40], [40, 41], [8, 7]]
    var shape = SmallTable.table(
      counts.map { $0.map(SmallTable.exact) },
      rows: ["a", "b", "c", "d"].map { SmallTable.row($0, LocalizedText($0.uppercased())) },
      columns: [SmallTable.column("2020"), SmallTable.column("2021")]
    ).shape
    shape.statistics = asked
    return Publication(
      of: [ConfidentialTable(shape: shape, cells: counts.map { $0.map(SmallTable.exact) })],
      under: .publishAsIs(reason: SmallTable.text("Om.", "For.")))
  }

  private func pages(_ publication: Publication) throws -> Pages {
    try Pages(publication: publication, texts: [], imprint: InventedEdition.imprint(InventedEdition.monitor()))
  }

  @Test func `says under the table what it was asked, in the two languages`() throws {
    let publication = publication()
    let notices = try pages(publication).statisticsNotices(of: publication.tables[0], caption: "Bezoek", .nl)
    #expect(
      notices.map(\.summary) == [
        "Marges door toeval", "Aandeel van de bekenden, met grenzen", "Wie ligt buiten wat er te verwachten is",
        "Welke veranderingen duidelijk zijn",
      ])
    // 10 persons: 4.795 to 18.391. Of 93 known persons 12 are of kind A, and 7 are not known.
    #expect(notices[0].table.contains("4,7–18,4") && notices[1].table.contains("12,9% (12,0–19,0%)"))
    #expect(notices[2].sentences[0] == "Buiten de grenzen van 99,8% bij gelijke kans voor ieder: A (laag).")
    #expect(
      notices[3].sentences == [
        "Van 2020 naar 2021 is duidelijk veranderd: B. Bij de andere is er geen duidelijke verandering."
      ])
    let english = try pages(publication).statisticsNotices(of: publication.tables[0], caption: "Visits", .en)
    #expect(english[3].sentences[0].hasPrefix("From 2020 to 2021 there is a clear change in: B."))
    #expect(english[2].table.contains("low, outside 99.8%"))
  }

  @Test func `says nothing where nothing was asked`() throws {
    let publication = publication(.none)
    let pages = try pages(publication)
    #expect(pages.statisticsNotices(of: publication.tables[0], caption: "Bezoek", .nl).isEmpty)
    #expect(!pages.methodPage(in: .nl).sections.contains { $0.id == "statistics" })
    #expect(!longForm(of: publication.tables[0]).contains("limit"))
  }

  @Test func `has limits and bounds as lines of their own in the open data`() {
    let lines = longForm(of: publication().tables[0]).split(separator: "\n").map(String.init)
    #expect(
      lines[1...6] == [
        "fig-1,naar soort,soort,A,jaar,2020,,,10,bezoekers,0,exact,,linked",
        #"fig-1,"naar soort, ondergrens van het 95%-interval door toeval",soort,A,jaar,2020,,,4.7,bezoekers,0,estimate,,linked; limit"#,
        #"fig-1,"naar soort, bovengrens van het 95%-interval door toeval",soort,A,jaar,2020,,,18.4,bezoekers,0,estimate,,linked; limit"#,
        #"fig-1,"naar soort, aandeel van wie het bekend is",soort,A,jaar,2020,,,16.1,%,0,estimate,,linked; limit"#,
        #"fig-1,"naar soort, ondergrens van dat aandeel wat de onbekenden ook zijn",soort,A,jaar,2020,,,14.2,%,0,estimate,,linked; limit"#,
        #"fig-1,"naar soort, bovengrens van dat aandeel wat de onbekenden ook zijn",soort,A,jaar,2020,,,25.8,%,0,estimate,,linked; limit"#,
      ])
  }

  @Test func `is explained on the method page with its source`() throws {
    let section = try #require(try pages(publication()).methodPage(in: .nl).sections.first { $0.id == "statistics" })
    for source in ["Garwood 1936", "Holm 1979", "Spiegelhalter 2005"] { #expect(section.body.contains(source)) }
    #expect(!section.body.contains("Wilson") && !section.body.contains("Hochberg"))
  }
}
