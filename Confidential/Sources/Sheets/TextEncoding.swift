/// The encodings in which delivered text arrives.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
}

/// Windows-1252 by the table of the WHATWG Encoding Standard: its five undefined bytes become C1 controls.
package enum Windows1252 {
  /// The scalars of bytes 0x80 to 0x9F; all other bytes are their own scalar.
  private static let highControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  package static func scalar(of byte: UInt8) -> UInt32 {
    byte >= 0x80 && byte < 0xA0 ? UInt32(highControls[Int(byte) - 0x80]) : UInt32(byte)
  }
}

/// Text read in pieces as UTF-8, whatever it was written in.
package struct TextStream {
  private let source: ByteSource
  private let encoding: TextEncoding
  private var offset: Int
  private var scratch: [UInt8] = []
  private var pendingHighSurrogate: UInt32?
  private var linesSeen = 0

  package init(_ source: ByteSource, encoding: TextEncoding, from offset: Int) {
    self.source = source
    self.encoding = encoding
    self.offset = offset
  }

  /// Bytes of the source read so far.
  package var position: Int { offset }

  /// Writes the next piece into `target` and returns its length; zero only at the end.
  ///
  /// - Throws: what reading throws, and `undecodable` or `nulByte` for UTF-16.
  package mutating func fill(_ target: UnsafeMutableBufferPointer<UInt8>) throws(SheetError) -> Int {
    guard encoding != .utf8 else {
      let got = try source.read(into: UnsafeMutableRawBufferPointer(target), at: offset)
      offset += got
      return got
    }
    // One byte of Windows-1252 becomes at most three of UTF-8, and two bytes of UTF-16 at most three; the reserve of
    // four is for a surrogate pair whose halves lie in two pieces.
    scratch = try source.bytes(at: offset, count: max(2, (target.count - 4) / 3) & ~1)
    offset += scratch.count
    var written = 0
    if encoding == .windows1252 {
      for byte in scratch { Self.append(Windows1252.scalar(of: byte), to: target, at: &written) }
    } else {
      try decodeUTF16(into: target, at: &written)
    }
    return written
  }

  private mutating func decodeUTF16(
    into target: UnsafeMutableBufferPointer<UInt8>, at written: inout Int
  ) throws(SheetError) {
    let low = encoding == .utf16LittleEndian ? 0 : 1
    var index = 0
    while index + 1 < scratch.count {
      let unit = UInt32(scratch[index + low]) | UInt32(scratch[index + 1 - low]) << 8
      index += 2
      if unit == 0x0A { linesSeen += 1 }
      if unit == 0 { throw .nulByte(line: linesSeen + 1) }
      switch (pendingHighSurrogate, unit) {
      case (let high?, 0xDC00...0xDFFF):
        Self.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: target, at: &written)
        pendingHighSurrogate = nil
      case (nil, 0xD800...0xDBFF):
        pendingHighSurrogate = unit
      case (nil, 0...0xD7FF), (nil, 0xE000...0xFFFF):
        Self.append(unit, to: target, at: &written)
      default:
        throw .undecodable(encoding, line: linesSeen + 1)
      }
    }
    // An odd byte or half a pair can only be left over at the end of the source.
    let isAtEnd = scratch.count < 2 || offset >= source.count
    guard index == scratch.count, pendingHighSurrogate == nil || !isAtEnd else {
      throw .undecodable(encoding, line: linesSeen + 1)
    }
  }

  private static func append(
    _ scalar: UInt32, to target: UnsafeMutableBufferPointer<UInt8>, at written: inout Int
  ) {
    func put(_ byte: UInt32) {
      target[written] = UInt8(truncatingIfNeeded: byte)
      written += 1
    }
    switch scalar {
    case 0..<0x80:
      put(scalar)
    case 0x80..<0x800:
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    case 0x800..<0x10000:
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    default:
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }
}
