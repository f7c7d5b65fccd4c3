import Invented
import Testing

@testable import Estimation

/// Computed in forty digits by another program (mpmath).
struct CensoredPoissonTests {
  @Test(arguments: [
    (0...4, 2.5, 2.125209882465819, -0.11521107470692997), (5...9, 0.001, 5.00016668650959, -39.32710146110488),
    (1...15, 40, 14.462885927886854, -12.117332965845572), (118...122, 119.3, 119.98017194070405, -1.7141666475325552),
    (3...3, 2, 3, -1.712317927548219),
  ])
  func `the mean and probability of a range are the sums over its counts`(
    _ range: ClosedRange<Int>, _ mean: Double, _ expected: Double, _ logProbability: Double
  ) {
    #expect(relativeError(CensoredPoisson.mean(range, mean), expected) < 1e-12)
    #expect(relativeError(CensoredPoisson.logProbability(range, mean), logProbability) < 1e-12)
  }

  @Test func `a mean of nought is the bottom of the range, and possible only from nought on`() {
    #expect(CensoredPoisson.mean(2...5, 0) == 2 && CensoredPoisson.mean(0...5, 0) == 0)
    #expect(CensoredPoisson.logProbability(0...5, 0) == 0 && CensoredPoisson.logProbability(1...5, 0) == -.infinity)
    var generator = ReplicateGenerator(seed: 1, replicate: 1)
    #expect(CensoredPoisson.draw(2...5, 0, using: &generator) == 2)
    #expect(CensoredPoisson.draw(4...4, 9, using: &generator) == 4)
    // Of the counts 4 and 3 the odds are a million to four.
    #expect(abs(CensoredPoisson.mean(0...4, 1e6) - (4 - 4e-6)) < 1e-9)
  }

  @Test(arguments: [(0...4, 2.5), (5...9, 20.0), (1...3, 0.1)])
  func `draws fall in the range as often as its counts`(_ range: ClosedRange<Int>, _ mean: Double) {
    var counts: [Int: Int] = [:]
    for index in 0..<20_000 {
      var generator = ReplicateGenerator(seed: 12, replicate: index)
      counts[CensoredPoisson.draw(range, mean, using: &generator), default: 0] += 1
    }
    let weights = range.map { exp(Double($0) * log(mean) - logGamma(Double($0) + 1)) }
    let total = weights.reduce(0, +)
    for (count, weight) in zip(range, weights) {
      let share = weight / total
      let error = (share * (1 - share) / 20_000).squareRoot()
      #expect(abs(Double(counts[count] ?? 0) / 20_000 - share) < 4 * error + 1e-9)
    }
    #expect(counts.keys.allSatisfy(range.contains))
  }

  @Test func `at the fit every expected count is the mean of its range given the model`() throws {
    let table = try CensoredHistories(
      parsing: "A,B,C,count\n1,0,0,120\n0,1,0,90\n0,0,1,80\n1,1,0,21\n1,0,1,15-19\n0,1,1,<5\n")
    let model = try #require(HierarchicalModel(lists: 3, notation: "[12,3]"))
    let fit = try model.fitted(to: table)
    let expected = zip(table.entries, fit.means).map { CensoredPoisson.mean($0.count, $1) }
    #expect(relativeError(fit.observed, expected.reduce(0, +)) < 1e-10)
    // The closed form of the model, on the expected counts: list 3 against 1 or 2.
    let by = Dictionary(uniqueKeysWithValues: zip(table.entries.map(\.history), expected))
    let only = (by[1] ?? 0) + (by[2] ?? 0) + (by[3] ?? 0)
    let both = (by[5] ?? 0) + (by[6] ?? 0)
    #expect(relativeError(fit.estimate, fit.observed + only * (by[4] ?? 0) / both) < 1e-9)
    // All seven cells count in the likelihood; the last, which is not in the table, by the chance that it is empty.
    let last = (by[3] ?? 0) * both / only
    let probabilities = zip(table.entries, fit.means).reduce(0) {
      $0 + CensoredPoisson.logProbability($1.0.count, $1.1)
    }
    #expect(fit.logLikelihood < probabilities && probabilities - fit.logLikelihood < 2 * last)
    #expect(relativeError(fit.aic, 10 - 2 * fit.logLikelihood) < 1e-14)
    #expect(relativeError(fit.bic, 5 * log(fit.observed) - 2 * fit.logLikelihood) < 1e-14)
    #expect(throws: LoglinearError.wrongNumberOfLists(model: 4, table: 3)) {
      try HierarchicalModel.mainEffects(lists: 4).fitted(to: table)
    }
  }
}
