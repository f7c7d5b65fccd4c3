internal import Model

/// What the cells of a figure count in each of the drawn divisions.
struct DrawnCounts {
  private let plan: FigurePlan
  private let cases: DrawnCases
  /// Rows of the figure and its total, in order; nil for what counts no cases.
  private let contents: [FigurePlan.Row.Content?]
  private let apart: TableAssembly
  /// By row and column: in all draws, in the likeliest division, and beside that in each draw.
  private var inAll: [Int]
  private var inLikeliest: [Int]
  private var inDraw: [Int32]

  init(_ plan: FigurePlan, of cases: DrawnCases, apart: TableAssembly) {
    (self.plan, self.cases, self.apart) = (plan, cases, apart)
    contents = (plan.rows + [plan.total].compactMap(\.self)).map { Self.isCounted($0) ? $0.content : nil }
    let slots = contents.count * plan.columns.count
    (inAll, inLikeliest) = ([Int](repeating: 0, count: slots), [Int](repeating: 0, count: slots))
    inDraw = [Int32](repeating: 0, count: slots * cases.further.count)
    addUp()
  }

  private static func isCounted(_ row: FigurePlan.Row) -> Bool {
    guard case .counts(_, _, let scope) = row.content, row.rung == .linked else { return false }
    switch scope {
    case .oncePerYear, .oncePerYearPer, .everyTimeAgain: return true
    case .oncePerYearTogether, .everyTime, .asDelivered: return false
    }
  }

  // MARK: Adding up

  private mutating func addUp() {
    let (columns, count) = (cases.sets.columns, cases.sets.columns.rowCount)
    let inColumns = plan.columns.map { times($0.margin, columns, count) }
    var selections: [Selected: [UInt8]] = [:]
    var weights: [Weight: [Int32]] = [:]
    for (row, content) in contents.enumerated() {
      guard case .counts(let margin, let selected, let scope) = content else { continue }
      let taken = selections[selected] ?? selection(selected, count)
      selections[selected] = taken
      let inRow = times(margin, columns, count)
      let active = (0..<count).filter { taken[$0] != 0 && inRow[$0] != 0 }
      for column in plan.columns.indices {
        let weight = plan.weight(margin, plan.columns[column].margin, per: scope)
        let adds = weights[weight] ?? weighed(weight, count)
        weights[weight] = adds
        add(active, row * plan.columns.count + column) { inRow[$0] * inColumns[column][$0] * Int(adds[$0]) }
      }
    }
  }

  private mutating func add(_ active: [Int], _ slot: Int, _ amount: (Int) -> Int) {
    let start = slot * cases.further.count
    for each in active {
      let amount = amount(each)
      guard amount != 0 else { continue }
      let set = cases.setOfCase[each]
      if cases.isLikeliest[set] { inLikeliest[slot] += amount }
      if cases.isExcept[set] { inAll[slot] += amount }
      let more = Int32(truncatingIfNeeded: cases.isExcept[set] ? -amount : amount)
      for place in cases.starts[set]..<cases.starts[set + 1] { inDraw[start + Int(cases.draws[place])] += more }
    }
  }

  private func times(_ margin: Margin, _ columns: Columns, _ count: Int) -> [Int] {
    guard let marker = try? MarginMarker(margin, columns) else {
      preconditionFailure("a margin was to be looked at that was not planned")
    }
    return marker.times(rowCount: count)
  }

  private func selection(_ selected: Selected, _ count: Int) -> [UInt8] {
    guard let selector = try? CaseSelector(selected, cases.sets) else {
      preconditionFailure("cases were to be selected that were not planned")
    }
    return selector.selection(rowCount: count)
  }

  private func weighed(_ weight: Weight, _ count: Int) -> [Int32] {
    guard let weigher = try? CaseWeigher(weight, cases.sets) else {
      preconditionFailure("cases were to be weighed that were not planned")
    }
    return weigher.weights(rowCount: count)
  }

  // MARK: The table

  /// The table with how sure its counts are.
  func spread(_ table: ConfidentialTable) -> ConfidentialTable {
    var (cells, open) = (table.cells, Set<OpenChange>())
    for row in table.shape.rows.indices {
      guard let rows = planned(row, in: table.shape) else { continue }
      let drawn = table.shape.columns.indices.map { numbers(table.cells[row][$0], rows, $0) }
      for (column, drawn) in drawn.enumerated() {
        guard let drawn, let count = Self.count(table.cells[row][column]) else { continue }
        cells[row][column].spread = LinkageSpread(of: count, among: drawn.numbers)
      }
      for (from, to) in table.shape.yearPairs {
        guard let before = drawn[from], let after = drawn[to], let first = Self.count(table.cells[row][from]),
          let last = Self.count(table.cells[row][to]),
          LinkageSpread.isOpen(
            last - first, among: zip(before.numbers, after.numbers).map { $1 - $0 },
            missed: before.missed + after.missed)
        else { continue }
        open.insert(OpenChange(row: row, from: from, to: to))
      }
    }
    var result = ConfidentialTable(shape: table.shape, cells: cells)
    result.openChanges = open
    return result
  }

  private static func count(_ cell: Cell) -> Int? {
    switch cell.value {
    case .exact(let quantity), .provisional(let quantity): quantity.denominator == 1 ? quantity.numerator : nil
    case .rounded, .revised, .estimate, .estimateWithoutInterval, .suppressed, .notShown, .notAsked, .notDelivered,
      .notRecorded, .notApplicable, .notDerivable, .notEstimable, .undefined:
      nil
    }
  }

  /// The rows of the plan that a row of the table adds up; nil for one that counts no cases.
  private func planned(_ row: Int, in shape: TableShape) -> [Int]? {
    guard case .top(let dimension, _, _, _) = plan.counted.rows else {
      return contents.indices.contains(row) && contents[row] != nil ? [row] : nil
    }
    let keys = plan.rows.map(\.header.key)
    guard shape.rows[row].isTotal else { return keys.firstIndex(of: shape.rows[row].key).map { [$0] } }
    guard plan.total != nil else { return nil }
    guard plan.counted.rowTotal?.basis == .shown,
      cases.sets.columns.variable(named: dimension.variable)?.kind == .category
    else { return [plan.rows.count] }
    // Rows below the list take no part in the total.
    guard dimension.alsoInTotal.isEmpty else { return nil }
    return shape.rows.filter { !$0.isTotal && !$0.isSummary }.compactMap { keys.firstIndex(of: $0.key) }
  }

  /// What a cell counts in each draw, with the links that nobody could find, and how many of those there are on average; nil where it
  /// is no count of cases.
  private func numbers(_ cell: Cell, _ rows: [Int], _ column: Int) -> (numbers: [Double], missed: Double)? {
    guard let count = Self.count(cell), cell.rung == .linked else { return nil }
    var (certain, separate) = (count, 0)
    for row in rows {
      guard let content = contents[row] else { return nil }
      let slot = row * plan.columns.count + column
      certain += inAll[slot] - inLikeliest[slot]
      separate += apart.count(content, plan.columns[column].margin)
    }
    var missed = 0.0
    let numbers = cases.further.indices.map { draw in
      let more = rows.reduce(0) {
        $0 + Int(inDraw[($1 * plan.columns.count + column) * cases.further.count + draw])
      }
      let number = Double(certain + more)
      let further = cases.further[draw] * (Double(separate) - number)
      missed += abs(further)
      return max(0, number - further)
    }
    return (numbers, missed / Double(cases.further.count))
  }
}
