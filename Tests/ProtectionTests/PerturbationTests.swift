import Testing

@testable import Protection

/// Counts that are changed by chance, the same cell always alike.
@Suite struct `Perturbation by cell keys` {
  private func moments(_ row: PerturbationTable.Row) -> (sum: Double, mean: Double, variance: Double) {
    zip(row.changes, row.chances).reduce((0, 0, 0)) {
      ($0.0 + $1.1, $0.1 + Double($1.0) * $1.1, $0.2 + Double($1.0 * $1.0) * $1.1)
    }
  }

  private func entropy(_ chances: [Double]) -> Double {
    chances.reduce(0) { $0 - ($1 > 0 ? $1 * logarithm($1) : 0) }
  }

  /// ln x by its series around 1, after halving: a logarithm of the tests' own.
  private func logarithm(_ x: Double) -> Double {
    var (value, shift) = (x, 0.0)
    while value < 0.75 { (value, shift) = (value * 2, shift - 0.693147180559945309417) }
    let ratio = (value - 1) / (value + 1)
    var (term, sum) = (ratio, 0.0)
    for odd in stride(from: 1.0, to: 60, by: 2) {
      sum += term / odd
      term *= ratio * ratio
    }
    return shift + 2 * sum
  }

  @Test(arguments: [(5, 3.0, 2), (5, 3.0, 0), (2, 1.0, 0), (10, 7.5, 3), (8, 6, 2), (1, 0.4, 0)])
  func `every row is unbiased, has the variance, and shows nothing below 0 or that is not shown`(
    _ change: Int, _ variance: Double, _ unshown: Int
  ) throws {
    let table = try PerturbationTable(largestChange: change, variance: variance, unshown: unshown)
    #expect(table.rows.count == change + unshown + 2)
    for (count, row) in table.rows.enumerated().dropFirst() {
      let (sum, mean, square) = moments(row)
      #expect(abs(sum - 1) < 1e-12 && abs(mean) < 1e-12 && abs(square - variance) < 1e-11, "\(count)")
      for shown in row.changes.map({ count + $0 }) { #expect(shown == 0 || shown > unshown, "\(count)") }
      #expect(row.changes.allSatisfy { abs($0) <= change } && row.chances.allSatisfy { $0 > 0 })
    }
    #expect(table.rows[0].changes == [0])
    #expect(try #require(table.rows.last).changes == Array(-change...change))
  }

  /// Moves that keep sum, mean and variance: none may gain entropy. On four changes i<j<k<l one direction is left.
  @Test func `no other row has more entropy`() throws {
    let table = try PerturbationTable(largestChange: 5, variance: 3, unshown: 2)
    for row in table.rows where row.changes.count >= 4 {
      for start in 0...(row.changes.count - 4) {
        let at = Array(start..<(start + 4))
        let x = at.map { Double(row.changes[$0]) }
        // The third divided difference is nought on all squares.
        let direction = (0..<4).map { i in (0..<4).reduce(1.0) { $1 == i ? $0 : $0 / (x[i] - x[$1]) } }
        for step in [1e-5, -1e-5] {
          var moved = row.chances
          for (index, place) in at.enumerated() { moved[place] += step * direction[index] }
          guard moved.allSatisfy({ $0 > 0 }) else { continue }
          #expect(entropy(moved) < entropy(row.chances), "\(row.changes) \(start)")
        }
      }
    }
  }

  @Test func `with a change of 1 half of the variance goes each way`() throws {
    let row = try PerturbationTable(largestChange: 1, variance: 0.4, unshown: 0).row(of: 1_000)
    #expect(row.changes == [-1, 0, 1])
    for (chance, known) in zip(row.chances, [0.2, 0.6, 0.2]) { #expect(abs(chance - known) < 1e-12) }
  }

  /// Count 2 with nothing of 1 and 2 shown and a change up to 3 goes to 0, 3, 4 or 5.
  @Test func `keys fall on changes by their chances, and nought stays`() throws {
    let table = try PerturbationTable(largestChange: 3, variance: 2.5, unshown: 2)
    #expect(table.row(of: 2).changes == [-2, 1, 2, 3])
    for count in [0, 2, 5, 400] {
      let row = table.row(of: count)
      var seen: [Int: Int] = [:]
      let steps = 10_000
      for step in 0..<steps {
        seen[table.change(of: count, key: UInt64.max / UInt64(steps) * UInt64(step)), default: 0] += 1
      }
      for (change, chance) in zip(row.changes, row.chances) {
        #expect(abs(Double(seen[change] ?? 0) / Double(steps) - chance) < 2e-4, "\(count) \(change)")
      }
      #expect(seen.count == row.changes.count)
    }
    #expect(table.change(of: 400, key: .max) == 3 && table.change(of: 400, key: 0) == -3)
  }

  @Test func `a table that cannot be says which count stops it`() {
    #expect(throws: PerturbationTable.Failure.noVariance(count: 1, least: 2, most: 5)) {
      try PerturbationTable(largestChange: 5, variance: 2, unshown: 2)
    }
    #expect(throws: PerturbationTable.Failure.noDecrease(count: 1)) {
      try PerturbationTable(largestChange: 2, variance: 1.5, unshown: 4)
    }
  }

  /// 0 + 3 = 3, and 3 + 4 = 7: the first total has the members of its part.
  @Test func `cells with the same members have one key`() {
    var system = CellSystem(values: [0, 3, 3, 4, 7])
    system.addSum(of: [0, 1], equals: 2)
    system.addSum(of: [2, 3], equals: 4)
    #expect(system.representatives { $0 > $1 } == [0, 2, 2, 3, 4])
    #expect(system.representatives { $0 < $1 } == [0, 1, 1, 3, 4])
  }

  /// 2 × 2 cells within 2 of what is shown: each has several values. With totals that are printed, one cell stands fast.
  @Test func `what can be moved is shown by tables, and no more than that`() throws {
    var system = CellSystem(values: [Int?](repeating: nil, count: 9))
    let shown = [4, 0, 3, 6, 4, 7, 6, 7, 12]
    for (cell, value) in shown.enumerated() {
      (system.lowers[cell], system.uppers[cell]) = (max(0, value - 2), value + 2)
    }
    // 0 1 | 4      2 3 | 5      totals of columns 6, 7; 8 is all.
    for (parts, whole) in [([0, 1], 4), ([2, 3], 5), ([0, 2], 6), ([1, 3], 7), ([4, 5], 8), ([6, 7], 8)] {
      system.addSum(of: parts, equals: whole)
    }
    let free = try #require(system.freedom())
    for cell in 0..<9 {
      let interval = try #require(free[cell])
      #expect(interval.low < interval.high ?? .max && interval.low >= system.lowers[cell])
      #expect((interval.high ?? .max) <= system.uppers[cell] ?? 0)
    }
    system.values[8] = 20
    #expect(system.freedom() == nil)
  }
}
