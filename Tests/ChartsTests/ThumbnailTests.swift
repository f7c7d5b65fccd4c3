import Model
import Testing

@testable import Charts

/// Pictures of 240 by 96 without a word in them.
@Suite struct ThumbnailTests {
  private func pieces(_ table: InventedTable) throws -> [String] {
    let thumbnail = try #require(Thumbnail(of: table.published))
    guard case .element("svg", let attributes, let children) = thumbnail.markup else { return [] }
    #expect(
      attributes.map { "\($0.name) \($0.value)" }
        == ["class thumbnail", "viewBox 0 0 240 96", "aria-hidden true", "focusable false"])
    return children.flatMap(told)
  }

  /// The highest stack is 60 of 92 units; a slot is 120 wide, a bar 72% of it.
  @Test func `stacks stand on 95 with their parts in order`() throws {
    expectTold(
      try pieces(.plain(.stackedBars)),
      """
      fill s0 16.8 49, 86.4 x 46
      fill s1 16.8 33.7, 86.4 x 15.3
      fill s0 136.8 33.7, 86.4 x 61.3
      fill s1 136.8 3, 86.4 x 30.7
      """)
    let slivers = InventedTable(rows: [("A", InventedTable.counts(1, 0)), ("B", InventedTable.counts(1000, 3))])
    expectTold(
      try pieces(slivers),
      """
      fill s0 16.8 3.1, 86.4 x 91.9
      """)
  }

  @Test func `lines run between 8 and 92 and break where there is no number`() throws {
    expectTold(
      try pieces(.plain(.lines)),
      """
      baseline 0 94 - 240 94
      line line-s1 M8 78L232 64
      line line-s0 M8 50L232 36
      line line-s-total M8 36L232 8
      """)
    let gap = InventedTable(
      chart: .lines,
      rows: [("A", InventedTable.cells(.exact(Quantity(1)), .notDelivered, .exact(Quantity(2)), .exact(Quantity(4))))],
      columns: ["2020", "2021", "2022", "2023"])
    expectTold(
      try pieces(gap),
      """
      baseline 0 94 - 240 94
      line line-s0 M8 71M157.3 50L232 8
      """)
  }

  @Test(arguments: [ChartKind.rankedBars, .topTable])
  func `bars show at most seven rows, the largest first, and a zero as a line`(_ kind: ChartKind) throws {
    let rows = [3, 9, 0, 12, 6, 5, 4, 1, 2].map { ("r\($0)", InventedTable.counts($0)) }
    expectTold(
      try pieces(InventedTable(chart: kind, rows: rows, columns: ["2020"])),
      """
      fill s0 0 1.5, 240 x 10.7
      fill s0 0 15.2, 180 x 10.7
      fill s0 0 28.9, 120 x 10.7
      fill s0 0 42.6, 100 x 10.7
      fill s0 0 56.4, 80 x 10.7
      fill s0 0 70.1, 60 x 10.7
      fill s0 0 83.8, 40 x 10.7
      """)
    expectTold(
      try pieces(InventedTable(chart: kind, rows: [("A", InventedTable.counts(0))], columns: ["2020"])),
      """
      fill s0 0 1.5, 1 x 93
      """)
  }
}
