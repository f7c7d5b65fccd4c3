import Invented
import Foundation
import Testing

@testable import Sheets

@Suite struct TextEncodingTests {
  private static let text = "naam;plaats\r\ncafé;’s-Hertogenbosch €\r\n"

  private static func encoded(_ encoding: String.Encoding, mark: [UInt8] = []) throws -> [UInt8] {
    mark + [UInt8](try #require(text.data(using: encoding)))
  }

  @Test(arguments: [
    (String.Encoding.utf8, [], TextEncoding.utf8), (.utf8, [0xEF, 0xBB, 0xBF], .utf8),
    (.windowsCP1252, [], .windows1252), (.utf16LittleEndian, [0xFF, 0xFE], .utf16LittleEndian),
    (.utf16BigEndian, [0xFE, 0xFF], .utf16BigEndian), (.utf16LittleEndian, [], .utf16LittleEndian),
    (.utf16BigEndian, [], .utf16BigEndian),
  ])
  func `each encoding gives the same rows and is named`(
    _ encoding: String.Encoding, _ mark: [UInt8], _ expected: TextEncoding
  ) throws {
    let reader = try CSVReader(bytes: Self.encoded(encoding, mark: mark))
    #expect(reader.dialect.encoding == expected)
    #expect(reader.dialect.hasByteOrderMark == !mark.isEmpty)
    #expect(try reader.fields() == [["naam", "plaats"], ["café", "’s-Hertogenbosch €"]])
  }

  @Test func `an accent megabytes into the file decides for all of it`() throws {
    let filler = Array(String(repeating: "2019;ja\n", count: 500_000).utf8)
    let reader = try CSVReader(bytes: Array("jaar;naam\n".utf8) + filler + [0x32, 0x3B, 0x63, 0x61, 0x66, 0xE9, 0x0A])
    #expect(reader.dialect.encoding == .windows1252)
    #expect(reader.dialect.firstLineOutsideUTF8 == 500_002)
    var last = ""
    try reader.forEachRow { row in last = row.string(at: 1) }
    #expect(last == "café")
  }

  @Test func `a character cut in two by the border of a piece is still one character`() throws {
    for shift in 0..<4 {
      let text = "a;b\n" + String(repeating: "x", count: 262_144 - 6 - shift) + ";é€\u{1F4A1}é\n"
      let reader = try CSVReader(bytes: Array(text.utf8))
      #expect(reader.dialect.encoding == .utf8)
      #expect(try reader.fields()[1][1] == "é€\u{1F4A1}é")
      let wide = [0xFF, 0xFE] + [UInt8](try #require(text.data(using: .utf16LittleEndian)))
      #expect(try CSVReader(bytes: wide).fields()[1][1] == "é€\u{1F4A1}é")
    }
  }

  @Test(
    arguments: [
      ([0xC3], false), ([0xC3, 0xA9], true), ([0xC0, 0x80], false), ([0xE0, 0x9F, 0x80], false),
      ([0xE2, 0x82, 0xAC], true), ([0xED, 0xA0, 0x80], false), ([0xF0, 0x9F, 0x92, 0xA1], true),
      ([0xF0, 0x8F, 0x92, 0xA1], false), ([0xF4, 0x90, 0x80, 0x80], false), ([0x80], false), ([0xFF], false),
      ([0xE2, 0x82, 0x41], false),
    ] as [([UInt8], Bool)])
  func `the validator agrees with the standard`(_ bytes: [UInt8], _ isValid: Bool) {
    // Two pieces, cut at every place, must say the same as one.
    let padded = [UInt8](repeating: 0x41, count: 40) + bytes
    for cut in 0...padded.count {
      var validator = UTF8Validator()
      let first = padded[..<cut].withUnsafeBufferPointer { validator.firstInvalid(in: $0) }
      let second = first == nil ? padded[cut...].withUnsafeBufferPointer { validator.firstInvalid(in: $0) } : nil
      #expect((first == nil && second == nil && validator.isComplete) == isValid)
    }
  }

  @Test func `the validator agrees with the standard library on random bytes`() {
    var generator = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(generator.next() % 6)).map { _ -> UInt8 in
        let draw = generator.next()
        return draw & 1 == 0
          ? UInt8(truncatingIfNeeded: draw >> 8) : [0xC3, 0xE2, 0xED, 0xF0, 0x82][Int(draw >> 8 % 5)]
      }
      var validator = UTF8Validator()
      let invalid = bytes.withUnsafeBufferPointer { validator.firstInvalid(in: $0) }
      #expect((invalid == nil && validator.isComplete) == (String(validating: bytes, as: UTF8.self) != nil))
    }
  }

  @Test(
    arguments: [
      (Array("a;b\n1;\0\n".utf8), SheetError.nulByte(line: 2)),
      ([0xEF, 0xBB, 0xBF] + Array("a;b\n1;2\n3;".utf8) + [0xE9, 0x0A], .undecodable(.utf8, line: 3)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0xDC, 0x62, 0x00], .undecodable(.utf16LittleEndian, line: 2)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x0A], .undecodable(.utf16LittleEndian, line: 1)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], .undecodable(.utf16LittleEndian, line: 1)),
      ([0xFE, 0xFF, 0x00, 0x61, 0x00, 0x0A, 0x00, 0x00], .nulByte(line: 2)),
      ([], .empty), ([0xEF, 0xBB, 0xBF], .empty), (Array("\r\n\r\n".utf8), .empty),
    ] as [([UInt8], SheetError)])
  func `bytes that are no text are refused with their line`(_ bytes: [UInt8], _ expected: SheetError) {
    #expect(sheetError { try CSVReader(bytes: bytes).forEachRow { _ in } } == expected)
  }
}
