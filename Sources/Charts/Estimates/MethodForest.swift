public import Model

/// What every method says, below each other: a point, a bar for the inner interval and a whisker for the outer one.
///
/// Estimates that do not count are open squares with the reason beside them. Numbers far apart get a logarithmic axis;
/// a limit beyond its end is an arrow.
public struct MethodForest: Equatable, Sendable {
  /// A method with its estimate and limits, in persons.
  public struct Row: Equatable, Sendable {
    public var label: String
    /// Nil when the method has no estimate.
    public var estimate: Double?
    /// 80%.
    public var inner: ClosedRange<Double>?
    /// 95%.
    public var outer: ClosedRange<Double>?
    /// Why the estimate does not count; nil when it does.
    public var doubt: String?

    public init(
      label: String, estimate: Double?, inner: ClosedRange<Double>?, outer: ClosedRange<Double>?, doubt: String?
    ) {
      self.label = label
      self.estimate = estimate
      self.inner = inner
      self.outer = outer
      self.doubt = doubt
    }
  }

  public var observed: Int
  public var rows: [Row]

  public init(observed: Int, rows: [Row]) {
    self.observed = observed
    self.rows = rows
  }
}

extension MethodForest {
  /// Nil without rows.
  public func chart(in language: Language) -> EstimateChart? {
    guard !rows.isEmpty else { return nil }
    let words = ChartWords(language: language)
    let sorted = rows.enumerated().sorted {
      ($0.element.estimate ?? .infinity, $0.offset) < ($1.element.estimate ?? .infinity, $1.offset)
    }.map(\.element)
    let firm = sorted.filter { $0.doubt == nil && $0.estimate != nil }
    var finding = words.say(
      "Geen enkele methode geeft een geloofwaardige schatting.", "No method gives a credible estimate.")
    if let low = firm.first, let high = firm.last, let smallest = low.estimate, let largest = high.estimate {
      finding =
        firm.count == 1
        ? words.say(
          "Eén geloofwaardige schatting: \(words.number(smallest)) personen.",
          "One credible estimate: \(words.number(smallest)) persons.")
        : words.say(
          "Geloofwaardige schattingen lopen van \(words.number(smallest)) tot \(words.number(largest)) personen.",
          "Credible estimates run from \(words.number(smallest)) to \(words.number(largest)) persons.")
    }
    let summary = words.say(
      "Per methode het geschatte totaal (punt), het interval van 80% (balk) en dat van 95% (lijn). ",
      "For each method the estimated total (point), the 80% interval (bar) and the 95% interval (line). ")
    let told = sorted.map { "\($0.label): \($0.estimate.map(words.number) ?? words.say("geen", "none"))" }
    return EstimateChart(
      "methods", finding: finding, summary: summary + told.joined(separator: "; ") + ".",
      wide: drawing(sorted, words, isNarrow: false), narrow: drawing(sorted, words, isNarrow: true), language)
  }

  private func scale(_ sorted: [Row], isNarrow: Bool) -> EstimateScale {
    let firm = sorted.filter { $0.doubt == nil }
    let ends = (firm.isEmpty ? sorted : firm).flatMap { [$0.estimate, $0.outer?.upperBound].compactMap { $0 } }
    // An interval that reaches ten times as far as any estimate would leave no room for the others.
    let points = ends.filter { $0.isFinite && $0 < 1e12 }
    let largest = sorted.filter { $0.doubt == nil }.compactMap(\.estimate).max() ?? points.max() ?? 1
    return EstimateScale(
      showing: points.filter { $0 <= 10 * largest } + [Double(observed)], about: isNarrow ? 3 : 6)
  }

  private func drawing(_ sorted: [Row], _ words: ChartWords, isNarrow: Bool) -> Drawing {
    let width = isNarrow ? EstimateChart.narrowWidth : EstimateChart.wideWidth
    let (left, right) = isNarrow ? (4.0, width - 14) : (250.0, width - 230)
    let scale = scale(sorted, isNarrow: isNarrow)
    let place = { (value: Double) in left + scale.share(value) * (right - left) }
    let head = isNarrow ? 74.0 : 44.0
    var y = head
    var rows: [Markup] = []
    // In a narrow place words take the whole width: the line runs beside the marks only.
    var spans: [(Double, Double)] = []
    for row in sorted {
      if isNarrow {
        rows += texts(row, at: y, width: width, words)
        y += 20 + (row.doubt == nil ? 0 : Double(doubtLines(row, width).count) * 16)
        rows += marks(row, y: y + 4, scale, place)
        spans.append((y - 6, y + 14))
        y += 26
      } else {
        let lines = Array(Lettering.lines(of: row.label, width: left - 24, size: 14).prefix(2))
        let start = y + 5 - Double(lines.count - 1) * 7
        rows.append(Pen.lines(lines, x: left - 18, y: start, leading: 14.5, anchor: .end))
        rows += marks(row, y: y, scale, place)
        rows += aside(row, x: right + 18, y: y, words)
        y += 30
      }
    }
    let foot = y - (isNarrow ? 6 : 10)
    var pieces = legend(words, isNarrow: isNarrow)
    for tick in scale.ticks {
      pieces.append(Pen.rule(place(tick), head - 16, place(tick), foot))
      let anchor: Pen.Anchor =
        tick == scale.ticks.first && isNarrow ? .start : isNarrow && tick == scale.ticks.last ? .end : .middle
      let x = isNarrow ? min(max(place(tick), 0), width) : place(tick)
      pieces.append(Pen.text(words.number(tick), x: x, y: foot + 17, size: 12, anchor: anchor, classes: "tick"))
    }
    pieces += seen(place(Double(observed)), at: isNarrow ? spans : [(head - 16, foot)], foot: foot, words, width: width)
    return Drawing(width: width, height: foot + 44, pieces: pieces + rows)
  }

  /// The line of those who were seen: no estimate lies to the left of it.
  private func seen(
    _ x: Double, at spans: [(top: Double, foot: Double)], foot: Double, _ words: ChartWords, width: Double
  ) -> [Markup] {
    let text = words.say("gezien: ", "seen: ") + words.number(observed)
    let half = Lettering.width(of: text, size: 12, isBold: true) / 2
    return [
      SeriesStyle(role: .unknown).stroke(
        spans.map { "M\(coordinate(x)) \(coordinate($0.top))V\(coordinate($0.foot))" }.joined()),
      Pen.text(
        text, x: min(max(x, half), width - half), y: foot + 36, size: 12, anchor: .middle, classes: "tick", isBold: true
      ),
    ]
  }

  /// Bar, whisker, point; an arrow where a limit lies beyond the axis.
  private func marks(_ row: Row, y: Double, _ scale: EstimateScale, _ place: (Double) -> Double) -> [Markup] {
    guard let estimate = row.estimate else { return [] }
    let style = SeriesStyle(role: row.doubt == nil ? .series(5) : .unknown)
    var pieces: [Markup] = []
    if let outer = row.outer {
      pieces.append(Pen.whisker(from: place(outer.lowerBound), to: place(outer.upperBound), at: y, isUpright: false))
      if scale.isBeyond(outer.upperBound) { pieces.append(arrow(x: place(outer.upperBound), y: y)) }
    }
    if let inner = row.inner {
      let (low, high) = (place(inner.lowerBound), place(inner.upperBound))
      pieces.append(
        Pen.rect(
          x: low, y: y - 4.5, width: max(high - low, 1), height: 9, classes: "fill \(style.name)", fill: style.fill))
    }
    if scale.isBeyond(estimate) {
      if row.outer == nil { pieces.append(arrow(x: place(estimate), y: y)) }
      return pieces
    }
    let x = place(estimate)
    guard row.doubt == nil else {
      let hollow = Pen.rect(x: x - 5, y: y - 5, width: 10, height: 10, classes: "paper-dot", fill: "#ffffff")
      return pieces + [
        hollow.with("stroke", "#5b636e").with("stroke-width", "1.5")
      ]
    }
    return pieces + [SeriesStyle(role: .total).point(x: x, y: y)]
  }

  private func arrow(x: Double, y: Double) -> Markup {
    Pen.text("▸", x: x - 2, y: y + 5.5, size: 17, classes: "label")
  }

  /// Beside the row: the number, and why it does not count.
  private func aside(_ row: Row, x: Double, y: Double, _ words: ChartWords) -> [Markup] {
    let number = row.estimate.map(words.number) ?? words.say("geen", "none")
    guard let doubt = row.doubt else {
      return [Pen.text(number, x: x, y: y + 5, classes: "total", isBold: true)]
    }
    let start = row.estimate == nil ? x : x + Lettering.width(of: number, size: 13) + 8
    let lines = Lettering.lines(of: doubt, width: EstimateChart.wideWidth - start, size: 12)
    let first = row.estimate == nil ? [] : [Pen.text(number, x: x, y: y + 5, size: 13, classes: "aside")]
    return first + [
      Pen.lines(
        Array(lines.prefix(2)), x: start, y: y + 4 - (lines.count > 1 ? 6 : 0), size: 12, leading: 13,
        classes: "aside")
    ]
  }

  private func doubtLines(_ row: Row, _ width: Double) -> [String] {
    Lettering.lines(of: row.doubt ?? "", width: width, size: 12)
  }

  /// Above the row in a narrow place: name and number on one line, the reason below it.
  private func texts(_ row: Row, at y: Double, width: Double, _ words: ChartWords) -> [Markup] {
    let number = row.estimate.map(words.number) ?? words.say("geen", "none")
    let room = width - Lettering.width(of: number, size: 13) - 10
    let (ink, pale) = (SeriesStyle(role: .total), SeriesStyle(role: .unknown))
    let label = Lettering.lines(of: row.label, width: room, size: 13)[0]
    var pieces = [
      Pen.overLines(label, x: 0, y: y + 5, size: 13, style: ink, anchor: .start),
      Pen.text(number, x: width, y: y + 5, size: 13, anchor: .end, classes: "total", isBold: row.doubt == nil),
    ]
    guard row.doubt != nil else { return pieces }
    for (index, line) in doubtLines(row, width).enumerated() {
      pieces.append(Pen.overLines(line, x: 0, y: y + 21 + Double(index) * 16, size: 12, style: pale, anchor: .start))
    }
    return pieces
  }

  private func legend(_ words: ChartWords, isNarrow: Bool) -> [Markup] {
    let point = SeriesStyle(role: .total).point(x: 8, y: 10)
    let hollow = Pen.rect(x: 3, y: 28, width: 10, height: 10, classes: "paper-dot", fill: "#ffffff")
      .with("stroke", "#5b636e").with("stroke-width", "1.5")
    let bar = Pen.rect(x: 0, y: 0, width: 22, height: 9, classes: "fill s5", fill: SeriesStyle.fills[5])
    let text = { (text: String, x: Double, y: Double) in Pen.text(text, x: x, y: y, size: 12, classes: "aside") }
    let moved = { (piece: Markup, x: Double, y: Double) in
      Markup.element("g", ["transform": "translate(\(coordinate(x)) \(coordinate(y)))"], [piece])
    }
    let whisker = Pen.whisker(from: 0, to: 22, at: 4.5, isUpright: false)
    let (counts, not) = (words.say("geloofwaardig", "credible"), words.say("telt niet mee", "does not count"))
    if isNarrow {
      return [
        point, text(counts, 20, 14), hollow, text(not, 20, 37), moved(bar, 140, 6), text("80%", 168, 14),
        moved(whisker, 140, 28.5), text("95%", 168, 37),
      ]
    }
    return [
      point, text(counts, 20, 14), moved(hollow, 120, -23), text(not, 140, 14), moved(bar, 260, 6),
      text(words.say("interval van 80%", "80% interval"), 288, 14), moved(whisker, 410, 5.5),
      text(words.say("interval van 95%", "95% interval"), 438, 14),
    ]
  }
}
