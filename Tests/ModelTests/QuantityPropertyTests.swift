import Model
import Testing

@Suite struct QuantityPropertyTests {
  @Test(
    arguments: [
      (49, 100, 0, 0), (50, 100, 0, 1), (51, 100, 0, 1), (-49, 100, 0, 0), (-50, 100, 0, -1), (-51, 100, 0, -1),
      (149, 100, 0, 1), (150, 100, 0, 2), (24, 1000, 2, 2), (25, 1000, 2, 3), (-25, 1000, 2, -3), (1, 3, 0, 0),
      (2, 3, 0, 1), (1, 2, 3, 500), (5, 1, 2, 500), (0, 7, 4, 0), (999, 1000, 2, 100), (994, 1000, 2, 99),
    ] as [(Int, Int, Int, Int)])
  func `a half goes away from zero and less than a half does not`(
    _ numerator: Int, _ denominator: Int, _ decimals: Int, _ scaled: Int
  ) {
    #expect(Quantity(numerator: numerator, denominator: denominator, decimals: decimals).scaled == scaled)
  }

  @Test(
    arguments: [
      (0, "0", "0"), (9, "9", "9"), (99, "99", "99"), (100, "100", "100"), (999, "999", "999"),
      (1_000, "1.000", "1,000"),
      (12_345, "12.345", "12,345"), (999_999, "999.999", "999,999"), (1_000_000, "1.000.000", "1,000,000"),
      (-100, "-100", "-100"), (-1_000, "-1.000", "-1,000"), (-12_345_678, "-12.345.678", "-12,345,678"),
    ])
  func `thousands are marked from the end, whatever the sign`(_ count: Int, _ nl: String, _ en: String) {
    #expect(Quantity(count).formatted(in: .nl) == nl)
    #expect(Quantity(count).formatted(in: .en) == en)
    #expect(Quantity(count).plain == String(count))
  }

  @Test(
    arguments: [
      (-1, 3, 0, "0"), (-1, 1_000, 2, "0.00"), (-5, 1_000, 2, "-0.01"), (5, 100, 2, "0.05"), (5, 100, 1, "0.1"),
      (1_005, 1_000, 2, "1.01"), (123_456, 100, 2, "1234.56"), (7, 1, 3, "7.000"), (-1_234_567, 1_000, 3, "-1234.567"),
    ] as [(Int, Int, Int, String)])
  func `decimals are written to the last, and nothing rounds to minus zero`(
    _ numerator: Int, _ denominator: Int, _ decimals: Int, _ plain: String
  ) {
    #expect(Quantity(numerator: numerator, denominator: denominator, decimals: decimals).plain == plain)
  }

  @Test func `the value is the exact ratio, whatever the decimals`() {
    #expect(Quantity(numerator: 1, denominator: 8, decimals: 0).value == 0.125)
    #expect(Quantity(numerator: -3, denominator: 4, decimals: 5).value == -0.75)
    #expect(Quantity(12).value == 12)
  }

  @Test func `what is printed is never more than half a unit of its last decimal off`() {
    var dice = Dice(state: 17)
    for _ in 0..<4_000 {
      let numerator = Int.random(in: -2_000_000...2_000_000, using: &dice)
      let denominator = Int.random(in: 1...1_200, using: &dice)
      let decimals = Int.random(in: 0...4, using: &dice)
      var power = 1
      for _ in 0..<decimals { power *= 10 }
      let scaled = Quantity(numerator: numerator, denominator: denominator, decimals: decimals).scaled
      let difference = numerator * power - scaled * denominator
      #expect(2 * abs(difference) <= denominator)
      // A tie was rounded away from zero.
      if 2 * abs(difference) == denominator { #expect(abs(scaled) * denominator > abs(numerator) * power) }
    }
  }

  @Test func `the plain form read back is the same number with the same decimals`() throws {
    var dice = Dice(state: 23)
    for _ in 0..<2_000 {
      let decimals = Int.random(in: 0...4, using: &dice)
      var power = 1
      for _ in 0..<decimals { power *= 10 }
      let scaled = Int.random(in: -3_000_000...3_000_000, using: &dice)
      let plain = Quantity(numerator: scaled, denominator: power, decimals: decimals).plain
      let read = try #require(PublishedCell.parse(value: plain))
      #expect(read.scaled == scaled && read.decimals == decimals, "\(plain)")
      let dutch = Quantity(numerator: scaled, denominator: power, decimals: decimals).formatted(in: .nl)
      #expect(dutch.filter { $0 != "." }.replacing(",", with: ".") == plain)
    }
  }
}
