import Invented
import Testing

@testable import Sheets

@Suite struct ZipArchiveTests {
  private static func error(_ bytes: [UInt8], limits: SheetLimits = SheetLimits()) -> SheetError? {
    sheetError {
      let source = try SheetSource(bytes: bytes, limits: limits)
      for index in source.sheets.indices { try source.forEachRow(ofSheet: index) { _ in } }
    }
  }

  @Test func `a workbook cut off anywhere is an error and never a shorter workbook`() throws {
    for name in ["openpyxl.xlsx", "odfpy.ods"] {
      let bytes = try fixture(name)
      for length in stride(from: 4, to: bytes.count, by: 97) {
        #expect(Self.error(Array(bytes[..<length])) == .truncated)
      }
    }
  }

  @Test func `a changed byte never brings the reader down`() throws {
    let bytes = try fixture("openpyxl.xlsx")
    var generator = SplitMix(seed: 3)
    for _ in 0..<400 {
      var changed = bytes
      changed[Int(generator.next() % UInt64(bytes.count))] ^= UInt8(truncatingIfNeeded: generator.next() | 1)
      _ = Self.error(changed)
    }
  }

  @Test func `zip64 is read`() throws {
    var builder = workbook(rows: "<row><c><v>5</v></c></row>")
    builder.isZip64 = true
    #expect(try SheetSource(bytes: builder.bytes).fields() == [["5"]])
  }

  @Test func `a bomb is refused before it is unpacked`() throws {
    #expect(Self.error(try fixture("bomb.xlsx")) == .compressionTooHigh(ratio: 400))
    var limits = SheetLimits()
    limits.unpackedBytes = 1_000_000
    #expect(Self.error(try fixture("bomb.xlsx"), limits: limits) == .archiveTooLarge(limit: 1_000_000))
    limits = SheetLimits()
    limits.archiveEntries = 6
    #expect(Self.error(workbook(rows: "").bytes, limits: limits) == .tooManyEntries(limit: 6))
  }

  @Test func `each defect has its own error`() {
    func error(_ change: (inout ZipBuilder) -> Void) -> SheetError? {
      var builder = workbook(rows: "<row><c><v>5</v></c></row>")
      change(&builder)
      return Self.error(builder.bytes)
    }
    #expect(error { _ in } == nil)
    #expect(error { $0.entries[6].checksum = 1 } == .damaged(.checksum))
    #expect(error { $0.entries[6].statedSize = 3 } == .damaged(.size))
    #expect(error { $0.entries[6].statedSize = 9_999 } == .damaged(.size))
    #expect(error { $0.entries[6].flags = 1 } == .encryptedEntry(part: "xl/worksheets/tabel.xml"))
    #expect(error { $0.entries[6].method = 12 } == .damaged(.unknownCompression))
    #expect(error { $0.entries[6].method = 8 } == .damaged(.compressedData))
    #expect(error { $0.entries[6].name = "../tabel.xml" } == .damaged(.unsafeName))
    #expect(error { $0.entries[6].name = "/etc/tabel.xml" } == .damaged(.unsafeName))
    #expect(error { $0.entries[6].name = "C:\\tabel.xml" } == .damaged(.unsafeName))
    #expect(error { $0.entries[6].name = "XL/Styles.xml" } == .damaged(.duplicateName))
  }

  @Test func `backslashes and case in part names do not matter`() throws {
    var builder = workbook(rows: "<row><c><v>5</v></c></row>")
    builder.entries[6].name = "XL\\Worksheets\\Tabel.XML"
    #expect(try SheetSource(bytes: builder.bytes).fields() == [["5"]])
  }
}
