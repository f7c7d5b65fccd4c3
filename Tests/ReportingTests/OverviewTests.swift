import Disclosure
import Foundation
import Model
import Testing

@testable import Tabulation

@testable import Reporting

/// What a reader meets first, and what stands on every page.
@Suite struct OverviewTests {
  private func monitor(
    _ keyNumbers: [KeyNumber] = [], explanations: [Explanation] = [], languages: [Language] = Language.allCases,
    licence: Licence? = nil, address: String? = nil
  ) -> Monitor {
    var monitor = InventedEdition.monitor()
    monitor.keyNumbers = keyNumbers
    monitor.explanations = explanations
    monitor.languages = languages
    monitor.licence = licence
    monitor.address = address
    return monitor
  }

  private func page(_ monitor: Monitor, _ path: String = "index.html") throws -> String {
    try text(InventedEdition.edition(monitor), path)
  }

  private static let explanation = Explanation(
    figures: ["fig-1"], year: 2021, cause: .law, text: InventedEdition.text("De poort ging open.", "The gate opened."),
    source: InventedEdition.text("Poortwet", "Gate act"), dated: "2021-03-01")

  @Test func `a key number has its year, the year before, and where it stands`() throws {
    let label = InventedEdition.text("ouderen aan de poort", "elders at the gate")
    let monitor = monitor([KeyNumber(figure: "fig-1", row: "old", label: label)])
    let page = try page(monitor)
    #expect(page.contains("<span class=\"number\">40</span> <span class=\"what\">ouderen aan de poort in 2021</span>"))
    #expect(page.contains("<dd>In 2020: 30. Dat is geen duidelijke verandering.</dd>"))
    #expect(page.contains("<a href=\"figuren/fig-1.html\">Figuur 1</a>"))
  }

  @Test func `a key number that is withheld says so, and nothing of a change`() throws {
    let label = InventedEdition.text("kinderen", "children")
    let page = try page(monitor([KeyNumber(figure: "fig-1", row: "child", label: label)]))
    #expect(page.contains("<span class=\"number words\">afgeschermd</span>"))
    #expect(!page.contains("Dat is een"))
  }

  @Test func `without key numbers the totals of charted figures come first`() throws {
    let page = try page(monitor())
    #expect(page.contains("<span class=\"number\">60</span>"))
    let places = try ["id=\"key-numbers\"", "id=\"texts\"", "id=\"figures\"", "id=\"tables\"", "id=\"glance\""].map {
      try #require(page.range(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func `only figures with a picture have a card, and every table stands in the list`() throws {
    let page = try page(monitor())
    #expect(page.matches(of: /<li class="card">/).count == 1)
    #expect(page.matches(of: #/<tr[^>]*><th scope="row"[^>]*>(Figuur|Tabel) /#).count == 2)
    #expect(!page.contains("Niet geleverd"))
  }

  @Test func `an explanation stands at its year on the axis, under the figure and in the references`() throws {
    let monitor = monitor(explanations: [Self.explanation])
    let page = try page(monitor, "figuren/fig-1.html")
    #expect(page.contains("<span class=\"letter\">a</span>"))
    #expect(page.contains("<strong>2021, Wet.</strong> De poort ging open."))
    #expect(page.contains("Bron: Poortwet (1 maart 2021)."))
    #expect(page.contains("class=\"letter-box\""))
    #expect(try self.page(monitor, "bronnen.html").contains("Poortwet (1 maart 2021)"))
    #expect(try self.page(self.monitor(), "figuren/fig-1.html").contains("id=\"explanations\"") == false)
    var outside = Self.explanation
    outside.year = 1999
    #expect(try self.page(self.monitor(explanations: [outside]), "figuren/fig-1.html").contains("Poortwet") == false)
  }

  @Test func `every page can be cited, says its licence and what is counted`() throws {
    let licence = Licence(name: "CC BY 4.0", link: "https://example.org/by")
    let edition = try InventedEdition.edition(monitor(licence: licence, address: "https://example.org/monitor/"))
    for file in edition.files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(page.contains("<span class=\"citation\">") && page.contains("https://example.org/monitor/\(file.path)"))
      #expect(page.contains("<a href=\"https://example.org/by\">CC BY 4.0</a>"), "\(file.path)")
      #expect(
        page.contains("<meta property=\"og:title\"") && page.contains("glossary.html#units")
          || page.contains("begrippen.html#units"))
    }
    let figure = try text(edition, "figuren/fig-1.html")
    #expect(figure.contains("<meta property=\"og:image\" content=\"https://example.org/monitor/figuren/fig-1.svg\">"))
  }

  @Test func `a monitor in one language has no page, link or file of the other`() throws {
    let edition = try InventedEdition.edition(monitor(languages: [.nl]))
    #expect(!edition.files.contains { $0.path.hasPrefix("en/") })
    for file in edition.files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(!page.contains("hreflang") && !page.contains("English"), "\(file.path)")
    }
  }

  @Test func `shares are of the total in the column, and only where parts are exact and do not exceed it`() {
    let ranked = InventedEdition.tables()[0]
    #expect(columnShares(of: InventedEdition.publication().tables[0]).allSatisfy { $0.allSatisfy { $0 == nil } })
    var shape = ranked.shape
    shape.rankMeasures = nil
    let plain = ConfidentialTable(shape: shape, cells: ranked.cells)
    let table = Publication(of: [plain], under: .publishAsIs(reason: InventedEdition.text("x", "x"))).tables[0]
    let shares = columnShares(of: table).map { $0.map { $0?.plain } }
    #expect(shares == [["25", nil, "30"], ["75", "67", "70"], ["100", "100", "100"]])
  }

  @Test func `the list to search holds every figure, text, term and section, with words to find it by`() throws {
    let page = try page(monitor(), "zoeken.html")
    for words in ["Figuur 1", "Tabel 1", "data-words=\"Kinderen Ouderen Totaal", "Verantwoording", "Begrip"] {
      #expect(page.contains(words), "\(words)")
    }
  }
}
