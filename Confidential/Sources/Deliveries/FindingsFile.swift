public import Model
public import Sheets

/// Findings as a table: one row a finding, for whoever mends a delivery with the list beside it.
public enum FindingsFile {
  /// The names of the columns, the same in every language: programs read them.
  public static let header = ["file", "row", "column", "rule", "severity", "message", "remedy"]

  /// CSV with semicolons and a byte order mark, so that spreadsheet programs open it well.
  public static func csv(_ findings: [Finding], language: Language) -> [UInt8] {
    let encoder = CSVEncoder(delimiter: .semicolon, escapesFormulas: true)
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    encoder.append(header, to: &bytes)
    for finding in findings { encoder.append(fields(of: finding, language), to: &bytes) }
    return bytes
  }

  /// Writes the table to a file, which appears complete or not at all.
  /// - Throws: `SheetError` when the file cannot be written.
  public static func write(_ findings: [Finding], to path: String, language: Language) throws(SheetError) {
    let encoder = CSVEncoder(delimiter: .semicolon, escapesFormulas: true)
    let writer = try CSVWriter(to: path, encoder: encoder, hasByteOrderMark: true)
    try writer.write(header)
    for finding in findings { try writer.write(fields(of: finding, language)) }
    try writer.finish()
  }

  static func fields(of finding: Finding, _ language: Language) -> [String] {
    [
      finding.place.file, finding.place.row.map { String($0) } ?? "", finding.place.column ?? "", finding.rule,
      finding.severity.rawValue, finding.message[language], finding.remedy[language],
    ]
  }
}
