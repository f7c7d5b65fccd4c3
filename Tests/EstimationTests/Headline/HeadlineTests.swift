@testable import Estimation
import Model
import Testing

struct HeadlineTests {
  private static func table(_ lists: Int, _ counts: [Int]) throws -> CaptureHistories {
    try CaptureHistories(
      lists: (1...lists).map { "L\($0)" },
      entries: counts.enumerated().map { .init(history: UInt32($0.offset + 1), count: $0.element) },
      allowingRounded: true)
  }

  private static let sizes = [0.2, 0.08, 0.03, 0.01]

  /// `make bench-estimates` does the same with a thousand tables and 23 populations.
  @Test(arguments: [
    SimulatedPopulation(persons: 5_000, chances: sizes),
    SimulatedPopulation(persons: 5_000, chances: sizes, interactions: [3: 1.8]),
    SimulatedPopulation(persons: 5_000, chances: sizes.map { $0 * 1.6 }, others: sizes.map { $0 * 0.4 }),
    SimulatedPopulation(persons: 1_000, chances: [0.25, 0.15, 0.08, 0.05], interactions: [3: 1.2, 12: 1.2]),
  ])
  func `the interval holds the true number, whatever of these the population is`(
    _ population: SimulatedPopulation
  ) throws {
    let held = try (0..<40).count { index in
      let headline = try population.sample(index).headline()
      guard let upper = headline.upper else { return true }
      return headline.lower <= Double(population.persons) && Double(population.persons) <= upper
    }
    #expect(held >= 36)
  }

  @Test func `the order of lists makes no difference`() throws {
    let table = try Fixture.table("UKdat_5")
    let order = [3, 0, 4, 1, 2]
    let turned = try CaptureHistories(
      lists: order.map { table.lists[$0] },
      entries: table.entries.map { entry in
        .init(
          history: order.enumerated().reduce(0) {
            $0 | ((entry.history >> UInt32($1.element)) & 1) << UInt32($1.offset)
          },
          count: entry.count)
      })
    let (first, second) = (table.headline(), turned.headline())
    #expect(relativeError(try #require(first.estimate), try #require(second.estimate)) < 1e-6)
    #expect(relativeError(first.lower, second.lower) < 1e-6)
    #expect(relativeError(try #require(first.upper), try #require(second.upper)) < 1e-6)
  }

  @Test func `a list without anybody changes nothing`() throws {
    let table = try Fixture.table("Kosovo")
    let more = try CaptureHistories(lists: table.lists + ["empty"], entries: table.entries)
    let (first, second) = (table.headline(), more.headline())
    #expect(first.estimate == second.estimate && first.lower == second.lower && first.upper == second.upper)
  }

  @Test func `a copy of a list is told, and does not make the number small and sure`() throws {
    // 1,000 persons, lists of 300 and 200 independent of each other, and the second list delivered twice.
    let two = try Self.table(2, [240, 140, 60])
    let three = try Self.table(3, [240, 0, 0, 0, 0, 140, 60])
    let plain = two.headline().parts[0].estimate
    let copied = three.headline()
    #expect(
      copied.doubts.contains(.nested(list: "L2", within: "L3"))
        || copied.doubts.contains(.nested(list: "L3", within: "L2")))
    #expect(copied.upper.map { $0 > 1_000 } ?? true)
    #expect(copied.estimate.map { $0 > 0.6 * plain } ?? true)
  }

  @Test func `a list within another is told`() throws {
    let headline = try Self.table(3, [300, 100, 60, 40, 0, 20, 7]).headline()
    #expect(!headline.doubts.contains { if case .nested = $0 { true } else { false } })
    let within = try Self.table(3, [300, 100, 60, 0, 25, 0, 7]).headline()
    #expect(within.doubts.contains(.nested(list: "L3", within: "L1")))
  }

  @Test func `few overlaps are told, and where the table cannot tell there is no number`() throws {
    let few = try Self.table(3, [400, 300, 2, 200, 1, 1, 0]).headline()
    #expect(few.estimate == nil && few.upper == nil && few.lower >= 904)
    #expect(few.doubts.starts(with: [.cannotTell, .fewOverlaps(persons: 4)]))
    let two = try Self.table(2, [400, 300, 120]).headline()
    #expect(two.doubts.contains(.twoLists))
  }

  @Test func `three lists that hang together beyond their pairs are told`() throws {
    // Nearly everybody on two lists is on all three: more than any pairs explain.
    let headline = try Self.table(4, [400, 400, 20, 400, 20, 20, 300, 400, 20, 20, 15, 20, 15, 15, 10]).headline()
    #expect(headline.doubts.contains { if case .unexplained = $0 { true } else { false } })
  }

  @Test func `where persons clearly differ, the family in which they are alike leaves`() throws {
    let population = SimulatedPopulation(
      persons: 20_000, chances: [0.5, 0.4, 0.35, 0.3], others: [0.05, 0.04, 0.035, 0.03])
    let headline = try population.sample(3).headline()
    #expect(headline.parts.map(\.stays) == [false, true])
    #expect(headline.parts[1].weight > 0.99)
  }

  @Test func `the headline is the union of what stays`() throws {
    for name in ["Kosovo", "UKdat_5", "MadiganYork_3"] {
      let headline = try Fixture.table(name).headline()
      let staying = headline.parts.filter(\.stays)
      #expect(headline.lower == staying.map(\.lower).min() && headline.upper == staying.map(\.upper).max())
      #expect(abs(headline.parts.map(\.weight).reduce(0, +) - 1) < 1e-12)
      let estimate = try #require(headline.estimate)
      #expect(headline.lower <= estimate && estimate <= (headline.upper ?? .infinity))
      #expect(headline.lower >= headline.observed)
    }
  }

  @Test func `exact counts written as ranges of one give the headline of exact counts`() throws {
    let table = try Fixture.table("Kosovo")
    let censored = try CensoredHistories(
      lists: table.lists, entries: table.entries.map { .init(history: $0.history, count: $0.count...$0.count) })
    let (exact, ranges) = (table.headline(), censored.headline(seed: 3))
    #expect(relativeError(exact.lower, ranges.lower) < 1e-9)
    #expect(relativeError(try #require(exact.estimate), try #require(ranges.estimate)) < 1e-9)
    #expect(relativeError(try #require(exact.upper), try #require(ranges.upper)) < 1e-9)
  }

  @Test func `counts in ranges make the interval no narrower, and the same every time`() throws {
    let table = try Fixture.table("Kosovo")
    let entries = table.entries.map { entry in
      CensoredHistories.Entry(
        history: entry.history, count: entry.count < 40 ? 1...39 : entry.count...entry.count)
    }
    let censored = try CensoredHistories(lists: table.lists, entries: entries)
    let first = censored.headline(seed: 3)
    #expect(first == censored.headline(seed: 3))
    let exact = table.headline()
    #expect((first.upper ?? .infinity) - first.lower >= 0.9 * ((exact.upper ?? 0) - exact.lower))
  }

  @Test func `every doubt is a whole sentence in both languages, and without counts where none may be said`() {
    let doubts: [HeadlineDoubt] = [
      .cannotTell, .noOverlap, .twoLists, .fewOverlaps(persons: 1), .fewOverlaps(persons: 4),
      .nested(list: "A", within: "B"), .unexplained(lists: ["A", "B", "C"], persons: 12, expected: 4.4), .searchCut,
    ]
    for doubt in doubts {
      #expect(doubt.text.nl.hasSuffix(".") && doubt.text.en.hasSuffix(".") && doubt.text.nl != doubt.text.en)
      if case .cannotTell = doubt { continue }
      let hushed = doubt.withoutNumbers(naming: .plain)
      #expect(!hushed.nl.contains { $0.isNumber } && !hushed.en.contains { $0.isNumber })
    }
  }
}
