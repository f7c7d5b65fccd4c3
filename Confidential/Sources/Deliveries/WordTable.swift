import Glibc
import Model

/// Looks up short byte strings without making a `String`: open addressing with linear probing.
///
/// A table starts with the words of a column in folded form and learns spellings as they are met, so that after the
/// first rows a look-up is one hash and one comparison. It learns no more than `learningLimit` spellings.
struct WordTable: ~Copyable {
  private struct Slot {
    var hash: UInt64
    var value: PackedValue
    var offset: UInt32
    var length: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var pool: UnsafeMutablePointer<UInt8>
  private var poolCapacity: Int
  private var poolCount = 0
  private(set) var count = 0
  private let learningLimit: Int

  /// Longer texts are looked at each time. A decision: words of a list are shorter.
  private static let longestWord = 256

  /// - Parameter learningLimit: Spellings learnt; beyond it look-ups are slower and no less right. A decision: half a
  ///   megabyte a column at most.
  init(learningLimit: Int = 8_192) {
    self.learningLimit = learningLimit
    mask = 63
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: Slot(hash: 0, value: PackedValue(bits: 0), offset: 0, length: 0), count: 64)
    poolCapacity = 1_024
    pool = .allocate(capacity: poolCapacity)
  }

  deinit {
    slots.deallocate()
    pool.deallocate()
  }

  /// The value of a word that is spelt exactly like this.
  @inline(__always)
  func value(of word: UnsafeBufferPointer<UInt8>) -> PackedValue? {
    guard let base = word.baseAddress else { return nil }
    let hash = Self.hash(word)
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[index]
      if slot.hash == 0 { return nil }
      if slot.hash == hash, Int(slot.length) == word.count, memcmp(base, pool + Int(slot.offset), word.count) == 0 {
        return slot.value
      }
      index = (index + 1) & mask
    }
  }

  /// Remembers a word, as long as there is room.
  mutating func learn(_ word: UnsafeBufferPointer<UInt8>, _ value: PackedValue) {
    guard count < learningLimit, word.count <= Self.longestWord, !word.isEmpty, self.value(of: word) == nil else {
      return
    }
    if (count + 1) * 2 > mask + 1 { grow() }
    let offset = store(word)
    insert(Slot(hash: Self.hash(word), value: value, offset: UInt32(offset), length: UInt32(word.count)))
    count += 1
  }

  private mutating func store(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    if poolCount + word.count > poolCapacity {
      let capacity = max(poolCapacity * 2, poolCount + word.count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      grown.update(from: pool, count: poolCount)
      pool.deallocate()
      (pool, poolCapacity) = (grown, capacity)
    }
    if let base = word.baseAddress { (pool + poolCount).update(from: base, count: word.count) }
    poolCount += word.count
    return poolCount - word.count
  }

  private mutating func insert(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & mask
    while slots[index].hash != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: oldCount * 2)
    slots.initialize(repeating: Slot(hash: 0, value: PackedValue(bits: 0), offset: 0, length: 0), count: oldCount * 2)
    for index in 0..<oldCount where old[index].hash != 0 { insert(old[index]) }
    old.deallocate()
  }

  /// A hash of 64 bits, never 0, after the multiply-and-fold of wyhash (Wang Yi, public domain); not for secrets.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress else { return 1 }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    var offset = 0
    while count - offset > 8 {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xA076_1D64_78BD_642F)
      offset += 8
    }
    let left = count - offset
    var tail: UInt64 = 0
    if count >= 8 {
      tail = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if left >= 4 {
      let low = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      let high = raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      tail = UInt64(low) | UInt64(high) << 32
    } else if left > 0 {
      tail = UInt64(base[offset]) | UInt64(base[offset + left / 2]) << 8 | UInt64(base[count - 1]) << 16
    }
    return fold(state ^ tail, 0xE703_7ED1_A0B4_28DB) | 1
  }

  @inline(__always)
  static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
