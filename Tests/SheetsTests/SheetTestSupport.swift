import Foundation
import Testing

@testable import Sheets

/// A folder that exists for the length of one test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "sheets-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

func fixture(_ name: String) throws -> [UInt8] {
  let url = try #require(Bundle.module.url(forResource: "SheetFixtures/" + name, withExtension: nil))
  return [UInt8](try Data(contentsOf: url))
}

/// A row in a form that a test can keep.
struct KeptRow: Equatable {
  var number: Int
  var line: Int
  var fields: [String]
}

extension CSVReader {
  func keptRows() throws -> [KeptRow] {
    var rows: [KeptRow] = []
    try forEachRow { row in rows.append(KeptRow(number: row.number, line: row.line, fields: row.strings())) }
    return rows
  }

  func fields() throws -> [[String]] { try keptRows().map(\.fields) }
}

extension SheetSource {
  func fields(ofSheet index: Int = 0) throws -> [[String]] {
    var rows: [[String]] = []
    try forEachRow(ofSheet: index) { row in rows.append(row.strings()) }
    return rows
  }
}

func csv(_ text: String, limits: SheetLimits = SheetLimits()) throws -> CSVReader {
  try CSVReader(bytes: Array(text.utf8), limits: limits)
}

/// The `SheetError` that an operation throws, or nil.
func sheetError(of operation: () throws -> Void) -> SheetError? {
  do {
    try operation()
    return nil
  } catch {
    return error as? SheetError
  }
}

/// A workbook of one sheet, by hand.
func workbook(
  rows: String, strings: String = "", numberFormats: String = "", cellFormats: String = "", properties: String = "",
  afterData: String = ""
) -> ZipBuilder {
  ZipBuilder([
    ("[Content_Types].xml", "<Types/>"),
    (
      "_rels/.rels",
      "<Relationships><Relationship Id='r' Type='http://x/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    ),
    (
      "xl/workbook.xml",
      "<workbook xmlns:r='r'><workbookPr \(properties)/>"
        + "<sheets><sheet name='Blad1' sheetId='1' r:id='rId7'/></sheets></workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='rId7' Type='http://x/worksheet' Target='/xl/worksheets/tabel.xml'/>"
        + "<Relationship Id='rId8' Type='http://x/styles' Target='styles.xml'/>"
        + "<Relationship Id='rId9' Type='http://x/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet><numFmts>\(numberFormats)</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
        + "<cellXfs>\(cellFormats)</cellXfs></styleSheet>"
    ),
    ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
    ("xl/worksheets/tabel.xml", "<worksheet><sheetData>\(rows)</sheetData>\(afterData)</worksheet>"),
  ])
}
