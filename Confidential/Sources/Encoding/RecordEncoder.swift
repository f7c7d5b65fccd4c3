package import Cryptography

/// Encodes records with the key of a project and an epoch: tokens, filters and the keys of blocks.
///
/// A value v of a field becomes the number n = BLAKE2b(K_field, v), which stays here. In a block with the numbers w its
/// token is SipHash(s, n), with s = SipHash(K_pass, w), and the block has the key SipHash(K'_pass, w). A filter holds, of
/// each bigram, positions from as many slices of 16 bits of SipHash(s, n), SipHash(s, n + 1), … as make `draws` for the
/// whole name: independent slices, never two hashes combined (Kroll and Steinmetzer 2015).
package struct RecordEncoder {
  package let parameters: EncodingParameters
  private let keys: EncodingKeys
  private let hardener: Hardener
  private let hasNoise: Bool
  private var preparation: RecordPreparation
  private var filters: [FilterName: [UInt64]] = [:]
  /// The values of the key server for blocks, when there is one.
  private var obliviousValues: [[UInt64]: [UInt64]]?

  private struct FilterName: Hashable {
    var salt: SipHash
    var name: String
  }

  package init(_ key: LinkageKey, _ parameters: EncodingParameters, rarity: NameRarity? = nil) {
    self.parameters = parameters
    keys = EncodingKeys(key)
    hardener = Hardener(parameters, key: keys.hardening)
    hasNoise = parameters.hardening.contains { $0.epsilonOfBit != nil }
    preparation = RecordPreparation(keys, rarity: rarity)
  }

  /// The record as secret numbers.
  mutating func prepared(_ record: StandardRecord) -> PreparedRecord { preparation.prepared(record) }

  /// Adds an entry to the body of a file: a number that tells nothing of the row, the pass, the key of the block and what
  /// is compared there.
  ///
  /// - Parameters:
  ///   - record: Of which the content is; for a fake another one than has the block.
  ///   - index: Of the entry among those of the row.
  /// - Returns: The number.
  mutating func append(
    _ record: PreparedRecord, in block: PreparedRecord.Block, row: RowNumber, index: Int, to body: inout [UInt8]
  ) -> RowNumber {
    let (words, keysOfPass) = (words(of: block), keysOf(block.pass))
    let entry = number(row, index)
    body.append(word: entry.high)
    body.append(word: entry.low)
    body.append(block.pass.rawValue)
    body.append(word: keysOfPass.key(words))
    if parameters.salt == .block {
      append(record, SipHash(low: keysOfPass.low(words), high: keysOfPass.high(words)), entry, to: &body)
    } else {
      append(record, commonSalt(record), entry, to: &body)
    }
    return entry
  }

  /// Whether an entry is joined by a fake one, and the place of the record of which that is, among so many.
  func fake(_ row: RowNumber, _ index: Int, among count: Int) -> Int? {
    guard parameters.fakes > 0, count > 1 else { return nil }
    let chance = keys.fake([row.high, row.low, UInt64(index)])
    guard chance >> 32 < (UInt64(parameters.fakes) << 32) / 1000 * 10 else { return nil }
    return Int(((chance & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }

  /// Follows from the number of the row for whoever has the key, and from nothing else.
  private func number(_ row: RowNumber, _ index: Int) -> RowNumber {
    RowNumber(
      high: keys.entry([row.high, row.low, UInt64(index), 0]), low: keys.entry([row.high, row.low, UInt64(index), 1]))
  }

  private func keysOf(_ pass: BlockPass) -> (key: SipHash, low: SipHash, high: SipHash) {
    keys.passes[Int(pass.rawValue) - 1]
  }

  private func commonSalt(_ prepared: PreparedRecord) -> SipHash {
    guard parameters.salt == .year, let year = prepared.year else { return keys.salt }
    return SipHash(low: keys.salt(year), high: keys.salt(~year))
  }

  private func noise(_ entry: RowNumber) -> SipHash {
    SipHash(low: keys.noise([entry.high, entry.low, 0]), high: keys.noise([entry.high, entry.low, 1]))
  }

  private mutating func append(
    _ record: PreparedRecord, _ salt: SipHash, _ entry: RowNumber, to body: inout [UInt8]
  ) {
    body.append(UInt8(truncatingIfNeeded: record.flags.rawValue))
    body.append(UInt8(truncatingIfNeeded: record.flags.rawValue >> 8))
    body.append(record.rarity)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BlockContent.Slot.count) { tokens in
      tokens.initialize(repeating: 0)
      // Zero stands for missing.
      for (slot, number) in record.tokens { tokens[slot] = max(1, UInt32(truncatingIfNeeded: salt(number))) }
      for slots in BlockContent.Slot.sets { Self.sort(tokens, slots) }
      for slot in 0..<tokens.count { tokens[slot] = tokens[slot].littleEndian }
      body.append(contentsOf: UnsafeRawBufferPointer(tokens))
    }
    let noise = hasNoise ? noise(entry) : keys.noise
    for number in 0..<record.bigrams.count {
      var words = filter(record, number, salt, noise)
      for index in words.indices { words[index] = words[index].littleEndian }
      words.withUnsafeBytes { body.append(contentsOf: $0) }
    }
  }

  /// Ascending, with those that are missing behind: few, and so by insertion.
  private static func sort(_ tokens: UnsafeMutableBufferPointer<UInt32>, _ slots: Range<Int>) {
    for slot in slots.dropFirst() {
      let token = tokens[slot]
      var place = slot
      while place > slots.lowerBound, token &- 1 < tokens[place - 1] &- 1 {
        tokens[place] = tokens[place - 1]
        place -= 1
      }
      tokens[place] = token
    }
  }

  /// The hardened filter. One that will not be asked again is not remembered.
  private mutating func filter(
    _ record: PreparedRecord, _ number: Int, _ salt: SipHash, _ noise: SipHash
  ) -> [UInt64] {
    guard !record.bigrams[number].isEmpty else { return [UInt64](repeating: 0, count: parameters.words) }
    let isRemembered = parameters.salt != .block && !hasNoise && number < 2
    let name = FilterName(salt: salt, name: record.names[number])
    if isRemembered, let known = filters[name] { return known }
    let noise = SipHash(low: noise.key.low &+ UInt64(number) << 32, high: noise.key.high)
    let filter = hardener.harden(drawn(record.bigrams[number], salt), noise: noise)
    if isRemembered { filters[name] = filter }
    return filter
  }

  private func drawn(_ bigrams: [UInt64], _ salt: SipHash) -> [UInt64] {
    let mask = UInt64(parameters.bits - 1)
    let width = UInt64(parameters.bits.trailingZeroBitCount)
    let each = max(1, (parameters.draws + bigrams.count / 2) / bigrams.count)
    let slices = 64 / Int(width)
    return [UInt64](unsafeUninitializedCapacity: parameters.bits / 64) { words, count in
      count = parameters.bits / 64
      words[..<count].initialize(repeating: 0)
      for bigram in bigrams {
        var left = each
        var counter: UInt64 = 0
        while left > 0 {
          var draws = salt(bigram &+ counter)
          counter &+= 1
          for _ in 0..<min(slices, left) {
            let position = draws & mask
            words[Int(truncatingIfNeeded: position &>> 6)] |= 1 &<< (position & 63)
            draws &>>= width
          }
          left -= slices
        }
      }
    }
  }
}

// MARK: A key server

extension RecordEncoder {
  /// What has to be asked of the key server to encode a record: the numbers of each block.
  package mutating func questions(for record: StandardRecord) -> [[UInt64]] {
    preparation.prepared(record).blocks.map(Self.question)
  }

  /// From here on blocks are made with the values of the key server.
  ///
  /// - Parameter values: Of every question, 64 bytes.
  package mutating func use(_ values: [[UInt64]: [UInt8]]) {
    obliviousValues = values.mapValues { value in (0..<4).map { littleEndian(value, 8 * $0) } }
  }

  private static func question(_ block: PreparedRecord.Block) -> [UInt64] {
    [UInt64(block.pass.rawValue)] + block.words
  }

  /// Of which salt and key of a block are made.
  private func words(of block: PreparedRecord.Block) -> [UInt64] {
    guard let obliviousValues else { return block.words }
    guard let value = obliviousValues[Self.question(block)] else {
      preconditionFailure("the key server was asked about every block")
    }
    return value
  }
}

extension [UInt8] {
  /// Eight bytes, the lowest first.
  mutating func append(word: UInt64) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }
}
