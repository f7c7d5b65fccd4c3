import Model

/// Lines for a narrow place: one small drawing a row, under each other on the same scale.
///
/// The total comes first, then the parts from the foot of the table up, as they would lie in a stack. Each has its name
/// and its number over the whole period, with the name of that period, on top, a plot of 62 high (the height at which six fit a telephone with their
/// names in two screens), and below it the names of the columns. Numbers stand where `LabelField` finds room for them.
struct LineMultiples {
  let data: ChartData
  private let width = Paper.narrow
  private let height = 62.0

  init(_ data: ChartData) { self.data = data }

  private var columns: [ChartData.Column] { data.drawnPanels.first?.columns ?? [] }
  private var step: Double { width / Double(max(columns.count, 1)) }

  var drawing: Drawing {
    let series = [data.totalAsLine].compactMap { $0 } + data.series.reversed()
    let end = max(
      series.flatMap { line in columns.map { data.reach(line, $0) } }.max() ?? 0, Paper.least)
    var y = 0.0
    var pieces = data.totalAsLine == nil ? totals(&y) : []
    for (place, line) in series.enumerated() {
      pieces += multiple(line, end: end, isFirst: place == 0, y: &y)
    }
    return Drawing(width: width, height: y, pieces: pieces)
  }

  /// Words of these widths below or above their columns, at most 60 wide: every how many columns there is room for one,
  /// and how wide it may be. Words at the edge of the paper move inwards, for which the others leave room.
  private func spacing(_ widths: [Double]) -> (every: Int, room: Double) {
    let wanted = min(widths.max() ?? 0, 60)
    if wanted + 6 <= step { return (1, step - 6) }
    var every = 1
    while Double(every) * step < wanted + 8 + max(0, wanted - step), every < widths.count { every += 1 }
    return (every, max(wanted, 24))
  }

  private func isTold(_ index: Int, every: Int) -> Bool { (columns.count - 1 - index).isMultiple(of: every) }

  /// The middle of a column, moved inwards where a word of this width would leave the paper.
  private func middle(_ index: Int, width word: Double) -> Double {
    min(max((Double(index) + 0.5) * step, word / 2), width - word / 2)
  }

  private var nameSpacing: (every: Int, room: Double) {
    spacing(columns.map { Lettering.width(of: $0.label, size: 13) })
  }

  private func columnName(_ index: Int, y: Double) -> [Markup] {
    let (every, room) = nameSpacing
    guard isTold(index, every: every) else { return [] }
    let lines = Lettering.lines(of: columns[index].label, width: room, size: 13)
    let widest = lines.map { Lettering.width(of: $0, size: 13) }.max() ?? 0
    return [
      Pen.lines(
        lines, x: middle(index, width: widest), y: y, size: 13, leading: 15, anchor: .middle, classes: "tick")
    ]
  }

  /// How far names of columns reach below their first line.
  private var columnDepth: Double {
    let room = nameSpacing.room
    let deepest = columns.map { Lettering.lines(of: $0.label, width: room, size: 13).count }.max() ?? 1
    return Double(deepest - 1) * 15
  }

  /// The numbers of a total that is not drawn: its name and a number a column, above all plots.
  private func totals(_ y: inout Double) -> [Markup] {
    guard let total = data.total else { return [] }
    let names = Lettering.lines(
      of: total.label, width: (width - totalWidth(total)) / 1.06, size: 14)
    let whole = whole(total, y: 0)
    let foot = max(Double(names.count) * 17, whole.depth) - 17
    var pieces =
      [Pen.lines(names, x: 0, y: 15, size: 14, leading: 17, classes: "total", isBold: true)] + whole.pieces
    let widths = columns.map { Lettering.width(of: data.mark(total, $0), size: 13.5) }
    let every = max(spacing(widths).every, nameSpacing.every)
    for (index, column) in columns.enumerated() {
      let x = middle(index, width: widths[index])
      if isTold(index, every: every) {
        pieces.append(
          Pen.text(
            data.mark(total, column), x: x, y: foot + 38, size: 13.5, anchor: .middle,
            classes: "total"))
      }
      pieces += columnName(index, y: foot + 55)
    }
    y = foot + 74 + columnDepth
    return pieces
  }

  /// The column over the whole period, where the line has a number in it.
  private func wholeColumn(_ line: ChartData.Series) -> ChartData.Column? {
    data.totalColumn.flatMap { data.value(line, $0) == nil ? nil : $0 }
  }

  /// The name of that column below its number.
  private func wholeName(_ column: ChartData.Column) -> [String] {
    Lettering.lines(of: column.label, width: 92, size: 12.5)
  }

  /// Room for the number over the whole period and its name, with some air.
  private func totalWidth(_ line: ChartData.Series) -> Double {
    wholeColumn(line).map { column in
      let number = Lettering.width(of: data.mark(line, column), size: 14, isBold: true)
      let name = wholeName(column).map { Lettering.width(of: $0, size: 12.5) }.max() ?? 0
      return max(58, number + 10, name + 10)
    } ?? 0
  }

  /// The number over the whole period with its name below it, at the right edge, and how far down they reach.
  private func whole(_ line: ChartData.Series, y: Double) -> (pieces: [Markup], depth: Double) {
    guard let column = wholeColumn(line) else { return ([], 0) }
    let names = wholeName(column)
    let number = Pen.text(
      data.mark(line, column), x: width, y: y + 15, size: 14, anchor: .end, classes: "total", isBold: true)
    let name = Pen.lines(names, x: width, y: y + 30, size: 12.5, leading: 14, anchor: .end, classes: "aside")
    return ([number, name], 19 + Double(names.count) * 14)
  }

  private func multiple(_ line: ChartData.Series, end: Double, isFirst: Bool, y: inout Double)
    -> [Markup]
  {
    let names = Lettering.lines(of: line.label, width: (width - totalWidth(line)) / 1.06, size: 14)
    let whole = whole(line, y: y)
    var pieces =
      [
        Pen.lines(
          names, x: 0, y: y + 15, size: 14, leading: 17, classes: "name ink-\(line.style.name)",
          fill: line.style.line, isBold: true)
      ] + whole.pieces
    let hasBreak = columns.contains { data.breakBefore($0) != nil }
    y += max(Double(names.count) * 17, whole.depth) + 25 + (hasBreak ? 14 : 0)
    pieces += plot(line, end: end, top: y)
    y += height + 36 + columnDepth
    guard isFirst else { return pieces }
    let wished = columns.enumerated().compactMap { index, column in
      data.letters(at: column).map { ($0, (Double(index) + 0.5) * step) }
    }
    let letters = LetterRows(wished, y: y - 4, within: 0...width)
    if !wished.isEmpty { y += 20 + letters.depth }
    return pieces + letters.pieces
  }

  private func plot(_ line: ChartData.Series, end: Double, top: Double) -> [Markup] {
    let bottom = top + height
    var field = LabelField(bounds: Box(left: 0, top: top - 22, right: width, bottom: bottom - 1))
    var pieces = [Pen.rule(0, bottom, width, bottom, classes: "baseline")]
    for (index, column) in columns.enumerated() {
      guard let reason = data.breakBefore(column) else { continue }
      let x = Double(index) * step
      pieces.append(Pen.breakLine(x: x, from: top - 26, to: bottom, reason: reason))
      field.take(Stroke(x1: x, y1: top - 26, x2: x, y2: bottom))
      field.take(Lettering.box(of: "≠", x: x, y: top - 22, size: 14, anchor: .middle))
    }
    for index in columns.indices { pieces += columnName(index, y: bottom + 17) }
    let points = columns.enumerated().compactMap { index, column in
      data.value(line, column).map {
        (column: column, x: (Double(index) + 0.5) * step, y: bottom - max(0, $0) / end * height)
      }
    }
    pieces.append(line.style.stroke(path(line, bottom: bottom, end: end, &field)))
    for point in points {
      if let interval = data.cell(line, point.column).value.interval {
        let (low, high) = (
          bottom - interval.lower.value / end * height, bottom - interval.upper.value / end * height
        )
        pieces.append(Pen.whisker(from: low, to: high, at: point.x, isUpright: true))
        field.take(Box(left: point.x - 5, top: high, right: point.x + 5, bottom: low))
      }
      field.takeMarker(x: point.x, y: point.y)
      pieces.append(line.style.point(x: point.x, y: point.y))
    }
    for (index, column) in columns.enumerated() where data.value(line, column) == nil {
      let mark = data.mark(line, column)
      let places = [0.0, 14, 28].map {
        LabelField.Place(x: (Double(index) + 0.5) * step, y: bottom - 5 - $0, anchor: .middle)
      }
      let place = field.place(mark, size: 13.5, among: places)
      pieces.append(Pen.overLines(mark, x: place.x, y: place.y, size: 13.5, style: line.style))
    }
    for point in points.reversed() where data.isTold(line, point.column, among: columns) {
      let mark = data.mark(line, point.column)
      guard let place = field.place(mark, size: 13.5, x: point.x, y: point.y) else { continue }
      pieces.append(
        Pen.overLines(
          mark, x: place.x, y: place.y, size: 13.5, style: line.style, anchor: place.anchor))
    }
    return pieces
  }

  /// The line, broken where there is no number or one that may still change.
  private func path(
    _ line: ChartData.Series, bottom: Double, end: Double, _ field: inout LabelField
  ) -> String {
    var path = ""
    var before: (x: Double, y: Double)?
    for (index, column) in columns.enumerated() {
      guard let value = data.value(line, column) else {
        before = nil
        continue
      }
      let (x, y) = ((Double(index) + 0.5) * step, bottom - max(0, value) / end * height)
      let isSettled = data.cell(line, column).value.isSettled
      let from = isSettled ? before : nil
      path += "\(from == nil ? "M" : "L")\(coordinate(x)) \(coordinate(y))"
      if let from { field.take(Stroke(x1: from.x, y1: from.y, x2: x, y2: y)) }
      before = isSettled ? (x, y) : nil
    }
    return path
  }
}
