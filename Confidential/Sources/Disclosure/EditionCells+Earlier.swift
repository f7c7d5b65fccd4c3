import Protection

extension EditionCells {
  /// Adds what was released before: what was printed is known, what was hidden stays to be protected, and totals over other
  /// years are tied to the years they share with these tables.
  ///
  /// A table of which a number is another one now is left out: before and after are two truths.
  mutating func take(_ earlier: [EarlierTable], printsZeros: Bool) {
    for table in earlier where !differs(table) {
      var lines: [(cell: Int, row: EarlierTable.Row)] = []
      for row in table.rows {
        let cell = cell(key(of: row, in: table), row.count, lower: 0)
        if row.count == nil, system.values[cell] == nil, cell >= ownCount {
          guarded.insert(cell)
          if printsZeros { system.lowers[cell] = 1 }
        }
        lines.append((cell, row))
      }
      addSums(of: table, lines)
      for line in lines where line.row.years.count > 1 {
        let years = line.row.years.map { year -> Int in
          var part = line.row
          part.years = [year]
          return cell(key(of: part, in: table), nil, lower: 0)
        }
        if sums.insert([line.cell] + years).inserted { system.addSum(of: years, equals: line.cell) }
      }
    }
  }

  private func population(_ row: EarlierTable.Row) -> [String] {
    populations[[row.unit, row.measure]] ?? [row.unit, row.measure]
  }

  private func key(of row: EarlierTable.Row, in table: EarlierTable, without dimension: String? = nil) -> [String] {
    var pairs = row.categories.filter { $0.dimension != dimension }.map { ($0.dimension, $0.name) }
    if !row.years.isEmpty { pairs.append((table.yearsName, row.years.map(String.init).joined(separator: " "))) }
    return population(row) + pairs.sorted { $0 < $1 }.flatMap { [$0.0, $0.1] }
  }

  private func differs(_ table: EarlierTable) -> Bool {
    table.rows.contains { row in
      guard let count = row.count, let known = numbers[key(of: row, in: table)] else { return false }
      return system.values[known].map { $0 != count } ?? false
    }
  }

  private mutating func cell(_ key: [String], _ count: Int?, lower: Int) -> Int {
    if let known = numbers[key] {
      // Another release showed what this one hid.
      if known >= ownCount, system.values[known] == nil, let count {
        system.values[known] = count
        guarded.remove(known)
      }
      return known
    }
    numbers[key] = system.count
    system.append(value: count)
    return system.count - 1
  }

  /// The sums of a table, where its printed numbers do not contradict them; parts that come to more in every line, or to
  /// less, are that.
  private mutating func addSums(of table: EarlierTable, _ lines: [(cell: Int, row: EarlierTable.Row)]) {
    for dimension in Set(table.rows.flatMap { $0.categories.map(\.dimension) }).sorted() {
      var parts: [[String]: [Int]] = [:]
      var order: [[String]] = []
      for (cell, row) in lines {
        guard let category = row.categories.first(where: { $0.dimension == dimension }), !category.isSubtotal else {
          continue
        }
        let whole = key(of: row, in: table, without: dimension)
        if parts[whole] == nil { order.append(whole) }
        parts[whole, default: []].append(cell)
      }
      let known = order.compactMap { whole -> (parts: [Int], total: Int)? in
        guard let total = numbers[whole], let members = parts[whole], members.count > 1, !members.contains(total) else {
          return nil
        }
        return (members, total)
      }
      let excess = known.compactMap { line -> Int? in
        guard let total = system.values[line.total] else { return nil }
        let counts = line.parts.compactMap { system.values[$0] }
        return counts.count == line.parts.count ? counts.reduce(-total, +) : nil
      }
      // Where parts do not come to their total now they did not then.
      if excess.isEmpty, unsummed[table.dataset]?.contains(dimension) ?? false { continue }
      let (isMore, isLess) = (excess.allSatisfy { $0 >= 0 }, excess.allSatisfy { $0 <= 0 })
      for line in known where isMore || isLess {
        guard sums.insert([line.total] + line.parts).inserted else { continue }
        system.addRelation(
          line.parts.map { CellSystem.Term($0, 1) } + [CellSystem.Term(line.total, -1)], lower: isMore ? 0 : nil,
          upper: isLess ? 0 : nil)
      }
    }
  }
}
