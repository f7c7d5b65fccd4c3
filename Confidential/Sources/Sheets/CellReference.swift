/// The place of a cell, counted from 1 and written as spreadsheet programs do: `B3`.
public struct CellReference: Hashable, Sendable, CustomStringConvertible {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B3` or `$B$3`; nil for anything else and for places beyond 9,999,999 rows or `XFD`.
  package init?(_ text: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"):
        continue
      default:
        return nil
      }
      // The last column of Excel is XFD. It has fewer rows; what lies beyond is told by the limits of a sheet.
      guard column <= 16_384, row <= 9_999_999 else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  public var description: String { Self.letters(ofColumn: column) + String(row) }

  /// The letters of a column counted from 1: 1 is `A`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  public var first: CellReference
  public var last: CellReference

  public init(from first: CellReference, to last: CellReference) {
    self.first = first
    self.last = last
  }

  package init?(_ text: some Collection<UInt8>) {
    let corners = text.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard let start = corners.first, let end = corners.last, let first = CellReference(start),
      let last = CellReference(end)
    else { return nil }
    self.init(from: first, to: last)
  }

  public var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
