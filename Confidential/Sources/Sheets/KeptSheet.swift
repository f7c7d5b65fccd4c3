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

/// A row on its way to what is kept: how it is numbered, and its cells one by one.
package struct KeptRow {
  /// As of `SheetRow`.
  package var number, line, quotedRowCount: Int
  package var hasStrayQuote: Bool
  package var count: Int

  package init(_ row: borrowing SheetRow) {
    (number, line, count) = (row.number, row.line, row.count)
    (quotedRowCount, hasStrayQuote) = (row.quotedRowCount, row.hasStrayQuote)
  }

  package init(number: Int, line: Int, count: Int) {
    (self.number, self.line, self.count) = (number, line, count)
    (quotedRowCount, hasStrayQuote) = (0, false)
  }
}

/// Writes frames into memory; whoever owns it takes them out.
package struct KeptSheetEncoder {
  package private(set) var bytes: [UInt8] = []
  private var frameStart = 0

  package init() {}

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

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

  /// Begins a row; as many cells as it has come after it, and `endRow`.
  package mutating func beginRow(_ row: KeptRow) {
    begin(.row)
    number(row.number)
    number(row.line)
    number(row.quotedRowCount << 1 | (row.hasStrayQuote ? 1 : 0))
    number(row.count)
  }

  package mutating func append(
    _ value: UnsafeBufferPointer<UInt8>, shown: UnsafeBufferPointer<UInt8>, _ traits: CellTraits
  ) {
    let isPlain =
      traits.kind == (value.isEmpty ? .empty : .text) && !traits.isFormula && !traits.lacksResult
      && traits.shownLength == 0
    number(value.count << 1 | (isPlain ? 0 : 1))
    if !isPlain {
      bytes.append(traits.kind.rawValue)
      bytes.append((traits.isFormula ? 1 : 0) | (traits.lacksResult ? 2 : 0))
      number(Int(traits.shownLength))
    }
    bytes.append(contentsOf: value)
    if traits.shownLength > 0 { bytes.append(contentsOf: shown) }
  }

  package mutating func append(_ text: String, _ kind: CellKind = .text) {
    var text = text
    text.withUTF8 { append($0, shown: $0, CellTraits(kind: $0.isEmpty ? .empty : kind)) }
  }

  package mutating func endRow() { end() }

  private mutating func begin(_ frame: KeptSheet.Frame) {
    frameStart = bytes.count
    for _ in 0..<KeptSheet.lengthCount { bytes.append(0) }
    bytes.append(frame.rawValue)
  }

  private mutating func end() {
    let length = UInt32(bytes.count - frameStart - KeptSheet.lengthCount)
    for place in 0..<KeptSheet.lengthCount {
      bytes[frameStart + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place)))
    }
  }

  private mutating func number(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }
}
