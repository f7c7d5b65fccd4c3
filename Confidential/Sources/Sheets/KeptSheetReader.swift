/// Reads what was kept of a delivered file, in constant memory.
struct KeptSheetReader: Sendable {
  let about: KeptSheet.About
  private let source: ByteSource
  /// Where the rows begin.
  private let start: Int

  /// Bytes read at once. A decision: calls to the system no longer show.
  private static let pieceLength = 1 << 18

  /// - Throws: `SheetError.keptDamaged`, and what reading throws.
  init(_ source: ByteSource) throws {
    self.source = source
    let head = try source.bytes(at: 0, count: Self.pieceLength)
    var parser = head.withUnsafeBufferPointer { KeptFrame($0) }
    guard let length = parser.length, length <= head.count - KeptSheet.lengthCount else {
      throw SheetError.keptDamaged
    }
    start = KeptSheet.lengthCount + length
    about = try head.withUnsafeBufferPointer { bytes in
      parser = KeptFrame(UnsafeBufferPointer(rebasing: bytes[KeptSheet.lengthCount..<KeptSheet.lengthCount + length]))
      guard try parser.kind() == .about else { throw SheetError.keptDamaged }
      return try parser.about()
    }
  }

  func forEachRow(_ body: (borrowing SheetRow) throws -> Void) throws -> SheetRemarks {
    var pass = KeptSheetPass(source, from: start, pieceLength: Self.pieceLength)
    return try pass.run(body)
  }
}

/// One pass over the frames: the buffer, and where in the source it stands.
private struct KeptSheetPass: ~Copyable {
  private let source: ByteSource
  private var offset: Int
  private var buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var cells = KeptCells()

  init(_ source: ByteSource, from offset: Int, pieceLength: Int) {
    (self.source, self.offset) = (source, offset)
    buffer = .allocate(capacity: pieceLength)
  }

  deinit { buffer.deallocate() }

  mutating func run(_ body: (borrowing SheetRow) throws -> Void) throws -> SheetRemarks {
    while true {
      try fill(KeptSheet.lengthCount)
      guard let length = KeptFrame(UnsafeBufferPointer(rebasing: buffer[start..<end])).length else {
        throw SheetError.keptDamaged
      }
      try fill(KeptSheet.lengthCount + length)
      let first = start + KeptSheet.lengthCount
      var frame = KeptFrame(UnsafeBufferPointer(rebasing: buffer[first..<first + length]))
      start = first + length
      switch try frame.kind() {
      case .about: throw SheetError.keptDamaged
      case .remarks: return try frame.remarks()
      case .row: try cells.handOut(&frame, to: body)
      }
    }
  }

  /// Brings so many bytes from `start` on into the buffer.
  private mutating func fill(_ count: Int) throws {
    guard end - start < count else { return }
    guard count <= source.count else { throw SheetError.keptDamaged }
    if buffer.count < count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * count)
      _ = larger.update(fromContentsOf: buffer[start..<end])
      buffer.deallocate()
      buffer = larger
    } else if start > 0, let base = buffer.baseAddress {
      base.update(from: base + start, count: end - start)
    }
    (start, end) = (0, end - start)
    let room = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[end...]))
    let got = try source.read(into: room, at: offset)
    (offset, end) = (offset + got, end + got)
    guard end >= count else { throw SheetError.keptDamaged }
  }
}

/// Room for the cells of a row, used for one row after another.
package struct KeptCells: ~Copyable {
  private var bounds = UnsafeMutableBufferPointer<FieldBounds>.allocate(capacity: 64)
  private var traits = UnsafeMutableBufferPointer<CellTraits>.allocate(capacity: 64)

  package init() {}

  deinit {
    bounds.deallocate()
    traits.deallocate()
  }

  /// Hands out the row that `KeptSheetEncoder` wrote here.
  package mutating func row(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (borrowing SheetRow) throws -> Void
  ) throws {
    var frame = KeptFrame(UnsafeBufferPointer(rebasing: bytes[KeptSheet.lengthCount...]))
    guard try frame.kind() == .row else { throw SheetError.keptDamaged }
    try handOut(&frame, to: body)
  }

  fileprivate mutating func handOut(
    _ frame: inout KeptFrame, to body: (borrowing SheetRow) throws -> Void
  ) throws {
    let (number, line, quotes, count) = (
      try frame.number(), try frame.number(), try frame.number(), try frame.number()
    )
    // Every cell takes a byte at least.
    guard count <= frame.left else { throw SheetError.keptDamaged }
    makeRoom(for: count)
    for column in 0..<count { (bounds[column], traits[column]) = try frame.cell() }
    try body(
      SheetRow(
        base: frame.base, bounds: UnsafePointer(bounds.baseAddress!), traits: UnsafePointer(traits.baseAddress!),
        count: count, number: number, line: line, hasStrayQuote: quotes & 1 == 1, quotedRowCount: quotes >> 1))
  }

  private mutating func makeRoom(for count: Int) {
    guard count > bounds.count else { return }
    bounds.deallocate()
    traits.deallocate()
    bounds = .allocate(capacity: 2 * count)
    traits = .allocate(capacity: 2 * count)
  }
}

/// The bytes of one frame, read from its first to its last. Nothing is read beyond them.
private struct KeptFrame {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Of a frame that begins here; nil when there is not as much as a length.
  var length: Int? {
    guard bytes.count >= KeptSheet.lengthCount else { return nil }
    return (0..<KeptSheet.lengthCount).reduce(0) { $0 | Int(bytes[$1]) << (8 * $1) }
  }

  var base: UnsafePointer<UInt8> { bytes.baseAddress! }
  var left: Int { bytes.count - place }

  mutating func kind() throws -> KeptSheet.Frame {
    guard left > 0, let kind = KeptSheet.Frame(rawValue: bytes[place]) else { throw SheetError.keptDamaged }
    place += 1
    return kind
  }

  mutating func number() throws -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while place < bytes.count, shift < 63 {
      let byte = bytes[place]
      place += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80, value <= UInt(Int.max) { return Int(value) }
      shift += 7
    }
    throw SheetError.keptDamaged
  }

  private mutating func range(_ count: Int) throws -> Range<Int> {
    guard count >= 0, count <= left else { throw SheetError.keptDamaged }
    place += count
    return place - count..<place
  }

  private mutating func text() throws -> String {
    let count = try number()
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[try range(count)]), as: UTF8.self)
  }

  private mutating func word<Word: RawRepresentable>() throws -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else { throw SheetError.keptDamaged }
    return word
  }

  mutating func cell() throws -> (FieldBounds, CellTraits) {
    let head = try number()
    var traits = CellTraits(kind: head >> 1 == 0 ? .empty : .text)
    if head & 1 == 1 {
      guard let kind = CellKind(rawValue: UInt8(truncatingIfNeeded: try number())) else {
        throw SheetError.keptDamaged
      }
      let flags = try number()
      traits = CellTraits(kind: kind, isFormula: flags & 1 == 1, lacksResult: flags & 2 == 2)
      traits.shownLength = UInt32(truncatingIfNeeded: try number())
    }
    let value = try range(head >> 1)
    _ = try range(Int(traits.shownLength))
    return (FieldBounds(start: UInt32(value.lowerBound), end: UInt32(value.upperBound)), traits)
  }

  mutating func about() throws -> KeptSheet.About {
    var about = KeptSheet.About(format: try word(), dialect: nil, choice: nil)
    if try number() == 1 {
      let encoding: TextEncoding = try word()
      guard let delimiter = CSVDelimiter(rawValue: UInt8(truncatingIfNeeded: try number())) else {
        throw SheetError.keptDamaged
      }
      let (marks, line) = (try number(), try number() - 1)
      var likely: [OldEncoding] = []
      for _ in 0..<(try number()) { likely.append(try word()) }
      about.dialect = CSVDialect(
        encoding: encoding, hasByteOrderMark: marks & 1 == 1, delimiter: delimiter, hasSeparatorLine: marks & 2 == 2,
        firstLineOutsideUTF8: line < 0 ? nil : line, likelyEncodings: likely)
    }
    var tabs: [KeptSheet.Tab] = []
    for _ in 0..<(try number()) {
      tabs.append(KeptSheet.Tab(name: try text(), isHidden: try number() == 1, rowCount: try number()))
    }
    about.choice = tabs.first.map { KeptSheet.Choice(chosen: $0, others: Array(tabs.dropFirst())) }
    return about
  }

  mutating func remarks() throws -> SheetRemarks {
    var remarks = SheetRemarks()
    (remarks.rowCount, remarks.blankRowCount) = (try number(), try number())
    (remarks.formulaCount, remarks.formulasWithoutResult) = (try number(), try number())
    remarks.hiddenRowCount = try number()
    let (unended, cells) = (try number(), try number())
    if unended > 0 { remarks.unendedRow = .init(number: unended - 1, count: cells) }
    for _ in 0..<(try number()) {
      let first = CellReference(row: try number(), column: try number())
      remarks.mergedRanges.append(CellRange(from: first, to: CellReference(row: try number(), column: try number())))
    }
    return remarks
  }
}
