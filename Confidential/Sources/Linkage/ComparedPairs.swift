internal import Glibc

/// Pairs with the levels of their fields, kept to learn from.
struct ComparedPairs: Sendable {
  /// `LinkField.count` entries a pair.
  var levels: [UInt8] = []
  var rarity: [Float] = []
  /// Bit of each field that at least one pass that found the pair does not look at: there the pair tells how often that
  /// field agrees, because it would have been found whether it does or not.
  var free: [UInt32] = []

  var count: Int { free.count }

  init() {}

  init(_ comparison: RecordComparison, pairs: [(Int, Int)], free: [UInt32]) {
    self.free = free
    let size = LinkField.count
    levels = [UInt8](repeating: 0, count: pairs.count * size)
    rarity = [Float](repeating: 0, count: pairs.count * size)
    levels.withUnsafeMutableBufferPointer { levels in
      rarity.withUnsafeMutableBufferPointer { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return }
        for (place, pair) in pairs.enumerated() {
          comparison.compare(pair.0, pair.1, levels + place * size, rarity + place * size)
        }
      }
    }
  }
}

extension ComparedPairs {
  /// The sets of passes whose pairs hold fewer than one link in 2,000, as far as at least 200 pairs of the sample show, with
  /// the share of links among them.
  func hopeless(_ weights: MatchModel.Weights, masks: [UInt32]) -> [UInt32: Double] {
    var sums: [UInt32: (pairs: Int, links: Double)] = [:]
    levels.withUnsafeBufferPointer { levels in
      rarity.withUnsafeBufferPointer { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return }
        for pair in 0..<count {
          let odds = weights.logOdds(levels + pair * LinkField.count, rarity + pair * LinkField.count)
          let sum = sums[masks[pair], default: (0, 0)]
          sums[masks[pair]] = (sum.pairs + 1, sum.links + 1 / (1 + exp(-Double(odds))))
        }
      }
    }
    return sums.compactMapValues { sum in
      let share = sum.links / Double(sum.pairs)
      return sum.pairs >= 200 && share < 0.0005 ? share : nil
    }
  }
}

/// Numbers from a seed: SplitMix64 (Steele, Lea & Flood 2014).
package struct SeededNumbers: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Hash.mixed(state &- 0x9E37_79B9_7F4A_7C15)
  }

  /// Evenly below `limit`.
  package mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

  /// Evenly in [0, 1).
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
