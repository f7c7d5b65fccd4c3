public import Model

/// What each model estimates against how much worse its criterion is than the best: whether models that fit about
/// equally well also say about the same.
public struct ModelPlot: Equatable, Sendable {
  /// A model: its place and its estimate, in persons.
  public struct Point: Equatable, Sendable {
    /// BIC less the smallest BIC.
    public var behind: Double
    public var estimate: Double
    /// Between 0 and 1.
    public var weight: Double
    public init(behind: Double, estimate: Double, weight: Double) {
      self.behind = behind
      self.estimate = estimate
      self.weight = weight
    }
  }

  public var observed: Int
  /// Best first.
  public var points: [Point]

  public init(observed: Int, points: [Point]) {
    self.observed = observed
    self.points = points
  }
}

extension ModelPlot {
  /// Nil without points.
  public func chart(in language: Language) -> EstimateChart? {
    guard let best = points.first else { return nil }
    let words = ChartWords(language: language)
    let close = points.filter { $0.behind <= 2 }.map(\.estimate)
    let (low, high) = (close.min() ?? best.estimate, close.max() ?? best.estimate)
    let finding =
      close.count < 2
      ? words.say(
        "Geen ander model komt binnen 2 punten van het beste, dat \(words.number(best.estimate)) schat.",
        "No other model comes within 2 points of the best, which estimates \(words.number(best.estimate)).")
      : words.say(
        "\(close.count) modellen passen vrijwel even goed en schatten \(words.number(low)) tot \(words.number(high)).",
        "\(close.count) models fit almost equally well and estimate \(words.number(low)) to \(words.number(high)).")
    let summary = words.say(
      "Elk punt is een model: naar rechts past het slechter (BIC), naar boven schat het meer personen. Getekend: "
        + "\(points.count) modellen; hoe groter het punt, hoe meer gewicht.",
      "Each point is a model: further right it fits worse (BIC), further up it estimates more persons. Drawn: "
        + "\(points.count) models; the larger the point, the more weight.")
    return EstimateChart(
      "models", finding: finding, summary: summary, wide: drawing(words, isNarrow: false),
      narrow: drawing(words, isNarrow: true), language)
  }

  private func drawing(_ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let scale = EstimateScale(showing: points.map(\.estimate) + [Double(observed)], about: isNarrow ? 4 : 6)
    let frame = EstimateFrame(scale: scale, width: width, height: isNarrow ? 250 : 330, words: words)
    let reach = max(points.map(\.behind).max() ?? 1, 2)
    let across = Axis(upTo: reach, about: isNarrow ? 4 : 8)
    let place = { (behind: Double) in frame.left + 14 + behind / across.end * (frame.right - frame.left - 20) }
    var pieces = frame.grid(words.say("geschat totaal", "estimated total"))
    pieces.append(
      Pen.rect(
        x: place(0) - 8, y: frame.top, width: place(2) - place(0) + 8, height: frame.foot - frame.top,
        classes: "fill shade", fill: "#f1efe9"))
    pieces += frame.seenLine(observed)
    for tick in across.ticks {
      pieces.append(
        Pen.text(
          across.label(of: tick, in: words.language), x: place(tick), y: frame.foot + 17, size: 12, anchor: .middle,
          classes: "tick"))
    }
    let caption = Lettering.lines(
      of: words.say(
        "BIC boven het beste model; tot 2 (gearceerde strook) is het verschil niet hard",
        "BIC above the best model; up to 2 (shaded strip) the difference is not firm"),
      width: width - frame.left, size: 12)
    pieces.append(Pen.lines(caption, x: frame.left, y: frame.foot + 38, size: 12, leading: 15, classes: "heading"))
    // The heaviest last, on top.
    for point in points.reversed() {
      let radius = 2.5 + 9 * min(max(point.weight, 0), 1).squareRoot()
      pieces.append(
        Markup.element(
          "circle",
          [
            "class": "marker line-s0", "cx": coordinate(place(point.behind)), "cy": coordinate(frame.y(point.estimate)),
            "r": coordinate(radius), "fill": SeriesStyle.lines[0], "fill-opacity": "0.75", "stroke": "#ffffff",
            "stroke-width": "1",
          ]))
    }
    return Drawing(width: width, height: frame.foot + 44 + Double(caption.count - 1) * 15, pieces: pieces)
  }
}
