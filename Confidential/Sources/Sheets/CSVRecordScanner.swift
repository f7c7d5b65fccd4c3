/// Finds the fields of one record in a buffer: RFC 4180, and what spreadsheet programs accept beyond it.
///
/// A quote opens a quoted field only as the first byte of a field; elsewhere it is an ordinary sign. Text after a
/// closing quote is kept. Records end in LF, CR or CRLF.
struct CSVRecordScanner: ~Copyable {
  enum Ending {
    /// The record is complete; the next one starts at this offset.
    case record(next: Int)
    /// The buffer ends first. The offset is that of the quote still open, if one is.
    case needsMore(openQuote: Int?)
    case tooManyFields
  }

  private(set) var bounds: UnsafeMutablePointer<FieldBounds>
  private(set) var count = 0
  private(set) var hasStrayQuote = false
  /// Whether any field is quoted: only then can the record span lines or need unescaping.
  private(set) var hasQuotes = false
  private var capacity = 64
  private let limit: Int
  private let delimiter: UInt8
  /// For each byte whether it can end a field.
  private let endsField: UnsafeMutablePointer<Bool>

  init(delimiter: CSVDelimiter, fieldLimit: Int) {
    self.delimiter = delimiter.rawValue
    limit = fieldLimit
    bounds = .allocate(capacity: capacity)
    endsField = .allocate(capacity: 256)
    endsField.initialize(repeating: false, count: 256)
    for byte in [delimiter.rawValue, 0x0A, 0x0D] { endsField[Int(byte)] = true }
  }

  deinit {
    bounds.deallocate()
    endsField.deallocate()
  }

  /// Scans the record that starts at `start`. Nothing in the buffer changes, so that a scan can be repeated when
  /// more has been read.
  mutating func scan(
    _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isFinal: Bool
  ) -> Ending {
    count = 0
    hasStrayQuote = false
    hasQuotes = false
    var index = start
    while true {
      let fieldStart = index
      if index < end, base[index] == UInt8(ascii: "\"") {
        hasQuotes = true
        guard let close = closingQuote(base, after: index, to: end, isFinal: isFinal) else {
          return .needsMore(openQuote: fieldStart)
        }
        index = close + 1
        if index < end, !endsField[Int(base[index])] { hasStrayQuote = true }
      }
      while index < end, !endsField[Int(base[index])] { index += 1 }
      guard index < end || isFinal else { return .needsMore(openQuote: nil) }
      guard append(FieldBounds(start: UInt32(fieldStart), end: UInt32(index))) else { return .tooManyFields }
      guard index < end else { return .record(next: end) }
      let sign = base[index]
      index += 1
      if sign == delimiter { continue }
      guard sign == 0x0D else { return .record(next: index) }
      if index < end { return .record(next: base[index] == 0x0A ? index + 1 : index) }
      return isFinal ? .record(next: index) : .needsMore(openQuote: nil)
    }
  }

  /// The offset of the quote that closes the one at `open`, or nil when the buffer ends before that is certain.
  private func closingQuote(
    _ base: UnsafePointer<UInt8>, after open: Int, to end: Int, isFinal: Bool
  ) -> Int? {
    var index = open + 1
    while index < end {
      let rest = UnsafeBufferPointer(start: base + index, count: end - index)
      guard let offset = rest.firstOffset(of: UInt8(ascii: "\"")) else { return nil }
      index += offset
      if index + 1 == end { return isFinal ? index : nil }
      guard base[index + 1] == UInt8(ascii: "\"") else { return index }
      index += 2
    }
    return nil
  }

  @inline(__always)
  private mutating func append(_ field: FieldBounds) -> Bool {
    if count == capacity {
      guard count < limit else { return false }
      let grown = UnsafeMutablePointer<FieldBounds>.allocate(capacity: capacity * 2)
      grown.moveInitialize(from: bounds, count: count)
      bounds.deallocate()
      bounds = grown
      capacity *= 2
    }
    bounds[count] = field
    count += 1
    return count <= limit
  }

  /// Takes the quotes off the quoted fields of the record just found, in place.
  mutating func unescape(_ base: UnsafeMutablePointer<UInt8>) {
    for field in 0..<count {
      let start = Int(bounds[field].start)
      let end = Int(bounds[field].end)
      guard start < end, base[start] == UInt8(ascii: "\"") else { continue }
      var isQuoted = true
      var target = start
      var index = start + 1
      while index < end {
        let byte = base[index]
        if isQuoted, byte == UInt8(ascii: "\"") {
          if index + 1 < end, base[index + 1] == byte {
            index += 1
          } else {
            isQuoted = false
            index += 1
            continue
          }
        }
        base[target] = byte
        target += 1
        index += 1
      }
      bounds[field].end = UInt32(target)
    }
  }
}

/// The number of line ends in a stretch of text: LF, CR, or both as one.
func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var ends = 0
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == 0x0D || byte == 0x0A && previous != 0x0D { ends += 1 }
    previous = byte
  }
  return ends
}
