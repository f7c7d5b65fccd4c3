import Model

/// A line a row over the columns of the first panel, points labelled where there is room, and every line named at its end.
///
/// From the left: the numbers of the scale, the plot, and 214 for the names, which break over lines. The plot is 320 high,
/// 390 for more than three lines, and higher, in two steps of 70, when the numbers or the names need it. Above it stand 24
/// of air, or the numbers of a total that is not drawn. Baselines of letters lie a third of their size below the middle of
/// what they label. Names of columns that would touch are left out, counted from the last one back.
struct Lines {
  let data: ChartData
  private let width = Paper.wide
  private var top: Double {
    let air = columns.contains { data.breakBefore($0) != nil } ? 36.0 : 24
    guard let total = data.total, drawnTotal == nil else { return air }
    return air + 22 + Double(totalNames(total).count) * labelLeading
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
    var top: Double
    var bottom: Double
    var count: Int
    /// The middle of a column.
    func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }
    /// The height of a value; below zero nothing is drawn.
    func y(_ value: Double) -> Double { bottom - max(0, value) / axis.end * (bottom - top) }
    var right: Double { left + step * Double(count) }
  }

  private var columns: [ChartData.Column] { data.drawnPanels.first?.columns ?? [] }
  private var series: [ChartData.Series] { data.series + [drawnTotal].compactMap { $0 } }
  private var drawnTotal: ChartData.Series? { data.totalAsLine }

  var drawing: Drawing {
    let names = series.map { nameLines($0) }
    let needed = names.reduce(0) { $0 + Double($1.count) * labelLeading + 8 }
    let lowest = max(series.count > 3 ? 390 : 320, needed)
    var best: (layout: Layout, pieces: [Markup], missed: Int)?
    for more in [0.0, 70, 140] {
      let layout = layout(height: lowest + more)
      let (pieces, missed) = points(layout)
      if missed < best?.missed ?? .max { best = (layout, pieces, missed) }
      if missed == 0 { break }
    }
    guard let (layout, points, _) = best else {
      return Drawing(width: width, height: 0, pieces: [])
    }
    let pieces = grid(layout) + breaks(layout) + totals(layout) + points + self.names(names, layout)
    return Drawing(width: width, height: layout.bottom + 12 + footHeight(layout), pieces: pieces)
  }

  private func layout(height: Double) -> Layout {
    let axis = Axis(
      upTo: series.flatMap { line in columns.map { data.reach(line, $0) } }.max() ?? 0)
    let left =
      10 + (axis.ticks.map { Lettering.width(of: label(of: $0, on: axis), size: 12) }.max() ?? 0)
    let step = (width - left - labelWidth - 30) / Double(max(columns.count, 1))
    return Layout(
      axis: axis, left: left, step: step, top: top, bottom: top + height, count: columns.count)
  }

  private func label(of tick: Double, on axis: Axis) -> String {
    axis.label(of: tick, in: data.language) + (data.isInPerCent ? "%" : "")
  }

  // MARK: Scale and columns

  private func grid(_ layout: Layout) -> [Markup] {
    let ticks = layout.axis.ticks.flatMap { tick -> [Markup] in
      let y = layout.y(tick)
      return [
        Pen.rule(layout.left, y, layout.right, y, classes: tick == 0 ? "baseline" : "grid"),
        Pen.text(
          label(of: tick, on: layout.axis), x: layout.left - 6, y: y + 4, size: 12, anchor: .end,
          classes: "tick"),
      ]
    }
    let (every, deepest) = columnNames(layout)
    return ticks
      + columns.enumerated().flatMap { index, column -> [Markup] in
        var pieces: [Markup] = []
        if (columns.count - 1 - index).isMultiple(of: every) {
          let lines = Lettering.lines(
            of: column.label, width: Double(every) * layout.step - 8, size: 13)
          pieces.append(
            Pen.lines(
              lines, x: layout.x(index), y: layout.bottom + 20, size: 13, leading: 15,
              anchor: .middle,
              classes: "label"))
        }
        return pieces
      } + letters(layout, deepest: deepest).pieces
  }

  /// Of how many columns one is named, so that a name of usual length has room, and over how many lines names break.
  private func columnNames(_ layout: Layout) -> (every: Int, deepest: Int) {
    let every = ChartData.every(
      columns.map { Lettering.width(of: $0.label, size: 13) }, step: layout.step)
    let room = Double(every) * layout.step - 8
    return (
      every, columns.map { Lettering.lines(of: $0.label, width: room, size: 13).count }.max() ?? 1
    )
  }

  /// Letters below the names of their columns.
  private func letters(_ layout: Layout, deepest: Int) -> LetterRows {
    let wished = columns.enumerated().compactMap { index, column in
      data.letters(at: column).map { ($0, layout.x(index)) }
    }
    return LetterRows(wished, y: layout.bottom + 22 + Double(deepest) * 15, within: 0...layout.right)
  }

  private func footHeight(_ layout: Layout) -> Double {
    let deepest = columnNames(layout).deepest
    let rows = letters(layout, deepest: deepest)
    return 1 + Double(deepest) * 15 + (rows.pieces.isEmpty ? 0 : 18 + rows.depth)
  }

  /// Upright dashed lines where the series breaks off.
  private func breaks(_ layout: Layout) -> [Markup] {
    columns.enumerated().compactMap { index, column in
      data.breakBefore(column).map {
        Pen.breakLine(
          x: breakX(index, layout), from: layout.top - 22, to: layout.bottom, reason: $0)
      }
    }
  }

  private func breakX(_ index: Int, _ layout: Layout) -> Double {
    layout.left + Double(index) * layout.step
  }

  /// The numbers of a total that is not drawn, above the columns they belong to.
  private func totals(_ layout: Layout) -> [Markup] {
    guard let total = data.total, drawnTotal == nil else { return [] }
    let widths = columns.map { Lettering.width(of: data.mark(total, $0), size: 13.5, isBold: true) }
    let every = ChartData.every(widths, step: layout.step)
    return [
      Pen.lines(
        totalNames(total), x: width - labelWidth, y: 16, size: 13.5, leading: labelLeading,
        classes: "total",
        isBold: true)
    ]
      + columns.enumerated().filter { (columns.count - 1 - $0.offset).isMultiple(of: every) }.map {
        index, column in
        Pen.text(
          data.mark(total, column), x: layout.x(index), y: 16, size: 13.5, anchor: .middle,
          classes: "total",
          isBold: true)
      } + [
        Pen.rule(
          layout.left, 8 + Double(totalNames(total).count) * 16, width,
          8 + Double(totalNames(total).count) * 16)
      ]
  }

  private func totalNames(_ total: ChartData.Series) -> [String] {
    let whole = totalLine(total).first.map { "\(total.label), \($0)" } ?? total.label
    return Lettering.lines(of: whole, width: (labelWidth - 4) / 1.06, size: 13.5)
  }

  // MARK: Lines and their numbers

  /// Lines with intervals and markers, then the numbers, and how many of these found no place.
  private func points(_ layout: Layout) -> (pieces: [Markup], missed: Int) {
    let bounds = Box(
      left: layout.left + 1, top: layout.top - 20, right: layout.right + 8,
      bottom: layout.bottom - 1)
    var field = LabelField(bounds: bounds)
    var pieces: [Markup] = []
    for line in series { pieces += stroke(line, layout, &field) }
    for index in columns.indices where data.breakBefore(columns[index]) != nil {
      let x = breakX(index, layout)
      field.take(Stroke(x1: x, y1: layout.top - 22, x2: x, y2: layout.bottom))
      field.take(Lettering.box(of: "≠", x: x, y: layout.top - 18, size: 14, anchor: .middle))
    }
    for index in columns.indices { pieces += absent(index, layout, &field) }
    for index in order { pieces += numbers(index, layout, &field) }
    return (pieces, field.missed)
  }

  /// The last column first, then the first, then the others: what a reader looks for most gets the best places.
  private var order: [Int] {
    guard let last = columns.indices.last else { return [] }
    return [last] + columns.indices.dropLast()
  }

  /// The line, broken where there is no number or one that may still change, with intervals and markers.
  private func stroke(_ line: ChartData.Series, _ layout: Layout, _ field: inout LabelField)
    -> [Markup]
  {
    var path = ""
    var points: [Markup] = []
    var before: (x: Double, y: Double)?
    for (index, column) in columns.enumerated() {
      guard let value = data.value(line, column) else {
        before = nil
        continue
      }
      let (x, y) = (layout.x(index), layout.y(value))
      let isSettled = data.cell(line, column).value.isSettled
      let from = isSettled ? before : nil
      path += "\(from == nil ? "M" : "L")\(coordinate(x)) \(coordinate(y))"
      if let from { field.take(Stroke(x1: from.x, y1: from.y, x2: x, y2: y)) }
      before = isSettled ? (x, y) : nil
      if let interval = data.cell(line, column).value.interval {
        let (low, high) = (layout.y(interval.lower.value), layout.y(interval.upper.value))
        points.append(Pen.whisker(from: low, to: high, at: x, isUpright: true))
        field.take(Box(left: x - 5, top: high, right: x + 5, bottom: low))
      }
      field.takeMarker(x: x, y: y)
      points.append(line.style.point(x: x, y: y))
    }
    return [line.style.stroke(path)] + points
  }

  /// Marks of cells without a number, on the baseline, beside each other; they are never left out.
  private func absent(_ index: Int, _ layout: Layout, _ field: inout LabelField) -> [Markup] {
    series.filter { data.value($0, columns[index]) == nil }.map { line in
      let mark = data.mark(line, columns[index])
      let places = [0.0, 14, 28, 42, 56].flatMap { up in
        [0.0, 14, -14, 28, -28].map {
          LabelField.Place(x: layout.x(index) + $0, y: layout.bottom - 4 - up, anchor: .middle)
        }
      }
      let place = field.place(mark, size: 13, among: places)
      return Pen.overLines(mark, x: place.x, y: place.y, size: 13, style: line.style)
    }
  }

  /// The numbers of one column: the outermost first, which have the most room, then inwards.
  private func numbers(_ index: Int, _ layout: Layout, _ field: inout LabelField) -> [Markup] {
    let column = columns[index]
    var known = series.filter { data.isTold($0, column, among: columns) }.compactMap { line in
      data.value(line, column).map { (line: line, y: layout.y($0)) }
    }
    .sorted { $0.y < $1.y }[...]
    var pieces: [Markup] = []
    var isLow = false
    while let point = isLow ? known.popLast() : known.popFirst() {
      defer { isLow.toggle() }
      let mark = data.mark(point.line, column)
      let x = layout.x(index)
      guard let place = field.place(mark, size: 12.5, x: x, y: point.y, isLow: isLow) else { continue }
      pieces.append(
        Pen.overLines(mark, x: place.x, y: place.y, size: 12.5, style: point.line.style, anchor: place.anchor))
    }
    return pieces
  }

  // MARK: Names

  private func nameLines(_ line: ChartData.Series) -> [String] {
    Lettering.lines(of: line.label, width: (labelWidth - 4) / 1.06, size: 13.5) + totalLine(line)
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
      let (a, b) = (
        data.value(series[$0], columns[last]) ?? 0, data.value(series[$1], columns[last]) ?? 0
      )
      return a == b ? $0 < $1 : a > b
    }
    let wished = order.map { layout.y(data.value(series[$0], columns[last]) ?? 0) }
    let heights = order.map { Double(names[$0].count) * labelLeading + 8 }
    let places = spread(wished, heights: heights, top: layout.top - 20, bottom: layout.bottom + 20)
    let textX = width - labelWidth
    return order.indices.flatMap { position -> [Markup] in
      let line = series[order[position]]
      let lines = names[order[position]]
      let y = places[position]
      let first = y - Double(lines.count - 1) * labelLeading / 2 + 4.5
      let split = lines.count - totalLine(line).count
      let from = max(layout.x(last) + 22, layout.right + 9)
      return [
        Pen.path(
          "M\(coordinate(from)) \(coordinate(wished[position]))L\(coordinate(textX - 18)) "
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

  /// Of how many columns, a `step` apart, one can be named: such that a name of its width, or of 60 over lines, keeps 8
  /// from the next.
  static func every(_ widths: [Double], step: Double) -> Int {
    let wanted = min(widths.max() ?? 0, 60) + 8
    var every = 1
    while Double(every) * step < wanted, every < widths.count { every += 1 }
    return every
  }
}

extension SeriesStyle {
  /// The line of this series along a path; the total is a third thicker than a part.
  func stroke(_ path: String) -> Markup {
    let line = Markup.element(
      "path",
      [
        "class": "line line-\(name)", "d": path, "fill": "none", "stroke": self.line,
        "stroke-width": role == .total ? "3" : "2.25", "stroke-linejoin": "round",
        "stroke-linecap": "round",
      ])
    return dash.map { line.with("stroke-dasharray", $0) } ?? line
  }
}
