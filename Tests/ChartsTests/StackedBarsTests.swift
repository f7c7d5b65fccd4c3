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
      baseline 25.6 344 - 281.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 281.6 244
      "20" 19.6 248, 12 end tick
      grid 25.6 144 - 281.6 144
      "40" 19.6 148, 12 end tick
      grid 25.6 44 - 281.6 44
      "60" 19.6 48, 12 end tick
      "jaar" 153.6 16, 13 middle heading
      area s0-0 47.6 194, 84 x 150
      "30" 89.6 273.3, 12 middle value on-s0 halo-s0
      area s1-1 47.6 144, 84 x 50
      "10" 89.6 173.3, 12 middle value on-s1 halo-s1
      "40" 89.6 138, 13 middle total bold
      "2020" 89.6 362, 12.5 middle label
      area s0-0 175.6 144, 84 x 200
      "40" 217.6 248.3, 12 middle value on-s0 halo-s0
      area s1-1 175.6 44, 84 x 100
      "20" 217.6 98.3, 12 middle value on-s1 halo-s1
      "60" 217.6 38, 13 middle total bold
      "2021" 217.6 362, 12.5 middle label
      area s0-0 327.6 134, 52 x 210
      "70" 353.6 243.3, 12 middle value on-s0 halo-s0
      area s1-1 327.6 44, 52 x 90
      "30" 353.6 93.3, 12 middle value on-s1 halo-s1
      "100" 353.6 38, 13 middle total bold
      "2020-2021" 353.6 362, 12.5 middle label
      "eigen schaal" 353.6 16, 12 middle aside
      leader M383.6 89L405.6 89
      area s1-1 409.6 83, 12 x 12
      "30" 471.6 93.5, 13 end value bold
      "Kinderen" 477.6 93.5, 13 label
      leader M383.6 239L405.6 239
      area s0-0 409.6 233, 12 x 12
      "70" 471.6 243.5, 13 end value bold
      "Ouderen" 477.6 243.5, 13 label
      """)
  }

  @Test func `a table without totals names its parts beside the last bar and calls no scale its own`() {
    let table = InventedTable(rows: [("A", InventedTable.counts(10, 20)), ("B", InventedTable.counts(30, 40))])
    expectDrawn(
      drawing(table),
      """
      920 x 370
      baseline 25.6 344 - 281.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 281.6 244
      "20" 19.6 248, 12 end tick
      grid 25.6 144 - 281.6 144
      "40" 19.6 148, 12 end tick
      grid 25.6 44 - 281.6 44
      "60" 19.6 48, 12 end tick
      "jaar" 153.6 16, 13 middle heading
      area s0-0 47.6 194, 84 x 150
      "30" 89.6 273.3, 12 middle value on-s0 halo-s0
      area s1-1 47.6 144, 84 x 50
      "10" 89.6 173.3, 12 middle value on-s1 halo-s1
      "2020" 89.6 362, 12.5 middle label
      area s0-0 175.6 144, 84 x 200
      "40" 217.6 248.3, 12 middle value on-s0 halo-s0
      area s1-1 175.6 44, 84 x 100
      "20" 217.6 98.3, 12 middle value on-s1 halo-s1
      "2021" 217.6 362, 12.5 middle label
      leader M263.6 94L285.6 94
      area s1-1 289.6 88, 12 x 12
      "20" 351.6 98.5, 13 end value bold
      "A" 357.6 98.5, 13 label
      leader M263.6 244L285.6 244
      area s0-0 289.6 238, 12 x 12
      "40" 351.6 248.5, 13 end value bold
      "B" 357.6 248.5, 13 label
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
      baseline 25.6 344 - 439.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 244 - 439.6 244
      "5" 19.6 248, 12 end tick
      grid 25.6 144 - 439.6 144
      "10" 19.6 148, 12 end tick
      grid 25.6 44 - 439.6 44
      "15" 19.6 48, 12 end tick
      "wijk" 89.6 16, 13 middle heading
      area s0-0 47.6 144, 84 x 200
      "10" 89.6 138, 13 middle total bold
      "noord" 89.6 362, 12.5 middle label
      "stad" 311.6 16, 13 middle heading
      area s0-0 205.6 244, 84 x 100
      "5" 247.6 238, 13 middle total bold
      "zuid" 247.6 362, 12.5 middle label
      area s0-0 333.6 44, 84 x 300
      "15" 375.6 38, 13 middle total bold
      "alle" 375.6 362, 12.5 middle label
      leader M421.6 194L443.6 194
      area s0-0 447.6 188, 12 x 12
      "10" 509.6 198.5, 13 end value bold
      "A" 515.6 198.5, 13 label
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
      baseline 32.3 344 - 160.3 344
      "0" 26.3 348, 12 end tick
      grid 32.3 284 - 160.3 284
      "20" 26.3 288, 12 end tick
      grid 32.3 224 - 160.3 224
      "40" 26.3 228, 12 end tick
      grid 32.3 164 - 160.3 164
      "60" 26.3 168, 12 end tick
      grid 32.3 104 - 160.3 104
      "80" 26.3 108, 12 end tick
      grid 32.3 44 - 160.3 44
      "100" 26.3 48, 12 end tick
      "jaar" 96.3 16, 13 middle heading
      area s1-1 54.3 224, 84 x 120
      "40" 96.3 288.3, 12 middle value on-s1 halo-s1
      withheld 54.3 208, 84 x 15
      "–" 96.3 220, 12 middle value
      "100" 96.3 202, 13 middle total bold
      "2020" 96.3 362, 12.5 middle label
      leader M142.3 224L164.3 224
      area s3-3 168.3 218, 12 x 12
      "×" 230.3 228.5, 13 end value bold
      "A" 236.3 228.5, 13 label
      leader M142.3 224L164.3 245
      area s2-2 168.3 239, 12 x 12
      "–" 230.3 249.5, 13 end value bold
      "B" 236.3 249.5, 13 label
      leader M142.3 284L164.3 284
      area s1-1 168.3 278, 12 x 12
      "40" 230.3 288.5, 13 end value bold
      "C" 236.3 288.5, 13 label
      leader M142.3 344L164.3 337.5
      area s0-0 168.3 331.5, 12 x 12
      "0" 230.3 342, 13 end value bold
      "D" 236.3 342, 13 label
      """)
  }

  @Test func `an estimate has its interval on the bar and its number above the interval`() {
    let table = InventedTable(rows: [("A", InventedTable.cells(InventedTable.estimate))], columns: ["2020"])
    expectDrawn(
      drawing(table, in: .en),
      """
      920 x 370
      baseline 32.3 344 - 160.3 344
      "0" 26.3 348, 12 end tick
      grid 32.3 244 - 160.3 244
      "50" 26.3 248, 12 end tick
      grid 32.3 144 - 160.3 144
      "100" 26.3 148, 12 end tick
      grid 32.3 44 - 160.3 44
      "150" 26.3 48, 12 end tick
      "year" 96.3 16, 13 middle heading
      area s0-0 54.3 144, 84 x 200
      interval M91.3 184L101.3 184M96.3 184L96.3 84M91.3 84L101.3 84
      "100" 96.3 78, 13 middle total bold
      "2020" 96.3 362, 12.5 middle label
      leader M142.3 244L164.3 244
      area s0-0 168.3 238, 12 x 12
      "100" 230.3 248.5, 13 end value bold
      "A" 236.3 248.5, 13 label
      """)
  }

  @Test func `a series breaks at the left edge of the slot of the first year that differs`() {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(10, 20))],
      breaks: [.init(year: 2021, reason: LocalizedText(nl: "Anders geteld.", en: "Counted otherwise."))])
    expectDrawn(
      drawing(table, in: .en),
      """
      920 x 370
      baseline 25.6 344 - 281.6 344
      "0" 19.6 348, 12 end tick
      grid 25.6 269 - 281.6 269
      "5" 19.6 273, 12 end tick
      grid 25.6 194 - 281.6 194
      "10" 19.6 198, 12 end tick
      grid 25.6 119 - 281.6 119
      "15" 19.6 123, 12 end tick
      grid 25.6 44 - 281.6 44
      "20" 19.6 48, 12 end tick
      "year" 153.6 16, 13 middle heading
      area s0-0 47.6 194, 84 x 150
      "10" 89.6 188, 13 middle total bold
      "2020" 89.6 362, 12.5 middle label
      area s0-0 175.6 44, 84 x 300
      "20" 217.6 38, 13 middle total bold
      "2021" 217.6 362, 12.5 middle label
      break: “From 2021 not comparable with before: Counted otherwise.”
      break: break-line 153.6 32 - 153.6 344
      break: "≠" 153.6 36, 14 middle tick halo-page
      leader M263.6 194L285.6 194
      area s0-0 289.6 188, 12 x 12
      "20" 351.6 198.5, 13 end value bold
      "A" 357.6 198.5, 13 label
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
      "1.000" 81.5 340.8, 12 middle value on-s0 halo-s0
      "1.000" 81.5 325.8, 12 middle value on-s1 halo-s1
      "K1" 81.5 362, 12.5 middle label
      "1.000" 144.8 340.8, 12 middle value on-s0 halo-s0
      "1.000" 144.8 325.8, 12 middle value on-s1 halo-s1
      "K2" 144.8 362, 12.5 middle label
      "1.000" 208 340.8, 12 middle value on-s0 halo-s0
      "1.000" 208 325.8, 12 middle value on-s1 halo-s1
      "K3" 208 362, 12.5 middle label
      "1.000" 271.3 340.8, 12 middle value on-s0 halo-s0
      "1.000" 271.3 325.8, 12 middle value on-s1 halo-s1
      "K4" 271.3 362, 12.5 middle label
      "1.000" 334.6 340.8, 12 middle value on-s0 halo-s0
      "1.000" 334.6 325.8, 12 middle value on-s1 halo-s1
      "K5" 334.6 362, 12.5 middle label
      "10.000" 397.9 273.3, 12 middle value on-s0 halo-s0
      "10.000" 397.9 123.3, 12 middle value on-s1 halo-s1
      "Noord-Holland" 397.9 362, 12.5 middle label
      "en Utrecht" 397.9 377, 12.5 middle label
      "1.000" 461.1 340.8, 12 middle value on-s0 halo-s0
      "1.000" 461.1 325.8, 12 middle value on-s1 halo-s1
      "K7" 461.1 362, 12.5 middle label
      "1.000" 524.4 340.8, 12 middle value on-s0 halo-s0
      "1.000" 524.4 325.8, 12 middle value on-s1 halo-s1
      "K8" 524.4 362, 12.5 middle label
      "1.000" 587.7 340.8, 12 middle value on-s0 halo-s0
      "1.000" 587.7 325.8, 12 middle value on-s1 halo-s1
      "K9" 587.7 362, 12.5 middle label
      "1.000" 651 340.8, 12 middle value on-s0 halo-s0
      "1.000" 651 325.8, 12 middle value on-s1 halo-s1
      "K10" 651 362, 12.5 middle label
      "1.000" 714.2 340.8, 12 middle value on-s0 halo-s0
      "1.000" 714.2 325.8, 12 middle value on-s1 halo-s1
      "K11" 714.2 362, 12.5 middle label
      "K12" 777.5 362, 12.5 middle label
      "A" 899.6 321, 13 label
      "B" 899.6 342, 13 label
      """)
  }

  @Test func `a plot grows with the names of its parts`() {
    let columns = (2015...2022).map(String.init)
    let rows = (1...16).map { number in
      ("Een soort bezoek met een lange naam, nummer \(number)", columns.flatMap { _ in InventedTable.counts(number) })
    }
    let drawing = drawing(InventedTable(rows: rows, columns: columns))
    // Sixteen names over two lines of 16 with 5 between them are 592 high; above them 44, below them 10 and a line of 16.
    #expect(drawing.height == 44 + 16 * 37 + 26)
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
      leader M626.9 194L648.9 194
      area s0-0 652.9 188, 12 x 12
      "10" 714.9 190.5, 13 end value bold
      "Een soort bezoek met een" 720.9 190.5, 13 label
      "lange naam die breekt" 720.9 206.5, 13 label
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
