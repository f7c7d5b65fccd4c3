/// A keyed name of a delivered record: the same for the same record however often the store is made anew, and without the
/// keys of the folder of deliveries no way back or forth. 128 bits, as `BlindIndex` has.
public struct RecordMark: Hashable, Comparable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// Bytes of a mark.
  static let count = 16

  /// - Precondition: 16 bytes at least; those behind them do not count.
  init(tag: some Collection<UInt8>) {
    precondition(tag.count >= Self.count, "a mark has \(Self.count) bytes")
    func number(_ bytes: some Collection<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    (high, low) = (number(tag.prefix(8)), number(tag.dropFirst(8).prefix(8)))
  }

  /// Reads what `text` writes; nil for anything else.
  public init?(text: String) {
    guard text.utf8.count == 2 * Self.count, let tag = Cryptography.bytes(ofHexadecimal: text) else { return nil }
    self.init(tag: tag)
  }

  var bytes: [UInt8] {
    [high, low].flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part >> UInt64(56 - 8 * $0)) } }
  }

  /// 32 hexadecimal digits.
  public var text: String { hexadecimal(bytes) }

  /// Half of it, to put records in an order that nothing of their content decides.
  public var number: UInt64 { high }

  public static func < (one: RecordMark, other: RecordMark) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }
}
