import Model

/// Ranks as a table: in each column the number, its place when it is among the first, and a small bar.
///
/// Rows of 40 in the order of the table; names take at most 170 and break over lines. The bars of a column are on a scale
/// of its own, since what counts is the order within it. Places among the first are told by a disc, weight and colour
/// together; the others are pale.
struct TopTable {
  let data: ChartData
  private let width = Paper.wide
  private let rowHeight = 40.0

  init(_ data: ChartData) { self.data = data }

  private var columns: [ChartData.Column] { data.columns + [data.totalColumn].compactMap { $0 } }

  var drawing: Drawing {
    let left = min(data.series.map { Lettering.width(of: $0.label, size: 14) }.max() ?? 0, 170) + 10
    let gaps = Double(data.drawnPanels.count - 1 + (data.totalColumn == nil ? 0 : 1)) * 14
    let slot = (width - left - gaps) / Double(max(columns.count, 1))
    let starts = self.starts(left: left, slot: slot)
    var pieces = heads(starts, slot)
    var y = 52.0
    for (offset, row) in data.series.enumerated() {
      if offset > 0 { pieces.append(Pen.rule(0, y, width, y)) }
      let names = Lettering.lines(of: row.label, width: left - 8, size: 14)
      pieces.append(
        Pen.lines(names, x: 0, y: y + rowHeight / 2 + 5 - Double(names.count - 1) * 8, leading: 16, isBold: true))
      for (index, column) in columns.enumerated() { pieces += place(row, column, x: starts[index], y: y, slot: slot) }
      y += rowHeight
    }
    return Drawing(width: width, height: y + 2, pieces: pieces)
  }

  /// Left edges of the columns, with a gap between panels.
  private func starts(left: Double, slot: Double) -> [Double] {
    var x = left
    var starts: [Double] = []
    for (index, column) in columns.enumerated() {
      if index > 0, column.panel != columns[index - 1].panel { x += 14 }
      starts.append(x)
      x += slot
    }
    return starts
  }

  private func heads(_ starts: [Double], _ slot: Double) -> [Markup] {
    var pieces = columns.indices.map { index in
      Pen.text(columns[index].label, x: starts[index] + slot - 4, y: 42, size: 12.5, anchor: .end, classes: "label")
    }
    for panel in data.drawnPanels {
      guard let first = columns.firstIndex(where: { $0.index == panel.columns[0].index }) else { continue }
      let end = starts[first] + Double(panel.columns.count) * slot
      pieces.append(Pen.text(panel.name, x: starts[first] + 6, y: 16, size: 13, classes: "heading"))
      pieces.append(Pen.rule(starts[first] + 6, 23, end - 4, 23, classes: "baseline"))
    }
    return pieces
  }

  private func place(
    _ row: ChartData.Series, _ column: ChartData.Column, x: Double, y: Double, slot: Double
  ) -> [Markup] {
    let cell = data.cell(row, column)
    let end = max(data.series.map { data.value($0, column) ?? 0 }.max() ?? 0, Paper.least)
    let isFirst = cell.rank != nil
    let length = max(0, cell.value.quantity?.value ?? 0) / end * (slot - 14)
    var pieces = [
      Pen.rect(
        x: x + 10, y: y + rowHeight - 10, width: length, height: 5, classes: isFirst ? "fill s0" : "fill faint",
        fill: isFirst ? SeriesStyle.fills[0] : Palette.pale),
      Pen.text(
        data.mark(row, column), x: x + slot - 4, y: y + 22, size: 13.5, anchor: .end,
        classes: isFirst ? "total" : "aside", isBold: isFirst),
    ]
    if let rank = cell.rank { pieces += badge(rank, x: x + 19, y: y + 17) }
    return pieces
  }
}

/// Ranks for a narrow place: a block a row with the total, its bar and the places in the columns of the first panel; a dash
/// where a row is not among the first. A block is 86 high, and 17 more for each further line of its name.
struct TopList {
  let data: ChartData
  private let width = Paper.narrow

  init(_ data: ChartData) { self.data = data }

  var drawing: Drawing {
    guard let main = data.mainColumn else { return Drawing(width: width, height: 0, pieces: []) }
    let panel = data.drawnPanels.first?.columns ?? []
    let end = max(data.series.map { data.value($0, main) ?? 0 }.max() ?? 0, Paper.least)
    var y = 16.0
    var pieces = [
      Pen.text(
        LocalizedText(nl: "Plaats per ", en: "Place by ")[data.language] + (data.drawnPanels.first?.name ?? ""), x: 0,
        y: y, size: 13.5,
        classes: "heading", isBold: true),
      Pen.text(main.label, x: width, y: y, size: 13.5, anchor: .end, classes: "heading", isBold: true),
    ]
    y += 12
    for row in data.series {
      pieces.append(Pen.rule(0, y, width, y))
      let names = Lettering.lines(of: row.label, width: width - 60, size: 14)
      pieces.append(Pen.lines(names, x: 0, y: y + 20, leading: 17, isBold: true))
      pieces.append(Pen.text(data.mark(row, main), x: width, y: y + 20, anchor: .end, classes: "total", isBold: true))
      y += Double(names.count - 1) * 17
      let length = max(0, data.value(row, main) ?? 0) / end * width
      pieces.append(Pen.rect(x: 0, y: y + 28, width: length, height: 6, classes: "fill s0", fill: SeriesStyle.fills[0]))
      pieces += places(row, panel, y: y + 38)
      y += 86
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  private func places(_ row: ChartData.Series, _ panel: [ChartData.Column], y: Double) -> [Markup] {
    let slot = width / Double(max(panel.count, 1))
    return panel.enumerated().flatMap { index, column -> [Markup] in
      let x = (Double(index) + 0.5) * slot
      let label = Pen.text(column.label, x: x, y: y + 12, size: 12.5, anchor: .middle, classes: "tick")
      guard let rank = data.cell(row, column).rank else {
        return [label, Pen.text("–", x: x, y: y + 33, anchor: .middle, classes: "aside")]
      }
      return [label] + badge(rank, x: x, y: y + 28)
    }
  }
}

/// A place in a ranking: the number in a disc of 20 across, the size of two digits.
private func badge(_ rank: Int, x: Double, y: Double) -> [Markup] {
  [
    .element(
      "circle",
      ["class": "fill s0", "cx": coordinate(x), "cy": coordinate(y), "r": "10", "fill": SeriesStyle.fills[0]]),
    Pen.text(
      String(rank), x: x, y: y + 4.5, size: 12.5, anchor: .middle, classes: "value on-s0", fill: SeriesStyle.inks[0],
      isBold: true),
  ]
}
