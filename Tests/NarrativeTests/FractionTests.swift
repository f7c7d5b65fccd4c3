import Model
import Testing

@testable import Narrative

@Suite struct FractionTests {
  @Test(
    arguments: [
      (6, -4, -3, 2), (-6, -4, 3, 2), (0, 5, 0, 1), (0, -5, 0, 1), (7, 1, 7, 1), (12, 18, 2, 3), (-12, 18, -2, 3),
      (Int.max, Int.max, 1, 1), (-Int.max, 1, -Int.max, 1), (17, 13, 17, 13),
    ])
  func `is kept in lowest terms with a positive denominator`(_ top: Int, _ bottom: Int, _ n: Int, _ d: Int) throws {
    let fraction = try #require(Fraction(top, bottom))
    #expect(fraction.numerator == n)
    #expect(fraction.denominator == d)
  }

  @Test func `does not exist over nothing, nor at the one integer without an opposite`() {
    #expect(Fraction(1, 0) == nil && Fraction(0, 0) == nil)
    #expect(Fraction(Int.min, 1) == nil && Fraction(1, Int.min) == nil)
    #expect(Fraction(4).numerator == 4 && Fraction(4).denominator == 1 && Fraction.zero == Fraction(0))
  }

  @Test(
    arguments: [
      (1, 2, 1, 3, (5, 6), (1, 6), (1, 6), (3, 2)), (1, 3, 1, 2, (5, 6), (-1, 6), (1, 6), (2, 3)),
      (-1, 4, 1, 4, (0, 1), (-1, 2), (-1, 16), (-1, 1)), (5, 1, 2, 1, (7, 1), (3, 1), (10, 1), (5, 2)),
      (2, 3, -3, 4, (-1, 12), (17, 12), (-1, 2), (-8, 9)), (0, 1, 7, 2, (7, 2), (-7, 2), (0, 1), (0, 1)),
    ] as [(Int, Int, Int, Int, (Int, Int), (Int, Int), (Int, Int), (Int, Int))])
  func `computes exactly`(
    _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ sum: (Int, Int), _ difference: (Int, Int), _ product: (Int, Int),
    _ quotient: (Int, Int)
  ) throws {
    let (left, right) = (try #require(Fraction(a, b)), try #require(Fraction(c, d)))
    #expect(left.adding(right) == Fraction(sum.0, sum.1))
    #expect(left.subtracting(right) == Fraction(difference.0, difference.1))
    #expect(left.multiplied(by: right) == Fraction(product.0, product.1))
    #expect(left.divided(by: right) == Fraction(quotient.0, quotient.1))
  }

  @Test func `gives nothing rather than a number that does not fit`() throws {
    let (one, largest) = (Fraction(1), Fraction(Int.max))
    let third = try #require(Fraction(1, 3))
    #expect(largest.adding(one) == nil && largest.negated.subtracting(one) == nil)
    #expect(largest.adding(largest) == nil && largest.negated.subtracting(largest) == nil)
    #expect(largest.adding(.zero) == largest && largest.subtracting(largest) == .zero)
    #expect(largest.multiplied(by: Fraction(2)) == nil && largest.multiplied(by: one) == largest)
    // Lowest terms first: the large factors cancel.
    #expect(largest.multiplied(by: try #require(Fraction(1, Int.max))) == one)
    #expect(try #require(Fraction(1, Int.max)).adding(third) == nil)
    #expect(try #require(Fraction(1, Int.max)).multiplied(by: third) == nil)
    #expect(third.divided(by: .zero) == nil && Fraction.zero.divided(by: .zero) == nil)
    #expect(largest.isLess(than: third) == nil)
  }

  @Test(
    arguments: [
      (1, 3, 1, 2, true), (1, 2, 1, 3, false), (1, 2, 2, 4, false), (-1, 2, 0, 1, true), (0, 1, -1, 2, false),
      (333, 1000, 1, 3, true), (334, 1000, 1, 3, false),
    ])
  func `compares exactly`(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ isLess: Bool) throws {
    #expect(try #require(Fraction(a, b)).isLess(than: try #require(Fraction(c, d))) == isLess)
  }

  @Test func `turns its sign and loses it`() throws {
    #expect(
      Fraction(3).negated == Fraction(-3) && Fraction(-3).negated == Fraction(3) && Fraction.zero.negated == .zero)
    #expect(Fraction(-3).magnitude == Fraction(3) && Fraction(3).magnitude == Fraction(3))
    #expect(try #require(Fraction(-1, 2)).magnitude == Fraction(1, 2))
  }

  @Test(
    arguments: [
      ("12", 12, 1), ("2.5", 5, 2), ("0.05", 1, 20), ("0", 0, 1), ("0.000000001", 1, 1_000_000_000), ("10.0", 10, 1),
    ])
  func `reads decimals`(_ text: String, _ n: Int, _ d: Int) { #expect(Fraction(decimal: text) == Fraction(n, d)) }

  @Test(arguments: ["1.2.3", "", ".", "x", "0.0000000001", "99999999999999999999"])
  func `does not read`(_ text: String) { #expect(Fraction(decimal: text) == nil) }

  @Test func `is made of a quantity, and becomes one`() throws {
    #expect(Fraction(Quantity(numerator: 245, denominator: 10, decimals: 1)) == Fraction(49, 2))
    let quantity = try #require(Fraction(49, 2)).quantity(decimals: 1)
    #expect(quantity == Quantity(numerator: 49, denominator: 2, decimals: 1))
    #expect(quantity?.plain == "24.5")
    // Half away from zero needs twice the numerator, scaled.
    #expect(
      Fraction(Int.max / 2).quantity(decimals: 0) != nil && Fraction(Int.max / 2 + 1).quantity(decimals: 0) == nil)
    #expect(
      Fraction(Int.max / 20).quantity(decimals: 1) != nil && Fraction(Int.max / 20 + 1).quantity(decimals: 1) == nil)
  }
}
