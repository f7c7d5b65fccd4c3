internal import CSodium

/// Seals and opens texts with XChaCha20-Poly1305. A sealed text is nonce (24 bytes), cipher text, tag (16 bytes).
///
/// The associated data are not stored: they say where the sealed text belongs, so that it opens nowhere else.
public struct SealingKey: Sendable {
  /// Bytes: `crypto_aead_xchacha20poly1305_ietf_KEYBYTES` of libsodium.
  public static let count = 32
  /// A sealed text is this much longer than the plain one.
  package static let overhead = Sealing.nonceCount + Sealing.tagCount

  let secret: SecretBytes

  /// A new key that nobody has seen.
  public static func random() throws(CryptographyError) -> SealingKey {
    SealingKey(secret: try SecretBytes(count: count) { randombytes_buf($0, count) })
  }

  package func seal(_ plain: [UInt8], for place: [UInt8]) -> [UInt8] { plain.withUnsafeBytes { seal($0, for: place) } }

  func seal(_ plain: UnsafeRawBufferPointer, for place: [UInt8]) -> [UInt8] {
    secret.withBytes { Sealing.seal(plain, for: place, key: $0) }
  }

  /// The plain text.
  ///
  /// - Throws: `cannotOpen` when it was sealed with another key or for another place, or was changed.
  public func open(_ sealed: [UInt8], for place: [UInt8]) throws(CryptographyError) -> [UInt8] {
    try secret.withBytes { (key) throws(CryptographyError) in try Sealing.open(sealed, for: place, key: key) }
  }

  func open(_ sealed: [UInt8], for place: [UInt8], into plain: UnsafeMutablePointer<UInt8>) -> Bool {
    secret.withBytes { Sealing.open(sealed, for: place, key: $0, into: plain) }
  }
}

/// The calls to the library, for a key wherever it lies.
enum Sealing {
  static let nonceCount = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  static let tagCount = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  static func seal(_ plain: UnsafeRawBufferPointer, for place: [UInt8], key: UnsafePointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: plain.count + nonceCount + tagCount) { sealed, count in
      guard let start = sealed.baseAddress else { return }
      randombytes_buf(start, nonceCount)
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        start + nonceCount, nil, plain.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(plain.count), place,
        UInt64(place.count), nil, start, key)
      count = plain.count + nonceCount + tagCount
    }
  }

  static func open(
    _ sealed: [UInt8], for place: [UInt8], key: UnsafePointer<UInt8>
  ) throws(CryptographyError) -> [UInt8] {
    guard sealed.count >= nonceCount + tagCount else { throw .cannotOpen }
    let plainCount = sealed.count - nonceCount - tagCount
    var isGenuine = false
    let plain = [UInt8](unsafeUninitializedCapacity: max(1, plainCount)) { plain, count in
      if let start = plain.baseAddress { isGenuine = open(sealed, for: place, key: key, into: start) }
      count = isGenuine ? plainCount : 0
    }
    guard isGenuine else { throw .cannotOpen }
    return plain
  }

  static func open(
    _ sealed: [UInt8], for place: [UInt8], key: UnsafePointer<UInt8>, into plain: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    sealed.withUnsafeBufferPointer { sealed in
      guard let start = sealed.baseAddress else { return false }
      return crypto_aead_xchacha20poly1305_ietf_decrypt(
        plain, nil, nil, start + nonceCount, UInt64(sealed.count - nonceCount), place, UInt64(place.count), start, key)
        == 0
    }
  }
}
