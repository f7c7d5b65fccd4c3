import Testing

@testable import Estimation

struct YearChangeTests {
  @Test func `one and then seven, by hand`() {
    // Of 8 persons 7 or more, or 1 or fewer, in one year: 2 (8 + 1) / 2⁸.
    let change = YearChange(from: 1, to: 7)
    #expect(change.first == 1 && change.second == 7 && change.ratio == 7)
    #expect(abs(change.probability - 18.0 / 256) < 1e-13)
    let share = ShareInterval.exact(7, of: 8, level: 0.95)
    #expect(relativeError(change.ratioLimits.lower, share.lower / (1 - share.lower)) < 1e-13)
    #expect(relativeError(change.ratioLimits.upper, share.upper / (1 - share.upper)) < 1e-13)
  }

  @Test func `a second period twice as long halves the ratio and doubles what is expected`() {
    // With chance 2/3 none, one, two or three of 3 persons in the second period have 1, 6, 12 and 8 of 27.
    let change = YearChange(from: 2, to: 1, exposureRatio: 2)
    #expect(change.ratio == 0.25)
    #expect(abs(change.probability - 7.0 / 27) < 1e-13)
    let plain = YearChange(from: 2, to: 1)
    #expect(relativeError(change.ratioLimits.upper, plain.ratioLimits.upper / 2) < 1e-13)
    #expect(relativeError(change.ratioLimits.lower, plain.ratioLimits.lower / 2) < 1e-13)
    #expect(YearChange(from: 10, to: 20, exposureRatio: 2).probability > 0.999_999)
  }

  @Test func `a dispersion of four doubles the error, and one below one changes nothing`() {
    let wide = YearChange(from: 40, to: 60, dispersion: 4)
    let error = (4 * (1.0 / 40 + 1.0 / 60)).squareRoot()
    #expect(relativeError(wide.probability, 2 * NormalDistribution.cumulative(-log(1.5) / error)) < 1e-12)
    #expect(relativeError(wide.ratioLimits.upper, 1.5 * exp(1.959963984540054 * error)) < 1e-12)
    #expect(relativeError(wide.ratioLimits.lower, 1.5 / exp(1.959963984540054 * error)) < 1e-12)
    #expect(YearChange(from: 40, to: 60, dispersion: 0.3) == YearChange(from: 40, to: 60))
    #expect(YearChange(from: 0, to: 6, dispersion: 9) == YearChange(from: 0, to: 6))
  }

  @Test(arguments: [(3, 9), (0, 5), (20, 21), (100, 60)])
  func `turned round, the probability stays and the ratio and its limits are one over`(_ a: Int, _ b: Int) {
    let (forth, back) = (YearChange(from: a, to: b), YearChange(from: b, to: a))
    #expect(relativeError(forth.probability, back.probability) < 1e-10)
    #expect(relativeError(1 / forth.ratioLimits.lower, back.ratioLimits.upper) < 1e-10)
    #expect(forth.ratioLimits.lower <= forth.ratio && forth.ratio <= forth.ratioLimits.upper)
  }

  @Test func `from nobody the ratio is infinite, and of nobody nothing is said`() {
    let grown = YearChange(from: 0, to: 4)
    #expect(grown.ratio == .infinity && grown.ratioLimits.upper == .infinity)
    #expect(abs(grown.probability - 2.0 / 16) < 1e-14)
    let gone = YearChange(from: 4, to: 0)
    #expect(gone.ratio == 0 && gone.ratioLimits.lower == 0)
    let nobody = YearChange(from: 0, to: 0)
    #expect(nobody.probability == 1 && nobody.ratioLimits.lower == 0)
  }

  @Test(arguments: [(2, 9, 0.3), (5, 9, 0.5), (0, 12, 0.1), (12, 12, 0.9)])
  func `the test is the sum of all outcomes at most as likely, one by one`(_ count: Int, _ total: Int, _ p: Double) {
    var choices = [1.0]
    for k in 0..<total { choices.append(choices[k] * Double(total - k) / Double(k + 1)) }
    let masses = choices.enumerated().map { $1 * power(p, Double($0)) * power(1 - p, Double(total - $0)) }
    let expected = masses.filter { $0 <= masses[count] * (1 + 1e-9) }.reduce(0, +)
    #expect(abs(YearChange.binomialTest(count, of: total, chance: p) - expected) < 1e-12)
  }

  @Test func `under equal rates the test finds a change at most as often as its level`() {
    var found = 0.0
    for count in 0...50 where YearChange.binomialTest(count, of: 50, chance: 0.5) <= 0.05 {
      found += exp(logFactorial(50) - logFactorial(count) - logFactorial(50 - count) - 50 * log(2))
    }
    #expect(found > 0.02 && found <= 0.05)
  }
}
