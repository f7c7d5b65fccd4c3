import Testing

@testable import Narrative

@Suite struct PlacedTextTests {
  @Test func `a part keeps the places of the whole`() {
    let text = PlacedText("abc def", from: 10)
    #expect(text.count == 7 && text.start == 10 && text.string == "abc def")
    #expect(text[2..<5].string == "c d" && text[2..<5].positions == [12, 13, 14])
    #expect(text.from(4).string == "def" && text.from(4).start == 14 && text.from(9).isEmpty)
    #expect(text.upTo(3).string == "abc" && text.upTo(99) == text)
    #expect(PlacedText().start == 0 && PlacedText().isEmpty)
  }

  @Test func `pieces are joined with their own places`() {
    var text = PlacedText("ab", from: 3)
    text.append("-", at: 9)
    text.append(PlacedText("cd", from: 20))
    #expect(text.string == "ab-cd" && text.positions == [3, 4, 9, 20, 21])
  }

  @Test(arguments: [("  ab ", "ab", 2), ("ab", "ab", 0), (" \t ", "", 0), ("", "", 0), ("a b", "a b", 0)])
  func `white space goes from both ends`(_ text: String, _ trimmed: String, _ start: Int) {
    #expect(PlacedText(text).trimmed.string == trimmed && PlacedText(text).trimmed.start == start)
    #expect(text.trimmingSpaces == trimmed)
  }

  @Test func `a text is found from a place onwards`() {
    let text = PlacedText("abcab")
    #expect(text.starts(with: "ab") && text.starts(with: "ab", at: 3) && !text.starts(with: "ab", at: 1))
    #expect(!text.starts(with: "abcabc") && text.starts(with: "", at: 5) && !text.starts(with: "b", at: 5))
    #expect(text.firstIndex(of: "ab") == 0 && text.firstIndex(of: "ab", from: 1) == 3)
    #expect(text.firstIndex(of: "x") == nil && text.firstIndex(of: "a", from: 6) == nil)
  }

  @Test(
    arguments: [
      ("a}}b", 0, 1), ("a\"}}\"}}", 0, 5), ("a“}}”}}", 0, 5), ("a}b", 0, nil), ("}}", 0, 0), ("}}}}", 2, 2),
      ("}}", 2, nil),
      ("a\"}}", 0, nil),
    ] as [(String, Int, Int?)])
  func `a run ends at its closing mark outside quotation marks`(_ text: String, _ from: Int, _ end: Int?) {
    #expect(PlacedText(text).end(of: "}}", from: from) == end)
  }

  @Test(
    arguments: [
      ("a,b", ["a", "b"]), ("a(b,c),d", ["a(b,c)", "d"]), ("\"a,b\",c", ["\"a,b\"", "c"]), ("“a,b”,c", ["“a,b”", "c"]),
      ("", [""]),
      ("a,", ["a", ""]), ("((a,b),c),d", ["((a,b),c)", "d"]), ("\"(\",b", ["\"(\"", "b"]), ("a),b", ["a),b"]),
    ])
  func `parts lie between separators outside parentheses and quotation marks`(_ text: String, _ parts: [String]) {
    #expect(PlacedText(text).split(at: ",").map(\.string) == parts)
  }

  @Test func `a place in a file is a row and a column, from one`() {
    let file = TextFile(name: "a.md", text: "ab\n\ncd\n")
    #expect(file.lineStarts == [0, 3, 4, 7])
    #expect(file.lines.map(\.string) == ["ab", "", "cd", ""] && file.lines.map(\.start) == [0, 0, 4, 0])
    for (position, row, column) in [
      (0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (6, 3, 3), (7, 4, 1), (9, 4, 3),
    ] {
      #expect(file.place(of: position) == (row, column))
    }
    #expect(TextFile(name: "a.md", text: "").place(of: 0) == (1, 1))
  }

  @Test func `line ends, tabs and a byte order mark count as one character or none`() {
    let file = TextFile(name: "a.md", text: "\u{FEFF}a\tb\r\nc\rd\u{FEFF}")
    #expect(String(file.characters) == "a b\nc\nd\u{FEFF}")
    #expect(file.lineStarts == [0, 4, 6])
  }

  @Test(
    arguments: [
      ("Wat er veranderde", "wat-er-veranderde"), ("  Één, twee!  ", "één-twee"), ("2019 – 2020", "2019-2020"),
      ("!!!", "deel"),
      ("", "deel"), ("A--B", "a-b"), ("-a-", "a"),
    ])
  func `a heading becomes an anchor`(_ text: String, _ anchor: String) { #expect(slug(text) == anchor) }
}
