import Disclosure
import Model
import Reporting
import Testing

@testable import Tabulation

/// An edition with one estimate and one number derived from it.
@Suite struct EstimateSheetTests {
  private static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  private static func table(_ figure: String, _ cell: Cell) -> ConfidentialTable {
    let shape = TableShape(
      figure: figure, title: text("Verborgen", "Hidden"), unit: InventedEdition.unit,
      rows: [
        .init(
          key: "bic", name: nil, label: text("beste", "best"), measure: text("beste", "best"),
          unit: .named(InventedEdition.unit.label))
      ],
      columns: [.init(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)], panels: [],
      chart: .none, sourceLine: text("Bron: drie lijsten", "Source: three lists"), notes: [])
    return ConfidentialTable(shape: shape, cells: [[cell]])
  }

  private static func interval(_ rung: Rung) -> Cell {
    Cell(.estimate(Quantity(600), lower: Quantity(480), upper: Quantity(900), percent: 95), rung: rung)
  }

  private static func edition() throws -> Edition {
    let publication = Publication(
      of: InventedEdition.tables(), estimates: [try InventedCard.ofEdition()],
      derived: [table("afgeleid-x", interval(.judged))], under: InventedCard.policy)
    return try Edition(of: publication, imprint: InventedEdition.imprint()) { "\($0.count)" }
  }

  private func content(_ path: String) throws -> String {
    String(decoding: try #require(try Self.edition().file(at: path), "\(path)").bytes, as: UTF8.self)
  }

  @Test func `the card of an estimate is the page of its table, in each language`() throws {
    let leads = [
      ("figuren/schatting-x.html", "Gemiddeld ongeveer 310 mensen per jaar, met 95% zekerheid tussen 150 en 630"),
      ("en/figures/schatting-x.html", "About 310 people a year on average, with 95% confidence between 150 and 630"),
    ]
    for (path, lead) in leads {
      let page = try content(path)
      #expect(page.contains(lead) && page.contains("Gezien &lt;b&gt;") && page.contains("&lt;i&gt;"))
      #expect(
        page.contains("<svg") && page.contains("cards/schatting-x.json") && page.contains("tables/schatting-x.csv"))
      #expect(page.matches(of: /<script/).count == 1 && !page.contains("style=\""))
    }
    #expect(try content("index.html").contains(leads[0].1))
  }

  @Test func `years and what others published stand on one axis above the account, and in the card`() throws {
    let page = try content("figuren/schatting-x.html")
    let (axis, account) = (page.firstRange(of: "<h2 id=\"yearly\">"), page.firstRange(of: "<h2 id=\"account\">"))
    #expect(try #require(axis).lowerBound < (try #require(account)).lowerBound)
    #expect(page.contains("Per jaar schat deze editie 120 tot 800 mensen; anderen publiceerden 200 tot 250."))
    #expect(page.contains("Anders gerekend.") && page.contains(">Een rapport<"))
    #expect(
      page.contains("Wie in twee jaren is gezien, telt in beide: de jaren zijn niet op te tellen tot het geheel."))
    #expect(page.contains("niet te zeggen") && page.contains("ten minste 50"))
    let card = try content("cards/schatting-x.json")
    #expect(card.contains("\"difference\" : {\n        \"en\" : \"Computed otherwise.\""))
    #expect(card.contains("\"estimate\" : 330,\n        \"lower\" : 120,\n        \"observed\" : 45"))
    #expect(card.contains("\"estimate\" : null"))
  }

  @Test func `lists and models are told by their labels`() throws {
    let page = try content("figuren/schatting-x.html")
    #expect(page.contains(">Politie × &lt;i&gt;<") && page.contains("zonder Politie"))
    #expect(!page.contains("[1,2]") && page.contains("Geen lijsten hangen samen"))
  }

  @Test func `the file of the lists is named, and no digest of it`() throws {
    let page = try content("figuren/schatting-x.html")
    #expect(page.contains("De lijsten staan in lists/x.csv in de map van de monitor."))
    let card = try content("cards/schatting-x.json")
    #expect(card.contains("\"table\" : {\n    \"file\" : \"lists/x.csv\"\n  }"))
    #expect(!page.contains("SHA-256") && !card.contains("sha256"))
  }

  @Test func `limits are lines of their own, and what is derived is not called an estimate`() throws {
    let estimate = try content("tables/schatting-x.csv").split(separator: "\n").dropFirst()
    #expect(estimate.count == 4 && estimate.allSatisfy { $0.contains("\"Stapsgewijs, zoals gepubliceerd") })
    #expect(estimate.map { $0.split(separator: ",").filter { Int($0) != nil }[0] } == ["80", "600", "480", "900"])
    #expect(estimate.map { $0.split(separator: ",").last } == ["linked", "estimated", "estimated", "estimated"])
    let derived = try content("tables/afgeleid-x.csv").split(separator: "\n").dropFirst()
    #expect(derived.count == 3 && derived.allSatisfy { $0.hasSuffix(",derived,,judged") })
    let page = try content("figuren/afgeleid-x.html")
    #expect(page.contains("480–900") && page.contains("beoordeeld"))
  }
}
