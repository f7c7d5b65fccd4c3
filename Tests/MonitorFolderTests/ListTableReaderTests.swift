@testable import Model
import Testing

@testable import MonitorFolder

struct ListTableReaderTests {
  private static func read(
    _ text: String, as columns: ListTable.Columns = .allLists
  ) -> (table: ListTable?, sentences: [String]) {
    let (table, findings) = ListTableReader.read(Array(text.utf8), named: "t.csv", as: columns)
    #expect(findings.allSatisfy { $0.message.nl != $0.message.en && $0.sentence(in: .nl).hasSuffix(".") })
    return (table, findings.map { $0.sentence(in: .en) })
  }

  @Test(arguments: [
    "A,B,count\n1,0,41\n0,1,30\n1,1,7\n", "A;B;aantal\r\n1;0;41\r\n0;1;30\r\n1;1;7\r\n",
    "\u{FEFF}\"A\";\"B\";N\n\"1\";0; 41 \n0;1;30\n\n1;1;7\n\n", "A\tB\tFreq\n1\t0\t41\n0\t1\t30\n1\t1\t7",
    "sep=;\nA;B;count\n1;0;41\n0;1;30\n1;1;7\n", "A,count,B\n1,41,0\n0,30,1\n1,7,1\n",
    "A,B,count\n1,0,41.0\n0,1,\"30,0\"\n1,1,7.00\n",
  ])
  func `one table in many spellings is one table`(_ text: String) throws {
    let (table, sentences) = Self.read(text)
    #expect(sentences.isEmpty)
    let read = try #require(table)
    #expect(read.lists == ["A", "B"] && read.traits.isEmpty && read.firstRange == nil)
    #expect(read.rows.map(\.lists) == [1, 2, 3] && read.rows.map(\.persons) == [41...41, 30...30, 7...7])
  }

  @Test(arguments: [
    ("", "t.csv: The file is empty. Deliver a file with a header row and data. Make it a text file that may be read."),
    ("A,B\n1,1\n", "t.csv, row 1: there is no column of counts. Call that column `count`."),
    (
      "A,A,count\n1,1,4\n",
      "t.csv, row 1: column 2 has no name or one that is there already. Give every column a name of its own."
    ),
    (
      "A,,count\n1,1,4\n",
      "t.csv, row 1: column 2 has no name or one that is there already. Give every column a name of its own."
    ),
    (
      "A,B,count\n1,2,4\n1,0,3\n",
      "t.csv, row 2, column B: a list has a 1 (on it) or a 0 (not on it). Correct the cell."
    ),
    ("count\n1\n", "t.csv, row 1: there is no column for a list. Give each list a column of zeros and ones."),
    (
      "A,B,year,count\n1,0,2010,4\n1,1,2011,3\n",
      "t.csv, row 1, column year: this column is no list: there is no 0 or 1 anywhere. Name a column that "
        + "describes persons in --covariates or --strata, or remove the column."
    ),
    (
      "A,B,count\n1,1,4\n0,0,7\n",
      "t.csv, row 3: this row is on no list; that number is what is to be estimated. Remove the row."
    ),
    (
      "A,B,count\n1,1,4\n1,0,2\n1,1,3\n",
      "t.csv, row 4: this combination of lists is there already, on row 2. Add the rows up yourself if they are "
        + "different persons."
    ),
    (
      "A,B,count\n1,1,4\n1,0\n",
      "t.csv, row 3: this row has 2 fields and the heading 3. Complete the row or remove it."
    ),
  ])
  func `a table that cannot be read says where and what to do`(_ text: String, _ sentence: String) {
    let (table, sentences) = Self.read(text)
    #expect(table == nil && sentences == [sentence])
  }

  @Test func `every row is looked at, in their order`() {
    let (table, sentences) = Self.read("A,B,count\n1,x,4\n\n0,0,1\n1,1\n1,0,veel\n1,1,3\n")
    #expect(table == nil)
    #expect(
      sentences.map { $0.prefix { $0 != ":" } } == [
        "t.csv, row 2, column B", "t.csv, row 4", "t.csv, row 5", "t.csv, row 6, column count",
      ])
  }

  @Test func `thirty-two lists are read and thirty-three are not`() {
    func text(_ lists: Int) -> String {
      (1...lists).map { "L\($0)," }.joined() + "count\n" + String(repeating: "1,", count: lists) + "4\n"
    }
    #expect(Self.read(text(32)).table?.rows[0].lists == .max)
    #expect(
      Self.read(text(33)).sentences == [
        "t.csv, row 1: there are 33 lists; more than 32 is not possible. Merge small or related lists."
      ])
  }

  // MARK: What columns are

  private static let wide = "A,B,C,sex,age,count\n1,1,0,m,old,3\n1,0,0,,young,5\n0,0,1,f,old,9\n"

  @Test func `columns that describe persons are named, or are what is no list`() throws {
    let named = try #require(Self.read(Self.wide, as: .traits(["sex", "age"])).table)
    #expect(named.lists == ["A", "B", "C"] && named.traits == ["sex", "age"])
    #expect(named.rows.map(\.traits) == [["m", "old"], [nil, "young"], ["f", "old"]])
    #expect(Self.read(Self.wide, as: .lists(["A", "B", "C"])).table == named)
    let turned = try #require(Self.read(Self.wide, as: .traits(["age", "sex"])).table)
    #expect(turned.rows[0].traits == ["old", "m"])
  }

  @Test func `a cut leaves out who is on none of its lists; what is no cut does not`() throws {
    let cut = try #require(Self.read(Self.wide, as: .cut(lists: ["B", "A"], traits: ["sex"])).table)
    #expect(cut.lists == ["B", "A"] && cut.rows.map(\.lists) == [3, 2] && cut.rows.map(\.number) == [2, 3])
    #expect(cut.rows.map(\.traits) == [["m"], [nil]])
    let (table, sentences) = Self.read(Self.wide, as: .lists(["A", "B"]))
    #expect(table == nil && sentences.count == 1 && sentences[0].hasPrefix("t.csv, row 4: this row is on no list"))
  }

  @Test func `with traits a combination of lists may occur again`() throws {
    let text = "A,B,sex,count\n1,1,m,3\n1,1,m,4\n1,0,f,2\n"
    #expect(try #require(Self.read(text, as: .traits(["sex"])).table).rows.map(\.persons.lowerBound) == [3, 4, 2])
  }

  @Test(arguments: [
    ListTable.Columns.traits(["seks"]), .lists(["A", "seks"]), .cut(lists: ["A"], traits: ["seks"]),
  ])
  func `a column that is not there is told with those that are`(_ columns: ListTable.Columns) {
    let (table, sentences) = Self.read("A,B,sex,count\n1,1,m,3\n", as: columns)
    #expect(table == nil)
    #expect(
      sentences == ["t.csv, row 1: there is no column `seks`. Choose from: A, B, sex."])
  }
}

struct PersonCountTests {
  @Test(arguments: [
    ("0", 0...0), ("7", 7...7), ("007", 7...7), ("1205", 1205...1205), ("1000000000", 1_000_000_000...1_000_000_000),
    ("12.0", 12...12), ("12,0", 12...12), ("12.00", 12...12), ("1e+05", 100_000...100_000), ("1E5", 100_000...100_000),
    ("1.25e+07", 12_500_000...12_500_000), ("1.25e2", 125...125), ("5-9", 5...9), ("5–9", 5...9), ("5 - 9", 5...9),
    ("10..14", 10...14), ("1 205", 1205...1205), ("1'205", 1205...1205), ("1.205.300", 1_205_300...1_205_300),
    ("1205.000", 1205...1205), ("3-3", 3...3), ("<5", 0...4), ("< 5", 0...4), ("<1", 0...0),
  ])
  func `a count is whole, or what it lies between`(_ text: String, _ range: ClosedRange<Int>) {
    #expect(PersonCount(text) == .known(range))
  }

  @Test(arguments: [
    ("", "the count is suppressed or empty."), ("*", "the count is suppressed or empty."),
    ("x", "the count is suppressed or empty."), ("X", "the count is suppressed or empty."),
    ("-", "the count is suppressed or empty."), ("..", "the count is suppressed or empty."),
    (".", "the count is suppressed or empty."), ("<0", "the count is suppressed or empty."),
    ("<veel", "the count is suppressed or empty."), ("veel", "this is not a count."), ("9-5", "this is not a count."),
    ("inf", "this is not a count."), ("1 20", "this is not a count."), ("١٢", "this is not a count."),
    ("5%", "this is not a count."), ("1.25e1", "a number of persons is a whole number."),
    ("1,23457E+15", "the count is larger than 1000000000."), ("1e-3", "a number of persons is a whole number."),
    ("-3", "a number of persons is not negative."),
    ("−3", "a number of persons is not negative."), ("-3.5", "a number of persons is not negative."),
    ("3.5", "a number of persons is a whole number."), ("2,25", "a number of persons is a whole number."),
    ("1.2050", "a number of persons is a whole number."),
    ("1.205", "`1.205` can be read in two ways: as thousands and as a fraction."),
    ("1,205", "`1,205` can be read in two ways: as thousands and as a fraction."),
    ("1.000", "`1.000` can be read in two ways: as thousands and as a fraction."),
    ("1000000001", "the count is larger than 1000000000."), ("1e+10", "the count is larger than 1000000000."),
    ("1e300", "the count is larger than 1000000000."), ("5-1000000001", "the count is larger than 1000000000."),
    ("99999999999999999999", "the count is larger than 1000000000."),
  ])
  func `what is no count is told apart`(_ text: String, _ sentence: String) {
    guard case .problem(let message, let remedy) = PersonCount(text) else {
      Issue.record("\(text) was taken as a count")
      return
    }
    #expect(message.en == sentence && remedy.en.hasSuffix(".") && remedy.nl.hasSuffix("."))
  }
}
