import Testing

@testable import Deliveries
@testable import Model

@Suite struct DeliveryComparisonTests {
  private static func report(_ rows: Int, form: (Int) -> String = { _ in "arbeid" }, age: String = "30") throws
    -> DeliveryReport
  {
    let lines = (0..<rows).map { "P\($0 + 1);2018;\(form($0));\(age);NL;given;;" }
    return try SmallDelivery.read(text: ([SmallDelivery.header] + lines).joined(separator: "\n")).report
  }

  private static func earlier(_ report: DeliveryReport, as relation: EarlierDelivery.Relation) -> EarlierDelivery {
    var summary = report.summary(checksum: "")
    if relation == .period { summary.period = "2017" }
    return EarlierDelivery(summary, as: relation, persons: report.persons, totals: report.totals)
  }

  private static func rules(
    _ now: Int, after before: Int, as relation: EarlierDelivery.Relation, isAnswered: Bool = false
  ) throws -> [String] {
    var report = try report(now)
    report.compare(
      with: [earlier(try Self.report(before), as: relation)], in: SmallDelivery.monitor.sources[0],
      isAnswered: isAnswered)
    #expect(report.counts.reduce(0) { $0 + $1.count } == report.findings.count)
    #expect(report.groups.count == report.findings.count)
    return report.findings.map(\.rule)
  }

  @Test(
    arguments: [
      (31, 31, []), (32, 31, []), (28, 31, []), (27, 31, ["other-size-than-version"]),
      (21, 31, ["other-size-than-version"]),
      (20, 31, ["much-smaller"]), (16, 31, ["much-smaller"]), (15, 31, ["much-smaller"]), (3, 31, ["much-smaller"]),
      (3, 13, ["other-size-than-version"]), (63, 31, ["other-size-than-version"]), (62, 31, []),
      (20, 9, ["other-size-than-version"]),
      (19, 9, []), (4, 5, ["other-size-than-version"]),
    ] as [(Int, Int, [String])])
  func `a correction may not lose a tenth without a reason, nor a few rows without a word`(
    _ now: Int, _ before: Int, _ rules: [String]
  )
    throws
  {
    #expect(try Self.rules(now, after: before, as: .version) == rules)
  }

  @Test(
    arguments: [
      (15, 31, ["other-size-than-period"]), (16, 31, []), (3, 13, []), (2, 13, ["other-size-than-period"]),
      (63, 31, ["other-size-than-period"]), (62, 31, []), (11, 1, []), (12, 1, ["other-size-than-period"]),
    ] as [(Int, Int, [String])])
  func `a period is more than twice or less than half of the one before to be asked about`(
    _ now: Int, _ before: Int, _ rules: [String]
  ) throws {
    #expect(try Self.rules(now, after: before, as: .period) == rules)
  }

  @Test func `a question that was answered is a warning`() throws {
    #expect(try Self.rules(3, after: 31, as: .version, isAnswered: true) == ["smaller-answered"])
  }

  @Test func `a question keeps the delivery from being used, in words`() throws {
    var report = try Self.report(3)
    report.compare(
      with: [Self.earlier(try Self.report(31), as: .version)], in: SmallDelivery.monitor.sources[0], isAnswered: false)
    #expect(!report.isUsable)
    #expect(
      report.groups.map { $0.sentence(in: .nl) } == [
        "zorg.csv: deze levering heeft 3 rijen; versie 1 over 2018, die zij vervangt, had er 31. Kijk of het bestand "
          + "volledig is. Klopt het zo, geef dan de reden op met --smaller-because."
      ])
    #expect(
      report.findings[0].sentence(in: .en)
        == "zorg.csv: this delivery has 3 rows; version 1 about 2018, which it replaces, had 31. See whether the file is "
        + "complete. If it is right as it is, give the reason with --smaller-because.")
  }

  @Test func `persons are compared where the rows are as many`() throws {
    var report = try Self.report(31)
    var before = Self.earlier(report, as: .version)
    report.persons = 3
    before.persons = 31
    report.compare(with: [before], in: SmallDelivery.monitor.sources[0], isAnswered: false)
    #expect(
      report.findings.map(\.message.nl) == [
        "deze levering heeft 3 personen; versie 1 over 2018, die zij vervangt, had er 31."
      ])
  }

  @Test func `an answer that is no longer given, and one that is no longer known`() throws {
    var report = try Self.report(30, age: "onbekend")
    let before = try Self.report(30) { $0 < 10 ? "seksueel" : "arbeid" }
    report.compare(with: [Self.earlier(before, as: .period)], in: SmallDelivery.monitor.sources[0], isAnswered: false)
    #expect(
      report.findings.filter { $0.rule != "moved-down" }.map { $0.sentence(in: .nl) } == [
        "zorg.csv, kolom vorm: deze antwoorden komen niet meer voor; over 2017 wel: Seksueel (10). Kijk of het bestand "
          + "volledig is en de goede filter heeft, en vraag het zo nodig na.",
        "zorg.csv, kolom leeftijd: bij 100% van de rijen is dit niet bekend; over 2017 bij 0%. Kijk of het bestand volledig "
          + "is en de goede filter heeft, en vraag het zo nodig na.",
      ])
    let few = try Self.report(30) { $0 < 9 ? "seksueel" : "arbeid" }
    var next = try Self.report(30)
    next.compare(with: [Self.earlier(few, as: .period)], in: SmallDelivery.monitor.sources[0], isAnswered: false)
    #expect(next.findings == [])
  }
}
