import Charts
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Model
import Testing

@Suite struct ChartTests {
  static let kinds: [ChartKind] = [.stackedBars, .lines, .rankedBars, .topTable]

  @Test(arguments: kinds)
  func `draws a table the same way every time, as it was drawn before`(_ kind: ChartKind) throws {
    let table = InventedTable.plain(kind).published
    let chart = try #require(Chart(of: table, in: .nl))
    #expect(chart == Chart(of: table, in: .nl))
    try expectSnapshot(chart.wide.rendered, named: "\(kind.rawValue)-wide.svg")
    try expectSnapshot(chart.narrow.rendered, named: "\(kind.rawValue)-narrow.svg")
  }

  @Test(arguments: kinds)
  func `is well-formed XML without styles or scripts, with a role, a title and a description`(_ kind: ChartKind) throws
  {
    var table = InventedTable.plain(kind)
    table.rows[0].key = "<script>\"&'"
    for language in Language.allCases {
      let chart = try #require(Chart(of: table.published, in: language))
      for drawing in [chart.wide.rendered, chart.narrow.rendered] {
        #expect(XMLParser(data: Data(drawing.utf8)).parse())
        #expect(!drawing.contains(" style="))
        #expect(!drawing.contains("<script"))
        #expect(drawing.contains("role=\"img\""))
        #expect(drawing.contains("<title id=") && drawing.contains("<desc id="))
      }
    }
  }

  @Test func `a table that asks for no chart or has no rows has none`() {
    #expect(Chart(of: InventedTable.plain(.none).published, in: .nl) == nil)
    #expect(Chart(of: InventedTable(rows: [], columns: ["2020"]).published, in: .nl) == nil)
    #expect(Thumbnail(of: InventedTable(rows: [], columns: ["2020"]).published) == nil)
  }

  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars])
  func `a withheld number is shown as withheld, and nothing else is`(_ kind: ChartKind) throws {
    var table = InventedTable(
      chart: kind,
      rows: [
        ("A", [Cell(.suppressed(.primary), rung: .observed)]), ("B", [Cell(.exact(Quantity(7)), rung: .observed)]),
      ], columns: ["2020"])
    for drawing in try drawings(of: table) { #expect(drawing.contains(">×<")) }
    table.rows[0].cells = [Cell(.notDelivered, rung: .observed)]
    for drawing in try drawings(of: table) {
      #expect(drawing.contains(">?<"))
      #expect(!drawing.contains(">×<"))
    }
  }

  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars])
  func `an estimate shows its interval`(_ kind: ChartKind) throws {
    let estimate = CellValue.estimate(Quantity(100), lower: Quantity(80), upper: Quantity(130), percent: 95)
    var table = InventedTable(chart: kind, rows: [("A", [Cell(estimate, rung: .estimated)])], columns: ["2020"])
    for drawing in try drawings(of: table) { #expect(drawing.contains("class=\"interval\"")) }
    table.rows[0].cells = InventedTable.counts(100)
    for drawing in try drawings(of: table) { #expect(!drawing.contains("class=\"interval\"")) }
  }

  @Test func `ranked bars stand from large to small, with unknown last`() throws {
    let table = InventedTable(
      chart: .rankedBars,
      rows: [
        ("klein", InventedTable.counts(2)), ("unknown", InventedTable.counts(9)), ("groot", InventedTable.counts(5)),
      ],
      columns: ["2020"])
    for drawing in try drawings(of: table) {
      let places = try ["Groot", "Klein", "Unknown"].map { try #require(drawing.range(of: ">\($0)<")).lowerBound }
      #expect(places == places.sorted())
    }
  }

  @Test func `ranks appear where the table has them`() throws {
    let ranked = Cell(.exact(Quantity(9)), rung: .observed, rank: 1)
    let table = InventedTable(
      chart: .topTable, rows: [("A", [ranked]), ("B", InventedTable.counts(3))], columns: ["2020"])
    for drawing in try drawings(of: table) { #expect(drawing.components(separatedBy: "<circle").count == 2) }
  }

  private func drawings(of table: InventedTable) throws -> [String] {
    let chart = try #require(Chart(of: table.published, in: .nl))
    return [chart.wide.rendered, chart.narrow.rendered]
  }
}

/// Compares with a file beside the tests. With `ZICHT_RECORD_SNAPSHOTS=1` in the environment the file is written anew.
private func expectSnapshot(_ text: String, named name: String) throws {
  if ProcessInfo.processInfo.environment["ZICHT_RECORD_SNAPSHOTS"] == "1" {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    try (text + "\n").write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
  }
  let place = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: nil))
  #expect(try String(contentsOf: place, encoding: .utf8) == text + "\n", "\(name) differs from what was drawn before")
}
