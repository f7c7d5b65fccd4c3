internal import CFilterScan

/// All pairs of filters of two tables that are alike enough: exact, and without looking at pairs that cannot be.
///
/// With cardinalities a and b and c positions in common, 2c ≥ t(a + b) holds just when at most (1 − t)(a + b) positions
/// differ. Filters are ordered by cardinality, so that for each only those with t·a/(2 − t) ≤ b ≤ (2 − t)·a/t are looked
/// at; of these half of the words first, since more than the limit there is more than the limit.
package struct DiceJoin: Sendable {
  package struct Pair: Equatable, Hashable, Sendable {
    package var left: Int
    package var right: Int
  }

  /// In thousandths, so that no rounding decides.
  private let permille: Int
  /// Of `CFilterScan`; the result does not depend on it.
  private let way: Int32
  /// Blocks of eight filters that are scanned together: of 1,024 bits 64 kB, half of which is looked at, in the nearest
  /// cache.
  private static let tile = 64

  /// - Parameter permille: The least Dice coefficient, in thousandths: 1 to 1,000.
  package init(atLeast permille: Int) { self.init(atLeast: permille, way: Self.bestWay) }

  /// - Parameter way: At most the best.
  init(atLeast permille: Int, way: Int32) {
    precondition((1...1000).contains(permille), "a Dice coefficient lies between 0 and 1")
    precondition((0...Self.bestWay).contains(way), "this processor cannot do that")
    (self.permille, self.way) = (permille, way)
  }

  static var bestWay: Int32 { filter_scan_way() }

  /// In the order of the left filters, and for each of the right ones. Empty filters are like nothing.
  package func pairs(of left: FilterTable, and right: FilterTable) -> [Pair] {
    precondition(left.wordCount == right.wordCount, "filters of one length are compared")
    let blocks = FilterBlocks(right)
    let order = left.cardinalities.indices.sorted {
      (left.cardinalities[$0], $0) < (left.cardinalities[$1], $1)
    }
    // One after the other in memory: they are read once for every tile.
    let queries = order.flatMap { left.words[$0 * left.wordCount..<($0 + 1) * left.wordCount] }
    var pairs: [Pair] = []
    var hits = [UInt32](repeating: 0, count: 8 * Self.tile)
    for start in stride(from: 0, to: blocks.count, by: Self.tile) {
      let end = min(start + Self.tile, blocks.count)
      for (place, query) in order.enumerated() {
        let cardinality = Int(left.cardinalities[query])
        guard let range = range(cardinality, blocks, start..<end) else { continue }
        // That of the fullest of them; what is too far all the same does not pass the last test.
        let limit = limit(cardinality + blocks.most[range.upperBound - 1])
        let count = queries.withUnsafeBufferPointer { words in
          blocks.words.withUnsafeBufferPointer { others in
            filter_scan(
              way, words.baseAddress! + place * left.wordCount,
              others.baseAddress! + range.lowerBound * 8 * left.wordCount, range.count, left.wordCount, limit, &hits)
          }
        }
        for hit in hits[..<count] {
          guard let found = blocks.filter(range.lowerBound * 8 + Int(hit)) else { continue }
          if isAlike(left, query, right, found) { pairs.append(Pair(left: query, right: found)) }
        }
      }
    }
    return pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// Positions that may differ, of so many that are set.
  private func limit(_ total: Int) -> UInt32 { UInt32((1000 - permille) * total / 1000) }

  /// Blocks of the tile with filters whose cardinality can do.
  private func range(_ cardinality: Int, _ blocks: FilterBlocks, _ tile: Range<Int>) -> Range<Int>? {
    guard cardinality > 0 else { return nil }
    let least = (permille * cardinality + 1999 - permille) / (2000 - permille)
    let most = (2000 - permille) * cardinality / permille
    var (first, end) = (tile.lowerBound, tile.upperBound)
    while first < end, blocks.most[first] < least { first += 1 }
    while end > first, blocks.least[end - 1] > most { end -= 1 }
    return first < end ? first..<end : nil
  }

  private func isAlike(_ left: FilterTable, _ query: Int, _ right: FilterTable, _ found: Int) -> Bool {
    var shared = 0
    for word in 0..<left.wordCount {
      shared +=
        (left.words[query * left.wordCount + word] & right.words[found * left.wordCount + word]).nonzeroBitCount
    }
    let total = Int(left.cardinalities[query]) + Int(right.cardinalities[found])
    return total > 0 && 2000 * shared >= permille * total
  }
}

/// The filters of a table in the order of their cardinalities, by eight with their words side by side.
private struct FilterBlocks {
  var words: [UInt64]
  private let order: [Int]
  /// The least and the greatest cardinality of each block.
  private(set) var least: [Int] = []
  private(set) var most: [Int] = []

  var count: Int { least.count }

  init(_ table: FilterTable) {
    order = table.cardinalities.indices.filter { table.cardinalities[$0] > 0 }
      .sorted { (table.cardinalities[$0], $0) < (table.cardinalities[$1], $1) }
    let blockCount = (order.count + 7) / 8
    words = [UInt64](repeating: 0, count: blockCount * 8 * table.wordCount)
    for (place, filter) in order.enumerated() {
      for word in 0..<table.wordCount {
        words[(place / 8 * table.wordCount + word) * 8 + place % 8] = table.words[filter * table.wordCount + word]
      }
    }
    for block in 0..<blockCount {
      least.append(Int(table.cardinalities[order[block * 8]]))
      most.append(Int(table.cardinalities[order[min(block * 8 + 7, order.count - 1)]]))
    }
  }

  /// Which filter of the table stands at a place; nil behind the last.
  func filter(_ place: Int) -> Int? { place < order.count ? order[place] : nil }
}
