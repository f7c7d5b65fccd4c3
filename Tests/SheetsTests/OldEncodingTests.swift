import Foundation
import Testing

@testable import Sheets

/// Text that was written before Windows and is no UTF-8.
@Suite struct `The encoding of old text` {
  static let texts = [
    "cliënt thuis", "slachtoffer uit Azië, geïnterviewd", "coördinator in een café; financiële gegevens",
    "overéén gekomen; naïeve patiënten", "zoëven; tweeërlei",
  ]

  private static func likely(_ text: String, _ encoding: String.Encoding) throws -> [OldEncoding] {
    let bytes = try #require(text.data(using: encoding))
    return try CSVReader(bytes: Array("a;b\n".utf8) + Array(bytes)).dialect.likelyEncodings
  }

  @Test(arguments: texts) func `is told from Windows-1252 by what stands between small letters`(_ text: String) throws {
    #expect(try Self.likely(text, .windowsCP1252) == [])
    #expect(try Self.likely(text, .utf8) == [])
    for (encoding, bytes) in [(OldEncoding.dos, Self.dos), (.mac, Self.mac)] {
      let old = text.flatMap { bytes[$0].map { [$0] } ?? Array(String($0).utf8) }
      #expect(try CSVReader(bytes: Array("a;b\n".utf8) + old).dialect.likelyEncodings.contains(encoding))
    }
  }

  /// The letters in the texts.
  private static let dos: [Character: UInt8] = ["é": 0x82, "ë": 0x89, "ï": 0x8B, "ö": 0x94]
  private static let mac: [Character: UInt8] = ["é": 0x8E, "ë": 0x91, "ï": 0x95, "ö": 0x9A]

  @Test(arguments: ["foto‘s", "zo’n auto’s", "2018–2019", "Š en Ž", "Kožul, Niš", "€ 500", "a • b", "50 ‰", "«zo»"])
  func `is not seen in signs of Windows-1252`(_ text: String) throws {
    #expect(try Self.likely(text, .windowsCP1252) == [])
  }

  @Test func `is seen across pieces`() throws {
    let start = Array(String(repeating: "x", count: (1 << 18) - 1).utf8)
    for shift in 0..<4 {
      let bytes = Array("a\n".utf8) + start.dropFirst(shift + 2) + [0x89] + Array("nt\n".utf8)
      #expect(try CSVReader(bytes: bytes).dialect.likelyEncodings == [.dos, .mac])
    }
  }
}
