import Invented

@testable import Sheets

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
