import Invented
import Testing

@testable import Deliveries
@testable import Model
@testable import Sheets

/// Files as other programs make them, described in `docs/delivered-files.md` and made again here: the same two rows.
@Suite struct MakerTests {
  private static let header = FileMonitor.header

  private func expectGood(_ file: FileMonitor.Reading, told: [String] = []) {
    #expect(file.told == told)
    #expect(file.keys == ["P1", "P2"])
    #expect(file.report.rowsTaken == 2)
    #expect(file.day == "2018-05-01")
    #expect([file.number("age"), file.number("amount"), file.number("weight")] == [20, 500, 15])
    #expect(file.place == 0)
  }

  private static func two(_ changes: [String: String] = [:]) -> String {
    FileMonitor.headerRow + FileMonitor.cells(changes)
      + FileMonitor.cells(changes.merging(["nummer": FileMonitor.text("P2")]) { $1 })
  }

  @Test func `Excel for Mac counts days from 1904 and keeps an extension beside it`() throws {
    let extras =
      "<extLst><ext uri='{140A7094}' xmlns:x15='\(WorkbookNamespace.extension2010)'><x15:workbookPr "
      + "chartTrackingRefBase='1'/></ext></extLst>"
    let rows = Self.two(["datum": "<c s='1'><v>41759</v></c>"])
    expectGood(
      try FileMonitor.read(FileMonitor.book(rows, properties: "date1904='1'", extras: extras).bytes, name: "a.xlsx"))
  }

  /// Google Sheets leaves out the part `mimetype` and writes more namespaces than it uses.
  @Test func `Google Sheets writes ODS without its type`() throws {
    func row(_ key: String) -> String {
      [
        OpenDocument.text(key), OpenDocument.cell("float", "2018", shown: "2018"), OpenDocument.text("arbeid"),
        "<table:table-cell office:value-type='float' office:value='20'/>",
        OpenDocument.cell("float", "500.0", shown: "500"), OpenDocument.cell("float", "1.5", shown: "1,5"),
        OpenDocument.cell("date", "2018-05-01", shown: "1-5-2018"), OpenDocument.text("cliënt thuis"),
      ].joined()
    }
    let rows = [FileMonitor.headers.map(OpenDocument.text).joined(), row("P1"), row("P2")]
    expectGood(
      try FileMonitor.read(OpenDocument.file(OpenDocument.table("Blad1", rows), hasType: false), name: "a.ods"))
  }

  /// LibreOffice fills the sheet to its end with one repeated row, and writes truth values as formulas in XLSX.
  @Test func `LibreOffice repeats the last row to the end of the sheet`() throws {
    func row(_ key: String) -> String {
      [
        OpenDocument.text(key), OpenDocument.cell("float", "2018", shown: "2018"), OpenDocument.text("arbeid"),
        OpenDocument.cell("float", "20", shown: "20"), OpenDocument.cell("currency", "500", shown: "€ 500,00"),
        OpenDocument.cell("float", "1.5", shown: "1,5"), OpenDocument.cell("date", "2018-05-01", shown: "01-05-18"),
        OpenDocument.text("cliënt<text:s/>thuis"), "<table:table-cell table:number-columns-repeated='16376'/>",
      ].joined()
    }
    let rows = [FileMonitor.headers.map(OpenDocument.text).joined(), row("P1"), row("P2")]
    let table = OpenDocument.table("Blad1", rows).replacing(
      "</table:table>",
      with: "<table:table-row table:number-rows-repeated='1048573'><table:table-cell "
        + "table:number-columns-repeated='16384'/></table:table-row></table:table>")
    expectGood(try FileMonitor.read(OpenDocument.file(table), name: "a.ods"))
    let truth = try FileMonitor.read(FileMonitor.book(["plaats": "<c t='b'><f>TRUE()</f><v>1</v></c>"]))
    #expect((truth.told, truth.place) == ([], 3))
  }

  /// KoboToolbox: moments with a zone as text, a column of row numbers, repeat groups on sheets of their own.
  @Test func `KoboToolbox gives moments and sheets of repeats`() throws {
    let moment = ["datum": FileMonitor.text("2018-05-01T09:15:00.000+02:00")]
    let repeats =
      "<row>\(FileMonitor.text("_parent_index"))\(FileMonitor.text("opmerking"))</row><row><c><v>1</v></c></row>"
    let bytes = FileMonitor.book(sheets: [("formulier", "visible", Self.two(moment)), ("kind", "visible", repeats)])
    expectGood(try FileMonitor.read(bytes, name: "a.xlsx"), told: ["time-left-out 2 datum", "time-left-out 3 datum"])
  }

  @Test func `ODK Central gives moments in CSV with commas`() throws {
    let lines = [
      FileMonitor.headers.joined(separator: ","), "P1,2018,arbeid,20,500,1.5,2018-05-01T07:15:00.000Z,cliënt thuis,",
      "P2,2018,arbeid,20,500,1.5,2018-05-01T07:15:00.000Z,cliënt thuis,",
    ]
    expectGood(
      try FileMonitor.read(Array(lines.joined(separator: "\n").utf8)),
      told: ["time-left-out 2 datum", "time-left-out 3 datum"])
  }

  /// openxlsx writes every number with a style and a decimal point, and dates as days.
  @Test func `openxlsx of R writes shared strings and numbers with a point`() throws {
    expectGood(
      try FileMonitor.read(
        FileMonitor.book(
          Self.two(["bedrag": "<c s='2'><v>500.0</v></c>", "jaar": "<c><v>2018.0</v></c>"]), formats: ["0.00"]
        )
        .bytes, name: "a.xlsx"))
  }

  /// writexl writes inline strings and every day as a moment.
  @Test func `writexl of R writes days as moments`() throws {
    expectGood(
      try FileMonitor.read(
        FileMonitor.book(Self.two(["datum": "<c s='2'><v>43221</v></c>"]), formats: ["yyyy-mm-dd HH:mm:ss UTC"]).bytes,
        name: "a.xlsx"))
  }

  /// pandas puts its index in a first column without a name, and writes days as moments of midnight.
  @Test func `pandas puts an index before the table`() throws {
    let rows = Self.two(["datum": "<c s='2'><v>43221</v></c>"]).split(separator: "<row>").enumerated().map {
      place, row in
      "<row>" + (place == 0 ? "<c/>" : "<c><v>\(place - 1)</v></c>") + row
    }.joined()
    expectGood(
      try FileMonitor.read(FileMonitor.book(rows, formats: ["YYYY-MM-DD HH:MM:SS"]).bytes, name: "a.xlsx"))
  }

  @Test func `openpyxl keeps formulas without results`() throws {
    let file = try FileMonitor.read(
      FileMonitor.book(Self.two(["bedrag": "<c><f>SUM(D2:D3)</f><v/></c>"])).bytes, name: "a.xlsx")
    #expect(file.told == ["nothing-taken", "formula-without-result 2 bedrag", "formula-without-result 3 bedrag"])
  }

  /// Numbers puts a summary before the tables, and the name of a table in a row above its head.
  @Test func `Numbers puts the name of the table above it`() throws {
    let summary = "<row>\(FileMonitor.text("This document was exported from Numbers."))</row>"
    let bytes = FileMonitor.book(sheets: [
      ("Export Summary", "visible", summary),
      ("Sheet 1 - Tabel 1", "visible", "<row>\(FileMonitor.text("Tabel 1"))</row>" + Self.two()),
    ])
    let file = try FileMonitor.read(bytes, name: "a.xlsx")
    #expect(file.told == ["no-header 2"])
    #expect(file.report.findings[0].message.en == "the column names stand in row 2 and not in the first row.")
    let named = FileMonitor.book(sheets: [("Export Summary", "visible", summary), ("Tabel", "visible", Self.two())])
    expectGood(try FileMonitor.read(named, name: "a.xlsx"))
  }

  /// SPSS pads numbers with blanks, with the decimals of the variable, and days by the name of a month.
  @Test func `SPSS pads its numbers`() throws {
    func row(_ key: String) -> String { "\(key);    2018;arbeid;   20,00;  500,00;    1,50;01.05.2018;cliënt thuis;" }
    expectGood(try FileMonitor.read("\u{FEFF}" + Self.header, row("P1"), row("P2")))
    let named = try FileMonitor.read(Self.header, row("P1").replacing("01.05.2018", with: "01-MAY-2018"), row("P2"))
    #expect(named.told == ["date-format 2 datum"])
  }
}
