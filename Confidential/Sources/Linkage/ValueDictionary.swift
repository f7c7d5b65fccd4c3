/// Distinct values as UTF-8 bytes, each with a number: what a column of a million cells is kept in.
package struct ValueDictionary: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// The hash of each value: of its bytes alone, so that it is the same in every file and order.
  package private(set) var hashes: [UInt64] = []
  /// Which signs each value has: the start of telling that two cannot be alike.
  package private(set) var signs: [UInt64] = []
  private var places: [Int32]

  package init() { places = [Int32](repeating: -1, count: 64) }

  package var count: Int { ends.count }

  /// The number of a value, which is taken in when it is new.
  package mutating func code(of value: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Hash.of(value)
    var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[place] >= 0 {
      let code = places[place]
      if hashes[Int(code)] == hash, withValue(code, { $0.elementsEqual(value) }) { return code }
      place = (place + 1) & (places.count - 1)
    }
    let code = Int32(ends.count)
    places[place] = code
    bytes.append(contentsOf: value)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    signs.append(TextSimilarity.signs(value))
    if ends.count * 2 > places.count { grow() }
    return code
  }

  package mutating func code(of value: [UInt8]) -> Int32 { value.withUnsafeBufferPointer { code(of: $0) } }

  package func withValue<Result>(_ code: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      let start = code == 0 ? 0 : Int(ends[Int(code) - 1])
      return body(UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[Int(code)])]))
    }
  }

  package subscript(code: Int32) -> [UInt8] { withValue(code) { Array($0) } }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for (code, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(code)
    }
  }
}

/// 64-bit hashes of bytes and of other hashes; the same on every machine, and no secret.
package enum Hash {
  /// Eight bytes at a time through the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
  package static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ UnsafeRawPointer(bytes.baseAddress! + place).loadUnaligned(as: UInt64.self).littleEndian)
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return mixed(hash ^ rest)
  }

  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { of($0) } }

  @inline(__always)
  package static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always)
  package static func combined(_ first: UInt64, _ second: UInt64) -> UInt64 { mixed(first &* 31 ^ mixed(second)) }
}
