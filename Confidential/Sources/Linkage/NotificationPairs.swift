internal import Glibc
public import Model

/// Notifications compared in pairs, for people to look at those in doubt.
public struct NotificationPairs: Sendable {
  private let linking: RecordLinking
  /// The row of each record, ascending.
  private let rows: [Int]

  /// The same comparison as `Notifications.linked` makes, up to persons.
  ///
  /// - Parameter reviewed: Pairs of rows that people decided.
  /// - Throws: `RecordLinkingError` where no record says anything by which it could be linked.
  public init(
    of notifications: Notifications, by choice: LinkageChoice, _ details: LinkingDetails, isKeyed: [Bool], seed: UInt64,
    reviewed: [ReviewedPair]
  ) throws(RecordLinkingError) {
    var table = LinkTable()
    let rows = notifications.person.indices.filter { notifications.person[$0] != Notifications.noPerson }
    notifications.fill(&table, rows, details, choice, isKeyed)
    var settings = LinkSettings()
    (settings.threshold, settings.tolerance, settings.seed) = (choice.threshold, choice.tolerance, seed)
    linking = try RecordLinking(table, settings, reviewed: ReviewedPair.numbered(reviewed, byRows: rows))
    self.rows = rows
  }

  /// Two notifications that somebody may look at.
  public struct Candidate: Equatable, Sendable {
    /// Rows of the notifications, the lower first.
    public var first, second: Int
    /// That both are of one person.
    public var chance: Double
    /// For how many pairs like it it stands in what is learnt.
    public var weight: Double

    public init(first: Int, second: Int, chance: Double, weight: Double) {
      (self.first, self.second, self.chance, self.weight) = (first, second, chance, weight)
    }
  }

  /// In which order pairs are looked at.
  public enum Order: Sendable {
    /// Drawn in proportion to `sqrt(p (1 - p)) + .003`, where they teach most.
    case drawn
    /// First those in the zone of review, drawn, and then the others.
    case zoneFirst
  }

  /// The pairs that nobody has decided, in the order in which one reader is to look at them; those that share no field by which
  /// anybody could tell are left out.
  ///
  /// Drawn without doubles (Efraimidis & Spirakis 2006: the smallest of `-ln(u) / q`), with a `u` for each pair that follows
  /// from the seed, the reader and the names of its records. So the order stays when others decide, and two readers who
  /// begin at the same time do not look at the same pairs.
  ///
  /// - Parameters:
  ///   - names: A number for each row that stays the same for the same record.
  ///   - limit: How many at most.
  public func toReview(
    _ order: Order, by reader: String, names: [UInt64], seed: UInt64, limit: Int
  ) -> [Candidate] {
    let pairs = linking.pairs
    let summary = linking.summary
    let zone = summary.reviewFrom..<max(summary.reviewFrom, summary.linkFrom)
    var keys: [(isLater: Bool, key: Double, pair: Int)] = []
    for pair in 0..<pairs.count where abs(pairs.logOdds[pair]) < ScoredPairs.decided && linking.canBeTold(pair) {
      let chance = pairs.probability(pair)
      let (first, second) = records(pair)
      let number = ReviewDraw.number(seed, reader, names[rows[first]], names[rows[second]])
      let unit = Double(number >> 11) * 0x1p-53
      let isLater = order == .zoneFirst && !zone.contains(chance)
      keys.append((isLater, -log(1 - unit) / ReviewedPair.drawShare(chance), pair))
    }
    keys.sort { ($0.isLater ? 1 : 0, $0.key, $0.pair) < ($1.isLater ? 1 : 0, $1.key, $1.pair) }
    return keys.prefix(limit).map { candidate($0.pair) }
  }

  /// Pairs between the limits of the zone of review.
  public var zonePairs: Int { linking.summary.reviewPairs }

  private func candidate(_ pair: Int) -> Candidate {
    let (first, second) = records(pair)
    let chance = linking.pairs.probability(pair)
    return Candidate(
      first: rows[first], second: rows[second], chance: chance, weight: 1 / ReviewedPair.drawShare(chance))
  }

  /// The records of a pair, the lower first.
  private func records(_ pair: Int) -> (Int, Int) {
    let first = Int(linking.order[Int(linking.pairs.first[pair])])
    let second = Int(linking.order[Int(linking.pairs.second[pair])])
    return (min(first, second), max(first, second))
  }

  /// What speaks for and against one person in two rows; nil where one of them is no record.
  public func evidence(_ first: Int, _ second: Int) -> PairEvidence? {
    guard let a = record(first), let b = record(second) else { return nil }
    return linking.evidence(a, b)
  }

  private func record(_ row: Int) -> Int? {
    let place = rows.partitioningIndex { $0 >= row }
    return place < rows.count && rows[place] == row ? place : nil
  }
}

extension [Int] {
  /// The first place from which on a condition holds, in a list that begins with where it does not.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Numbers that put pairs in an order of which nobody can foresee anything, and in the same one again.
public enum ReviewDraw {
  /// - Parameters:
  ///   - names: Of the two records, in whatever order.
  public static func number(_ seed: UInt64, _ reader: String, _ first: UInt64, _ second: UInt64) -> UInt64 {
    let pair = Hash.combined(min(first, second), max(first, second))
    return Hash.combined(Hash.combined(seed, Hash.of(Array(reader.utf8))), pair)
  }
}
