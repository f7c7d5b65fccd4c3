/// Dice's coefficient of two filters: 2·|A ∧ B| / (|A| + |B|).
package enum Dice {
  /// 0 when both are empty.
  package static func of(_ left: [UInt64], _ right: [UInt64]) -> Double {
    precondition(left.count == right.count, "filters of one length are compared")
    var (shared, total) = (0, 0)
    for index in left.indices {
      shared += (left[index] & right[index]).nonzeroBitCount
      total += left[index].nonzeroBitCount + right[index].nonzeroBitCount
    }
    return total == 0 ? 0 : Double(2 * shared) / Double(total)
  }
}

/// Filters of one length in one piece of memory.
package struct FilterTable: Sendable {
  /// Words of a filter.
  package let wordCount: Int
  package private(set) var words: [UInt64] = []
  package private(set) var cardinalities: [Int32] = []

  package var count: Int { cardinalities.count }

  package init(wordCount: Int) {
    precondition(wordCount > 0, "a filter has words")
    self.wordCount = wordCount
  }

  package mutating func append(_ filter: [UInt64]) {
    precondition(filter.count == wordCount, "filters of one length are kept together")
    words += filter
    cardinalities.append(Int32(filter.reduce(0) { $0 + $1.nonzeroBitCount }))
  }

  package subscript(_ index: Int) -> [UInt64] { Array(words[index * wordCount..<(index + 1) * wordCount]) }
}
