import Testing

@testable import Consistency

@Suite struct `Comma-separated text` {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]), ("a\n\n\nb\n", [["a"], ["b"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\nb\"\nc", [["a\nb"], ["c"]]),
    ("\"a\"\"b\",c", [["a\"b", "c"]]), ("\"\",x", [["", "x"]]), ("\"\"\n", []), ("\"\"\"\"\n", [["\""]]),
    ("a \"b\" c", [["a \"b\" c"]]), ("\"a\"b,c", [["ab", "c"]]), ("\"a\r\nb\"", [["a\r\nb"]]), ("", []),
    ("a,", [["a", ""]]),
    ("één,ß", [["één", "ß"]]), ("\"open,\n", [["open,\n"]]), ("\"a\",\"b\"\n\"c\",d", [["a", "b"], ["c", "d"]]),
  ])
  func `is taken apart as RFC 4180 says`(_ text: String, _ records: [[String]]) {
    #expect(TidyText(text).records == records)
  }

  @Test func `answers by the name of a column, the first of that name`() {
    let rows = TidyText("\u{FEFF}a,b,a\n1,2,3\n4\n").rows
    #expect(rows.map { $0["a"] } == ["1", "4"])
    #expect(rows.map { $0["b"] } == ["2", ""])
    #expect(rows.map { $0["c"] } == ["", ""])
    #expect(rows.map { $0["\u{FEFF}a"] } == ["", ""])
  }

  @Test func `keeps a mark of byte order that is not at its beginning`() {
    #expect(TidyText("a,\u{FEFF}b\n1,2\n").rows.map { $0["\u{FEFF}b"] } == ["2"])
  }

  @Test func `has no rows under a header alone, or without one`() {
    #expect(TidyText("a,b\n").rows.isEmpty)
    #expect(TidyText("").rows.isEmpty)
  }
}
