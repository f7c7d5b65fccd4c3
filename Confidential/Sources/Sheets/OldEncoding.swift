/// Encodings of before Windows, in which only the letters with accents differ from Windows-1252.
public enum OldEncoding: String, CaseIterable, Sendable {
  case dos = "MS-DOS (CP850)"
  case mac = "MacRoman"

  /// The bytes of small letters with an accent.
  fileprivate var letters: Set<UInt8> {
    switch self {
    case .dos:
      [
        0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x91, 0x93, 0x94, 0x95, 0x96,
        0x97,
        0xA1, 0xA2, 0xA3, 0xA4,
      ]
    case .mac: Set(0x87...0x9F)
    }
  }
}

/// Counts the bytes between two small letters of a text that is no UTF-8: read as Windows-1252 they are letters as well,
/// or else it was written in something else.
struct AccentCensus {
  private var counts = [Int](repeating: 0, count: 256)
  /// How many small letters stand directly before this place, and the sign behind them with how many follow it.
  private var isAfterLetter = false
  private var sign: UInt8?
  private var following = 0

  private static let apostrophe: UInt8 = 0x91
  /// Signs that stand between letters in Windows-1252: apostrophe, dashes, blank, soft hyphen, middle dot.
  private static let joining: Set<UInt8> = [0x92, 0x96, 0x97, 0xA0, 0xAD, 0xB7]

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      let isLetter = (0x61...0x7A).contains(byte)
      if isLetter, let sign {
        following += 1
        // Of `foto's` with the wrong apostrophe one letter follows.
        if following == (sign == Self.apostrophe ? 2 : 1) { counts[Int(sign)] += 1 }
      }
      if !isLetter {
        sign = byte >= 0x80 && isAfterLetter ? byte : nil
        following = 0
      }
      isAfterLetter = isLetter
    }
  }

  /// The encodings in which all of it makes words, when in Windows-1252 half of it or more does not.
  var likely: [OldEncoding] {
    let seen = (0x80...0xFF).map { UInt8($0) }.filter { counts[Int($0)] > 0 && !Self.joining.contains($0) }
    let strange = seen.filter { !Self.isSmallLetter($0) }
    let count = { (bytes: [UInt8]) in bytes.reduce(0) { $0 + counts[Int($1)] } }
    guard !strange.isEmpty, 2 * count(strange) >= count(seen) else { return [] }
    return OldEncoding.allCases.filter { encoding in strange.allSatisfy(encoding.letters.contains) }
  }

  /// In Windows-1252.
  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    byte >= 0xDF && byte != 0xF7 || [0x9A, 0x9C, 0x9E].contains(byte)
  }
}
