import Invented
import Testing

@testable import Encoding

@Suite struct DiceTests {
  /// Filters near one another and far apart, of all kinds of fill, some of them empty.
  private func table(_ count: Int, words: Int, seed: UInt64, near: FilterTable? = nil) -> FilterTable {
    var generator = SplitMix(seed: seed)
    var table = FilterTable(wordCount: words)
    for number in 0..<count {
      var filter = (0..<words).map { _ in generator.next() & (number % 3 == 0 ? generator.next() : .max) }
      if let near, number % 2 == 0 {
        filter = near[number % near.count]
        for _ in 0..<number % 40 * words / 4 {
          let bit = Int.random(in: 0..<64 * words, using: &generator)
          filter[bit >> 6] ^= 1 << UInt64(bit & 63)
        }
      }
      table.append(number % 17 == 5 ? filter.map { _ in 0 } : filter)
    }
    return table
  }

  @Test func `two filters share twice what they have in common, of what they have together`() {
    #expect(Dice.of([0b1111], [0b0011]) == 4.0 / 6)
    #expect(Dice.of([0b1111, 1], [0b1111, 1]) == 1)
    #expect(Dice.of([0b1100], [0b0011]) == 0)
    #expect(Dice.of([0], [0]) == 0)
  }

  @Test(arguments: [(1, 600), (4, 800), (8, 800), (16, 800), (16, 500), (33, 900), (16, 1000)])
  func `the pairs are those that comparing all of them gives`(_ words: Int, _ permille: Int) {
    let left = table(150, words: words, seed: 1)
    let right = table(203, words: words, seed: 2, near: left)
    var expected: [DiceJoin.Pair] = []
    for one in 0..<left.count {
      for other in 0..<right.count {
        let shared = zip(left[one], right[other]).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
        let total = Int(left.cardinalities[one] + right.cardinalities[other])
        if total > 0, 2000 * shared >= permille * total { expected.append(DiceJoin.Pair(left: one, right: other)) }
      }
    }
    #expect(!expected.isEmpty)
    for way in 0...DiceJoin.bestWay {
      #expect(DiceJoin(atLeast: permille, way: way).pairs(of: left, and: right) == expected)
    }
  }

  @Test func `nothing is like an empty table`() {
    let left = table(10, words: 2, seed: 1)
    #expect(DiceJoin(atLeast: 800).pairs(of: left, and: FilterTable(wordCount: 2)).isEmpty)
    #expect(DiceJoin(atLeast: 800).pairs(of: FilterTable(wordCount: 2), and: left).isEmpty)
  }
}
