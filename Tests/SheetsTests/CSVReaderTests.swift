import Invented
import Testing

@testable import Sheets

@Suite struct CSVReaderTests {
  @Test func `rows keep their number and the line they begin on`() throws {
    let reader = try csv("jaar;vorm\r\n2018;a\r\n\r\n2019;\"b\r\nc\"\r\n2020;d\r\n\r\n\r\n")
    #expect(
      try reader.keptRows() == [
        KeptRow(number: 1, line: 1, fields: ["jaar", "vorm"]),
        KeptRow(number: 2, line: 2, fields: ["2018", "a"]),
        KeptRow(number: 4, line: 4, fields: ["2019", "b\r\nc"]),
        KeptRow(number: 5, line: 6, fields: ["2020", "d"]),
      ])
    let remarks = try reader.forEachRow { _ in }
    #expect(remarks.rowCount == 4)
    #expect(remarks.blankRowCount == 1)
  }

  struct Case: Sendable {
    var text: String
    var fields: [[String]]
  }

  @Test(arguments: [
    Case(text: "a;b\n1;2", fields: [["a", "b"], ["1", "2"]]),
    Case(text: "a;b\r1;2\r", fields: [["a", "b"], ["1", "2"]]),
    Case(text: "a;b\r\n1;2\r\n", fields: [["a", "b"], ["1", "2"]]),
    Case(text: "a;b\n1;\n", fields: [["a", "b"], ["1", ""]]),
    Case(text: "a;b\n;2\n", fields: [["a", "b"], ["", "2"]]),
    Case(text: "a;b\n;\n1;2\n", fields: [["a", "b"], ["1", "2"]]),
    Case(text: "a;b\n\"\";2\n", fields: [["a", "b"], ["", "2"]]),
    Case(text: "a;b\n\"x\"\"y\";\"\"\"\"\n", fields: [["a", "b"], ["x\"y", "\""]]),
    Case(text: "a;b\n\"1;2\";3\n", fields: [["a", "b"], ["1;2", "3"]]),
    Case(text: "a;b\n5\" pijp;2\n", fields: [["a", "b"], ["5\" pijp", "2"]]),
    Case(text: "a;b\n\"x\"y;2\n", fields: [["a", "b"], ["xy", "2"]]),
    Case(text: "a;b\n\"x\"", fields: [["a", "b"], ["x"]]),
    Case(text: "a;b\n1;2;3\n4\n", fields: [["a", "b"], ["1", "2", "3"], ["4"]]),
    Case(text: "a;b\n1; \"x\"\n", fields: [["a", "b"], ["1", " \"x\""]]),
    Case(text: "naam\nJansen, P.\n", fields: [["naam"], ["Jansen, P."]]),
  ])
  func `fields are found as a spreadsheet program finds them`(_ example: Case) throws {
    #expect(try csv(example.text).fields() == example.fields)
  }

  @Test func `text behind a closing quote is kept and noticed`() throws {
    var stray: [Bool] = []
    try csv("a;b\n\"x\"y;2\n\"x\";2\n").forEachRow { row in stray.append(row.hasStrayQuote) }
    #expect(stray == [false, true, false])
  }

  @Test(arguments: [
    ("a;b;c\n1;2;3", CSVDelimiter.semicolon, false), ("a,b,c\n1,2,3", .comma, false), ("a\tb\n1\t2", .tab, false),
    ("a|b\n1|2", .verticalBar, false), ("a;b,c;d\n", .semicolon, false), ("\"a,b,c\";d\n", .semicolon, false),
    ("a;b\tc,d\n", .semicolon, false), ("een kolom\n", .semicolon, false), ("sep=,\r\na,b\r\n", .comma, true),
    ("\"sep=|\"\na|b\n", .verticalBar, true), ("\n\n\na,b\n", .comma, false),
  ])
  func `the delimiter is read from the header`(_ text: String, _ delimiter: CSVDelimiter, _ isNamed: Bool) throws {
    let reader = try csv(text)
    #expect(reader.dialect.delimiter == delimiter)
    #expect(reader.dialect.hasSeparatorLine == isNamed)
  }

  @Test func `a separator line is a line but not a row`() throws {
    #expect(
      try csv("sep=;\r\na;b\r\n1;2\r\n").keptRows() == [
        KeptRow(number: 1, line: 2, fields: ["a", "b"]), KeptRow(number: 2, line: 3, fields: ["1", "2"]),
      ])
  }

  @Test func `an unclosed quote is named by the line on which it opens`() throws {
    let reader = try csv("a;b\n1;2\n\"x\ny\";\"z\n3;4\n")
    #expect(sheetError { try reader.forEachRow { _ in } } == .unclosedQuote(line: 4))
  }

  @Test func `too many fields are refused with their line`() throws {
    var limits = SheetLimits()
    limits.columns = 3
    let reader = try csv("a;b;c\n1;2;3\n1;2;3;4\n", limits: limits)
    #expect(sheetError { try reader.forEachRow { _ in } } == .tooManyFields(line: 3, limit: 3))
  }

  @Test func `a record beyond the limit is refused with its line`() throws {
    var limits = SheetLimits()
    limits.recordBytes = 100
    let long = String(repeating: "x", count: 200)
    let plain = try csv("a;b\n1;\(long)\n", limits: limits)
    #expect(
      sheetError { try plain.forEachRow { _ in } } == .recordTooLong(line: 2, limit: 100, openQuoteLine: nil))
    let quoted = try csv("a;b\n1;2\n3;\"4\n" + String(repeating: "5;6\n", count: 200_000), limits: limits)
    #expect(
      sheetError { try quoted.forEachRow { _ in } } == .recordTooLong(line: 3, limit: 100, openQuoteLine: 3))
  }

  @Test func `a row of exactly the limit is taken`() throws {
    var limits = SheetLimits()
    limits.recordBytes = 10
    #expect(try csv("a;b\n1234567;9\n", limits: limits).fields().last == ["1234567", "9"])
    #expect(sheetError { _ = try csv("a;b\n12345678;9\n", limits: limits).fields() } != nil)
  }

  @Test func `an error of the caller comes through`() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try csv("a\n1\n").forEachRow { _ in throw Stop() } }
  }

  @Test(arguments: [1, 7, 100, 262_143, 262_144, 262_145, 400_000])
  func `rows do not depend on where a piece of the file ends`(_ shift: Int) throws {
    // A quoted line end, a doubled quote and a CRLF are moved across the border between two pieces.
    let text = "a;b\r\n" + String(repeating: "x", count: shift) + ";\"q\"\"\r\nr\"\r\n1;2\r\n"
    let rows = try csv(text).keptRows().dropFirst()
    #expect(rows.map { [$0.line, $0.fields[0].count, $0.fields[1].utf8.count] } == [[2, shift, 5], [4, 1, 1]])
  }

  @Test func `a file and memory give the same rows`() throws {
    let folder = try TemporaryFolder()
    let text = (0..<60_000).map { "\($0);\"r\($0 % 7)\n\"\"\";é\r\n" }.joined()
    let path = try folder.file("a.csv", Array(text.utf8))
    #expect(try CSVReader(contentsOf: path).keptRows() == csv(text).keptRows())
  }

  @Test func `the fast reader agrees with the obvious one`() throws {
    var generator = SplitMix(seed: 11)
    let alphabet = Array("a;;\"\"\n\r".utf8)
    for _ in 0..<20_000 {
      let text = Array("k;l\n".utf8) + (0..<Int(generator.next() % 24)).map { _ in alphabet[Int(generator.next() % 7)] }
      let expected = ObviousCSV.records(of: text)
      let found = try? CSVReader(bytes: text).fields()
      #expect(found == expected, "\(String(decoding: text, as: UTF8.self).debugDescription)")
    }
  }

  @Test func `what is written is read back`() throws {
    var generator = SplitMix(seed: 42)
    let alphabet: [Character] = ["a", ";", ",", "\"", "\n", "\r", "é", " ", "=", "\u{1F4A1}"]
    for delimiter in CSVDelimiter.allCases {
      let encoder = CSVEncoder(delimiter: delimiter)
      var records = [["kop1", "kop2", "kop3"]]
      for _ in 0..<300 {
        records.append(
          ["x"]
            + (0..<2).map { _ in
              String((0..<Int(generator.next() % 6)).map { _ in alphabet[Int(generator.next() % 10)] })
            })
      }
      var bytes: [UInt8] = []
      for record in records { encoder.append(record, to: &bytes) }
      let reader = try CSVReader(bytes: bytes)
      #expect(reader.dialect.delimiter == delimiter)
      #expect(try reader.fields() == records)
    }
  }
}

/// The slow and obvious reader: one state, one byte at a time, semicolons only.
private enum ObviousCSV {
  /// The records with any content, or nil when a quote is left open.
  static func records(of text: [UInt8]) -> [[String]]? {
    var records: [[[UInt8]]] = [[[]]]
    var isQuoted = false
    var isAtStart = true
    var index = 0
    while index < text.count {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      index += 1
      func put() { records[records.count - 1][records[records.count - 1].count - 1].append(byte) }
      switch (isQuoted, byte) {
      case (true, 0x22) where next == 0x22:
        put()
        index += 1
      case (true, 0x22): isQuoted = false
      case (true, _): put()
      case (false, 0x22) where isAtStart: isQuoted = true
      case (false, 0x3B): records[records.count - 1].append([])
      case (false, 0x0D) where next == 0x0A: continue
      case (false, 0x0A), (false, 0x0D): records.append([[]])
      default: put()
      }
      isAtStart = !isQuoted && [0x3B, 0x0A, 0x0D].contains(byte)
    }
    if isQuoted { return nil }
    let filled = records.filter { record in record.contains { !$0.isEmpty } }
    return filled.map { record in record.map { String(decoding: $0, as: UTF8.self) } }
  }
}
