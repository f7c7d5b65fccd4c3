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
    "%PDF-1.7\n", "<html><table>", "<?xml version='1.0'?>", "\u{FEFF} \r\n<!DOCTYPE html>", "{\\rtf1",
  ])
  func `documents are not tables`(_ start: String) {
    #expect(sheetError { _ = try Self.format(Array(start.utf8)) } == .notASpreadsheet)
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
    #expect(sheetError { _ = try Self.format(ZipBuilder([("a.txt", "a")]).bytes) } == .notASpreadsheet)
  }
}
