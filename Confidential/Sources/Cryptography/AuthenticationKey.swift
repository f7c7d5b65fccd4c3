internal import CSodium

/// Makes tags that only a holder of the key can make: BLAKE2b with a key and an output of 32 bytes.
public struct AuthenticationKey: Sendable {
  /// Bytes: `crypto_generichash_BYTES` of libsodium, 256 bits.
  package static let tagCount = 32

  let secret: SecretBytes

  /// A new key that nobody has seen.
  package static func random() throws(CryptographyError) -> AuthenticationKey {
    AuthenticationKey(secret: try SecretBytes(count: SealingKey.count) { randombytes_buf($0, SealingKey.count) })
  }

  /// The tag, 32 bytes.
  public func tag(of bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: AuthenticationKey.tagCount) { tag, count in
      guard let start = tag.baseAddress else { return }
      _ = secret.withBytes { key in
        crypto_generichash(start, AuthenticationKey.tagCount, bytes, UInt64(bytes.count), key, secret.count)
      }
      count = AuthenticationKey.tagCount
    }
  }
}
