import Invented
import Model

@testable import Sheets

/// Reads any bytes as a workbook: as they are, and as one part of a workbook whose archive is sound, so that the
/// reading of the XML is reached without guessing a checksum.
func fuzzXLSX(_ bytes: [UInt8]) {
  guard let choice = bytes.first else { return }
  switch choice {
  case UInt8(ascii: "1")...UInt8(ascii: "5"):
    readAll(archive(with: Array(bytes.dropFirst()), at: Int(choice - UInt8(ascii: "1"))))
  default:
    readAll(bytes)
  }
}

private func archive(with part: [UInt8], at index: Int) -> [UInt8] {
  let relation =
    "<Relationship Id='a' Type='t/worksheet' Target='s.xml'/><Relationship Id='b' Type='t/styles' "
    + "Target='y.xml'/><Relationship Id='c' Type='t/sharedStrings' Target='h.xml'/>"
  let sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='s' s='1'><v>0</v></c><c s='1'><v>43555.5</v></c></row>"
  var builder = ZipBuilder([
    (
      "xl/workbook.xml",
      "<workbook xmlns:r='\(WorkbookNamespace.relations)'><sheets><sheet name='x' r:id='a'/></sheets></workbook>"
    ),
    ("xl/_rels/workbook.xml.rels", "<Relationships>\(relation)</Relationships>"),
    ("xl/s.xml", sheet + "</sheetData></worksheet>"),
    ("xl/y.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='22'/></cellXfs></styleSheet>"),
    ("xl/h.xml", "<sst><si><t>x</t></si></sst>"),
    ("[Content_Types].xml", "<Types/>"),
  ])
  builder.entries[index].bytes = part
  return builder.bytes
}

/// Reads every sheet of a workbook of either kind, in limits that many tries a second bear.
func readAll(_ bytes: [UInt8]) {
  var limits = SheetLimits()
  limits.unpackedBytes = 4_000_000
  limits.cells = 100_000
  limits.rows = 5_000
  do {
    let source = try SheetSource(bytes: bytes, limits: limits)
    for index in source.sheets.indices {
      var previous = 0
      try source.forEachRow(ofSheet: index) { row in
        precondition(row.number > previous, "rows go down the page")
        previous = row.number
        for column in 0..<row.count {
          precondition((row.kind(at: column) == .empty) == row[column].isEmpty, "a kind goes with its value")
          precondition(String(validating: row[column].bytes, as: UTF8.self) != nil, "cells are UTF-8")
        }
      }
    }
  } catch let error as SheetError {
    precondition(!error.message.nl.isEmpty, "an error has a sentence")
  } catch {
    preconditionFailure("only a SheetError comes out of a reader")
  }
}
