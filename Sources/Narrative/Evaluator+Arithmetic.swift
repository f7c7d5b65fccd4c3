internal import Disclosure
internal import Model

/// Sums, differences, factors, extremes, places and years.
extension Evaluator {
  mutating func combined(
    _ terms: [Term], at: Int, _ operation: (Fraction, Fraction) -> Fraction?
  ) throws(TextProblem) -> Outcome {
    var outcomes: [Outcome] = []
    for term in terms { outcomes.append(try outcome(of: term)) }
    return try combined(outcomes, at: at, operation)
  }

  func added(_ left: Outcome, _ right: Outcome, at: Int) throws(TextProblem) -> Outcome {
    try combined([left, right], at: at) { $0.adding($1) }
  }

  private func combined(
    _ outcomes: [Outcome], at: Int, _ operation: (Fraction, Fraction) -> Fraction?
  ) throws(TextProblem) -> Outcome {
    let numbers = outcomes.compactMap { outcome in
      if case .number(let number) = outcome { number } else { nil }
    }
    guard numbers.count == outcomes.count, var result = numbers.first else { return .lacking(outcomes) }
    try refuseEstimates(numbers, at: at)
    if numbers.count > 1 { (result.place, result.isOpen) = (nil, false) }
    result.isCounted = numbers.allSatisfy(\.isCounted)
    for number in numbers.dropFirst() {
      guard number.kind == result.kind, number.unit == result.unit else { throw mixed(result, number, at: at) }
      result.value = try exact(operation(result.value, number.value), at: at)
      result.decimals = Swift.max(result.decimals, number.decimals)
      result.certainty = result.certainty.combined(with: number.certainty)
    }
    return .number(result)
  }

  mutating func difference(_ left: Term, _ right: Term, at: Int) throws(TextProblem) -> Outcome {
    try difference(outcome(of: left), outcome(of: right), at: at)
  }

  /// Two shares differ by percentage points; everything else by its own kind.
  func difference(_ left: Outcome, _ right: Outcome, at: Int) throws(TextProblem) -> Outcome {
    guard case .number(var number) = try combined([left, right], at: at, { $0.subtracting($1) }) else {
      return .lacking([left, right])
    }
    number.isCounted = false
    if number.kind == .share || number.kind == .change { number.kind = .points }
    if case .number(let first) = left, case .number(let second) = right { number.isOpen = isOpen(first, second) }
    return .number(number)
  }

  /// A number times or over a factor with an explanation or a constant; or one number over another.
  mutating func scaled(_ operation: Operation, _ left: Term, _ right: Term, at: Int) throws(TextProblem) -> Outcome {
    if right.isConstant { return try scaled(operation, outcome(of: left), by: outcome(of: right), at: at) }
    if left.isConstant, operation == .multiply {
      return try scaled(operation, outcome(of: right), by: outcome(of: left), at: at)
    }
    if case .literal(let factor, let explanation, let place) = right {
      return try scaled(operation, outcome(of: left), factor, explanation, place, at: at)
    }
    if operation == .multiply, case .literal(let factor, let explanation, let place) = left {
      return try scaled(operation, outcome(of: right), factor, explanation, place, at: at)
    }
    let outcomes = (try outcome(of: left), try outcome(of: right))
    guard operation == .divide else {
      throw TextProblem(
        .kinds, at: at, nl: "twee getallen uit figuren worden niet met elkaar vermenigvuldigd.",
        en: "two numbers from figures are not multiplied.")
    }
    guard case .number(let above) = outcomes.0, case .number(let below) = outcomes.1 else {
      return .lacking([outcomes.0, outcomes.1])
    }
    try refuseEstimates([above, below], at: at)
    guard above.kind == below.kind else { throw mixed(above, below, at: at) }
    guard below.value != .zero else {
      throw TextProblem(.divisionByZero, at: at, nl: "hier wordt gedeeld door nul.", en: "this divides by zero.")
    }
    return .number(
      Number(
        value: try exact(above.value.divided(by: below.value), at: at), kind: .ratio, unit: nil, decimals: 1,
        certainty: above.certainty.combined(with: below.certainty), isOpen: isOpen(above, below),
        isUnclear: isUnclear(below, above)))
  }

  private mutating func scaled(
    _ operation: Operation, _ outcome: Outcome, _ factor: Fraction, _ explanation: String?, _ place: Int, at: Int
  ) throws(TextProblem) -> Outcome {
    let written = factor.quantity(decimals: factor.denominator == 1 ? 0 : 2)?.plain ?? ""
    guard let explanation, !explanation.trimmingSpaces.isEmpty else {
      throw TextProblem(
        .literal, at: place, nl: "het getal \(written) heeft geen uitleg.",
        en: "the number \(written) has no explanation.")
    }
    guard case .number(var number) = outcome else { return outcome }
    try refuseEstimates([number], at: at)
    guard operation == .multiply || factor != .zero else {
      throw TextProblem(.divisionByZero, at: at, nl: "hier wordt gedeeld door nul.", en: "this divides by zero.")
    }
    explain(LocalizedText(written), LocalizedText(explanation))
    (number.place, number.isCounted) = (nil, false)
    number.value = try exact(
      operation == .multiply ? number.value.multiplied(by: factor) : number.value.divided(by: factor), at: at)
    if number.kind == .count, number.value.denominator != 1 {
      number.kind = .measure
      number.decimals = Swift.max(number.decimals, 1)
    }
    return .number(number)
  }

  /// A number times or over a constant of the monitor: no count any more, whatever comes out.
  private func scaled(
    _ operation: Operation, _ outcome: Outcome, by constant: Outcome, at: Int
  ) throws(TextProblem) -> Outcome {
    guard case .number(var number) = outcome, case .number(let factor) = constant else {
      return .lacking([outcome, constant])
    }
    try refuseEstimates([number], at: at)
    guard [.count, .measure].contains(number.kind), !number.isConstant else {
      throw TextProblem(
        .kinds, at: at, nl: "met een constante wordt een aantal gedeeld of vermenigvuldigd, en niets anders.",
        en: "a constant divides or multiplies a count, and nothing else.")
    }
    let value =
      operation == .multiply
      ? number.value.multiplied(by: factor.value) : number.value.divided(by: factor.value)
    number.value = try exact(value, at: at)
    (number.place, number.isCounted, number.kind, number.unit) = (nil, false, .measure, nil)
    number.decimals = number.value.denominator == 1 ? 0 : Swift.max(number.decimals, 1)
    return .number(number)
  }

  mutating func mean(_ call: Call) throws(TextProblem) -> Outcome {
    guard case .number(var number) = try combined(call.terms, at: call.at, { $0.adding($1) }) else {
      return try combined(call.terms, at: call.at, { $0.adding($1) })
    }
    number.value = try exact(number.value.divided(by: Fraction(call.terms.count)), at: call.at)
    number.isCounted = false
    if number.kind == .count {
      number.kind = .measure
      number.decimals = number.value.denominator == 1 ? 0 : 1
    }
    return .number(number)
  }

  mutating func extreme(_ call: Call) throws(TextProblem) -> Outcome {
    let isLowest = call.function == .min
    return try combined(call.terms, at: call.at) { left, right in
      left.isLess(than: right).map { ($0 == isLowest) ? left : right }
    }
  }

  // MARK: Places and years

  mutating func rank(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let shape = table.shape
    let rows = try lookup.rows(call.keys[1], in: shape)
    let panel = try call.keys.count == 4 ? lookup.panel(call.keys[3], in: shape) : nil
    let columns = try call.keys.count > 2 ? lookup.columns(call.keys[2], in: shape, panel: panel) : [0]
    guard rows.count == 1, columns.count == 1 else {
      throw TextProblem(
        .arguments, at: call.at, nl: "`rank` gaat over één rij in één kolom.",
        en: "`rank` is about one row in one column.")
    }
    let ranked = shape.rows.indices.filter { isRanked(shape.rows[$0]) }
    guard ranked.contains(rows[0]) else {
      throw TextProblem(
        .arguments, at: call.at, nl: "rij `\(shape.rows[rows[0]].key)` heeft geen plaats in een rangorde.",
        en: "row `\(shape.rows[rows[0]].key)` has no place in a ranking.")
    }
    cite(shape, rows[0], columns[0])
    return place(of: rows[0], among: ranked, in: columns[0], of: table)
  }

  /// The place of a row in a column: one more than the number of rows with more.
  ///
  /// A top list says itself who is among the first; of who is not, the list does not tell the place. A row where nothing
  /// could be counted takes no part; beside any other row without a number the place is not known.
  private func place(of row: Int, among ranked: [Int], in column: Int, of table: PublishedTable) -> Outcome {
    let shape = table.shape
    func place(_ number: Int) -> Outcome {
      .number(Number(value: Fraction(number), kind: .place, unit: nil, decimals: 0))
    }
    let (key, top, cell) = (shape.rows[row].key, shape.columns[column].key, table.cells[row][column])
    if shape.rankMeasures != nil {
      return cell.rank.map(place)
        ?? .untold(
          because: LocalizedText(
            nl: "`\(key)` staat bij `\(top)` niet in de lijst van \(shape.figure), die dus niet zegt op welke plaats",
            en: "`\(key)` is not in the list of \(shape.figure) at `\(top)`, which so does not tell its place"))
    }
    guard let own = cell.value.quantity.map(Fraction.init) else {
      return .missing(cell.value.absence ?? .undefined)
    }
    for other in ranked {
      guard let absence = table.cells[other][column].value.absence, absence.mayHideNumber else { continue }
      return .untold(
        because: LocalizedText(
          nl: "de plaats van `\(key)` is niet bekend, want `\(shape.rows[other].key)` is \(absence.label.nl)",
          en: "the place of `\(key)` is not known, as `\(shape.rows[other].key)` is \(absence.label.en)"))
    }
    let larger = ranked.compactMap { table.cells[$0][column].value.quantity }.count {
      own.isLess(than: Fraction($0)) == true
    }
    return place(larger + 1)
  }

  func isRanked(_ row: TableShape.RowHeader) -> Bool {
    !row.isTotal && !row.isSummary && Missing(word: row.key) == nil
  }

  func year(_ call: Call) throws(TextProblem) -> Outcome {
    let shape = try lookup.table(call.keys[0]).shape
    let years = shape.columns.compactMap { $0.key.count == 4 ? Int($0.key) : nil }
    guard let year = call.function == .firstYear ? years.min() : years.max() else {
      throw TextProblem(
        .unknownColumn, at: call.at, nl: "figuur \(shape.figure) heeft geen kolommen met jaren.",
        en: "figure \(shape.figure) has no columns of years.")
    }
    return .number(Number(value: Fraction(year), kind: .year, unit: nil, decimals: 0))
  }

  // MARK: What cannot be computed

  func refuseEstimates(_ numbers: [Number], at: Int) throws(TextProblem) {
    guard numbers.contains(where: \.certainty.isEstimate) else { return }
    throw TextProblem(
      .estimate, at: at, nl: "met een schatting wordt in een tekst niet gerekend.",
      en: "a text does not compute with an estimate.")
  }

  func mixed(_ left: Number, _ right: Number, at: Int) -> TextProblem {
    if left.kind == right.kind, let first = left.unit, let second = right.unit {
      return TextProblem(
        .kinds, at: at, nl: "hier komen twee eenheden samen: \(first.nl) en \(second.nl).",
        en: "two units meet here: \(first.en) and \(second.en).")
    }
    return TextProblem(
      .kinds, at: at, nl: "\(left.kind.noun.nl) en \(right.kind.noun.nl) gaan hier niet samen.",
      en: "\(left.kind.noun.en) and \(right.kind.noun.en) do not go together here.")
  }

  func exact(_ value: Fraction?, at: Int) throws(TextProblem) -> Fraction {
    if let value { return value }
    throw TextProblem(
      .tooLarge, at: at, nl: "de uitkomst is te groot om exact te zijn.", en: "the result is too large to be exact.")
  }
}

extension Absence {
  /// Whether there may be something to count behind it all the same.
  var mayHideNumber: Bool {
    switch self {
    // A share of nothing is blank by design: there was nothing to rank.
    case .notApplicable, .notAsked, .undefined: false
    case .notEstimable, .notShown, .notRecorded, .notDelivered, .notDerivable, .suppressed: true
    }
  }
}
