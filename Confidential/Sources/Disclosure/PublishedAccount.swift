import Linkage
public import Model
internal import Protection

/// What was received, linked, left out and filled in, as it may be shown. Only a `Publication` can make one.
///
/// Every number is a `CellValue`, so that a policy can round or withhold it like a cell of a table; sums are made here,
/// since a sum beside its parts gives a withheld part away.
public struct PublishedAccount: Equatable, Sendable {
  /// A delivery, named by source, period and version. It has no digest: of a file of few rows that is the file itself.
  public struct Delivery: Equatable, Sendable {
    public let source: String
    public let period: String
    public let version: Int
    public let fileName: String
    public let rows: Rows
  }

  /// Rows of deliveries, and what became of them.
  public struct Rows: Equatable, Sendable {
    public let read: CellValue
    public let taken: CellValue
    public let setAside: CellValue
    /// Records that moved down a lane for want of a legal ground.
    public let movedDown: CellValue
  }

  /// Cases that a rule took out, one number a year of the monitor.
  public struct Exclusion: Equatable, Sendable {
    public let rule: String
    public let casesByYear: [CellValue]
    public let total: CellValue
  }

  /// How far an imputation rule reached.
  public struct Imputation: Equatable, Sendable {
    public let rule: String
    /// Cases to which the rule applies.
    public let among: CellValue
    /// Of these, cases whose value was unknown.
    public let unknown: CellValue
    /// Of the unknown, cases that received a value.
    public let imputed: CellValue
    /// The imputed per cent of the unknown; undefined when none was unknown.
    public let share: CellValue
  }

  /// Cases whose notifications contradicted each other on a variable.
  public struct Conflict: Equatable, Sendable {
    public let variable: String
    public let cases: CellValue
  }

  /// How many persons were recognised in the notifications of all years, and how sure that is.
  public struct Persons: Equatable, Sendable {
    public let recognised: CellValue
    /// The mean over all likely ways to divide the notifications, and its interval of 95 per cent.
    public let expected: CellValue
    public let lower: CellValue
    public let upper: CellValue
    /// Pairs of notifications taken for one person, and how many of them are expected to be of two.
    public let links: CellValue
    public let falseLinks: CellValue
    /// Pairs of one person that are expected to be missed, at the least.
    public let missedLinks: CellValue
    /// Notifications about somebody, and those of which nothing is known that could tell who it is.
    public let records: CellValue
    public let withoutEvidence: CellValue
    /// Where the recognised number stands among those of all likely divisions, and whether the interval holds it.
    public let standing: LinkageSpread.Standing
    public let isWithinInterval: Bool
    /// By source, and by category of what persons are compared by.
    public let groups: [LinkedGroup]
    /// What people said of pairs, which is about their work and about nobody in the notifications; nil where nobody was
    /// asked.
    public let reviews: Reviews?
    /// Nil where nobody encodes.
    public let encoded: Encoded?
  }

  /// How well the notifications of a source or a category are linked, as whole per cents.
  public struct LinkedGroup: Equatable, Sendable {
    /// A variable of the codebook; `source` for sources.
    public let variable: String
    /// A category, `unknown`, or the name of a source.
    public let key: String
    /// Notifications of which something is known that could tell who it is.
    public let recognisable: CellValue
    /// Notifications with another one of their person.
    public let linked: CellValue
    /// Links found, of those that there are expected to be.
    public let found: CellValue
  }

  /// How many pairs of notifications people looked at, and how far they agreed.
  public struct Reviews: Equatable, Sendable {
    /// Answered by somebody; decided; answered by two people without knowing of each other; the same answer of both.
    public let pairs, decided, twice, agreed: Int
    public let people: Int
    /// Cohen's kappa with its interval of 95 per cent; nil where it is undefined.
    public let kappa, lower, upper: Double?
  }

  /// Notifications that were compared by their encodings.
  public struct Encoded: Equatable, Sendable {
    /// Of which nothing else is known, and of which the details are known too.
    public let only: CellValue
    public let alsoClear: CellValue
    /// Of which the encodings were not compared: each counts as a person.
    public let unknown: CellValue
  }

  /// How often a rule found something in the deliveries.
  public struct Tally: Equatable, Sendable {
    public let rule: String
    public let severity: Finding.Severity
    public let count: CellValue
  }

  /// In the order given.
  public let deliveries: [Delivery]
  /// Notifications of records, before linking.
  public let notifications: CellValue
  /// Cases after linking, before exclusions.
  public let cases: CellValue
  /// In the order of the rules.
  public let exclusions: [Exclusion]
  /// In the order of the rules.
  public let imputations: [Imputation]
  public let conflicts: [Conflict]
  public let findings: [Tally]
  /// How it stands with every delivery that is expected: in words, without a number.
  public let grid: DeliveryGrid
  /// Nil where keys say who is who.
  public let persons: Persons?

  /// Of all deliveries together.
  public let rows: Rows

  init(_ account: ConfidentialAccount, under policy: Policy) {
    let deliveries = account.deliveries.map {
      Delivery(
        source: $0.source, period: $0.period, version: $0.version, fileName: $0.fileName,
        rows: Rows($0, under: policy))
    }
    self.deliveries = deliveries
    rows = Rows(account.deliveries, of: deliveries.map(\.rows), under: policy)
    let isTold = rows.taken.absence == nil || account.notifications == 0
    notifications = isTold ? policy.shown(account.notifications) : .suppressed(.secondary)
    cases = policy.shown(account.cases)
    exclusions = account.exclusions.map { exclusion in
      Exclusion(
        rule: exclusion.rule, casesByYear: exclusion.casesByYear.map(policy.shown),
        total: policy.shown(sumOf: exclusion.casesByYear))
    }
    imputations = account.imputations.map {
      Imputation(
        rule: $0.rule, among: policy.shown($0.among), unknown: policy.shown($0.unknown),
        imputed: policy.shown($0.imputed), share: policy.shownShare($0.imputed, of: $0.unknown))
    }
    conflicts = account.conflicts.map { Conflict(variable: $0.variable, cases: policy.shown($0.cases)) }
    findings = account.findings.map { Tally(rule: $0.rule, severity: $0.severity, count: policy.shown($0.count)) }
    grid = account.grid
    persons = account.persons.map { Persons($0, under: policy) }
  }
}

extension PublishedAccount.Persons {
  init(_ recognised: RecognisedPersons, under policy: Policy) {
    let summary = recognised.summary
    (records, withoutEvidence) = (policy.shown(recognised.records), policy.shown(recognised.withoutEvidence))
    func shown(_ number: Double) -> CellValue { policy.shown(Int(number.rounded())) }
    reviews = recognised.reviews.map(PublishedAccount.Reviews.init)
    (self.recognised, links) = (policy.shown(summary.persons), policy.shown(summary.links))
    (expected, lower, upper) = (
      shown(summary.expectedPersons), policy.shown(Int(summary.personsLower.rounded(.down))),
      policy.shown(Int(summary.personsUpper.rounded(.up)))
    )
    falseLinks = shown(summary.expectedFalseLinks)
    missedLinks = shown(summary.expectedMissedLinks + summary.missedByBlocking)
    let spread = recognised.spread
    (standing, isWithinInterval) = (spread?.standing ?? .middle, spread.map { $0.limits != nil } ?? true)
    groups = recognised.groups.flatMap { $0.published(under: policy) }
    encoded = recognised.encoded.map { use in
      PublishedAccount.Encoded(
        only: policy.shown(use.onlyEncoded), alsoClear: policy.shown(use.alsoClear),
        unknown: policy.shown(use.unknownRows))
    }
  }
}

extension PublishedAccount.Rows {
  init(_ delivery: DeliverySummary, under policy: Policy) {
    (taken, setAside) = (policy.shown(delivery.rowsTaken), policy.shown(delivery.rowsSetAside))
    movedDown = policy.shown(delivery.rowsMovedDown)
    // All rows are those that were taken in and those that were not.
    read =
      [taken, setAside].contains { $0.absence != nil } ? .suppressed(.secondary) : policy.shown(delivery.rowsRead)
  }

  /// Of all deliveries; a sum of which a part is hidden is hidden.
  init(_ deliveries: [DeliverySummary], of parts: [Self], under policy: Policy) {
    func sum(_ count: KeyPath<DeliverySummary, Int>, _ shown: KeyPath<Self, CellValue>) -> CellValue {
      parts.contains { $0[keyPath: shown].absence != nil }
        ? .suppressed(.secondary) : policy.shown(deliveries.reduce(0) { $0 + $1[keyPath: count] })
    }
    (read, taken) = (sum(\.rowsRead, \.read), sum(\.rowsTaken, \.taken))
    (setAside, movedDown) = (sum(\.rowsSetAside, \.setAside), sum(\.rowsMovedDown, \.movedDown))
  }
}

extension Policy {
  /// A count as this policy lets it be seen.
  func shown(_ count: Int) -> CellValue {
    switch self {
    case .publishAsIs: .exact(Quantity(count))
    case .suppress(let rule, _, _): rule.sensitive.contains(count) ? .suppressed(.primary) : .exact(Quantity(count))
    }
  }

  /// A sum beside its parts, which is hidden when one of those is.
  func shown(sumOf parts: [Int]) -> CellValue {
    parts.contains { shown($0).absence != nil } ? .suppressed(.secondary) : shown(parts.reduce(0, +))
  }

  /// A part per cent of a whole as this policy lets it be seen, in one decimal.
  func shownShare(_ part: Int, of whole: Int) -> CellValue {
    guard whole > 0 else { return .undefined }
    guard [part, whole - part, whole].allSatisfy({ shown($0).absence == nil }) else { return .suppressed(.secondary) }
    return .exact(Quantity(numerator: 100 * part, denominator: whole, decimals: 1))
  }
}

extension PublishedAccount.Reviews {
  init(_ tally: ReviewTally) {
    (pairs, decided, twice, agreed) = (tally.pairs, tally.decided, tally.twice, tally.agreed)
    (people, kappa, lower, upper) = (tally.people, tally.kappa, tally.kappaLower, tally.kappaUpper)
  }
}
