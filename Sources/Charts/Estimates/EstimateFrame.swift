import Model

/// An upright scale for numbers of persons with room for marks to its right.
struct EstimateFrame {
  let scale: EstimateScale
  let width: Double
  let words: ChartWords
  let left: Double
  let right: Double
  let top = 28.0
  let foot: Double

  init(scale: EstimateScale, width: Double, height: Double, words: ChartWords) {
    self.scale = scale
    self.width = width
    self.words = words
    left = (scale.ticks.map { Lettering.width(of: words.number($0), size: 12) }.max() ?? 30) + 10
    right = width - 6
    foot = height
  }

  func y(_ value: Double) -> Double { foot - scale.share(value) * (foot - top) }

  /// Lines of the scale with their numbers, and what they count.
  func grid(_ heading: String) -> [Markup] {
    [Pen.text(heading, x: 0, y: 13, size: 12, classes: "heading")]
      + scale.ticks.flatMap { tick in
        [
          Pen.rule(left, y(tick), right, y(tick)),
          Pen.text(words.number(tick), x: left - 7, y: y(tick) + 4, size: 12, anchor: .end, classes: "tick"),
        ]
      }
  }

  /// The line of those who were seen.
  func seenLine(_ observed: Int) -> [Markup] {
    let height = y(Double(observed))
    let text = words.say("gezien: ", "seen: ") + words.number(observed)
    return [
      SeriesStyle(role: .unknown).stroke("M\(coordinate(left)) \(coordinate(height))H\(coordinate(right))"),
      Pen.overLines(
        text, x: right - 4, y: height - 5, size: 12, style: SeriesStyle(role: .unknown), anchor: .end),
    ]
  }
}
