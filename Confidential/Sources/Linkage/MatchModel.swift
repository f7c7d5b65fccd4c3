internal import Glibc

/// What agreement says: how often each level of each field occurs among pairs of one person, of two of one household
/// or case, and of strangers (Fellegi & Sunter 1969, with a third class).
///
/// With `m`, `c` and `u` the chances of the levels in the classes, `l` the shares of the classes among all pairs, and `r`
/// the rarity of shared values, a pair is of one person with chance
///
///     p = l_m 2^M / (l_m 2^M + l_c 2^C + l_u),   M = Σ log2(m/u) + r,   C = Σ log2(c/u) + r
///
/// where `C` runs over the fields of `LinkField.contextPrior` and the date of birth only: in the others the two are like
/// strangers. Dates of birth in a household are those of strangers but for a share `t` of twins: `c = (1 - t) u + t m`.
package struct MatchModel: Equatable, Sendable {
  /// By field and level: `field * LinkField.levelLimit + level`.
  package internal(set) var match: [Double]
  package internal(set) var chance: [Double]
  /// The shares among all pairs.
  package internal(set) var matchShare: Double
  package internal(set) var context: Context
  package internal(set) var iterations = 0

  /// What two persons have in common who are no strangers.
  package struct Context: Equatable, Sendable {
    package internal(set) var levels: [Double]
    /// Of all pairs.
    package internal(set) var share: Double
    /// The share of twins.
    package internal(set) var twinShare: Double

    /// Whether the two differ from strangers in a field.
    static func covers(_ field: LinkField) -> Bool { field.contextPrior != nil || field == .birth }

    init(share: Double) {
      (self.share, twinShare) = (share, MatchModel.priorTwins)
      levels = [Double](repeating: 1, count: LinkField.count * LinkField.levelLimit)
      for field in LinkField.allCases {
        guard let prior = field.contextPrior else { continue }
        for level in 0..<field.levelCount { levels[MatchModel.place(field, level)] = prior[level % prior.count] }
      }
    }
  }

  /// Of a hundred pairs of one household two or three are twins or entered as such. A decision; learnt from there.
  static let priorTwins = 0.025

  static func place(_ field: LinkField, _ level: Int) -> Int { field.rawValue * LinkField.levelLimit + level }

  /// The priors, before anything was learnt.
  init(matchShare: Double) {
    self.matchShare = matchShare
    context = Context(share: matchShare / 2)
    match = [Double](repeating: 1, count: LinkField.count * LinkField.levelLimit)
    chance = match
    for field in LinkField.allCases {
      let prior = field.matchPrior
      for level in 0..<field.levelCount {
        match[Self.place(field, level)] = prior[level % prior.count]
        chance[Self.place(field, level)] = 1 / Double(prior.count)
      }
    }
  }

  /// The weights in bits, as they are added up.
  package var weights: Weights { Weights(self) }

  package struct Weights: Sendable {
    /// `log2(m/u)` by field and level.
    package private(set) var match: [Float]
    private let matchPrior: Float
    private let context: ContextWeights

    private struct ContextWeights: Sendable {
      /// `log2(c/u)`, 0 for fields in which the two are like strangers.
      var levels: [Float]
      /// 1 for the fields whose rarity counts.
      var counts: [Float]
      var prior: Float

      init(_ context: Context, _ model: MatchModel, rest: Double) {
        levels = [Float](repeating: 0, count: model.match.count)
        counts = LinkField.allCases.map { Context.covers($0) ? 1 : 0 }
        prior = Float(log2(context.share / rest))
        for field in LinkField.allCases where Context.covers(field) {
          for level in 0..<field.levelCount {
            let place = MatchModel.place(field, level)
            levels[place] = Float(log2(context.levels[place] / model.chance[place]))
          }
        }
      }

      @inline(__always)
      func odds(_ levels: UnsafePointer<UInt8>, _ rarity: UnsafePointer<Float>) -> Float {
        var sum = prior
        self.levels.withUnsafeBufferPointer { weights in
          counts.withUnsafeBufferPointer { counts in
            for field in 0..<LinkField.count where levels[field] != LinkField.missing {
              sum += weights[field * LinkField.levelLimit + Int(levels[field])] + rarity[field] * counts[field]
            }
          }
        }
        return sum
      }
    }

    init(_ model: MatchModel) {
      let rest = max(1e-12, 1 - model.matchShare - model.context.share)
      match = zip(model.match, model.chance).map { Float(log2($0 / $1)) }
      matchPrior = Float(log2(model.matchShare / rest))
      context = ContextWeights(model.context, model, rest: rest)
    }

    /// The log-odds to base 2 of one person and of one household or case, both against strangers.
    @inline(__always)
    func odds(
      _ levels: UnsafePointer<UInt8>, _ rarity: UnsafePointer<Float>
    ) -> (match: Float, context: Float) {
      var sum = matchPrior
      match.withUnsafeBufferPointer { weights in
        for field in 0..<LinkField.count where levels[field] != LinkField.missing {
          sum += weights[field * LinkField.levelLimit + Int(levels[field])] + rarity[field]
        }
      }
      return (sum, context.odds(levels, rarity))
    }

    /// The log-odds to base e that the pair is of one person rather than of two.
    @inline(__always)
    func logOdds(_ levels: UnsafePointer<UInt8>, _ rarity: UnsafePointer<Float>) -> Float {
      let (m, c) = odds(levels, rarity)
      // Nothing below says more than that it is below the floor.
      guard m > -14 else { return (m - max(0, c)) * Self.naturalBit }
      let top = max(c, 0)
      let other = top + log2(exp2(c - top) + exp2(-top))
      return (m - other) * Self.naturalBit
    }

    /// ln 2.
    private static let naturalBit: Float = 0.693_147_18
  }
}
