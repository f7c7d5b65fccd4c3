internal import Glibc

/// Records as persons, from pairs whose chances somebody else worked out: the last step of linking alone.
public struct PersonsOfPairs: Sendable {
  /// For each record its person, numbered from 0 by first record.
  public let persons: [Int]
  /// For a record with others: how likely it is of one person with each of them, on average over them. For a record
  /// alone: how likely it is alone.
  public let certainty: [Double]
  public let personCount: Int
  /// The mean over the likely divisions, less the links expected among unlikely pairs, each counted as the share of a
  /// person that a link is worth here.
  public let expectedPersons: Double

  public struct Pair: Equatable, Sendable {
    public var first, second: Int
    /// That both are of one person.
    public var probability: Double

    public init(_ first: Int, _ second: Int, probability: Double) {
      (self.first, self.second, self.probability) = (first, second, probability)
    }
  }

  /// Chances are written with six decimals; nearer to 0 and 1 they say no more.
  private static let nearest = 5e-7

  /// The log-odds to base e of a chance as it was written.
  static func logOdds(of probability: Double) -> Float {
    let chance = min(max(probability, nearest), 1 - nearest)
    return Float(log(chance / (1 - chance)))
  }

  /// - Parameters:
  ///   - pairs: Each of two different records from 0 to `recordCount`, no two of them the same, in any order.
  ///   - threshold: From which chance on two records are put together; between 0 and 1.
  ///   - seed: Of the draws that weigh large components.
  public init(_ pairs: [Pair], recordCount: Int, threshold: Double, seed: UInt64) {
    precondition(threshold > 0 && threshold < 1, "a chance of 0 or 1 has no log-odds")
    let ordered = pairs.map { Pair(min($0.first, $0.second), max($0.first, $0.second), probability: $0.probability) }
      .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    var scored = ScoredPairs()
    var expectedLinks = 0.0
    for pair in ordered {
      precondition(pair.first >= 0 && pair.first < pair.second && pair.second < recordCount, "a pair is of two records")
      expectedLinks += min(max(pair.probability, Self.nearest), 1 - Self.nearest)
      scored.first.append(UInt32(pair.first))
      scored.second.append(UInt32(pair.second))
      scored.logOdds.append(Self.logOdds(of: pair.probability))
      scored.passes.append(0)
    }
    let linked = LinkedPersons(scored, recordCount: recordCount, seed: seed, threshold: threshold)
    persons = linked.persons.map(Int.init)
    (certainty, personCount) = (linked.certainty, linked.personCount)
    let worth = min(1, (Double(recordCount) - linked.mean) / max(1e-9, expectedLinks - linked.unlikelyLinks))
    expectedPersons = max(min(1, Double(recordCount)), linked.mean - worth * linked.unlikelyLinks)
  }
}
