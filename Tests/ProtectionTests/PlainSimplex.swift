/// A linear programme solved on paper: the two-phase simplex method on a dense tableau with Bland's rule, which cannot
/// cycle. Slow and short, and shares nothing with what it checks.
struct PlainSimplex {
  private var table: [[Double]] = []
  private var basis: [Int] = []
  private let variables: Int
  private(set) var isFeasible = true
  private static let tolerance = 1e-9

  /// Σ coefficient · x = side, x >= 0.
  init(variables: Int, rows: [(terms: [(Int, Double)], side: Double)]) {
    self.variables = variables
    let artificial = rows.count
    for (index, row) in rows.enumerated() {
      var line = [Double](repeating: 0, count: variables + artificial + 1)
      let sign = row.side < 0 ? -1.0 : 1.0
      for (column, coefficient) in row.terms { line[column] += sign * coefficient }
      line[variables + index] = 1
      line[variables + artificial] = sign * row.side
      table.append(line)
      basis.append(variables + index)
    }
    var costs = [Double](repeating: 0, count: variables + artificial)
    for index in 0..<artificial { costs[variables + index] = 1 }
    isFeasible = (minimise(costs, over: variables + artificial) ?? .infinity) < 1e-7
    for row in basis.indices where basis[row] >= variables {
      if let column = (0..<variables).first(where: { abs(table[row][$0]) > 1e-7 }) { pivot(row, column) }
    }
  }

  /// nil when nothing bounds it.
  mutating func minimum(of column: Int, times sign: Double) -> Double? {
    var costs = [Double](repeating: 0, count: variables + table.count)
    costs[column] = sign
    return minimise(costs, over: variables)
  }

  private mutating func minimise(_ costs: [Double], over columns: Int) -> Double? {
    while true {
      let entering = (0..<columns).first { column in
        var reduced = costs[column]
        for row in table.indices { reduced -= costs[basis[row]] * table[row][column] }
        return reduced < -Self.tolerance
      }
      guard let entering else {
        return table.indices.reduce(0.0) { $0 + costs[basis[$1]] * (table[$1].last ?? 0) }
      }
      var leaving: (row: Int, ratio: Double)?
      for row in table.indices where table[row][entering] > Self.tolerance {
        let ratio = (table[row].last ?? 0) / table[row][entering]
        if let known = leaving,
          ratio > known.ratio + 1e-12 || (ratio > known.ratio - 1e-12 && basis[row] > basis[known.row])
        {
          continue
        }
        leaving = (row, ratio)
      }
      guard let leaving else { return nil }
      pivot(leaving.row, entering)
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let factor = table[row][column]
    table[row] = table[row].map { $0 / factor }
    for other in table.indices where other != row && table[other][column] != 0 {
      let times = table[other][column]
      for index in table[row].indices { table[other][index] -= times * table[row][index] }
    }
    basis[row] = column
  }
}
