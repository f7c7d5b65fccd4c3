import Foundation
import Invented
import Testing

@testable import Sheets

/// What an ODS file holds after it was written: each value read back, and what may be filled in.
@Suite struct `An ODS file that is written` {
  private func bytes(_ sheet: WorkbookSheet) throws -> [UInt8] {
    try OpenDocumentWriter(title: "a & b").bytes(of: [sheet])
  }

  private func content(_ sheet: WorkbookSheet) throws -> String {
    let archive = try ZipArchive(ByteSource(bytes: try bytes(sheet)), limits: SheetLimits())
    return String(decoding: try archive.bytes(of: "content.xml", limit: 1 << 20), as: UTF8.self)
  }

  private static let letters: [Character] = [
    "a", "Z", "é", " ", " ", "_", "0", "<", "&", "\"", "'", "\n", "\t", "=", "]", ">", "\u{1F4A1}",
  ]

  private static func value(_ dice: inout SplitMix) -> WorkbookCell.Value {
    switch dice.next() % 6 {
    case 0: return .integer(Int(truncatingIfNeeded: dice.next()) % 1_000_000_000_000_000)
    case 1: return .decimal(Double(Int(dice.next() % 2_000_000) - 1_000_000) / 1024 + 1 / 2048)
    case 2: return .boolean(dice.next() % 2 == 0)
    case 3:
      return .date(
        year: 1901 + Int(dice.next() % 300), month: 1 + Int(dice.next() % 12), day: 1 + Int(dice.next() % 28))
    case 4: return .text("x" + String((0..<Int(dice.next() % 9)).map { _ in letters[Int(dice.next() % 17)] }) + "y")
    default: return .empty
    }
  }

  @Test func `gives back every value as it was`() throws {
    var dice = SplitMix(seed: 20)
    let rows = (0..<300).map { _ in
      [WorkbookCell(.integer(1))] + (0..<6).map { _ in WorkbookCell(Self.value(&dice)) } + [WorkbookCell.text("z")]
    }
    let sheet = WorkbookSheet(name: "T & \"co\"", rows: rows)
    let source = try SheetSource(bytes: try bytes(sheet))
    #expect(source.format == .ods && source.sheets.map(\.name) == ["T & \"co\""])
    let copies = try source.sheet(at: 0).rows.map { $0.map { WorkbookCell(copying: $0) } }
    #expect(copies.count == rows.count)
    for (copy, row) in zip(copies, rows) { #expect(copy == row) }
    #expect(try bytes(sheet) == bytes(sheet))
  }

  @Test func `keeps comments, hidden sheets and rows that are prepared out of the values`() throws {
    let list = WorkbookSheet.DropDown(
      column: 1, firstRow: 2, lastRow: 1001, choices: ["ja", "ne\"e"], isStrict: true, errorTitle: "t",
      errorMessage: "m")
    let header = WorkbookCell(.text("kop"), style: .header, comment: "uitleg <1>")
    let sheet = WorkbookSheet(
      name: "T", columns: [.init(width: 14)], rows: [[header]], frozenRows: 1, dropDowns: [list], isHidden: true)
    let source = try SheetSource(bytes: try bytes(sheet))
    #expect(try source.sheet(at: 0).rows.map { $0.map(\.text) } == [["kop"]])
    #expect(source.sheets.map(\.isHidden) == [true])
    let text = try content(sheet)
    #expect(text.contains("of:cell-content-is-in-list(&quot;ja&quot;;&quot;ne&quot;&quot;e&quot;)"))
    #expect(text.contains("table:base-cell-address=\"'T'.A2\""))
    #expect(
      text.contains(
        #"<table:table-row table:number-rows-repeated="1000"><table:table-cell table:style-name="open-plain" "#
          + #"table:content-validation-name="v1"></table:table-cell></table:table-row>"#))
  }

  @Test func `guards what may not be changed, and checks what is filled in`() throws {
    var sheet = WorkbookSheet(
      name: "T", columns: [.init(width: 9), .init(width: 9)],
      rows: [[.text("a", style: .header), .text("b", style: .header)], [.text("1"), .empty], [.text("2"), .empty]],
      frozenRows: 1)
    sheet.openColumns = [2]
    sheet.checks = [
      .init(
        column: 2, firstRow: 2, lastRow: 3, formula: "=OR(AND(ISNUMBER(B2),B2>=0),B2=\"niet, geleverd\")",
        title: "Aantal",
        message: "Een getal.")
    ]
    let text = try content(sheet)
    #expect(text.contains(#"table:name="T" table:protected="true""#))
    #expect(
      text.contains("of:is-true-formula(OR(AND(ISNUMBER([.B2]);[.B2]&gt;=0);[.B2]=&quot;niet, geleverd&quot;))"))
    let cells = text.components(separatedBy: "<table:table-row>").dropFirst()
    #expect(cells.map { $0.contains("open-plain") } == [false, true, true])
    #expect(cells.map { $0.contains("content-validation-name=\"v1\"") } == [false, true, true])
    #expect(
      text.contains(
        #"style:name="open-plain" style:family="table-cell"><style:table-cell-properties style:cell-protect="none"/>"#))
  }

  @Test func `appears complete or not at all`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.ods"
    try OpenDocumentWriter(title: "").write([WorkbookSheet(name: "T", rows: [[.text("x")]])], to: path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.ods"])
    #expect(throws: SheetError.folderNotFound) {
      try OpenDocumentWriter(title: "").write([], to: folder.path + "/er-niet/a.ods")
    }
  }
}
