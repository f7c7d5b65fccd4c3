/// What is kept of the sheet of a delivered file that was read: its rows as they were handed out, cell by cell, with what
/// the file's own format told of them, so that reading them again is reading the file again.
///
/// A row of frames: four bytes with the length of what follows, a byte with its kind, and that. First one about the file,
/// then one a row, then one with what the reader remarked. Numbers are written seven bits a byte, the lowest first.
package enum KeptSheet {
  /// What is known before the first row.
  package struct About: Equatable, Sendable {
    package var format: SheetFormat
    package var dialect: CSVDialect?
    package var choice: Choice?

    package init(format: SheetFormat, dialect: CSVDialect?, choice: Choice?) {
      (self.format, self.dialect, self.choice) = (format, dialect, choice)
    }
  }

  /// Which sheet was read, and which others could have been.
  package struct Choice: Equatable, Sendable {
    package var chosen: Tab
    package var others: [Tab]

    package init(chosen: Tab, others: [Tab]) { (self.chosen, self.others) = (chosen, others) }
  }

  package struct Tab: Equatable, Sendable {
    package var name: String
    package var isHidden: Bool
    package var rowCount: Int

    package init(name: String, isHidden: Bool, rowCount: Int) {
      (self.name, self.isHidden, self.rowCount) = (name, isHidden, rowCount)
    }
  }

  enum Frame: UInt8 { case about = 1, row, remarks }

  /// Bytes of the length before a frame.
  static let lengthCount = 4
}

/// Writes frames into memory; whoever owns it takes them out.
package struct KeptSheetEncoder: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var frameStart = 0
  package private(set) var count = 0

  /// A number takes ten bytes at most, seven bits each.
  private static let longestNumber = 10

  package init() { memory = .allocate(capacity: capacity) }

  deinit { memory.deallocate() }

  /// All frames so far.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  package mutating func removeAll() { count = 0 }

  package mutating func append(_ about: KeptSheet.About) {
    begin(.about)
    text(about.format.rawValue)
    number(about.dialect == nil ? 0 : 1)
    if let dialect = about.dialect {
      text(dialect.encoding.rawValue)
      number(Int(dialect.delimiter.rawValue))
      number((dialect.hasByteOrderMark ? 1 : 0) + (dialect.hasSeparatorLine ? 2 : 0))
      number((dialect.firstLineOutsideUTF8 ?? -1) + 1)
      number(dialect.likelyEncodings.count)
      for encoding in dialect.likelyEncodings { text(encoding.rawValue) }
    }
    let tabs = about.choice.map { [$0.chosen] + $0.others } ?? []
    number(tabs.count)
    for tab in tabs {
      text(tab.name)
      number(tab.isHidden ? 1 : 0)
      number(tab.rowCount)
    }
    end()
  }

  package mutating func append(_ remarks: SheetRemarks) {
    begin(.remarks)
    for count in [
      remarks.rowCount, remarks.blankRowCount, remarks.formulaCount, remarks.formulasWithoutResult,
      remarks.hiddenRowCount, (remarks.unendedRow?.number ?? -1) + 1, remarks.unendedRow?.count ?? 0,
      remarks.mergedRanges.count,
    ] { number(count) }
    for range in remarks.mergedRanges {
      for place in [range.first.row, range.first.column, range.last.row, range.last.column] { number(place) }
    }
    end()
  }

  /// A frame that was written before.
  package mutating func append(frame: UnsafeBufferPointer<UInt8>) { raw(frame) }

  /// Begins a row with as many cells as it has, or as are said; the cells come after it, and then `endRow`.
  package mutating func beginRow(_ row: borrowing SheetRow, count: Int? = nil) {
    begin(.row)
    number(row.number)
    number(row.line)
    number(row.quotedRowCount << 1 | (row.hasStrayQuote ? 1 : 0))
    number(count ?? row.count)
  }

  /// A cell as it stands.
  package mutating func append(_ row: borrowing SheetRow, _ column: Int) {
    let value = row[column].bytes
    guard row.isOfWorkbook else {
      // Nearly all cells: a text of fewer than 64 bytes.
      reserve(value.count + Self.longestNumber)
      if value.count < 64 {
        memory[count] = UInt8(value.count << 1)
        count += 1
      } else {
        number(value.count << 1)
      }
      if let start = value.baseAddress { (memory + count).update(from: start, count: value.count) }
      count += value.count
      return
    }
    let traits = row.traits(at: column)
    let isPlain =
      traits.kind == (value.isEmpty ? .empty : .text) && !traits.isFormula && !traits.lacksResult
      && traits.shownLength == 0
    number(value.count << 1 | (isPlain ? 0 : 1))
    if isPlain { return raw(value) }
    number(Int(traits.kind.rawValue))
    number((traits.isFormula ? 1 : 0) | (traits.lacksResult ? 2 : 0))
    number(Int(traits.shownLength))
    raw(value)
    if traits.shownLength > 0 { raw(row.shown(column).bytes) }
  }

  /// A cell with other text.
  package mutating func append(_ text: String, _ kind: CellKind = .text) {
    let isPlain = text.isEmpty || kind == .text
    number(text.utf8.count << 1 | (isPlain ? 0 : 1))
    if !isPlain { for value in [Int(kind.rawValue), 0, 0] { number(value) } }
    var text = text
    text.withUTF8 { raw($0) }
  }

  /// - Returns: The bytes of the row.
  @discardableResult
  package mutating func endRow() -> Range<Int> {
    end()
    return frameStart..<count
  }

  private mutating func begin(_ frame: KeptSheet.Frame) {
    frameStart = count
    reserve(KeptSheet.lengthCount + 1)
    memory[count + KeptSheet.lengthCount] = frame.rawValue
    count += KeptSheet.lengthCount + 1
  }

  private mutating func end() {
    let length = count - frameStart - KeptSheet.lengthCount
    for place in 0..<KeptSheet.lengthCount {
      memory[frameStart + place] = UInt8(truncatingIfNeeded: length >> (8 * place))
    }
  }

  private mutating func text(_ value: String) {
    number(value.utf8.count)
    var value = value
    value.withUTF8 { raw($0) }
  }

  private mutating func number(_ value: Int) {
    reserve(Self.longestNumber)
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      memory[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    memory[count] = UInt8(rest)
    count += 1
  }

  private mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = 2 * (count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }
}
