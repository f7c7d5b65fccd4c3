internal import CSodium

/// BLAKE2b with a key (RFC 7693) over bytes in memory, for loops that make millions: nothing is allocated.
package enum KeyedDigest {
  /// - Parameters:
  ///   - output: 16 to 64 bytes.
  ///   - key: 32 bytes.
  package static func compute(
    of text: UnsafeBufferPointer<UInt8>, key: [UInt8], into output: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition((16...64).contains(output.count), "a digest has 16 to 64 bytes")
    guard let start = output.baseAddress else { return }
    crypto_generichash(start, output.count, text.baseAddress, UInt64(text.count), key, key.count)
  }
}

/// The digest of a whole file, to notice damage: BLAKE2b of 32 bytes without a key.
package func blake2b(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
    if let start = digest.baseAddress {
      crypto_generichash(
        start, 32, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count), nil, 0)
    }
    count = 32
  }
}
