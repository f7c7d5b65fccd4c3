import Foundation
import Model
import Reporting
import Testing

@Suite struct EditionTests {
  @Test func `holds pages in two languages, charts, tables with metadata, the whole and a manifest`() throws {
    let paths = try InventedEdition.edition().files.map(\.path)
    #expect(
      paths == [
        "assets/edition.css", "assets/edition.js", "assets/zicht.svg", "begrippen.html", "bronnen.html", "edition.json",
        "en/figures/fig-1.html", "en/figures/fig-1.svg",
        "en/figures/tekst-1.html", "en/glossary.html", "en/index.html", "en/method.html", "en/references.html",
        "en/search.html", "en/texts/01-a.html", "en/texts/02-b.html",
        "figuren/fig-1.html", "figuren/fig-1.svg",
        "figuren/tekst-1.html", "index.html", "manifest.json", "tables/fig-1.csv", "tables/fig-1.csv-metadata.json",
        "tables/tekst-1.csv", "tables/tekst-1.csv-metadata.json", "teksten/01-a.html", "teksten/02-b.html",
        "verantwoording.html", "zoeken.html",
      ])
  }

  @Test func `two builds give the same bytes`() throws {
    #expect(try InventedEdition.edition() == InventedEdition.edition())
  }

  @Test func `the manifest lists every other file with its size and checksum`() throws {
    let edition = try InventedEdition.edition()
    let manifest = try object(edition, "manifest.json")
    let listed = try #require(manifest["files"] as? [[String: Any]])
    let others = edition.files.filter { $0.path != "manifest.json" }
    #expect(listed.map { $0["path"] as? String } == others.map(\.path))
    #expect(listed.map { $0["bytes"] as? Int } == others.map(\.bytes.count))
    #expect(listed.map { $0["sha256"] as? String } == others.map { InventedEdition.checksum($0.bytes) })
    #expect(manifest["version"] as? String == "1.2.3")
    #expect(manifest["seed"] as? String == "7")
    let deliveries = try #require(manifest["deliveries"] as? [[String: Any]])
    #expect(deliveries.map { $0["source"] as? String } == ["gate"])
  }

  @Test func `the JSON of the whole carries every cell with status and rung`() throws {
    let whole = try object(InventedEdition.edition(), "edition.json")
    let tables = try #require(whole["tables"] as? [[String: Any]])
    let cells = try #require(tables[0]["cells"] as? [[[String: Any]]])
    #expect(cells.map { $0.map { $0["value"] as? Int } } == [[10, nil, 30], [30, 40, 70], [40, 60, 100]])
    #expect(cells[0][1]["status"] as? String == "suppressed")
    #expect(cells[1][0]["rank"] as? Int == 1)
    let estimate = try #require(tables[1]["cells"] as? [[[String: Any]]])[0][0]
    #expect(estimate["value"] as? Double == 24.7)
    #expect(estimate["upper"] as? Int == 30)
    #expect(estimate["rung"] as? String == "estimated")
  }

  @Test func `a table's metadata names its columns, policy, source and checksum`() throws {
    let edition = try InventedEdition.edition()
    let metadata = try object(edition, "tables/fig-1.csv-metadata.json")
    let schema = try #require(metadata["tableSchema"] as? [String: Any])
    let columns = try #require(schema["columns"] as? [[String: Any]])
    let header = try #require(text(edition, "tables/fig-1.csv").split(separator: "\n").first)
    #expect(columns.map { $0["name"] as? String } == header.split(separator: ",").map(String.init))
    #expect((metadata["zicht:policy"] as? [String: Any])?["name"] as? String == "publishAsIs")
    let data = try #require(edition.file(at: "tables/fig-1.csv"))
    #expect(metadata["zicht:sha256"] as? String == InventedEdition.checksum(data.bytes))
  }

  private func object(_ edition: Edition, _ path: String) throws -> [String: Any] {
    let file = try #require(edition.file(at: path))
    return try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
  }
}

func text(_ edition: Edition, _ path: String) throws -> String {
  String(decoding: try #require(edition.file(at: path), "no \(path)").bytes, as: UTF8.self)
}
