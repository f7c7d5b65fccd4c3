internal import CSodium

/// Bytes from the operating system's generator, fit for keys and nonces. Never for anything that must be repeatable.
package func randomBytes(count: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    if let start = buffer.baseAddress { randombytes_buf(start, count) }
    initialized = count
  }
}

/// Whether two texts are equal, in a time that depends on their lengths only.
package func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && sodium_memcmp(left, right, left.count) == 0
}
