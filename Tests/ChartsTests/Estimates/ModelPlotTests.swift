import Model
import Testing

@testable import Charts

/// Models by how much worse they fit than the best, and what they estimate.
@Suite struct ModelPlotTests {
  private static let plot = ModelPlot(
    observed: 80,
    points: [
      .init(behind: 0, estimate: 150, weight: 0.64), .init(behind: 2, estimate: 240, weight: 0.25),
      .init(behind: 7, estimate: 400, weight: 0),
    ])

  @Test func `says how far apart the models are that fit within 2 points`() throws {
    #expect(
      Self.plot.chart(in: .nl)?.finding == "2 modellen passen vrijwel even goed en schatten 150 tot 240.")
    #expect(Self.plot.chart(in: .en)?.finding == "2 models fit almost equally well and estimate 150 to 240.")
    var alone = Self.plot
    alone.points[1].behind = 2.001
    #expect(
      alone.chart(in: .nl)?.finding == "Geen ander model komt binnen 2 punten van het beste, dat 150 schat.")
    #expect(
      alone.chart(in: .en)?.finding == "No other model comes within 2 points of the best, which estimates 150.")
    #expect(
      Self.plot.chart(in: .nl)?.summary
        == "Elk punt is een model: naar rechts past het slechter (BIC), naar boven schat het meer personen. Getekend: 3 "
        + "modellen; hoe groter het punt, hoe meer gewicht.")
    #expect(
      Self.plot.chart(in: .en)?.summary
        == "Each point is a model: further right it fits worse (BIC), further up it estimates more persons. Drawn: 3 "
        + "models; the larger the point, the more weight.")
  }

  /// Radii are 2.5 and nine times the root of the weight: 9.7, 7 and 2.5; the heaviest is drawn last.
  @Test func `a model is a disc by its fit, its estimate and its weight`() throws {
    expectTold(
      told(try #require(Self.plot.chart(in: .nl)).wide),
      """
      paper 0 0, 920 x 374
      "geschat totaal" 0 13, 12 heading
      grid 30.3 330 - 914 330
      "0" 23.3 334, 12 end tick
      grid 30.3 254.5 - 914 254.5
      "100" 23.3 258.5, 12 end tick
      grid 30.3 179 - 914 179
      "200" 23.3 183, 12 end tick
      grid 30.3 103.5 - 914 103.5
      "300" 23.3 107.5, 12 end tick
      grid 30.3 28 - 914 28
      "400" 23.3 32, 12 end tick
      fill shade 36.3 28, 254.8 x 302
      line line-s-unknown M30.3 269.6H914
      "gezien: 80" 910 264.6, 12 end value ink-s-unknown halo-page
      "0" 44.3 347, 12 middle tick
      "1" 167.7 347, 12 middle tick
      "2" 291.1 347, 12 middle tick
      "3" 414.5 347, 12 middle tick
      "4" 537.9 347, 12 middle tick
      "5" 661.2 347, 12 middle tick
      "6" 784.6 347, 12 middle tick
      "7" 908 347, 12 middle tick
      "BIC boven het beste model; tot 2 (gearceerde strook) is het verschil niet hard" 30.3 368, 12 heading
      marker line-s0 (908 28, 2.5)
      marker line-s0 (291.1 148.8, 7)
      marker line-s0 (44.3 216.8, 9.7)
      """)
    expectTold(
      told(try #require(Self.plot.chart(in: .en)).narrow),
      """
      paper 0 0, 272 x 309
      "estimated total" 0 13, 12 heading
      grid 30.3 250 - 266 250
      "0" 23.3 254, 12 end tick
      grid 30.3 194.5 - 266 194.5
      "100" 23.3 198.5, 12 end tick
      grid 30.3 139 - 266 139
      "200" 23.3 143, 12 end tick
      grid 30.3 83.5 - 266 83.5
      "300" 23.3 87.5, 12 end tick
      grid 30.3 28 - 266 28
      "400" 23.3 32, 12 end tick
      fill shade 36.3 28, 61.9 x 222
      line line-s-unknown M30.3 205.6H266
      "seen: 80" 262 200.6, 12 end value ink-s-unknown halo-page
      "0" 44.3 267, 12 middle tick
      "2" 98.3 267, 12 middle tick
      "4" 152.2 267, 12 middle tick
      "6" 206.1 267, 12 middle tick
      "8" 260 267, 12 middle tick
      "BIC above the best model; up to 2" 30.3 288, 12 heading
      "(shaded strip) the difference is not firm" 30.3 303, 12 heading
      marker line-s0 (233 28, 2.5)
      marker line-s0 (98.3 116.8, 7)
      marker line-s0 (44.3 166.8, 9.7)
      """)
  }
}
