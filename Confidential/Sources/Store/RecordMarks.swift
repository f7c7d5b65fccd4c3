public import Cryptography
public import Model

/// The marks of the records of one delivery, by which what people said of them is found again.
///
/// A record is known by its source, its period, its key (or its number, where the source has no keys) and its place among
/// the rows of that key:
///
///     mark = BLAKE2b(key of the folder; source, period, key, place)
///
/// each text preceded by its length in eight bytes, the lowest first; the place is eight bytes, from 0. So a record keeps
/// its mark when the store is made anew, when the workspace key changes and when the source corrects its delivery. Rows in
/// which nobody is named have none.
public struct RecordMarks: Sendable {
  /// Of the delivered file, counted from 1; ascending.
  public private(set) var sourceRows: [UInt32] = []
  /// For each of those rows its marks: by the newest key first, `keys.count` to a row.
  public private(set) var marks: [RecordMark] = []

  private let keys: DeliveryKeys
  private let place: [UInt8]
  /// How many rows of each key were there, by the mark of its first.
  private var seen: [RecordMark: Int] = [:]

  public init(of source: String, _ period: String, keys: DeliveryKeys) {
    self.keys = keys
    place = Self.text(Array(source.utf8)) + Self.text(Array(period.utf8))
  }

  /// Takes the next rows of the delivery.
  public mutating func add(_ batch: DeliveryBatch) {
    for row in batch.sourceRow.indices {
      let key = batch.personKeys.withText(at: row) { Array($0) }
      guard !key.isEmpty else { continue }
      let text = place + Self.text(key)
      let first = keys.recordMarks(of: text + Self.bytes(of: 0))
      let before = seen[first[0], default: 0]
      seen[first[0]] = before + 1
      sourceRows.append(batch.sourceRow[row])
      marks += before == 0 ? first : keys.recordMarks(of: text + Self.bytes(of: before))
    }
  }

  /// The marks of a row of the file; none where it has none.
  public func marks(ofRow row: UInt32) -> ArraySlice<RecordMark> {
    var (low, high) = (0, sourceRows.count)
    while low < high {
      let middle = (low + high) / 2
      if sourceRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    guard low < sourceRows.count, sourceRows[low] == row else { return [] }
    return marks[low * keys.count..<(low + 1) * keys.count]
  }

  private static func text(_ bytes: [UInt8]) -> [UInt8] { Self.bytes(of: bytes.count) + bytes }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
