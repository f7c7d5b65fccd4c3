import Model
import Testing

@testable import Charts

/// Stacks are measured from the scale: a plot of 300 from 44 to 344, the names of the parts beside the last bar.
@Suite struct StackedBarsTests {
  private func drawing(_ table: InventedTable, in language: Language = .nl) -> Drawing {
    StackedBars(table.data(in: language), prefix: "p").drawing
  }

  /// The scale runs to 60, so a visitor is 5 units high; the total bar has a scale of its own, 3 units a visitor.
  @Test func `parts stack from the last row up, with the total beside them on its own scale`() {
    expectDrawn(
      drawing(.plain(.stackedBars)),
      """
      920 x 370
      baseline 25.6 344 - 325.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 325.6 244
      "20" 19.6 248, 12 end tick
      grid 25.6 144 - 325.6 144
      "40" 19.6 148, 12 end tick
      grid 25.6 44 - 325.6 44
      "60" 19.6 48, 12 end tick
      "jaar" 175.6 16, 13 middle heading
      area s0-0 50.6 194, 100 x 150
      "30" 100.6 273.3, 12 middle value on-s0 halo-s0
      area s1-1 50.6 144, 100 x 50
      "10" 100.6 173.3, 12 middle value on-s1 halo-s1
      "40" 100.6 138, 13 middle total bold
      "2020" 100.6 362, 12.5 middle label
      area s0-0 200.6 144, 100 x 200
      "40" 250.6 248.3, 12 middle value on-s0 halo-s0
      area s1-1 200.6 44, 100 x 100
      "20" 250.6 98.3, 12 middle value on-s1 halo-s1
      "60" 250.6 38, 13 middle total bold
      "2021" 250.6 362, 12.5 middle label
      "2020-2021" 474.1 38, 13 end heading bold
      area s1-1 359.6 50, 13 x 13
      "Kinderen" 379.6 60.5, 13 label
      "30" 474.1 60.5, 13 end value
      area s0-0 359.6 72, 13 x 13
      "Ouderen" 379.6 82.5, 13 label
      "70" 474.1 82.5, 13 end value
      baseline 379.6 94 - 474.1 94
      "Totaal" 379.6 112, 13 total bold
      "100" 474.1 112, 13 end total bold
      """)
  }

  @Test func `a table without totals names its parts beside the last bar and calls no scale its own`() {
    let table = InventedTable(rows: [("A", InventedTable.counts(10, 20)), ("B", InventedTable.counts(30, 40))])
    expectDrawn(
      drawing(table),
      """
      920 x 370
      baseline 25.6 344 - 325.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 325.6 244
      "20" 19.6 248, 12 end tick
      grid 25.6 144 - 325.6 144
      "40" 19.6 148, 12 end tick
      grid 25.6 44 - 325.6 44
      "60" 19.6 48, 12 end tick
      "jaar" 175.6 16, 13 middle heading
      area s0-0 50.6 194, 100 x 150
      "30" 100.6 273.3, 12 middle value on-s0 halo-s0
      area s1-1 50.6 144, 100 x 50
      "10" 100.6 173.3, 12 middle value on-s1 halo-s1
      "2020" 100.6 362, 12.5 middle label
      area s0-0 200.6 144, 100 x 200
      "40" 250.6 248.3, 12 middle value on-s0 halo-s0
      area s1-1 200.6 44, 100 x 100
      "20" 250.6 98.3, 12 middle value on-s1 halo-s1
      "2021" 250.6 362, 12.5 middle label
      area s1-1 359.6 28, 13 x 13
      "A" 379.6 38.5, 13 label
      area s0-0 359.6 50, 13 x 13
      "B" 379.6 60.5, 13 label
      """)
  }

  @Test func `panels stand beside each other on one scale, with a gap of 30 between them`() {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(10, 5, 15)), ("Totaal", InventedTable.counts(10, 5, 15))],
      columns: ["noord", "zuid", "alle"], panelOf: [0, 1, 1],
      panels: [LocalizedText("wijk"), LocalizedText("stad")])
    expectDrawn(
      drawing(table),
      """
      920 x 370
      baseline 25.6 344 - 505.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 505.6 244
      "5" 19.6 248, 12 end tick
      grid 25.6 144 - 505.6 144
      "10" 19.6 148, 12 end tick
      grid 25.6 44 - 505.6 44
      "15" 19.6 48, 12 end tick
      "wijk" 100.6 16, 13 middle heading
      area s0-0 50.6 144, 100 x 200
      "10" 100.6 138, 13 middle total bold
      "noord" 100.6 362, 12.5 middle label
      "stad" 355.6 16, 13 middle heading
      area s0-0 230.6 244, 100 x 100
      "5" 280.6 238, 13 middle total bold
      "zuid" 280.6 362, 12.5 middle label
      area s0-0 380.6 44, 100 x 300
      "15" 430.6 38, 13 middle total bold
      "alle" 430.6 362, 12.5 middle label
      """)
  }

  /// A box of 15 in a step of 16 on top of the stack, with the mark of the lowest part that has no number.
  @Test func `parts without a number are one open box on the stack, which claims no height`() {
    let table = InventedTable(
      rows: [
        ("A", InventedTable.cells(.suppressed(.primary))), ("B", InventedTable.cells(.notApplicable)),
        ("C", InventedTable.counts(40)), ("D", InventedTable.counts(0)), ("Totaal", InventedTable.counts(100)),
      ], columns: ["2020"])
    expectDrawn(
      drawing(table),
      """
      920 x 370
      baseline 32.3 344 - 182.3 344
      "0" 26.3 348, 12 end tick
      grid 32.3 284 - 182.3 284
      "20" 26.3 288, 12 end tick
      grid 32.3 224 - 182.3 224
      "40" 26.3 228, 12 end tick
      grid 32.3 164 - 182.3 164
      "60" 26.3 168, 12 end tick
      grid 32.3 104 - 182.3 104
      "80" 26.3 108, 12 end tick
      grid 32.3 44 - 182.3 44
      "100" 26.3 48, 12 end tick
      "jaar" 107.3 16, 13 middle heading
      area s1-1 57.3 224, 100 x 120
      "40" 107.3 288.3, 12 middle value on-s1 halo-s1
      withheld 57.3 208, 100 x 15
      "–" 107.3 220, 12 middle value
      "100" 107.3 202, 13 middle total bold
      "2020" 107.3 362, 12.5 middle label
      area s3-3 216.3 28, 13 x 13
      "A" 236.3 38.5, 13 label
      area s2-2 216.3 50, 13 x 13
      "B" 236.3 60.5, 13 label
      area s1-1 216.3 72, 13 x 13
      "C" 236.3 82.5, 13 label
      area s0-0 216.3 94, 13 x 13
      "D" 236.3 104.5, 13 label
      """)
  }

  @Test func `an estimate has its interval on the bar and its number above the interval`() {
    let table = InventedTable(rows: [("A", InventedTable.cells(InventedTable.estimate))], columns: ["2020"])
    expectDrawn(
      drawing(table, in: .en),
      """
      920 x 370
      baseline 32.3 344 - 182.3 344
      "0" 26.3 348, 12 end tick
      grid 32.3 244 - 182.3 244
      "50" 26.3 248, 12 end tick
      grid 32.3 144 - 182.3 144
      "100" 26.3 148, 12 end tick
      grid 32.3 44 - 182.3 44
      "150" 26.3 48, 12 end tick
      "year" 107.3 16, 13 middle heading
      area s0-0 57.3 144, 100 x 200
      interval M102.3 184L112.3 184M107.3 184L107.3 84M102.3 84L112.3 84
      "100" 107.3 78, 13 middle total bold
      "2020" 107.3 362, 12.5 middle label
      """)
  }

  @Test func `a series breaks at the left edge of the slot of the first year that differs`() {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(10, 20))],
      breaks: [.init(year: 2021, reason: LocalizedText(nl: "Anders geteld.", en: "Counted otherwise."))])
    expectDrawn(
      drawing(table, in: .en),
      """
      920 x 388
      baseline 25.6 362 - 325.6 362
      "0" 19.6 366, 12 end tick
      grid 25.6 287 - 325.6 287
      "5" 19.6 291, 12 end tick
      grid 25.6 212 - 325.6 212
      "10" 19.6 216, 12 end tick
      grid 25.6 137 - 325.6 137
      "15" 19.6 141, 12 end tick
      grid 25.6 62 - 325.6 62
      "20" 19.6 66, 12 end tick
      "year" 175.6 16, 13 middle heading
      area s0-0 50.6 212, 100 x 150
      "10" 100.6 206, 13 middle total bold
      "2020" 100.6 380, 12.5 middle label
      area s0-0 200.6 62, 100 x 300
      "20" 250.6 56, 13 middle total bold
      "2021" 250.6 380, 12.5 middle label
      break: “From 2021 not comparable with before: Counted otherwise.”
      break: break-line 175.6 32 - 175.6 362
      break: "≠" 175.6 36, 14 middle tick halo-page
      """)
  }

  /// Twelve columns leave slots of some 40 units: numbers wider than their bar are not written on it.
  @Test func `names of columns break where they would run into their neighbours`() {
    let columns = (1...12).map { $0 == 6 ? "Noord-Holland en Utrecht" : "K\($0)" }
    let counts = InventedTable.counts(1000, 1000, 1000, 1000, 1000, 10_000, 1000, 1000, 1000, 1000, 1000, 20)
    let table = InventedTable(rows: [("A", counts), ("B", counts)], columns: columns)
    let drawn = told(drawing(table))
    expectTold(
      drawn.filter { $0.hasSuffix("label") || $0.contains("on-s") },
      """
      "1.000" 83.3 340.8, 12 middle value on-s0 halo-s0
      "1.000" 83.3 325.8, 12 middle value on-s1 halo-s1
      "K1" 83.3 362, 12.5 middle label
      "1.000" 150.3 340.8, 12 middle value on-s0 halo-s0
      "1.000" 150.3 325.8, 12 middle value on-s1 halo-s1
      "K2" 150.3 362, 12.5 middle label
      "1.000" 217.2 340.8, 12 middle value on-s0 halo-s0
      "1.000" 217.2 325.8, 12 middle value on-s1 halo-s1
      "K3" 217.2 362, 12.5 middle label
      "1.000" 284.2 340.8, 12 middle value on-s0 halo-s0
      "1.000" 284.2 325.8, 12 middle value on-s1 halo-s1
      "K4" 284.2 362, 12.5 middle label
      "1.000" 351.1 340.8, 12 middle value on-s0 halo-s0
      "1.000" 351.1 325.8, 12 middle value on-s1 halo-s1
      "K5" 351.1 362, 12.5 middle label
      "10.000" 418 273.3, 12 middle value on-s0 halo-s0
      "10.000" 418 123.3, 12 middle value on-s1 halo-s1
      "Noord-Holland en" 418 362, 12.5 middle label
      "Utrecht" 418 377, 12.5 middle label
      "1.000" 485 340.8, 12 middle value on-s0 halo-s0
      "1.000" 485 325.8, 12 middle value on-s1 halo-s1
      "K7" 485 362, 12.5 middle label
      "1.000" 551.9 340.8, 12 middle value on-s0 halo-s0
      "1.000" 551.9 325.8, 12 middle value on-s1 halo-s1
      "K8" 551.9 362, 12.5 middle label
      "1.000" 618.9 340.8, 12 middle value on-s0 halo-s0
      "1.000" 618.9 325.8, 12 middle value on-s1 halo-s1
      "K9" 618.9 362, 12.5 middle label
      "1.000" 685.8 340.8, 12 middle value on-s0 halo-s0
      "1.000" 685.8 325.8, 12 middle value on-s1 halo-s1
      "K10" 685.8 362, 12.5 middle label
      "1.000" 752.7 340.8, 12 middle value on-s0 halo-s0
      "1.000" 752.7 325.8, 12 middle value on-s1 halo-s1
      "K11" 752.7 362, 12.5 middle label
      "K12" 819.7 362, 12.5 middle label
      "A" 907.2 38.5, 13 label
      "B" 907.2 60.5, 13 label
      """)
  }

  @Test func `a plot grows with the names of its parts`() {
    let columns = (2015...2022).map(String.init)
    let rows = (1...16).map { number in
      ("Een soort bezoek met een lange naam, nummer \(number)", columns.flatMap { _ in InventedTable.counts(number) })
    }
    let drawing = drawing(InventedTable(rows: rows, columns: columns))
    // Sixteen names over two lines of 16 with 6 between them are 608 high, 24 of them beside the words above and below
    // the plot; above it 44, below it 10 and a line of 16.
    #expect(drawing.height == 44 + 16 * 38 - 24 + 26)
    #expect(drawing.width == 920)
    let names = told(drawing).filter { $0.contains("nummer") }
    #expect(names.first?.hasPrefix("\"lange naam, nummer 1\"") == true)
    #expect(names.count == 16)
  }

  /// Lines of 16 around the middle of the part, which the leader ends at; the number stands beside the first.
  @Test func `a name over several lines is centred beside its part`() {
    let columns = (2015...2022).map(String.init)
    let table = InventedTable(
      rows: [("Een soort bezoek met een lange naam die breekt", columns.flatMap { _ in InventedTable.counts(10) })],
      columns: columns)
    let names = told(drawing(table)).suffix(5)
    expectTold(
      Array(names),
      """
      "10" 742.5 38, 13 middle total bold
      "2021" 742.5 362, 12.5 middle label
      area s0-0 810.9 44, 83.8 x 300
      "10" 852.8 38, 13 middle total bold
      "2022" 852.8 362, 12.5 middle label
      """)
  }

  @Test func `every texture that is used is defined once`() {
    let table = InventedTable(
      rows: [
        ("unknown", InventedTable.counts(1)), ("notAsked", InventedTable.counts(2)), ("A", InventedTable.counts(3)),
      ], columns: ["2020"])
    let wide = drawing(table).definitions.map(\.rendered).joined()
    let narrow = StackedRows(table.data(), prefix: "q").drawing.definitions.map(\.rendered).joined()
    #expect(wide.matches(of: /<pattern id="([^"]*)"/).map { String($0.1) } == ["p-s-unknown-2", "p-s0-0"])
    #expect(narrow.matches(of: /<pattern id="([^"]*)"/).map { String($0.1) } == ["q-s-unknown-2", "q-s0-0"])
  }
}
