@testable import Model
import Testing

@testable import Tabulation

private typealias M = CountMonitor

/// Clients by kind and sex in two years, drawn at random; some cells were not delivered.
private struct RandomDelivery {
  /// By year, kind and sex; nil: not delivered.
  var numbers: [Int: [[Int?]]] = [:]

  init(seed: UInt64, missing: Double) {
    var generator = SeededGenerator(seed: seed)
    for year in [2023, 2024] {
      numbers[year] = (0..<5).map { _ in
        (0..<2).map { _ in generator.chance(missing) ? nil : Int.random(in: 0...40, using: &generator) }
      }
    }
  }

  var counts: [ReportedCounts] {
    let cells = [2023, 2024].flatMap { year in
      (numbers[year] ?? []).enumerated().flatMap { kind, line in
        line.enumerated().map { sex, number in
          ReportedCell(
            CountPlace(table: "clients", year: year, words: [kind, sex]),
            number.map { .number(Quantity($0)) } ?? .notDelivered, sourceRow: 2)
        }
      }
    }
    return [M.delivery("care", "2024", cells)]
  }

  /// The obvious sum: nil when one of its parts is missing.
  func sum(_ year: Int, kinds: [Int], sexes: [Int]) -> Int? {
    var sum = 0
    for kind in kinds {
      for sex in sexes {
        guard let number = numbers[year]?[kind][sex] else { return nil }
        sum += number
      }
    }
    return sum
  }
}

private func clients(panels: [Figure.Dimension], statistic: Figure.Statistic = .count) -> Figure {
  Figure(
    id: "fig-1", title: LocalizedText("Clients"), measure: LocalizedText("clients"), unit: M.unit,
    numbers: .delivered(
      .init(
        rows: .dimension(
          .init(variable: "kind", name: LocalizedText("kind"), order: ["sexual", "labour", "other", "unknown"]),
          of: .init(source: "care", table: "clients", fixed: [.init(variable: "year", code: "2024")]),
          total: .init(label: LocalizedText("Total"))),
        panels: panels, columnTotal: .init(label: LocalizedText("Both"), basis: .base), statistic: statistic)))
}

private let sex = Figure.Dimension(variable: "sex", name: LocalizedText("sex"), order: ["woman", "man"])
/// Words of each row of the figure, the total last: two of them stand for one code.
private let kindsOfRow = [[0, 1], [2], [3], [4], [0, 1, 2, 3, 4]]

struct DeliveredPropertyTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `every cell is the obvious sum of its parts, and not delivered when one of them is`(_ seed: UInt64) throws {
    let delivery = RandomDelivery(seed: seed, missing: seed.isMultiple(of: 2) ? 0 : 0.15)
    let table = try clients(panels: [sex]).tabulated(over: delivery.counts, in: M.monitor)
    for (row, kinds) in kindsOfRow.enumerated() {
      for (column, sexes) in [[0], [1], [0, 1]].enumerated() {
        let expected = delivery.sum(2024, kinds: kinds, sexes: sexes)
        #expect(table.cells[row][column].value == expected.map { .exact(Quantity($0)) } ?? .notDelivered)
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `with everything delivered, shares of a column add up to a hundred`(_ seed: UInt64) throws {
    let delivery = RandomDelivery(seed: seed, missing: 0)
    let table = try clients(panels: [sex], statistic: .shareOfColumn(decimals: 1))
      .tabulated(over: delivery.counts, in: M.monitor)
    for column in table.shape.columns.indices {
      let shares = table.cells.dropLast().compactMap { $0[column].value.quantity?.value }
      #expect(abs(shares.reduce(0, +) - 100) < 1e-9)
      #expect(table.cells.last?[column].value.quantity?.plain == "100.0")
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the order of cells in a file does not matter, and a trace names the parts that add up`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let delivery = RandomDelivery(seed: seed, missing: 0.1).counts[0]
    let shuffled = [M.delivery("care", "2024", delivery.cells.shuffled(using: &generator))]
    let figure = clients(panels: [sex])
    let table = try figure.tabulated(over: shuffled, in: M.monitor)
    #expect(try figure.tabulated(over: [delivery], in: M.monitor) == table)
    for (row, header) in table.shape.rows.enumerated() {
      let trace = try figure.trace(row: header.key, column: "total", over: shuffled, in: M.monitor)
      guard let number = table.cells[row][2].value.quantity else {
        #expect(trace.absence == .notDelivered)
        continue
      }
      #expect(trace.sum == number)
      #expect(trace.parts.compactMap(\.number).reduce(0) { $0 + $1.numerator } == number.numerator)
    }
  }
}
