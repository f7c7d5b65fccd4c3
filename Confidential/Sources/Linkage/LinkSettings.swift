/// What can be chosen about linking; the defaults suit registers of reports.
public struct LinkSettings: Equatable, Sendable {
  /// Records are put together where that is more likely than this. At one half as many are wrongly put together as are
  /// wrongly kept apart, at the margin.
  public var threshold = 0.5
  /// The share of wrong links that may be among those made without anyone looking, and the share of links that may be
  /// lost below what is reviewed: the limits of the zone of review.
  public var tolerance = 0.01
  /// Whether every file has each person at most once, so that only records of different files are linked.
  public var isOnePerFile = false
  /// Of the pairs and divisions that are drawn.
  public var seed: UInt64 = 1

  public init() {}
}

/// Why records cannot be linked.
public enum RecordLinkingError: Error, Equatable, Sendable {
  case noRecords
  /// No column that says anything about a person has a value.
  case nothingToCompare
  case tooManyRecords(limit: Int)
}

/// What linking found, in numbers without persons.
public struct LinkSummary: Equatable, Sendable {
  public struct Pass: Equatable, Sendable {
    /// The parts of the key.
    public var name: String
    public var pairs: Int
    /// Pairs that no other pass found.
    public var pairsAlone: Int
    /// Links expected among them.
    public var links: Double
    public var linksAlone: Double
    /// Records in blocks that stayed too large, which were not compared in this pass.
    public var leftOut: Int
  }

  public var records: Int
  /// Pairs of records there are, and those compared.
  public var allPairs: Double
  public var comparedPairs: Int
  public var passes: [Pass]
  /// Links: pairs of records of one person.
  public var links: Int
  /// How many of them are expected to be wrong, and how many links to be missing: among the pairs that were compared, and
  /// (a lower bound) among those that were not.
  public var expectedFalseLinks, expectedMissedLinks, missedByBlocking: Double
  /// Pairs of at least this chance may be linked unseen; of less than `reviewFrom` left apart.
  public var linkFrom, reviewFrom: Double
  /// Pairs between the two.
  public var reviewPairs: Int
  /// Persons as linked; the expected number with its interval of 95 per cent.
  public var persons: Int
  public var expectedPersons, personsLower, personsUpper: Double
  /// Rounds of learning.
  public var iterations: Int
}
