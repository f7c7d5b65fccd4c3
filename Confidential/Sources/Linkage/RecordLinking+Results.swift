internal import Glibc

extension RecordLinking {
  /// For each record of the table its person, numbered from 0 by the first record of the table that is of it, and how
  /// sure it is there: the average chance, over the other records of its person, that both are of one person; for a
  /// record alone the chance that it is alone.
  public func persons() -> [(person: Int, probability: Double)] {
    var result = [(person: Int, probability: Double)](repeating: (0, 0), count: order.count)
    for (place, record) in order.enumerated() {
      result[Int(record)] = (Int(linked.persons[place]), linked.certainty[place])
    }
    var numbers = [Int](repeating: -1, count: linked.personCount)
    var next = 0
    for record in result.indices {
      let person = result[record].person
      if numbers[person] < 0 { (numbers[person], next) = (next, next + 1) }
      result[record].person = numbers[person]
    }
    return result
  }

  /// A pair of records of the table with its chance and what agreed.
  public struct Pair: Equatable, Sendable {
    public var first, second: Int
    public var probability: Double
    /// Field and level: `forename exact`.
    public var levels: [(field: String, level: String)]

    public static func == (left: Pair, right: Pair) -> Bool {
      (left.first, left.second, left.probability) == (right.first, right.second, right.probability)
        && left.levels.elementsEqual(right.levels) { $0 == $1 }
    }
  }

  /// Hands out the pairs of at least some chance, those of lower records first.
  public func forEachPair<Failure: Error>(
    from floor: Double, _ body: (Pair) throws(Failure) -> Void
  ) throws(Failure) {
    var found: [(first: Int32, second: Int32, pair: Int)] = []
    for pair in 0..<pairs.count where pairs.probability(pair) >= floor {
      let (a, b) = (order[Int(pairs.first[pair])], order[Int(pairs.second[pair])])
      found.append((min(a, b), max(a, b), pair))
    }
    found.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    for each in found { try body(told(each.pair)) }
  }

  /// A pair with its records as in the table, the lower first.
  private func told(_ pair: Int) -> Pair {
    let (a, b) = (Int(order[Int(pairs.first[pair])]), Int(order[Int(pairs.second[pair])]))
    return Pair(
      first: min(a, b), second: max(a, b), probability: pairs.probability(pair),
      levels: levels(Int(pairs.first[pair]), Int(pairs.second[pair])))
  }

  /// Pairs that are worth looking at, drawn where the chance is in doubt, with the weight each has in what is learnt from
  /// them.
  public func suggestions(_ count: Int) -> [(pair: Pair, weight: Double)] {
    pairs.drawn(count, seed: Hash.combined(settings.seed, 0x5EED)).map { (told($0.pair), $0.weight) }
  }

  /// Persons drawn from the likely divisions: for each record of the table a person, numbered from 0. What is computed over
  /// several draws carries the uncertainty of linking.
  ///
  /// Each component is drawn by 30 rounds of Gibbs sampling from its best division.
  public func drawnPersons(seed: UInt64) -> [Int] {
    let drawn = linked.drawn(
      pairs, threshold: settings.threshold, files: settings.isOnePerFile ? files : nil, seed: seed)
    var result = [Int](repeating: 0, count: order.count)
    for (place, record) in order.enumerated() { result[Int(record)] = Int(drawn[place]) }
    return result
  }

  private func levels(_ i: Int, _ j: Int) -> [(field: String, level: String)] {
    guard max(i, j) < comparison.records.count else { return [("encoded", "pair")] }
    var levels = [UInt8](repeating: 0, count: LinkField.count)
    var rarity = [Float](repeating: 0, count: LinkField.count)
    levels.withUnsafeMutableBufferPointer { levels in
      rarity.withUnsafeMutableBufferPointer { rarity in
        if let levels = levels.baseAddress, let rarity = rarity.baseAddress { comparison.compare(i, j, levels, rarity) }
      }
    }
    return LinkField.allCases.compactMap { field in
      let level = levels[field.rawValue]
      return level == LinkField.missing ? nil : ("\(field)", field.levelName(Int(level)))
    }
  }

  /// The numbers of the whole.
  public var summary: LinkSummary {
    let (falseLinks, missed, links) = expectedErrors()
    let blocked = candidates.missedLinks
    let zone = reviewZone(missed: blocked.mean)
    let merges = Double(order.count) - linked.mean
    let share = min(1, merges / max(1e-9, expectedLinks - linked.unlikelyLinks))
    let persons = max(1, linked.mean - share * (linked.unlikelyLinks + blocked.mean))
    // Beside chance, what the model may be wrong by: about a third of the errors it expects. A decision: with less the
    // interval missed the true number in sets with known truth.
    let systematic = 0.35 * share * (falseLinks + missed + blocked.mean)
    let deviation = (linked.variance + systematic * systematic + share * share * blocked.variance).squareRoot()
    return LinkSummary(
      records: order.count, allPairs: allPairs, comparedPairs: candidates.count + (encoded?.pairs ?? 0),
      passes: candidates.reports.map {
        .init(
          name: $0.name, pairs: $0.pairs, pairsAlone: $0.alone, links: $0.links, linksAlone: $0.linksAlone,
          leftOut: $0.leftOut)
      },
      links: links, expectedFalseLinks: falseLinks, expectedMissedLinks: missed, missedByBlocking: blocked.mean,
      linkFrom: zone.linkFrom, reviewFrom: zone.reviewFrom, reviewPairs: zone.pairs, persons: linked.personCount,
      expectedPersons: persons, personsLower: max(1, persons - 1.96 * deviation),
      personsUpper: min(Double(order.count), persons + 1.96 * deviation), iterations: model.iterations)
  }

  private var expectedLinks: Double { (0..<pairs.count).reduce(0) { $0 + pairs.probability($1) } }

  /// Wrong links and missed ones that are expected, over the scored pairs.
  private func expectedErrors() -> (falseLinks: Double, missed: Double, links: Int) {
    var (wrong, missed) = (0.0, 0.0)
    for pair in 0..<pairs.count {
      let p = pairs.probability(pair)
      if linked.persons[Int(pairs.first[pair])] == linked.persons[Int(pairs.second[pair])] {
        wrong += 1 - p
      } else {
        missed += p
      }
    }
    var sizes = [Int](repeating: 0, count: linked.personCount)
    for person in linked.persons { sizes[Int(person)] += 1 }
    return (wrong, missed, sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 })
  }

  /// From which chance on pairs can be linked unseen, and below which left apart (Fellegi & Sunter 1969): the lowest limit
  /// above which at most `tolerance` of the pairs are wrong, and the highest below which at most `tolerance` of all links
  /// lie.
  private func reviewZone(missed: Double) -> (linkFrom: Double, reviewFrom: Double, pairs: Int) {
    let chances = (0..<pairs.count).map { pairs.probability($0) }.sorted(by: >)
    let all = chances.reduce(0, +) + missed
    var (wrong, above, linkFrom) = (0.0, 0, 1.0)
    for (place, p) in chances.enumerated() {
      wrong += 1 - p
      if wrong <= settings.tolerance * Double(place + 1) { (above, linkFrom) = (place + 1, p) }
    }
    var (lost, below, reviewFrom) = (0.0, 0, 0.0)
    for p in chances.reversed() {
      lost += p
      if lost > settings.tolerance * all { break }
      below += 1
      reviewFrom = p
    }
    return (linkFrom, min(reviewFrom, linkFrom), max(0, chances.count - above - below))
  }
}

extension CandidatePairs {
  /// Books for each pass the links expected among its pairs.
  mutating func credit(_ pairs: ScoredPairs) {
    for pair in 0..<pairs.count {
      let p = pairs.probability(pair)
      var rest = pairs.passes[pair]
      let count = rest.nonzeroBitCount
      byCount[min(count, 2)] += count > 2 ? 0 : p
      if count == 1 { reports[rest.trailingZeroBitCount].linksAlone += p }
      while rest != 0 {
        reports[rest.trailingZeroBitCount].links += p
        rest &= rest - 1
      }
    }
  }

  /// Links that no pass found, at the least, from how many only one and only two found (Chao 1987):
  /// `f1^2 / 2 f2` with variance `f2 (r^4 / 4 + r^3 + r^2 / 2)`, `r = f1 / f2`. None where all pairs were compared.
  var missedLinks: (mean: Double, variance: Double) {
    guard plan.count > 1 else { return (0, 0) }
    let (chao, variance) = chao
    return (chao + linksLeftOut, variance)
  }

  private var chao: (mean: Double, variance: Double) {
    let (f1, f2) = (byCount[1], byCount[2])
    guard f2 >= 1 else { return (f1 * max(0, f1 - 1) / 2, f1 * f1) }
    let r = f1 / f2
    return (f1 * f1 / (2 * f2), f2 * (r * r * r * r / 4 + r * r * r + r * r / 2))
  }
}
