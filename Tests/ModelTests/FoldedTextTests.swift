import Foundation
@testable import Model
import Testing

/// Texts as they are compared: the words of partners, headers and terms.
@Suite struct `Folded text` {
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { Array(FoldedText.trimmed($0)) }
  }

  @Test(arguments: [
    ("x", "x"), (" x ", "x"), ("\t\r\n\u{0B}\u{0C}x", "x"), ("\u{A0}x\u{A0}", "x"), (" \u{A0} x \u{A0}\t", "x"),
    ("", ""),
    (" ", ""), ("\u{A0}", ""), ("\u{A0}\u{A0} ", ""), ("a b", "a b"), ("a\u{A0}b", "a\u{A0}b"),
    ("\u{08}x\u{0E}", "\u{08}x\u{0E}"),
    ("\u{E0}", "\u{E0}"), ("â", "â"), ("\u{2003}x", "\u{2003}x"),
  ])
  func `is what stands between blanks`(_ text: String, _ kept: String) {
    #expect(Self.trimmed(Array(text.utf8)) == Array(kept.utf8))
  }

  /// Half of a no-break space at the border of a field is no blank.
  @Test(arguments: [[0xC2], [0xA0], [0xA0, 0x78], [0x78, 0xC2], [0xC3, 0xA0], [0x78, 0xA0]] as [[UInt8]])
  func `keeps bytes that only look like a part of a blank`(_ bytes: [UInt8]) {
    #expect(Self.trimmed(bytes) == bytes)
  }

  @Test func `has no capitals of ASCII and Latin-1, and every other letter as it was`() {
    for scalar in UInt32(0x21)...0x17F where scalar < 0x7F || scalar > 0xA0 {
      guard let letter = Unicode.Scalar(scalar).map(String.init) else { continue }
      let hasLower = scalar < 0x7F || (0xC0...0xDE).contains(scalar)
      #expect(FoldedText.folded(letter) == Array((hasLower ? letter.lowercased() : letter).utf8), "\(scalar)")
    }
  }

  @Test(arguments: [
    ("Seksuele UITBUITING", "seksuele uitbuiting"), (" Côte d'Ivoire ", "côte d'ivoire"), ("ÇÀÉ×ß", "çàé×ß"),
    ("Łódź", "Łódź"), ("ŠÝ", "Šý"), ("\u{A0}<18\u{A0}", "<18"), ("", ""),
  ])
  func `compares words without regard to case and blanks around them`(_ text: String, _ folded: String) {
    #expect(FoldedText.folded(text) == Array(folded.utf8))
    #expect(FoldedText.folded(folded) == Array(folded.utf8))
  }

  @Test(arguments: [
    ("Geboorte jaar", "geboortejaar"), (" Vorm\n(hoofd) ", "vorm(hoofd)"), ("a\u{A0}b", "a\u{A0}b"),
    ("categorie 1", "categorie1"),
  ])
  func `of a header has no blanks inside either`(_ header: String, _ folded: String) {
    #expect(FoldedText.header(header) == Array(folded.utf8))
  }
}
