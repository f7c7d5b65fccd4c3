import Testing

@testable import Estimation

struct MultipleComparisonsTests {
  @Test func `four probabilities adjusted by hand`() {
    // In order 0.005, 0.01, 0.03, 0.04. Holm: 4, 3, 2 and 1 times, never falling. False share: 4, 2, 4/3 and 1 times.
    let values = [0.01, 0.04, 0.03, 0.005]
    let holm = zip(MultipleComparisons.holm(values), [0.03, 0.06, 0.06, 0.02])
    #expect(holm.allSatisfy { abs($0 - $1) < 1e-15 })
    let falseShare = zip(MultipleComparisons.benjaminiHochberg(values), [0.02, 0.04, 0.04, 0.02])
    #expect(falseShare.allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test func `adjusted probabilities are never above one nor below the ones they come from`() {
    var generator = ReplicateGenerator(seed: 3, replicate: 0)
    for _ in 0..<50 {
      let values = (0..<12).map { _ in generator.uniform() }
      let (holm, falseShare) = (MultipleComparisons.holm(values), MultipleComparisons.benjaminiHochberg(values))
      for index in values.indices {
        #expect(values[index] <= falseShare[index] && falseShare[index] <= holm[index] && holm[index] <= 1)
      }
      #expect(MultipleComparisons.holm(values.reversed()) == holm.reversed())
      #expect(MultipleComparisons.benjaminiHochberg(values.reversed()) == falseShare.reversed())
    }
    #expect(MultipleComparisons.holm([]) == [] && MultipleComparisons.benjaminiHochberg([0.3]) == [0.3])
    #expect(MultipleComparisons.holm([0.6, 0.7]) == [1, 1])
  }
}

struct IndependenceTestTests {
  @Test func `two by two, by hand`() {
    // n (ad − bc)² / (product of the margins) = 100 · 200² / (30 · 70 · 40 · 60).
    let test = IndependenceTest([[10, 20], [30, 40]])
    #expect(relativeError(test.statistic, 4e6 / 5.04e6) < 1e-13 && test.degreesOfFreedom == 1)
    let z = test.statistic.squareRoot()
    #expect(relativeError(test.probability, 2 * NormalDistribution.cumulative(-z)) < 1e-12)
    #expect(test.dispersion == test.statistic)
  }

  @Test func `with two degrees of freedom the probability is exp(−x/2)`() {
    // Rows 30 and 60, columns 20, 30 and 40: the first row is expected to be 20/3, 10 and 40/3.
    let test = IndependenceTest([[10, 10, 10], [10, 20, 30]])
    let residuals = [10 - 20.0 / 3, 0, 10 - 40.0 / 3]
    let expected = [20.0 / 3, 10, 40.0 / 3]
    let statistic = zip(residuals, expected).reduce(0) { $0 + $1.0 * $1.0 / $1.1 * 1.5 }
    #expect(relativeError(test.statistic, statistic) < 1e-12 && test.degreesOfFreedom == 2)
    #expect(relativeError(test.probability, exp(-statistic / 2)) < 1e-12)
    #expect(relativeError(test.dispersion, statistic / 2) < 1e-12)
  }

  @Test func `rows and columns without anybody are left out, and their order does not matter`() {
    let plain = IndependenceTest([[10, 10, 10], [10, 20, 30]])
    #expect(IndependenceTest([[10, 0, 10, 10], [0, 0, 0, 0], [10, 0, 20, 30]]) == plain)
    let turned = IndependenceTest([[30, 10], [20, 10], [10, 10]])
    #expect(relativeError(turned.statistic, plain.statistic) < 1e-13 && turned.degreesOfFreedom == 2)
  }

  @Test func `proportional rows are independent, and one row cannot depend on anything`() {
    let same = IndependenceTest([[2, 4, 6], [3, 6, 9]])
    #expect(same.statistic < 1e-25 && same.probability > 1 - 1e-12)
    let one = IndependenceTest([[2, 4, 6]])
    #expect(one.statistic == 0 && one.degreesOfFreedom == 1 && one.probability == 1)
  }
}

struct RakingTests {
  @Test func `margins are reproduced and odds ratios kept, for any start without zeros`() throws {
    var generator = ReplicateGenerator(seed: 8, replicate: 0)
    for _ in 0..<20 {
      let seed = (0..<3).map { _ in (0..<4).map { _ in 0.1 + 5 * generator.uniform() } }
      let rows = (0..<3).map { _ in 1 + 9 * generator.uniform() }
      let shares = (0..<4).map { _ in 1 + generator.uniform() }
      let columns = shares.map { $0 * rows.reduce(0, +) / shares.reduce(0, +) }
      let table = try #require(Raking.fit(seed, rows: rows, columns: columns))
      for i in 0..<3 { #expect(relativeError(table[i].reduce(0, +), rows[i]) < 1e-10) }
      for j in 0..<4 { #expect(relativeError(table.reduce(0) { $0 + $1[j] }, columns[j]) < 1e-10) }
      let ratio = { (t: [[Double]], i: Int, j: Int) in t[0][0] * t[i][j] / (t[0][j] * t[i][0]) }
      for i in 1..<3 { for j in 1..<4 { #expect(relativeError(ratio(table, i, j), ratio(seed, i, j)) < 1e-9) } }
    }
  }

  @Test func `an even start gives the products of the margins`() throws {
    let table = try #require(Raking.fit([[1, 1], [1, 1]], rows: [30, 70], columns: [20, 80]))
    let expected = [[6.0, 24], [14, 56]]
    for i in 0..<2 { for j in 0..<2 { #expect(abs(table[i][j] - expected[i][j]) < 1e-10) } }
  }

  @Test func `zeros stay zero, and rows and columns of nobody are allowed`() throws {
    let table = try #require(Raking.fit([[1, 0], [1, 1]], rows: [3, 7], columns: [8, 2]))
    #expect(table[0][1] == 0 && abs(table[0][0] - 3) < 1e-10 && abs(table[1][1] - 2) < 1e-10)
    let empty = try #require(Raking.fit([[0, 0], [1, 1]], rows: [0, 4], columns: [1, 3]))
    #expect(empty[0] == [0, 0] && abs(empty[1][0] - 1) < 1e-10)
    let column = try #require(Raking.fit([[0, 2], [0, 1]], rows: [1, 3], columns: [0, 4]))
    #expect(column.map { $0[0] } == [0, 0])
  }

  @Test(arguments: [
    ([[1.0, 1], [1, 1]], [1.0, 2], [2.0, 2]), ([[0, 0], [1, 1]], [1, 2], [1, 2]),
    ([[0, 1], [0, 1]], [1, 2], [1, 2]),
    ([[1, 1]], [1, 2], [2, 1]), ([[1, 0], [0, 1]], [1, 2], [2, 1]),
  ])
  func `margins that differ or cannot be reached have no table`(
    _ seed: [[Double]], _ rows: [Double], _ columns: [Double]
  ) {
    #expect(Raking.fit(seed, rows: rows, columns: columns) == nil)
  }
}

struct FunnelLimitsTests {
  @Test(arguments: [0.5, 3, 12.5, 80], [0.8, 0.95, 0.998])
  func `the limits are the first counts at which the summed chances pass the tails`(_ mean: Double, _ level: Double) {
    let limits = FunnelLimits.poisson(expected: mean, level: level)
    let below = { (k: Int) in
      k < 0 ? 0 : (0...k).reduce(0.0) { $0 + exp(Double($1) * log(mean) - mean - logFactorial($1)) }
    }
    let tail = (1 - level) / 2
    #expect(below(limits.lower - 1) < tail && below(limits.lower) >= tail)
    #expect(below(limits.upper - 1) < 1 - tail && below(limits.upper) >= 1 - tail)
  }

  @Test func `units that vary four times as much have limits twice as far, and less than chance changes nothing`() {
    let z = 1.959963984540054
    let plain = FunnelLimits.overdispersed(expected: 100, dispersion: 1, level: 0.95)
    #expect(abs(plain.lower - (100 - 10 * z)) < 1e-9 && abs(plain.upper - (100 + 10 * z)) < 1e-9)
    let wide = FunnelLimits.overdispersed(expected: 100, dispersion: 4, level: 0.95)
    #expect(abs(wide.upper - (100 + 20 * z)) < 1e-9)
    #expect(FunnelLimits.overdispersed(expected: 100, dispersion: 0.2, level: 0.95) == plain)
    #expect(FunnelLimits.overdispersed(expected: 1, dispersion: 9, level: 0.95).lower == 0)
  }

  @Test func `the dispersion of ten units pulls the outermost on each side in`() {
    // (count − 4) / 2 is −2, −1 × 3, 0 × 3, 1, 2, 50; the ends become −1 and 2: (5 + 4 + 4) / 10 with 1 for four, 4 for two.
    let counts = [0, 2, 2, 2, 4, 4, 4, 6, 8, 104]
    let value = FunnelLimits.dispersion(counts: counts, expected: counts.map { _ in 4 })
    #expect(abs(value - (4 * 1 + 1 + 4 + 4) / 10.0) < 1e-13)
    let few = FunnelLimits.dispersion(counts: [0, 104], expected: [4, 4])
    #expect(abs(few - (4 + 2500) / 2.0) < 1e-10)
    #expect(FunnelLimits.dispersion(counts: [], expected: []) == 1)
    #expect(FunnelLimits.dispersion(counts: counts.reversed(), expected: counts.map { _ in 4 }) == value)
  }
}
