import Testing

@testable import Charts

@Suite struct MarkupTests {
  @Test(
    arguments: [
      ("a", "a"), ("&<>\"'", "&amp;&lt;&gt;&quot;&#39;"), ("\t\n\r", "\t\n\r"), ("\u{0}\u{1F}", "\u{FFFD}\u{FFFD}"),
      ("\u{20}\u{7F}é€🙂", "\u{20}\u{7F}é€🙂"), ("\u{FFFE}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"),
      ("\u{FFFD}\u{10000}", "\u{FFFD}\u{10000}"),
    ])
  func `text is made safe for content and attributes`(_ text: String, _ safe: String) {
    #expect(escaped(text) == safe)
  }

  @Test func `an element has its attributes in order, its children and its own end tag`() {
    let markup = Markup.element(
      "g", ["b": "1\"", "a": "<"], [.text("x&y"), .group([.element("br"), .text("z")]), .element("i", text: "<i>")])
    #expect(markup.rendered == "<g b=\"1&quot;\" a=\"&lt;\">x&amp;y<br></br>z<i>&lt;i&gt;</i></g>")
    #expect(Markup.element("p", ["class": "a"], text: "b").rendered == "<p class=\"a\">b</p>")
    #expect(Markup.group([]).rendered == "")
  }

  @Test func `an attribute comes after the others, and only elements get one`() {
    #expect(Markup.element("p", ["a": "1"], text: "x").with("b", "2").rendered == "<p a=\"1\" b=\"2\">x</p>")
    #expect(Markup.text("x").with("b", "2") == .text("x"))
    #expect(Markup.group([.text("x")]).with("b", "2") == .group([.text("x")]))
  }
}
