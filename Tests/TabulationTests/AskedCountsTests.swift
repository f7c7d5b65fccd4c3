import Model
import Testing

@testable import Tabulation

private typealias M = CountMonitor

/// A care centre that counts contacts by kind, and by village and kind. The kind `online` exists since 2024; the village
/// Aam ended with 2023 and became Veld in 2024.
///
///     2023   labour 5, and no row for online         Aam labour 2
///     2024   labour 6, online 1                       Veld labour 3, online not recorded
private enum Asked {
  static let kind = Variable(
    name: "kind", kind: .category, label: LocalizedText("soort"),
    categories: [
      Category(code: "labour", label: LocalizedText("Arbeid")),
      Category(code: "online", label: LocalizedText("Online"), validFrom: 2024),
      Category(code: "old", label: LocalizedText("Oud"), validTo: 2022),
    ])
  static let village = Variable(
    name: "village", kind: .category, label: LocalizedText("gemeente"),
    categories: ["A", "V"].map { Category(code: $0, label: LocalizedText($0)) }, isArea: true)
  static let kinds = M.axis("kind", ("arbeid", "labour"), ("online", "online"), ("oud", "old"))

  static let monitor: Monitor = {
    var monitor = M.monitor
    monitor.codebook.variables = [kind, village]
    monitor.areas = AreaRegister([
      Area(code: "A", name: "Aam", region: "R", to: "2023-12-31", successors: [.init(code: "V")]),
      Area(code: "V", name: "Veld", region: "R", from: "2024-01-01"),
    ])
    monitor.sources[1].tables = [
      M.table("contacts", [kinds]), M.table("villages", [M.axis("village", ("Aam", "A"), ("Veld", "V")), kinds]),
      M.table("late", [kinds], years: [2024]),
    ]
    return monitor
  }()

  static let counts = [
    M.delivery(
      "care", "2024",
      M.cells("contacts", 2023, from: 2, [([0], "5")]) + M.cells("contacts", 2024, from: 3, [([0], "6"), ([1], "1")])
        + M.cells("villages", 2023, from: 5, [([0, 0], "2")])
        + M.cells("villages", 2024, from: 6, [([1, 0], "3"), ([1, 1], "x")])
        + M.cells("late", 2024, from: 8, [([0], "9"), ([1], "-")]))
  ]

  static let years = axis("year", ["2023", "2024"])

  static func axis(_ variable: String, _ order: [String], pools: [Figure.Pool] = []) -> Figure.Dimension {
    Figure.Dimension(variable: variable, name: LocalizedText(variable), order: order, pools: pools)
  }

  static func figure(
    _ axis: Figure.Dimension, _ table: String, at fixed: [Figure.FixedValue] = [], total: Figure.Total.Basis? = nil,
    columnTotal: Figure.Total? = nil, statistic: Figure.Statistic = .count
  ) -> Figure {
    Figure(
      id: "fig", title: LocalizedText("t"), measure: LocalizedText("m"), unit: M.unit,
      numbers: .delivered(
        .init(
          rows: .dimension(
            axis, of: .init(source: "care", table: table, fixed: fixed),
            total: total.map { .init(label: LocalizedText("Totaal"), basis: $0) }),
          panels: [years], columnTotal: columnTotal, statistic: statistic)))
  }

  static func values(_ figure: Figure) throws -> [[CellValue]] {
    try figure.tabulated(over: counts, in: monitor).cells.map { $0.map(\.value) }
  }
}

private func exact(_ number: Int) -> CellValue { .exact(Quantity(number)) }

struct AskedCountsTests {
  @Test func `a category is not asked in a year in which it did not exist, and a total is one without it`() throws {
    let rows = Asked.axis("kind", ["labour", "online", "old"])
    #expect(
      try Asked.values(Asked.figure(rows, "contacts", total: .base)) == [
        [exact(5), exact(6)], [.notAsked, exact(1)], [.notAsked, .notAsked], [exact(5), exact(7)],
      ])
    #expect(try Asked.values(Asked.figure(rows, "contacts", total: .shown)).last == [exact(5), exact(7)])
  }

  @Test func `a pool needs all that it names to be asked`() throws {
    let pools = [Figure.Pool(label: LocalizedText("beide"), codes: ["labour", "online"])]
    #expect(
      try Asked.values(Asked.figure(Asked.axis("kind", [], pools: pools), "contacts"))
        == [[.notAsked, exact(7)]])
  }

  @Test func `an area that did not exist does not apply, alone, in a pool and in the whole`() throws {
    let villages = Asked.axis("village", ["A", "V"])
    let labour = [Figure.FixedValue(variable: "kind", code: "labour")]
    #expect(
      try Asked.values(Asked.figure(villages, "villages", at: labour, total: .base)) == [
        [exact(2), .notApplicable], [.notApplicable, exact(3)], [exact(2), exact(3)],
      ])
    let pools = [Figure.Pool(label: LocalizedText("Veld"), codes: ["A", "V"])]
    let now = Asked.axis("village", [], pools: pools)
    #expect(try Asked.values(Asked.figure(now, "villages", at: labour)) == [[exact(2), exact(3)]])
    let online = [Figure.FixedValue(variable: "kind", code: "online")]
    #expect(
      try Asked.values(Asked.figure(villages, "villages", at: online))
        == [[.notAsked, .notApplicable], [.notApplicable, .notRecorded]])
  }

  @Test func `a year that the table does not ask is not asked, and a total is one of the years asked`() throws {
    let rows = Asked.axis("kind", ["labour", "online"])
    #expect(try Asked.values(Asked.figure(rows, "late")) == [[.notAsked, exact(9)], [.notAsked, .notDelivered]])
    let together = Asked.figure(
      rows, "late", columnTotal: .init(label: LocalizedText("2023-2024"), basis: .shown))
    #expect(try Asked.values(together)[0] == [.notAsked, exact(9), exact(9)])
    #expect(
      try Asked.values(Asked.figure(rows, "late", statistic: .shareOfColumn(decimals: 0)))
        == [[.notAsked, .notDelivered], [.notAsked, .notDelivered]])
  }

  @Test func `a category that no word stands for is not asked`() throws {
    var monitor = Asked.monitor
    monitor.codebook.variables[0].categories.append(Category(code: "extra", label: LocalizedText("Extra")))
    let rows = Asked.axis("kind", ["extra", "unknown"])
    let table = try Asked.figure(rows, "contacts").tabulated(over: Asked.counts, in: monitor)
    #expect(table.cells.map { $0.map(\.value) } == [[.notAsked, .notAsked], [.notAsked, .notAsked]])
  }

  @Test func `a trace says why there is no number`() throws {
    let rows = Asked.axis("kind", ["labour", "online"])
    func trace(_ table: String, _ row: String, _ year: String, _ figure: Figure? = nil) throws -> DeliveredTrace {
      try (figure ?? Asked.figure(rows, table)).trace(
        row: row, column: year, panel: 0, over: Asked.counts, in: Asked.monitor)
    }
    let notAsked = try trace("contacts", "online", "2023")
    #expect(notAsked.absence == .notAsked)
    #expect(notAsked.parts.isEmpty)
    let missing = try trace("late", "online", "2024")
    #expect(missing.absence == .notDelivered)
    #expect(missing.parts.map(\.absence) == [.notDelivered])
    #expect(missing.parts.map(\.sourceRow) == [9])
    #expect(missing.parts.map(\.words) == [["online"]])
    let number = try trace("contacts", "labour", "2024")
    #expect(number.absence == nil)
    #expect(number.sum == Quantity(6))
    #expect(number.parts.map(\.absence) == [nil])
    #expect(number.whole.isEmpty)
    let share = try trace(
      "late", "labour", "2024", Asked.figure(rows, "late", statistic: .shareOfColumn(decimals: 0)))
    #expect(share.absence == .notDelivered)
    #expect(share.sum == Quantity(9))
    #expect(share.whole.map(\.sourceRow) == [8, 9])
    #expect(throws: TabulationError.unknownCell(figure: "fig", row: "labour", column: "2024")) {
      try Asked.figure(rows, "contacts").trace(
        row: "labour", column: "2024", panel: 1, over: Asked.counts, in: Asked.monitor)
    }
  }
}
