import Model
import Testing

@testable import Charts

@Suite struct EstimateScaleTests {
  @Test(
    arguments: [
      ([80, 150, 400], 5, [0, 100, 200, 300, 400], false), ([10, 120], 6, [0, 20, 40, 60, 80, 100, 120], false),
      ([10, 121], 6, [10, 20, 50, 100, 200], true), ([80, 40_000], 5, [100, 1000, 10_000], true),
      ([1, 1_000_000], 3, [1, 100, 10_000, 1_000_000], true), ([], 4, [0, 1], false),
      ([0.5, .infinity, 7], 4, [0, 2, 4, 6, 8], false),
    ] as [([Double], Int, [Double], Bool)])
  func `a scale has round ticks, by equal steps within a factor of twelve`(
    _ values: [Double], _ count: Int, _ ticks: [Double], _ isLogarithmic: Bool
  ) {
    let scale = EstimateScale(showing: values, about: count)
    #expect(scale.ticks == ticks)
    #expect(scale.isLogarithmic == isLogarithmic)
  }

  @Test func `a value lies between the ends in proportion, or in proportion of its logarithm`() {
    let linear = EstimateScale(showing: [80, 150, 400], about: 5)
    #expect([-5, 0, 100, 400, 900].map { linear.share($0) } == [0, 0, 0.25, 1, 1])
    #expect(linear.share(.infinity) == 1 && linear.share(-.infinity) == 0 && linear.share(.nan) == 0)
    #expect(!linear.isBeyond(400) && linear.isBeyond(400.001) && linear.isBeyond(.infinity))
    let logarithmic = EstimateScale(showing: [10, 1000], about: 6)
    #expect(logarithmic.ticks == [10, 20, 50, 100, 200, 500, 1000])
    #expect(abs(logarithmic.share(100) - 0.5) < 1e-12)
    #expect(logarithmic.share(10) == 0 && logarithmic.share(1000) == 1 && logarithmic.share(0) == 0)
    #expect(!logarithmic.isBeyond(1000) && logarithmic.isBeyond(1001) && !logarithmic.isBeyond(0))
  }

  @Test(arguments: [(1.0, 0.0), (2, 1), (0.5, -1), (1024, 10), (3, 1.584962500721156), (1e9, 29.897352853986263)])
  func `the logarithm is to base 2`(_ value: Double, _ expected: Double) {
    #expect(abs(logarithm(value) - expected) < 1e-13)
  }

  @Test func `nothing has a logarithm below that of the smallest number`() {
    #expect(logarithm(0) == -1074 && logarithm(-3) == -1074)
  }

  @Test func `numbers of persons are whole, and those beyond any table are not written`() {
    let words = ChartWords(language: .nl)
    #expect(words.number(1234.5) == "1.235" && words.number(1234.4) == "1.234")
    #expect(words.number(999_999_999_999_999.0) == "999.999.999.999.999" && words.number(1e15) == "∞")
    #expect(words.number(Double.nan) == "∞" && words.number(-Double.infinity) == "∞")
    #expect(words.percent(1, of: 8) == "13%" && words.percent(1, of: 0) == "–" && words.percent(0, of: 5) == "0%")
    #expect(words.say("ja", "yes") == "ja" && ChartWords(language: .en).say("ja", "yes") == "yes")
  }

  /// Ticks 0, 50, 100; three digits of 12 are 20.3 wide, so the scale begins at 30.3 and ends 6 before the edge.
  @Test func `a frame has its numbers to the left of its lines`() {
    let scale = EstimateScale(showing: [20, 100], about: 3)
    let frame = EstimateFrame(scale: scale, width: 200, height: 128, words: ChartWords(language: .nl))
    #expect(scale.ticks == [0, 50, 100])
    #expect([0, 50, 100].map { frame.y($0) } == [128, 78, 28])
    expectTold(
      (frame.grid("totaal") + frame.seenLine(25)).flatMap(told),
      """
      "totaal" 0 13, 12 heading
      grid 30.3 128 - 194 128
      "0" 23.3 132, 12 end tick
      grid 30.3 78 - 194 78
      "50" 23.3 82, 12 end tick
      grid 30.3 28 - 194 28
      "100" 23.3 32, 12 end tick
      line line-s-unknown M30.3 103H194
      "gezien: 25" 190 98, 12 end value ink-s-unknown halo-page
      """)
  }
}
