import Invented
import Foundation
import Testing

@testable import Sheets

@Suite struct SheetWritingTests {
  private static let sheet = WorkbookSheet(
    name: "Levering", columns: [.init(width: 12), .init(width: 30)],
    rows: [
      [.text("jaar", style: .header), .text("vorm", style: .header), .text("datum", style: .header)],
      [
        WorkbookCell(.integer(2019)), .text("=1+1"),
        WorkbookCell(.date(year: 2019, month: 3, day: 31), style: .error, comment: "Deze datum ligt in de toekomst."),
      ],
      [WorkbookCell(.decimal(0.1)), .text("_x0041_ é\"<&\n"), .empty],
      [],
      [
        WorkbookCell(.integer(123_456_789_012_345_678)), WorkbookCell(.boolean(true)),
        WorkbookCell(.empty, style: .error),
      ],
    ],
    frozenRows: 1,
    dropDowns: [
      .init(
        column: 2, firstRow: 2, lastRow: 100,
        choices: ["seksuele uitbuiting", "a, b", String(repeating: "x", count: 300)],
        isStrict: true, errorTitle: "Kies een vorm", errorMessage: "Kies een vorm uit de lijst.")
    ])

  @Test func `a workbook is read back as it was written`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    try WorkbookWriter(title: "Proef").write([Self.sheet], to: path)
    let source = try SheetSource(contentsOf: path)
    #expect(
      source.sheets == [
        SheetInfo(name: "Levering", isHidden: false), SheetInfo(name: "Keuzelijsten", isHidden: true),
      ])
    let sheet = try source.sheet(at: 0)
    #expect(
      sheet.rows.map { $0.map(\.text) } == [
        ["jaar", "vorm", "datum"], ["2019", "=1+1", "2019-03-31"], ["0.1", "_x0041_ é\"<&\n", ""],
        ["123456789012345678", "true", ""],
      ])
    #expect(sheet.remarks.formulaCount == 0)
    #expect(sheet.rows.map { $0[0].place.row } == [1, 2, 3, 5])
    #expect(try source.fields(ofSheet: 1).map { $0[0].count } == [19, 4, 300])
    #expect(try folder.names == ["a.xlsx"])
  }

  @Test func `a copy of a sheet has the same values of the same kinds`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/kopie.xlsx"
    for name in ["openpyxl.xlsx", "odfpy.ods", "epoch1904.xlsx"] {
      let original = try SheetSource(bytes: fixture(name)).sheet(at: 0)
      let rows = original.rows.map { $0.map { WorkbookCell(copying: $0) } }
      try WorkbookWriter(title: "").write([WorkbookSheet(name: "K", rows: rows)], to: path)
      let copy = try SheetSource(contentsOf: path).sheet(at: 0)
      #expect(copy.rows.map { $0.map(\.text) } == original.rows.map { $0.map(\.text) })
      let isWhole: (SheetCell) -> Bool = { ![.time, .error].contains($0.kind) && !$0.text.contains("T") }
      for (copied, given) in zip(copy.rows.joined(), original.rows.joined()) where isWhole(given) {
        #expect(copied.kind == given.kind)
      }
    }
  }

  @Test func `the text of a text file stays text in a copy`() throws {
    let sheet = try SheetSource(bytes: Array("code\n007\n1e5\n".utf8)).sheet(at: 0)
    #expect(sheet.rows.map { WorkbookCell(copying: $0[0]).value } == [.text("code"), .text("007"), .text("1e5")])
  }

  @Test func `the same sheets give the same bytes`() throws {
    let folder = try TemporaryFolder()
    let writer = WorkbookWriter(title: "Proef")
    try writer.write([Self.sheet], to: folder.path + "/a.xlsx")
    Thread.sleep(forTimeInterval: 2.1)
    try writer.write([Self.sheet], to: folder.path + "/b.xlsx")
    #expect(
      FileManager.default.contentsEqual(atPath: folder.path + "/a.xlsx", andPath: folder.path + "/b.xlsx"))
  }

  @Test func `what a workbook cannot hold is named by its place`() throws {
    let folder = try TemporaryFolder()
    func error(_ cell: WorkbookCell, name: String = "T") -> SheetError? {
      sheetError {
        let sheet = WorkbookSheet(name: name, rows: [[.empty], [.empty, cell]])
        try WorkbookWriter(title: "").write([sheet], to: folder.path + "/a.xlsx")
      }
    }
    #expect(
      error(.text(String(repeating: "x", count: 32_768)))
        == .cellTextTooLong(sheet: "T", row: 2, column: 2, limit: 32_767))
    #expect(error(WorkbookCell(.decimal(.nan))) == .valueOutOfRange(sheet: "T", row: 2, column: 2))
    #expect(
      error(WorkbookCell(.date(year: 2019, month: 2, day: 29))) == .valueOutOfRange(sheet: "T", row: 2, column: 2))
    #expect(error(.text("x"), name: "a/b") == .sheetNameRefused(position: 1))
    #expect(error(.text("x\0y")) == nil)
    #expect(try folder.names == ["a.xlsx"])
  }

  @Test func `a folder that is missing or a name that is taken by a folder is an error`() throws {
    let folder = try TemporaryFolder()
    let writer = WorkbookWriter(title: "")
    #expect(sheetError { try writer.write([Self.sheet], to: folder.path + "/weg/a.xlsx") } == .folderNotFound)
    #expect(sheetError { try writer.write([Self.sheet], to: folder.path) } == .isDirectory)
    #expect(
      sheetError { _ = try CSVWriter(to: folder.path + "/weg/a.csv", hasByteOrderMark: false) } == .folderNotFound)
  }

  @Test(.enabled(if: geteuid() != 0))
  func `a read-only folder is an error`() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o555) == 0)
    defer { chmod(folder.path, 0o755) }
    #expect(
      sheetError { _ = try CSVWriter(to: folder.path + "/a.csv", hasByteOrderMark: false) } == .folderNotWritable)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is an error`() throws {
    let output = try OutputDescriptor(path: "/dev/full")
    #expect(sheetError { try output.write([0x61]) } == .diskFull)
    #expect(sheetError { try WorkbookWriter(title: "").write([Self.sheet], directlyTo: "/dev/full") } == .diskFull)
  }

  @Test(arguments: [
    (ENOSPC, SheetError.diskFull), (EROFS, .folderNotWritable), (EACCES, .folderNotWritable),
    (ENOENT, .folderNotFound), (EIO, .writeFailed(code: EIO)),
  ])
  func `system errors of writing have their meaning`(_ code: Int32, _ error: SheetError) {
    #expect(SheetError(writingCode: code) == error)
  }

  @Test func `an unfinished file leaves what was there`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", Array("oud\n".utf8))
    do {
      let writer = try CSVWriter(to: path, hasByteOrderMark: true)
      try writer.write(["nieuw"])
      #expect(try folder.names.count == 2)
    }
    #expect(try folder.names == ["a.csv"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "oud\n")
    let writer = try CSVWriter(to: path, hasByteOrderMark: true)
    try writer.write(["nieuw", "a;b"])
    try writer.finish()
    #expect(
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))) == [0xEF, 0xBB, 0xBF] + Array("nieuw;\"a;b\"\r\n".utf8))
  }

  @Test(arguments: [
    ("=SUM(A1)", "'=SUM(A1)"), ("@x", "'@x"), ("+31 6", "'+31 6"), ("-5,2", "-5,2"), ("-", "'-"), ("-x", "'-x"),
    ("a=b", "a=b"), ("\tx", "'\tx"), ("=1;2", "\"'=1;2\""),
  ])
  func `text that would run as a formula is made harmless on request`(_ field: String, _ written: String) {
    var bytes: [UInt8] = []
    CSVEncoder(escapesFormulas: true).append([field], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == written + "\r\n")
  }
}
