import Foundation
import Invented
import Testing

@testable import Sheets

/// Encodings, byte by byte and from any first bytes.
@Suite struct Windows1252Tests {
  /// By the index of the WHATWG Encoding Standard.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  @Test func `every byte is the sign of the table`() {
    for byte in UInt8.min...UInt8.max {
      let expected = (0x80...0x9F).contains(byte) ? Self.upper[Int(byte) - 0x80] : UInt32(byte)
      #expect(Windows1252.scalar(of: byte) == expected, "\(byte)")
    }
  }

  @Test func `every byte of a file is read as its sign`() throws {
    let bytes = (UInt8(0x80)...0xFF).flatMap { [UInt8(ascii: "x"), $0, 0x0A] }
    let fields = try CSVReader(bytes: Array("kop\n".utf8) + bytes).fields().dropFirst().map { $0[0] }
    #expect(
      fields
        == (UInt8(0x80)...0xFF).map { byte in
          "x" + String(UnicodeScalar(Windows1252.scalar(of: byte)).map(Character.init) ?? "?")
        })
  }

  struct Head: Sendable {
    var bytes: [UInt8]
    var encoding: TextEncoding
    var hasMark: Bool
  }

  @Test(arguments: [
    Head(bytes: [0x61], encoding: .utf8, hasMark: false),
    Head(bytes: [0xEF, 0xBB, 0xBF, 0x61], encoding: .utf8, hasMark: true),
    Head(bytes: [0xEF, 0xBB], encoding: .windows1252, hasMark: false),
    Head(bytes: [0xFE], encoding: .windows1252, hasMark: false),
    Head(bytes: [0xFF, 0xFE, 0x61, 0], encoding: .utf16LittleEndian, hasMark: true),
    Head(bytes: [0xFE, 0xFF, 0, 0x61], encoding: .utf16BigEndian, hasMark: true),
    Head(bytes: [0x61, 0, 0x62, 0], encoding: .utf16LittleEndian, hasMark: false),
    Head(bytes: [0, 0x61, 0, 0x62], encoding: .utf16BigEndian, hasMark: false),
  ])
  func `the first bytes tell the encoding`(_ head: Head) throws {
    let dialect = try CSVReader(bytes: head.bytes).dialect
    #expect(dialect.encoding == head.encoding)
    #expect(dialect.hasByteOrderMark == head.hasMark)
  }

  @Test(
    arguments: [
      ([0x61, 0, 0x62, 0x63], 1), ([0, 0x61, 0x62, 0], 1), ([0x61, 0x0A, 0, 0x62], 2), ([0x61, 0x0D, 0x0A, 0], 2),
      ([0x61, 0x0D, 0x0D, 0], 3), ([0x61, 0], 1),
    ] as [([UInt8], Int)])
  func `a zero byte elsewhere is refused with its line`(_ bytes: [UInt8], _ line: Int) {
    #expect(sheetError { _ = try CSVReader(bytes: bytes) } == .nulByte(line: line))
  }

  @Test func `signs at the borders of one to four bytes come through in UTF-16`() throws {
    let text = "\u{1}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}"
    for (encoding, mark) in [(String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF])]
      as [(String.Encoding, [UInt8])]
    {
      let bytes = mark + [UInt8](try #require("k\n\(text)\n".data(using: encoding)))
      #expect(try CSVReader(bytes: bytes).fields() == [["k"], [text]])
    }
  }

  @Test(
    arguments: [
      ([0x00, 0xD8, 0x61, 0x00], 1), ([0x00, 0xDC], 1), ([0x0A, 0x00, 0x00, 0xD8, 0x00, 0xD8], 2), ([0x00, 0xD8], 1),
      ([0xFF, 0xDB, 0xFF, 0xDB], 1),
    ] as [([UInt8], Int)])
  func `half a pair is refused with its line`(_ units: [UInt8], _ line: Int) {
    let bytes = [0xFF, 0xFE, 0x6B, 0x00] + units
    #expect(
      sheetError { try CSVReader(bytes: bytes).forEachRow { _ in } } == .undecodable(.utf16LittleEndian, line: line))
  }

  @Test(arguments: [(1, 0xE9), (2, 0xFF), (3, 0xC3)] as [(Int, UInt8)])
  func `the first line outside UTF-8 is counted over every kind of line end`(_ ends: Int, _ byte: UInt8) throws {
    for end in ["\n", "\r", "\r\n"] {
      let bytes = Array(String(repeating: "é" + end, count: ends).utf8) + [byte, 0x0A, 0xE9]
      let dialect = try CSVReader(bytes: bytes).dialect
      #expect(dialect.encoding == .windows1252)
      #expect(dialect.firstLineOutsideUTF8 == ends + 1)
    }
  }

  @Test func `what survives of UTF-8 at the very end is judged too`() throws {
    #expect(try CSVReader(bytes: Array("a\nb".utf8) + [0xC3]).dialect.firstLineOutsideUTF8 == 2)
    #expect(try CSVReader(bytes: Array("a\nb".utf8) + [0xC3, 0xA9]).dialect.encoding == .utf8)
    #expect(
      sheetError { _ = try CSVReader(bytes: [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xE2, 0x82]) }
        == .undecodable(.utf8, line: 2))
  }
}
