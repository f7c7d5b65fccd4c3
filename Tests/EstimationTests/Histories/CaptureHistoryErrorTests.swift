@testable import Estimation
import Model
import Testing

/// A table that cannot be used, and what is said about it.
struct BadTable: Sendable, CustomTestStringConvertible {
  let text: String
  let error: CaptureHistoryError
  let sentence: String
  var testDescription: String { sentence }

  static let all: [BadTable] = [
    BadTable(text: "", error: .emptyFile, sentence: "The file is empty."),
    BadTable(text: "count\n1\n", error: .noLists, sentence: "The table has no column for a list."),
    BadTable(text: "A,count\n1,4\n", error: .oneList("A"), sentence: "The table has only one list, A."),
    BadTable(text: "A,B\n1,1\n", error: .noCountColumn, sentence: "The column of counts is missing."),
    BadTable(text: "A,A,count\n1,1,4\n", error: .repeatedList("A"), sentence: "The list A occurs twice."),
    BadTable(text: "A,,count\n1,1,4\n", error: .namelessList(column: 2), sentence: "Column 2 has no name."),
    BadTable(
      text: "A,B,count\n1,2,4\n", error: .notZeroOrOne(.init(line: 2, column: "B")),
      sentence: "Row 2, column B: a list has a 1 (on it) or a 0 (not on it)."),
    BadTable(
      text: "A,B,count\n1,1,-4\n", error: .negativeCount(.init(line: 2, column: "count")),
      sentence: "Row 2, column count: a number of persons is not negative."),
    BadTable(
      text: "A,B,count\n1,1,4\n1,0,2.5\n", error: .fractionalCount(.init(line: 3, column: "count")),
      sentence: "Row 3, column count: a number of persons is a whole number."),
    BadTable(
      text: "A,B,count\n1,1,<5\n", error: .suppressedCount(.init(line: 2, column: "count")),
      sentence: "Row 2, column count: the count is suppressed."),
    BadTable(
      text: "A,B,count\n1,1,veel\n", error: .notANumber(.init(line: 2, column: "count")),
      sentence: "Row 2, column count: this is not a count."),
    BadTable(
      text: "A,B,count\n1,1,1e300\n", error: .countTooLarge(.init(line: 2, column: "count"), limit: 1_000_000_000),
      sentence: "Row 2, column count: the count is larger than 1000000000."),
    BadTable(
      text: "A,B,count\n1,1,4\n0,0,7\n", error: .emptyHistory(.init(line: 3)),
      sentence: "Row 3: these are the people on no list; they are what is estimated."),
    BadTable(
      text: "A,B,count\n1,1,4\n1,0,2\n1,1,3\n", error: .repeatedHistory(.init(line: 4), first: 2),
      sentence: "Row 4: this combination of lists is already there, in row 2."),
    BadTable(
      text: "A,B,count\n1,1,4\n1,0\n", error: .unevenRow(.init(line: 3), found: 2, expected: 3),
      sentence: "Row 3: there are 2 fields here; the first row has 3."),
    BadTable(
      text: "A,B,count\n1,\"1,4\n", error: .unclosedQuote(.init(line: 2)),
      sentence: "Row 2: a quotation mark is not closed."),
    BadTable(text: "A,B,count\n1,1,0\n1,0,0\n", error: .nobody, sentence: "All counts are zero:"),
    BadTable(text: "A,B,count\n1,0,7\n0,1,3\n", error: .noOverlap, sentence: "Nobody is on more than one list."),
    BadTable(
      text: "A,B,C,count\n1,0,0,20\n0,1,0,15\n0,0,1,10\n1,1,0,5\n1,0,1,5\n0,1,1,10\n", error: .rounded(base: 5),
      sentence: "All counts are multiples of 5: they have been rounded or multiplied."),
  ]
}

struct CaptureHistoryErrorTests {
  @Test(arguments: BadTable.all)
  func `a table that cannot be used is refused with a sentence`(_ bad: BadTable) {
    #expect(throws: bad.error) { try CaptureHistories(parsing: bad.text) }
    #expect(bad.error.text.en.hasPrefix(bad.sentence))
    #expect(bad.error.text.nl.hasSuffix(".") && bad.error.text.nl != bad.error.text.en)
  }

  @Test func `twenty lists are refused with a sentence`() {
    let names = (1...20).map { "L\($0)" }
    let text = names.joined(separator: ",") + ",count\n" + names.map { _ in "1" }.joined(separator: ",") + ",4\n"
    #expect(throws: CaptureHistoryError.tooManyLists(20, limit: 16)) { try CaptureHistories(parsing: text) }
  }
}
