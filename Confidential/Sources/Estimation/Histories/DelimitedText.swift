/// Delimited text as rows of trimmed fields with the line each began on; works on bytes, so that CRLF is two of them.
struct DelimitedText {
  struct Row {
    var line: Int
    var fields: [String]
  }
  private(set) var rows: [Row] = []

  private let separator: UInt8
  private var fields: [String] = []
  private var field: [UInt8] = []
  private var quoted = false
  private var line = 1
  private var rowLine = 1

  /// - Throws: `CaptureHistoryError.unclosedQuote` with the line of the row it is in.
  init(_ text: String) throws(CaptureHistoryError) {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    separator = Self.separator(of: bytes)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
      position += consume(byte, next: next)
    }
    guard !quoted else { throw .unclosedQuote(CaptureHistoryError.Place(line: rowLine)) }
    finishRow()
  }

  /// Whichever of comma and semicolon comes first outside quotes; a comma when there is neither.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var quoted = false
    for byte in bytes {
      if byte == 0x22 { quoted.toggle() }
      if !quoted, byte == 0x2C || byte == 0x3B { return byte }
    }
    return 0x2C
  }

  /// Takes one byte in; returns how many bytes are done with.
  private mutating func consume(_ byte: UInt8, next: UInt8) -> Int {
    let isLineEnd = byte == 0x0A || byte == 0x0D
    if byte == 0x22 {
      if quoted, next == 0x22 {
        field.append(byte)
        return 2
      }
      quoted.toggle()
    } else if quoted || !(isLineEnd || byte == separator) {
      if byte == 0x0A { line += 1 }
      field.append(byte)
    } else if byte == separator {
      finishField()
    } else {
      finishRow()
      line += 1
      rowLine = line
      return byte == 0x0D && next == 0x0A ? 2 : 1
    }
    return 1
  }

  private mutating func finishField() {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let start = field.firstIndex { !isBlank($0) } ?? field.endIndex
    let end = field.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    fields.append(String(decoding: field[start..<end], as: UTF8.self))
    field = []
  }

  private mutating func finishRow() {
    finishField()
    if fields != [""] { rows.append(Row(line: rowLine, fields: fields)) }
    fields = []
  }
}
