import Invented
import Testing

@testable import Sheets

@Suite struct `Numbers as a workbook prints them` {
  @Test(arguments: [
    (12.6, "0", "13"), (0.12345, "0.0%", "12.3%"), (0.12355, "0.00%", "12.36%"), (12345.0, "#,##0,", "12"),
    (1_234_567, "#,##0.0,,", "1.2"), (2.675, "0.00", "2.68"), (-0.4, "0", "0"), (-2.5, "0", "-3"),
    (9.996, "0.00", "10.00"),
    (1.5, "0.0##", "1.5"), (1.25678, "0.0##", "1.257"), (3, "0.0", "3.0"), (1234.5, "#,##0;[Red]-#,##0", "1235"),
    (7.25, "\"n = \"0.0", "7.3"), (0.5, "[$€-413] 0.00", "0.50"),
  ])
  func `have the decimals of their format`(_ value: Double, _ code: String, _ text: String) {
    #expect(PrintedFormat(code: code)?.text(of: value) == text)
  }

  @Test(arguments: ["General", "@", "0.00E+00", "# ?/?", "\"x\""])
  func `are left alone by formats that say nothing of decimals`(_ code: String) {
    #expect(PrintedFormat(code: code) == nil)
  }

  @Test func `are what a cell shows only where that is asked for`() throws {
    let rows =
      "<row><c s='1'><v>12.6</v></c><c s='2'><v>0.12345</v></c><c s='3'><v>12345</v></c><c s='4'><v>45000</v></c><c><v>0.25</v></c></row>"
    let book = workbook(
      rows: rows,
      numberFormats: "<numFmt numFmtId='164' formatCode='0.0%'/><numFmt numFmtId='165' formatCode='#,##0,'/>"
        + "<numFmt numFmtId='166' formatCode='mmm\\ yyyy'/>",
      cellFormats: "<xf numFmtId='0'/><xf numFmtId='1'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>")
    let source = try SheetSource(bytes: book.bytes)
    var (printed, plain): ([String], [String]) = ([], [])
    try source.forEachRow(ofSheet: 0, isPrinted: true) { row in printed = (0..<row.count).map { row.shown($0).string } }
    try source.forEachRow(ofSheet: 0) { row in plain = (0..<row.count).map { row.shown($0).string } }
    #expect(printed == ["13", "12.3%", "12", "2023-03", "0.25"])
    #expect(plain == ["12.6", "12.345%", "12345", "2023-03-15", "0.25"])
  }

  @Test func `keep the raised figure of a note apart`() throws {
    let run = "<r><t>1968</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1)</t></r>"
    let rows = "<row><c t='s'><v>0</v></c><c t='inlineStr'><is>\(run)</is></c><c t='s'><v>1</v></c></row>"
    let source = try SheetSource(
      bytes: workbook(rows: rows, strings: "<si>\(run)</si><si><t>1968</t></si>").bytes)
    var (printed, plain): ([String], [String]) = ([], [])
    try source.forEachRow(ofSheet: 0, isPrinted: true) { row in printed = (0..<row.count).map { row.shown($0).string } }
    try source.forEachRow(ofSheet: 0) { row in plain = (0..<row.count).map { row.shown($0).string } }
    #expect(printed == ["1968¹)", "1968¹)", "1968"])
    #expect(plain == ["19681)", "19681)", "1968"])
  }

  @Test(arguments: [
    ("12.3456", "123", 1), ("12.3456", "1235", 2), ("12.3456", "123456", 4), ("1234", "1234", 0), ("0.5", "050", 2),
    ("12.3456", "124", nil), ("12.3456", "9", nil),
  ])
  func `are known by their digits in any country`(_ number: String, _ digits: String, _ decimals: Int?) {
    #expect(DecimalText(number).decimals(printedAs: Array(digits.utf8)) == decimals)
  }
}
