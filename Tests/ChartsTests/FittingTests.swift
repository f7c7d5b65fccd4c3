import Disclosure
import Invented
import Model
import Testing

@testable import Charts

/// What fits and what does not, a unit on either side of each limit.
@Suite struct FittingTests {
  /// A plot of 300 units for 300 visitors: a part is as high as its number.
  @Test(arguments: [(14, true), (13, false)])
  func `a number stands on its part when the part is 14 high`(_ part: Int, _ stands: Bool) {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(part)), ("B", InventedTable.counts(300 - part))], columns: ["2020"])
    let drawn = told(StackedBars(table.data(), prefix: "p").drawing)
    #expect(drawn.contains { $0.hasPrefix("\"\(part)\" ") && $0.hasSuffix("on-s1 halo-s1") } == stands)
  }

  /// Bars of a single row have their number above them only.
  @Test func `a bar of one part has no number on it`() {
    let table = InventedTable(rows: [("A", InventedTable.counts(300))], columns: ["2020"])
    #expect(!told(StackedBars(table.data(), prefix: "p").drawing).contains { $0.contains("on-s0") })
  }

  /// The bar of 1000 is 178 units long; three digits of 12.5 are 21.2 wide and need 25.2, which 142 have.
  @Test(arguments: [(143, true), (141, false)])
  func `a number stands in a lying part with 2 to spare on either side`(_ part: Int, _ stands: Bool) {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(part)), ("B", InventedTable.counts(1000 - part))], columns: ["2020"])
    let drawn = told(StackedRows(table.data(), prefix: "p").drawing)
    #expect(drawn.contains { $0.contains("on-s1") } == stands)
  }

  @Test func `names of columns break beside a wide neighbour and run on beside narrow ones`() {
    let columns = ["x", "Gemeenten in het oosten", "Gemeenten in het westen", "x", "Gemeenten in het noorden", "x"]
    let table = InventedTable(rows: [("A", columns.flatMap { _ in InventedTable.counts(1) })], columns: columns)
    let names = told(StackedBars(table.data(), prefix: "p").drawing).filter { $0.hasSuffix("12.5 middle label") }
    #expect(
      names.map { String($0.dropFirst().prefix { $0 != "\"" }) } == [
        "x", "Gemeenten in het", "oosten", "Gemeenten in het", "westen", "x", "Gemeenten in het noorden", "x",
      ])
  }

  /// 23 letters of 7.63 and two capitals of 9.18, 6% wider in bold, are 205.4 wide: within 210, and with one letter more
  /// not.
  @Test func `a bold name of a line has 210 units`() {
    let name = "Ab" + String(repeating: "a", count: 22) + "A"
    #expect(abs(Lettering.width(of: name, size: 13.5, isBold: true) - 205.42) < 0.01)
    let table = InventedTable(chart: .lines, rows: [(name, InventedTable.counts(1, 2))])
    #expect(told(Lines(table.data()).drawing).contains { $0.hasPrefix("\"\(name)\" 706") })
    let wider = name + "a"
    let broken = InventedTable(chart: .lines, rows: [(wider, InventedTable.counts(1, 2))])
    #expect(!told(Lines(broken.data()).drawing).contains { $0.hasPrefix("\"\(wider)\"") })
    let rows = ["A", "B", "C", "D"].map { ($0, InventedTable.counts(1, 1)) }
    var total = InventedTable(chart: .lines, rows: rows + [("Totaal", InventedTable.counts(4, 4))]).published.shape
    total.rows[4].label = LocalizedText(name)
    let cells = rows.map(\.1) + [InventedTable.counts(4, 4)]
    let drawn = told(Lines(ChartData(InventedTable.table(total, cells: cells), in: .nl)).drawing)
    #expect(drawn.contains("\"\(name)\" 706 16, 13.5 total bold"))
  }

  /// A scale to 400 over 320 units, 0.8 a visitor, one column: points below each other at 353.2.
  @Test func `a number stands above its point, from the foot up below it, else beside it, and none on another`() throws
  {
    for values in [
      [400, 363], [400, 300], [400, 390, 354], [400, 390, 380, 370], [400, 40, 10], [400, 40, 16, 15],
    ] {
      let rows = values.enumerated().map { ("r\($0.offset)", InventedTable.counts($0.element)) }
      let table = InventedTable(chart: .lines, rows: rows, columns: ["2020"])
      let chart = try #require(Chart(of: table.published, in: .nl))
      let geometry = try #require(ChartGeometry(svg: chart.wide.rendered))
      let numbers = geometry.words.filter { $0.classes.contains("halo-page") }
      #expect(geometry.complaints == [])
      #expect(Set(numbers.map(\.text)) == Set(values.map(String.init)), "\(values)")
      #expect(numbers.first?.box.bottom ?? 0 < 24 && numbers.first?.text == "400")
    }
  }

  @Test func `small columns are those of the first panel`() {
    let table = InventedTable(
      chart: .rankedBars, rows: [("A", InventedTable.counts(1, 2, 3, 3))], columns: ["2020", "2021", "vrouw", "alle"],
      hasTotalColumn: true, panelOf: [0, 0, 1, nil], panels: [LocalizedText("jaar"), LocalizedText("geslacht")])
    let small = told(RankedBars(table.data()).drawing).filter { $0.hasSuffix("12 middle tick") }
    #expect(
      small == [
        "\"2020\" 869 31, 12 middle tick", "\"2021\" 903 31, 12 middle tick", "\"1\" 869 66, 12 middle tick",
        "\"2\" 903 57.5, 12 middle tick",
      ])
  }

  /// Of 1005 visitors five are 0.46 of 92 units high, three 0.27.
  @Test(arguments: [(5, 2), (3, 1)])
  func `a sliver of a third of a unit is drawn`(_ part: Int, _ pieces: Int) throws {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(part)), ("B", InventedTable.counts(1000))], columns: ["2020"])
    let thumbnail = try #require(Thumbnail(of: table.published))
    guard case .element(_, _, let children) = thumbnail.markup else { return }
    #expect(children.count == pieces)
  }

  @Test func `the scale of models reaches at least to 2`() throws {
    let plot = ModelPlot(
      observed: 80,
      points: [.init(behind: 0, estimate: 150, weight: 1), .init(behind: 0.5, estimate: 200, weight: 0.5)])
    let ticks = told(try #require(plot.chart(in: .nl)).wide).filter { $0.contains(" 347, 12 middle tick") }
    #expect(ticks.map { String($0.dropFirst().prefix { $0 != "\"" }) } == ["0", "1", "2"])
  }

  /// Ten letters of 13.5 are 76.3 wide: with 8 of air the bars begin at 84.3, between the bounds of 44 and 96.
  @Test(arguments: [("aaaaaaaaaa", "84.3"), ("a", "44"), ("aaaaaaaaaaaaa", "96")])
  func `lying stacks begin behind the longest name of a column, within bounds`(_ name: String, _ left: String) {
    let table = InventedTable(rows: [("A", InventedTable.counts(3))], columns: [name])
    let bars = told(StackedRows(table.data(), prefix: "p").drawing).filter {
      $0.hasPrefix("area") && $0.hasSuffix("x 24")
    }
    #expect(bars.map { String($0.dropFirst("area s0-0 ".count).prefix { $0 != " " }) } == [left])
  }

  /// The longest name takes 170 and a gap of 10 follows; a bold name has 172 of these 180 before it breaks.
  @Test(arguments: [(20, 1), (21, 2)])
  func `a name of a top table breaks before it would run into the numbers`(_ letters: Int, _ lines: Int) {
    let name = "B" + String(repeating: "a", count: letters - 1)
    let table = InventedTable(chart: .topTable, rows: [(name, InventedTable.counts(1))], columns: ["2020"])
    let names = told(TopTable(table.data()).drawing).filter { $0.hasSuffix("14 label bold") }
    #expect(names.count == lines)
  }

  @Test func `a miniature has the first panel only`() throws {
    for kind in [ChartKind.lines, .stackedBars] {
      let table = InventedTable(
        chart: kind, rows: [("A", InventedTable.counts(4, 2, 1))], columns: ["2020", "2021", "vrouw"],
        panelOf: [0, 0, 1],
        panels: [LocalizedText("jaar"), LocalizedText("geslacht")])
      let thumbnail = try #require(Thumbnail(of: table.published))
      guard case .element(_, _, let children) = thumbnail.markup else { return }
      #expect(
        children.flatMap(told)
          == (kind == .lines
            ? ["baseline 0 94 - 240 94", "line line-s0 M8 8L232 50"]
            : ["area s0-0 16.8 3, 86.4 x 92", "area s0-0 136.8 49, 86.4 x 46"].map {
              $0.replacing("area s0-0", with: "fill s0")
            }))
    }
  }

  /// Two lines of 17: the numbers of the total stand 17 lower, and so does everything below them.
  @Test func `a total with a long name moves its numbers and all plots down`() {
    let rows = ["A", "B", "C", "D"].map { ($0, InventedTable.counts(10, 5)) }
    let table = InventedTable(chart: .lines, rows: rows + [("Totaal", InventedTable.counts(40, 20))])
    var shape = table.published.shape
    shape.rows[4].label = LocalizedText("Alle soorten bezoek die hier worden geteld")
    let cells = rows.map(\.1) + [InventedTable.counts(40, 20)]
    let drawing = LineMultiples(ChartData(InventedTable.table(shape, cells: cells), in: .nl)).drawing
    let drawn = told(drawing)
    #expect(drawn[2] == "\"40\" 68 55, 13.5 middle total" && drawn[3] == "\"2020\" 68 72, 13 middle tick")
    #expect(drawing.height == 91 + 4 * 140)
  }

  @Test func `an interval of no width is a line of one unit`() throws {
    let forest = MethodForest(
      observed: 80, rows: [.init(label: "A", estimate: 100, inner: 100...100, outer: 100...100, doubt: nil)])
    let drawn = told(try #require(forest.chart(in: .nl)).wide)
    #expect(drawn.contains("fill s5 690 39.5, 1 x 9"))
  }
}
