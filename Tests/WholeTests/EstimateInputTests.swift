import Foundation
import Testing

/// What `zicht estimate` says about tables that cannot be used, and what it makes of tables that only look so.
@Suite struct `A table for zicht estimate` {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var table: String
    var sentence: String
    init(_ name: String, _ table: String, _ sentence: String) {
      (testDescription, self.table, self.sentence) = (name, table, sentence)
    }
  }

  static let twentyLists =
    (1...20).map { "L\($0)" }.joined(separator: ",") + ",count\n" + String(repeating: "1,", count: 20) + "4\n"

  static let refused: [Case] = [
    Case("no overlap", "A,B,C,count\n1,0,0,20\n0,1,0,15\n0,0,1,9\n", "Nobody is on more than one list."),
    Case("one list", "A,count\n1,20\n", "The table has only one list, A."),
    Case("all counts zero", "A,B,count\n1,0,0\n0,1,0\n1,1,0\n", "All counts are zero"),
    Case("a heading only", "A,B,count\n", "All counts are zero"),
    Case("a negative count", "A,B,count\n1,0,4\n0,1,-3\n1,1,2\n", "row 3, column count: a number of persons is not"),
    Case("a fraction", "A,B,count\n1,0,4\n0,1,3.5\n1,1,2\n", "row 3, column count: a number of persons is a whole"),
    Case("twenty lists", twentyLists, "The table has 20 lists; more than 16 is not possible."),
    Case(
      "a history twice", "A,B,count\n1,0,4\n0,1,3\n1,0,2\n1,1,3\n",
      "row 4: this combination of lists is there already, on row 2."),
    Case("people on no list", "A,B,count\n1,0,4\n0,0,200\n1,1,3\n", "row 3: this row is on no list"),
    Case("a cell x", "A,B,count\n1,x,4\n1,1,3\n", "row 2, column B: a list has a 1 (on it) or a 0 (not on it)."),
    Case("a year", "A,B,year,count\n1,0,2010,4\n1,1,2010,3\n", "column year: this column is no list"),
    Case("an empty file", "", "The file is empty."),
    Case("infinitely many", "A,B,count\n1,0,inf\n1,1,3\n", "row 2, column count: this is not a count."),
    Case("more than there are", "A,B,count\n1,0,99999999999999999999\n1,1,3\n", "the count is larger than 1000000000"),
    Case(
      "a star", "A,B,count\n1,0,*\n1,1,3\n",
      "the count is suppressed or empty. Give the real count, or what it lies between"),
    Case("a range upside down", "A,B,count\n1,0,9-5\n1,1,3\n", "row 2, column count: this is not a count."),
    Case("multiples", "A,B,count\n1,0,300000\n0,1,200000\n1,1,100000\n", "All counts are multiples of 100000"),
  ]

  @Test(arguments: refused)
  func `that cannot be used is refused with a sentence`(_ bad: Case) throws {
    let answer = try Self.estimate(bad.table, ["--language", "en"])
    #expect(answer.exitCode == 65, "\(answer.complaints)")
    #expect(answer.complaints.contains(bad.sentence), "\(answer.complaints)")
    #expect(answer.complaints.split(separator: "\n").count == 1 && answer.output.isEmpty)
  }

  @Test(arguments: [
    "A,B,count\n1,1,1\n", "A,B,C,count\n1,0,0,50\n1,1,0,20\n1,0,1,10\n1,1,1,5\n",
    "A,B,count\n1,0,900000000\n0,1,900000000\n1,1,1\n",
  ])
  func `without a finite answer gives no number`(_ table: String) throws {
    let answer = try Self.json(table, ["--method", "bic"])
    #expect(answer["estimate"] == nil && answer["existence"] as? String == "doesNotExist")
    #expect(try Self.estimate(table, []).exitCode == 0)
  }

  @Test func `of millions of persons is estimated as any other`() throws {
    let table =
      "A,B,C,count\n1,0,0,8000003\n0,1,0,6000001\n0,0,1,4000007\n1,1,0,2000001\n1,0,1,1000003\n"
      + "0,1,1,900001\n1,1,1,300001\n"
    let answer = try Self.json(table, ["--method", "stepwise"])
    let estimate = try #require(answer["estimate"] as? Double)
    #expect(estimate > 3e7 && estimate < 1e8)
    #expect((answer["intervals"] as? [[String: Any]])?.allSatisfy { $0["upper"] != nil } == true)
  }

  @Test func `with counts in ranges is used as ranges`() throws {
    let table = "A,B,C,count\n1,0,0,25-29\n0,1,0,40\n0,0,1,22\n1,1,0,<5\n0,1,1,12\n1,0,1,7\n1,1,1,3\n"
    let answer = try Self.json(table, ["--method", "main-effects"])
    let limits = try #require((answer["intervals"] as? [[String: Any]])?.last)
    let estimate = try #require(answer["estimate"] as? Double)
    let (lower, upper) = (try #require(limits["lower"] as? Double), try #require(limits["upper"] as? Double))
    #expect(lower < estimate && estimate < upper)
    #expect((answer["warnings"] as? [String])?.first?.contains("2 van de 7 aantallen") == true)
    let all = try Self.json(table, [])
    #expect((all["estimates"] as? [Any])?.count == 3)
    let refused = try Self.estimate(table, ["--method", "lcm", "--language", "en"])
    #expect(refused.exitCode == 65 && refused.complaints.contains("needs counts that are known exactly"))
  }

  @Test func `that looks rounded is used when its owner says what it is`() throws {
    let table = "A,B,C,count\n1,0,0,200\n0,1,0,150\n0,0,1,105\n1,1,0,45\n1,0,1,35\n0,1,1,20\n"
    #expect(try Self.estimate(table, []).exitCode == 65)
    let exact = try Self.json(table, ["--method", "main-effects", "--rounding", "1"])
    let rounded = try Self.json(table, ["--method", "main-effects", "--rounding", "5"])
    let numbers = try [exact, rounded].map { try #require($0["estimate"] as? Double) }
    #expect(abs(numbers[0] / numbers[1] - 1) < 0.02 && numbers[0] != numbers[1])
  }

  static func estimate(_ table: String, _ arguments: [String]) throws -> BuiltProgram.Answer {
    let folder = try TemporaryFolder()
    let file = folder.file("tabel.csv")
    try Data(table.utf8).write(to: file)
    return try BuiltProgram.run(["estimate", file.path] + arguments)
  }

  static func json(_ table: String, _ arguments: [String]) throws -> [String: Any] {
    let answer = try estimate(table, arguments + ["--json", "--replicates", "200"])
    let value = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return try #require(value as? [String: Any], "\(answer.complaints)")
  }
}
