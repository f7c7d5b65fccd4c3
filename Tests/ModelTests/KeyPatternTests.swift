import Testing

@testable import Model

@Suite struct KeyPatternTests {
  @Test(
    arguments: [
      ("9{6}", "123456", true), ("9{6}", "12345", false), ("9{6}", "1234567", false), ("9{6}", "12345a", false),
      ("999", "123", true), ("9{1,3}", "1", true), ("9{1,3}", "1234", false), ("9{0,2}A", "A", true),
      ("P-9{1,5}", "P-12", true), ("P-9{1,5}", "p-12", false), ("P-9{1,5}", "P12", false), ("P-9{1,5}", "P-", false),
      ("AA9{4}", "xY0001", true), ("AA9{4}", "x10001", false), ("X{8}", "1e234567", true), ("X{8}", "1e23456é", false),
      ("'ZA99'-9", "ZA99-3", true), ("'ZA99'-9", "ZB12-3", false), ("9{1,9}9{1,9}9{1,9}", "123456789012345678", true),
      ("9{1,9}9{1,9}9{1,9}", "12", false), ("9.9", "1.2", true), ("9.9", "1x2", false), ("9{63}", "1", false),
    ])
  func `a pattern matches the whole key`(_ pattern: String, _ key: String, _ isMatched: Bool) throws {
    #expect(try #require(KeyPattern(pattern)).matches(Array(key.utf8)) == isMatched)
  }

  @Test(
    arguments: [
      "", "'", "9{", "9}", "9{}", "9{0}", "9{3,1}", "9{64}", "9{40}9{40}", "9{a}", "9{1,2,3}", "é", "9\u{200B}",
      "9{0,3}",
      "'a", "9{-1}",
    ])
  func `what is no pattern is refused`(_ text: String) {
    #expect(KeyPattern(text) == nil)
  }

  @Test func `a key that fits in very many ways is matched at once`() throws {
    let pattern = try #require(KeyPattern("9{0,20}9{0,20}9{0,20}A"))
    #expect(!pattern.matches(Array(repeating: UInt8(ascii: "1"), count: 1_000_000)))
  }
}
