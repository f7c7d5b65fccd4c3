import Disclosure
import Invented
import Model
import Testing

@testable import Charts

/// A category looks the same wherever it stands, and no two of a chart look alike.
@Suite struct CategoryColoursTests {
  private static let names = (0..<40).map { "Soort \($0)" }

  /// An edition of up to nine charts over the same forty categories, and their names.
  private func edition(_ seed: UInt64) -> [PublishedTable] {
    var generator = SplitMix(seed: seed)
    return (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      let rows = Self.names.shuffled(using: &generator).prefix(Int.random(in: 1...8, using: &generator))
        .map { ($0, InventedTable.counts(3, 4)) }
      let kind = [ChartKind.stackedBars, .lines, .rankedBars].randomElement(using: &generator) ?? .lines
      return InventedTable(chart: kind, rows: Array(rows)).published
    }
  }

  @Test func `hundreds of editions have one colour a category and as many colours in a chart as series`() {
    for seed in 0..<300 {
      let tables = edition(UInt64(seed))
      let colours = CategoryColours(tables)
      var known: [String: String] = [:]
      for table in tables {
        let data = ChartData(table, in: .en, colours: colours)
        guard data.needsColours, data.isColoured else { continue }
        #expect(Set(data.series.map(\.style.fill)).count == data.series.count)
        for series in data.series {
          #expect(series.style.fill != SeriesStyle.fills[0])
          #expect(known[series.label, default: series.style.fill] == series.style.fill)
          known[series.label] = series.style.fill
        }
      }
    }
  }

  @Test func `parts of a stack alternate between dark and light`() {
    let rows = Self.names.prefix(9).map { ($0, InventedTable.counts(1, 2)) }
    let table = InventedTable(rows: Array(rows)).published
    let data = ChartData(table, in: .nl, colours: CategoryColours([table]))
    let places = data.series.compactMap { SeriesStyle.fills.firstIndex(of: $0.style.fill) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 % 2 != $1 % 2 })
  }

  @Test func `more series than there are colours are drawn as bars, which colour does not tell apart`() throws {
    for kind in [ChartKind.stackedBars, .lines] {
      let rows = Self.names.prefix(17).map { ($0, InventedTable.counts(1, 2)) }
      let table = InventedTable(chart: kind, rows: Array(rows)).published
      for colours in [CategoryColours([table]), nil] {
        let chart = try #require(Chart(of: table, in: .nl, colours: colours))
        let geometry = try #require(ChartGeometry(svg: chart.wide.rendered))
        #expect(geometry.complaints == [] && geometry.words.count >= 34)
        #expect(!chart.wide.rendered.contains("fill s3") && !chart.wide.rendered.contains("line-s3"))
      }
    }
  }

  @Test func `a table of too many rows takes no colour from the others`() {
    let many = InventedTable(rows: Self.names.map { ($0, InventedTable.counts(1, 2)) }).published
    let few = InventedTable(chart: .lines, rows: Self.names.suffix(3).map { ($0, InventedTable.counts(1, 2)) })
      .published
    let colours = CategoryColours([many, few])
    #expect(ChartData(few, in: .nl, colours: colours).isColoured)
    #expect(!ChartData(many, in: .nl, colours: colours).isColoured)
  }

  @Test func `a series alone has the colour of its category, or that of bars`() {
    let pair = InventedTable(rows: [("A", InventedTable.counts(1, 2)), ("B", InventedTable.counts(1, 2))]).published
    let (alone, other) = (
      InventedTable(rows: [("A", InventedTable.counts(1, 2))]).published,
      InventedTable(rows: [("C", InventedTable.counts(1, 2))]).published
    )
    let colours = CategoryColours([pair, alone, other])
    let first = ChartData(pair, in: .nl, colours: colours).series[0].style
    #expect(ChartData(alone, in: .nl, colours: colours).series[0].style == first)
    #expect(ChartData(other, in: .nl, colours: colours).series[0].style == SeriesStyle(role: .series(0)))
  }

  @Test func `what is unknown is grey, by its code or by its name`() {
    let table = InventedTable(
      rows: [
        ("unknown", InventedTable.counts(1, 2)), ("A", InventedTable.counts(1, 2)), ("B", InventedTable.counts(1, 2)),
      ]
    ).published
    #expect(ChartData(table, in: .nl, colours: CategoryColours([table])).series[0].style.role == .unknown)
    let named = InventedTable(rows: [("Onbekend", InventedTable.counts(1, 2)), ("A", InventedTable.counts(1, 2))])
      .published
    #expect(ChartData(named, in: .en).series[0].style.role == .unknown)
  }
}
