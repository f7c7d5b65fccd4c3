import Foundation
import Testing

@testable import Consistency

@Suite struct ReportTextTests {
  @Test func `of a PDF is read across lines, pages and columns, without what belongs to the page`() {
    let bodies = [
      "Much was counted in this year,\nand by many people.",
      "In 2015 Hous-\nton recorded 303 mur-\nders, more than it ever did be-",
    ]
    let pages = bodies.enumerated().map { "Yearly report on murders\n\n\($1)\n\n\($0 + 1)\n" }
    let text = ReportText(
      pages.joined(separator: "\u{0C}") + "\u{0C}Yearly report on murders\n\nfore.17 The end.", file: "report.txt")
    #expect(
      text.sentences.contains {
        $0.text.hasPrefix("In 2015 Houston recorded 303 murders, more than it ever did before.") && $0.line == 9
      })
    #expect(!text.sentences.contains { $0.text.contains("Yearly report") })
    #expect(text.sentences.last?.text == "The end.")
  }

  @Test func `of a PDF has rows of tables and page numbers left out`() {
    let text = ReportText("Houston 242 303 61\n303\nThe city is large.", file: "report.txt")
    #expect(text.sentences.map(\.text) == ["The city is large."])
  }

  /// Two columns as `pdftotext -layout` keeps them beside each other, and as it puts one below the other without.
  @Test func `of a PDF with two columns is read down the one and then down the other`() {
    let left = [
      "In 2015 Houston recorded 303", "murders, and a year before", "that there were 242. Chicago",
      "counted 478 murders in 2015,",
      "which is more than the 411 of", "2014. In Baltimore the number", "was 344, after 211. Those are",
      "the cities with the most. All",
      "other cities had fewer than", "these three.",
    ]
    let right = [
      "Denver is smaller: it counted", "53 murders in 2015 and 31 in", "2014. Dallas stood between",
      "the two with 136 murders, 20",
      "more than in 2014. New York", "had 352, hardly more than the", "333 of the year before that.",
      "Orlando had 32 of them in the",
      "year 2015. Nothing is known", "about other cities.",
    ]
    let beside = zip(left, right).map { $0.padding(toLength: 36, withPad: " ", startingAt: 0) + $1 }
    let below = left + [""] + right
    let texts = [beside, below].map { ReportText($0.joined(separator: "\n"), file: "report.txt").sentences.map(\.text) }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("Chicago counted 478 murders in 2015, which is more than the 411 of 2014."))
    #expect(texts[0].contains("Denver is smaller: it counted 53 murders in 2015 and 31 in 2014."))
  }

  @Test func `of Markdown has no signs, code, tables or footnotes`() {
    let text = ReportText(
      "# Head\n\nA **bold** [link](http://x.org/12) word[^1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n12\n```\n- Item one.\n",
      file: "report.md")
    #expect(text.sentences.map(\.text) == ["Head", "A bold link word.", "Item one."])
    #expect(text.sentences.map(\.line) == [1, 3, 12])
    #expect(text.sentences.map(\.isHeading) == [true, false, false])
  }

  @Test func `of a page has no tags, tables or scripts`() {
    let page =
      "<html><head><title>x</title></head>\n<body><h1>Head</h1>\n<p>One &amp; two.\nThree.</p><table><tr><td>4</td></tr></table>"
      + "<script>var x = 5;</script><p>Six<sup>7</sup>.</p></body></html>"
    let text = ReportText(page, file: "report.html")
    #expect(text.sentences.map(\.text) == ["Head", "One & two.", "Three.", "Six."])
    #expect(text.sentences.map(\.line) == [2, 3, 3, 4])
  }

  @Test(arguments: [
    ("It was 12,5% of 1.234 people.", Character?(",")), ("It was 12.5% of 1,234 people.", "."),
    ("2.4 Results\n\nSee Figure 2.11. There were 1.234 people.", nil),
    ("There were 1.234, 2.345, 3.456, 4.567 and 5.678 people, 1.5 each.", nil),
    ("Een stijging van 3,1 procent, tot 5.060 in §2.4 en figuur 2.1.", ","), ("Contents 1.1 Why 9 1.2 What 10", nil),
  ])
  func `has a decimal mark where its numbers tell`(_ text: String, _ mark: Character?) {
    #expect(ReportText(text, file: "report.txt").decimalMark == mark)
  }

  @Test(arguments: [
    ("Op d.d. 3 mei 2019 kwam dhr. A. Jansen. Hij bleef.", 2), ("Am 3. Oktober war es so. Danach nicht.", 2),
    ("It rose.17 Then it fell.", 2), ("About 1.5 million. Yes!", 2), ("See Fig. 2.1 for more.", 1),
  ])
  func `is split where sentences end`(_ text: String, _ count: Int) {
    #expect(ReportText(text, file: "report.txt").sentences.count == count)
  }
}
