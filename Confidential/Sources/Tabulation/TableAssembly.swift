internal import Model

/// Puts a table together from counts.
struct TableAssembly {
  private let plan: FigurePlan
  private let counts: Counts
  private let cases: Cases

  init(_ plan: FigurePlan, _ counts: Counts, _ cases: Cases) {
    self.plan = plan
    self.counts = counts
    self.cases = cases
  }

  func table() -> ConfidentialTable {
    var rows = plan.rows.map { row in (header: row.header, cells: cells(row)) }
    var rankMeasures: TableShape.RankMeasures?
    var below: [(header: TableShape.RowHeader, cells: [Cell])] = []
    if case .top(let dimension, let places, let inColumn, let inTotal) = plan.counted.rows {
      rows = topRows(places: places)
      let shown = rows.map(\.header.key)
      below = rowsInTotal(dimension.alsoInTotal.filter { !shown.contains($0) })
      rankMeasures = .init(inColumn: inColumn, inTotal: inTotal)
    }
    let counted = rows.map(\.header.key)
    rows += below
    if let total = plan.total { rows.append((total.header, totalCells(total, over: counted))) }
    rows += plan.summaries.map { ($0.header, cells($0)) }
    var shape = TableShape(of: plan.figure, rows: rows.map(\.header), columns: plan.columns.map(\.header))
    shape.rankMeasures = rankMeasures
    return ConfidentialTable(shape: shape, cells: rows.map(\.cells))
  }

  private func cells(_ row: FigurePlan.Row) -> [Cell] {
    plan.columns.map { Cell(value(row.content, $0.margin), rung: row.rung, base: base(of: row, $0.margin)) }
  }

  /// How many cases a share or a summary among the series was taken over.
  private func base(of row: FigurePlan.Row, _ column: Margin) -> Int? {
    guard case .series = plan.counted.rows else { return nil }
    switch row.content {
    case .share(_, let base, let scope, _): return sum(.whole, column, base, per: scope)
    case .summary: return count(row.content, column)
    case .counts: return nil
    }
  }

  // MARK: Counting

  func count(_ content: FigurePlan.Row.Content, _ column: Margin) -> Int {
    switch content {
    case .counts(let row, let selected, let scope): sum(row, column, selected, per: scope)
    case .share(let part, _, let scope, _): sum(.whole, column, part, per: scope)
    case .summary(_, let selected): sum(.whole, column, selected, .one)
    }
  }

  /// Cases where a row and a column meet, in a unit of count.
  private func sum(_ row: Margin, _ column: Margin, _ selected: Selected, per scope: RepeatScope) -> Int {
    guard case .oncePerYearTogether(let variable) = scope else {
      return sum(row, column, selected, plan.weight(row, column, per: scope))
    }
    guard let selector = try? CaseSelector(selected, cases), let inRow = try? MarginMarker(row, cases.columns),
      let inColumn = try? MarginMarker(column, cases.columns)
    else { preconditionFailure("cases were to be counted together that were not planned") }
    let count = cases.columns.rowCount
    let taken = selector.selection(rowCount: count)
    let (rowTimes, columnTimes) = (inRow.times(rowCount: count), inColumn.times(rowCount: count))
    let rows = taken.indices.lazy.filter { taken[$0] != 0 && rowTimes[$0] > 0 && columnTimes[$0] > 0 }
    return CasesTogether(variable, cases).count(rows)
  }

  private func sum(_ row: Margin, _ column: Margin, _ selected: Selected, _ weight: Weight) -> Int {
    var sum = 0
    for rowSlice in row.slices {
      for columnSlice in column.slices { sum += counts.sum(rowSlice, columnSlice, selected, weight) }
    }
    return sum
  }

  private func value(_ content: FigurePlan.Row.Content, _ column: Margin) -> CellValue {
    switch content {
    case .counts: return value(count(content, column), content, column)
    case .share(_, let base, let scope, let decimals):
      let whole = sum(.whole, column, base, per: scope)
      return share(count(content, column), of: whole, decimals)
    case .summary(let summary, let selected):
      return summary.kind == .mean ? mean(summary, selected, column) : placed(summary, selected, column)
    }
  }

  /// A count as the figure states it: itself, or per cent of its column or row.
  private func value(_ count: Int, _ content: FigurePlan.Row.Content, _ column: Margin) -> CellValue {
    switch plan.counted.statistic {
    case .count: .exact(Quantity(count))
    case .shareOfColumn(let decimals): share(count, of: self.count(plan.columnWhole, column), decimals)
    case .shareOfRow(let decimals): share(count, of: self.count(content, plan.rowWhole), decimals)
    }
  }

  private func share(_ part: Int, of whole: Int, _ decimals: Int) -> CellValue {
    whole > 0 ? .exact(Quantity(numerator: 100 * part, denominator: whole, decimals: decimals)) : .undefined
  }

  // MARK: Rankings

  /// The candidates that are among the first in at least one column, by their total, then in the order of the codebook.
  private func topRows(places: Int) -> [(header: TableShape.RowHeader, cells: [Cell])] {
    let columns = plan.columns.map(\.margin)
    let candidates = plan.candidates.map { plan.rows[$0] }
    let countsByColumn = columns.map { column in candidates.map { count($0.content, column) } }
    let ranksByColumn = countsByColumn.map(Self.ranks)
    let totals = candidates.map { count($0.content, plan.rowWhole) }
    let kept = candidates.indices.filter { row in ranksByColumn.contains { ($0[row] ?? Int.max) <= places } }
    let ordered = kept.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    return ordered.map { row in
      let cells = columns.indices.map { column in
        let rank = ranksByColumn[column][row]
        let isShown = plan.columns[column].header.isTotal || (rank ?? Int.max) <= places
        let stated = value(countsByColumn[column][row], candidates[row].content, columns[column])
        return Cell(stated, rung: candidates[row].rung, rank: isShown ? rank : nil)
      }
      return (candidates[row].header, cells)
    }
  }

  /// Rows below the list, of which the total column alone is shown. The other columns were counted too.
  private func rowsInTotal(_ codes: [String]) -> [(header: TableShape.RowHeader, cells: [Cell])] {
    codes.compactMap { code in
      plan.candidates.map { plan.rows[$0] }.first { $0.header.key == code }.map { row in
        let cells = plan.columns.map { column in
          Cell(column.header.isTotal ? value(row.content, column.margin) : .notShown, rung: row.rung)
        }
        return (row.header, cells)
      }
    }
  }

  /// One more than the number of larger counts, so that equal counts share a rank; nothing for zero.
  private static func ranks(_ counts: [Int]) -> [Int?] {
    let falling = counts.sorted(by: >)
    return counts.map { count in count == 0 ? nil : (falling.firstIndex(of: count) ?? 0) + 1 }
  }

  /// The total of a top table over categories adds up the rows that made it into the table.
  private func totalCells(_ total: FigurePlan.Row, over keys: [String]) -> [Cell] {
    guard case .top(let dimension, _, _, _) = plan.counted.rows, plan.counted.rowTotal?.basis == .shown,
      cases.columns.variable(named: dimension.variable)?.kind == .category
    else { return cells(total) }
    let shown = plan.rows.filter { keys.contains($0.header.key) }
    return plan.columns.map { column in
      let sum = shown.reduce(0) { $0 + count($1.content, column.margin) }
      let whole = shown.reduce(0) { $0 + count($1.content, plan.rowWhole) }
      let stated: CellValue =
        switch plan.counted.statistic {
        case .count: .exact(Quantity(sum))
        case .shareOfColumn(let decimals): share(sum, of: count(plan.columnWhole, column.margin), decimals)
        case .shareOfRow(let decimals): share(sum, of: whole, decimals)
        }
      return Cell(stated, rung: total.rung)
    }
  }

  // MARK: Summaries

  /// The sum of the known values over their number.
  private func mean(_ summary: Figure.SummaryRow, _ selected: Selected, _ column: Margin) -> CellValue {
    let known = sum(.whole, column, selected, .one)
    guard known > 0 else { return .undefined }
    let total = sum(.whole, column, selected, .value(variable: summary.variable))
    return .exact(Quantity(numerator: total, denominator: known * scale(summary.variable), decimals: summary.decimals))
  }

  /// The lowest, highest or middle known value; between the two middle ones when their number is even.
  private func placed(_ summary: Figure.SummaryRow, _ selected: Selected, _ column: Margin) -> CellValue {
    let values = knownValues(of: summary.variable, selected, column)
    guard let first = values.first, let last = values.last else { return .undefined }
    let (sum, parts) =
      switch summary.kind {
      case .minimum: (first, 1)
      case .maximum: (last, 1)
      case .mean, .median: (values[(values.count - 1) / 2] + values[values.count / 2], 2)
      }
    return .exact(Quantity(numerator: sum, denominator: parts * scale(summary.variable), decimals: summary.decimals))
  }

  /// The known values of a number, rising.
  private func knownValues(of variable: String, _ selected: Selected, _ column: Margin) -> [Int] {
    guard case .number(let numbers) = cases.columns[variable],
      let selector = try? CaseSelector(selected, cases), let marker = try? MarginMarker(column, cases.columns)
    else { preconditionFailure("a summary was asked for that was not planned") }
    let taken = selector.selection(rowCount: numbers.count)
    let times = marker.times(rowCount: numbers.count)
    var values: [Int] = []
    for row in numbers.indices where taken[row] != 0 {
      for _ in 0..<times[row] { values.append(Int(numbers[row])) }
    }
    return values.sorted()
  }

  /// Numbers are kept scaled by ten for each decimal of their variable.
  private func scale(_ variable: String) -> Int {
    guard case .number(_, let decimals, _, _) = cases.columns.variable(named: variable)?.kind else { return 1 }
    return (0..<decimals).reduce(1) { scale, _ in scale * 10 }
  }
}
