internal import CSodium

/// A keyed encoding of the key by which a person is recognised: equal for equal keys, and without the workspace's key
/// no way back or forth. 128 bits: among 10 million persons two collide with a chance of about 10⁻²⁵.
public struct BlindIndex: Hashable, Sendable {
  /// Bytes: 128 bits, for the chance above.
  public static let count = 16

  /// The 16 bytes, the first eight in `high`, both read as little-endian numbers.
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Stands for "no person": what a record in the count-only lane has.
  public static let none = BlindIndex(high: 0, low: 0)

  /// - Precondition: 16 bytes.
  public init(bytes: [UInt8]) {
    precondition(bytes.count == BlindIndex.count, "a blind index has \(BlindIndex.count) bytes")
    self = bytes.withUnsafeBytes {
      BlindIndex(
        high: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        low: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// What the index of an erased key begins with, so that a row of which the person is gone is known as such. The chance
  /// that a person's index does is 2⁻⁶⁴.
  static let erased = Array("gewist--".utf8)
  private static let erasedNumber = erased.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }

  /// Whether it is of an erased key.
  public var isErased: Bool { high == BlindIndex.erasedNumber }

  public var bytes: [UInt8] {
    [high, low].flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part >> UInt64(8 * $0)) } }
  }
}

/// Makes blind indexes: BLAKE2b with a key and an output of 16 bytes, of which an erased key keeps the last eight.
public struct BlindIndexKey: Sendable {
  let secret: SecretBytes

  /// The indexes of many texts that lie one after the other, 16 bytes each; of an empty text, sixteen zeroes.
  /// - Parameter ends: where each text ends, ascending, the last one no further than the bytes.
  package func indexes(of texts: [UInt8], ends: [UInt32]) -> [UInt8] {
    precondition(Int(ends.last ?? 0) <= texts.count, "a text ends beyond the bytes")
    return [UInt8](unsafeUninitializedCapacity: ends.count * BlindIndex.count) { indexes, count in
      indexes.initialize(repeating: 0)
      count = ends.count * BlindIndex.count
      guard let place = indexes.baseAddress else { return }
      texts.withUnsafeBufferPointer { texts in
        secret.withBytes { key in
          var start = 0
          for (number, end) in ends.enumerated() where Int(end) > start {
            let text = UnsafeBufferPointer(rebasing: texts[start..<Int(end)])
            let index = place + number * BlindIndex.count
            crypto_generichash(index, BlindIndex.count, text.baseAddress, UInt64(text.count), key, secret.count)
            if ErasedKey.matches(text) { index.update(from: BlindIndex.erased, count: BlindIndex.erased.count) }
            start = Int(end)
          }
        }
      }
    }
  }

  /// The index of a text: of its UTF-8, as among many.
  public func index(of text: String) -> BlindIndex {
    let text = Array(text.utf8)
    return BlindIndex(bytes: indexes(of: text, ends: [UInt32(text.count)]))
  }
}
