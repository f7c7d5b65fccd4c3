import Invented
import Testing

@testable import Estimation

struct LinkageCorrectionTests {
  private func table(_ lists: Int, _ counts: [Double]) -> CountTable {
    var table = CountTable(lists: lists)
    table.load((1..<UInt32(1 << lists)).map { $0 }, fractional: counts)
    return table
  }

  /// Persons on each list.
  private func lengths(_ counts: [Double]) -> [Double] {
    let lists = (counts.count - 1).nonzeroBitCount
    return (0..<lists).map { list in counts.indices.reduce(0) { $1 & (1 << list) != 0 ? $0 + counts[$1] : $0 } }
  }

  @Test func `two lists with a fifth of the links wrong, by hand`() throws {
    // A fifth of 30 persons on both lists are really two persons each.
    let counts = try #require(LinkageCorrection(missed: 0, falselyLinked: 0.2).corrected(table(2, [50, 40, 30])))
    #expect(counts == [0, 56, 46, 24])
  }

  @Test func `two lists with a fifth of the links missed, by hand`() throws {
    // 24 on both were 30; each of the six others was counted once on each list.
    let counts = try #require(LinkageCorrection(missed: 0.2, falselyLinked: 0).corrected(table(2, [50, 40, 24])))
    #expect(zip(counts, [0, 44, 34, 30]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `false links are undone before missed ones`() throws {
    // 30 on both: 6 were wrong, 24 are left, which were 30.
    let counts = try #require(LinkageCorrection(missed: 0.2, falselyLinked: 0.2).corrected(table(2, [50, 40, 30])))
    #expect(zip(counts, [0, 50, 40, 30]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [(0.1, 0.0), (0.0, 0.1), (0.15, 0.05), (0.3, 0.3)])
  func `every list stays as long as it is`(_ missed: Double, _ wrong: Double) throws {
    let start = table(4, (1..<16).map { [400, 60, 20, 8][$0.nonzeroBitCount - 1] + Double($0) })
    let counts = try #require(LinkageCorrection(missed: missed, falselyLinked: wrong).corrected(start))
    for (before, after) in zip(lengths(start.counts), lengths(counts)) { #expect(relativeError(after, before) < 1e-12) }
    #expect(zip(counts, start.counts).contains { abs($0 - $1) > 1 })
  }

  /// Breaks links as the comment says they break, anchor by anchor and record by record.
  private func broken(_ persons: [Double], missed: Double) -> [Double] {
    var seen = [Double](repeating: 0, count: persons.count)
    for cell in persons.indices.dropFirst() {
      let records = (0..<3).filter { cell & (1 << $0) != 0 }
      for anchor in records {
        let others = records.filter { $0 != anchor }
        for kept in 0..<(1 << others.count) {
          var (history, share) = (1 << anchor, persons[cell] / Double(records.count))
          for (place, other) in others.enumerated() {
            let isKept = kept & (1 << place) != 0
            share *= isKept ? 1 - missed : missed
            if isKept { history |= 1 << other }
          }
          seen[history] += share
          for (place, other) in others.enumerated() where kept & (1 << place) == 0 { seen[1 << other] += share }
        }
      }
    }
    return seen
  }

  @Test(arguments: [0.05, 0.2, 0.4])
  func `links broken one by one in expectation are mended`(_ missed: Double) throws {
    let persons: [Double] = [0, 100, 80, 60, 90, 50, 40, 30]
    let seen = broken(persons, missed: missed)
    let counts = try #require(
      LinkageCorrection(missed: missed, falselyLinked: 0).corrected(table(3, Array(seen.dropFirst()))))
    #expect(zip(counts, persons).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func `where undoing leaves fewer than nobody, the most likely counts are none below nought`() throws {
    // 24 of 30 links found would have left 6 persons on each list only; there are 4 on the first.
    let short = table(2, [4, 40, 24])
    let counts = try #require(LinkageCorrection(missed: 0.2, falselyLinked: 0).corrected(short))
    #expect(counts.allSatisfy { $0 >= 0 } && counts[1] < 1e-3)
    // Persons b and c on the second list and on both make 0.2 c, b + 0.2 c and 0.8 c. The likelihood of 4, 40 and 24 is
    // highest where 4/c + 40 · 0.2/(b + 0.2 c) + 24/c = 1.2 and 40/(b + 0.2 c) = 1.
    #expect(abs(counts[3] - 28) < 1e-3 && abs(counts[2] - 34.4) < 1e-3)
    let applied = try #require(LinkageCorrection(missed: 0.2, falselyLinked: 0).applied(to: short))
    #expect(abs(applied.observed - 62.4) < 1e-2)
    #expect(LinkageCorrection(missed: 0, falselyLinked: 0).corrected(short) == short.counts)
    #expect(LinkageCorrection(missed: 0.6, falselyLinked: 0).corrected(table(2, [10, 10, 100])) == nil)
  }

  @Test(arguments: [
    (0.0...0.2, 0.0...0.1, true), (0.0...1.0, 0.0...0.1, false), (0.0...0.2, 0.0...1.0, false),
    (-0.1...0.2, 0.0...0.1, false), (0.0...0.2, -0.1...0.1, false), (0.99...0.999, 0.5...0.5, true),
  ])
  func `shares are from nothing to below one`(
    _ missed: ClosedRange<Double>, _ wrong: ClosedRange<Double>, _ isRead: Bool
  ) {
    #expect((LinkageErrors(missed: missed, falselyLinked: wrong) != nil) == isRead)
  }

  @Test func `shares are drawn evenly over their ranges, and their middle is halfway`() throws {
    let errors = try #require(LinkageErrors(missed: 0.1...0.3, falselyLinked: 0.02...0.06))
    #expect(abs(errors.middle.missed - 0.2) < 1e-15 && abs(errors.middle.falselyLinked - 0.04) < 1e-15)
    var generator = ReplicateGenerator(seed: 9, replicate: 0)
    let draws = (0..<4000).map { _ in errors.draw(&generator) }
    #expect(draws.allSatisfy { (0.1...0.3).contains($0.missed) && (0.02...0.06).contains($0.falselyLinked) })
    #expect(abs(draws.reduce(0) { $0 + $1.missed } / 4000 - 0.2) < 0.004)
    #expect(abs(draws.reduce(0) { $0 + $1.falselyLinked } / 4000 - 0.04) < 0.0008)
    #expect(draws.count { $0.missed < 0.15 } > 900 && draws.count { $0.missed > 0.25 } > 900)
  }

  @Test(arguments: [
    (EstimationMethod.mainEffects, SelectionRule.model(.mainEffects(lists: 3))),
    (.allPairs, .model(.allPairs(lists: 3))), (.stepwise, .stepwise(threshold: 0.07)),
    (.akaikeStepwise, .akaikeStepwise(threshold: 0.07)), (.bic, .best(.bic, order: 2)), (.aic, .best(.aic, order: 2)),
    (.model, .model(HierarchicalModel(lists: 3, generators: [3, 4]))),
  ])
  func `a method that chooses one model is a rule`(_ method: EstimationMethod, _ rule: SelectionRule) throws {
    var settings = EstimationSettings(seed: 1)
    settings.threshold = 0.07
    settings.model = "[12,3]"
    #expect(try SelectionRule(method, lists: 3, settings) == rule)
  }

  @Test func `a method without one model, and a model that is missing or unreadable, is no rule`() {
    var settings = EstimationSettings(seed: 1)
    for method in [EstimationMethod.chao, .latentClasses, .bicAverage, .decomposableGraphs] {
      #expect(throws: EstimationError.unsupportedStrata(method)) { try SelectionRule(method, lists: 3, settings) }
    }
    #expect(throws: EstimationError.modelMissing) { try SelectionRule(.model, lists: 3, settings) }
    settings.model = "[14]"
    #expect(throws: EstimationError.unreadableModel("[14]")) { try SelectionRule(.model, lists: 3, settings) }
  }
}

struct SensitivityReportTests {
  private static let three = "A,B,C,count\n1,0,0,61\n0,1,0,43\n0,0,1,52\n1,1,0,12\n1,0,1,17\n0,1,1,9\n1,1,1,7\n"

  @Test func `every change is what estimating the changed table gives`() throws {
    let table = try CaptureHistories(parsing: Self.three)
    let report = try table.sensitivity(of: .model(.mainEffects(lists: 3)), interactions: [0.5])
    let plain = { (table: CaptureHistories) in
      try HierarchicalModel.mainEffects(lists: table.lists.count).fitted(to: table).estimate
    }
    #expect(relativeError(report.estimate, try plain(table)) < 1e-12)
    // An odd number of lists: a positive interaction of all hides fewer.
    let hidden = report.estimate - 201
    #expect(relativeError(try #require(report.highestOrder[0].estimate), 201 + hidden * exp(-0.5)) < 1e-12)
    #expect(report.highestOrder[0].change == "xi = 0.50")
    for (change, name) in zip(report.withoutList, ["A", "B", "C"]) {
      #expect(change.change == "- \(name)")
      #expect(relativeError(try #require(change.estimate), try plain(table.dropping([name]))) < 1e-12)
    }
    for (change, pair) in zip(report.merged, [["A", "B"], ["A", "C"], ["B", "C"]]) {
      let name = pair.joined(separator: " + ")
      #expect(change.change == name)
      #expect(relativeError(try #require(change.estimate), try plain(table.merging(pair, into: name))) < 1e-12)
    }
    #expect(report.withoutList.count == 3 && report.merged.count == 3 && report.consistency.count == 3)
    #expect(report.thresholds.isEmpty && report.linkage.count == 6)
  }

  @Test func `a list is estimated from the persons on it that others saw`() throws {
    // Of the 97 persons on A 12, 17 and 7 are on B, C and both: 12 · 17 / 7 hidden beside the 36.
    let report = try CaptureHistories(parsing: Self.three).sensitivity(of: .model(.mainEffects(lists: 3)))
    let first = try #require(report.consistency.first)
    #expect(first.list == "A" && first.known == 97)
    #expect(relativeError(try #require(first.estimate), 36 + 12.0 * 17 / 7) < 1e-9)
    #expect(relativeError(try #require(first.ratio), (36 + 12.0 * 17 / 7) / 97) < 1e-9)
  }

  @Test func `two lists cannot be merged, dropped or checked, and their interaction hides more`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,200\n0,1,150\n1,1,31\n")
    let report = try table.sensitivity(of: .model(.mainEffects(lists: 2)), interactions: [0.5])
    #expect(report.merged.isEmpty && report.consistency.isEmpty && report.withoutList.allSatisfy { $0.estimate == nil })
    #expect(relativeError(try #require(report.highestOrder[0].estimate), 381 + 200.0 * 150 / 31 * exp(0.5)) < 1e-9)
  }

  @Test func `only pairs in all or in none carry over to fewer lists`() throws {
    let table = try CaptureHistories(parsing: Self.three)
    let given = try table.sensitivity(of: .model(HierarchicalModel(lists: 3, generators: [3, 4])))
    #expect(given.withoutList.allSatisfy { $0.estimate == nil } && given.merged.allSatisfy { $0.estimate == nil })
    let pairs = try table.sensitivity(of: .model(.allPairs(lists: 3)))
    #expect(pairs.withoutList.allSatisfy { $0.estimate == nil })
    #expect(try table.sensitivity(of: .best(.bic, order: 2)).neededOverlap == nil)
  }

  @Test func `the overlap that halves the interval of two lists is found by its formula`() throws {
    // Of as many persons, with the odds p / (1 − p) of both lists multiplied by one factor: hidden N (1 − p)(1 − q),
    // variance of its logarithm the sum of the inverses of those on one list and on both.
    let persons = 231.0 * 181 / 31
    let cells = { (growth: Double) -> (first: Double, second: Double, both: Double, hidden: Double) in
      let odds = [231.0, 181].map { $0 / (persons - $0) * exp(growth) }
      let (p, q) = (odds[0] / (1 + odds[0]), odds[1] / (1 + odds[1]))
      return (persons * p * (1 - q), persons * q * (1 - p), persons * p * q, persons * (1 - p) * (1 - q))
    }
    let width = { (growth: Double) -> Double in
      let cell = cells(growth)
      let spread = exp(1.9599639845400545 * (1 / cell.first + 1 / cell.second + 1 / cell.both).squareRoot())
      return cell.hidden * (spread - 1 / spread)
    }
    var (low, high) = (0.0, 5.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if width(middle) <= width(0) / 2 { high = middle } else { low = middle }
    }
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,200\n0,1,150\n1,1,31\n")
    let needed = try #require(table.neededOverlap(.model(.mainEffects(lists: 2))))
    #expect(needed.now == 31 && relativeError(needed.needed, cells(high).both) < 1e-7)
  }

  @Test func `thresholds are told for a stepwise rule, each with its estimate`() throws {
    let table = try Fixture.table("Kosovo")
    let report = try table.sensitivity(of: .stepwise(threshold: 0.02), thresholds: [0.001, 0.1])
    #expect(report.thresholds.map(\.change) == ["p < 0.001", "p < 0.1"])
    for (variation, threshold) in zip(report.thresholds, [0.001, 0.1]) {
      #expect(variation.estimate == (try table.stepwiseFit(threshold: threshold).estimate))
    }
  }
}
