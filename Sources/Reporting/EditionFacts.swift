public import Model

/// What an edition tells about how its numbers came about, gathered by the shell from the stages.
public struct EditionFacts: Equatable, Sendable {
  public var monitor: Monitor
  /// Version of the program: `0.1.0`.
  public var version: String
  /// In the order of sources and periods.
  public var deliveries: [DeliverySummary]
  /// Cases after linking, before exclusions.
  public var cases: Int
  /// In the order of the rules.
  public var exclusions: [ExclusionTally]
  /// In the order of the rules.
  public var imputations: [ImputationTally]
  public var linkConflicts: [LinkConflict]
  /// Findings on deliveries, counted by rule and severity.
  public var findings: [FindingTally]
  /// Where the edition knowingly differs from numbers published before.
  public var departures: [Departure]

  public init(
    monitor: Monitor, version: String, deliveries: [DeliverySummary] = [], cases: Int = 0,
    exclusions: [ExclusionTally] = [], imputations: [ImputationTally] = [], linkConflicts: [LinkConflict] = [],
    findings: [FindingTally] = [], departures: [Departure] = []
  ) {
    self.monitor = monitor
    self.version = version
    self.deliveries = deliveries
    self.cases = cases
    self.exclusions = exclusions
    self.imputations = imputations
    self.linkConflicts = linkConflicts
    self.findings = findings
    self.departures = departures
  }
}

/// How many cases an exclusion rule took out.
public struct ExclusionTally: Equatable, Sendable {
  public var rule: String
  /// One number a year, in the order of the monitor's years.
  public var casesByYear: [Int]
  public init(rule: String, casesByYear: [Int]) {
    self.rule = rule
    self.casesByYear = casesByYear
  }
}

/// How far an imputation rule reached.
public struct ImputationTally: Equatable, Sendable {
  public var rule: String
  /// Cases to which the rule applies.
  public var among: Int
  /// Of these, cases whose value was unknown.
  public var unknown: Int
  /// Of the unknown, cases that received a value.
  public var imputed: Int
  public init(rule: String, among: Int, unknown: Int, imputed: Int) {
    self.rule = rule
    self.among = among
    self.unknown = unknown
    self.imputed = imputed
  }
}

/// Cases whose notifications contradicted each other on a variable.
public struct LinkConflict: Equatable, Sendable {
  /// Variable of the case.
  public var variable: String
  public var cases: Int
  public init(variable: String, cases: Int) {
    self.variable = variable
    self.cases = cases
  }
}

/// How often a rule found something in the deliveries.
public struct FindingTally: Equatable, Sendable {
  public var rule: String
  public var severity: Finding.Severity
  public var count: Int
  public init(rule: String, severity: Finding.Severity, count: Int) {
    self.rule = rule
    self.severity = severity
    self.count = count
  }
}

/// A number of this edition that knowingly differs from the same number published before.
public struct Departure: Equatable, Sendable {
  public var figure: String
  /// `Totaal, AU`: row and column for readers.
  public var place: LocalizedText
  public var published: String
  public var here: String
  public var reason: LocalizedText
  public init(figure: String, place: LocalizedText, published: String, here: String, reason: LocalizedText) {
    self.figure = figure
    self.place = place
    self.published = published
    self.here = here
    self.reason = reason
  }
}
