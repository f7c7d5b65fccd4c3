@testable import Model
import Testing

@testable import Tabulation

/// Five cases. The question `crime` exists since 2016, its answer `online` since 2017, `age` until 2016.
///
///     case  year  crime   age
///     0     2015  -       10
///     1     2016  theft   20
///     2     2016  theft   -
///     3     2017  online  -
///     4     2017  theft   -
private let cases: Cases = {
  var columns = Columns(rowCount: 5)
  let years = ["2015", "2016", "2017"].map { Model.Category(code: $0, label: LocalizedText($0)) }
  columns.set(
    .category([4, 5, 5, 6, 6]),
    for: Variable(name: "year", kind: .category, label: LocalizedText("jaar"), categories: years))
  columns.set(
    .category([1, 4, 4, 5, 4]),
    for: Variable(
      name: "crime", kind: .category, label: LocalizedText("delict"),
      categories: [
        Category(code: "theft", label: LocalizedText("theft")),
        Category(code: "online", label: LocalizedText("online"), validFrom: 2017),
      ], validFrom: 2016))
  let none = NumberValue(.notAsked).packed
  columns.set(
    .number([10, 20, none, none, none]),
    for: Variable(
      name: "age", kind: .number(unit: LocalizedText("jaar"), decimals: 0, minimum: 0, maximum: 120),
      label: LocalizedText("leeftijd"), validTo: 2016))
  return Cases(columns: columns, offsets: [0, 1, 2, 3, 4, 5], members: [0, 1, 2, 3, 4])
}()

private let years = Figure.Dimension(
  variable: "year", name: LocalizedText("jaar"), order: ["2015", "2016", "2017"])
private let crimes = Figure.Dimension(
  variable: "crime", name: LocalizedText("delict"), order: ["theft", "online", "unknown"])
private let pairs = Figure.Dimension(
  variable: "year", name: LocalizedText("jaren"), order: [],
  pools: [
    .init(label: LocalizedText("2015"), codes: ["2015"], key: "first"),
    .init(label: LocalizedText("2015-2016"), codes: ["2015", "2016"]),
  ])

private func figure(
  _ rows: Figure.Counted.Rows, by panels: [Figure.Dimension] = [years], filter: Condition? = nil, rowTotal: Bool = false
) -> Figure {
  Figure(
    id: "fig", title: LocalizedText("t"), measure: LocalizedText("m"),
    unit: UnitOfCount(name: "victim", label: LocalizedText("victims"), repeats: .oncePerYear),
    numbers: .counted(
      .init(
        filter: filter, rows: rows, panels: panels,
        rowTotal: rowTotal ? .init(label: LocalizedText("Totaal"), basis: .base) : nil)))
}

/// Numbers as they print, `q` not asked, `0/0` undefined.
private func words(_ figure: Figure) throws -> [[String]] {
  try figure.tabulated(over: cases).cells.map { row in
    row.map { cell in
      switch cell.value {
      case .notAsked: "q"
      case .undefined: "0/0"
      default: cell.value.quantity?.plain ?? "?"
      }
    }
  }
}

struct NotAskedTests {
  @Test func `a zero of a year without the question, or without the answer, was not asked`() throws {
    #expect(
      try words(figure(.dimension(crimes), rowTotal: true))
        == [["q", "2", "1"], ["q", "q", "1"], ["q", "0", "0"], ["1", "2", "2"]])
  }

  @Test func `years in rows say the same`() throws {
    #expect(
      try words(figure(.dimension(years), by: [crimes])) == [["q", "q", "q"], ["2", "q", "0"], ["1", "1", "0"]])
  }

  @Test func `years together were asked when one of them was`() throws {
    #expect(try words(figure(.dimension(crimes), by: [pairs])) == [["q", "2"], ["q", "q"], ["q", "0"]])
  }

  @Test func `categories together were asked when one of them was`() throws {
    let pooled = Figure.Dimension(
      variable: "crime", name: LocalizedText("delict"), order: [],
      pools: [.init(label: LocalizedText("alle"), codes: ["theft", "online"])])
    #expect(try words(figure(.dimension(pooled))) == [["q", "2", "2"]])
  }

  @Test func `a series is asked as far as its condition can hold`() throws {
    let theft = Condition.isIn(variable: "crime", values: ["theft"])
    let online = Condition.isIn(variable: "crime", values: ["online"])
    let minor = Condition.compares(variable: "age", .less, 5)
    func row(_ condition: Condition, _ value: Figure.SeriesValue = .count) -> Figure.Series {
      .init(label: LocalizedText("rij"), condition: condition, value: value)
    }
    let rows = [
      row(online), row(.any([online, minor])), row(.all([online, minor])), row(.not(.always)), row(minor),
      row(.isKnown(variable: "crime")), row(.isIn(variable: "crime", values: ["notAsked"])),
      row(theft, .share(of: .isKnown(variable: "crime"), decimals: 0)),
      row(.always, .summary(.mean, variable: "age", unit: .named(LocalizedText("jaar")), decimals: 0)),
    ]
    #expect(
      try words(figure(.series(rows))) == [
        ["q", "q", "1"], ["0", "0", "1"], ["q", "q", "q"], ["0", "0", "0"], ["0", "0", "q"], ["q", "2", "2"],
        ["1", "0", "0"], ["q", "100", "50"], ["10", "20", "q"],
      ])
  }

  @Test func `a question without years was always asked`() throws {
    var cases = cases
    cases.columns.set(
      .category([0, 0, 0, 0, 0]),
      for: Variable(
        name: "sex", kind: .category, label: LocalizedText("geslacht"),
        categories: [Category(code: "f", label: LocalizedText("f"))]))
    cases.columns.set(
      .number(Array(repeating: NumberValue(.unknown).packed, count: 5)),
      for: Variable(
        name: "height", kind: .number(unit: LocalizedText("cm"), decimals: 0, minimum: 0, maximum: 250),
        label: LocalizedText("lengte")))
    let rows: [Condition] = [
      .isKnown(variable: "sex"), .isKnown(variable: "height"), .compares(variable: "height", .more, 100),
      .isIn(variable: "sex", values: ["f"]), .isIn(variable: "sex", values: []),
    ]
    let series = rows.map { Figure.Series(label: LocalizedText("rij"), condition: $0) }
    let zeros = Array(repeating: CellValue.exact(Quantity(0)), count: 3)
    #expect(
      try figure(.series(series)).tabulated(over: cases).cells.map { $0.map(\.value) } == rows.map { _ in zeros })
  }

  @Test func `a filter that cannot hold in a year leaves nothing to ask`() throws {
    let filtered = figure(
      .dimension(.init(variable: "crime", name: LocalizedText("delict"), order: ["theft"])),
      filter: .compares(variable: "age", .atLeast, 0), rowTotal: true)
    #expect(try words(filtered) == [["q", "1", "q"], ["1", "1", "q"]])
  }

  @Test func `a mean of a question that was gone was not asked`() throws {
    var withAge = figure(.dimension(crimes))
    withAge.counted.summaries = [
      .init(
        kind: .mean, variable: "age", label: LocalizedText("leeftijd"), measure: LocalizedText("leeftijd"),
        unit: .named(LocalizedText("jaar")), decimals: 0)
    ]
    #expect(try words(withAge)[3] == ["10", "20", "q"])
  }

  @Test func `sets ask each of their members`() throws {
    var sets = cases
    sets.columns.set(
      .set([0, 1, 0, 0, 0]),
      for: Variable(
        name: "forms", kind: .set, label: LocalizedText("vormen"),
        categories: [
          Category(code: "old", label: LocalizedText("old"), validTo: 2016),
          Category(code: "new", label: LocalizedText("new"), validFrom: 2016),
        ]))
    func row(_ condition: Condition) -> Figure.Series { .init(label: LocalizedText("rij"), condition: condition) }
    let both = ["old", "new"]
    let table = try figure(
      .series([
        row(.hasAny(variable: "forms", values: both)), row(.hasAll(variable: "forms", values: both)),
        row(.hasOnly(variable: "forms", values: ["new"])),
      ])
    ).tabulated(over: sets)
    func zeros(_ row: Int) -> [CellValue] { table.cells[row].map(\.value) }
    let (zero, one) = (CellValue.exact(Quantity(0)), CellValue.exact(Quantity(1)))
    #expect(zeros(0) == [zero, one, zero])
    #expect(zeros(1) == [.notAsked, zero, .notAsked])
    #expect(zeros(2) == [.notAsked, zero, zero])
  }

  @Test func `outside its list a top shows totals only, and its numbers stay`() throws {
    let dimension = Figure.Dimension(
      variable: "year", name: LocalizedText("jaar"), order: ["2016", "2015"], alsoInTotal: ["2015"])
    let crime = Figure.Dimension(variable: "crime", name: LocalizedText("delict"), order: ["theft"])
    var top = figure(
      .top(dimension, places: 1, rankMeasure: LocalizedText("p"), totalRankMeasure: LocalizedText("p")), by: [crime])
    top.counted.columnTotal = .init(label: LocalizedText("alle"), basis: .base)
    let table = try top.tabulated(over: cases)
    #expect(table.shape.rows.map(\.key) == ["2016", "2015"])
    #expect(table.cells[1].map(\.value) == [.notAsked, .exact(Quantity(1))])
    #expect(table.cells[0].map(\.rank) == [1, 1])
    #expect(table.cells[1].map(\.rank) == [nil, nil])
    #expect(table.cells[1].map(\.rung) == [.linked, .linked])
  }
}
