/// The sign between two fields of a text file.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
  // In the order in which a tie is decided: a semicolon is what Dutch spreadsheet programs write.
  case semicolon = 0x3B
  case tab = 0x09
  case comma = 0x2C
  case verticalBar = 0x7C
}

/// How a text file turned out to be written.
public struct CSVDialect: Equatable, Sendable {
  public var encoding: TextEncoding
  public var hasByteOrderMark: Bool
  public var delimiter: CSVDelimiter
  /// Whether the first line is Excel's `sep=;`, which is not a row.
  package var hasSeparatorLine: Bool
  /// Set when the text is read as Windows-1252: the first line with bytes that are not UTF-8.
  package var firstLineOutsideUTF8: Int?
  /// When that is so: what the text was probably written in, so that its letters with accents were read wrongly.
  package var likelyEncodings: [OldEncoding] = []
}

extension CSVDialect {
  /// The delimiter of a text that starts like this, and whether its first line names it.
  ///
  /// Without a `sep=` line, the sign that occurs most often outside quotes in the first record that is not blank and
  /// no remark: remarks begin with `#`, and in prose commas are common.
  package static func delimiter(of head: UnsafeBufferPointer<UInt8>) -> (delimiter: CSVDelimiter, isNamed: Bool) {
    if let named = separatorLine(of: head) { return (named, true) }
    var counts = [Int](repeating: 0, count: 256)
    var isQuoted = false
    var hasContent = false
    var isRemark = false
    for byte in head {
      if byte == UInt8(ascii: "#"), !hasContent { isRemark = true }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if hasContent, !isRemark { break }
        if hasContent { counts = [Int](repeating: 0, count: 256) }
        (hasContent, isRemark) = (false, false)
        continue
      }
      hasContent = true
      counts[Int(byte)] += 1
    }
    var best = CSVDelimiter.semicolon
    for candidate in CSVDelimiter.allCases where counts[Int(candidate.rawValue)] > counts[Int(best.rawValue)] {
      best = candidate
    }
    return (best, false)
  }

  /// `sep=;` in any case, with or without quotes; behind it may stand the delimiters of the empty cells that a program
  /// saw beside it.
  private static func separatorLine(of head: UnsafeBufferPointer<UInt8>) -> CSVDelimiter? {
    var line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    let isQuoted = line.first == UInt8(ascii: "\"")
    if isQuoted { line = line.dropFirst() }
    guard line.count >= 5, line.prefix(4).elementsEqual("sep=".utf8, by: { $0 | 0x20 == $1 | 0x20 }) else { return nil }
    let sign = line[line.startIndex + 4]
    var rest = line.dropFirst(5)
    if isQuoted {
      guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    }
    return rest.allSatisfy({ $0 == sign }) ? CSVDelimiter(rawValue: sign) : nil
  }
}
