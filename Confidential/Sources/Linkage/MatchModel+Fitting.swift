internal import Glibc

extension MatchModel {
  /// Learns from pairs without being told which are of one person (expectation-maximisation).
  ///
  /// - E: every pair belongs to the three classes by the formula.
  /// - M: `m_k(l)` is the share of level `l` among pairs of one person, over those that would have been found whether
  ///   field `k` agrees or not, with `a` = 20 pairs of the prior added; `c_k` of households likewise with 50; `u_k` over random pairs
  ///   by their chance of being strangers, and never below `smallest`.
  /// - The share of matches is their expected number among the candidates, out of all pairs.
  ///
  /// It stops when no chance changes by more than 1e-4, after 100 rounds at the latest.
  ///
  /// - Parameters:
  ///   - candidates: A sample of the candidate pairs, each of which stands for `scale` of them.
  ///   - random: Pairs drawn evenly from all.
  ///   - allPairs: How many pairs of records there are.
  init(candidates: ComparedPairs, scale: Double, random: ComparedPairs, allPairs: Double, records: Int) {
    let start = max(1e-12, min(0.05, 0.2 * Double(records) / allPairs))
    self.init(matchShare: start)
    learnChance(from: random, weights: nil)
    mixTwins()
    while iterations < 100 {
      iterations += 1
      let before = match
      let weights = self.weights
      var sums = Sums()
      sums.add(candidates, weights)
      learnChance(from: random, weights: weights)
      matchShare = max(0.5, sums.matches * scale) / allPairs
      context.share = max(Self.leastContexts * Double(records), sums.contexts * scale) / allPairs
      for field in LinkField.allCases { learn(field, sums) }
      learnTwins(sums)
      let change = zip(match, before).map { abs($0 - $1) }.max() ?? 0
      if change < 1e-4 && iterations > 5 { break }
    }
  }

  private static let priorPairs = 20.0
  private static let contextPriorPairs = 50.0
  private static let leastContexts = 0.005

  private mutating func learn(_ field: LinkField, _ sums: Sums) {
    var learnt = Self.chances(of: field, sums.match, prior: field.matchPrior, weight: Self.priorPairs)
    if let most = field.mostDifferent, let different = learnt.last, different > most {
      learnt = learnt.map { $0 * (1 - most) / (1 - different) }
      learnt[learnt.count - 1] = most
    }
    for level in 0..<field.levelCount { match[Self.place(field, level)] = learnt[level % learnt.count] }
    guard let prior = field.contextPrior else { return }
    let shared = Self.chances(of: field, sums.context, prior: prior, weight: Self.contextPriorPairs)
    for level in 0..<field.levelCount { context.levels[Self.place(field, level)] = shared[level % shared.count] }
  }

  /// The shares of the levels of a field, whatever the origin, with `weight` pairs of the prior.
  private static func chances(of field: LinkField, _ sums: [Double], prior: [Double], weight: Double) -> [Double] {
    let counts = prior.indices.map { level in
      (0..<field.variantCount).reduce(0.0) { $0 + sums[place(field, level + $1 * prior.count)] }
    }
    let total = counts.reduce(0, +) + weight
    return zip(counts, prior).map { ($0 + weight * $1) / total }
  }

  /// The share of twins, with one pair in fifty of the prior: among pairs of a context, those whose dates agree as the
  /// dates of one person do.
  private mutating func learnTwins(_ sums: Sums) {
    var (twins, pairs) = (Self.priorTwins * Self.contextPriorPairs, Self.contextPriorPairs)
    for level in 0..<LinkField.birth.levelCount {
      let place = Self.place(.birth, level)
      twins += sums.context[place] * context.twinShare * match[place] / context.levels[place]
      pairs += sums.context[place]
    }
    context.twinShare = twins / pairs
    mixTwins()
  }

  private mutating func mixTwins() {
    for level in 0..<LinkField.birth.levelCount {
      let place = Self.place(.birth, level)
      context.levels[place] = (1 - context.twinShare) * chance[place] + context.twinShare * match[place]
    }
  }

  /// The least chance that strangers agree on a level: what random pairs cannot show. An identity number of nine digits
  /// agrees once in 10^9; a mistake in the register once in 10^8 is a decision, and so are the others.
  static func smallest(_ field: LinkField, _ level: Int) -> Double {
    switch (field, level) {
    case (.identifier, 0): 1e-8
    // A key of a source is mistyped, or given to two, more often: one in a million is a decision.
    case (.personKey, 0): 1e-6
    case (.identifier, 1): 5e-7
    case (.phone, 0), (.userName, 0), (.email, 0): 1e-7
    case (.phone, 1), (.userName, 1), (.email, 1): 1e-6
    default: 1e-6
    }
  }

  private mutating func learnChance(from random: ComparedPairs, weights: Weights?) {
    var counts = [Double](repeating: 0, count: chance.count)
    random.levels.withUnsafeBufferPointer { levels in
      random.rarity.withUnsafeBufferPointer { rarity in
        guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return }
        for pair in 0..<random.count {
          let place = pair * LinkField.count
          var strangers = 1.0
          if let weights {
            let (m, c) = weights.odds(levels + place, rarity + place)
            strangers = 1 / (1 + exp2(Double(m)) + exp2(Double(c)))
          }
          for field in 0..<LinkField.count where levels[place + field] != LinkField.missing {
            counts[field * LinkField.levelLimit + Int(levels[place + field])] += strangers
          }
        }
      }
    }
    for field in LinkField.allCases {
      if field == .order {
        // Which order of names fits best is a toss of a coin between strangers.
        for level in 0..<2 { chance[Self.place(field, level)] = 0.5 }
        continue
      }
      let levels = field.matchPrior.count
      for variant in 0..<field.variantCount {
        let places = (0..<levels).map { Self.place(field, $0 + variant * levels) }
        let total = places.reduce(0) { $0 + counts[$1] }
        for (level, place) in places.enumerated() {
          chance[place] = max(total > 0 ? counts[place] / total : 0, Self.smallest(field, level))
        }
      }
    }
  }

  /// What the E step adds up.
  private struct Sums {
    var matches = 0.0, contexts = 0.0
    var match = [Double](repeating: 0, count: LinkField.count * LinkField.levelLimit)
    var context = [Double](repeating: 0, count: LinkField.count * LinkField.levelLimit)

    mutating func add(_ pairs: ComparedPairs, _ weights: Weights) {
      pairs.levels.withUnsafeBufferPointer { levels in
        pairs.rarity.withUnsafeBufferPointer { rarity in
          guard let levels = levels.baseAddress, let rarity = rarity.baseAddress else { return }
          for pair in 0..<pairs.count {
            let place = pair * LinkField.count
            let (m, c) = weights.odds(levels + place, rarity + place)
            guard m > -20 || c > -20 else { continue }
            let (a, b) = (exp2(Double(min(m, 200))), exp2(Double(min(c, 200))))
            add(levels + place, pairs.free[pair], a / (a + b + 1), b / (a + b + 1))
          }
        }
      }
    }

    private mutating func add(_ levels: UnsafePointer<UInt8>, _ free: UInt32, _ p: Double, _ q: Double) {
      matches += p
      contexts += q
      for field in 0..<LinkField.count where levels[field] != LinkField.missing && free & (1 << UInt32(field)) != 0 {
        let place = field * LinkField.levelLimit + Int(levels[field])
        match[place] += p
        context[place] += q
      }
    }
  }
}
