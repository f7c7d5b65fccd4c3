import Model
import Testing

@testable import Charts

/// An axis to 1,000 in steps of 200: wide from 300 to 750, so that a person is 0.45; narrow in steps of 500 from 4 to 252.
@Suite struct RangePlotTests {
  private let plot = RangePlot(rows: [
    .init(label: "Deze editie", estimate: 400, range: 200...1_000, isOwn: true),
    .init(label: "Eerder", estimate: nil, range: 300...300, isOwn: false),
  ])

  @Test func `says what this edition estimates and what others published`() throws {
    let (nl, en) = (try #require(plot.chart(in: .nl)), try #require(plot.chart(in: .en)))
    #expect(nl.finding == "Per jaar schat deze editie 200 tot 1.000 mensen; anderen publiceerden 300.")
    #expect(en.finding == "A year this edition estimates 200 to 1,000 people; others published 300.")
    #expect(
      nl.summary == "Op één as, in mensen per jaar, van nul af: Deze editie: 200 tot 1.000, midden 400; Eerder: 300.")
    let own = RangePlot(rows: [plot.rows[0], plot.rows[0]])
    #expect(try #require(own.chart(in: .en)).finding == "A year the estimates run from 200 to 1,000 people.")
  }

  @Test func `one number alone, or one without a limit, is not drawn`() {
    #expect(RangePlot(rows: [plot.rows[0]]).chart(in: .nl) == nil)
    let open = RangePlot.Row(label: "Open", estimate: nil, range: 5...Double.infinity, isOwn: true)
    #expect(RangePlot(rows: [plot.rows[0], open]).chart(in: .nl) == nil)
  }

  @Test func `bars lie on one axis from nought`() throws {
    expectTold(
      told(try #require(plot.chart(in: .nl)).wide),
      """
      paper 0 0, 920 x 132
      grid 300 4 - 300 90
      "0" 300 107, 12 middle tick
      grid 390 4 - 390 90
      "200" 390 107, 12 middle tick
      grid 480 4 - 480 90
      "400" 480 107, 12 middle tick
      grid 570 4 - 570 90
      "600" 570 107, 12 middle tick
      grid 660 4 - 660 90
      "800" 660 107, 12 middle tick
      grid 750 4 - 750 90
      "1.000" 750 107, 12 middle tick
      "mensen per jaar" 300 125, 12 tick
      "Deze editie" 282 35, 14 end label
      fill s0 390 23, 360 x 14
      marker line-s-total M-4 0A at 480 30
      "200 tot 1.000" 768 35, 14 total bold
      "Eerder" 282 75, 14 end label
      fill s-unknown 435 63, 2 x 14
      "300" 768 75, 14 total
      """)
    expectTold(
      told(try #require(plot.chart(in: .nl)).narrow),
      """
      paper 0 0, 272 x 170
      grid 4 4 - 4 128
      "0" 4 145, 12 tick
      grid 128 4 - 128 128
      "500" 128 145, 12 middle tick
      grid 252 4 - 252 128
      "1.000" 252 145, 12 end tick
      "mensen per jaar" 4 163, 12 tick
      "Deze editie" 0 20, 14 value ink-s-total halo-page
      fill s0 53.6 34, 198.4 x 14
      marker line-s-total M-4 0A at 103.2 41
      "Eerder" 0 79, 14 value ink-s-total halo-page
      fill s-unknown 78.4 93, 2 x 14
      """)
  }
}
