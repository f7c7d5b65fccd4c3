public import Model

/// Those who were seen above the water, those who were not below it, between the limits of an interval.
///
/// A triangle of which areas are numbers of persons: its tip is who was seen, the solid part below how many
/// there are at least, the dashed part what there can be besides.
public struct Iceberg: Equatable, Sendable {
  public var observed: Int
  /// The limits of the interval, in persons.
  public var smallest: Double
  public var largest: Double

  /// Nil unless both limits are finite and not below those seen.
  public init?(observed: Int, smallest: Double, largest: Double) {
    guard observed > 0, largest.isFinite, smallest >= Double(observed), largest >= smallest else { return nil }
    self.observed = observed
    self.smallest = smallest
    self.largest = largest
  }
}

extension Iceberg {
  /// Draws it, with its description in the same language.
  public func chart(in language: Language) -> EstimateChart {
    let words = ChartWords(language: language)
    let seen = Double(observed)
    let (most, least) = (words.percent(seen, of: smallest), words.percent(seen, of: largest))
    let shares = most == least ? most : words.say("\(least) tot \(most)", "\(least) to \(most)")
    let finding = words.say(
      "Gezien: \(words.number(observed)) personen, naar schatting \(shares) van allen.",
      "Seen: \(words.number(observed)) persons, by estimate \(shares) of all.")
    let summary = words.say(
      "Een ijsberg waarvan de oppervlakte personen telt. Boven water de \(words.number(observed)) die zijn gezien; "
        + "onder water met 95% zekerheid ten minste \(words.number(smallest - seen)) en ten hoogste "
        + "\(words.number(largest - seen)).",
      "An iceberg whose area counts persons. Above the water the \(words.number(observed)) who were seen; below it, with "
        + "95% confidence, at least \(words.number(smallest - seen)) and at most \(words.number(largest - seen)).")
    return EstimateChart(
      "iceberg", finding: finding, summary: summary, wide: drawing(words, isNarrow: false),
      narrow: drawing(words, isNarrow: true), language)
  }

  /// A wordless miniature of 240 by 96, for a card that says the same in words. Hidden from assistive technology.
  public var thumbnail: Markup {
    let depth = { (persons: Double) in 92 * (persons / largest).squareRoot() }
    let (water, low, high) = (depth(Double(observed)), depth(smallest), depth(largest))
    let slice = { (from: Double, to: Double) in
      "M\(coordinate(120 - from * 0.9)) \(coordinate(2 + from))H\(coordinate(120 + from * 0.9))"
        + "L\(coordinate(120 + to * 0.9)) \(coordinate(2 + to))H\(coordinate(120 - to * 0.9))Z"
    }
    let fill = { (colour: Int, path: String) in
      Markup.element("path", ["class": "fill s\(colour)", "d": path, "fill": SeriesStyle.fills[colour]])
    }
    return .element(
      "svg", ["class": "thumbnail", "viewBox": "0 0 240 96", "aria-hidden": "true", "focusable": "false"],
      [
        fill(5, slice(0, water)), fill(0, slice(water, low)),
        .element(
          "path",
          [
            "class": "withheld", "d": slice(low, high), "fill": "none", "stroke": Palette.muted,
            "stroke-width": "1.5", "stroke-dasharray": "5 4",
          ]),
      ])
  }

  private func drawing(_ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let (top, whole) = (12.0, isNarrow ? 220.0 : 300.0)
    let (middle, slope) = isNarrow ? (136.0, 0.56) : (300.0, 0.8)
    let depth = { (persons: Double) in top + whole * (persons / largest).squareRoot() }
    let (water, low, high) = (depth(Double(observed)), depth(smallest), depth(largest))
    let edge = { (y: Double) in (y - top) * slope }
    let (tip, below) = (SeriesStyle(role: .series(5)), SeriesStyle(role: .series(0)))
    let prefix = isNarrow ? "iceberg-narrow" : "iceberg-wide"
    let slice = { (from: Double, to: Double) in
      "M\(coordinate(middle - edge(from))) \(coordinate(from))H\(coordinate(middle + edge(from)))"
        + "L\(coordinate(middle + edge(to))) \(coordinate(to))H\(coordinate(middle - edge(to)))Z"
    }
    var pieces = [
      area(slice(top, water), tip, "url(#\(tip.patternID(in: prefix)))"),
      Markup.element(
        "path", ["class": "fill \(below.name)", "d": slice(water, low), "fill": below.fill]),
      Markup.element(
        "path",
        [
          "class": "withheld", "d": slice(low, high), "fill": "none", "stroke": "#5b636e", "stroke-width": "1.5",
          "stroke-dasharray": "5 4",
        ]),
      SeriesStyle(role: .series(5)).stroke("M0 \(coordinate(water))H\(coordinate(isNarrow ? width : 600))"),
    ]
    pieces += isNarrow ? listed(words, y: top + whole + 26) : labelled(words, heights: [water, low, high], edge: edge)
    return Drawing(
      width: width, height: top + whole + (isNarrow ? 26 + 6 * 18 + 10 : 16),
      definitions: [tip.pattern(in: prefix)], pieces: pieces)
  }

  private func area(_ path: String, _ style: SeriesStyle, _ fill: String) -> Markup {
    .element("path", ["class": "area", "d": path, "fill": fill, "stroke": "#ffffff", "stroke-width": "1"])
  }

  private func sentences(_ words: ChartWords) -> [(number: String, text: String)] {
    let seen = Double(observed)
    return [
      (words.number(observed), words.say("gezien, op ten minste een lijst", "seen, on at least one list")),
      (words.number(smallest - seen), words.say("niet gezien, ten minste (95%)", "not seen, at least (95%)")),
      (words.number(largest - seen), words.say("niet gezien, ten hoogste (95%)", "not seen, at most (95%)")),
    ]
  }

  /// Beside each part its number, with a line to it.
  private func labelled(_ words: ChartWords, heights: [Double], edge: (Double) -> Double) -> [Markup] {
    let wished = [heights[0] / 2 + 6, (heights[0] + heights[1]) / 2, (heights[1] + heights[2]) / 2]
    let places = spread(wished, heights: [44, 44, 44], top: 0, bottom: heights[2] + 4)
    return sentences(words).enumerated().flatMap { index, sentence -> [Markup] in
      let from = min(max(wished[index], 14), heights[2] - 1)
      return [
        Pen.path("M\(coordinate(300 + edge(from) + 4)) \(coordinate(from))L606 \(coordinate(places[index]))"),
        Pen.text(sentence.number, x: 614, y: places[index] - 2, size: 20, classes: "total", isBold: true),
        Pen.text(sentence.text, x: 614, y: places[index] + 16, size: 13, classes: "aside"),
      ]
    }
  }

  private func listed(_ words: ChartWords, y: Double) -> [Markup] {
    sentences(words).enumerated().flatMap { index, sentence -> [Markup] in
      let top = y + Double(index) * 36
      return [
        Pen.text(sentence.number, x: 0, y: top, size: 16, classes: "total", isBold: true),
        Pen.text(sentence.text, x: 0, y: top + 15, size: 13, classes: "aside"),
      ]
    }
  }
}
