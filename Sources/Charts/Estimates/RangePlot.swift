public import Model

/// Numbers of persons a year, each between what and what, below each other on one axis from zero: what an edition estimates
/// beside what others published.
public struct RangePlot: Equatable, Sendable {
  /// One number a year with its limits, in persons.
  public struct Row: Equatable, Sendable {
    public var label: String
    /// The middle, where one was given.
    public var estimate: Double?
    public var range: ClosedRange<Double>
    /// Whether it is of this edition.
    public var isOwn: Bool

    public init(label: String, estimate: Double?, range: ClosedRange<Double>, isOwn: Bool) {
      self.label = label
      self.estimate = estimate
      self.range = range
      self.isOwn = isOwn
    }
  }

  public var rows: [Row]

  public init(rows: [Row]) { self.rows = rows }
}

extension RangePlot {
  /// Nil below two rows: one bar compares nothing.
  public func chart(in language: Language) -> EstimateChart? {
    let rows = rows.filter { $0.range.upperBound.isFinite && $0.range.lowerBound >= 0 }
    guard rows.count > 1 else { return nil }
    let words = ChartWords(language: language)
    let told = rows.map { row in
      let middle = row.estimate.map { words.say(", midden \(words.number($0))", ", middle \(words.number($0))") } ?? ""
      return "\(row.label): \(limits(row, words))\(middle)"
    }
    return EstimateChart(
      "yearly", finding: finding(rows, words),
      summary: words.say(
        "Op één as, in mensen per jaar, van nul af: ", "On one axis, in people a year, from zero: ")
        + told.joined(separator: "; ") + ".",
      wide: drawing(rows, words, isNarrow: false), narrow: drawing(rows, words, isNarrow: true), language)
  }

  private func limits(_ row: Row, _ words: ChartWords) -> String {
    let (low, high) = (words.number(row.range.lowerBound), words.number(row.range.upperBound))
    return low == high ? low : words.say("\(low) tot \(high)", "\(low) to \(high)")
  }

  /// Own numbers against those of others; without others how far the own ones are apart.
  private func finding(_ rows: [Row], _ words: ChartWords) -> String {
    let (own, others) = (span(rows.filter(\.isOwn), words), span(rows.filter { !$0.isOwn }, words))
    switch (own, others) {
    case (let own?, let others?):
      return words.say(
        "Per jaar schat deze editie \(own) mensen; anderen publiceerden \(others).",
        "A year this edition estimates \(own) people; others published \(others).")
    case (let all?, nil), (nil, let all?):
      return words.say(
        "Per jaar lopen de schattingen van \(all) mensen.", "A year the estimates run from \(all) people.")
    case (nil, nil): return ""
    }
  }

  private func span(_ rows: [Row], _ words: ChartWords) -> String? {
    guard let low = rows.map(\.range.lowerBound).min(), let high = rows.map(\.range.upperBound).max() else {
      return nil
    }
    return limits(Row(label: "", estimate: nil, range: low...high, isOwn: true), words)
  }

  private func drawing(_ rows: [Row], _ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let (left, right) = isNarrow ? (4.0, width - 20) : (300.0, width - 170)
    let axis = Axis(upTo: rows.map(\.range.upperBound).max() ?? 1, about: isNarrow ? 3 : 6)
    let place = { (value: Double) in left + value / axis.end * (right - left) }
    var y = 10.0
    var marks: [Markup] = []
    for row in rows {
      let lines = Lettering.lines(of: row.label, width: isNarrow ? width : left - 24, size: 14)
      if isNarrow {
        for (index, line) in lines.enumerated() {
          marks.append(
            Pen.overLines(
              line, x: 0, y: y + 10 + Double(index) * 17, size: 14, style: SeriesStyle(role: .total), anchor: .start))
        }
        y += Double(lines.count) * 17 + 14
        marks += bar(row, y: y, place)
        y += 28
      } else {
        let height = max(40, Double(lines.count) * 17 + 12)
        let middle = y + height / 2
        marks.append(
          Pen.lines(
            lines, x: left - 18, y: middle + 5 - Double(lines.count - 1) * 8.5, leading: 17, anchor: .end))
        marks += bar(row, y: middle, place)
        marks.append(
          Pen.text(limits(row, words), x: right + 18, y: middle + 5, classes: "total", isBold: row.isOwn))
        y += height
      }
    }
    let grid = axis.ticks.flatMap { tick in
      [
        Pen.rule(place(tick), 4, place(tick), y),
        Pen.text(
          axis.label(of: tick, in: words.language), x: place(tick), y: y + 17, size: 12,
          anchor: isNarrow && tick == 0 ? .start : isNarrow && tick == axis.end ? .end : .middle, classes: "tick"),
      ]
    }
    let unit = Pen.text(
      words.say("mensen per jaar", "people a year"), x: left, y: y + 35, size: 12, classes: "tick")
    return Drawing(width: width, height: y + 42, pieces: grid + [unit] + marks)
  }

  /// Own numbers dark, those of others pale; the middle is a point.
  private func bar(_ row: Row, y: Double, _ place: (Double) -> Double) -> [Markup] {
    let style = SeriesStyle(role: row.isOwn ? .series(0) : .unknown)
    let (low, high) = (place(row.range.lowerBound), place(row.range.upperBound))
    let bar = Pen.rect(
      x: low, y: y - 7, width: max(high - low, 2), height: 14, classes: "fill \(style.name)", fill: style.fill)
    return [bar] + (row.estimate.map { [SeriesStyle(role: .total).point(x: place($0), y: y)] } ?? [])
  }
}
