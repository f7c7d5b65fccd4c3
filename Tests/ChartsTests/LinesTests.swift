import Invented
import Model
import Testing

@testable import Charts

/// Lines over the columns of the first panel: a plot of 320, or 390 for more than three, with 214 for the names.
@Suite struct LinesTests {
  private func drawing(_ table: InventedTable, in language: Language = .nl) -> Drawing {
    Lines(table.data(in: language)).drawing
  }

  /// The scale runs to 60 over 320 units from 24 to 344: 20 is at 237.3, 40 at 130.7.
  @Test func `every line has its points, its numbers and its name at its end`() {
    expectDrawn(
      drawing(.plain(.lines)),
      """
      920 x 372
      baseline 23.6 344 - 676 344
      "0" 17.6 348, 12 end tick
      grid 23.6 237.3 - 676 237.3
      "20" 17.6 241.3, 12 end tick
      grid 23.6 130.7 - 676 130.7
      "40" 17.6 134.7, 12 end tick
      grid 23.6 24 - 676 24
      "60" 17.6 28, 12 end tick
      "2020" 186.7 364, 13 middle label
      "2021" 512.9 364, 13 middle label
      line line-s1 M186.7 290.7L512.9 237.3
      marker line-s1 M-4 -4 at 186.7 290.7
      marker line-s1 M-4 -4 at 512.9 237.3
      line line-s0 M186.7 184L512.9 130.7
      marker line-s0 M-4 0A at 186.7 184
      marker line-s0 M-4 0A at 512.9 130.7
      line line-s-total M186.7 130.7L512.9 24
      marker line-s-total M-4 0A at 186.7 130.7
      marker line-s-total M-4 0A at 512.9 24
      "60" 512.9 15, 12.5 middle value ink-s-total halo-page
      "20" 512.9 255.3, 12.5 middle value ink-s1 halo-page
      "40" 512.9 121.7, 12.5 middle value ink-s0 halo-page
      "40" 186.7 121.7, 12.5 middle value ink-s-total halo-page
      "10" 186.7 308.7, 12.5 middle value ink-s1 halo-page
      "30" 186.7 175, 12.5 middle value ink-s0 halo-page
      leader M685 24L688 24L700 24
      "Totaal" 706 20.5, 13.5 name ink-s-total bold
      "2020-2021: 100" 706 36.5, 12.5 aside
      leader M685 130.7L688 130.7L700 130.7
      "Ouderen" 706 127.2, 13.5 name ink-s0 bold
      "2020-2021: 70" 706 143.2, 12.5 aside
      leader M685 237.3L688 237.3L700 237.3
      "Kinderen" 706 233.8, 13.5 name ink-s1 bold
      "2020-2021: 30" 706 249.8, 12.5 aside
      """)
  }

  /// Four parts of at most 10 and a total of 34: as a line it would leave them less than two thirds of the height.
  @Test func `a total that would press many lines together is told above them`() {
    let rows = ["A", "B", "C", "D"].enumerated().map { ($0.element, InventedTable.counts($0.offset + 7, 10, 17)) }
    let table = InventedTable(
      chart: .lines, rows: rows + [("Totaal", InventedTable.counts(34, 40, 74))], columns: ["2020", "2021", "alle"],
      hasTotalColumn: true)
    expectDrawn(
      drawing(table),
      """
      920 x 480
      baseline 23.6 452 - 676 452
      "0" 17.6 456, 12 end tick
      grid 23.6 374 - 676 374
      "2" 17.6 378, 12 end tick
      grid 23.6 296 - 676 296
      "4" 17.6 300, 12 end tick
      grid 23.6 218 - 676 218
      "6" 17.6 222, 12 end tick
      grid 23.6 140 - 676 140
      "8" 17.6 144, 12 end tick
      grid 23.6 62 - 676 62
      "10" 17.6 66, 12 end tick
      "2020" 186.7 472, 13 middle label
      "2021" 512.9 472, 13 middle label
      "Totaal, alle: 74" 706 16, 13.5 total bold
      "34" 186.7 16, 13.5 middle total bold
      "40" 512.9 16, 13.5 middle total bold
      grid 23.6 24 - 920 24
      line line-s3 M186.7 179L512.9 62
      marker line-s3 M0 -5. at 186.7 179
      marker line-s3 M0 -5. at 512.9 62
      line line-s2 M186.7 140L512.9 62
      marker line-s2 M0 -5L at 186.7 140
      marker line-s2 M0 -5L at 512.9 62
      line line-s1 M186.7 101L512.9 62
      marker line-s1 M-4 -4 at 186.7 101
      marker line-s1 M-4 -4 at 512.9 62
      line line-s0 M186.7 62L512.9 62
      marker line-s0 M-4 0A at 186.7 62
      marker line-s0 M-4 0A at 512.9 62
      "10" 512.9 53, 12.5 middle value ink-s3 halo-page
      "10" 512.9 80, 12.5 middle value ink-s0 halo-page
      "10" 522.9 66.5, 12.5 value ink-s2 halo-page
      "10" 525.9 84, 12.5 value ink-s1 halo-page
      "10" 186.7 53, 12.5 middle value ink-s0 halo-page
      "7" 186.7 197, 12.5 middle value ink-s3 halo-page
      "9" 186.7 92, 12.5 middle value ink-s1 halo-page
      "8" 186.7 158, 12.5 middle value ink-s2 halo-page
      leader M685 62L688 62L700 62
      "A" 706 58.5, 13.5 name ink-s3 bold
      "alle: 17" 706 74.5, 12.5 aside
      leader M685 62L688 62L700 102
      "B" 706 98.5, 13.5 name ink-s2 bold
      "alle: 17" 706 114.5, 12.5 aside
      leader M685 62L688 62L700 142
      "C" 706 138.5, 13.5 name ink-s1 bold
      "alle: 17" 706 154.5, 12.5 aside
      leader M685 62L688 62L700 182
      "D" 706 178.5, 13.5 name ink-s0 bold
      "alle: 17" 706 194.5, 12.5 aside
      """)
  }

  @Test(arguments: [(15, true), (16, false)])
  func `with more than three lines the total is one of them up to 1,5 times the highest`(
    _ total: Int, _ isDrawn: Bool
  ) {
    let rows = ["A", "B", "C", "D"].map { ($0, InventedTable.counts(10)) }
    let many = InventedTable(chart: .lines, rows: rows + [("Totaal", InventedTable.counts(total))], columns: ["2020"])
    #expect((many.data().totalAsLine != nil) == isDrawn)
    let few = InventedTable(
      chart: .lines, rows: Array(rows.prefix(3)) + [("Totaal", InventedTable.counts(total))], columns: ["2020"])
    #expect(few.data().totalAsLine?.label == "Totaal")
    let none = InventedTable(chart: .lines, rows: rows, columns: ["2020"])
    #expect(none.data().totalAsLine == nil)
  }

  @Test func `no line runs to or from a number that may still change`() {
    let table = InventedTable(
      chart: .lines,
      rows: [
        ("A", InventedTable.counts(4, 4) + InventedTable.cells(.provisional(Quantity(2))) + InventedTable.counts(3, 4))
      ], columns: ["2020", "2021", "2022", "2023", "2024"])
    let drawings = [Lines(table.data()).drawing, LineMultiples(table.data()).drawing]
    for drawing in drawings {
      let strokes = told(drawing).filter { $0.hasPrefix("line ") }
      #expect(strokes.count == 1)
      // Two years, the provisional one by itself, two years.
      #expect(strokes.first?.filter { $0 == "M" }.count == 3 && strokes.first?.filter { $0 == "L" }.count == 2)
    }
  }

  @Test func `a line is broken where there is no number, and every such cell has its mark on the baseline`() {
    let table = InventedTable(
      chart: .lines,
      rows: [
        ("A", InventedTable.counts(4, 4) + InventedTable.cells(.suppressed(.primary)) + InventedTable.counts(2)),
        ("B", InventedTable.counts(1) + InventedTable.cells(.notDelivered, .notApplicable, .exact(Quantity(3)))),
      ], columns: ["2020", "2021", "2022", "2023"])
    expectDrawn(
      drawing(table),
      """
      920 x 372
      baseline 16.8 344 - 676 344
      "0" 10.8 348, 12 end tick
      grid 16.8 264 - 676 264
      "1" 10.8 268, 12 end tick
      grid 16.8 184 - 676 184
      "2" 10.8 188, 12 end tick
      grid 16.8 104 - 676 104
      "3" 10.8 108, 12 end tick
      grid 16.8 24 - 676 24
      "4" 10.8 28, 12 end tick
      "2020" 99.2 364, 13 middle label
      "2021" 264 364, 13 middle label
      "2022" 428.8 364, 13 middle label
      "2023" 593.6 364, 13 middle label
      line line-s1 M99.2 24L264 24M593.6 184
      marker line-s1 M-4 -4 at 99.2 24
      marker line-s1 M-4 -4 at 264 24
      marker line-s1 M-4 -4 at 593.6 184
      line line-s0 M99.2 264M593.6 104
      marker line-s0 M-4 0A at 99.2 264
      marker line-s0 M-4 0A at 593.6 104
      "?" 264 340, 13 middle value ink-s0 halo-page
      "×" 428.8 340, 13 middle value ink-s1 halo-page
      "–" 442.8 340, 13 middle value ink-s0 halo-page
      "3" 593.6 95, 12.5 middle value ink-s0 halo-page
      "2" 593.6 202, 12.5 middle value ink-s1 halo-page
      "4" 99.2 15, 12.5 middle value ink-s1 halo-page
      "1" 99.2 282, 12.5 middle value ink-s0 halo-page
      "4" 264 15, 12.5 middle value ink-s1 halo-page
      leader M685 104L688 104L700 104
      "B" 706 108.5, 13.5 name ink-s0 bold
      leader M685 184L688 184L700 184
      "A" 706 188.5, 13.5 name ink-s1 bold
      """)
  }

  @Test func `an estimate has its interval and its number to the right of it`() {
    let table = InventedTable(
      chart: .lines,
      rows: [
        ("A", InventedTable.cells(InventedTable.estimate, .exact(Quantity(90)))), ("B", InventedTable.counts(95, 60)),
      ])
    expectDrawn(
      drawing(table),
      """
      920 x 372
      baseline 30.3 344 - 676 344
      "0" 24.3 348, 12 end tick
      grid 30.3 237.3 - 676 237.3
      "50" 24.3 241.3, 12 end tick
      grid 30.3 130.7 - 676 130.7
      "100" 24.3 134.7, 12 end tick
      grid 30.3 24 - 676 24
      "150" 24.3 28, 12 end tick
      "2020" 191.8 364, 13 middle label
      "2021" 514.6 364, 13 middle label
      line line-s1 M191.8 130.7L514.6 152
      interval M186.8 173.3L196.8 173.3M191.8 173.3L191.8 66.7M186.8 66.7L196.8 66.7
      marker line-s1 M-4 -4 at 191.8 130.7
      marker line-s1 M-4 -4 at 514.6 152
      line line-s0 M191.8 141.3L514.6 216
      marker line-s0 M-4 0A at 191.8 141.3
      marker line-s0 M-4 0A at 514.6 216
      "90" 514.6 143, 12.5 middle value ink-s1 halo-page
      "60" 514.6 234, 12.5 middle value ink-s0 halo-page
      "100" 181.8 135.2, 12.5 end value ink-s1 halo-page
      "95" 198.8 157.3, 12.5 value ink-s0 halo-page
      leader M685 152L688 152L700 152
      "A" 706 156.5, 13.5 name ink-s1 bold
      leader M685 216L688 216L700 216
      "B" 706 220.5, 13.5 name ink-s0 bold
      """)
  }

  /// On a scale to 100 over 390 units a number needs 22 above its point, or 28 below it to the next.
  @Test func `numbers stand above their points, else below, else beside them`() {
    let rows = [100, 97, 94, 80, 78].enumerated().map { ("\($0.offset)", InventedTable.counts($0.element)) }
    let table = InventedTable(chart: .lines, rows: rows, columns: ["2020"])
    let numbers = told(drawing(table)).filter { $0.contains("halo-page") }
    expectTold(
      numbers,
      """
      "100" 353.2 15, 12.5 middle value ink-s4 halo-page
      "78" 353.2 127.8, 12.5 middle value ink-s0 halo-page
      "97" 363.2 40.2, 12.5 value ink-s3 halo-page
      "80" 353.2 93, 12.5 middle value ink-s1 halo-page
      "94" 353.2 65.4, 12.5 middle value ink-s2 halo-page
      """)
  }

  @Test func `a series breaks off between two columns, from above the plot to its foot`() {
    let table = InventedTable(
      chart: .lines, rows: [("A", InventedTable.counts(10, 20))],
      breaks: [.init(year: 2021, reason: LocalizedText(nl: "Anders geteld.", en: "Counted otherwise."))])
    let broken = told(drawing(table)).filter { $0.hasPrefix("break") }
    expectTold(
      broken,
      """
      break: “Vanaf 2021 niet vergelijkbaar met eerder: Anders geteld.”
      break: break-line 349.8 14 - 349.8 356
      break: "≠" 349.8 18, 14 middle tick halo-page
      """)
  }

  @Test func `a plot grows with the names of its lines`() {
    let rows = (1...12).map { ("Een soort bezoek met een lange naam, nummer \($0)", InventedTable.counts($0, $0)) }
    let drawing = drawing(InventedTable(chart: .lines, rows: rows))
    // Twelve names over two lines of 16, with 8 between them, are 480 high; above them 24, below them 28.
    #expect(drawing.height == 24 + 12 * 40 + 28)
  }

  @Test func `of many years only the ends, the highest and the lowest have their numbers at the line`() throws {
    let numbers = [50, 60, 70, 20, 65, 61, 62, 63, 90, 64, 66, 67, 68, 55]
    let table = InventedTable(
      chart: .lines, rows: [("A", numbers.map { Cell(.exact(Quantity($0)), rung: .observed) })],
      columns: numbers.indices.map { String(2010 + $0) })
    let chart = try #require(Chart(of: table.published, in: .nl))
    for drawing in [chart.wide, chart.narrow] {
      let geometry = try #require(ChartGeometry(svg: drawing.rendered))
      #expect(Set(geometry.words.filter { $0.classes.contains("value") }.map(\.text)) == ["50", "20", "90", "55"])
    }
  }
}
