import Model
import Testing

@testable import Charts

/// Which lists share how many persons, the largest combination first.
@Suite struct OverlapPlotTests {
  private static let plot = OverlapPlot(
    lists: [.init(name: "Politie", persons: 60), .init(name: "Opvang", persons: 30), .init(name: "Zorg", persons: 10)],
    combinations: [
      .init(members: [1], persons: 15), .init(members: [0], persons: 50), .init(members: [0, 1], persons: 10),
      .init(members: [2], persons: 0), .init(members: [0, 2], persons: 10), .init(members: [1, 2], persons: 5),
    ])

  @Test func `says how many are on more than one list, and which groups are largest`() throws {
    let nl = try #require(Self.plot.chart(in: .nl))
    let en = try #require(Self.plot.chart(in: .en))
    #expect(nl.finding == "25 van de 90 personen (28%) staan op meer dan een lijst.")
    #expect(en.finding == "25 of the 90 persons (28%) are on more than one list.")
    #expect(
      nl.summary == "Stippen zijn lijsten, balken de personen op precies die lijsten. Grootste groep: Politie, 50. "
        + "Grootste overlap: Politie + Opvang, 10.")
    #expect(
      en.summary == "Dots are lists, bars the persons on exactly those lists. Largest group: Politie, 50. "
        + "Largest overlap: Politie + Opvang, 10.")
    let apart = OverlapPlot(lists: Self.plot.lists, combinations: [.init(members: [0], persons: 3)])
    #expect(
      apart.chart(in: .nl)?.summary
        == "Stippen zijn lijsten, balken de personen op precies die lijsten. Grootste groep: Politie, 3.")
  }

  @Test func `a combination is a bar above its dots`() throws {
    expectTold(
      told(try #require(Self.plot.chart(in: .nl)).wide),
      """
      paper 0 0, 920 x 336
      "personen op precies deze lijsten" 300 14, 13 heading
      "personen op de lijst" 0 230, 13 heading
      "Politie" 152 265, 14 end label
      fill s5 162 253, 66 x 14
      "60" 232 265, 12 value
      grid 300 260 - 530 260
      "Opvang" 152 293, 14 end label
      fill s5 162 281, 33 x 14
      "30" 199 293, 12 value
      grid 300 288 - 530 288
      "Zorg" 152 321, 14 end label
      fill s5 162 309, 11 x 14
      "10" 177 321, 12 value
      grid 300 316 - 530 316
      fill s5 307.4 44, 31.3 x 186
      "50" 323 39, 12 middle value
      fill s-unknown (323 288, 2)
      fill s-unknown (323 316, 2)
      marker line-s-total M-4 0A at 323 260
      fill s5 353.4 174.2, 31.3 x 55.8
      "15" 369 169.2, 12 middle value
      fill s-unknown (369 260, 2)
      fill s-unknown (369 316, 2)
      marker line-s-total M-4 0A at 369 288
      fill s0 399.4 192.8, 31.3 x 37.2
      "10" 415 187.8, 12 middle value
      fill s-unknown (415 316, 2)
      line line-s-total M415 260L415 288
      marker line-s-total M-4 0A at 415 260
      marker line-s-total M-4 0A at 415 288
      fill s0 445.4 192.8, 31.3 x 37.2
      "10" 461 187.8, 12 middle value
      fill s-unknown (461 288, 2)
      line line-s-total M461 260L461 316
      marker line-s-total M-4 0A at 461 260
      marker line-s-total M-4 0A at 461 316
      fill s0 491.4 211.4, 31.3 x 18.6
      "5" 507 206.4, 12 middle value
      fill s-unknown (507 260, 2)
      line line-s-total M507 288L507 316
      marker line-s-total M-4 0A at 507 288
      marker line-s-total M-4 0A at 507 316
      baseline 300 230 - 530 230
      """)
  }

  @Test func `in a narrow place a combination is a row`() throws {
    expectTold(
      told(try #require(Self.plot.chart(in: .en)).narrow),
      """
      paper 0 0, 272 x 214
      "1 Politie" 0 14, 13 label
      "60" 272 14, 13 end value
      "2 Opvang" 0 32, 13 label
      "30" 272 32, 13 end value
      "3 Zorg" 0 50, 13 label
      "10" 272 50, 13 end value
      "1" 11 78, 12 middle tick
      "2" 33 78, 12 middle tick
      "3" 55 78, 12 middle tick
      "persons" 74 78, 12 heading
      fill s-unknown (33 94, 2)
      fill s-unknown (55 94, 2)
      marker line-s-total M-4 0A at 11 94
      fill s5 74 87, 146 x 14
      "50" 226 99, 13 value
      fill s-unknown (11 118, 2)
      fill s-unknown (55 118, 2)
      marker line-s-total M-4 0A at 33 118
      fill s5 74 111, 43.8 x 14
      "15" 123.8 123, 13 value
      fill s-unknown (55 142, 2)
      line line-s-total M11 142L33 142
      marker line-s-total M-4 0A at 11 142
      marker line-s-total M-4 0A at 33 142
      fill s0 74 135, 29.2 x 14
      "10" 109.2 147, 13 value
      fill s-unknown (33 166, 2)
      line line-s-total M11 166L55 166
      marker line-s-total M-4 0A at 11 166
      marker line-s-total M-4 0A at 55 166
      fill s0 74 159, 29.2 x 14
      "10" 109.2 171, 13 value
      fill s-unknown (11 190, 2)
      line line-s-total M33 190L55 190
      marker line-s-total M-4 0A at 33 190
      marker line-s-total M-4 0A at 55 190
      fill s0 74 183, 14.6 x 14
      "5" 94.6 195, 13 value
      """)
  }

  @Test(arguments: [(24, 24, 20), (25, 24, 20), (20, 20, 20), (3, 3, 3)])
  func `the largest 24 combinations are drawn, 20 in a narrow place`(_ count: Int, _ wide: Int, _ narrow: Int) throws {
    let lists = (0..<5).map { OverlapPlot.List(name: "Lijst \($0)", persons: 1000) }
    let combinations = (1...count).map { number in
      OverlapPlot.Combination(members: (0..<5).filter { number >> $0 & 1 == 1 }, persons: 1000 - number)
    }
    let chart = try #require(OverlapPlot(lists: lists, combinations: combinations).chart(in: .nl))
    func bars(_ markup: Markup, _ height: Int) -> Int {
      told(markup).filter { $0.hasPrefix("fill s") && !$0.contains("(") && !$0.hasPrefix("fill s5 162") }.count
    }
    #expect(bars(chart.wide, 14) == wide)
    #expect(bars(chart.narrow, 14) == narrow)
  }

  // MARK: Names

  /// Two words that together are as wide as this, to within what a test needs.
  private static func name(as widths: ClosedRange<Double>, size: Double, behind lead: String = "") throws -> String {
    for narrow in 1...40 {
      for broad in 1...40 {
        let name = String(repeating: "i", count: narrow) + " " + String(repeating: "n", count: broad)
        if widths.contains(Lettering.width(of: lead + name, size: size)) { return name }
      }
    }
    throw NoSuchName()
  }

  private struct NoSuchName: Error {}

  private static func drawn(_ name: String, isWide: Bool) throws -> [String] {
    let plot = OverlapPlot(
      lists: [.init(name: name, persons: 60), .init(name: "B", persons: 30)],
      combinations: [.init(members: [0], persons: 50), .init(members: [0, 1], persons: 10)])
    let chart = try #require(plot.chart(in: .nl))
    return told(isWide ? chart.wide : chart.narrow)
  }

  @Test func `the name of a list has 150 units beside its bar, and breaks beyond them`() throws {
    let fitting = try Self.name(as: 149.2...150, size: 14)
    #expect(try Self.drawn(fitting, isWide: true).contains("\"\(fitting)\" 152 265, 14 end label"))
    let wider = try Self.name(as: 150.1...150.9, size: 14)
    let first = wider.prefix { $0 != " " }
    #expect(try Self.drawn(wider, isWide: true).contains("\"\(first)\" 152 265, 14 end label"))
  }

  @Test func `in a narrow place it has the width but for its number of persons`() throws {
    let room = EstimateChart.narrowWidth - 62
    let fitting = try Self.name(as: room - 0.8...room, size: 13, behind: "1 ")
    #expect(try Self.drawn(fitting, isWide: false).contains("\"1 \(fitting)\" 0 14, 13 label"))
    let wider = try Self.name(as: room + 0.1...room + 0.9, size: 13, behind: "1 ")
    let first = wider.prefix { $0 != " " }
    #expect(try Self.drawn(wider, isWide: false).contains("\"1 \(first)\" 0 14, 13 label"))
  }
}
