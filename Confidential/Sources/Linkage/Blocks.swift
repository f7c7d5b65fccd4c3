/// The blocks of one pass: records with the same key side by side.
struct Blocks: Sendable {
  /// The upper half of a hash of the key above the record, sorted: two keys of one hash share a block, which costs a few
  /// pairs and loses none.
  private var entries: [UInt64] = []
  /// Keys of what divides large blocks, for each record.
  private var refinements: [[UInt32]]

  init(_ records: LinkRecords, _ pass: BlockingPass, _ keys: [BlockingPart: [UInt32]]) {
    refinements = pass.refinements.compactMap { keys[$0] }
    let parts = pass.parts.compactMap { keys[$0] }
    let takesWords = pass.parts.contains(.nameWord)
    entries.reserveCapacity(records.count)
    for record in 0..<records.count {
      var key: UInt64 = 0x51
      var isWhole = true
      for part in parts {
        if part[record] == 0 {
          isWhole = false
          break
        }
        key = Hash.combined(key, UInt64(part[record]))
      }
      guard isWhole else { continue }
      if takesWords {
        addWords(records, record, key)
      } else {
        entries.append(Self.entry(key, record))
      }
    }
    entries.sortByRadix(from: 32, bits: 64)
  }

  private mutating func addWords(_ records: LinkRecords, _ record: Int, _ key: UInt64) {
    let names = records.names
    for column in [records.forename, records.surname, records.alias] where !column.isEmpty && column[record] >= 0 {
      for place in names.range(ofWords: column[record]) {
        let word = Int(names.words[place])
        guard names.wordLength[word] >= 3, names.wordSkeleton[word] != 0 else { continue }
        entries.append(Self.entry(Hash.combined(key, names.wordSkeleton[word]), record))
      }
    }
  }

  @inline(__always)
  private static func entry(_ key: UInt64, _ record: Int) -> UInt64 { key & ~0xFFFF_FFFF | UInt64(record) }

  /// How many pairs the blocks make when none is larger than `cap`.
  func cost(cap: Int) -> Int {
    var sum = 0
    forEachBlock(cap: cap) { sum += $0.count * ($0.count - 1) / 2 }
    return sum
  }

  /// The pairs as numbers that sort by first record, second record and pass.
  func pairs(cap: Int, pass: UInt64, files: [UInt8]?) -> (pairs: [UInt64], leftOut: Int) {
    var pairs: [UInt64] = []
    let leftOut = forEachBlock(cap: cap) { block in
      for i in block.indices {
        for j in block.index(after: i)..<block.endIndex
        where UInt32(truncatingIfNeeded: block[i]) != UInt32(truncatingIfNeeded: block[j]) {
          let (a, b) = (block[i] & 0xFFFF_FFFF, block[j] & 0xFFFF_FFFF)
          if let files, files[Int(a)] == files[Int(b)] { continue }
          pairs.append(min(a, b) << 32 | max(a, b) << 6 | pass)
        }
      }
    }
    return (pairs, leftOut)
  }

  /// Hands out the blocks, the large ones divided; returns how many records were in blocks that stayed too large.
  @discardableResult
  private func forEachBlock(cap: Int, _ body: (ArraySlice<UInt64>) -> Void) -> Int {
    var leftOut = 0
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1 { leftOut += divide(entries[start..<end], cap: cap, depth: 0, body) }
      start = end
    }
    return leftOut
  }

  private func divide(
    _ block: ArraySlice<UInt64>, cap: Int, depth: Int, _ body: (ArraySlice<UInt64>) -> Void
  ) -> Int {
    guard block.count > cap else {
      body(block)
      return 0
    }
    guard depth < refinements.count else { return block.count }
    let keys = refinements[depth]
    var parts: [UInt64] = []
    parts.reserveCapacity(block.count)
    for each in block {
      let record = Int(each & 0xFFFF_FFFF)
      if keys[record] != 0 { parts.append(Self.entry(UInt64(keys[record]) << 32, record)) }
    }
    let leftOut = block.count - parts.count
    parts.sort()
    return divideParts(parts, cap: cap, depth: depth + 1, leftOut: leftOut, body)
  }

  private func divideParts(
    _ parts: [UInt64], cap: Int, depth: Int, leftOut: Int, _ body: (ArraySlice<UInt64>) -> Void
  ) -> Int {
    var leftOut = leftOut
    var start = 0
    while start < parts.count {
      var end = start + 1
      while end < parts.count, parts[end] >> 32 == parts[start] >> 32 { end += 1 }
      if end - start > 1 { leftOut += divide(parts[start..<end], cap: cap, depth: depth, body) }
      start = end
    }
    return leftOut
  }
}
