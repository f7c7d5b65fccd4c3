/// The posterior density of the parameters of a log-linear model, up to a constant.
///
///     log p(a | N) = Σ_q a_q N*_q − Σ_w m_w − ½ Σ_q τ_q a_q²,    log m_w = Σ a_q over q in the model, q inside w
///
/// over the non-empty cells w: a Poisson likelihood with independent normal priors of precision τ. It is concave in a.
/// A term at minus infinity takes every cell that contains it away and has no parameter.
struct InteractionThresholdDensity: Sendable {
  /// The terms with a parameter, the constant first.
  let terms: [Int]
  private let lists: Int
  private let observed: Double
  private let margins: [Double]
  private let precisions: [Double]
  /// Factors of the cells before the parameters: one, and zero for a term at minus infinity.
  private let blank: [Double]

  init(_ table: CountTable, model: HierarchicalModel, prior: InteractionThreshold.Prior) {
    let absent = model.terms.filter { term in
      term != 0 && table.margins[Int(term)] == 0 && (prior == .flat || term.nonzeroBitCount == 1)
    }
    lists = table.lists
    observed = table.observed
    terms = model.terms.filter { term in !absent.contains { term & $0 == $0 } }.map(Int.init)
    margins = terms.map { table.margins[$0] }
    precisions = terms.map { prior.precision(order: $0.nonzeroBitCount) }
    var blank = [Double](repeating: 1, count: table.cells)
    for term in absent { blank[Int(term)] = 0 }
    self.blank = blank
  }

  /// The log density; minus infinity where the means overflow. Leaves the sums Z_q of the means over the cells that
  /// contain q in `sums`.
  func value(at parameters: [Double], sums: inout [Double], needsAllSums: Bool = false) -> Double {
    for cell in blank.indices { sums[cell] = blank[cell] }
    var value = 0.0
    for (index, term) in terms.enumerated() {
      let a = parameters[index]
      sums[term] = exp(a)
      value += a * (margins[index] - 0.5 * precisions[index] * a)
    }
    sums.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      CubeTransform.subsetProducts(base, lists: lists)
      base[0] = 0
      if needsAllSums { CubeTransform.supersetSums(base, lists: lists) }
    }
    value -= needsAllSums ? sums[0] : sums.reduce(0, +)
    return value.isFinite ? value : -.infinity
  }

  /// The parameters where the density is highest, by Newton's method with halved steps from independent lists, and the
  /// factor of the information there; nil when the steps do not settle, as they cannot without a proper posterior.
  ///
  /// No parameter moves by more than 3 in a step, a factor of twenty in a mean. A step is halved while the density falls
  /// by more than rounding (1e-12 of it), to 1e-8 of itself; below 1e-9 it has settled, after which one Newton step more
  /// would be at rounding. 500 steps are far more than a concave density takes.
  func mode() -> (parameters: [Double], factor: CholeskyFactor)? {
    var parameters = [Double](repeating: 0, count: terms.count)
    for (index, term) in terms.enumerated() where term.nonzeroBitCount < 2 {
      parameters[index] = term == 0 ? log(observed) : log(margins[index] / observed)
    }
    var sums = blank
    var height = value(at: parameters, sums: &sums, needsAllSums: true)
    for _ in 0..<500 {
      guard let factor = CholeskyFactor(information(sums)) else { return nil }
      let score = terms.indices.map { margins[$0] - sums[terms[$0]] - precisions[$0] * parameters[$0] }
      let step = factor.solved(score)
      let largest = step.reduce(0) { max($0, abs($1)) }
      guard largest.isFinite else { return nil }
      if largest < 1e-9 { return (parameters, factor) }
      var fraction = min(1, 3 / largest)
      while true {
        let next = terms.indices.map { parameters[$0] + fraction * step[$0] }
        let reached = value(at: next, sums: &sums, needsAllSums: true)
        if reached >= height - 1e-12 * abs(height) || fraction < 1e-8 {
          (parameters, height) = (next, reached)
          break
        }
        fraction /= 2
      }
    }
    return nil
  }

  /// Minus the second derivatives: Z at the union of two terms, and the precision on the diagonal.
  private func information(_ sums: [Double]) -> [[Double]] {
    terms.enumerated().map { row, term in
      terms.enumerated().map { column, other in sums[term | other] + (row == column ? precisions[row] : 0) }
    }
  }
}

/// The lower triangle L of A = L L'.
struct CholeskyFactor: Sendable {
  let size: Int
  /// Row by row, `size` wide.
  private let rows: [Double]

  /// Nil for a matrix that is not positive definite within rounding: a pivot below 1e-12 of its diagonal.
  init?(_ matrix: [[Double]]) {
    let size = matrix.count
    var rows = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= rows[i * size + k] * rows[j * size + k] }
        if i == j {
          guard sum > 1e-12 * matrix[i][i], sum > 0 else { return nil }
          rows[i * size + i] = sum.squareRoot()
        } else {
          rows[i * size + j] = sum / rows[j * size + j]
        }
      }
    }
    self.size = size
    self.rows = rows
  }

  /// x with A x = b.
  func solved(_ right: [Double]) -> [Double] {
    var x = right
    for i in 0..<size {
      for k in 0..<i { x[i] -= rows[i * size + k] * x[k] }
      x[i] /= rows[i * size + i]
    }
    solveTransposed(&x)
    return x
  }

  /// Replaces u by x with L' x = u: white noise becomes noise with covariance A⁻¹.
  func solveTransposed(_ x: inout [Double]) {
    var i = size - 1
    while i >= 0 {
      x[i] /= rows[i * size + i]
      for k in 0..<i { x[k] -= rows[i * size + k] * x[i] }
      i -= 1
    }
  }
}
