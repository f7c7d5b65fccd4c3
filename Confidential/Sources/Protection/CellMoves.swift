/// Tables around one that fits: an inner cell is moved with the totals it is in, and if need be another against it.
struct CellMoves {
  private let system: CellSystem
  private let centre: [Double]
  private let above, below: [[Int]]
  /// The smallest and the largest value of each cell in the tables found.
  private(set) var ranges: [(low: Double, high: Double)]

  static let near = 1e-6
  /// Of a total that stops a cell so many others are tried against it.
  private static let partners = 400

  init(_ system: CellSystem, _ centre: [Double], _ relations: (above: [[Int]], below: [[Int]])) {
    (self.system, self.centre, above, below) = (system, centre, relations.above, relations.below)
    ranges = centre.map { ($0, $0) }
  }

  mutating func moveAll() {
    for inner in 0..<system.count where isInner(inner) {
      guard let moved = system.moved(with: inner, above, below) else { continue }
      for direction in [1.0, -1] {
        if let step = [2.0, 1].first(where: { step in moved.allSatisfy { isWithin($0, direction * step) } }) {
          for cell in moved { take(cell, direction * step) }
        } else if ranges[inner].low == ranges[inner].high {
          moveAgainst(inner, moved, direction)
        }
      }
    }
  }

  private func isInner(_ cell: Int) -> Bool { below[cell].isEmpty && system.values[cell] == nil }

  /// Moves one cell by 1, and against it another of the smallest total that stops it.
  private mutating func moveAgainst(_ inner: Int, _ moved: [Int], _ step: Double) {
    let stopped = moved.filter { !isWithin($0, step) }
    guard let total = stopped.first, total != inner else { return }
    for other in innerCells(of: total) where other != inner {
      guard let against = system.moved(with: other, above, below) else { continue }
      let (mine, theirs) = (Set(moved), Set(against))
      guard stopped.allSatisfy(theirs.contains), moved.allSatisfy({ theirs.contains($0) || isWithin($0, step) }),
        against.allSatisfy({ mine.contains($0) || isWithin($0, -step) })
      else { continue }
      for cell in moved where !theirs.contains(cell) { take(cell, step) }
      for cell in against where !mine.contains(cell) { take(cell, -step) }
      return
    }
  }

  /// Some of the inner cells of a total, by the first relation of each total on the way.
  private func innerCells(of total: Int) -> [Int] {
    var (found, open) = ([Int](), [total])
    while let cell = open.popLast(), found.count < Self.partners {
      guard let relation = below[cell].first else {
        if isInner(cell) { found.append(cell) }
        continue
      }
      for term in system.relations[relation] where term.cell != cell { open.append(term.cell) }
    }
    return found
  }

  private mutating func take(_ cell: Int, _ step: Double) {
    let value = centre[cell] + step
    ranges[cell] = (min(ranges[cell].low, value), max(ranges[cell].high, value))
  }

  private func isWithin(_ cell: Int, _ step: Double) -> Bool {
    let value = centre[cell] + step
    return system.values[cell] == nil && value >= Double(system.lowers[cell]) - Self.near
      && (system.uppers[cell].map { value <= Double($0) + Self.near } ?? true)
  }
}
