import Model

/// Ranks as a table: in each column the number, its place when it is among the first, and a small bar.
///
/// Rows of 40 in the order of the table; names take at most 170 and break over lines. The bars of a column are on a scale
/// of its own, since what counts is the order within it. Places among the first are told by a disc, weight and colour
/// together; the others are pale. A line below says that every column has its own scale.
struct TopTable {
  let data: ChartData
  private let width = Paper.wide
  private let rowHeight = 40.0

  init(_ data: ChartData) { self.data = data }

  private var columns: [ChartData.Column] { data.columns + [data.totalColumn].compactMap { $0 } }

  private var left: Double {
    min(data.series.map { Lettering.width(of: $0.label, size: 14, isBold: true) }.max() ?? 0, 170)
      + 10
  }

  private var slot: Double {
    let gaps = Double(data.drawnPanels.count - 1 + (data.totalColumn == nil ? 0 : 1)) * 14
    return (width - left - gaps) / Double(max(columns.count, 1))
  }

  /// Whether every column is as wide as a disc, its largest number and the longest word of its name.
  var hasRoom: Bool {
    let numbers = columns.flatMap { column in
      data.series.map { Lettering.width(of: data.mark($0, column), size: 13.5, isBold: true) + 35 }
    }
    let words = columns.flatMap { $0.label.split(separator: " ") }
      .map { Lettering.width(of: String($0), size: 12.5) + 6 }
    return slot >= max(numbers.max() ?? 0, words.max() ?? 0)
  }

  var drawing: Drawing {
    let (left, slot) = (self.left, self.slot)
    let starts = self.starts(left: left, slot: slot)
    let head = headHeight
    var pieces = heads(starts, slot, head)
    var y = head
    for (offset, row) in data.series.enumerated() {
      if offset > 0 { pieces.append(Pen.rule(0, y, width, y)) }
      let names = Lettering.lines(of: row.label, width: (left - 8) / 1.06, size: 14)
      let height = max(rowHeight, Double(names.count) * 16 + 6)
      pieces.append(
        Pen.lines(
          names, x: 0, y: y + height / 2 + 5 - Double(names.count - 1) * 8, leading: 16,
          isBold: true))
      for (index, column) in columns.enumerated() {
        pieces += place(row, column, x: starts[index], y: y, slot: slot)
      }
      y += height
    }
    let note = LocalizedText(
      nl: "De staafjes van elke kolom staan op een eigen schaal.",
      en: "The small bars of each column have a scale of their own.")
    pieces.append(
      Pen.text(note[data.language], x: width, y: y + 16, size: 12, anchor: .end, classes: "aside"))
    return Drawing(width: width, height: y + 22, pieces: pieces)
  }

  private func panelLines(_ panel: (name: String, columns: [ChartData.Column])) -> [String] {
    Lettering.lines(of: panel.name, width: Double(panel.columns.count) * slot - 6, size: 13)
  }

  private func headLines(_ column: ChartData.Column) -> [String] {
    Lettering.lines(of: column.label, width: slot - 6, size: 12.5)
  }

  /// Names of panels with a rule below them, then names of columns.
  private var headHeight: Double {
    let panels = data.drawnPanels.map { panelLines($0).count }.max() ?? 1
    let names = columns.map { headLines($0).count }.max() ?? 1
    return 22 + Double(panels + names) * 15
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

  private func heads(_ starts: [Double], _ slot: Double, _ height: Double) -> [Markup] {
    var pieces = columns.indices.map { index in
      let lines = headLines(columns[index])
      return Pen.lines(
        lines, x: starts[index] + slot - 4, y: height - 10 - Double(lines.count - 1) * 15,
        size: 12.5, leading: 15,
        anchor: .end, classes: "label")
    }
    for panel in data.drawnPanels {
      guard let first = columns.firstIndex(where: { $0.index == panel.columns[0].index }) else {
        continue
      }
      let lines = panelLines(panel)
      let end = starts[first] + Double(panel.columns.count) * slot
      let rule = 8 + Double(lines.count) * 15
      pieces.append(
        Pen.lines(lines, x: starts[first] + 6, y: 16, size: 13, leading: 15, classes: "heading"))
      pieces.append(Pen.rule(starts[first] + 6, rule, end - 4, rule, classes: "baseline"))
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
        x: x + 10, y: y + rowHeight - 10, width: length, height: 5,
        classes: isFirst ? "fill s0" : "fill faint",
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
/// where a row is not among the first. A block is 86 high, and more for each further line of its name or of a column's.
struct TopList {
  let data: ChartData
  private let width = Paper.narrow

  init(_ data: ChartData) { self.data = data }

  var drawing: Drawing {
    guard let main = data.mainColumn else { return Drawing(width: width, height: 0, pieces: []) }
    let panel = data.drawnPanels.first?.columns ?? []
    let end = max(data.series.map { data.value($0, main) ?? 0 }.max() ?? 0, Paper.least)
    let title =
      LocalizedText(nl: "Plaats per ", en: "Place by ")[data.language]
      + (data.drawnPanels.first?.name ?? "")
    let mainWidth = min(Lettering.width(of: main.label, size: 13.5, isBold: true), width / 2)
    let heads = Lettering.lines(of: title, width: (width - mainWidth - 14) / 1.06, size: 13.5)
    let mains = Lettering.lines(of: main.label, width: mainWidth / 1.06 + 0.01, size: 13.5)
    var pieces = [
      Pen.lines(heads, x: 0, y: 16, size: 13.5, leading: 16, classes: "heading", isBold: true),
      Pen.lines(
        mains, x: width, y: 16, size: 13.5, leading: 16, anchor: .end, classes: "heading",
        isBold: true),
    ]
    var y = Double(max(heads.count, mains.count)) * 16 + 12
    for row in data.series {
      pieces.append(Pen.rule(0, y, width, y))
      let number = Lettering.width(of: data.mark(row, main), size: 14, isBold: true)
      let names = Lettering.lines(
        of: row.label, width: (width - max(60, number + 10)) / 1.06, size: 14)
      pieces.append(Pen.lines(names, x: 0, y: y + 20, leading: 17, isBold: true))
      pieces.append(
        Pen.text(
          data.mark(row, main), x: width, y: y + 20, anchor: .end, classes: "total", isBold: true))
      y += Double(names.count - 1) * 17
      let length = max(0, data.value(row, main) ?? 0) / end * width
      pieces.append(
        Pen.rect(
          x: 0, y: y + 28, width: length, height: 6, classes: "fill s0", fill: SeriesStyle.fills[0])
      )
      pieces += places(row, panel, y: y + 38)
      y += 86 + nameDepth(panel)
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  private func slot(_ panel: [ChartData.Column]) -> Double { width / Double(max(panel.count, 1)) }

  private func nameLines(_ column: ChartData.Column, _ panel: [ChartData.Column]) -> [String] {
    Lettering.lines(of: column.label, width: max(slot(panel) - 6, 22), size: 12.5)
  }

  /// How much names of columns need below their first line.
  private func nameDepth(_ panel: [ChartData.Column]) -> Double {
    Double((panel.map { nameLines($0, panel).count }.max() ?? 1) - 1) * 14
  }

  private func places(_ row: ChartData.Series, _ panel: [ChartData.Column], y: Double) -> [Markup] {
    let depth = nameDepth(panel)
    // A disc is 20 across; more columns than that has room for are in the table.
    guard slot(panel) >= 24 else { return [] }
    return panel.enumerated().flatMap { index, column -> [Markup] in
      let x = (Double(index) + 0.5) * slot(panel)
      let label = Pen.lines(
        nameLines(column, panel), x: x, y: y + 12, size: 12.5, leading: 14, anchor: .middle,
        classes: "tick")
      guard let rank = data.cell(row, column).rank else {
        return [label, Pen.text("–", x: x, y: y + 33 + depth, anchor: .middle, classes: "aside")]
      }
      return [label] + badge(rank, x: x, y: y + 28 + depth)
    }
  }
}

/// A place in a ranking: the number in a disc of 20 across, the size of two digits.
private func badge(_ rank: Int, x: Double, y: Double) -> [Markup] {
  [
    .element(
      "circle",
      [
        "class": "fill s0", "cx": coordinate(x), "cy": coordinate(y), "r": "10",
        "fill": SeriesStyle.fills[0],
      ]),
    Pen.text(
      String(rank), x: x, y: y + 4.5, size: 12.5, anchor: .middle, classes: "value on-s0",
      fill: SeriesStyle.inks[0],
      isBold: true),
  ]
}
