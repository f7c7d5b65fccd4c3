import Invented
import Testing

@testable import Estimation

struct InteractionThresholdDensityTests {
  private static let text = "A,B,C,count\n1,0,0,30\n0,1,0,25\n0,0,1,40\n1,1,0,12\n1,0,1,9\n0,1,1,14\n1,1,1,6\n"
  private let parameters = [3.5, -0.4, -0.7, -0.1, -0.3, 0.2, -0.6]

  private func density(_ prior: InteractionThreshold.Prior) throws -> InteractionThresholdDensity {
    InteractionThresholdDensity(
      CountTable(try CaptureHistories(parsing: Self.text)), model: .allPairs(lists: 3), prior: prior)
  }

  @Test(arguments: [InteractionThreshold.Prior.normal, .flat])
  func `the density is its formula, cell by cell`(_ prior: InteractionThreshold.Prior) throws {
    let density = try density(prior)
    let table = CountTable(try CaptureHistories(parsing: Self.text))
    var expected = 0.0
    for cell in 1..<8 {
      let inside = density.terms.indices.filter { density.terms[$0] & cell == density.terms[$0] }
      let logMean = inside.reduce(0) { $0 + parameters[$1] }
      expected += table.counts[cell] * logMean - exp(logMean)
    }
    for (index, term) in density.terms.enumerated() where prior == .normal {
      expected -= 0.5 * (term.nonzeroBitCount < 2 ? 1e-4 : 1) * parameters[index] * parameters[index]
    }
    var sums = [Double](repeating: 0, count: 8)
    #expect(abs(density.value(at: parameters, sums: &sums) - expected) < 1e-9)
    #expect(abs(density.value(at: parameters, sums: &sums, needsAllSums: true) - expected) < 1e-9)
    // Z of a term: the means of all cells that contain it.
    for term in density.terms {
      let means = (1..<8).filter { $0 & term == term }.reduce(0.0) { sum, cell in
        sum + exp(density.terms.indices.reduce(0) { density.terms[$1] & ~cell == 0 ? $0 + parameters[$1] : $0 })
      }
      #expect(relativeError(sums[term], means) < 1e-12)
    }
    #expect(density.value(at: parameters.map { $0 + 800 }, sums: &sums) == -.infinity)
  }

  @Test(arguments: [InteractionThreshold.Prior.normal, .flat])
  func `no step from the mode leads up, and the factor there is that of the curvature`(
    _ prior: InteractionThreshold.Prior
  ) throws {
    let density = try density(prior)
    let (mode, factor) = try #require(density.mode())
    var sums = [Double](repeating: 0, count: 8)
    let height = density.value(at: mode, sums: &sums)
    let at = { (index: Int, step: Double) -> Double in
      var (moved, sums) = (mode, [Double](repeating: 0, count: 8))
      moved[index] += step
      return density.value(at: moved, sums: &sums)
    }
    for index in mode.indices {
      #expect(at(index, 1e-3) < height && at(index, -1e-3) < height)
      // A unit vector times the information, by solving: (A⁻¹ e)' A = e.
      let curvature = (at(index, 1e-3) + at(index, -1e-3) - 2 * height) / -1e-6
      var unit = [Double](repeating: 0, count: mode.count)
      unit[index] = 1
      let column = factor.solved(unit)
      #expect(curvature > 0 && column[index] >= 0.999 / curvature)
    }
  }

  @Test func `with a flat prior and all pairs the mode is the table itself`() throws {
    let (mode, _) = try #require(try density(.flat).mode())
    // As many parameters as cells: hidden is 30 · 25 · 40 · 6 / (12 · 9 · 14).
    #expect(abs(mode[0] - log(30.0 * 25 * 40 * 6 / (12 * 9 * 14))) < 1e-8)
  }

  @Test func `posterior means of interactions lie at the mode, but for the skewness`() async throws {
    let (mode, _) = try #require(try density(.flat).mode())
    let table = try CaptureHistories(parsing: Self.text)
    let posterior = try await table.interactionThreshold(prior: .flat, cutoff: 0, draws: 5000, seed: 6)
    for (term, value) in zip(posterior.terms, mode.suffix(3)) {
      #expect(abs(term.mean - value) < 0.3 * term.deviation && term.deviation > 0.3 && term.deviation < 1)
    }
  }

  @Test func `an interaction without anybody has a parameter under the normal prior only`() throws {
    let table = CountTable(
      try CaptureHistories(parsing: "A,B,C,count\n1,0,0,30\n0,1,0,25\n0,0,1,40\n1,0,1,9\n0,1,1,14\n"))
    let terms = { (prior: InteractionThreshold.Prior) in
      InteractionThresholdDensity(table, model: .allPairs(lists: 3), prior: prior).terms
    }
    #expect(terms(.normal) == [0, 1, 2, 4, 3, 5, 6] && terms(.flat) == [0, 1, 2, 4, 5, 6])
    #expect(InteractionThreshold.Prior.normal.precision(order: 1) == 1e-4)
    #expect(
      InteractionThreshold.Prior.normal.precision(order: 2) == 1
        && InteractionThreshold.Prior.flat.precision(order: 2) == 0)
  }

  @Test func `a Cholesky factor solves, and there is none of a matrix that is singular`() throws {
    let matrix: [[Double]] = [[4, 2, 1], [2, 5, 3], [1, 3, 6]]
    let factor = try #require(CholeskyFactor(matrix))
    let x = factor.solved([1, 2, 3])
    for i in 0..<3 { #expect(abs((0..<3).reduce(0) { $0 + matrix[i][$1] * x[$1] } - Double(i + 1)) < 1e-14) }
    // White noise u becomes x with covariance A⁻¹: Σ x x' over unit vectors u is A⁻¹.
    var inverse = [[Double]](repeating: [0, 0, 0], count: 3)
    for unit in 0..<3 {
      var u = [0.0, 0, 0]
      u[unit] = 1
      factor.solveTransposed(&u)
      for i in 0..<3 { for j in 0..<3 { inverse[i][j] += u[i] * u[j] } }
    }
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(abs((0..<3).reduce(0) { $0 + matrix[i][$1] * inverse[$1][j] } - (i == j ? 1 : 0)) < 1e-14)
      }
    }
    #expect(CholeskyFactor([[1, 2], [2, 4]]) == nil && CholeskyFactor([[1, 2], [2, 1]]) == nil)
  }

  @Test func `terms that stay are those far enough from zero, and what is next to the rule has an alternative`()
    async throws
  {
    let table = try CaptureHistories(parsing: Self.text)
    let posterior = try await table.interactionThreshold(cutoff: 1, draws: 2000, seed: 4)
    #expect(posterior.terms.map(\.lists) == [3, 5, 6] && posterior.cutoff == 1 && posterior.observed == 136)
    for term in posterior.terms {
      #expect(term.isRetained == (term.ratio >= 1) && abs(term.ratio - abs(term.mean) / term.deviation) < 1e-15)
    }
    #expect(
      posterior.model == HierarchicalModel(lists: 3, generators: posterior.terms.filter(\.isRetained).map(\.lists)))
    #expect(
      posterior.chains.count == 4 && posterior.chains.allSatisfy { $0.count == 2000 && $0.allSatisfy { $0 > 136 } })
    let near = posterior.terms.filter { abs($0.ratio - 1) < 0.1 }
    #expect(posterior.alternatives.map(\.term) == near)
    let all = try await table.interactionThreshold(order: 3, cutoff: 0, draws: 1000, seed: 4)
    #expect(all.terms.map(\.lists) == [3, 5, 6, 7] && all.model.notation == "[123]")
    let none = try await table.interactionThreshold(order: 3, cutoff: 100, draws: 1000, seed: 4)
    #expect(none.model == .mainEffects(lists: 3) && none.terms.count == 3)
  }

  @Test func `independent lists have the posterior of their three gamma variables`() async throws {
    // Two lists and no interaction: hidden is m10 m01 / m11 with independent gamma means, 20 · 30 / (25 − 1) on average.
    let table = try CaptureHistories(parsing: "A,B,count\n1,0,20\n0,1,30\n1,1,25\n")
    let posterior = try await table.interactionThreshold(cutoff: 1e9, draws: 20_000, seed: 2)
    #expect(posterior.model == .mainEffects(lists: 2))
    let hidden = posterior.chains.flatMap { $0 }.map { $0 - 75 }
    #expect(relativeError(hidden.reduce(0, +) / Double(hidden.count), 25) < 0.02)
    let logs = hidden.map { log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count)
    // Trigamma of 20, 30 and 25 together.
    #expect(relativeError(variance, 0.05127 + 0.03390 + 0.04081) < 0.06)
  }
}
