import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct PageTests {
  @Test func `every page has one heading, its language, a strict content policy, and no style or script of its own`()
    throws
  {
    for (path, page) in try pages(InventedEdition.edition()) {
      #expect(page.matches(of: /<h1[ >]/).count == 1, "\(path)")
      #expect(page.contains("<html lang=\"\(path.hasPrefix("en/") ? "en" : "nl")\">"), "\(path)")
      #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'"))
      #expect(!page.contains(" style=") && !page.contains("<style"), "\(path)")
      // One script, from a file of the edition: nothing stands in the page itself.
      #expect(page.matches(of: /<script/).count == 1 && page.contains("assets/edition.js\" defer></script>"), "\(path)")
      #expect(page.contains("<a class=\"skip\" href=\"#content\">"), "\(path)")
      #expect(page.firstMatch(of: /<meta name="description" content="[^"]+">/) != nil, "\(path)")
      #expect(!page.contains("{{") && !page.contains("Optional("), "\(path)")
    }
  }

  @Test func `every link leads to a file of the edition and every fragment to an element`() throws {
    let edition = try InventedEdition.edition()
    for (path, page) in try pages(edition) {
      for match in page.matches(of: /(?:href|src)="([^"]*)"/) {
        let link = String(match.1)
        if link.hasPrefix("https://") { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : resolved(parts[0], from: path)
        let file = edition.file(at: target)
        #expect(file != nil, "\(path) links to \(link)")
        guard parts.count == 2, let file else { continue }
        #expect(String(decoding: file.bytes, as: UTF8.self).contains("id=\"\(parts[1])\""), "\(path) links to \(link)")
      }
    }
  }

  @Test func `an id occurs once on a page`() throws {
    for (path, page) in try pages(InventedEdition.edition()) {
      let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func `reconstructed records are announced on every page, registered ones on none`() throws {
    let words = InventedEdition.text("Dit is nagemaakt.", "This is made up.")
    let edition = try InventedEdition.edition(InventedEdition.monitor(provenance: .reconstructed(words)))
    for (path, page) in try pages(edition) {
      #expect(page.contains("class=\"banner\""), "\(path)")
      #expect(page.contains(path.hasPrefix("en/") ? words.en : words.nl), "\(path)")
    }
    for (path, page) in try pages(InventedEdition.edition()) { #expect(!page.contains("class=\"banner\""), "\(path)") }
  }

  @Test func `names with markup in them stay text`() throws {
    let edition = try InventedEdition.edition(
      InventedEdition.monitor(title: "<b>Bezoek</b> & \"meer\""), label: "<img src=x>")
    for (path, page) in try pages(edition) {
      #expect(!page.contains("<b>") && !page.contains("<img"), "\(path)")
    }
    #expect(try text(edition, "figuren/fig-1.html").contains("&lt;img src=x&gt;"))
  }

  @Test func `a figure page gives table, marks, unit, steps and downloads`() throws {
    let page = try text(InventedEdition.edition(), "figuren/fig-1.html")
    for words in [
      "<caption><span>Bezoekers naar soort (bezoekers)</span></caption>", "<th scope=\"row\">Ouderen</th>",
      "<span class=\"hidden\">afgeschermd om herkenning te voorkomen</span>",
      "Iedere persoon telt in een jaar één keer.",
      "Soort is ‘Kinderen’ of ‘Ouderen’.", "7 gevallen vielen buiten de telling. Honden tellen niet mee.",
      "Geteld bij de poort.",
      "href=\"../tables/fig-1.csv\"", "zicht explain",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `the method page tells of deliveries, rules, exclusions, departures and the policy`() throws {
    let page = try text(InventedEdition.edition(), "verantwoording.html")
    for words in [
      "1.234", "<li id=\"rule-no-dogs\">", "Honden tellen niet mee.", "Bron: Paragraaf 2", "75,0%", "Totaal, 2020",
      "De som klopte niet.", "Alles is verzonnen.", "rij terzijde gelegd", "1 maart 2022",
      "Wie er kwam.", "leeftijd ≥ 16 jaar", "Leeftijd &lt; 18 jaar",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `templates name only texts that exist, and every text has words in both languages`() {
    let known = phrases.named(in: .nl)
    for name in Templates.Name.allCases {
      for match in Templates.source(of: name).matches(of: /{{t\.([A-Za-z]+)}}/) {
        #expect(known[String(match.1)] != nil, "\(name.rawValue): \(match.1)")
      }
    }
    for language in Language.allCases {
      let texts = phrases.named(in: language)
      #expect(texts.keys.sorted() == known.keys.sorted() && texts.values.allSatisfy { !$0.isEmpty })
    }
  }

  @Test(arguments: [
    ("2020-07-01", "1 juli 2020", "1 July 2020"), ("2020-13-01", "2020-13-01", "2020-13-01"), ("ooit", "ooit", "ooit"),
  ])
  func `a day is written out`(_ iso: String, _ nl: String, _ en: String) {
    #expect(date(iso, .nl) == nl)
    #expect(date(iso, .en) == en)
  }

  private func pages(_ edition: Edition) throws -> [(String, String)] {
    let paths = edition.files.map(\.path).filter { $0.hasSuffix(".html") }
    #expect(paths.count == 18)
    return try paths.map { ($0, try text(edition, $0)) }
  }

  private func resolved(_ link: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
