import Testing

@testable import Estimation

/// Draws of the published algorithms, written again in another language from the papers; and the distributions
/// they are of. A draw that moves would move every replicate, so these are pinned to the last digit.
struct RandomDrawsTests {
  @Test(
    arguments: [
      (0, 0, [0xfb54_05f7_bd79_c540, 0x780c_98e2_6cea_5883, 0x2a14_6e09_80fe_bc66]),
      (7, 3, [0x9d05_e285_6b71_ca11, 0x95ec_bb41_811a_e5d4, 0x9da3_335e_0f05_20ff]),
      (UInt64.max, 12_345, [0xe929_1b41_cf4f_3627, 0xf99a_4870_0dea_1968, 0xc891_d988_96a4_4f62]),
    ] as [(UInt64, Int, [UInt64])])
  func `the generator is xoshiro seeded by split mix`(_ seed: UInt64, _ replicate: Int, _ expected: [UInt64]) {
    var generator = ReplicateGenerator(seed: seed, replicate: replicate)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func `uniform numbers are multiples of a power of two, the open ones never nought or one`() {
    var generator = ReplicateGenerator(seed: 7, replicate: 3)
    let closed = generator.uniform()
    #expect(abs(closed - 0.6133710456592275) < 1e-16)
    #expect((closed * 0x1p53).rounded() == closed * 0x1p53)
    generator = ReplicateGenerator(seed: 7, replicate: 3)
    let open = generator.openUniform()
    #expect((open * 0x1p53).truncatingRemainder(dividingBy: 2) == 1)
    #expect(abs(open - closed) <= 0x1p-52)
  }

  @Test(arguments: [
    (8, 0.3, [2, 2, 2, 2, 3, 4, 2, 3, 2, 1, 5, 4]), (1000, 0.004, [3, 4, 3, 3, 5, 6, 4, 4, 3, 2, 7, 6]),
    (40, 0.26, [9, 11, 15, 8, 12, 13, 10, 11, 9, 7, 16, 14]),
    (100, 0.3, [27, 30, 37, 27, 32, 35, 30, 31, 28, 25, 40, 36]),
    (100, 0.7, [73, 70, 63, 73, 68, 65, 70, 69, 72, 75, 60, 64]),
    (8234, 0.46, [3763, 3792, 3764, 3759, 3811, 3834, 3789, 3798, 3771, 3737, 3886, 3848]),
    (
      1_000_000, 0.2,
      [
        199_784, 200_039, 199_793, 199_749, 200_203, 200_412, 200_009, 200_091, 199_854, 199_551, 200_871, 200_533,
      ]
    ),
  ])
  func `binomial draws are those of inversion and of transformed rejection`(
    _ trials: Int, _ chance: Double, _ expected: [Int]
  ) {
    let drawn = expected.indices.map { index in
      var generator = ReplicateGenerator(seed: 99, replicate: index)
      return Multinomial.binomial(trials, chance, using: &generator)
    }
    #expect(drawn == expected)
  }

  @Test func `impossible and certain chances draw nothing and everything, and take no random number`() {
    var generator = ReplicateGenerator(seed: 1, replicate: 1)
    let drawn = [(0, 0.5), (9, 0.0), (9, 1.0), (-2, 0.5), (9, -0.1), (9, 1.5)].map {
      Multinomial.binomial($0.0, $0.1, using: &generator)
    }
    #expect(drawn == [0, 0, 9, 0, 0, 9])
    var untouched = ReplicateGenerator(seed: 1, replicate: 1)
    #expect(generator.next() == untouched.next())
  }

  @Test func `multinomial draws go cell by cell, given the cells before`() {
    var counts = [0, 0, 0, 0]
    let tables = (0..<4).map { index in
      var generator = ReplicateGenerator(seed: 5, replicate: index)
      Multinomial.draw(321, weights: [100, 0, 200, 21], using: &generator, into: &counts)
      return counts
    }
    #expect(tables == [[122, 0, 176, 23], [100, 0, 201, 20], [102, 0, 203, 16], [111, 0, 194, 16]])
  }

  @Test func `normal draws are those of the polar method`() {
    let expected = [-0.5293526876836289, -1.5341595658421607, 0.10771492197628335, -0.6998646956802332]
    for (index, value) in expected.enumerated() {
      var generator = ReplicateGenerator(seed: 3, replicate: index)
      #expect(relativeError(generator.normal(), value) < 1e-13)
    }
  }

  @Test(arguments: [
    (0.2, [-4.246180484269076, -3.30009409991343]), (1.0, [-1.1359146128810365, -3.3585156009936474]),
    (2.5, [0.3901166356791647, -0.5072688928887058]), (40.0, [3.595262424984834, 3.4264627480981646]),
  ])
  func `gamma draws are those of squeezed cubes`(_ shape: Double, _ expected: [Double]) {
    for (index, value) in expected.enumerated() {
      var generator = ReplicateGenerator(seed: 3, replicate: index)
      #expect(relativeError(generator.logGammaDraw(shape), value) < 1e-12)
    }
  }

  @Test func `a beta draw and its complement add up to one`() {
    let expected = [(-1.247469571169435, -0.33859746616517594), (-2.615504503183173, -0.07594291499594585)]
    for (index, value) in expected.enumerated() {
      var generator = ReplicateGenerator(seed: 3, replicate: index)
      let drawn = generator.logBetaDraw(2, 3)
      #expect(relativeError(drawn.log, value.0) < 1e-12 && relativeError(drawn.logComplement, value.1) < 1e-12)
      #expect(abs(exp(drawn.log) + exp(drawn.logComplement) - 1) < 1e-15)
    }
  }

  @Test(
    arguments: [
      (0.5, [0, 2, 0, 1, 1, 0, 1, 0, 2, 0]), (11.9, [17, 17, 13, 7, 8, 4, 17, 12, 11, 11]),
      (30, [37, 42, 28, 36, 23, 27, 27, 37, 31, 34]), (500, [515, 527, 500, 516, 467, 487, 495, 511, 497, 506]),
      (
        1e6,
        [
          1_000_371, 1_001_018, 1_000_043, 1_000_439, 998_621, 999_335, 999_914, 1_000_883, 1_000_164, 1_000_128,
        ]
      ),
    ] as [(Double, [Int])])
  func `Poisson draws are those of gamma waiting times`(_ mean: Double, _ expected: [Int]) {
    let drawn = expected.indices.map { index in
      var generator = ReplicateGenerator(seed: 3, replicate: index)
      return generator.poisson(mean)
    }
    #expect(drawn == expected)
  }

  @Test(
    arguments: [(10, 0.5, [16, 14, 19, 12, 30]), (300, -2.0, [44, 30, 41, 38, 50]), (5, 60.0, [])]
      as [(Int, Double, [Int])])
  func `negative binomial draws are Poisson with a gamma mean, up to a quadrillion`(
    _ successes: Int, _ logOdds: Double, _ expected: [Int]
  ) {
    for index in 0..<5 {
      var generator = ReplicateGenerator(seed: 3, replicate: index)
      let drawn = generator.negativeBinomial(successes, logOdds: logOdds)
      #expect(drawn == (expected.isEmpty ? 1_000_000_000_000_000 : expected[index]))
    }
  }

  @Test(arguments: [0.3, 4, 11, 13, 80])
  func `Poisson draws have the mean and variance of their distribution`(_ mean: Double) {
    let draws = (0..<20_000).map { index in
      var generator = ReplicateGenerator(seed: 21, replicate: index)
      return Double(generator.poisson(mean))
    }
    let average = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - average) * ($1 - average) } / 20_000
    #expect(abs(average - mean) < 4 * (mean / 20_000).squareRoot())
    #expect(relativeError(variance, mean) < 0.05)
  }

  @Test(arguments: [0.2, 1, 3.5, 50])
  func `gamma draws have the distribution of their shape`(_ shape: Double) {
    // The largest distance between the sample and the distribution (Kolmogorov): 1.63 / sqrt(n) at one in a hundred.
    let sorted = (0..<4000).map { index in
      var generator = ReplicateGenerator(seed: 22, replicate: index)
      return exp(generator.logGammaDraw(shape))
    }.sorted()
    let distance = sorted.enumerated().map { abs(IncompleteGamma.lower(shape, $1) - (Double($0) + 0.5) / 4000) }.max()
    #expect((distance ?? 1) < 1.63 / 4000.0.squareRoot())
  }
}
