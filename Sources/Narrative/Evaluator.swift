internal import Disclosure
internal import Model

/// Computes terms over the figures of an edition.
struct Evaluator {
  let lookup: FigureLookup
  /// Cells read so far, in order.
  private(set) var cited: [CitedCell] = []
  /// Explanations of bare factors read so far.
  private(set) var explanations: [(number: LocalizedText, text: LocalizedText)] = []

  init(_ lookup: FigureLookup) { self.lookup = lookup }

  mutating func cite(_ shape: TableShape, _ row: Int, _ column: Int) {
    let top = shape.columns[column]
    let place = CitedCell(figure: shape.figure, row: shape.rows[row].key, column: top.key, panel: top.panel)
    if !cited.contains(place) { cited.append(place) }
  }

  mutating func explain(_ number: LocalizedText, _ text: LocalizedText) { explanations.append((number, text)) }

  mutating func outcome(of term: Term) throws(TextProblem) -> Outcome {
    switch term {
    case .call(let call): return try outcome(of: call)
    case .literal(_, _, let at):
      throw TextProblem(
        .literal, at: at, nl: "een los getal is alleen een factor: `count(…) / 12 \"maanden\"`.",
        en: "a bare number is a factor only: `count(…) / 12 \"months\"`.")
    case .negated(let inner):
      guard case .number(var number) = try outcome(of: inner) else { return try outcome(of: inner) }
      number.value = number.value.negated
      return .number(number)
    case .operation(let operation, let left, let right, let at):
      switch operation {
      case .multiply, .divide: return try scaled(operation, left, right, at: at)
      case .add: return try combined([left, right], at: at) { $0.adding($1) }
      case .subtract: return try difference(left, right, at: at)
      }
    }
  }

  // MARK: Calls

  private mutating func outcome(of call: Call) throws(TextProblem) -> Outcome {
    switch call.function {
    case .count, .value: return try cell(of: call)
    case .total: return try total(call)
    case .share: return try call.keys.isEmpty ? share(call.terms[0], call.terms[1], call) : share(call)
    case .change:
      guard call.keys.isEmpty else { return try change(from: cell(call, column: 2), to: cell(call, column: 3), call) }
      return try change(from: outcome(of: call.terms[0]), to: outcome(of: call.terms[1]), call)
    case .ratio:
      return try ratio(outcome(of: call.terms[0]), outcome(of: call.terms[1]), .ratio, 1, at: call.at, call.source)
    case .difference:
      guard call.keys.isEmpty else {
        return try difference(cell(call, column: 3), cell(call, column: 2), at: call.at).settled
      }
      return try difference(call.terms[0], call.terms[1], at: call.at).settled
    case .sum: return try combined(call.terms, at: call.at) { $0.adding($1) }
    case .mean: return try mean(call)
    case .min, .max: return try extreme(call)
    case .rank: return try rank(call)
    case .firstYear, .lastYear: return try year(call)
    case .lowest, .highest: return try extremeOverYears(call)
    case .lowestSince, .highestSince: return try since(call)
    case .years: return try years(call)
    case .names: return try names(call)
    case .rate: return try rate(call)
    case .constant: return .number(try constant(call))
    case .delivered, .figure, .reference, .seriesBreak:
      throw TextProblem(
        .arguments, at: call.at, nl: "`\(call.function.rawValue)` is geen getal.",
        en: "`\(call.function.rawValue)` is no number.")
    }
  }

  private mutating func constant(_ call: Call) throws(TextProblem) -> Number {
    let constant = try lookup.constant(call.keys[0])
    explain(constant)
    return Number(
      value: Fraction(constant.value), kind: .measure, unit: constant.unit, decimals: constant.value.decimals,
      isConstant: true)
  }

  private mutating func explain(_ constant: NamedConstant) {
    let number = LocalizedText(nl: constant.value.formatted(in: .nl), en: constant.value.formatted(in: .en))
    if !explanations.contains(where: { $0.text == constant.note }) { explain(number, constant.note) }
  }

  /// Whether the cells a call names have a number that no delivery can change any more.
  mutating func isDelivered(_ call: Call) throws(TextProblem) -> Bool {
    if case .number = try cell(of: call, demandsCount: false).settled { true } else { false }
  }

  // MARK: Cells

  mutating func cell(of call: Call, demandsCount: Bool? = nil) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let rows = try lookup.rows(call.keys[1], in: table.shape)
    var columns: [Int]
    if call.keys.count == 2 {
      guard table.shape.columns.count == 1 else {
        throw TextProblem(
          .arguments, at: call.at, nl: "figuur \(table.shape.figure) heeft meer kolommen; noem er een.",
          en: "figure \(table.shape.figure) has several columns; name one.")
      }
      columns = [0]
    } else {
      let panel = try call.keys.count == 4 ? lookup.panel(call.keys[3], in: table.shape) : nil
      columns = try lookup.columns(call.keys[2], in: table.shape, panel: panel)
    }
    return try cells(table, rows, columns, demandsCount: demandsCount ?? (call.function == .count), at: call.at)
  }

  /// The cell of a call whose column is one of its keys: for changes.
  private mutating func cell(_ call: Call, column: Int) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let rows = try lookup.rows(call.keys[1], in: table.shape)
    let columns = try lookup.columns(call.keys[column], in: table.shape)
    return try cells(table, rows, columns, demandsCount: false, at: call.at)
  }

  private mutating func total(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let row = try totalRow(of: table.shape, at: call.at)
    guard call.keys.count > 1 else {
      guard let column = lookup.totalColumn(of: table.shape) else {
        throw TextProblem(
          .arguments, at: call.at, nl: "figuur \(table.shape.figure) heeft geen totaalkolom; noem een kolom.",
          en: "figure \(table.shape.figure) has no column of totals; name a column.")
      }
      return try cells(table, [row], [column], demandsCount: true, at: call.at)
    }
    let panel = try call.keys.count == 3 ? lookup.panel(call.keys[2], in: table.shape) : nil
    let columns = try lookup.columns(call.keys[1], in: table.shape, panel: panel)
    return try cells(table, [row], columns, demandsCount: true, at: call.at)
  }

  private func totalRow(of shape: TableShape, at: Int) throws(TextProblem) -> Int {
    if let row = lookup.totalRow(of: shape) { return row }
    throw TextProblem(
      .unknownRow, at: at,
      nl: "figuur \(shape.figure) heeft geen rij met totalen; noem zelf het geheel, met `of RIJ` of share(a, b).",
      en: "figure \(shape.figure) has no row of totals; name the whole yourself, with `of ROW` or share(a, b).")
  }

  /// One cell, or several counts together.
  mutating func cells(
    _ table: PublishedTable, _ rows: [Int], _ columns: [Int], demandsCount: Bool, at: Int
  ) throws(TextProblem) -> Outcome {
    var sum: Outcome?
    for column in columns {
      var inColumn: Outcome?
      for row in rows {
        let outcome = try cell(table, row, column, demandsCount: demandsCount || rows.count * columns.count > 1, at: at)
        inColumn = try inColumn.map { before throws(TextProblem) in try added(before, outcome, at: at) } ?? outcome
      }
      if rows.count > 1, let inColumn { try checkOverlap(inColumn, table, rows, column, at: at) }
      guard let inColumn else { continue }
      sum = try sum.map { before throws(TextProblem) in try added(before, inColumn, at: at) } ?? inColumn
    }
    return sum ?? .missing(.undefined)
  }

  private mutating func cell(
    _ table: PublishedTable, _ row: Int, _ column: Int, demandsCount: Bool, at: Int
  ) throws(TextProblem) -> Outcome {
    let head = table.shape.rows[row]
    cite(table.shape, row, column)
    let value = table.cells[row][column].value
    guard let quantity = value.quantity else { return .missing(value.absence ?? .undefined) }
    let isPerCent = head.unit == .perCent
    let isCount = !head.isSummary && !isPerCent && quantity.denominator == 1 && quantity.decimals == 0
    guard isCount || !demandsCount || value.state == .estimate else {
      throw TextProblem(
        .notACount, at: at, nl: "rij `\(head.key)` van \(table.shape.figure) is geen aantal.",
        en: "row `\(head.key)` of \(table.shape.figure) is no count.")
    }
    return .number(
      Number(
        value: Fraction(quantity), kind: isPerCent ? .share : isCount ? .count : .measure, unit: head.unit.label,
        decimals: quantity.decimals, certainty: Number.Certainty(value),
        place: .init(figure: table.shape.figure, row: row, column: column), isCounted: isCount))
  }

  /// Rows that together exceed their total hold something twice.
  private func checkOverlap(
    _ sum: Outcome, _ table: PublishedTable, _ rows: [Int], _ column: Int, at: Int
  ) throws(TextProblem) {
    guard case .number(let number) = sum, let total = lookup.totalRow(of: table.shape), !rows.contains(total),
      let whole = table.cells[total][column].value.quantity,
      Fraction(whole).isLess(than: number.value) == true
    else { return }
    let parts = rows.map { table.shape.rows[$0].key }.joined(separator: " + ")
    let (together, all) = (number.value.numerator, whole.plain)
    throw TextProblem(
      .kinds, at: at, nl: "`\(parts)` is samen \(together), meer dan het totaal \(all): deze rijen overlappen.",
      en: "`\(parts)` is \(together) together, more than the total \(all): these rows overlap.")
  }

  // MARK: Shares and changes

  private mutating func share(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let shape = table.shape
    let rows = try lookup.rows(call.keys[1], in: shape)
    let columns = try lookup.columns(call.keys[2], in: shape)
    let part = try cells(table, rows, columns, demandsCount: false, at: call.at)
    let basis = call.keys.count == 4 ? call.keys[3] : Call.Key(text: "of column", at: call.at)
    let whole: Outcome
    switch basis.text {
    case "of column":
      whole = try cells(table, [totalRow(of: shape, at: call.at)], columns, demandsCount: false, at: call.at)
    case "of row", "of all":
      guard let column = lookup.totalColumn(of: shape) else {
        throw TextProblem(
          .unknownColumn, at: basis.at, nl: "figuur \(shape.figure) heeft geen totaalkolom.",
          en: "figure \(shape.figure) has no column of totals.")
      }
      let wholeRows = try basis.text == "of row" ? rows : [totalRow(of: shape, at: call.at)]
      whole = try cells(table, wholeRows, [column], demandsCount: false, at: call.at)
    default:
      guard basis.text.hasPrefix("of ") else {
        throw TextProblem(
          .arguments, at: basis.at, nl: "het vierde gegeven van `share` is `of row`, `of all` of `of RIJ`.",
          en: "the fourth argument of `share` is `of row`, `of all` or `of ROW`.")
      }
      let key = Call.Key(text: String(basis.text.dropFirst(3)).trimmingSpaces, at: basis.at)
      whole = try cells(table, lookup.rows(key, in: shape), columns, demandsCount: false, at: call.at)
    }
    return try ratio(part, whole, .share, 0, at: call.at, call.source)
  }

  private mutating func share(_ part: Term, _ whole: Term, _ call: Call) throws(TextProblem) -> Outcome {
    try ratio(outcome(of: part), outcome(of: whole), .share, 0, at: call.at, call.source)
  }

  private func change(from: Outcome, to: Outcome, _ call: Call) throws(TextProblem) -> Outcome {
    guard case .number(let ratio) = try ratio(to, from, .change, 0, at: call.at, call.source) else {
      return .lacking([from, to])
    }
    var change = ratio
    change.value = try exact(ratio.value.subtracting(Fraction(100)), at: call.at)
    return Outcome.number(change).settled
  }

  /// One number over another: as a ratio, or in per cent.
  private func ratio(
    _ top: Outcome, _ bottom: Outcome, _ kind: Number.Kind, _ decimals: Int, at: Int, _ source: String
  ) throws(TextProblem) -> Outcome {
    guard case .number(let above) = top, case .number(let below) = bottom else {
      return .lacking([top, bottom])
    }
    try refuseEstimates([above, below], at: at)
    guard above.kind == below.kind, kind == .ratio || above.unit == below.unit else {
      throw mixed(above, below, at: at)
    }
    guard below.value != .zero else {
      throw TextProblem(
        .divisionByZero, at: at, nl: "in `\(source)` wordt gedeeld door nul.", en: "`\(source)` divides by zero.")
    }
    let quotient = try exact(above.value.divided(by: below.value), at: at)
    let value = try kind == .ratio ? quotient : exact(quotient.multiplied(by: Fraction(100)), at: at)
    return .number(
      Number(
        value: value, kind: kind, unit: nil, decimals: decimals,
        certainty: above.certainty.combined(with: below.certainty), isOpen: isOpen(above, below),
        isUnclear: kind != .share && isUnclear(below, above)))
  }

  /// Whether two cells of a row are of years between which it is not sure that the number rose or fell.
  func isOpen(_ left: Number, _ right: Number) -> Bool {
    guard let left = left.place, let right = right.place, left.figure == right.figure, left.row == right.row,
      let table = lookup.tables.first(where: { $0.shape.figure == left.figure })
    else { return false }
    let (from, to) = (min(left.column, right.column), max(left.column, right.column))
    return table.openChanges.contains(OpenChange(row: left.row, from: from, to: to))
  }
}

extension Outcome {
  /// A change or a difference that a delivery still to come may turn round is no finding yet: what it needs was not
  /// delivered.
  fileprivate var settled: Outcome {
    if case .number(let number) = self, number.certainty == .provisional { .missing(.notDelivered) } else { self }
  }
}

extension Number.Certainty {
  /// - Precondition: the value has a number.
  init(_ value: CellValue) {
    switch value {
    case .exact, .revised: self = .exact
    case .rounded: self = .rounded
    case .provisional: self = .provisional
    case .estimate(_, let lower, let upper, let percent):
      self = .estimate(lower: lower, upper: upper, percent: percent)
    case .estimateWithoutInterval: self = .estimateWithoutInterval
    case .suppressed, .notShown, .notAsked, .notDelivered, .notRecorded, .notApplicable, .notDerivable, .notEstimable,
      .undefined:
      preconditionFailure("certainty was asked of a cell without a number")
    }
  }
}
