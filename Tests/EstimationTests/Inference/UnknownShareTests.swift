import Testing

@testable import Estimation

struct UnknownShareTests {
  private let share = UnknownShare(count: 30, known: 80, unknown: 20)

  @Test func `three lines for thirty of eighty known and twenty unknown`() {
    #expect(share.ofKnown == 0.375 && share.ofAll == 0.3 && share.bounds == Limits(lower: 0.3, upper: 0.5))
  }

  @Test func `two imputations pooled by hand`() {
    // U = 0.02, B = 0.02, T = 0.02 + 1.5 · 0.02, df = (1 + 0.02 / 0.03)².
    let pooled = PooledEstimate([(0.2, 0.01), (0.4, 0.03)])
    #expect(abs(pooled.estimate - 0.3) < 1e-15 && abs(pooled.variance - 0.05) < 1e-15)
    #expect(abs(pooled.degreesOfFreedom - 25.0 / 9) < 1e-12 && abs(pooled.fractionMissing - 0.6) < 1e-12)
    #expect(abs(pooled.standardError - 0.05.squareRoot()) < 1e-15)
    let three = PooledEstimate([(1, 0.5), (2, 0.5), (3, 0.5)])
    #expect(abs(three.variance - (0.5 + 4.0 / 3)) < 1e-14)
    #expect(abs(three.degreesOfFreedom - 2 * power(1 + 0.375, 2)) < 1e-12)
    let same = PooledEstimate([(0.3, 0.02), (0.3, 0.02)])
    // Student's 97.5% quantile with (1 + 0.02 / 0.03)² = 25/9 degrees of freedom; the normal one without end.
    let limits = pooled.interval(level: 0.95)
    #expect(
      abs(limits.upper - 0.3 - 3.3314388029 * 0.05.squareRoot()) < 1e-8
        && abs(limits.lower + limits.upper - 0.6) < 1e-12)
    #expect(abs(same.interval(level: 0.95).upper - 0.3 - 1.959963984540054 * 0.02.squareRoot()) < 1e-12)
    #expect(same.degreesOfFreedom == .infinity && same.fractionMissing == 0 && same.variance == 0.02)
    #expect(PooledEstimate([(0, 0), (0, 0)]).fractionMissing == 0)
  }

  @Test func `imputing has the mean and the variance between imputations of the beta-binomial`() {
    // Share ~ Beta(31, 51), unknowns ~ Binomial(20): mean (30 + 20 · 31/82) / 100.
    let (times, a, b) = (4000, 31.0, 51.0)
    let imputed = share.imputed(times: times, seed: 2)
    #expect(abs(imputed.estimate - (30 + 20 * a / (a + b)) / 100) < 0.002)
    let between = 20 * a * b * (a + b + 20) / ((a + b) * (a + b) * (a + b + 1)) / 1e4
    let within = imputed.estimate * (1 - imputed.estimate) / 100
    #expect(abs(imputed.variance - within - between) < 0.1 * between)
    #expect(abs(imputed.fractionMissing - between / (within + between)) < 0.02)
  }

  @Test func `nothing unknown leaves nothing to impute, and one imputation becomes two`() {
    let known = UnknownShare(count: 3, known: 12, unknown: 0).imputed(times: 5, seed: 1)
    #expect(known.estimate == 0.25 && abs(known.variance - 0.25 * 0.75 / 12) < 1e-16 && known.fractionMissing == 0)
    #expect(share.imputed(times: 0, seed: 4) == share.imputed(times: 2, seed: 4))
    #expect(share.imputed(times: 9, seed: 4) != share.imputed(times: 9, seed: 5))
  }

  @Test func `one stratum is the whole, an empty one is nothing`() {
    let one = StratifiedUnknowns([share, UnknownShare(count: 0, known: 0, unknown: 0)])
    #expect(one.strata == [share] && abs(one.share - share.ofKnown) < 1e-15)
    #expect(one.imputed(times: 30, seed: 6) == share.imputed(times: 30, seed: 6))
  }

  @Test func `with everything known the strata are added up`() {
    let strata = StratifiedUnknowns([
      UnknownShare(count: 1, known: 4, unknown: 0), UnknownShare(count: 5, known: 6, unknown: 0),
    ])
    #expect(strata.share == 0.6)
    let imputed = strata.imputed(times: 3, seed: 1)
    #expect(abs(imputed.estimate - 0.6) < 1e-15 && abs(imputed.variance - 0.024) < 1e-15)
  }

  @Test func `unknowns of a stratum take the share of that stratum`() {
    // 3 of 4 and 2 unknown more; 1 of 5 and 5 unknown more: (3 + 1.5 + 1 + 1) / 16.
    let strata = StratifiedUnknowns([
      UnknownShare(count: 3, known: 4, unknown: 2), UnknownShare(count: 1, known: 5, unknown: 5),
    ])
    #expect(abs(strata.share - 6.5 / 16) < 1e-15)
    // A stratum of which nothing is known adds nobody to those who have it.
    let dark = StratifiedUnknowns([UnknownShare(count: 3, known: 4, unknown: 0), .init(count: 0, known: 0, unknown: 4)])
    #expect(dark.share == 0.375)
  }
}
