import Testing

@testable import Estimation

struct SurvivalAndUnknownsTests {
  @Test func `competing events add up to one minus the survival of all`() {
    // Ten persons: convicted again at 1, 2 and 4, dead at 2 and 3, the others followed to 5.
    let times: [(time: Double, kind: Int)] =
      [(1, 1), (2, 1), (2, 2), (3, 2), (4, 1)] + (0..<5).map { _ in (5, 0) }
    let incidence = CumulativeIncidence(times, kinds: 2)
    #expect(incidence.incidence(at: 0) == [0, 0])
    // Nobody leaves before 5, so these are plain shares: three and two of ten.
    #expect(zip(incidence.incidence(at: 4), [0.3, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
    let all = KaplanMeier(times.map { (time: $0.time, isEvent: $0.kind > 0) })
    #expect(abs(1 - all.survival(at: 4) - 0.5) < 1e-12)
    let alone = KaplanMeier(times.map { (time: $0.time, isEvent: $0.kind == 1) })
    #expect(1 - alone.survival(at: 4) > 0.3)
  }

  @Test func `survival after two and seven years is there while five persons are followed`() throws {
    let curve = KaplanMeier((1...12).map { (time: Double($0), isEvent: $0 % 2 == 1) })
    let two = try #require(curve.point(at: 2))
    #expect(abs(two.survival - 11.0 / 12) < 1e-12 && two.limits.lower < two.survival)
    #expect(curve.point(at: 7) != nil && curve.point(at: 9) == nil && curve.point(at: 0.5) == nil)
  }

  @Test func `unknowns are imputed within strata, where shares and unknowns differ`() {
    // 90 of 100 known in one stratum; 10 of 100 known in the other, which has 300 unknown.
    let strata = [
      UnknownShare(count: 90, known: 100, unknown: 0), UnknownShare(count: 10, known: 100, unknown: 300),
    ]
    let within = StratifiedUnknowns(strata)
    #expect(abs(within.share - (90 + 10 + 30) / 500) < 1e-12)
    let imputed = within.imputed(times: 400, seed: 1)
    #expect(abs(imputed.estimate - within.share) < 0.01 && imputed.fractionMissing > 0.3)
    #expect(imputed == within.imputed(times: 400, seed: 1))
    let together = UnknownShare(count: 100, known: 200, unknown: 300).imputed(times: 400, seed: 1)
    #expect(together.estimate > 0.45)
  }

  @Test func `a break is certain where it is large, and not where there is none`() throws {
    let series = { (factor: Double, seed: UInt64) -> [Int] in
      (1...60).map { month in
        var generator = ReplicateGenerator(seed: seed, replicate: month)
        return generator.poisson(60 * (month >= 27 ? factor : 1) * exp(0.1 * sine(2 * Double.pi * Double(month) / 12)))
      }
    }
    let broken = try #require(SegmentedSeries(series(0.5, 1), breakAt: 27))
    #expect(broken.step().probability < 1e-4 && broken.neweyWestErrors.allSatisfy { $0 > 0 })
    var found = 0
    for seed in 2..<102 {
      if try #require(SegmentedSeries(series(1, UInt64(seed)), breakAt: 27)).step().probability < 0.05 { found += 1 }
    }
    #expect(found <= 12, "\(found) of 100 where 5 are expected")
  }

  @Test func `every function of the reference has a test`() {
    let tested: Set = [
      "wilson95", "clopperPearson95", "poissonExact95", "condBinomialTwoYears", "holm", "benjaminiHochberg",
      "knownOnly", "allAsDenominator", "worstCaseBounds", "rubinMI200 seed1", "raking 3x3", "funnelPoisson99.8",
      "chisq independence", "kaplanMeier",
    ]
    // Of the segmented series only the results are given, not the months; its model is under test on series of our own.
    let others = Set(InferenceValue.all.map(\.function)).subtracting(tested)
    #expect(others == ["segmentedPoisson 48 months break 31"])
  }
}
