/// Sealed details in a few sizes only, so that a length does not tell a short name from a long one, or a date from a
/// name.
///
/// The plain text, a byte 0x80 and zeroes up to the size (ISO/IEC 7816-4): 32, 64, 128, 256, 512 or 1,024 bytes, and
/// multiples of 1,024 beyond. Before the sealed text stands the version byte 1; what was sealed before had neither.
enum PaddedText {
  static let version: UInt8 = 1

  static func size(for count: Int) -> Int {
    // One byte at least marks the end of the text.
    [32, 64, 128, 256, 512].first { count < $0 } ?? (count / 1024 + 1) * 1024
  }

  static func padded(_ plain: [UInt8]) -> [UInt8] {
    plain + [0x80] + [UInt8](repeating: 0, count: size(for: plain.count) - plain.count - 1)
  }

  /// Nil when there is no end mark.
  static func unpadded(_ padded: [UInt8]) -> [UInt8]? {
    guard let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == 0x80 else { return nil }
    return Array(padded[..<end])
  }
}
