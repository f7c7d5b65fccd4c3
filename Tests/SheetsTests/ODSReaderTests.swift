import Invented
import Testing

@testable import Sheets

@Suite struct ODSReaderTests {
  @Test func `a sheet as a library writes it`() throws {
    let source = try SheetSource(bytes: fixture("odfpy.ods"))
    #expect(source.format == .ods)
    #expect(
      source.sheets == [
        SheetInfo(name: "Meldingen", isHidden: false), SheetInfo(name: "Verborgen", isHidden: true),
      ])
    let sheet = try source.sheet(at: 0)
    #expect(
      sheet.rows.map { $0.map(\.text) } == [
        ["jaar", "bedrag", "datum", "tijdstip", "duur", "ja", "formule", "tekst"],
        [
          "2019", "12.5", "2019-03-31", "2019-03-31T14:05:09", "08:30:00", "true", "2020", "café  x\ny\nz",
        ],
        ["1", "1", "1", "", "", "", "", ""],
        ["1", "1", "1", "", "", "", "", ""],
        ["samen", "", "", "", "", "", "", ""],
      ])
    #expect(sheet.rows[1].map(\.kind) == [.number, .number, .date, .date, .time, .boolean, .number, .text])
    #expect(sheet.rows[1][6].isFormula)
    #expect(sheet.rows.map { $0[0].place.row } == [1, 2, 5, 6, 7])
    #expect(sheet.remarks.hiddenRowCount == 1)
    #expect(sheet.mergedRanges.map(\.description) == ["A7:B7"])
    #expect(try source.fields(ofSheet: 1) == [["x"]])
  }

  /// The same workbook, saved by LibreOffice 7.4 in both formats.
  @Test(arguments: ["libreoffice.ods", "libreoffice.xlsx"])
  func `a workbook as LibreOffice saves it`(_ name: String) throws {
    let source = try SheetSource(bytes: fixture(name))
    #expect(source.sheets.map(\.name) == ["Meldingen", "Verborgen", "Grafiek"])
    #expect(source.sheets.map(\.isHidden) == [false, true, false])
    let sheet = try source.sheet(at: 0)
    let day1 = name.hasSuffix("ods") ? "1899-12-31" : "1900-01-01"
    #expect(
      sheet.rows.map { $0.map(\.text) } == [
        ["jaar", "bedrag", "datum", "tijdstip", "duur", "ja", "formule", "tekst", "fout"],
        [
          "2019", "12.5", "2019-03-31", "2019-03-31T14:05:09", "08:30:00", "true", "2020", "café \"x\"; y\nz",
          "#N/A",
        ],
        ["2020", "0.1", "2020-02-29", "2020-01-01", "30:00:00", "false", "", "", ""],
        ["-3", "0.0000001", day1, "", "", "", "", "_x0041_ blijft", ""],
        ["samengevoegd", "", "", "", "", "", "", "", ""],
      ])
    #expect(
      sheet.rows[1].map(\.kind) == [.number, .number, .date, .date, .time, .boolean, .number, .text, .error])
    #expect(sheet.rows[1].map(\.isFormula) == [false, false, false, false, false, false, true, false, true])
    #expect(sheet.mergedRanges.map(\.description) == ["A7:C8"])
    #expect(sheet.remarks.hiddenRowCount == 1)
  }

  private static func content(_ table: String, manifest: String? = nil) -> [UInt8] {
    var parts = [
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
      (
        "content.xml",
        "<office:document-content \(OpenDocument.namespaces)><office:body>"
          + "<office:spreadsheet><table:table table:name='T'>\(table)</table:table></office:spreadsheet></office:body>"
          + "</office:document-content>"
      ),
    ]
    if let manifest { parts.append(("META-INF/manifest.xml", manifest)) }
    return ZipBuilder(parts).bytes
  }

  @Test func `repeats beyond the sheet are refused and empty ones cost nothing`() throws {
    let filled = "<table:table-cell office:value-type='float' office:value='1'"
    func error(_ rows: String) -> SheetError? {
      sheetError { try SheetSource(bytes: Self.content(rows)).forEachRow { _ in } }
    }
    #expect(
      error("<table:table-row table:number-rows-repeated='9999999'>\(filled)/></table:table-row>")
        == .tooManyRows(sheet: "T", limit: 1_048_576))
    #expect(
      error("<table:table-row>\(filled) table:number-columns-repeated='99999'/></table:table-row>")
        == .tooManyColumns(sheet: "T", row: 1, limit: 16_384))
    let empty =
      "<table:table-row table:number-rows-repeated='9223372036854775807'><table:table-cell "
      + "table:number-columns-repeated='9223372036854775807'/></table:table-row>"
    #expect(error(empty + empty) == nil)
    #expect(
      error(empty + "<table:table-row>\(filled)/></table:table-row>") == .tooManyRows(sheet: "T", limit: 1_048_576))
  }

  @Test func `notes, drawings and tables within a cell are not its text`() throws {
    let row =
      "<table:table-row><table:table-cell office:value-type='string'><office:annotation><text:p>nee</text:p>"
      + "</office:annotation><draw:frame><text:p>nee</text:p></draw:frame><text:p>ja</text:p><table:table><table:table-row>"
      + "<table:table-cell><text:p>nee</text:p></table:table-cell></table:table-row></table:table></table:table-cell>"
      + "</table:table-row>"
    #expect(try SheetSource(bytes: Self.content(row)).fields() == [["ja"]])
  }

  @Test func `a password is recognised`() {
    let manifest =
      "<manifest:manifest \(OpenDocument.namespaces)><manifest:file-entry><manifest:encryption-data/>"
      + "</manifest:file-entry></manifest:manifest>"
    #expect(sheetError { _ = try SheetSource(bytes: Self.content("", manifest: manifest)) } == .passwordProtected)
  }
}
