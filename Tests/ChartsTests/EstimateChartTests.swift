import Model
import Testing

@testable import Charts

@Suite struct EstimateChartTests {
  private func all(in language: Language) throws -> [EstimateChart] {
    let overlaps = OverlapPlot(
      lists: [.init(name: "A & B", persons: 60), .init(name: "<script>", persons: 30)],
      combinations: [
        .init(members: [0], persons: 50), .init(members: [1], persons: 20), .init(members: [0, 1], persons: 10),
      ])
    let forest = MethodForest(
      observed: 80,
      rows: [
        .init(label: "Een", estimate: 200, inner: 150...260, outer: 120...400, doubt: nil),
        .init(label: "Twee", estimate: 150, inner: 130...180, outer: 110...Double.infinity, doubt: nil),
        .init(label: "Drie", estimate: nil, inner: nil, outer: nil, doubt: "geen schatting"),
        .init(label: "Vier", estimate: 90_000, inner: nil, outer: nil, doubt: "te breed"),
      ])
    let models = ModelPlot(
      observed: 80,
      points: [
        .init(behind: 0, estimate: 150, weight: 0.6), .init(behind: 1.2, estimate: 240, weight: 0.3),
        .init(behind: 7, estimate: 9000, weight: 0.02),
      ])
    let curve = TopModelsPlot(
      observed: 80, estimate: 150,
      points: [
        .init(top: 1, inner: 130...180, outer: 120...220),
        .init(top: 2, inner: 128...200, outer: 110...Double.infinity),
      ])
    let iceberg = try #require(Iceberg(observed: 80, smallest: 150, largest: 320))
    return try [
      #require(overlaps.chart(in: language)), #require(forest.chart(in: language)),
      #require(models.chart(in: language)), #require(curve.chart(in: language)), iceberg.chart(in: language),
    ]
  }

  @Test(arguments: Language.allCases)
  func `every chart of an estimate has its finding as title, a description and no script`(_ language: Language) throws {
    for chart in try all(in: language) {
      for drawing in [chart.wide.rendered, chart.narrow.rendered] {
        #expect(drawing.contains(">\(escaped(chart.finding))</title>") && drawing.contains("</desc>"))
        #expect(!drawing.contains("<script") && !drawing.contains("style=") && !drawing.contains("nan"))
        #expect(!drawing.contains("inf\"") && drawing.contains("lang=\"\(language.rawValue)\""))
      }
      #expect(chart.finding.hasSuffix(".") && chart.summary.hasSuffix("."))
      #expect(chart.wide != chart.narrow)
    }
  }

  @Test func `findings are computed from the numbers`() throws {
    #expect(
      try all(in: .en).map(\.finding) == [
        "10 of the 80 persons (13%) are on more than one list.",
        "Credible estimates run from 150 to 200 persons.",
        "2 models fit almost equally well and estimate 150 to 240.",
        "The 95% interval is 120–220 when the model is taken as given, and 110–∞ when each replicate chooses among 2 "
          + "models.",
        "Seen: 80 persons, by estimate 25% to 53% of all.",
      ])
  }

  @Test func `what is withheld is left out of the overlaps, and no share is taken of the rest`() throws {
    let plot = OverlapPlot(
      lists: [.init(name: "A", persons: 60), .init(name: "B", persons: nil)],
      combinations: [.init(members: [0], persons: 50), .init(members: [0, 1], persons: 10)], withheld: 1)
    let chart = try #require(plot.chart(in: .en))
    #expect(chart.finding == "Combinations of lists that are not drawn, because their number is withheld: 1.")
    #expect(chart.summary == "Dots are lists, bars the persons on exactly those lists.")
    for drawing in [chart.wide.rendered, chart.narrow.rendered] {
      #expect(drawing.contains(">50<") && drawing.contains(">60<") && !drawing.contains("%"))
    }
  }

  @Test func `nothing is drawn of nothing, and no iceberg is smaller than its tip`() {
    #expect(OverlapPlot(lists: [], combinations: []).chart(in: .nl) == nil)
    #expect(MethodForest(observed: 1, rows: []).chart(in: .nl) == nil)
    #expect(ModelPlot(observed: 1, points: []).chart(in: .nl) == nil)
    #expect(TopModelsPlot(observed: 1, estimate: 2, points: []).chart(in: .nl) == nil)
    #expect(Iceberg(observed: 80, smallest: 70, largest: 90) == nil)
    #expect(Iceberg(observed: 80, smallest: 90, largest: .infinity) == nil)
  }

  @Test func `a scale is linear while numbers are close and logarithmic when they are far apart`() {
    let close = EstimateScale(showing: [80, 150, 400], about: 5)
    let far = EstimateScale(showing: [80, 150, 40_000], about: 5)
    #expect(!close.isLogarithmic && close.share(0) == 0 && far.isLogarithmic)
    let (first, second) = (far.share(1000) - far.share(100), far.share(10_000) - far.share(1000))
    #expect(abs(first - second) < 1e-12 && far.isBeyond(1e6) && far.isBeyond(.infinity))
    #expect(logarithm(8) == 3 && abs(logarithm(10) - 3.321928094887362) < 1e-14)
  }
}
