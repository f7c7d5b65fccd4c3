import Invented
import Testing

@testable import Sheets

/// What an element of a workbook means, its namespace says; prefixes are the writer's own.
@Suite struct VocabularyTests {
  private static let day = "<row><c s='0'><v>43221</v></c></row>"

  private static func fields(_ builder: ZipBuilder) throws -> [[String]] {
    try SheetSource(bytes: builder.bytes).fields()
  }

  private static func book(
    _ rows: String = day, properties: String = "", extras: String = "", isStrict: Bool = false, afterData: String = "",
    strings: String = ""
  ) -> ZipBuilder {
    Invented.workbook(
      rows: rows, strings: strings, cellFormats: "<xf numFmtId='14'/>", properties: properties, afterData: afterData,
      extras: extras, isStrict: isStrict)
  }

  private static let foreign = "xmlns:x15='\(WorkbookNamespace.extension2010)'"

  @Test func `properties of an extension say nothing of the date system`() throws {
    let extras = "<extLst><ext \(Self.foreign)><x15:workbookPr date1904='0' chartTrackingRefBase='1'/></ext></extLst>"
    // 43221 days after 1 January 1904 is 2 May 2022.
    #expect(try Self.fields(Self.book(properties: "date1904='1'", extras: extras)) == [["2022-05-02"]])
    let beside = "<x15:workbookPr \(Self.foreign) date1904='1'/>"
    #expect(try Self.fields(Self.book(extras: beside)) == [["2018-05-01"]])
  }

  @Test func `strict workbooks are read as transitional ones`() throws {
    let extras = "<extLst><ext \(Self.foreign)><x15:workbookPr date1904='0'/></ext></extLst>"
    let book = Self.book(properties: "date1904='1'", extras: extras, isStrict: true)
    #expect(try Self.fields(book) == [["2022-05-02"]])
  }

  @Test func `a part of another vocabulary has no rows`() throws {
    var book = Self.book()
    book.entries[6].bytes = Array("<worksheet xmlns='urn:x'><sheetData>\(Self.day)</sheetData></worksheet>".utf8)
    #expect(try Self.fields(book) == [])
  }

  @Test func `elements of extensions within rows are none of theirs`() throws {
    let rows =
      "<row><c><v>1</v><extLst><ext><v>2</v></ext></extLst></c><x:c xmlns:x='urn:x'><x:v>3</x:v></x:c></row>"
      + "<x:row xmlns:x='urn:x'><c><v>4</v></c></x:row>"
    #expect(try Self.fields(workbook(rows: rows)) == [["1"]])
  }

  @Test func `of alternatives the fallback is read`() throws {
    let rows =
      "<mc:AlternateContent xmlns:mc='\(WorkbookNamespace.compatibility)'><mc:Choice Requires='x14'>"
      + "<row r='1'><c><v>1</v></c></row></mc:Choice><mc:Fallback><row r='1'><c><v>2</v></c></row></mc:Fallback>"
      + "</mc:AlternateContent>"
    #expect(try Self.fields(workbook(rows: rows)) == [["2"]])
  }

  @Test(
    arguments: [
      ("<c t='inlineStr'><is><t>arbeid</t></is><v>arbeid</v></c>", "arbeid"),
      ("<c t='inlineStr'><v>7</v><is><t>arbeid</t></is></c>", "arbeid"),
      ("<c t='inlineStr'><is><r><t>ar</t></r><r><t>beid</t></r><rPh><t>x</t></rPh></is></c>", "arbeid"),
      ("<c t='inlineStr'><v>arbeid</v></c>", "arbeid"), ("<c t='str'><is><t>x</t></is><v>arbeid</v></c>", "arbeid"),
      ("<c t='n'><is><t>9</t></is><v>5</v></c>", "5"), ("<c t='inlineStr'><is><t/></is><v>x</v></c>", nil),
    ] as [(String, String?)])
  func `the text of an inline cell is what stands in it`(_ cell: String, _ text: String?) throws {
    #expect(try Self.fields(workbook(rows: "<row>\(cell)</row>")) == (text.map { [[$0]] } ?? []))
  }

  @Test func `number formats of conditional formats are none of the cells`() throws {
    var book = Invented.workbook(
      rows: "<row><c s='0'><v>5</v></c></row>", numberFormats: "<numFmt numFmtId='164' formatCode='0'/>",
      cellFormats: "<xf numFmtId='164'/>")
    let styles = String(decoding: book.entries[4].bytes, as: UTF8.self)
      .replacing(
        "</styleSheet>", with: "<dxfs><dxf><numFmt numFmtId='164' formatCode='d-m-yy'/></dxf></dxfs></styleSheet>"
      )
      .replacing(
        "<cellStyleXfs>", with: "<dxfs><dxf><numFmt numFmtId='164' formatCode='d-m-yy'/></dxf></dxfs><cellStyleXfs>")
    book.entries[4].bytes = Array(styles.utf8)
    #expect(try Self.fields(book) == [["5"]])
  }

  @Test func `targets may have the separators of Windows`() throws {
    var book = workbook(rows: "<row><c><v>1</v></c></row>")
    let relations = String(decoding: book.entries[3].bytes, as: UTF8.self)
      .replacing("/xl/worksheets/tabel.xml", with: "worksheets\\tabel.xml")
    book.entries[3].bytes = Array(relations.utf8)
    #expect(try Self.fields(book) == [["1"]])
  }

  @Test func `an ODS file may have prefixes of its own`() throws {
    let office = "urn:oasis:names:tc:opendocument:xmlns:"
    let content =
      "<a:document-content xmlns:a='\(office)office:1.0' xmlns:b='\(office)table:1.0' xmlns='\(office)text:1.0' "
      + "xmlns:table='urn:x'><a:body><a:spreadsheet><b:table b:name='T'><b:table-row><b:table-cell a:value-type='float' "
      + "a:value='5' table:formula='x'><p>5</p></b:table-cell><table:table-cell><p>nee</p></table:table-cell>"
      + "<b:table-cell a:value-type='string'><p>ja</p></b:table-cell></b:table-row></b:table></a:spreadsheet></a:body>"
      + "</a:document-content>"
    let source = try SheetSource(bytes: ZipBuilder([("content.xml", content)]).bytes)
    #expect(source.format == .ods)
    #expect(try source.fields() == [["5", "ja"]])
    #expect(try source.sheet(at: 0).remarks.formulaCount == 0)
  }

  @Test func `a document of another kind without its type is no table`() {
    let text =
      "<office:document-content \(OpenDocument.namespaces)><office:body><office:text/></office:body></office:document-content>"
    #expect(sheetError { _ = try SheetSource(bytes: ZipBuilder([("content.xml", text)]).bytes) } == .notASpreadsheet)
  }
}
