import Model
import Testing

@testable import Charts

/// Lying stacks of 24 high between the names of the columns and 50 kept for the number at the end.
@Suite struct StackedRowsTests {
  private func drawing(_ table: InventedTable, in language: Language = .nl) -> Drawing {
    StackedRows(table.data(in: language), prefix: "p").drawing
  }

  /// The key first, from the foot of the stack up; then a bar a column. The longest bar, 60, takes 178 units.
  @Test func `the key carries the totals and the bars share one scale`() {
    expectDrawn(
      drawing(.plain(.stackedBars)),
      """
      272 x 162
      "2020-2021" 0 15, 13.5 heading bold
      "100" 272 15, 14 end total bold
      area s0-0 0 25, 15 x 15
      "Ouderen" 24 37.5, 13.5 label
      "70" 272 37.5, 13.5 end value
      area s1-1 0 46.5, 15 x 15
      "Kinderen" 24 59, 13.5 label
      "30" 272 59, 13.5 end value
      "jaar" 0 88, 13.5 heading bold
      "2020" 0 114.8, 13.5 label
      area s0-0 44 98, 89 x 24
      "30" 88.5 114.5, 12.5 middle value on-s0 halo-s0
      area s1-1 133 98, 29.7 x 24
      "10" 147.8 114.5, 12.5 middle value on-s1 halo-s1
      "40" 168.7 114.8, 13.5 total bold
      "2021" 0 145.8, 13.5 label
      area s0-0 44 129, 118.7 x 24
      "40" 103.3 145.5, 12.5 middle value on-s0 halo-s0
      area s1-1 162.7 129, 59.3 x 24
      "20" 192.3 145.5, 12.5 middle value on-s1 halo-s1
      "60" 228 145.8, 13.5 total bold
      """)
  }

  @Test func `panels stand under each other and without totals the key has none`() {
    let table = InventedTable(
      rows: [("A", InventedTable.counts(10, 5, 15)), ("B", InventedTable.counts(1, 0, 1))],
      columns: ["noord", "zuid en overzee", "alle"], panelOf: [0, 1, 1],
      panels: [LocalizedText("wijk"), LocalizedText("stad")])
    expectDrawn(
      drawing(table),
      """
      272 x 208
      area s0-0 0 2, 15 x 15
      "B" 24 14.5, 13.5 label
      area s1-1 0 23.5, 15 x 15
      "A" 24 36, 13.5 label
      "wijk" 0 65, 13.5 heading bold
      "noord" 0 91.8, 13.5 label
      area s0-0 96 75, 7.9 x 24
      area s1-1 103.9 75, 78.8 x 24
      "10" 143.3 91.5, 12.5 middle value on-s1 halo-s1
      "stad" 0 128, 13.5 heading bold
      "zuid en" 0 150.3, 13.5 label
      "overzee" 0 165.3, 13.5 label
      area s1-1 96 141, 39.4 x 24
      "5" 115.7 157.5, 12.5 middle value on-s1 halo-s1
      "alle" 0 191.8, 13.5 label
      area s0-0 96 175, 7.9 x 24
      area s1-1 103.9 175, 118.1 x 24
      "15" 162.9 191.5, 12.5 middle value on-s1 halo-s1
      """)
  }

  @Test func `what is withheld is an open box at the end of the bar, before the total`() {
    let table = InventedTable(
      rows: [
        ("A", InventedTable.cells(.suppressed(.primary))), ("C", InventedTable.counts(40)),
        ("Totaal", InventedTable.counts(100)),
      ], columns: ["2020"])
    expectDrawn(
      drawing(table),
      """
      272 x 108
      area s0-0 0 2, 15 x 15
      "C" 24 14.5, 13.5 label
      area s1-1 0 23.5, 15 x 15
      "A" 24 36, 13.5 label
      "jaar" 0 65, 13.5 heading bold
      "2020" 0 91.8, 13.5 label
      area s0-0 44 75, 63.6 x 24
      "40" 75.8 91.5, 12.5 middle value on-s0 halo-s0
      withheld 108.6 76, 15 x 22
      "×" 116.1 91.5, 12.5 middle value
      "100" 130.6 91.8, 13.5 total bold
      """)
  }

  @Test func `an estimate has its interval on the bar and its number behind the interval`() {
    let table = InventedTable(rows: [("A", InventedTable.cells(InventedTable.estimate))], columns: ["2020"])
    expectDrawn(
      drawing(table),
      """
      272 x 65
      "jaar" 0 22, 13.5 heading bold
      "2020" 0 48.8, 13.5 label
      area s0-0 44 32, 136.9 x 24
      interval M153.5 39L153.5 49M153.5 44L222 44M222 39L222 49
      "100" 228 48.8, 13.5 total bold
      """)
  }

  @Test func `a long name takes several lines, in the key and beside the bar`() {
    let table = InventedTable(
      rows: [("Een soort bezoek met een lange naam die breekt", InventedTable.counts(3))],
      columns: ["Noord-Holland en Utrecht"])
    expectDrawn(
      drawing(table),
      """
      272 x 86
      "jaar" 0 22, 13.5 heading bold
      "Noord-" 0 44.3, 13.5 label
      "Holland en" 0 59.3, 13.5 label
      "Utrecht" 0 74.3, 13.5 label
      area s0-0 96 42.5, 126 x 24
      "3" 228 59.3, 13.5 total bold
      """)
  }
}
