import Testing

@testable import Estimation

struct MultinomialTests {
  @Test(arguments: [(8, 0.3), (1000, 0.004), (8234, 0.54), (1_000_000, 0.2), (50, 0.97)])
  func `a binomial draw has the mean and variance of its distribution`(_ trials: Int, _ chance: Double) {
    var sum = 0.0
    var squares = 0.0
    let draws = 20_000
    for index in 0..<draws {
      var generator = ReplicateGenerator(seed: 99, replicate: index)
      let value = Double(Multinomial.binomial(trials, chance, using: &generator))
      #expect(value >= 0 && value <= Double(trials))
      sum += value
      squares += value * value
    }
    let mean = sum / Double(draws)
    let variance = squares / Double(draws) - mean * mean
    let expected = Double(trials) * chance * (1 - chance)
    #expect(abs(mean - Double(trials) * chance) < 4 * (expected / Double(draws)).squareRoot())
    #expect(relativeError(variance, expected) < 0.05)
  }

  @Test func `a draw has as many persons as the table and nobody where nobody was`() {
    var counts = [0, 0, 0, 0]
    for index in 0..<500 {
      var generator = ReplicateGenerator(seed: 5, replicate: index)
      Multinomial.draw(321, weights: [100, 0, 200, 21], using: &generator, into: &counts)
      #expect(counts.reduce(0, +) == 321 && counts[1] == 0)
    }
  }

  @Test func `a replicate depends on the seed and its number alone`() {
    var first = ReplicateGenerator(seed: 1, replicate: 41)
    var again = ReplicateGenerator(seed: 1, replicate: 41)
    var other = ReplicateGenerator(seed: 1, replicate: 42)
    let value = first.next()
    #expect(value == again.next() && value != other.next())
  }

  @Test(arguments: [(0.3, 1.9333333333333333), (0.5, 3.0), (0.7, 4.066666666666667), (0.0, 1.0), (1.0, 5.0)])
  func `quantiles are those of type eight`(_ share: Double, _ expected: Double) {
    #expect(abs(sampleQuantile([1, 2, 3, 4, 5], share) - expected) < 1e-12)
  }

  @Test(arguments: [(0.975, 1.959963984540054), (0.5, 0.0), (1e-10, -6.361340902404056), (0.02, -2.053748910631823)])
  func `normal quantiles have all their digits`(_ share: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.quantile(share) - expected) < 1e-14 * max(1, abs(expected)) * 10)
  }
}
