public import Model
public import Sheets

/// Findings as a table: one row a finding, for whoever mends a delivery with the list beside it.
public enum FindingsFile {
  /// The names of the columns. Programs read the answer in JSON, which is the same in every language.
  public static func header(_ language: Language) -> [String] {
    switch language {
    case .nl: ["bestand", "rij", "kolom", "regel", "ernst", "bevinding", "wat te doen"]
    case .en: ["file", "row", "column", "rule", "severity", "finding", "what to do"]
    }
  }

  /// CSV with semicolons and a byte order mark, so that spreadsheet programs open it well.
  public static func csv(_ findings: [Finding], language: Language) -> [UInt8] {
    let encoder = CSVEncoder(delimiter: .semicolon, escapesFormulas: true)
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    encoder.append(header(language), to: &bytes)
    for finding in findings { encoder.append(fields(of: finding, language), to: &bytes) }
    return bytes
  }

  /// Writes the table to a file, which appears complete or not at all.
  /// - Throws: `SheetError` when the file cannot be written.
  public static func write(_ findings: [Finding], to path: String, language: Language) throws(SheetError) {
    let encoder = CSVEncoder(delimiter: .semicolon, escapesFormulas: true)
    let writer = try CSVWriter(to: path, encoder: encoder, hasByteOrderMark: true)
    try writer.write(header(language))
    for finding in findings { try writer.write(fields(of: finding, language)) }
    try writer.finish()
  }

  static func fields(of finding: Finding, _ language: Language) -> [String] {
    [
      finding.place.file, finding.place.row.map { String($0) } ?? "", finding.place.column ?? "", finding.rule,
      finding.severity.label[language], finding.message[language], finding.remedy[language],
    ]
  }
}

extension Finding.Severity {
  /// `apart gehouden`, for whoever reads the table.
  var label: LocalizedText {
    switch self {
    case .fatal: LocalizedText(nl: "niet bruikbaar", en: "not usable")
    case .error: LocalizedText(nl: "apart gehouden", en: "set aside")
    case .warning: LocalizedText(nl: "let op", en: "warning")
    case .note: LocalizedText(nl: "ter informatie", en: "note")
    }
  }
}
