import Testing

@testable import Consistency

@Suite struct `A computed number against a printed one` {
  @Test(arguments: [(0, 1.0), (1, 0.1), (2, 0.01), (3, 0.001)])
  func `is measured in the last printed digit`(_ decimals: Int, _ unit: Double) {
    #expect(abs(Printed.unit(decimals) - unit) < 1e-15)
  }

  @Test(
    arguments: [
      (50.0, .exact), (50.4, .exact), (50.5, .exact), (49.5, .exact), (50.501, .rounding), (49.499, .rounding),
      (51, .rounding), (49, .rounding), (51.001, .different), (48.999, .different), (500, .different),
      (-50, .different),
    ] as [(Double, Printed.Match)])
  func `agrees with 50 to half of it, and all but agrees to one`(_ computed: Double, _ match: Printed.Match) {
    #expect(Printed.match(computed, printed: 50, decimals: 0) == match)
  }

  @Test(
    arguments: [
      (24.7, .exact), (24.75, .exact), (24.65, .exact), (24.751, .rounding), (24.649, .rounding), (24.8, .rounding),
      (24.6, .rounding), (24.801, .different), (24.599, .different),
    ] as [(Double, Printed.Match)])
  func `agrees with 24,7 to a twentieth`(_ computed: Double, _ match: Printed.Match) {
    #expect(Printed.match(computed, printed: 24.7, decimals: 1) == match)
  }
}
