@testable import Estimation

/// Poisson regression as a textbook writes it, dense and slow: the oracle beside the fast solver.
///
/// With `stoppingEarly` it stops as R's `glm` does, when the deviance changes by less than 1e-8 relatively, and keeps the
/// weights of the iteration before the last one for the covariance. Published standard errors made with R carry that.
struct PlainRegression {
  var coefficients: [Double]
  var covariance: [[Double]]
  var iterations: Int

  init(design: [[Double]], counts: [Double], stoppingEarly: Bool) {
    let p = design[0].count
    var eta = counts.map { log($0 + 0.1) }
    var means = counts.map { $0 + 0.1 }
    var deviance = Double.infinity
    coefficients = []
    covariance = []
    iterations = 0
    for iteration in 1...(stoppingEarly ? 25 : 100) {
      iterations = iteration
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
      var right = [Double](repeating: 0, count: p)
      for (row, x) in design.enumerated() {
        let response = eta[row] + (counts[row] - means[row]) / means[row]
        for i in 0..<p {
          right[i] += x[i] * means[row] * response
          for j in 0..<p { matrix[i][j] += x[i] * x[j] * means[row] }
        }
      }
      covariance = Self.inverse(matrix)
      coefficients = covariance.map { zip($0, right).reduce(0) { $0 + $1.0 * $1.1 } }
      eta = design.map { zip($0, coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
      means = eta.map { exp($0) }
      let previous = deviance
      deviance = zip(counts, means).reduce(0) { sum, pair in
        sum + 2 * ((pair.0 > 0 ? pair.0 * log(pair.0 / pair.1) : 0) - pair.0 + pair.1)
      }
      if stoppingEarly, abs(deviance - previous) / (abs(deviance) + 0.1) < 1e-8 { break }
    }
  }

  /// The design of a hierarchical model on the cells that are not zero by construction.
  static func design(_ model: HierarchicalModel, _ table: CaptureHistories) -> (rows: [[Double]], counts: [Double]) {
    let empty = model.terms.filter { $0 != 0 && table.margin(of: $0) == 0 }
    let terms = model.terms.filter { !empty.contains($0) }
    let cells = (1..<(UInt32(1) << UInt32(table.lists.count))).filter { cell in !empty.contains { cell & $0 == $0 } }
    return (cells.map { cell in terms.map { cell & $0 == $0 ? 1 : 0 } }, cells.map { Double(table.count(of: $0)) })
  }

  private static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    let n = matrix.count
    var rows = matrix.enumerated().map { index, row in row + (0..<n).map { $0 == index ? 1.0 : 0.0 } }
    for column in 0..<n {
      let pivot = (column..<n).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      let divisor = rows[column][column]
      rows[column] = rows[column].map { $0 / divisor }
      for row in 0..<n where row != column && rows[row][column] != 0 {
        let factor = rows[row][column]
        for k in 0..<(2 * n) { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return rows.map { Array($0[n...]) }
  }
}
