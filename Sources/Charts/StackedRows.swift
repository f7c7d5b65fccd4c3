import Model

/// Stacked bars for a narrow place: lying, the panels under each other, with a key that carries the totals.
///
/// All bars are on one scale, from the longest name of a column (between 44 and 96 wide) to 50 before the edge, which is
/// kept for the number at the end. Bars are 24 high. A number stands in its part where it fits with 2 to spare on either
/// side; parts without a number are one open box at the end of the bar.
struct StackedRows {
  let data: ChartData
  let prefix: String
  private let width = Paper.narrow
  private let barHeight = 24.0

  init(_ data: ChartData, prefix: String) {
    self.data = data
    self.prefix = prefix
  }

  var drawing: Drawing {
    var y = 0.0
    var pieces = key(&y)
    let widest = data.columns.map { Lettering.width(of: $0.label, size: 13.5) }.max() ?? 0
    let left = min(max(widest + 8, 44), 96)
    let scale = data.columns.map(data.stackHeight).max() ?? 1
    for panel in data.drawnPanels {
      y += 22
      if !panel.name.isEmpty {
        pieces.append(Pen.text(panel.name, x: 0, y: y, size: 13.5, classes: "heading", isBold: true))
      }
      y += 10
      for column in panel.columns { pieces += bar(column, left: left, scale: max(scale, Paper.least), y: &y) }
    }
    let styles = data.series.map(\.style.role).reduce(into: [SeriesStyle.Role]()) {
      $0.contains($1) ? () : $0.append($1)
    }
    return Drawing(
      width: width, height: y + 2, definitions: styles.map { SeriesStyle(role: $0).pattern(in: prefix) }, pieces: pieces
    )
  }

  /// The series from the foot of the stack up, each with its number in the total column.
  private func key(_ y: inout Double) -> [Markup] {
    var pieces: [Markup] = []
    let column = data.totalColumn
    if let column {
      y += 15
      pieces.append(Pen.text(column.label, x: 0, y: y, size: 13.5, classes: "heading", isBold: true))
      if let total = data.total {
        pieces.append(
          Pen.text(data.mark(total, column), x: width, y: y, size: 14, anchor: .end, classes: "total", isBold: true))
      }
      y += 8
    }
    for series in data.series.reversed() {
      let lines = Lettering.lines(of: series.label, width: width - 24 - 52, size: 13.5)
      pieces.append(series.style.area(x: 0, y: y + 2, width: 15, height: 15, in: prefix))
      pieces.append(Pen.lines(lines, x: 24, y: y + 14.5, size: 13.5, leading: 16.5, classes: "label"))
      if let column {
        pieces.append(
          Pen.text(data.mark(series, column), x: width, y: y + 14.5, size: 13.5, anchor: .end, classes: "value"))
      }
      y += Double(lines.count) * 16.5 + 5
    }
    return pieces
  }

  private func bar(_ column: ChartData.Column, left: Double, scale: Double, y: inout Double) -> [Markup] {
    let room = width - left - 50
    let names = Lettering.lines(of: column.label, width: left - 6, size: 13.5)
    let middle = y + barHeight / 2
    var pieces = [
      Pen.lines(
        names, x: 0, y: middle + 4.8 - Double(names.count - 1) * 7.5, size: 13.5, leading: 15, classes: "label")
    ]
    var x = left
    var withheld: String?
    for series in data.series.reversed() {
      guard let value = data.value(series, column) else {
        withheld = data.mark(series, column)
        continue
      }
      let length = max(0, value) / scale * room
      guard length > 0 else { continue }
      pieces.append(series.style.area(x: x, y: y, width: length, height: barHeight, in: prefix))
      let mark = data.mark(series, column)
      if Lettering.width(of: mark, size: 12.5) <= length - 4 {
        pieces.append(Pen.onArea(mark, x: x + length / 2, y: middle + 4.5, size: 12.5, style: series.style))
      }
      x += length
    }
    if let withheld {
      pieces.append(Pen.openBox(x: x + 1, y: y + 1, width: 15, height: barHeight - 2))
      pieces.append(Pen.text(withheld, x: x + 8.5, y: middle + 4.5, size: 12.5, anchor: .middle, classes: "value"))
      x += 17
    }
    pieces += ending(column, x: x, middle: middle) { left + $0 / scale * room }
    y += max(barHeight, Double(names.count) * 15) + 7
    return pieces
  }

  /// The interval on a bar and the number at its end.
  private func ending(
    _ column: ChartData.Column, x: Double, middle: Double, at place: (Double) -> Double
  ) -> [Markup] {
    guard let total = data.total ?? (data.series.count == 1 ? data.series.first : nil) else { return [] }
    var x = x
    var pieces: [Markup] = []
    if let interval = data.cell(total, column).value.interval {
      let ends = (place(interval.lower.value), place(interval.upper.value))
      pieces.append(Pen.whisker(from: ends.0, to: ends.1, at: middle, isUpright: false))
      x = max(x, ends.1)
    }
    let mark = data.mark(total, column)
    return pieces + [Pen.text(mark, x: x + 6, y: middle + 4.8, size: 13.5, classes: "total", isBold: true)]
  }
}
