import Model

/// Lines for a narrow place: one small drawing a row, under each other on the same scale.
///
/// The total comes first, then the parts from the foot of the table up, as they would lie in a stack. Each has its name
/// and its number over the whole period on top, a plot of 62 high (the height at which six fit a telephone with their
/// names in two screens), and below it the names of the columns. The number of a point stands 9 above it, or to the right
/// of it where an interval is drawn.
struct LineMultiples {
  let data: ChartData
  private let width = Paper.narrow
  private let height = 62.0

  init(_ data: ChartData) { self.data = data }

  private var columns: [ChartData.Column] { data.drawnPanels.first?.columns ?? [] }

  var drawing: Drawing {
    let series = [data.totalAsLine].compactMap { $0 } + data.series.reversed()
    let end = max(series.flatMap { line in columns.map { data.reach(line, $0) } }.max() ?? 0, Paper.least)
    var y = 0.0
    var pieces = data.totalAsLine == nil ? totals(&y) : []
    for line in series { pieces += multiple(line, end: end, y: &y) }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  /// The numbers of a total that is not drawn: its name and a number a column, above all plots.
  private func totals(_ y: inout Double) -> [Markup] {
    guard let total = data.total else { return [] }
    let step = width / Double(max(columns.count, 1))
    let names = Lettering.lines(of: total.label, width: width - 58, size: 14)
    let foot = Double(names.count - 1) * 17
    var pieces = [Pen.lines(names, x: 0, y: 15, size: 14, leading: 17, classes: "total", isBold: true)]
    if let column = data.totalColumn, data.value(total, column) != nil {
      pieces.append(
        Pen.text(data.mark(total, column), x: width, y: 15, size: 14, anchor: .end, classes: "total", isBold: true))
    }
    for (index, column) in columns.enumerated() {
      let x = (Double(index) + 0.5) * step
      pieces.append(
        Pen.text(data.mark(total, column), x: x, y: foot + 38, size: 13.5, anchor: .middle, classes: "total"))
      pieces.append(Pen.text(column.label, x: x, y: foot + 55, size: 13, anchor: .middle, classes: "tick"))
    }
    y = foot + 74
    return pieces
  }

  private func multiple(_ line: ChartData.Series, end: Double, y: inout Double) -> [Markup] {
    let room = data.totalColumn == nil ? width : width - 58
    let names = Lettering.lines(of: line.label, width: room, size: 14)
    var pieces = [
      Pen.lines(
        names, x: 0, y: y + 15, size: 14, leading: 17, classes: "name ink-\(line.style.name)",
        fill: line.style.line, isBold: true)
    ]
    if let column = data.totalColumn, data.value(line, column) != nil {
      pieces.append(
        Pen.text(data.mark(line, column), x: width, y: y + 15, size: 14, anchor: .end, classes: "total", isBold: true))
    }
    y += Double(names.count) * 17 + 25
    pieces += plot(line, end: end, top: y)
    y += height + 36
    return pieces
  }

  private func plot(_ line: ChartData.Series, end: Double, top: Double) -> [Markup] {
    let step = width / Double(max(columns.count, 1))
    let bottom = top + height
    var pieces = [Pen.rule(0, bottom, width, bottom, classes: "baseline")]
    pieces += columns.enumerated().compactMap { index, column in
      data.breakBefore(column).map {
        Pen.breakLine(x: Double(index) * step, from: top - 12, to: bottom, reason: $0)
      }
    }
    var path = ""
    var marks: [Markup] = []
    var isDrawing = false
    for (index, column) in columns.enumerated() {
      let x = (Double(index) + 0.5) * step
      pieces.append(Pen.text(column.label, x: x, y: bottom + 17, size: 13, anchor: .middle, classes: "tick"))
      guard let value = data.value(line, column) else {
        isDrawing = false
        marks.append(Pen.overLines(data.mark(line, column), x: x, y: bottom - 5, size: 13.5, style: line.style))
        continue
      }
      let y = bottom - max(0, value) / end * height
      let isSettled = data.cell(line, column).value.isSettled
      path += "\(isDrawing && isSettled ? "L" : "M")\(coordinate(x)) \(coordinate(y))"
      isDrawing = isSettled
      if let interval = data.cell(line, column).value.interval {
        let ends = (interval.lower.value, interval.upper.value)
        marks.append(
          Pen.whisker(from: bottom - ends.0 / end * height, to: bottom - ends.1 / end * height, at: x, isUpright: true))
      }
      marks.append(line.style.point(x: x, y: y))
      let hasInterval = data.cell(line, column).value.interval != nil
      marks.append(
        Pen.overLines(
          data.mark(line, column), x: hasInterval ? x + 9 : x, y: hasInterval ? y + 5 : y - 9, size: 13.5,
          style: line.style, anchor: hasInterval ? .start : .middle))
    }
    return pieces + [line.style.stroke(path)] + marks
  }
}
