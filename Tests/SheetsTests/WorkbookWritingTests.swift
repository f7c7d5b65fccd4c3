import Foundation
import Invented
import Testing

@testable import Sheets

/// What a workbook holds after it was written: each value read back, and the parts that only programs see.
@Suite struct `A workbook that is written` {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/a.xlsx" }

  init() throws { folder = try TemporaryFolder() }

  private func readBack(_ rows: [[WorkbookCell]]) throws -> [[SheetCell]] {
    try WorkbookWriter(title: "").write([WorkbookSheet(name: "T", rows: rows)], to: path)
    return try SheetSource(contentsOf: path).sheet(at: 0).rows
  }

  private func part(_ name: String) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let archive = try ZipArchive(ByteSource(bytes: bytes), limits: SheetLimits())
    return String(decoding: try archive.bytes(of: name, limit: 1 << 20), as: UTF8.self)
  }

  // MARK: Values

  private static let letters: [Character] = [
    "a", "Z", "é", " ", "_", "x", "0", "4", "F", "<", "&", "\"", "'", "\n", "\t", "=", "\u{1}", "\u{1F4A1}", "\u{A0}",
  ]

  private static func value(_ generator: inout SplitMix) -> WorkbookCell.Value {
    switch generator.next() % 6 {
    case 0: return .integer(Int(truncatingIfNeeded: generator.next()) % 1_000_000_000_000_000)
    case 1: return .decimal(Double(Int(generator.next() % 2_000_000) - 1_000_000) / 1024 + 1 / 2048)
    case 2: return .boolean(generator.next() % 2 == 0)
    case 3:
      return .date(
        year: 1901 + Int(generator.next() % 300), month: 1 + Int(generator.next() % 12),
        day: 1 + Int(generator.next() % 28))
    case 4: return .text("x" + String((0..<Int(generator.next() % 9)).map { _ in letters[Int(generator.next() % 19)] }))
    default: return .empty
    }
  }

  @Test func `gives back every value as it was`() throws {
    var generator = SplitMix(seed: 20)
    let rows = (0..<400).map { _ in
      [WorkbookCell(.integer(1))] + (0..<6).map { _ in WorkbookCell(Self.value(&generator)) } + [WorkbookCell.text("z")]
    }
    let copies = try readBack(rows).map { $0.map { WorkbookCell(copying: $0) } }
    #expect(copies.count == rows.count)
    for (copy, row) in zip(copies, rows) { #expect(copy == row) }
  }

  @Test(arguments: [
    (999_999_999_999_999, CellKind.number), (1_000_000_000_000_000, .text), (-999_999_999_999_999, .number),
    (-1_000_000_000_000_000, .text), (0, .number), (Int.max, .text), (Int.min, .text),
  ])
  func `keeps a whole number of up to fifteen digits a number, and a longer one to its last digit`(
    _ number: Int, _ kind: CellKind
  ) throws {
    let cells = try readBack([[WorkbookCell(.integer(number))]])
    #expect(cells.map { $0.map(\.text) } == [["\(number)"]])
    #expect(cells.map { $0.map(\.kind) } == [[kind]])
  }

  @Test(
    arguments: [
      (1900, 1, 1), (1900, 2, 28), (1900, 3, 1), (1999, 12, 31), (2000, 2, 29), (2023, 2, 28), (2024, 2, 29),
      (9999, 12, 31),
    ])
  func `holds the days there are`(_ year: Int, _ month: Int, _ day: Int) throws {
    let cells = try readBack([[WorkbookCell(.date(year: year, month: month, day: day))]])
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    #expect(cells.map { $0.map(\.text) } == [["\(year)-\(two(month))-\(two(day))"]])
    #expect(cells.map { $0.map(\.kind) } == [[.date]])
  }

  @Test(
    arguments: [
      (1899, 12, 31), (1900, 2, 29), (2100, 2, 29), (2023, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 6, 31),
      (2024, 9, 31), (2024, 11, 31), (2024, 1, 32), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (10_000, 1, 1),
    ])
  func `refuses the days there are not, by their place`(_ year: Int, _ month: Int, _ day: Int) {
    #expect(!SheetPage.exists(year, month, day))
    let cell = WorkbookCell(.date(year: year, month: month, day: day))
    #expect(
      sheetError { try WorkbookWriter(title: "").write([WorkbookSheet(name: "T", rows: [[.empty, cell]])], to: path) }
        == .valueOutOfRange(sheet: "T", row: 1, column: 2))
    #expect((try? folder.names) == [])
  }

  @Test func `takes a text of 32,767 signs and not one more, in a cell and in its comment`() throws {
    let longest = String(repeating: "x", count: 32_767)
    #expect(try readBack([[.text(longest)]])[0][0].text == longest)
    let tooLong = SheetError.cellTextTooLong(sheet: "T", row: 1, column: 1, limit: 32_767)
    func error(_ cell: WorkbookCell) -> SheetError? {
      sheetError { try WorkbookWriter(title: "").write([WorkbookSheet(name: "T", rows: [[cell]])], to: path) }
    }
    #expect(error(.text(longest + "x")) == tooLong)
    // Two units of UTF-16 each.
    #expect(error(.text(String(repeating: "\u{1F4A1}", count: 16_384))) == tooLong)
    #expect(error(WorkbookCell(.integer(1), comment: longest + "x")) == tooLong)
  }

  // MARK: Copies

  @Test(
    arguments: [
      (.empty, "", .empty), (.boolean, "true", .boolean(true)), (.boolean, "false", .boolean(false)),
      (.number, "12", .integer(12)), (.number, "-7", .integer(-7)), (.number, "0.25", .decimal(0.25)),
      (.number, "999999999999999", .integer(999_999_999_999_999)),
      (.number, "12345678901234567", .text("12345678901234567")),
      (.number, "1.50", .text("1.50")), (.number, "n", .text("n")),
      (.date, "2024-02-29", .date(year: 2024, month: 2, day: 29)),
      (.date, "2023-02-29", .text("2023-02-29")), (.date, "2024-02-29T10:00:00", .text("2024-02-29T10:00:00")),
      (.date, "2024-02", .text("2024-02")), (.text, "007", .text("007")), (.time, "10:00:00", .text("10:00:00")),
      (.error, "#N/A", .text("#N/A")),
    ] as [(CellKind, String, WorkbookCell.Value)])
  func `takes over a delivered cell by its kind, and as text what would change`(
    _ kind: CellKind, _ text: String, _ value: WorkbookCell.Value
  ) {
    let cell = SheetCell(place: CellReference(row: 1, column: 1), text: text, kind: kind, isFormula: false)
    let copy = WorkbookCell(copying: cell, style: .error, comment: "c")
    #expect(copy == WorkbookCell(value, style: .error, comment: "c"))
    #expect(copy.isBlank == (kind == .empty))
  }

  // MARK: What only programs see

  @Test func `has its widths, the rows that stay in sight and the lists to choose from`() throws {
    let choices = ["a, b", "c"]
    let sheet = WorkbookSheet(
      name: "T", columns: [.init(width: 12), .init(width: 30)], rows: [[.text("h"), .text("i")]], frozenRows: 1,
      dropDowns: [
        .init(
          column: 2, firstRow: 2, lastRow: 10, choices: choices, isStrict: true,
          errorTitle: String(repeating: "t", count: 40), errorMessage: String(repeating: "m", count: 300)),
        .init(
          column: 1, firstRow: 3, lastRow: 4, choices: choices, isStrict: false, errorTitle: "t", errorMessage: "m"),
        .init(column: 1, firstRow: 5, lastRow: 5, choices: ["d"], isStrict: true, errorTitle: "", errorMessage: "n"),
      ])
    try WorkbookWriter(title: "", listSheetName: "Keuze's").write([sheet], to: path)
    let page = try part("xl/worksheets/sheet1.xml")
    #expect(page.contains(#"<col min="1" max="1" width="12.7109375" customWidth="1"/>"#))
    #expect(page.contains(#"<col min="2" max="2" width="30.7109375" customWidth="1"/>"#))
    #expect(page.contains(#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#))
    let rules = page.matches(of: /<dataValidation .*?<\/dataValidation>/).map { String($0.output) }
    #expect(
      rules == [
        #"<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle=""#
          + String(repeating: "t", count: 32) + #"" error=""# + String(repeating: "m", count: 255)
          + #"" sqref="B2:B10"><formula1>'Keuze''s'!$A$1:$A$2</formula1></dataValidation>"#,
        #"<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" "#
          + #"errorTitle="t" error="m" sqref="A3:A4"><formula1>'Keuze''s'!$A$1:$A$2</formula1></dataValidation>"#,
        #"<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="" error="n" "#
          + #"sqref="A5"><formula1>'Keuze''s'!$B$1:$B$1</formula1></dataValidation>"#,
      ])
    #expect(try part("xl/workbook.xml").contains(#"<sheet name="Keuze's" sheetId="2" state="hidden" r:id="rId2"/>"#))
    #expect(try SheetSource(contentsOf: path).fields(ofSheet: 1) == [["a, b", "d"], ["c", ""]])
  }

  @Test func `states its title, its author and a day that never changes`() throws {
    try WorkbookWriter(title: "Levering <2024>", author: "A & B").write(
      [WorkbookSheet(name: "T", rows: [[.text("x")]])], to: path)
    let core = try part("docProps/core.xml")
    #expect(core.contains("<dc:title>Levering &lt;2024&gt;</dc:title><dc:creator>A &amp; B</dc:creator>"))
    #expect(core.contains(#"<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>"#))
  }

  @Test func `has a look of its own for every style, and none for a plain cell`() throws {
    let styles = WorkbookCell.Style.allCases
    _ = try readBack([styles.map { WorkbookCell(.text($0.rawValue), style: $0) }])
    let page = try part("xl/worksheets/sheet1.xml")
    let looks = page.matches(of: /<c r="([A-Z])1"(?: s="(\d+)")? t="s">/).map { "\($0.1)\($0.2 ?? "")" }
    #expect(looks == ["A", "B1", "C2", "D3", "E4", "F5", "G6"])
    let fills = try part("xl/styles.xml").matches(of: /<fgColor rgb="FF(\w+)"\/>/).map { String($0.1) }
    #expect(fills == ["E3E8EE", "F6C7C3", "FBE7B2", "D6E6F5"])
  }

  @Test func `is refused when its sheet is taller or wider than a spreadsheet`() throws {
    let wide = WorkbookSheet(name: "W", rows: [[], Array(repeating: .empty, count: 16_385)])
    #expect(
      sheetError { try WorkbookWriter(title: "").write([wide], to: path) }
        == .tooManyColumns(sheet: "W", row: 2, limit: 16_384))
    let tall = WorkbookSheet(name: "H", rows: Array(repeating: [], count: 1_048_577))
    #expect(
      sheetError { try WorkbookWriter(title: "").write([tall], to: path) } == .tooManyRows(sheet: "H", limit: 1_048_576)
    )
    let widest = WorkbookSheet(name: "W", rows: [Array(repeating: .empty, count: 16_383) + [.text("x")]])
    try WorkbookWriter(title: "").write([widest], to: path)
    #expect(try SheetSource(contentsOf: path).sheet(at: 0).rows[0].last?.place.description == "XFD1")
  }

  // MARK: Text files

  @Test(arguments: CSVDelimiter.allCases)
  func `as text quotes its own delimiter and no other`(_ delimiter: CSVDelimiter) {
    let signs = CSVDelimiter.allCases.map { String(UnicodeScalar($0.rawValue)) }
    var bytes: [UInt8] = []
    CSVEncoder(delimiter: delimiter).append(signs, to: &bytes)
    let own = String(UnicodeScalar(delimiter.rawValue))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == signs.map { $0 == own ? "\"\($0)\"" : $0 }.joined(separator: own) + "\r\n")
  }

  @Test(arguments: [1, 65_533, 65_534, 65_535, 200_000])
  func `as text is whole whatever its size`(_ size: Int) throws {
    let writer = try CSVWriter(to: path, hasByteOrderMark: false)
    let field = String(repeating: "x", count: size)
    try writer.write([field])
    try writer.write(["b", field])
    try writer.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "\(field)\r\nb;\(field)\r\n")
    #expect(try folder.names == ["a.xlsx"])
  }

  @Test func `takes its name at the end, beside files that others left behind`() throws {
    let left = try folder.file(".a.xlsx.\(getpid())-0.tmp", [0x78])
    do {
      let file = try AtomicFile(path: path)
      #expect(file.temporaryPath == folder.path + "/.a.xlsx.\(getpid())-1.tmp")
      try OutputDescriptor(path: file.temporaryPath).write(Array("nieuw".utf8))
      #expect(!FileManager.default.fileExists(atPath: path))
      try file.commit()
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "nieuw")
    #expect(try String(contentsOfFile: left, encoding: .utf8) == "x")
    #expect(try folder.names.sorted() == [".a.xlsx.\(getpid())-0.tmp", "a.xlsx"])
  }
}
