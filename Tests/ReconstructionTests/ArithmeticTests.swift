import Glibc
import Testing

@testable import Reconstruction

@Suite struct `Fixed arithmetic` {
  @Test(arguments: stride(from: -30.0, through: 30, by: 0.37).map { $0 })
  func `gives the exponential to thirteen digits`(_ x: Double) {
    #expect(abs(exponential(x) / exp(x) - 1) < 1e-13)
  }

  @Test func `cuts arguments off where doubles end`() {
    #expect(exponential(0) == 1)
    #expect(exponential(10_000).isFinite)
    #expect(exponential(-10_000) > 0)
  }

  /// The first outputs of the reference implementation by Blackman and Vigna, state from SplitMix64 with seed 0.
  @Test func `gives the numbers of xoshiro256 starstar`() {
    var generator = SeededGenerator(seed: 0)
    #expect(
      [generator.next(), generator.next(), generator.next()] == [
        0x99EC_5F36_CB75_F2B4, 0xBF6E_1F78_4956_452A, 0x1A5F_849D_4933_E6E0,
      ])
  }

  @Test func `draws each number about equally often`() {
    var generator = SeededGenerator(seed: 7)
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[generator.below(3)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 })
    #expect(Set(generator.shuffled(Array(0..<100))) == Set(0..<100))
  }
}

@Suite struct `Maximum-entropy fit` {
  private typealias Row = (lower: Double, upper: Double, terms: [LinearProgram.Term])

  private func row(_ value: Double, _ columns: [Int], coefficients: [Double]? = nil) -> Row {
    let terms = columns.enumerated().map { place, column in
      LinearProgram.Term(column: column, coefficient: coefficients?[place] ?? 1)
    }
    return (value, value, terms)
  }

  /// Margins 30 and 70 by 40 and 60: without other knowledge the cells are products of margins.
  @Test func `of two margins is independence`() {
    let fit = MaximumEntropyFit(rows: [row(30, [0, 1]), row(70, [2, 3]), row(40, [0, 2]), row(60, [1, 3])])
    let table = fit.table(prior: [1, 1, 1, 1], rounds: 50)
    #expect(zip(table, [12, 18, 28, 42]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  /// Two margins keep the odds ratio of the prior: 4 stays 4.
  @Test func `keeps the relations of the prior`() {
    let fit = MaximumEntropyFit(rows: [row(50, [0, 1]), row(50, [2, 3]), row(50, [0, 2]), row(50, [1, 3])])
    let table = fit.table(prior: [2, 1, 1, 2], rounds: 50)
    #expect(abs(table[0] * table[3] / (table[1] * table[2]) - 4) < 1e-9)
  }

  @Test func `meets a mean by tilting`() {
    let ages = [10.0, 20, 30, 40]
    let mean = row(0, [0, 1, 2, 3], coefficients: ages.map { $0 - 27 })
    let table = MaximumEntropyFit(rows: [row(100, [0, 1, 2, 3]), mean]).table(prior: [1, 1, 1, 1], rounds: 60)
    let sum = zip(table, ages).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(sum / 100 - 27) < 1e-6)
    #expect(table == table.sorted())
  }

  @Test func `leaves a limit alone that holds`() {
    let fit = MaximumEntropyFit(rows: [(lower: 0, upper: 5, terms: [.init(column: 0, coefficient: 1)])])
    #expect(fit.table(prior: [3], rounds: 10) == [3])
    #expect(abs(fit.table(prior: [8], rounds: 10)[0] - 5) < 1e-9)
  }
}
