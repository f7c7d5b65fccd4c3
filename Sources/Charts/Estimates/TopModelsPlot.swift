public import Model

/// How the interval moves with the number of models among which each bootstrap replicate may choose: where it levels
/// off, further models no longer matter.
public struct TopModelsPlot: Equatable, Sendable {
  /// How many models could be chosen, and the estimate with its limits, in persons.
  public struct Point: Equatable, Sendable {
    public var top: Int
    public var inner: ClosedRange<Double>
    public var outer: ClosedRange<Double>
    public init(top: Int, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
      self.top = top
      self.inner = inner
      self.outer = outer
    }
  }

  public var observed: Int
  public var estimate: Double
  /// By rising number of models.
  public var points: [Point]

  public init(observed: Int, estimate: Double, points: [Point]) {
    self.observed = observed
    self.estimate = estimate
    self.points = points
  }
}

extension TopModelsPlot {
  /// Nil with fewer than two points.
  public func chart(in language: Language) -> EstimateChart? {
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    let words = ChartWords(language: language)
    let range = { (range: ClosedRange<Double>) in
      words.number(range.lowerBound) + "–" + words.number(range.upperBound)
    }
    let finding = words.say(
      "Het interval van 95% is \(range(first.outer)) als het model vaststaat, en \(range(last.outer)) als elke "
        + "herhaling kiest uit \(last.top) modellen.",
      "The 95% interval is \(range(first.outer)) when the model is taken as given, and \(range(last.outer)) when each "
        + "replicate chooses among \(last.top) models.")
    let told = points.map { "\($0.top): \(range($0.outer))" }.joined(separator: "; ")
    let summary = words.say(
      "Banden van 80% en 95% naar het aantal modellen waaruit wordt gekozen; geschat totaal "
        + "\(words.number(estimate)). 95%: \(told).",
      "Bands of 80% and 95% by the number of models to choose from; estimated total \(words.number(estimate)). "
        + "95%: \(told).")
    return EstimateChart(
      "top-models", finding: finding, summary: summary, wide: drawing(words, isNarrow: false),
      narrow: drawing(words, isNarrow: true), language)
  }

  private func drawing(_ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let ends = points.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] }.filter {
      $0.isFinite && $0 <= 50 * estimate
    }
    let scale = EstimateScale(showing: ends + [estimate, Double(observed)], about: isNarrow ? 4 : 6)
    let frame = EstimateFrame(scale: scale, width: width, height: isNarrow ? 250 : 320, words: words)
    let left = frame.left + 16
    let step = (frame.right - (isNarrow ? 14 : 90) - left) / Double(points.count - 1)
    let place = { (index: Int) in left + Double(index) * step }
    var pieces = frame.grid(words.say("geschat totaal", "estimated total"))
    pieces.append(band(points.map(\.outer), frame, place, style: SeriesStyle(role: .series(5)), opacity: "0.45"))
    pieces.append(band(points.map(\.inner), frame, place, style: SeriesStyle(role: .series(0)), opacity: "0.55"))
    pieces += frame.seenLine(observed)
    let line = SeriesStyle(role: .total)
    let height = frame.y(estimate)
    pieces.append(line.stroke("M\(coordinate(place(0))) \(coordinate(height))H\(coordinate(place(points.count - 1)))"))
    for (index, point) in points.enumerated() {
      let x = place(index)
      pieces.append(
        Pen.whisker(
          from: frame.y(point.outer.upperBound), to: frame.y(point.outer.lowerBound), at: x, isUpright: true))
      pieces.append(line.point(x: x, y: height))
      if scale.isBeyond(point.outer.upperBound) {
        pieces.append(Pen.text("▴", x: x, y: frame.top + 4, size: 15, anchor: .middle))
      }
      pieces.append(
        Pen.text("\(point.top)", x: x, y: frame.foot + 17, size: 12, anchor: .middle, classes: "tick"))
    }
    if !isNarrow { pieces += endLabels(frame, x: place(points.count - 1) + 14) }
    let caption = Lettering.lines(
      of: words.say(
        "aantal modellen waaruit elke herhaling kiest; donker 80%, licht en lijnen 95%",
        "number of models each replicate chooses from; dark 80%, light and lines 95%"), width: width - frame.left,
      size: 12)
    pieces.append(Pen.lines(caption, x: frame.left, y: frame.foot + 38, size: 12, leading: 15, classes: "heading"))
    return Drawing(width: width, height: frame.foot + 44 + Double(caption.count - 1) * 15, pieces: pieces)
  }

  private func band(
    _ ranges: [ClosedRange<Double>], _ frame: EstimateFrame, _ place: (Int) -> Double, style: SeriesStyle,
    opacity: String
  ) -> Markup {
    let upper = ranges.enumerated().map { (place($0), frame.y($1.upperBound)) }
    let lower = ranges.enumerated().map { (place($0), frame.y($1.lowerBound)) }.reversed()
    let path = (upper + lower).map { "\(coordinate($0.0)) \(coordinate($0.1))" }.joined(separator: "L")
    return .element(
      "path", ["class": "fill \(style.name)", "d": "M\(path)Z", "fill": style.fill, "fill-opacity": opacity])
  }

  private func endLabels(_ frame: EstimateFrame, x: Double) -> [Markup] {
    guard let last = points.last else { return [] }
    let wished = [last.outer.upperBound, estimate, last.outer.lowerBound]
    let places = spread(
      wished.map(frame.y), heights: [16, 16, 16], top: frame.top - 8, bottom: frame.foot + 8)
    return zip(wished, places).enumerated().map { index, pair in
      Pen.text(
        frame.words.number(pair.0), x: x, y: pair.1 + 4, size: 13, classes: index == 1 ? "total" : "aside",
        isBold: index == 1)
    }
  }
}
