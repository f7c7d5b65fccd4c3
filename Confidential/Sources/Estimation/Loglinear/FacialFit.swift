/// The maximum of a log-linear model in the limit, where the likelihood has none at finite parameters.
///
/// Where some cells cannot have a mean above nought and keep the observed sums, the likelihood rises for ever as their
/// means fall to nought. In the limit they are nought, and on the cells that are left, the face, the model has a maximum
/// whose means are unique. The total follows from it when the constant can be told from the other terms on the face alone:
/// then no way of going to the limit moves the hidden number. Otherwise the hidden number goes to nought, to infinity, or
/// depends on the way, and there is no estimate.
///
/// A list that is a copy of another, or lies within it, is of this kind: the model in which the two hang together has an
/// estimate, that of the longer list beside the others.
///
/// - SeeAlso: Geyer 2009; Fienberg & Rinaldo 2012; Wang, Rauh & Massam 2019.
struct FacialFit {
  let maximum: LoglinearSolver.Maximum
  let face: Face
  /// Terms whose parameters can be told apart on the face, the constant last, with their values; the others are nought.
  let parameters: [(term: Int, value: Double)]

  /// How many cells a model allows persons in, of those without a term at minus infinity.
  struct Face: Equatable, Sendable {
    let cells: Int
    let all: Int
  }

  /// Nil where the total is not determined.
  init?(terms: [UInt32], table: CountTable) {
    let problem = ExistenceProblem(terms: terms, table: table)
    // What cannot be told apart on all cells cannot on fewer: this spares most linear programmes.
    guard problem.independentColumns(on: problem.cells).last == 0 else { return nil }
    let (rows, target) = problem.programme
    guard let isOn = ExistenceProgramme.face(rows: rows, columns: problem.columns.count, target: target) else {
      return nil
    }
    let face = zip(problem.cells, isOn).filter(\.1).map(\.0)
    let independent = problem.independentColumns(on: face)
    guard independent.last == 0 else { return nil }
    // A maximum at finite parameters that Newton's method lost among numbers too far apart is no face.
    guard face.count < problem.cells.count || independent.count < problem.columns.count else { return nil }
    let design = face.map { cell in independent.map { cell & $0 == $0 ? 1.0 : 0 } }
    let counts = face.map { table.counts[$0] }
    guard let fit = try? PoissonRegression(design: design, counts: counts), let constant = fit.coefficients.last,
      let variance = fit.covariance.last?.last
    else { return nil }
    // Without the factorials, as the solver has it: sum of N log m − m.
    let logLikelihood = zip(counts, fit.means).reduce(0) { $1.0 > 0 ? $0 + $1.0 * log($1.1) - $1.1 : $0 - $1.1 }
    maximum = LoglinearSolver.Maximum(
      logLikelihood: logLikelihood, intercept: constant, interceptVariance: variance, iterations: 0)
    self.face = Face(cells: face.count, all: problem.cells.count)
    parameters = zip(independent, fit.coefficients).map { (term: $0, value: $1) }
  }
}

extension LoglinearSolver {
  /// The maximum of the last fit, or that on a face where the fit had none and the total is determined.
  ///
  /// - Parameter least: Of no use below this log-likelihood; spares the linear programme where it cannot be reached.
  func maximum(
    _ outcome: Outcome, _ terms: [UInt32], _ table: CountTable, atLeast least: Double = -.infinity
  ) -> (maximum: Maximum, face: FacialFit.Face?)? {
    switch outcome {
    case .converged(let maximum): return (maximum, nil)
    case .noMaximum, .notIdentifiable:
      guard supremum >= least, let fit = FacialFit(terms: terms, table: table) else { return nil }
      return (fit.maximum, fit.face)
    }
  }
}
