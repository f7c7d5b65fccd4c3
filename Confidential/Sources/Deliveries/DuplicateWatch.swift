/// Notices rows that equal an earlier one, by a hash of 64 bits of everything that is read of them.
///
/// Among a million rows the chance that two different ones have the same hash is below one in ten million. Memory is
/// bounded: after `limit` rows the watch ends.
struct DuplicateWatch {
  /// A power of two, at most half full: an open table with linear probing stays fast. Begins small, as most files are.
  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 12)
  private(set) var count = 0
  private(set) var isFull = false

  /// Far beyond a year of any register; the hashes then take 64 MB. A decision.
  static let limit = 3_000_000

  /// Whether a row with this hash was seen before; remembers it.
  mutating func sees(_ hash: UInt64) -> Bool {
    let hash = hash | 1
    if count >= Self.limit {
      isFull = true
      return contains(hash)
    }
    if (count + 1) * 2 > slots.count { grow() }
    guard insert(hash) else { return true }
    count += 1
    return false
  }

  private func contains(_ hash: UInt64) -> Bool {
    var index = Int(truncatingIfNeeded: hash >> 1) & (slots.count - 1)
    while slots[index] != 0 {
      if slots[index] == hash { return true }
      index = (index + 1) & (slots.count - 1)
    }
    return false
  }

  private mutating func insert(_ hash: UInt64) -> Bool {
    var index = Int(truncatingIfNeeded: hash >> 1) & (slots.count - 1)
    while slots[index] != 0 {
      if slots[index] == hash { return false }
      index = (index + 1) & (slots.count - 1)
    }
    slots[index] = hash
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { _ = insert(hash) }
  }
}
