import Testing

@testable import Charts

@Suite struct LetteringTests {
  /// Per unit of size: narrow 0.33, wide 0.9, capitals 0.68, all others 0.565.
  @Test(
    arguments: [
      ("", 0), ("i", 3.3), ("jltfI.,:;'|!() \u{202F}\u{A0}", 17 * 3.3), ("mwMW%@", 6 * 9), ("ABHZ", 4 * 6.8),
      ("abz0é9", 6 * 5.65), ("Mai", 9 + 5.65 + 3.3), ("1.334", 4 * 5.65 + 3.3), ("[`{", 3 * 5.65), ("–", 5.65),
    ] as [(String, Double)])
  func `a text is as wide as its letters together`(_ text: String, _ width: Double) {
    #expect(abs(Lettering.width(of: text, size: 10) - width) < 1e-9)
    #expect(abs(Lettering.width(of: text, size: 5) - width / 2) < 1e-9)
  }

  @Test(
    arguments: [
      ("aaaa bbbb", 48.5, ["aaaa bbbb"]), ("aaaa bbbb", 48.4, ["aaaa", "bbbb"]),
      ("aaaa bbbb cc", 48.5, ["aaaa bbbb", "cc"]),
      ("aaaa-bbbb", 30, ["aaaa-", "bbbb"]), ("aaaa/bbbb", 30, ["aaaa/", "bbbb"]), ("a b c", 1000, ["a b c"]),
      ("a ", 1000, ["a"]), ("", 10, [""]), ("   ", 10, [""]), ("aaaaaaaa", 28.3, ["aaaa-", "aaaa"]),
      ("bb aaaaaaaa", 28.3, ["bb", "aaaa-", "aaaa"]),
      ("aa", 1, ["a-", "a"]),
    ] as [(String, Double, [String])])
  func `text breaks at spaces, after hyphens and slashes, and in a word that is wider than a line`(
    _ text: String, _ width: Double, _ lines: [String]
  ) {
    #expect(Lettering.lines(of: text, width: width, size: 10) == lines)
  }

  @Test(
    arguments: [
      (-0.05, "-0.1"), (-0.049, "0"), (0.05, "0.1"), (0.049, "0"), (-1, "-1"), (9.95, "10"), (1234.56, "1234.6"),
      (-10.04, "-10"), (100, "100"),
    ] as [(Double, String)])
  func `a coordinate is rounded to tenths, half away from zero`(_ value: Double, _ text: String) {
    #expect(coordinate(value) == text)
  }

  @Test(
    arguments: [
      ([], [], 0, 100, []), ([50], [10], 0, 100, [50]), ([2], [10], 0, 100, [5]), ([99], [10], 0, 100, [95]),
      ([50, 50], [10, 10], 0, 100, [50, 60]), ([50, 52, 90], [10, 20, 10], 0, 100, [50, 65, 90]),
      ([94, 95], [10, 10], 0, 100, [85, 95]), ([10, 10, 10], [10, 10, 10], 20, 40, [25, 35, 45]),
      ([30, 30, 30], [10, 10, 10], 20, 50, [25, 35, 45]), ([0, 0], [30, 10], 10, 12, [25, 45]),
    ] as [([Double], [Double], Double, Double, [Double])])
  func `labels are pushed down off each other, then up from the foot`(
    _ wished: [Double], _ heights: [Double], _ top: Double, _ bottom: Double, _ places: [Double]
  ) {
    #expect(spread(wished, heights: heights, top: top, bottom: bottom) == places)
  }
}
