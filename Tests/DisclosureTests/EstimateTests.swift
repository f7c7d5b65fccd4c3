import Disclosure
import Model
import Tabulation
import Testing

/// An estimate with one method and a card of one sentence.
@Suite struct PublishedEstimateTests {
  private static func page(_ lead: String) -> EstimatePage {
    EstimatePage(title: "Kaart", lead: lead, facts: [], sections: [])
  }

  private static let estimate: ConfidentialEstimate = {
    let unit = UnitOfCount(name: "person", label: LocalizedText(nl: "personen", en: "persons"), repeats: .oncePerYear)
    let shape = TableShape(
      figure: "schatting-x", title: LocalizedText("X"), unit: unit,
      rows: [
        .init(key: "bic", name: nil, label: LocalizedText("BIC"), measure: LocalizedText("n"), unitLabel: unit.label)
      ],
      columns: [.init(key: "estimate", name: LocalizedText(""), label: LocalizedText(""), panel: nil)], panels: [],
      chart: .none, sourceLine: LocalizedText(""), notes: [])
    let cell = Cell(
      .estimate(Quantity(314), lower: Quantity(271), upper: Quantity(999), percent: 95), rung: .estimated)
    return ConfidentialEstimate(
      table: ConfidentialTable(shape: shape, cells: [[cell]]),
      card: EstimateCardContent(dutch: page("Geheim 314."), english: page("Secret 314."), data: Array("314".utf8)))
  }()

  @Test func `a publication holds the table and the card of an estimate, under publishAsIs as they are`() throws {
    let publication = Publication(
      of: [], estimates: [Self.estimate], under: .publishAsIs(reason: LocalizedText(nl: "Om.", en: "For.")))
    #expect(
      publication.table(named: "schatting-x")?.cell(row: "bic", column: "estimate")?.value.quantity == Quantity(314))
    let published = try #require(publication.estimate(named: "schatting-x"))
    #expect(published.card.page(in: .nl).lead == "Geheim 314." && published.card.page(in: .en).lead == "Secret 314.")
    #expect(publication.estimate(named: "fig-1") == nil)
  }

  @Test func `before that its numbers are in no description and no mirror`() {
    for text in [
      "\(Self.estimate)", String(reflecting: Self.estimate),
      "\(Mirror(reflecting: Self.estimate).children.map { "\($0)" })",
    ] {
      #expect(!text.contains("314") && !text.contains("Geheim"), "\(text)")
    }
  }
}
