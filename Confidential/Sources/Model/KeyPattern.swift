/// What the key of a person looks like, as a partner would write it down: `9{6}`, `P-9{1,5}` or `'ZAAK'-9999`.
///
/// - `9` is one digit, `A` one letter without an accent, `X` one of either;
/// - `{n}` behind a sign means n of them, and `{m,n}` from m to n;
/// - what stands between apostrophes, and every other letter or sign, stands for itself; capitals count.
///
/// The language is a fixed row of signs on purpose: no pattern in it takes more than one step a sign of the key, so that
/// no delivery can make the check slow. It has at most 63 signs, which is the width of the register they are matched in.
public struct KeyPattern: Equatable, Sendable, CustomStringConvertible {
  /// As written.
  public let description: String
  /// Bit n: the n-th sign may be a digit, may be a letter, may be left out.
  private var digits: UInt64 = 0
  private var letters: UInt64 = 0
  private var optional: UInt64 = 0
  /// The signs that stand for themselves, with the bits of their places.
  private var literals: [UInt8: UInt64] = [:]
  private var count = 0

  package static let longest = 63

  /// - Returns: Nil when the text is no pattern: empty, of more than 63 signs, a brace or apostrophe without its other
  ///   half, a count that is 0 or runs backwards, or a sign that is not ASCII.
  public init?(_ text: String) {
    description = text
    var rest = Array(text.utf8)[...]
    var isQuoted = false
    while let sign = rest.popFirst() {
      guard sign >= 0x20, sign < 0x7F else { return nil }
      if sign == UInt8(ascii: "'") {
        isQuoted.toggle()
        continue
      }
      guard isQuoted || (sign != UInt8(ascii: "{") && sign != UInt8(ascii: "}")) else { return nil }
      guard let range = isQuoted ? 1...1 : Self.range(&rest), append(sign, isQuoted: isQuoted, range) else {
        return nil
      }
    }
    guard !isQuoted, count > 0, optional.nonzeroBitCount < count else { return nil }
  }

  /// How often the sign before comes: 1 without braces.
  private static func range(_ rest: inout ArraySlice<UInt8>) -> ClosedRange<Int>? {
    guard rest.first == UInt8(ascii: "{") else { return 1...1 }
    guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let inside = rest[(rest.startIndex + 1)..<end]
    rest = rest[(end + 1)...]
    let numbers = inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard (1...2).contains(numbers.count), let low = numbers[0], let high = numbers[numbers.count - 1], low >= 0,
      high >= max(1, low), high <= longest
    else { return nil }
    return low...high
  }

  private mutating func append(_ sign: UInt8, isQuoted: Bool, _ range: ClosedRange<Int>) -> Bool {
    guard count + range.upperBound <= Self.longest else { return false }
    for number in 1...range.upperBound {
      let bit = UInt64(1) << UInt64(count)
      switch sign {
      case UInt8(ascii: "9") where !isQuoted: digits |= bit
      case UInt8(ascii: "A") where !isQuoted: letters |= bit
      case UInt8(ascii: "X") where !isQuoted: (digits, letters) = (digits | bit, letters | bit)
      default: literals[sign, default: 0] |= bit
      }
      if number > range.lowerBound { optional |= bit }
      count += 1
    }
    return true
  }

  /// Whether the whole key is as the pattern says.
  package func matches(_ key: some Sequence<UInt8>) -> Bool {
    // Bit n: the first n signs of the pattern account for the key so far.
    var states = skipping(1)
    for sign in key {
      states = skipping((states & places(of: sign)) << 1)
      if states == 0 { return false }
    }
    return states & (UInt64(1) << UInt64(count)) != 0
  }

  private func places(of sign: UInt8) -> UInt64 {
    var places = literals[sign] ?? 0
    switch sign {
    case 0x30...0x39: places |= digits
    case 0x41...0x5A, 0x61...0x7A: places |= letters
    default: break
    }
    return places
  }

  private func skipping(_ states: UInt64) -> UInt64 {
    var states = states
    while true {
      let more = states | (states & optional) << 1
      if more == states { return states }
      states = more
    }
  }
}
