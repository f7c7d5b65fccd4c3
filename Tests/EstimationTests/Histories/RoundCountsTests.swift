import Invented
import Testing

@testable import Estimation

/// Counts that look rounded are refused where they are given, and not where they arise: from ranges, from lists taken
/// together, in one group of many, on one list of many.
@Suite struct `Round counts` {
  /// Over four lists: a multiple of ten of the persons on each combination with the first list, and other numbers of
  /// those without.
  private static let firstRound = CaptureHistories.Entry.all(lists: 4) { history in
    history & 1 != 0 ? 10 * (16 - Int(history)) : 3 + Int(history)
  }

  @Test func `may be the tops of ranges`() throws {
    let lists = ["A", "B", "C"]
    let entries = CaptureHistories.Entry.all(lists: 3) { 10 * (8 - Int($0)) }
    #expect(throws: CaptureHistoryError.rounded(base: 10)) { try CaptureHistories(lists: lists, entries: entries) }
    let ranges = try CensoredHistories(
      lists: lists, entries: entries.map { .init(history: $0.history, count: $0.count - 4...$0.count) })
    #expect(ranges.entries.map(\.count) == [66...70, 56...60, 36...40, 46...50, 26...30, 16...20, 6...10])
  }

  @Test func `may be sums over a list that is left out or merged`() throws {
    // With D and without, every combination of A, B and C adds up to a multiple of ten.
    let table = try CaptureHistories(
      lists: ["A", "B", "C", "D"],
      entries: CaptureHistories.Entry.all(lists: 4) { $0 & 8 == 0 ? 17 + 2 * Int($0) : 73 - 2 * Int($0 & 7) })
    let without = try table.dropping(["D"])
    #expect(without.lists == ["A", "B", "C"] && without.entries.map(\.count) == Array(repeating: 90, count: 7))
  }

  @Test func `may be those of one group`() throws {
    var text = "A,B,C,sex,count\n"
    for (row, lists) in ["1,0,0", "0,1,0", "0,0,1", "1,1,0", "1,0,1", "0,1,1", "1,1,1"].enumerated() {
      text += "\(lists),f,\(10 * (row + 1))\n\(lists),m,\(31 - 3 * row)\n"
    }
    let table = try StratifiedHistories(parsing: text, by: "sex")
    #expect(table.strata.map(\.name) == ["f", "m"])
    #expect(table.strata.map(\.observed) == [280, 154])
    #expect(table.strata.map { $0.histories?.observed } == [280, 154])
  }

  @Test func `may be those of the persons on one list`() throws {
    let table = try CaptureHistories(lists: ["A", "B", "C", "D"], entries: Self.firstRound)
    let report = try table.sensitivity(of: .stepwise(threshold: 0.02))
    #expect(report.consistency.map(\.list) == ["A", "B", "C", "D"])
    #expect(report.consistency.first?.known == [1, 3, 5, 7, 9, 11, 13, 15].reduce(0) { $0 + 10 * (16 - $1) })
    #expect(report.consistency.allSatisfy { $0.estimate != nil })
  }
}

extension CaptureHistories.Entry {
  /// Every combination of the lists but none, with a count by its bits.
  fileprivate static func all(lists: Int, _ count: (UInt32) -> Int) -> [Self] {
    (1..<UInt32(1) << UInt32(lists)).map { Self(history: $0, count: count($0)) }
  }
}
