internal import CSodium

/// A number below the order of ristretto255 (RFC 9496), 32 bytes with the lowest first.
struct RistrettoScalar: Equatable, Sendable {
  static let count = Int(crypto_core_ristretto255_SCALARBYTES)
  let bytes: [UInt8]

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// Of 64 bytes, taken as a number with the lowest first, what is left after division by the order.
  init(reducing bytes: [UInt8]) {
    precondition(bytes.count == 64, "a scalar is made of 64 bytes")
    self.bytes = Self.filled { crypto_core_ristretto255_scalar_reduce($0, bytes) }
  }

  /// Nil for what is no number below the order.
  init?(canonical bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    let reduced = RistrettoScalar(reducing: bytes + [UInt8](repeating: 0, count: 32))
    guard reduced.bytes == bytes else { return nil }
    self = reduced
  }

  static func random() -> RistrettoScalar {
    RistrettoScalar(unchecked: filled { crypto_core_ristretto255_scalar_random($0) })
  }

  var isZero: Bool { bytes.allSatisfy { $0 == 0 } }

  /// - Precondition: not zero.
  var inverse: RistrettoScalar {
    precondition(!isZero, "zero has no inverse")
    return RistrettoScalar(unchecked: Self.filled { _ = crypto_core_ristretto255_scalar_invert($0, bytes) })
  }

  static func * (left: RistrettoScalar, right: RistrettoScalar) -> RistrettoScalar {
    RistrettoScalar(unchecked: filled { crypto_core_ristretto255_scalar_mul($0, left.bytes, right.bytes) })
  }

  static func - (left: RistrettoScalar, right: RistrettoScalar) -> RistrettoScalar {
    RistrettoScalar(unchecked: filled { crypto_core_ristretto255_scalar_sub($0, left.bytes, right.bytes) })
  }

  private static func filled(_ body: (UnsafeMutablePointer<UInt8>) -> Void) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let start = buffer.baseAddress { body(start) }
      initialized = count
    }
  }
}

/// An element of ristretto255 other than the identity, as its 32 bytes.
struct RistrettoElement: Equatable, Sendable {
  static let count = Int(crypto_core_ristretto255_BYTES)
  let bytes: [UInt8]

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: `elementRefused` for what is no element, and for the identity.
  init(_ bytes: [UInt8]) throws(CryptographyError) {
    guard bytes.count == Self.count, crypto_core_ristretto255_is_valid_point(bytes) == 1,
      bytes.contains(where: { $0 != 0 })
    else { throw .elementRefused }
    self.bytes = bytes
  }

  /// The element that 64 bytes stand for.
  init(hash: [UInt8]) throws(CryptographyError) {
    precondition(hash.count == Int(crypto_core_ristretto255_HASHBYTES), "an element is made of 64 bytes")
    try self.init(Self.filled { crypto_core_ristretto255_from_hash($0, hash) == 0 })
  }

  static func generator(times scalar: RistrettoScalar) throws(CryptographyError) -> RistrettoElement {
    RistrettoElement(unchecked: try filled { crypto_scalarmult_ristretto255_base($0, scalar.bytes) == 0 })
  }

  static func * (scalar: RistrettoScalar, element: RistrettoElement) throws(CryptographyError) -> RistrettoElement {
    RistrettoElement(unchecked: try filled { crypto_scalarmult_ristretto255($0, scalar.bytes, element.bytes) == 0 })
  }

  static func + (left: RistrettoElement, right: RistrettoElement) throws(CryptographyError) -> RistrettoElement {
    try RistrettoElement(filled { crypto_core_ristretto255_add($0, left.bytes, right.bytes) == 0 })
  }

  private static func filled(_ body: (UnsafeMutablePointer<UInt8>) -> Bool) throws(CryptographyError) -> [UInt8] {
    var isDone = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      if let start = buffer.baseAddress { isDone = body(start) }
      initialized = count
    }
    guard isDone else { throw .elementRefused }
    return bytes
  }
}
