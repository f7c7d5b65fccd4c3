/// The relations that follow from the formulas of a figure, in each row of each.
struct FormulaRelations {
  /// The figure along each of its axes.
  let tables: [ColumnTable]
  let cells: [TableCell]
  /// The same with the misprints mended that sums alone give away: a wrong total would hide what it is the base of.
  let mended: [TableCell]

  /// Those that hold among them. A cell that one of two formulas of its column gives is not held against the other.
  func relations() -> [LinearRelation] {
    tables.flatMap { table in
      FormulaSearch(table, of: mended).formulas().flatMap { relations(table, $0) }
        + FlowRelations(table, of: mended).relations()
    }
  }

  /// Shares, rates and growth that are printed where what they were computed from is not.
  func openUses() -> [FormulaUse] {
    tables.flatMap { table -> [FormulaUse] in
      guard table.hasOpenCells(cells) else { return [] }
      return FormulaSearch(table, of: mended).formulas().flatMap { found -> [FormulaUse] in
        guard let best = found.first else { return [] }
        return (table.rows.indices.map { $0 } + [ColumnTable.whole]).compactMap { openUse(table, best, $0) }
      }
    }
  }

  private func openUse(_ table: ColumnTable, _ found: FormulaSearch.Found, _ row: Int) -> FormulaUse? {
    let formula = found.formula
    guard let target = table.cell(formula.target, row), cells[target].value != nil,
      let a = cell(formula.first, table, row), let b = cell(formula.second, table, row), a != b, target != a,
      target != b,
      cells[a].value == nil || cells[b].value == nil
    else { return nil }
    let places = table.columns[formula.target].decimals
    let half = found.units * Printed.unit(places)
    let (kind, scale): (FormulaUse.Kind, Double)
    switch formula.kind {
    case .ratio(let by): (kind, scale) = (.rate, by)
    case .growth(let by): (kind, scale) = (.growth, by)
    case .learned, .difference, .total, .weighted: return nil
    }
    return FormulaUse(
      kind: kind, target: target, numerator: a, base: b, scale: scale, room: half, half: half, places: places)
  }

  private func relations(_ table: ColumnTable, _ found: [FormulaSearch.Found]) -> [LinearRelation] {
    guard let best = found.first else { return [] }
    let isOtherWay = isBaseComputed(table, best.formula)
    let starts = table.rows.indices.filter { table.crossesYear(best.formula, $0) }
    let counting = starts.compactMap { relation(table, best, $0)?.holds { cells[$0].value ?? 0 } }
    let beginsAgain = 2 * counting.count { $0 } <= counting.count
    // The total of each column is a row too.
    return (table.rows.indices.map { $0 } + [ColumnTable.whole]).compactMap { row in
      if beginsAgain, table.crossesYear(best.formula, row) { return nil }
      guard let relation = relation(table, best, row) else { return nil }
      if relation.holds({ cells[$0].value ?? 0 }) { return relation }
      if isOtherWay || isOfLeapYear(relation, best.formula) { return nil }
      if holdsMended(relation) { return relation }
      let isGivenOtherwise = found.dropFirst().contains {
        self.relation(table, $0, row)?.holds { cells[$0].value ?? 0 } ?? false
      }
      return isGivenOtherwise ? nil : relation
    }
  }

  /// Whether it is the other way round: what the numbers were divided by is the one that was computed, and rounded to whole
  /// numbers, as people per square kilometre are. It is what the two others give in all rows, and that needs no slip.
  private func isBaseComputed(_ table: ColumnTable, _ formula: Formula) -> Bool {
    guard case .ratio(let scale) = formula.kind, scale != 100, case .column(let base) = formula.second,
      table.columns[base].decimals < table.columns[formula.target].decimals
    else { return false }
    let half = Printed.unit(table.columns[base].decimals) / 2
    return (table.rows.indices.map { $0 } + [ColumnTable.whole]).allSatisfy { row in
      guard let target = table.cell(formula.target, row).flatMap({ cells[$0].value }),
        let a = cell(formula.first, table, row).flatMap({ cells[$0].value }),
        let b = table.cell(base, row).flatMap({ cells[$0].value })
      else { return true }
      return target != 0 && abs(scale * a / target - b) <= half + Printed.slack * max(1, abs(b))
    }
  }

  /// Whether a rate by day is that of a year with a day more, or of one with a day less, than the others.
  private func isOfLeapYear(_ relation: LinearRelation, _ formula: Formula) -> Bool {
    guard case .learned = formula.kind, let use = relation.formula else { return false }
    let (a, b) = (cells[use.numerator].value ?? 0, cells[use.base].value ?? 0)
    let (computed, printed) = (use.scale * a / b, cells[use.target].value ?? 0)
    return [365.0 / 366, 366.0 / 365].contains { abs(computed * $0 - printed) <= use.room + Printed.slack }
  }

  /// Whether it holds once sums are mended.
  private func holdsMended(_ relation: LinearRelation) -> Bool { relation.holds { mended[$0].value ?? 0 } }

  private func relation(_ table: ColumnTable, _ found: FormulaSearch.Found, _ row: Int) -> LinearRelation? {
    let formula = found.formula
    guard let target = table.cell(formula.target, row), let printed = cells[target].value,
      let a = cell(formula.first, table, row), let b = cell(formula.second, table, row), a != b,
      let first = cells[a].value, let second = cells[b].value, second != 0 || !formula.kind.isQuotient, target != a,
      target != b
    else { return nil }
    let halves = (half(formula.first, table), half(formula.second, table))
    guard let computed = formula.value(first, second, halves: halves) else { return nil }
    let places = table.columns[formula.target].decimals
    let unit = found.units * Printed.unit(places)
    switch formula.kind {
    case .difference:
      var relation = LinearRelation.sum(a, of: [target, b])
      relation.tolerance =
        computed.room + (unit < 1 ? unit / 500 : 0)
        + (table.columns[formula.target].half.isFinite
          ? table.columns[formula.target].half : 0)
      relation.subject = target
      relation.others = [a, b]
      relation.signed = [target]
      return relation
    case .total(let scale):
      var relation = LinearRelation.sum(target, of: [a, b])
      relation.terms[0].sign = scale
      relation.tolerance = scale * (unit < 1 || scale > 1 ? unit : 0) + halves.0 + halves.1
      return relation
    case .weighted(let weight):
      var relation = LinearRelation.sum(target, of: [a, b])
      relation.terms[1].sign = -weight
      relation.tolerance = weight * halves.0 + halves.1
      return relation
    case .ratio(let scale):
      let kind: FormulaUse.Kind =
        scale == 100 && table.columns[formula.target].isShare(first, second) ? .share : .rate
      return linear(
        .init(
          kind: kind, target: target, numerator: a, base: b, scale: scale, room: unit + computed.room,
          half: unit, places: places),
        coefficient: printed / scale, size: second, scale)
    case .learned(let scale, _):
      return linear(
        .init(
          kind: .rate, target: target, numerator: a, base: b, scale: scale, room: unit + computed.room, half: unit,
          places: places),
        coefficient: printed / scale, size: second, scale)
    case .growth(let scale):
      return linear(
        .init(
          kind: .growth, target: target, numerator: a, base: b, scale: scale, room: unit + computed.room,
          half: unit, places: places),
        coefficient: 1 + printed / scale, size: second, scale)
    }
  }

  /// `numerator = coefficient · base`, with the room of the printed number; taken as linear in the printed number too,
  /// which is exact as long as one of the three changes.
  private func linear(_ use: FormulaUse, coefficient: Double, size: Double, _ scale: Double) -> LinearRelation {
    let printed = cells[use.target].value ?? 0
    var relation = LinearRelation(
      kind: .formula,
      terms: [
        .init(cell: use.numerator, sign: 1), .init(cell: use.base, sign: -coefficient),
        .init(cell: use.target, sign: -size / scale),
      ], comparison: .zero, subject: use.target, others: [use.base])
    relation.constant = printed * size / scale
    let numerator = cells[use.numerator].value ?? 0
    relation.tolerance = abs(size) * use.room / scale + Printed.slack * max(1, abs(size), abs(numerator))
    relation.formula = use
    return relation
  }

  private func cell(_ operand: Formula.Operand, _ table: ColumnTable, _ row: Int) -> Int? {
    switch operand {
    case .column(let column): table.cell(column, row)
    case .whole(let column), .parts(let column): table.columns[column].whole
    case .before(let column): row >= 0 ? table.before[row].flatMap { table.cell(column, $0) } : nil
    case .after(let column): row >= 0 ? table.after[row].flatMap { table.cell(column, $0) } : nil
    case .yearBefore(let column): row >= 0 ? table.yearBefore[row].flatMap { table.cell(column, $0) } : nil
    }
  }

  private func half(_ operand: Formula.Operand, _ table: ColumnTable) -> Double {
    let half = table.columns[operand.column].half
    return half.isFinite ? half : 0
  }
}

extension ColumnTable.Column {
  /// A part of a whole, and no rate of two things.
  func isShare(_ part: Double, _ whole: Double) -> Bool { part <= whole }
}
