import Invented
import Protection
import Testing

@Suite struct `Rounding to a base` {
  /// Σ |change| of the nearest zero-restricted rounding, by trying every choice of every inner cell; nil when there is none.
  private func nearest(_ cube: InventedCube, base: Int) -> Int? {
    let inner = InventedCube.inner(of: cube.cube)
    let loose = inner.filter { cube.values[$0] % base != 0 }
    var best: Int?
    for pattern in 0..<(1 << loose.count) {
      var leaves = [Int](repeating: 0, count: cube.cube.count)
      for cell in inner { leaves[cell] = cube.values[cell] / base * base }
      for (place, cell) in loose.enumerated() where pattern >> place & 1 == 1 { leaves[cell] += base }
      let rounded = cube.cube.totals(of: leaves)
      let changes = zip(rounded, cube.values).map { abs($0 - $1) }
      guard zip(changes, cube.values).allSatisfy({ $0 < base && ($1 % base != 0 || $0 == 0) }) else { continue }
      best = min(best ?? .max, changes.reduce(0, +))
    }
    return best
  }

  private func system(_ cube: InventedCube) -> CellSystem { cube.cube.system(values: cube.values) }

  private func addsUp(_ system: CellSystem, _ values: [Int?]) -> Bool {
    var rounded = system
    rounded.values = values
    return rounded.contradicted().isEmpty
  }

  @Test(arguments: 1...40, [2, 3, 5])
  func `is as near as trying everything finds, adds up and goes to adjacent multiples`(seed: Int, base: Int) {
    let cube = seed % 2 == 0 ? InventedCube(seed: UInt64(seed)) : InventedCube.flat(seed: UInt64(seed))
    let system = system(cube)
    let answer = system.rounded(to: base)
    #expect(addsUp(system, answer.values) && answer.conflicts.isEmpty)
    #expect(answer.values.allSatisfy { ($0 ?? 0) % base == 0 && ($0 ?? 0) >= 0 })
    let total = zip(answer.values, cube.values).reduce(0) { $0 + abs(($1.0 ?? 0) - $1.1) }
    if let known = nearest(cube, base: base) {
      #expect(answer.beyond.isEmpty && answer.isProven && total == known)
    } else {
      #expect(!answer.beyond.isEmpty && !answer.isProven)
    }
  }

  @Test(arguments: [3, 5])
  func `a large sparse system adds up, few cells go beyond and all of them are named`(base: Int) {
    let cube = InventedCube.sparse(seed: 7, persons: 1_500)
    let system = system(cube)
    let answer = system.rounded(to: base)
    #expect(addsUp(system, answer.values))
    let far = cube.values.indices.filter { cell in
      let change = abs((answer.values[cell] ?? 0) - cube.values[cell])
      return change >= base || (cube.values[cell] % base == 0 && change > 0)
    }
    #expect(far == answer.beyond && far.count * 50 < cube.values.count)
    #expect(answer == system.rounded(to: base))
  }

  @Test(arguments: 1...20)
  func `what is rounded stays when it is rounded again, and what was shown stays what it was`(seed: Int) {
    let system = system(InventedCube(seed: UInt64(seed)))
    let first = system.rounded(to: 3)
    guard first.beyond.isEmpty else { return }
    var again = system
    again.values = first.values
    #expect(again.rounded(to: 3).values == first.values)
    let shown = Dictionary(uniqueKeysWithValues: first.values.enumerated().map { ($0.offset, $0.element ?? 0) })
    let later = system.rounded(to: 3, shown: shown)
    #expect(later.values == first.values && later.conflicts.isEmpty)
  }

  @Test func `a total that was shown otherwise than its parts allow is named`() {
    var system = CellSystem(values: [1, 1, 2])
    system.addSum(of: [0, 1], equals: 2)
    #expect(system.rounded(to: 3, shown: [0: 0, 1: 0, 2: 3]).conflicts == [2])
    #expect(system.rounded(to: 3, shown: [0: 3]).values == [3, 0, 3])
  }

  @Test(arguments: 1...20)
  func `small counts go, all others stay and sums hold`(seed: Int) {
    let cube = InventedCube.flat(seed: UInt64(seed))
    let system = system(cube)
    let answer = system.smallCountsRounded(to: 3)
    #expect(addsUp(system, answer.values))
    for cell in InventedCube.inner(of: cube.cube) {
      let (value, shown) = (cube.values[cell], answer.values[cell] ?? -1)
      #expect((1..<3).contains(value) ? shown == 0 || shown == 3 : shown == value)
    }
    #expect(answer.values.allSatisfy { !(1..<3).contains($0 ?? 0) })
  }

  /// Every rounded table with one inner cell moved is a table that an intruder cannot rule out.
  @Test(arguments: 1...10)
  func `the spread around what is shown is what linear programming finds`(seed: Int) {
    let cube = InventedCube.flat(seed: UInt64(seed))
    var system = system(cube)
    let shown = system.rounded(to: 5)
    guard shown.beyond.isEmpty else { return }
    system = system.hiding(0..<system.count)
    var numbers: [Int: Int] = [:]
    for (cell, value) in shown.values.enumerated() {
      guard let value else { continue }
      (system.lowers[cell], system.uppers[cell]) = (max(0, value - 4), value + 4)
      numbers[cell] = value
    }
    let spread = system.spread(around: numbers, reach: 4)
    let audit = system.audited((0..<system.count).map { Requirement(cell: $0, low: 0, high: 1_000) }, complete: true)
    for cell in 0..<system.count {
      #expect(spread[cell]?.low == audit.intervals[cell]?.low && spread[cell]?.high == audit.intervals[cell]?.high)
    }
  }
}
