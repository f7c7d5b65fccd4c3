/// What a cell holds, as far as its format tells. Everything in a text file is `text`.
public enum CellKind: UInt8, Sendable {
  case empty
  case text
  case number
  /// A number shown in per cent; its text is that per cent: `12.5%`.
  case percentage
  case date
  case time
  case boolean
  /// A value such as `#N/A`.
  case error
  /// There was something, and it was not kept.
  case withheld
}

/// Where a field lies in the bytes of its row.
package struct FieldBounds {
  package var start: UInt32
  package var end: UInt32
}

/// What a workbook knows of a cell beside its text.
package struct CellTraits {
  package var kind = CellKind.empty
  package var isFormula = false
  /// Whether a formula has no result: the program that wrote the file does not calculate.
  package var lacksResult = false
  /// How many bytes behind the value are what the cell shows, where that differs from it; 0 where it does not.
  package var shownLength: UInt32 = 0
}

/// The UTF-8 bytes of one field. Valid only while the row it came from is.
public struct SheetField {
  public let bytes: UnsafeBufferPointer<UInt8>

  @inlinable
  package init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inlinable public var isEmpty: Bool { bytes.isEmpty }
  @inlinable public var count: Int { bytes.count }
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the field is exactly this text.
  public func equals(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes) }
  }
}

/// One row of a sheet, seen through a view that is reused for the next row.
///
/// A row cannot be kept: it is handed out as `borrowing`, and its fields point into the buffer of the reader.
public struct SheetRow: ~Copyable {
  private let base: UnsafePointer<UInt8>
  private let bounds: UnsafePointer<FieldBounds>
  private let traits: UnsafePointer<CellTraits>?

  public let count: Int
  /// The number a spreadsheet program shows in the margin, counted from 1 with the header included.
  public let number: Int
  /// The line of the file on which a row of text begins, counted from 1; for workbooks the row number.
  public let line: Int
  /// Whether text followed a closing quote before the delimiter, as in `"a"b`; it is kept, as Excel keeps it.
  public let hasStrayQuote: Bool
  /// How many other rows stand within quotes in this one, as far as can be seen: lines that each have the delimiters of
  /// a whole row. A quote that is not closed where it should be takes in the rows up to the next quote.
  package let quotedRowCount: Int

  package init(
    base: UnsafePointer<UInt8>, bounds: UnsafePointer<FieldBounds>, traits: UnsafePointer<CellTraits>?, count: Int,
    number: Int, line: Int, hasStrayQuote: Bool, quotedRowCount: Int = 0
  ) {
    self.base = base
    self.bounds = bounds
    self.traits = traits
    self.count = count
    self.number = number
    self.line = line
    self.hasStrayQuote = hasStrayQuote
    self.quotedRowCount = quotedRowCount
  }

  /// The field of a column counted from 0.
  public subscript(_ column: Int) -> SheetField {
    precondition(column >= 0 && column < count, "a row was asked for a column it does not have")
    let place = bounds[column]
    return SheetField(
      bytes: UnsafeBufferPointer(start: base + Int(place.start), count: Int(place.end &- place.start)))
  }

  /// What the cell of a column counted from 0 shows, where its number format makes a word or number of a number:
  /// `00123` where the value is 123. The field itself for all other cells.
  public func shown(_ column: Int) -> SheetField {
    guard let length = traits?[column].shownLength, length > 0 else { return self[column] }
    let start = base + Int(bounds[column].end)
    return SheetField(bytes: UnsafeBufferPointer(start: start, count: Int(length)))
  }

  /// Whether more is known of the cells than can be seen.
  package var isOfWorkbook: Bool { traits != nil }

  /// What a workbook knows of the cell; of a text file, what can be seen.
  package func traits(at column: Int) -> CellTraits {
    traits?[column] ?? CellTraits(kind: self[column].isEmpty ? .empty : .text)
  }

  public func string(at column: Int) -> String { self[column].string }

  public func kind(at column: Int) -> CellKind {
    if let traits { return traits[column].kind }
    return self[column].isEmpty ? .empty : .text
  }

  /// Whether the value was calculated by a formula; the value is the one stored at the last save.
  public func isFormula(at column: Int) -> Bool { traits?[column].isFormula ?? false }

  /// Whether a formula stands here without the result that a spreadsheet program keeps with it.
  public func lacksResult(at column: Int) -> Bool { traits?[column].lacksResult ?? false }

  /// The fields as strings, for headers and tests; data rows are cheaper to read by field.
  public func strings() -> [String] { (0..<count).map { self[$0].string } }
}

/// A row of a text file is a row like any other.
public typealias CSVRow = SheetRow

/// What a reader noticed while handing out the rows of a sheet.
public struct SheetRemarks: Equatable, Sendable {
  /// Rows handed out, the header included.
  public var rowCount = 0
  /// Rows without any content between those handed out.
  public var blankRowCount = 0
  /// Cells whose value came from a formula.
  public var formulaCount = 0
  /// Those among them without a result.
  public var formulasWithoutResult = 0
  /// Rows that the spreadsheet program does not show; they are handed out.
  public var hiddenRowCount = 0
  public var mergedRanges: [CellRange] = []
  /// The last row of a text file with its number of fields, when no line end stands behind it.
  package var unendedRow: UnendedRow?

  package struct UnendedRow: Equatable, Sendable {
    package var number: Int
    package var count: Int
  }

  public init() {}
}
