internal import CSodium

extension AuthenticationKey {
  /// Bytes of a seal: 128 bits, beyond chance and beyond trying.
  package static let sealCount = 16

  /// A seal on bytes that belong at one place: BLAKE2b with the key, of 16 bytes, over the number of bytes of the place
  /// (eight bytes, the lowest first), the place and the bytes. Moved elsewhere they no longer fit it.
  package func seal(on bytes: UnsafeRawBufferPointer, at place: [UInt8]) -> [UInt8] {
    let count = (0..<8).map { UInt8(truncatingIfNeeded: place.count >> (8 * $0)) }
    // Swift does not import the type of the state, because it asks for an alignment: it is so many bytes.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
    defer { memory.deallocate() }
    let state = OpaquePointer(memory)
    return [UInt8](unsafeUninitializedCapacity: AuthenticationKey.sealCount) { seal, initialized in
      guard let start = seal.baseAddress else { return }
      _ = secret.withBytes { crypto_generichash_init(state, $0, secret.count, AuthenticationKey.sealCount) }
      crypto_generichash_update(state, count, UInt64(count.count))
      crypto_generichash_update(state, place, UInt64(place.count))
      crypto_generichash_update(state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
      crypto_generichash_final(state, start, AuthenticationKey.sealCount)
      initialized = AuthenticationKey.sealCount
    }
  }
}
