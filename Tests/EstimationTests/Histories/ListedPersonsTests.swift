@testable import Model
@testable import Estimation
import Testing

/// Seven cases of five persons on three lists in two years, checkable by eye.
@Suite struct ListedPersonsTests {
  private static let years = Variable(
    name: "year", kind: .category, label: LocalizedText("year"),
    categories: ["2018", "2019"].map { Category(code: $0, label: LocalizedText($0)) })
  private static let lists = Variable(
    name: "reporters", kind: .set, label: LocalizedText("reporters"),
    categories: ["police", "border", "care"].map { Category(code: $0, label: LocalizedText($0)) })

  /// person, year, lists (1 police, 2 border, 4 care)
  private static let rows: [(person: UInt32, year: UInt8, lists: UInt64)] = [
    (0, 4, 1), (0, 5, 2), (1, 4, 1), (2, 4, 3), (3, 5, 5), (4, 5, 4), (Notifications.noPerson, 5, 1),
  ]

  private static let notifications = Notifications(
    columns: Columns(rowCount: rows.count), person: rows.map(\.person), delivery: rows.map { _ in 0 },
    sourceRow: rows.map { _ in 1 }, deliveries: [])

  private static func cases(excluded: Int? = nil) -> Cases {
    var columns = Columns(rowCount: rows.count)
    columns.set(.category(rows.map(\.year)), for: years)
    columns.set(.set(rows.map(\.lists)), for: lists)
    var cases = Cases(
      columns: columns, offsets: (0...UInt32(rows.count)).map(\.self), members: (0..<UInt32(rows.count)).map(\.self))
    if let excluded { cases.excludedBy[excluded] = 1 }
    return cases
  }

  private static func plan(
    merged: [EstimatePlan.Merge] = [], dropped: [String] = [], strata: [String] = [],
    years: ClosedRange<Int> = 2018...2019
  ) -> EstimatePlan {
    EstimatePlan(
      name: "x", title: LocalizedText("x"),
      unit: UnitOfCount(name: "person", label: LocalizedText("persons"), repeats: .oncePerYear),
      population: LocalizedText("x"), years: years, lists: .cases(variable: "reporters", filter: nil), merged: merged,
      dropped: dropped, strata: strata)
  }

  private func listed(_ plan: EstimatePlan, _ cases: Cases = cases()) throws -> [ListedPersons] {
    try plan.listedPersons(variable: "reporters", filter: nil, in: cases, from: Self.notifications)
  }

  private func counts(_ histories: CaptureHistories) -> [UInt32: Int] {
    Dictionary(uniqueKeysWithValues: histories.entries.map { ($0.history, $0.count) })
  }

  @Test func `a person counts once over all years, on every list of any year`() throws {
    let whole = try #require(try listed(Self.plan()).first)
    #expect(whole.histories.lists == ["police", "border", "care"])
    #expect(counts(whole.histories) == [0b001: 1, 0b011: 2, 0b101: 1, 0b100: 1])
    #expect(whole.leftOut == 1)
  }

  @Test func `with the year as stratum a person counts once in each`() throws {
    let parts = try listed(Self.plan(strata: ["year"]))
    #expect(parts.map(\.stratum) == [["2018"], ["2019"]])
    #expect(counts(parts[0].histories) == [0b001: 2, 0b011: 1])
    #expect(counts(parts[1].histories) == [0b010: 1, 0b101: 1, 0b100: 1])
    #expect(parts.map(\.leftOut) == [0, 1])
  }

  @Test func `each year has a headline of its own, of the persons on its lists`() throws {
    let years = try Self.plan().yearHeadlines(of: [], in: Self.cases(), from: Self.notifications)
    #expect(years.map(\.year) == ["2018", "2019"] && years.map(\.observed) == [3, 3])
    #expect(years.map(\.combinations) == [[2, 1], [1, 1, 1]])
    let alone = try listed(Self.plan(strata: ["year"]))
    #expect(years.map(\.headline) == alone.map { $0.histories.headline() })
  }

  @Test func `a year without overlap says so, and a plan by year or of one year has no years beside it`() throws {
    let apart = try Self.plan(dropped: ["border"]).yearHeadlines(
      of: [], in: Self.cases(excluded: 4), from: Self.notifications)
    #expect(
      apart.map(\.headline.estimate) == [nil, nil] && apart.map(\.headline.doubts) == [[.noOverlap], [.noOverlap]])
    for plan in [Self.plan(strata: ["year"]), Self.plan(years: 2018...2018)] {
      #expect(try plan.yearHeadlines(of: [], in: Self.cases(), from: Self.notifications).isEmpty)
    }
  }

  @Test func `merged lists are one, and a dropped list takes its own persons along`() throws {
    let merged = try listed(Self.plan(merged: [.init(name: "state", lists: ["police", "border"])]))[0].histories
    #expect(merged.lists == ["state", "care"] && counts(merged) == [0b01: 3, 0b11: 1, 0b10: 1])
    let dropped = try listed(Self.plan(dropped: ["care"]))[0].histories
    #expect(dropped.lists == ["police", "border"] && counts(dropped) == [0b01: 2, 0b11: 2])
  }

  @Test func `excluded cases and other years take no part`() throws {
    let without = try listed(Self.plan(), Self.cases(excluded: 3))[0].histories
    #expect(without.observed == 4)
    let year = try listed(Self.plan(years: 2018...2018))[0].histories
    #expect(counts(year) == [0b001: 2, 0b011: 1])
  }

  @Test func `without overlap there is a sentence and no estimate`() {
    #expect(throws: ListedPersonsError.histories(.noOverlap, stratum: [])) {
      try listed(Self.plan(dropped: ["border"]), Self.cases(excluded: 4))
    }
    #expect(throws: ListedPersonsError.histories(.oneList("care"), stratum: [])) {
      try listed(Self.plan(dropped: ["police", "border"]))
    }
  }

  @Test func `a table is read with the same operations`() throws {
    let table = ListTable(
      file: "lists/x.csv", lists: ["a", "b", "c"],
      rows: [
        .init(number: 2, lists: 1, persons: 41...41), .init(number: 3, lists: 3, persons: 7...7),
        .init(number: 4, lists: 6, persons: 3...3), .init(number: 5, lists: 4, persons: 9...9),
      ])
    let plan = Self.plan(merged: [.init(name: "bc", lists: ["b", "c"])])
    #expect(counts(try plan.listedPersons(in: table).histories) == [0b01: 41, 0b11: 7, 0b10: 12])
  }

  @Test func `the methods and intervals a folder may name are those there are`() {
    #expect(EstimatePlan.methodNames == EstimationMethod.allCases.filter { $0 != .model }.map(\.rawValue))
    #expect(EstimatePlan.intervalNames.allSatisfy { EstimateInterval.Kind(rawValue: $0) != nil })
  }

  @Test func `two names draw from two seeds, and one name from one`() {
    #expect(UInt64(7).seed(for: "a") != UInt64(7).seed(for: "b"))
    #expect(
      UInt64(7).seed(for: "a") == UInt64(7).seed(for: "a") && UInt64(8).seed(for: "a") != UInt64(7).seed(for: "a"))
  }
}
