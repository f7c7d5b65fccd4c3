import Foundation

/// A change of a filter that leaves similar filters similar and makes it harder to read.
public enum Hardening: Equatable, Sendable, CustomStringConvertible {
  /// The halves xor-ed.
  case fold
  /// The filter and its complement, permuted: half of the positions are set, whatever the name.
  case balance
  /// Rule 90 of Wolfram's automata: each position becomes the exclusive or of its neighbours, in a ring.
  case rule90
  /// Windows of 16 positions, each drawing positions in a new filter.
  case rehash
  /// Each position flipped with a chance in thousandths: for each position differential privacy with
  /// ε = ln((1 − f)/f). The only one by which equal names become unequal.
  case flip(permille: Int)

  public var description: String {
    switch self {
    case .fold: "fold"
    case .balance: "balance"
    case .rule90: "rule90"
    case .rehash: "rehash"
    case .flip(let permille): "flip\(permille)"
    }
  }

  public init?(_ name: String) {
    switch name {
    case "fold": self = .fold
    case "balance": self = .balance
    case "rule90": self = .rule90
    case "rehash": self = .rehash
    default:
      guard name.hasPrefix("flip"), let permille = Int(name.dropFirst(4)), (1...499).contains(permille),
        name == "flip\(permille)"
      else { return nil }
      self = .flip(permille: permille)
    }
  }

  /// The ε of each position; nil for what is not random.
  package var epsilonOfBit: Double? {
    guard case .flip(let permille) = self else { return nil }
    let chance = Double(permille) / 1000
    return log((1 - chance) / chance)
  }

  func bits(after bits: Int) -> Int {
    switch self {
    case .fold: bits / 2
    case .balance: bits * 2
    case .rule90, .rehash, .flip: bits
    }
  }
}

/// Does the hardening of filters with what it needs of keys.
struct Hardener {
  private struct Step {
    var hardening: Hardening
    var permutation: [Int] = []
  }
  private let steps: [Step]
  private let windows: SipHash

  /// - Parameter key: 32 bytes, for permutations and windows.
  init(_ parameters: EncodingParameters, key: [UInt8]) {
    var generator = SipStream(SipHash(key: key))
    windows = SipHash(key: Array(key[16...]))
    var length = parameters.bits
    steps = parameters.hardening.map { hardening in
      length = hardening.bits(after: length)
      guard hardening == .balance else { return Step(hardening: hardening) }
      return Step(hardening: hardening, permutation: Array(0..<length).shuffled(using: &generator))
    }
  }

  /// - Parameter noise: Makes the chance of this filter, and of no other.
  func harden(_ filter: [UInt64], noise: SipHash) -> [UInt64] {
    var words = filter
    for (number, step) in steps.enumerated() {
      switch step.hardening {
      case .fold: words = (0..<words.count / 2).map { words[$0] ^ words[$0 + words.count / 2] }
      case .balance: words = Self.permuted(words + words.map(~), step.permutation)
      case .rule90: words = Self.neighbours(words)
      case .rehash: words = rehashed(words)
      case .flip(let permille):
        var chance = SipStream(SipHash(low: noise.key.low ^ UInt64(number), high: noise.key.high))
        Self.flip(&words, permille, &chance)
      }
    }
    return words
  }

  private static func permuted(_ words: [UInt64], _ permutation: [Int]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: words.count)
    for (place, source) in permutation.enumerated() where words[source >> 6] >> UInt64(source & 63) & 1 == 1 {
      result[place >> 6] |= 1 << UInt64(place & 63)
    }
    return result
  }

  private static func neighbours(_ words: [UInt64]) -> [UInt64] {
    let count = words.count
    return words.indices.map { index in
      let (before, after) = (words[(index + count - 1) % count], words[(index + 1) % count])
      return (words[index] << 1 | before >> 63) ^ (words[index] >> 1 | after << 63)
    }
  }

  /// Four draws a window fill the new filter to some 40%.
  private func rehashed(_ words: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: words.count)
    let mask = UInt64(64 * words.count - 1)
    for place in 0..<words.count * 8 {
      let (word, shift) = (words[place / 8], UInt64(place % 8 * 8))
      let next = words[(place / 8 + 1) % words.count]
      let window = (shift == 56 ? word >> 56 | next << 8 : word >> shift) & 0xFFFF
      var draws = windows(window << 16 | UInt64(place))
      for _ in 0..<4 {
        let position = draws & 0xFFFF & mask
        result[Int(position >> 6)] |= 1 << (position & 63)
        draws >>= 16
      }
    }
    return result
  }

  private static func flip(_ words: inout [UInt64], _ permille: Int, _ chance: inout SipStream) {
    let limit = UInt64.max / 1000 * UInt64(permille)
    for index in words.indices {
      for bit in UInt64(0)..<64 where chance.next() < limit { words[index] ^= 1 << bit }
    }
  }
}

/// Numbers that follow from a key: SipHash of 0, 1, 2, …
struct SipStream: RandomNumberGenerator {
  private let hash: SipHash
  private var count: UInt64 = 0

  init(_ hash: SipHash) { self.hash = hash }

  mutating func next() -> UInt64 {
    defer { count += 1 }
    return hash(count)
  }
}
