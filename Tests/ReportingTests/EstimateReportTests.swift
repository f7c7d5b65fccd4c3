import Charts
import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct EstimateReportTests {
  private func report() throws -> EstimateReport {
    let iceberg = try #require(Iceberg(observed: 80, smallest: 150, largest: 320))
    return try EstimateReport(data: Array("{}\n".utf8), version: "1") { language in
      EstimatePage(
        title: language == .nl ? "Kaart" : "Card", lead: "Van <b> tot & met.", facts: [.init(name: "a", value: "1")],
        sections: [
          .init(
            id: "one", title: "Een", text: ["Een zin."], picture: .iceberg(iceberg),
            tables: [.init(caption: "Tabel", headers: ["x", "y"], figures: [1], rows: [["<i>", "2"]])])
        ])
    }
  }

  @Test func `a card is a page in each language with its numbers and the style of an edition`() throws {
    let files = try report().files
    #expect(files.map(\.path) == ["assets/edition.css", "assets/zicht.svg", "card.en.html", "card.html", "card.json"])
    for (path, language, other) in [("card.html", "nl", "card.en.html"), ("card.en.html", "en", "card.html")] {
      let file = try #require(files.first { $0.path == path })
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(page.contains("<html lang=\"\(language)\">") && page.contains("href=\"\(other)\""))
      #expect(page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("style=\""))
      #expect(page.contains("Van &lt;b&gt; tot &amp; met.") && page.contains("&lt;i&gt;"))
      #expect(page.contains("<svg") && page.contains("href=\"card.json\""))
    }
  }

  @Test func `a card takes the place of a card and of nothing else`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-card-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let target = folder.appendingPathComponent("kaart")
    try report().write(to: target.path)
    try report().write(to: target.path)
    try Data("brief".utf8).write(to: folder.appendingPathComponent("brief.txt"))
    #expect(throws: EditionWritingError.occupied(folder: folder.path)) { try report().write(to: folder.path) }
  }
}
