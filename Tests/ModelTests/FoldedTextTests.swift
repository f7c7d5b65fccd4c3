import Foundation
@testable import Model
import Testing

/// Texts as they are compared: the words of partners, headers and terms.
@Suite struct `Folded text` {
  @Test func `has the small form of every letter of ASCII, Latin-1 and Latin Extended-A`() {
    for scalar in UInt32(0x21)...0x17F where scalar < 0x7F || scalar > 0xA0 && scalar != 0xAD {
      guard let letter = Unicode.Scalar(scalar).map(String.init) else { continue }
      let small = letter.lowercased().precomposedStringWithCanonicalMapping
      #expect(FoldedText.folded(letter) == Array(small.utf8), "\(scalar)")
    }
  }

  @Test(arguments: [
    ("Seksuele UITBUITING", "seksuele uitbuiting"), (" Côte d'Ivoire ", "côte d'ivoire"), ("ÇÀÉ×ß", "çàé×ß"),
    ("Łódź", "łódź"), ("ŠÝ", "šý"), ("\u{A0}<18\u{A0}", "<18"), ("", ""),
  ])
  func `compares words without regard to case and blanks around them`(_ text: String, _ folded: String) {
    #expect(FoldedText.folded(text) == Array(folded.utf8))
    #expect(FoldedText.folded(folded) == Array(folded.utf8))
  }

  @Test(arguments: [
    ("Geboorte jaar", "geboortejaar"), (" Vorm\n(hoofd) ", "vorm(hoofd)"), ("a\u{A0}b", "ab"),
    ("categorie 1", "categorie1"),
  ])
  func `of a header has no blanks inside either`(_ header: String, _ folded: String) {
    #expect(FoldedText.header(header) == Array(folded.utf8))
  }
}
