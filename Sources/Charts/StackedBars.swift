import Model

/// Upright stacked bars: the panels side by side on one scale, then the total on a scale of its own whose parts are
/// named beside it, so that nobody has to look up a legend.
///
/// Parts stack from the last row of the table up. From the left: the numbers of the scale, the slots of the columns with
/// gaps of 30 between panels, 46 of air and the total bar of 52, and the names. Slots are as wide as there is room for, at
/// most 128, beyond which bars look like areas; a bar takes 76% of its slot, at most 84. The plot is 300 high, more when
/// the names need it. A number stands on its part when the part is at least 14 high, the height of its letters, and wide
/// enough; parts without a number are one open box on top of the stack, with the mark of the lowest.
struct StackedBars {
  let data: ChartData
  let prefix: String
  private let width = Paper.wide
  /// Room above the plot for the name of a panel and the number on the highest bar.
  private let top = 44.0
  /// From one line of a name to the next, at letters of 13.
  private let labelLeading = 16.0
  private let panelGap = 30.0
  private let labelSize = 12.5
  /// From the edge of the last bar to the names beside it: leader, swatch and number.
  private static let labelStart = 98.0

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
    var bottom: Double
    var totalX: Double
    var totalWidth: Double
    var labels: [Label]
  }

  /// A series named beside the last bar.
  private struct Label {
    let series: ChartData.Series
    let lines: [String]
    let mark: String
    var height: Double
  }

  var drawing: Drawing {
    let layout = self.layout
    var pieces = grid(layout)
    var x = layout.left
    for panel in data.drawnPanels {
      let panelWidth = Double(panel.columns.count) * layout.slot
      pieces.append(Pen.text(panel.name, x: x + panelWidth / 2, y: 16, size: 13, anchor: .middle, classes: "heading"))
      for (offset, column) in panel.columns.enumerated() {
        let centre = x + (Double(offset) + 0.5) * layout.slot
        pieces += bar(column, centre: centre, width: layout.bar, scale: layout.axis.end, layout)
        if let reason = data.breakBefore(column) {
          pieces.append(
            Pen.breakLine(x: centre - layout.slot / 2, from: top - 12, to: layout.bottom, reason: reason))
        }
      }
      x += panelWidth + panelGap
    }
    pieces += ending(layout)
    let deepest = (data.columns + [data.totalColumn].compactMap { $0 }).map { columnLines($0, layout).count }.max() ?? 1
    let styles = data.series.map(\.style.role).reduce(into: [SeriesStyle.Role]()) {
      $0.contains($1) ? () : $0.append($1)
    }
    return Drawing(
      width: width, height: layout.bottom + 10 + Double(deepest) * 16,
      definitions: styles.map { SeriesStyle(role: $0).pattern(in: prefix) }, pieces: pieces)
  }

  private var layout: Layout {
    let axis = Axis(upTo: data.columns.map(data.stackHeight).max() ?? 0)
    let left = 12 + (axis.ticks.map { Lettering.width(of: axis.label(of: $0, in: data.language), size: 12) }.max() ?? 0)
    let wanted = data.series.map { Lettering.width(of: $0.label, size: 13) }.max() ?? 0
    let labelWidth = min(wanted + 4, 190) + Self.labelStart
    let totalWidth = data.totalColumn == nil ? 0 : 52.0
    let count = Double(max(data.columns.count, 1))
    let gaps = Double(data.drawnPanels.count - 1) * panelGap
    let room = width - left - gaps - (totalWidth > 0 ? totalWidth + 46 : 0) - labelWidth
    let slot = min(room / count, 128)
    let end = left + slot * count + gaps
    let edge = end + (totalWidth > 0 ? totalWidth + 46 : 0)
    let labels = self.labels(width: width - edge - Self.labelStart)
    let height = max(300, labels.reduce(0) { $0 + $1.height })
    return Layout(
      axis: axis, left: left, slot: slot, bar: min(slot * 0.76, 84), bottom: top + height, totalX: end + 46,
      totalWidth: totalWidth, labels: labels)
  }

  private func labels(width: Double) -> [Label] {
    data.series.map { series in
      let lines = Lettering.lines(of: series.label, width: width, size: 13)
      let mark = data.mainColumn.map { data.mark(series, $0) } ?? ""
      return Label(series: series, lines: lines, mark: mark, height: Double(lines.count) * labelLeading + 5)
    }
  }

  private func grid(_ layout: Layout) -> [Markup] {
    let gaps = Double(data.drawnPanels.count - 1) * panelGap
    let right = layout.left + layout.slot * Double(data.columns.count) + gaps
    return layout.axis.ticks.flatMap { tick -> [Markup] in
      let y = layout.bottom - tick / layout.axis.end * (layout.bottom - top)
      return [
        Pen.rule(layout.left, y, right, y, classes: tick == 0 ? "baseline" : "grid"),
        Pen.text(
          layout.axis.label(of: tick, in: data.language), x: layout.left - 6, y: y + 4, size: 12, anchor: .end,
          classes: "tick"),
      ]
    }
  }

  /// The name of a column, broken where it would run into its neighbours.
  ///
  /// With a slot of `s` and a wider neighbour of `w` (at most `s`), centred names keep 10 apart when this one is at most
  /// `2 s − w − 10` wide; it may take that much, up to 1.6 slots, and always `s − 4`.
  private func columnLines(_ column: ChartData.Column, _ layout: Layout) -> [String] {
    guard column.index != data.totalColumn?.index else {
      return Lettering.lines(of: column.label, width: layout.totalWidth + 40, size: labelSize)
    }
    let panel = data.columns(inPanel: column.panel ?? 0)
    let place = panel.firstIndex { $0.index == column.index } ?? 0
    let neighbours = [place - 1, place + 1].filter(panel.indices.contains).map { panel[$0].label }
    let widest = neighbours.map { min(Lettering.width(of: $0, size: labelSize), layout.slot) }.max() ?? 0
    let room = max(layout.slot - 4, min(2 * layout.slot - widest - 10, 1.6 * layout.slot))
    return Lettering.lines(of: column.label, width: room, size: labelSize)
  }

  /// One stack with its values, its total above and its name below.
  private func bar(
    _ column: ChartData.Column, centre: Double, width: Double, scale: Double, _ layout: Layout
  ) -> [Markup] {
    let x = centre - width / 2
    var pieces: [Markup] = []
    var y = layout.bottom
    var withheld: [String] = []
    for series in data.series.reversed() {
      guard let value = data.value(series, column) else {
        withheld.append(data.mark(series, column))
        continue
      }
      let height = max(0, value) / scale * (layout.bottom - top)
      y -= height
      guard height > 0 else { continue }
      pieces.append(series.style.area(x: x, y: y, width: width, height: height, in: prefix))
      let mark = data.mark(series, column)
      if data.series.count > 1, height >= 14, Lettering.width(of: mark, size: 12) <= width - 2 {
        pieces.append(Pen.onArea(mark, x: centre, y: y + height / 2 + 4.3, size: 12, style: series.style))
      }
    }
    if !withheld.isEmpty {
      y -= 16
      pieces.append(Pen.openBox(x: x, y: y, width: width, height: 15))
      pieces.append(Pen.text(withheld.first ?? "", x: centre, y: y + 12, size: 12, anchor: .middle, classes: "value"))
    }
    pieces += crown(column, centre: centre, y: y, scale: scale, layout)
    pieces.append(
      Pen.lines(
        columnLines(column, layout), x: centre, y: layout.bottom + 18, size: labelSize, leading: 15,
        anchor: .middle,
        classes: "label"))
    return pieces
  }

  /// The total of a bar and its interval.
  private func crown(
    _ column: ChartData.Column, centre: Double, y: Double, scale: Double, _ layout: Layout
  ) -> [Markup] {
    guard let total = data.total ?? (data.series.count == 1 ? data.series.first : nil) else { return [] }
    var pieces: [Markup] = []
    var y = y
    if let interval = data.cell(total, column).value.interval {
      let height = layout.bottom - top
      let low = layout.bottom - interval.lower.value / scale * height
      let high = layout.bottom - interval.upper.value / scale * height
      pieces.append(Pen.whisker(from: low, to: high, at: centre, isUpright: true))
      y = min(y, high)
    }
    let mark = data.mark(total, column)
    return pieces + [Pen.text(mark, x: centre, y: y - 6, size: 13, anchor: .middle, classes: "total", isBold: true)]
  }

  /// The total bar, if there is one, and the names of the parts beside the last bar.
  private func ending(_ layout: Layout) -> [Markup] {
    var pieces: [Markup] = []
    var edge = layout.totalX - 46 - (layout.slot - layout.bar) / 2
    var scale = layout.axis.end
    var last = data.drawnPanels.last?.columns.last
    if let column = data.totalColumn {
      scale = max(data.stackHeight(column), Paper.least)
      let centre = layout.totalX + layout.totalWidth / 2
      pieces += bar(column, centre: centre, width: layout.totalWidth, scale: scale, layout)
      pieces.append(
        Pen.text(
          LocalizedText(nl: "eigen schaal", en: "own scale")[data.language], x: centre, y: 16, size: 12,
          anchor: .middle, classes: "aside"))
      edge = layout.totalX + layout.totalWidth
      last = column
    }
    guard let last else { return pieces }
    return pieces + names(besides: last, edge: edge, scale: scale, layout)
  }

  private func names(
    besides column: ChartData.Column, edge: Double, scale: Double, _ layout: Layout
  ) -> [Markup] {
    var foot = layout.bottom
    var centres: [Double] = []
    for series in data.series.reversed() {
      let height = max(0, data.value(series, column) ?? 0) / scale * (layout.bottom - top)
      centres.insert(foot - height / 2, at: 0)
      foot -= height
    }
    let places = spread(centres, heights: layout.labels.map(\.height), top: top - 6, bottom: layout.bottom + 4)
    let textX = edge + Self.labelStart
    return layout.labels.indices.flatMap { index -> [Markup] in
      let label = layout.labels[index]
      let y = places[index]
      let first = y - Double(label.lines.count - 1) * labelLeading / 2 + 4.5
      let leader = "M\(coordinate(edge + 4)) \(coordinate(centres[index]))L\(coordinate(edge + 26)) \(coordinate(y))"
      return [
        Pen.path(leader),
        label.series.style.area(x: edge + 30, y: y - 6, width: 12, height: 12, in: prefix),
        Pen.text(label.mark, x: textX - 6, y: first, size: 13, anchor: .end, classes: "value", isBold: true),
        Pen.lines(label.lines, x: textX, y: first, size: 13, leading: labelLeading, classes: "label"),
      ]
    }
  }
}
