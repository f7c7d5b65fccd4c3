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
/// Few pairs do not say by themselves whether those that agree are of one person: that all of them are others who happen to
/// agree fits as well. So `u` is held by many pairs of the prior, for how often strangers agree is known beforehand, and `λ` by few. Of
/// pairs of two partners `λ` starts from those that are more than chance brings: with `W` pairs found between records of one partner,
/// `X` between two, and `r` pairs that could be of two partners for each of one,
///
///     λ₀ = (max(0, X - r (W + 1)) + 2 λ_expert) / (X + 2)
///
/// Assumes that fields agree independently within a class, and for `λ₀` that a partner has a person once; where persons come
/// again at a partner it is too low, and the pairs themselves say more.
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
  private let priorShare: [Double]
  package private(set) var iterations = 0

  /// Pairs of the prior that are added to what is learnt: among those of one person, among others in all passes and of a pass, and to
  /// the shares. Decisions, on invented partners of 20 to 1,000 records and the registers in `docs/without-names.md`.
  private static let (matchPairs, otherPairs, otherPairsOfPass, sharePairs) = (20.0, 200.0, 100.0, 5.0)

  /// Learns until no chance among matches changes by more than 1e-4, in 100 rounds at most.
  ///
  /// - Parameters:
  ///   - patterns: Ascending, with how many pairs have each.
  ///   - across: By pass, how many pairs of entries could be of two partners for each that could be of one; nil where none could be
  ///     of one, or of two.
  package init(_ patterns: [(pattern: AgreementPattern, count: Int)], across: [Double?]) {
    let count = Self.passCount * Field.allCases.count * Self.levelLimit
    (match, other) = ([Double](repeating: 1, count: count), [Double](repeating: 1, count: count))
    let patterns = patterns.filter { !Self.hasFake($0.pattern) }
    priorShare = Self.priorShares(patterns, across)
    share = priorShare
    setLevels(Sums(count))
    while iterations < 100 {
      iterations += 1
      let before = match
      learn(patterns)
      if zip(match, before).allSatisfy({ abs($0 - $1) <= 1e-4 }), iterations > 5 { break }
    }
  }

  private mutating func learn(_ patterns: [(pattern: AgreementPattern, count: Int)]) {
    var sums = Sums(match.count)
    for (pattern, count) in patterns {
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
      share[group] =
        (sums.matches[group] + Self.sharePairs * priorShare[group]) / (sums.pairs[group] + Self.sharePairs)
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
      guard let possible = possible(field, BlockPass.allCases[pattern.pass]) else { return false }
      // Of a date of birth the one or the other is compared.
      if let other = field.otherOfBirth, pattern.level(field) == 0 { return pattern.level(other) == 0 }
      return !possible.contains(pattern.level(field) - 1)
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
      let ours = bounded(Self.chances(sums.match, field, free, Self.matchPrior(field), of: Self.matchPairs), field)
      let theirs = Self.chances(sums.other, field, free, Self.otherPrior(field), of: Self.otherPairs)
      for pass in 0..<Self.passCount {
        var levels = (ours, theirs)
        if let possible = Self.possible(field, BlockPass.allCases[pass]) {
          levels = (Self.restricted(ours, to: possible), Self.restricted(theirs, to: possible))
        }
        levels.1 = Self.chances(sums.other, field, [pass], levels.1, of: Self.otherPairsOfPass)
        for level in levels.0.indices {
          match[Self.place(pass, field, level + 1)] = levels.0[level]
          other[Self.place(pass, field, level + 1)] = max(levels.1[level], 1e-6)
        }
      }
    }
  }

  /// The shares of the levels, with so many pairs of the prior.
  private static func chances(
    _ sums: [Double], _ field: Field, _ passes: [Int], _ prior: [Double], of pairs: Double
  ) -> [Double] {
    let counts = prior.indices.map { level in passes.reduce(0.0) { $0 + sums[place($1, field, level + 1)] } }
    let total = counts.reduce(0, +) + pairs
    return zip(counts, prior).map { ($0 + pairs * $1) / total }
  }

  /// Of records of one person at most so many differ altogether, as in linkage of names in the clear: without a bound
  /// households are taken for persons.
  private func bounded(_ levels: [Double], _ field: Field) -> [Double] {
    let most =
      switch field {
      case .names, .birth, .birthYear, .nationality: 0.20
      case .identifier: 0.10
      case .sex: 0.25
      default: 1.0
      }
    guard levels[0] > most else { return levels }
    return [most] + levels.dropFirst().map { $0 * (1 - most) / (1 - levels[0]) }
  }

  /// Of the levels that a block leaves; none where it leaves none.
  private static func restricted(_ levels: [Double], to possible: Range<Int>) -> [Double] {
    let total = levels[possible].reduce(0, +)
    return levels.indices.map { possible.contains($0) && total > 0 ? levels[$0] / total : 0 }
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
    case (.nameAndYear, .birth), (.initialsYearNationality, .birth), (.aliasAndYear, .birth): 2..<6
    case (.dayAndNationality, .birth): 3..<6
    case (.nameAndYear, .birthYear), (.initialsYearNationality, .birthYear), (.aliasAndYear, .birthYear): 2..<3
    case (.birthDate, .birthYear), (.dayAndNationality, .birthYear): 0..<0
    default: nil
    }
  }

  /// Of pairs that a block finds, fakes among them, those of one person. A decision.
  private static func priorShare(_ pass: BlockPass) -> Double {
    switch pass {
    case .identifier: 0.5
    case .email: 0.4
    case .phone, .userName, .names: 0.3
    case .birthDate, .nameAndYear, .aliasAndYear: 0.1
    case .initialsYearNationality, .nameNationalityCity, .dayAndNationality: 0.05
    }
  }

  /// By group: what learning starts from, and few pairs are added from.
  private static func priorShares(
    _ patterns: [(pattern: AgreementPattern, count: Int)], _ across: [Double?]
  ) -> [Double] {
    var found = [(ofOne: Double, ofTwo: Double)](repeating: (0, 0), count: passCount)
    for (pattern, count) in patterns {
      if pattern.isOnePartner {
        found[pattern.pass].ofOne += Double(count)
      } else {
        found[pattern.pass].ofTwo += Double(count)
      }
    }
    return (0..<AgreementPattern.groupCount).map { group in
      let (pass, expert) = (group / 8, priorShare(BlockPass.allCases[group / 8]))
      guard !AgreementPattern.isOnePartner(group: group), let across = across[pass] else { return expert }
      let beyondChance = max(0, found[pass].ofTwo - across * (found[pass].ofOne + 1))
      return (beyondChance + 2 * expert) / (found[pass].ofTwo + 2)
    }
  }

  /// What is expected among records of one person, as in linkage of names in the clear where the levels are the same.
  private static func matchPrior(_ field: Field) -> [Double] {
    switch field {
    case .names: [0.05, 0.05, 0.15, 0.15, 0.50, 0.10]
    case .birth: [0.04, 0.06, 0.05, 0.08, 0.02, 0.75]
    case .birthYear: [0.08, 0.17, 0.75]
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
    case .birth: [0.71, 0.20, 0.05, 0.03, 0.002, 0.008]
    case .birthYear: [0.74, 0.20, 0.06]
    case .identifier: [0.9999, 0.0001]
    case .phone, .userName, .email: [0.999, 0.001]
    case .alias: [0.97, 0.03]
    case .nationality: [0.80, 0.20]
    case .city: [0.93, 0.07]
    case .sex: [0.40, 0.60]
    }
  }
}
