import Model
import Testing

@testable import Consistency

@Suite struct `A number as people print it` {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (1334, "1334"), (24.7, "24.7"), (24.75, "24.75"), (24.756, "24.76"), (24.754, "24.75"),
      (0.5, "0.5"), (0.05, "0.05"), (0.005, "0.01"), (0.004, "0"), (100, "100"), (-3, "-3"), (-0.25, "-0.25"),
      (-0.004, "0"), (2.999, "3"), (8_999_999_999_999_999, "8999999999999999"), (9e15, "9000000000000000.0"),
      (1e16, "1e+16"), (9e13 - 0.5, "89999999999999.5"),
      (9e13 + 0.5, "90000000000000.5"), (.infinity, "inf"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func `has no separator, a decimal point and two decimals at most`(_ value: Double, _ text: String) {
    #expect(NumberText.plain(value) == text)
  }

  @Test(
    arguments: [
      (25, 0, "25"), (25, 1, "25.0"), (25, 3, "25.000"), (0, 2, "0.00"), (2.4, 0, "2"), (2.5, 0, "3"), (3.5, 0, "4"),
      (-2.5, 0, "-3"), (0.25, 1, "0.3"), (0.24, 1, "0.2"), (-0.25, 1, "-0.3"), (-0.04, 1, "0.0"), (0.007, 3, "0.007"),
      (9.96, 1, "10.0"), (1234.5, 1, "1234.5"), (1e14, 2, "100000000000000.0"),
    ] as [(Double, Int, String)])
  func `has the decimals that are asked for, halves away from zero`(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberText.plain(value, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (0, nil, "0", "0"), (999, nil, "999", "999"), (1000, nil, "1.000", "1,000"), (12345, nil, "12.345", "12,345"),
      (123_456, nil, "123.456", "123,456"), (1_234_567.5, nil, "1.234.567,5", "1,234,567.5"),
      (24.7, nil, "24,7", "24.7"),
      (25, 1, "25,0", "25.0"), (999.96, 1, "1.000,0", "1,000.0"), (-1334, nil, "-1.334", "-1,334"),
      (-0.25, nil, "-0,25", "-0.25"), (-0.04, 1, "0,0", "0.0"), (-0.004, nil, "0", "0"), (-0.05, 1, "-0,1", "-0.1"),
    ] as [(Double, Int?, String, String)])
  func `is grouped by three as each language does`(_ value: Double, _ decimals: Int?, _ nl: String, _ en: String) {
    #expect(NumberText.printed(value, decimals: decimals) == LocalizedText(nl: nl, en: en))
  }
}

@Suite struct `Texts in two languages` {
  @Test func `are joined language by language`() {
    #expect(
      LocalizedText(nl: "een ", en: "one ") + LocalizedText("2015") == LocalizedText(nl: "een 2015", en: "one 2015"))
  }

  @Test(arguments: [
    ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a en b", "a and b"), (["a", "b", "c"], "a, b en c", "a, b and c"),
    (["a", "b", "c", "d"], "a, b, c en d", "a, b, c and d"),
  ])
  func `are listed with commas and a last and`(_ parts: [String], _ nl: String, _ en: String) {
    #expect(LocalizedText.list(parts.map { LocalizedText($0) }) == LocalizedText(nl: nl, en: en))
  }
}
