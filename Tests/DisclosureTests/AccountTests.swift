import Foundation
import Testing

@testable import Classification
@testable import Disclosure
@testable import Linkage
@testable import Model

/// The account of an edition: two deliveries of one partner, checkable by eye.
@Suite struct AccountTests {
  private static let policy = Policy.publishAsIs(reason: LocalizedText(nl: "Verzonnen.", en: "Invented."))

  private static func delivery(_ period: String, read: Int, taken: Int, aside: Int, down: Int) -> DeliverySummary {
    DeliverySummary(
      source: "police", period: period, version: 2, fileName: "police-\(period).csv", checksum: "5ec4e7",
      rowsRead: read,
      rowsTaken: taken, rowsSetAside: aside, rowsMovedDown: down)
  }

  private static var account: ConfidentialAccount {
    var rules = ClassificationReport()
    rules.exclusions = [
      .init(
        rule: "only-centre", perYear: [.init(year: "2018", cases: 3), .init(year: "2020", cases: 9)]),
      .init(rule: "border", perYear: []),
    ]
    rules.imputations = [
      .init(
        rule: "sex", target: "sex", strataVariables: ["form"],
        strata: [
          .init(values: ["sexual"], known: 5, imputed: 2, leftUnknown: 0),
          .init(values: ["labour"], known: 4, imputed: 0, leftUnknown: 1),
        ]),
      .init(
        rule: "age", target: "age", strataVariables: [],
        strata: [.init(values: [], known: 8, imputed: 0, leftUnknown: 0)]),
    ]
    return ConfidentialAccount(
      deliveries: [
        delivery("2018", read: 10, taken: 7, aside: 3, down: 1), delivery("2019", read: 5, taken: 5, aside: 0, down: 2),
      ],
      links: LinkReport(
        notifications: 12, withoutPerson: 1, cases: 8, persons: 7,
        conflicts: [.init(variable: "sex", cases: 2), .init(variable: "age", cases: 0)]),
      classification: rules, years: 2018...2019,
      findings: [FindingTally(rule: "year-range", severity: .error, count: 3)], grid: .empty)
  }

  private static let published = Publication(of: [], account: account, under: policy).account

  private func exact(_ number: Int) -> CellValue { .exact(Quantity(number)) }

  @Test func `publishing as is keeps every number of every delivery`() {
    let deliveries = Self.published.deliveries
    #expect(deliveries.map(\.fileName) == ["police-2018.csv", "police-2019.csv"])
    #expect(deliveries.map(\.period) == ["2018", "2019"])
    #expect(deliveries.map(\.source) == ["police", "police"])
    #expect(deliveries.map(\.version) == [2, 2])
    #expect(deliveries.map(\.rows.read) == [exact(10), exact(5)])
    #expect(deliveries.map(\.rows.taken) == [exact(7), exact(5)])
    #expect(deliveries.map(\.rows.setAside) == [exact(3), exact(0)])
    #expect(deliveries.map(\.rows.movedDown) == [exact(1), exact(2)])
  }

  @Test func `the sums over deliveries are made before anything is shown`() {
    let rows = Self.published.rows
    #expect(rows.read == exact(15))
    #expect(rows.taken == exact(12))
    #expect(rows.setAside == exact(3))
    #expect(rows.movedDown == exact(3))
    #expect(Self.published.notifications == exact(12))
    #expect(Self.published.cases == exact(8))
  }

  @Test func `an exclusion has a number for each year of the monitor, and no other`() {
    #expect(Self.published.exclusions.map(\.rule) == ["only-centre", "border"])
    #expect(Self.published.exclusions[0].casesByYear == [exact(3), exact(0)])
    #expect(Self.published.exclusions[0].total == exact(3))
    #expect(Self.published.exclusions[1].casesByYear == [exact(0), exact(0)])
  }

  @Test func `an imputation tells its reach over all strata, and no share of nothing`() {
    let sex = Self.published.imputations[0]
    #expect(sex.among == exact(12))
    #expect(sex.unknown == exact(3))
    #expect(sex.imputed == exact(2))
    // Two of three unknown: 66.7 per cent.
    #expect(sex.share.quantity?.formatted(in: .en) == "66.7")
    #expect(Self.published.imputations[1].share == .undefined)
  }

  @Test func `contradictions are told where there are any`() {
    #expect(Self.published.conflicts.map(\.variable) == ["sex"])
    #expect(Self.published.conflicts.map(\.cases) == [exact(2)])
    #expect(Self.published.findings.map(\.rule) == ["year-range"])
    #expect(Self.published.findings.map(\.count) == [exact(3)])
  }

  @Test func `no description or mirror of a confidential account holds a number of it`() {
    var dumped = ""
    dump(Self.account, to: &dumped)
    #expect("\(Self.account)" == "confidential account of 2 deliveries")
    for text in ["\(Self.account)", String(reflecting: Self.account), dumped] {
      #expect(!text.contains("only-centre") && !text.contains("police") && !text.contains("5ec4e7"))
    }
  }

  @Test func `without deliveries everything is nought and nothing is listed`() {
    let empty = Publication(of: [], under: Self.policy).account
    #expect(empty.deliveries.isEmpty && empty.exclusions.isEmpty && empty.imputations.isEmpty)
    #expect(empty.rows.read == exact(0) && empty.cases == exact(0))
  }

  @Test func `findings are counted by rule and severity, the gravest first`() {
    func finding(_ rule: String, _ severity: Finding.Severity) -> Finding {
      Finding(
        rule: rule, severity: severity, place: .init(file: "a.csv"), message: LocalizedText("m"),
        remedy: LocalizedText("r"))
    }
    let tallies = FindingTally.tallies(of: [
      finding("b", .warning), finding("a", .error), finding("b", .warning), finding("c", .error), finding("b", .note),
    ])
    #expect(tallies.map(\.rule) == ["a", "c", "b", "b"])
    #expect(tallies.map(\.count) == [1, 1, 2, 1])
    #expect(tallies.map(\.severity) == [.error, .error, .warning, .note])
  }
}
