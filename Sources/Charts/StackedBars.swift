import Model

/// Upright stacked bars: the panels side by side on one scale, and beside them the names of the parts in the order of the
/// stack, with their numbers over the whole period where the table has them.
///
/// Parts stack from the last row of the table up. From the left: the numbers of the scale, the slots of the columns with
/// gaps of 30 between panels, 34 of air and the names. Slots are as wide as there is room for, at most 150; a bar takes 76%
/// of its slot, at most 100. The plot is 300 high, more when the names need it. A number stands on its part when the part
/// is at least 14 high, the height of its letters, and wide enough; parts without a number are one open box on top of the
/// stack, with the mark of the lowest. Everything is on the one scale: a total over the whole period is a number beside
/// the names and never a bar, which would need a scale of its own.
struct StackedBars {
  let data: ChartData
  let prefix: String
  private let width = Paper.wide
  /// From one line of a name to the next, at letters of 13.
  private let leading = 16.0
  private let panelGap = 30.0
  private let labelSize = 12.5

  init(_ data: ChartData, prefix: String) {
    self.data = data
    self.prefix = prefix
  }

  /// Where things are, once the words have been measured.
  private struct Layout {
    var axis: Axis
    var left: Double
    var slot: Double
    var bar: Double
    /// Room above the plot for the names of panels, the marks of breaks and the number on the highest bar.
    var top: Double
    var bottom: Double
    var names: [Name]
    /// Where the names begin, and where their numbers end.
    var namesX: Double
    var numbersX: Double
  }

  /// A part named beside the bars.
  private struct Name {
    let series: ChartData.Series
    let lines: [String]
    var height: Double { Double(lines.count) * 16 + 6 }
  }

  /// Whether upright bars fill the paper and every number and word has its place: fewer than four bars leave half of it
  /// empty, and a slot must be wider than what stands on it.
  var hasRoom: Bool {
    let layout = self.layout
    let lead = data.total ?? (data.series.count == 1 ? data.series.first : nil)
    let numbers = data.columns.map { column in
      lead.map { Lettering.width(of: data.mark($0, column), size: 13, isBold: true) } ?? 0
    }
    let words = data.columns.flatMap { $0.label.split(separator: " ") }
      .map { Lettering.width(of: String($0), size: labelSize) }
    return data.columns.count >= 4 && layout.slot - 4 >= max(numbers.max() ?? 0, words.max() ?? 0)
  }

  var drawing: Drawing {
    let layout = self.layout
    var pieces = grid(layout)
    var x = layout.left
    for panel in data.drawnPanels {
      let panelWidth = Double(panel.columns.count) * layout.slot
      pieces.append(
        Pen.lines(
          panelLines(panel.name, panelWidth), x: x + panelWidth / 2, y: 16, size: 13, leading: 15,
          anchor: .middle,
          classes: "heading"))
      for (offset, column) in panel.columns.enumerated() {
        let centre = x + (Double(offset) + 0.5) * layout.slot
        pieces += bar(column, centre: centre, layout)
        if let reason = data.breakBefore(column) {
          pieces.append(
            Pen.breakLine(
              x: centre - layout.slot / 2, from: layout.top - 30, to: layout.bottom, reason: reason)
          )
        }
      }
      x += panelWidth + panelGap
    }
    pieces += key(layout)
    let deepest = data.columns.map { columnLines($0, layout).count }.max() ?? 1
    let letters = data.columns.contains { data.letters(at: $0) != nil }
    let foot = layout.bottom + 10 + Double(deepest) * 16 + (letters ? 20 : 0)
    return Drawing(
      width: width, height: max(foot, layout.top + keyHeight(layout.names)),
      definitions: data.series.map(\.style).uniqued().map { $0.pattern(in: prefix) }, pieces: pieces
    )
  }

  // MARK: Layout

  private var layout: Layout {
    let axis = Axis(upTo: data.columns.map(data.stackHeight).max() ?? 0)
    let left =
      12 + (axis.ticks.map { Lettering.width(of: label(of: $0, on: axis), size: 12) }.max() ?? 0)
    let gaps = Double(data.drawnPanels.count - 1) * panelGap
    let count = Double(max(data.columns.count, 1))
    let numbers = keyNumbers.map { Lettering.width(of: $0, size: 13, isBold: true) }.max() ?? 0
    let words = data.series.map { Lettering.width(of: $0.label, size: 13) }.max() ?? 0
    let wanted = isNamed ? 34 + 20 + min(words + 4, 190) + (numbers > 0 ? numbers + 14 : 0) : 12
    let slot = min((width - left - gaps - wanted) / count, 150)
    let end = left + slot * count + gaps
    let namesX = end + 34 + 20
    let names = isNamed ? self.names(width: width - namesX - (numbers > 0 ? numbers + 14 : 0)) : []
    let deepest =
      data.drawnPanels
      .map { panelLines($0.name, Double($0.columns.count) * slot).count }.max() ?? 1
    let top =
      29 + 15 * Double(deepest) + (data.columns.contains { data.breakBefore($0) != nil } ? 18 : 0)
    let height = max(300, keyHeight(names) - 24)
    let widest = names.flatMap(\.lines).map { Lettering.width(of: $0, size: 13) }.max() ?? 0
    return Layout(
      axis: axis, left: left, slot: slot, bar: min(slot * 0.76, 100), top: top,
      bottom: top + height, names: names,
      namesX: namesX,
      numbersX: min(namesX + max(widest, keyHeadWidth - numbers) + numbers + 14, width))
  }

  /// A single series needs no name beside it: the title of the figure says what it is.
  private var isNamed: Bool { data.series.count > 1 }

  private func names(width: Double) -> [Name] {
    data.series.map {
      Name(series: $0, lines: Lettering.lines(of: $0.label, width: width, size: 13))
    }
  }

  private func label(of tick: Double, on axis: Axis) -> String {
    axis.label(of: tick, in: data.language) + (data.isInPerCent ? "%" : "")
  }

  private func panelLines(_ name: String, _ panelWidth: Double) -> [String] {
    Lettering.lines(of: name, width: panelWidth + panelGap - 10, size: 13)
  }

  private func grid(_ layout: Layout) -> [Markup] {
    let gaps = Double(data.drawnPanels.count - 1) * panelGap
    let right = layout.left + layout.slot * Double(data.columns.count) + gaps
    return layout.axis.ticks.flatMap { tick -> [Markup] in
      let y = layout.bottom - tick / layout.axis.end * (layout.bottom - layout.top)
      return [
        Pen.rule(layout.left, y, right, y, classes: tick == 0 ? "baseline" : "grid"),
        Pen.text(
          label(of: tick, on: layout.axis), x: layout.left - 6, y: y + 4, size: 12, anchor: .end,
          classes: "tick"),
      ]
    }
  }

  /// The name of a column, broken where it would run into its neighbours.
  ///
  /// With a slot of `s` and a wider neighbour of `w` (at most `s`), centred names keep 10 apart when this one is at most
  /// `2 s − w − 10` wide; it may take that much, up to 1.6 slots, and always `s − 4`.
  private func columnLines(_ column: ChartData.Column, _ layout: Layout) -> [String] {
    let panel = data.columns(inPanel: column.panel ?? 0)
    let place = panel.firstIndex { $0.index == column.index } ?? 0
    let neighbours = [place - 1, place + 1].filter(panel.indices.contains).map { panel[$0].label }
    let widest =
      neighbours.map { min(Lettering.width(of: $0, size: labelSize), layout.slot) }.max() ?? 0
    let room = max(layout.slot - 4, min(2 * layout.slot - widest - 10, 1.6 * layout.slot))
    return Lettering.lines(of: column.label, width: room, size: labelSize)
  }

  // MARK: Bars

  /// One stack with its values, its total above and its name below.
  private func bar(_ column: ChartData.Column, centre: Double, _ layout: Layout) -> [Markup] {
    let (width, x) = (layout.bar, centre - layout.bar / 2)
    var pieces: [Markup] = []
    var y = layout.bottom
    var withheld: [String] = []
    for series in data.series.reversed() {
      guard let value = data.value(series, column) else {
        withheld.append(data.mark(series, column))
        continue
      }
      let height = max(0, value) / layout.axis.end * (layout.bottom - layout.top)
      y -= height
      guard height > 0 else { continue }
      pieces.append(series.style.area(x: x, y: y, width: width, height: height, in: prefix))
      let mark = data.mark(series, column)
      if data.series.count > 1, height >= 14, Lettering.width(of: mark, size: 12) <= width - 2 {
        pieces.append(
          Pen.onArea(mark, x: centre, y: y + height / 2 + 4.3, size: 12, style: series.style))
      }
    }
    if !withheld.isEmpty {
      y -= 16
      pieces.append(Pen.openBox(x: x, y: y, width: width, height: 15))
      pieces.append(
        Pen.text(
          withheld.first ?? "", x: centre, y: y + 12, size: 12, anchor: .middle, classes: "value"))
    }
    pieces += crown(column, centre: centre, y: y, layout)
    let lines = columnLines(column, layout)
    pieces.append(
      Pen.lines(
        lines, x: centre, y: layout.bottom + 18, size: labelSize, leading: 15, anchor: .middle,
        classes: "label"))
    if let letters = data.letters(at: column) {
      pieces.append(
        Pen.letters(letters, x: centre, y: layout.bottom + 20 + Double(lines.count) * 15))
    }
    return pieces
  }

  /// The total of a bar and its interval; nothing where the open box has said that there is no number.
  private func crown(_ column: ChartData.Column, centre: Double, y: Double, _ layout: Layout)
    -> [Markup]
  {
    guard let total = data.total ?? (data.series.count == 1 ? data.series.first : nil) else {
      return []
    }
    let cell = data.cell(total, column)
    guard data.total != nil || cell.value.quantity != nil else { return [] }
    var pieces: [Markup] = []
    var y = y
    if let interval = cell.value.interval {
      let height = layout.bottom - layout.top
      let low = layout.bottom - interval.lower.value / layout.axis.end * height
      let high = layout.bottom - interval.upper.value / layout.axis.end * height
      pieces.append(Pen.whisker(from: low, to: high, at: centre, isUpright: true))
      y = min(y, high)
    }
    let mark = data.mark(total, column)
    return pieces + [
      Pen.text(mark, x: centre, y: y - 6, size: 13, anchor: .middle, classes: "total", isBold: true)
    ]
  }

  // MARK: Names

  /// The numbers beside the names, those of the total column; none without one.
  private var keyNumbers: [String] {
    guard let column = data.totalColumn else { return [] }
    return (data.series + [data.total].compactMap { $0 }).map { data.mark($0, column) }
  }

  private var keyHeadWidth: Double {
    data.totalColumn.map { Lettering.width(of: $0.label, size: 13) } ?? 0
  }

  private func keyHeight(_ names: [Name]) -> Double {
    let rows = names.reduce(0) { $0 + $1.height }
    return rows + (data.totalColumn == nil ? 0 : 22 + (data.total == nil ? 0 : 28))
  }

  /// Names in the order of the stack, under the name of the period that their numbers are about, and the total below.
  private func key(_ layout: Layout) -> [Markup] {
    guard isNamed else { return [] }
    var pieces: [Markup] = []
    var y = layout.top - 10
    if let column = data.totalColumn {
      pieces.append(
        Pen.text(
          column.label, x: layout.numbersX, y: y + 4, size: 13, anchor: .end, classes: "heading",
          isBold: true))
      y += 22
    }
    for name in layout.names {
      let first = y + 4.5
      pieces.append(
        name.series.style.area(x: layout.namesX - 20, y: y - 6, width: 13, height: 13, in: prefix))
      pieces.append(
        Pen.lines(
          name.lines, x: layout.namesX, y: first, size: 13, leading: leading, classes: "label"))
      if let column = data.totalColumn {
        let mark = data.mark(name.series, column)
        pieces.append(
          Pen.text(mark, x: layout.numbersX, y: first, size: 13, anchor: .end, classes: "value"))
      }
      y += name.height
    }
    guard let column = data.totalColumn, let total = data.total else { return pieces }
    let rule = y - 6
    return pieces + [
      Pen.rule(layout.namesX, rule, layout.numbersX, rule, classes: "baseline"),
      Pen.text(
        total.label, x: layout.namesX, y: rule + 18, size: 13, classes: "total", isBold: true),
      Pen.text(
        data.mark(total, column), x: layout.numbersX, y: rule + 18, size: 13, anchor: .end,
        classes: "total",
        isBold: true),
    ]
  }
}

extension Array where Element: Equatable {
  /// Each element once, in order.
  func uniqued() -> [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
