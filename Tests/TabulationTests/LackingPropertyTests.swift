import Testing

@testable import Model
@testable import Tabulation

/// What a table says when deliveries lack, laid beside the table of the same world with everything delivered.
struct LackingPropertyTests {
  typealias World = InventedWorld

  /// Which deliveries of the world are not there, or only in part.
  private struct Loss {
    var missing: [DeliveryGrid.Entry] = []
    var partly: [DeliveryGrid.Entry] = []

    init(using generator: inout SeededGenerator) {
      for source in World.monitor.sources {
        for year in World.monitor.years {
          if generator.chance(0.25) {
            missing.append(.init(source: source.name, year: year, state: generator.pick([.late, .asked, .withdrawn])))
          } else if generator.chance(0.1) {
            partly.append(.init(source: source.name, year: year, state: .partly))
          }
        }
      }
    }

    var grid: DeliveryGrid {
      let monitor = World.monitor
      return DeliveryGrid(
        years: monitor.years,
        entries: monitor.sources.flatMap { source in
          monitor.years.map { year in
            (missing + partly).first { $0.source == source.name && $0.year == year }
              ?? .init(source: source.name, year: year, state: .delivered)
          }
        }, contradicted: [])
    }

    func holds(_ row: World.Row, among entries: [DeliveryGrid.Entry]) -> Bool {
      entries.contains { $0.source == World.monitor.sources[row.source].name && $0.year == row.year }
    }
  }

  @Test(arguments: 0..<12)
  func `a number that is not marked is the number with everything delivered`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var (same, provisional, absent) = (0, 0, 0)
    for _ in 0..<10 {
      let world = World(using: &generator)
      let loss = Loss(using: &generator)
      let there = world.keeping { row in
        !loss.holds(row, among: loss.missing)
          && !(loss.holds(row, among: loss.partly) && generator.chance(0.5))
      }
      let (all, some) = (try world.cases(), try there.cases())
      var lacking = LackingDeliveries(on: loss.grid, of: World.monitor)
      for _ in 0..<6 {
        let figure = Self.figure(using: &generator)
        let (whole, raw) = (try figure.tabulated(over: all), try figure.tabulated(over: some))
        let marked = lacking.marked(raw, of: figure)
        for row in raw.cells.indices {
          for column in raw.cells[row].indices {
            let (before, after) = (raw.cells[row][column].value, marked.cells[row][column].value)
            let place = Comment(rawValue: "seed \(seed), \(figure.numbers), row \(row), column \(column), \(loss)")
            if after == before {
              #expect(whole.cells[row][column].value == before, place)
              #expect(whole.cells[row][column].base == raw.cells[row][column].base, place)
              same += 1
            } else if let quantity = before.quantity, after == .provisional(quantity) {
              provisional += 1
            } else {
              #expect(after == .notDelivered, place)
              #expect(before.quantity.map { $0.numerator == 0 } ?? true, place)
              absent += 1
            }
          }
        }
      }
    }
    // Neither everything nor nothing is marked.
    #expect(min(same, provisional, absent) > 20)
  }

  @Test func `with everything delivered a table stays as it is`() throws {
    var generator = SeededGenerator(seed: 4)
    let cases = try World(using: &generator).cases()
    let grid = DeliveryGrid(
      years: 2018...2019,
      entries: World.monitor.sources.flatMap { source in
        (2018...2019).map { .init(source: source.name, year: $0, state: $0 == 2018 ? .delivered : .nothing) }
      }, contradicted: [])
    var lacking = LackingDeliveries(on: grid, of: World.monitor)
    for _ in 0..<50 {
      let figure = Self.figure(using: &generator)
      let table = try figure.tabulated(over: cases)
      #expect(lacking.marked(table, of: figure) == table)
    }
  }

  // MARK: Figures

  private static let axes: [(String, [String])] = [
    ("forms", ["sexual", "labour", "unknown"]), ("country", ["NL", "PL", "unknown", "notAsked"]),
    ("region", ["home", "abroad", "unknown"]), ("main", ["sexual", "labour"]),
    ("first", ["police", "care", "unknown"]),
    ("firstGroup", ["police", "kmar", "care"]), ("reporters", ["police", "kmar", "care"]),
    ("origins", ["politie", "kmar", "zorg", "opvang"]), ("units", ["north", "south"]), ("minor", ["minor", "adult"]),
    ("visibleFilled", ["yes", "no", "unknown"]),
  ]

  private static func dimension(using generator: inout SeededGenerator) -> Figure.Dimension {
    let (variable, order) = generator.pick(axes)
    guard generator.chance(0.2) else {
      return .init(variable: variable, name: LocalizedText(variable), order: order)
    }
    return .init(
      variable: variable, name: LocalizedText(variable), order: [],
      pools: [.init(label: LocalizedText("samen"), codes: Array(order.prefix(2)))])
  }

  private static func condition(using generator: inout SeededGenerator, depth: Int = 2) -> Condition {
    if depth > 0, generator.chance(0.5) {
      let parts = (0..<2).map { _ in condition(using: &generator, depth: depth - 1) }
      return generator.pick([.all(parts), .any(parts), .not(parts[0])])
    }
    let groups = ["police", "kmar", "care"]
    return generator.pick([
      .hasAny(variable: "reporters", values: [generator.pick(groups)]),
      .hasAll(variable: "reporters", values: [generator.pick(groups), generator.pick(groups)]),
      .hasOnly(variable: "reporters", values: [generator.pick(groups)]),
      .isIn(variable: "reporters", values: [generator.pick(groups)]),
      .hasAny(variable: "origins", values: ["opvang"]), .isIn(variable: "firstGroup", values: [generator.pick(groups)]),
      .isIn(variable: "first", values: ["care"]), .isIn(variable: "region", values: ["abroad"]),
      .isKnown(variable: "region"), .isIn(variable: "main", values: ["sexual"]),
      .hasAny(variable: "units", values: ["north"]), .isKnown(variable: "units"),
      .isIn(variable: "country", values: ["unknown"]), .isIn(variable: "country", values: ["notAsked"]),
      .compares(variable: "age", .less, 18), .isIn(variable: "minor", values: ["adult"]),
      .compares(variable: "times", .more, 1), .compares(variable: "youngest", .less, 15),
      .isIn(variable: "visibleFilled", values: ["yes"]), .compares(variable: "year", .atLeast, 2019),
      .isIn(variable: "year", values: ["2018"]), .always,
    ])
  }

  static func figure(using generator: inout SeededGenerator) -> Figure {
    let repeats = generator.pick([
      RepeatScope.oncePerYear, .oncePerYear, .everyTime, .everyTimeAgain, .oncePerYearTogether(variable: "age"),
      .oncePerYearPer(variable: "reporters"), .oncePerYearPer(variable: "units"),
    ])
    let bases = Figure.Total.Basis.allCases
    let populations: [Figure.Population] = [.remaining, .remaining, .all, .after(rule: "border-only")]
    let statistics: [Figure.Statistic] = [.count, .count, .shareOfColumn(decimals: 1), .shareOfRow(decimals: 1)]
    var panels = generator.chance(0.7) ? [year] : []
    if generator.chance(0.4) { panels.append(dimension(using: &generator)) }
    let rows: Figure.Counted.Rows =
      generator.chance(0.6)
      ? .dimension(dimension(using: &generator)) : .series((0..<3).map { _ in series(using: &generator) })
    return Figure(
      id: "fig", title: LocalizedText("figuur"), measure: LocalizedText("gevallen"),
      unit: UnitOfCount(name: "unit", label: LocalizedText("gevallen"), repeats: repeats),
      numbers: .counted(
        .init(
          population: generator.pick(populations),
          filter: generator.chance(0.4) ? condition(using: &generator) : nil, rows: rows, panels: panels,
          rowTotal: .init(label: LocalizedText("alle"), basis: generator.pick(bases)),
          columnTotal: .init(label: LocalizedText("alle"), basis: generator.pick(bases)),
          statistic: generator.pick(statistics), summaries: generator.chance(0.3) ? means : [])))
  }

  private static let year = Figure.Dimension(variable: "year", name: LocalizedText("jaar"), order: ["2018", "2019"])

  private static let means = Figure.SummaryRow.Kind.allCases.map {
    Figure.SummaryRow(
      kind: $0, variable: "age", label: LocalizedText("leeftijd"), measure: LocalizedText("leeftijd"),
      unit: .named(LocalizedText("jaar")), decimals: 1)
  }

  private static func series(using generator: inout SeededGenerator) -> Figure.Series {
    let value: Figure.SeriesValue = generator.pick([
      .count, .count, .share(of: condition(using: &generator), decimals: 1),
      .summary(.mean, variable: "age", unit: .named(LocalizedText("jaar")), decimals: 1),
    ])
    return Figure.Series(
      label: LocalizedText("reeks"), condition: condition(using: &generator),
      population: generator.pick([nil, .all, .remaining]), value: value)
  }
}
