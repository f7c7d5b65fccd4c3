/// Means and shares of all against those of groups.
///
/// With groups of `n` each, the mean of all is
///
///     M = Σ n · m / Σ n
///
/// Which column has the sizes of the groups is found by trying; the plain mean of the rows, all of one size, is tried too. It is
/// believed where most columns of means are so to the last digit; where only some are, a mean of all that lies outside the
/// means of the groups and is one slip of the hand away from what they give is held to it.
struct WeightedMeans {
  let table: ColumnTable
  let cells: [TableCell]

  /// Tables with more columns have no such search. Decisions, as those below.
  private static let (mostColumns, leastRows) = (60, 3)
  /// Decimal digits of surprise that means of all are what the sizes give.
  private static let leastDigits = 1.5

  /// A column of means with the sizes of its groups.
  private struct Line {
    var whole: Int
    /// Of each group: the mean, and how many it has; nil for groups of one size.
    var groups: [(mean: Int, size: Int?)]
    /// How many all groups have, where that is printed.
    var count: Int?
    var half: Double
    var halfOfSize: Double
  }

  /// How columns of means go with columns of sizes.
  private enum Pairing {
    case one
    case fixed(Int)
    case sameLabels(block: Int)
    case inOrder(block: Int)
  }

  /// The relations of columns that are means by arithmetic, those that hold among them.
  func relations() -> [LinearRelation] {
    guard table.rows.count >= Self.leastRows, table.columns.count <= Self.mostColumns else { return [] }
    return best().flatMap(relations)
  }

  /// The same where a mean is not printed.
  func open() -> [Equation] {
    guard table.rows.count >= Self.leastRows, table.columns.count <= Self.mostColumns, table.hasOpenCells(cells) else {
      return []
    }
    return best().flatMap { found in
      isMost(found) ? found.lines.filter { value(of: $0) == nil }.compactMap(equation) : []
    }
  }

  // MARK: - Which columns have the sizes

  private struct Found {
    var lines: [Line]
    var fitting: [Line] = []
    var failing: [Line] = []
    var digits = 0.0
  }

  /// For each block of means the pairing that gives most of them.
  private func best() -> [Found] {
    let blocks = Set(table.columns.map(\.block)).sorted()
    return blocks.compactMap { block -> Found? in
      let means = table.columns.indices.filter { table.columns[$0].block == block && isMean($0) }
      guard !means.isEmpty else { return nil }
      let pairings = pairings(means.count)
      let weighed = pairings.map { pairing in weigh(means.compactMap { line($0, pairing, means) }) }
      let best = weighed.max { ($0.fitting.count, $0.digits) < ($1.fitting.count, $1.digits) }
      let tries = Logarithm.decimal(Double(max(2, pairings.count)))
      return best.flatMap { $0.digits - tries >= Self.leastDigits ? $0 : nil }
    }
  }

  private func pairings(_ means: Int) -> [Pairing] {
    let sizes = table.columns.indices.filter(isSize)
    let blocks = Set(sizes.map { table.columns[$0].block }).sorted()
    return [.one] + sizes.map { .fixed($0) } + blocks.map { .sameLabels(block: $0) }
      + blocks.filter { block in sizes.count { table.columns[$0].block == block } == means && means > 1 }.map {
        .inOrder(block: $0)
      }
  }

  private func number(_ cell: Int?) -> Double? { cell.flatMap { cells[$0].value } }

  private func isMean(_ index: Int) -> Bool {
    let column = table.columns[index]
    guard !column.isCount || column.decimals > 0, column.whole != nil else { return false }
    let numbers = column.cells.compactMap(number)
    guard let whole = number(column.whole), numbers.count == column.cells.count else { return true }
    let sum = numbers.reduce(0, +)
    return abs(sum - whole) > Printed.unit(column.decimals) * Double(numbers.count)
  }

  private func isSize(_ index: Int) -> Bool {
    let column = table.columns[index]
    guard column.isCount, !column.isShare, let whole = number(column.whole), whole > 0 else { return false }
    let numbers = column.cells.compactMap(number)
    guard numbers.count == column.cells.count, numbers.allSatisfy({ $0 >= 0 && $0 == $0.rounded() && $0 < 1e9 }) else {
      return false
    }
    let room = (column.half.isFinite ? column.half : 0) * Double(numbers.count + 1)
    return abs(numbers.reduce(0, +) - whole) <= room + Printed.slack * whole
  }

  private func line(_ mean: Int, _ pairing: Pairing, _ means: [Int]) -> Line? {
    let column = table.columns[mean]
    guard let whole = column.whole else { return nil }
    let size: Int?
    switch pairing {
    case .one: size = nil
    case .fixed(let other): size = other
    case .sameLabels(let block):
      size = table.columns.indices.first {
        table.columns[$0].block == block && table.columns[$0].rest == column.rest && isSize($0)
      }
      if size == nil { return nil }
    case .inOrder(let block):
      let sizes = table.columns.indices.filter { table.columns[$0].block == block && isSize($0) }
      guard let place = means.firstIndex(of: mean), sizes.indices.contains(place) else { return nil }
      size = sizes[place]
    }
    let groups = table.rows.indices.compactMap { row -> (mean: Int, size: Int?)? in
      guard let cell = column.cells[row] else { return nil }
      return (cell, size.flatMap { table.columns[$0].cells[row] })
    }
    guard groups.count == table.rows.count, size == nil || groups.allSatisfy({ $0.size != nil }) else { return nil }
    let unit = Printed.unit(column.decimals)
    let halfOfSize = size.map { table.columns[$0].half } ?? 0
    return Line(
      whole: whole, groups: groups, count: size.flatMap { table.columns[$0].whole },
      half: column.half.isFinite ? max(column.half, unit / 2) : unit / 2,
      halfOfSize: halfOfSize.isFinite ? halfOfSize : 0)
  }

  // MARK: - Weighing

  /// The mean of all that the groups give, and how far printing and rounding may have moved it; nil where a number is missing.
  private func value(of line: Line) -> (mean: Double, room: Double)? {
    var (sum, count, moved) = (0.0, 0.0, 0.0)
    for group in line.groups {
      guard let mean = number(group.mean) else { return nil }
      let size = group.size == nil ? 1 : number(group.size) ?? 0
      (sum, count) = (sum + size * mean, count + size)
    }
    guard count > 0, number(line.whole) != nil else { return nil }
    for group in line.groups { moved += line.halfOfSize * abs((number(group.mean) ?? 0) - sum / count) }
    return (sum / count, 2 * line.half + moved / count)
  }

  private func weigh(_ lines: [Line]) -> Found {
    var found = Found(lines: lines)
    for line in lines {
      guard let computed = value(of: line), let printed = number(line.whole) else { continue }
      let means = line.groups.compactMap { number($0.mean) }
      let range = (means.max() ?? 0) - (means.min() ?? 0)
      // Groups that hardly differ, or one group that has nearly all, give the mean of all whatever their sizes.
      guard range > 8 * computed.room else { continue }
      if abs(computed.mean - printed) <= computed.room + Printed.slack {
        found.fitting.append(line)
        found.digits += Logarithm.decimal(range / (2 * computed.room))
      } else {
        found.failing.append(line)
      }
    }
    return found
  }

  private func isMost(_ found: Found) -> Bool {
    found.fitting.count > 1 && found.fitting.count >= 3 * found.failing.count
  }

  private func isOutside(_ line: Line) -> Bool {
    guard let computed = value(of: line), let printed = number(line.whole) else { return false }
    let means = line.groups.compactMap { number($0.mean) }
    guard let least = means.min(), let most = means.max(),
      printed < least - computed.room || printed > most + computed.room
    else { return false }
    let decimals = cells[line.whole].decimals
    return Misprint.variants(of: printed, decimals: decimals).contains { abs($0 - computed.mean) <= computed.room }
  }

  // MARK: - Relations

  private func relations(of found: Found) -> [LinearRelation] {
    let held = isMost(found) ? found.failing : found.failing.filter { found.failing.count == 1 && isOutside($0) }
    return (found.fitting + held).compactMap(relation)
  }

  /// `Σ n · (M - m) = 0`, linear in each of its numbers as long as the others stay: exact for one that changes.
  private func relation(_ line: Line) -> LinearRelation? {
    guard let whole = number(line.whole), let computed = value(of: line) else { return nil }
    var (terms, excess, count): ([LinearRelation.Term], Double, Double) = ([], 0, 0)
    for group in line.groups {
      let (size, mean) = (group.size == nil ? 1 : number(group.size) ?? 0, number(group.mean) ?? 0)
      if size != 0 { terms.append(.init(cell: group.mean, sign: -size)) }
      if let cell = group.size, whole != mean { terms.append(.init(cell: cell, sign: whole - mean)) }
      excess += size * (whole - mean)
      count += size
    }
    terms.insert(.init(cell: line.whole, sign: count), at: 0)
    guard Set(terms.map(\.cell)).count == terms.count else { return nil }
    var relation = LinearRelation(
      kind: .mean, terms: terms, comparison: .zero, subject: line.whole, others: Set(line.groups.map(\.mean)))
    relation.constant = excess - terms.reduce(0) { $0 + $1.sign * (number($1.cell) ?? 0) }
    relation.tolerance = count * computed.room + Printed.slack * max(1, count * abs(whole))
    return relation
  }

  /// With sizes that are known exactly, of which the means are the unknowns.
  private func equation(_ line: Line) -> Equation? {
    guard line.halfOfSize == 0 else { return nil }
    var terms: [Equation.Term] = []
    var count = 0
    for group in line.groups {
      guard let size = group.size == nil ? 1 : number(group.size), size >= 0, size < 1e6 else { return nil }
      if size > 0 { terms.append(.init(cell: group.mean, sign: -Int(size))) }
      count += Int(size)
    }
    return count > 0 ? Equation(mean: line.whole, count: count, groups: terms) : nil
  }
}
