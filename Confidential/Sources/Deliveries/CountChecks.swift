import Model

/// What only shows when the rows of a delivery of counts are seen together: totals, bases and what is missing.
struct CountChecks {
  let source: Source
  let codebook: Codebook
  let findings: DeliveryFindings
  /// Column of the file in which the counts stand, for the order of findings.
  let column: Int
  private let numbers: [CountPlace: CountLine]

  init(source: Source, codebook: Codebook, lines: [CountLine], column: Int, findings: DeliveryFindings) {
    (self.source, self.codebook, self.column, self.findings) = (source, codebook, column, findings)
    numbers = Dictionary(lines.map { ($0.cell.place, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Returns: Whether the row can be taken in.
  func accepts(_ line: CountLine) -> Bool {
    let table = line.table
    guard table.asksTotal, let number = line.number else { return true }
    switch table.answers {
    case .one: return acceptsTotal(line, number, table)
    case .several: return acceptsPart(line, number, table)
    }
  }

  // MARK: Totals and bases

  private func acceptsTotal(_ line: CountLine, _ total: Quantity, _ table: CountTable) -> Bool {
    switch table.kind {
    case .number: return true
    case .count, .percentage: break
    }
    for axis in table.axes.indices where line.cell.place.words[axis] == nil {
      guard let sum = sum(line.cell.place, axis, table), sum.contradicts(total, table.kind) else { continue }
      let (nl, en) = (total.formatted(in: .nl), total.formatted(in: .en))
      let (header, known) = (table.axes[axis].header, sum.isComplete)
      let message = LocalizedText(
        nl: "het totaal is \(nl), maar de \(known ? "" : "bekende ")categorieën van `\(header)` zijn samen "
          + sum.quantity.formatted(in: .nl),
        en: "the total is \(en), but the \(known ? "" : "known ")categories of `\(header)` together are "
          + sum.quantity.formatted(in: .en))
      return report(.totalMismatch, line, message)
    }
    return true
  }

  private struct Sum {
    var quantity: Quantity
    var parts: Int
    var isComplete: Bool

    /// Percentages were rounded one by one: each may be off by half a unit of its last decimal.
    func contradicts(_ total: Quantity, _ kind: CountTable.Kind) -> Bool {
      let difference = quantity.numerator - total.numerator
      let slack =
        switch kind {
        case .count: 0
        case .percentage, .number: parts + 1
        }
      return isComplete ? 2 * abs(difference) > slack : 2 * difference > slack
    }
  }

  /// The categories of one axis together, as far as they are known; nil when none is.
  private func sum(_ place: CountPlace, _ axis: Int, _ table: CountTable) -> Sum? {
    let words = table.axes[axis].words(in: place.year, codebook)
    let known = words.compactMap { numbers[place.with($0, onAxis: axis)]?.number }
    guard let first = known.first else { return nil }
    let sum = known.dropFirst().reduce(first.numerator) { $0 + $1.numerator }
    return Sum(
      quantity: Quantity(numerator: sum, denominator: first.denominator, decimals: first.decimals),
      parts: known.count, isComplete: known.count == words.count)
  }

  private func acceptsPart(_ line: CountLine, _ number: Quantity, _ table: CountTable) -> Bool {
    guard table.kind == .count else { return true }
    for axis in table.axes.indices where line.cell.place.words[axis] != nil {
      let place = line.cell.place.with(nil, onAxis: axis)
      guard let base = numbers[place]?.number, number.numerator > base.numerator else { continue }
      let message = LocalizedText(
        nl: "hier staat \(number.formatted(in: .nl)), meer dan de basis van \(base.formatted(in: .nl))",
        en: "here is \(number.formatted(in: .en)), more than the base of \(base.formatted(in: .en))")
      return report(.baseExceeded, line, message)
    }
    return true
  }

  /// A contradiction that was explained is taken in and stays in sight.
  private func report(_ rule: FindingRule, _ line: CountLine, _ message: LocalizedText) -> Bool {
    if line.isExplained {
      add(.totalExplained, line, message + LocalizedText(nl: "; dat is toegelicht.", en: "; that was explained."))
    } else {
      add(rule, line, message + LocalizedText("."))
    }
    return line.isExplained
  }

  private func add(_ rule: FindingRule, _ line: CountLine, _ message: LocalizedText) {
    findings.add(rule, row: line.cell.sourceRow, column: column, header: CountColumns.count, message)
  }

  // MARK: Tables beside each other

  /// Tables that ask for the total of the same unit are held beside the first of them, year by year.
  func compareTotals(_ units: [UnitOfCount]) {
    for unit in units {
      let tables = source.tables.filter { table in
        table.unit == unit.name && table.kind == .count && table.answers == .one && table.asksTotal
      }
      for year in Set(tables.flatMap(\.years)).sorted() {
        let totals = tables.compactMap { table in
          numbers[CountPlace(table: table.name, year: year, words: table.axes.map { _ in nil })]
        }
        for line in totals.dropFirst() { compare(line, totals[0], unit) }
      }
    }
  }

  private func compare(_ line: CountLine, _ first: CountLine, _ unit: UnitOfCount) {
    guard let number = line.number, let other = first.number, number != other, !line.isExplained, !first.isExplained
    else { return }
    let (year, name) = (line.cell.place.year, first.table.label.nl)
    add(
      .totalsDiffer, line,
      LocalizedText(
        nl: "het totaal van \(year) is hier \(number.formatted(in: .nl)) en in `\(name)` \(other.formatted(in: .nl)); "
          + "beide tellen \(unit.label.nl).",
        en: "the total of \(year) is \(number.formatted(in: .en)) here and \(other.formatted(in: .en)) in `\(name)`; "
          + "both count \(unit.label.en)."))
  }

  // MARK: The delivery before

  func comparePrevious(_ line: CountLine, _ previous: PreviousCounts) {
    let table = line.table
    guard let now = line.number,
      let before = previous.number(line.cell.place) ?? line.previous,
      Self.isStriking(now, before)
    else { return }
    let message = LocalizedText(
      nl: "hier staat \(now.formatted(in: .nl)) en in de vorige levering \(before.formatted(in: .nl)); ",
      en: "here is \(now.formatted(in: .en)) and in the delivery before \(before.formatted(in: .en)); ")
    if line.isExplained {
      add(.implausibleAnswered, line, message + LocalizedText(nl: "dat is toegelicht.", en: "that was explained."))
    } else {
      add(.implausible, line, message + LocalizedText(nl: "klopt dat?", en: "is that right?"))
    }
  }

  /// More than twice or less than half, and more than 10 apart.
  private static func isStriking(_ now: Quantity, _ before: Quantity) -> Bool {
    let (left, right) = (now.numerator * before.denominator, before.numerator * now.denominator)
    let apart = abs(left - right) > 10 * now.denominator * before.denominator
    return apart && (left > 2 * right || 2 * left < right)
  }
}

extension LocalizedText {
  fileprivate static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(nl: left.nl + right.nl, en: left.en + right.en)
  }
}
