import Estimation
import Invented
import Testing

@testable import Disclosure
@testable import Model
@testable import Protection
@testable import Tabulation

/// What published numbers say of how sure they are.
@Suite struct `The statistics of a table` {
  private static let asIs = Policy.publishAsIs(reason: LocalizedText(nl: "Verzonnen.", en: "Invented."))
  private static let hiding = Policy.suppress(
    rule: ProtectionRule(minimum: 5, printsZeros: true, level: .withinSensitive, assurance: .outside),
    reason: LocalizedText(nl: "Verzonnen.", en: "Invented."))
  private static let everything = FigureStatistics(
    interval: .poisson, change: .holm, unknown: ["d"],
    funnel: .init(name: LocalizedText("inwoners"), sizes: ["a": 1000, "b": 1000, "c": 1000, "d": 1000]))

  /// Rows a, b, .. and a total, by years from 2019 on.
  private static func table(_ values: [[CellValue]], _ asked: FigureStatistics) -> ConfidentialTable {
    let unit = RowUnit.named(LocalizedText("personen"))
    let keys = ["a", "b", "c", "d", "e", "f"].prefix(values.count - 1) + ["total"]
    let headers = keys.map { key in
      TableShape.RowHeader(
        key: key, name: LocalizedText("soort"), label: LocalizedText(key), measure: LocalizedText("personen"),
        unit: unit, isTotal: key == "total")
    }
    let columns = values[0].indices.map { index in
      TableShape.ColumnHeader(
        key: "\(2019 + index)", name: LocalizedText("jaar"), label: LocalizedText("\(2019 + index)"), panel: 0)
    }
    var shape = TableShape(
      figure: "fig-1", title: LocalizedText("fig-1"), unit: Invented.unit, rows: headers, columns: columns,
      panels: [LocalizedText("jaar")], chart: .none, sourceLine: LocalizedText(""), notes: [])
    shape.statistics = asked
    return ConfidentialTable(shape: shape, cells: values.map { $0.map { Cell($0, rung: .linked) } })
  }

  private static func exact(_ counts: [[Int]]) -> [[CellValue]] { counts.map { $0.map { .exact(Quantity($0)) } } }

  private func statistics(
    _ values: [[CellValue]], _ asked: FigureStatistics, under policy: Policy = asIs
  ) -> TableStatistics {
    Publication(of: [Self.table(values, asked)], under: policy).tables[0].statistics
  }

  @Test func `limits of eight persons and of none are those of Garwood, rounded outwards`() {
    let limits = statistics(Self.exact([[8, 0], [8, 0]]), FigureStatistics(interval: .poisson)).limits
    // 3.4538 to 15.7632, and 0 to 3.6889.
    #expect(
      limits[0].map { $0?.lower.plain } == ["3.4", "0.0"] && limits[0].map { $0?.upper.plain } == ["15.8", "3.7"])
  }

  @Test func `limits of a share are those of Wilson in the total, which has none itself`() {
    let limits = statistics(Self.exact([[23], [105], [128]]), FigureStatistics(interval: .wilson)).limits
    // 12.28% to 25.52%.
    #expect(limits[0][0]?.lower.plain == "12.2" && limits[0][0]?.upper.plain == "25.6" && limits[2] == [nil])
  }

  @Test func `shares of the known stand between none and all of the unknown`() {
    let asked = FigureStatistics(unknown: ["c"])
    let known = statistics(Self.exact([[30], [50], [20], [100]]), asked).known
    #expect(known[0][0]?.share.plain == "37.5" && known[1][0]?.share.plain == "62.5")
    #expect(known[0][0]?.bounds.lower.plain == "30.0" && known[0][0]?.bounds.upper.plain == "50.0")
    #expect(known[2] == [nil] && known[3] == [nil])
    // Several answers of one person: the parts do not come to the total.
    #expect(statistics(Self.exact([[30], [60], [20], [100]]), asked).known.allSatisfy { $0 == [nil] })
    // A part that is not there.
    let hidden = [[CellValue.exact(Quantity(30))], [.notDelivered], [.exact(Quantity(20))], [.exact(Quantity(100))]]
    #expect(statistics(hidden, asked).known.allSatisfy { $0 == [nil] })
  }

  @Test func `a change counts in how many rows there are`() {
    // p of 20 to 36 is 0.0441 by itself; of three rows and a total Holm asks for 0.0125.
    let asked = FigureStatistics(change: .holm)
    let alone = Publication(of: [Self.table(Self.exact([[20, 36], [20, 36]]), asked)], under: Self.asIs).tables[0]
    #expect(alone.openChanges == [.init(row: 0, from: 0, to: 1), .init(row: 1, from: 0, to: 1)])
    let clear = statistics(Self.exact([[100, 200], [20, 36], [30, 30], [150, 266]]), asked)
    #expect(
      clear.changes[.init(row: 0, from: 0, to: 1)] == true && clear.changes[.init(row: 1, from: 0, to: 1)] == false)
    // Nothing changed, so nothing is open.
    #expect(clear.changes[.init(row: 2, from: 0, to: 1)] == nil)
    let lenient = statistics(
      Self.exact([[100, 200], [20, 38], [30, 60], [150, 298]]), FigureStatistics(change: .falseShare))
    #expect(lenient.changes.values.allSatisfy { $0 })
  }

  @Test func `a unit outside what its size leads to expect is placed, by the units that are shown`() throws {
    let found = statistics(Self.exact([[10], [12], [40], [62]]), Self.everything)
    let funnel = try #require(found.funnels.first)
    // 62 of 3,000: 20.7 each, 12 to 30 and 8 to 36.
    #expect(funnel.units.map(\.place) == [-1, 0, 2] && funnel.units[0].expected.plain == "20.7")
    #expect(funnel.units[0].inner == 12...30 && funnel.units[0].outer == 8...36 && funnel.dispersion > 1)
  }

  @Test func `only what is published exactly takes part`() {
    let values: [[CellValue]] = [
      [.rounded(Quantity(10), base: 5), .exact(Quantity(12))], [.provisional(Quantity(9)), .exact(Quantity(30))],
      [.suppressed(.primary), .exact(Quantity(8))], [.exact(Quantity(9)), .exact(Quantity(9))],
      [.exact(Quantity(40)), .exact(Quantity(59))],
    ]
    let found = statistics(values, Self.everything)
    #expect(found.limits.map { $0[0] != nil } == [false, false, false, true, true])
    #expect(found.known.allSatisfy { $0[0] == nil } && found.known[0][1] != nil)
    #expect(Set(found.changes.keys.map(\.row)) == [4] && found.funnels.map(\.column) == [1])
  }

  /// The attack: of every table that an intruder holds possible, the statistics are those that are published.
  @Test(arguments: [(1, 4), (2, 3), (3, 2), (4, 1)])
  func `tables that are published alike have the same statistics, whatever was counted`(_ a: Int, _ b: Int) {
    let counted = Self.exact([[a, 40], [b, 30], [60, 70], [30, 20], [95, 160]])
    let publication = Publication(of: [Self.table(counted, Self.everything)], under: Self.hiding)
    let other = Publication(
      of: [Self.table(Self.exact([[2, 40], [3, 30], [60, 70], [30, 20], [95, 160]]), Self.everything)],
      under: Self.hiding)
    #expect(publication.tables[0].cells[0][0].value.quantity == nil)
    #expect(publication.tables[0].cells.map { $0.map(\.value) } == other.tables[0].cells.map { $0.map(\.value) })
    #expect(publication.tables[0].statistics == other.tables[0].statistics)
    #expect(publication.tables[0].openChanges == other.tables[0].openChanges)
    // And so they are of the published cells made anew, without what was counted.
    #expect(
      TableStatistics(of: publication.tables[0].shape, publication.tables[0].cells) == publication.tables[0].statistics)
    for (limits, cells) in zip(publication.tables[0].statistics.limits, publication.tables[0].cells) {
      for (limit, cell) in zip(limits, cells) where cell.value.quantity == nil { #expect(limit == nil) }
    }
  }
}
