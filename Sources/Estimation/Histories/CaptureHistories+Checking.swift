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
      let row = CaptureHistoryError.Place(line: index + 1)
      guard entry.history != 0 else { throw .emptyHistory(row) }
      guard entry.history & ~all == 0 else { throw .unknownList(row) }
      guard entry.count >= 0 else { throw .negativeCount(row) }
      guard entry.count <= maximumCount else { throw .countTooLarge(row, limit: maximumCount) }
      guard seen.insert(entry.history).inserted else { throw .repeatedHistory(row, first: nil) }
    }
  }

  /// 5 or 3 when all counts are multiples of it and that is no accident (chance below 1 in 10,000), else nil.
  ///
  /// Counts rounded to base 5 or randomly rounded to base 3 have no likelihood; an estimate from them is biased in a
  /// way that no interval shows.
  static func roundingBase(of counts: [Int]) -> Int? {
    for (base, enough) in [(5, 6), (3, 9)] where counts.count >= enough {
      if counts.allSatisfy({ $0 % base == 0 }) { return base }
    }
    return nil
  }
}
