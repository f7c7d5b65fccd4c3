import Invented
import Testing

@testable import Sheets

@Suite struct XLSXReaderTests {
  private static func fields(_ builder: ZipBuilder, limits: SheetLimits = SheetLimits()) throws -> [[String]] {
    try SheetSource(bytes: builder.bytes, limits: limits).fields()
  }

  @Test func `a workbook as a library writes it`() throws {
    let source = try SheetSource(bytes: fixture("openpyxl.xlsx"))
    #expect(source.format == .xlsx)
    #expect(
      source.sheets == [
        SheetInfo(name: "Meldingen", isHidden: false), SheetInfo(name: "Verborgen", isHidden: true),
      ])
    let sheet = try source.sheet(at: 0)
    #expect(
      sheet.rows.map { $0.map(\.text) } == [
        ["jaar", "bedrag", "datum", "tijdstip", "duur", "ja", "formule", "tekst", "fout"],
        [
          "2019", "12.5", "2019-03-31", "2019-03-31T14:05:09", "08:30:00", "true", "", "café \"x\"; y\nz", "#N/A",
        ],
        ["2020", "0.1", "2020-02-29", "2020-01-01", "30:00:00", "false", "", "", ""],
        ["-3", "0.0000001", "1900-01-01", "", "", "", "", "A blijft", ""],
        ["samengevoegd", "", "", "", "", "", "", "", ""],
      ])
    #expect(
      sheet.rows[1].map(\.kind) == [.number, .number, .date, .date, .time, .boolean, .empty, .text, .error])
    #expect(sheet.rows[1].map(\.isFormula) == [false, false, false, false, false, false, true, false, false])
    #expect(sheet.rows.map { $0[0].place.row } == [1, 2, 3, 5, 7])
    #expect(sheet.remarks.formulaCount == 1)
    #expect(sheet.remarks.blankRowCount == 2)
    #expect(sheet.remarks.hiddenRowCount == 1)
    #expect(sheet.mergedRanges.map(\.description) == ["A7:C8"])
  }

  @Test func `the date system of old Macintoshes is honoured`() throws {
    #expect(
      try SheetSource(bytes: fixture("epoch1904.xlsx")).fields() == [["datum"], ["2019-03-31"], ["1904-01-02"]])
  }

  @Test func `cells may leave out where they stand`() throws {
    let rows = "<row><c t='inlineStr'><is><t>a</t></is></c><c t='str'><v>b</v></c></row><row><c><v>1</v></c></row>"
    #expect(try Self.fields(workbook(rows: rows)) == [["a", "b"], ["1", ""]])
  }

  @Test func `rows keep the place at which they stand, gaps included`() throws {
    let rows = "<row r='3'><c r='B3'><v>1</v></c><c r='D3'><v>2.0</v></c></row><row r='9'><c r='E9'><v>3</v></c></row>"
    let source = try SheetSource(bytes: workbook(rows: rows).bytes)
    #expect(try source.fields() == [["", "1", "", "2"], ["", "", "", "", "3"]])
    #expect(try source.sheet(at: 0).rows.map { "\($0[0].place)" } == ["A3", "A9"])
    #expect(try source.sheet(at: 0).remarks.blankRowCount == 7)
  }

  @Test func `cells that are only formatted are no content`() throws {
    let rows = "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='A2' s='1'/><c r='Z2' s='1'/></row>"
    #expect(try Self.fields(workbook(rows: rows, strings: "<si><t>kop</t></si>")) == [["kop"]])
  }

  @Test func `shared strings may be rich, spaced and escaped`() throws {
    let strings =
      "<si><r><t>vet</t></r><r><t xml:space='preserve'> en dun</t></r><rPh><t>lees</t></rPh></si>"
      + "<si><t>a_x000D_b_x005F_x0041_ &lt;é&gt;</t></si><si/>"
    let rows = "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
    let fields = try Self.fields(workbook(rows: rows, strings: strings))
    #expect(fields == [["vet en dun", "a\rb_x0041_ <é>"]])
  }

  @Test func `dates follow the number format of their style`() throws {
    let builder = workbook(
      rows: "<row><c s='0'><v>43555</v></c><c s='1'><v>43555</v></c><c s='2'><v>43555.5</v></c>"
        + "<c s='3'><v>43555</v></c><c s='1' t='d'><v>2019-03-31T00:00:00.000Z</v></c><c s='99'><v>7</v></c>"
        + "<c s='4'><v>43555.9</v></c></row>",
      numberFormats: "<numFmt numFmtId='164' formatCode='[$-413]d\\-m\\-yyyy\\ h:mm;@'/>"
        + "<numFmt numFmtId='165' formatCode='0 &quot;dagen&quot;'/>",
      cellFormats: "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='14'/>")
    #expect(
      try Self.fields(builder) == [
        ["43555", "2019-03-31", "2019-03-31T12:00:00", "43555", "2019-03-31", "7", "2019-03-31"]
      ])
  }

  @Test func `a formula gives the value of the last save and says so`() throws {
    let rows = "<row><c><f>1+1</f><v>2</v></c><c t='str'><f>A1&amp;\"x\"</f><v>2x</v></c><c><f>B9</f></c></row>"
    let sheet = try SheetSource(bytes: workbook(rows: rows).bytes).sheet(at: 0)
    #expect(sheet.rows[0].map(\.text) == ["2", "2x", ""])
    #expect(sheet.rows[0].map(\.isFormula) == [true, true, true])
    #expect(sheet.remarks.formulaCount == 3)
  }

  @Test func `prefixed elements are the same elements`() throws {
    var builder = workbook(rows: "")
    let sheet =
      "<x:worksheet xmlns:x='\(WorkbookNamespace.transitional)'><x:sheetData><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    builder.entries[6].bytes = Array(sheet.utf8)
    #expect(try Self.fields(builder) == [["5"]])
  }

  @Test(arguments: [
    "<row r='2'/><row r='1'/>", "<row r='1'><c r='B1'/><c r='A1'/></row>", "<row r='x'/>",
    "<row><c r='1A'/></row>", "<row><c t='s'><v>0</v></c></row>", "<row><c t='s'><v>-1</v></c></row>",
    "<c/>", "<row><c><c/></c></row>", "<row>", "<row></c>",
  ])
  func `a sheet that contradicts itself is damaged`(_ rows: String) {
    guard
      case .malformedPart("xl/worksheets/tabel.xml", _) = sheetError(of: { _ = try Self.fields(workbook(rows: rows)) })
    else {
      Issue.record("the sheet was taken")
      return
    }
  }

  @Test func `a document type is refused before any entity is read`() {
    var builder = workbook(rows: "<row><c t='str'><v>&a;</v></c></row>")
    let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]>" + String(decoding: builder.entries[6].bytes, as: UTF8.self)
    builder.entries[6].bytes = Array(bomb.utf8)
    #expect(
      sheetError { _ = try Self.fields(builder) } == .documentTypeRefused(part: "xl/worksheets/tabel.xml"))
  }

  @Test func `limits on rows, columns, cells and row length hold`() {
    var limits = SheetLimits()
    limits.rows = 10
    limits.columns = 5
    limits.cells = 12
    limits.recordBytes = 8
    func error(_ rows: String) -> SheetError? {
      sheetError { _ = try Self.fields(workbook(rows: rows), limits: limits) }
    }
    #expect(error("<row r='11'><c><v>1</v></c></row>") == .tooManyRows(sheet: "Blad1", limit: 10))
    #expect(error("<row r='11'/>") == nil)
    #expect(error("<row><c r='F1'><v>1</v></c></row>") == .tooManyColumns(sheet: "Blad1", row: 1, limit: 5))
    let wide = (1...3).map { "<row><c r='E\($0)'><v>1</v></c></row>" }.joined()
    #expect(error(wide) == .tooManyCells(sheet: "Blad1", limit: 12))
    #expect(
      error("<row><c><v>1234</v></c><c><v>12345</v></c></row>") == .rowTooLong(sheet: "Blad1", row: 1, limit: 8))
  }

  @Test func `a deep nest and an endless tag are refused`() {
    let deep = String(repeating: "<x>", count: 300) + String(repeating: "</x>", count: 300)
    #expect(sheetError { _ = try Self.fields(workbook(rows: deep)) } != nil)
    let long = "<x a='" + String(repeating: "y", count: 3 << 20) + "'/>"
    #expect(sheetError { _ = try Self.fields(workbook(rows: long)) } != nil)
  }

  @Test func `a missing sheet and a climbing path are refused`() {
    var builder = workbook(rows: "")
    builder.entries.removeLast()
    #expect(sheetError { _ = try Self.fields(builder) } == .missingPart("xl/worksheets/tabel.xml"))
    builder = workbook(rows: "")
    let climbing =
      "<Relationships><Relationship Id='rId7' Type='x/worksheet' Target='../../../etc/x.xml'/></Relationships>"
    builder.entries[3].bytes = Array(climbing.utf8)
    #expect(sheetError { _ = try Self.fields(builder) } == .damaged(.unsafeName))
  }

  @Test func `a sheet is found by name in any case`() throws {
    let source = try SheetSource(bytes: fixture("openpyxl.xlsx"))
    #expect(try source.index(ofSheet: "verborgen") == 1)
    #expect(
      sheetError { _ = try source.index(ofSheet: "x") } == .sheetNotFound(names: ["Meldingen", "Verborgen"]))
  }
}
