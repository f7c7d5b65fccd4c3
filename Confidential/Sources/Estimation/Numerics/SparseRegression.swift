/// The rows of a design in which most entries are zero: for each row its columns, ascending, and their values.
struct SparseRows: Sendable {
  private(set) var starts: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var values: [Double] = []
  let width: Int

  init(width: Int) { self.width = width }

  var count: Int { starts.count - 1 }

  mutating func append(_ column: Int32, _ value: Double) {
    columns.append(column)
    values.append(value)
  }

  mutating func endRow() { starts.append(columns.count) }
}

/// Poisson regression with a log link on a sparse design.
///
/// A column without negative entries whose total Σ x y is zero has its maximum at minus infinity: the rows in which it
/// stands have mean zero exactly and are left out, as for log-linear models of lists alone; the parameter still counts.
/// Newton's method with steps halved while the likelihood falls, until the step is at rounding; limits as in
/// `PoissonRegression`.
struct SparseRegression: Equatable, Sendable {
  /// Minus infinity where a column is at the boundary.
  let coefficients: [Double]
  let means: [Double]
  /// Σ (y log m − m − log y!).
  let logLikelihood: Double

  /// - Parameter start: Coefficients to start from; nil, or where they lead nowhere, weighted least squares of
  ///   log(y + 0.1).
  /// - Throws: `noMaximum` when steps do not shrink, `notIdentifiable` when columns depend on each other.
  init(_ rows: SparseRows, counts: [Double], start: [Double]? = nil) throws(PoissonRegression.Failure) {
    var working = Working(rows, counts)
    var isDone = false
    if let start { isDone = working.begin(at: start) && working.iterate() }
    if !isDone {
      guard working.begin() else { throw .notIdentifiable }
      guard working.iterate() else { throw working.isSingular ? .notIdentifiable : .noMaximum }
    }
    coefficients = working.allCoefficients
    means = working.means
    logLikelihood = working.objective - counts.reduce(0) { $0 + ($1 > 0 ? logGamma($1 + 1) : 0) }
  }

}

extension SparseRows {
  /// What each row has as mean with these coefficients.
  func means(_ coefficients: [Double]) -> [Double] {
    (0..<count).map { row in
      exp((starts[row]..<starts[row + 1]).reduce(0) { $0 + coefficients[Int(columns[$1])] * values[$1] })
    }
  }
}

extension SparseRegression {
  /// The state of the iteration, on the columns and rows that are not at the boundary.
  private struct Working {
    private let starts: [Int]
    private let columns: [Int32]
    private let values: [Double]
    private let counts: [Double]
    private let isKept: [Bool]
    /// By column of the design: its place among the columns kept.
    private let places: [Int?]
    private let size: Int
    private var coefficients: [Double]
    private(set) var means: [Double]
    private(set) var objective = -Double.infinity
    private(set) var isSingular = false

    init(_ rows: SparseRows, _ counts: [Double]) {
      var totals = [Double](repeating: 0, count: rows.width)
      var isNegative = [Bool](repeating: false, count: rows.width)
      for row in 0..<rows.count {
        for entry in rows.starts[row]..<rows.starts[row + 1] {
          totals[Int(rows.columns[entry])] += rows.values[entry] * counts[row]
          if rows.values[entry] < 0 { isNegative[Int(rows.columns[entry])] = true }
        }
      }
      let isRemoved = totals.indices.map { totals[$0] == 0 && !isNegative[$0] }
      var next = 0
      places = isRemoved.map { removed in
        if removed { return nil }
        defer { next += 1 }
        return next
      }
      size = next
      let places = places
      isKept = (0..<rows.count).map { row in
        (rows.starts[row]..<rows.starts[row + 1]).allSatisfy {
          rows.values[$0] == 0 || places[Int(rows.columns[$0])] != nil
        }
      }
      (starts, values) = (rows.starts, rows.values)
      columns = rows.columns.map { Int32(places[Int($0)] ?? 0) }
      self.counts = counts
      coefficients = [Double](repeating: 0, count: size)
      means = [Double](repeating: 0, count: counts.count)
    }

    var allCoefficients: [Double] { places.map { $0.map { coefficients[$0] } ?? -.infinity } }

    mutating func begin(at start: [Double]) -> Bool {
      for (column, place) in places.enumerated() {
        if let place { coefficients[place] = start[column].isFinite ? start[column] : 0 }
      }
      objective = evaluate(coefficients)
      return objective.isFinite && objective > -1e300
    }

    mutating func begin() -> Bool {
      var right = [Double](repeating: 0, count: size)
      for row in isKept.indices where isKept[row] {
        means[row] = counts[row] + 0.1
        let weighted = means[row] * log(means[row])
        for entry in starts[row]..<starts[row + 1] { right[Int(columns[entry])] += values[entry] * weighted }
      }
      guard let solution = PackedMatrix.solve(information(), right) else { return false }
      objective = evaluate(solution)
      return true
    }

    mutating func iterate() -> Bool {
      isSingular = false
      var previous = Double.infinity
      for _ in 0..<200 {
        var score = [Double](repeating: 0, count: size)
        for row in isKept.indices where isKept[row] {
          let residual = counts[row] - means[row]
          for entry in starts[row]..<starts[row + 1] { score[Int(columns[entry])] += values[entry] * residual }
        }
        guard let step = PackedMatrix.solve(information(), score) else {
          isSingular = true
          return false
        }
        let start = coefficients
        let before = objective
        var fraction = 1.0
        objective = evaluate(zip(start, step).map { $0 + $1 })
        while !(objective >= before - 1e-10 * abs(before)), fraction > 1e-8 {
          fraction /= 2
          objective = evaluate(zip(start, step).map { $0 + fraction * $1 })
        }
        let change = largestChange(step)
        if change < 1e-12 || (change < 1e-8 && change >= previous) { return true }
        previous = change
      }
      return false
    }

    /// Of the linear predictor, which is free of the scale of the columns.
    private func largestChange(_ step: [Double]) -> Double {
      var largest = 0.0
      for row in isKept.indices where isKept[row] {
        var change = 0.0
        for entry in starts[row]..<starts[row + 1] { change += values[entry] * step[Int(columns[entry])] }
        largest = max(largest, abs(change))
      }
      return largest
    }

    private func information() -> [Double] {
      var matrix = [Double](repeating: 0, count: size * size)
      matrix.withUnsafeMutableBufferPointer { matrix in
        columns.withUnsafeBufferPointer { columns in
          values.withUnsafeBufferPointer { values in
            for row in isKept.indices where isKept[row] && means[row] > 0 {
              let end = starts[row + 1]
              for first in starts[row]..<end {
                let weighted = means[row] * values[first]
                let base = Int(columns[first]) * size
                for second in first..<end { matrix[base + Int(columns[second])] += weighted * values[second] }
              }
            }
          }
        }
      }
      return matrix
    }

    /// Moves to these coefficients; returns Σ (y log m − m).
    private mutating func evaluate(_ next: [Double]) -> Double {
      coefficients = next
      var sum = 0.0
      for row in isKept.indices where isKept[row] {
        var predictor = 0.0
        for entry in starts[row]..<starts[row + 1] { predictor += values[entry] * next[Int(columns[entry])] }
        means[row] = exp(predictor)
        sum += counts[row] * predictor - means[row]
      }
      return sum
    }
  }
}

/// A symmetric positive definite matrix, row after row, of which the upper triangle is given.
enum PackedMatrix {
  /// The solution by Cholesky's method; nil when a pivot is below 1e-12 times its diagonal.
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    let size = right.count
    var upper = matrix
    var x = right
    let isRegular = upper.withUnsafeMutableBufferPointer { u in
      for k in 0..<size {
        let diagonal = matrix[k * size + k]
        let pivot = u[k * size + k]
        guard pivot > 1e-12 * diagonal, pivot > 0 else { return false }
        for i in (k + 1)..<max(size, k + 1) {
          let factor = u[k * size + i] / pivot
          guard factor != 0 else { continue }
          for j in i..<size { u[i * size + j] -= factor * u[k * size + j] }
          x[i] -= factor * x[k]
        }
      }
      for k in (0..<size).reversed() {
        var sum = x[k]
        for j in (k + 1)..<max(size, k + 1) { sum -= u[k * size + j] * x[j] }
        x[k] = sum / u[k * size + k]
      }
      return true
    }
    return isRegular ? x : nil
  }
}
