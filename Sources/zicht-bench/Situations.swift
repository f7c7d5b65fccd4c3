import Estimation
import Glibc

/// A population of known size and how its lists come about.
struct Situation {
  var name: String
  var persons: Int
  /// The share of persons on each list, where lists are independent and persons alike.
  var shares: [Double]
  /// Odds ratios of pairs of lists, each list in one pair at most.
  var oddsRatios: [(first: Int, second: Int, ratio: Double)] = []
  /// Standard deviation between persons on the logit scale.
  var differences = 0.0
  /// Chance that who is on a list comes on the next by it.
  var referral = 0.0
  /// Groups of persons with a share of all and a factor on every share; one group of all otherwise.
  var groups: [(share: Double, factor: Double)] = [(1, 1)]
  /// The last list begins after this share of the period, in which persons come evenly.
  var lateFrom = 0.0
  /// Chance that who is on the first list is kept from the second.
  var exclusion = 0.0
  /// Counts from 1 to this are known only as a range.
  var hiddenUpTo = 0

  /// The counts of one table, by set of lists.
  func table(_ number: Int, seed: UInt64) -> [Int] {
    var draw = Draws(seed: seed, number)
    let centres = shares.map { centre(of: $0) }
    var counts = [Int](repeating: 0, count: 1 << shares.count)
    for _ in 0..<persons { counts[history(centres, &draw)] += 1 }
    counts[0] = 0
    return counts
  }

  /// The logit around which persons differ, so that on average this share is on the list.
  private func centre(of share: Double) -> Double {
    guard differences > 0 else { return log(share / (1 - share)) }
    let nodes = (-40...40).map { Double($0) / 10 }
    let weights = nodes.map { exp(-$0 * $0 / 2) }
    let total = weights.reduce(0, +)
    var (low, high) = (-20.0, 10.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let mean = zip(nodes, weights).reduce(0) { $0 + $1.1 / (1 + exp(-middle - differences * $1.0)) } / total
      if mean < share { low = middle } else { high = middle }
    }
    return low
  }

  private func history(_ centres: [Double], _ draw: inout Draws) -> Int {
    let shift = differences > 0 ? differences * draw.normal() : 0
    var group = draw.uniform()
    var factor = groups.last?.factor ?? 1
    for part in groups {
      if group < part.share {
        factor = part.factor
        break
      }
      group -= part.share
    }
    let chances = centres.map { min(0.95, factor / (1 + exp(-$0 - shift))) }
    var isOn = chances.map { draw.uniform() < $0 }
    for pair in oddsRatios {
      let (p, q) = (chances[pair.first], chances[pair.second])
      let a = pair.ratio - 1
      let b = 1 + (p + q) * a
      let both = (b - (b * b - 4 * a * pair.ratio * p * q).squareRoot()) / (2 * a)
      isOn[pair.second] = draw.uniform() < (isOn[pair.first] ? both / p : (q - both) / (1 - p))
    }
    if referral > 0 {
      for list in 1..<isOn.count where isOn[list - 1] && draw.uniform() < referral { isOn[list] = true }
    }
    if exclusion > 0, isOn[0], draw.uniform() < exclusion { isOn[1] = false }
    if lateFrom > 0, draw.uniform() < lateFrom { isOn[isOn.count - 1] = false }
    return isOn.indices.reduce(0) { isOn[$1] ? $0 | 1 << $1 : $0 }
  }
}

extension Situation {
  /// Lists of the sizes that monitors have: 20%, 8%, 3% and 1% of 5,000 persons.
  private static let sizes = [0.2, 0.08, 0.03, 0.01]
  private static let eight = [0.12, 0.08, 0.06, 0.05, 0.04, 0.03, 0.02, 0.02]

  static let all: [Situation] = [
    Situation(name: "independent", persons: 5_000, shares: sizes),
    Situation(name: "strong-pair", persons: 5_000, shares: sizes, oddsRatios: [(0, 1, 6)]),
    Situation(name: "persons-differ", persons: 5_000, shares: sizes, differences: 1),
    Situation(name: "referral", persons: 5_000, shares: [0.2, 0.05, 0.02, 0.01], referral: 0.2),
    Situation(name: "eight-lists", persons: 5_000, shares: eight, oddsRatios: [(0, 1, 4), (2, 3, 4)]),
    Situation(name: "strata", persons: 5_000, shares: sizes, groups: [(0.3, 1.8), (0.4, 0.9), (0.3, 0.33)]),
    Situation(name: "late-list", persons: 5_000, shares: sizes, oddsRatios: [(0, 1, 3)], lateFrom: 0.5),
    Situation(name: "ranges", persons: 5_000, shares: sizes, oddsRatios: [(0, 1, 3)], hiddenUpTo: 4),
    Situation(name: "two-pairs", persons: 5_000, shares: sizes, oddsRatios: [(0, 1, 4), (2, 3, 4)]),
    Situation(name: "differ-and-pair", persons: 5_000, shares: sizes, oddsRatios: [(0, 1, 4)], differences: 0.8),
    Situation(name: "avoidance", persons: 5_000, shares: sizes, exclusion: 0.6),
    Situation(name: "differ-strongly", persons: 5_000, shares: sizes, differences: 1.5),
    Situation(name: "hardly-seen", persons: 5_000, shares: sizes, groups: [(0.5, 1.9), (0.5, 0.1)]),
    Situation(name: "three-lists", persons: 5_000, shares: [0.2, 0.1, 0.05]),
    Situation(name: "three-lists-differ", persons: 5_000, shares: [0.2, 0.1, 0.05], differences: 1),
    Situation(name: "small", persons: 500, shares: [0.25, 0.15, 0.08, 0.05]),
    Situation(name: "small-differ", persons: 500, shares: [0.25, 0.15, 0.08, 0.05], differences: 1),
    Situation(name: "thin", persons: 5_000, shares: [0.015, 0.008, 0.006, 0.003]),
    Situation(name: "large", persons: 50_000, shares: [0.06, 0.03, 0.02, 0.01]),
    Situation(name: "large-pair", persons: 50_000, shares: [0.06, 0.03, 0.02, 0.01], oddsRatios: [(0, 1, 6)]),
    Situation(name: "large-differ", persons: 50_000, shares: [0.06, 0.03, 0.02, 0.01], differences: 1),
    Situation(name: "well-seen", persons: 2_000, shares: [0.3, 0.2, 0.15, 0.1]),
    Situation(name: "well-seen-differ", persons: 2_000, shares: [0.3, 0.2, 0.15, 0.1], differences: 1),
  ]
}

/// Random numbers of one table: SplitMix64 from a seed and the number of the table.
struct Draws {
  private var state: UInt64
  private var spare: Double?

  init(seed: UInt64, _ number: Int) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number) &* 0xD1B5_4A32_D192_ED03
  }

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }

  /// By the polar method of Marsaglia.
  mutating func normal() -> Double {
    if let spare {
      self.spare = nil
      return spare
    }
    while true {
      let (u, v) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let scale = (-2 * log(square) / square).squareRoot()
      spare = v * scale
      return u * scale
    }
  }
}
