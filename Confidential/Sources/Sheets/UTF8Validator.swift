/// Checks that bytes arriving in pieces are UTF-8, by table 3-7 of the Unicode Standard.
///
/// Runs of ASCII pass 32 bytes at a time.
struct UTF8Validator {
  /// Continuation bytes still to come, and the bounds of the next one.
  private var expected = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// Whether the bytes so far end at the end of a character.
  var isComplete: Bool { expected == 0 }

  /// The index in this piece of the first byte that cannot be UTF-8, or nil.
  mutating func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      if expected == 0 {
        index = Self.endOfASCII(in: bytes, from: index)
        if index == bytes.count { return nil }
        guard begin(bytes[index]) else { return index }
      } else {
        guard bytes[index] >= lower, bytes[index] <= upper else { return index }
        expected -= 1
        (lower, upper) = (0x80, 0xBF)
      }
      index += 1
    }
    return nil
  }

  private mutating func begin(_ lead: UInt8) -> Bool {
    (lower, upper) = (0x80, 0xBF)
    switch lead {
    case 0xC2...0xDF: expected = 1
    case 0xE0: (expected, lower) = (2, 0xA0)
    case 0xED: (expected, upper) = (2, 0x9F)
    case 0xE1...0xEF: expected = 2
    case 0xF0: (expected, lower) = (3, 0x90)
    case 0xF1...0xF3: expected = 3
    case 0xF4: (expected, upper) = (3, 0x8F)
    default: return false
    }
    return true
  }

  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let highBits: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 32 <= raw.count {
      let first = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      let third = raw.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
      let fourth = raw.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
      if (first | second | third | fourth) & highBits != 0 { break }
      index += 32
    }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }
}
