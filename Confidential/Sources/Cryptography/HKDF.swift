internal import CSodium

/// HKDF with SHA-256 (RFC 5869): of one secret as many keys as there are uses, none of which tells of another.
enum HKDF {
  /// Bytes of a digest of SHA-256.
  static let digestCount = Int(crypto_auth_hmacsha256_BYTES)

  /// Extract and expand.
  ///
  ///     PRK = HMAC(salt, secret),  T(n) = HMAC(PRK, T(n − 1) | info | n),  output = T(1) | T(2) | …
  ///
  /// - Parameters:
  ///   - salt: Empty stands for 32 zeroes, as in the RFC.
  ///   - output: At most 255 times 32 bytes.
  static func derive(
    from secret: UnsafeBufferPointer<UInt8>, salt: [UInt8], info: [UInt8],
    into output: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(output.count <= 255 * digestCount, "HKDF gives 8,160 bytes at most")
    var extracted = [UInt8](repeating: 0, count: digestCount)
    defer { sodium_memzero(&extracted, digestCount) }
    hmac(key: salt, [secret], into: &extracted)
    var block = [UInt8](repeating: 0, count: digestCount)
    defer { sodium_memzero(&block, digestCount) }
    var (end, number) = (0, UInt8(0))
    while end < output.count {
      let before = number == 0 ? [] : block
      number += 1
      let tail = info + [number]
      before.withUnsafeBufferPointer { before in
        tail.withUnsafeBufferPointer { tail in hmac(key: extracted, [before, tail], into: &block) }
      }
      for byte in block.prefix(output.count - end) {
        output[end] = byte
        end += 1
      }
    }
  }

  static func derive(from secret: [UInt8], salt: [UInt8], info: [UInt8], count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
      let output = UnsafeMutableBufferPointer(rebasing: output[..<count])
      output.initialize(repeating: 0)
      secret.withUnsafeBufferPointer { derive(from: $0, salt: salt, info: info, into: output) }
      initialized = count
    }
  }

  private static func hmac(
    key: [UInt8], _ parts: [UnsafeBufferPointer<UInt8>], into digest: inout [UInt8]
  ) {
    var state = crypto_auth_hmacsha256_state()
    defer { sodium_memzero(&state, MemoryLayout.size(ofValue: state)) }
    crypto_auth_hmacsha256_init(&state, key, key.count)
    for part in parts { crypto_auth_hmacsha256_update(&state, part.baseAddress, UInt64(part.count)) }
    crypto_auth_hmacsha256_final(&state, &digest)
  }
}
