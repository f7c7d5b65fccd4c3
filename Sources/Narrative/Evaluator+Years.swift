internal import Disclosure
internal import Model

/// The lowest and highest over years, since when, in how many of them, names from a table, and rates.
extension Evaluator {
  /// A row in the columns of a range, each with its number; an outcome where one has none.
  private enum Row {
    case numbers([(column: Int, number: Number)])
    case lacking(Outcome)
  }

  private mutating func numbers(
    _ call: Call, rowKey: Call.Key, in columns: [Int], of table: PublishedTable
  ) throws(TextProblem) -> Row {
    let rows = try lookup.rows(rowKey, in: table.shape)
    var numbers: [(column: Int, number: Number)] = []
    for column in columns {
      switch try cells(table, rows, [column], demandsCount: false, at: call.at) {
      case .number(let number): numbers.append((column, number))
      case .missing(let absence):
        let (row, top) = (rowKey.text, table.shape.columns[column].key)
        return .lacking(
          .untold(
            because: LocalizedText(
              nl: "over `\(row)` in `\(top)` is geen getal: \(absence.label.nl)",
              en: "about `\(row)` in `\(top)` there is no number: \(absence.label.en)")))
      case .untold(let reason): return .lacking(.untold(because: reason))
      case .names(let names): return .lacking(.names(names))
      }
    }
    try refuseEstimates(numbers.map(\.number), at: call.at)
    return .numbers(numbers)
  }

  private func panel(_ call: Call, at place: Int, in shape: TableShape) throws(TextProblem) -> Int? {
    try call.keys.count > place ? lookup.panel(call.keys[place], in: shape) : nil
  }

  mutating func extremeOverYears(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let columns = try lookup.columns(call.keys[2], in: table.shape, panel: panel(call, at: 3, in: table.shape))
    let numbers: [(column: Int, number: Number)]
    switch try self.numbers(call, rowKey: call.keys[1], in: columns, of: table) {
    case .numbers(let found): numbers = found
    case .lacking(let outcome): return outcome
    }
    guard var best = numbers.first?.number else { return .missing(.undefined) }
    for (_, number) in numbers.dropFirst() {
      let isLess = try isLess(number, than: best, at: call.at)
      if call.function == .lowest ? isLess : !isLess { best = number }
    }
    best.place = nil
    return .number(best)
  }

  private func isLess(_ left: Number, than right: Number, at: Int) throws(TextProblem) -> Bool {
    try exact(left.value.subtracting(right.value), at: at).numerator < 0
  }

  /// The last year before in which the row had as much (or as little) or more: of what is the highest since.
  mutating func since(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let shape = table.shape
    let own = try lookup.columns(call.keys[2], in: shape, panel: panel(call, at: 3, in: shape))
    guard own.count == 1, let year = Self.year(shape.columns[own[0]].key) else {
      throw TextProblem(
        .arguments, at: call.at, nl: "`\(call.function.rawValue)` gaat over een kolom met een jaar.",
        en: "`\(call.function.rawValue)` is about a column of a year.")
    }
    let before = shape.columns.indices.filter {
      shape.columns[$0].panel == shape.columns[own[0]].panel && (Self.year(shape.columns[$0].key) ?? year) < year
    }.sorted { (Self.year(shape.columns[$0].key) ?? 0) > (Self.year(shape.columns[$1].key) ?? 0) }
    guard case .numbers(let now) = try numbers(call, rowKey: call.keys[1], in: own, of: table),
      let number = now.first?.number
    else { return try cells(table, lookup.rows(call.keys[1], in: shape), own, demandsCount: false, at: call.at) }
    for column in before {
      switch try numbers(call, rowKey: call.keys[1], in: [column], of: table) {
      case .lacking(let outcome): return outcome
      case .numbers(let earlier):
        guard let other = earlier.first?.number else { continue }
        let isBeyond =
          try call.function == .highestSince
          ? !isLess(other, than: number, at: call.at) : !isLess(number, than: other, at: call.at)
        guard isBeyond else { continue }
        guard column != before.first else { return notSince(call) }
        return .number(
          Number(value: Fraction(Self.year(shape.columns[column].key) ?? 0), kind: .year, unit: nil, decimals: 0))
      }
    }
    return .untold(
      because: LocalizedText(
        nl: "geen eerder jaar van \(shape.figure) was zo; schrijf een claim met `\(extremeName(call))(…)`",
        en: "no earlier year of \(shape.figure) was so; write a claim with `\(extremeName(call))(…)`"))
  }

  private func extremeName(_ call: Call) -> String {
    call.function == .highestSince ? FunctionName.highest.rawValue : FunctionName.lowest.rawValue
  }

  private func notSince(_ call: Call) -> Outcome {
    let isHighest = call.function == .highestSince
    return .untold(
      because: LocalizedText(
        nl: "een jaar eerder was het al zo \(isHighest ? "veel" : "weinig") of \(isHighest ? "meer" : "minder")",
        en: "a year earlier it was as \(isHighest ? "much" : "little") or \(isHighest ? "more" : "less") already"))
  }

  private static func year(_ key: String) -> Int? { key.utf8.count == 4 ? Int(key) : nil }

  // MARK: In how many years

  mutating func years(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let columns = try lookup.columns(call.keys[call.keys.count - 1], in: table.shape)
    guard columns.allSatisfy({ Self.year(table.shape.columns[$0].key) != nil }) else {
      throw TextProblem(
        .arguments, at: call.at, nl: "`years` neemt een bereik van jaren, zoals `2015..2019`.",
        en: "`years` takes a range of years, such as `2015..2019`.")
    }
    var count = columns.count
    if call.keys.count == 3 {
      switch try flags(call, columns, table) {
      case .flags(let flags): count = flags.filter { $0 }.count
      case .lacking(let outcome): return outcome
      }
    }
    return .number(
      Number(value: Fraction(count), kind: .count, unit: LocalizedText(nl: "jaren", en: "years"), decimals: 0))
  }

  private enum Flags {
    case flags([Bool])
    case lacking(Outcome)
  }

  /// For each year whether the test holds: `ROW > ROW` in its column, `ROW rises` or `ROW falls` from the one before.
  private mutating func flags(_ call: Call, _ columns: [Int], _ table: PublishedTable) throws(TextProblem) -> Flags {
    let key = call.keys[1]
    let sides = PlacedText(key.text).split(at: ">").map(\.trimmed.string)
    if sides.count == 2 {
      var rows: [[(column: Int, number: Number)]] = []
      for side in sides {
        switch try numbers(call, rowKey: Call.Key(text: side, at: key.at), in: columns, of: table) {
        case .numbers(let numbers): rows.append(numbers)
        case .lacking(let outcome): return .lacking(outcome)
        }
      }
      var flags: [Bool] = []
      for (first, second) in zip(rows[0], rows[1]) {
        flags.append(try isLess(second.number, than: first.number, at: call.at))
      }
      return .flags(flags)
    }
    for (word, rises) in [(" rises", true), (" falls", false)] where key.text.hasSuffix(word) {
      let row = Call.Key(text: String(key.text.dropLast(word.count)).trimmingSpaces, at: key.at)
      switch try numbers(call, rowKey: row, in: columns, of: table) {
      case .lacking(let outcome): return .lacking(outcome)
      case .numbers(let numbers):
        var flags: [Bool] = []
        for (before, now) in zip(numbers, numbers.dropFirst()) {
          flags.append(
            try rises
              ? isLess(before.number, than: now.number, at: call.at)
              : isLess(now.number, than: before.number, at: call.at))
        }
        return .flags(flags)
      }
    }
    throw TextProblem(
      .arguments, at: key.at,
      nl: "`\(key.text)` is geen vraag per jaar; schrijf `RIJ > RIJ`, `RIJ rises` of `RIJ falls`.",
      en: "`\(key.text)` is no question about a year; write `ROW > ROW`, `ROW rises` or `ROW falls`.")
  }

  // MARK: Names

  /// The names of the largest rows in a column: `Polen, Nigeria en China`.
  mutating func names(_ call: Call) throws(TextProblem) -> Outcome {
    let table = try lookup.table(call.keys[0])
    let shape = table.shape
    let columns = try lookup.columns(call.keys[1], in: shape, panel: panel(call, at: 3, in: shape))
    guard columns.count == 1, let wanted = Int(call.keys[2].text), (1...12).contains(wanted) else {
      throw TextProblem(
        .arguments, at: call.at, nl: "`names` neemt een kolom en een aantal van 1 tot en met 12.",
        en: "`names` takes a column and a number from 1 to 12.")
    }
    var ranked: [(row: Int, value: Fraction)] = []
    for row in shape.rows.indices where isRanked(shape.rows[row]) {
      let cell = table.cells[row][columns[0]]
      if let value = cell.value.quantity, shape.rankMeasures == nil || cell.rank != nil {
        ranked.append((row, Fraction(value)))
      } else if shape.rankMeasures == nil, let absence = cell.value.absence, absence.mayHideNumber {
        return .untold(
          because: LocalizedText(
            nl: "de volgorde is niet bekend, want `\(shape.rows[row].key)` is \(absence.label.nl)",
            en: "the order is not known, as `\(shape.rows[row].key)` is \(absence.label.en)"))
      }
    }
    ranked.sort { $1.value.isLess(than: $0.value) == true || $0.value == $1.value && $0.row < $1.row }
    guard ranked.count >= wanted else {
      return .untold(
        because: LocalizedText(
          nl: "er zijn maar \(ranked.count) rijen met een plaats",
          en: "there are only \(ranked.count) rows with a place"))
    }
    guard ranked.count == wanted || ranked[wanted].value != ranked[wanted - 1].value else {
      let (first, second) = (shape.rows[ranked[wanted - 1].row].key, shape.rows[ranked[wanted].row].key)
      return .untold(
        because: LocalizedText(
          nl: "`\(first)` en `\(second)` delen een plaats; neem er meer of minder",
          en: "`\(first)` and `\(second)` share a place; take more or fewer"))
    }
    for (row, _) in ranked.prefix(wanted) { cite(shape, row, columns[0]) }
    let labels = ranked.prefix(wanted).map { shape.rows[$0.row].label }
    return .names(LocalizedText(nl: Self.list(labels.map(\.nl), "en"), en: Self.list(labels.map(\.en), "and")))
  }

  private static func list(_ names: [String], _ and: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  // MARK: Rates

  /// So many per 100,000: over the size a figure has for the row, or over another number.
  mutating func rate(_ call: Call) throws(TextProblem) -> Outcome {
    let (above, below, unit): (Outcome, Outcome, LocalizedText?)
    if call.keys.isEmpty {
      (above, below) = (try outcome(of: call.terms[0]), try outcome(of: call.terms[1]))
      if case .number(let number) = below { unit = number.unit } else { unit = nil }
    } else {
      let shape = try lookup.table(call.keys[0]).shape
      let rows = try lookup.rows(call.keys[1], in: shape)
      let sizes = rows.compactMap { shape.statistics.funnel?.sizes[shape.rows[$0].key] }
      guard let funnel = shape.statistics.funnel, sizes.count == rows.count else {
        throw TextProblem(
          .arguments, at: call.at,
          nl:
            "figuur \(shape.figure) heeft geen omvang voor `\(call.keys[1].text)`; zie `funnel` bij `statistics`, of schrijf rate(a, b).",
          en:
            "figure \(shape.figure) has no size for `\(call.keys[1].text)`; see `funnel` at `statistics`, or write rate(a, b)."
        )
      }
      above = try cell(of: call, demandsCount: true)
      below = .number(Number(value: Fraction(sizes.reduce(0, +)), kind: .count, unit: funnel.name, decimals: 0))
      unit = funnel.name
    }
    guard case .number(let top) = above, case .number(let bottom) = below else { return .lacking([above, below]) }
    try refuseEstimates([top, bottom], at: call.at)
    guard top.kind == .count, bottom.kind == .count || bottom.isConstant else { throw mixed(top, bottom, at: call.at) }
    guard bottom.value != .zero else {
      throw TextProblem(
        .divisionByZero, at: call.at, nl: "in `\(call.source)` wordt gedeeld door nul.",
        en: "`\(call.source)` divides by zero.")
    }
    let quotient = try exact(top.value.divided(by: bottom.value), at: call.at)
    return .number(
      Number(
        value: try exact(quotient.multiplied(by: Fraction(100_000)), at: call.at), kind: .rate, unit: unit, decimals: 1,
        certainty: top.certainty.combined(with: bottom.certainty)))
  }
}
