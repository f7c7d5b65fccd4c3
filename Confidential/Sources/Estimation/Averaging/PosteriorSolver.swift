/// Finds the mode of the posterior of one log-linear model of pairs, with or without differences between persons.
///
///     log m_w = a + Σ b_j + Σ c_ij + h(|w|),   j and ij inside w,   c_ij ~ N(0, 2²),   a and b flat
///
/// With differences, persons have a chance of being on a list that lies on the logit scale around b_j with variance s,
/// and h(k) is the logarithm of the mean of exp(k z) over the persons who are on no list:
///
///     h(k) = log E[exp(k z) D(z)] − log E[D(z)],   z ~ N(0, s),   D(z) = Π 1 / (1 + exp(b_j + z))
///
/// so that exp(a) stays the expected number of hidden persons. Since h depends on b, it is worked out anew in each step
/// of Newton's method; E is a sum over 49 points from −6 to 6 deviations (trapezium rule, exact to rounding for a normal
/// density). The evidence is Laplace's approximation of the probability of the table under the model.
///
/// Sums over cells are sums over supersets, as in `LoglinearSolver`. One solver serves one task; it is not shared.
final class PosteriorSolver {
  let table: CountTable
  private let lists: Int
  private let cells: Int
  private let sums: UnsafeMutablePointer<Double>
  private let step: UnsafeMutablePointer<Double>
  private let equations: NormalEquations
  private let logs: [Double]
  /// Persons on exactly k lists, for k = 0, 1, ..
  private let captures: [Double]
  private let sizes: [UInt8]

  /// The prior deviation of an interaction of two lists: with probability 95% their odds ratio lies between 1/50 and 50.
  static let deviation = 2.0

  /// - Parameter table: Of two lists or more, with somebody on every list.
  init(_ table: CountTable) {
    self.table = table
    lists = table.lists
    cells = table.cells
    sums = .allocate(capacity: cells)
    sums.initialize(repeating: 0, count: cells)
    let most = 1 + lists + lists * (lists - 1) / 2
    step = .allocate(capacity: most)
    step.initialize(repeating: 0, count: most)
    equations = NormalEquations(capacity: most)
    sizes = (0..<table.cells).map { UInt8($0.nonzeroBitCount) }
    var captures = [Double](repeating: 0, count: table.lists + 1)
    for cell in 1..<table.cells { captures[cell.nonzeroBitCount] += table.counts[cell] }
    self.captures = captures
    logs = Self.nodes.map { -$0 * $0 / 2 }
  }

  deinit {
    sums.deallocate()
    step.deallocate()
  }

  private static let nodes = (-24...24).map { Double($0) / 4 }

  /// The highest point of a posterior.
  struct Mode {
    /// log of the probability of the table under the model, but for what all models share.
    var evidence: Double
    /// log of the expected number of hidden persons, and its variance.
    var intercept: Double
    var variance: Double
    /// b of each list, c of each pair of the model, then a: where a neighbouring model starts.
    var coefficients: [Double]
  }

  /// The mode of the model with these pairs; nil when Newton's method does not settle, which no table of the tests shows.
  ///
  /// - Parameters:
  ///   - pairs: As sets of lists.
  ///   - differences: The variance s between persons on the logit scale; 0 for none.
  ///   - start: One number for each list and pair and the constant; nil: from the shares of the lists.
  func mode(pairs: [UInt32], differences: Double, start: [Double]? = nil) -> Mode? {
    let terms = (0..<lists).map { 1 << $0 } + pairs.map { Int($0) } + [0]
    var values = start ?? self.start(pairs: pairs.count)
    equations.resize(terms.count)
    let precision = 1 / (Self.deviation * Self.deviation)
    for _ in 0..<100 {
      let offsets = offsets(values, differences)
      guard evaluate(terms, values, offsets) else { return nil }
      assemble(terms, values, precision)
      guard let pivot = equations.solve(into: step, tolerance: 1e-13) else { return nil }
      let logDeterminant = equations.logDeterminant
      var largest = 0.0
      for index in values.indices {
        let length = min(max(step[index], -Self.longest), Self.longest)
        values[index] += length
        largest = max(largest, abs(length))
      }
      guard largest < 1e-6 else { continue }
      let final = self.offsets(values, differences)
      guard evaluate(terms, values, final) else { return nil }
      var evidence = -sums[0] - logDeterminant / 2 - Double(pairs.count) * log(Self.deviation)
      for (index, term) in terms.enumerated() { evidence += values[index] * table.margins[term] }
      for index in lists..<(terms.count - 1) { evidence -= precision * values[index] * values[index] / 2 }
      for (size, count) in captures.enumerated() { evidence += count * final[size] }
      return Mode(
        evidence: evidence, intercept: values[terms.count - 1], variance: 1 / pivot, coefficients: values)
    }
    return nil
  }

  /// The expected persons on all lists of each set under the mode of a model; nil when there is none.
  func means(over sets: [UInt32], pairs: [UInt32], differences: Double) -> [Double]? {
    guard mode(pairs: pairs, differences: differences) != nil else { return nil }
    return sets.map { sums[Int($0)] }
  }

  /// A step of Newton's method moves no parameter further than this: from far away the full step would overshoot.
  private static let longest = 1.5

  /// Lists that are independent, in a population half as large again as what was seen.
  private func start(pairs: Int) -> [Double] {
    let all = 1.5 * table.observed
    let odds = (0..<lists).map { list -> Double in
      let share = table.margins[1 << list] / all
      return log(share / (1 - share))
    }
    return odds + [Double](repeating: 0, count: pairs) + [log(table.observed / 2)]
  }

  /// h(k) for k = 0, 1, .., t.
  private func offsets(_ values: [Double], _ differences: Double) -> [Double] {
    guard differences > 0 else { return [Double](repeating: 0, count: lists + 1) }
    let spread = differences.squareRoot()
    var heaviest = -Double.infinity
    let weights = zip(Self.nodes, logs).map { node, log -> Double in
      var weight = log
      for list in 0..<lists { weight -= log1pExp(values[list] + spread * node) }
      heaviest = max(heaviest, weight)
      return weight
    }
    let shares = weights.map { exp($0 - heaviest) }
    let total = shares.reduce(0, +)
    return (0...lists).map { size in
      let top = Double(size) * spread * 6
      var sum = 0.0
      for (node, share) in zip(Self.nodes, shares) { sum += share * exp(Double(size) * spread * node - top) }
      return size == 0 ? 0 : top + log(sum / total)
    }
  }

  private func log1pExp(_ x: Double) -> Double { x > 30 ? x : log1p(exp(x)) }

  /// Fills `sums` with the sums of the means over supersets; false when they leave the range of a double.
  private func evaluate(_ terms: [Int], _ values: [Double], _ offsets: [Double]) -> Bool {
    for cell in 0..<cells { sums[cell] = 1 }
    for (term, value) in zip(terms, values) { sums[term] = exp(value) }
    CubeTransform.subsetProducts(sums, lists: lists)
    let factors = offsets.map { exp($0) }
    for cell in 0..<cells { sums[cell] *= factors[Int(sizes[cell])] }
    sums[0] = 0
    CubeTransform.supersetSums(sums, lists: lists)
    return sums[0].isFinite
  }

  private func assemble(_ terms: [Int], _ values: [Double], _ precision: Double) {
    let size = terms.count
    for i in 0..<size {
      let row = equations.row(i)
      for j in (i & ~3)..<size { row[j] = sums[terms[i] | terms[j]] }
      row[size] = table.margins[terms[i]] - sums[terms[i]]
      guard i >= lists, i < size - 1 else { continue }
      row[i] += precision
      row[size] -= precision * values[i]
    }
  }
}
