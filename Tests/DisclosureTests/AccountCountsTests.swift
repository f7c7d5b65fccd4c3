import Testing

@testable import Classification
@testable import Disclosure
@testable import Linkage
@testable import Model

/// What an account makes of the reports of linkage and classification.
struct AccountCountsTests {
  private func account(
    _ rules: ClassificationReport = ClassificationReport(), conflicts: [LinkReport.Conflict] = [],
    years: ClosedRange<Int> = 2018...2020, deliveries: [DeliverySummary] = [], findings: [FindingTally] = []
  ) -> ConfidentialAccount {
    ConfidentialAccount(
      deliveries: deliveries,
      links: LinkReport(notifications: 9, withoutPerson: 4, cases: 3, persons: 2, conflicts: conflicts),
      classification: rules, years: years, findings: findings, grid: .empty)
  }

  private func exclusions(_ perYear: [ClassificationReport.YearCount], years: ClosedRange<Int>) -> [Int] {
    var rules = ClassificationReport()
    rules.exclusions = [.init(rule: "r", perYear: perYear)]
    return account(rules, years: years).exclusions[0].casesByYear
  }

  @Test func `the years of an exclusion are those of the monitor, in order, both ends in`() {
    let perYear: [ClassificationReport.YearCount] = [
      .init(year: "2020", cases: 5), .init(year: "2017", cases: 11), .init(year: "2018", cases: 7),
      .init(year: "2021", cases: 13), .init(year: "unknown", cases: 17),
    ]
    #expect(exclusions(perYear, years: 2018...2020) == [7, 0, 5])
    #expect(exclusions(perYear, years: 2017...2017) == [11])
    #expect(exclusions([], years: 2018...2019) == [0, 0])
  }

  @Test func `a year that is told twice is added up`() {
    #expect(
      exclusions([.init(year: "2018", cases: 2), .init(year: "2018", cases: 3)], years: 2018...2018) == [5])
  }

  @Test func `the total of an exclusion is that of its years and of no other`() {
    var rules = ClassificationReport()
    rules.exclusions = [
      .init(
        rule: "r",
        perYear: [.init(year: "2018", cases: 2), .init(year: "2020", cases: 3), .init(year: "2021", cases: 9)])
    ]
    let shown = Publication(of: [], account: account(rules), under: Invented.policy).account.exclusions[0]
    #expect(shown.casesByYear == [2, 0, 3].map { .exact(Quantity($0)) })
    #expect(shown.total == .exact(Quantity(5)))
  }

  @Test(arguments: [
    (known: 5, imputed: 0, left: 0, among: 5, unknown: 0), (known: 0, imputed: 2, left: 0, among: 2, unknown: 2),
    (known: 0, imputed: 0, left: 3, among: 3, unknown: 3), (known: 7, imputed: 2, left: 3, among: 12, unknown: 5),
  ])
  func `an imputation is among all, and its unknown are those filled in and those left`(
    _ row: (known: Int, imputed: Int, left: Int, among: Int, unknown: Int)
  ) {
    var rules = ClassificationReport()
    rules.imputations = [
      .init(
        rule: "r", target: "t", strataVariables: [],
        strata: [.init(values: [], known: row.known, imputed: row.imputed, leftUnknown: row.left)])
    ]
    let counted = account(rules).imputations
    #expect(counted == [.init(rule: "r", among: row.among, unknown: row.unknown, imputed: row.imputed)])
    let shown = Publication(of: [], account: account(rules), under: Invented.policy).account.imputations[0]
    #expect(
      [shown.among, shown.unknown, shown.imputed] == [row.among, row.unknown, row.imputed].map { .exact(Quantity($0)) })
    #expect(
      shown.share
        == (row.unknown == 0
          ? .undefined : .exact(Quantity(numerator: 100 * row.imputed, denominator: row.unknown, decimals: 1))))
  }

  @Test func `one contradiction is told and none is not`() {
    let conflicts: [LinkReport.Conflict] = [
      .init(variable: "a", cases: 0), .init(variable: "b", cases: 1), .init(variable: "c", cases: 2),
    ]
    #expect(account(conflicts: conflicts).conflicts.map(\.variable) == ["b", "c"])
  }

  @Test func `notifications and cases are those of the links, and not the persons`() {
    let account = account()
    #expect([account.notifications, account.cases] == [9, 3])
    let shown = Publication(of: [], account: account, under: Invented.policy).account
    #expect([shown.notifications, shown.cases] == [.exact(Quantity(9)), .exact(Quantity(3))])
  }

  @Test func `each kind of row is added up by itself over three deliveries`() {
    let deliveries = [(1, 2, 3, 4), (10, 20, 30, 40), (100, 200, 300, 400)].enumerated().map { index, rows in
      DeliverySummary(
        source: "s\(index)", period: "2018", version: index, fileName: "f\(index)", checksum: "secret",
        rowsRead: rows.0,
        rowsTaken: rows.1, rowsSetAside: rows.2, rowsMovedDown: rows.3)
    }
    let shown = Publication(of: [], account: account(deliveries: deliveries), under: Invented.policy).account
    let all = shown.rows
    #expect([all.read, all.taken, all.setAside, all.movedDown] == [111, 222, 333, 444].map { .exact(Quantity($0)) })
    #expect(shown.deliveries.map(\.version) == [0, 1, 2])
    #expect(shown.deliveries[2].rows.movedDown == .exact(Quantity(400)))
    var dumped = ""
    dump(shown, to: &dumped)
    #expect(!dumped.contains("secret"), "the checksum of a small delivery can be guessed back")
  }

  @Test func `of findings of one rule each severity is told, fatal before error before warning before note`() {
    let severities: [Finding.Severity] = [.note, .warning, .error, .fatal, .note]
    let findings = severities.map {
      Finding(
        rule: "r", severity: $0, place: .init(file: "a.csv"), message: LocalizedText("m"), remedy: LocalizedText("r"))
    }
    let tallies = FindingTally.tallies(of: findings)
    #expect(tallies.map(\.severity) == [.fatal, .error, .warning, .note])
    #expect(tallies.map(\.count) == [1, 1, 1, 2])
    #expect(FindingTally.tallies(of: []).isEmpty)
    #expect(FindingTally.tallies(of: findings.reversed()) == tallies)
    let shown = Publication(of: [], account: account(findings: tallies), under: Invented.policy).account.findings
    #expect(shown.map(\.severity) == tallies.map(\.severity))
    #expect(shown.map(\.count) == [1, 1, 1, 2].map { .exact(Quantity($0)) })
  }
}
