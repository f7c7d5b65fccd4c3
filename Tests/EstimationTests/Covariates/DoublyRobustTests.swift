import Invented
import Testing

@testable import Estimation

struct DoublyRobustTests {
  /// Two groups of 2,000 and 3,000 persons with quite different chances, two lists independent within each.
  private func sample(_ index: Int) throws -> CovariateTable {
    let groups = [("young", 2000, 0.5, 0.4), ("old", 3000, 0.15, 0.2)]
    var rows: [[String]] = []
    for (number, (name, persons, first, second)) in groups.enumerated() {
      var counts = [0, 0, 0, 0]
      var generator = ReplicateGenerator(seed: 77, replicate: 2 * index + number)
      let cells = [(1 - first) * (1 - second), first * (1 - second), (1 - first) * second, first * second]
      Multinomial.draw(persons, weights: cells, using: &generator, into: &counts)
      rows.append(["1", "0", name, "\(counts[1])"])
      rows.append(["0", "1", name, "\(counts[2])"])
      rows.append(["1", "1", name, "\(counts[3])"])
    }
    let text = ([["A", "B", "age", "count"]] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n")
    return try CovariateTable(parsing: text, lists: ["A", "B"])
  }

  @Test func `the interval holds the truth where lists are independent given the covariate`() throws {
    var held = 0
    var sum = 0.0
    for index in 0..<300 {
      let result = try #require(try sample(index).doublyRobustEstimate(seed: 1))
      let interval = result.interval(level: 0.95)
      sum += result.estimate
      if interval.lower <= 5000, interval.upper >= 5000 { held += 1 }
    }
    #expect((0.92...0.98).contains(Double(held) / 300))
    #expect(abs(sum / 300 - 5000) < 60)
  }

  @Test func `without the covariate the same persons seem fewer`() throws {
    let table = try sample(0)
    var counts: [UInt32: Int] = [:]
    for row in table.rows { counts[row.history, default: 0] += row.count }
    let pooled = try CaptureHistories(
      lists: ["A", "B"], entries: counts.map { .init(history: $0.key, count: $0.value) }, allowingRounded: true)
    let naive = try HierarchicalModel.mainEffects(lists: 2).fitted(to: pooled)
    #expect(naive.logNormalInterval(level: 0.95).upper < 5000)
  }

  @Test func `it is there for two lists only`() throws {
    let table = try CovariateTable(parsing: Fixture.text("ScotPWID.csv"), lists: ["S1", "S2", "S3", "S4"])
    #expect(try table.doublyRobustEstimate(seed: 1) == nil)
  }
}
