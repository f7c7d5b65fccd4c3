package import Disclosure
import Model

/// A wordless miniature of a table's chart, for a card that says the same in words. Hidden from assistive technology.
///
/// 240 by 96 units. Only the first panel is drawn, without text: stacks of
/// parts, lines with the total, or the bars of at most seven rows, the largest first. Colours follow `SeriesStyle`;
/// textures, which would blur at this size, are left out.
package struct Thumbnail: Equatable, Sendable {
  package let markup: Markup

  /// Nil when the table asks for no chart or has nothing to draw.
  package init?(of table: PublishedTable, colours: CategoryColours? = nil) {
    let data = ChartData(table, in: .nl, colours: colours)
    guard table.shape.chart != .none, data.isDrawable else { return nil }
    let isTold = data.isColoured || !data.needsColours
    let pieces =
      switch table.shape.chart {
      case .lines where isTold: lines(data)
      case .stackedBars where isTold: stacks(data)
      case .lines, .stackedBars: ranks(data)
      case .rankedBars, .topTable, .none: ranks(data)
      }
    markup = .element(
      "svg",
      ["class": "thumbnail", "viewBox": "0 0 240 96", "aria-hidden": "true", "focusable": "false"],
      pieces)
  }
}

/// Stacks with their feet at 95 and 92 high for the highest; a bar takes 72% of its slot, and slivers thinner than a
/// third of a unit, which no screen shows, are left out.
private func stacks(_ data: ChartData) -> [Markup] {
  let columns = data.drawnPanels.first?.columns ?? []
  let end = max(columns.map(data.stackHeight).max() ?? 0, Paper.least)
  let slot = 240 / Double(max(columns.count, 1))
  return columns.enumerated().flatMap { index, column -> [Markup] in
    var y = 95.0
    return data.series.reversed().compactMap { series -> Markup? in
      let height = max(0, data.value(series, column) ?? 0) / end * 92
      guard height > 0.3 else { return nil }
      y -= height
      return Pen.rect(
        x: (Double(index) + 0.14) * slot, y: y, width: slot * 0.72, height: height,
        classes: "fill \(series.style.name)",
        fill: series.style.fill)
    }
  }
}

/// Points from 8 to 232 across and from 92 (zero) up to 8 (the largest), so that a stroke stays inside the picture; a line
/// is interrupted where there is no number.
private func lines(_ data: ChartData) -> [Markup] {
  let columns = data.drawnPanels.first?.columns ?? []
  let series = data.series + [data.total].compactMap { $0 }
  let end = max(
    series.flatMap { line in columns.map { data.reach(line, $0) } }.max() ?? 0, Paper.least)
  let step = 224 / Double(max(columns.count - 1, 1))
  return [Pen.rule(0, 94, 240, 94, classes: "baseline")]
    + series.map { line in
      var path = ""
      var isDrawing = false
      for (index, column) in columns.enumerated() {
        guard let value = data.value(line, column) else {
          isDrawing = false
          continue
        }
        let isSettled = data.cell(line, column).value.isSettled
        defer { isDrawing = isSettled }
        path +=
          "\(isDrawing && isSettled ? "L" : "M")\(coordinate(8 + Double(index) * step)) "
          + coordinate(92 - max(0, value) / end * 84)
      }
      return line.style.stroke(path)
    }
}

/// At most seven bars, more would be thinner than the gaps of 3 between them allow to be told apart; none shorter than 1,
/// so that a zero is still a row.
private func ranks(_ data: ChartData) -> [Markup] {
  guard let column = data.mainColumn else { return [] }
  let rows = data.ranked(by: column).prefix(7)
  let end = max(rows.map { data.reach($0, column) }.max() ?? 0, Paper.least)
  let height = 96 / Double(max(rows.count, 1))
  return rows.enumerated().map { index, row in
    Pen.rect(
      x: 0, y: Double(index) * height + 1.5,
      width: max(1, max(0, data.value(row, column) ?? 0) / end * 240),
      height: height - 3, classes: "fill s0", fill: SeriesStyle.fills[0])
  }
}
