@testable import Sheets
import Invented
import Foundation
@testable import Model
import Testing

@testable import Deliveries

@Suite struct `A template of counts` {
  private let monitor = SmallCounts.monitor
  private let source = SmallCounts.source

  private static func text(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func `has a row for every number, in the order of the tables`() {
    let lines = Self.text(DeliveryTemplate.csv(for: source, in: monitor)).filter { !$0.contains("# ") }
    let empty = SmallCounts.lines.map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).prefix(8).joined(separator: ";") + ";;;"
    }
    #expect(lines == [SmallCounts.header] + empty.dropFirst())
  }

  @Test func `of an earlier year asks no later ones, and only categories of that year`() {
    let lines = Self.text(DeliveryTemplate.csv(for: source, in: monitor, period: 2023)).filter { !$0.contains("#") }
    #expect(lines.count == 6)
    #expect(lines.last == "Deze levering is volledig;2023;;;;;;;;;")
    let ages = CountTable(
      name: "a", label: LocalizedText("a"), unit: "contact", axes: source.tables[1].axes, years: [2023, 2024])
    #expect(ages.rows(in: 2023, monitor.codebook) == [[0], [1]])
    #expect(ages.rows(in: 2024, monitor.codebook) == [[0], [2]])
  }

  @Test func `holds what was delivered before, of the same year or of the year before`() throws {
    let cells = [
      ReportedCell(CountPlace(table: "by-kind", year: 2023, words: [0]), .number(Quantity(30)), sourceRow: 2),
      ReportedCell(CountPlace(table: "by-kind", year: 2023, words: [1]), .notRecorded, sourceRow: 3),
    ]
    let before = ReportedCounts(source: "centrum", period: "2023", isDeclaredComplete: true, cells: cells)
    let lines = Self.text(DeliveryTemplate.csv(for: source, in: monitor, previous: before))
    #expect(lines.contains("Contacten naar soort;2023;soort;seks;;;;;;30;"))
    #expect(lines.contains("Contacten naar soort;2024;soort;seks;;;;;;30;"))
    #expect(lines.contains("Contacten naar soort;2024;soort;arbeid;;;;;;;"))
  }

  @Test func `explains the definition, the units and when the same thing counts again`() throws {
    let sheets = DeliveryTemplate.sheets(for: source, in: monitor)
    #expect(sheets.map(\.name) == ["Gegevens", "Toelichting"])
    let told = sheets[1].rows.flatMap { $0 }.compactMap { cell -> String? in
      if case .text(let text) = cell.value { text } else { nil }
    }
    for text in ["Ieder die zich meldt.", "contacten", "Elk contact telt opnieuw.", "procenten"] {
      #expect(told.contains(text), "\(text)")
    }
    let lines = Self.text(DeliveryTemplate.csv(for: source, in: monitor)).filter { $0.contains("# ") }
    #expect(lines.contains { $0.contains("Ieder die zich meldt.") })
  }

  @Test func `takes numbers that can be and words for none, and nothing is typed over its words`() throws {
    let sheet = try #require(DeliveryTemplate.sheets(for: source, in: monitor).first)
    #expect(sheet.openColumns == [9, 11])
    let first = try #require(sheet.checks.first)
    #expect((first.column, first.firstRow, first.lastRow) == (9, 2, 9))
    #expect(
      first.formula
        == #"=OR(AND(ISNUMBER(I2),I2>=0,I2=INT(I2)),I2="onbekend",I2="niet geregistreerd",I2="niet geleverd")"#)
    #expect(
      first.message
        == "Hier hoort een geheel getal (0 als er geen was), of: onbekend, niet geregistreerd, niet geleverd.")
    #expect(sheet.checks.last?.lastRow == SmallCounts.lines.count - 1)
    let unknown = try SmallCounts.read(SmallCounts.lines.map { $0.replacing(";30;", with: ";onbekend;") })
    #expect(unknown.reported?.cells.count { $0.value == .notRecorded } == 2)
  }

  @Test func `as a workbook, filled in, is a good delivery`() throws {
    var sheets = DeliveryTemplate.sheets(for: source, in: monitor)
    for row in sheets[0].rows.indices.dropFirst() {
      let text = SmallCounts.lines[row].split(separator: ";", omittingEmptySubsequences: false)[8]
      let other = text == "12,5" ? WorkbookCell(.decimal(12.5)) : .text(String(text))
      sheets[0].rows[row][8] = Int(text).map { WorkbookCell(.integer($0)) } ?? other
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("zicht-\(UUID().uuidString).xlsx").path
    defer { unlink(path) }
    try WorkbookWriter(title: "Proef").write(sheets, to: path)
    let report = try DeliveryReader(monitor: monitor, source: source).validate(contentsOf: path)
    #expect(report.findings == [])
    #expect(report.reported == (try SmallCounts.read().reported))
  }
}
