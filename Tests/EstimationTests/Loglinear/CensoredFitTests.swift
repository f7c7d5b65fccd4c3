import Invented
import Testing

@testable import Estimation

struct CensoredFitTests {
  @Test func `ranges of one number give the estimate of the exact counts`() throws {
    let text = try Fixture.text("Kosovo.csv")
    let model = try #require(HierarchicalModel(lists: 4, notation: "[12,13,14,23,34]"))
    let exact = try model.fitted(to: CaptureHistories(parsing: text))
    let censored = try model.fitted(to: CensoredHistories(parsing: text))
    #expect(relativeError(censored.estimate, exact.estimate) < 1e-10)
    #expect(abs(censored.logLikelihood - exact.logLikelihood) < 1e-6)
  }

  @Test func `suppressed counts are used as ranges, and the fit is a maximum`() throws {
    let table = try CensoredHistories(
      parsing: "A,B,C,count\n1,0,0,120\n0,1,0,90\n0,0,1,80\n1,1,0,21\n1,0,1,18\n0,1,1,1-15\n1,1,1,<5\n")
    #expect(table.entries.last?.count == 0...4)
    let fit = try HierarchicalModel.mainEffects(lists: 3).fitted(to: table)
    #expect(fit.observed > 330 && fit.observed < 348)
    for low in [1, 8, 15] {
      for last in [0, 4] {
        let filled = try CaptureHistories(
          parsing: "A,B,C,count\n1,0,0,120\n0,1,0,90\n0,0,1,80\n1,1,0,21\n1,0,1,18\n0,1,1,\(low)\n1,1,1,\(last)\n")
        let other = try HierarchicalModel.mainEffects(lists: 3).fitted(to: filled)
        // The parameters of a fit to any filled table make the ranges at most as likely.
        let means = (1..<8).map { cell in
          exp(zip(other.model.terms, other.parameters).reduce(0) { Int($1.0) & cell == Int($1.0) ? $0 + $1.1 : $0 })
        }
        let likelihood = table.entries.reduce(0) {
          $0 + CensoredPoisson.logProbability($1.count, means[Int($1.history) - 1])
        }
        #expect(likelihood <= fit.logLikelihood + 1e-9)
      }
    }
  }

  @Test func `rounded counts are refused as counts and accepted as ranges`() throws {
    let text = "A,B,C,count\n1,0,0,120\n0,1,0,90\n0,0,1,80\n1,1,0,20\n1,0,1,20\n0,1,1,15\n"
    #expect(throws: CaptureHistoryError.rounded(base: 5)) { try CaptureHistories(parsing: text) }
    let rounded = try CaptureHistories(parsing: text, allowingRounded: true)
    let ranges = try CensoredHistories(rounded: rounded, base: 5)
    #expect(ranges.entries.first?.count == 118...122)
    let fit = try HierarchicalModel.mainEffects(lists: 3).fitted(to: ranges)
    let naive = try HierarchicalModel.mainEffects(lists: 3).fitted(to: rounded)
    #expect(relativeError(fit.estimate, naive.estimate) < 0.05 && fit.estimate != naive.estimate)
  }
}
