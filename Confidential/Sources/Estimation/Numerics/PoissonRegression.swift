/// Poisson regression with a log link and any design: log m = X b.
///
/// Newton's method from m = y + 0.1 with steps halved while the likelihood falls by more than rounding (1e-10 of itself),
/// down to 1e-8 of the step, until the linear predictor moves by less than 1e-12, or by less than 1e-8 and no longer less
/// than before. Fits that exist take 5 to 20 iterations; after 200 the linear programme says why there is none.
struct PoissonRegression: Equatable, Sendable {
  let coefficients: [Double]
  /// Inverse of X' diag(m) X at the maximum.
  let covariance: [[Double]]
  let means: [Double]
  /// Σ (y log m − m − log y!).
  let logLikelihood: Double
  let deviance: Double

  enum Failure: Error, Equatable {
    /// The likelihood has no maximum at finite values.
    case noMaximum
    /// Columns of the design depend on each other.
    case notIdentifiable
  }

  /// - Throws: `noMaximum`, or `notIdentifiable` when columns depend on each other or there are none.
  init(design: [[Double]], counts: [Double]) throws(Failure) {
    guard let columns = design.first?.count, columns > 0 else { throw .notIdentifiable }
    var working = Working(design: design, counts: counts, columns: columns)
    guard working.start() else { throw .notIdentifiable }
    guard working.iterate() else {
      throw DesignExistence.hasMaximum(design: design, counts: counts) ? .notIdentifiable : .noMaximum
    }
    coefficients = working.coefficients
    means = working.means
    guard let inverse = SymmetricMatrix.inverse(working.information()) else { throw .notIdentifiable }
    covariance = inverse
    var likelihood = 0.0
    var distance = 0.0
    for (y, m) in zip(counts, means) {
      likelihood += (y > 0 ? y * log(m) : 0) - m - logGamma(y + 1)
      distance += 2 * ((y > 0 ? y * log(y / m) : 0) - y + m)
    }
    logLikelihood = likelihood
    deviance = max(0, distance)
  }

  /// The state of the iteration.
  private struct Working {
    let design: [[Double]]
    let counts: [Double]
    let columns: Int
    var coefficients: [Double] = []
    var means: [Double] = []

    init(design: [[Double]], counts: [Double], columns: Int) {
      self.design = design
      self.counts = counts
      self.columns = columns
    }

    mutating func start() -> Bool {
      means = counts.map { $0 + 0.1 }
      var right = [Double](repeating: 0, count: columns)
      for (row, x) in design.enumerated() {
        let weighted = means[row] * log(means[row])
        for j in 0..<columns { right[j] += x[j] * weighted }
      }
      guard let solution = SymmetricMatrix.solve(information(), right) else { return false }
      coefficients = solution
      return true
    }

    /// False when the steps do not shrink.
    mutating func iterate() -> Bool {
      var objective = evaluate(coefficients)
      var previous = Double.infinity
      for _ in 0..<200 {
        var score = [Double](repeating: 0, count: columns)
        for (row, x) in design.enumerated() {
          let residual = counts[row] - means[row]
          for j in 0..<columns { score[j] += x[j] * residual }
        }
        guard let step = SymmetricMatrix.solve(information(), score) else { return false }
        let start = coefficients
        var fraction = 1.0
        var next = evaluate(zip(start, step).map { $0 + $1 })
        while !(next >= objective - 1e-10 * abs(objective)), fraction > 1e-8 {
          fraction /= 2
          next = evaluate(zip(start, step).map { $0 + fraction * $1 })
        }
        objective = next
        // The change of the linear predictor is free of the scale of the columns.
        let change = design.map { x in abs(zip(x, step).reduce(0) { $0 + $1.0 * $1.1 }) }.max() ?? 0
        if change < 1e-12 || (change < 1e-8 && change >= previous) { return true }
        previous = change
      }
      return false
    }

    func information() -> [[Double]] {
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: columns), count: columns)
      for (row, x) in design.enumerated() {
        for i in 0..<columns where x[i] != 0 {
          let weighted = means[row] * x[i]
          for j in i..<columns { matrix[i][j] += weighted * x[j] }
        }
      }
      for i in 0..<columns { for j in 0..<i { matrix[i][j] = matrix[j][i] } }
      return matrix
    }

    /// Moves to these coefficients; returns Σ (y log m − m).
    mutating func evaluate(_ coefficients: [Double]) -> Double {
      self.coefficients = coefficients
      var sum = 0.0
      for (row, x) in design.enumerated() {
        let predictor = zip(x, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        means[row] = exp(predictor)
        sum += counts[row] * predictor - means[row]
      }
      return sum
    }
  }
}

/// Small symmetric positive definite systems, by Cholesky's method. Nil where a pivot is at rounding: the matrix has no full
/// rank, or is not positive.
enum SymmetricMatrix {
  /// The lower triangle L with LL' = matrix; nil when a pivot is below 1e-13 times its diagonal.
  private static func factor(_ matrix: [[Double]]) -> [[Double]]? {
    var lower = matrix
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 1e-13 * matrix[i][i], sum > 0 else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    return lower
  }

  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    factor(matrix).map { substitute($0, right) }
  }

  static func inverse(_ matrix: [[Double]]) -> [[Double]]? {
    guard let lower = factor(matrix) else { return nil }
    return matrix.indices.map { column in
      substitute(lower, matrix.indices.map { $0 == column ? 1 : 0 })
    }
  }

  private static func substitute(_ lower: [[Double]], _ right: [Double]) -> [Double] {
    var x = right
    for i in x.indices {
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in x.indices.reversed() {
      for k in (i + 1)..<max(x.count, i + 1) { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }
}
