@testable import Model
import Testing

@testable import Tabulation

/// Seven cases. Aam (A) and Beek (B) became Veld (V) on 1 January 2019; Ceel (C) stayed.
///
///     case  year  village  reporter
///     0     2018  A        police
///     1     2018  B        care
///     2     2018  C        care
///     3     2019  V        police
///     4     2019  V        care
///     5     2019  C        police
///     6     2019  A        care       (the reporter still used the old name)
private let cases: Cases = {
  func categories(_ codes: [String]) -> [Model.Category] {
    codes.map { Category(code: $0, label: LocalizedText($0)) }
  }
  var columns = Columns(rowCount: 7)
  func add(_ name: String, _ codes: [String], _ values: [Int]) {
    columns.set(
      .category(values.map { CategoryCode(category: $0).narrow }),
      for: Variable(name: name, kind: .category, label: LocalizedText(name), categories: categories(codes)))
  }
  add("year", ["2018", "2019"], [0, 0, 0, 1, 1, 1, 1])
  add("village", ["A", "B", "C", "V"], [0, 1, 2, 3, 3, 2, 0])
  add("reporter", ["police", "care"], [0, 1, 1, 0, 1, 0, 1])
  return Cases(columns: columns, offsets: Array(0...7), members: Array(0..<7))
}()

private func figure(_ rows: Figure.Dimension, by columns: [Figure.Dimension]) -> Figure {
  Figure(
    id: "fig", title: LocalizedText("t"), measure: LocalizedText("m"),
    unit: UnitOfCount(name: "victim", label: LocalizedText("victims"), repeats: .oncePerYear),
    numbers: .counted(
      .init(rows: .dimension(rows), panels: columns, rowTotal: .init(label: LocalizedText("Totaal")))))
}

private let years = Figure.Dimension(variable: "year", name: LocalizedText("jaar"), order: ["2018", "2019"])
private let reporters = Figure.Dimension(
  variable: "reporter", name: LocalizedText("melder"), order: ["police", "care"])
private let then = Figure.Dimension(
  variable: "village", name: LocalizedText("gemeente"), order: ["A", "B", "C", "V"],
  existence: ["A": 2010...2018, "B": 2010...2018, "V": 2019...2030])
private let now = Figure.Dimension(
  variable: "village", name: LocalizedText("gemeente"), order: [],
  pools: [
    .init(label: LocalizedText("Ceel"), codes: ["C"], key: "C"),
    .init(label: LocalizedText("Veld"), codes: ["A", "B", "V"], key: "V"),
  ])

struct AreaTabulationTests {
  private func values(_ figure: Figure) throws -> [[CellValue]] {
    try figure.tabulated(over: cases).cells.map { $0.map(\.value) }
  }

  private func exact(_ counts: Int...) -> [CellValue] { counts.map { .exact(Quantity($0)) } }

  @Test func `as it was then an area has no number in a year in which it did not exist`() throws {
    let rows = try values(figure(then, by: [years]))
    // What a reporter put under the old name stays in sight.
    #expect(rows[0] == exact(1, 1))
    #expect(rows[1] == [.exact(Quantity(1)), .notApplicable])
    #expect(rows[2] == exact(1, 1))
    #expect(rows[3] == [.notApplicable, .exact(Quantity(2))])
    #expect(rows[4] == exact(3, 4))
  }

  @Test func `years in rows and areas in columns say the same`() throws {
    let columns = try values(figure(years, by: [then]))
    let rows = try values(figure(then, by: [years]))
    for (year, line) in columns.prefix(2).enumerated() {
      for (area, value) in line.enumerated() { #expect(value == rows[area][year]) }
    }
  }

  @Test func `as it is now predecessors count with what they became, under its own key`() throws {
    let table = try figure(now, by: [years]).tabulated(over: cases)
    #expect(table.shape.rows.map(\.key) == ["C", "V", "total"])
    #expect(table.cells.map { $0.map(\.value) } == [exact(1, 1), exact(2, 3), exact(3, 4)])
  }

  @Test func `reporter and area are independent axes`() throws {
    let thenByReporter = try values(figure(then, by: [reporters]))
    let nowByReporter = try values(figure(now, by: [reporters]))
    #expect(thenByReporter == [exact(1, 1), exact(0, 1), exact(1, 1), exact(1, 1), exact(3, 4)])
    // Other boundaries move counts between areas and never between reporters.
    #expect(nowByReporter == [exact(1, 1), exact(2, 3), exact(3, 4)])
    #expect(nowByReporter.last == thenByReporter.last)
  }
}
