internal import Glibc

/// What agreement says: how often each level of each field occurs among pairs of one person, of one household or case,
/// and of strangers (Fellegi & Sunter 1969, with a third class).
///
/// With `m`, `c` and `u` the chances of the levels in the three classes, `l` the shares of the classes among all pairs,
/// and `r` the rarity of shared values, a pair is of one person with chance
///
///     p = l_m 2^M / (l_m 2^M + l_c 2^C + l_u),   M = Σ log2(m/u) + r,   C = Σ log2(c/u) + r
///
/// where `C` runs over the fields of `LinkField.contextPrior` only: in the others a household is like strangers.
package struct MatchModel: Equatable, Sendable {
  /// By field and level: `field * LinkField.levelLimit + level`.
  package internal(set) var match: [Double]
  package internal(set) var context: [Double]
  package internal(set) var chance: [Double]
  /// The shares among all pairs.
  package internal(set) var matchShare: Double
  package internal(set) var contextShare: Double
  package internal(set) var iterations = 0

  static func place(_ field: LinkField, _ level: Int) -> Int { field.rawValue * LinkField.levelLimit + level }

  /// The priors, before anything was learnt.
  init(matchShare: Double, contextShare: Double) {
    (self.matchShare, self.contextShare) = (matchShare, contextShare)
    match = [Double](repeating: 1, count: LinkField.count * LinkField.levelLimit)
    (context, chance) = (match, match)
    for field in LinkField.allCases {
      let levels = field.levelCount
      for level in 0..<levels {
        match[Self.place(field, level)] = field.matchPrior[level]
        context[Self.place(field, level)] = field.contextPrior?[level] ?? 1
        chance[Self.place(field, level)] = 1 / Double(levels)
      }
    }
  }

  /// The weights in bits, as they are added up.
  package var weights: Weights { Weights(self) }

  package struct Weights: Sendable {
    /// `log2(m/u)` by field and level.
    package internal(set) var match: [Float]
    /// `log2(c/u)`, 0 for fields in which a household is like strangers.
    package internal(set) var context: [Float]
    /// 1 for the fields whose rarity counts for a household.
    let isContext: [Float]
    package let matchPrior, contextPrior: Float

    init(_ model: MatchModel) {
      match = zip(model.match, model.chance).map { Float(log2($0 / $1)) }
      context = match
      isContext = LinkField.allCases.map { $0.contextPrior == nil ? 0 : 1 }
      for field in LinkField.allCases {
        for level in 0..<LinkField.levelLimit {
          let place = MatchModel.place(field, level)
          context[place] = field.contextPrior == nil ? 0 : Float(log2(model.context[place] / model.chance[place]))
        }
      }
      let rest = max(1e-12, 1 - model.matchShare - model.contextShare)
      matchPrior = Float(log2(model.matchShare / rest))
      contextPrior = Float(log2(model.contextShare / rest))
    }

    /// The log-odds to base 2 that the pair is of one person, and of one household or case, both against strangers.
    @inline(__always)
    func odds(_ levels: UnsafePointer<UInt8>, _ rarity: UnsafePointer<Float>) -> (match: Float, context: Float) {
      var (m, c) = (matchPrior, contextPrior)
      match.withUnsafeBufferPointer { match in
        context.withUnsafeBufferPointer { context in
          isContext.withUnsafeBufferPointer { isContext in
            for field in 0..<LinkField.count where levels[field] != LinkField.missing {
              let place = field * LinkField.levelLimit + Int(levels[field])
              m += match[place] + rarity[field]
              c += context[place] + rarity[field] * isContext[field]
            }
          }
        }
      }
      return (m, c)
    }

    /// The log-odds to base e that the pair is of one person rather than of two.
    @inline(__always)
    func logOdds(_ levels: UnsafePointer<UInt8>, _ rarity: UnsafePointer<Float>) -> Float {
      let (m, c) = odds(levels, rarity)
      // ln(2^m / (2^c + 1))
      let top = max(c, 0)
      let other = top + log2(exp2(c - top) + exp2(-top))
      return (m - other) * 0.693_147_18
    }
  }
}
