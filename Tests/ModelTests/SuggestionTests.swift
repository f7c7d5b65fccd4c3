import Testing

@testable import Model

struct SuggestionTests {
  static let words: [(String, String?)] = [
    ("sectr", "sector"),
    ("setcor", "sector"),
    ("Sector", "sector"),
    ("nationalty", "nationality"),
    ("age", "age"),
    ("agee", "age"),
    ("colour", nil),
    ("", nil),
  ]

  @Test(arguments: words)
  func `suggests the known word that was meant`(_ example: (word: String, meant: String?)) {
    #expect(suggestion(for: example.word, among: ["sector", "nationality", "age", "year"]) == example.meant)
  }

  @Test func `of equally near words the earlier is meant`() {
    #expect(suggestion(for: "cat", among: ["hat", "bat"]) == "hat")
  }

  @Test func `a swap of neighbours is one edit`() {
    #expect(alignmentDistance(Array("ab"), Array("ba")) == 1)
    #expect(alignmentDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(alignmentDistance([], Array("abc")) == 3)
  }
}
