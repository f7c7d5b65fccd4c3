@testable import Model

/// A figure counted case by case, word by word: slow, obvious, and the measure of the fast one.
struct SlowTabulation {
  let figure: Figure
  let cases: Cases

  private var counted: Figure.Counted { figure.counted }

  /// The counts and summaries of all rows and columns, in the order of the table.
  func quantities() throws -> [[Quantity?]] {
    let columns = try columns()
    var table = try rows().map { row in columns.map { stated(row, $0) } }
    for summary in counted.summaries { table.append(columns.map { summarised(summary, $0) }) }
    return table
  }

  /// How often a case is in a row or column.
  struct Header {
    var times: (Int) -> Int
    var countsMembers = false
    /// Rows only: whether the case takes part.
    var takesPart: (Int) -> Bool = { _ in true }
    /// Rows of a series: their own unit, and what they state.
    var unit: RepeatScope?
    var base: ((Int) -> Bool)?
    var summary: Figure.SummaryRow?
  }

  /// The number of a row in a column.
  private func stated(_ row: Header, _ column: Header) -> Quantity? {
    if let summary = row.summary { return summarised(summary, column, row.takesPart) }
    guard let base = row.base else { return Quantity(count(row, column)) }
    var whole = row
    whole.takesPart = base
    var part = row
    part.takesPart = { base($0) && row.takesPart($0) }
    let all = count(whole, column)
    return all > 0 ? Quantity(numerator: 100 * count(part, column), denominator: all, decimals: 1) : nil
  }

  private func count(_ row: Header, _ column: Header) -> Int {
    let all = 0..<cases.columns.rowCount
    guard case .oncePerYearTogether(let variable) = row.unit ?? figure.unit.repeats,
      case .number(let numbers) = cases.columns[variable]
    else { return all.reduce(0) { $0 + contribution($1, row, column) } }
    let counted = all.filter { row.takesPart($0) && row.times($0) * column.times($0) > 0 }
    let things = counted.map { index in
      NumberValue(numbers[index]).isKnown ? "\(words("year", index)) \(numbers[index])" : "row \(index)"
    }
    return Set(things).count
  }

  private func contribution(_ row: Int, _ header: Header, _ column: Header) -> Int {
    guard header.takesPart(row) else { return 0 }
    let times = header.times(row) * column.times(row)
    switch header.unit ?? figure.unit.repeats {
    case .oncePerYear, .oncePerYearTogether: return times
    case .everyTimeAgain: return times * (Int(cases.offsets[row + 1] - cases.offsets[row]) - 1)
    case .oncePerYearPer(let variable) where header.unit != nil:
      return times * words(variable, row).count { Missing(word: $0) == nil }
    case .everyTime, .asDelivered: return times * Int(cases.offsets[row + 1] - cases.offsets[row])
    case .oncePerYearPer(let variable):
      if header.countsMembers || column.countsMembers { return times }
      return times * words(variable, row).count { isCounted($0) }
    }
  }

  /// Members named by a filter that asks for members of the set are the only ones counted, unless they make rows or
  /// columns.
  private func isCounted(_ member: String) -> Bool {
    guard Missing(word: member) == nil, case .oncePerYearPer(let variable) = figure.unit.repeats else { return false }
    if usesDimension(variable) { return true }
    switch counted.filter {
    case .hasAny(variable, let values), .hasOnly(variable, let values), .hasAll(variable, let values):
      return values.contains(member)
    case .all(let parts):
      for case .hasAll(variable, let values) in parts { return values.contains(member) }
      return true
    default: return true
    }
  }

  private func usesDimension(_ variable: String) -> Bool {
    if case .dimension(let dimension) = counted.rows, dimension.variable == variable { return true }
    return counted.panels.contains { $0.variable == variable }
  }

  private func rows() throws -> [Header] {
    let takesPart = try taking(counted.population, [counted.filter].compactMap { $0 })
    var headers: [Header] = []
    var total = Header(times: { _ in 1 }, takesPart: takesPart)
    switch counted.rows {
    case .dimension(let dimension):
      headers = self.headers(dimension)
      for index in headers.indices { headers[index].takesPart = takesPart }
      if counted.rowTotal?.basis == .shown {
        total = together(headers)
        total.takesPart = takesPart
      }
    case .series(let series):
      for one in series {
        let taking = try taking(
          one.population ?? counted.population, [counted.filter, one.condition].compactMap { $0 })
        var header = Header(times: { _ in 1 }, takesPart: taking, unit: one.unit?.repeats)
        switch one.value {
        case .count: break
        case .share(let base, _):
          header.base = try self.taking(
            one.population ?? counted.population, [counted.filter, base].compactMap { $0 })
        case .summary(let kind, let variable, let unit, let decimals):
          header.summary = .init(
            kind: kind, variable: variable, label: unit.label, measure: unit.label, unit: unit, decimals: decimals)
        }
        headers.append(header)
      }
      if counted.rowTotal?.basis == .shown {
        let parts = zip(series, headers).filter { !$0.0.isTotal }.map(\.1)
        total.takesPart = { row in parts.contains { $0.takesPart(row) } }
      }
    case .top: break
    }
    return headers + [total]
  }

  private func columns() throws -> [Header] {
    let panels = counted.panels.map { headers($0) }
    let isShown = counted.columnTotal?.basis == .shown
    let total = isShown ? panels.first.map(together) ?? Header(times: { _ in 1 }) : Header(times: { _ in 1 })
    return panels.flatMap { $0 } + [total]
  }

  private func together(_ headers: [Header]) -> Header {
    let countsMembers = headers.contains(where: \.countsMembers)
    return Header(
      times: { row in
        let sum = headers.reduce(0) { $0 + $1.times(row) }
        return countsMembers ? sum : min(1, sum)
      }, countsMembers: countsMembers)
  }

  private func headers(_ dimension: Figure.Dimension) -> [Header] {
    var countsMembers = false
    if case .oncePerYearPer(dimension.variable) = figure.unit.repeats { countsMembers = true }
    let groups = dimension.pools.isEmpty ? dimension.order.map { [$0] } : dimension.pools.map(\.codes)
    return groups.map { group in
      Header(
        times: { row in
          let count = words(dimension.variable, row).count { group.contains($0) }
          return countsMembers ? count : min(1, count)
        }, countsMembers: countsMembers)
    }
  }

  private func taking(_ population: Figure.Population, _ conditions: [Condition]) throws -> (Int) -> Bool {
    let holds = try (0..<cases.columns.rowCount).map { row in
      try conditions.allSatisfy { try $0.holds(forRow: row, of: cases.columns) }
    }
    return { row in
      let excludedBy = cases.excludedBy[row]
      let stays =
        switch population {
        case .remaining: excludedBy == 0
        case .all: true
        case .after(let rule): excludedBy == 0 || Int(excludedBy) - 1 > (cases.exclusions.firstIndex(of: rule) ?? 0)
        }
      return stays && holds[row]
    }
  }

  /// The values of a category or set variable as words.
  private func words(_ name: String, _ row: Int) -> [String] {
    guard let variable = cases.columns.variable(named: name), let column = cases.columns[name] else { return [] }
    return switch column {
    case .category, .wideCategory, .set: variable.words(of: column.packedValue(at: row))
    case .number: []
    }
  }

  private func summarised(
    _ summary: Figure.SummaryRow, _ column: Header, _ chosen: ((Int) -> Bool)? = nil
  ) -> Quantity? {
    guard case .number(let numbers) = cases.columns[summary.variable],
      let takesPart = try? chosen ?? taking(counted.population, [counted.filter].compactMap { $0 })
    else { return nil }
    var values: [Int] = []
    for row in numbers.indices where takesPart(row) && NumberValue(numbers[row]).isKnown {
      for _ in 0..<column.times(row) { values.append(Int(numbers[row])) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    switch summary.kind {
    case .mean: return Quantity(numerator: values.reduce(0, +), denominator: values.count, decimals: summary.decimals)
    case .minimum: return Quantity(numerator: values[0], denominator: 1, decimals: summary.decimals)
    case .maximum: return Quantity(numerator: values[values.count - 1], denominator: 1, decimals: summary.decimals)
    case .median:
      let middle = values[(values.count - 1) / 2] + values[values.count / 2]
      return Quantity(numerator: middle, denominator: 2, decimals: summary.decimals)
    }
  }
}
