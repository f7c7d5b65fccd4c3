import Invented
import Model
import Testing

@testable import Estimation

/// A table that was read and cannot be used, and what is said about it.
struct BadTable: Sendable, CustomTestStringConvertible {
  let text: String
  let error: CaptureHistoryError
  let nl: String
  let en: String
  var testDescription: String { en }

  static let all: [BadTable] = [
    BadTable(
      text: "A,count\n1,4\n", error: .oneList("A"),
      nl:
        "De tabel heeft maar een lijst, A. Een schatting van wie ontbreekt vraagt overlap van ten minste twee lijsten.",
      en: "The table has only one list, A. An estimate of who is missing needs the overlap of at least two."),
    BadTable(
      text: (1...17).map { "L\($0)," }.joined() + "count\n" + String(repeating: "1,", count: 17) + "4\n",
      error: .tooManyLists(17, limit: 16),
      nl: "De tabel heeft 17 lijsten; meer dan 16 kan niet. Voeg kleine of verwante lijsten samen.",
      en: "The table has 17 lists; more than 16 is not possible. Merge small or related lists."),
    BadTable(
      text: "A,B,count\n1,0,3\n1,1,<5\n", error: .notExact(.init(row: 3)),
      nl: "Rij 3: hiervan is alleen bekend waar het aantal tussen ligt. Geef het werkelijke aantal.",
      en: "Row 3: of this only is known what the count lies between. Give the real count."),
    BadTable(
      text: "A,B,count\n1,1,0\n1,0,0\n", error: .nobody,
      nl: "Alle aantallen zijn nul: er is niemand om een schatting op te baseren.",
      en: "All counts are zero: there is nobody to base an estimate on."),
    BadTable(
      text: "A,B,count\n1,0,7\n0,1,3\n", error: .noOverlap,
      nl: "Niemand staat op meer dan een lijst. Zonder overlap past elk aantal bij deze telling, hoe groot ook; er is "
        + "geen schatting.",
      en: "Nobody is on more than one list. Without overlap any number fits this table, however large; there is no "
        + "estimate."),
    BadTable(
      text: "A,B,C,count\n1,0,0,20\n0,1,0,15\n0,0,1,10\n1,1,0,5\n1,0,1,5\n0,1,1,10\n", error: .rounded(base: 5),
      nl:
        "Alle aantallen zijn veelvouden van 5: ze zijn afgerond of vermenigvuldigd. Gebruik de aantallen van daarvoor.",
      en: "All counts are multiples of 5: they have been rounded or multiplied. Use the counts before that."),
  ]
}

struct CaptureHistoryErrorTests {
  @Test(arguments: BadTable.all)
  func `a table that cannot be used is refused with a sentence`(_ bad: BadTable) {
    #expect(throws: bad.error) { try CaptureHistories(parsing: bad.text) }
    #expect(bad.error.text == LocalizedText(nl: bad.nl, en: bad.en))
  }

  @Test(
    arguments: [
      ([], [(1, 4)], .noLists), (["A", "A"], [(1, 4)], .repeatedList("A")),
      (["A", ""], [(1, 4)], .namelessList(column: 2)),
      (["A", "B"], [(3, 4), (0, 7)], .emptyHistory(.init(row: 2))),
      (["A", "B"], [(3, 4), (4, 7)], .unknownList(.init(row: 2))),
      (["A", "B"], [(3, -1)], .negativeCount(.init(row: 1))),
      (["A", "B"], [(3, 1_000_000_001)], .countTooLarge(.init(row: 1), limit: 1_000_000_000)),
      (["A", "B"], [(3, 4), (1, 2), (3, 1)], .repeatedHistory(.init(row: 3), first: nil)),
    ] as [([String], [(UInt32, Int)], CaptureHistoryError)])
  func `histories made in memory are checked as well`(
    _ lists: [String], _ entries: [(UInt32, Int)], _ error: CaptureHistoryError
  ) {
    let entries = entries.map { CaptureHistories.Entry(history: $0.0, count: $0.1) }
    #expect(throws: error) { try CaptureHistories(lists: lists, entries: entries) }
  }

  @Test func `the highest count is taken, and a range may not go below zero`() throws {
    let most = [CaptureHistories.Entry(history: 3, count: 1_000_000_000)]
    #expect(try CaptureHistories(lists: ["A", "B"], entries: most, allowingRounded: true).observed == 1_000_000_000)
    #expect(throws: CaptureHistoryError.negativeCount(.init(row: 1))) {
      try CensoredHistories(lists: ["A", "B"], entries: [.init(history: 3, count: -1...4)])
    }
  }

  @Test func `a table is exact, or in ranges where one count is`() throws {
    let exact = try ListTable(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,10\n")
    let ranged = try ListTable(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,<5\n")
    guard case .exact(let histories) = try HistoryTable(exact) else { throw CaptureHistoryError.nobody }
    #expect(histories.entries.map(\.count) == [30, 20, 10])
    guard case .ranges(let rounded) = try HistoryTable(exact, rounding: 10) else { throw CaptureHistoryError.nobody }
    #expect(rounded.entries.map(\.count) == [25...35, 15...25, 5...15])
    for rounding in [nil, 1, 5] {
      guard case .ranges(let ranges) = try HistoryTable(ranged, rounding: rounding) else {
        throw CaptureHistoryError.nobody
      }
      #expect(ranges.entries.map(\.count) == [30...30, 20...20, 0...4])
    }
  }
}
