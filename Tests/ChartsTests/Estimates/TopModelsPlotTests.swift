import Model
import Testing

@testable import Charts

/// How the interval widens with the number of models to choose from.
@Suite struct TopModelsPlotTests {
  private static let plot = TopModelsPlot(
    observed: 80, estimate: 150,
    points: [
      .init(top: 1, inner: 130...180, outer: 120...220), .init(top: 2, inner: 128...200, outer: 110...300),
      .init(top: 5, inner: 126...210, outer: 100...Double.infinity),
    ])

  @Test func `says the interval with one model and with all`() throws {
    #expect(
      Self.plot.chart(in: .nl)?.finding
        == "Het interval van 95% is 120–220 als het model vaststaat, en 100–∞ als elke herhaling kiest uit 5 modellen.")
    #expect(
      Self.plot.chart(in: .en)?.finding
        == "The 95% interval is 120–220 when the model is taken as given, and 100–∞ when each replicate chooses among 5 "
        + "models.")
    #expect(
      Self.plot.chart(in: .nl)?.summary
        == "Banden van 80% en 95% naar het aantal modellen waaruit wordt gekozen; geschat totaal 150. 95%: 1: 120–220; "
        + "2: 110–300; 5: 100–∞.")
    #expect(
      Self.plot.chart(in: .en)?.summary
        == "Bands of 80% and 95% by the number of models to choose from; estimated total 150. 95%: 1: 120–220; "
        + "2: 110–300; 5: 100–∞.")
    var one = Self.plot
    one.points.removeLast(2)
    #expect(one.chart(in: .nl) == nil)
  }

  @Test func `bands run from point to point, and a limit beyond the scale is an arrow`() throws {
    expectTold(
      told(try #require(Self.plot.chart(in: .nl)).wide),
      """
      paper 0 0, 920 x 364
      "geschat totaal" 0 13, 12 heading
      grid 30.3 320 - 914 320
      "0" 23.3 324, 12 end tick
      grid 30.3 271.3 - 914 271.3
      "50" 23.3 275.3, 12 end tick
      grid 30.3 222.7 - 914 222.7
      "100" 23.3 226.7, 12 end tick
      grid 30.3 174 - 914 174
      "150" 23.3 178, 12 end tick
      grid 30.3 125.3 - 914 125.3
      "200" 23.3 129.3, 12 end tick
      grid 30.3 76.7 - 914 76.7
      "250" 23.3 80.7, 12 end tick
      grid 30.3 28 - 914 28
      "300" 23.3 32, 12 end tick
      fill s5 M46.3 105.9L435.2 28L824 28L824 222.7L435.2 212.9L46.3 203.2Z
      fill s0 M46.3 144.8L435.2 125.3L824 115.6L824 197.4L435.2 195.4L46.3 193.5Z
      line line-s-unknown M30.3 242.1H914
      "gezien: 80" 910 237.1, 12 end value ink-s-unknown halo-page
      line line-s-total M46.3 174H824
      interval M41.3 105.9L51.3 105.9M46.3 105.9L46.3 203.2M41.3 203.2L51.3 203.2
      marker line-s-total M-4 0A at 46.3 174
      "1" 46.3 337, 12 middle tick
      interval M430.2 28L440.2 28M435.2 28L435.2 212.9M430.2 212.9L440.2 212.9
      marker line-s-total M-4 0A at 435.2 174
      "2" 435.2 337, 12 middle tick
      interval M819 28L829 28M824 28L824 222.7M819 222.7L829 222.7
      marker line-s-total M-4 0A at 824 174
      "▴" 824 32, 15 middle label
      "5" 824 337, 12 middle tick
      "∞" 838 32, 13 aside
      "150" 838 178, 13 total bold
      "100" 838 226.7, 13 aside
      "aantal modellen waaruit elke herhaling kiest; donker 80%, licht en lijnen 95%" 30.3 358, 12 heading
      """)
    expectTold(
      told(try #require(Self.plot.chart(in: .en)).narrow),
      """
      paper 0 0, 272 x 324
      "estimated total" 0 13, 12 heading
      grid 30.3 250 - 266 250
      "0" 23.3 254, 12 end tick
      grid 30.3 176 - 266 176
      "100" 23.3 180, 12 end tick
      grid 30.3 102 - 266 102
      "200" 23.3 106, 12 end tick
      grid 30.3 28 - 266 28
      "300" 23.3 32, 12 end tick
      fill s5 M46.3 87.2L149.2 28L252 28L252 176L149.2 168.6L46.3 161.2Z
      fill s0 M46.3 116.8L149.2 102L252 94.6L252 156.8L149.2 155.3L46.3 153.8Z
      line line-s-unknown M30.3 190.8H266
      "seen: 80" 262 185.8, 12 end value ink-s-unknown halo-page
      line line-s-total M46.3 139H252
      interval M41.3 87.2L51.3 87.2M46.3 87.2L46.3 161.2M41.3 161.2L51.3 161.2
      marker line-s-total M-4 0A at 46.3 139
      "1" 46.3 267, 12 middle tick
      interval M144.2 28L154.2 28M149.2 28L149.2 168.6M144.2 168.6L154.2 168.6
      marker line-s-total M-4 0A at 149.2 139
      "2" 149.2 267, 12 middle tick
      interval M247 28L257 28M252 28L252 176M247 176L257 176
      marker line-s-total M-4 0A at 252 139
      "▴" 252 32, 15 middle label
      "5" 252 267, 12 middle tick
      "number of models each replicate" 30.3 288, 12 heading
      "chooses from; dark 80%, light and lines" 30.3 303, 12 heading
      "95%" 30.3 318, 12 heading
      """)
  }
}
