import Model

/// A figure counted case by case, word by word: slow, obvious, and the measure of the fast one.
struct SlowTabulation {
  let figure: Figure
  let cases: Cases

  /// The counts and summaries of all rows and columns, in the order of the table.
  func quantities() throws -> [[Quantity?]] {
    let columns = try columns()
    var table = try rows().map { row in
      columns.map { column in
        Quantity((0..<cases.columns.rowCount).reduce(0) { $0 + contribution($1, row, column) })
      } as [Quantity?]
    }
    for summary in figure.summaries { table.append(columns.map { summarised(summary, $0) }) }
    return table
  }

  /// How often a case is in a row or column.
  struct Header {
    var times: (Int) -> Int
    var countsMembers = false
    /// Rows only: whether the case takes part.
    var takesPart: (Int) -> Bool = { _ in true }
  }

  private func contribution(_ row: Int, _ header: Header, _ column: Header) -> Int {
    guard header.takesPart(row) else { return 0 }
    let times = header.times(row) * column.times(row)
    switch figure.unit.repeats {
    case .oncePerYear: return times
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
    switch figure.filter {
    case .hasAny(variable, let values), .hasOnly(variable, let values), .hasAll(variable, let values):
      return values.contains(member)
    case .all(let parts):
      for case .hasAll(variable, let values) in parts { return values.contains(member) }
      return true
    default: return true
    }
  }

  private func usesDimension(_ variable: String) -> Bool {
    if case .dimension(let dimension) = figure.rows, dimension.variable == variable { return true }
    return figure.panels.contains { $0.variable == variable }
  }

  private func rows() throws -> [Header] {
    let takesPart = try taking(figure.population, [figure.filter].compactMap { $0 })
    var headers: [Header] = []
    var total = Header(times: { _ in 1 }, takesPart: takesPart)
    switch figure.rows {
    case .dimension(let dimension):
      headers = self.headers(dimension)
      for index in headers.indices { headers[index].takesPart = takesPart }
      if figure.rowTotal?.basis == .shown {
        total = together(headers)
        total.takesPart = takesPart
      }
    case .series(let series):
      for one in series {
        let taking = try taking(one.population ?? figure.population, [figure.filter, one.condition].compactMap { $0 })
        headers.append(Header(times: { _ in 1 }, takesPart: taking))
      }
      if figure.rowTotal?.basis == .shown {
        let parts = zip(series, headers).filter { !$0.0.isTotal }.map(\.1)
        total.takesPart = { row in parts.contains { $0.takesPart(row) } }
      }
    case .top, .quoted: break
    }
    return headers + [total]
  }

  private func columns() throws -> [Header] {
    let panels = figure.panels.map { headers($0) }
    let isShown = figure.columnTotal?.basis == .shown
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
    let categories = cases.columns.variable(named: name)?.categories ?? []
    func word(_ code: Int) -> String {
      code < Packing.firstCategory ? Missing.allCases[code].word : categories[code - Packing.firstCategory].code
    }
    switch cases.columns[name] {
    case .category(let codes): return [word(Int(codes[row]))]
    case .wideCategory(let codes): return [word(Int(codes[row]))]
    case .set(let masks):
      let reasons = Missing.allCases.filter { masks[row] & Packing.mask(of: $0) != 0 }.map(\.word)
      return reasons + categories.indices.filter { masks[row] >> UInt64($0) & 1 == 1 }.map { categories[$0].code }
    case .number, nil: return []
    }
  }

  private func summarised(_ summary: Figure.SummaryRow, _ column: Header) -> Quantity? {
    guard case .number(let numbers) = cases.columns[summary.variable],
      let takesPart = try? taking(figure.population, [figure.filter].compactMap { $0 })
    else { return nil }
    var values: [Int] = []
    for row in numbers.indices where takesPart(row) && Packing.missing(ofNumber: numbers[row]) == nil {
      for _ in 0..<column.times(row) { values.append(Int(numbers[row])) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    switch summary.kind {
    case .mean: return Quantity(numerator: values.reduce(0, +), denominator: values.count, decimals: summary.decimals)
    case .median:
      let middle = values[(values.count - 1) / 2] + values[values.count / 2]
      return Quantity(numerator: middle, denominator: 2, decimals: summary.decimals)
    }
  }
}
