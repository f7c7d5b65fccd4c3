import Disclosure
import Invented
import Model
import Testing

@testable import Charts

/// Lengths and heights are the numbers: read back from the drawing, in every panel, on one scale that begins at zero.
@Suite struct HonestScaleTests {
  /// Counts without a sign or an interval, in one panel or two, with or without a total.
  static func table(_ seed: UInt64, _ chart: ChartKind) -> InventedTable {
    var generator = SplitMix(seed: seed)
    let columnCount = Int.random(in: 2...7, using: &generator)
    let scale = [40, 900, 60_000, 20_000_000].randomElement(using: &generator) ?? 40
    let rows = (0..<Int.random(in: 2...6, using: &generator)).map { index in
      (
        "Soort \(index)",
        (0..<columnCount).map { _ in
          Cell(.exact(Quantity(Int.random(in: scale / 4...scale, using: &generator))), rung: .observed)
        }
      )
    }
    var table = InventedTable(chart: chart, rows: rows, columns: (0..<columnCount).map { String(2019 + $0) })
    if columnCount > 3, chart == .stackedBars, Bool.random(using: &generator) {
      table.panelOf = (0..<columnCount).map { $0 < 2 ? 0 : 1 }
      table.panels = [LocalizedText(nl: "jaar", en: "year"), LocalizedText(nl: "vorm", en: "form")]
    }
    return table
  }

  /// Whether lengths are the numbers times one factor, to what is lost by writing a tenth of a unit.
  private func areProportional(_ lengths: [Double], to numbers: [Double]) -> Bool {
    let (lengths, numbers) = (lengths.sorted(), numbers.sorted())
    guard lengths.count == numbers.count, let longest = lengths.last, let largest = numbers.last, largest > 0 else {
      return false
    }
    return zip(lengths, numbers).allSatisfy { abs($0 - $1 / largest * longest) <= 0.2 }
  }

  /// A square of the key beside or above stacks.
  private func isKey(_ box: Box) -> Bool {
    let (width, height) = (box.right - box.left, box.bottom - box.top)
    return abs(width - height) < 0.05 && (abs(width - 13) < 0.05 || abs(width - 15) < 0.05)
  }

  @Test(arguments: 0..<60) func `parts of stacks are as long as their numbers`(_ seed: Int) throws {
    let table = Self.table(UInt64(seed), .stackedBars)
    let data = table.data()
    let numbers = data.series.flatMap { row in data.columns.compactMap { data.value(row, $0) } }
    let chart = try #require(Chart(of: table.published, in: .nl))
    for drawing in [chart.wide, chart.narrow] {
      let geometry = try #require(ChartGeometry(svg: drawing.rendered))
      let parts = geometry.areas.filter { !isKey($0) }
      let isLying = Set(parts.map { coordinate($0.bottom - $0.top) }).count == 1
      let lengths = parts.map { isLying ? $0.right - $0.left : $0.bottom - $0.top }
      #expect(areProportional(lengths, to: numbers), "seed \(seed), \(drawing == chart.wide ? "wide" : "narrow")")
    }
  }

  @Test(arguments: 0..<60) func `ranked bars are as long as their numbers`(_ seed: Int) throws {
    let table = Self.table(UInt64(seed), .rankedBars)
    let data = table.data()
    let column = try #require(data.mainColumn)
    let chart = try #require(Chart(of: table.published, in: .nl))
    for drawing in [chart.wide, chart.narrow] {
      let geometry = try #require(ChartGeometry(svg: drawing.rendered))
      let lengths = geometry.areas.map { $0.right - $0.left }
      #expect(areProportional(lengths, to: data.series.compactMap { data.value($0, column) }), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60) func `points of lines stand as high above zero as their numbers`(_ seed: Int) throws {
    let table = Self.table(UInt64(seed), .lines)
    let data = table.data()
    let chart = try #require(Chart(of: table.published, in: .nl))
    let wide = try #require(ChartGeometry(svg: chart.wide.rendered))
    let numbers = data.series.flatMap { row in data.columns.compactMap { data.value(row, $0) } }
    let foot = try #require(wide.baselines.first)
    #expect(areProportional(wide.markers.map { foot - ($0.top + $0.bottom) / 2 }, to: numbers), "seed \(seed)")
    let narrow = try #require(ChartGeometry(svg: chart.narrow.rendered))
    let feet = narrow.baselines.sorted()
    #expect(feet.count == data.series.count)
    let heights = narrow.markers.map { marker -> Double in
      let middle = (marker.top + marker.bottom) / 2
      return (feet.first { $0 >= middle - 0.1 } ?? 0) - middle
    }
    #expect(areProportional(heights, to: numbers), "seed \(seed), narrow")
  }

  @Test(arguments: [ChartKind.stackedBars, .lines, .rankedBars, .topTable])
  func `a table with a number below zero has no picture, since no scale begins there`(_ kind: ChartKind) {
    var table = InventedTable.plain(kind)
    #expect(Chart(of: table.published, in: .nl) != nil)
    table.rows[0].cells[1] = Cell(.exact(Quantity(-20)), rung: .observed)
    #expect(Chart(of: table.published, in: .nl) == nil && Thumbnail(of: table.published) == nil)
  }
}
