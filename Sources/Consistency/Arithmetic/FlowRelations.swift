/// Columns of a flow: what was there, what came, what went and what is left, and what is left in one row as what was there in
/// the next.
///
/// Found by trying, as formulas are: believed when most rows are so to the last digit, in more digits than as many tries give
/// by chance.
struct FlowRelations {
  private let table: ColumnTable
  private let values: [[Double?]]

  /// With more columns than this none is looked for: the tries grow with the fourth power. Decisions, as those of
  /// `FormulaSearch`.
  private static let (mostColumns, leastRows, leastDigits) = (10, 4, 3.0)

  init(_ table: ColumnTable, of cells: [TableCell]) {
    self.table = table
    values = table.columns.map { column in column.cells.map { $0.flatMap { cells[$0].value } } }
  }

  func relations() -> [LinearRelation] {
    guard table.columns.count <= Self.mostColumns, table.rows.count >= Self.leastRows else { return [] }
    return balances() + carriedOver() + running()
  }

  // MARK: Balances

  /// `first + second = third + fourth`, the last column the one that is left.
  private struct Balance {
    var left, right: [Int]
  }

  private func balances() -> [LinearRelation] {
    let columns = table.columns.indices.filter { !table.columns[$0].isShare }
    var relations: [LinearRelation] = []
    for (a, b, c, d) in Self.fours(columns) {
      for balance in [
        Balance(left: [a, b], right: [c, d]), Balance(left: [a, c], right: [b, d]),
        Balance(left: [a, d], right: [b, c]),
      ] where isBelieved(balance, among: columns.count) {
        relations += table.rows.indices.compactMap { relation(balance, $0) }
      }
    }
    return relations
  }

  private static func fours(_ columns: [Int]) -> [(Int, Int, Int, Int)] {
    var fours: [(Int, Int, Int, Int)] = []
    for a in columns.indices {
      for b in (a + 1)..<max(a + 1, columns.count) {
        for c in (b + 1)..<max(b + 1, columns.count) {
          for d in (c + 1)..<max(c + 1, columns.count) {
            fours.append((columns[a], columns[b], columns[c], columns[d]))
          }
        }
      }
    }
    return fours
  }

  private func isBelieved(_ balance: Balance, among columns: Int) -> Bool {
    var (count, fitting) = (0, 0)
    var surprise = Surprise()
    for row in table.rows.indices {
      guard let left = sum(balance.left, row), let right = sum(balance.right, row) else { continue }
      count += 1
      let room = room(of: balance.left + balance.right)
      guard abs(left - right) <= room + Printed.slack * max(1, abs(left)) else { continue }
      guard isTelling(balance, row, room: room) else {
        count -= 1
        continue
      }
      fitting += 1
      surprise.meet(change(balance, row), room: room + step(of: balance.right) / 2)
    }
    let digits = surprise.digits
    let tries = Logarithm.decimal(Double(max(2, columns * columns * columns * columns / 8)))
    return fitting >= Self.leastRows - 1 && Self.isMost(fitting, of: count) && digits - tries >= Self.leastDigits
  }

  /// By how much the two sides differ where only one of each is looked at: where all four are nearly alike, that both sides are
  /// says little.
  private func change(_ balance: Balance, _ row: Int) -> Double {
    let first = values[balance.left[0]][row] ?? 0
    return balance.right.map { abs(first - (values[$0][row] ?? 0)) }.min() ?? 0
  }

  /// Whether each of the four matters, and they are not equal in pairs.
  private func isTelling(_ balance: Balance, _ row: Int, room: Double) -> Bool {
    let (left, right) = (balance.left.map { values[$0][row] ?? 0 }, balance.right.map { values[$0][row] ?? 0 })
    return (left + right).allSatisfy { abs($0) > 2 * room } && left.sorted() != right.sorted()
  }

  private static func isMost(_ fitting: Int, of count: Int) -> Bool {
    4 * fitting >= 3 * count && count - fitting <= Surprise.mostSlips(in: count)
  }

  private func relation(_ balance: Balance, _ row: Int) -> LinearRelation? {
    let (left, right) = (
      balance.left.compactMap { table.cell($0, row) }, balance.right.compactMap { table.cell($0, row) }
    )
    guard left.count == 2, right.count == 2, sum(balance.left, row) != nil, sum(balance.right, row) != nil else {
      return nil
    }
    // What is left stands last, in most tables.
    let subject = max(balance.left.max() ?? 0, balance.right.max() ?? 0)
    let isRight = balance.right.contains(subject)
    let terms =
      (isRight ? right : left).map { LinearRelation.Term(cell: $0, sign: 1) }
      + (isRight ? left : right).map { LinearRelation.Term(cell: $0, sign: -1) }
    guard let cell = table.cell(subject, row) else { return nil }
    var relation = LinearRelation(
      kind: .sum, terms: terms.filter { $0.cell == cell } + terms.filter { $0.cell != cell }, comparison: .zero,
      subject: cell, others: Set((left + right).filter { $0 != cell }))
    relation.tolerance = room(of: balance.left + balance.right)
    return relation
  }

  // MARK: From one row to the next

  private func carriedOver() -> [LinearRelation] {
    let columns = table.columns.indices.filter { !table.columns[$0].isShare }
    return columns.flatMap { end in
      columns.filter { $0 != end }.flatMap { start -> [LinearRelation] in
        guard isCarried(end, to: start) else { return [] }
        return table.rows.indices.compactMap { row in
          guard let next = table.after[row], let a = table.cell(end, row), let b = table.cell(start, next),
            values[end][row] != nil, values[start][next] != nil
          else { return nil }
          var relation = LinearRelation.agreement([.init(cell: a, sign: 1)], [.init(cell: b, sign: 1)])
          relation.tolerance = room(of: [end, start])
          return relation
        }
      }
    }
  }

  private func isCarried(_ end: Int, to start: Int) -> Bool {
    var (count, fitting) = (0, 0)
    var seen: Set<Double> = []
    var surprise = Surprise()
    for row in table.rows.indices {
      guard let next = table.after[row], let left = values[end][row], let right = values[start][next] else { continue }
      count += 1
      guard abs(left - right) <= room(of: [end, start]) + Printed.slack else { continue }
      fitting += 1
      guard left != 0 else { continue }
      seen.insert(left)
      // What hardly changes is met by chance.
      let changes = [values[end][next], values[start][row]].compactMap { $0 }.map { abs($0 - left) }
      surprise.meet(min(abs(left), changes.min() ?? abs(left)), room: step(of: [end]) / 2)
    }
    return seen.count >= Self.leastRows - 1 && Self.isMost(fitting, of: count)
      && surprise.digits >= Self.leastDigits + 2
  }

  // MARK: What is left after each row

  /// `left = left in the row before + came - went`, as a statement of an account has; what is empty is nothing.
  private func running() -> [LinearRelation] {
    let columns = table.columns.indices.filter { !table.columns[$0].isShare }
    return columns.flatMap { left in
      columns.filter { $0 != left }.flatMap { came in
        columns.filter { $0 != left && $0 != came && isRunning(left, came, less: $0, among: columns.count) }
          .flatMap { went in table.rows.indices.compactMap { running(left, came, less: went, $0) } }
      }
    }
  }

  private func change(_ left: Int, _ row: Int) -> Double? {
    guard let before = table.before[row], let old = values[left][before], let new = values[left][row] else {
      return nil
    }
    return new - old
  }

  private func isRunning(_ left: Int, _ came: Int, less went: Int, among columns: Int) -> Bool {
    var (count, fitting, both) = (0, 0, 0)
    var surprise = Surprise()
    let room = room(of: [left, left, came, went])
    for row in table.rows.indices {
      guard let change = change(left, row), values[came][row] != nil || values[went][row] != nil else { continue }
      count += 1
      let net = (values[came][row] ?? 0) - (values[went][row] ?? 0)
      guard abs(change - net) <= room + Printed.slack * max(1, abs(values[left][row] ?? 0)) else { continue }
      fitting += 1
      if values[came][row] ?? 0 > 2 * room { both |= 1 }
      if values[went][row] ?? 0 > 2 * room { both |= 2 }
      surprise.meet(change, room: room + step(of: [left]) / 2)
    }
    let tries = Logarithm.decimal(Double(max(2, columns * columns * columns)))
    return both == 3 && fitting >= Self.leastRows - 1 && Self.isMost(fitting, of: count)
      && surprise.digits - tries >= Self.leastDigits
  }

  private func running(_ left: Int, _ came: Int, less went: Int, _ row: Int) -> LinearRelation? {
    guard let before = table.before[row], change(left, row) != nil, let subject = table.cell(left, row),
      let old = table.cell(left, before)
    else { return nil }
    let plus = [came].filter { values[$0][row] != nil }.compactMap { table.cell($0, row) }
    let minus = [went].filter { values[$0][row] != nil }.compactMap { table.cell($0, row) }
    guard !(plus + minus).isEmpty else { return nil }
    var relation = LinearRelation(
      kind: .sum,
      terms: [.init(cell: subject, sign: 1)] + ([old] + plus).map { .init(cell: $0, sign: -1) }
        + minus.map { .init(cell: $0, sign: 1) },
      comparison: .zero, subject: subject, others: Set([old] + plus + minus))
    relation.tolerance = room(of: [left, left, came, went])
    return relation
  }

  // MARK: Numbers

  private func sum(_ columns: [Int], _ row: Int) -> Double? {
    columns.reduce(Optional(0)) { sum, column in sum.flatMap { sum in values[column][row].map { sum + $0 } } }
  }

  private func room(of columns: [Int]) -> Double {
    columns.reduce(0) { $0 + (table.columns[$1].half.isFinite ? table.columns[$1].half : 0) }
  }

  private func step(of columns: [Int]) -> Double { columns.map { Printed.unit(table.columns[$0].decimals) }.max() ?? 1 }
}
