import Invented
import Testing

@testable import Deliveries
@testable import Model

/// What is told of a delivered file, where and in both languages.
struct ToldOfDelivery: Equatable, Sendable {
  var rule: String
  var row: Int?
  var column: String?
  var nl: String
  var en: String

  init(_ rule: String, at row: Int? = nil, column: String? = nil, nl: String, en: String) {
    (self.rule, self.row, self.column, self.nl, self.en) = (rule, row, column, nl, en)
  }

  static func of(_ report: DeliveryReport) -> [ToldOfDelivery] {
    report.findings.map {
      ToldOfDelivery($0.rule, at: $0.place.row, column: $0.place.column, nl: $0.message.nl, en: $0.message.en)
    }
  }
}

/// A delivery of records in a few lines.
struct ReadRecords: CustomTestStringConvertible, Sendable {
  static let header = SmallDelivery.header
  static let good = "P1;2018;arbeid;30;NL;given;;"
  static let nines = String(repeating: "9", count: 200)
  static let all = cases + cases2

  var testDescription: String
  var header: String?
  var period: Int?
  var lines: [String]
  var told: [ToldOfDelivery]
  var taken: Int
  var aside: Int
  var down: Int
  var year: String?

  init(
    _ name: String, header: String? = Self.header, period: Int? = nil, _ lines: [String], _ told: ToldOfDelivery...,
    taken: Int, aside: Int = 0, down: Int = 0, about year: String? = nil
  ) {
    testDescription = name
    (self.header, self.period, self.lines, self.told) = (header, period, lines, told)
    (self.taken, self.aside, self.down, self.year) = (taken, aside, down, year)
  }
}

/// The good delivery of counts with some rows replaced by others, or by none.
struct ReadCounts: CustomTestStringConvertible, Sendable {
  static let all = cases + cases2 + cases3

  var testDescription: String
  var period: Int?
  var changes: [(row: Int, lines: [String])]
  var told: [ToldOfDelivery]
  var taken: Int
  var aside: Int
  var year: String?

  init(
    _ name: String, period: Int? = nil, _ changes: [(Int, [String])], _ told: ToldOfDelivery..., taken: Int,
    aside: Int = 0, about year: String? = nil
  ) {
    testDescription = name
    (self.period, self.told, self.taken, self.aside, self.year) = (period, told, taken, aside, year)
    self.changes = changes.map { (row: $0.0, lines: $0.1) }
  }

  var lines: [String] {
    var lines = SmallCounts.lines
    for change in changes.sorted(by: { $0.row > $1.row }) {
      lines.replaceSubrange(change.row - 1...change.row - 1, with: change.lines)
    }
    return lines
  }
}

@Suite struct ToldOfDeliveryTests {
  @Test(arguments: ReadRecords.all)
  func `of a file of records is told what is wrong, where, and how many rows were taken`(_ file: ReadRecords) throws {
    let outcome = try SmallDelivery.read(
      text: ([file.header].compactMap { $0 } + file.lines).map { $0 + "\r\n" }.joined(), period: file.period)
    let report = outcome.report
    #expect(ToldOfDelivery.of(report) == file.told)
    #expect(report.rowsTaken == file.taken && report.rowsSetAside == file.aside && report.rowsMovedDown == file.down)
    #expect(report.period == file.year)
    #expect(outcome.batches.reduce(0) { $0 + $1.columns.rowCount } == file.taken)
    check(report)
  }

  @Test(arguments: ReadCounts.all)
  func `of a file of counts is told what is wrong, where, and how many rows were taken`(_ file: ReadCounts) throws {
    let report = try SmallCounts.read(file.lines, period: file.period)
    #expect(ToldOfDelivery.of(report) == file.told)
    #expect(report.rowsTaken == file.taken && report.rowsSetAside == file.aside)
    #expect(report.period == file.year)
    #expect(report.isUsable == (report.reported != nil))
    #expect(report.reported.map(\.cells.count) ?? file.taken == file.taken)
    check(report)
  }

  @Test func `every rule of deliveries is shown at work`() {
    // Those of workbooks, encodings, signs, empty templates and other monitors have tests of their own; the last one
    // takes three million rows.
    let elsewhere = [
      "merged-cells", "other-encoding", "misread-encoding", "formulas", "hidden-rows", "date-format", "error-cell",
      "totals-differ",
      "nothing-filled-in", "category-of-other-year", "empty-sheet", "formula-without-result", "hidden-sheet",
      "hidden-signs", "other-sheet", "quoted-rows", "time-left-out", "duplicates-unchecked",
    ]
    let ofTheirOwn =
      (FindingRule.keyRules + FindingRule.comparisonRules + FindingRule.wholenessRules + [
        .tooManyMistakes, .hiddenSigns,
      ]).map(\.id)
    let shown = Set(
      (ReadRecords.all.flatMap(\.told) + ReadCounts.all.flatMap(\.told)).map(\.rule) + elsewhere + ofTheirOwn)
    #expect(Set(FindingRule.deliveryRules.map(\.id)).subtracting(shown).sorted() == [])
  }

  @Test(arguments: [
    (1, "één rij is verborgen; zij is gelezen.", "one row is hidden; it was read."),
    (2, "2 rijen zijn verborgen; zij zijn gelezen.", "2 rows are hidden; they were read."),
  ])
  func `hidden rows are read, and that is said`(_ count: Int, _ nl: String, _ en: String) throws {
    func text(_ text: String) -> String { "<c t='inlineStr'><is><t>\(text)</t></is></c>" }
    let hidden = (1...count).map { "<row hidden='1'>\(text("P\($0)"))<c><v>2018</v></c></row>" }.joined()
    let rows = "<row>\(text("nummer"))\(text("jaar"))</row>" + hidden
    let report = try SmallDelivery.read(bytes: workbook(rows: rows).bytes, name: "a.xlsx").report
    #expect(
      ToldOfDelivery.of(report).filter { $0.rule == "hidden-rows" } == [ToldOfDelivery("hidden-rows", nl: nl, en: en)])
    #expect(report.rowsTaken == count)
  }

  @Test(
    arguments: [("31-12-1990", "1990-12-31"), ("1990-12-31", "1990-12-31"), ("31-02-1990", nil)] as [(String, String?)])
  func `a day of birth is kept in one way of writing, or refused`(_ text: String, _ kept: String?) throws {
    var monitor = SmallDelivery.monitor
    monitor.sources[0].columns.append(SourceColumn(header: "geboren", role: .identity("birthDate")))
    var batches: [DeliveryBatch] = []
    let lines = [SmallDelivery.header + ";geboren", ReadRecords.good + ";" + text]
    let report = try DeliveryReader(monitor: monitor, source: monitor.sources[0])
      .validate(bytes: Array(lines.joined(separator: "\n").utf8), fileName: "a.csv") { batches.append($0) }
    #expect(batches.flatMap(\.identities).map { String(decoding: $0.value, as: UTF8.self) } == [kept].compactMap { $0 })
    let told = ToldOfDelivery(
      "date-format", at: 2, column: "geboren", nl: "hier staat geen bestaande datum.", en: "here is no existing date.")
    #expect(ToldOfDelivery.of(report).filter { $0.rule == "date-format" } == (kept == nil ? [told] : []))
  }

  private func check(_ report: DeliveryReport) {
    #expect(report.isUsable == !report.findings.contains { $0.severity == .fatal })
    #expect(report.counts.reduce(0) { $0 + $1.count } == report.findings.count)
    for finding in report.findings {
      #expect(FindingRule.deliveryRules.first { $0.id == finding.rule }?.severity == finding.severity)
      #expect(!finding.remedy.nl.isEmpty && !finding.remedy.en.isEmpty)
    }
  }
}
