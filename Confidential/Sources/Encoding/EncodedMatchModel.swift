internal import Glibc

/// What agreement within a block says, learnt from the pairs without being told which are of one person (Fellegi and
/// Sunter 1969, expectation-maximisation).
///
/// A pair was found by a block of a pass `P`. With `g` its group (the pass, how many entries the block has, and whether one
/// partner has both), `l_k` the levels of the fields, `m` and `u` their chances among pairs of one person and others:
///
///     p = λ_g Π m(l_k) / (λ_g Π m(l_k) + (1 - λ_g) Π u_P(l_k))
///
/// What the pass itself says is in `λ_g`, so nothing need be known of pairs that share no block: with a salt of the block
/// those cannot be compared. `u` is of the pass, for people of one nationality have names alike; `m` is of all passes that
/// do not look at the field; where one does, of the levels that its blocks leave. A pair that disagrees on what its block is
/// made of has a fake in it: nothing is learnt from it, and its chance is 0.
///
/// Assumes that fields agree independently within a class.
package struct EncodedMatchModel: Sendable {
  typealias Field = AgreementPattern.Field

  private static let passCount = BlockPass.allCases.count
  private static let levelLimit = 8
  private static func place(_ pass: Int, _ field: Field, _ level: Int) -> Int {
    (pass * Field.allCases.count + field.rawValue) * levelLimit + level
  }

  /// By pass, field and level.
  private var match: [Double]
  private var other: [Double]
  /// By group.
  private var share: [Double]
  package private(set) var iterations = 0

  /// Pairs of the prior that are added to what is learnt, as in linkage of names in the clear.
  private static let priorPairs = 20.0
  /// Learns until no chance among matches changes by more than 1e-4, in 100 rounds at most.
  ///
  /// - Parameter patterns: Ascending, with how many pairs have each.
  package init(_ patterns: [(pattern: AgreementPattern, count: Int)]) {
    let count = Self.passCount * Field.allCases.count * Self.levelLimit
    (match, other) = ([Double](repeating: 1, count: count), [Double](repeating: 1, count: count))
    share = (0..<AgreementPattern.groupCount).map { Self.priorShare(BlockPass.allCases[$0 / 8]) }
    setLevels(Sums(count))
    while iterations < 100 {
      iterations += 1
      let before = match
      var sums = Sums(count)
      for (pattern, count) in patterns where !Self.hasFake(pattern) {
        let matches = Double(count) * probability(pattern)
        sums.pairs[pattern.group] += Double(count)
        sums.matches[pattern.group] += matches
        for field in Field.allCases where pattern.level(field) > 0 {
          let place = Self.place(pattern.pass, field, pattern.level(field))
          sums.match[place] += matches
          sums.other[place] += Double(count) - matches
        }
      }
      setLevels(sums)
      for group in share.indices {
        let prior = Self.priorShare(BlockPass.allCases[group / 8])
        share[group] = (sums.matches[group] + Self.priorPairs * prior) / (sums.pairs[group] + Self.priorPairs)
      }
      if zip(match, before).allSatisfy({ abs($0 - $1) <= 1e-4 }), iterations > 5 { break }
    }
  }

  /// The chance that both entries are of one person.
  package func probability(_ pattern: AgreementPattern) -> Double {
    guard !Self.hasFake(pattern) else { return 0 }
    let share = share[pattern.group]
    var odds = log(share / (1 - share))
    for field in Field.allCases where pattern.level(field) > 0 {
      let place = Self.place(pattern.pass, field, pattern.level(field))
      odds += log(match[place] / other[place])
    }
    return 1 / (1 + exp(-odds))
  }

  private static func hasFake(_ pattern: AgreementPattern) -> Bool {
    Field.allCases.contains { field in
      possible(field, BlockPass.allCases[pattern.pass]).map { !$0.contains(pattern.level(field) - 1) } ?? false
    }
  }

  // MARK: Learning

  /// What the pairs add up to, by their chances.
  private struct Sums {
    var match, other, pairs, matches: [Double]

    init(_ count: Int) {
      (match, other) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
      pairs = [Double](repeating: 0, count: AgreementPattern.groupCount)
      matches = pairs
    }
  }

  private mutating func setLevels(_ sums: Sums) {
    for field in Field.allCases {
      let free = (0..<Self.passCount).filter { Self.possible(field, BlockPass.allCases[$0]) == nil }
      let ours = bounded(Self.chances(sums.match, field, free, prior: Self.matchPrior(field)), field)
      let theirs = Self.chances(sums.other, field, free, prior: Self.otherPrior(field))
      for pass in 0..<Self.passCount {
        var levels = (ours, theirs)
        if let possible = Self.possible(field, BlockPass.allCases[pass]) {
          levels.0 = Self.restricted(ours, to: possible)
          levels.1 = Self.chances(sums.other, field, [pass], prior: Self.restricted(theirs, to: possible))
        } else {
          levels.1 = Self.chances(sums.other, field, [pass], prior: theirs)
        }
        for level in levels.0.indices {
          match[Self.place(pass, field, level + 1)] = levels.0[level]
          other[Self.place(pass, field, level + 1)] = max(levels.1[level], 1e-6)
        }
      }
    }
  }

  private static func chances(_ sums: [Double], _ field: Field, _ passes: [Int], prior: [Double]) -> [Double] {
    let counts = prior.indices.map { level in passes.reduce(0.0) { $0 + sums[place($1, field, level + 1)] } }
    let total = counts.reduce(0, +) + priorPairs
    return zip(counts, prior).map { ($0 + priorPairs * $1) / total }
  }

  /// Of records of one person at most so many differ altogether, as in linkage of names in the clear: without a bound
  /// households are taken for persons.
  private func bounded(_ levels: [Double], _ field: Field) -> [Double] {
    let most =
      switch field {
      case .names, .birth, .nationality: 0.20
      case .identifier: 0.10
      case .sex: 0.25
      default: 1.0
      }
    guard levels[0] > most else { return levels }
    return [most] + levels.dropFirst().map { $0 * (1 - most) / (1 - levels[0]) }
  }

  /// Of the levels that a block leaves.
  private static func restricted(_ levels: [Double], to possible: Range<Int>) -> [Double] {
    let total = levels[possible].reduce(0, +)
    return levels.indices.map { possible.contains($0) ? levels[$0] / total : 0 }
  }

  // MARK: What is known before

  /// The levels, less one, that pairs of records can have in a field at which the pass looks; nil where it looks at
  /// something else. Of names and numbers beyond those that an entry holds nothing is seen: such pairs are lost.
  private static func possible(_ field: Field, _ pass: BlockPass) -> Range<Int>? {
    switch (pass, field) {
    case (.identifier, .identifier), (.phone, .phone), (.userName, .userName), (.email, .email),
      (.nameNationalityCity, .city), (.initialsYearNationality, .nationality),
      (.nameNationalityCity, .nationality), (.dayAndNationality, .nationality):
      1..<2
    case (.names, .names): 4..<6
    case (.nameAndYear, .names), (.nameNationalityCity, .names): 2..<6
    case (.initialsYearNationality, .names): 0..<6
    // Of several aliases an entry holds one.
    case (.aliasAndYear, .alias): 0..<2
    case (.birthDate, .birth): 5..<6
    case (.nameAndYear, .birth), (.initialsYearNationality, .birth), (.aliasAndYear, .birth): 2..<7
    case (.dayAndNationality, .birth): 3..<6
    default: nil
    }
  }

  /// Of pairs that a block finds, fakes among them, those of one person. A decision: what learning starts from.
  private static func priorShare(_ pass: BlockPass) -> Double {
    switch pass {
    case .identifier: 0.5
    case .email: 0.4
    case .phone, .userName, .names: 0.3
    case .birthDate, .nameAndYear, .aliasAndYear: 0.1
    case .initialsYearNationality, .nameNationalityCity, .dayAndNationality: 0.05
    }
  }

  /// What is expected among records of one person, as in linkage of names in the clear where the levels are the same.
  private static func matchPrior(_ field: Field) -> [Double] {
    switch field {
    case .names: [0.05, 0.05, 0.15, 0.15, 0.50, 0.10]
    case .birth: [0.04, 0.06, 0.05, 0.08, 0.02, 0.68, 0.07]
    case .identifier: [0.03, 0.97]
    case .phone: [0.35, 0.65]
    case .userName, .alias, .city: [0.40, 0.60]
    case .email: [0.30, 0.70]
    case .nationality: [0.05, 0.95]
    case .sex: [0.03, 0.97]
    }
  }

  /// What is expected among others that share a block.
  private static func otherPrior(_ field: Field) -> [Double] {
    switch field {
    case .names: [0.78, 0.12, 0.07, 0.02, 0.008, 0.002]
    case .birth: [0.70, 0.20, 0.05, 0.03, 0.002, 0.008, 0.01]
    case .identifier: [0.9999, 0.0001]
    case .phone, .userName, .email: [0.999, 0.001]
    case .alias: [0.97, 0.03]
    case .nationality: [0.80, 0.20]
    case .city: [0.93, 0.07]
    case .sex: [0.40, 0.60]
    }
  }
}
