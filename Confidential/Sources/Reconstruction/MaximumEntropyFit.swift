/// The least committal fractional table that meets linear rows: of all tables that do, the one nearest to the prior
/// weights in relative entropy.
///
/// Iterative scaling: for each row in turn the cells are multiplied by `exp(λ·aᵢ)` with the one λ that makes the row
/// hold, over and over. For rows of ones this is iterative proportional fitting. Rows with a lower and an upper limit are
/// touched only when they are broken. After a fixed number of rounds the result is close, not exact; whole numbers are
/// found from it by `ControlledRounding`, which is.
///
/// - SeeAlso: Csiszár 1975; Darroch and Ratcliff 1972, `docs/references.md`.
struct MaximumEntropyFit {
  private struct Row {
    var lower: Double
    var upper: Double
    var indices: [Int]
    var coefficients: [Double]
    /// All coefficients are equal, so that λ is not needed: one factor does it.
    var common: Double?
  }

  private let rows: [Row]

  init(rows: [(lower: Double, upper: Double, terms: [LinearProgram.Term])]) {
    self.rows = rows.filter { !$0.terms.isEmpty }.map { row in
      let scale = row.terms.map { abs($0.coefficient) }.max() ?? 1
      let coefficients = row.terms.map { $0.coefficient / scale }
      let isCommon = coefficients.allSatisfy { $0 == 1 }
      return Row(
        lower: row.lower / scale, upper: row.upper / scale, indices: row.terms.map(\.column),
        coefficients: coefficients, common: isCommon ? 1 : nil)
    }
  }

  /// - Parameter prior: Positive weights; a weight of 0 keeps a cell empty.
  func table(prior: [Double], rounds: Int) -> [Double] {
    var table = prior
    for _ in 0..<rounds {
      for row in rows { adjust(&table, to: row) }
    }
    return table
  }

  private func adjust(_ table: inout [Double], to row: Row) {
    var sum = 0.0
    for (index, coefficient) in zip(row.indices, row.coefficients) { sum += coefficient * table[index] }
    // What adding up thousands of numbers loses in 64 bits, with room to spare.
    let slack = 1e-9 * max(1, abs(sum))
    let target: Double
    if sum < row.lower - slack {
      target = row.lower
    } else if sum > row.upper + slack {
      target = row.upper
    } else {
      return
    }
    if row.common != nil {
      guard sum > 0 else { return }
      let factor = target / sum
      for index in row.indices { table[index] *= factor }
      return
    }
    let tilt = tilt(of: row, table, target: target)
    guard tilt != 0 else { return }
    for (index, coefficient) in zip(row.indices, row.coefficients) { table[index] *= exponential(tilt * coefficient) }
  }

  /// The λ for which `Σ aᵢ·xᵢ·exp(λ·aᵢ)` is the target, by bisection: the sum rises with λ.
  private func tilt(of row: Row, _ table: [Double], target: Double) -> Double {
    func sum(_ tilt: Double) -> Double {
      var total = 0.0
      for (index, coefficient) in zip(row.indices, row.coefficients) where table[index] > 0 {
        total += coefficient * table[index] * exponential(tilt * coefficient)
      }
      return total
    }
    var (low, high) = (-1.0, 1.0)
    // e⁶⁰ is more than any table holds; 40 halvings of 128 come within 10⁻⁹.
    while low > -60, sum(low) > target { low *= 2 }
    while high < 60, sum(high) < target { high *= 2 }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if sum(middle) < target { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
