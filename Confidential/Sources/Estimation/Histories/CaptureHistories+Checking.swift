/// The checks that stand between a table and an estimate.
extension CaptureHistories {
  static func check(lists: [String]) throws(CaptureHistoryError) {
    guard !lists.isEmpty else { throw .noLists }
    guard lists.count > 1 else { throw .oneList(lists[0]) }
    guard lists.count <= maximumLists else { throw .tooManyLists(lists.count, limit: maximumLists) }
    for (index, name) in lists.enumerated() {
      guard !name.isEmpty else { throw .namelessList(column: index + 1) }
      if lists[..<index].contains(name) { throw .repeatedList(name) }
    }
  }

  static func check(entries: [Entry], lists: Int) throws(CaptureHistoryError) {
    let all = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(lists)) - 1)
    var seen: Set<UInt32> = []
    for (index, entry) in entries.enumerated() {
      let row = CaptureHistoryError.Place(row: index + 1)
      guard entry.history != 0 else { throw .emptyHistory(row) }
      guard entry.history & ~all == 0 else { throw .unknownList(row) }
      guard entry.count >= 0 else { throw .negativeCount(row) }
      guard entry.count <= maximumCount else { throw .countTooLarge(row, limit: maximumCount) }
      guard seen.insert(entry.history).inserted else { throw .repeatedHistory(row, first: nil) }
    }
  }

  /// What all counts are multiples of, when that is no accident (chance below 1 in 10,000); else nil.
  ///
  /// Counts rounded to base 5 or randomly rounded to base 3 have no likelihood; an estimate from them is biased in a
  /// way that no interval shows. Counts that were multiplied give intervals that are too narrow.
  static func roundingBase(of counts: [Int]) -> Int? {
    var divisor = 0
    for count in counts {
      var (a, b) = (divisor, count)
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    let isNoAccident =
      (divisor % 5 == 0 && counts.count >= 6) || (divisor % 3 == 0 && counts.count >= 9)
      || (divisor >= 100 && counts.count >= 2)
    return isNoAccident ? divisor : nil
  }
}
