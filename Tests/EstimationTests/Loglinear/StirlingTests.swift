import Invented
import Testing

@testable import Estimation

/// Computed in forty digits by another program (mpmath).
struct StirlingTests {
  @Test(arguments: [
    (0.001, 0.007331361680698767, 6.332183347171837), (0.5, 0.7257913526447274, 0.7296371545385218),
    (3, 1.4959226032237258, 0.15750537976369078), (19.5, 2.4084188959216264, 0.025421929137945463),
    (20, 2.4209709896736653, 0.02479171868815806), (20.5, 2.4332156947157295, 0.024191996368162137),
    (100, 3.2223569567543535, 0.004991666749996032), (1e6, 7.826693895520143, 4.999999166666667e-7),
    (1e12, 14.73444909116903, 4.999999999999167e-13),
  ])
  func `the remainder of the factorial and its slope have their digits`(
    _ x: Double, _ remainder: Double, _ slope: Double
  ) {
    #expect(relativeError(Stirling.remainder(x, true), remainder) < 2e-13)
    #expect(relativeError(Stirling.slope(x, true), slope) < 2e-11)
  }

  @Test(arguments: [(100.0, 3.2215236261987186, 0.005), (1e6, 7.82669381218681, 5e-7)])
  func `without its correction the formula is that of Stirling`(_ x: Double, _ remainder: Double, _ slope: Double) {
    #expect(relativeError(Stirling.remainder(x, false), remainder) < 1e-14)
    #expect(relativeError(Stirling.slope(x, false), slope) < 1e-14)
  }

  @Test func `the maximum of the profile lies where its slope is nought, between the limits`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,30\n0,1,20\n1,1,10\n")
    let profile = try HierarchicalModel.mainEffects(lists: 2).profileLikelihood(on: table, levels: [0.5, 0.8, 0.95])
    // In closed form l_p(N) = log N! − log (N − 60)! + 40 log 40 + 30 log 30 + Σ (N − a) log(N − a) − 2 N log N.
    let height = { (n: Double) in
      logGamma(n + 1) - logGamma(n - 59) + (n - 40) * log(n - 40) + (n - 30) * log(n - 30) - 2 * n * log(n)
    }
    let (low, high) = (profile.maximum * (1 - 1e-4), profile.maximum * (1 + 1e-4))
    #expect(abs(height(low) - height(high)) < 1e-8)
    let limits = profile.intervals
    #expect(limits.map(\.level) == [0.5, 0.8, 0.95] && limits.allSatisfy { $0.kind == .profile })
    #expect(limits[2].lower < limits[1].lower && limits[1].lower < limits[0].lower)
    #expect(limits[0].lower < profile.maximum && profile.maximum < limits[0].upper)
    #expect(limits[0].upper < limits[1].upper && limits[1].upper < limits[2].upper)
  }

  @Test func `where nearly everybody is seen, the lower limit is the number seen`() throws {
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,1\n0,1,1\n1,1,200\n")
    let profile = try HierarchicalModel.mainEffects(lists: 2).profileLikelihood(on: table, levels: [0.95])
    #expect(profile.intervals[0].lower == 202 && profile.intervals[0].upper < 204)
    #expect(profile.maximum >= 202 && profile.maximum < 202.01)
  }
}
