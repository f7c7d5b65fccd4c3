import Invented
import Testing

@testable import Sheets

/// One record in a buffer: where it ends, and what more is needed to know.
@Suite struct CSVRecordScannerTests {
  private struct Scan: Equatable {
    var ending: String
    var fields: [String]
    var hasQuotes = false
    var hasStrayQuote = false
  }

  private func scan(
    _ text: String, from start: Int = 0, isFinal: Bool = false, limit: Int = 100, delimiter: CSVDelimiter = .semicolon
  ) -> Scan {
    var bytes = Array(text.utf8)
    var scanner = CSVRecordScanner(delimiter: delimiter, fieldLimit: limit)
    return bytes.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return Scan(ending: "nothing", fields: []) }
      let ending = scanner.scan(base, from: start, to: buffer.count, isFinal: isFinal)
      let said: String
      switch ending {
      case .record(let next): said = "record \(next)"
      case .needsMore(let quote): said = quote.map { "open \($0)" } ?? "more"
      case .tooManyFields: said = "too many"
      }
      guard case .record = ending else {
        return Scan(ending: said, fields: [], hasQuotes: scanner.hasQuotes, hasStrayQuote: scanner.hasStrayQuote)
      }
      scanner.unescape(base)
      let fields = (0..<scanner.count).map { index in
        let place = scanner.bounds[index]
        return String(decoding: buffer[Int(place.start)..<Int(place.end)], as: UTF8.self)
      }
      return Scan(ending: said, fields: fields, hasQuotes: scanner.hasQuotes, hasStrayQuote: scanner.hasStrayQuote)
    }
  }

  @Test func `a record ends behind LF, CR or both`() {
    #expect(scan("a;b\nc") == Scan(ending: "record 4", fields: ["a", "b"]))
    #expect(scan("a;b\rc") == Scan(ending: "record 4", fields: ["a", "b"]))
    #expect(scan("a;b\r\nc") == Scan(ending: "record 5", fields: ["a", "b"]))
    #expect(scan("a;b\n\nc", from: 4) == Scan(ending: "record 5", fields: [""]))
    #expect(scan("xx;a;b\nc", from: 3) == Scan(ending: "record 7", fields: ["a", "b"]))
  }

  @Test func `a return at the end of the buffer may be half of a line end`() {
    #expect(scan("a;b\r").ending == "more")
    #expect(scan("a;b\r", isFinal: true) == Scan(ending: "record 4", fields: ["a", "b"]))
    #expect(scan("a;b\n").ending == "record 4")
  }

  @Test func `a record that the buffer cuts off needs more, unless it is the last`() {
    #expect(scan("a;b").ending == "more")
    #expect(scan("a;").ending == "more")
    #expect(scan("a;b", isFinal: true) == Scan(ending: "record 3", fields: ["a", "b"]))
    #expect(scan("a;", isFinal: true) == Scan(ending: "record 2", fields: ["a", ""]))
  }

  @Test func `an open quote is told by its place, and stays open in the last buffer too`() {
    #expect(scan("\"a").ending == "open 0")
    #expect(scan("a;\"b\n").ending == "open 2")
    #expect(scan("a;\"b\n", isFinal: true).ending == "open 2")
    #expect(scan("a;\"b\"\"", isFinal: true).ending == "open 2")
    // The quote at the end of the buffer may be the first of two.
    #expect(scan("a;\"b\"").ending == "open 2")
    #expect(scan("a;\"b\"", isFinal: true) == Scan(ending: "record 5", fields: ["a", "b"], hasQuotes: true))
  }

  @Test func `quotes are taken off, doubled ones become one, and what follows is kept`() {
    #expect(scan("\"a\";\"\"\n") == Scan(ending: "record 7", fields: ["a", ""], hasQuotes: true))
    #expect(scan("\"a\"\"b\"\"\"\n").fields == ["a\"b\""])
    #expect(scan("\"\"\"\"\n").fields == ["\""])
    #expect(scan("\"a;\r\nb\"\n") == Scan(ending: "record 8", fields: ["a;\r\nb"], hasQuotes: true))
    #expect(
      scan("\"a\"b\"c;d\n")
        == Scan(ending: "record 9", fields: ["ab\"c", "d"], hasQuotes: true, hasStrayQuote: true))
    #expect(scan("a\"b;c\n") == Scan(ending: "record 6", fields: ["a\"b", "c"]))
    #expect(scan("a;\"b\"\n") == Scan(ending: "record 6", fields: ["a", "b"], hasQuotes: true))
  }

  @Test func `as many fields as the limit are taken, and not one more`() {
    #expect(scan("1;2;3\n", limit: 3).fields == ["1", "2", "3"])
    #expect(scan("1;2;3;4\n", limit: 3).ending == "too many")
    for count in [63, 64, 65, 128, 129, 500] {
      let text = (1...count).map(String.init).joined(separator: ";") + "\n"
      #expect(scan(text, limit: 500).fields == (1...count).map(String.init))
      #expect(scan(text, limit: count).fields.count == count)
      #expect(scan(text, limit: count - 1).ending == "too many", "\(count)")
    }
  }

  @Test(arguments: CSVDelimiter.allCases)
  func `only the delimiter parts fields`(_ delimiter: CSVDelimiter) {
    let sign = String(UnicodeScalar(delimiter.rawValue))
    let others = CSVDelimiter.allCases.filter { $0 != delimiter }.map { String(UnicodeScalar($0.rawValue)) }.joined()
    #expect(scan("a\(others)b\(sign)c\n", delimiter: delimiter).fields == ["a\(others)b", "c"])
  }

  @Test(
    arguments: [
      ("", 0), ("a", 0), ("\n", 1), ("\r", 1), ("\r\n", 1), ("\n\r", 2), ("\r\r\n\n", 3), ("a\r\nb\nc\rd", 3),
    ] as [(String, Int)])
  func `line ends are counted, CR and LF together as one`(_ text: String, _ count: Int) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { lineEnds(in: $0) } == count)
  }

  @Test(
    arguments: [
      ("# a,b,c,d\nx;y\n", CSVDelimiter.semicolon, false), ("#\n# a,b\n\nx|y;z|w\n", .verticalBar, false),
      ("a#b,c\n", .comma, false), ("\"a\nb\",c\td,e\n", .comma, false), ("a,b;c\td\n", .semicolon, false),
      ("a,b\tc\td,e\n", .tab, false), ("sep=x\na,b\n", .semicolon, false), ("sep=;;\na,b\n", .semicolon, true),
      ("sep=;,\na,b\n", .semicolon, false),
      ("sep=\t\na,b\n", .tab, true), ("\"sep=;\na,b\n", .semicolon, false), ("SEP=,\na;b\n", .comma, true),
      ("a,b\nc;d;e;f\n", .comma, false),
    ] as [(String, CSVDelimiter, Bool)])
  func `the delimiter is the sign that the first row of content has most`(
    _ text: String, _ delimiter: CSVDelimiter, _ isNamed: Bool
  ) {
    let found = Array(text.utf8).withUnsafeBufferPointer { CSVDialect.delimiter(of: $0) }
    #expect(found.delimiter == delimiter)
    #expect(found.isNamed == isNamed)
  }
}

/// Fields as they are written, byte for byte.
@Suite struct CSVEncoderTests {
  @Test(
    arguments: [
      (["a", "b"], "a;b\r\n"), (["a;b", "c"], "\"a;b\";c\r\n"), (["a\"b"], "\"a\"\"b\"\r\n"), ([""], "\"\"\r\n"),
      (["", ""], ";\r\n"), ([], "\"\"\r\n"), ([" a"], "\" a\"\r\n"), (["a "], "\"a \"\r\n"), (["a b"], "a b\r\n"),
      (["a\nb"], "\"a\nb\"\r\n"), (["a\rb"], "\"a\rb\"\r\n"), (["a,b|c\td"], "a,b|c\td\r\n"),
      (["\"\""], "\"\"\"\"\"\"\r\n"),
    ] as [([String], String)])
  func `quotes stand only where they are needed`(_ fields: [String], _ text: String) {
    var bytes: [UInt8] = []
    CSVEncoder().append(fields, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(
    arguments: [
      ("=1+1", "'=1+1"), ("@a", "'@a"), ("+a", "'+a"), ("-a", "'-a"), ("-", "'-"), ("+", "'+"), ("-5", "-5"),
      ("+5", "+5"), ("-5,2", "-5,2"), ("-1.000,50", "-1.000,50"), ("-5a", "'-5a"), ("-5-3", "'-5-3"), ("=5", "'=5"),
      ("@5", "'@5"), ("a=b", "a=b"), ("5", "5"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""), ("\na", "\"'\na\""),
      ("=a;b", "\"'=a;b\""), ("=\"x\"", "\"'=\"\"x\"\"\""), ("", "\"\""),
    ] as [(String, String)])
  func `what a spreadsheet program would run gets an apostrophe, and a number does not`(_ field: String, _ text: String)
  {
    var bytes: [UInt8] = []
    CSVEncoder(escapesFormulas: true).append([field], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text + "\r\n")
    bytes = []
    CSVEncoder().append([field], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text.replacing("'", with: "") + "\r\n")
  }
}
