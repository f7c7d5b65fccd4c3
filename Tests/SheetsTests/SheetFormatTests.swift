import Invented
import Testing

@testable import Sheets

@Suite struct SheetFormatTests {
  private static func format(_ bytes: [UInt8]) throws -> SheetFormat {
    try SheetFormat(of: ByteSource(bytes: bytes), limits: SheetLimits())
  }

  @Test func `the contents decide and not the name`() throws {
    let folder = try TemporaryFolder()
    #expect(try SheetFormat.recognised(contentsOf: folder.file("a.xlsx", Array("a;b\n1;2\n".utf8))) == .csv)
    #expect(try SheetFormat.recognised(contentsOf: folder.file("a.csv", fixture("openpyxl.xlsx"))) == .xlsx)
    #expect(try SheetFormat.recognised(contentsOf: folder.file("a.txt", fixture("odfpy.ods"))) == .ods)
  }

  @Test(arguments: [
    "%PDF-1.7\n", "<?xml version='1.0'?>", "\u{FEFF} \r\n<!ELEMENT a>", "{\\rtf1", "<div><p>x</p></div>",
  ])
  func `documents are not tables`(_ start: String) {
    #expect(sheetError { _ = try Self.format(Array(start.utf8)) } == .notASpreadsheet)
  }

  @Test(
    arguments: [
      ("<html><table>", OtherFile.webPage), ("\u{FEFF} \r\n<!DOCTYPE HTML><p>", .webPage), ("\n<Table><tr>", .webPage),
      ("<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", .excelXML),
      ("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", .excelXML),
      ("<?xml version='1.0'?><office:document xmlns:office='o'>", .flatDocument), ("BZh91AY", .packed),
      ("junk\u{0}PK\u{3}\u{4}\u{14}", .prefixedWorkbook),
    ] as [(String, OtherFile)])
  func `tables in other kinds of file are named`(_ start: String, _ kind: OtherFile) {
    #expect(sheetError { _ = try Self.format(Array(start.utf8)) } == .otherFile(kind))
  }

  @Test func `packed files are named by how they begin`() {
    for start: [UInt8] in [
      [0x1F, 0x8B, 8, 0], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ] {
      #expect(sheetError { _ = try Self.format(start + [1, 2, 3]) } == .otherFile(.packed))
    }
    #expect(sheetError { _ = try Self.format(ZipBuilder([("a.csv", "a;b")]).bytes) } == .otherFile(.archive))
  }

  @Test func `a table may begin with a smaller-than sign`() throws {
    #expect(try Self.format(Array("<18;>18\n1;2\n".utf8)) == .csv)
  }

  @Test func `workbooks that must be saved otherwise are named`() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    #expect(sheetError { _ = try Self.format(compound) } == .legacyWorkbook)
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    let filler = [UInt8](repeating: 0x45, count: 262_144 - 640)
    #expect(sheetError { _ = try Self.format(compound + filler + name + filler) } == .passwordProtected)
    let binary = ZipBuilder([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "")])
    #expect(sheetError { _ = try Self.format(binary.bytes) } == .binaryWorkbook)
    let text = ZipBuilder([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "")])
    #expect(sheetError { _ = try Self.format(text.bytes) } == .notASpreadsheet)
  }
}
