/// Text as it is compared: without surrounding blanks and without regard to case.
///
/// Folds the letters of ASCII and of Latin-1 (À to Þ), which is what Dutch and the names of countries need; other
/// letters compare exactly.
package enum FoldedText {
  /// The part of a field between its blanks: spaces, tabs, line ends and no-break spaces.
  package static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      if isBlank(bytes[start]) {
        start += 1
      } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 1] == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  package static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let bytes = trimmed(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte >= 0x41, byte <= 0x5A {
        result.append(byte | 0x20)
      } else if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 {
        result.append(byte + 0x20)
      } else {
        result.append(byte)
      }
      previous = byte
    }
    return result
  }

  package static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded($0) }
  }

  /// A header as it is compared: folded, and without any blanks inside.
  package static func header(_ text: String) -> [UInt8] { folded(text).filter { !isBlank($0) } }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
