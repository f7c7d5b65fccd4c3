import Invented
import Protection
import Testing

@Suite struct `What is hidden` {
  private static func protection(_ lower: Int, _ level: ProtectionRule.Level = .withinSensitive) -> ProtectionRule {
    ProtectionRule(minimum: 3, printsZeros: lower == 1, level: level, assurance: .outside, method: .exact)
  }

  // The grand total is always printed, so that the number of tables is finite.

  /// Cells that counting every table shows to be less than is required.
  private static func broken(
    _ table: InventedCube, _ result: SuppressionPattern, _ protection: ProtectionRule, lower: Int
  ) -> [Int] {
    let ranges = table.ranges(hidden: Set(result.hidden), lower: lower)
    return result.hidden.filter { cell in
      guard let range = ranges[cell] else { return true }
      let need = protection.requirement(of: cell)
      return range.lowerBound < protection.minimum && !(range.lowerBound <= need.low && range.upperBound >= need.high)
    }
  }

  @Test(arguments: 0..<60)
  func `leaves nothing that counting every table narrows, or says so`(_ seed: Int) {
    let table = InventedCube(seed: UInt64(seed), persons: 6...9)
    for lower in 0...1 {
      for level in ProtectionRule.Level.allCases {
        let protection = Self.protection(lower, level)
        let result = table.cube.system(values: table.values).suppressed(
          under: protection, candidates: table.values.indices.map { $0 > 0 },
          weights: table.values.map { Double(max(1, $0)) })
        let broken = Self.broken(table, result, protection, lower: lower)
        #expect(Set(broken).isSubset(of: result.unmet + result.unreachable), "\(broken)")
        // What is printed is no sensitive count.
        let hidden = Set(result.hidden)
        #expect(table.values.indices.allSatisfy { hidden.contains($0) || !(1...2).contains(table.values[$0]) })
      }
    }
  }

  @Test func `hides as little as is known to be possible`() {
    // Origin by year as a national rapporteur might print it: five small counts.
    let cube = CellCube([
      .init(name: "a", parents: [-1, 0, 0, 0]), .init(name: "b", parents: [-1, 0, 0, 0]),
    ])
    var leaves = [Int](repeating: 0, count: cube.count)
    for (index, count) in [2, 20, 30, 25, 8, 40, 31, 50, 9].enumerated() {
      leaves[cube.cell([1 + index / 3, 1 + index % 3])] = count
    }
    let values = cube.totals(of: leaves)
    let result = cube.system(values: values).suppressed(
      under: ProtectionRule(minimum: 5, printsZeros: true, level: .withinSensitive, assurance: .inside, method: .exact),
      candidates: values.map { _ in true }, weights: values.map(Double.init))
    #expect(result.unmet.isEmpty && result.hidden.contains(cube.cell([1, 1])))
    // The cheapest square with the 2 in a corner: 2, 30, 31, 9 costs 70; 2, 20, 8, 25 costs 53.
    #expect(
      result.hidden.map { values[$0] }.sorted() == [2, 8, 20, 25] || result.hidden.reduce(0) { $0 + values[$1] } < 55)
  }

  /// Flat tables of two dimensions, of which the intervals of linear programming are those of whole tables.
  @Test(arguments: 0..<40)
  func `hides the cheapest cells there are, as trying every choice shows`(_ seed: Int) {
    let table = InventedCube.flat(seed: UInt64(seed))
    let rule = ProtectionRule(
      minimum: 3, printsZeros: false, level: .withinSensitive, assurance: .inside, method: .exact)
    let sensitive = table.values.indices.filter { rule.sensitive.contains(table.values[$0]) }
    let others = table.values.indices.dropFirst().filter { table.values[$0] >= rule.minimum }
    func isMet(_ hidden: [Int]) -> Bool {
      let ranges = table.ranges(hidden: Set(hidden), lower: 0)
      return sensitive.allSatisfy { cell in ranges[cell].map { $0.lowerBound <= 1 && $0.upperBound >= 2 } ?? false }
    }
    var cheapest: Int?
    for choice in 0..<(1 << others.count) {
      let added = others.indices.filter { choice >> $0 & 1 == 1 }.map { others[$0] }
      let cost = added.reduce(0) { $0 + table.values[$1] }
      if cost < cheapest ?? .max, isMet(sensitive + added) { cheapest = cost }
    }
    // The grand total is printed: hiding it as well is no choice here, and never hidden by the programme either.
    let result = table.cube.system(values: table.values).cheapest(
      under: rule, candidates: table.values.indices.map { $0 > 0 && table.values[$0] > 0 },
      weights: table.values.map { Double(max(1, $0)) })
    let cost = Set(result.hidden).subtracting(sensitive).reduce(0) { $0 + table.values[$1] }
    if let cheapest {
      #expect(result.unmet.isEmpty && cost == cheapest)
    } else {
      #expect(!result.unmet.isEmpty || sensitive.isEmpty)
    }
  }

  @Test(arguments: 0..<25)
  func `holds a cell with a higher minimum to that one`(_ seed: Int) {
    let table = InventedCube(seed: UInt64(seed), persons: 6...9)
    for lower in 0...1 {
      var protection = Self.protection(lower)
      for cell in stride(from: 1, to: table.values.count, by: 3) { protection.minima[cell] = 5 }
      let result = table.cube.system(values: table.values).suppressed(
        under: protection, candidates: table.values.indices.map { $0 > 0 },
        weights: table.values.map { Double(max(1, $0)) })
      let ranges = table.ranges(hidden: Set(result.hidden), lower: lower)
      let broken = result.hidden.filter { cell in
        guard let range = ranges[cell] else { return true }
        let minimum = cell % 3 == 1 ? 5 : 3
        return range.lowerBound < minimum && !(range.lowerBound <= 1 && range.upperBound >= minimum - 1)
      }
      #expect(Set(broken).isSubset(of: result.unmet + result.unreachable), "\(broken)")
      let hidden = Set(result.hidden)
      #expect(
        table.values.indices.dropFirst().allSatisfy {
          hidden.contains($0) || !(1..<($0 % 3 == 1 ? 5 : 3)).contains(table.values[$0])
        })
    }
  }

  /// Whoever knows what is hidden under one minimum learns nothing from what another shows.
  @Test(arguments: 0..<12)
  func `shows nothing under a stricter minimum that is hidden under a laxer one`(_ seed: Int) {
    let table = InventedCube(seed: UInt64(seed), persons: 6...60)
    for (lower, assurance) in [(0, ProtectionRule.Assurance.outside), (1, .outside), (1, .inside)] {
      var laxer: (hidden: Set<Int>, isMet: Bool) = ([], true)
      for minimum in 2...11 {
        let rule = ProtectionRule(
          minimum: minimum, printsZeros: lower == 1, level: .withinSensitive, assurance: assurance)
        let result = table.cube.system(values: table.values).suppressed(
          under: rule, candidates: table.values.indices.map { $0 > 0 },
          weights: table.values.map { Double(max(1, $0)) })
        // Where something stays unprotected nothing is shown at all.
        if result.unmet.isEmpty, laxer.isMet { #expect(laxer.hidden.isSubset(of: result.hidden), "\(minimum)") }
        laxer = (Set(result.hidden), result.unmet.isEmpty)
      }
    }
  }

  @Test func `leaves a count in doubt also where only 1 is sensitive`() {
    let table = InventedCube.flat(seed: 3)
    for lower in 0...1 {
      let rule = ProtectionRule(
        minimum: 2, printsZeros: lower == 1, level: .withinSensitive, assurance: .inside)
      let result = table.cube.system(values: table.values).suppressed(
        under: rule, candidates: table.values.indices.map { $0 > 0 && table.values[$0] > 0 },
        weights: table.values.map { Double(max(1, $0)) })
      let ranges = table.ranges(hidden: Set(result.hidden), lower: lower)
      #expect(!result.sensitive.isEmpty)
      #expect(result.sensitive.allSatisfy { result.unmet.contains($0) || (ranges[$0]?.count ?? 0) > 1 })
    }
  }

  @Test(arguments: [0])
  func `protects a table too large to count, as an audit of one cell after another shows`(_ lower: Int) throws {
    let table = InventedCube.sparse(seed: 7, persons: 800)
    let rule = ProtectionRule(
      minimum: 5, printsZeros: lower == 1, level: .withinSensitive, assurance: .inside, method: .exact)
    var system = table.cube.system(values: table.values)
    let result = system.suppressed(
      under: rule, candidates: table.values.map { $0 > 0 }, weights: table.values.map { Double(max(1, $0)) })
    let sensitive = table.values.indices.filter { (1...4).contains(table.values[$0]) }
    #expect(result.sensitive == sensitive && sensitive.count > 500, "\(sensitive.count)")
    #expect(result.unmet.isEmpty && Set(result.hidden).isSuperset(of: sensitive))
    #expect(lower == 1 || result.unreachable.isEmpty)
    // Another programme: every cell by itself, to the end of its interval, in another order.
    for cell in result.hidden { system.lowers[cell] = lower }
    let hidden = system.hiding(result.hidden)
    let some = stride(from: 0, to: sensitive.count, by: 45).map { sensitive[$0] }.reversed()
    let complete = hidden.audited(some.map { rule.requirement(of: $0) }, complete: true)
    for cell in some {
      let interval = try #require(complete.intervals[cell])
      let floor = hidden.floors()[cell]
      #expect(interval.low <= max(1, floor) && interval.high ?? .max >= 4, "\(cell)")
      // The truth is never ruled out.
      #expect(interval.low <= table.values[cell] && interval.high ?? .max >= table.values[cell])
    }
  }
}
