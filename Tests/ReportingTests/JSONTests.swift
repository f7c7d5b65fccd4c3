import Testing

@testable import Reporting

struct JSONTests {
  @Test(arguments: [
    (JSON.string("a"), "\"a\"\n"), (.integer(-12), "-12\n"), (.decimal("24.70"), "24.70\n"), (.boolean(true), "true\n"),
    (.boolean(false), "false\n"), (.null, "null\n"), (.array([]), "[]\n"), (.object([]), "{}\n"),
    (.array([1, "b", .null]), "[1, \"b\", null]\n"), (.object([("b", 1), ("a", 2)]), "{\"b\": 1, \"a\": 2}\n"),
    (.array([.array([]), .object([])]), "[[], {}]\n"), (.array([.array([1])]), "[\n  [1]\n]\n"),
    (.object([("a", .object([("b", 1)]))]), "{\n  \"a\": {\"b\": 1}\n}\n"),
    (
      .object([("a", 1), ("b", .array([.object([("c", 2)]), 3]))]),
      "{\n  \"a\": 1,\n  \"b\": [\n    {\"c\": 2},\n    3\n  ]\n}\n"
    ),
  ])
  func `a value is these bytes`(_ value: JSON, _ text: String) {
    #expect(value.text == text)
  }

  @Test(arguments: [
    ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}", #""\u0000""#), ("\u{1F}", #""\u001f""#),
    ("\u{B}", #""\u000b""#), (" ", "\" \""), ("\u{7F}", "\"\u{7F}\""), ("é≈𝄞", "\"é≈𝄞\""), ("</b>", "\"</b>\""),
    ("e\u{301}", "\"e\u{301}\""),
  ])
  func `a text is escaped as far as JSON asks, and no further`(_ text: String, _ json: String) {
    #expect(JSON.string(text).text == json + "\n")
    #expect(JSON.object([(text, .null)]).text == "{" + json + ": null}\n")
  }

  /// A line of 120 bytes stands; one of 121 is broken. Two quotes and two brackets are among them.
  @Test func `a list of plain values stands on one line of a hundred and twenty bytes, and not of more`() {
    let (fits, breaks) = (String(repeating: "x", count: 116), String(repeating: "x", count: 117))
    #expect(JSON.array([.string(fits)]).text == "[\"\(fits)\"]\n")
    #expect(JSON.array([.string(breaks)]).text == "[\n  \"\(breaks)\"\n]\n")
    let bytes = String(repeating: "é", count: 59)
    #expect(JSON.array([.string(bytes)]).text == "[\n  \"\(bytes)\"\n]\n")
    let inner = String(repeating: "x", count: 114)
    #expect(JSON.array([.array([.string(inner)])]).text == "[\n  [\"\(inner)\"]\n]\n")
    #expect(JSON.array([.array([.string(inner + "x")])]).text == "[\n  [\n    \"\(inner)x\"\n  ]\n]\n")
  }

  @Test func `values are equal when their bytes are`() {
    #expect(JSON.integer(1) == .decimal("1") && JSON.string("1") != .integer(1))
    #expect(JSON.object([("a", 1), ("b", 2)]) != .object([("b", 2), ("a", 1)]))
  }
}
