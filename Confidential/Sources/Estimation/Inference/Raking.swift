/// Fits a table to known margins by multiplying rows and columns in turn (Deming & Stephan 1940).
public enum Raking {
  /// The table with these row and column totals that keeps the odds ratios of `seed`.
  ///
  /// Rows first, then columns, until no column is off by more than 1e-12 of the total before it is put right: what is
  /// left is rounding. 10,000 rounds are far beyond what a table that can be reached needs; the margins given may differ
  /// by 1e-9 of their total, for they are sums themselves.
  ///
  /// - Returns: nil when the margins do not add up to the same total or cannot be reached from the zeros of `seed`.
  public static func fit(_ seed: [[Double]], rows: [Double], columns: [Double]) -> [[Double]]? {
    let total = rows.reduce(0, +)
    guard abs(total - columns.reduce(0, +)) <= 1e-9 * max(1, total), seed.count == rows.count else { return nil }
    var table = seed
    for _ in 0..<10_000 {
      for i in rows.indices {
        let sum = table[i].reduce(0, +)
        guard sum > 0 || rows[i] == 0 else { return nil }
        if sum > 0 { for j in columns.indices { table[i][j] *= rows[i] / sum } }
      }
      var largest = 0.0
      for j in columns.indices {
        let sum = table.reduce(0) { $0 + $1[j] }
        guard sum > 0 || columns[j] == 0 else { return nil }
        largest = max(largest, abs(sum - columns[j]))
        if sum > 0 { for i in rows.indices { table[i][j] *= columns[j] / sum } }
      }
      if largest <= 1e-12 * max(1, total) { return table }
    }
    return nil
  }
}
