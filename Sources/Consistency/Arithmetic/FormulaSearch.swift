/// Finds which columns are computed from others, by trying: shares and rates, growth and differences.
///
/// A formula is believed when it gives most rows to the last printed digit, and so many digits of them that chance does
/// not, after as many formulas as were tried.
struct FormulaSearch {
  let table: ColumnTable
  private let values: [[Double?]]
  private let wholes: [Double?]
  /// Sums of columns that have a total, where that is another number.
  private let parts: [Double?]
  private let tries: Double
  /// By column, how many of its block stand before it.
  private let places: [Int]

  struct Found {
    var formula: Formula
    var fitting: Int
    var count: Int
    var digits: Double
    /// Units of the last digit that a number may be off: a half where it is rounded, one where it is cut off.
    var units: Double
  }

  /// With more columns than this only those that look like shares or rates are computed ones, and with many more none
  /// is looked for. Decisions: the tries grow with the third power.
  private static let (fewColumns, mostColumns) = (14, 120)
  private static let (sampled, leastDigits) = (10, 2.5)
  private static let scales: [Double] = [100, 1, 10, 1000, 10_000, 100_000, 1_000_000]
  /// What a share or growth is most often: that of the columns right before it, or of one in the same place among its kind.
  /// So few formulas were tried where one of those fits. A decision.
  private static let triesOfUsual = 8.0
  /// The same of a column of rates of which the two columns right before it are the two counts: seven scales, either way round.
  private static let triesOfLast = 16.0
  /// Rows at least for a scale that no list has. A decision.
  private static let leastOfLearned = 5
  /// The largest of a column that differs much is so many times the smallest. A decision.
  private static let varied = 3.0

  init(_ table: ColumnTable, of cells: [TableCell]) {
    self.table = table
    values = table.columns.map { column in column.cells.map { $0.flatMap { cells[$0].value } } }
    wholes = table.columns.map { $0.whole.flatMap { cells[$0].value } }
    parts = zip(values, wholes).map { column, whole in
      guard let whole, column.allSatisfy({ $0 != nil }) else { return nil }
      let sum = column.reduce(0) { $0 + ($1 ?? 0) }
      return abs(sum - whole) > Printed.slack * max(1, sum) && sum > 0 ? sum : nil
    }
    let count = Double(table.columns.count)
    tries = Logarithm.decimal(max(2, count * count * 9))
    var (places, counts): ([Int], [Int: Int]) = ([], [:])
    for column in table.columns {
      places.append(counts[column.block, default: 0])
      counts[column.block, default: 0] += 1
    }
    self.places = places
  }

  /// The best formula of each column that has one; and others that are as good.
  func formulas() -> [[Found]] {
    guard table.rows.count > 1, table.columns.count > 1, table.columns.count <= Self.mostColumns else { return [] }
    let found = table.columns.indices.map { target -> [Found] in
      guard isCandidate(target) else { return [] }
      let found = candidates(for: target).compactMap(weighed)
      guard let best = found.max(by: { ($0.fitting, $0.digits) < ($1.fitting, $1.digits) }) else { return [] }
      return [best] + found.filter { $0.formula != best.formula }
    }
    return found.enumerated().map { target, own in own.isEmpty ? ofSiblings(target, found) : own }.filter {
      !$0.isEmpty
    }
  }

  /// What the other columns of a block are is what one of them is too, where half of its rows say so.
  private func ofSiblings(_ target: Int, _ found: [[Found]]) -> [Found] {
    for sibling in found.compactMap(\.first)
    where table.columns[sibling.formula.target].block == table.columns[target].block {
      let step = places[target] - places[sibling.formula.target]
      guard sibling.formula.kind.isQuotient, let first = moved(sibling.formula.first, by: step),
        let second = moved(sibling.formula.second, by: step), first.column != target, second.column != target
      else { continue }
      var formula = sibling.formula
      (formula.target, formula.first, formula.second) = (target, first, second)
      let fits = table.rows.indices.compactMap { self.fits(formula, $0, units: sibling.units) }
      let fitting = fits.count { $0 }
      guard fitting > 1, 2 * fitting >= fits.count else { continue }
      return [Found(formula: formula, fitting: fitting, count: fits.count, digits: 0, units: sibling.units)]
    }
    return []
  }

  /// The operand as many columns further in its block.
  private func moved(_ operand: Formula.Operand, by step: Int) -> Formula.Operand? {
    let (block, place) = (table.columns[operand.column].block, places[operand.column] + step)
    guard let column = table.columns.indices.first(where: { table.columns[$0].block == block && places[$0] == place })
    else { return nil }
    switch operand {
    case .column: return .column(column)
    case .whole: return wholes[column] == nil ? nil : .whole(column)
    case .parts: return parts[column] == nil ? nil : .parts(column)
    case .before: return .before(column)
    case .after: return .after(column)
    case .yearBefore: return .yearBefore(column)
    }
  }

  private func isCandidate(_ target: Int) -> Bool {
    let column = table.columns[target]
    if table.columns.count <= Self.fewColumns { return true }
    return !column.isCount && column.decimals > 0 || !column.isCount
  }

  // MARK: - Proposing

  private func candidates(for target: Int) -> [Formula] {
    let rows = sample(of: target)
    guard rows.count > 1 else { return [] }
    let columns = table.columns.indices.filter { $0 != target }
    var found: [Formula] = []
    for first in columns {
      for second in operands(for: target, and: first) {
        for kind in kinds(target, first, second) {
          let formula = Formula(kind: kind, target: target, first: .column(first), second: second)
          if isPromising(formula, rows) { found.append(formula) }
        }
        if let formula = learned(target, first, second, rows), isPromising(formula, rows) { found.append(formula) }
      }
    }
    return found
  }

  /// The rate of two columns with a scale that most rows have in common and that is no power of ten: litres a day of what was used in a
  /// year.
  ///
  /// Each row leaves the scale an interval; of all the one that most rows share.
  private func learned(_ target: Int, _ first: Int, _ second: Formula.Operand, _ rows: [Int]) -> Formula? {
    guard table.columns.count <= Self.fewColumns, case .column(let other) = second, rows.count >= Self.leastOfLearned,
      mayBeComputed(target, from: first, other), !table.columns[target].isShare
    else { return nil }
    let plain = Formula(kind: .ratio(1), target: target, first: .column(first), second: second)
    let ranges = rows.compactMap { row -> ClosedRange<Double>? in
      guard let value = values[target][row], value > 0, let a = values[first][row], a > 0,
        let b = values[other][row], b > 0,
        let computed = plain.value(a, b, halves: (half(plain.first), half(second)))
      else { return nil }
      let unit = Printed.unit(table.columns[target].decimals) / 2
      let room = unit / computed.value + value / computed.value * computed.room / computed.value
      return (value / computed.value - room)...(value / computed.value + room)
    }
    guard ranges.count >= rows.count - 1 else { return nil }
    let shared =
      ranges.map { range in
        ranges.filter { $0.contains(range.lowerBound) }
      }.max { $0.count < $1.count } ?? []
    guard shared.count >= ranges.count - 1, let low = shared.map(\.lowerBound).max(),
      let high = shared.map(\.upperBound).min(), low <= high,
      // Powers of ten are tried anyway, and have more to say for them.
      !Self.scales.contains(where: { $0 >= 0.99 * low && $0 <= 1.01 * high })
    else { return nil }
    return Formula(
      kind: .learned((low + high) / 2, (high - low) / 2), target: target, first: .column(first), second: second)
  }

  private func operands(for target: Int, and first: Int) -> [Formula.Operand] {
    var operands: [Formula.Operand] = []
    for column in table.columns.indices where column != target && column != first { operands.append(.column(column)) }
    if wholes[first] != nil { operands.append(.whole(first)) }
    if parts[first] != nil { operands.append(.parts(first)) }
    operands += [.before(first), .after(first)]
    if table.yearBefore.contains(where: { $0 != nil }) { operands.append(.yearBefore(first)) }
    return operands
  }

  private func kinds(_ target: Int, _ first: Int, _ second: Formula.Operand) -> [Formula.Kind] {
    let column = table.columns[target]
    var kinds: [Formula.Kind] = []
    let isOtherBlock = column.block != table.columns[first].block || column.block != table.columns[second.column].block
    switch second {
    case .whole, .parts: kinds = [.ratio(100), .ratio(1)]
    case .column(let other):
      let isNext = target == max(first, other) + 1 && isSigned(target)
      kinds =
        Self.scales.map { .ratio($0) } + [.growth(100), .growth(1)] + (isOtherBlock || isNext ? [.difference] : [])
      // Counts and shares are not added up.
      let areAlike = table.columns[first].isShare == table.columns[other].isShare
      if isOtherBlock, areAlike, first < other { kinds += [.total(1), .total(1000), .total(1_000_000)] }
      if !isOtherBlock, column.isCount { kinds += [.weighted(2), .weighted(3)] }
    case .before, .after, .yearBefore: kinds = [.growth(100), .growth(1), .difference]
    }
    return mayBeComputed(target, from: first, second.column) ? kinds : kinds.filter { !$0.isQuotient }
  }

  /// Counts are not computed from shares and rates, and shares not from shares: the other way round they were.
  private func mayBeComputed(_ target: Int, from first: Int, _ second: Int) -> Bool {
    let column = table.columns[target]
    return [first, second].allSatisfy { operand in
      let other = table.columns[operand]
      return !other.isShare && (!column.isCount || other.isCount)
        && (other.isCount || other.decimals <= column.decimals || column.isShare)
    }
  }

  /// The rows with the largest numbers: they carry most digits.
  private func sample(of target: Int) -> [Int] {
    let rows = values[target].indices.filter { (values[target][$0] ?? 0) != 0 }
    return rows.sorted { (abs(values[target][$0] ?? 0), -$0) > (abs(values[target][$1] ?? 0), -$1) }.prefix(
      Self.sampled
    ).map { $0 }
  }

  private func isPromising(_ formula: Formula, _ rows: [Int]) -> Bool {
    var (fitting, failing) = (0, 0)
    // One wrong number of a column of levels is wrong in two rows, and the first row has none before it.
    let (share, others) = formula.isOfNeighbours ? (6, 1) : (7, 0)
    // Two that changed places are two wrong ones.
    let least = rows.count <= 3 ? 2 : min(rows.count - 2, (share * (rows.count - others) + 9) / 10)
    for row in rows {
      if let fits = fits(formula, row, units: 1) {
        if fits { fitting += 1 } else { failing += 1 }
      } else {
        failing += 1
      }
      if rows.count - failing < least { return false }
    }
    return fitting >= least
  }

  // MARK: - Weighing

  private func weighed(_ formula: Formula) -> Found? {
    guard let rounded = weighed(formula, units: 0.5) else { return weighed(formula, units: 1) }
    return rounded
  }

  private func weighed(_ formula: Formula, units: Double) -> Found? {
    var (fitting, count) = (0, 0)
    var surprise = Surprise()
    var (missing, met): ([Int], [Double]) = ([], [])
    // A rate of two columns is that of their totals too.
    for row in table.rows.indices + rowOfTotals(formula) {
      guard let miss = miss(formula, row, units: units), let value = value(formula.target, row) else { continue }
      if row == ColumnTable.whole, !miss.isWithin { continue }
      count += 1
      guard miss.isWithin else {
        missing.append(row)
        continue
      }
      fitting += 1
      met.append(value)
      // What stands in the row already is no surprise.
      if number(formula.first, row) != value, number(formula.second, row) != value {
        surprise.meet(value, room: miss.room)
      }
    }
    if areSwapped(missing, formula, units) { fitting += 2 }
    let isUsual = isUsual(formula)
    let isLast = isRateOfBothBefore(formula)
    let tried = isUsual || isLast ? Logarithm.decimal(isUsual ? Self.triesOfUsual : Self.triesOfLast) : tries
    let isFree = isUsual || isLast || isOfVaried(formula)
    let signs = isUsual && Set(met.map { $0 < 0 }).count > 1 ? Logarithm.decimal(2) * Double(met.count) : 0
    let digits =
      isUsual ? max(surprise.loose + signs, Surprise.digits(ofOrder: met)) : isFree ? surprise.loose : surprise.digits
    let most = count <= 5 ? max(2, count - 1) : count - Surprise.mostSlips(in: count)
    let least = formula.isOfNeighbours && count > 4 ? min(most, max(3, count - 2)) : most
    // What the rows have in common was taken from one of them, and one that is odd is all that may be.
    let learned = met.map { Printed.digits($0, room: 0.5 * Printed.unit(table.columns[formula.target].decimals)) }.max()
    if formula.kind.isLearned, count < Self.leastOfLearned || fitting < count - 1 { return nil }
    // Points are taken off for a breach of the rules, of one club or another.
    if isUsual, case .weighted = formula.kind, fitting < count - 1 { return nil }
    let spent = formula.kind.isLearned ? learned ?? 0 : 0
    // Whole numbers as the rate of two others, in two rows and not in a third, are chance sooner than a mistake.
    let isDoubtful = count <= 3 && fitting < count && formula.kind.isQuotient && table.columns[formula.target].isCount
    guard fitting >= least, digits - tried - spent >= Self.leastDigits + (isDoubtful ? 2 : 0) else { return nil }
    return Found(formula: formula, fitting: fitting, count: count, digits: digits, units: units)
  }

  private func rowOfTotals(_ formula: Formula) -> [Int] {
    guard formula.kind.isQuotient, case .column = formula.second else { return [] }
    return [ColumnTable.whole]
  }

  /// Whether two rows would both be what the formula gives with the number of the other.
  private func areSwapped(_ rows: [Int], _ formula: Formula, _ units: Double) -> Bool {
    guard rows.count == 2, let one = values[formula.target][rows[0]], let other = values[formula.target][rows[1]],
      one != other
    else { return false }
    return miss(formula, rows[0], units: units, printed: other)?.isWithin ?? false
      && miss(formula, rows[1], units: units, printed: one)?.isWithin ?? false
  }

  /// Whether it is a rate, printed with decimals, of the two columns of counts that stand right before it.
  private func isRateOfBothBefore(_ formula: Formula) -> Bool {
    guard case .ratio = formula.kind, case .column(let second) = formula.second else { return false }
    let columns = [formula.first.column, second].map { table.columns[$0] }
    let target = table.columns[formula.target]
    guard target.decimals > 0, !target.isShare, columns.allSatisfy(\.isCount) else { return false }
    let differing = target.rest.indices.filter { axis in columns.contains { $0.rest[axis] != target.rest[axis] } }
    guard differing.count == 1, let axis = differing.first else { return false }
    let place = target.rest[axis]
    return Set(columns.map { $0.rest[axis] }) == [place - 1, place - 2]
  }

  private func isSigned(_ column: Int) -> Bool { values[column].contains { ($0 ?? 0) < 0 } }

  /// Whether a rate is that of two counts that each differ much from row to row: then a rate that hardly does is no less told.
  private func isOfVaried(_ formula: Formula) -> Bool {
    guard case .ratio = formula.kind, case .column(let second) = formula.second, !table.columns[formula.target].isCount
    else { return false }
    return [formula.first.column, second].allSatisfy { column in
      let sizes = values[column].compactMap { $0 }.filter { $0 > 0 }
      return table.columns[column].isCount && (sizes.max() ?? 0) >= Self.varied * (sizes.min() ?? .infinity)
    }
  }

  /// Growth from one column to the next or from row to row, or the share in the total of a column, in per cent, of columns that
  /// stand among theirs where the target does among its own.
  private func isUsual(_ formula: Formula) -> Bool {
    let (first, second) = (formula.first.column, formula.second.column)
    if case .difference = formula.kind, case .column = formula.second {
      // What is below zero is the difference of the two before it, the later less the earlier or the other way round.
      return isSigned(formula.target) && !isSigned(first) && !isSigned(second) && abs(first - second) == 1
        && formula.target == max(first, second) + 1
    }
    if case .weighted = formula.kind { return isOfLeague(formula) }
    guard table.columns[formula.target].isShare else { return false }
    let isBeside =
      places[first] == places[formula.target] && table.columns[first].block != table.columns[formula.target].block
    switch (formula.kind, formula.second) {
    case (.growth(100), .column):
      return table.columns[first].block == table.columns[second].block && abs(places[first] - places[second]) == 1
    case (.growth(100), .before), (.growth(100), .after), (.growth(100), .yearBefore), (.ratio(100), .whole),
      (.ratio(100), .parts):
      return isBeside
    default: return false
    }
  }

  /// Whether what is weighed, won and drawn, makes with a third column the games that were played, in all rows but one.
  private func isOfLeague(_ formula: Formula) -> Bool {
    let own = [formula.target, formula.first.column, formula.second.column]
    let others = table.columns.indices.filter { !own.contains($0) && table.columns[$0].isCount }
    return others.contains { lost in
      others.contains { played in
        guard played != lost else { return false }
        let closing = table.rows.indices.count { row in
          guard let all = values[played][row], let third = values[lost][row], let won = values[own[1]][row],
            let drawn = values[own[2]][row]
          else { return false }
          return all == won + drawn + third && all > 0
        }
        return closing >= Self.leastOfLearned && closing >= table.rows.count - 1
      }
    }
  }

  /// Whether a row is what the formula gives; nil where a number is missing.
  private func fits(_ formula: Formula, _ row: Int, units: Double) -> Bool? {
    miss(formula, row, units: units)?.isWithin
  }

  /// - Parameter printed: In place of the number of the row.
  private func miss(
    _ formula: Formula, _ row: Int, units: Double, printed: Double? = nil
  ) -> (isWithin: Bool, room: Double)? {
    guard let value = printed ?? value(formula.target, row), let a = number(formula.first, row),
      let b = number(formula.second, row),
      let computed = formula.value(a, b, halves: (half(formula.first), half(formula.second)))
    else { return nil }
    let room = units * Printed.unit(table.columns[formula.target].decimals) + computed.room
    return (abs(computed.value - value) <= room + Printed.slack * max(1, abs(value)), room)
  }

  private func half(_ operand: Formula.Operand) -> Double {
    let half = table.columns[operand.column].half
    return half.isFinite ? half : 0
  }

  private func value(_ column: Int, _ row: Int) -> Double? {
    row == ColumnTable.whole ? wholes[column] : values[column][row]
  }

  private func number(_ operand: Formula.Operand, _ row: Int) -> Double? {
    switch operand {
    case .column(let column): value(column, row)
    case .whole(let column): wholes[column]
    case .parts(let column): parts[column]
    case .before(let column): table.before[row].flatMap { values[column][$0] }
    case .after(let column): table.after[row].flatMap { values[column][$0] }
    case .yearBefore(let column): table.yearBefore[row].flatMap { values[column][$0] }
    }
  }
}
