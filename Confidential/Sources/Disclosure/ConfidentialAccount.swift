public import Classification
public import Linkage
public import Model

/// What was received, linked, left out and filled in, as counted, before disclosure control.
///
/// *Openbaar Ministerie 2015: 1* says as much about a person as a cell of a table. As with a `ConfidentialTable` its
/// numbers can be read inside this package only, and a `Publication` makes of it what may be shown.
public struct ConfidentialAccount: Equatable, Sendable {
  package let deliveries: [DeliverySummary]
  package let notifications: Int
  package let cases: Int
  package let exclusions: [Exclusion]
  package let imputations: [Imputation]
  package let conflicts: [LinkReport.Conflict]
  package let findings: [FindingTally]
  /// How it stands with every delivery that is expected.
  package let grid: DeliveryGrid
  /// What recognising persons found; nil where keys say who is who.
  package let persons: RecognisedPersons?

  /// Cases that a rule took out, one number a year of the monitor.
  package struct Exclusion: Equatable, Sendable {
    package var rule: String
    package var casesByYear: [Int]
  }

  /// How far an imputation rule reached: cases it applies to, of these unknown, of the unknown filled in.
  package struct Imputation: Equatable, Sendable {
    package var rule: String
    package var among: Int
    package var unknown: Int
    package var imputed: Int
  }

  /// - Parameters:
  ///   - deliveries: In the order in which they are told.
  ///   - years: Of the monitor; cases of other years are in no exclusion.
  ///   - findings: On the deliveries, by rule and severity.
  public init(
    deliveries: [DeliverySummary], links: LinkReport, classification: ClassificationReport, years: ClosedRange<Int>,
    findings: [FindingTally], grid: DeliveryGrid, persons: RecognisedPersons? = nil
  ) {
    self.deliveries = deliveries
    notifications = links.notifications
    cases = links.cases
    exclusions = classification.exclusions.map { exclusion in
      let perYear = Dictionary(exclusion.perYear.map { ($0.year, $0.cases) }, uniquingKeysWith: +)
      return Exclusion(rule: exclusion.rule, casesByYear: years.map { perYear[String($0)] ?? 0 })
    }
    imputations = classification.imputations.map {
      Imputation(
        rule: $0.rule, among: $0.known + $0.imputed + $0.leftUnknown, unknown: $0.imputed + $0.leftUnknown,
        imputed: $0.imputed)
    }
    conflicts = links.conflicts.filter { $0.cases > 0 }
    self.findings = findings
    self.grid = grid
    self.persons = persons
  }

  /// For tables that rest on no delivery, such as those of a card on its own.
  public static let empty = ConfidentialAccount(
    deliveries: [], links: LinkReport(notifications: 0, withoutPerson: 0, cases: 0, persons: 0, conflicts: []),
    classification: ClassificationReport(), years: 0...0, findings: [], grid: .empty)
}

extension ConfidentialAccount: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "confidential account of \(deliveries.count) deliveries" }

  public var debugDescription: String { description }

  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// How often a rule found something in the deliveries.
public struct FindingTally: Equatable, Sendable {
  package var rule: String
  package var severity: Finding.Severity
  package var count: Int

  public init(rule: String, severity: Finding.Severity, count: Int) {
    self.rule = rule
    self.severity = severity
    self.count = count
  }

  /// How often each rule was broken, the gravest first and then by name.
  public static func tallies(of findings: [Finding]) -> [FindingTally] {
    struct Kind: Hashable {
      var rule: String
      var severity: Finding.Severity
    }
    var counts: [Kind: Int] = [:]
    for finding in findings { counts[Kind(rule: finding.rule, severity: finding.severity), default: 0] += 1 }
    return counts.map { FindingTally(rule: $0.key.rule, severity: $0.key.severity, count: $0.value) }
      .sorted { ($0.severity, $0.rule) < ($1.severity, $1.rule) }
  }
}
