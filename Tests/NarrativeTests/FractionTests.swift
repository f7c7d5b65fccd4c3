import Model
import Testing

@testable import Narrative

@Suite struct FractionTests {
  @Test func `is kept in lowest terms with a positive denominator`() {
    #expect(Fraction(6, -4)?.numerator == -3)
    #expect(Fraction(6, -4)?.denominator == 2)
    #expect(Fraction(1, 0) == nil)
  }

  @Test func `computes exactly or not at all`() throws {
    let third = try #require(Fraction(1, 3))
    #expect(third.adding(third)?.adding(third) == Fraction(1))
    #expect(Fraction(Int.max).adding(Fraction(1)) == nil)
    #expect(Fraction(Int.max).multiplied(by: Fraction(2)) == nil)
    #expect(third.divided(by: .zero) == nil)
    #expect(try #require(Fraction(1, 2)).isLess(than: third) == false)
  }

  @Test func `reads decimals`() {
    #expect(Fraction(decimal: "2.5") == Fraction(5, 2))
    #expect(Fraction(decimal: "12") == Fraction(12))
    #expect(Fraction(decimal: "1.2.3") == nil)
  }
}
