/// Reads delimited text row by row, in constant memory and without a `String` for a field.
///
/// Making a reader looks through the file once: after that its encoding and delimiter are certain, and a file that is
/// no text at all has been refused before any row was handed out.
public struct CSVReader: Sendable {
  public let dialect: CSVDialect
  private let source: ByteSource
  private let survey: TextSurvey
  private let limits: SheetLimits

  /// - Throws: `SheetError`: what opening and reading throw, and what `TextSurvey` refuses.
  public init(contentsOf path: String, limits: SheetLimits = SheetLimits()) throws(SheetError) {
    try self.init(ByteSource(path: path), limits: limits)
  }

  /// Reads text that is in memory already, by the same code as a file.
  public init(bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws(SheetError) {
    try self.init(ByteSource(bytes: bytes), limits: limits)
  }

  package init(_ source: ByteSource, limits: SheetLimits) throws(SheetError) {
    self.source = source
    self.limits = limits
    survey = try TextSurvey(of: source, recordLimit: limits.recordBytes)
    var stream = TextStream(source, encoding: survey.encoding, from: survey.markLength)
    let head = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(limits.recordBytes, 1 << 16) + 16)
    defer { head.deallocate() }
    let length = try stream.fill(head)
    let start = UnsafeBufferPointer(rebasing: head[..<length])
    let isWhole = stream.position >= source.count
    guard !isWhole || start.contains(where: { $0 != 0x0A && $0 != 0x0D }) else { throw .empty }
    let (delimiter, isNamed) = CSVDialect.delimiter(of: start)
    dialect = CSVDialect(
      encoding: survey.encoding, hasByteOrderMark: survey.markLength > 0, delimiter: delimiter,
      hasSeparatorLine: isNamed, firstLineOutsideUTF8: survey.firstLineOutsideUTF8,
      likelyEncodings: survey.likelyEncodings)
  }

  /// Hands out the rows in order, the header first. Rows without any content are counted and passed over.
  ///
  /// - Throws: `SheetError.recordTooLong`, `tooManyFields`, `unclosedQuote` or `changedWhileReading`, what reading
  ///   throws, and whatever `body` throws.
  @discardableResult
  public func forEachRow(_ body: (borrowing CSVRow) throws -> Void) throws -> SheetRemarks {
    var pass = CSVPass(
      stream: TextStream(source, encoding: survey.encoding, from: survey.markLength), dialect: dialect, limits: limits)
    let remarks = try pass.run(body)
    if survey.encoding != .utf16LittleEndian, survey.encoding != .utf16BigEndian {
      guard pass.position == survey.length else { throw SheetError.changedWhileReading }
    }
    return remarks
  }
}

/// One pass over the rows of a text: the buffer, and where in the file it stands.
private struct CSVPass: ~Copyable {
  private var stream: TextStream
  private var scanner: CSVRecordScanner
  private let limits: SheetLimits
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var isFinal = false
  private var line = 1
  private var number = 1
  private var lastDelivered = 0
  private var awaitsSeparatorLine: Bool
  private let delimiter: UInt8
  /// Delimiters of the first row with content.
  private var delimitersOfRow: Int?
  private var remarks = SheetRemarks()

  /// Bytes read at once. A decision: calls to the system no longer show.
  private static let pieceLength = 1 << 18

  package init(stream: TextStream, dialect: CSVDialect, limits: SheetLimits) {
    self.stream = stream
    self.limits = limits
    scanner = CSVRecordScanner(delimiter: dialect.delimiter, fieldLimit: limits.columns)
    buffer = .allocate(capacity: Self.pieceLength * 2)
    awaitsSeparatorLine = dialect.hasSeparatorLine
    delimiter = dialect.delimiter.rawValue
  }

  deinit { buffer.deallocate() }

  package var position: Int { stream.position }

  package mutating func run(_ body: (borrowing CSVRow) throws -> Void) throws -> SheetRemarks {
    while true {
      guard start < end else {
        if isFinal { return remarks }
        try refill()
        continue
      }
      let base = buffer.baseAddress!
      switch scanner.scan(base, from: start, to: end, isFinal: isFinal) {
      case .needsMore(let openQuote):
        try checkLength(end - start, openQuote: openQuote)
        if isFinal { throw SheetError.unclosedQuote(line: lineOfQuote(at: openQuote ?? start)) }
        try refill()
      case .tooManyFields:
        throw SheetError.tooManyFields(line: line, limit: limits.columns)
      case .record(let next):
        try checkLength(next - start, openQuote: nil)
        try deliver(upTo: next, to: body)
      }
    }
  }

  private func checkLength(_ length: Int, openQuote: Int?) throws(SheetError) {
    guard length > limits.recordBytes else { return }
    throw .recordTooLong(
      line: line, limit: limits.recordBytes, openQuoteLine: openQuote.map { lineOfQuote(at: $0) })
  }

  private func lineOfQuote(at offset: Int) -> Int {
    line + lineEnds(in: UnsafeBufferPointer(rebasing: buffer[start..<offset]))
  }

  private mutating func deliver(upTo next: Int, to body: (borrowing CSVRow) throws -> Void) throws {
    let base = buffer.baseAddress!
    let recordLine = line
    var quotedRowCount = 0
    if scanner.hasQuotes {
      let record = UnsafeBufferPointer(rebasing: buffer[start..<next])
      let lines = lineEnds(in: record)
      if lines > 1 { quotedRowCount = quotedRows(in: record) }
      line += lines
      scanner.unescape(base)
    } else {
      line += 1
    }
    let isUnended = isFinal && next == end && buffer[next - 1] != 0x0A && buffer[next - 1] != 0x0D
    start = next
    if awaitsSeparatorLine {
      awaitsSeparatorLine = false
      return
    }
    defer { number += 1 }
    guard hasContent() else { return }
    remarks.rowCount += 1
    remarks.blankRowCount += number - lastDelivered - 1
    lastDelivered = number
    if isUnended { remarks.unendedRow = .init(number: number, count: scanner.count) }
    if delimitersOfRow == nil { delimitersOfRow = scanner.count - 1 }
    try body(
      SheetRow(
        base: base, bounds: scanner.bounds, traits: nil, count: scanner.count, number: number, line: recordLine,
        hasStrayQuote: scanner.hasStrayQuote, quotedRowCount: quotedRowCount))
  }

  /// Rows within the quotes of a record of several lines. When every line has at least as many delimiters as a row, each
  /// is a row of its own, and a quote joined them; a text of several lines in one cell does not look like that. Rows of
  /// fewer than three cells are too like a text to tell.
  private func quotedRows(in record: UnsafeBufferPointer<UInt8>) -> Int {
    guard let delimitersOfRow, delimitersOfRow >= 2 else { return 0 }
    var rows = 0
    for line in record.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.count(where: { $0 == delimiter }) >= delimitersOfRow else { return 0 }
      rows += 1
    }
    return max(0, rows - 1)
  }

  private func hasContent() -> Bool {
    for field in 0..<scanner.count where scanner.bounds[field].start != scanner.bounds[field].end { return true }
    return false
  }

  /// Moves the unfinished record to the front and reads on behind it, in a buffer that grows only up to the record
  /// limit and one piece.
  private mutating func refill() throws(SheetError) {
    let left = end - start
    if start > 0 {
      buffer.baseAddress!.update(from: buffer.baseAddress! + start, count: left)
      (start, end) = (0, left)
    }
    if buffer.count - left < Self.pieceLength {
      let grown = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
      grown.baseAddress!.update(from: buffer.baseAddress!, count: left)
      buffer.deallocate()
      buffer = grown
    }
    let got = try stream.fill(UnsafeMutableBufferPointer(rebasing: buffer[left..<left + Self.pieceLength]))
    end = left + got
    isFinal = got == 0
  }
}
