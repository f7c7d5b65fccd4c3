/// The blocks of one pass: records with the same key side by side.
struct Blocks: Sendable {
  /// Sorted by key.
  private var entries: [KeyedRecord] = []
  /// Keys of what divides large blocks, for each record.
  private var refinements: [[UInt64]]

  init(_ records: LinkRecords, _ pass: BlockingPass, _ keys: [BlockingPart: [UInt64]]) {
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
        key = Hash.combined(key, part[record])
      }
      guard isWhole else { continue }
      if takesWords {
        addWords(records, record, key)
      } else {
        entries.append(KeyedRecord(key: key, record: UInt32(record)))
      }
    }
    entries.sortByKey()
  }

  private mutating func addWords(_ records: LinkRecords, _ record: Int, _ key: UInt64) {
    let names = records.names
    for column in [records.forename, records.surname, records.alias] where !column.isEmpty && column[record] >= 0 {
      for place in names.range(ofWords: column[record]) {
        let word = Int(names.words[place])
        guard names.wordLength[word] >= 3, names.wordSkeleton[word] != 0 else { continue }
        entries.append(KeyedRecord(key: Hash.combined(key, names.wordSkeleton[word]), record: UInt32(record)))
      }
    }
  }

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
        for j in block.index(after: i)..<block.endIndex where block[i].record != block[j].record {
          if let files, files[Int(block[i].record)] == files[Int(block[j].record)] { continue }
          let (a, b) = (UInt64(block[i].record), UInt64(block[j].record))
          pairs.append(min(a, b) << 32 | max(a, b) << 6 | pass)
        }
      }
    }
    return (pairs, leftOut)
  }

  /// Hands out the blocks, the large ones divided; returns how many records were in blocks that stayed too large.
  @discardableResult
  private func forEachBlock(cap: Int, _ body: (ArraySlice<KeyedRecord>) -> Void) -> Int {
    var leftOut = 0
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 { leftOut += divide(entries[start..<end], cap: cap, depth: 0, body) }
      start = end
    }
    return leftOut
  }

  private func divide(
    _ block: ArraySlice<KeyedRecord>, cap: Int, depth: Int, _ body: (ArraySlice<KeyedRecord>) -> Void
  ) -> Int {
    guard block.count > cap else {
      body(block)
      return 0
    }
    guard depth < refinements.count else { return block.count }
    let keys = refinements[depth]
    var parts = block.compactMap { each in
      keys[Int(each.record)] == 0 ? nil : KeyedRecord(key: keys[Int(each.record)], record: each.record)
    }
    var leftOut = block.count - parts.count
    parts.sort { ($0.key, $0.record) < ($1.key, $1.record) }
    var start = 0
    while start < parts.count {
      var end = start + 1
      while end < parts.count, parts[end].key == parts[start].key { end += 1 }
      if end - start > 1 { leftOut += divide(parts[start..<end], cap: cap, depth: depth + 1, body) }
      start = end
    }
    return leftOut
  }
}
