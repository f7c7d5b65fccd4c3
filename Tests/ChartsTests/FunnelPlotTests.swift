import Model
import Testing

@testable import Charts

@Suite struct FunnelPlotTests {
  private static func row(_ label: String, _ size: Int, _ count: Int) -> FunnelPlot.Row {
    let expected = Double(size) / 1000
    let spread = expected.squareRoot()
    let limits = { (z: Double) in Int(max(0, expected - z * spread))...Int((expected + z * spread).rounded(.up)) }
    return FunnelPlot.Row(
      label: label, size: size, count: count, expected: expected, inner: limits(1.96), outer: limits(3.09))
  }

  private let plot = FunnelPlot(rows: [
    row("Klein", 2_000, 1), row("Groot", 100_000, 140), row("Midden", 20_000, 18),
  ])

  @Test func `says how many lie outside, and each number beside what is expected, from large to small`() throws {
    let (nl, en) = (try #require(plot.chart(in: .nl)), try #require(plot.chart(in: .en)))
    #expect(nl.finding == "Van 3 ligt er 1 buiten wat toeval kan geven.")
    #expect(en.finding == "Of 3 1 lies outside what chance can give.")
    #expect(
      nl.summary.hasSuffix("Groot: 140, verwacht 100,0; Midden: 18, verwacht 20,0; Klein: 1, verwacht 2,0."))
    let calm = FunnelPlot(rows: [plot.rows[0], plot.rows[2]])
    #expect(try #require(calm.chart(in: .nl)).finding == "Alle 2 liggen binnen wat toeval kan geven.")
    #expect(FunnelPlot(rows: [plot.rows[0]]).chart(in: .nl) == nil)
  }

  @Test func `of many the largest are drawn, and all that lie outside`() throws {
    let many = (1...60).map { Self.row("Plaats \($0)", $0 * 1000, $0) } + [Self.row("Ver", 500, 30)]
    let chart = try #require(FunnelPlot(rows: many).chart(in: .nl))
    #expect(chart.summary.contains("Ver: 30") && chart.summary.contains("Plaats 60:"))
    #expect(
      !chart.summary.contains("Plaats 20:") && chart.summary.hasSuffix("Niet getekend: 21 kleinere binnen de grenzen."))
  }

  /// An axis to 4 in steps of 1: wide from 240 to 730, so that what is expected is 122.5; limits of the small unit run to 3.5.
  @Test func `points and limits lie on one axis from nought, in multiples of what is expected`() throws {
    let drawn = told(try #require(plot.chart(in: .nl)).wide)
    #expect(drawn.contains(#"marker line-s-total M-4 0A at 411.5 25"#))
    #expect(drawn.contains(#""140 (verwacht 100,0)" 748 30, 14 total bold"#))
    #expect(drawn.contains(#""maal wat te verwachten is" 240 125, 12 tick"#))
  }

  @Test func `a number beyond all limits is drawn where it lies`() throws {
    let far = FunnelPlot(rows: [plot.rows[1], Self.row("Ver", 1_000, 12)])
    let drawn = told(try #require(far.chart(in: .nl)).narrow)
    #expect(drawn.contains { $0.hasPrefix(#""15×""#) })
  }
}
