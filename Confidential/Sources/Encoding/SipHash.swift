/// SipHash-2-4 (Aumasson and Bernstein 2012) over words of 64 bits: a keyed function of which the outputs cannot be
/// told from chance without the key of 128 bits.
///
/// Here because it is called some hundreds of times a record, always on values that were made with BLAKE2b before.
package struct SipHash: Equatable, Hashable, Sendable {
  package let key: (low: UInt64, high: UInt64)

  package init(low: UInt64, high: UInt64) { key = (low, high) }

  /// - Parameter bytes: 16 or more, of which the first 16 are the key, the lowest first.
  package init(key bytes: [UInt8]) {
    precondition(bytes.count >= 16, "a key of SipHash has 16 bytes")
    self.init(low: littleEndian(bytes, 0), high: littleEndian(bytes, 8))
  }

  package static func == (left: SipHash, right: SipHash) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(key.low)
    hasher.combine(key.high)
  }

  /// Of one word, as its 8 bytes with the lowest first.
  @inline(__always) package func callAsFunction(_ word: UInt64) -> UInt64 {
    var state = State(key.low, key.high)
    state.take(word)
    return state.finish(byteCount: 8)
  }

  /// Of several words, one after the other.
  package func callAsFunction(_ words: [UInt64]) -> UInt64 {
    var state = State(key.low, key.high)
    for word in words { state.take(word) }
    return state.finish(byteCount: 8 * words.count)
  }

  private struct State {
    var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64)

    @inline(__always) init(_ low: UInt64, _ high: UInt64) {
      (v0, v1) = (low ^ 0x736F_6D65_7073_6575, high ^ 0x646F_7261_6E64_6F6D)
      (v2, v3) = (low ^ 0x6C79_6765_6E65_7261, high ^ 0x7465_6462_7974_6573)
    }

    @inline(__always) mutating func round() {
      v0 = v0 &+ v1
      v2 = v2 &+ v3
      v1 = rotated(v1, 13) ^ v0
      v3 = rotated(v3, 16) ^ v2
      v0 = rotated(v0, 32)
      v2 = v2 &+ v1
      v0 = v0 &+ v3
      v1 = rotated(v1, 17) ^ v2
      v3 = rotated(v3, 21) ^ v0
      v2 = rotated(v2, 32)
    }

    @inline(__always) mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    @inline(__always) mutating func finish(byteCount: Int) -> UInt64 {
      take(UInt64(truncatingIfNeeded: byteCount) << 56)
      v2 ^= 0xFF
      round()
      round()
      round()
      round()
      return v0 ^ v1 ^ v2 ^ v3
    }
  }
}

@inline(__always) private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
  word &<< count | word &>> (64 - count)
}

/// The word that eight bytes from a place on are, the lowest first.
func littleEndian(_ bytes: [UInt8], _ start: Int) -> UInt64 {
  bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
}
