import Foundation
import Testing

/// The built regional editions against the published tables, cell by cell.
@Suite struct `Regional editions` {
  /// What a published cell says: which number of what, where. A dimension without a value says nothing and is left out.
  struct Statement: Hashable {
    var figure: String
    var measure: String
    var dimensions: Set<String>
    var value: String
    var unit: String
    var isTotal: Bool

    init(_ row: LongTable.Row) {
      (figure, measure, value, unit, isTotal) = (row.figure, row.measure, row.value, row.unit, row.isTotal)
      dimensions = Set(row.dimensions.filter { !$0.value.isEmpty }.map { "\($0.name) = \($0.value)" })
    }
  }

  static let proven: Set<String> = ["printed", "reassembled"]

  /// How many published cells are proven.
  static let counts = ["2021": 62, "2022": 69, "2024": 42]

  @Test(arguments: RegionalEdition.years) func `repeat every published cell that is proven`(_ year: String) throws {
    var compared = 0
    for (name, published) in try RegionalEdition.published(year) {
      let rows = published.rows.filter { Self.proven.contains($0.status) }
      guard !rows.isEmpty else { continue }
      let built = Set(try RegionalEdition.table(name, year).rows.map(Statement.init))
      for row in rows { #expect(built.contains(Statement(row)), "\(year), \(row.key) = \(row.value) \(row.unit)") }
      compared += rows.count
    }
    #expect(compared == Self.counts[year])
  }

  @Test(arguments: RegionalEdition.years) func `repeat every inferred cell too`(_ year: String) throws {
    for (name, published) in try RegionalEdition.published(year) {
      let rows = published.rows.filter { $0.status == "inferred" }
      guard !rows.isEmpty else { continue }
      let built = Set(try RegionalEdition.table(name, year).rows.map(Statement.init))
      for row in rows { #expect(built.contains(Statement(row)), "\(year), \(row.key) = \(row.value) \(row.unit)") }
    }
  }

  @Test(arguments: RegionalEdition.years) func `make no number of digits that nobody can assign`(
    _ year: String
  ) throws {
    for (name, published) in try RegionalEdition.published(year) {
      let lost = published.rows.filter { $0.status == "unassigned" && !$0.value.isEmpty }
      guard !lost.isEmpty else { continue }
      let built = Set(try RegionalEdition.table(name, year).rows.map(Statement.init))
      for row in lost { #expect(!built.contains(Statement(row)), "\(year), \(row.key)") }
    }
  }

  @Test func `tell zero from what was not delivered`() throws {
    let rows = try RegionalEdition.table("nla-figuren", "2022").rows
    let zero = try #require(rows.first { $0.measure == "afgeronde onderzoeken met vastgestelde ernstige benadeling" })
    #expect(zero.value == "0")
    #expect(zero.status == "exact")
    let missing = try #require(rows.first { $0.measure == "meldingen arbeidsuitbuiting" })
    #expect(missing.value == "")
    #expect(missing.status == "notDelivered")
  }

  @Test func `lay age classes of partners side by side only where they fit`() throws {
    let rows = try RegionalEdition.table("leeftijd-vergelijking", "2022").rows
    let clients = rows.filter { $0.dimensions.first?.value == "cliënten van het ESSM" }
    #expect(clients.map(\.value) == ["23", "", ""])
    #expect(clients.map(\.status) == ["exact", "notDerivable", "notDerivable"])
    let name = "en/figures/leeftijd-vergelijking.html"
    let page = try #require(RegionalEdition.pages("2022").first { $0.path == name })
    #expect(page.text.contains("counts in other classes"))
  }

  @Test func `read a workbook as they read text`() throws {
    let deliveries = RegionalEdition.folder("2022").appending(path: "deliveries")
    let files = try FileManager.default.contentsOfDirectory(atPath: deliveries.path).sorted()
    #expect(files.contains("gemeente-rotterdam-2022.xlsx"))
    let sites = try RegionalEdition.table("bouwcontroles", "2022").rows.filter { $0.measure == "bezochte bouwlocaties" }
    #expect(sites.map(\.value) == ["7", "20", "24", "51"])
  }

  @Test(arguments: zip(RegionalEdition.years, [("schatting", 25), ("overig", 23), ("overig", 23)]))
  func `count as many municipalities as were members`(_ year: String, _ members: (table: String, count: Int)) throws {
    let rows = try RegionalEdition.table(members.table, year).rows
    let delivered = try #require(rows.first { $0.unit == "gemeenten" })
    #expect(delivered.value == String(members.count))
    let answer = try BuiltProgram.run(["areas", RegionalEdition.folder(year).path])
    #expect(answer.exitCode == 0, "\(answer.complaints)")
    #expect(answer.output.prefix { $0 != "\n" }.contains(": \(members.count) gebieden"))
  }

  @Test(arguments: RegionalEdition.years) func `say on every page that the deliveries are reconstructed`(
    _ year: String
  ) throws {
    for (path, text) in try RegionalEdition.pages(year) {
      #expect(text.contains("gereconstrueerd") || text.contains("reconstructed"), "\(year), \(path)")
    }
  }

  @Test func `take the words for the rise of 2024 from its thresholds`() throws {
    let pages = try RegionalEdition.pages("2024")
    let dutch = pages.filter { $0.text.contains("sterk gestegen") }
    let english = pages.filter { $0.text.contains("risen sharply") }
    #expect(!dutch.isEmpty)
    #expect(!english.isEmpty)
    for (path, text) in pages {
      #expect(!text.contains("lichte stijging") && !text.contains("licht gestegen"), "\(path)")
      #expect(!text.contains("slight rise") && !text.contains("risen slightly"), "\(path)")
    }
  }
}
