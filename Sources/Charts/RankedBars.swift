import Model

/// A lying bar a row by the total, largest first; in a wide place with small columns for the first panel beside it.
///
/// Rows stand as `ChartData.ranked` orders them. All bars are on one scale from zero to the largest number or head of an
/// interval, none shorter than 1, so that a zero is still a bar. Wide: names to the left of the bars, at most 230 and
/// broken over lines; bars of 22 in rows of 38 or as high as the name; small columns of 22 in slots of 34, at most 17
/// high, on a scale of their own. Narrow: the name above its bar of 18. A row without a number has an open box, its mark
/// and the meaning of the mark in words.
struct RankedBars {
  let data: ChartData
  let isNarrow: Bool

  init(_ data: ChartData, isNarrow: Bool = false) {
    self.data = data
    self.isNarrow = isNarrow
  }

  private var width: Double { isNarrow ? Paper.narrow : Paper.wide }

  var drawing: Drawing {
    guard let column = data.mainColumn else { return Drawing(width: width, height: 0, pieces: []) }
    let rows = data.ranked(by: column)
    let end = max(rows.map { data.reach($0, column) }.max() ?? 0, Paper.least)
    return isNarrow ? narrow(rows, column, end) : wide(rows, column, end)
  }

  private func wide(_ rows: [ChartData.Series], _ column: ChartData.Column, _ end: Double) -> Drawing {
    let left = min(rows.map { Lettering.width(of: $0.label, size: 14) }.max() ?? 0, 230) + 12
    let panel = data.totalColumn == nil ? [] : data.drawnPanels.first?.columns ?? []
    let small = panel.isEmpty ? 0 : max(Double(panel.count) * 34, 80) + 36
    let room = width - left - small - 64
    var y = 8.0
    var pieces = [Pen.text(column.label, x: left, y: 16, size: 13, classes: "heading")]
    pieces += smallHeads(panel, right: width, y: 16)
    y += 20
    for row in rows {
      let names = Lettering.lines(of: row.label, width: left - 10, size: 14)
      let height = max(38, Double(names.count) * 17 + 8)
      let middle = y + height / 2
      pieces.append(
        Pen.lines(names, x: left - 10, y: middle + 5 - Double(names.count - 1) * 8.5, leading: 17, anchor: .end))
      pieces += bar(row, column, x: left, y: middle - 11, height: 22, room: room, end: end)
      pieces += smallColumns(row, panel, right: width, foot: middle + 14)
      y += height
    }
    return Drawing(width: width, height: y + 4, pieces: pieces)
  }

  private func narrow(_ rows: [ChartData.Series], _ column: ChartData.Column, _ end: Double) -> Drawing {
    var y = 16.0
    var pieces = [Pen.text(column.label, x: 0, y: y, size: 13.5, classes: "heading", isBold: true)]
    y += 10
    for row in rows {
      let names = Lettering.lines(of: row.label, width: width - 2, size: 14)
      pieces.append(Pen.lines(names, x: 2, y: y + 15, leading: 17))
      y += Double(names.count) * 17 + 5
      pieces += bar(row, column, x: 0, y: y, height: 18, room: width - 56, end: end)
      y += 28
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  /// The bar with its number behind it, its interval on it, or an open box where there is no number.
  private func bar(
    _ row: ChartData.Series, _ column: ChartData.Column, x: Double, y: Double, height: Double, room: Double, end: Double
  ) -> [Markup] {
    let middle = y + height / 2
    let cell = data.cell(row, column)
    let text = CellText(cell, in: data.language)
    guard let value = cell.value.quantity?.value else {
      let words = text.meaning?[data.language] ?? ""
      return [
        Pen.openBox(x: x, y: y, width: 16, height: height),
        Pen.text(text.mark, x: x + 8, y: middle + 5, anchor: .middle, classes: "value"),
        Pen.text(words, x: x + 22, y: middle + 5, size: 13, classes: "aside"),
      ]
    }
    let length = max(0, value) / end * room
    let style = SeriesStyle(role: row.style.role == .unknown ? .unknown : .series(0))
    var pieces = [
      Pen.rect(x: x, y: y, width: max(length, 1), height: height, classes: "fill \(style.name)", fill: style.fill)
    ]
    var edge = x + length
    if let interval = cell.value.interval {
      let ends = (x + interval.lower.value / end * room, x + interval.upper.value / end * room)
      pieces.append(Pen.whisker(from: ends.0, to: ends.1, at: middle, isUpright: false))
      edge = max(edge, ends.1)
    }
    return pieces + [Pen.text(text.mark, x: edge + 7, y: middle + 5, classes: "total", isBold: true)]
  }

  private func smallHeads(_ panel: [ChartData.Column], right: Double, y: Double) -> [Markup] {
    panel.enumerated().map { index, column in
      let x = right - Double(panel.count - index) * 34 + 17
      return Pen.text(column.label, x: x, y: y, size: 12, anchor: .middle, classes: "tick")
    }
  }

  /// The first panel of one row, each small column with its number, scaled to the largest of all rows.
  private func smallColumns(
    _ row: ChartData.Series, _ panel: [ChartData.Column], right: Double, foot: Double
  ) -> [Markup] {
    let end = max(data.series.flatMap { other in panel.map { data.reach(other, $0) } }.max() ?? 0, Paper.least)
    return panel.enumerated().flatMap { index, column -> [Markup] in
      let x = right - Double(panel.count - index) * 34 + 17
      let height = max(0, data.value(row, column) ?? 0) / end * 17
      return [
        Pen.rect(
          x: x - 11, y: foot - height, width: 22, height: height, classes: "fill s5", fill: SeriesStyle.fills[5]),
        Pen.text(data.mark(row, column), x: x, y: foot - height - 2.5, size: 11.5, anchor: .middle, classes: "tick"),
      ]
    } + [panel.isEmpty ? .group([]) : Pen.rule(right - Double(panel.count) * 34, foot, right, foot)]
  }
}
