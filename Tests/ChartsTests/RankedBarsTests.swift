import Model
import Testing

@testable import Charts

/// Lying bars, the largest first, and in a wide place the columns of the first panel beside them.
@Suite struct RankedBarsTests {
  private func drawing(_ table: InventedTable, isNarrow: Bool = false) -> Drawing {
    RankedBars(table.data(), isNarrow: isNarrow).drawing
  }

  @Test func `rows stand by their total, with the columns it is made of beside it`() {
    expectDrawn(
      drawing(.plain(.rankedBars)),
      """
      920 x 124
      "2020-2021" 73.6 16, 13 heading
      "jaar, eigen schaal" 920 14, 12 end aside
      "2020" 869 31, 12 middle tick
      "2021" 903 31, 12 middle tick
      "Ouderen" 63.6 68, 14 end label
      fill s0 73.6 52, 628.4 x 22
      "70" 709 68, 14 total bold
      fill s5 858 64.3, 22 x 12.8
      "30" 869 61.8, 12 middle tick
      fill s5 892 60, 22 x 17
      "40" 903 57.5, 12 middle tick
      grid 852 77 - 920 77
      "Kinderen" 63.6 106, 14 end label
      fill s0 73.6 90, 269.3 x 22
      "30" 349.9 106, 14 total bold
      fill s5 858 110.8, 22 x 4.3
      "10" 869 108.3, 12 middle tick
      fill s5 892 106.5, 22 x 8.5
      "20" 903 104, 12 middle tick
      grid 852 115 - 920 115
      """)
    expectDrawn(
      drawing(.plain(.rankedBars), isNarrow: true),
      """
      272 x 126
      "2020-2021" 0 16, 13.5 heading bold
      "Ouderen" 2 41, 14 label
      fill s0 0 48, 216 x 18
      "70" 223 62, 14 total bold
      "Kinderen" 2 91, 14 label
      fill s0 0 98, 92.6 x 18
      "30" 99.6 112, 14 total bold
      """)
  }

  @Test func `a number that is not there is an open box, its mark and what it means`() {
    let table = InventedTable(
      chart: .rankedBars,
      rows: [
        ("A", InventedTable.cells(.suppressed(.primary))), ("unknown", InventedTable.counts(9)),
        ("B", InventedTable.counts(0)), ("C", InventedTable.cells(InventedTable.estimate)),
      ], columns: ["2020"])
    expectDrawn(
      drawing(table),
      """
      920 x 184
      "2020" 73.7 16, 13 heading
      "C" 63.7 52, 14 end label
      fill s0 73.7 36, 601.8 x 22
      interval M555.1 42L555.1 52M555.1 47L856 47M856 42L856 52
      "100" 863 52, 14 total bold
      "B" 63.7 90, 14 end label
      fill s0 73.7 74, 1 x 22
      "0" 80.7 90, 14 total bold
      "A" 63.7 128, 14 end label
      withheld 73.7 112, 16 x 22
      "×" 81.7 128, 14 middle value
      "afgeschermd om herkenning te voorkomen" 95.7 128, 13 aside
      "Unknown" 63.7 166, 14 end label
      fill s-unknown 73.7 150, 54.2 x 22
      "9" 134.8 166, 14 total bold
      """)
    expectDrawn(
      drawing(table, isNarrow: true),
      """
      272 x 226
      "2020" 0 16, 13.5 heading bold
      "C" 2 41, 14 label
      fill s0 0 48, 166.2 x 18
      interval M132.9 52L132.9 62M132.9 57L216 57M216 52L216 62
      "100" 223 62, 14 total bold
      "B" 2 91, 14 label
      fill s0 0 98, 1 x 18
      "0" 7 112, 14 total bold
      "A" 2 141, 14 label
      withheld 0 148, 16 x 18
      "×" 8 162, 14 middle value
      "afgeschermd" 22 162, 13 aside
      "Unknown" 2 191, 14 label
      fill s-unknown 0 198, 15 x 18
      "9" 22 212, 14 total bold
      """)
  }

  @Test func `a long name takes several lines and at most 230 units`() {
    let table = InventedTable(
      chart: .rankedBars,
      rows: [
        ("Een soort bezoek met een heel erg lange naam die meer dan twee regels nodig heeft", InventedTable.counts(3)),
        ("Kort", InventedTable.counts(2)),
      ], columns: ["2020"])
    expectDrawn(
      drawing(table),
      """
      920 x 129
      "2020" 242 16, 13 heading
      "Een soort bezoek met een heel" 232 45.5, 14 end label
      "erg lange naam die meer dan" 232 62.5, 14 end label
      "twee regels nodig heeft" 232 79.5, 14 end label
      fill s0 242 46.5, 614 x 22
      "3" 863 62.5, 14 total bold
      "Kort" 232 111, 14 end label
      fill s0 242 95, 409.3 x 22
      "2" 658.3 111, 14 total bold
      """)
  }
}
