import Invented
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// Workbooks that went wrong without a word, or with one that nobody could use, each with what is right.
@Suite struct WorkbookCaseTests {
  // MARK: A cell has a value and what it shows

  @Test func `a key is what its cell shows`() throws {
    let file = try FileMonitor.read(FileMonitor.book(["nummer": "<c s='2'><v>123</v></c>"], formats: ["00000"]))
    #expect(file.told == [])
    #expect(file.keys == ["00123"])
    let plain = try FileMonitor.read(FileMonitor.book(["nummer": "<c><v>123</v></c>"]))
    #expect(plain.keys == ["123"])
  }

  @Test func `a number is its value, whatever its cell shows`() throws {
    let file = try FileMonitor.read(
      FileMonitor.book(
        ["leeftijd": "<c s='2'><v>20</v></c>", "bedrag": "<c s='3'><v>1500</v></c>", "gewicht": "<c><v>1.234</v></c>"],
        formats: ["000", "Standaard"]))
    #expect(file.told == ["nothing-taken", "number-format 2 gewicht"])
    let good = try FileMonitor.read(
      FileMonitor.book(
        [
          "leeftijd": "<c s='2'><v>20</v></c>", "bedrag": "<c s='3'><v>1500</v></c>",
          "gewicht": "<c><v>15.000000000000002</v></c>",
        ], formats: ["000", "Standaard"]))
    #expect(good.told == [])
    #expect([good.number("age"), good.number("amount"), good.number("weight")] == [20, 1_500, 150])
  }

  @Test func `text in a workbook is read as text anywhere`() throws {
    let file = try FileMonitor.read(FileMonitor.book(["bedrag": FileMonitor.text("1.000")]))
    #expect(file.told == ["nothing-taken", "number-ambiguous 2 bedrag"])
  }

  @Test(arguments: [("1", 3), ("0", nil)] as [(String, Int?)])
  func `a truth value is the word that its cell shows`(_ value: String, _ place: Int?) throws {
    let file = try FileMonitor.read(FileMonitor.book(["plaats": "<c t='b'><v>\(value)</v></c>"]))
    #expect(file.place == place)
    #expect(file.told == (place == nil ? ["nothing-taken", "unknown-answer 2 plaats"] : []))
  }

  @Test func `a cell in per cent is asked where a number belongs`() throws {
    let file = try FileMonitor.read(FileMonitor.book(["gewicht": "<c s='2'><v>0.5</v></c>"], formats: ["0%"]))
    #expect(file.told == ["nothing-taken", "number-format 2 gewicht"])
    #expect(
      file.report.findings[1].message.en == "here is a percentage; this column asks for a number (kg).")
  }

  @Test(arguments: [(0.1, "10.0"), (0.5, "50.0"), (1, "100.0"), (0.125, "12.5"), (0.07, "7.0")] as [(Double, String)])
  func `a share of counts is the per cent that its cell shows`(_ value: Double, _ shown: String) throws {
    let cells = "Aandeel minderjarig;2024;;;;;;".split(separator: ";", omittingEmptySubsequences: false)
    let row = "<row>" + cells.map { FileMonitor.text(String($0)) }.joined() + "<c s='2'><v>\(value)</v></c></row>"
    let others = SmallCounts.lines.dropFirst().filter { !$0.hasPrefix("Aandeel") }.map { line in
      "<row>"
        + line.split(separator: ";", omittingEmptySubsequences: false).map { FileMonitor.text(String($0)) }.joined()
        + "</row>"
    }
    let header =
      "<row>" + SmallCounts.header.split(separator: ";").map { FileMonitor.text(String($0)) }.joined() + "</row>"
    let reader = DeliveryReader(monitor: SmallCounts.monitor, source: SmallCounts.monitor.sources[0])
    let report = try reader.validate(
      bytes: FileMonitor.book(header + row + others.joined(), formats: ["0.0%"]).bytes, fileName: "a.xlsx")
    let share = report.reported?.cells.first { $0.place.table == "share" }
    #expect(share?.value.quantity?.plain == shown)
    #expect(report.rowsSetAside == 0)
  }

  @Test func `a cell with a day and a time is its day`() throws {
    let file = try FileMonitor.read(
      FileMonitor.book(["datum": "<c s='2'><v>43221.604166666664</v></c>"], formats: ["dd-mm-yyyy hh:mm"]))
    #expect(file.told == ["time-left-out 2 datum"])
    #expect(file.day == "2018-05-01")
  }

  // MARK: Formulas

  @Test func `a formula without a kept result has a finding of its own`() throws {
    let file = try FileMonitor.read(
      FileMonitor.book(["bedrag": "<c><f>10+10</f><v/></c>", "leeftijd": "<c><f>10+10</f><v>20</v></c>"]))
    #expect(file.told == ["formulas", "nothing-taken", "formula-without-result 2 bedrag"])
    #expect(file.report.findings[0].message.en == "one cell holds a formula; the result last kept was read.")
    let key = try FileMonitor.read(FileMonitor.book(["nummer": "<c><f>A9</f></c>"]))
    #expect(key.told == ["nothing-taken", "formula-without-result 2 nummer", "without-key 2 nummer"])
    let empty = try FileMonitor.read(FileMonitor.book(["plaats": "<c t='str'><f>\"\"</f><v></v></c>"]))
    #expect(empty.told == ["formulas"])
  }

  // MARK: Sheets

  private static func sheets(_ sheets: (name: String, state: String, rows: String)...) throws -> FileMonitor.Reading {
    try FileMonitor.read(FileMonitor.book(sheets: sheets), name: "a.xlsx")
  }

  private static let head = FileMonitor.headerRow
  private static func row(_ key: String) -> String { FileMonitor.cells(["nummer": FileMonitor.text(key)]) }

  @Test func `of two filled sheets one is read and the other is said`() throws {
    let file = try Self.sheets(
      ("Januari", "visible", Self.head + Self.row("J1")),
      ("Februari", "visible", Self.head + Self.row("F1") + Self.row("F2")))
    #expect(file.told == ["other-sheet"])
    #expect(file.keys == ["J1"])
    #expect(
      file.report.findings[0].message.nl
        == "gelezen is werkblad `Januari`; werkblad `Februari` heeft ook kolommen van het sjabloon, met 2 rijen, en is "
        + "niet gelezen.")
    #expect(!file.report.isClean)
  }

  @Test func `a sheet that is shown comes before a hidden one of the template's name`() throws {
    let file = try Self.sheets(
      ("Gegevens", "hidden", Self.head + Self.row("H1")), ("Blad1", "visible", Self.head + Self.row("V1")))
    #expect(file.told == ["other-sheet"])
    #expect(file.keys == ["V1"])
    #expect(file.report.findings[0].message.en.contains("the hidden sheet `Gegevens`"))
  }

  @Test func `a filled sheet comes before an empty one of the template's name`() throws {
    let file = try Self.sheets(
      ("Gegevens", "visible", Self.head), ("Eigen", "visible", Self.head + Self.row("E1")))
    #expect(file.told == ["empty-sheet"])
    #expect(file.keys == ["E1"])
  }

  @Test func `a hidden filled sheet is not read in silence beside an empty one`() throws {
    let file = try Self.sheets(
      ("Gegevens", "hidden", Self.head + Self.row("H1")), ("Blad1", "visible", Self.head))
    #expect(file.told == ["other-sheet", "no-records", "no-period"])
    #expect(file.keys == [])
  }

  @Test func `a hidden sheet is read when no other has the columns, and said`() throws {
    let file = try Self.sheets(
      ("Uitleg", "visible", "<row>\(FileMonitor.text("Let op"))</row>"),
      ("Data", "veryHidden", Self.head + Self.row("H1")))
    #expect(file.told == ["hidden-sheet"])
    #expect(file.keys == ["H1"])
  }

  @Test func `the template's own sheets are no others`() throws {
    let explained = FileMonitor.headers.map { "<row>\(FileMonitor.text($0))\(FileMonitor.text("uitleg"))</row>" }
    let file = try Self.sheets(
      ("Gegevens", "visible", Self.head + Self.row("E1")), ("Toelichting", "visible", explained.joined()),
      ("Keuzelijsten", "hidden", "<row>\(FileMonitor.text("arbeid"))</row>"))
    #expect(file.told == [])
  }

  // MARK: OpenDocument

  private static func open(_ changes: [String: String] = [:], hasType: Bool = true) throws -> FileMonitor.Reading {
    typealias ODS = OpenDocument
    let good = [
      ODS.text("P1"), ODS.cell("float", "2018", shown: "2018"), ODS.text("arbeid"),
      ODS.cell("float", "20", shown: "20"),
      ODS.cell("currency", "500", shown: "€ 500,00"), ODS.cell("float", "1.5", shown: "1,5"),
      ODS.cell("date", "2018-05-01", shown: "01-05-18"), ODS.text("cliënt thuis"), "<table:table-cell/>",
    ]
    let row = zip(FileMonitor.headers, good).map { changes[$0] ?? $1 }.joined()
    let rows = [FileMonitor.headers.map(ODS.text).joined(), row]
    return try FileMonitor.read(ODS.file(ODS.table("Blad1", rows), hasType: hasType), name: "a.ods")
  }

  @Test func `an ODS file without its type is one all the same`() throws {
    let file = try Self.open(hasType: false)
    #expect(file.told == [])
    #expect(file.day == "2018-05-01")
    #expect(file.number("amount") == 500)
  }

  @Test func `cells of an ODS file have a value and what they show too`() throws {
    let file = try Self.open([
      "nummer": OpenDocument.cell("float", "123", shown: "00123"),
      "datum": OpenDocument.cell("date", "2018-05-01T14:30:00", shown: "01-05-18 14:30"),
      "plaats": OpenDocument.cell("boolean", "true", shown: "WAAR"),
      "bedrag": OpenDocument.cell("float", "1234", shown: "1.234"),
    ])
    #expect(file.told == ["time-left-out 2 datum"])
    #expect(file.keys == ["00123"])
    #expect((file.place, file.number("amount")) == (3, 1_234))
    let percent = try Self.open(["gewicht": OpenDocument.cell("percentage", "0.5", shown: "50%")])
    #expect(percent.told == ["nothing-taken", "number-format 2 gewicht"])
    let formula = try Self.open(["bedrag": "<table:table-cell table:formula='of:=1+1'/>"])
    #expect(formula.told == ["nothing-taken", "formula-without-result 2 bedrag"])
  }
}
