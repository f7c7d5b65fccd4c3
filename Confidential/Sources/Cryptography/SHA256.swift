internal import CSodium

/// The SHA-256 digest of bytes that arrive in pieces. The pieces do not matter, only their concatenation.
public struct SHA256: Sendable {
  private var state = crypto_hash_sha256_state()

  public init() { crypto_hash_sha256_init(&state) }

  /// Takes in the next bytes of the text.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    crypto_hash_sha256_update(&state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// Takes in the next bytes of the text.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The digest of everything so far; more may follow.
  public var digest: SHA256Digest {
    var final = state
    let bytes = [UInt8](unsafeUninitializedCapacity: SHA256Digest.count) { buffer, count in
      if let start = buffer.baseAddress { crypto_hash_sha256_final(&final, start) }
      count = SHA256Digest.count
    }
    return SHA256Digest(bytes: bytes)
  }

  /// The digest of a text that is in memory.
  public static func digest(of bytes: [UInt8]) -> SHA256Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest
  }
}

/// 32 bytes that stand for a text of any length.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// Bytes (FIPS 180-4).
  public static let count = 32

  public let bytes: [UInt8]

  /// Lower-case hexadecimal, 64 digits.
  public var hex: String { hexadecimal(bytes) }
  public var description: String { hex }
}
