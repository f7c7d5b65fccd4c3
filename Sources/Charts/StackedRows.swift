import Model

/// Stacked bars for a narrow place, and for few or for very many columns: lying, the panels under each other, with a key
/// that carries the totals.
///
/// All bars are on one scale, from the longest name of a column (44 wide at least; at most 96 on narrow paper, 230 on wide)
/// to the room before the edge that the number at the end needs. Bars are 24 high. A number stands in its part where it
/// fits with 2 to spare on either side; parts without a number are one open box at the end of the bar. A single series
/// has no key.
struct StackedRows {
  let data: ChartData
  let prefix: String
  let width: Double
  private let barHeight = 24.0

  init(_ data: ChartData, prefix: String, width: Double = Paper.narrow) {
    self.data = data
    self.prefix = prefix
    self.width = width
  }

  private struct Layout {
    var left: Double
    /// Where the longest bar ends.
    var right: Double
    var scale: Double
    func place(_ value: Double) -> Double { left + value / scale * (right - left) }
  }

  var drawing: Drawing {
    var y = 0.0
    var pieces = data.series.count > 1 ? key(&y) : []
    let layout = self.layout
    for panel in data.drawnPanels {
      y += 22
      if !panel.name.isEmpty {
        let names = Lettering.lines(of: panel.name, width: width, size: 13.5)
        pieces.append(
          Pen.lines(names, x: 0, y: y, size: 13.5, leading: 16, classes: "heading", isBold: true))
        y += Double(names.count - 1) * 16
      }
      y += 10
      for column in panel.columns {
        if let reason = data.breakBefore(column) {
          pieces.append(Pen.breakRow(y: y + 5, to: width, reason: reason))
          y += 20
        }
        pieces += bar(column, layout, y: &y)
      }
    }
    return Drawing(
      width: width, height: y + 2,
      definitions: data.series.map(\.style).uniqued().map { $0.pattern(in: prefix) }, pieces: pieces
    )
  }

  private var layout: Layout {
    let letters =
      data.columns.compactMap { data.letters(at: $0) }.map { Pen.widthOfLetters($0) + 6 }.max() ?? 0
    let widest = data.columns.map { Lettering.width(of: $0.label, size: 13.5) }.max() ?? 0
    let left = min(max(widest + 8, 44), width > Paper.narrow ? 230 : 96) + letters
    let lead = data.total ?? (data.series.count == 1 ? data.series.first : nil)
    let numbers = data.columns.map { column in
      lead.map { Lettering.width(of: data.mark($0, column), size: 13.5, isBold: true) } ?? 0
    }
    let hasAbsent = data.columns.contains { column in
      data.series.contains { data.value($0, column) == nil }
    }
    let ending = max(50, (numbers.max() ?? 0) + 8) + (hasAbsent ? 19 : 0)
    let scale = data.columns.map(data.stackHeight).max() ?? 1
    return Layout(left: left, right: width - ending, scale: max(scale, Paper.least))
  }

  /// The series from the foot of the stack up, each with its number in the total column; on wide paper no wider than a
  /// reader's eye goes from a name to its number.
  private func key(_ y: inout Double) -> [Markup] {
    var pieces: [Markup] = []
    let column = data.totalColumn
    let marks = (data.series + [data.total].compactMap { $0 }).compactMap { one in
      column.map { data.mark(one, $0) }
    }
    let numbers = marks.map { Lettering.width(of: $0, size: 14, isBold: true) }.max() ?? 0
    let names = data.series.map { Lettering.width(of: $0.label, size: 13.5) }.max() ?? 0
    let edge = min(width, max(names + 24 + numbers + 30, Paper.narrow))
    if let column {
      y += 15
      pieces.append(
        Pen.text(column.label, x: 0, y: y, size: 13.5, classes: "heading", isBold: true))
      if let total = data.total {
        pieces.append(
          Pen.text(
            data.mark(total, column), x: edge, y: y, size: 14, anchor: .end, classes: "total",
            isBold: true))
      }
      y += 8
    }
    for series in data.series.reversed() {
      let lines = Lettering.lines(
        of: series.label, width: edge - 24 - max(52, numbers + 10), size: 13.5)
      pieces.append(series.style.area(x: 0, y: y + 2, width: 15, height: 15, in: prefix))
      pieces.append(
        Pen.lines(lines, x: 24, y: y + 14.5, size: 13.5, leading: 16.5, classes: "label"))
      if let column {
        pieces.append(
          Pen.text(
            data.mark(series, column), x: edge, y: y + 14.5, size: 13.5, anchor: .end,
            classes: "value"))
      }
      y += Double(lines.count) * 16.5 + 5
    }
    return pieces
  }

  private func bar(_ column: ChartData.Column, _ layout: Layout, y: inout Double) -> [Markup] {
    let letters = data.letters(at: column)
    let lettersWidth = letters.map { Pen.widthOfLetters($0) + 6 } ?? 0
    let names = Lettering.lines(of: column.label, width: layout.left - 6 - lettersWidth, size: 13.5)
    let height = max(barHeight, Double(names.count) * 15)
    let middle = y + height / 2
    var pieces = [
      Pen.lines(
        names, x: 0, y: middle + 4.8 - Double(names.count - 1) * 7.5, size: 13.5, leading: 15,
        classes: "label")
    ]
    if let letters {
      pieces.append(
        Pen.letters(letters, x: layout.left - 6 - Pen.widthOfLetters(letters) / 2, y: middle))
    }
    let top = middle - barHeight / 2
    var x = layout.left
    var withheld: String?
    for series in data.series.reversed() {
      guard let value = data.value(series, column) else {
        withheld = data.mark(series, column)
        continue
      }
      let length = max(0, value) / layout.scale * (layout.right - layout.left)
      guard length > 0 else { continue }
      pieces.append(series.style.area(x: x, y: top, width: length, height: barHeight, in: prefix))
      let mark = data.mark(series, column)
      if data.series.count > 1, Lettering.width(of: mark, size: 12.5) <= length - 4 {
        pieces.append(
          Pen.onArea(mark, x: x + length / 2, y: middle + 4.5, size: 12.5, style: series.style))
      }
      x += length
    }
    if let withheld {
      pieces.append(Pen.openBox(x: x + 1, y: top + 1, width: 15, height: barHeight - 2))
      pieces.append(
        Pen.text(
          withheld, x: x + 8.5, y: middle + 4.5, size: 12.5, anchor: .middle, classes: "value"))
      x += 17
    }
    pieces += ending(column, x: x, middle: middle, layout)
    y += height + 7
    return pieces
  }

  /// The interval on a bar and the number at its end; nothing where the open box has said that there is no number.
  private func ending(_ column: ChartData.Column, x: Double, middle: Double, _ layout: Layout)
    -> [Markup]
  {
    guard let total = data.total ?? (data.series.count == 1 ? data.series.first : nil) else {
      return []
    }
    let cell = data.cell(total, column)
    guard data.total != nil || cell.value.quantity != nil else { return [] }
    var x = x
    var pieces: [Markup] = []
    if let interval = cell.value.interval {
      let ends = (layout.place(interval.lower.value), layout.place(interval.upper.value))
      pieces.append(Pen.whisker(from: ends.0, to: ends.1, at: middle, isUpright: false))
      x = max(x, ends.1)
    }
    let mark = data.mark(total, column)
    return pieces + [
      Pen.text(mark, x: x + 6, y: middle + 4.8, size: 13.5, classes: "total", isBold: true)
    ]
  }
}
