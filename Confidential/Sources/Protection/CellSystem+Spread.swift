extension CellSystem {
  /// How far each rounded cell can be from what is shown, as tables show that are like the one shown but for one inner cell.
  ///
  /// What is shown adds up and lies within its own bounds, so it is a table that an intruder cannot rule out. So is every table in which
  /// one inner cell, and with it each total it is in, is up to `reach` higher or lower, where that stays within the bounds of
  /// all of them. Each such table is verified in whole numbers. Nothing is said of cells that no such table moves.
  ///
  /// - Parameters:
  ///   - shown: The numbers shown of cells without a value.
  ///   - reach: How far a table goes: the base less one.
  /// - Returns: Intervals that are at least so wide; none when what is shown does not add up.
  public func spread(around shown: [Int: Int], reach: Int) -> [Int: FeasibilityInterval] {
    let centre = values.indices.map { values[$0] ?? shown[$0] }
    guard isTable(centre) else { return [:] }
    let (above, below) = totalsAbove()
    var result: [Int: FeasibilityInterval] = [:]
    for (cell, value) in shown where values[cell] == nil {
      result[cell] = FeasibilityInterval(low: value, high: value, isComplete: false)
    }
    for inner in 0..<count where below[inner].isEmpty && values[inner] == nil {
      guard let value = centre[inner], let moved = moved(with: inner, above, below) else { continue }
      for step in [reach, -min(reach, value)] where isWithin(moved, centre, step) {
        for cell in moved {
          guard let value = centre[cell], var interval = result[cell] else { continue }
          interval.low = min(interval.low, value + step)
          interval.high = max(interval.high ?? value, value + step)
          result[cell] = interval
        }
      }
    }
    return result
  }

  /// Of each cell the relations of which it is a part, and those of which it is the whole.
  func totalsAbove() -> (above: [[Int]], below: [[Int]]) {
    var (above, below) = ([[Int]](repeating: [], count: count), [[Int]](repeating: [], count: count))
    for relation in 0..<relations.count {
      let whole = whole(of: relation)
      for term in relations[relation] where term.cell != whole { above[term.cell].append(relation) }
      if let whole { below[whole].append(relation) }
    }
    return (above, below)
  }

  func isTable(_ table: [Int?]) -> Bool {
    for cell in 0..<count where values[cell] == nil {
      guard let value = table[cell], Self.holds(value, lowers[cell], uppers[cell]) else { return false }
    }
    return (0..<relations.count).allSatisfy { relation in
      let sum = relations[relation].reduce(0) { $0 + $1.coefficient * (table[$1.cell] ?? 0) }
      return Self.holds(sum, relations.lowers[relation], relations.uppers[relation])
    }
  }

  /// The inner cell and every total it is in; nil where a relation would not hold if all of them move alike.
  func moved(with inner: Int, _ above: [[Int]], _ below: [[Int]]) -> [Int]? {
    var (cells, isIn) = ([inner], Set([inner]))
    var touched: Set<Int> = []
    var next = 0
    while next < cells.count {
      for relation in above[cells[next]] {
        guard touched.insert(relation).inserted, let whole = whole(of: relation) else { return nil }
        if isIn.insert(whole).inserted { cells.append(whole) }
      }
      next += 1
    }
    return cells.allSatisfy { cell in below[cell].allSatisfy { touched.contains($0) } } ? cells : nil
  }

  private func isWithin(_ cells: [Int], _ centre: [Int?], _ step: Int) -> Bool {
    cells.allSatisfy { cell in
      values[cell] == nil && (centre[cell].map { Self.holds($0 + step, lowers[cell], uppers[cell]) } ?? false)
    }
  }
}
