internal import Dispatch

/// The pairs of records that are compared, each once, with the passes that found it.
package struct CandidatePairs: Sendable {
  package internal(set) var first: [UInt32] = []
  package internal(set) var second: [UInt32] = []
  /// Bit `p` where pass `p` found the pair.
  package internal(set) var passes: [UInt32] = []
  package internal(set) var reports: [PassReport] = []
  package internal(set) var plan: [BlockingPass] = []
  /// Links expected among the pairs that one pass found (1), and two (2).
  var byCount = [0.0, 0, 0]
  /// Links expected among pairs that were left out because they hold next to none.
  var linksLeftOut = 0.0

  package struct PassReport: Equatable, Sendable {
    package var name: String
    /// Pairs that the pass found, and those that no other did.
    package var pairs = 0
    package var alone = 0
    /// Records in blocks that were too large even when divided, and were not compared there.
    package var leftOut = 0
    /// Links expected among the pairs it found, and among those that no other did.
    package var links = 0.0
    package var linksAlone = 0.0
  }

  package var count: Int { first.count }

  /// The largest blocks that are compared, from which each pass takes what it can afford.
  private static let caps = [12, 18, 27, 40, 60, 90, 130, 200]

  /// Blocks all records.
  ///
  /// - Parameters:
  ///   - plan: At most 32 passes.
  ///   - limit: The most pairs to make; blocks are divided into smaller ones until it is kept.
  ///   - files: Where only records of different files are compared, the file of each record.
  package init(_ records: LinkRecords, plan: [BlockingPass], limit: Int, files: [UInt8]? = nil) {
    precondition(plan.count <= 32, "there is no room for more than 32 passes")
    precondition(records.count < 1 << 26, "there is no room for so many records")
    self.plan = plan
    let parts = Set(plan.flatMap { $0.parts + $0.refinements }).subtracting([.nameWord])
    var keys: [BlockingPart: [UInt32]] = [:]
    for part in BlockingPart.allCases where parts.contains(part) { keys[part] = part.keys(of: records).map(Self.half) }
    let found = Self.parallel(plan.count) { pass in
      let blocks = Blocks(records, plan[pass], keys)
      // The largest cap that keeps the limit; the cost grows with the cap.
      var (low, high) = (0, Self.caps.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if blocks.cost(cap: Self.caps[middle]) > limit / 6 { high = middle - 1 } else { low = middle }
      }
      return blocks.pairs(cap: Self.caps[low], pass: UInt64(pass), files: files)
    }
    reports = plan.map { PassReport(name: $0.name) }
    for (pass, each) in found.enumerated() { reports[pass].leftOut = each.leftOut }
    let shares = max(1, records.count >> 16)
    let pairs = found.map(\.pairs)
    // A few shares at a time: what is merged takes twice the room of what is kept.
    for batch in stride(from: 0, to: shares, by: 4) {
      let merged = Self.parallel(min(4, shares - batch)) {
        Self.merged(pairs, share: batch + $0, of: shares, records.count)
      }
      for each in merged { take(each) }
    }
  }

  /// All pairs there are: for sets so small that blocking gains nothing.
  package init(all count: Int, files: [UInt8]? = nil) {
    plan = [BlockingPass([])]
    for i in 0..<max(0, count) {
      for j in (i + 1)..<max(i + 1, count) where files.map({ $0[i] != $0[j] }) ?? true {
        first.append(UInt32(i))
        second.append(UInt32(j))
      }
    }
    passes = [UInt32](repeating: 1, count: first.count)
    reports = [PassReport(name: "all", pairs: first.count, alone: first.count)]
  }

  /// Half of a key is enough: two keys that fall together cost a few pairs.
  private static func half(_ key: UInt64) -> UInt32 {
    key == 0 ? 0 : UInt32(truncatingIfNeeded: Hash.mixed(key) >> 32) | 1
  }

  private static func parallel<Result>(_ count: Int, _ make: (Int) -> Result) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    withoutActuallyEscaping(make) { make in
      results.withUnsafeMutableBufferPointer { results in
        nonisolated(unsafe) let (places, make) = (results, make)
        DispatchQueue.concurrentPerform(iterations: count) { places[$0] = make($0) }
      }
    }
    return results.compactMap { $0 }
  }

  /// Leaves out the pairs of some sets of passes, and books the links that are lost with them.
  mutating func leaveOut(_ shares: [UInt32: Double]) {
    guard !shares.isEmpty else { return }
    var kept = 0
    for pair in 0..<count {
      if let share = shares[passes[pair]] {
        linksLeftOut += share
        continue
      }
      (first[kept], second[kept], passes[kept]) = (first[pair], second[pair], passes[pair])
      kept += 1
    }
    first.removeLast(first.count - kept)
    second.removeLast(second.count - kept)
    passes.removeLast(passes.count - kept)
  }

  /// The pairs of a share of the first records, in order, each once, with the passes that found it.
  private static func merged(_ found: [[UInt64]], share: Int, of shares: Int, _ count: Int) -> [(UInt64, UInt32)] {
    let from = UInt64(count * share / shares) << 32
    let to = UInt64(count * (share + 1) / shares) << 32
    var sorted: [UInt64] = []
    for pairs in found { for pair in pairs where pair >= from && pair < to { sorted.append(pair) } }
    sorted.sortByRadix(from: 0, bits: 58)
    var result: [(UInt64, UInt32)] = []
    result.reserveCapacity(sorted.count)
    var place = 0
    while place < sorted.count {
      let pair = sorted[place] >> 6
      var mask: UInt32 = 0
      while place < sorted.count, sorted[place] >> 6 == pair {
        mask |= 1 << UInt32(sorted[place] & 63)
        place += 1
      }
      result.append((pair, mask))
    }
    return result
  }

  private mutating func take(_ merged: [(UInt64, UInt32)]) {
    for (pair, mask) in merged {
      first.append(UInt32(pair >> 26))
      second.append(UInt32(pair & 0x3FF_FFFF))
      passes.append(mask)
      var rest = mask
      while rest != 0 {
        reports[rest.trailingZeroBitCount].pairs += 1
        rest &= rest - 1
      }
      if mask & (mask - 1) == 0 { reports[mask.trailingZeroBitCount].alone += 1 }
    }
  }
}

extension [UInt64] {
  /// Sorts by the bits from one up to another, eleven at a time.
  mutating func sortByRadix(from first: Int, bits: Int) {
    var other = self
    var shift = first
    while shift < bits {
      var counts = [Int](repeating: 0, count: 2048)
      for each in self { counts[Int(each >> UInt64(shift) & 2047)] += 1 }
      if !counts.contains(count) {
        var sum = 0
        for digit in counts.indices { (counts[digit], sum) = (sum, sum + counts[digit]) }
        for each in self {
          let digit = Int(each >> UInt64(shift) & 2047)
          other[counts[digit]] = each
          counts[digit] += 1
        }
        swap(&self, &other)
      }
      shift += 11
    }
  }
}
