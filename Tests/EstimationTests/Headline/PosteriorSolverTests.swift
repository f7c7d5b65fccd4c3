@testable import Estimation
import Testing

struct PosteriorSolverTests {
  private static func table(_ lists: Int, _ counts: [Double]) -> CountTable {
    var table = CountTable(lists: lists)
    table.load((1..<UInt32(1 << lists)).map { $0 }, fractional: counts)
    return table
  }

  @Test func `two independent lists are Lincoln and Petersen, with the variance of the logarithm`() throws {
    let mode = try #require(PosteriorSolver(Self.table(2, [200, 150, 30])).mode(pairs: [], differences: 0))
    #expect(abs(mode.intercept - log(200.0 * 150 / 30)) < 1e-9)
    #expect(abs(mode.variance - (1.0 / 200 + 1.0 / 150 + 1.0 / 30)) < 1e-9)
  }

  @Test func `independent lists with whatever prior give what maximum likelihood gives`() throws {
    let table = try Fixture.table("UKdat_5")
    let fit = try HierarchicalModel.mainEffects(lists: 5).fitted(to: table)
    let mode = try #require(PosteriorSolver(CountTable(table)).mode(pairs: [], differences: 0))
    #expect(abs(mode.intercept - fit.parameters[0]) < 1e-7)
    #expect(abs(mode.variance - fit.interceptVariance) < 1e-6)
  }

  /// The expected counts of a population that differs on the logit scale, by a sum over two thousand points.
  private static func expected(_ centres: [Double], variance: Double, persons: Double) -> [Double] {
    let nodes = (-1000...1000).map { Double($0) / 125 }
    let total = nodes.reduce(0) { $0 + exp(-$1 * $1 / 2) }
    return (0..<(1 << centres.count)).map { cell in
      persons
        * nodes.reduce(0) { sum, node in
          var chance = exp(-node * node / 2) / total
          for (list, centre) in centres.enumerated() {
            let on = 1 / (1 + exp(-centre - variance.squareRoot() * node))
            chance *= cell & (1 << list) != 0 ? on : 1 - on
          }
          return sum + chance
        }
    }
  }

  @Test(arguments: [0.1, 1.3, 2.5])
  func `a population that differs is found back from its expected counts`(_ variance: Double) throws {
    let centres = [-1.5, -2.0, -2.5, -3.2]
    let cells = Self.expected(centres, variance: variance, persons: 100_000)
    let solver = PosteriorSolver(Self.table(4, Array(cells.dropFirst())))
    let mode = try #require(solver.mode(pairs: [], differences: variance))
    #expect(abs(mode.intercept - log(cells[0])) < 1e-4)
    for (coefficient, centre) in zip(mode.coefficients, centres) { #expect(abs(coefficient - centre) < 1e-4) }
  }

  @Test func `the evidence is what summing over the interaction gives`() throws {
    // Three lists of which one pair hangs together: the evidence of the pair against none, by Laplace at each value of
    // the interaction and a sum over these, in steps of 0.02 from −8 to 8.
    let table = Self.table(3, [180, 120, 60, 70, 21, 12, 8])
    let solver = PosteriorSolver(table)
    let none = try #require(solver.mode(pairs: [], differences: 0))
    let pair = try #require(solver.mode(pairs: [3], differences: 0))
    var sum = 0.0
    let step = 0.02
    for index in -400...400 {
      let interaction = Double(index) * step
      let density =
        exp(-interaction * interaction / (2 * PosteriorSolver.deviation * PosteriorSolver.deviation))
        / (2 * Double.pi).squareRoot() / PosteriorSolver.deviation
      sum += density * step * exp(Self.evidence(table, interaction) - Self.evidence(table, 0))
    }
    #expect(abs(log(sum) - (pair.evidence - none.evidence)) < 0.05)
  }

  /// Of the model in which lists 1 and 2 have this interaction, by Newton's method on a plain design.
  private static func evidence(_ table: CountTable, _ interaction: Double) -> Double {
    var values = [log(table.observed), -1, -1, -1]
    var determinant = 0.0
    for _ in 0..<60 {
      var (gradient, information) = ([Double](repeating: 0, count: 4), [[Double]](repeating: [0, 0, 0, 0], count: 4))
      for cell in 1..<8 {
        let row = [1.0] + (0..<3).map { cell & (1 << $0) != 0 ? 1.0 : 0.0 }
        let mean = exp(zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } + (cell & 3 == 3 ? interaction : 0))
        for i in 0..<4 {
          gradient[i] += row[i] * (table.counts[cell] - mean)
          for j in 0..<4 { information[i][j] += row[i] * row[j] * mean }
        }
      }
      (values, determinant) = stepped(values, information, gradient)
    }
    var likelihood = 0.0
    for cell in 1..<8 {
      let row = [1.0] + (0..<3).map { cell & (1 << $0) != 0 ? 1.0 : 0.0 }
      let predictor = zip(row, values).reduce(0) { $0 + $1.0 * $1.1 } + (cell & 3 == 3 ? interaction : 0)
      likelihood += table.counts[cell] * predictor - exp(predictor)
    }
    return likelihood - determinant / 2
  }

  /// One step, and the logarithm of the determinant of the information, by Gaussian elimination.
  private static func stepped(
    _ values: [Double], _ information: [[Double]], _ gradient: [Double]
  ) -> ([Double], Double) {
    var matrix = zip(information, gradient).map { $0 + [$1] }
    var determinant = 0.0
    for i in 0..<4 {
      determinant += log(matrix[i][i])
      for k in 0..<4 where k != i {
        let factor = matrix[k][i] / matrix[i][i]
        for j in 0..<5 { matrix[k][j] -= factor * matrix[i][j] }
      }
    }
    return (values.indices.map { values[$0] + min(max(matrix[$0][4] / matrix[$0][$0], -1), 1) }, determinant)
  }
}
