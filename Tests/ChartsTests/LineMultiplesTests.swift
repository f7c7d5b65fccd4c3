import Model
import Testing

@testable import Charts

/// A small plot of 62 high for each line, under each other on one scale.
@Suite struct LineMultiplesTests {
  private func drawing(_ table: InventedTable, in language: Language = .nl) -> Drawing {
    LineMultiples(table.data(in: language)).drawing
  }

  /// The total first, then the parts from the last row up; the scale runs to 60, the largest number.
  @Test func `every line has a plot of its own on the scale of all`() {
    expectDrawn(
      drawing(.plain(.lines)),
      """
      272 x 468
      "Totaal" 0 15, 14 name ink-s-total bold
      "100" 272 15, 14 end total bold
      "2020-2021" 272 30, 12.5 end aside
      baseline 0 120 - 272 120
      "2020" 68 137, 13 middle tick
      "2021" 204 137, 13 middle tick
      line line-s-total M68 78.7L204 58
      marker line-s-total M-4 0A at 68 78.7
      marker line-s-total M-4 0A at 204 58
      "60" 204 49, 13.5 middle value ink-s-total halo-page
      "40" 68 69.7, 13.5 middle value ink-s-total halo-page
      "Ouderen" 0 171, 14 name ink-s0 bold
      "70" 272 171, 14 end total bold
      "2020-2021" 272 186, 12.5 end aside
      baseline 0 276 - 272 276
      "2020" 68 293, 13 middle tick
      "2021" 204 293, 13 middle tick
      line line-s0 M68 245L204 234.7
      marker line-s0 M-4 0A at 68 245
      marker line-s0 M-4 0A at 204 234.7
      "40" 204 225.7, 13.5 middle value ink-s0 halo-page
      "30" 68 236, 13.5 middle value ink-s0 halo-page
      "Kinderen" 0 327, 14 name ink-s1 bold
      "30" 272 327, 14 end total bold
      "2020-2021" 272 342, 12.5 end aside
      baseline 0 432 - 272 432
      "2020" 68 449, 13 middle tick
      "2021" 204 449, 13 middle tick
      line line-s1 M68 421.7L204 411.3
      marker line-s1 M-4 -4 at 68 421.7
      marker line-s1 M-4 -4 at 204 411.3
      "20" 204 402.3, 13.5 middle value ink-s1 halo-page
      "10" 68 412.7, 13.5 middle value ink-s1 halo-page
      """)
  }

  @Test func `a total that is not a line is a row of numbers above the plots`() {
    let rows = ["A", "B", "C", "D"].map { ($0, InventedTable.counts(10, 5, 15)) }
    let table = InventedTable(
      chart: .lines, rows: rows + [("Totaal", InventedTable.counts(40, 20, 60))], columns: ["2020", "2021", "alle"],
      hasTotalColumn: true)
    let drawing = drawing(table)
    expectTold(
      Array(told(drawing).prefix(10)),
      """
      "Totaal" 0 15, 14 total bold
      "60" 272 15, 14 end total bold
      "alle" 272 30, 12.5 end aside
      "40" 68 54, 13.5 middle total
      "2020" 68 71, 13 middle tick
      "20" 204 54, 13.5 middle total
      "2021" 204 71, 13 middle tick
      "D" 0 105, 14 name ink-s0 bold
      "15" 272 105, 14 end total bold
      "alle" 272 120, 12.5 end aside
      """)
    // The numbers take 90, each of the four plots 33 for a number with its name, 25 and 62, and 36 for its columns.
    #expect(drawing.height == 90 + 4 * (33 + 25 + 62 + 36))
  }

  @Test func `gaps, intervals and breaks are shown as in the wide drawing`() {
    let table = InventedTable(
      chart: .lines,
      rows: [
        (
          "A", InventedTable.cells(.exact(Quantity(65)), .notDelivered, InventedTable.estimate, .exact(Quantity(130)))
        )
      ],
      columns: ["2020", "2021", "2022", "2023"],
      breaks: [.init(year: 2022, reason: LocalizedText(nl: "Anders geteld.", en: "Counted otherwise."))])
    expectDrawn(
      drawing(table, in: .en),
      """
      272 x 154
      "A" 0 15, 14 name ink-s0 bold
      baseline 0 118 - 272 118
      break: “From 2022 not comparable with before: Counted otherwise.”
      break: break-line 136 30 - 136 118
      break: "≠" 136 34, 14 middle tick halo-page
      "2020" 34 135, 13 middle tick
      "2021" 102 135, 13 middle tick
      "2022" 170 135, 13 middle tick
      "2023" 238 135, 13 middle tick
      line line-s0 M34 87M170 70.3L238 56
      marker line-s0 M-4 0A at 34 87
      interval M165 79.8L175 79.8M170 79.8L170 56M165 56L175 56
      marker line-s0 M-4 0A at 170 70.3
      marker line-s0 M-4 0A at 238 56
      "?" 102 113, 13.5 middle value ink-s0 halo-page
      "130" 238 47, 13.5 middle value ink-s0 halo-page
      "100" 160 74.8, 13.5 end value ink-s0 halo-page
      "65" 34 78, 13.5 middle value ink-s0 halo-page
      """)
  }

  @Test func `a name over two lines moves its plot down`() {
    let table = InventedTable(
      chart: .lines, rows: [("Een soort bezoek met een lange naam die breekt", InventedTable.counts(3, 6))])
    expectDrawn(
      drawing(table),
      """
      272 x 157
      "Een soort bezoek met een lange" 0 15, 14 name ink-s0 bold
      "naam die breekt" 0 32, 14 name ink-s0 bold
      baseline 0 121 - 272 121
      "2020" 68 138, 13 middle tick
      "2021" 204 138, 13 middle tick
      line line-s0 M68 90L204 59
      marker line-s0 M-4 0A at 68 90
      marker line-s0 M-4 0A at 204 59
      "6" 204 50, 13.5 middle value ink-s0 halo-page
      "3" 68 81, 13.5 middle value ink-s0 halo-page
      """)
  }
}
