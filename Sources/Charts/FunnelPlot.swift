public import Model

/// Units below each other, the largest first, each with its number as a multiple of what its size leads to expect, and the
/// limits within which that is no news. Limits widen downward: a funnel that can be read by name, on a phone too.
public struct FunnelPlot: Equatable, Sendable {
  /// One unit, in persons or whatever is counted.
  public struct Row: Equatable, Sendable {
    public var label: String
    public var size: Int
    public var count: Int
    /// Above zero.
    public var expected: Double
    /// The limits of 95% and of 99.8%.
    public var inner, outer: ClosedRange<Int>

    public init(
      label: String, size: Int, count: Int, expected: Double, inner: ClosedRange<Int>, outer: ClosedRange<Int>
    ) {
      (self.label, self.size, self.count, self.expected) = (label, size, count, expected)
      (self.inner, self.outer) = (inner, outer)
    }

    var isOutside: Bool { !outer.contains(count) }
  }

  public var rows: [Row]
  /// More rows than fit a page: then the largest are shown, and all that lie outside.
  static let most = 40
  /// Limits beyond this multiple are cut off at the edge, unless a number lies there itself: small units have limits so
  /// wide that all others would be pressed together.
  private static let widest = 4.0

  public init(rows: [Row]) { self.rows = rows.filter { $0.expected > 0 } }
}

extension FunnelPlot {
  /// Nil below two units.
  public func chart(in language: Language) -> EstimateChart? {
    guard rows.count > 1 else { return nil }
    let words = ChartWords(language: language)
    let shown = shown
    let told = shown.map { "\($0.label): \(words.number($0.count)), \(expectation($0, words))" }
    let left = rows.count - shown.count
    let less =
      left > 0
      ? words.say(
        " Niet getekend: \(left) kleinere binnen de grenzen.", " Not drawn: \(left) smaller ones within the limits.")
      : ""
    return EstimateChart(
      "funnel", finding: finding(words),
      summary: words.say(
        "Per eenheid het aantal als veelvoud van wat naar omvang te verwachten is, van groot naar klein: ",
        "For each unit the count as a multiple of what its size leads to expect, from large to small: ")
        + told.joined(separator: "; ") + "." + less,
      wide: drawing(shown, words, isNarrow: false), narrow: drawing(shown, words, isNarrow: true), language)
  }

  /// From large to small; equal sizes by name.
  private var shown: [Row] {
    let sorted = rows.sorted { ($0.size, $1.label) > ($1.size, $0.label) }
    guard sorted.count > Self.most else { return sorted }
    let room = max(0, Self.most - sorted.count(where: \.isOutside))
    let largest = Set(sorted.indices.filter { !sorted[$0].isOutside }.prefix(room))
    return sorted.indices.filter { sorted[$0].isOutside || largest.contains($0) }.map { sorted[$0] }
  }

  private func finding(_ words: ChartWords) -> String {
    let outside = rows.count(where: \.isOutside)
    return outside == 0
      ? words.say(
        "Alle \(rows.count) liggen binnen wat toeval kan geven.", "All \(rows.count) lie within what chance can give.")
      : words.say(
        "Van \(rows.count) \(outside == 1 ? "ligt er 1" : "liggen er \(outside)") buiten wat toeval kan geven.",
        "Of \(rows.count) \(outside == 1 ? "1 lies" : "\(outside) lie") outside what chance can give.")
  }

  private func expectation(_ row: Row, _ words: ChartWords) -> String {
    let expected = Quantity(numerator: Int((10 * row.expected).rounded()), denominator: 10, decimals: 1)
    return words.say("verwacht ", "expected ") + expected.formatted(in: words.language)
  }

  private func drawing(_ rows: [Row], _ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let (left, right) = isNarrow ? (4.0, width - 12) : (240.0, width - 190)
    let limits = rows.map { Double($0.outer.upperBound) / $0.expected }.max() ?? 1
    let counts = rows.map { Double($0.count) / $0.expected }.max() ?? 1
    let axis = Axis(upTo: max(1, counts, min(limits, Self.widest)), about: isNarrow ? 3 : 6)
    let place = { (value: Double) in left + min(value, axis.end) / axis.end * (right - left) }
    var y = 12.0
    var marks: [Markup] = []
    for row in rows {
      let told = "\(words.number(row.count)) (\(expectation(row, words)))"
      let lines = Lettering.lines(of: row.label, width: isNarrow ? width : left - 24, size: 14)
      if isNarrow {
        for (index, line) in lines.enumerated() {
          marks.append(
            Pen.overLines(
              line, x: 0, y: y + 8 + Double(index) * 17, size: 14, style: SeriesStyle(role: .total), anchor: .start))
        }
        y += Double(lines.count) * 17 + 6
        marks += bar(row, y: y, place)
        y += 20
      } else {
        let height = Double(lines.count) * 17 + 9
        let middle = y + height / 2
        marks.append(
          Pen.lines(lines, x: left - 18, y: middle + 5 - Double(lines.count - 1) * 8.5, leading: 17, anchor: .end))
        marks += bar(row, y: middle, place)
        marks.append(Pen.text(told, x: right + 18, y: middle + 5, classes: "total", isBold: row.isOutside))
        y += height
      }
    }
    return Drawing(width: width, height: y + 42, pieces: grid(axis, place, y, words, isNarrow) + marks)
  }

  private func grid(
    _ axis: Axis, _ place: (Double) -> Double, _ bottom: Double, _ words: ChartWords, _ isNarrow: Bool
  ) -> [Markup] {
    axis.ticks.flatMap { tick in
      [
        Pen.rule(place(tick), 4, place(tick), bottom),
        Pen.text(
          axis.label(of: tick, in: words.language) + "×", x: place(tick), y: bottom + 17, size: 12,
          anchor: isNarrow && tick == 0 ? .start : isNarrow && tick == axis.end ? .end : .middle, classes: "tick"),
      ]
    } + [
      Pen.rule(place(1), 4, place(1), bottom, classes: "baseline"),
      Pen.text(
        words.say("maal wat te verwachten is", "times what is expected"), x: place(0), y: bottom + 35, size: 12,
        classes: "tick"),
    ]
  }

  /// The limits of 99.8% pale, those of 95% darker within them, and the number as a point.
  private func bar(_ row: Row, y: Double, _ place: (Double) -> Double) -> [Markup] {
    let strips: [(ClosedRange<Int>, SeriesStyle, Double)] = [
      (row.outer, SeriesStyle(role: .unknown), 12), (row.inner, SeriesStyle(role: .series(0)), 6),
    ]
    return strips.map { limits, style, height in
      let (low, high) = (
        place(Double(limits.lowerBound) / row.expected), place(Double(limits.upperBound) / row.expected)
      )
      return Pen.rect(
        x: low, y: y - height / 2, width: max(high - low, 2), height: height, classes: "fill \(style.name)",
        fill: style.fill)
    } + [SeriesStyle(role: .total).point(x: place(Double(row.count) / row.expected), y: y)]
  }
}
