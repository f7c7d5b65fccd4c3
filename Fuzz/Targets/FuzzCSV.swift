import Model

@testable import Sheets

/// Reads any bytes as delimited text, twice: with the limits of the product and with limits so small that every input
/// meets them. Both must end in rows or in a `SheetError`, and rows must hold what the view promises.
func fuzzCSV(_ bytes: [UInt8]) {
  var small = SheetLimits()
  small.recordBytes = 16
  small.columns = 4
  read(bytes, limits: SheetLimits())
  read(bytes, limits: small)
}

private func read(_ bytes: [UInt8], limits: SheetLimits) {
  do {
    let source = try SheetSource(bytes: bytes, limits: limits)
    var previous = 0
    var previousLine = 0
    try source.forEachRow { row in
      precondition(row.number > previous && row.line > previousLine, "rows go down the page")
      (previous, previousLine) = (row.number, row.line)
      precondition(row.count > 0, "a row has fields")
      var content = 0
      for column in 0..<row.count {
        content += row[column].count
        precondition(row[column].bytes.allSatisfy { $0 != 0 }, "text has no zero bytes")
      }
      precondition(content > 0, "a row without content is passed over")
      precondition(
        row.strings().allSatisfy { String(validating: Array($0.utf8), as: UTF8.self) != nil }, "fields are UTF-8")
    }
  } catch let error as SheetError {
    precondition(!error.message.nl.isEmpty, "an error has a sentence")
  } catch {
    preconditionFailure("only a SheetError comes out of a reader")
  }
}
