import Model

/// A lying bar a row by the total, largest first; in a wide place with small columns for the first panel beside it.
///
/// Rows stand as `ChartData.ranked` orders them. All bars are on one scale from zero to the largest number or head of an
/// interval, none shorter than 1, so that a zero is still a bar. Wide: names to the left of the bars, at most 230 and
/// broken over lines; bars of 22 in rows of 38 or as high as the name; small columns of 22 in slots of 34 or as wide as
/// their numbers, at most 17 high, on a scale of their own, which their heading says; left out where they would take more
/// than two fifths of the paper. Narrow: the name above its bar of 18. A row without a number has an open box, its mark
/// and the meaning of the mark in words.
struct RankedBars {
  let data: ChartData
  let isNarrow: Bool

  init(_ data: ChartData, isNarrow: Bool = false) {
    self.data = data
    self.isNarrow = isNarrow
  }

  private var width: Double { isNarrow ? Paper.narrow : Paper.wide }

  /// What the bars of one column share.
  private struct Bars {
    var column: ChartData.Column
    /// Where the longest bar ends, from where bars begin.
    var room: Double
    var end: Double
    /// Where words end at the latest.
    var edge: Double
  }

  var drawing: Drawing {
    guard let column = data.mainColumn else { return Drawing(width: width, height: 0, pieces: []) }
    let rows = data.ranked(by: column)
    let end = max(rows.map { data.reach($0, column) }.max() ?? 0, Paper.least)
    let numbers =
      rows.map { Lettering.width(of: data.mark($0, column), size: 14, isBold: true) }.max() ?? 0
    return isNarrow ? narrow(rows, column, end, numbers) : wide(rows, column, end, numbers)
  }

  private func wide(
    _ rows: [ChartData.Series], _ column: ChartData.Column, _ end: Double, _ numbers: Double
  ) -> Drawing {
    let left = min(rows.map { Lettering.width(of: $0.label, size: 14) }.max() ?? 0, 230) + 12
    let small = SmallColumns(data, rows: rows, right: width)
    let room = width - left - small.width - max(64, numbers + 12)
    let bars = Bars(column: column, room: room, end: end, edge: width - small.width)
    let head = Lettering.lines(of: column.label, width: room, size: 13)
    let headLines = max(column.label.isEmpty ? 0 : Double(head.count), small.headLines)
    var y = headLines > 0 ? 12 + headLines * 16 : 0
    var pieces =
      column.label.isEmpty ? [] : [Pen.lines(head, x: left, y: 16, size: 13, leading: 16, classes: "heading")]
    pieces += small.heads
    for row in rows {
      let names = Lettering.lines(of: row.label, width: left - 10, size: 14)
      let height = max(38, Double(names.count) * 17 + 8)
      let middle = y + height / 2
      pieces.append(
        Pen.lines(
          names, x: left - 10, y: middle + 5 - Double(names.count - 1) * 8.5, leading: 17,
          anchor: .end))
      pieces += bar(row, bars, x: left, y: middle - 11, height: 22)
      pieces += small.columns(of: row, foot: middle + 14)
      y += height
    }
    return Drawing(width: width, height: y + 4, pieces: pieces)
  }

  private func narrow(
    _ rows: [ChartData.Series], _ column: ChartData.Column, _ end: Double, _ numbers: Double
  ) -> Drawing {
    let bars = Bars(column: column, room: width - max(56, numbers + 10), end: end, edge: width)
    let head = Lettering.lines(of: column.label, width: width / 1.06, size: 13.5)
    var y = column.label.isEmpty ? 0 : Double(head.count) * 16 + 10
    var pieces =
      column.label.isEmpty
      ? [] : [Pen.lines(head, x: 0, y: 16, size: 13.5, leading: 16, classes: "heading", isBold: true)]
    for row in rows {
      let names = Lettering.lines(of: row.label, width: width - 2, size: 14)
      pieces.append(Pen.lines(names, x: 2, y: y + 15, leading: 17))
      y += Double(names.count) * 17 + 5
      pieces += bar(row, bars, x: 0, y: y, height: 18)
      y += 28
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  /// The bar with its number behind it, its interval on it, or an open box where there is no number.
  private func bar(_ row: ChartData.Series, _ bars: Bars, x: Double, y: Double, height: Double)
    -> [Markup]
  {
    let middle = y + height / 2
    let cell = data.cell(row, bars.column)
    let mark = data.mark(row, bars.column)
    guard let value = cell.value.quantity?.value else {
      return absent(cell, mark, bars, x: x, y: y, height: height)
    }
    let length = max(0, value) / bars.end * bars.room
    let style = SeriesStyle(role: row.style.role == .unknown ? .unknown : .series(0))
    var pieces = [
      Pen.rect(
        x: x, y: y, width: max(length, 1), height: height, classes: "fill \(style.name)",
        fill: style.fill)
    ]
    var edge = x + length
    if let interval = cell.value.interval {
      let ends = (
        x + interval.lower.value / bars.end * bars.room,
        x + interval.upper.value / bars.end * bars.room
      )
      pieces.append(Pen.whisker(from: ends.0, to: ends.1, at: middle, isUpright: false))
      edge = max(edge, ends.1)
    }
    return pieces + [Pen.text(mark, x: edge + 7, y: middle + 5, classes: "total", isBold: true)]
  }

  /// An open box with the mark and what it means: with its explanation where that has room.
  private func absent(
    _ cell: Cell, _ mark: String, _ bars: Bars, x: Double, y: Double, height: Double
  ) -> [Markup] {
    let middle = y + height / 2
    let whole = cell.meaning?[data.language] ?? ""
    let words =
      Lettering.width(of: whole, size: 13) <= bars.edge - x - 22
      ? whole : cell.state.label[data.language]
    return [
      Pen.openBox(x: x, y: y, width: 16, height: height),
      Pen.text(mark, x: x + 8, y: middle + 5, anchor: .middle, classes: "value"),
      Pen.text(words, x: x + 22, y: middle + 5, size: 13, classes: "aside"),
    ]
  }
}

/// The first panel beside ranked bars, a small column for each of its columns, all on one scale of their own.
private struct SmallColumns {
  private let data: ChartData
  private let panel: [ChartData.Column]
  private let slot: Double
  private let right: Double
  private let end: Double
  /// What it says about itself above its columns.
  private let title: [String]

  init(_ data: ChartData, rows: [ChartData.Series], right: Double) {
    let columns = data.totalColumn == nil ? [] : data.drawnPanels.first?.columns ?? []
    let numbers = columns.flatMap { column in
      rows.map { Lettering.width(of: data.mark($0, column), size: 12) }
    }
    let heads = columns.map { Lettering.width(of: $0.label, size: 12) }
    slot = max(34, (numbers + heads).max().map { $0 + 6 } ?? 0)
    panel = Double(columns.count) * slot <= right * 0.4 ? columns : []
    self.data = data
    self.right = right
    end = max(rows.flatMap { row in columns.map { data.reach(row, $0) } }.max() ?? 0, Paper.least)
    let name = data.drawnPanels.first?.name ?? ""
    let own = LocalizedText(nl: "eigen schaal", en: "own scale")[data.language]
    title =
      panel.isEmpty
      ? []
      : Lettering.lines(
        of: name.isEmpty ? own : "\(name), \(own)", width: max(130, Double(panel.count) * slot),
        size: 12)
  }

  /// With the air before it; nothing without columns.
  var width: Double { panel.isEmpty ? 0 : max(max(Double(panel.count) * slot, 80), 130) + 24 }
  var headLines: Double { panel.isEmpty ? 0 : Double(title.count) + 1 }

  private func x(_ index: Int) -> Double { right - (Double(panel.count - index) - 0.5) * slot }

  var heads: [Markup] {
    guard !panel.isEmpty else { return [] }
    let y = 16 + Double(title.count) * 15
    return [
      Pen.lines(title, x: right, y: 14, size: 12, leading: 15, anchor: .end, classes: "aside")
    ]
      + panel.enumerated().map { index, column in
        Pen.text(column.label, x: x(index), y: y, size: 12, anchor: .middle, classes: "tick")
      }
  }

  /// Each small column with its number, scaled to the largest of all rows.
  func columns(of row: ChartData.Series, foot: Double) -> [Markup] {
    guard !panel.isEmpty else { return [] }
    return panel.enumerated().flatMap { index, column -> [Markup] in
      let height = max(0, data.value(row, column) ?? 0) / end * 17
      return [
        Pen.rect(
          x: x(index) - 11, y: foot - height, width: 22, height: height, classes: "fill s5",
          fill: SeriesStyle.fills[5]),
        Pen.text(
          data.mark(row, column), x: x(index), y: foot - height - 2.5, size: 12, anchor: .middle,
          classes: "tick"),
      ]
    } + [Pen.rule(right - Double(panel.count) * slot, foot, right, foot)]
  }
}
