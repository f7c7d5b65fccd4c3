import Model

/// Notices keys that are told apart by capitals, leading zeros, punctuation or blanks only.
///
/// Keeps hashes and no keys: 16 bytes for each key that is different without those, of the first million.
struct SimilarKeys {
  private struct Slot {
    var shape: UInt64
    var key: UInt32
    var row: UInt32
  }

  private var slots = Array(repeating: Slot(shape: 0, key: 0, row: 0), count: 1 << 10)
  private var count = 0
  private(set) var isFull = false

  static let limit = 1_000_000

  /// - Returns: The row of an earlier key that is almost this one.
  mutating func row(like key: UnsafeBufferPointer<UInt8>, hash: UInt64, row: Int) -> Int? {
    let shape = Self.shape(of: key)
    let own = UInt32(truncatingIfNeeded: hash >> 32)
    var index = Int(truncatingIfNeeded: shape >> 1) & (slots.count - 1)
    while slots[index].shape != 0 {
      if slots[index].shape == shape { return slots[index].key == own ? nil : Int(slots[index].row) }
      index = (index + 1) & (slots.count - 1)
    }
    guard count < Self.limit else {
      isFull = true
      return nil
    }
    slots[index] = Slot(shape: shape, key: own, row: UInt32(truncatingIfNeeded: row))
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(shape: 0, key: 0, row: 0), count: old.count * 2)
    for slot in old where slot.shape != 0 {
      var index = Int(truncatingIfNeeded: slot.shape >> 1) & (slots.count - 1)
      while slots[index].shape != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = slot
    }
  }

  /// A hash of the letters in lower case and of the runs of digits without their leading zeros; never 0. Two runs of
  /// digits stay two, unless a blank or marks of thousands part them: `2023-11` is not `20231-1`, and `1.234` is 1234.
  private static func shape(of key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var (isPlain, hasMarks) = (true, false)
    for byte in key {
      if byte >= 0x80 { isPlain = false }
      switch byte {
      case 0x20, 0x27, 0x2C, 0x2E: hasMarks = true
      default: continue
      }
    }
    guard isPlain else { return shape(ofText: String(decoding: key, as: UTF8.self)) }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let joins = hasMarks && KeyShape(Array(key)).hasThousands
    var (isInDigits, pendingZero, afterDigits) = (false, false, false)
    func add(_ byte: UInt8) { state = WordTable.fold(state ^ UInt64(byte), 0xA076_1D64_78BD_642F) }
    func endRun() {
      if pendingZero { add(0x30) }
      (afterDigits, isInDigits, pendingZero) = (isInDigits || afterDigits, false, false)
    }
    for byte in key {
      switch byte {
      case 0x30...0x39:
        if !isInDigits {
          if afterDigits, !joins { add(0x1F) }
          (isInDigits, pendingZero) = (true, !(afterDigits && joins))
        }
        if byte == 0x30, pendingZero { continue }
        pendingZero = false
        add(byte)
      case 0x41...0x5A, 0x61...0x7A:
        endRun()
        afterDigits = false
        add(byte | 0x20)
      case 0x20: continue
      default: endRun()
      }
    }
    endRun()
    return state | 1
  }

  /// The same of a key with letters beyond ASCII; digits of any script are digits.
  private static func shape(ofText text: String) -> UInt64 {
    var plain: [UInt8] = []
    var other: [UInt8] = []
    for sign in text.lowercased() {
      if let digit = sign.wholeNumberValue, digit < 10 {
        plain.append(0x30 + UInt8(digit))
      } else if let ascii = sign.asciiValue {
        plain.append(ascii)
      } else if sign.isLetter {
        // Where the letter stood is kept by a letter in its place.
        plain.append(UInt8(ascii: "x"))
        other += Array(sign.utf8)
      } else {
        plain.append(UInt8(ascii: "-"))
      }
    }
    let shape = plain.withUnsafeBufferPointer { Self.shape(of: $0) }
    guard !other.isEmpty else { return shape }
    return WordTable.fold(shape ^ other.withUnsafeBufferPointer { WordTable.hash($0) }, 0xE703_7ED1_A0B4_28DB) | 1
  }

  static func message(row: Int) -> LocalizedText {
    LocalizedText(
      nl: "dit nummer is op hoofdletters, nullen vooraan of leestekens na dat van rij \(row).",
      en: "this number is that of row \(row) but for capitals, leading zeros or punctuation.")
  }

  static let unchecked = LocalizedText(
    nl: "alleen de eerste \(limit) nummers zijn op bijna gelijke nagekeken.",
    en: "only the first \(limit) numbers were checked for nearly equal ones.")
}
