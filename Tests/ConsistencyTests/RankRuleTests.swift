import Testing

@testable import Consistency

@Suite struct `The rank rule` {
  private func relations(_ lines: [String]) -> [String] {
    RankRule(tables: Invented.tables(lines)).relations().map(\.text)
  }

  /// Counts of countries, and ranks of those that have one.
  private func countries(_ entries: [(String, Int, Int?)], unit: String = "rang", figure: String = "fig-1") -> [String]
  {
    entries.map { "fig-1 | slachtoffers | land=\($0.0) | \($0.1) slachtoffers" }
      + entries.compactMap { entry in entry.2.map { "\(figure) | positie | land=\(entry.0) | \($0) \(unit)" } }
  }

  @Test func `expects each next rank to count less, and equal ranks the same`() {
    #expect(relations(countries([("a", 50, 1), ("b", 40, 2)])) == ["rank: +1 -0 <= -1"])
    #expect(relations(countries([("b", 40, 2), ("a", 50, 1)], unit: "rank")) == ["rank: +0 -1 <= -1"])
    #expect(
      relations(countries([("a", 50, 1), ("b", 40, 2), ("c", 40, 2), ("d", 30, 4)]))
        == ["rank: +1 -0 <= -1", "rank: +2 -1 = 0", "rank: +3 -2 <= -1"])
  }

  @Test func `names the lower as what is off, and the higher as what it is held against`() throws {
    let tables = Invented.tables(countries([("a", 50, 1), ("b", 60, 2)]))
    let relation = try #require(RankRule(tables: tables).relations().first)
    #expect(relation.subject == 1 && relation.others == [0])
    #expect(!relation.holds(tables.value))
  }

  @Test func `expects what has no rank to count no more than the last that has`() {
    #expect(
      relations(countries([("a", 50, 1), ("b", 40, 2), ("c", 30, nil), ("d", 45, nil)]))
        == ["rank: +1 -0 <= -1", "rank: +2 -1 <= 0", "rank: +3 -1 <= 0"])
    #expect(
      relations(countries([("a", 50, 1), ("b", 50, 1), ("c", 40, 3), ("d", 30, nil)]))
        == ["rank: +1 -0 = 0", "rank: +2 -1 <= -1", "rank: +3 -2 <= 0"])
  }

  @Test(arguments: [(1, 3), (2, 3), (1, 4)])
  func `expects nothing of what has no rank in a list with a gap`(_ first: Int, _ second: Int) {
    #expect(
      relations(countries([("a", 50, first), ("b", 40, second), ("c", 45, nil)])) == ["rank: +1 -0 <= -1"])
  }

  @Test func `compares ranks and counts of one figure only`() {
    #expect(relations(countries([("a", 50, 1), ("b", 40, 2)], figure: "fig-2")).isEmpty)
    #expect(relations(countries([("a", 50, 1), ("b", 40, 2)], unit: "index")).isEmpty)
  }

  @Test func `ranks along the dimension in which the order fits`() {
    let lines =
      [("a", "x", 50, 1), ("b", "x", 40, 2), ("a", "y", 60, 1), ("b", "y", 45, 2)].flatMap { row, column, count, rank in
        [
          "fig-1 | slachtoffers | land=\(row); groep=\(column) | \(count) slachtoffers",
          "fig-1 | positie | land=\(row); groep=\(column) | \(rank) rang",
        ]
      }
    #expect(relations(lines) == ["rank: +2 -0 <= -1", "rank: +6 -4 <= -1"])
  }

  @Test func `prefers an order that never fits to a dimension without any`() {
    let lines = [("a", 50, 2), ("b", 40, 1)].flatMap { land, count, rank in
      [
        "fig-1 | slachtoffers | land=\(land); groep=x | \(count) slachtoffers",
        "fig-1 | positie | land=\(land); groep=x | \(rank) rang",
      ]
    }
    #expect(relations(lines) == ["rank: +0 -2 <= -1"])
  }

  @Test func `finds the counts of ranks without a year in the whole period`() {
    let lines = [
      "fig-1 | slachtoffers | land=a; jaar=2015-2016 | 50 slachtoffers",
      "fig-1 | slachtoffers | land=b; jaar=2015-2016 | 40 slachtoffers",
      "fig-1 | slachtoffers | land=a; jaar=2015 | 10 slachtoffers",
      "fig-1 | slachtoffers | land=c; jaar=2015-2016 | 30 slachtoffers",
      "fig-1 | positie | land=a | 1 rang", "fig-1 | positie | land=b | 2 rang",
    ]
    #expect(relations(lines) == ["rank: +1 -0 <= -1", "rank: +3 -1 <= 0"])
  }
}
