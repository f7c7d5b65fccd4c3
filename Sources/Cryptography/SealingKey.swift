internal import CSodium

/// Seals and opens texts with XChaCha20-Poly1305. A sealed text is nonce (24 bytes), cipher text, tag (16 bytes).
///
/// The associated data are not stored: they say where the sealed text belongs, so that it opens nowhere else.
public struct SealingKey: Sendable {
  public static let count = 32
  /// A sealed text is this much longer than the plain one.
  public static let overhead = nonceCount + tagCount

  private static let nonceCount = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagCount = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  let secret: SecretBytes

  /// A new key that nobody has seen.
  public static func random() throws(CryptographyError) -> SealingKey {
    SealingKey(secret: try SecretBytes(count: count) { randombytes_buf($0, count) })
  }

  public func seal(_ plain: [UInt8], for place: [UInt8]) -> [UInt8] {
    plain.withUnsafeBytes { seal($0, for: place) }
  }

  private func seal(_ plain: UnsafeRawBufferPointer, for place: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: plain.count + SealingKey.overhead) { sealed, count in
      guard let start = sealed.baseAddress else { return }
      randombytes_buf(start, SealingKey.nonceCount)
      _ = secret.withBytes { key in
        crypto_aead_xchacha20poly1305_ietf_encrypt(
          start + SealingKey.nonceCount, nil, plain.baseAddress?.assumingMemoryBound(to: UInt8.self),
          UInt64(plain.count), place, UInt64(place.count), nil, start, key)
      }
      count = plain.count + SealingKey.overhead
    }
  }

  public func open(_ sealed: [UInt8], for place: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard sealed.count >= SealingKey.overhead else { throw .cannotOpen }
    var isGenuine = false
    let plain = [UInt8](unsafeUninitializedCapacity: max(1, sealed.count - SealingKey.overhead)) { plain, count in
      if let start = plain.baseAddress { isGenuine = open(sealed, for: place, into: start) }
      count = isGenuine ? sealed.count - SealingKey.overhead : 0
    }
    guard isGenuine else { throw .cannotOpen }
    return plain
  }

  /// Another key, sealed with this one.
  public func wrap(_ key: SealingKey, for place: [UInt8]) -> [UInt8] {
    key.secret.withBytes { seal(UnsafeRawBufferPointer(start: $0, count: key.secret.count), for: place) }
  }

  public func unwrap(_ wrapped: [UInt8], for place: [UInt8]) throws(CryptographyError) -> SealingKey {
    guard wrapped.count == SealingKey.count + SealingKey.overhead else { throw .cannotOpen }
    var isGenuine = false
    let secret = try SecretBytes(count: SealingKey.count) { memory in
      isGenuine = open(wrapped, for: place, into: memory)
    }
    guard isGenuine else { throw .cannotOpen }
    return SealingKey(secret: secret)
  }

  private func open(_ sealed: [UInt8], for place: [UInt8], into plain: UnsafeMutablePointer<UInt8>) -> Bool {
    sealed.withUnsafeBufferPointer { sealed in
      guard let start = sealed.baseAddress else { return false }
      return secret.withBytes { key in
        crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain, nil, nil, start + SealingKey.nonceCount, UInt64(sealed.count - SealingKey.nonceCount), place,
          UInt64(place.count), start, key) == 0
      }
    }
  }
}
