/// Turns fields into delimited text: RFC 4180, with CRLF between records and quotes only where they are needed.
public struct CSVEncoder: Sendable {
  public var delimiter: CSVDelimiter
  /// Whether text that a spreadsheet program would run as a formula gets an apostrophe in front. Numbers do not.
  package var escapesFormulas: Bool

  public init(delimiter: CSVDelimiter = .semicolon, escapesFormulas: Bool = false) {
    self.delimiter = delimiter
    self.escapesFormulas = escapesFormulas
  }

  /// Adds a record with its line end.
  public func append(_ fields: some Sequence<String>, to output: inout [UInt8]) {
    let start = output.count
    var isFirst = true
    for field in fields {
      if !isFirst { output.append(delimiter.rawValue) }
      isFirst = false
      append(field, to: &output)
    }
    // A record of one empty field would otherwise be a blank line, which readers pass over.
    if output.count == start { output.append(contentsOf: "\"\"".utf8) }
    output.append(contentsOf: "\r\n".utf8)
  }

  private func append(_ field: String, to output: inout [UInt8]) {
    let prefix = escapesFormulas && Self.looksLikeFormula(field) ? "'" : ""
    let needsQuotes =
      field.utf8.contains { $0 == delimiter.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      || field.utf8.first == 0x20 || field.utf8.last == 0x20
    guard needsQuotes else {
      output.append(contentsOf: prefix.utf8)
      output.append(contentsOf: field.utf8)
      return
    }
    output.append(0x22)
    output.append(contentsOf: prefix.utf8)
    for byte in field.utf8 {
      if byte == 0x22 { output.append(byte) }
      output.append(byte)
    }
    output.append(0x22)
  }

  /// The starts that OWASP lists under CSV injection, except where the whole field is a number such as `-5,2`.
  private static func looksLikeFormula(_ field: String) -> Bool {
    guard let first = field.utf8.first, "=+-@\t\r\n".utf8.contains(first) else { return false }
    let isNumber =
      (first == UInt8(ascii: "-") || first == UInt8(ascii: "+")) && field.utf8.count > 1
      && field.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
    return !isNumber
  }
}
