internal import Cryptography

/// Gives dense numbers to blind indexes, from 0, in the order in which they are first met. The values of the indexes
/// do not matter, only which are equal.
///
/// Open addressing over a power of two: a slot holds the upper half of the index's hash beside the number, so that
/// different persons are told apart without looking them up. Blind indexes are as good as random: part of one is its
/// hash.
struct PersonNumbers {
  private var persons: [BlindIndex] = []
  private var slots: [UInt64]
  private var mask: Int

  /// - Parameter capacity: how many persons to expect at most; more is allowed.
  init(capacity: Int) {
    // A power of two, two thirds full at most: an open table with linear probing stays fast.
    var size = 1024
    while size < capacity + capacity / 2 { size *= 2 }
    slots = Array(repeating: PersonNumbers.empty, count: size)
    mask = size - 1
  }

  var count: Int { persons.count }

  mutating func number(of person: BlindIndex) -> UInt32 {
    var slot = Int(truncatingIfNeeded: person.low) & mask
    let tag = person.high & PersonNumbers.tagMask
    while true {
      let entry = slots[slot]
      if entry == PersonNumbers.empty { break }
      let number = UInt32(truncatingIfNeeded: entry)
      if entry & PersonNumbers.tagMask == tag, persons[Int(number)] == person { return number }
      slot = (slot + 1) & mask
    }
    let number = UInt32(persons.count)
    persons.append(person)
    slots[slot] = tag | UInt64(number)
    if persons.count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: PersonNumbers.empty, count: mask + 1)
    for (number, person) in persons.enumerated() {
      var slot = Int(truncatingIfNeeded: person.low) & mask
      while slots[slot] != PersonNumbers.empty { slot = (slot + 1) & mask }
      slots[slot] = person.high & PersonNumbers.tagMask | UInt64(number)
    }
  }

  private static let empty = UInt64.max
  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000
}
