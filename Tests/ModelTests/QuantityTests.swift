import Model
import Testing

struct QuantityTests {
  static let printed: [(Quantity, plain: String, nl: String, en: String)] = [
    (Quantity(0), "0", "0", "0"),
    (Quantity(999), "999", "999", "999"),
    (Quantity(1334), "1334", "1.334", "1,334"),
    (Quantity(-1_234_567), "-1234567", "-1.234.567", "-1,234,567"),
    (Quantity(numerator: 247, denominator: 10, decimals: 1), "24.7", "24,7", "24.7"),
    (Quantity(numerator: 1, denominator: 20, decimals: 1), "0.1", "0,1", "0.1"),
    (Quantity(numerator: -1, denominator: 20, decimals: 1), "-0.1", "-0,1", "-0.1"),
    (Quantity(numerator: 1, denominator: 3, decimals: 2), "0.33", "0,33", "0.33"),
    (Quantity(numerator: 2, denominator: 3, decimals: 0), "1", "1", "1"),
    (Quantity(numerator: 1, denominator: 2, decimals: 0), "1", "1", "1"),
    (Quantity(numerator: 100_000, denominator: 3, decimals: 3), "33333.333", "33.333,333", "33,333.333"),
  ]

  @Test(arguments: printed)
  func `prints a ratio to its decimals, half away from zero`(
    _ example: (quantity: Quantity, plain: String, nl: String, en: String)
  ) {
    #expect(example.quantity.plain == example.plain)
    #expect(example.quantity.formatted(in: .nl) == example.nl)
    #expect(example.quantity.formatted(in: .en) == example.en)
  }
}
