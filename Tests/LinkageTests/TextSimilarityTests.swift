@testable import Linkage
import Testing

@Suite struct `How alike texts are` {
  private func bytes<Result>(
    _ a: String, _ b: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    Array(a.utf8).withUnsafeBufferPointer { a in Array(b.utf8).withUnsafeBufferPointer { b in body(a, b) } }
  }

  /// Winkler 1990 and 2006, table 6: three decimals.
  @Test(arguments: [
    ("martha", "marhta", 0.944, 0.961), ("dixon", "dicksonx", 0.767, 0.813), ("dwayne", "duane", 0.822, 0.840),
    ("jones", "johnson", 0.790, 0.832), ("abroms", "abrams", 0.889, 0.922), ("massey", "massie", 0.889, 0.933),
    ("shackleford", "shackelford", 0.970, 0.982), ("same", "same", 1, 1), ("abc", "xyz", 0, 0), ("", "", 1, 1),
    ("a", "", 0, 0),
  ])
  func `is as printed for Jaro and Jaro-Winkler`(_ a: String, _ b: String, _ jaro: Double, _ winkler: Double) {
    #expect(abs(bytes(a, b, TextSimilarity.jaro) - jaro) < 0.00051)
    #expect(abs(bytes(a, b, TextSimilarity.jaroWinkler) - winkler) < 0.00051)
    #expect(bytes(a, b, TextSimilarity.jaro) == bytes(b, a, TextSimilarity.jaro))
  }

  @Test(arguments: [
    ("ca", "abc", 3), ("kitten", "sitting", 3), ("martha", "marhta", 1), ("", "abc", 3), ("abc", "abc", 0),
    ("abcd", "acbd", 1), ("smith", "smyth", 1),
  ])
  func `counts changes with swaps of neighbours`(_ a: String, _ b: String, _ distance: Int) {
    #expect(TextSimilarity.distance(Array(a.utf8), Array(b.utf8)) == distance)
  }

  @Test func `one edit apart is a distance of at most one`() {
    var numbers = SeededNumbers(seed: 4)
    for _ in 0..<3_000 {
      let words = (0..<2).map { _ in String((0..<numbers.below(5)).map { _ in "abc".randomElement(&numbers) }) }
      let distance = TextSimilarity.distance(Array(words[0].utf8), Array(words[1].utf8))
      #expect(bytes(words[0], words[1], TextSimilarity.isOneEditApart) == (distance <= 1), "\(words)")
    }
  }
}

extension String {
  fileprivate func randomElement(_ numbers: inout SeededNumbers) -> Character { Array(self)[numbers.below(count)] }
}
