internal import CSodium

/// A keyed encoding of the key by which a person is recognised: equal for equal keys, and without the workspace's key
/// no way back or forth. 128 bits: among 10 million persons two collide with a chance of about 10⁻²⁵.
public struct BlindIndex: Hashable, Sendable {
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

  public var bytes: [UInt8] {
    [high, low].flatMap { part in (0..<8).map { UInt8(truncatingIfNeeded: part >> UInt64(8 * $0)) } }
  }
}

/// Makes blind indexes: BLAKE2b with a key and an output of 16 bytes.
public struct BlindIndexKey: Sendable {
  let secret: SecretBytes

  /// Writes the index of one text to 16 bytes.
  /// - Precondition: `output` holds 16 bytes.
  public func write(indexOf text: UnsafeRawBufferPointer, to output: UnsafeMutableRawBufferPointer) {
    guard output.count == BlindIndex.count, let start = output.baseAddress else {
      preconditionFailure("a blind index has \(BlindIndex.count) bytes")
    }
    _ = secret.withBytes { key in
      crypto_generichash(
        start.assumingMemoryBound(to: UInt8.self), BlindIndex.count,
        text.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(text.count), key, secret.count)
    }
  }

  public func index(of text: UnsafeRawBufferPointer) -> BlindIndex {
    var bytes = [UInt8](repeating: 0, count: BlindIndex.count)
    bytes.withUnsafeMutableBytes { write(indexOf: text, to: $0) }
    return BlindIndex(bytes: bytes)
  }

  public func index(of text: String) -> BlindIndex { Array(text.utf8).withUnsafeBytes { index(of: $0) } }
}
