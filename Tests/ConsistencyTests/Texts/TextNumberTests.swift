import Testing

@testable import Consistency

@Suite struct TextNumberTests {
  private static func numbers(_ text: String, decimal: Character? = nil) -> [TextNumber] {
    SentenceNumbers(tokens: TextToken.tokens(of: text), taken: [], decimal: decimal).numbers()
  }

  @Test(arguments: [
    ("1 234 people", 1234.0, 0), ("1.234 mensen", 1234, 0), ("1,234 people", 1234, 0), ("12,5% van", 12.5, 1),
    ("12.5 per cent of", 12.5, 1), ("12,5 procent van", 12.5, 1), ("1.2 million people", 1_200_000, 0),
    ("13,9 miljoen mensen", 13_900_000, 0), ("1.234,5 kilo", 1234.5, 1),
    ("8\u{202F}501\u{202F}833 habitants", 8_501_833, 0),
    ("seven cases", 7, 0), ("n=289 in all", 289, 0),
  ])
  func `is read in every notation`(_ text: String, _ value: Double, _ decimals: Int) {
    let found = Self.numbers(text)
    #expect(found.map(\.value) == [value])
    #expect(found.map(\.decimals) == [decimals])
  }

  @Test(arguments: [
    "In 2015 it rained.", "on 23 June 2016", "Table 3 shows", "see section 2.4.1", "article 273f", "page 21",
    "COVID-19",
    "at 10:30", "the 18-year-old", "€ 300 each", "§2.4",
  ])
  func `is not what counts nothing`(_ text: String) { #expect(Self.numbers(text).isEmpty) }

  @Test func `agrees with what it may be rounded from`() {
    #expect(Self.numbers("1,200 people")[0].agrees(with: 1187))
    #expect(!Self.numbers("1,203 people")[0].agrees(with: 1204))
    #expect(Self.numbers("about 300 people")[0].agrees(with: 321))
    #expect(Self.numbers("more than 300 people")[0].agrees(with: 478))
    #expect(!Self.numbers("more than 500 people")[0].agrees(with: 478))
  }
}
