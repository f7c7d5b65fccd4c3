@testable import Linkage
@testable import Classification
import Disclosure
import Model
import Testing

@testable import Reporting
@testable import Tabulation

/// Calls by year and by kind of one centre: two figures that share one table of the open data.
private enum Centre {
  static func text(_ nl: String, _ en: String) -> LocalizedText { LocalizedText(nl: nl, en: en) }

  static let unit = UnitOfCount(name: "call", label: text("meldingen", "calls"), repeats: .asDelivered)
  static let year = text("jaar", "year")
  static let change = Figure.SeriesBreak(
    year: 2024, reason: text("Sinds 2024 voor de hele regio.", "Since 2024 for the whole region."))

  static let source = Source(
    name: "centre", label: text("het centrum", "the centre"), group: "", definition: text("Wie belt.", "Who calls."),
    lane: .countOnly, grounds: [], columns: [],
    tables: [
      CountTable(
        name: "calls", label: text("Meldingen", "Calls"), explanation: text("Elk gesprek telt.", "Every call counts."),
        unit: "call", axes: [], years: [2023, 2024])
    ])

  static var monitor: Monitor {
    var monitor = InventedEdition.monitor()
    monitor.sources = [source]
    monitor.units = [unit]
    monitor.figures = [
      Figure(
        id: "per-jaar", title: text("Per jaar", "By year"), measure: text("meldingen", "calls"), unit: unit,
        numbers: .delivered(.init(rows: .whole(of: .init(source: "centre", table: "calls"), total: nil), panels: [])),
        dataset: "meldingen")
    ]
    return monitor
  }

  static var byYear: ConfidentialTable {
    let row = TableShape.RowHeader(
      key: "total", name: nil, label: text("meldingen", "calls"), measure: text("meldingen", "calls"),
      unit: .named(unit.label), isTotal: true)
    let columns = ["2023", "2024"].map {
      TableShape.ColumnHeader(key: $0, name: year, label: LocalizedText($0), panel: 0)
    }
    let shape = TableShape(
      figure: "per-jaar", title: text("Per jaar", "By year"), unit: unit, rows: [row], columns: columns,
      panels: [year], chart: .lines, sourceLine: text("Bron", "Source"), notes: [], dataset: "meldingen",
      breaks: [change])
    return ConfidentialTable(
      shape: shape,
      cells: [[Cell(.notDelivered, rung: .observed), Cell(.exact(Quantity(179)), rung: .observed)]])
  }

  static var byKind: ConfidentialTable {
    let row = TableShape.RowHeader(
      key: "sexual", name: text("soort", "kind"), label: text("seksueel", "sexual"),
      measure: text("naar soort", "by kind"), unit: .named(unit.label))
    let column = TableShape.ColumnHeader(
      key: "adult", name: text("leeftijd", "age"), label: text("volwassen", "adult"), panel: 0)
    let shape = TableShape(
      figure: "naar-soort", title: text("Naar soort", "By kind"), unit: unit, rows: [row], columns: [column],
      panels: [text("leeftijd", "age")], chart: .none, sourceLine: text("Bron", "Source"), notes: [],
      dataset: "meldingen", constants: [.init(name: year, label: LocalizedText("2024"))])
    return ConfidentialTable(shape: shape, cells: [[Cell(.provisional(Quantity(57)), rung: .observed)]])
  }

  static func edition() throws -> Edition {
    let delivery = DeliverySummary(
      source: "centre", period: "2024", version: 1, fileName: "centrum-2024.csv", checksum: "ab12", rowsRead: 2,
      rowsTaken: 2, rowsSetAside: 0, rowsMovedDown: 0)
    let account = ConfidentialAccount(
      deliveries: [delivery],
      links: LinkReport(notifications: 0, withoutPerson: 0, cases: 0, persons: 0, conflicts: []),
      classification: ClassificationReport(), years: 2024...2024, findings: [], grid: .empty)
    let publication = Publication(
      of: [byYear, byKind], account: account,
      under: .publishAsIs(reason: text("Alles is verzonnen.", "All is invented.")))
    return try Edition(
      of: publication, imprint: Imprint(monitor: monitor, version: "1.2.3"), checksum: InventedEdition.checksum)
  }

  static func file(_ path: String) throws -> String {
    String(decoding: try #require(try edition().file(at: path)).bytes, as: UTF8.self)
  }
}

@Suite struct DatasetTests {
  @Test func `figures that share a dataset are lines of one file, constants last and no number where there is none`()
    throws
  {
    let expected = """
      figure,measure,dim1,dim1_value,dim2,dim2_value,dim3,dim3_value,value,unit,is_total,status,line,note
      meldingen,meldingen,jaar,2023,,,,,,meldingen,1,notDelivered,,observed
      meldingen,meldingen,jaar,2024,,,,,179,meldingen,1,exact,,observed
      meldingen,naar soort,soort,seksueel,leeftijd,volwassen,jaar,2024,57,meldingen,0,provisional,,observed

      """
    #expect(try Centre.file("tables/meldingen.csv") == expected)
    #expect(try Centre.edition().files.filter { $0.path.hasPrefix("tables/") }.count == 2)
  }

  @Test func `one file of metadata speaks for all its figures, with the break`() throws {
    let metadata = try Centre.file("tables/meldingen.csv-metadata.json")
    #expect(metadata.contains("\"Per jaar\"") && metadata.contains("\"Naar soort\""))
    #expect(metadata.contains("Sinds 2024 voor de hele regio."))
    #expect(metadata.contains("\"dc:identifier\": \"bezoek-2020/meldingen\""))
    #expect(metadata.matches(of: /Geteld zoals de partner telt/).count == 1)
  }

  @Test func `a page says not delivered in words, marks the break, and tells whose table it is`() throws {
    let page = try Centre.file("figuren/per-jaar.html")
    #expect(page.contains("<td class=\"figure absent\">niet geleverd</td>"))
    #expect(
      page.contains("<th scope=\"col\" class=\"figure break\">2024<span class=\"break-mark\" aria-hidden=\"true\"> ≠"))
    #expect(page.contains("Vanaf 2024 niet vergelijkbaar met eerder. Sinds 2024 voor de hele regio."))
    #expect(page.contains("tabel ‘Meldingen’ (meldingen) van het centrum, geleverd in centrum-2024.csv."))
    #expect(page.contains("Wie is volgens het centrum slachtoffer? Wie belt."))
    #expect(page.contains("Elk gesprek telt."))
    #expect(page.contains("href=\"../tables/meldingen.csv\""))
  }
}
