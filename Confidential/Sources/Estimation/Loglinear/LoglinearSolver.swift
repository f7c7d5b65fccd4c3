/// Fits hierarchical Poisson log-linear models by Newton's method, in memory that is made once.
///
/// With Z_q the sum of the fitted means over the cells containing q, the score of a_q is N*_q − Z_q and the information
/// of (a_q, a_r) is Z at the union of q and r, because the design is 0/1 and hierarchical. So one iteration is: a
/// product over subsets (the means, from exponents of the parameters alone), a sum over supersets (all Z at once), and
/// one small symmetric system. No design matrix exists.
///
/// A term with N*_q = 0 has a_q at minus infinity: its factor is zero, which makes the means of all cells containing
/// it exactly zero, and it is left out of the system. One solver serves one task; it is not shared.
final class LoglinearSolver {
  let lists: Int
  let cells: Int
  /// Parameters by set of lists; those that are not active are not read.
  let coefficients: UnsafeMutablePointer<Double>
  /// Sums of fitted means over supersets, of the last iteration. Element 0 is the fitted number of observed persons.
  let sums: UnsafeMutablePointer<Double>
  /// The terms with finite parameters in the last fit, the empty set last.
  private(set) var active: [Int] = []
  private let factors: UnsafeMutablePointer<Double>
  private let step: UnsafeMutablePointer<Double>
  private let equations: NormalEquations
  /// Log-likelihood without the factorials, of the last iteration.
  private var objective = -Double.infinity
  /// What the log-likelihood, without the factorials, stays below when the last fit had no maximum.
  private(set) var supremum = Double.infinity

  init(lists: Int) {
    self.lists = lists
    cells = 1 << lists
    coefficients = .allocate(capacity: cells)
    coefficients.initialize(repeating: 0, count: cells)
    sums = .allocate(capacity: cells)
    sums.initialize(repeating: 0, count: cells)
    factors = .allocate(capacity: cells)
    factors.initialize(repeating: 0, count: cells)
    step = .allocate(capacity: cells)
    step.initialize(repeating: 0, count: cells)
    equations = NormalEquations(capacity: min(cells, 64))
  }

  deinit {
    coefficients.deallocate()
    sums.deallocate()
    factors.deallocate()
    step.deallocate()
  }

  /// How a fit ended.
  enum Outcome: Equatable {
    /// The score is zero at positive means: the fit is its own certificate that the maximum exists and is unique.
    case converged(Maximum)
    case noMaximum
    case notIdentifiable
  }

  struct Maximum: Equatable {
    /// Log-likelihood without the sum of log N_w!.
    var logLikelihood: Double
    /// log of the expected number of hidden persons.
    var intercept: Double
    /// Variance of the intercept at the last iterate before the final step.
    var interceptVariance: Double
    var iterations: Int
  }

  /// How exact a fit must be.
  enum Precision {
    /// Steps below 1e-9, or an error below 1e-12 by quadratic convergence: with steps h and h', h' = c h², the next is
    /// c h'². Other software stops at a relative change of the deviance of 1e-8, which leaves 8 to 9 digits; this leaves
    /// 12 in the estimate.
    case ranking
    /// Iterates until the step is at rounding (1e-11, or below 1e-8 and no longer shrinking), so that the variance is
    /// that of the maximum.
    case reporting
  }

  /// Fits `terms` (any order, closed under subsets, with the empty set) to a table.
  ///
  /// - Parameters:
  ///   - warm: Start from `coefficients`; otherwise from the means N_w + 0.1.
  ///   - hidden: A given number of hidden persons, for the profile likelihood; nil when it is a parameter.
  func fit(
    _ terms: [UInt32], to table: CountTable, warm: Bool, hidden: Double? = nil, precision: Precision = .ranking
  ) -> Outcome {
    table.margins.withUnsafeBufferPointer { margins -> Outcome in
      guard let margins = margins.baseAddress else { return .noMaximum }
      prepare(terms, margins)
      supremum = .infinity
      if !warm, !start(terms, table, hidden) { return classified(terms, table, hidden) }
      return iterate(terms, table, margins, hidden, precision)
    }
  }

  private func prepare(_ terms: [UInt32], _ margins: UnsafePointer<Double>) {
    active.removeAll(keepingCapacity: true)
    for term in terms where term != 0 && margins[Int(term)] > 0 { active.append(Int(term)) }
    active.append(0)
    equations.resize(active.count)
  }

  /// Newton's method. A fit that exists takes 5 to 15 iterations; one that does not moves the linear predictor by about 1
  /// in each, for ever. So every tenth iteration a step above 0.3 is looked into, and 200 are enough for any fit that
  /// verdict lets go on. A pivot below 1e-11 of its diagonal is no rank: by decision; it agreed with a QR decomposition on
  /// every model of twelve lattices.
  private func iterate(
    _ terms: [UInt32], _ table: CountTable, _ margins: UnsafePointer<Double>, _ hidden: Double?, _ precision: Precision
  ) -> Outcome {
    var previous = Double.infinity
    objective = -.infinity
    evaluate(terms, margins, hidden)
    for iteration in 1...200 {
      assemble(margins, hidden)
      guard let pivot = equations.solve(into: step, tolerance: 1e-11) else {
        return classified(terms, table, hidden)
      }
      let largest = advance()
      guard largest.isFinite else { return classified(terms, table, hidden) }
      if finished(largest, previous, precision) {
        return .converged(maximum(margins, hidden, pivot, iteration))
      }
      if iteration % 10 == 0, largest > 0.3, let verdict = verdict(terms, table, hidden) { return verdict }
      evaluateHalving(terms, margins, hidden)
      previous = largest
    }
    return classified(terms, table, hidden)
  }

  private func finished(_ largest: Double, _ previous: Double, _ precision: Precision) -> Bool {
    switch precision {
    case .reporting: return largest < 1e-11 || (largest < 1e-8 && largest >= previous)
    case .ranking:
      if largest < 1e-9 { return true }
      guard largest < 1e-4, previous.isFinite else { return false }
      let constant = max(1, largest / (previous * previous))
      return constant * largest * largest < 1e-12
    }
  }

  private func maximum(
    _ margins: UnsafePointer<Double>, _ hidden: Double?, _ pivot: Double, _ iteration: Int
  ) -> Maximum {
    var logLikelihood = -margins[0]
    for term in active { logLikelihood += coefficients[term] * margins[term] }
    if let hidden { logLikelihood += hidden * coefficients[0] - hidden }
    return Maximum(
      logLikelihood: logLikelihood, intercept: coefficients[0], interceptVariance: 1 / pivot, iterations: iteration)
  }
}

// The parts of one iteration.
extension LoglinearSolver {
  /// Fills `sums` and `objective` from `coefficients`.
  @inline(__always)
  private func evaluate(_ terms: [UInt32], _ margins: UnsafePointer<Double>, _ hidden: Double?) {
    for cell in 0..<cells { sums[cell] = 1 }
    for term in terms { sums[Int(term)] = 0 }
    for term in active { sums[term] = exp(coefficients[term]) }
    CubeTransform.subsetProducts(sums, lists: lists)
    if hidden == nil { sums[0] = 0 }
    CubeTransform.supersetSums(sums, lists: lists)
    var value = -sums[0]
    for term in active { value += coefficients[term] * margins[term] }
    if let hidden { value += coefficients[0] * hidden }
    objective = value
  }

  /// Evaluates; while the likelihood has fallen by more than rounding (1e-9 of itself), takes half of the last step back,
  /// then half of that, down to a millionth of the step: below that no step rises, and the iteration decides.
  private func evaluateHalving(_ terms: [UInt32], _ margins: UnsafePointer<Double>, _ hidden: Double?) {
    let before = objective
    evaluate(terms, margins, hidden)
    var fraction = 0.5
    while !(objective >= before - 1e-9 * abs(before)), fraction > 1e-6 {
      for (index, term) in active.enumerated() { coefficients[term] -= fraction * step[index] }
      evaluate(terms, margins, hidden)
      fraction /= 2
    }
  }

  @inline(__always)
  private func assemble(_ margins: UnsafePointer<Double>, _ hidden: Double?) {
    let size = active.count
    active.withUnsafeBufferPointer { active in
      for i in 0..<size {
        let row = equations.row(i)
        let term = active[i]
        var j = i & ~3
        while j < size {
          row[j] = sums[term | active[j]]
          j += 1
        }
        row[size] = margins[term] - sums[term]
      }
    }
    if let hidden { equations.row(size - 1)[size] += hidden }
  }

  /// The variance of one parameter of the last fit, by one more solution with a unit right-hand side.
  func variance(of term: UInt32) -> Double? {
    guard let position = active.firstIndex(of: Int(term)) else { return nil }
    equations.resize(active.count)
    for (i, one) in active.enumerated() {
      let row = equations.row(i)
      for j in (i & ~3)..<active.count { row[j] = sums[one | active[j]] }
      row[active.count] = i == position ? 1 : 0
    }
    guard equations.solve(into: step, tolerance: 1e-11) != nil else { return nil }
    return step[position]
  }

  @inline(__always)
  private func advance() -> Double {
    var largest = 0.0
    for index in 0..<active.count {
      coefficients[active[index]] += step[index]
      largest = max(largest, abs(step[index]))
    }
    return largest
  }

  /// Least squares of log(N + 0.1) with weights N + 0.1 over the cells that are kept: the usual first iteration (R's glm
  /// starts Poisson regressions so).
  private func start(_ terms: [UInt32], _ table: CountTable, _ hidden: Double?) -> Bool {
    for cell in 0..<cells { factors[cell] = 1 }
    for term in terms { factors[Int(term)] = 0 }
    for term in active { factors[term] = 1 }
    CubeTransform.subsetProducts(factors, lists: lists)
    for cell in 0..<cells {
      let weight = factors[cell] * ((cell == 0 ? hidden ?? 0 : table.counts[cell]) + 0.1)
      let kept = cell == 0 && hidden == nil ? 0 : weight
      sums[cell] = kept
      factors[cell] = kept > 0 ? kept * log(kept) : 0
    }
    CubeTransform.supersetSums(sums, lists: lists)
    CubeTransform.supersetSums(factors, lists: lists)
    for (i, term) in active.enumerated() {
      let row = equations.row(i)
      for j in (i & ~3)..<active.count { row[j] = sums[term | active[j]] }
      row[active.count] = factors[term]
    }
    guard equations.solve(into: step, tolerance: 1e-11) != nil else { return false }
    for (index, term) in active.enumerated() { coefficients[term] = step[index] }
    return true
  }
}

// What to say when Newton's method does not settle.
extension LoglinearSolver {
  /// Where Newton's method cannot go on: not unique when the rank says so, otherwise without a maximum.
  ///
  /// From a warm start many orders of magnitude away the means can leave the range of a double, and then a model that has
  /// a maximum ends here too. Starts are the fits of a parent, which are never so far.
  private func classified(_ terms: [UInt32], _ table: CountTable, _ hidden: Double?) -> Outcome {
    let problem = ExistenceProblem(terms: terms, table: table, includingHidden: hidden != nil)
    return problem.isIdentifiable ? .noMaximum : .notIdentifiable
  }

  /// Whether the last step runs along a direction in which the likelihood never falls, else the linear programme.
  ///
  /// A direction d is such a proof when its linear predictor is zero in every cell with persons, nowhere positive, and
  /// negative in some cell: then the likelihood rises for ever along d (Fienberg & Rinaldo 2012, theorem 3). Steps run
  /// along d only in the limit, so zero is within 1e-3 and negative beyond 0.5, by decision: along d a step is about 1.
  private func verdict(_ terms: [UInt32], _ table: CountTable, _ hidden: Double?) -> Outcome? {
    if hidden == nil, isRecessionDirection(terms, table) {
      // Ten steps or more along the direction leave e^-10 of the means that vanish; 1 is far above what that still gives.
      supremum = objective + 1
      return .noMaximum
    }
    let problem = ExistenceProblem(terms: terms, table: table, includingHidden: hidden != nil)
    guard problem.isIdentifiable else { return .notIdentifiable }
    return problem.hasMaximum ? nil : .noMaximum
  }

  private func isRecessionDirection(_ terms: [UInt32], _ table: CountTable) -> Bool {
    for cell in 0..<cells {
      sums[cell] = 1
      factors[cell] = 0
    }
    for term in terms { sums[Int(term)] = 0 }
    for (index, term) in active.enumerated() {
      sums[term] = 1
      factors[term] = step[index]
    }
    CubeTransform.subsetProducts(sums, lists: lists)
    CubeTransform.subsetSums(factors, lists: lists)
    var lowest = 0.0
    for cell in 1..<cells where sums[cell] > 0 {
      let change = factors[cell]
      if change > 1e-3 || (table.counts[cell] > 0 && change < -1e-3) { return false }
      lowest = min(lowest, change)
    }
    return lowest < -0.5
  }
}
