import Disclosure
import Model
import Reporting
import Tabulation
import Testing

/// An edition with one estimate and one number derived from it.
@Suite struct EstimateSheetTests {
  private static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  private static func table(_ figure: String, _ cell: Cell) -> ConfidentialTable {
    let shape = TableShape(
      figure: figure, title: text("Verborgen", "Hidden"), unit: InventedEdition.unit,
      rows: [
        .init(
          key: "bic", name: nil, label: text("beste", "best"), measure: text("beste", "best"),
          unitLabel: InventedEdition.unit.label)
      ],
      columns: [.init(key: "value", name: LocalizedText(""), label: LocalizedText(""), panel: nil)], panels: [],
      chart: .none, sourceLine: text("Bron: drie lijsten", "Source: three lists"), notes: [])
    return ConfidentialTable(shape: shape, cells: [[cell]])
  }

  private static func interval(_ rung: Rung) -> Cell {
    Cell(.estimate(Quantity(600), lower: Quantity(480), upper: Quantity(900), percent: 95), rung: rung)
  }

  private static func page(_ lead: String) -> EstimatePage {
    EstimatePage(
      title: "Gezien <b>", lead: lead, facts: [.init(name: "n", value: "41")],
      sections: [
        .init(
          id: "iceberg", title: "IJs", text: ["Een zin."],
          picture: Iceberg(observed: 41, smallest: 480, largest: 900).map { .iceberg($0) },
          tables: [.init(caption: "Lijsten", headers: ["a", "b"], figures: [1], rows: [["<i>", "2"]])])
      ])
  }

  private static func edition() throws -> Edition {
    let estimate = ConfidentialEstimate(
      table: table("schatting-x", interval(.estimated)),
      card: EstimateCardContent(dutch: page("Van 480."), english: page("From 480."), data: Array("{}\n".utf8)))
    let publication = Publication(
      of: InventedEdition.tables(), estimates: [estimate], derived: [table("afgeleid-x", interval(.judged))],
      under: .publishAsIs(reason: text("Verzonnen.", "Invented.")))
    return try Edition(of: publication, imprint: InventedEdition.imprint()) { "\($0.count)" }
  }

  private func content(_ path: String) throws -> String {
    String(decoding: try #require(try Self.edition().file(at: path), "\(path)").bytes, as: UTF8.self)
  }

  @Test func `the card of an estimate is the page of its table, in each language`() throws {
    for (path, lead) in [("figuren/schatting-x.html", "Van 480."), ("en/figures/schatting-x.html", "From 480.")] {
      let page = try content(path)
      #expect(page.contains(lead) && page.contains("Gezien &lt;b&gt;") && page.contains("&lt;i&gt;"))
      #expect(
        page.contains("<svg") && page.contains("cards/schatting-x.json") && page.contains("tables/schatting-x.csv"))
      #expect(!page.contains("<script") && !page.contains("style=\""))
    }
    #expect(try content("cards/schatting-x.json") == "{}\n")
    #expect(try content("index.html").contains("Van 480."))
  }

  @Test func `limits are lines of their own, and what is derived is not called an estimate`() throws {
    let estimate = try content("tables/schatting-x.csv").split(separator: "\n")
    #expect(
      estimate.dropFirst() == [
        "schatting-x,beste,,,,,,,600,bezoekers,0,estimate,,estimated",
        "schatting-x,\"beste, ondergrens van het 95%-interval\",,,,,,,480,bezoekers,0,estimate,,estimated",
        "schatting-x,\"beste, bovengrens van het 95%-interval\",,,,,,,900,bezoekers,0,estimate,,estimated",
      ])
    let derived = try content("tables/afgeleid-x.csv").split(separator: "\n").dropFirst()
    #expect(derived.count == 3 && derived.allSatisfy { $0.hasSuffix(",derived,,judged") })
    let page = try content("figuren/afgeleid-x.html")
    #expect(page.contains("480–900") && page.contains("beoordeeld"))
  }
}
