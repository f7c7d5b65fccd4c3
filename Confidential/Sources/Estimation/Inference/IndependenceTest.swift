/// Pearson's test of independence of rows and columns: X² = Σ (n − e)² / e with (r − 1)(c − 1) degrees of freedom.
///
/// With e = row total · column total / n. Assumes independent persons and counts that are not too small: most e at five
/// or more (Cochran 1954). A table with one row or column has nothing to test: X² = 0, counted as one degree of freedom.
public struct IndependenceTest: Equatable, Sendable {
  public let statistic: Double
  public let degreesOfFreedom: Int
  public let probability: Double
  /// X² over its degrees of freedom: how many times more the counts vary than independent persons would.
  public var dispersion: Double { statistic / Double(degreesOfFreedom) }

  /// - Parameter table: Rows of equal length; rows and columns that are all zero are left out.
  public init(_ table: [[Int]]) {
    let rows = table.filter { $0.contains { $0 > 0 } }
    let columns = (rows.first?.indices ?? 0..<0).filter { j in rows.contains { $0[j] > 0 } }
    let rowSums = rows.map { row in Double(columns.reduce(0) { $0 + row[$1] }) }
    let columnSums = columns.map { j in Double(rows.reduce(0) { $0 + $1[j] }) }
    let total = rowSums.reduce(0, +)
    var sum = 0.0
    for (i, row) in rows.enumerated() {
      for (k, j) in columns.enumerated() {
        let expected = rowSums[i] * columnSums[k] / total
        sum += power(Double(row[j]) - expected, 2) / expected
      }
    }
    statistic = sum
    degreesOfFreedom = max(1, (rows.count - 1) * (columns.count - 1))
    probability = IncompleteGamma.upper(Double(degreesOfFreedom) / 2, sum / 2)
  }
}
