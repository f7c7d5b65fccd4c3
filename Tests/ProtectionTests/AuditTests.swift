import Invented
import Protection
import Testing

@Suite struct `The intruder's calculation` {
  /// Hidden at random, the grand total never, so that the number of tables is finite.
  @Test(arguments: 0..<120)
  func `gives the interval that counting every table gives`(_ seed: Int) throws {
    let table = InventedCube(seed: UInt64(seed))
    var generator = SplitMix(seed: UInt64(seed) + 10_000)
    for lower in 0...1 {
      let hidden = Set(
        table.values.indices.dropFirst().filter {
          (lower == 0 || table.values[$0] > 0) && Int.random(in: 0..<3, using: &generator) > 0
        })
      var system = table.cube.system(values: table.values)
      system.lowers = system.lowers.map { _ in lower }
      let asked = hidden.sorted().map { Requirement(cell: $0, low: 1, high: 4) }
      let found = system.hiding(hidden).audited(asked, complete: true)
      let expected = table.ranges(hidden: hidden, lower: lower)
      #expect(found.contradictory.isEmpty)
      for cell in hidden {
        let range = try #require(expected[cell])
        let interval = try #require(found.intervals[cell])
        #expect(interval.isComplete && interval.low == range.lowerBound && interval.high == range.upperBound, "\(cell)")
      }
      let quick = system.hiding(hidden).audited(asked, complete: false)
      for requirement in asked {
        let range = try #require(expected[requirement.cell])
        let interval = try #require(quick.intervals[requirement.cell])
        // Never wider than the truth, and wide enough to say whether the requirement is met.
        #expect(interval.low >= range.lowerBound && interval.high ?? .max <= range.upperBound)
        #expect(
          (interval.low <= 1) == (range.lowerBound <= 1) && (interval.high ?? .max >= 4) == (range.upperBound >= 4))
      }
    }
  }

  @Test func `subtracts two editions that overlap`() {
    // One category in 2015 to 2020, all years hidden: 12 in the first five, 14 in the last five.
    var system = CellSystem(values: [nil, nil, nil, nil, nil, nil, 12, 14])
    system.addSum(of: [0, 1, 2, 3, 4], equals: 6)
    system.addSum(of: [1, 2, 3, 4, 5], equals: 7)
    let asked = [Requirement(cell: 5, low: 1, high: 4)]
    #expect(
      system.audited(asked, complete: true).intervals[5] == FeasibilityInterval(low: 2, high: 14, isComplete: true))
    // With 2015 printed in the first of them, 2020 is known.
    system.values[0] = 1
    #expect(
      system.audited(asked, complete: true).intervals[5] == FeasibilityInterval(low: 3, high: 3, isComplete: true))
  }

  @Test func `uses a share as an inequality`() {
    // 25% of 8, printed without decimals: 24.5 <= 100 x / 8 < 25.5 leaves 2.
    var system = CellSystem(values: [nil, nil, 8])
    system.addSum(of: [0, 1], equals: 2)
    system.addRelation([.init(0, 1_000), .init(2, -245)], lower: 0, upper: nil)
    system.addRelation([.init(0, 1_000), .init(2, -255)], lower: nil, upper: -1)
    let interval = system.audited([Requirement(cell: 0, low: 1, high: 4)], complete: true).intervals[0]
    #expect(interval?.low == 2 && interval?.high == 2)
  }

  @Test func `says that no table fits, and that nothing bounds a cell`() {
    var system = CellSystem(values: [nil, 3, 2])
    system.addSum(of: [0, 1], equals: 2)
    let asked = [Requirement(cell: 0, low: 1, high: 4)]
    #expect(system.audited(asked, complete: false).contradictory == [0])
    var free = CellSystem(values: [nil, 3, nil])
    free.addSum(of: [0, 1], equals: 2)
    #expect(
      free.audited(asked, complete: true).intervals[0] == FeasibilityInterval(low: 0, high: nil, isComplete: true))
  }

  @Test func `names the relations that printed cells contradict`() {
    var system = CellSystem(values: [1, 2, 4, nil])
    system.addSum(of: [0, 1], equals: 2)
    system.addSum(of: [0, 1], equals: 3)
    #expect(system.contradicted() == [0])
    #expect(system.without(relations: [0]).contradicted().isEmpty)
  }
}
