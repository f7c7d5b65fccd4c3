import Model

/// A line a row over the columns of the first panel, every point labelled and every line named at its end.
///
/// From the left: the numbers of the scale, the plot, and 214 for the names, which break over lines. The plot is 320 high,
/// 390 for more than three lines, and higher when the names need it. Above it stand 24 of air, or the numbers of a total
/// that is not drawn. Baselines of letters lie a third of their size below the middle of what they label.
struct Lines {
  let data: ChartData
  private let width = Paper.wide
  private var top: Double {
    guard let total = data.total, drawnTotal == nil else { return 24 }
    return 46 + Double(totalNames(total).count) * labelLeading
  }
  /// From one line of a name to the next, at letters of 13.5.
  private let labelLeading = 16.0
  /// Some thirty letters of 13.5, the longest name of a category over two lines.
  private let labelWidth = 214.0

  init(_ data: ChartData) { self.data = data }

  private struct Layout {
    var axis: Axis
    var left: Double
    var step: Double
    var bottom: Double
    /// The middle of a column.
    func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }
    /// The height of a value; below zero nothing is drawn.
    func y(_ value: Double, top: Double) -> Double { bottom - max(0, value) / axis.end * (bottom - top) }
  }

  private var columns: [ChartData.Column] { data.drawnPanels.first?.columns ?? [] }
  private var series: [ChartData.Series] { data.series + [drawnTotal].compactMap { $0 } }

  private var drawnTotal: ChartData.Series? { data.totalAsLine }

  var drawing: Drawing {
    let axis = Axis(upTo: series.flatMap { line in columns.map { data.reach(line, $0) } }.max() ?? 0)
    let left = 10 + (axis.ticks.map { Lettering.width(of: axis.label(of: $0, in: data.language), size: 12) }.max() ?? 0)
    let names = series.map { nameLines($0) }
    let height = max(series.count > 3 ? 390 : 320, names.reduce(0) { $0 + Double($1.count) * labelLeading + 8 })
    let step = (width - left - labelWidth - 30) / Double(max(columns.count, 1))
    let layout = Layout(axis: axis, left: left, step: step, bottom: top + height)
    var pieces = grid(layout) + breaks(layout) + totals(layout)
    for line in series { pieces += stroke(line, layout) }
    for (index, column) in columns.enumerated() { pieces += marks(column, index, layout) }
    pieces += self.names(names, layout)
    return Drawing(width: width, height: layout.bottom + 28, pieces: pieces)
  }

  private func grid(_ layout: Layout) -> [Markup] {
    let right = layout.left + layout.step * Double(columns.count)
    let ticks = layout.axis.ticks.flatMap { tick -> [Markup] in
      let y = layout.y(tick, top: top)
      return [
        Pen.rule(layout.left, y, right, y, classes: tick == 0 ? "baseline" : "grid"),
        Pen.text(
          layout.axis.label(of: tick, in: data.language), x: layout.left - 6, y: y + 4, size: 12, anchor: .end,
          classes: "tick"),
      ]
    }
    return ticks
      + columns.enumerated().map { index, column in
        Pen.text(column.label, x: layout.x(index), y: layout.bottom + 20, size: 13, anchor: .middle, classes: "label")
      }
  }

  /// Upright dashed lines where the series breaks off.
  private func breaks(_ layout: Layout) -> [Markup] {
    columns.enumerated().compactMap { index, column in
      data.breakBefore(column).map {
        Pen.breakLine(
          x: layout.left + Double(index) * layout.step, from: top - 12, to: layout.bottom, reason: $0)
      }
    }
  }

  /// The numbers of a total that is not drawn, above the columns they belong to.
  private func totals(_ layout: Layout) -> [Markup] {
    guard let total = data.total, drawnTotal == nil else { return [] }
    let names = totalNames(total)
    return [
      Pen.lines(names, x: width - labelWidth, y: 16, size: 13.5, leading: labelLeading, classes: "total", isBold: true)
    ]
      + columns.enumerated().map { index, column in
        Pen.text(
          data.mark(total, column), x: layout.x(index), y: 16, size: 13.5, anchor: .middle, classes: "total",
          isBold: true)
      } + [Pen.rule(layout.left, top - 38, width, top - 38)]
  }

  private func totalNames(_ total: ChartData.Series) -> [String] {
    let whole = totalLine(total).first.map { "\(total.label), \($0)" } ?? total.label
    return Lettering.lines(of: whole, width: labelWidth - 4, size: 13.5)
  }

  /// The line, broken where there is no number or one that may still change, with intervals and markers.
  private func stroke(_ line: ChartData.Series, _ layout: Layout) -> [Markup] {
    var path = ""
    var points: [Markup] = []
    var isDrawing = false
    for (index, column) in columns.enumerated() {
      guard let value = data.value(line, column) else {
        isDrawing = false
        continue
      }
      let (x, y) = (layout.x(index), layout.y(value, top: top))
      let isSettled = data.cell(line, column).value.isSettled
      path += "\(isDrawing && isSettled ? "L" : "M")\(coordinate(x)) \(coordinate(y))"
      isDrawing = isSettled
      if let interval = data.cell(line, column).value.interval {
        points.append(
          Pen.whisker(
            from: layout.y(interval.lower.value, top: top), to: layout.y(interval.upper.value, top: top), at: x,
            isUpright: true))
      }
      points.append(line.style.point(x: x, y: y))
    }
    return [line.style.stroke(path)] + points
  }

  /// The numbers of one column: above the point where there is room, else below it, else to its right.
  ///
  /// A number takes 13.5 of height. From the highest point down, it stands 9 above its point when what came before ends at
  /// least 22 above it, else 18 below when the next point is at least 28 away, else beside it, spread so that none
  /// overlaps. A point with an interval has its number beside it, where no whisker runs. Marks of cells without a number
  /// stand on the baseline, 14 apart.
  private func marks(_ column: ChartData.Column, _ index: Int, _ layout: Layout) -> [Markup] {
    let known = series.compactMap { line in data.value(line, column).map { (line: line, y: layout.y($0, top: top)) } }
      .sorted { $0.y < $1.y }
    let x = layout.x(index)
    var edge = -Double.infinity
    var beside: [Int] = []
    var places = known.map { (x: x, y: $0.y - 9, anchor: Pen.Anchor.middle) }
    for (position, point) in known.enumerated() {
      let next = position + 1 < known.count ? known[position + 1].y - 7 : layout.bottom
      if data.cell(point.line, column).value.interval != nil {
        beside.append(position)
        edge = point.y + 7
      } else if point.y - 22 >= edge {
        edge = point.y + 7
      } else if point.y + 21 <= next {
        places[position].y = point.y + 18
        edge = point.y + 21
      } else {
        beside.append(position)
        edge = point.y + 7
      }
    }
    let stacked = spread(
      beside.map { known[$0].y }, heights: beside.map { _ in 13.5 }, top: top - 12, bottom: layout.bottom - 1)
    for (position, y) in zip(beside, stacked) { places[position] = (x + 10, y + 4.5, .start) }
    var pieces = zip(known, places).map { point, place in
      Pen.overLines(
        data.mark(point.line, column), x: place.x, y: place.y, size: 12.5, style: point.line.style, anchor: place.anchor
      )
    }
    let absent = series.filter { data.value($0, column) == nil }
    for (offset, line) in absent.enumerated() {
      pieces.append(
        Pen.overLines(
          data.mark(line, column), x: x + Double(offset) * 14, y: layout.bottom - 4, size: 13, style: line.style))
    }
    return pieces
  }

  private func nameLines(_ line: ChartData.Series) -> [String] {
    Lettering.lines(of: line.label, width: labelWidth - 4, size: 13.5)
      + totalLine(line)
  }

  /// The number over the whole period, where there is one.
  private func totalLine(_ line: ChartData.Series) -> [String] {
    guard let column = data.totalColumn, data.value(line, column) != nil else { return [] }
    return ["\(column.label): \(data.mark(line, column))"]
  }

  /// Names at the ends of the lines, from the highest end to the lowest (ties in the order of the table), with the number
  /// over the whole period; a leader joins the end of each line to its name.
  private func names(_ names: [[String]], _ layout: Layout) -> [Markup] {
    guard let last = columns.indices.last else { return [] }
    let order = series.indices.sorted {
      let (a, b) = (data.value(series[$0], columns[last]) ?? 0, data.value(series[$1], columns[last]) ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    let wished = order.map { layout.y(data.value(series[$0], columns[last]) ?? 0, top: top) }
    let heights = order.map { Double(names[$0].count) * labelLeading + 8 }
    let places = spread(wished, heights: heights, top: top - 20, bottom: layout.bottom + 20)
    let edge = layout.x(last)
    let textX = width - labelWidth
    return order.indices.flatMap { position -> [Markup] in
      let line = series[order[position]]
      let lines = names[order[position]]
      let y = places[position]
      let first = y - Double(lines.count - 1) * labelLeading / 2 + 4.5
      let split = lines.count - totalLine(line).count
      return [
        Pen.path(
          "M\(coordinate(edge + 22)) \(coordinate(wished[position]))L\(coordinate(textX - 18)) "
            + "\(coordinate(wished[position]))L\(coordinate(textX - 6)) \(coordinate(y))"),
        Pen.lines(
          Array(lines[..<split]), x: textX, y: first, size: 13.5, leading: labelLeading,
          classes: "name ink-\(line.style.name)", fill: line.style.line, isBold: true),
        Pen.lines(
          Array(lines[split...]), x: textX, y: first + Double(split) * labelLeading, size: 12.5,
          leading: labelLeading, classes: "aside", fill: Palette.muted),
      ]
    }
  }
}

extension ChartData {
  /// The total as a line, unless that would press many other lines together; then only its numbers are shown.
  ///
  /// Pressed together is: more than three lines, and a total above 1.5 times the highest of them, so that they would have
  /// less than two thirds of the height.
  var totalAsLine: Series? {
    guard let total, let columns = drawnPanels.first?.columns else { return nil }
    if series.count <= 3 { return total }
    let parts = series.flatMap { line in columns.map { reach(line, $0) } }.max() ?? 0
    return (columns.map { reach(total, $0) }.max() ?? 0) <= 1.5 * parts ? total : nil
  }
}

extension SeriesStyle {
  /// The line of this series along a path; the total is a third thicker than a part.
  func stroke(_ path: String) -> Markup {
    let line = Markup.element(
      "path",
      [
        "class": "line line-\(name)", "d": path, "fill": "none", "stroke": self.line,
        "stroke-width": role == .total ? "3" : "2.25", "stroke-linejoin": "round", "stroke-linecap": "round",
      ])
    return dash.map { line.with("stroke-dasharray", $0) } ?? line
  }
}
