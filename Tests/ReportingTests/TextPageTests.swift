import Foundation
import Model
import Narrative
import Testing

@testable import Reporting

/// Pages of running text. What holds for all pages is in `PageTests`.
@Suite struct TextPageTests {
  private func page(_ path: String) throws -> String {
    let file = try #require(InventedEdition.edition().file(at: path))
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `the invented text has no findings`() {
    let publication = InventedEdition.publication()
    #expect(InventedEdition.texts(over: publication).map(\.name) == ["01-a", "01-a", "02-b", "02-b"])
  }

  @Test func `what an author wrote is escaped everywhere`() throws {
    let page = try page("teksten/01-a.html")
    #expect(page.contains("<h1>Bezoek &amp; zo</h1>"))
    #expect(page.contains("<h2 id=\"wat-b-telt-b\">Wat &lt;b&gt;telt&lt;/b&gt;</h2>"))
    #expect(page.contains("‘5 &amp; meer’"))
    #expect(page.contains("Bron &lt;x&gt;"))
    #expect(page.contains("href=\"https://example.org/?a=1&amp;b=2\""))
    #expect(!page.contains("<b>"))
  }

  @Test func `numbers, verdicts and cells without a number are filled in`() throws {
    let page = try page("teksten/01-a.html")
    #expect(page.contains("In 2021 kwamen er 40;"))
    #expect(page.contains("<td>67%</td>"))
    #expect(page.contains("Een noot over afgeschermd."))
    #expect(try self.page("en/texts/01-a.html").contains("Een noot over withheld."))
  }

  @Test func `every kind of block has its element, and callouts their kind in words`() throws {
    let page = try page("teksten/01-a.html")
    for words in [
      "<ul><li><em>een</em></li>", "<ol><li>30</li></ol>", "<blockquote><p>Aangehaald.</p></blockquote>",
      "<div class=\"callout callout-definition\" role=\"note\" aria-labelledby=\"block-1\">",
      "<span class=\"callout-kind\">Begrip</span> Bezoek", "<span class=\"callout-kind\">Casus</span>",
      "<th scope=\"row\">x</th>", "<figure class=\"picture\">", "<a href=\"../figuren/fig-1.html\">figuur 1</a>",
      "<a href=\"../figuren/fig-1.html\">figuur</a>", "<a href=\"../verantwoording.html\">methode</a>",
      "<a href=\"#slot\">kop</a>",
      "<a href=\"../teksten/01-a.html\">tekst</a>",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test func `a note is referred to, lists its words and leads back once`() throws {
    let page = try page("teksten/01-a.html")
    #expect(page.matches(of: /href="#note-1"/).count == 2)
    #expect(page.matches(of: /id="reference-1"/).count == 1)
    #expect(page.contains("aria-label=\"Terug naar de tekst bij noot 1\""))
  }

  @Test func `every number is listed with its cells`() throws {
    let page = try page("teksten/01-a.html")
    #expect(page.contains("<th scope=\"row\">40</th><td><code>count(1, old, 2021)</code></td>"))
    #expect(page.contains("Ouderen, 2021 (40)"))
  }

  @Test func `texts stand on the front page, lead to each other and are in the menu`() throws {
    let front = try page("index.html")
    #expect(front.contains("<h3><a href=\"teksten/01-a.html\">Bezoek &amp; zo</a></h3>"))
    #expect(front.contains("href=\"index.html#texts\""))
    #expect(try page("teksten/01-a.html").contains("rel=\"next\" href=\"../teksten/02-b.html\""))
    #expect(try page("en/texts/02-b.html").contains("rel=\"prev\" href=\"../../en/texts/01-a.html\""))
  }

  @Test func `an edition without texts says nothing of them`() throws {
    let edition = try Edition(
      of: InventedEdition.publication(), imprint: InventedEdition.imprint(), checksum: InventedEdition.checksum)
    let front = String(decoding: try #require(edition.file(at: "index.html")).bytes, as: UTF8.self)
    #expect(!front.contains("#texts"))
    #expect(!edition.files.contains { $0.path.contains("teksten") })
  }
}
