/// A weighted sum of rows that no numbers within the bounds of the columns give, computed in whole numbers.
///
/// With weights `w` every solution has `Σ w · row` between the weighted bounds of the rows, and between what the bounds of the
/// columns allow; where these two stretches do not meet there is none. Where all columns of the sum are whole a multiple of the
/// greatest common divisor of its coefficients must lie in both.
///
/// - SeeAlso: Farkas 1902; Schrijver 1986, *Theory of Linear and Integer Programming*, 7.3.
struct FarkasProof {
  let system: BoundedSystem
  let lowers: [Int?]
  let uppers: [Int?]

  /// Weights of a solver are binary numbers; one of these times them is whole, or nearly. The small ones first: they leave out
  /// what was noise.
  private static let scales: [Double] = [1, 2, 3, 4, 6, 12, 60, 1000, 100_000, 16_777_216, 1_099_511_627_776]

  /// What the weights prove; nil when they prove nothing.
  func refutation(_ weights: [Double]) -> BoundedSystem.Refutation? {
    let most = weights.map { abs($0) }.max() ?? 0
    let least = weights.map { abs($0) }.filter { $0 > 1e-7 * most }.min() ?? 0
    guard most > 0, most.isFinite else { return nil }
    for unit in [least, most] where unit > 0 {
      for scale in Self.scales where scale * most / unit < 1e15 {
        let whole = weights.map { Int(($0 / unit * scale).rounded()) }
        if let found = proven(whole) { return found }
      }
    }
    return nil
  }

  private func proven(_ weights: [Int]) -> BoundedSystem.Refutation? {
    var coefficients = [Int128](repeating: 0, count: system.columns.count)
    var rows: (low: Int128?, high: Int128?) = (0, 0)
    for (weight, row) in zip(weights, system.rows) where weight != 0 {
      for term in row.terms {
        guard let product = Self.product(Int128(weight), Int128(term.coefficient)) else { return nil }
        coefficients[term.column] += product
      }
      let (low, high) = weight > 0 ? (row.lower, row.upper) : (row.upper, row.lower)
      rows.low = Self.sum(rows.low, weight, low)
      rows.high = Self.sum(rows.high, weight, high)
    }
    var box: (low: Int128?, high: Int128?) = (0, 0)
    var (divisor, isWhole): (Int128, Bool) = (0, true)
    for (column, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let ends = coefficient > 0 ? (lowers[column], uppers[column]) : (uppers[column], lowers[column])
      box.low = Self.sum(box.low, coefficient, ends.0)
      box.high = Self.sum(box.high, coefficient, ends.1)
      divisor = Self.commonDivisor(divisor, coefficient.magnitude)
      isWhole = isWhole && system.columns[column].isWhole
    }
    guard misses(rows, box, isWhole ? divisor : nil) else { return nil }
    return BoundedSystem.Refutation(
      rows: Set(weights.indices.filter { weights[$0] != 0 }),
      columns: Set(coefficients.indices.filter { coefficients[$0] != 0 }))
  }

  private func misses(
    _ rows: (low: Int128?, high: Int128?), _ box: (low: Int128?, high: Int128?), _ divisor: Int128?
  ) -> Bool {
    if let low = rows.low, let high = box.high, low > high { return true }
    if let high = rows.high, let low = box.low, high < low { return true }
    guard let divisor, divisor > 1, let low = [rows.low, box.low].compactMap({ $0 }).max(),
      let high = [rows.high, box.high].compactMap({ $0 }).min()
    else { return false }
    let rest = low % divisor
    let next = rest == 0 ? low : low + (rest > 0 ? divisor - rest : -rest)
    return next > high
  }

  /// Nil, for no bound, where a part has none.
  private static func sum(_ known: Int128?, _ weight: some BinaryInteger, _ bound: Int?) -> Int128? {
    guard let known, let bound, let product = product(Int128(weight), Int128(bound)) else { return nil }
    let (sum, isTooLarge) = known.addingReportingOverflow(product)
    return isTooLarge ? nil : sum
  }

  private static func product(_ one: Int128, _ other: Int128) -> Int128? {
    let (product, isTooLarge) = one.multipliedReportingOverflow(by: other)
    return isTooLarge || product.magnitude > UInt128(1) << 120 ? nil : product
  }

  private static func commonDivisor(_ one: Int128, _ other: UInt128) -> Int128 {
    var (a, b) = (one.magnitude, other)
    while b != 0 { (a, b) = (b, a % b) }
    return Int128(a)
  }
}
