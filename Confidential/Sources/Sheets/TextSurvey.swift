import Glibc

/// What one quick pass over a text file tells before a single row is handed out: its encoding, and whether it is text.
///
/// The pass costs about a tenth of the reading itself; it is what makes an accented letter in the last megabyte
/// decide the encoding of the first.
struct TextSurvey: Equatable {
  var encoding: TextEncoding
  /// Length of the byte order mark.
  var markLength: Int
  /// The first line that is not UTF-8, when that is why the text is read as Windows-1252.
  var firstLineOutsideUTF8: Int?
  /// When that is so: what the text was probably written in instead.
  var likelyEncodings: [OldEncoding] = []
  /// Bytes seen.
  var length: Int

  /// Bytes read at once, as in `CSVReader`.
  private static let pieceLength = 1 << 18

  /// - Throws: what reading throws; `empty`, `nulByte`, `undecodable` for a file that says it is UTF-8 and is not,
  ///   and `recordTooLong` as soon as one line exceeds the limit.
  init(of source: ByteSource, recordLimit: Int) throws(SheetError) {
    let head = try source.bytes(at: 0, count: 4)
    guard !head.isEmpty else { throw .empty }
    (encoding, markLength) = Self.mark(of: head)
    length = source.count
    try passRepeatedMarks(source)
    guard encoding == .utf8 else { return }
    length = 0
    try inspect(source, recordLimit: recordLimit)
  }

  /// Programs that add a mark to a text that had one leave two.
  private mutating func passRepeatedMarks(_ source: ByteSource) throws(SheetError) {
    guard markLength > 0 else { return }
    let mark = try source.bytes(at: 0, count: markLength)
    while try source.bytes(at: markLength, count: mark.count) == mark { markLength += mark.count }
  }

  /// The encoding that the first bytes announce. Without a mark, two Latin letters of UTF-16 show as zero bytes.
  private static func mark(of head: [UInt8]) -> (TextEncoding, Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if head.count == 4 {
      if head[0] != 0, head[1] == 0, head[2] != 0, head[3] == 0 { return (.utf16LittleEndian, 0) }
      if head[0] == 0, head[1] != 0, head[2] == 0, head[3] != 0 { return (.utf16BigEndian, 0) }
    }
    return (.utf8, 0)
  }

  private mutating func inspect(_ source: ByteSource, recordLimit: Int) throws(SheetError) {
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceLength)
    defer { piece.deallocate() }
    var validator = UTF8Validator()
    var lineLength = 0
    var firstInvalid: Int?
    while true {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(piece), at: length)
      guard got > 0 else { break }
      let bytes = UnsafeBufferPointer(rebasing: piece[..<got])
      if let zero = bytes.firstOffset(of: 0) { throw .nulByte(line: try Self.line(at: length + zero, of: source)) }
      lineLength = bytes.firstOffset(of: 0x0A) == nil && bytes.firstOffset(of: 0x0D) == nil ? lineLength + got : 0
      guard lineLength <= recordLimit else {
        throw .recordTooLong(
          line: try Self.line(at: length + got - lineLength, of: source), limit: recordLimit, openQuoteLine: nil)
      }
      if firstInvalid == nil, let offset = validator.firstInvalid(in: bytes) { firstInvalid = length + offset }
      length += got
    }
    if firstInvalid == nil, !validator.isComplete { firstInvalid = length - 1 }
    guard let firstInvalid else { return }
    let line = try Self.line(at: firstInvalid, of: source)
    guard markLength == 0 else { throw .undecodable(.utf8, line: line) }
    encoding = .windows1252
    firstLineOutsideUTF8 = line
    likelyEncodings = try Self.likelyEncodings(of: source, in: piece)
  }

  private static func likelyEncodings(
    of source: ByteSource, in piece: UnsafeMutableBufferPointer<UInt8>
  ) throws(SheetError) -> [OldEncoding] {
    var census = AccentCensus()
    var position = 0
    while true {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(piece), at: position)
      guard got > 0 else { return census.likely }
      census.add(UnsafeBufferPointer(rebasing: piece[..<got]))
      position += got
    }
  }

  /// The line, counted from 1, on which the byte at `offset` lies; lines end in LF, CR or both.
  private static func line(at offset: Int, of source: ByteSource) throws(SheetError) -> Int {
    var line = 1
    var position = 0
    var previous: UInt8 = 0
    while position < offset {
      let piece = try source.bytes(at: position, count: min(pieceLength, offset - position))
      guard !piece.isEmpty else { break }
      for byte in piece {
        if byte == 0x0D || byte == 0x0A && previous != 0x0D { line += 1 }
        previous = byte
      }
      position += piece.count
    }
    return line
  }
}

extension UnsafeBufferPointer<UInt8> {
  func firstOffset(of byte: UInt8) -> Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
